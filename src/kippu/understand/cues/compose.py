"""From a taken-apart sentence and a target to the call: which tool a verb means for which kind of thing.

The same for every language: the words are gone here.
"""

from typing import Any

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.cues.aim import Aim
from kippu.understand.cues.frame import Frame

_STEP = 10
_DEGREES = 1.0


_ON_THE_HOUR = regex(r"\b(?:on|off) at (?:\d|1[0-2])$")
"""A time of day and no level: "turn the lamp off at ten"."""
_AT_LEVEL = regex(r"\bat (?:2[5-9]|[3-9]\d|100)$")
"""A level and no time of day: "turn the lamp on at 50"."""


def compose(frame: Frame, target: Aim, purpose_: str) -> Call | None:
    """The call for one target, or None when verb, value and target don't go together."""
    domain = next(iter(target.domains), None) if len(target.domains) == 1 else target.arguments.get("domain")
    builders = {
        "water": _water,
        "set_light": _light, "volume": _media, "temperature": _climate, "lock": _lock, "vacuum": _robot,
        "mower": _robot, "robot": _robot, "fan": _fan, "open": _open, "humidity": _humidity, "press": _press,
    }  # fmt: skip
    by_domain = {
        "light": _light, "media_player": _media, "climate": _climate, "water_heater": _climate, "lock": _lock,
        "vacuum": _robot, "lawn_mower": _robot, "fan": _fan, "cover": _open, "valve": _open,
        "humidifier": _humidity, "button": _press,
    }  # fmt: skip
    build = builders.get(purpose_) or by_domain.get(str(domain), _switch)
    if _ON_THE_HOUR.search(frame.text):
        build = _switch
    found = build(frame, str(domain))
    if found is None and build is not _switch:
        found = _switch(frame, str(domain))
    if found is None:
        return None
    tool, own = found
    return Call(f"home.{tool}", {**target.arguments, **own})


Found = tuple[str, dict[str, Any]] | None
LEVELS = {
    "max": 100,
    "min": 1,
    "half": 50,
    "quarter": 25,
    "third": 33,
    "two_thirds": 67,
    "three_quarters": 75,
}
"""Levels that have a word, in percent."""


def _level(frame: Frame, whole: float = 100) -> int | None:
    """The level that is named, in percent: a number, a word for one, or None."""
    number = frame.number("percent", "tenths")
    if number is None:
        number = frame.number("number", "degrees")
    if number is not None:
        return round(number)
    return next((LEVELS[value] for value in frame.by_group.get("values", []) if value in LEVELS), None)


def _amount(frame: Frame, step: float) -> float:
    """How much more or less: as said, else a usual step, smaller for "a bit", larger for "a lot"."""
    number = frame.number("percent", "tenths", "degrees", "number")
    if number is not None:
        return abs(number)
    if _BY_SHARE.search(frame.text) and (level := _level(frame)) is not None:
        return level
    return _usual(frame, step)


def _degrees_more(frame: Frame) -> float:
    """The same of a temperature, of which no share can be taken: "by a quarter" is a step."""
    number = frame.number("degrees", "number")
    return _usual(frame, _DEGREES) if number is None else abs(number)


def _usual(frame: Frame, step: float) -> float:
    return step * (0.5 if frame.has("values", "bit") and step > 1 else 2 if frame.has("values", "lot") else 1)


def _relative(frame: Frame, up: tuple[str, ...], down: tuple[str, ...]) -> int:
    """1 for more, -1 for less, 0 for neither; "turn up to 40" names a level and is neither."""
    if _level(frame) is not None and not _by(frame):
        return 0
    if frame.has("verbs", *up):
        return 1
    return -1 if frame.has("verbs", *down) else 0


_DIFFERENCES = tuple(
    "上げ 下げ あげ さげ 明る 暗 暖か 温か あたたか あったか 涼し アップ ダウン "
    "brighter dimmer darker warmer hotter cooler colder louder "
    "quieter more less higher lower".split()
)


_SMALL_STEP = regex(r"\b(?:up|down)$")
"""Before a small number: nobody turns the heating "up two" to reach two."""

_SHIFTS = regex(r"\b(?:raise|increase|bump|lift|lower|decrease|reduce|drop|knock)\b")
"""The same before a few degrees: "drop it two degrees"."""


_BY_SHARE = regex(r"\bby (?:about )?(?:a |an |one )?(?:half|third|quarter)\b")
"""A share by which something shall be more or less: of the whole, for nobody knows what it has."""

_FURTHER = regex(r"(?: by|\banother|\bfurther|\bextra|あと|もう|さらに|更に|追加で|プラス)$")
"""What makes a number that follows a difference: 「あと10%開けて」."""


def _by(frame: Frame) -> bool:
    """True when the number is a difference ("by 20 percent", 「20%上げて」)."""
    number = next(
        (cue for cue in frame.cues if cue.group in {"percent", "degrees", "number", "tenths"}), None
    )
    if number is None:
        return _BY_SHARE.search(frame.text) is not None
    before, after = frame.text[: number.start].rstrip(), frame.text[number.end :].lstrip()
    if before.endswith((" to", " at", "=")) or after.startswith(("に", "まで")):
        return False
    small = float(number.value) <= _STEP
    if small and (_SMALL_STEP.search(before) or (number.group == "degrees" and _SHIFTS.search(before))):
        return True
    if _FURTHER.search(before) or after.startswith(("ほど", "だけ", "分だけ")):
        return True
    return after.startswith(_DIFFERENCES)


_WHITES = {"warmer": 2700, "cooler": 4000}
"""Kelvin of a light that shall be so: "make the lights warmer"."""


def _light(frame: Frame, domain: str) -> Found:
    if color := frame.first("colors"):
        level = _level(frame)
        return "set_light", {"color": color, **({"brightness": level} if level is not None else {})}
    kelvin = frame.first("kelvins") or frame.first("kelvin")
    if kelvin:
        level = _level(frame)
        return "set_light", {
            "temperature": int(kelvin),
            **({"brightness": level} if level is not None else {}),
        }
    if frame.has("verbs", *_WHITES):
        return "set_light", {
            "temperature": next(_WHITES[verb] for verb in _WHITES if frame.has("verbs", verb))
        }
    direction = _relative(frame, ("brighter", "up"), ("dimmer", "down"))
    level = _level(frame)
    if direction:
        return "change_brightness", {"step": round(direction * _amount(frame, 2 * _STEP))}
    said = frame.has("percent") or frame.has("values", *LEVELS) or _AT_LEVEL.search(frame.text)
    if level is not None and (said or not frame.has("verbs", "on")):
        return "set_light", {"brightness": level}
    if frame.has("values", "low", "medium", "high"):
        value = next(v for v in frame.by_group["values"] if v in {"low", "medium", "high"})
        return "set_light", {"brightness": {"low": 25, "medium": 50, "high": 100}[value]}
    if frame.has("verbs", "on", "off"):
        return _switch(frame, domain)
    if frame.has("verbs", "set") and frame.text.endswith("bright"):
        return "set_light", {"brightness": 100}
    if frame.has("verbs", "too_dark"):
        return "turn_on", {}
    if frame.has("verbs", "too_bright"):
        return "change_brightness", {"step": -2 * _STEP}
    return None


def _counts_tracks(frame: Frame) -> bool:
    """True for "skip two songs", whose number is no volume."""
    return frame.has("verbs", "next", "previous") and not (
        frame.has("percent") or frame.has("properties", "volume")
    )


_VOLUMES = {"low": 20, "medium": 50, "high": 80}


_SOUND = regex(
    r"\b(?:sound|volume|audio)\b(?! ?(?:system|bar|books?|player|machine))"
    r"|音量|ボリューム|音声|(?<!録)音(?!楽|声操作)"
)
"""What is muted where it shall be off: whatever plays goes on."""
_LOUDEST = 100
"""Percent; a larger number without the word is a station's: "radio 1027"."""


def _media(frame: Frame, domain: str) -> Found:  # noqa: PLR0912  # a branch for each command of a player
    level = _level(frame)
    if frame.has("verbs", "unmute"):
        return "unmute", {}
    if frame.has("verbs", "mute"):
        return "mute", {}
    heard = level is not None and (level <= _LOUDEST or frame.has("properties", "volume"))
    if heard and not _by(frame) and not _counts_tracks(frame):
        return "set_volume", {"volume": level}
    named = next((_VOLUMES[value] for value in frame.by_group.get("values", []) if value in _VOLUMES), None)
    if named is not None and frame.has("properties", "volume"):
        return "set_volume", {"volume": named}
    if frame.has("verbs", "louder", "too_quiet"):
        return "change_volume", {"step": round(_amount(frame, _STEP))}
    if frame.has("verbs", "quieter", "too_loud"):
        return "change_volume", {"step": -round(_amount(frame, _STEP))}
    for verb, command in (("next", "next"), ("previous", "previous"), ("pause", "pause"), ("resume", "play")):
        if frame.has("verbs", verb):
            return "media", {"command": command}
    if frame.has("verbs", "on", "off"):  # music that is off leaves its player on
        if _SOUND.search(frame.text):
            return ("mute" if frame.has("verbs", "off") else "unmute"), {}
        if frame.has("verbs", "off") and frame.has("properties", "track"):
            return "media", {"command": "pause"}
        if frame.has("verbs", "on") and frame.has("properties", "track"):
            return "media", {"command": "play"}
        return _switch(frame, domain)
    if frame.has("verbs", "up"):
        return "change_volume", {"step": round(_amount(frame, _STEP))}
    if frame.has("verbs", "down"):
        return "change_volume", {"step": -round(_amount(frame, _STEP))}
    if frame.has("verbs", "stop"):
        return "media", {"command": "pause"}
    if frame.has("verbs", "play", "start"):
        return "media", {"command": "play"}
    return None


def _climate(frame: Frame, domain: str) -> Found:
    number = frame.number("degrees", "number")
    direction = _relative(frame, ("warmer", "up", "too_cold"), ("cooler", "down", "too_hot"))
    if frame.has("modes") and _SO_DO.search(frame.text) and not frame.has("verbs", *_CHANGES):
        direction = 0  # 「蒸し暑いから除湿にして」 says what to do about it
    if number is not None and not _by(frame):
        mode = _mode_beside(frame)
        return "set_temperature", {"temperature": _int(number), **({"mode": mode} if mode else {})}
    if direction:
        return "change_temperature", {"step": _int(direction * _degrees_more(frame))}
    if preset := frame.first("presets"):
        return "set_preset", {"preset": "none" if frame.has("verbs", "off", "stop") else preset}
    if frame.has("verbs", "on", "off") and not frame.has("modes"):
        return _switch(frame, domain)
    if mode := next(iter(frame.by_group.get("modes", [])[::-1]), None):  # "set the heating to auto"
        return ("turn_off", {}) if frame.has("verbs", "off", "stop") else ("set_mode", {"mode": mode})
    return None


_SO_DO = regex(r"(?:から|ので|んで)、?[^、]{2,8}(?:に|を)?(?:し|つけ|入れ|かけ|変え)[てと]")
_CHANGES = ("warmer", "cooler", "up", "down")
_BEFORE_DEGREES = regex(r"(?:モード|運転)?の?\d")
_MODE_AS_VERB = regex(r"^(?:please |can you |could you )?$")


def _mode_beside(frame: Frame) -> str | None:
    """The mode that is said beside a temperature: 「26度の冷房に」, "to cool at 70".

    Not the "heating" that is the name of the thing itself, nor "heat it to 70": that is how it gets there.
    """
    named = {mention.start for mention in frame.mentions}
    kinds = {cue.start for cue in frame.cues if cue.group == "kinds" and cue.value == "climate"}
    for cue in frame.cues:
        if cue.group != "modes" or cue.start in named or _MODE_AS_VERB.match(frame.text[: cue.start]):
            continue
        beside = _BEFORE_DEGREES.match(frame.text[cue.end :])
        if cue.start not in kinds or kinds - {cue.start} or _about_named(frame, "climate") or beside:
            return cue.value
    return None


def _about_named(frame: Frame, domain: str) -> bool:
    return any(thing.domain == domain for mention in frame.mentions for thing in mention.things)


def _int(number: float) -> float | int:
    return int(number) if number == int(number) else number


def _fan(frame: Frame, domain: str) -> Found:
    level = _level(frame)
    words = {"low": 33, "medium": 66, "high": 100}
    named = next((words[v] for v in frame.by_group.get("values", []) if v in words), None)
    direction = _relative(frame, ("faster", "up"), ("slower", "down"))
    if direction:
        return "change_speed", {"step": round(direction * _amount(frame, 2 * _STEP))}
    if level is not None or named is not None:
        return "set_speed", {"speed": level if level is not None else named}
    return _switch(frame, domain) if frame.has("verbs", "on", "off", "start", "stop") else None


def _lock(frame: Frame, domain: str) -> Found:
    if frame.has("verbs", "unlock", "open"):
        return "unlock", {}
    if frame.has("verbs", "lock", "close"):
        return "lock", {}
    if frame.has("verbs", "off"):
        return "unlock", {}
    return ("lock", {}) if frame.has("verbs", "on") else None


_HALTS = regex(r"(?:止め|とめ|止まっ|とまっ|ストップ|停止)")


def _robot(frame: Frame, domain: str) -> Found:
    if frame.has("verbs", "stop") and not frame.has("verbs", "dock") and _HALTS.search(frame.text):
        return "stop", {}  # 「止めて」 is a word for off, too
    if frame.has("verbs", "dock") or (frame.has("verbs", "off") and not frame.has("verbs", "on")):
        return "dock", {}
    if frame.has("verbs", "pause"):
        return "pause", {}
    if frame.has("verbs", "stop"):
        return "stop", {}
    if frame.has("verbs", "clean") and any(mention.rooms for mention in frame.mentions):
        return "clean", {}
    return ("start", {}) if frame.has("verbs", "start", "clean", "mow", "on", "resume", "set") else None


def _open(frame: Frame, domain: str) -> Found:
    level = _level(frame)
    if domain == "lock":
        return _lock(frame, domain)
    if frame.has("verbs", "close") and (frame.has("values", "max") and not frame.has("percent")):
        return "close", {}
    if frame.has("verbs", "open") and frame.has("values", "max"):
        return "open", {}
    if frame.has("states", "closed") and frame.has("values", "max") and not frame.has("percent"):
        return "close", {}  # "set it to fully closed"
    if step := _moved(frame, level):
        return "change_position", {"step": step}
    if level is not None and frame.has("verbs", "close") and "閉" in frame.text:
        return "set_position", {"position": 100 - level}  # 「3割閉めて」 leaves seven open
    if level is not None:
        return "set_position", {"position": level}
    if frame.has("verbs", "stop"):
        return "stop", {}
    if frame.has("verbs", "open", "on", "up"):
        return "open", {}
    return ("close", {}) if frame.has("verbs", "close", "off", "down") else None


_BIT = 20
"""Percent of "a bit" of a blind's way: enough to be seen."""
_SHIFTED = regex(r"\b(?:raise|lower|lift|move)\b(?!.*\b(?:to|at)\b)")


def _moved(frame: Frame, level: int | None) -> int:
    """Percent points by which a cover shall move, 0 when a place is said or nothing of it."""
    way = 1 if frame.has("verbs", "open", "up") else -1 if frame.has("verbs", "close", "down") else 0
    number = frame.number("percent", "tenths", "number")
    if number is not None:
        return way * round(number) if _by(frame) or _SHIFTED.search(frame.text) else 0
    if level is not None:
        return 0
    if frame.has("values", "bit", "more"):
        return way * _BIT
    return 2 * way * _BIT if frame.has("values", "lot") else 0


def _water(frame: Frame, domain: str) -> Found:
    stop = frame.has("verbs", "unwater")
    if domain == "valve":
        return ("close" if stop else "open"), {}
    return ("turn_off" if stop else "turn_on"), {}


def _humidity(frame: Frame, domain: str) -> Found:
    level = _level(frame)
    return ("set_humidity", {"humidity": level}) if level is not None else _switch(frame, domain)


def _press(frame: Frame, domain: str) -> Found:
    return ("press", {}) if frame.has("verbs", "press", "on", "start") else None


def _switch(frame: Frame, domain: str) -> Found:
    if frame.has("verbs", "toggle") and frame.has("verbs", "on") == frame.has("verbs", "off"):
        return "toggle", {}  # "flip it off" says which way
    if frame.has("verbs", "off", "stop", "mute"):
        return "turn_off", {}
    return ("turn_on", {}) if frame.has("verbs", "on", "start", "play") else None
