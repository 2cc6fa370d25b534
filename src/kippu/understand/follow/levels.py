"""A level for what the last command was about: "make it 22", 「三割くらいにして」, "warmer" after a lamp.

What a bare number or "warmer" means depends on the kind of thing: of a lamp it is the light, of the heating
the degrees. Knows the names of the home; sees one sentence and one call.
"""

import re
from collections.abc import Sequence

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import target_of
from kippu.understand.follow.several import spoken_of

_LEVEL = {
    "en": regex(
        r"^(?:(?:and|no|actually|ok|okay|please|now|then|just)[ ,]+)*(?:make|set|put|turn|change) (?:it|that)"
        r"(?: up| down)?(?: to| at)? (?P<n>\d+(?:\.\d+)?) ?(?P<unit>degrees|percent|%|°c?)?"
        r"(?:[ ,]+(?:please|instead|then|now))*$"
    ),
    "ja": regex(
        r"^(?:やっぱり|やっぱ|じゃあ|それ)?(?:を|は|、)*(?P<n>\d+(?:\.\d+)?)(?P<unit>度|%|パーセント|割)?"
        r"(?:くらい|ぐらい|ほど)?(?:(?<=[度%トル割いど])で(?:お願い(?:します)?|よろしく)?"
        r"|に(?:し|変え|かえ|設定し|セットし|下げ|上げ|さげ|あげ)(?:て|といて|ておいて))"
        r"(?:ください|下さい|くれる|くれない|ほしい|もらえる|ちょうだい|ね|よ)*$"
    ),
}
_CORRECTED = {
    "en": regex(
        r"^(?:(?:no|actually|sorry|rather|i mean|i meant|make that|oh)[ ,]+)+"
        r"(?P<n>\d+(?:\.\d+)?) ?(?P<unit>degrees|percent|%|°c?)?(?:[ ,]+(?:please|instead|then|now))*$"
    ),
    "ja": regex(
        r"^(?:(?:いや|やっぱり?|違う|ちがう|あ|ごめん)[、 ]*)+(?P<n>\d+(?:\.\d+)?)"
        r"(?P<unit>度|%|パーセント|割)?(?:で|だ|です|ね|よ)*$"
    ),
}
"""A bare level that puts right the one that was set: "no, 50"."""
_WARMTH = regex(
    r"^(?:(?:and|no|actually|please|now|make it|make them|a bit|a little|even|much|somewhat)[ ,]+)*"
    r"(?:(?P<warm>warmer)|(?:cooler|colder))(?:[ ,]+(?:please|now|too|light))*$"
)
_BY = {
    "en": regex(
        r"^(?:(?:and|no|actually|please|make it|make that|i meant|i mean|sorry)[ ,]+)*"
        r"by (?:another )?(?P<n>\d+(?:\.\d+)?)"
        r" ?(?P<unit>degrees?|percent|%|°c?)?(?:[ ,]+(?:please|more|then|now))*$"
    ),
    "ja": regex(
        r"^(?:いや|やっぱり?|じゃあ|あと|もう|、)*(?P<n>\d+(?:\.\d+)?)(?P<unit>度|%|パーセント)"
        r"(?:くらい|ぐらい|ほど|だけ|分)?(?:ね|よ|お願い(?:します)?|です)*$"
    ),
}
"""How much more or less, behind a step: "by 2 degrees" after "turn up the heating"."""
_MOST_DEGREES = 5
"""A number of degrees that a room is made warmer by, and not warmed to."""
_TURN_IT = regex(
    r"^(?:(?:and|no|actually|please|now|then|can you|could you)[ ,]+)*turn (?:(?P<way>up|down) )?"
    r"(?:it|that|them)(?: (?P<way_>up|down))?(?P<bit> a (?:bit|little|tad))?(?:[ ,]+(?:please|now|too))*$"
)
_LACKING: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:but|hm+|no|and)[, ]+)*(?:(?:it|that)(?:'s| is) )?(?:still )?"
        r"(?:(?P<bit>a (?:bit|little) )?(?:much |way |far )?(?:too dark|not bright enough)(?P<light>)"
        r"|(?:still (?:too )?cold|not warm enough)(?P<climate>)|not loud enough(?P<media_player>))$"
    ),
    "ja": regex(
        r"^(?:でも|うーん|いや)?、?(?:まだ)?(?P<bit>ちょっと|少し)?"
        r"(?:暗すぎ(?P<light>)|(?:まだ寒い|ぬるい)(?P<climate>)|音が小さい(?P<media_player>))(?:る|ます|です|よ|な|ね|かな)*$"
    ),
}
"""That what was set is not enough."""
_BY_STEP = {
    "climate": ("home.change_temperature", 1), "light": ("home.change_brightness", 20),
    "media_player": ("home.change_volume", 10), "fan": ("home.change_speed", 20),
}  # fmt: skip
_BY_DOMAIN = {
    "climate": ("home.set_temperature", "temperature"), "light": ("home.set_light", "brightness"),
    "media_player": ("home.set_volume", "volume"), "cover": ("home.set_position", "position"),
    "fan": ("home.set_speed", "speed"),
}  # fmt: skip
_BY_TOOL = {
    "set_temperature": "climate", "change_temperature": "climate", "set_mode": "climate",
    "set_preset": "climate", "set_light": "light", "change_brightness": "light", "set_volume": "media_player",
    "change_volume": "media_player", "set_position": "cover", "change_position": "cover", "set_speed": "fan",
    "change_speed": "fan",
}  # fmt: skip
_LEVELS = ("brightness", "temperature", "volume", "position", "speed")
_MOST = 100
_COLDEST, _HOTTEST = 5, 35
"""Degrees that a person may put right by a bare number."""
_WARM, _COOL = 2700, 4000
"""Kelvin, as "warm white" and "cool white" are."""


def next_levels(text: str, language: Language, earlier: Sequence[Call], names: Names) -> tuple[Call, ...]:
    """The calls for a bare level (``text`` as ``text.sentence`` gives it); none for another sentence."""
    levels = [_next_level(text, language, call, names) for call in spoken_of(text.casefold(), earlier)]
    return tuple(level for level in levels if level) if all(levels) else ()


def _next_level(text: str, language: Language, last: Call, names: Names) -> Call | None:
    domain, target, folded = _domain(last, names), target_of(last), text.casefold()
    if domain not in _BY_DOMAIN or not target:
        return None
    if domain == "light" and language == "en" and (match := _WARMTH.match(folded)):
        if last.tool == "home.turn_off" or not _has_whites(target, names):  # what is off shines no warmer
            return Call("home.change_temperature", {"step": 1 if match["warm"] else -1})
        return Call("home.set_light", {**target, "temperature": _WARM if match["warm"] else _COOL})
    if language == "en" and (match := _TURN_IT.match(folded)) and (match["way"] or match["way_"]):
        return _turned_up(match, domain, target)
    lacks = _LACKING[language].match(folded)
    if lacks and domain in lacks.groupdict() and lacks[domain] is not None and last.tool != "home.turn_off":
        tool, step = _BY_STEP[domain]
        return Call(tool, {**target, "step": max(1, step // 2) if lacks["bit"] else step})
    if (match := _BY[language].match(folded)) and (said := last.arguments.get("step")):
        return _stepped(match, last, domain, float(said))
    match = _LEVEL[language].match(folded)
    if match is None and any(key in last.arguments for key in _LEVELS):
        match = _CORRECTED[language].match(folded)
        if match and domain == "climate" and not _COLDEST <= float(match["n"]) <= _HOTTEST:
            return None
    if match is None:
        return None
    number, unit = float(match["n"]), match["unit"] or ""
    degrees = unit.startswith(("度", "degree", "°"))
    if degrees is not (domain == "climate") and unit:
        return None
    number *= 10 if unit == "割" else 1
    if domain != "climate" and number > _MOST:
        return None
    tool, argument = _BY_DOMAIN[domain]
    return Call(tool, {**target, argument: int(number) if number.is_integer() else number})


def _stepped(match: re.Match[str], last: Call, domain: str, before: float) -> Call | None:
    """As much the same way as the last step went."""
    number, degrees = float(match["n"]), (match["unit"] or "").startswith(("度", "degree", "°"))
    most = _MOST_DEGREES if domain == "climate" else _MOST
    if not 0 < number <= most or (match["unit"] and degrees is not (domain == "climate")):
        return None
    step = number if before > 0 else -number
    return Call(last.tool, {**last.arguments, "step": int(step) if step.is_integer() else step})


def _turned_up(match: re.Match[str], domain: str, target: dict[str, str]) -> Call | None:
    """ "Turn it up" changes what "it" is of: of a player the volume, of a lamp the light."""
    if domain not in _BY_STEP:
        return None
    tool, step = _BY_STEP[domain]
    step = max(1, step // 2) if match["bit"] else step
    return Call(tool, {**target, "step": step if "up" in (match["way"], match["way_"]) else -step})


def _has_whites(target: dict[str, str], names: Names) -> bool:
    """False for a named lamp that has but one shade of white: the room is to be warmer."""
    lamps = [thing for thing in names.things if thing.name == target.get("name")]
    return not lamps or any(lamp.features & {"color_temp", "color"} for lamp in lamps)


def _domain(call: Call, names: Names) -> str | None:
    """The kind of thing that a call was about."""
    skill, _, verb = call.tool.partition(".")
    if skill != "home":
        return None
    if verb in _BY_TOOL:
        return _BY_TOOL[verb]
    if domain := call.arguments.get("domain"):
        return str(domain)
    said = call.arguments.get("name")
    return next((thing.domain for thing in names.things if thing.name == said), None)
