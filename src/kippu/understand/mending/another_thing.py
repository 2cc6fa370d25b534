"""Another thing to be reminded of, or to be planned, with its own time: "and the recycling on Wednesday at
8", 「資源ごみは木曜の朝8時」 right behind a reminder. Said again as the whole order.

Comes again every week where that one does, and a day of the week is named. Knows time phrases and calls.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Language, Turn
from kippu.understand.cues import Frame
from kippu.understand.text import is_question
from kippu.understand.when.finding import FIND

_SAID: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:and|also|plus|what about|how about|and what about)(?: then)? (?:(?:the|my|to) )?"
        r"(?P<what>(?!(?:at|on|in|for|it|that|this|them|me|every|again|another|one|tomorrow)\b)[^,]+?),? "
        r"(?P<when>(?:on|at|every|in|tomorrow|today|tonight|next|this|\w+day)\b.+)"
    ),
    "ja": regex(
        r"(?:あと|それと|それから|で|じゃあ|、)*(?P<what>[^、。\d]{2,12}?)(?:は|が)、?"
        r"(?P<when>(?:毎|来|今|明|次|\d|[月火水木金土日]曜|朝|夜|夕).{1,16}?)(?:に|で|だよ|です|ね"
        r"|よ|お願い(?:します)?)*"
    ),
}
_ORDER: dict[str, dict[Language, str]] = {
    "reminders.add": {"en": "remind me about {what} {when}", "ja": "{when}に{what}とリマインドして"},
    "calendar.add": {"en": "add {what} to my calendar {when}", "ja": "{when}に{what}の予定を入れて"},
}
_WEEKLY = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_DAY_EN = regex(r"^(?:on )?(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)", re.IGNORECASE)
_DAY_JA = regex(r"^(?=[月火水木金土日]曜)")
_NO_NAME = regex(
    r"\b(?:alarms?|timers?|reminders?|weather|remind|turn|switch|set|add|wake|call off|cancel|move|make"
    r"|was|were|is|are|did|does|left|went|came|got|had|has|have|said|will|would|she|he|they|we|i|you|it)\b"
    r"|アラーム|目覚まし|タイマー|リマインダー|予定|天気|それ|これ|次|何|誰|今日|明日|時間|場所"
)


def another_thing(text: str, turn: Turn, apart: Callable[[str], Frame]) -> str:
    """The whole order; any other sentence as it is. ``text`` as ``text.sentence`` gives it."""
    last = turn.earlier[-1] if turn.earlier else None
    order = _ORDER.get(last.tool) if last else None
    match = _SAID[turn.language].fullmatch(text) if order else None
    if last is None or order is None or match is None or turn.asked or is_question(turn.text):
        return text
    what, when = match["what"], match["when"]
    frame = apart(what)
    if _NO_NAME.search(what.casefold()) or frame.mentions or frame.has("kinds") or frame.has("verbs"):
        return text
    found = FIND[turn.language](when, turn.at)
    if len(found) != 1 or found[0].duration or (found[0].start, found[0].end) != (0, len(when)):
        return text
    if last.arguments.get("repeat") in _WEEKLY and not found[0].repeat:
        when = _DAY_JA.sub("毎週", when) if turn.language == "ja" else _DAY_EN.sub("every ", when)
    return order[turn.language].format(what=what, when=when)
