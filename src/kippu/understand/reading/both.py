"""Both, or all, of what was spoken of: "turn them both off" after two lamps; never the whole home."""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.cues import Reading, name_arguments, target_of
from kippu.understand.fitting import risky, things_of, unlocked_not_opened
from kippu.understand.follow import CANCEL, bells_told_of, cancel, next_levels, undo
from kippu.understand.follow.undoing import OPPOSITE
from kippu.understand.later.schedule import at_its_time, for_later, without
from kippu.understand.reading.command import sure
from kippu.understand.reading.said import Said
from kippu.understand.reading.spoken_of import able
from kippu.understand.text import sentence
from kippu.understand.when.finding import FIND

_BOTH: dict[Language, re.Pattern[str]] = {
    "en": regex(r"\b(?:(?:them|those|these) both|both(?: of (?:them|those|these))?)\b", re.IGNORECASE),
    "ja": regex(r"(?:両方|(?:どっち|どちら|二つ|2つ|ふたつ)(?=とも|も))(?:とも|も)?(?:を|は)?(?![のがか])"),
}
_BARE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:no|oh|actually|ok|well|make it|i (?:want|meant))[, ]+)*both(?: of them)?[,]?(?: please)?",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:(?:やっぱり?|いや|じゃあ)、?)*(?:両方|どっち|どちら)(?:とも|も)?(?:お願い(?:します)?|で|ね|だよ)*"
    ),
}
_CORRECTS = regex(
    r"^(?:(?:no|nope|not|wait|actually|sorry|oh|wrong)\b|i meant?\b)"
    r"|違|ちが|じゃな|^いや|^あ[、っ]|の(?:方|ほう)|じゃなくて",
    re.IGNORECASE,
)
_ALL = regex(r"\b(?:(?:them|those|these) all|all of (?:them|those|these))\b", re.IGNORECASE)
_IT: dict[Language, str] = {"en": "it", "ja": "それを"}
_OTHER = regex(r"\b(?:other|same)\b|もう(?:一つ|1つ|ひとつ|片方)|同じ", re.IGNORECASE)
"""Where it was said last, the one that it was said of is the second of two."""
_TWO = 2
_WAITED_FOR = frozenset({"alarms.cancel_all", "reminders.remove_all"})
_COUNTED = frozenset({"timers", "alarms"})


def both(said: Said) -> Meaning | None:
    """The order for each of the two; where there were not two, the word that it isn't clear."""
    told = said.turn.earlier, said.turn.listed
    if not said.turn.asked and (away := bells_told_of(said.text.casefold(), *told)):
        return taking_away(said, away)
    two = _BOTH[said.language].search(said.text)
    match = two or _ALL.search(said.text)
    if match is None:
        return None
    timed = next(
        (one for one in FIND[said.language](said.text, said.turn.at) if one.at or one.duration), None
    )
    frame = said.apart(sentence(without(said.text, timed), said.language)) if timed else said.frame
    if frame.mentions or frame.has("kinds") or frame.leftover:
        return None
    if not said.turn.asked and (each := _beside_the_other(said)):
        return Meaning("cues", 0.97, each)
    if said.turn.asked:  # behind a question that was left open, both are no more than what it was about
        homes = any(call.tool.startswith("home.") for call in said.turn.asked)
        return Meaning("cues", 0.9, (Call("about.which"),)) if two and homes and frame.has("verbs") else None
    order = f"{said.text[: match.start()]}{_IT[said.language]}{said.text[match.end() :]}"
    if cancelled := _cancelled(said, order, two=two is not None):
        return Meaning("cues", 0.97, cancelled)
    if timed:
        return _at_its_time(said) or (Meaning("cues", 0.9, (Call("about.which"),)) if two else None)
    before = _two_of([call for call in said.turn.earlier if target_of(call)], said)
    calls = [call for one in before for call in _done_to(one, order, said)]
    if len(before) >= _TWO and len(calls) == len(before) and (two is None or len(before) == _TWO):
        return Meaning("cues", 0.97, tuple(calls))
    tools = {call.tool for call in said.by_cues.calls} if said.by_cues else set()
    acts = any(tool.startswith("home.") for tool in tools) and tools != {"home.lock"}
    return Meaning("cues", 0.9, (Call("about.which"),)) if acts and two else None


def _beside_the_other(said: Said) -> tuple[Call, ...]:
    """The same of the one that was taken back for another: "both" behind "no, the bedroom one"."""
    turn = said.turn
    if len(turn.earlier) != _TWO or not _BARE[said.language].fullmatch(said.text):
        return ()
    back, done = turn.earlier
    verbs = [call.tool.removeprefix("home.") for call in turn.earlier]
    spoken = next((line.text for line in reversed(turn.history) if line.role == "user"), "")
    if OPPOSITE.get(verbs[0]) != verbs[1] or risky(done, said.names) or not _CORRECTS.search(spoken):
        return ()
    return (Call(done.tool, target_of(back)), done)


def _two_of(before: list[Call], said: Said) -> list[Call]:
    """The two things that one call was for, or the one and the only other of its kind in the room."""
    if len(before) != 1 or not before[0].tool.startswith("home."):
        return before
    if other := _of_another_room(before[0], said):
        return [other, before[0]]
    things = things_of(before[0], said.names)
    spoken = next((line.text for line in reversed(said.turn.history) if line.role == "user"), "")
    if len(things) == 1 and things[0].room and _OTHER.search(spoken):
        alike = (things[0].domain, things[0].room)
        things = [thing for thing in said.names.things if (thing.domain, thing.room) == alike]
    if len(things) != _TWO:
        return before
    return [Call(before[0].tool, name_arguments(thing, said.index)) for thing in things]


def _of_another_room(last: Call, said: Said) -> Call | None:
    """The same of another room, which the turn before did: 「キッチンの電気つけて」 and 「リビングも」."""
    before = said.turn.before[0] if said.turn.before else ()
    if len(before) != 1 or before[0].tool != last.tool or "name" in last.arguments:
        return None
    one, other = target_of(before[0]), target_of(last)
    rooms = {one.get("area"), other.get("area")}
    alike = one.get("domain") == other.get("domain") is not None
    return before[0] if alike and None not in rooms and len(rooms) == _TWO else None


def taking_away(said: Said, calls: tuple[Call, ...]) -> Meaning:
    """The calls that take away what was spoken of; the question first where others may go with it that are
    waited for: who sets an alarm and says "all off" may be going to bed."""
    if calls and all(call.tool in _WAITED_FOR for call in calls):
        question = shall_i(calls, said.language, names=said.names)
        return Meaning("cues", 0.97, question=question, proposed=calls)
    return Meaning("cues", 0.97, calls)


def _at_its_time(said: Said) -> Meaning | None:
    """The same for another time, in words that name each: what waits knows no "both"."""

    def read(rest: str) -> Reading | None:
        if not (_BOTH[said.language].search(rest) or _ALL.search(rest)):
            return sure(said, rest)  # what ends it again
        found = both(replace(said, text=rest))
        acts = found is not None and all(call.tool.startswith("home.") for call in found.calls)
        return Reading(found.calls, found.confidence, aimed=False) if found and acts else None

    given = said.text, said.language, said.turn.at, said.names, read
    return at_its_time(*given) or for_later(*given, None)


def _cancelled(said: Said, order: str, *, two: bool) -> tuple[Call, ...]:
    """What takes back the two timers, alarms or events that were set or told of; of timers and alarms that
    were set one by one, whatever two there are. None where that isn't asked or known."""
    turn = said.turn
    skill = turn.earlier[-1].tool.partition(".")[0] if turn.earlier else ""
    if skill == "home" or not CANCEL[said.language].match(order.casefold()):
        return ()
    if not skill:
        return (Call("about.which"),)  # and not every light
    if two and len(turn.listed) == _TWO:
        return turn.listed
    each = tuple(call for one in turn.earlier if (call := undo(one) if _is_on_a_list(one) else cancel(one)))
    if len(each) == len(turn.earlier) >= _TWO and (not two or len(each) == _TWO):
        return each
    counted = skill in _COUNTED and all(_is_of(one, skill) for one in turn.earlier)
    return (Call(f"{skill}.cancel", {"count": _TWO}),) if two and counted else ()


def _is_on_a_list(call: Call) -> bool:
    return call.tool == "lists.add"


def _is_of(call: Call, skill: str) -> bool:
    """Whether it is of this skill, and sets no order for later, which is one with no other."""
    return call.tool.startswith(f"{skill}.") and "command" not in call.arguments


def _done_to(call: Call, order: str, said: Said) -> list[Call]:
    if levels := next_levels(order, said.language, (call,), said.names):
        return [*levels]
    reading = said.cues.read(order, said.names, None, (call,))
    if reading is None or reading.rivals or len(reading.calls) != 1:
        return []
    found = able(unlocked_not_opened(reading.calls[0], said.names), said.names)
    same = target_of(found).get("name") == target_of(call).get("name")
    return [found] if same and not risky(found, said.names) else []
