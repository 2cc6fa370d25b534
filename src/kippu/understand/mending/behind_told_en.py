"""English behind what was told, not done: the two clocks that were read, a joke, a list that was
read out. Each is put as the whole sentence that it stands for.

Knows the turns before by their calls and words; runs nothing.
"""

from collections.abc import Callable

from kippu.densities import WEIGHS
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.text.leads import ASKING, GOING_ON

_LAUGHS = r"(?:(?:(?:ha)+h?|lol|hehe+|heh|ok|okay|nice|good one|funny|oh no|boo|groan)[,.! ]+)*+"
_ANOTHER_JOKE = regex(
    rf"{_LAUGHS}{GOING_ON}(?:tell me |give me |got |do you (?:have|know) )?(?:another|one more|again|next"
    rf"|more)"
    r"(?: one| joke)?(?: please)?(?:[,.!?]? (?:that|this|it|not|don't|didn't|i)\b.*)?"
)
_APART = regex(
    rf"{ASKING}(?:what(?:'s| is) the (?:time )?difference(?: between (?:them|the two|those(?: two)?|both))?"
    r"|how (?:far|many hours) apart are (?:they|the two|those)|(?:and )?the difference(?: between them)?"
    r"|how many hours (?:is that|are) between (?:them|the two))"
)
_CLEARED = regex(
    rf"{GOING_ON}(?:clear|empty|wipe|delete|remove|scrap|bin|get rid of)(?: out)? (?:(?:all"
    rf"|everything)(?: of)?"
    r"(?: (?:that|it|them|those|on (?:it|there)))?|(?:it|them|that|those) all|the (?:whole )?(?:lot"
    r"|thing))(?: please)?"
)
_JUST_DID = regex(
    rf"{ASKING}what (?:did|have) (?:you|i|we) just (?:add(?:ed)?|d[oi]ne?|do|say|said|set|note[d]?|write"
    rf"|written|put"
    r"|put (?:on|in) (?:there|it))(?: (?:to|on|in|there|it|that|down))*"
)
_NTH = r"(?P<nth>first|second|third|fourth|last|top|bottom)"
_NTH_OFF = regex(
    rf"{GOING_ON}(?:(?:cross|tick|check|strike)(?: off)? (?:the )?{_NTH}(?: one| 1| item| thing)?(?: off)?"
    r"|i(?:'ve| have)? (?:finished|done|did|completed|bought|got) (?:the )?(?P<done>first|second|third|last)"
    r"(?: one| 1| item| thing)?|(?:the )?(?P<ended>first|second|third|last)(?: one| 1)?(?:'s| is) (?:done"
    r"|finished))"
    r"(?: please| now| already)*"
)
_AS_A_REMINDER = regex(
    rf"{GOING_ON}(?:(?:set|put|make|add|save) (?:it|that) (?:(?:for|on|at) )?(?P<for>.+?) as a reminder"
    r"|(?:set|put|make|add) (?:it|that) as a reminder (?:(?:for|on|at) )?(?P<then>.+)"
    r"|remind me (?:of|about|to do) (?:it|that) (?P<when>.+))"
)
_ORDINALS = {"top": "first", "bottom": "last"}
_OTHER_STUFF = regex(
    rf"{GOING_ON}(?:(?:what|how) about |for |of |in )?(?:the )?(?P<stuff>[a-z][a-z -]{{2,18}}?)(?: then"
    rf"| please)*"
)


def behind_told(text: str, turn: Turn) -> str:
    """The whole sentence; the same one where it needs none, or follows on something else."""
    if turn.language != "en" or not turn.earlier or turn.talked or turn.asked:
        return text
    last = turn.earlier[-1]
    return next((found for way in _WAYS if (found := way(text.casefold(), last, turn))), text)


def _another_joke(text: str, last: Call, turn: Turn) -> str:
    return "tell me another joke" if last.tool == "about.joke" and _ANOTHER_JOKE.fullmatch(text) else ""


def _apart(text: str, last: Call, turn: Turn) -> str:
    """The difference between the last two places whose time was told."""
    if not _APART.fullmatch(text):
        return ""
    clocks = [*turn.earlier[::-1], *(call for calls in turn.before for call in calls[::-1])]
    places = [call.arguments.get("place") for call in clocks if call.tool == "clock.time"]
    told = list(dict.fromkeys(str(place) for place in places if place))
    return f"what is the time difference between {told[1]} and {told[0]}" if len(told) > 1 else ""


def _cleared(text: str, last: Call, turn: Turn) -> str:
    if not last.tool.startswith("lists.") or not _CLEARED.fullmatch(text):
        return ""
    return f"clear my {last.arguments.get('list') or 'shopping'} list"


def _of_other_stuff(text: str, last: Call, turn: Turn) -> str:
    """The same measure of something else: "and sugar?" behind cups of flour."""
    given, match = last.arguments, _OTHER_STUFF.fullmatch(text)
    if last.tool != "math.convert" or not given.get("stuff") or match is None or match["stuff"] not in WEIGHS:
        return ""
    return f"how many {given['to_unit']} are {given['value']} {given['from_unit']} of {match['stuff']}"


def _nth_off(text: str, last: Call, turn: Turn) -> str:
    """The one of the rows that a list was read out in."""
    match = _NTH_OFF.fullmatch(text) if last.tool == "lists.show" and turn.listed else None
    nth = (match["nth"] or match["done"] or match["ended"]) if match else ""
    return f"delete the {_ORDINALS.get(nth, nth)} one" if nth else ""


def _as_a_reminder(text: str, last: Call, turn: Turn) -> str:
    """Of the thing to do that was just put on a list."""
    match = _AS_A_REMINDER.fullmatch(text) if last.tool == "lists.add" else None
    when = (match["for"] or match["then"] or match["when"]) if match else ""
    return f"remind me {when} to {last.arguments.get('item')}" if when else ""


def _just_did(text: str, last: Call, turn: Turn) -> str:
    """The last answer once more tells it best."""
    return "say that again" if _JUST_DID.fullmatch(text) else ""


_WAYS: tuple[Callable[[str, Call, Turn], str], ...] = (
    _another_joke, _apart, _cleared, _of_other_stuff, _just_did, _nth_off, _as_a_reminder,
)  # fmt: skip
