"""Tells of a place whether somebody who is named beside it lives, works or comes from there: then it is part
of their address, however large it is. Knows the words that say so, and no place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kippu.guard.personal import asking
from kippu.guard.personal.found import Found
from kippu.guard.personal.tagger.certain import certain
from kippu.regex import regex

_KIN = r"(?:parents?|family|(?:brother|sister|mother|father|mum|mom|dad|aunt|uncle|cousin|friend)s?)"
_LIVES = regex(
    r"(?:\b(?:lives?|living|lived|resid(?:es?|ed|ing|ent)|based|born|raised|grew up|settled|stay(?:s|ed|ing)?"
    r"|mov(?:ed|ing)|relocat(?:es?|ed|ing)|work(?:s|ed|ing)?|stud(?:y|ies|ied|ying)|located|headquartered|offices?"
    r"|homes?|house|flat|apartment|practi[cs]e|clinic|shop|school|university|hospital"
    rf"|{_KIN}) (?:back |over |out )?(?:in|to|of|near|at) (?:central |downtown |north |south |east |west )?"
    r"|(?:\b(?:is|am|are|was|were|comes?|came|originally|hails?)|['’](?:m|s|re)) from "
    r"|\b(?:home ?town|location|city|town|place of birth|birthplace|residence|address)(?: is| was)?"
    r"\s?[:=]?\s{0,2})$",
    re.IGNORECASE,
)
_LIVES_JA = regex(r"(?:住所|出身|本籍|在住|勤務地|実家)[はが：: ]{0,2}$")
_BEHIND_JA = regex(
    r"[市都府県区]?(?:市内|内)?(?:に(?:住|引っ越|転勤|赴任|実家|家が|います)|で(?:暮ら|働|生まれ|育)|出身|在住|生まれ|育ち"
    r"|支店|支社|の(?:実家|家|マンション))"
)
_LEAD = 48


def tied(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The finds, of which places are addresses where a person is named and said to be at home there.

    A text that asks for what is there, such as the weather, needs the place as it is.
    """
    named = any(piece.kind == "person" for piece in found)
    asked = not named or not any(piece.kind == "place" for piece in found) or asking.is_local(text)
    for piece in found:
        at_home = piece.kind == "place" and not asked and not certain(piece.text) and _is_home(text, piece)
        yield replace(piece, kind="address") if at_home else piece


def _is_home(text: str, piece: Found) -> bool:
    before = text[max(0, piece.start - _LEAD) : piece.start]
    return bool(_LIVES.search(before) or _LIVES_JA.search(before) or _BEHIND_JA.match(text, piece.end))
