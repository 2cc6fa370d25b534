"""The parts of a sentence that the encoder marked: what each says, in the sentence's own words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kippu.regex import regex
from kippu.turn import Language

_NEAR = regex(r"^(?:\s*[\w'.-]+){0,3}\s*$")
"""At most three words: what may stand between two parts of one ("meeting [with] Paul")."""
_NEAR_JA = regex(r"^(?:[のとや&・、 ]|との|の[おご])?$")
_JOINS = "the|my|our|a|an|some|for|of|to|at|in|on|with|about"
_LOOSE = regex(rf"^(?:(?:{_JOINS})(?:\s+|$))+|[\s,.;:!?]+$", re.IGNORECASE)
_LOOSE_JA = regex(r"^[、。・ ]+|(?:[、。・ ]|(?<=[^ぁ-ん])(?:を|は|が|に|で|って|も|の))+$")
_KATAKANA = regex(r"[ァ-ヺー]")
_LETTER_BEFORE = regex(r"(?:^|[^ァ-ヺー])[ァ-ヺー]$")
_LETTER_BEHIND = regex(r"[ァ-ヺー](?![ァ-ヺー])")
"""One letter of katakana alone is no word: 「ゴ」「ミ出し」."""
_HALF_BEFORE = regex(r"(?:^|[^一-龠々])[一-龠々]$")
_HALF_BEHIND = regex(r"[一-龠々](?=$|[、。 とにのはをがへもさちくっ])")
"""The other letter of a name of two: 「健」 of 「健二とは」, 「合」 of 「模合さー」."""
_HONORIFIC = regex(r"(?:さん|ちゃん|くん|君|様|さま)")
_BEFORE_IT = regex(r"[一-龠々ァ-ヺー]{1,8}$")
_OWN_WORDS = frozenset({"person", "text", "title", "item"})
"""Marks of what people call by any words."""


@dataclass(frozen=True, slots=True)
class Part:
    """One marked part."""

    start: int
    end: int
    slot: str


@dataclass(frozen=True)
class Parts:
    """All marked parts of a sentence, in its order."""

    text: str
    parts: tuple[Part, ...]
    language: Language = "en"

    def all(self, slot: str) -> list[str]:
        """The words of each part of a kind, without what only joins them to the sentence."""
        return [
            said for part in self.parts if part.slot == slot and (said := self._words(part.start, part.end))
        ]

    def without(self, slot: str) -> "Parts":
        """The same sentence as if no part of that kind were marked."""
        return replace(self, parts=tuple(part for part in self.parts if part.slot != slot))

    def one(self, *slots: str) -> str:
        """The parts of some kinds as one, with what stands between near ones; of Japanese ones that are apart
        the longest; empty where there is none."""
        found = [part for part in self.parts if part.slot in slots]
        near = _NEAR if self.language == "en" else _NEAR_JA
        joined: list[tuple[int, int]] = []
        for part in found:
            if joined and near.match(self.text[joined[-1][1] : part.start]):
                joined[-1] = (joined[-1][0], part.end)
            else:
                joined.append((part.start, part.end))
        if self.language == "ja" and joined:  # what lies apart is no one text
            joined = [max(joined, key=lambda piece: piece[1] - piece[0])]
        return " ".join(said for start, end in joined if (said := self._words(start, end)))

    def _words(self, start: int, end: int) -> str:
        return (_LOOSE if self.language == "en" else _LOOSE_JA).sub("", self.text[start:end].strip())


def parts_of(text: str, labelled: Iterable[tuple[int, int, str]], language: Language = "en") -> Parts:
    """Whole words only: a part that begins or ends within a word takes all of it, where spaces tell words; in
    Japanese, a single letter of katakana that is left over."""
    found: list[Part] = []
    for first, behind, label in labelled:
        mark, _, slot = label.partition("-")
        start, end = _whole(text, first, behind) if language == "en" else _whole_ja(text, first, behind, slot)
        last = found[-1] if found else None
        goes_on = last and last.slot == slot and (mark == "I" or start < last.end)
        if last and goes_on and not text[last.end : start].strip():
            found[-1] = Part(last.start, max(end, last.end), slot)
        elif not last or first >= last.end:
            found.append(Part(max(start, last.end) if last else start, end, slot))
    return Parts(text, tuple(found), language)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _in_word(text, start - 1) and _in_word(text, start):
        start -= 1
    while end < len(text) and _in_word(text, end - 1) and _in_word(text, end):
        end += 1
    return start, end


def _whole_ja(text: str, start: int, end: int, slot: str) -> tuple[int, int]:
    if slot in _OWN_WORDS:
        start, end = _named_whole(text, start, end)
    before, behind = _LETTER_BEFORE.search(text, 0, start), _LETTER_BEHIND.match(text, end)
    start -= bool(before and _KATAKANA.match(text, start))
    return start, end + bool(behind and _KATAKANA.match(text, end - 1))


def _named_whole(text: str, start: int, end: int) -> tuple[int, int]:
    """One kanji with the other of its word; 「さん」 with who is called so."""
    if end - start == 1 and _HALF_BEHIND.match(text, start):
        start -= bool(_HALF_BEFORE.search(text, 0, start))
    elif end - start == 1 and "一" <= text[start] <= "龠":
        end += bool(_HALF_BEHIND.match(text, end))
    elif _HONORIFIC.fullmatch(text, start, end) and (name := _BEFORE_IT.search(text, 0, start)):
        start = name.start()
    return start, end


def _in_word(text: str, place: int) -> bool:
    return text[place].isalnum() or text[place] in "'’-"
