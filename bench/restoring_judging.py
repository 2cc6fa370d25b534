"""When a round trip is exact. Knows the pairs and both texts, not the forms that restoring looks for.

A trip is exact when all of this is so:

- no surrogate is left in the restored answer, in whatever case: none of its words of three letters and more,
  and none of its numbers of three digits and more, whatever stands between the digits;
- each original is in it at least as often as its surrogate was in the model's words;
- nothing else is changed: what differs between the model's words and the restored ones is a word or a number
  of a surrogate on the one side (also with an ending, an initial, the last digits, a month of a date of
  birth, or one letter wrong) and of an original on the other;
- cut at random places instead of those where the model's pieces ended, it is restored to the same.

What a model itself writes wrongly (a word that is like a surrogate's but for a letter or two, digits of which
most are a surrogate's) is none of these: nobody sent it. It is counted apart as a slip, with how many of them
were restored all the same; a trip without one is ``clean``.
"""

import difflib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kippu.guard import Restorer
from kippu.guard.surrogates import Book, Pair
from kippu.guard.surrogates.pair import folded

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr"
    " jun jul aug sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre"
    " noviembre diciembre".split()
)
_LIKE = 0.8
"""Likeness from which a word is a slip of another, by ``difflib``."""
_SHORTEST_SLIP = 5
_SHORTEST_PHONE, _AMERICAN, _LONGEST_PHONE = 9, 10, 13
"""Digits."""


@dataclass
class Score:
    """What came of all trips."""

    trips: int = 0
    exact: int = 0
    clean: int = 0
    empty: int = 0
    mentioned: int = 0
    surrogates: int = 0
    mentions: int = 0
    misspelt: int = 0
    repaired: int = 0
    held: int = 0
    failed: list[str] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)
    models: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def by_model(self) -> dict[str, Mapping[str, float]]:
        """Trips and the share of exact ones."""
        return {
            model: {"trips": trips, "exact": exact / trips} for model, (exact, trips) in self.models.items()
        }


def judge(row: Mapping[str, Any], score: Score) -> bool:
    """Put one trip into the score; False when none of its surrogates came back."""
    pairs = [Pair(kind, tuple((one, other) for one, other in parts)) for kind, parts in row["pairs"]]
    raw = "".join(row["pieces"])
    said = {one: other for pair in pairs for one, other in _pieces(pair)}
    mentions = Counter({other: _count(other, raw) for other in said.values()})
    if not any(mentions.values()):
        score.empty += 1
        return False
    homeward = Book(pairs).homeward
    restored, held = _restored(Restorer(homeward), row["pieces"])
    again, _ = _restored(Restorer(homeward), _cut(raw, random.Random(raw)))
    wrong = [] if again == restored else [f"cut otherwise: {again!r}"]
    expected = Counter[str]()
    for one, other in said.items():
        expected[one] += mentions[other]
        if _count(other, restored):
            wrong.append(f"left: {other}")
    wrong += [f"lost: {one}" for one, count in expected.items() if _count(one, restored) < count]
    wrong += [f"changed: {one!r} to {other!r}" for one, other in _strays(pairs, raw, restored)]
    slips = list(_slips(said, raw, row["messages"][-1]["content"]))
    still = list(_slips(said, restored, row["messages"][-1]["content"]))
    score.slips += [f"{'kept' if slip in still else 'restored'}: {slip[0]} for {slip[1]}" for slip in slips]
    score.trips += 1
    score.exact += not wrong
    score.clean += not wrong and not slips
    score.surrogates += len(set(said.values()))
    score.mentioned += sum(map(bool, mentions.values()))
    score.mentions += mentions.total()
    score.misspelt += len(slips)
    score.repaired += len(slips) - len(still)
    score.held = max(score.held, held)
    score.models[row["model"]][0] += not wrong
    score.models[row["model"]][1] += 1
    if wrong:
        score.failed.append(
            f"{row['trip']}: {'; '.join(wrong)}\n  model:    {raw!r}\n  restored: {restored!r}\n"
        )
    return True


def _restored(restorer: Restorer, pieces: Sequence[str]) -> tuple[str, int]:
    """All of it, and the most letters that were held back."""
    out, held = "", 0
    for piece in pieces:
        out += restorer.feed(piece)
        held = max(held, len(restorer.held))
    return out + restorer.end(), held


def _cut(text: str, chance: random.Random) -> list[str]:
    pieces = []
    while text:
        length = chance.randint(1, 6)
        pieces.append(text[:length])
        text = text[length:]
    return pieces


def _pieces(pair: Pair) -> list[tuple[str, str]]:
    """What of a pair can be counted: words of three letters and more, runs of three digits and more."""
    return [
        (one, other)
        for one, other in pair.parts
        if one != other and (len(re.sub(r"\D", "", other)) >= 3 or re.fullmatch(r"[^\W\d_]{3,}", other))
    ]


def _count(piece: str, text: str) -> int:
    if re.search(r"\d", piece) and not re.search(r"[^\W\d_]", piece):
        return len({match.end() for way in _numbers(piece) for match in re.finditer(way, text)})
    return len(re.findall(rf"(?<![^\W\d_]){re.escape(folded(piece))}(?![^\W\d_])", folded(text)))


def _numbers(piece: str) -> Iterator[str]:
    """Patterns of a number, all of it; of a phone also with another country's code, without it, or local."""
    digits = re.sub(r"\D", "", piece)
    yield _pattern(digits)
    if not _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE:
        return
    if digits.startswith("0"):
        yield _pattern(digits[1:], r"\d{1,3}")
    elif "+" in piece:
        yield from (_pattern(digits[code:], "0?") for code in (1, 2, 3))
    elif len(digits) == _AMERICAN:
        yield _pattern(digits, "1")


def _pattern(digits: str, before: str = "") -> str:
    return rf"(?<!\d){before}" + r"[\W_]{0,3}".join(digits) + r"(?!\d)"


def _strays(pairs: Sequence[Pair], raw: str, restored: str) -> Iterator[tuple[str, str]]:
    """What changed and should not have: words that are no surrogate's, or became no original's."""
    before, after = _words(raw), _words(restored)
    born = any(pair.kind == "birth_date" for pair in pairs)
    for what, one, two, three, four in difflib.SequenceMatcher(None, before, after, False).get_opcodes():
        if what == "equal":
            continue
        gone, come = before[one:two], after[three:four]
        given = [folded(pair.surrogate) for pair in pairs], [folded(pair.original) for pair in pairs]
        if not all(_of(word, given[0], born) for word in gone) or not all(
            _of(word, given[1], born) for word in come
        ):
            yield " ".join(gone), " ".join(come)


def _words(text: str) -> list[str]:
    return re.findall(r"\d+|[^\W\d_]+", folded(text))


def _of(word: str, sides: Sequence[str], born: bool) -> bool:
    """Whether a word belongs to one side of the pairs."""
    words = [each for side in sides for each in _words(side)]
    if word.isdigit():
        return any(word in re.sub(r"\D", "", side) for side in sides) or (born and len(word) < 5)
    initial = len(word) == 1 and any(each[0] == word for each in words)
    ending = word in {"s", "es"} or word.removesuffix("s") in words or word.removesuffix("es") in words
    slip = len(word) >= _SHORTEST_SLIP and bool(difflib.get_close_matches(word, words, 1, _LIKE))
    return word in words or initial or ending or slip or (born and word in _MONTHS)


def _slips(said: Mapping[str, str], text: str, covered: str) -> Iterator[tuple[str, str]]:
    """What is nearly a surrogate, and which one."""
    given = {folded(other): other for other in said.values()}
    names = [other for other in given if not re.search(r"\d", other)]
    numbers = [re.sub(r"\D", "", other) for other in given if re.search(r"\d", other)]
    known = {*_words(covered), *(word for one in said for word in _words(one))}
    for word in re.findall(rf"[^\W\d_]{{{_SHORTEST_SLIP},}}", folded(text)):
        if word in known or word.removesuffix("s") in known or word.removesuffix("es") in known:
            continue
        if close := difflib.get_close_matches(word, names, 1, _LIKE):
            yield word, close[0]
    whole = {re.sub(r"\D", "", side) for side in (*said, *said.values(), *re.findall(r"[\d\W]+", covered))}
    for match in re.finditer(r"\d(?:[-. ()]{0,2}\d){6,}", text):
        digits = re.sub(r"\D", "", match[0])
        if any(digits in each or each in digits for each in whole if len(each) > 3):
            continue
        if close := difflib.get_close_matches(digits, numbers, 1, 0.7):
            yield digits, close[0]
