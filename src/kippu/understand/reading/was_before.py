"""How a thing stood before it was last changed: "what was it before?", 「さっきは何度だった？」.

Knows what takes the change back, which tells it; where that isn't known, it is not understood.
"""

import re
from typing import Any

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said

_ASKED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|so|sorry|wait)[, ]+)*(?:what|how (?:bright|warm|loud|high|fast|far open))"
        r"(?: (?:temperature|level|brightness|volume|colou?r|speed|setting|position))? (?:was"
        r"|were) (?:it|that|they)"
        r"(?: (?:set to|set at|on|at|open))? (?:before|earlier|previously|originally|until now"
        r"|a moment ago)(?: that)?"
    ),
    "ja": regex(
        r"(?:さっき(?:まで)?|前|変える前|その前|もと|元|いじる前|直前)(?:は|って|の(?:設定|温度"
        r"|明るさ|音量)は)?、?"
        r"(?:何度|いくつ|何%|何パーセント|何色|どのくらい|どれくらい|何)(?:に(?:なって|して))?"
        r"(?:だった|でした|い?た)?(?:の|か|かな|っけ|んだっけ)*"
    ),
}
_UNITS = {
    "temperature": ("{:g} degrees", "{:g}度"), "brightness": ("{:g} %", "{:g}%"),
    "volume": ("{:g} %", "{:g}%"),
    "position": ("{:g} % open", "{:g}%開いた状態"),
    "speed": ("{:g} %", "{:g}%"), "humidity": ("{:g} %", "{:g}%"),
}  # fmt: skip
_COLOR_TEMPERATURE = 1000
"""Kelvins begin above any room."""
_STATES = {
    "home.turn_on": ("on", "オン"), "home.turn_off": ("off", "オフ"), "home.open": ("open", "開いた状態"),
    "home.close": ("closed", "閉まった状態"),
}  # fmt: skip


def was_before(said: Said) -> Meaning | None:
    """The answer; None for any other sentence, and behind nothing of the home."""
    turn = said.turn
    if turn.asked or not turn.earlier or not turn.earlier[-1].tool.startswith("home."):
        return None
    if not _ASKED[said.language].fullmatch(said.text.casefold()):
        return None
    back = [call for way in turn.undo for call in way]
    told = _told(back[0], said.language) if len(back) == 1 else None
    call = Call("about.was", {"what": told}) if told else Call("about.unfinished")
    return Meaning("cues", 0.97, (call,))


def _told(back: Call, language: Language) -> str | None:
    """The level, the colour or the state that the call brings back."""
    given: dict[str, Any] = dict(back.arguments)
    at = 1 if language == "ja" else 0
    for key, words in _UNITS.items():
        value = given.get(key)
        if isinstance(value, int | float) and not (key == "temperature" and value >= _COLOR_TEMPERATURE):
            return words[at].format(value)
    return _STATES[back.tool][at] if back.tool in _STATES else None
