"""How a thing says what it is and what it is like: discovery messages, topics, payloads."""

import re
from typing import Any

from kippu.demo.kinds import KINDS
from kippu.demo.plan import Entity
from kippu.demo.thing import Thing, json_text

_ROOT = "kippu_demo"
ALIVE = f"{_ROOT}/bridge/state"
"""Says online or offline for the whole home; the broker says offline when the player is gone."""
_DISCOVERY = "homeassistant"
_EXTENSIONS = {"input_boolean": "switch"}
"""Domains of Home Assistant's own that are played as their MQTT kin."""


def payloads(thing: Thing) -> list[tuple[str, str]]:
    """End of the topic and payload, for all that the thing tells."""
    channels = [channel for channel in KINDS[thing.plan.domain].channels(thing) if channel.tells]
    told = [(channel.telling(), channel.write(thing.get(channel.key))) for channel in channels]
    rest = _untold(thing)
    return [*told, ("attributes", json_text(rest))] if rest else told


def announcement(thing: Thing) -> dict[str, Any]:
    """The discovery message, in Home Assistant's words (some of them short, as devices do)."""
    plan, kind = thing.plan, KINDS[thing.plan.domain]
    told: dict[str, Any] = {
        "~": base(plan),
        "name": None,
        "uniq_id": f"{_ROOT}_{plan.domain}_{plan.object}",
        "default_entity_id": plan.id,
        "availability": [{"topic": ALIVE}, {"topic": "~/availability"}],
        "availability_mode": "all",
        "device": {
            "identifiers": [f"{_ROOT}_{plan.id}"],
            "name": plan.name,
            **{key: plan.info[key] for key in ("manufacturer", "model", "sw_version") if key in plan.info},
            **({"suggested_area": plan.area.name} if plan.area else {}),
        },
        **kind.extras(thing),
    }
    for channel in kind.channels(thing):
        if channel.tells:
            told[channel.tells] = f"~/{channel.telling()}"
        if channel.takes:
            told[channel.takes] = f"~/{channel.taking()}"
    if "device_class" in thing.attributes:
        told["device_class"] = thing.attributes["device_class"]
    if _untold(thing):
        told["json_attributes_topic"] = "~/attributes"
    own = {
        "aliases": plan.aliases,
        "room_aliases": plan.area.aliases if plan.area else (),
        "floor": plan.area.floor if plan.area else None,
    }
    if any(own.values()):
        told["kippu"] = {key: value for key, value in own.items() if value}
    return told


_CONFIGURED = frozenset(
    "device_class supported_features supported_color_modes hvac_modes fan_modes preset_modes swing_modes "
    "options unit_of_measurement state_class min max step fan_speed_list available_modes operation_list "
    "min_temp max_temp target_temp_step min_kelvin max_kelvin temperature_unit "
    "color_mode percentage_step".split()
)
_WHOLE = frozenset({"weather", "media_player", "light", "vacuum"})
"""Domains that tell all they have in one payload, or have nothing more to tell."""


def _untold(thing: Thing) -> dict[str, Any]:
    if thing.plan.domain in _WHOLE:
        return {}
    told = {channel.key for channel in KINDS[thing.plan.domain].channels(thing)}
    return {
        key: value for key, value in thing.attributes.items() if key not in told and key not in _CONFIGURED
    }


def base(plan: Entity) -> str:
    """What all topics of a thing begin with."""
    room = _slug(plan.area.id) if plan.area else "house"
    return f"{_ROOT}/{room}/{plan.domain}_{_slug(plan.object)}"


def _slug(text: str) -> str:
    return re.sub(r"[\s/+#]+", "_", text)


def config_topic(plan: Entity) -> str:
    """Where its discovery message is kept."""
    component = _EXTENSIONS.get(plan.domain, plan.domain)
    return f"{_DISCOVERY}/{component}/{_ROOT}/{_slug(plan.object)}/config"
