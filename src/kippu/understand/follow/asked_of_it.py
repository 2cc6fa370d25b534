"""A question of what was just set that names nothing: "when is that?", 「何時まで？」, 「いつ鳴る？」.

By itself the clock would answer it, or the calendar of today. Knows the calls of the turn before.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.follow.undoing import timer_of

_IT = r"(?:it|that|this|the (?:alarm|reminder|event|meeting|appointment|timer))"
_ASKED_EN = regex(
    r"(?:(?:and|so|wait|ok|okay|sorry|but|um|remind me)[, ]+)*(?:"
    rf"(?:at |on )?(?:when|what time|what day|which day)"
    rf"(?:'s| is| was) {_IT}(?: (?:again|set for|due|for|on|at))+"
    rf"|(?:on )?(?:when|what day|which day)(?:'s| is| was) {_IT}|when(?: again| exactly)?|for when"
    rf"|(?:when|at what time|what time) (?:will|does|do|is) {_IT}"
    r"(?: (?:ring|go off|start|begin|happen|be|due|going to ring|going off|ringing))+"
    rf"|(?:when|what time) (?:will|do) you (?:remind|tell|wake|alert|do) (?:me|it|that)"
    r"|(?:when|what time) did i (?:say|set it(?: for)?)"
    r"|what (?:did i (?:ask|tell|want) you to|do you|will you|are you going to|were you going to) remind me"
    r"(?: of| about| to do)?"
    rf"|in how (?:many|much) (?:minutes|hours|time)|who (?:with|is {_IT} with|am i (?:meeting|seeing))"
    rf"|with whom|where(?:'s| is| was)? {_IT}"
    rf"|(?P<end>(?:un)?til(?:l)? (?:when|what time)|how long is {_IT}"
    rf"|how long (?:does|will) {_IT} (?:last|take|go on)"
    rf"|(?:when|what time) (?:does|will) {_IT} (?:end|finish|be over))"
    r")(?: again| exactly| please)*"
)
_LEAD_JA = r"(?:(?:それ|これ|あれ|今の(?:やつ)?|さっきの(?:やつ)?|で|えっと|あれっ?)(?:って|は|の|、)*)*"
_DOES_JA = (
    r"(?:言っ|教え|知らせ|起こし|リマインドし|お知らせし|声かけ)て(?:くれる|くれます|もらえる)"
    r"|鳴る|なる|始まる|はじまる|ある|やる"
    r"|あります|会う|行く|する|実行する|実行される|消える|消す|つく|開く|セットした|入れた|予約した|設定した|言った|頼んだ"
)
_END_JA = r"(?:の|ん)?(?:です|だ|でした|だった|でしょう)?(?:か|かな|っけ|の|ね|よね)*"
_ASKED_JA = regex(
    rf"(?:それ|これ)(?:って|は|の)?(?:何時|なんじ|いつ){_END_JA}"
    rf"|{_LEAD_JA}(?:次(?:は|って|に|の)?)?、?(?:"
    r"(?P<end>(?:何時|なんじ|いつ|何日|何曜日)(?:ごろ|頃)?まで|(?:何時に?|いつ)(?:終わる|終わり)|何時間)"
    rf"|(?:(?:何時|なんじ)(?:ごろ|頃)?(?:から|に|だっけ|の)|(?:いつ|何日|何曜日|何分後|何時間後|何日後)(?:から|に|の)?"
    rf"|(?:誰|だれ)と|(?:場所は)?どこ(?:で|(?=だっけ|でし)))(?:{_DOES_JA})?"
    rf"){_END_JA}"
)
_ALARMS = frozenset({"alarms.set", "alarms.move", "alarms.snooze"})
_EVENTS = frozenset({"calendar.add", "calendar.move"})


def asked_of_it(folded: str, language: Language, earlier: Sequence[Call]) -> Call | None:
    """The call that answers it; None for any other sentence, and where nothing was set."""
    last = earlier[-1] if earlier else None
    match = (_ASKED_JA if language == "ja" else _ASKED_EN).fullmatch(folded.rstrip("?？"))
    if last is None or match is None:
        return None
    given = last.arguments
    if "remind me" in folded and last.tool.partition(".")[0] != "reminders":
        return None
    if last.tool in _ALARMS:
        return Call("alarms.list")
    if last.tool in {"reminders.add", "reminders.move"}:
        return Call("reminders.list", {"words": given["text"]} if given.get("text") else {})
    if last.tool in {"timers.start", "timers.repeat"}:
        return Call("timers.status", timer_of(last))
    ask = {"ask": "end"} if match["end"] else {}
    if last.tool in _EVENTS and given.get("text"):
        return Call("calendar.show", {"words": given["text"], **ask})
    if last.tool == "calendar.show":
        return Call(last.tool, {**given, **ask})
    return None
