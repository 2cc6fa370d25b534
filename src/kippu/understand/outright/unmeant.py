"""Sentences that hold an order and are none: thanks, advice against it, a joke, a musing, a question about
what could be done, somebody's opinion.

Some are dropped, of the others it is asked whether they were meant. Knows words; reads no command.
"""

import re
from collections.abc import Sequence

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.later.schedule import TELLS

_HARMLESS = TELLS | {"home.play", "home.media"}
_THANKS = regex(
    r"(?:くれて|もらって|もらえて|くださって|いただいて)(?:、|どうも|本当に|ほんとに)*"
    r"(?:ありがと|サンキュ|感謝|助かっ|助かる|うれし|嬉し|えらい|さすが)"
)
_HUSH: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:ok|okay|alright|all right|yes|yeah|please|hey)[ ,.!]*)*"
        r"(?:(?:stop(?: (?:it|that|ringing|the (?:noise|ringing)))?|quiet|silence|enough|dismiss|shut up"
        r"|be quiet|hush|shh+|make it stop|(?:turn|shut|switch) (?:it|that) off|cancel(?: it)?|off"
        r"|i(?:'m| am) (?:up|awake)|got it)[ ,.!]*)+"
        r"(?:please|now|thanks|thank you)?$",
        re.I,
    ),
    "ja": regex(
        r"^(?:(?:はい|うん|もう|わかった|分かった|わかりました|了解|起きた(?:から|よ)?|うるさい(?:から)?)[、。!！]*)*"
        r"(?:(?:止め|とめ|やめ|消し|けし)て|止まって|ストップ|うるさい|静かに(?:して)?|黙って|もういい"
        r"|起き(?:た|ました|てる)|わかった|分かった|わかりました|了解)"
        r"(?:ください|くれる|もらえる|なあ?|よ|ね|から|です)*$"
    ),
}
_MAY_BE_HOME = regex(r"\b(?:off|cancel|got it)\b|消して|けして|やめて|わか|分か|了解|もういい", re.I)
_DROPPED: dict[Language, re.Pattern[str]] = {
    "en": regex(r"^(?:oh sure|yeah right|yeah sure|sure,? why not)\b|\bbut don't do anything\b", re.I),
    "ja": regex(
        r"ない(?:ほう|方)が(?:いい|良い|よい|よさそう|まし|無難)(?:です|だ|よ|ね|な|と思う|思う|かな|かも|んじゃない)*$"
        r"|(?:なんて|とは|とか)(?:一言も|誰も|だれも)?(?:言って|頼んで|お願いして)(?:い)?(?:ない|ません)(?:よ|けど|ね)*$"
        r"|てくれた(?:んだ|の|んです)?ね(?:$|、)|^はいはい、"
        r"|(?<!音楽)(?<!テレビ)(?<!ラジオ)(?<!スピーカー)(?<!音)(?<!曲)(?<!声)(?:が|は)うるさい$"
    ),
}
_PLAIN_FORM = (
    r"(?:(?:つけ|点け|閉め|しめ|開け|あけ|かけ|止め|とめ|上げ|あげ|下げ|さげ|入れ|始め|変え|(?<=[をにンフク])す)る"
    r"|消す|けす|切る|流す|回す|動かす|戻す|(?:と|てお|でお)く)"
)
_ASKED = r"(?:の|ん)?(?:でしょう|です|だろう)?(?:(?:か(?:な|ね|しら)?|よね)[?？]?|よ?[?？])$"
_DOUBTED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:hey |so |and |ok )*(?:are you (?:even )?able to|is it possible (?:for you )?to"
        r"|do you know how to|do you have the ability to"
        r"|(?:can|could|do) you (?:un)?(?:lock|bolt|open|close|shut) (?:doors|locks|gates|windows)\b)"
        r"|\b(?:insists?|thinks|says|reckons|claims|believes|suggests|demands|prefers|recommends?)"
        r" (?:that )?(?:we|i|you|everyone)\b",
        re.I,
    ),
    "ja": regex(
        r"[おこそとのほもよろごぞどぼ]うか(?:な(?!い)|迷|悩|しら|考え|と思)|(?:暑|寒|暗|明る|まぶし)い(?:です)?かな$"
        rf"|(?:{_PLAIN_FORM}|[おこそとのほもよろごぞどぼょ]う)(?:{_ASKED}|よ$)"
        rf"|(?:(?<!もらっ)(?<!いただい)[てで]も?(?:いい|良い|よい|よろしい|大丈夫|だいじょうぶ)"
        rf"|た(?:ほう|方)が(?:いい|良い|よい|よろしい)){_ASKED}"
    ),
}


def thanks(text: str, language: Language) -> bool:
    """Whether somebody thanks for what was done: 「電気を消してくれてありがとう」."""
    return language == "ja" and _THANKS.search(text) is not None


def hushes(text: str, language: Language, earlier: Sequence[Call]) -> bool:
    """Whether it is said to what rings: "stop", 「もういい」. After a deed in the home that may be meant."""
    said = text.strip(" 。.!！、,")
    home = any(call.tool.startswith("home.") for call in earlier)
    return _HUSH[language].match(said) is not None and not (home and _MAY_BE_HOME.search(said))


def dropped(text: str, language: Language) -> bool:
    """Whether nothing is to be done, whatever the sentence names: 「上げないほうがいい」."""
    return _DROPPED[language].search(text.strip(" 。.!！")) is not None


def asked_first(meaning: Meaning, text: str, language: Language, names: Names) -> Meaning:
    """The meaning; a question where what would be done may not be meant: "are you able to unlock doors"."""
    if _is_only_told(meaning, text, language):
        if _SAYS.search(text):
            return Meaning("talk", meaning.confidence)
        question = shall_i(meaning.calls, language, names=names)
        return Meaning(meaning.by, meaning.confidence, question=question, proposed=meaning.calls)
    if _DAY_OFF_JA.search(text) and [call.tool for call in meaning.calls] == ["alarms.cancel_all"]:
        question = shall_i(meaning.calls, language, names=names)
        return Meaning(meaning.by, meaning.confidence, question=question, proposed=meaning.calls)
    if not any(_acts(call.tool) for call in meaning.calls) or not _DOUBTED[language].search(text):
        return meaning
    later = any("command" in call.arguments for call in meaning.calls)
    question = "" if later else shall_i(meaning.calls, language, names=names)
    if not question:
        return Meaning("talk", meaning.confidence)
    return Meaning(meaning.by, meaning.confidence, question=question, proposed=meaning.calls)


_DAY_OFF_JA = regex(
    r"(?:明日|あした|明後日|今日|休み).{0,12}(?:から|ので|んで|し)、?.{0,3}(?:目覚まし|アラーム)"
)
"""All alarms, for one day that is off: that day's may be meant."""
_PUTS = regex(
    r"\b(?:add|put|schedul\w*|create|make|set|book|plan|arrange|organi[sz]e|enter|note|write|mark|log|block|pencil"
    r"|reserve|record|register|save|place|include|insert|get|want|need|have|new|calendar|diary|agenda|planner|move"
    r"|reschedule|keep|fix|like)\b",
    re.IGNORECASE,
)
_SAYS = regex(r"\b(?:was|were|is|are|isn't|wasn't|has|had|went|will|would|could)\b", re.IGNORECASE)
"""What tells of an event."""
_HOUR = regex(r"\d|noon|midday|midnight|o'clock", re.IGNORECASE)


def _is_only_told(meaning: Meaning, text: str, language: Language) -> bool:
    """Whether an event is only named, without an hour or as a question: "lunch with Kim on tuesday"."""
    if language != "en" or [call.tool for call in meaning.calls] != ["calendar.add"] or _PUTS.search(text):
        return False
    given = meaning.calls[0].arguments
    if str(given.get("text", "")).casefold() not in text.casefold():
        return False  # the reply to the question when it is
    whole_day = "-" in given.get("at", "") and "T" not in given["at"]
    return whole_day or text.rstrip().endswith("?") or not _HOUR.search(text)


def _acts(tool: str) -> bool:
    return tool in ("timers.start", "phone.call") or (tool.startswith("home.") and tool not in _HARMLESS)
