"""Half or twice of a level that was just set: "half that" behind a volume is 20 after 40, and no 50.

Knows what calls set and what takes them back; sees one sentence.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.cues import target_of

_THAT = r"(?:it|that|this|them)"
_AS = r"as (?:loud|quiet|bright|fast|high|far|much|strong|open)(?: as (?:that|now|before|it is|it was))?"
_LEAD = (
    r"(?:(?:and|no|now|ok|okay|please|actually|then|maybe|just|rather|make it|make that|set it to|more like)"
    r"[, ]+)*"
)
_END = r"(?:[, ]+(?:please|then|now|instead))*"
_HALF = regex(
    rf"{_LEAD}(?:halve {_THAT}|(?:(?:just|only) )?(?:half|1/2)(?: of)? (?:{_THAT}|{_AS})"
    rf"|(?:cut|turn|take|bring) {_THAT}(?: down)? (?:in|by) (?:half|1/2)"
    rf"|half the (?:volume|brightness|speed)){_END}"
)
_TWICE = regex(
    rf"{_LEAD}(?:double {_THAT}|twice (?:{_THAT}|{_AS})|double the (?:volume|brightness|speed)){_END}"
)
_LEVELS = {
    "set_light": "brightness", "change_brightness": "brightness", "set_volume": "volume",
    "change_volume": "volume", "set_position": "position", "change_position": "position",
    "set_speed": "speed", "change_speed": "speed",
}  # fmt: skip
_SETS = {"brightness": "home.set_light", "volume": "home.set_volume", "position": "home.set_position",
         "speed": "home.set_speed"}  # fmt: skip
_MOST = 100


def halved(folded: str, earlier: Sequence[Call], undo: Sequence[Sequence[Call]]) -> tuple[Call, ...]:
    """The calls for it; that it was not understood where the level isn't known. None for another sentence."""
    share = 0.5 if _HALF.fullmatch(folded) else 2 if _TWICE.fullmatch(folded) else None
    if share is None or not any(call.tool.startswith("home.") for call in earlier):
        return ()
    backs = list(undo) if len(undo) == len(earlier) else [()] * len(earlier)
    calls = [_shared(call, back, share) for call, back in zip(earlier, backs, strict=True)]
    known = tuple(call for call in calls if call)
    return known if len(known) == len(calls) else (Call("about.unfinished"),)


def _shared(call: Call, back: Sequence[Call], share: float) -> Call | None:
    key, target = _LEVELS.get(call.tool.removeprefix("home.")), target_of(call)
    level = _level(call, back, key) if key else None
    if key is None or level is None or not target:
        return None
    return Call(_SETS[key], {**target, key: round(min(level * share, _MOST))})


def _level(call: Call, back: Sequence[Call], key: str) -> float | None:
    """Where it stands now: as it was set, or the step from where it was before."""
    said = call.arguments.get(key)
    if isinstance(said, int | float):
        return float(said)
    step = call.arguments.get("step")
    before = [one.arguments[key] for one in back if isinstance(one.arguments.get(key), int | float)]
    if not isinstance(step, int | float) or len(back) != 1 or len(before) != 1:
        return None
    return min(max(float(before[0]) + step, 0), _MOST)
