"""How strong it blows: 「エアコンの風を弱めて」 is for the air conditioner and not for a fan,
「換気扇弱で回して」 is a level and no step, and 「強にして」 behind one is the highest.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.cues import aim, target_of
from kippu.understand.fitting import things_of
from kippu.understand.reading.said import Said

_DO = r"(?:て|といて|ておいて)(?:ください|下さい|くれる|くれますか|くれない|ほしい|お願い(?:します)?|ね|よ)*"
_WIND = r"(?:風量?|風速|送風)(?:を|は)?(?:もっと|もう少し|ちょっと|少し)?"
_WAY = rf"(?P<way>強め|強く|弱め|弱く|上げ|下げ)(?:(?:に?し)?{_DO}|(?:に|で)(?:お願い(?:します)?|ね|よ)*)"
_OF_IT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:please |can you |could you )*(?:turn|set|put|switch) (?P<what>(?:the |my )?[\w/ ]+?)(?:'s)?"
        r" (?:fan(?: speed)?|blower) (?:to |on |at )?(?P<way>low|medium|high|up|down)(?: please)?"
    ),
    "ja": regex(rf"(?P<what>[^、。]+?)の{_WIND}{_WAY}"),
}
_BEHIND: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:and |now |please )*make it blow (?:a bit |much )?"
        r"(?P<way>harder|stronger|softer|weaker)(?: please)?"
    ),
    "ja": regex(rf"(?:じゃあ?|やっぱり?|、)*{_WIND}{_WAY}"),
}
_LEVEL_JA = regex(
    r"(?:(?P<what>[^、。]+?)(?:を|は)?)?(?P<way>弱|微|中|強|最強)(?:風|運転)?"
    rf"(?:(?:に|で)(?:し|変え)|で(?:回し|まわし|つけ|動かし|運転し)){_DO}"
)
_MODES = {
    "low": "low", "medium": "medium", "high": "high", "up": "high", "down": "low", "harder": "high",
    "stronger": "high", "softer": "low", "weaker": "low", "強": "high", "最強": "high", "弱": "low",
    "微": "low", "中": "medium", "強め": "high", "強く": "high", "上げ": "high", "弱め": "low",
    "弱く": "low", "下げ": "low",
}  # fmt: skip
_SPEEDS = {"low": 33, "medium": 66, "high": 100}


def blowing(said: Said) -> Meaning | None:
    """The level of the air conditioner's fan, or of a fan that was spoken of; None for all else."""
    if said.turn.asked or said.is_question:
        return None
    folded, language = said.text.casefold(), said.language
    if match := _OF_IT[language].fullmatch(folded):
        return _set(said, _named(said, match["what"]), match["way"], frozenset({"climate"}))
    if match := _BEHIND[language].fullmatch(folded):
        return _set(said, _spoken_of(said), match["way"], frozenset({"climate"}))
    if language == "ja" and (match := _LEVEL_JA.fullmatch(folded)):
        named = _named(said, match["what"]) if match["what"] else _spoken_of(said, levels=True)
        return _set(said, named, match["way"], frozenset({"climate", "fan"}))
    return None


def _named(said: Said, what: str) -> dict[str, str] | None:
    frame = said.apart(what)
    aims = aim(frame, said.index, frozenset({"climate", "fan"}), said.turn.here).aims
    known = len(aims) == 1 and not aims[0].rivals and not frame.leftover and not frame.tells("verbs", "ask")
    return aims[0].arguments if known else None


def _spoken_of(said: Said, *, levels: bool = False) -> dict[str, str] | None:
    """What the last command was for; where only a level is said, one that set or turned it."""
    last = said.turn.earlier[-1] if said.turn.earlier else None
    if last is None or not last.tool.startswith("home."):
        return None
    if levels and last.tool not in _LEVELLED:
        return None
    return target_of(last)


_LEVELLED = frozenset({"home.set_speed", "home.change_speed", "home.set_fan_mode", "home.turn_on"})


def _set(said: Said, target: dict[str, str] | None, way: str, kinds: frozenset[str]) -> Meaning | None:
    if not target:
        return None
    domains = {thing.domain for thing in things_of(Call("", target), said.names)}
    mode = _MODES[way]
    if len(domains) != 1 or not domains <= kinds:
        return None
    if domains == {"climate"}:
        return Meaning("cues", 0.97, (Call("home.set_fan_mode", {**target, "mode": mode}),))
    return Meaning("cues", 0.97, (Call("home.set_speed", {**target, "speed": _SPEEDS[mode]}),))
