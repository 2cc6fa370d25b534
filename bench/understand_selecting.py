"""Which things and rooms a call of the home selects, and what they are called: for the judge of
``understand.py``. Knows names alone.
"""

from kippu.names import Names, Thing
from kippu.turn import Call
from understand_words import EMPTY, words

KIND_WORDS = {
    "light": frozenset("light lamp bulb lighting brightness".split()),
    "switch": frozenset("plug socket outlet switch".split()),
    "media_player": frozenset("player speaker stereo music sound audio system media device".split()),
    "vacuum": frozenset("vacuum cleaner robot hoover".split()),
    "climate": frozenset("heating heater thermostat air conditioner ac temperature".split()),
    "cover": frozenset("blind shade curtain shutter cover".split()),
    "fan": frozenset({"fan"}),
    "lock": frozenset({"lock", "door"}),
}
"""What people call a thing of a kind, whatever its name; as stems."""
_IMPLIED = {
    "light": ("set_light", "change_brightness"),
    "media_player": ("set_volume", "change_volume", "mute", "unmute", "media", "play", "pause"),
    "vacuum": ("clean", "dock"),
    "climate": ("set_temperature", "change_temperature"),
}
_DOMAINS = {f"home.{tool}": domain for domain, tools in _IMPLIED.items() for tool in tools}
"""The kind that a tool is about where its call names none."""
_WHOLE_HOME = frozenset("house home apartment flat room place whole entire".split())


def told_of(call: Call, names: Names) -> frozenset[str]:
    """The words by which what a call selects is known, and those that the call itself says."""
    selected = _selected(call, names)
    told = {word for value in call.arguments.values() if value for word in words(str(value), every=True)}
    if len(selected) == 1:
        told |= _called(selected[0])
    domain = _domain(call) or (selected[0].domain if len(selected) == 1 else None)
    return frozenset(told | KIND_WORDS.get(domain or "", frozenset()))


def called_rooms(call: Call, names: Names) -> set[str]:
    """Names of the rooms that a call is for."""
    area = call.arguments.get("area")
    rooms = {room_named(str(area), names) or str(area)} if area else set()
    return rooms | {
        thing.room for thing in _selected(call, names) if thing.room and call.arguments.get("name")
    }


def room_named(text: str, names: Names) -> str | None:
    """The room that is called just so, with or without gaps: "bed room"."""
    said = _closed(text)
    return next(
        (room.name for room in names.rooms if said in {_closed(one) for one in (room.name, *room.aliases)}),
        None,
    )


def is_of_the_home(text: str, names: Names) -> bool:
    """Whether a marked room may be one of these, or all of them."""
    known = [*(said for room in names.rooms for said in (room.name, *room.aliases)), *names.floors]
    closed = {_closed(room) for room in known} | {*_WHOLE_HOME, "wholehouse", "entirehouse"}
    return any(room in _closed(text) or _closed(text) in room for room in closed)


def is_whole_home(text: str) -> bool:
    """Whether a marked room is all of the home, or the one where it is said."""
    return words(text) <= _WHOLE_HOME


def in_home(text: str, names: Names) -> bool:
    """Whether a device of the home is called so."""
    return any(
        words(text) <= _called(thing) | KIND_WORDS.get(thing.domain, frozenset()) for thing in names.things
    )


def _selected(call: Call, names: Names) -> list[Thing]:
    """The things that a call names, else those of its kind."""
    name, area, domain = (call.arguments.get(key) for key in ("name", "area", "domain"))
    domain = domain or _domain(call)
    if name and name != "all":
        return [thing for thing in names.things if thing.name == name]
    return [thing for thing in names.things if domain == thing.domain and area in (None, thing.room)]


def _domain(call: Call) -> str | None:
    domain = call.arguments.get("domain")
    return str(domain) if domain else _DOMAINS.get(call.tool) if not call.arguments.get("name") else None


def _called(thing: Thing) -> frozenset[str]:
    said = (thing.name, *thing.aliases, thing.room or "")
    return frozenset(word for one in said for word in words(one, every=True))


def _closed(text: str) -> str:
    return "".join(word for word in text.casefold().split() if word not in EMPTY)
