"""A reminder whose words point at what is done in the same breath, or was just done: "turn on the lamp and
remind me in ten minutes to turn it off" is of the lamp still when it rings.

Knows the verbs of a home; what was done is given.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.asking.asking_back import target_called

_POINTS_EN = regex(
    r"(?P<verb>(?:turn|switch|put|shut|close|open|lock|check|stop|look at|empty|take|bring)\b"
    r"(?: (?:on|off|down|up))?) (?:(?P<several>(?:both|all) of them|them)|it|that)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_BARE_JA = regex(
    r"(?:(?P<several>(?:両方|全部)(?:とも)?)を?|それを?|これを?)?(?P<verb>(?:消|切|閉め|開け|止め|つけ|戻|下げ|上げ|しめ|あけ|とめ|けし)(?:す|る|して|て|しといて|とく)?(?:の|こと)?)"
)


def reminded_of(meaning: Meaning, turn: Turn, names: Names) -> Meaning:
    """The meaning, with the thing by its name in the reminder's words."""
    if not any(call.tool in {"reminders.add", *_PLANS} for call in meaning.calls):
        return meaning
    calls: list[Call] = []
    for call in meaning.calls:
        before = (*turn.earlier, *calls)
        if call.tool in _PLANS:
            calls.append(_planned(call, before, turn.language, names))
            continue
        put = _put_down(call, turn.earlier) if call.tool == "reminders.add" else call
        calls.append(put or _named(call, before, turn.language, names))
    return replace(meaning, calls=tuple(calls))


_THAT = regex(
    r"(?:(?:about|of|to do) )?(?:it|that|this)|(?:それ|これ|その(?:こと|件))(?:を|は|の)?", re.IGNORECASE
)
_PUT_DOWN = {"lists.add": "item", "notes.add": "text", "calendar.add": "text"}


def _put_down(reminder: Call, before: Sequence[Call]) -> Call | None:
    """The reminder of what was just put on a list, noted or planned, where its words are none, or "that"."""
    said, last = str(reminder.arguments.get("text", "")), before[-1] if before else None
    what = str(last.arguments.get(_PUT_DOWN.get(last.tool, ""), "")) if last else ""
    if not what or (said and not _THAT.fullmatch(said)):
        return None
    return Call(reminder.tool, {**reminder.arguments, "text": what})


_PLANS = frozenset({"timers.start", "timers.repeat"})
_PLANNED_EN = regex(
    r"(?P<verb>(?:turn|switch) (?:on|off)|lock|unlock|open|close|shut|start|stop|pause|dim"
    r"|dock) (?:it|that)"
    r"|(?P<apart>turn|switch) (?:it|that) (?P<way>on|off)(?: again)?",
    re.IGNORECASE,
)


def _planned(plan: Call, before: Sequence[Call], language: Language, names: Names) -> Call:
    """The plan with the thing by its name: nobody knows what "it" was once the plan is due."""
    match = _PLANNED_EN.fullmatch(str(plan.arguments.get("command", ""))) if language == "en" else None
    done = before[-1] if before else None
    if match is None or done is None or not done.tool.startswith("home."):
        return plan
    verb = match["verb"] or f"{match['apart']} {match['way']}"
    return Call(plan.tool, {**plan.arguments, "command": f"{verb} {target_called(done, language, names)}"})


def _named(reminder: Call, before: Sequence[Call], language: Language, names: Names) -> Call:
    said = str(reminder.arguments.get("text", ""))
    done = before[-1] if before else None
    if done is None or not done.tool.startswith("home."):
        return reminder
    match = (_BARE_JA if language == "ja" else _POINTS_EN).fullmatch(said)
    if match is None:
        return reminder
    several = [one for one in before if one.tool.startswith("home.")] if match["several"] else [done]
    called = dict.fromkeys(target_called(one, language, names) for one in several)
    what = ("と" if language == "ja" else " and ").join(called)
    text = f"{what}を{match['verb']}" if language == "ja" else f"{match['verb']} {what}{match['rest']}"
    return Call(reminder.tool, {**reminder.arguments, "text": text})
