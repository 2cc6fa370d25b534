"""What Home Assistant's intents make of a thing's state, where it obeys at once."""

from collections.abc import Callable, Mapping
from typing import Any

States = dict[str, dict[str, Any]]
Slots = Mapping[str, Any]
Does = Callable[[str, dict[str, Any], Slots], None]
"""Changes the state of the thing with this id, as the slots say."""

_ON = {
    "cover": "open", "valve": "open", "lock": "locked", "vacuum": "cleaning", "lawn_mower": "mowing",
    "climate": "heat", "scene": "now", "button": "now", "script": "on",
}  # fmt: skip
_OFF = {
    "cover": "closed",
    "valve": "closed",
    "lock": "unlocked",
    "vacuum": "returning",
    "lawn_mower": "docked",
}
_STAYS = frozenset({"sensor", "binary_sensor", "todo", "weather", "person", "device_tracker"})
_STEP = 10


def _switched(states: Mapping[str, str], otherwise: str, position: int) -> Does:
    def does(id_: str, thing: dict[str, Any], slots: Slots) -> None:
        domain = id_.partition(".")[0]
        if domain in _STAYS:
            return
        thing["state"] = states.get(domain, otherwise)
        if "current_position" in thing["attributes"]:
            thing["attributes"]["current_position"] = position

    return does


_on, _off = _switched(_ON, "on", 100), _switched(_OFF, "off", 0)


def _light(id_: str, thing: dict[str, Any], slots: Slots) -> None:
    thing["state"] = "on"
    if "brightness" in slots:
        level = round(255 * float(slots["brightness"]) / 100)
        thing["attributes"]["brightness"] = level
        thing["state"] = "on" if level else "off"
    for name in ("color", "temperature"):
        if name in slots:
            thing["attributes"][name] = slots[name]


def _position(id_: str, thing: dict[str, Any], slots: Slots) -> None:
    thing["attributes"]["current_position"] = slots["position"]
    thing["state"] = "open" if slots["position"] else "closed"


def _temperature(id_: str, thing: dict[str, Any], slots: Slots) -> None:
    thing["attributes"]["temperature"] = slots["temperature"]


def _speed(id_: str, thing: dict[str, Any], slots: Slots) -> None:
    thing["attributes"]["percentage"] = slots["percentage"]
    thing["state"] = "on"


def _volume(id_: str, thing: dict[str, Any], slots: Slots) -> None:
    thing["attributes"]["volume_level"] = float(slots["volume_level"]) / 100


def _volume_by(id_: str, thing: dict[str, Any], slots: Slots) -> None:
    said = slots["volume_step"]
    step = {"up": _STEP, "down": -_STEP}.get(said) if isinstance(said, str) else said
    level = float(thing["attributes"].get("volume_level", 0)) + float(step or 0) / 100
    thing["attributes"]["volume_level"] = min(1.0, max(0.0, level))


def _muted(muted: bool) -> Does:
    return lambda id_, thing, slots: thing["attributes"].update(is_volume_muted=muted)


def _is(state: str) -> Does:
    return lambda id_, thing, slots: thing.update(state=state)


def _track(step: int) -> Does:
    def does(id_: str, thing: dict[str, Any], slots: Slots) -> None:
        thing["attributes"]["media_track"] = thing["attributes"].get("media_track", 1) + step

    return does


def _listed(id_: str, thing: dict[str, Any], slots: Slots) -> None:
    thing["state"] = str(int(thing["state"]) + 1)


DOES: Mapping[str, Does] = {
    "HassTurnOn": _on,
    "HassTurnOff": _off,
    "HassLightSet": _light,
    "HassSetPosition": _position,
    "HassClimateSetTemperature": _temperature,
    "HassFanSetSpeed": _speed,
    "HassSetVolume": _volume,
    "HassSetVolumeRelative": _volume_by,
    "HassMediaPlayerMute": _muted(True),
    "HassMediaPlayerUnmute": _muted(False),
    "HassMediaPause": _is("paused"),
    "HassMediaUnpause": _is("playing"),
    "HassMediaNext": _track(1),
    "HassMediaPrevious": _track(-1),
    "HassVacuumStart": _is("cleaning"),
    "HassVacuumReturnToBase": _is("returning"),
    "HassLawnMowerStartMowing": _is("mowing"),
    "HassLawnMowerDock": _is("docked"),
    "HassShoppingListAddItem": _listed,
    "HassListAddItem": _listed,
}
"""Those that change a home; the others tell something, or are for timers."""
