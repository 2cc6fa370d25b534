"""Says of what was taken for a name that it is a term: an abbreviation, a formula, a unit, an ordinary word.

Knows shapes, and the lexicon's words. Whether a text is about somebody is for others to say.
"""

import re
from functools import cache
from pathlib import Path

from kippu.guard.personal.lexicon import is_common, is_name
from kippu.regex import regex

_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WIDE = regex("[\u3040-\u30ff\u3400-\u9fff]")
_LETTER = regex(r"[\s.,;:()/|'’\"“”•-]*[A-Za-zÀ-ÿΑ-ω]?[\s.,;:()/|'’\"“”•-]*")
_NUMERAL = regex(r"\W*[IVX]{1,5}\W*")
_POSTSCRIPT = regex(r"\W*(?:P\W?){1,3}S?\W*|\W*(?:[A-Z]\.){1,4}[A-Z]?\W*")
_CAPITALS = regex(r"[A-Z]{2,6}s?")
_SHORT_CAPITALS = 5
"""Letters of an abbreviation; a longer row of capitals can be a name that a form has in capitals."""
_SYMBOL = regex(r"[ ,.;:(]*[A-ZÀ-ÿ][a-zÀ-ÿ][ ,.;:)]*")
_MIXED = regex(r"[A-Za-z]{1,12}\d[A-Za-z\d]*|\d+[A-Z][A-Za-z\d]*|[A-Za-z]+_\w+|\w+_[A-Za-z]+", re.ASCII)
"""Letters and digits in one word: "IPv6", "H2O", "12CHCl3"."""
_CAMEL = regex(r"[a-z]+[A-Z]\w*|[A-Z]+[a-z]+(?:[A-Z]+[a-z]*)+")
_SCOTTISH = regex(r"(?:Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz|O|D|L)(?=[A-Z])")
_LED = regex(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|sir|madam|dame|miss|apt|apartment|flat|unit|room|rm|suite|ste|house|box"
    r"|no|(?:given |first |last )?names?|surname|patient|passenger|guest|contact|dear|signed|regards"
    r"|thanks|from|cc|to|with|for|at|called|named)\b"
    r"\.?[\s:#,]{0,3}|[\w]: ?)$",
    re.IGNORECASE,
)
"""What stands before a short form that is somebody's, or a door's."""
_LED_TO = regex(
    r"\b(?:tell|ask|call|ring|text|message|email|mail|meet|met|saw|see|know|thank|visit|help|with|from"
    r"|named|called|dear|hi|hello|hey|mr|mrs|ms|dr|uncle|aunt|his|her|their|(?:write|send|give|gave|talk|talked"
    r"|spoke|speak|said|say|reply|married|apologi[sz]e|explain \w+|wrote|sent) (?:\w+ )?to) $",
    re.IGNORECASE,
)
"""What stands before somebody who is named in small letters."""
_LEAD = 14
_MEASURED = regex(
    r"(?:^|[\s(])[-+]?\d[\d.,]*\s?(?:[kMGTmµn]?(?:Hz|m|g|s|A|V|W|J|N|L|l|B|b|Pa|mol|eV)|[KC]|ppm|rpm|dB"
    r"|bits?|bytes?|feet|ft|miles?"
    r"|cm|kg|hours?|minutes?|seconds?|percent)\b|[=^√∑∫×÷±≤≥→∞]|\d\s?[-+*/]\s?\d|%"
)
_ENDING = regex(r"[^.!?\n]*[.!?\n:\"“(•*-]\W*$|^\W*$")
_ACTS = regex(
    r"['’]s\b|:| (?:is|was|has|had|will|can|would|and|says|said|told|called|lives|works|wants|makes|sells"
    r"|offers|of|which|who)\b|, (?:which|who|an?|the)\b"
)
"""What stands behind a name that a sentence begins with."""
_NAMED = regex(r"\bnames?\b[^.\n]{0,12}$", re.IGNORECASE)
_GOES_ON = regex(r" (?:& )?[A-Z][\w'’-]")
_GOES_BEFORE = regex(r"[A-Z][\w'’-]+ (?:& )?$")
_NEXT = 24
_PARTICLES = frozenset(
    "van von der den de del della di da du le la el al bin binti ibn ben abu dos das dem ter ten zu y e o san"
    " st mac and".split()
)
_SHORTEST = 4
"""Letters of a word that the lexicon knows of."""


def is_led_to(text: str, start: int) -> bool:
    """Whether what stands there is somebody by the word before it."""
    return _LED_TO.search(text, max(0, start - 2 * _LEAD), start) is not None


def is_no_name(said: str) -> bool:
    """Whether nothing is in it that a name could be: a letter, a numeral, "P.S."."""
    if _WIDE.search(said):
        return False
    return any(pattern.fullmatch(said) for pattern in (_LETTER, _NUMERAL, _POSTSCRIPT))


def is_figures(said: str) -> bool:
    """Whether there are only figures and short signs ("', 2, 3'", "50 Hz"), as no address is."""
    return not _WIDE.search(said) and not any(len(word) >= _SHORTEST - 1 for word in _WORD.findall(said))


def is_measured(text: str, start: int, end: int) -> bool:
    """Whether what is there belongs to a sum, a formula or a quantity."""
    return bool(_MEASURED.search(text[max(0, start - 6) : end + 12]))


def is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether capitals stand for words: "KPMG" between words in small letters, and no title before it."""
    words = _WORD.findall(text[start:end])
    if not words or not all(map(_abbreviates, words)) or _LED.search(text[max(0, start - _LEAD) : start]):
        return False
    return _mostly_small(text)


def is_shared(said: str, private: bool) -> bool:
    """Whether it is made of abbreviations that everybody uses: "API". In a ``private`` text only those that
    no firm or place has for a name."""
    words = _WORD.findall(said)
    shared = _programs() if private else _programs() | _abbreviations()
    return bool(words) and all(
        _CAPITALS.fullmatch(word) and (word in shared or word.removesuffix("s") in shared) for word in words
    )


def is_mixed(text: str, start: int, end: int) -> bool:
    """Whether the whole word there has letters and digits: no person, town or firm is written so."""
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return bool(_MIXED.fullmatch(text[start:end].strip(" ,.;:()[]")))


def is_camel(said: str) -> bool:
    """Whether capitals stand within the word, as in "AdaBoost" or "isOnShelf", and not as in "McQueen"."""
    bare = _SCOTTISH.sub("", re.sub(r"['’]s$", "", said.strip()), count=1)
    return bool(_CAMEL.fullmatch(bare))


def is_ordinary(said: str) -> bool:
    """Whether all words are ones of English that are no names as well."""
    words = _WORD.findall(said)
    return bool(words) and not _WIDE.search(said) and all(map(_ordinary, words))


def is_everybodys(said: str, capitals: bool) -> bool:
    """Whether it is two letters that are no short name ("Hg"), words of English in small letters, or words
    that have a capital for everybody ("North", "Parliament"). ``capitals`` tells whether the text has any."""
    if _SYMBOL.fullmatch(said):
        return said.strip(" ,.;:()").lower() not in _given()
    words = [word.lower() for word in _WORD.findall(said)]
    if not words or _WIDE.search(said):
        return False
    if capitals and said.islower() and all(map(is_english, words)):
        return True
    return all(word in _shared() for word in words)


def begins(text: str, start: int, end: int) -> bool:
    """Whether it has its capital because a sentence begins with it, and nothing is told of it."""
    before = text[max(0, start - 60) : start]
    return bool(_ENDING.fullmatch(before)) and not _ACTS.match(text, end)


def words(said: str) -> list[str]:
    """The words of it, without what stands between them."""
    return _WORD.findall(said)


def is_named(text: str, start: int) -> bool:
    """Whether it was asked for, or is given, as a name."""
    return bool(_NAMED.search(text, max(0, start - _NEXT), start))


def is_part(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital touches it, so that both may be one name ("Closed AI")."""
    return bool(_GOES_ON.match(text, end) or _GOES_BEFORE.search(text, max(0, start - _NEXT), start))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a name without the ordinary words in small letters at its ends ("Einstein publish")."""
    words = list(_WORD.finditer(text, start, end))
    if len(words) < 2 or _WIDE.search(text, start, end):
        return start, end
    small = [word[0].islower() and word[0] not in _PARTICLES and _ordinary(word[0]) for word in words]
    if all(small):
        return start, end
    first, last = small.index(False), len(small) - 1 - small[::-1].index(False)
    if first and words[first][0][0].isupper():
        start = words[first].start()
    if last < len(words) - 1:
        end = words[last].end()
    return start, end


def _abbreviates(word: str) -> bool:
    bare = word.removesuffix("s")
    return (
        bool(_CAPITALS.fullmatch(word)) and len(bare) <= _SHORT_CAPITALS and bare.casefold() not in _given()
    )


def is_english(word: str) -> bool:
    """Whether English has the word, if only as one that is a name as well ("ray")."""
    return is_common(word) if len(word) >= _SHORTEST else word in _short()


def _mostly_small(text: str) -> bool:
    words = _WORD.findall(text)
    loud = sum(word.isupper() and len(word) > 1 for word in words)
    return bool(2 * sum(map(str.islower, words)) >= loud)


def _ordinary(word: str) -> bool:
    small = re.sub(r"['’]s$", "", word.lower())
    if small in _shared():
        return True
    if len(small) < _SHORTEST:
        return small in _short()
    return is_common(small) and not is_name(small)


@cache
def _short() -> frozenset[str]:
    return frozenset(lines("short"))


@cache
def _shared() -> frozenset[str]:
    return frozenset(lines("shared"))


@cache
def _given() -> frozenset[str]:
    return frozenset(lines("given"))


@cache
def _programs() -> frozenset[str]:
    return frozenset(lines("programs"))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lines("abbreviations"))


@cache
def lines(heading: str) -> list[str]:
    """The words below a heading of ``terms.txt``."""
    text = (Path(__file__).parent / "terms.txt").read_text(encoding="utf-8")
    part = text.split(f"[{heading}]\n", maxsplit=1)[1].split("\n[", maxsplit=1)[0]
    return part.split()
