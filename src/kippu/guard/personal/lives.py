"""Tells of a place whether somebody who is named beside it lives, works or comes from there: then it is part
of their address, however large it is. In a letter or a CV the same goes for the employer, the country and the
nationality. Knows the words that say so, and no place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kippu.guard.personal import asking, telling
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
_EMPLOYED = regex(
    r"(?:\b(?:works?|worked|working|job|position|role|career|intern(?:ed|ing|ship)?|employed|hired"
    r"|fired|laid off|contract(?:or|ing)"
    r"|engineer|manager|developer|analyst|nurse|clerk|assistant|consultant|designer|accountant|driver|employee|colleagues?|boss"
    r"|years|months|joined|joining|left|leaving|resign(?:ed|ing)? from|retired from)"
    r"(?: full-time| part-time)? (?:at|for|by|with|from|of)? ?(?:the )?"
    r"|\b(?:employer|company|employment)(?: is| was)?\s?[:=]?\s{0,2})$",
    re.IGNORECASE,
)
_EMPLOYED_JA = regex(r"(?:勤務先|勤め先|会社|職場|所属|前職)[はが：: ]{0,2}$")
_EMPLOYS_JA = regex(
    r"(?:株式会社)?(?:に(?:勤め|勤務|入社|就職|転職|在籍)|で(?:働|勤務|営業|事務)|勤務|を(?:退職|辞め)|の(?:社員|同僚|上司|部署))"
)
_OF = regex(
    r"(?:\b(?:I am|I['’]m|[Hh]e is|[Ss]he is|(?:he|she)['’]s|who is|is|am|as|being|was|myself) (?:an? "
    r")?(?:\d\d[- ]year[- ]old )?"
    r"|\b[Nn]ationality\s?[:=]?\s{0,2}|\b[Cc]itizenship\s?[:=]?\s{0,2}"
    r"|\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur) (?:an? )?)$"
)
_OF_JA = regex(r"(?:国籍[はが：: ]{0,2}|(?:私|僕|俺|妻|夫|彼|彼女|父|母|上司|同僚)[はがも])$")
_BELIEFS = frozenset(
    "atheist buddhist catholic christian communist conservative democrat hindu jewish labour liberal "
    "mormon muslim orthodox "
    "protestant republican sikh socialist".split()
)
_SHARED = frozenset({"place", "organization", "group"})
_LEAD = 48
_SHORT = 500
"""Letters of a text in which a question for what is there may be anywhere."""


def tied(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The finds, of which places are addresses where a person is named and said to be at home there, and what
    many share is somebody's own in a text that is to be written or mended.

    A text that asks for what is there, such as the weather, needs the place as it is.
    """
    if not any(piece.kind in _SHARED for piece in found):
        yield from found
        return
    named = any(piece.kind == "person" for piece in found)
    somebody = named or asking.is_own(text)
    mended = somebody and telling.is_mended(text)
    told = mended or (somebody and telling.is_written(text) and not telling.hinges(text))
    for piece in found:
        if piece.kind not in _SHARED:
            yield piece
        elif piece.kind == "place" and not certain(piece.text):
            at_home = (named or told) and _is_home(text, piece)
            tied_to = (at_home or mended) and not _is_asked(text, piece, told)
            yield replace(piece, kind="address") if tied_to else piece
        else:
            yield replace(piece, own=True) if told and _is_own(text, piece) else piece


def _is_home(text: str, piece: Found) -> bool:
    before = text[max(0, piece.start - _LEAD) : piece.start]
    return bool(_LIVES.search(before) or _LIVES_JA.search(before) or _BEHIND_JA.match(text, piece.end))


def _is_asked(text: str, piece: Found, told: bool) -> bool:
    """Whether something is asked of the place: in its sentence, if the text is to be written or is long."""
    if not told and len(text) <= _SHORT:
        return asking.is_local(text)
    sentence = asking.sentence(text, piece.start, piece.end)
    return sentence.rstrip().endswith(("?", "？")) or (not told and asking.is_local(sentence))


def _is_own(text: str, piece: Found) -> bool:
    before = text[max(0, piece.start - _LEAD) : piece.start]
    if piece.kind == "organization":
        return bool(
            _EMPLOYED.search(before) or _EMPLOYED_JA.search(before) or _EMPLOYS_JA.match(text, piece.end)
        )
    if telling.hinges(text):
        return False
    if piece.kind == "place":
        return _is_home(text, piece)
    return piece.text.lower() not in _BELIEFS and bool(_OF.search(before) or _OF_JA.search(before))
