"""What kind of change a taken-apart sentence wants, and of which things: before any tool is thought of.

The same for every language: the words are gone here.
"""

from kippu.names import Thing
from kippu.understand.cues.frame import Frame

_SWITCHED = frozenset(
    "light switch fan media_player climate humidifier siren water_heater input_boolean automation remote "
    "scene script group".split()
)
_DOMAINS: dict[str, frozenset[str]] = {
    "set_light": frozenset({"light"}),
    "volume": frozenset({"media_player"}),
    "temperature": frozenset({"climate", "water_heater"}),
    "humidity": frozenset({"humidifier"}),
    "position": frozenset({"cover", "valve"}),
    "lock": frozenset({"lock"}),
    "vacuum": frozenset({"vacuum"}),
    "mower": frozenset({"lawn_mower"}),
    "robot": frozenset({"vacuum", "lawn_mower"}),
    "fan": frozenset({"fan"}),
    "water": frozenset({"switch", "valve"}),
    "press": frozenset({"button", "siren", "scene", "script"}),
    "open": frozenset({"cover", "valve", "lock"}),
    "switched": _SWITCHED | {"cover", "valve", "vacuum", "lawn_mower", "button", "lock"},
}


def purpose(frame: Frame) -> str | None:  # noqa: PLR0912  # one line for each thing that can be wanted, in order
    """What kind of change is wanted, before it is known of what."""
    verbs = frame.by_group.get("verbs", [])
    if frame.has("verbs", "mute") and _about(frame, "siren"):
        return "switched"
    if frame.has("colors") or frame.has("kelvins") or frame.has("kelvin") or frame.has("properties", "color"):
        return "set_light"
    if frame.has("verbs", "mute", "unmute", "louder", "quieter", "next", "previous", "too_loud", "too_quiet"):
        return "volume"
    if frame.has("verbs", "resume", "play", "pause") or frame.has("properties", "volume"):
        return "volume" if not frame.has("kinds", "vacuum", "lawn_mower") else "robot"
    if frame.has("properties", "brightness") or frame.has(
        "verbs", "brighter", "dimmer", "too_dark", "too_bright"
    ):
        return "set_light"
    if frame.has("verbs", "warmer", "cooler") and _about(frame, "light") and not frame.has("degrees"):
        return "set_light"
    if frame.has("verbs", "warmer", "cooler", "too_hot", "too_cold") or frame.has(
        "properties", "temperature"
    ):
        return "temperature" if not frame.has("verbs", "on", "off") else "switched"
    if (
        frame.has("degrees")
        or (frame.has("modes") and not frame.has("verbs", "on", "off") and _is_for_climate(frame))
        or frame.has("presets")
    ):
        return "temperature"
    if frame.has("properties", "humidity"):
        return "humidity"
    if frame.has("verbs", "lock", "unlock"):
        return "lock"
    if frame.has("verbs", "clean"):
        return "vacuum"
    if frame.has("verbs", "water", "unwater"):
        return "water"
    if frame.has("verbs", "mow"):
        return "mower"
    if frame.has("verbs", "dock"):
        return "robot"
    if frame.has("verbs", "faster", "slower") or frame.has("properties", "speed"):
        return "fan"
    if frame.has("verbs", "press"):
        return "press"
    dims = _about(frame, "light") and frame.has("verbs", "up", "down")  # "lower" is said of blinds too
    if (frame.has("verbs", "open", "close") and not dims) or frame.has("properties", "position"):
        return "open"
    levelled = frame.number("percent", "number", "tenths") is not None or frame.has("values")
    return "switched" if verbs or levelled else None


def _is_for_climate(frame: Frame) -> bool:
    """False for "cool song": a mode is one beside a verb, a room, or what has modes."""
    return bool(
        frame.has("verbs")
        or frame.has("kinds", "climate")
        or frame.has("properties", "mode")
        or frame.mentions
        or not (frame.has("kinds") or frame.has("ask") or frame.leftover)
    )


def _about(frame: Frame, domain: str) -> bool:
    """True when a thing of this domain is said, by its kind or by its name."""
    things = (thing for mention in frame.mentions for thing in mention.things)
    return frame.has("kinds", domain) or any(thing.domain == domain for thing in things)


def domains(purpose_: str) -> frozenset[str]:
    """The domains that such a change can be made to."""
    return _DOMAINS[purpose_]


def default_domain(frame: Frame, purpose_: str, things: tuple[Thing, ...]) -> str | None:
    """The one domain that is meant when only a room, or nothing, was named."""
    usual = {"set_light": "light", "volume": "media_player", "humidity": "humidifier", "lock": "lock",
             "vacuum": "vacuum", "mower": "lawn_mower", "fan": "fan",
             "temperature": "climate"}.get(purpose_)  # fmt: skip
    if usual:
        return usual
    present = {thing.domain for thing in things}
    if purpose_ == "robot":
        return "lawn_mower" if present == {"lawn_mower"} else "vacuum"
    if purpose_ == "open":
        return "cover" if "cover" in present else next(iter(present & {"valve"}), None)
    return "light" if "light" in present else None
