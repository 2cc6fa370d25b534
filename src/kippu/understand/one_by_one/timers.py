"""Timers of one sentence, each as a command of its own: "set two timers, 5 minutes for pasta and 12 for the
sauce", 「3分と5分と8分のタイマー」.

Knows words; knows no timer.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_UNIT = r"(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)"
_LENGTH = rf"(?P<length>\d+(?:\.\d+)?(?: and a half)?(?: ?(?P<unit>{_UNIT})(?: (?:and )?\d+ ?{_UNIT})?)?)"
_NAME = r"[a-z][\w'-]*"
_WHAT = rf"(?P<what>(?:the |my |some |an? )?(?!{_UNIT}\b){_NAME}(?: (?!for\b|at\b|of\b){_NAME}){{0,2}})"
_BELL = r"an? (?:new )?(?:timer|alarm|reminder)"
_BOTH = regex(
    rf"^(?P<lead>(?:(?:please|can you|could you) )?(?:set|start|create|make|add) )(?:me )?(?P<one>{_BELL})"
    rf" and (?:also )?(?P<other>{_BELL})(?: please| for me)*$",
    re.IGNORECASE,
)
"""A timer and an alarm, of which nothing else is said: each asks by itself."""
_SEVERAL = regex(
    r"^(?:(?:please|can you|could you) )?(?:set(?: up)?|start|create|make|run|give me|put on|i need)(?: me)?"
    r"(?: (?!an? )\w+| a couple of)? timers(?: for)?[:,]? (?P<each>.+)$",
    re.IGNORECASE,
)
_BETWEEN = regex(r",? and |, ", re.IGNORECASE)
_EACH = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:1 |one |another )?(?:for |of )?{_LENGTH}(?:,? (?:for|called|named) {_WHAT})?$",
        rf"^(?:1 |one |another )?(?:for )?{_WHAT}(?:,| for| at| of)? {_LENGTH}$",
    )
)
_LENGTH_JA = r"\d+(?:\.\d+)?(?:時間半|時間|分半|分|秒)(?:間)?"
_EACH_JA = rf"[^\d、,と]*{_LENGTH_JA}"
_SEVERAL_JA = regex(
    rf"^(?P<each>{_EACH_JA}(?:[、,と]+{_EACH_JA}){{2,}})(?:の|で)?タイマー(?:を)?"
    r"(?:\d+(?:つ|個))?(?:(?:セット|設定|かけ|スタート|開始|始め|お願い).*)?$"
)
_ONE_JA = regex(rf"(?:そして|あと)?(?P<what>[^\d、,と]+?)??(?:用に|用|を|に|は|の)?(?P<length>{_LENGTH_JA})")


def timers_apart(text: str, language: Language) -> str:
    """The sentence as one command for each; as it is where there are none."""
    return _apart_ja(text) if language == "ja" else _apart_en(text)


def _apart_en(text: str) -> str:
    if both := _BOTH.match(text):
        return f"{both['lead']}{both['one']} and {both['lead'].split()[-1]} {both['other']}"
    several = _SEVERAL.match(text)
    if several is None:
        return text
    each = [
        next(filter(None, (form.match(one) for form in _EACH)), None)
        for one in _BETWEEN.split(several["each"])
    ]
    found = [match for match in each if match]
    unit = next((match["unit"] for match in found if match["unit"]), None)
    if len(found) < 2 or len(found) < len(each) or unit is None:
        return text
    return " and ".join(_timer(match, unit) for match in found)


def _timer(match: re.Match[str], unit: str) -> str:
    what = re.sub(r"^(?:the|my|some|an?) ", "", match["what"] or "")
    length = match["length"] if match["unit"] else f"{match['length']} {unit}"
    return f"set a {what} timer for {length}" if what else f"set a timer for {length}"


def _apart_ja(text: str) -> str:
    several = _SEVERAL_JA.match(text) if "タイマー" in text else None
    if several is None:
        return text
    return "、".join(
        f"{match['what']}の{match['length']}のタイマーをセットして"
        if match["what"]
        else f"{match['length']}のタイマーをセットして"
        for match in _ONE_JA.finditer(several["each"])
    )
