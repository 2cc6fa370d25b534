"""What "it" stands for after a command, where that is not just what the command named.

After "turn off everything" it is what went off and not all there is; a lamp can't be made two degrees warmer,
nor a kitchen without a thermostat, so that means the usual thing. Works on the calls of the turn before and
the home's names.
"""

from dataclasses import replace

from kippu.names import Names, Thing
from kippu.turn import Call, Turn
from kippu.understand.cues import Frame, target_of
from kippu.understand.fitting import is_there, kinds_for, things_of

_OFF = {"home.turn_off", "home.close", "home.lock"}
_AGAIN_OFF = ("off", "close", "lock", "stop")


def only_changed(turn: Turn, frame: Frame, names: Names) -> Turn:
    """The turn, for a sentence that lights or opens "it", with what the command before it really changed."""
    names_it = frame.mentions or frame.has("kinds") or frame.has("ask")
    if names_it or frame.has("verbs", *_AGAIN_OFF) or len(turn.changed) != len(turn.earlier):
        return turn
    narrowed: list[Call] = []
    for call, ids in zip(turn.earlier, turn.changed, strict=True):
        changed = [thing for thing in names.things if thing.id in ids]
        if call.tool not in _OFF or _names_one(call) or set(things_of(call, names)) <= set(changed):
            narrowed.append(call)
        else:
            narrowed += [Call(call.tool, _named(thing)) for thing in changed]
    if not narrowed or tuple(narrowed) == turn.earlier:
        return turn
    return replace(turn, earlier=tuple(narrowed), undo=())


def able(call: Call, names: Names) -> Call:
    """The call, for the usual thing where the thing or room spoken of has none that can be changed so."""
    wanted = kinds_for(call.tool)
    given = target_of(call)
    named = {thing.domain for thing in names.things if thing.name == given.get("name")}
    kinds = named or {given["domain"]} if named or "domain" in given else set()
    if wanted is None or ((not kinds or wanted & kinds) and is_there(call, names)):
        return call
    kept = {"domain"} if given.get("domain") in wanted else set()
    left = given.keys() - kept
    return Call(call.tool, {key: value for key, value in call.arguments.items() if key not in left})


def _names_one(call: Call) -> bool:
    return call.arguments.get("name") not in {None, "all"}


def _named(thing: Thing) -> dict[str, str]:
    return {"name": thing.name, **({"area": thing.room} if thing.room else {})}
