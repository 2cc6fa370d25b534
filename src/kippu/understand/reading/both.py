"""Both, or all, of what was spoken of: "turn them both off" after two lamps; never the whole home."""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import in_words
from kippu.understand.cues import target_of
from kippu.understand.fitting import risky, unlocked_not_opened
from kippu.understand.follow import bells_told_of, next_levels
from kippu.understand.later.schedule import parts, without
from kippu.understand.reading.said import Said
from kippu.understand.reading.spoken_of import able
from kippu.understand.when import When
from kippu.understand.when.finding import FIND

_BOTH: dict[Language, re.Pattern[str]] = {
    "en": regex(r"\b(?:(?:them|those|these) both|both(?: of (?:them|those|these))?)\b", re.IGNORECASE),
    "ja": regex(r"(?:両方|(?:どっち|どちら|二つ|2つ|ふたつ)(?=とも|も))(?:とも|も)?(?:を|は)?(?![のがか])"),
}
_ALL = regex(r"\b(?:(?:them|those|these) all|all of (?:them|those|these))\b", re.IGNORECASE)
_IT: dict[Language, str] = {"en": "it", "ja": "それを"}
_TWO = 2


def both(said: Said) -> Meaning | None:
    """The order for each of the two; where there were not two, the word that it isn't clear."""
    if said.turn.asked:
        return None
    if away := bells_told_of(said.text.casefold(), said.turn.earlier, said.turn.listed):
        return Meaning("cues", 0.97, away)
    times = FIND[said.language](said.text, said.turn.at)
    text = without(said.text, times[0]) if len(times) == 1 else said.text
    two, frame = _BOTH[said.language].search(text), said.apart(text)
    match = two or _ALL.search(text)
    if match is None or frame.mentions or frame.has("kinds") or frame.leftover:
        return None
    order = f"{text[: match.start()]}{_IT[said.language]}{text[match.end() :]}"
    if times:
        waits = _at_their_time(order, times, said)
        return Meaning("cues", 0.9, waits or (Call("about.which"),)) if two else None
    before = [call for call in said.turn.earlier if target_of(call)]
    calls = [call for one in before for call in _done_to(one, order, said)]
    if len(before) >= _TWO and len(calls) == len(before) and (two is None or len(before) == _TWO):
        return Meaning("cues", 0.97, tuple(calls))
    tools = {call.tool for call in said.by_cues.calls} if said.by_cues else set()
    acts = any(tool.startswith("home.") for tool in tools) and tools != {"home.lock"}
    return Meaning("cues", 0.9, (Call("about.which"),)) if acts and two else None


def _at_their_time(order: str, times: Sequence[When], said: Said) -> tuple[Call, ...]:
    """The order for each of the two at the one time, with the things by their names: nobody knows then what
    both were; none where that isn't plain."""
    before = [call for call in said.turn.earlier if target_of(call)]
    at = times[0].at if len(times) == 1 and not times[0].repeat else None
    calls = [call for one in before for call in _done_to(one, order, said)]
    if at is None or at <= said.turn.at or len(before) != _TWO or len(calls) != _TWO:
        return ()
    wait = parts((at - said.turn.at).total_seconds())
    commands = [in_words(call, said.language, said.names) for call in calls]
    return tuple(Call("timers.start", {**wait, "command": one}) for one in commands) if all(commands) else ()


def _done_to(call: Call, order: str, said: Said) -> list[Call]:
    if levels := next_levels(order, said.language, (call,), said.names):
        return [*levels]
    reading = said.cues.read(order, said.names, None, (call,))
    if reading is None or reading.rivals or len(reading.calls) != 1:
        return []
    found = able(unlocked_not_opened(reading.calls[0], said.names), said.names)
    same = target_of(found).get("name") == target_of(call).get("name")
    return [found] if same and not risky(found, said.names) else []
