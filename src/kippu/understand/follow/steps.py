"""After a home command: one step more or less of what was changed."""

from kippu.turn import Call, Language
from kippu.understand.cues import LEVELS, Frame, target_of
from kippu.understand.follow.phrases import en, ja

_MORE = {
    "en": en(
        r"(?:(?:(?:just )?a (?:bit|little|touch|tad|smidge|notch|fraction)|much|even|still|some|slightly) )*"
        r"(?:more|further)|(?:one|another) (?:step|notch)(?: more| further)?|keep going|go on"
    ),
    "ja": ja(r"もっと|もう少し|もうちょっと|さらに|まだまだ"),
}
_LESS = {
    "en": en(r"(?:(?:a (?:bit|little|touch|tad|smidge|notch)|much|even|slightly) )*less"),
    "ja": ja(r"もっと少なく|少なめ"),
}
"""A lower level; after a command that opened or closed, less of that."""
_TOO_MUCH = {
    "en": en(r"not (?:so|that) much|(?:that's |that is )?too much"),
    "ja": ja(r"(?:それは)?(?:ちょっと|少し)?(?:やりすぎ|行きすぎ|多すぎ)"),
}
_BY = en(r"by (?P<n>\d{1,3}) ?(?:%|percent|points?|degrees?)?")
"""By how much, after "turn it up"."""
_DEGREES = en(
    r"(?:(?P<n>\d{1,2}|an?|1/2 a|half a) degrees? "
    r"(?:(?P<up>warmer|hotter|higher|up|more)|cooler|colder|lower|down|less)"
    r"|(?:(?P<rise>up|warmer)|down|cooler) (?:by )?(?P<m>\d{1,2}|an?) degrees?)"
)
_STEPS: dict[str, tuple[str, float]] = {
    "brightness": ("home.change_brightness", 20),
    "volume": ("home.change_volume", 10),
    "temperature": ("home.change_temperature", 1),
    "speed": ("home.change_speed", 20),
    "position": ("home.change_position", 20),
}
_LEVELLED = {"set_light": "brightness", "open": "position", "close": "position"}
_RISE = {
    "up": 1, "down": -1, "brighter": 1, "dimmer": -1, "louder": 1, "quieter": -1, "warmer": 1, "cooler": -1,
    "faster": 1, "slower": -1,
}  # fmt: skip
_OF = {
    "brighter": "brightness", "dimmer": "brightness", "louder": "volume", "quieter": "volume",
    "warmer": "temperature", "cooler": "temperature", "faster": "speed", "slower": "speed",
}  # fmt: skip


def one_step(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """One step more or less of what was just changed."""
    if language == "en" and (said := _so_much(folded, last)):
        return said
    way = next((way for way in (_MORE, _LESS, _TOO_MUCH) if way[language].match(folded)), None)
    if frame.mentions or frame.has("kinds") or (frame.leftover and way is None) or frame.has("blocks"):
        return None
    what = _changed(last)
    verb = next((verb for verb in frame.by_group.get("verbs", []) if verb in _RISE), None)
    what = _OF.get(verb or "", what) if what is None or verb in {None, "up", "down"} else _OF[verb or ""]
    if what is None or frame.number("percent", "tenths", "degrees", "number") is not None:
        return None
    if frame.has("values", *LEVELS):  # "dim it to a third" names a level
        return None
    if verb is None:
        if way is None:
            return None
        before = 1 if last.arguments.get("step", -1 if last.tool == "home.close" else 1) > 0 else -1
        sign = before if way is _MORE else -1 if way is _LESS and what != "position" else -before
    else:
        sign = _RISE[verb]
        if _changed(last) not in {what, None} or (_changed(last) is None and not target_of(last)):
            return None
    tool, step = _STEPS[what]
    step = step / 2 if frame.has("values", "bit") and step > 1 and verb is not None else step
    return Call(tool, {**target_of(last), "step": int(sign * step)})


_MOST_DEGREES, _MOST_PERCENT = 20, 100


def _so_much(folded: str, last: Call) -> Call | None:
    """A step as large as it is said: "by 20" after "turn it up", "two degrees down" after a temperature."""
    what = _changed(last)
    if what is None or not target_of(last):
        return None
    if (by := _BY.match(folded)) and isinstance(before := last.arguments.get("step"), int | float):
        most = _MOST_DEGREES if what == "temperature" else _MOST_PERCENT
        size = int(by["n"]) * (1 if before > 0 else -1)
        return Call(last.tool, {**target_of(last), "step": size}) if abs(size) <= most else None
    match = _DEGREES.match(folded) if what == "temperature" else None
    if match is None:
        return None
    said = match["n"] or match["m"]
    degrees = 0.5 if said.startswith(("1/2", "half")) else 1 if said.startswith("a") else int(said)
    return Call(
        _STEPS[what][0], {**target_of(last), "step": degrees if match["up"] or match["rise"] else -degrees}
    )


def _changed(call: Call) -> str | None:
    """Which level a call changed."""
    verb = call.tool.removeprefix("home.")
    if verb in _LEVELLED:
        return _LEVELLED[verb]
    if verb.startswith(("set_", "change_")):
        return next((what for what in _STEPS if verb.endswith(what)), None)
    return None
