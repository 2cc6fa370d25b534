"""What no reader takes and no model may chat about: the model would claim to have done it.

Refusals, questions about what was done and why, things that the home hasn't, commands without a target.
They get fixed, true answers. Knows the sentence taken apart; runs nothing.
"""

import re
from collections.abc import Callable, Sequence

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.cues import Frame, Reading, target_of
from kippu.understand.cues.mentions import Mention
from kippu.understand.outright.outright import is_about_the_world
from kippu.understand.outright.spared import is_spared

Read = Callable[[str], Reading | None]
"""Reads a sentence by its cues."""
_SURE = 0.9
_VERB = (
    r"(?:turn|switch|power|start|stop|open|close|shut|lock|unlock|dim|brighten|mute|unmute|pause|activate|"
    r"deactivate|enable|disable|unplug|raise|lower|run)"
)
_POLITE = regex(
    r"^(?:(?:please|hey|ok|okay|kindly|just|now|then|and|(?:can|could|would|will) you|i(?: want|'d like| "
    r"need) "
    r"you to|go and|go ahead and)[ ,]+)+"
)
_REFUSED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"^(?:please |no,? |but |and )*(?:(?:don't|do not|never|no need to|you needn't|you (?:don't|do "
        rf"not) "
        rf"(?:have|need) to|you should(?:n't| not)|you must(?:n't| not))(?: \w+)? (?:{_VERB}|touch|change|"
        rf"set|"
        rf"put|move|do)\b|(?:leave|keep|let) .*\b(?:on|off|open|closed|shut|locked|as (?:it|they) (?:is|"
        rf"are)|"
        rf"alone|running)$)"
    ),
    "ja": regex(
        r"(?:(?:つけ|消さ|切ら|止め|開け|閉め|変え|触ら|さわら|動かさ|いじら|[掃除オンフ]に?し|かけ|流さ|鳴らさ)ない(?:で|よう)|"
        r"なくて(?:も)?(?:いい|大丈夫)"
        r"|(?:つける|点ける|消す|切る|開ける|閉める|止める|かける|流す|上げる|下げる)の(?:を|は)?やめ[てと]"
        r"|(?:消し|つけ|開け|閉め|止め)ちゃ(?:だめ|ダメ|いけ)|まま(?:に(?:して|しと)|で(?:いい|お願い)))"
    ),
}
_DID: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:so |and |but |wait,? )*(?:did|have|had|has) (?:you|i|we|someone|anyone|anybody|it|kippu) "
        r"(?:already |really |just |also |forget to |remember to |ever |even )*"
        r"(?P<verb>turn(?:ed)?|switch(?:ed)?|shut|clos(?:ed|e)|open(?:ed)?|lock(?:ed)?|unlock(?:ed)?|"
        r"start(?:ed)?|stop(?:ped)?|dim(?:med)?|paus(?:ed|e)|left|leave) (?P<rest>.+)$"
    ),
    "ja": regex(
        r"^(?P<rest>.+?)[をはもって、]*(?P<verb>つけ|点け|消し|切っ|止め|開け|閉め|(?:鍵(?:を)?)?かけ|"
        r"施錠し|解錠し)"
        r"(?:てくれ|てもらえ|てあ|ておいてくれ|といてくれ|とい|て)?(?:まし)?[ただっ](?:っけ|た)?(?:の|か|"
        r"かな|んだっけ|よね|る)*$"
    ),
}
_YOU_DID = regex(r"^you (?P<did>.+?),? (?:right|correct|didn't you|haven't you|yes|no)$")
""" "You turned on the fan, right": a question, whatever stands at its end."""
_DID_ASKED_JA = regex(r"(?:[?？]|か|っけ|よね|くれた|かな)$")
_WHY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:so |and |but |hey )*(?:why|who|when|how come|since when|for how long|how long|what) "
        r"(?:(?P<is>is|are|was|were|has|have|do|does|'s) |(?:did (?:you|i|we|someone|anyone) |has |have |"
        r"you )?"
        r"(?P<verb>turn(?:ed)?|switch(?:ed)?|open(?:ed)?|clos(?:ed|e)|shut|lock(?:ed)?|unlock(?:ed)?|"
        r"start(?:ed)?|stop(?:ped)?) )(?P<rest>.+)$"
    ),
    "ja": regex(r"^(?P<rest>.*)(?:なんで|なぜ|どうして|誰が|だれが|いつから|いつ)(?P<more>.*)$"),
}
_STATE = regex(r"\b(?:on|off|open|opened|closed|shut|locked|unlocked|running|playing|moving)\b")
_PARTICLE = regex(r"^(?:(on|off) )?(.+?)(?: (on|off))?$")
_LEFT = regex(r"^(?P<what>.+?) (?P<state>on|off|open|unlocked|running)(?P<where> (?:in|on|at|up|down).*)?$")
_STATES_EN = {"open": "open", "clos": "closed", "shut": "closed", "lock": "locked", "unlo": "unlocked",
              "star": "on", "stop": "off", "dim": "on", "dimm": "on", "paus": "paused", "left": "on",
              "leav": "on"}  # fmt: skip
_STATES_JA = {"つけ": "ついてる", "点け": "ついてる", "消し": "消えてる", "切っ": "消えてる",
              "止め": "止まってる",
              "開け": "開いてる", "閉め": "閉まってる", "かけ": "鍵かかってる", "施錠し": "施錠されてる",
              "解錠し": "解錠されてる"}  # fmt: skip
_KEPT = (
    (regex(r"\btimers?\b|タイマー"), "timers.status"),
    (regex(r"\balarms?\b|アラーム|目覚まし"), "alarms.list"),
    (regex(r"\breminders?\b|\bremind\b|リマインダー"), "reminders.list"),
    (regex(r"\b(?:calendar|events?|appointments?|meetings?)\b|予定"), "calendar.show"),
)
_DID_ANY = regex(
    r"^(?:did|have) you .*\b(?:set|start|started|add|added|create|created|cancel|cancelled|make|made)\b"
)
_NO_SUCH: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"^{_VERB}(?: (?:on|off|up|down))? (?:the|my|our|his|her|their|that|this) "
        r"(?P<what>[a-z0-9'-]+(?: [a-z0-9'-]+){0,3}?)(?: (?:on|off|up|down))?(?: (?:please|now|again|for "
        r"me))*$"
    ),
    "ja": regex(
        r"^(?P<what>[^、。をはがに]{1,12}?)(?:の電源)?(?:を|は|(?<=[ァ-ヶー機器])(?=つけ|点け|消し|起動|オン|オフ|動かし))"
        r"(?:つけ|点け|消し|切っ|切り|止め|開け|閉め|"
        r"回し|動かし|起動し?|"
        r"停止し?|オンに?し?|オフに?し?|スタートし?)(?:て|といて|ておいて|ろ|よう|たい|なさい|を)?"
        r"(?:くれる|くれない|くれますか|ください|下さい|もらえる|もらえますか|ほしい|ちょうだい|お願い|"
        r"お願いします|ね|よ)*$"
    ),
}
_NO_THING = regex(
    r"\b(?:story|game|conversation|chat|talk|quiz|song|poem|sentence|email|letter|lesson|class|day|week|"
    r"year|"
    r"recipe|list|question|topic|subject|presentation|meeting|debate|war|fight|noise|nonsense|page|book|"
    r"file|"
    r"document|bottle|jar|box|mind|eyes?|mouth|heart|business|company|account|deal|race|show|party|world|"
    r"timer|alarm|reminder|note|clock|thing|things|one|ones|same|rest|other|others|latter|heat|volume|"
    r"brightness|temperature|it|them|everything|all|last|cases?)\b"
    r"|話|名前|目|口|会話|続き|題名|日記|時間|手|気|タイマー|アラーム|リスト|メモ|それ|これ|あれ|全部|"
    r"すべて|みんな|ここ|そこ|温度|音|明るさ|火|声|人|店|会社|曲"
)
_OFF_A_LIST = regex(
    r"^(?:remove|delete|take off|cross off|cross out|strike|scratch)(?: the| my| some)? "
    r"(?P<item>[a-z][\w' -]*?)(?: off)?$"
)
_HALF = 0.6
_BARE = (
    "on", "off", "up", "down", "brighter", "dimmer", "louder", "quieter", "faster", "slower", "warmer",
    "cooler", "open", "close", "lock", "unlock", "mute", "unmute", "stop",
)  # fmt: skip
_MOST_WORDS = 4
_COMMAND_JA = regex(
    r"(?:て|で|といて|ろ|よう)(?:ください|下さい|くれる|くれない|くれますか|もらえる|ほしい|ちょうだい|ね|"
    r"よ|お願い)*$"
)


_THANKED = regex(
    r"^(?:(?:oh|ok|okay|great|and),? )?(?:many )?(?:thanks|thank you|cheers|ta)(?: so| very)?"
    r"(?: much| a lot)? for (?:\w+ing|that|the|your|always)\b"
    r"(?!.*\b(?:please|can you|could you|would you|now|but|and)\b)"
)
"""For what was done, with no wish beside it."""


def truly(text: str, question: bool, language: Language, frame: Frame, read: Read) -> Meaning | None:
    """The answer to thanks, to a refusal, to "did you …" and to "why is …"; None for everything else.

    ``text`` as ``text.sentence`` gives it; ``question``: whether it ended in a question mark.
    """
    folded = text.casefold()
    about = _is_about_home(frame)
    if language == "en" and _THANKED.search(folded):
        return _told("about.thanks")
    if not question and (is_spared(folded, language) or (about and _REFUSED[language].search(folded))):
        return _told("about.left")
    if _DID_ANY.match(folded):
        for words, tool in _KEPT:
            if words.search(folded):
                return _told(tool)
    if about:
        return _did(folded, question, language, read) or _why(folded, language, read)
    return None


def instead_of_talk(
    text: str, language: Language, frame: Frame, question: bool = False, talked: bool = False
) -> Meaning | None:
    """The answer to a command that nothing could be made of; None for what is no command.

    ``question``: whether it ended in a question mark; ``talked``: whether the answer before was a model's.
    """
    folded = _POLITE.sub("", text.casefold()) if language == "en" else text.casefold()
    known = _known(frame)
    if _bare(frame, folded, language):
        return _told("about.which")
    item = _OFF_A_LIST.match(folded) if language == "en" and not frame.mentions else None
    if item and not _NO_THING.search(item["item"]) and len(item["item"].split()) <= _MOST_WORDS:
        call = Call("lists.remove", {"item": item["item"]})
        return Meaning("cues", _HALF, question=shall_i((call,), language), proposed=(call,))
    match = _NO_SUCH[language].match(folded)
    if match and not _NO_THING.search(match["what"]):
        if known:
            return Meaning("cues", _SURE, (Call("about.unclear", {"what": known}),))
        return Meaning("cues", _SURE, (Call("about.no_such_thing", {"what": match["what"].strip()}),))
    ordered = (
        re.match(rf"{_VERB}\b|(?:set|put|make|change|press|play) ", folded)
        if language == "en"
        else frame.has("verbs") and _COMMAND_JA.search(folded)
    )
    if known and (ordered or _YOU_DID.match(folded)) and any(mention.things for mention in frame.mentions):
        return Meaning("cues", _SURE, (Call("about.unclear", {"what": known}),))
    return _of_the_home(folded, language, frame, question=question, talked=talked)


_IS_IT = regex(r"^(?:so |and |hey |but )*(?:is|are|has|have) (?:the|my|our) ")
"""Asks how something stands: no model knows that of a thing in this home."""
_SWITCH = regex(r"^(?:turn|switch|power) (?:on|off) (?:the |my |our |teh )?(?P<what>[a-z0-9' -]{2,30})$")
_IT = regex(
    r"^(?:turn|switch|set|change|adjust|put|make|dim|raise|lower|increase|decrease|open|close|shut|lock|"
    r"unlock) (?:it|them|those|everything)\b"
)


def _of_the_home(
    folded: str, language: Language, frame: Frame, *, question: bool, talked: bool
) -> Meaning | None:
    """What names a part of the home, or begins as a command does, without asking for talk."""
    if is_about_the_world(folded, language):
        return None
    known = _known(frame)
    orders = language == "en" or question or _COMMAND_JA.search(folded) or not frame.leftover
    if frame.mentions and known and orders:
        return Meaning("cues", _SURE, (Call("about.unclear", {"what": known}),))
    if language == "en" and (match := _SWITCH.match(folded)):
        return Meaning("cues", _SURE, (Call("about.no_such_thing", {"what": match["what"]}),))
    if known and language == "en" and _IS_IT.match(folded) and len(frame.leftover) <= 1:
        return Meaning("cues", _SURE, (Call("about.unclear", {"what": known}),))
    numbered = frame.number("percent", "degrees", "number") is not None
    if _IT.match(folded) and (numbered or not talked):
        return _told("about.which")
    if frame.has("kinds") and not frame.leftover and len(frame.cues) == 1:
        return _told("about.which")
    return None


_TO_TALK: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:please |can you |could you |and |then |also )*(?:tell (?:me|us)|explain|write|sing|give me "
        r"(?:a|an|some)|what|who|"
        r"how|why|when|where|which|recommend|suggest|describe|say|talk|make up|translate|summari[sz]e|do "
        r"you (?:know|think)|"
        r"is it true|teach me|help me|let's talk|chat)\b"
    ),
    "ja": regex(
        r"(?:冗談|ジョーク|話|物語|詩|歌|なぞなぞ|クイズ|豆知識|雑学|アイデア|レシピ|意味|歴史|理由|方法|"
        r"について|のこと|仕組み).*$"
        r"|(?:って|とは)(?:何|なに|誰|どこ|どんな).*$|(?:教え|説明し|話し|聞かせ|歌っ|書い|"
        r"訳し)て(?:ください|くれる|ほしい|よ|ね)*$"
    ),
}


def is_for_talk(piece: str, language: Language, frame: Frame) -> bool:
    """True for the part of a sentence that asks for talk, beside a command: "tell me a joke"."""
    return not _known(frame) and _TO_TALK[language].search(piece.casefold()) is not None


def _told(tool: str) -> Meaning:
    return Meaning("cues", _SURE, (Call(tool),))


def _is_about_home(frame: Frame) -> bool:
    named = frame.mentions or frame.tells("kinds", "pronouns", "all")
    return bool(named or frame.has("verbs", "lock", "unlock", "clean"))  # words that name the thing, too


def _known(frame: Frame) -> str | None:
    """The words of the sentence that name what the home has."""
    named: Sequence[Mention] = [mention for mention in frame.mentions if mention.things] or frame.mentions
    for mention in named:
        return frame.text[mention.start : mention.end]
    return next((frame.text[cue.start : cue.end] for cue in frame.cues if cue.group == "kinds"), None)


def _bare(frame: Frame, folded: str, language: Language) -> bool:
    """True for a verb without a target, as an order: "slower"."""
    short = len(folded.split()) <= _MOST_WORDS if language == "en" else len(folded) <= 2 * _MOST_WORDS
    if language == "ja" and not (_COMMAND_JA.search(folded) or folded.endswith("に")):
        return False
    plain = not (frame.leftover or frame.mentions or frame.has("kinds") or frame.has("blocks"))
    return short and plain and not frame.has("ask") and frame.has("verbs", *_BARE)


def _did(folded: str, question: bool, language: Language, read: Read) -> Meaning | None:
    match = _DID[language].match(_YOU_DID.sub(r"did you \g<did>", folded))
    if match is None or (language == "ja" and not (question or _DID_ASKED_JA.search(folded))):
        return None
    asked = _asked_en(match) if language == "en" else _asked_ja(match)
    return _state(asked, read)


def _asked_en(match: re.Match[str]) -> str:
    return state_asked(match["verb"], match["rest"])


def state_asked(said: str, rest: str) -> str:
    """ "turn" with "off the light" as the question whether it is so: "is the light off"."""
    verb = said[:4]
    left = _LEFT.match(rest) if verb in {"left", "leav"} else None
    if left:
        are = "are" if re.match("any|all|some", left["what"]) else "is"
        return f"{are} {left['what']}{left['where'] or ''} {left['state']}"
    parts = _PARTICLE.match(rest)
    assert parts is not None  # noqa: S101  # it takes any text
    state = parts[1] or parts[3] or "on"
    return f"is {parts[2]} {_STATES_EN.get(verb, state)}"


def _asked_ja(match: re.Match[str]) -> str:
    state = next(state for verb, state in _STATES_JA.items() if match["verb"].endswith(verb))
    return f"{match['rest']}は{state}"


def _why(folded: str, language: Language, read: Read) -> Meaning | None:
    match = _WHY[language].match(folded)
    if match is None:
        return None
    if language == "ja":
        rest = re.sub(
            r"(?:の|ん)?(?:です)?(?:か|かな|だろう|だろ|よ|ね)*$", "", match["rest"] + match["more"]
        )
        rest = re.sub(r"[、,]", "", rest)
        for verb, state in _STATES_JA.items():
            rest = re.sub(rf"{verb}(?:た|まし た|ました|てくれた)$", state, rest)
    else:
        rest = f"is {match['rest']}" if match["is"] else _asked_en(match)
        if not _STATE.search(rest):
            return None
    known = _state(rest, read)
    if known is None:
        return None
    asked = known.calls[0]
    so = {"state": asked.arguments["state"]} if asked.arguments.get("state") else {}
    return Meaning("cues", _SURE, (asked, Call("history.why", {**target_of(asked), **so})))


def _state(asked: str, read: Read) -> Meaning | None:
    """The question about the state, read by its cues."""
    reading = read(asked)
    if reading is None or reading.confidence < 0.55 or len(reading.calls) != 1:
        return None
    if reading.calls[0].tool != "home.state":
        return None
    return Meaning("cues", _SURE, reading.calls)
