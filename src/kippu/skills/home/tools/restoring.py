"""What takes an action back: the calls by which a thing gets as it was before. Sends nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kippu.skills.home.entity import UNKNOWN, Entity
from kippu.skills.home.kinds import colours, covers, lights, media
from kippu.skills.home.orders import Result
from kippu.turn import Call

_UNTOUCHED = ("offline", "unable", "sent")
"""Ends of what got nothing, or tells nothing that could be brought back."""


def as_now(entity: Entity) -> Entity:
    """A copy that stays as it is, whatever the thing says from now on."""
    return replace(entity, attributes=dict(entity.attributes), waiters=[])


def undoing(results: Sequence[Result], before: Mapping[str, Entity]) -> tuple[Call, ...]:
    """What brings all that a command changed back to how it was ``before``, by id.

    Where it changed nothing, what keeps all as it is; empty for what can't be taken back, such as a scene.
    """
    reached = [result for result in results if result.end not in _UNTOUCHED]
    changed = [result for result in reached if result.end != "already"] or reached
    return tuple(call for result in changed for call in _back(before[result.entity.thing.id], result.entity))


def _back(was: Entity, now: Entity) -> Iterator[Call]:
    if was.state == UNKNOWN or was.thing.domain not in _WAYS:
        return
    for tool, arguments in _WAYS[was.thing.domain](was, now):
        yield Call(f"home.{tool}", {"name": was.thing.id, **arguments})


_Step = tuple[str, dict[str, object]]
"""A tool, and what it takes beside the thing."""


def _switched(was: Entity, now: Entity) -> Iterator[_Step]:
    if was.state in ("on", "off"):
        yield f"turn_{was.state}", {}


def _light(was: Entity, now: Entity) -> Iterator[_Step]:
    look: dict[str, object] = {}
    if was.state == "on":
        look = dict(_look(was, now))
    if look:
        yield "set_light", look
    else:
        yield from _switched(was, now)


def _look(was: Entity, now: Entity) -> Iterator[tuple[str, object]]:
    level = lights.percent(was)
    if was.has("brightness") and level and (level != lights.percent(now) or now.state != "on"):
        yield "brightness", level
    kelvin, rgb = was.attributes.get("color_temp_kelvin"), _rgb(was)
    if kelvin and was.has("color_temp") and kelvin != now.attributes.get("color_temp_kelvin"):
        yield "temperature", round(kelvin)
    elif rgb and was.has("color") and rgb != _rgb(now):
        yield "color", colours.hexadecimal(rgb)


def _rgb(entity: Entity) -> colours.Rgb | None:
    has = entity.attributes
    if told := has.get("rgb_color"):
        red, green, blue = (round(part or 0) for part in told[:3])
        return red, green, blue
    if told := has.get("hs_color"):
        return colours.from_hs(*told[:2])
    if told := has.get("xy_color"):
        return colours.from_xy(*told[:2])
    return None


def _cover(was: Entity, now: Entity) -> Iterator[_Step]:
    at = was.attributes.get("current_position")
    if at is not None and was.has("position") and 0 < at < covers.OPEN:
        yield "set_position", {"position": round(at)}
    else:
        shut = at == 0 if at is not None else was.state in ("closed", "closing")
        yield "close" if shut else "open", {}


def _climate(was: Entity, now: Entity) -> Iterator[_Step]:
    has, is_ = was.attributes, now.attributes
    degrees, mode = has.get("temperature"), was.state
    if degrees is not None and degrees != is_.get("temperature"):
        # Together, for many a device keeps a temperature of its own for each mode.
        together = {"mode": mode} if mode not in ("off", now.state) else {}
        yield "set_temperature", {"temperature": degrees, **together}
        mode = now.state if together else mode
    if mode != now.state:
        yield ("set_mode", {"mode": mode}) if was.has("modes") else (f"turn_{_on_off(mode)}", {})
    for attribute, tool, argument in (
        ("humidity", "set_humidity", "humidity"),
        ("fan_mode", "set_fan_mode", "mode"),
        ("preset_mode", "set_preset", "preset"),
    ):
        if has.get(attribute) != is_.get(attribute) and has.get(attribute) is not None:
            yield tool, {argument: has[attribute]}


def _on_off(state: str) -> str:
    return "off" if state == "off" else "on"


def _fan(was: Entity, now: Entity) -> Iterator[_Step]:
    speed = was.attributes.get("percentage")
    preset = was.attributes.get("preset_mode")
    if was.state == "on" and preset and preset != now.attributes.get("preset_mode"):
        yield "set_preset", {"preset": preset}
    if was.state == "on" and was.has("speed") and speed:
        yield "set_speed", {"speed": round(speed)}
    else:
        yield from _switched(was, now)


def _humidifier(was: Entity, now: Entity) -> Iterator[_Step]:
    wanted = was.attributes.get("humidity")
    if wanted is not None and wanted != now.attributes.get("humidity"):
        yield "set_humidity", {"humidity": round(wanted)}
    if was.state != now.state:
        yield from _switched(was, now)


def _player(was: Entity, now: Entity) -> Iterator[_Step]:
    loud, muted = media.volume(was), was.attributes.get("is_volume_muted")
    if was.state != now.state:
        resting = ("off", "standby")
        if was.state in resting:
            yield "turn_off", {}
        elif now.state in resting:
            yield "turn_on", {}
        if command := {"playing": "play", "paused": "pause", "idle": "stop"}.get(was.state):
            yield "media", {"command": command}
    if loud is not None and loud != media.volume(now):
        yield "set_volume", {"volume": loud}
    if muted is not None and bool(muted) != bool(now.attributes.get("is_volume_muted")):
        yield "mute" if muted else "unmute", {}


def _lock(was: Entity, now: Entity) -> Iterator[_Step]:
    yield "lock" if was.state in ("locked", "locking") else "unlock", {}


def _robot(was: Entity, now: Entity) -> Iterator[_Step]:
    works = {"cleaning": "start", "mowing": "start", "paused": "pause"}
    yield works.get(was.state, "dock"), {}


def _chosen(was: Entity, now: Entity) -> Iterator[_Step]:
    yield "select", {"option": was.state}


def _number(was: Entity, now: Entity) -> Iterator[_Step]:
    yield "set_value", {"value": float(was.state)}


_WAYS: Mapping[str, Callable[[Entity, Entity], Iterator[_Step]]] = {
    "light": _light,
    "switch": _switched,
    "siren": _switched,
    "cover": _cover,
    "valve": _cover,
    "climate": _climate,
    "water_heater": _climate,
    "fan": _fan,
    "humidifier": _humidifier,
    "media_player": _player,
    "lock": _lock,
    "vacuum": _robot,
    "lawn_mower": _robot,
    "select": _chosen,
    "number": _number,
}
"""By domain. Buttons, scenes and scripts have no way back."""
