"""Home Assistant's intents, said as our calls.

The sentence templates of home-assistant-intents name an intent and slots; here is what each means in our own
tools. Knows the names of things only to tell a cover from a lamp.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kippu.names import Names, Thing
from kippu.turn import Call
from kippu.understand.text.own_words import unquoted

Slots = Mapping[str, Any]

_TARGET = ("name", "area", "floor", "domain", "device_class")
_TIMER = ("hours", "minutes", "seconds", "start_hours", "start_minutes", "start_seconds", "name", "area")
_ON = {"cover": "home.open", "valve": "home.open", "lock": "home.lock", "button": "home.press"}
_OFF = {"cover": "home.close", "valve": "home.close", "lock": "home.unlock"}
_STEP = {"up": 10, "down": -10}

_ASK = {
    "one": "one", "one_yesno": "is", "any": "any", "all": "all", "which": "which",
    "how_many": "how_many", "where": "where",
}  # fmt: skip


def domain_of(slots: Slots, names: Names) -> str | None:
    """The domain that the slots name, or that of the thing which they name."""
    if slots.get("domain"):
        return str(slots["domain"])
    name = str(slots.get("name", "")).casefold()
    found = {thing.domain for thing in names.things if _is_called(thing, name)}
    return found.pop() if len(found) == 1 else None


def _is_called(thing: Thing, name: str) -> bool:
    return name in (thing.name.casefold(), *(alias.casefold() for alias in thing.aliases))


def _target(slots: Slots) -> dict[str, Any]:
    return {key: _plain(slots[key]) for key in _TARGET if slots.get(key)}


def _switched(slots: Slots) -> dict[str, Any]:
    """A kind alone is all of that kind: what is meant in this room comes with an area."""
    target = _target(slots)
    return (
        {"name": "all", **target}
        if "domain" in target and not {"name", "area", "floor"} & target.keys()
        else target
    )


def _plain(value: Any) -> Any:
    return unquoted(value.strip()) if isinstance(value, str) else value


def _on(slots: Slots, names: Names, response: str | None) -> Call:
    return Call(_ON.get(domain_of(slots, names) or "", "home.turn_on"), _switched(slots))


def _off(slots: Slots, names: Names, response: str | None) -> Call:
    return Call(_OFF.get(domain_of(slots, names) or "", "home.turn_off"), _switched(slots))


def _light(slots: Slots, names: Names, response: str | None) -> Call:
    own = {key: slots[key] for key in ("brightness", "color", "temperature") if slots.get(key) is not None}
    target = _target(slots)
    return Call("home.set_light", {**({} if "name" in target else {"domain": "light"}), **target, **own})


def _state(slots: Slots, names: Names, response: str | None) -> Call:
    asked = {"ask": _ASK.get(response or "one", "one")}
    state = {"state": slots["state"]} if slots.get("state") else {}
    return Call("home.state", {**_target(slots), **state, **asked})


def _volume_step(slots: Slots, names: Names, response: str | None) -> Call:
    step = slots.get("volume_step", "up")
    return Call("home.change_volume", {**_target(slots), "step": _STEP.get(str(step), step)})


def _to(tool: str, **renamed: str) -> Callable[[Slots, Names, str | None], Call]:
    """A home tool whose own arguments carry other names than the slots: ``argument="slot"``."""

    def build(slots: Slots, names: Names, response: str | None) -> Call:
        own = {
            mine: _plain(slots[theirs]) for mine, theirs in renamed.items() if slots.get(theirs) is not None
        }
        return Call(tool, {**_target(slots), **own})

    return build


def _fixed(tool: str, **arguments: Any) -> Callable[[Slots, Names, str | None], Call]:
    def build(slots: Slots, names: Names, response: str | None) -> Call:
        return Call(tool, {**_target(slots), **arguments})

    return build


def _timer(tool: str) -> Callable[[Slots, Names, str | None], Call]:
    def build(slots: Slots, names: Names, response: str | None) -> Call:
        arguments = {key: _plain(slots[key]) for key in _TIMER if slots.get(key)}
        if slots.get("conversation_command"):
            arguments["command"] = _plain(slots["conversation_command"])
        return Call(tool, arguments)

    return build


def _list(tool: str) -> Callable[[Slots, Names, str | None], Call]:
    def build(slots: Slots, names: Names, response: str | None) -> Call:
        return Call(tool, {"item": _plain(slots["item"]), "list": _plain(slots.get("name") or "shopping")})

    return build


def _plain_call(tool: str) -> Callable[[Slots, Names, str | None], Call]:
    return lambda slots, names, response: Call(tool)


INTENTS: dict[str, Callable[[Slots, Names, str | None], Call]] = {
    "HassTurnOn": _on,
    "HassTurnOff": _off,
    "HassToggle": _to("home.toggle"),
    "HassLightSet": _light,
    "HassSetPosition": _to("home.set_position", position="position"),
    "HassClimateSetTemperature": _to("home.set_temperature", temperature="temperature"),
    "HassClimateGetTemperature": _to("home.temperature"),
    "HassClimateSetFanMode": _to("home.set_fan_mode", mode="fan_mode"),
    "HassFanSetSpeed": _to("home.set_speed", speed="percentage"),
    "HassGetState": _state,
    "HassGetWeather": _to("home.weather"),
    "HassMediaNext": _fixed("home.media", command="next"),
    "HassMediaPrevious": _fixed("home.media", command="previous"),
    "HassMediaPause": _fixed("home.media", command="pause"),
    "HassMediaUnpause": _fixed("home.media", command="play"),
    "HassMediaPlayerMute": _to("home.mute"),
    "HassMediaPlayerUnmute": _to("home.unmute"),
    "HassMediaSearchAndPlay": _to("home.play", query="search_query", media_class="media_class"),
    "HassSetVolume": _to("home.set_volume", volume="volume_level"),
    "HassSetVolumeRelative": _volume_step,
    "HassVacuumStart": _fixed("home.start", domain="vacuum"),
    "HassVacuumReturnToBase": _fixed("home.dock", domain="vacuum"),
    "HassVacuumCleanArea": _to("home.clean"),
    "HassLawnMowerStartMowing": _fixed("home.start", domain="lawn_mower"),
    "HassLawnMowerDock": _fixed("home.dock", domain="lawn_mower"),
    "HassShoppingListAddItem": _list("lists.add"),
    "HassShoppingListCompleteItem": _list("lists.check"),
    "HassListAddItem": _list("lists.add"),
    "HassListCompleteItem": _list("lists.check"),
    "HassListRemoveItem": _list("lists.remove"),
    "HassStartTimer": _timer("timers.start"),
    "HassCancelTimer": _timer("timers.cancel"),
    "HassCancelAllTimers": _timer("timers.cancel_all"),
    "HassPauseTimer": _timer("timers.pause"),
    "HassUnpauseTimer": _timer("timers.resume"),
    "HassIncreaseTimer": _timer("timers.add"),
    "HassDecreaseTimer": _timer("timers.subtract"),
    "HassTimerStatus": _timer("timers.status"),
    "HassGetCurrentTime": _plain_call("clock.time"),
    "HassGetCurrentDate": _plain_call("clock.date"),
    "HassNevermind": _plain_call("help.never_mind"),
}
"""Intents that are left out (HassRespond, HassBroadcast) are talk, or need loudspeakers in rooms."""


def call_for(intent: str, slots: Slots, names: Names, response: str | None = None) -> Call | None:
    """What an intent with these slots means as one call; None for intents that we leave to talk."""
    build = INTENTS.get(intent)
    return build(slots, names, response) if build else None
