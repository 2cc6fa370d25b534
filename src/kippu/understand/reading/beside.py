"""What a command means beside those before it in its sentence: their room, and other things than theirs.

Knows calls and names.
"""

from collections.abc import Callable, Sequence
from typing import Any

from kippu.names import Thing
from kippu.turn import Call
from kippu.understand.cues import Frame, Index, calls_so, kind_words, name_arguments, target_of, tells_nothing
from kippu.understand.fitting import is_there, room_of
from kippu.understand.follow import OPPOSITE
from kippu.understand.later.schedule import TELLS


def carried(
    calls: Sequence[Call], earlier: Sequence[Call], said: Frame, index: Index, *, instead: bool = False
) -> tuple[Call, ...]:
    """A command's calls after others: in their room, and without what they name where it would undo them, or
    where it is said ``instead`` of them."""
    placed = [_placed(call, earlier, index, said) for call in calls]
    if said.has("all"):
        return tuple(placed)
    left_out = _same if instead else _undoes
    return tuple(one for call in placed for one in _others(call, earlier, index, left_out))


def _placed(call: Call, earlier: Sequence[Call], index: Index, said: Frame) -> Call:
    """A kind alone, said after a command: of all where that was for all and the kind is unsaid now, as in
    「全部の電気を50%にして赤くして」; else the room's that was named, where it has such a thing."""
    domain, given = call.arguments.get("domain"), call.arguments
    if not earlier or domain is None or {"name", "area", "floor"} & given.keys():
        return call
    before, room = earlier[-1].arguments, room_of(earlier[-1], index.names)
    if not said.has("kinds") and (before.get("name"), before.get("domain")) == ("all", domain):
        return Call(call.tool, {**given, "name": "all"})
    there = Call(call.tool, {**given, "area": room}) if room else call
    if not is_there(there, index.names):
        return call
    elsewhere = done_already([there], earlier, index) and is_elsewhere(there, said, index)
    return call if elsewhere else there


def is_elsewhere(call: Call, said: Frame, index: Index) -> bool:
    """True when what is called by the word for the kind is in other rooms than the call's: "the radiator"
    where the thermostat is."""
    words = kind_words(said.text, said.cues)
    called = [
        thing.room
        for thing in index.names.things
        if thing.domain == call.arguments["domain"]
        and any(tells_nothing(word) or calls_so(thing, word, index.language) for word in words)
    ]
    return bool(called) and call.arguments.get("area") not in called


def done_already(calls: Sequence[Call], earlier: Sequence[Call], index: Index) -> bool:
    """True when each call would only do, undo or ask again what was said of things that were named: "the
    kitchen light and the lamp" has no lamp in the kitchen."""
    return bool(calls) and all(
        (things := _covered(call, index))
        and {thing.id for thing in things}
        <= {
            named.id
            for before in earlier
            if _same(call, before) or _undoes(call, before) or _asks_so_too(call, before)
            for named in _named(before, index)
        }
        for call in calls
    )


def done_to_all(calls: Sequence[Call], earlier: Sequence[Call], index: Index) -> bool:
    """True when each call would do again what is done to every thing of its kind: "the lights and the
    lamps"."""
    return bool(calls) and all(
        any(
            _same(call, before) and before.arguments.get("domain") == thing.domain and _is_of_all(before)
            for before in earlier
            for thing in _named(call, index)
        )
        for call in calls
    )


def once_each(calls: Sequence[Call], index: Index) -> list[Call]:
    """Without what another call does too: "the lamp and the light in the living room"."""
    return [
        call
        for call in calls
        if not (things := {thing.id for thing in _named(call, index)})
        or not any(_same(call, other) and things <= {t.id for t in _covered(other, index)} for other in calls)
    ]


def _is_of_all(call: Call) -> bool:
    return not {"area", "floor", "device_class"} & call.arguments.keys() and (
        call.arguments.get("name", "all") == "all"
    )


def meant(calls: Sequence[Call], index: Index) -> list[Thing]:
    """The things that calls name, or mean by their kind."""
    return [
        thing
        for call in calls
        for thing in index.names.things
        if thing.name == call.arguments.get("name") or thing.domain == call.arguments.get("domain")
    ]


def is_for_all_of(things: Sequence[Thing], said: Frame) -> bool:
    """False where other things are said than these: "the fan, the lamp" beside several lamps."""
    kinds = [cue.value for cue in said.cues if cue.group == "kinds"]
    named = [thing for mention in said.mentions for thing in mention.things]
    domains = {thing.domain for thing in things}
    return bool(kinds or named) and (
        all(thing in things for thing in named)
        and all(domains & {option.partition("/")[0] for option in kind.split("|")} for kind in kinds)
    )


def _others(
    call: Call, earlier: Sequence[Call], index: Index, left_out: Callable[[Call, Call], bool]
) -> tuple[Call, ...]:
    """Without the things of which something else was just said by name: "the lamp red, the lights blue". As
    it is where nothing else is left."""
    things = _covered(call, index)
    named = (thing for before in earlier if left_out(call, before) for thing in _named(before, index))
    spared = {thing.id for thing in named} & {thing.id for thing in things}
    rest = [thing for thing in things if thing.id not in spared]
    if not spared or not rest:
        return (call,)
    return tuple(Call(call.tool, {**name_arguments(thing, index), **_own(call)}) for thing in rest)


def _covered(call: Call, index: Index) -> list[Thing]:
    """The things of a call for a kind in a place; none for any other call."""
    given = call.arguments
    if "domain" not in given or "name" in given or not {"area", "floor"} & given.keys():
        return []
    return [
        thing
        for thing in index.names.things
        if thing.domain == given["domain"]
        and given.get("device_class") in {None, thing.device_class}
        and given.get("area") in {None, thing.room}
        and given.get("floor") in {None, thing.floor}
    ]


def _named(call: Call, index: Index) -> list[Thing]:
    given = call.arguments
    return [
        thing
        for thing in index.names.things
        if thing.name == given.get("name") and given.get("area") in {None, thing.room}
    ]


def _own(call: Call) -> dict[str, Any]:
    return {key: value for key, value in call.arguments.items() if key not in target_of(call)}


def _same(call: Call, before: Call) -> bool:
    return call.tool == before.tool and _own(call) == _own(before)


def _asks_so_too(call: Call, before: Call) -> bool:
    """Whether both ask for the same state, be it of one thing or of all of a kind."""
    asked = call.tool == before.tool == "home.state"
    return asked and call.arguments.get("state") == before.arguments.get("state")


def _undoes(call: Call, before: Call) -> bool:
    """Whether nothing would be left of the command before, were the other done to the same thing."""
    if not (is_act(call) and is_act(before)):
        return False
    verb, verb_before = call.tool.removeprefix("home."), before.tool.removeprefix("home.")
    if verb == verb_before:
        return any(_own(call).get(key, value) != value for key, value in _own(before).items())
    return verb == "turn_off" or OPPOSITE.get(verb) == verb_before


def is_act(call: Call) -> bool:
    """Whether a call changes something in the home."""
    return call.tool.startswith("home.") and call.tool not in TELLS


def is_planned_act(call: Call) -> bool:
    """Whether it is for the home at a later time."""
    return call.tool in {"timers.start", "timers.repeat"} and "command" in call.arguments
