"""What "it" stands for after a command, where that is not just what the command named.

After "turn off everything" it is what went off and not all there is, and so it is of lights that go "back
on"; what was named is meant all the same where nothing had to be done. A lamp can't be made two degrees
warmer, nor a kitchen without a thermostat, so that means the usual thing. Works on the calls of the turn
before and the home's names.
"""

from dataclasses import replace

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.cues import Frame, target_of
from kippu.understand.fitting import is_there, kinds_for, things_of

_OFF = {"home.turn_off", "home.close", "home.lock"}
_AGAIN_OFF = ("off", "close", "lock", "stop")
_BACK = regex(r"\bback\b|\bagain\b|また|戻")
"""As it was before, which of several things may not have been the same."""


def only_changed(turn: Turn, frame: Frame, names: Names) -> Turn:
    """The turn, for a sentence that lights or opens "it", with what the command before it really changed."""
    names_it = frame.mentions or frame.has("kinds") or frame.has("ask")
    if names_it or frame.has("verbs", *_AGAIN_OFF) or len(turn.changed) != len(turn.earlier):
        return turn
    narrowed: list[Call] = []
    for call, ids in zip(turn.earlier, turn.changed, strict=True):
        changed = [thing for thing in names.things if thing.id in ids]
        if call.tool not in _OFF or _is_meant(call, frame) or set(things_of(call, names)) <= set(changed):
            narrowed.append(call)
        elif not changed and call.arguments.get("domain"):
            narrowed.append(call)  # was so already, and was spoken of no less
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


def _is_meant(call: Call, frame: Frame) -> bool:
    """Whether all that the call is for is meant, as of one thing or of "the bedroom blinds"."""
    name = call.arguments.get("name")
    if name is None and {"area", "domain"} <= call.arguments.keys():
        return not _BACK.search(frame.text)
    return name not in {None, "all"}


def _named(thing: Thing) -> dict[str, str]:
    return {"name": thing.name, **({"area": thing.room} if thing.room else {})}
