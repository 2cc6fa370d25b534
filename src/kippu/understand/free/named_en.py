"""What a sentence names, where nobody marked it: "the rice timer", "move it to 6". Knows no encoder."""

from collections.abc import Sequence

from kippu.regex import regex

_NAMED = (
    r"\b(?:the|my|our|that|this) ((?!first|last|next|other|same|whole|second|new|old|current|running)[a-z]+"
)
_TIMER = regex(rf"{_NAMED}) (?:timer|countdown)\b")
_REMINDER = regex(rf"{_NAMED}(?: [a-z]+)?) reminder\b")
_HOUR = regex(
    r"\b(?:to|at|for|until|till) (?P<hour>1[0-2]|[1-9])(?! ?(?:%|percent|degrees?|minutes?|hours?|days?"
    r"|[a-z:.]*\d))\b"
)


def bare_hour(folded: str) -> str:
    """The hour to which something planned is moved, where it is a number alone: "move study group to 6"."""
    hour = _only(_HOUR.findall(folded))
    return f"{hour} o'clock" if hour else ""


def timer_named(folded: str) -> str:
    """What a timer is called, where nobody marked it: "the rice timer"."""
    return _only(_TIMER.findall(folded))


def reminder_named(folded: str) -> str:
    """What a reminder is about, where nobody marked it: "that tablet reminder"."""
    return _only(_REMINDER.findall(folded))


def _only(found: Sequence[str]) -> str:
    return found[0] if len(found) == 1 else ""
