"""How calls fit the home: by the names of its things, their rooms, and what is risky there.

Knows calls and names; reads no sentence.
"""

from kippu.names import Names, Thing
from kippu.turn import Call, Meaning


def named(call: Call, names: Names) -> Call:
    """The call with a thing's name (and room) where it has the thing's id and no other is called so."""
    thing = next((thing for thing in names.things if thing.id == call.arguments.get("name")), None)
    if thing is None or any(
        (other.name, other.room) == (thing.name, thing.room) and other is not thing for other in names.things
    ):
        return call
    area = {"area": thing.room} if thing.room else {}
    return Call(call.tool, {**call.arguments, "name": thing.name, **area})


_LEVELS: dict[str, frozenset[str]] = {
    "light": frozenset({"light"}), "brightness": frozenset({"light"}), "volume": frozenset({"media_player"}),
    "temperature": frozenset({"climate", "water_heater"}), "speed": frozenset({"fan"}),
    "position": frozenset({"cover", "valve"}), "humidity": frozenset({"humidifier", "climate"}),
}  # fmt: skip
"""By what a tool sets or changes: the domains of things that have it."""
_PLAYERS = frozenset({"home.play", "home.media", "home.mute", "home.unmute"})


def kinds_for(tool: str) -> frozenset[str] | None:
    """The domains that a tool is for; None where that is for several, or for no home."""
    skill, _, verb = tool.partition(".")
    if tool in _PLAYERS:
        return _LEVELS["volume"]
    return _LEVELS.get(verb.removeprefix("set_").removeprefix("change_")) if skill == "home" else None


def is_there(call: Call, names: Names) -> bool:
    """False when a kind of thing is meant in a room or on a floor that has none."""
    given = call.arguments
    wanted = {given["domain"]} if "domain" in given else kinds_for(call.tool)
    if wanted is None or not {"area", "floor"} & given.keys():
        return True
    return any(
        thing.domain in wanted
        and given.get("area") in {None, thing.room}
        and given.get("floor") in {None, thing.floor}
        for thing in names.things
    )


def things_of(call: Call, names: Names) -> list[Thing]:
    """The things that a call is for: the named one, or all of a kind in the place."""
    given = call.arguments
    return [
        thing
        for thing in names.things
        if given.get("name") in {None, "all", thing.name}
        and given.get("domain") in {None, thing.domain}
        and given.get("area") in {None, thing.room}
        and given.get("floor") in {None, thing.floor}
        and given.get("device_class") in {None, thing.device_class}
    ]


def unlocked_not_opened(call: Call, names: Names) -> Call:
    """A door's lock is unlocked, not opened."""
    verb = {"home.open": "home.unlock", "home.close": "home.lock"}.get(call.tool)
    things = [thing for thing in names.things if thing.name == call.arguments.get("name")]
    if verb is None or not (things and all(thing.domain == "lock" for thing in things)):
        return call
    return Call(verb, call.arguments)


_DOORS = frozenset({"garage", "gate", "door", "garage_door"})


def risky(call: Call, names: Names) -> bool:
    """What lets people in or water out, and is asked about unless every word is understood."""
    if call.tool == "home.unlock":
        return True
    given = call.arguments
    things = [thing for thing in names.things if thing.name == given.get("name")]
    doors = given.get("device_class") in _DOORS or given.get("domain") in {"valve", "lock"}
    return call.tool == "home.open" and (
        doors or any(thing.device_class in _DOORS or thing.domain in {"valve", "lock"} for thing in things)
    )


def room_of(call: Call, names: Names) -> str | None:
    """The room in which a call acts."""
    if area := call.arguments.get("area"):
        return str(area)
    return next((thing.room for thing in names.things if thing.name == call.arguments.get("name")), None)


def is_homes(meaning: Meaning) -> bool:
    """Whether all that it asks for is the home's."""
    return bool(meaning.calls) and all(call.tool.startswith("home.") for call in meaning.calls)
