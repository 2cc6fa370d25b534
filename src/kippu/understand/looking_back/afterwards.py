"""Questions after a command that name nothing: "did you do it?", "are you sure?", 「本当に開けた？」.

A model would say no though it is so. The true state of what the command was about answers them instead.
Works on the calls of the turn before; runs nothing.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import target_of

_SO = (
    r"^(?:so|and|but|wait|hey|ok|okay|hm+|um+|oh|no|sorry|kippu|well)?[ ,]*(?:are you sure[ ,]*)?"
    r"(?:then|now)?[ ,]*"
)
_REALLY = r"(?:(?:really|actually|already|just|even|ever|successfully|properly) )*"
_END = r"(?: (?:really|now|yet|already|for real|properly|then|correctly|right|at all|anything|please))*$"
_IT = r"(?:it|that|this|them|so|those|these|what i (?:said|asked|wanted)|as i said|the command)"
_VERBS = {
    "open": "open", "opened": "open", "close": "closed", "closed": "closed", "shut": "closed",
    "lock": "locked", "locked": "locked", "unlock": "unlocked", "unlocked": "unlocked",
}  # fmt: skip
_DEED = "|".join(sorted(_VERBS, key=len, reverse=True))
_DOING_EN = regex(
    rf"{_SO}(?:"
    rf"(?:did|have|has) (?:you|it|that) {_REALLY}(?:do(?:ne)?|work(?:ed)?(?: out)?|go(?:ne)? through|"
    rf"happen(?:ed)?|finish(?:ed)?|succeed(?:ed)?|manage(?:d)?)(?: {_IT})?"
    r"|did you(?: really| actually)?"
    rf"|(?:did|have|has) (?:you|it|they|that) {_REALLY}(?P<deed>{_DEED})(?: {_IT})?"
    rf"|(?P<kept>(?:did|have) you {_REALLY}(?:cancel(?:l?ed)?|delete|remove|clear|set|add|save|move"
    rf"|change|note|book|schedule|put)(?:d|ed)?(?: (?:{_IT}|the (?:alarm|timer|reminder|event|note|meeting"
    rf"|appointment)s?))?(?: (?:down|in|on|there|off))?)"
    rf"|(?:did|have|has) (?:you|it|they|that) {_REALLY}(?:turn(?:ed)?|switch(?:ed)?|go|gone|come)(?: {_IT})?"
    r" (?P<switch>on|off)"
    rf"|is (?:it|that) {_REALLY}(?:done|finished|working|ready|complete)"
    rf"|(?:it|that) (?:did not|didn't|hasn't) {_REALLY}(?:work|worked|happen|happened|do anything|do it)"
    rf"|nothing (?:has )?(?:happened|changed)"
    rf"|you (?:did not|didn't|haven't)(?: {_REALLY}(?:do|done)(?: {_IT}| anything)?)?"
    rf"|(?:it|that|they)(?:'s| is|'re| are) (?:still |not )+(?:on|off|open|closed|shut|locked|unlocked)"
    rf"){_END}"
)
_DOUBT_EN = regex(
    rf"{_SO}(?:are you (?:really |quite |absolutely |100% |very )?(?:sure|certain|positive)"
    r"(?: about (?:that|this|it)| of that| it (?:worked|did))?"
    rf"|really|for real|seriously|is (?:it|that)(?: (?:so|true|right|correct|really so))?|(?:can you )?"
    rf"(?:double[- ]?)?check(?: that| it| again)?|(?:please )?make sure){_END}"
)
_BEFORE_JA = (
    r"^(?:ねえ|ねぇ|え|えっ|あれ|で|もう|ちゃんと|本当に|ほんとに|ほんとうに|まじで|マジで|それ|さっきの|今の|"
    r"実際|全部|きちんと|しっかり|今|は|って|、|[?？])*"
)
_STATES_JA = (
    ("on", r"つけ|点け|オンにし|電源(?:を)?入れ", r"つい|点い|オンになっ|電源が?入っ"),
    ("off", r"消し|けし|切っ|きっ|オフにし", r"消え|きえ|切れ|オフになっ"),
    ("unlocked", r"鍵(?:を)?開け|鍵(?:を)?あけ|解錠し|ロック(?:を)?解除し", r"鍵が?開い|鍵が?あい|解錠され"),
    ("locked", r"鍵を?かけ|鍵を?閉め|施錠し|ロックし", r"鍵が?かかっ|鍵が?閉まっ|施錠され|ロックされ"),
    ("open", r"開け|あけ", r"開い|あい"),
    ("closed", r"閉め|しめ|閉じ", r"閉まっ|しまっ|閉じ"),
    ("", r"やっ|し|実行し|変え|かえ|止め|上げ|下げ|動かし|設定し|セットし",
     r"でき|うまくいっ|成功し|動い|変わっ|なっ|終わっ|止まっ|反映され"),
)  # fmt: skip
_PAST_JA = (
    r"(?:て(?:くれ|もらえ|あっ|おいてくれ|しまっ)|といてくれ|とい|ておい)?(?:まし)?た|てあ(?:る|ります)"
)
_NOW_JA = r"(?:て|で)(?:い)?(?:る|ます|た|ました)|(?:まし)?た"
_NOT_JA = r"(?:(?:て|で)(?:い)?)?(?:ない|ません)"
_ASKS_JA = r"(?:の|ん)?(?:です|だ)?(?:か|かな|よね|よな|ね|っけ|よ|けど|ぞ)*$"
_DOUBT_JA = regex(
    r"^(?:え|えっ|それ|それは|それって)?[、]?(?:本当|ほんと|ほんとう|まじ|マジ|確か|たしか|間違いない|うそ|嘘)"
    r"(?:に)?(?:です|でしょう|なの|だよ)?(?:か|ね|よね)*$"
)
_ASKED_JA = regex(r"(?:か|かな|っけ|よね)$|^(?:本当|ほんと|まじ|マジ|ちゃんと)")
_DENIED_JA = regex(r"(?:ない|ません)(?:の|ん)?(?:です|だ)?(?:よ|けど|ぞ|か|ね)*$")
_ENDED = {
    "turn_on": "on", "turn_off": "off", "open": "open", "close": "closed", "lock": "locked",
    "unlock": "unlocked",
}  # fmt: skip
_OF_LOCK = {"open": "unlocked", "closed": "locked", "locked": "locked", "unlocked": "unlocked"}
_KEPT = {
    "timers": "timers.status", "alarms": "alarms.list", "reminders": "reminders.list", "notes": "notes.find",
    "calendar": "calendar.show",
}  # fmt: skip
_CHANGED_JA = regex(
    rf"{_BEFORE_JA}(?:を|は)*(?:取り消し|(?:キャンセル|取消|削除|登録|予約|追加|保存|メモ)(?:を|し)?)(?:{_PAST_JA}){_ASKS_JA}"
)
_ALSO_KEPT = frozenset({"lists", "contacts"})
_LOOKS = frozenset({"status", "list", "find", "show"})
_ENDS = frozenset({"cancel", "cancel_all", "cancel_commands", "remove", "remove_all"})
_CHANGED = "changed"
"""Asked whether what is kept was changed so: what was done last tells it."""
_LOCK_JA = regex(r"鍵|カギ|ロック|錠")
_LOCKS = frozenset({"home.lock", "home.unlock"})
_AGAIN = frozenset({"home.state", "home.temperature", "home.weather", "math", "clock"})


_ERRANDS = frozenset({"clean", "dock"})
_VACUUM = {"domain": "vacuum"}
_DEEDS = frozenset(f"home.{verb}" for verb in (*_ENDED, "set_light", "start", "play"))
_LIGHT = regex(r"light|lamp|電気|ランプ|照明|ライト|明かり", re.IGNORECASE)
_WHY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_SO}why(?:(?: on earth| the hell| in the world)? (?:did|have|would) you (?:just |go and )*"
        rf"do(?:ne)? {_IT}{_END})?"
    ),
    "ja": regex(
        r"(?:なんで|なぜ|どうして)(?:(?:そんなこと|それ|そう|こんなこと)?を?(?:し|やっ)た(?:の|ん)?"
        r"(?:です|だ)?(?:か|よ)*)?"
    ),
}
_BROKEN = {
    "en": regex(
        r"(?:(?:hey|but|hm+|no|oh)[, ]+)*(?:(?:it|that|they)(?:'s| is|'re| are)? (?:still |just |really )*"
        r"(?:not|isn't|aren't|doesn't|don't|won't) (?:work(?:ing)?|on yet|respond(?:ing)?|mov(?:e|ing))"
        r"|(?:it|that|they)(?:'s| is|'re| are)? (?:keeps? |just )*(?:flicker|blink|flash)(?:s|ing)?)"
    ),
    "ja": regex(r"(?:まだ|全然|ぜんぜん)?(?:つか|点か|動か|反応し)ない(?:です)?(?:よ|けど|ね|んだけど)*"),
}
_DARK = {
    "en": regex(r"(?:(?:hey|but|hm+|no|oh)[, ]+)*it(?:'s| is) still (?:pitch )?dark(?: in here)?"),
    "ja": regex(r"まだ(?:真っ)?暗い(?:まま)?(?:です)?(?:よ|けど|ね|んだけど)*"),
}
"""As if nothing had been done: how it is answers that."""


def afterwards(text: str, question: bool, language: Language, earlier: Sequence[Call]) -> tuple[Call, ...]:
    """The calls that answer it; none when it is no such question or nothing was done before.

    ``text`` as ``text.sentence`` gives it; ``question``: whether it ended in a question mark.
    """
    folded = text.casefold()
    deeds = earlier if all(call.tool in _DEEDS for call in earlier) else ()
    if deeds and _WHY[language].fullmatch(folded.rstrip("?？")):
        return _why(deeds[-1])
    lit = deeds and all(call.tool == "home.turn_on" and _is_light(call) for call in deeds)
    if (deeds and _BROKEN[language].fullmatch(folded)) or (lit and _DARK[language].fullmatch(folded)):
        return tuple(call for before in deeds if (call := _told(before, "")))
    asked = _asked(folded, question, language)
    if asked is None or not earlier:
        return ()
    if _LOCK_JA.search(text) and not all(call.tool in _LOCKS for call in earlier):
        return ()  # 「鍵閉めた？」 is about the lock, whatever was before
    acts = _plain(earlier)
    told = [call for before in acts if (call := _told(before, asked))]
    once = tuple(call for place, call in enumerate(told) if call not in told[:place])
    return once if len(told) == len(acts) else ()


def _plain(earlier: Sequence[Call]) -> Sequence[Call]:
    """Without the plan that was taken back as it was done at once: "lock it now"."""
    homes = [call for call in earlier if call.tool.startswith("home.")]
    rest = [call for call in earlier if call not in homes]
    return homes if homes and all(call.tool == "timers.cancel" for call in rest) else earlier


def _why(before: Call) -> tuple[Call, ...]:
    """What tells who wanted it so; of the home alone."""
    target = target_of(before) if before.tool.startswith("home.") else {}
    state = _told(before, "") if target else None
    return (state, Call("history.why", target)) if state else ()


def _is_light(call: Call) -> bool:
    """Whether it was for a light, as far as its name tells."""
    given = call.arguments
    return given.get("domain") == "light" or _LIGHT.search(str(given.get("name", ""))) is not None


def asks_after_a_deed(text: str, question: bool, language: Language) -> bool:
    """True for "did you do it?", whatever was before."""
    folded = text.casefold()
    if _LOCK_JA.search(folded):
        return False  # 「鍵かかってる？」 names a thing
    doubt = _DOUBT_JA.match(folded) if language == "ja" else _DOUBT_EN.match(folded)
    return doubt is None and not _DENIED_JA.search(folded) and _asked(folded, question, language) is not None


def _asked(folded: str, question: bool, language: Language) -> str | None:
    """The state that is asked for, empty for whatever the command wanted; None for no such question."""
    if language == "en":
        if _DOUBT_EN.match(folded):
            return "" if question or not folded.startswith(("is ", "really", "seriously")) else None
        match = _DOING_EN.match(folded)
        if match is None:
            return None
        if match["kept"]:
            return _CHANGED
        return match["switch"] or _VERBS.get(match["deed"] or "") or ""
    if question and _DOUBT_JA.match(folded):
        return ""
    if question and _CHANGED_JA.match(folded):
        return _CHANGED
    if not (question or _ASKED_JA.search(folded) or _DENIED_JA.search(folded)):
        return None
    for state, done, stands in _STATES_JA:
        if re.match(
            rf"{_BEFORE_JA}(?:(?:{done})(?:{_PAST_JA})|(?:{stands})(?:{_NOW_JA}|{_NOT_JA})){_ASKS_JA}", folded
        ):
            return state
    return None


def _told(before: Call, asked: str) -> Call | None:
    """What tells how the thing is that a call was about."""
    skill, _, verb = before.tool.partition(".")
    changed = skill in _KEPT and verb not in _LOOKS
    if asked == _CHANGED or (changed and verb in _ENDS):
        return Call("history.done", {"last": True}) if changed or skill in _ALSO_KEPT else None
    if before.tool in _AGAIN or skill in _AGAIN:
        return before if not asked else None
    if skill == "lists":
        return Call(
            "lists.show", {key: before.arguments[key] for key in ("list",) if key in before.arguments}
        )
    if skill in _KEPT:
        return Call(_KEPT[skill])
    target = target_of(before)
    if skill != "home":
        return None
    if not target:
        return Call("about.which")
    if verb in _ERRANDS and asked in {"", "off"}:
        name = {"name": target["name"]} if "name" in target else {}
        return Call("home.state", {**_VACUUM, **name, "ask": "one"})
    lock = verb in {"lock", "unlock"}
    ended = _ENDED.get(verb, "")
    state = _OF_LOCK.get(asked, ended) if lock else asked or ended
    if not state:
        return Call("home.state", {**target, "ask": "one"})
    return Call("home.state", {**target, "state": state, "ask": "is" if _is_one(target) else "all"})


def _is_one(target: dict[str, str]) -> bool:
    return target.get("name") not in {None, "all"}
