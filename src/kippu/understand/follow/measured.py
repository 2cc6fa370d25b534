"""How far what was set is set: "how bright is it", 「何パーセント？」 behind the call that was for it.

Knows the tools by name, and which level each of them is about.
"""

import re
from collections.abc import Mapping

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import target_of

_IT = (
    r"(?: (?:is|are|was) (?:it|they|that)(?: (?:at|on|set (?:to|at)|now|right now|currently|open|playing))*"
    r"| now)?"
)
_ASKED: Mapping[str, Mapping[Language, re.Pattern[str]]] = {
    "brightness": {"en": regex(rf"(?:how bright|what brightness){_IT}"), "ja": regex(r"明るさは")},
    "volume": {"en": regex(rf"(?:how loud|(?:at )?what volume){_IT}"), "ja": regex(r"音量は")},
    "speed": {
        "en": regex(rf"(?:how fast|(?:at )?what speed){_IT}"),
        "ja": regex(r"(?:風量|速さ|スピード|強さ)は"),
    },
    "position": {
        "en": regex(rf"(?:how far|how open|how far open|(?:at )?what position){_IT}"),
        "ja": regex(r"どの?(?:れ)?(?:くらい|ぐらい)開いて(?:い)?(?:る|ます)"),
    },
    "color": {"en": regex(rf"(?:what|which) colou?r{_IT}"), "ja": regex(r"何色")},
    "temperature": {
        "en": regex(
            r"(?:what|how (?:warm|high)) (?:temperature )?(?:is|are) (?:it|they) set (?:to|at)|set to what"
        ),
        "ja": regex(r"何度に?(?:設定|なって(?:い)?(?:る|ます)|した)|設定(?:温度)?は"),
    },
    "": {
        "en": regex(rf"(?:at |to )?what (?:percent|percentage|level){_IT}|how much{_IT}"),
        "ja": regex(
            r"(?:何パー(?:セント)?|何%|どの?(?:れ)?(?:くらい|ぐらい))(?:に?なって(?:い)?(?:る|ます)|に(?:した|なった))?"
        ),
    },
}
"""By property; the last is whatever the call before was about."""
_LEAD = regex(r"^(?:(?:and|so|ok|then|but)[, ]+)+|^(?:で、?|今|いま|じゃあ?、?)+")
_END_JA = regex(r"(?:です)?(?:か|かな|の|っけ|だっけ|んだっけ)*$")
_ABOUT: Mapping[str, str] = {
    "light": "brightness", "brightness": "brightness", "volume": "volume", "speed": "speed",
    "position": "position", "temperature": "temperature", "mode": "temperature",
    "open": "position", "close": "position", "media": "volume", "play": "volume",
}  # fmt: skip
_OF_DOMAIN: Mapping[str, str] = {
    "light": "brightness", "fan": "speed", "cover": "position", "media_player": "volume",
    "climate": "temperature",
}  # fmt: skip
_OWN = frozenset({"temperature", "position", "volume", "speed"})
"""What things of one kind alone have."""


def measured(folded: str, language: Language, last: Call) -> Call | None:
    """The question of the level of what the last call was for; None where none is asked for."""
    target, verb = target_of(last), last.tool.removeprefix("home.")
    if verb == last.tool or not target or (verb == "state" and last.arguments.get("property")):
        return None
    said = _LEAD.sub("", folded)
    said = _END_JA.sub("", said) if language == "ja" else said.rstrip("?!. ")
    about = _ABOUT.get(verb.removeprefix("set_").removeprefix("change_")) or _OF_DOMAIN.get(
        target.get("domain", "")
    )
    asked = next((each for each, ways in _ASKED.items() if ways[language].fullmatch(said)), None)
    if asked is None or (
        asked in ("temperature", "position", "volume", "speed") and about not in (asked, None)
    ):
        return None
    level = asked or about or "brightness"
    if level == "temperature":
        return Call("home.temperature", target if "name" in target else {**target, "domain": "climate"})
    return Call("home.state", {**target, "property": level, "ask": "one"})
