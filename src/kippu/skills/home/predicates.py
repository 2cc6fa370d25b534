"""What is so of a thing, as the end of a sentence: "is locked", 閉まっています; and its opposite."""

from collections.abc import Mapping

from kippu.skills.home.entity import Entity
from kippu.skills.home.words import is_state, state_word

_ON_OFF = {"on": "ついています", "off": "消えています"}
_OPEN = {"open": "開いています", "closed": "閉まっています"}
_WORKS = {"on": "動いています", "off": "止まっています"}
_JAPANESE: Mapping[str, Mapping[str, str]] = {
    "light": _ON_OFF,
    "climate": _ON_OFF,
    "water_heater": _ON_OFF,
    "media_player": {**_ON_OFF, "playing": "再生中です", "paused": "一時停止中です", "idle": "待機中です"},
    "switch": {"on": "オンになっています", "off": "オフになっています"},
    "fan": {"on": "回っています", "off": "止まっています"},
    "humidifier": _WORKS,
    "siren": {"on": "鳴っています", "off": "止まっています"},
    "lock": {"locked": "閉まっています", "unlocked": "開いています"},
    "cover": _OPEN,
    "valve": _OPEN,
    "vacuum": {"docked": "充電台にいます"},
    "lawn_mower": {"docked": "充電台にいます"},
    "person": {"home": "家にいます", "not_home": "外出中です"},
    "device_tracker": {"home": "家にあります", "not_home": "外にあります"},
}
_OPENED = ("開いています", "閉まっています")
_SENSED: Mapping[str, tuple[str, str]] = {
    "door": _OPENED,
    "garage_door": _OPENED,
    "opening": _OPENED,
    "window": _OPENED,
    "lock": _OPENED,
    "battery_charging": ("充電しています", "充電していません"),
    "connectivity": ("つながっています", "つながっていません"),
    "moisture": ("濡れています", "乾いています"),
    "motion": ("動きを検知しています", "動きを検知していません"),
    "moving": ("動いています", "止まっています"),
    "occupancy": ("人を検知しています", "人を検知していません"),
    "presence": ("人を検知しています", "人を検知していません"),
    "running": ("動いています", "止まっています"),
    "plug": ("つながっています", "抜けています"),
}
_ENGLISH: Mapping[str, tuple[str, str]] = {
    "motion": ("detects movement", "detects no movement"),
    "occupancy": ("detects somebody", "detects nobody"),
    "carbon_monoxide": ("detects carbon monoxide", "detects no carbon monoxide"),
    "gas": ("detects gas", "detects no gas"),
    "smoke": ("detects smoke", "detects no smoke"),
    "sound": ("detects a sound", "detects no sound"),
    "tamper": ("detects tampering", "detects no tampering"),
    "battery": ("{is} low", "{is} not low"),
    "problem": ("{is} in trouble", "{is} fine"),
    "light": ("detects light", "detects no light"),
    "update": ("can be updated", "{is} up to date"),
}
_SAME = {
    "shut": "closed",
    "opened": "open",
    "away": "not_home",
    "vacuuming": "cleaning",
    "mopping": "cleaning",
}


def predicate(entity: Entity, state: str | None = None) -> tuple[str, str]:
    """What is so of it now, or would be in this state: in English with {is}, in Japanese a whole ending."""
    alike = entity if state is None else in_state(entity, state)
    thing, now = alike.thing, alike.state
    ja = f"{state_word(alike, 'ja')}です"
    if thing.domain == "binary_sensor" and now in ("on", "off"):
        which, kind = 0 if now == "on" else 1, thing.device_class or ""
        english = _ENGLISH.get(kind, ("{is} " + state_word(alike, "en"),) * 2)
        return english[which], _SENSED.get(kind, (ja, ja))[which]
    return "{is} " + state_word(alike, "en"), _JAPANESE.get(thing.domain, {}).get(now, ja)


def in_state(entity: Entity, asked: str) -> Entity:
    """The same thing as it would be if what is asked were so."""
    states = ("on", "off") if entity.thing.domain == "binary_sensor" else ()
    for state in (*states, _SAME.get(asked, asked)):
        alike = Entity(entity.thing, entity.key, entity.config, entity.room_aliases, state, {})
        if is_state(alike, asked):
            return alike
    return alike


def negative(entity: Entity, state: str) -> tuple[str, str]:
    """What is so of it when this is not: "is not locked", 閉まっていません; a sensor says its other word."""
    asked = in_state(entity, state)
    if entity.thing.domain == "binary_sensor" and asked.state in _OTHER:
        return predicate(entity, _OTHER[asked.state])
    en, ja = predicate(entity, state)
    for yes, no in _ENDINGS.items():
        if ja.endswith(yes):
            return en.replace("{is}", "{is} not"), ja.removesuffix(yes) + no
    return en.replace("{is}", "{is} not"), ja


_OTHER = {"on": "off", "off": "on"}
_ENDINGS = {"います": "いません", "です": "ではありません"}
