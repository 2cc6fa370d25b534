"""Another one of what was just set, with a name of its own: "and one for the sauce, 20 minutes", "set another
for 3 minutes called tea". Said again as the whole order, which alone has a place for the name.

Knows the calls of the turn before and time phrases. One without a name is for who reads its time.
"""

from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.text.leads import GOING_ON
from kippu.understand.when.finding import FIND

_ONE_MORE = regex(
    rf"{GOING_ON}"
    r"(?:(?:set|start|make|add|put on) )?(?:me )?(?:another|a second|a third|(?:one|1) more|(?:one|1))"
    r"(?: (?:one|1|timer|alarm))? (?P<rest>(?:for|called|named) .+?)(?: too| as well| please)*",
)
_ORDERS = {"timers.start": "set a timer", "timers.status": "set a timer", "alarms.set": "set an alarm"}
_NAME = regex(r"\b(?:for|at|in|of|called|named|the|my|on|to|by|and|a|an|,)\b|[,.]")
_OTHERWISE = regex(
    r"\b(?:alarms?|timers?|reminders?|remind|event|calendar|list|lights?|and (?:set|add|turn|call))\b"
)


_BESIDE = regex(
    rf"{GOING_ON}(?:(?:set|start|make|put on) )?(?:me )?"
    r"(?:an? (?P<name>[a-z][a-z' -]{1,20}?) timer|(?:another|a second)(?: one| 1| timer)?) (?:for|of)"
    r" (?P<n>\d{1,3})(?P<unit> ?(?:minutes?|mins?|hours?|seconds?))?(?: too| as well| please)*"
)
_UNITS = ("hours", "minutes", "seconds")


def one_more_named(text: str, turn: Turn) -> str:
    """The whole order; any other sentence as it is."""
    beside = _BESIDE.fullmatch(text.casefold()) if turn.language == "en" and not turn.asked else None
    last = turn.earlier[-1] if turn.earlier else None
    if beside and last and last.tool == "timers.start" and not last.arguments.get("command"):
        unit = next((unit for unit in _UNITS if last.arguments.get(unit)), "minutes")
        named = f"{beside['name']} " if beside["name"] else ""
        return f"set a {named}timer for {beside['n']}{beside['unit'] or f' {unit}'}"
    order = _ORDERS.get(turn.earlier[-1].tool) if turn.earlier and turn.language == "en" else None
    match = _ONE_MORE.fullmatch(text.casefold()) if order else None
    if match is None or turn.asked or turn.earlier[-1].arguments.get("command"):
        return text
    rest = text[match.start("rest") : match.end("rest")]
    found = FIND["en"](rest, turn.at)
    timer = order == "set a timer"
    if len(found) != 1 or bool(found[0].duration) is not timer or _OTHERWISE.search(rest.casefold()):
        return text
    name = _NAME.sub(" ", rest[: found[0].start] + " " + rest[found[0].end :]).strip()
    return f"{order} {rest}" if name else text
