"""What is to be thrown or chosen among, in an English sentence: "roll a pair", "red dress or the white suit,
decide". As the templates take it; knows no encoder.
"""

import re

from kippu.regex import regex

_DICE = regex(
    r"(?<![\w.])(?P<count>\d+) (?:dice|die)\b"
    r"|(?:(?P<of_them>\d+|a pair of|a couple of|both) )?(?P<sides>\d+)[- ]?(?:sided|sides?)"
    r"|\b(?P<many>\d+)? ?d(?P<faces>\d+)"
    r"(?: (?:dice|die)\b)?"
    r"|\b(?P<pair>pair|couple|both)\b"
)
_CLAUSE = regex(r"[,;:?!.]\s+|\s-\s")
_BETWEEN = regex(r"\b(?:between|among|from|out of|either|one of) (?P<them>.+)$", re.IGNORECASE)
_LEAD = regex(
    r"^(?:(?:please|so|ok|okay|now|hey kippu|kippu|can you|could you|would you|will you|i want you to"
    r"|well|hmm|help(?: me| us)?"
    r"|tell (?:me|us)|for (?:dinner|lunch|breakfast|tonight|tomorrow|today)|which(?: one)?|what|whether"
    r"|do|does|did|is|are|shall"
    r"|should|must|ought|will|would|i|we|you|he|she|they|it|be|to|have|has|get|go(?: for| with)?|take"
    r"|wear|pick|choose|decide"
    r"|select|watch|eat|cook|make|order|the better)\b[ ,]*)+",
    re.IGNORECASE,
)
_TRAIL = regex(
    r"[ ,]*\b(?:please|thanks|now|for (?:me|us)|you (?:choose|pick|decide)|(?:just )?(?:choose|pick"
    r"|decide)(?: one)?"
    r"(?: for (?:me|us))?|which(?: one)?(?: is it)?|what do you think|up to you|your call|tonight|today"
    r"|tomorrow)$",
    re.IGNORECASE,
)
_LONGEST = 5
"""Words of one choice: more is a sentence that has an "or" in it."""


def dice(folded: str) -> str:
    """How many of what: "3 6 sided dice"; empty where it isn't told, or told as one."""
    found = _DICE.search(folded)
    if found is None:
        return ""
    said = found["count"] or found["of_them"] or found["many"] or found["pair"] or ""
    count = said if said.isdigit() else "2" if said else ""
    sides = found["sides"] or found["faces"]
    if sides:
        return f"{count} {sides} sided dice" if count else f"a {sides} sided die"
    return f"{count} dice" if count else ""


def choices(plain: str) -> str:
    """All that is to be chosen among, joined by "or"; empty where that isn't plain."""
    said = _BETWEEN.search(plain)
    text = said["them"].replace(" and ", " or ") if said else plain
    clauses = [clause.strip() for clause in _CLAUSE.split(text.rstrip(" ?!.")) if clause.strip()]
    with_or = [number for number, clause in enumerate(clauses) if " or " in f" {clause} "]
    if len(with_or) != 1:
        return ""
    number = with_or[0]
    *firsts, last = clauses[number].removeprefix("or ").split(" or ")
    before = clauses[:number]
    found = [_bare(one) for one in (*firsts, last)]
    while before and len(before[-1].split()) <= _SHORT and not _LEAD.match(before[-1]):
        found.insert(0, _bare(before.pop()))
    fit = all(found) and all(len(one.split()) <= _LONGEST for one in found)
    return " or ".join(found) if fit and len(found) > 1 else ""


_SHORT = 3
"""Words of a choice that stands in a row before the "or"."""


def _bare(said: str) -> str:
    while (shorter := _TRAIL.sub("", _LEAD.sub("", said)).strip(" ,")) != said:
        said = shorter
    return said
