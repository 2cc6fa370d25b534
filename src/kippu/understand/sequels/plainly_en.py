"""Plain English sequels: what is meant, said as the readers of sequels know it."""

from datetime import time

from kippu.regex import regex
from kippu.understand.sequels.parts import Parts

_ANY = ""
_SAID = {
    "cancel": {
        "timer": "cancel it", "alarm": "cancel it", "reminder": "cancel it", "plan": "cancel it",
        "event": "cancel it", "note": "delete it", "list": "undo that", "light": "undo that",
        "climate": "undo that", "cover": "undo that", "fan": "undo that", "plug": "undo that",
        "media": "stop the music", "vacuum": "stop it",
    },
    "undo": {_ANY: "undo that"},
    "more": {
        "light": "brighter", "climate": "warmer", "media": "louder", "fan": "faster",
        "cover": "open it a bit more", "state": "",
    },
    "less": {
        "light": "dimmer", "climate": "cooler", "media": "quieter", "fan": "slower",
        "cover": "close it a bit",
    },
    "which": {
        "timer": "which timers are running", "alarm": "which alarms are set", "reminder": "list my reminders",
        "event": "what's on my calendar", "plan": "what is planned",
    },
    "show": {
        "light": "which lights are on", "plug": "what is on", "fan": "what is on", "state": "what is on",
        "climate": "what is the temperature", "cover": "which blinds are open", "media": "what song is that",
        "timer": "which timers are running", "alarm": "which alarms are set", "reminder": "list my reminders",
        "plan": "what is planned", "event": "what's on my calendar", "note": "read my notes",
        "contact": "list my contacts",
    },
    "count": {
        "light": "how many lights are on", "state": "how many lights are on",
        "timer": "which timers are running", "alarm": "which alarms are set", "reminder": "list my reminders",
        "event": "what's on my calendar", "note": "read my notes", "contact": "list my contacts",
        "plan": "what is planned",
    },
    "when": {
        "alarm": "when is it", "reminder": "when is it", "plan": "when is it", "event": "when is it",
        "timer": "how long is left",
    },
    "left": {
        "timer": "how long is left", "plan": "when is it", "alarm": "when is it", "reminder": "when is it",
        "event": "when is it", "vacuum": "is it cleaning",
    },
    "value": {
        "light": "how bright is it", "climate": "what is it set to", "fan": "what speed is it",
        "cover": "how far open is it", "media": "what is the volume", "timer": "how long is left",
        "alarm": "when is it", "reminder": "when is it", "plan": "when is it", "event": "when is it",
    },
    "asks_detail": {"media": "what song is that", "event": "when is it", "reminder": "when is it"},
    "pause": {"timer": "pause it", "media": "pause", "vacuum": "pause it"},
    "resume": {"timer": "resume it", "media": "play", "vacuum": "start it"},
    "repeat": {_ANY: "say that again"},
    "why": {
        "light": "why did you do that", "fan": "why did you do that", "plug": "why did you do that",
        "cover": "why did you do that", "climate": "why did you do that", "media": "why did you do that",
    },
    "thanks": {_ANY: "thanks"},
}  # fmt: skip
_IS = {
    "light": "on", "climate": "on", "cover": "open", "lock": "locked", "fan": "on", "media": "playing",
    "vacuum": "cleaning", "plug": "on",
}  # fmt: skip
_LEFT_SO = {
    "home.turn_off": "off", "home.turn_on": "on", "home.open": "open", "home.close": "closed",
    "home.lock": "locked", "home.unlock": "unlocked",
}  # fmt: skip
"""How a thing is once a tool did what it does."""
_SWITCHED = frozenset({"on", "off"})
_STATES = {
    "light": _SWITCHED, "climate": _SWITCHED | {"heating", "cooling"}, "cover": {"open", "closed"},
    "lock": {"locked", "unlocked", "open", "closed"}, "fan": _SWITCHED, "plug": _SWITCHED,
    "media": _SWITCHED | {"playing", "paused", "muted"}, "vacuum": {"cleaning", "docked", "charging"},
}  # fmt: skip
_OFF = {
    "light": "turn it off", "climate": "turn it off", "cover": "close it", "lock": "lock it",
    "fan": "turn it off", "media": "stop the music", "vacuum": "stop it", "plug": "turn it off",
    "state": "turn it off", "timer": "cancel it", "alarm": "cancel it",
}  # fmt: skip
_ON = {
    "light": "turn it on", "climate": "turn it on", "cover": "open it", "fan": "turn it on", "media": "play",
    "vacuum": "start it", "plug": "turn it on", "state": "turn it on",
}  # fmt: skip
_VERBS = {
    "off": "turn it off", "on": "turn it on", "open": "open it", "close": "close it", "lock": "lock it",
    "start": "start it", "stop": "stop it", "pause": "pause it", "play": "play", "dock": "send it home",
}  # fmt: skip
_NOON = 12
_LATER = ("back", "later", "delay", "postpone", "more", "extra", "snooze")
_EARLIER = ("earlier", "forward", "sooner", "before")


def plainly(op: str, context: str, parts: Parts) -> str:
    """The plain sequel; empty where there is none that says all of it."""
    if op == "cancel" and context in _IS and parts.verb in _VERBS:
        op = "instead"
    made = _MADE.get(op)
    if made:
        return _of_all(made(context, parts), parts)
    said = _SAID.get(op, {})
    if op in {"show", "count"} and context == "list" and parts.call.arguments.get("list"):
        return f"read the {parts.call.arguments['list']} list"
    return said.get(context, said.get(_ANY, ""))


def _of_all(plain: str, parts: Parts) -> str:
    """The plain sequel for all that was spoken of, where that is meant."""
    both = "both" in parts.text
    if not parts.several:
        return plain
    if plain.startswith("is it "):
        return f"are {'both of them' if both else 'they'} {plain.removeprefix('is it ')}"
    return _IT.sub("both of them" if both else "them", plain, count=1)


_IT = regex(r"\bit\b")
_PAST = regex(r"\b(?P<minutes>half|(?:a )?quarter|five|ten|twenty|5|10|20) (?P<way>past|to)\b(?! \d)")
"""Past an hour that is left out: the one that was spoken of."""
_LOW = regex(r"\b(?:low|dark|dim|cold|quiet|slow|little)\b")
_HIGH = regex(r"\b(?:high|bright|hot|warm|loud|fast|much)\b")
_STAYS = regex(r"\b(?:leave|keep|stays?)\b")
_NOT_BUT = regex(r"\bnot (?:the |any )?(?P<no>[\w' -]+?)(?:,| but| i (?:mean|meant|said)) *(?P<but>.+)")


def _past_its_hour(parts: Parts) -> str:
    """ "half past" behind four o'clock, with that hour."""
    match, at = _PAST.search(parts.text), str(parts.call.arguments.get("at", ""))
    try:
        hour = time.fromisoformat(at.partition("T")[2] or at).hour
    except ValueError:
        return ""
    if match is None:
        return ""
    return f"{match[0]} {(hour - 1) % 12 + 1} {'am' if hour < _NOON else 'pm'}"


def _time(context: str, parts: Parts) -> str:
    words = parts.text.split()
    if parts.length:
        if context in {"timer", "plan"} and not any(word in words for word in (*_LATER, *_EARLIER)):
            return f"make it {parts.length}"
        way = "earlier" if any(word in words for word in _EARLIER) else "later"
        return f"make it {parts.length} {way}"
    if context in _IS and parts.when:
        return f"{parts.order} {parts.when}" if parts.order else ""
    when = _past_its_hour(parts) or parts.when or parts.level
    return f"make it {when}" if when and context not in {"light", "list", "note"} else ""


def _level(context: str, parts: Parts) -> str:
    if context in {"timer", "alarm", "reminder", "plan", "event"}:
        return _time(context, parts)
    if context == "media":
        return f"set the volume to {parts.level}" if parts.level else ""
    if not parts.level and (_LOW.search(parts.text) or _HIGH.search(parts.text)):
        return _SAID["more" if _LOW.search(parts.text) else "less"].get(context, "")
    return f"make it {parts.level}" if parts.level else ""


def _more(context: str, parts: Parts) -> str:
    if context == "timer":
        return f"{parts.length} longer" if parts.length else ""
    return f"make it {parts.level}" if parts.level.endswith("%") else _SAID["more"].get(context, "")


def _less(context: str, parts: Parts) -> str:
    if context == "timer":
        return f"{parts.length} shorter" if parts.length else ""
    return f"make it {parts.level}" if parts.level.endswith("%") else _SAID["less"].get(context, "")


def _off(context: str, parts: Parts) -> str:
    when = parts.when or (f"in {parts.length}" if parts.length else "")
    said = _OFF.get(context, "")
    return said + (f" {when}" if said and when and context in {*_IS, "state"} else "")


def _on(context: str, parts: Parts) -> str:
    if context == "plan":
        return "cancel it" if _STAYS.search(parts.text) else ""
    when = parts.when or (f"in {parts.length}" if parts.length else "")
    said = _ON.get(context, "")
    return said + (f" {when}" if said and when and context in {*_IS, "state"} else "")


def _instead(context: str, parts: Parts) -> str:
    said = _VERBS.get(parts.verb, "")
    return f"{said} {parts.when}".strip() if said and context in {*_IS, "state"} else ""


def _too(context: str, parts: Parts) -> str:
    if parts.named:
        return f"and {parts.named} too"
    return f"and {parts.when} too" if parts.when and context in {"alarm", "reminder", "event"} else ""


def _other(context: str, parts: Parts) -> str:
    if context == "list" and (match := _NOT_BUT.search(parts.text)):
        return f"no i meant {match['but']}"
    return f"no, {parts.named}" if parts.named else _time(context, parts)


def _except(context: str, parts: Parts) -> str:
    if context == "plan" and _STAYS.search(parts.text):
        return "cancel it"
    return f"not {parts.named}" if parts.named else ""


def _another(context: str, parts: Parts) -> str:
    if context == "timer":
        return f"and another for {parts.length}" if parts.length else ""
    if context == "alarm":
        return f"and another {parts.when}" if parts.when else ""
    return ""


def _remove(context: str, parts: Parts) -> str:
    if context in {"alarm", "event", "reminder"} and parts.when:
        return {"alarm": f"cancel the alarm {parts.when}"}.get(context, "")
    if context == "timer" and parts.length:
        return f"cancel the {parts.length} timer"
    return f"turn off {parts.named}" if parts.named and context in {"light", "plug", "fan"} else ""


def _state(context: str, parts: Parts) -> str:
    if context in _IS:
        state = parts.state or _LEFT_SO.get(parts.call.tool, _IS[context])
        return f"is it {state}" if state in _STATES[context] else ""
    return _SAID["value"].get(context, "")


def _often(context: str, parts: Parts) -> str:
    return parts.often if context in {"alarm", "reminder", "plan", "event"} else ""


_MADE = {
    "time": _time, "level": _level, "more": _more, "less": _less, "off": _off, "on": _on,
    "instead": _instead, "too": _too, "other": _other, "except": _except, "another": _another,
    "remove": _remove, "state": _state, "often": _often,
}  # fmt: skip
