"""What was asked and what was done in a part of a day: "what did I ask this morning".

Templates know days; the part of the day, and that a weekday is past, is read here.
"""

from collections.abc import Callable
from datetime import datetime

from kippu.turn import Call, Language
from kippu.understand.looking_back.past import past

_TODAY = {"en": "today", "ja": "今日"}
_KNOWN: tuple[dict[str, str], ...] = ({}, {"day": "today"}, {"day": "yesterday"})
"""What templates read as well."""
_OF_THE_PAST = frozenset({"history.asked", "history.done"})


def remembered(
    text: str, language: Language, now: datetime, read: Callable[[str], Call | None]
) -> Call | None:
    """The call that tells it; None for any other sentence.

    ``text`` as ``text.sentence`` gives it; ``read``: what the templates take a sentence for.
    """
    folded = text.casefold()
    span = past(folded, language, now)
    if span is None or len(folded) != len(text) or span.when in _KNOWN:
        return None
    gap = "" if language == "ja" else " "
    before, after = text[: span.start].rstrip(" ,"), text[span.end :].lstrip(" ,")
    call = read(gap.join(filter(None, (before, _TODAY[language], after))))
    if call is None or call.tool not in _OF_THE_PAST:
        return None
    return Call(call.tool, {**call.arguments, **span.when})
