"""What was just done or told, in the few words that the reader of sequels has learned."""

from kippu.names import Names
from kippu.turn import Call, Turn
from kippu.understand.fitting import things_of

_OF_SKILL = {
    "timers": "timer", "alarms": "alarm", "reminders": "reminder", "calendar": "event", "lists": "list",
    "notes": "note", "contacts": "contact", "phone": "contact", "clock": "clock",
}  # fmt: skip
_OF_TOOL = {
    "math.convert": "unit", "math.calculate": "sum", "math.share": "sum", "home.state": "state",
    "home.weather": "state", "home.media": "media", "home.play": "media", "home.set_volume": "media",
    "home.change_volume": "media", "home.mute": "media", "home.unmute": "media",
    "home.set_temperature": "climate", "home.change_temperature": "climate", "home.set_mode": "climate",
    "home.set_preset": "climate", "home.set_humidity": "climate", "home.set_light": "light",
    "home.change_brightness": "light", "home.set_speed": "fan", "home.change_speed": "fan",
    "home.set_fan_mode": "climate", "home.start": "vacuum", "home.dock": "vacuum", "home.clean": "vacuum",
    "home.lock": "lock", "home.unlock": "lock", "home.set_position": "cover", "home.change_position": "cover",
}  # fmt: skip
_OF_DOMAIN = {
    "light": "light", "climate": "climate", "cover": "cover", "valve": "cover", "lock": "lock", "fan": "fan",
    "media_player": "media", "vacuum": "vacuum", "lawn_mower": "vacuum", "switch": "plug",
}  # fmt: skip


def context_of(turn: Turn, names: Names) -> str | None:
    """What the turn before was about; None where nothing was done that a sequel could be of."""
    if not turn.earlier or turn.after_talk:
        return None
    call = turn.earlier[-1]
    skill = call.tool.partition(".")[0]
    if skill != "home":
        planned = skill == "timers" and "command" in call.arguments
        return "plan" if planned else _OF_TOOL.get(call.tool) or _OF_SKILL.get(skill)
    return _OF_TOOL.get(call.tool) or _OF_DOMAIN.get(_domain(call, names))


def _domain(call: Call, names: Names) -> str:
    given = call.arguments.get("domain")
    return str(given or next((thing.domain for thing in things_of(call, names)), ""))
