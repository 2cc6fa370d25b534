"""A place for a place, a company for a company, an address of the same form. Knows which words say what
a thing is, and which places and companies millions share: those stay."""

import re
from collections.abc import Iterator
from functools import cache

from kippu.guard.surrogates import names
from kippu.guard.surrogates.choosing import Choosing
from kippu.guard.surrogates.forms import telling
from kippu.guard.surrogates.lists import known, known_words, words
from kippu.guard.surrogates.pair import LETTERS, folded, styled
from kippu.guard.surrogates.spelling import from_numeral, is_number_word, number_words, numeral
from kippu.regex import regex

_TOKEN = regex(rf"{LETTERS}(?:['’](?!s\b){LETTERS})*|\d+")
_STATE = regex(r"[A-Z]{2}")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_JAPANESE = regex("[ぁ-ヿ一-鿿々]")
_ACRONYM = regex("[A-Z]{2,5}")
_SHORTEST_NUMBER = 3
"""Digits of a house number alone: a shorter one is any number, and points at no house."""
_TRIES = 200
_NUMERAL = "[〇零一二三四五六七八九十百千]"
_NUMBERED = "(?:丁目|番|号|条)"
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


def stays(kind: str, text: str) -> bool:
    """True for what millions share: a country, a region, a large city, a company everybody knows."""
    name = re.sub(r"^the |['’]s?$", "", folded(text).strip(" .,"))
    headings = ("famous",) if kind == "organization" else ("country", "region", "city")
    return any(name in known_words(heading) for heading in headings)


def is_wide(text: str) -> bool:
    """True for a country or a region by itself: whatever is said of it, nobody is found by it."""
    name = re.sub(r"^the |['’]s?$", "", folded(text).strip(" .,"))
    return any(name in known_words(heading) for heading in ("country", "region"))


def parts(kind: str, text: str, choosing: Choosing) -> list[tuple[str, str]]:
    """The text with what stands for each word and, in an address, each number of it."""
    if not any(map(str.isalpha, text)) and sum(map(str.isdigit, text)) < _SHORTEST_NUMBER:
        return [(text, text)]
    cut = _japanese if _JAPANESE.search(text) else _western
    if kind in ("address", "place") and stays("place", text):  # somebody's city, with nothing beside it
        return list(cut("place", text, choosing, all_words=True))
    if kind == "organization" and _JAPANESE.search(text) and stays(kind, text):  # somebody's employer
        return [(text, choosing.word(text) or choosing.one_of(words("brand ja")))]
    found = list(cut(kind, text, choosing))
    if all(one == other for one, other in found):  # only words like "General Hospital"
        found = list(cut(kind, text, choosing, all_words=True))
    return found


def _western(kind: str, text: str, choosing: Choosing, all_words: bool = False) -> Iterator[tuple[str, str]]:
    at, first = 0, True
    alone = kind == "organization" or (kind == "place" and all_words and stays("place", text))
    shared = [] if alone else _shared(text)
    for match in _TOKEN.finditer(text):
        yield text[at : match.start()], text[at : match.start()]
        at = match.end()
        token = match[0]
        behind = any(mark in text[: match.start()] for mark in ",\n;")
        stay = any(start <= match.start() and match.end() <= end for start, end in shared)
        if stay or (_keeps(kind, token, text[: match.start()]) and not (all_words and first)):
            yield token, token
        elif token.isdigit():
            yield token, _number(token, choosing)
        elif kind == "address" and is_number_word(token):
            yield token, _in_words(token, choosing)
        else:
            yield token, _word(kind, token, behind, choosing)
        first = False
    yield text[at:], text[at:]


def _keeps(kind: str, token: str, before: str) -> bool:
    """True for a word that says what a thing is, and for numbers where they are no house's."""
    if token.isdigit():
        return kind == "organization"
    if len(token) == 1 or (
        kind != "organization" and (_STATE.fullmatch(token) or token.lower() == "hundred")
    ):
        return True
    if folded(token) in _ORDINAL and before[-1:].isdigit():
        return True
    return folded(token) in known_words("kept org" if kind == "organization" else "kept address")


def _word(kind: str, token: str, behind: bool, choosing: Choosing) -> str:
    if had := choosing.word(token):
        return had
    if kind == "organization" and folded(token) in known():
        item = known()[folded(token)]
        return styled(
            names.name(item.role, item.gender, item.origin, "latin", choosing), token, token.capitalize()
        )
    if kind == "organization" and _ACRONYM.fullmatch(token):
        return choosing.make(lambda: "".join(choosing.chance.choices(_LETTERS, k=len(token))))
    if kind == "organization":
        pool = words("brand")
    elif kind == "address" and not behind:
        pool = words("street")
    else:
        pool = words("town en") if token.isascii() else words("town world")
    return styled(choosing.one_of(pool), token, token.capitalize())


def _number(token: str, choosing: Choosing) -> str:
    """As many digits; short house numbers may be the same by chance, but not the same as this one."""
    low = 10 ** (len(token) - 1)
    for _ in range(_TRIES):
        made = str(choosing.chance.randrange(low, low * 10))
        if made != token and (not 3 <= len(token) <= 4 or (telling(made) and choosing.free(made))):
            return made
    return str((int(token) + 1) % (low * 10)).zfill(len(token))


def _numeral(token: str, choosing: Choosing) -> str:
    """Another number in kanji, as long as this one."""
    low, high = (1, 10) if (value := from_numeral(token)) < 10 else (10, 100)
    other = choosing.chance.choice([one for one in range(low, high) if one != value])
    return numeral(other, by_place=len(token) > 1 and not set(token) & set("十百千"))


def _in_words(token: str, choosing: Choosing) -> str:
    """Another number word of the same kind for one: "thirty" for "twenty"."""
    small = token.lower()
    others = next(words for words in number_words() if small in words)
    return styled(choosing.chance.choice([word for word in others if word != small]), token, small)


def _shared(text: str) -> list[tuple[int, int]]:
    """Where countries, regions and large cities stand in an address."""
    tokens = list(_TOKEN.finditer(text))
    found = []
    for first in range(len(tokens)):
        for last in range(first, min(first + 4, len(tokens))):
            run = text[tokens[first].start() : tokens[last].end()]
            behind = any(mark in text[: tokens[first].start()] for mark in ",\n;")
            if (behind or last == len(tokens) - 1) and stays("place", run):
                found.append((tokens[first].start(), tokens[last].end()))
    return found


@cache
def _cut_ja(kind: str) -> re.Pattern[str]:
    heading = "kept org ja" if kind == "organization" else "kept address ja"
    kept = "|".join(map(re.escape, sorted(words(heading), key=len, reverse=True)))
    regions = "|".join(
        sorted((word for word in words("region") if _JAPANESE.search(word)), key=len, reverse=True)
    )
    stem = "[一-鿿々ヶヵ]"
    if kind == "organization":  # a bank that everybody knows stays, its branch is somebody's
        firms = [word for word in words("famous") if _JAPANESE.search(word)]
        regions = "|".join([*map(re.escape, sorted(firms, key=len, reverse=True)), regions])
    return re.compile(
        rf"(?P<region>{regions})"
        rf"|(?P<numeral>{_NUMERAL}+)(?={_NUMBERED}|の{_NUMERAL}|[-－]{_NUMERAL})|(?<=[の-－番])(?P<last>{_NUMERAL}+)(?![一-鿿])"
        rf"|(?P<branch>{stem}{{1,5}}?)(?=支店|営業所|出張所|支社)"
        rf"|(?P<town>{stem}{{2,5}}?)(?=[市区郡町村])"
        rf"|(?P<kept>{kept})"
        rf"|(?P<number>[0-9０-９]+)"
        rf"|(?P<foreign>[ァ-ヺー]+|[A-Za-zÀ-ɏ]+)"
        rf"|(?P<stem>{stem}(?:{stem}|[ヶケノの](?={stem}))*?)(?={kept}|{_NUMERAL}+(?:{_NUMBERED}|の{_NUMERAL})|[^一-鿿々ヶケノの]|$)"
        rf"|(?P<kana>[ぁ-ゖ]{{2,}})"
        r"|(?P<other>.)",
        re.DOTALL,
    )


def _japanese(kind: str, text: str, choosing: Choosing, all_words: bool = False) -> Iterator[tuple[str, str]]:
    for match in _cut_ja("organization" if kind == "organization" else "address").finditer(text):
        what, token = match.lastgroup, match[0]
        if what == "kept" and all_words and match.start() == 0 and len(token) > 1:
            what = "stem"
        if what in {"region", "kept", "other"} or (
            what == "foreign" and folded(token) in known_words("kept org")
        ):
            yield token, token
        elif what == "number":
            yield token, token if kind == "organization" else _number(token, choosing)
        elif what in {"numeral", "last"}:
            yield token, token if kind == "organization" else _numeral(token, choosing)
        else:
            yield token, _word_ja(kind, what or "", token, choosing)


def _word_ja(kind: str, what: str, token: str, choosing: Choosing) -> str:
    if had := choosing.word(token):
        return had
    if what == "foreign":
        return choosing.one_of(words("brand") if token.isascii() else words("katakana"))
    item = known().get(token)
    if kind == "organization" and what != "branch" and item and item.kanji:
        return names.name(item.role, item.gender, "ja", "kanji", choosing)
    if kind == "organization" and what != "branch":
        return choosing.one_of(words("brand ja"))
    if what in ("town", "branch") or kind == "place":
        return choosing.one_of([word.split("/")[0] for word in words("town ja")])
    return choosing.one_of(words("street ja"))
