"""Both, or all, of what was spoken of: "turn them both off" after two lamps; never the whole home."""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.cues import target_of
from kippu.understand.fitting import risky, unlocked_not_opened
from kippu.understand.follow import next_levels
from kippu.understand.reading.said import Said
from kippu.understand.reading.spoken_of import able
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
    two = _BOTH[said.language].search(said.text)
    match, frame = two or _ALL.search(said.text), said.frame
    if match is None or frame.mentions or frame.has("kinds") or frame.leftover or said.turn.asked:
        return None
    order = f"{said.text[: match.start()]}{_IT[said.language]}{said.text[match.end() :]}"
    if FIND[said.language](said.text, said.turn.at):
        return Meaning("cues", 0.9, (Call("about.which"),)) if two else None  # what waits has to be named
    before = [call for call in said.turn.earlier if target_of(call)]
    calls = [call for one in before for call in _done_to(one, order, said)]
    if len(before) >= _TWO and len(calls) == len(before) and (two is None or len(before) == _TWO):
        return Meaning("cues", 0.97, tuple(calls))
    tools = {call.tool for call in said.by_cues.calls} if said.by_cues else set()
    acts = any(tool.startswith("home.") for tool in tools) and tools != {"home.lock"}
    return Meaning("cues", 0.9, (Call("about.which"),)) if acts and two else None


def _done_to(call: Call, order: str, said: Said) -> list[Call]:
    if levels := next_levels(order, said.language, (call,), said.names):
        return [*levels]
    reading = said.cues.read(order, said.names, None, (call,))
    if reading is None or reading.rivals or len(reading.calls) != 1:
        return []
    found = able(unlocked_not_opened(reading.calls[0], said.names), said.names)
    same = target_of(found).get("name") == target_of(call).get("name")
    return [found] if same and not risky(found, said.names) else []
