"""Finds names by what they are not: words that English doesn't have, or that a text writes like none.

Knows no name and no kind of text; the lexicon says which words English has. Its spans have the least trust:
whatever else was found there stays.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from kippu.guard.personal import asking
from kippu.guard.personal.found import Kind
from kippu.guard.personal.lexicon import is_common, is_formed, is_known, is_slip
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_TRUST = 1
_CAPITAL = regex(
    r"(?<![\w@#$./\\<{`-])[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]+)*(?![\w`(=/\\{>@]|\.\w|-\w)"
)
"""A word with a capital that is no part of a path, a tag, an address or a program."""
_SMALL = regex(r"(?<![\w'’@./#-])[a-z]{4,}(?![\w'’@=(/-]|\.\w)")
_BEGINS = regex(r"(?:^|[.!?:;•*\n\t>|\"“(\[]|[-–—] )[\s\"“(*#-]*$")
"""What stands before a word that has its capital for no better reason than that a sentence begins."""
_ACTS = regex(r"['’]s\b| (?:is|was|has|had|will|can|would|and|of|which|who)\b|, (?:which|who|an?|the)\b")
"""What stands behind a name that a sentence begins with."""
_LEADS = regex(
    r"\b(?:(?P<place>in|near)|from|by|at|with|(?:works?|worked|working) for"
    r"|(?P<person>(?:e-?mails?|mails?|messages?|letters?|texts?|notes?|invitations?|invites?) (?:to|from|for)"
    r"|tell|email|message|text|call|phone|ring|invite|remind|dear|mr|mrs|ms|dr|uncle|aunt|cousin|named"
    r"|my name is)) $",
    re.IGNORECASE,
)
"""What stands before a name, and says whose."""
_LEAD = 20
"""Letters that it takes."""
_WITHIN = regex(
    r"(?<=[a-z,] )(?<!\b[Tt]he )(?<!\b[Tt]his )(?<!\b[Tt]hat )(?<!\b[Oo]ur )(?<!\b[Yy]our )(?<!\b[Mm]y )"
    r"(?<!\b[Aa] )(?<!\b[Aa]n )[A-Z][a-z]{3,}(?=(?:['’]s)? [a-z]|[.,;?!])"
)
"""A word with a capital between words in small letters."""
_TWICE = 2
_SHARED = frozenset(
    "earth mars venus moon internet bible god congress parliament senate government ministry department "
    "board house court committee council museum park room society organization company university college "
    "school church league state republic empire majesty monday tuesday wednesday thursday friday saturday "
    "sunday january february march april june july august september october november december english "
    "french german polish turkey china christian catholic democrat republican president king queen emperor "
    "boolean bitcoin".split()
)
"""Words with a capital that name what everybody shares."""
_TITLED = regex(
    r"(?<=[a-z,] )(?:[A-Z][\w&’'-]+ ){1,4}(?:(?:Of|The|And|For|In|To) ){1,2}"
    r"[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){0,3}(?=(?:['’]s)? [a-z])"
)
"""A title or a firm, whose small words have capitals too, within a sentence."""
_ENGLISH = regex(
    r"\b(?:the|to|my|for|is|of|and|you|what|with|this|are|how|it|we|have|please|write|about|that|by|from|not|will)\b",
    re.IGNORECASE,
)
_CODE = regex(r"[{}]|;\s*\n|==|\w\(\)|=>|::|</|\bdef \w+\(|\bSELECT\b|\bimport \w")
_AROUND = 240
"""Letters of a piece of text; it and the two beside it tell whether a word stands in a sentence."""
_FOREIGN = 0.2
"""The share of the words in small letters around a name, beyond two, that English may not have."""
_SHORTEST = 4


_AT = regex(
    r"\b(?:at|with|from|for|by|joined|join|left|leaving|visit(?:ed|ing)?|called|named|manage[sd]?|runs?|owns?|own)"
    r" (?:the |The )?(?P<name>[A-Z][a-z’'-]+(?: (?:& |and )?[A-Z][a-z’'-]+){1,2})"
    r"(?=(?:['’]s)? [a-z]|[.,;:?!)\n]|$)"
)
"""Where somebody works or was, by two words or three."""
_SHARED_END = regex(
    r"(?:Managers?|Directors?|President|Officers?|Departments?|Team|Support|Services?|Sales|Marketing|Offices?"
    r"|Engineers?|Assistants?|Teachers?|Professor|Doctor|Committee|Council|Board|Commission|Court|Law|Act|War|Day"
    r"|Week|Month|Year|Eve|Road|Street|Terms|Conditions|Chapter|Section|Table|Figure|Part|Level|Grade|Class"
    r"|Regards|Wishes|East|West|North|South|States|Kingdom|Union|Republic|World|Ages|Century)$"
)
"""What offices, days, chapters and parts of the world end with."""


def look(text: str) -> Iterator[Span]:
    """Unknown words of any case; words with a capital each time; titles whose small words have one."""
    for match in _CAPITAL.finditer(text):
        if not all(map(_known, match[0].split("-"))) and _is_name(text, match):
            yield Span(match.start(), match.end(), _kind(text, match.start(), {"place"}), _TRUST)
    yield from _each_time(text)
    for match in _AT.finditer(text) if asking.is_private(text) else ():
        words = match["name"].replace(" & ", " ").replace(" and ", " ").split()
        plain = all(is_common(word) and word.lower() not in _SHARED for word in words)
        if plain and not _SHARED_END.search(match["name"]):
            yield Span(*match.span("name"), "organization", _TRUST)
    for match in _TITLED.finditer(text):
        yield Span(match.start(), match.end(), "organization", _TRUST)
    for match in _SMALL.finditer(text):
        if not _known(match[0]) and _in_english(text, match.start()) and not _is_word(text, match):
            yield Span(match.start(), match.end(), _kind(text, match.start(), {"place", "person"}), _TRUST)


def _each_time(text: str) -> Iterator[Span]:
    """As in "How did Tender respond? … those of Tender": more than once, and never in small letters."""
    places = [match for match in _WITHIN.finditer(text) if match[0].lower() not in _SHARED]
    times = Counter(match[0] for match in places)
    small = set(_SMALL.findall(text)) if len(times) < len(places) else set()
    for match in places:
        if times[match[0]] >= _TWICE and match[0].lower() not in small and is_common(match[0]):
            yield Span(match.start(), match.end(), "organization", _TRUST)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether an unknown word has its capital because it is a name."""
    begins = _BEGINS.search(text, max(0, match.start() - 8), match.start())
    return (not begins or _ACTS.match(text, match.end()) is not None) and _in_english(text, match.start())


def _is_word(text: str, match: re.Match[str]) -> bool:
    """Whether an unknown word in small letters is a slip of the pen, or made as words are and not led to."""
    return is_slip(match[0]) or (is_formed(match[0]) and not _led(text, match.start()))


def _kind(text: str, start: int, kinds: set[Kind]) -> Kind:
    """What the words before a name make of it, if one of ``kinds``; else it is taken for a firm's."""
    leads = _led(text, start)
    return next((kind for kind in kinds if leads and leads[kind]), "organization")


def _led(text: str, start: int) -> re.Match[str] | None:
    """The words before ``start``, if people put a name behind them."""
    return _LEADS.search(text, max(0, start - _LEAD), start)


@lru_cache(20_000)
def _known(word: str) -> bool:
    if len(word) < _SHORTEST + word.isupper():
        return True
    small = word.lower()
    return is_known(small) or any(small.endswith(end) and is_known(small[: -len(end)]) for end in ("s", "es"))


def _in_english(text: str, start: int) -> bool:
    """Whether what is there stands in sentences of English."""
    block = start // _AROUND * _AROUND
    return _is_english(text[max(0, block - _AROUND) : block + 2 * _AROUND])


@lru_cache(64)
def _is_english(text: str) -> bool:
    if not _ENGLISH.search(text) or _CODE.search(text):
        return False
    words = _SMALL.findall(text)
    unknown = len(words) - sum(map(_known, words))
    return bool(words) and unknown <= 2 + _FOREIGN * len(words)
