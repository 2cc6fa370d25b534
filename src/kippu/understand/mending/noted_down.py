"""What was only told, noted down afterwards: "note that", "write it down", 「それメモして」 behind talk.

Knows the lines of the conversation; keeps nothing.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.text import tidy
from kippu.understand.text.leads import lead

_IT = r"(?:that|it|this)"
_THAT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{lead('and|yes|ok|okay|oh|please|can you|could you')}"
        rf"(?:(?:note|write|jot|take|put|get) (?:{_IT} down|down {_IT})"
        rf"|(?:note|remember|keep|memori[sz]e) {_IT}"
        rf"|(?:make|take|keep) a note of {_IT}|(?:save|keep|put|add) {_IT} (?:as a note|(?:in|to) my notes))"
        r"(?:,? (?:please|for me|then))*",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:じゃあ?|あ|うん|はい|、)*(?:それ|これ|今の|いまの|さっきの|結果)(?:を|も)?、?"
        r"(?:メモ(?:を|に)?(?:しと(?:いて)?|して|取って|とって|残して|取っといて)|覚えて|書い(?:て|と(?:いて)?)|書き留めて|残して|記録して)"
        r"(?:おいて|ください|くれる|ほしい|ね|よ)*"
    ),
}


_RECKONED = ("math.", "clock.")
"""What was worked out is noted with its result, as it was told."""
_LONGEST = 120


def noted_down(turn: Turn) -> Call | None:
    """The call that notes what the person said just before; None where that was no talk of theirs."""
    if turn.brings or not _THAT[turn.language].fullmatch(tidy(turn.text).strip(" .!。！")):
        return None
    if turn.earlier and turn.earlier[-1].tool.startswith(_RECKONED):
        told = turn.history[-1].text.strip(" .。") if turn.history else ""
        return Call("notes.add", {"text": told}) if 0 < len(told) <= _LONGEST and "\n" not in told else None
    if not turn.talked:
        return None
    said = next((line for line in reversed(turn.history) if line.role == "user"), None)
    if said is None or said.tainted or said.text.strip().endswith(("?", "？")):
        return None
    return Call("notes.add", {"text": said.text.strip(" .。")})
