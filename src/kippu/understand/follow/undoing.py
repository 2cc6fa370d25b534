"""What takes a call back: as its skill told when it ran, or by its opposite."""

from collections.abc import Sequence
from typing import Any

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.cues import target_of

_SWITCHED = regex(r"turn_on|turn_off|toggle|set_|change_|media|play|mute|unmute|start")
OPPOSITE = {
    "turn_on": "turn_off", "turn_off": "turn_on", "open": "close", "close": "open", "lock": "unlock",
    "unlock": "lock", "mute": "unmute", "unmute": "mute", "toggle": "toggle", "start": "dock",
}  # fmt: skip
"""What ends the state that a tool of the home leads to, both without "home."."""
_TRACKS = {"next": "previous", "previous": "next"}


def switched_off(earlier: Sequence[Call]) -> tuple[Call, ...]:
    """Off with what the calls were about, as far as it can be switched: blinds that went down stay down."""
    switched = (call for call in earlier if _SWITCHED.match(call.tool.removeprefix("home.")))
    return tuple(_off(call) for call in switched if target_of(call) or call.tool == "home.play")


def _off(call: Call) -> Call:
    """Music that is off leaves its player on, and the room that it plays in."""
    if call.tool in {"home.media", "home.play"}:
        player = {} if "name" in call.arguments else {"domain": "media_player"}
        return Call("home.media", {**player, **target_of(call), "command": "pause"})
    return Call("home.turn_off", target_of(call))


def undo_all(earlier: Sequence[Call], told: Sequence[tuple[Call, ...]]) -> tuple[Call, ...]:
    """What takes all of them back, the last first: as their skills told, else by their opposites.

    None where there is no way back for one of them.
    """
    ways = [tuple(way) for way in told] or [()] * len(earlier)
    back = [way or _alone(undo(call)) for call, way in zip(earlier, ways, strict=True)]
    return tuple(call for way in reversed(back) for call in way) if all(back) else ()


def _alone(call: Call | None) -> tuple[Call, ...]:
    return (call,) if call else ()


def undo(call: Call) -> Call | None:
    """What takes a call back, where it is known without the state before."""
    skill, _, verb = call.tool.partition(".")
    given = dict(call.arguments)
    if skill == "home":
        if verb in OPPOSITE:
            return Call(f"home.{OPPOSITE[verb]}", target_of(call))
        if verb == "media" and given.get("command") in _TRACKS:
            return Call(call.tool, {**given, "command": _TRACKS[given["command"]]})
        if isinstance(step := given.get("step"), int | float):
            return Call(call.tool, {**given, "step": -step})
        return None
    if verb == "move" or call.tool in _CHANGES:
        return None
    if skill == "lists" and verb in {"add", "remove", "check"}:
        return Call("lists.remove" if verb == "add" else "lists.add", given)
    return cancel(call)


_CHANGES = frozenset({
    "timers.pause", "timers.resume", "timers.add", "timers.subtract", "timers.name",
    "timers.cancel_commands", "alarms.snooze",
})  # fmt: skip
"""What changes a thing that was there before, and ends none of its own."""
_AWAY = {"alarms.move": "alarms.cancel", "reminders.move": "reminders.remove"}


def cancel(call: Call) -> Call | None:
    """What takes back an alarm, a reminder, a timer, an event or a note; None for all else."""
    given = call.arguments
    if call.tool == "alarms.list":  # the only one; of several it is asked which
        return Call("alarms.cancel")
    if call.tool == "reminders.list":
        return Call("reminders.remove", {"text": given["words"]} if given.get("words") else {})
    if call.tool in {"alarms.set", "alarms.snooze"}:
        return Call("alarms.cancel", {key: given[key] for key in ("at", "name") if given.get(key)})
    if call.tool in _AWAY and given.get("id"):
        return Call(_AWAY[call.tool], {"id": given["id"]})
    if call.tool == "alarms.move":
        return Call("alarms.cancel", {"name": given["name"]} if given.get("name") else {})
    if call.tool in {"reminders.add", "reminders.move"}:
        return Call("reminders.remove", {"text": given["text"]} if given.get("text") else {})
    if call.tool == "calendar.show" and given.get("words"):
        return Call("calendar.remove", {"text": given["words"]})
    if call.tool in {"calendar.add", "calendar.move"} and given.get("text"):
        return Call("calendar.remove", {"text": given["text"]})
    if call.tool == "notes.add" and "to" not in given:  # else a part of one, whose rest is to stay
        return Call("notes.remove", {"words": given["text"]})
    if call.tool == "notes.find" and given.get("words"):
        return Call("notes.remove", {"words": given["words"]})
    if call.tool.startswith("timers.") and call.tool not in _ENDS:
        return Call("timers.cancel", timer_of(call))
    return None


_ENDS = frozenset({"timers.cancel", "timers.cancel_all", "timers.cancel_commands", "timers.put_back"})


def timer_of(call: Call) -> dict[str, Any]:
    """What tells the timer that a call was about from the others."""
    given = call.arguments
    if given.get("id"):
        return {"id": given["id"]}
    if given.get("command"):
        return {"name": given["command"]}
    if call.tool == "timers.start":
        which = {f"start_{unit}": given[unit] for unit in ("hours", "minutes", "seconds") if given.get(unit)}
        return {"name": given["name"]} if given.get("name") else which
    return {key: given[key] for key in given if key in {"name", "area", "id"} or key.startswith("start_")}
