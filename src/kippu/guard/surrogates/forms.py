"""All the ways in which one side of a pair may be written, and what of the other side takes their place.

The same for both directions: outward the original's forms are looked for, homeward the surrogate's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kippu.guard.surrogates import dates
from kippu.guard.surrogates.kana import romaji
from kippu.guard.surrogates.lists import known, known_words
from kippu.guard.surrogates.matching import Form, Give
from kippu.guard.surrogates.months import written_abroad
from kippu.guard.surrogates.pair import Pair, folded, styled
from kippu.guard.surrogates.spelling import is_number_word, is_numeral
from kippu.regex import regex

NUMBERS = frozenset(
    {"phone", "card", "iban", "account", "ssn", "my_number", "licence", "passport", "plate", "postcode"}
)
"""Kinds whose letters and digits a reader may group anew."""
WORDS = frozenset({"person", "place", "organization", "address"})
"""Kinds made of words, each with a surrogate of its own."""
_SHORTEST_KANA = 4
"""Hiragana that names with fewer of are left alone when read: ordinary words are written so."""
_SHORTEST_NUMBER = 5
_SHORTEST_STREET = 5
_EXTENSION = regex(r"(?<=\d)[ ,;]{0,2}(?:ext(?:ension)?\.?|x|#|内線)[ :：]{0,2}(?=\d{1,6}$)", re.IGNORECASE)
_USUAL = regex(r"(?:1[5-9]|20)\d\d|\d+00|(\d)\1+|1234?|11[0289]|365|404|911|1024|4096|8080")
"""Years, round numbers, and those that mean something to everybody."""
_AMERICAN, _LOCAL = 10, 7
"""Digits of a number in North America, and without its area's."""
_SPACES = " \u00a0\u2009\u202f"
_LAST = 4
"""Digits by which people call a card, an account, a phone."""
_COUNTRY_CODES = (
    "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 "
    "81 82 84 86 90 91 92 93 94 95 98 351 352 353 354 355 356 357 358 359 370 371 372 380 "
    "381 385 386 420 421 852 886 966 971 972"
).split()
_LONGEST_CODES_FIRST = sorted(_COUNTRY_CODES, key=len, reverse=True)


def forms(pairs: Iterable[Pair], outward: bool) -> Iterator[Form]:
    """Forms of the originals when ``outward``, of the surrogates otherwise; earlier ones win."""
    for pair in pairs:
        if pair.kind in WORDS:
            yield from _words(pair, outward)
        elif pair.kind == "birth_date":
            yield from _dates(pair, outward)
        elif pair.kind in NUMBERS:
            yield from _numbers(pair, outward)
        else:
            one, other = _sides((pair.original, pair.surrogate), outward)
            yield Form((folded(one),), _whole(other) if pair.kind == "secret" else pour([(one, other)]))


def _sides(part: tuple[str, str], outward: bool) -> tuple[str, str]:
    return (part[0], part[1]) if outward else (part[1], part[0])


def _whole(text: str) -> Give:
    return lambda seen, between: text


def _words(pair: Pair, outward: bool) -> Iterator[Form]:
    parts = [_sides(part, outward) for part in pair.parts]
    tokens = [at for at, part in enumerate(parts) if any(letter.isalnum() for letter in part[0])]
    changed = [at for at in tokens if parts[at][0] != parts[at][1]]
    letters = [at for at in changed if _is_word(parts[at][0])]
    for first in range(len(tokens)):
        for last in range(first + 1, len(tokens)):
            run = tokens[first : last + 1]
            if set(run) & set(letters) or _is_numbered([parts[at] for at in run]):
                yield Form(tuple(folded(parts[at][0]) for at in run), pour([parts[at] for at in run]))
    for at in changed:
        if not parts[at][0].isdigit():
            continue
        long = len(parts[at][0]) >= _SHORTEST_NUMBER
        if long or (not outward and telling(parts[at][0])):
            yield Form((folded(parts[at][0]),), pour([parts[at]]), alone=not long)
    if changed and (len(tokens) > 1 or not letters):
        yield Form(tuple(folded(parts[at][0]) for at in tokens), pour([parts[at] for at in tokens]))
    for at in letters:
        yield from _word(pair.kind, *parts[at], outward)
    if pair.kind == "person":
        names = [parts[at] for at in letters if _is_latin(parts[at][0]) and _is_latin(parts[at][1])]
        if len(names) > 1:
            yield from _initials(names[0], names[-1], outward)
        others = [_in_katakana(part) for part in (parts[at] for at in letters)]
        if len(others) > 1 and all(others):
            yield Form(tuple(folded(one) for one, _ in others), pour(others))


def _is_word(token: str) -> bool:
    """Whether it says something alone, as a number in words or kanji doesn't."""
    spelled = is_numeral(token) or is_number_word(token)
    return any(map(str.isalpha, token)) and not spelled


def telling(digits: str) -> bool:
    """Whether a number of three or four digits is one that hardly anybody says by chance."""
    return len(digits) in (3, 4) and digits.isdecimal() and not _USUAL.fullmatch(digits)


def _is_numbered(parts: Sequence[tuple[str, str]]) -> bool:
    """True for "Apt. 25" and "PO Box 8": a number that nothing else is likely to be."""
    digits = sum(len(one) for one, other in parts if one != other)
    return digits > 1 and any(len(one) > 2 and one.isalpha() for one, _ in parts)


def pour(parts: Sequence[tuple[str, str]]) -> Give:
    """Each token for its own, with what stood between them kept."""

    def give(seen: Sequence[str], between: Sequence[str]) -> str:
        out = ""
        for (usual, other), token, gap in zip(parts, seen, (*between, ""), strict=True):
            out += (token if usual == other else styled(other, token, usual)) + gap
        return out

    return give


def _word(kind: str, one: str, other: str, outward: bool) -> Iterator[Form]:
    """A word alone, in all scripts that we know of it."""
    if outward:
        if folded(one) in known_words("common") or (
            kind == "address" and len(one) < _SHORTEST_STREET and _is_latin(one)
        ):
            return
        yield Form((folded(one),), _named(one, other))
    else:
        yield Form((folded(one),), pour([(one, other)]))
    for form, given in _other_scripts(one, other):
        if not _is_short_kana(form):
            yield Form((folded(form),), pour([(form, given)]))


def _named(one: str, other: str) -> Give:
    """Small letters are another word ("the baker"), unless it was said so or is no word but a name."""
    small = one.islower() or not _is_latin(one) or folded(one) in known()

    def give(seen: Sequence[str], between: Sequence[str]) -> str | None:
        return None if seen[0].islower() and not small else styled(other, seen[0], one)

    return give


def _other_scripts(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Forms of a word in other scripts, each with the other word in the same script where that is known."""
    name, for_it = known().get(folded(one)), known().get(folded(other))
    if name is None:
        return
    latin = for_it.latin if for_it else other
    yield name.latin, latin
    yield name.katakana, (for_it.katakana if for_it else "") or other
    if name.hiragana:
        yield romaji(name.hiragana, long=True).capitalize(), latin
        yield name.hiragana, (for_it.hiragana if for_it else "") or other
        yield name.kanji, (for_it.kanji if for_it else "") or other


def _is_short_kana(form: str) -> bool:
    return (len(form) < _SHORTEST_KANA and bool(re.fullmatch("[ぁ-ゖ]*", form))) or len(form) < 2


def _in_katakana(part: tuple[str, str]) -> tuple[str, str]:
    name, other = known().get(folded(part[0])), known().get(folded(part[1]))
    if name is None or not name.katakana:
        return ("", "")
    return name.katakana, (other.katakana if other else "") or part[1]


def _initials(first: tuple[str, str], last: tuple[str, str], outward: bool) -> Iterator[Form]:
    """J. Smith; Smith, J.; and homeward J.S. and J. S."""
    one, other = first[0][:1], first[1][:1]

    def before(seen: Sequence[str], between: Sequence[str]) -> str | None:
        if not seen[0].isupper() or not ("." in between[0] or between[0] == " ") or "," in between[0]:
            return None
        return other.upper() + between[0] + styled(last[1], seen[1], last[0])

    def behind(seen: Sequence[str], between: Sequence[str]) -> str | None:
        if not seen[1].isupper() or between[0].strip() != "," or seen[0].isupper() != last[0].isupper():
            return None
        return styled(last[1], seen[0], last[0]) + between[0] + other.upper()

    def both(seen: Sequence[str], between: Sequence[str]) -> str | None:
        if not (seen[0].isupper() and seen[1].isupper() and between[0].rstrip(_SPACES) == "."):
            return None
        return other.upper() + between[0] + last[1][:1].upper()

    yield Form((folded(one), folded(last[0])), before)
    yield Form((folded(last[0]), folded(one)), behind)
    if not outward:
        yield Form((folded(one), folded(last[0][:1])), both)


def _numbers(pair: Pair, outward: bool) -> Iterator[Form]:
    one, other = _sides((pair.original, pair.surrogate), outward)
    if pair.kind == "phone":
        one, other = head(one), head(other)
    letters = [letter for letter in folded(one) if letter.isalnum()]
    yield Form(tuple(letters), _poured(one, other, len(letters)))
    yield from _last(one, other, outward)
    if pair.kind == "phone":
        for digits, count in _national("".join(filter(str.isdigit, letters)), one[:1] in "+＋"):
            yield Form(tuple(digits), _poured(one, other, count), alone=len(digits) == _LOCAL)


def _last(one: str, other: str, outward: bool) -> Iterator[Form]:
    """The last four digits alone; outward only where words say that they are that."""
    ends = ["".join(letter for letter in side if letter.isalnum())[-_LAST:] for side in (one, other)]
    long = sum(map(str.isdigit, one)) > _LAST + 2
    if long and all(end.isdecimal() for end in ends) and (outward or telling(ends[0])):
        yield Form((ends[0],), pour([(ends[0], ends[1])]), alone=True, led=outward)


def _national(digits: str, coded: bool) -> Iterator[tuple[str, int]]:
    """The number without its country's code, with and without the 0, and with a code for one without; each
    with how many digits of it, from the right, have a surrogate."""
    if coded:
        code = next((code for code in _LONGEST_CODES_FIRST if digits.startswith(code)), "")
        rest = digits[len(code) :].removeprefix("0")
        if len(rest) >= _SHORTEST_NUMBER + 2:
            yield rest, len(rest)
            yield "0" + rest, len(rest)
            yield code + rest, len(rest)
        if code == "1" and len(rest) == _AMERICAN:
            yield rest[-_LOCAL:], _LOCAL
    elif digits.startswith("0"):
        for code in ("81", "44", "49", "33", "61"):
            yield code + digits[1:], len(digits) - 1
    elif len(digits) == _AMERICAN:
        yield "1" + digits, len(digits)
        yield digits[-_LOCAL:], _LOCAL


def _poured(one: str, other: str, count: int) -> Give:
    """The other number's last digits in the places of those that were seen, from the right."""
    usual = [letter for letter in one if letter.isalnum()]
    new = [letter for letter in other if letter.isalnum()]

    def give(seen: Sequence[str], between: Sequence[str]) -> str:
        if len(new) != len(usual):
            return other
        out = list(seen)
        for at in range(1, count + 1):
            small, large = (
                out[-at].islower() and usual[-at].isupper(),
                out[-at].isupper() and usual[-at].islower(),
            )
            out[-at] = new[-at].lower() if small else new[-at].upper() if large else new[-at]
        return "".join(token + gap for token, gap in zip(out, (*between, ""), strict=True))

    return give


def head(phone: str) -> str:
    """A phone without its extension, which stays as it is."""
    return _EXTENSION.split(phone, maxsplit=1)[0]


def _dates(pair: Pair, outward: bool) -> Iterator[Form]:
    one, other = _sides((pair.original, pair.surrogate), outward)
    yield Form(_date_tokens(one), _whole(other))
    day, given = dates.read(one), dates.read(other)
    if day and given:
        both = day.date, given.date
        for written, instead in (*dates.written(*both), *written_abroad(*both)):
            yield Form(_date_tokens(written), _whole(instead))


def _date_tokens(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+|[^\W\d_]+", folded(text)))


def _is_latin(text: str) -> bool:
    return all(ord(letter) < 0x1100 for letter in text)
