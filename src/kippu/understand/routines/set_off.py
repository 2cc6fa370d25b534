"""Which routine a sentence sets off: its name or another saying of it, with no more than an order around."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kippu.names import Routine
from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text import is_question, tidy

GAP = regex(r"\{(\w+)\}")
"""A part of a saying or command for which any words may stand."""
_FRAMES: dict[Language, str] = {
    "en": (
        r"(?:(?:please|hey|ok|okay|so|now|and|right|alright|kippu),? )*"
        r"(?:(?:can|could|will|would) you |i want (?:you to )?|i'd like (?:you to )?|let's (?:have |do )?)?"
        r"(?:please )?"
        r"(?:(?:start|run|begin|activate|do|set off|launch|trigger|execute|turn on|switch on|switch to|go to"
        r"|it's time for|it's|it is|time for) )?(?:(?:the|my|our|a) )?"
        r"[\"']?{}[\"']?"
        r"(?: (?:routine|mode|scene))?(?:,? (?:please|now|thanks|thank you|for me|kippu|time))*"
    ),
    "ja": (
        r"(?:(?:じゃあ|それじゃあ|ねえ|では|はい|さあ|さて|そろそろ|今から)、?)*「?{}」?"
        r"(?:の?(?:ルーティン|ルーチン|モード|シーン|時間|設定))?"
        r"(?:(?:を|に|で|の)?(?:して|お願い|おねがい|頼む|始めて|はじめて|開始|実行|スタート|やって|起動|切り替えて|動かして|よろしく)"
        r"(?:して|します|いたします)?(?:ください|下さい|くれる|もらえる|ほしい|ね|よ)*|(?:だ|です)よ?|にする|する)?"
    ),
}


class SetOff(NamedTuple):
    """The routine that is meant."""

    routine: Routine
    words: dict[str, str]
    """What stood in the gaps of its saying."""


def set_off(text: str, language: Language, routines: Sequence[Routine]) -> SetOff | None:
    """The routine that a sentence sets off; of several, that whose saying has the most words of its own.

    None for a question: "movie night?" may be no more than a proposal to others.
    """
    if not routines or is_question(text):
        return None
    plain = tidy(text).strip(" .,!。、！").casefold()
    found = [
        (len(GAP.sub("", saying)), SetOff(routine, match.groupdict()))
        for routine in routines
        for saying in (routine.name, *routine.says)
        if (match := _pattern(saying, language, bool(routine.layer)).fullmatch(plain))
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


@lru_cache(maxsize=2048)
def _pattern(saying: str, language: Language, has_gaps: bool) -> re.Pattern[str]:
    """``has_gaps``: only what a layer brings was checked to have sound ones."""
    plain = tidy(saying).strip(" .,!。、！").casefold()
    parts = GAP.split(plain) if has_gaps else [plain]
    said = "".join(f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile(_FRAMES[language].replace("{}", f"(?:{said})"))
