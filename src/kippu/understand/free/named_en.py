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

_WOKEN = regex(
    r"\b(?:up|awake|woken|bed|sleep|oversleep|alarm|wake(?: me| us)?) (?:by|past) "
    r"(?P<hour>(?:half |quarter (?:past|to) )?(?:1[0-2]|[1-9])(?::[0-5]\d)?)"
    r"(?! ?(?:%|percent|degrees?|minutes?|hours?|days?|[a-z:.]*\d))\b"
)
_MOVED = regex(
    r"\b(?:move|push|shift|reschedule|change|postpone|bump) (?:my |the |our )?"
    r"(?P<what>(?!(?:it|that|this|alarms?|timers?|reminders?)\b)[a-z' ]+?) (?:back |forward |up )?"
    r"(?:to|until|till) "
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


def woken_by(folded: str) -> str:
    """The hour by which somebody has to be up, where it is a number alone: "i have to be up by 4"."""
    return _only(_WOKEN.findall(folded))


def moved(folded: str, title: str) -> str:
    """What is to be moved, of which half may be marked: "move [study] group to 6"."""
    what = _only(_MOVED.findall(folded))
    return what if title and title.casefold() in what else ""
