"""Finds many forms in a text at once, also while it still comes, and puts something in their place.

A form is a row of tokens; between two of them there may be a space, a hyphen, emphasis, a new line.
Knows how words begin and end in the two languages; knows nothing of what a form means.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kippu.guard.surrogates.near import Give, Near
from kippu.guard.surrogates.pair import fold
from kippu.regex import regex

__all__ = ["Form", "Give", "Match", "Matcher"]

_LEAD = 40
"""Letters before digits that may say whose they are."""
_ENOUGH_BEHIND = 2
_ENOUGH_BEFORE = 2
_ESCAPED = regex(r"\\[nrt]")
"""How code writes a new line or a tab: the letter is no part of the word behind it."""
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Where a word may be broken, or may not; no part of how it is written."""
_BETWEEN = (
    frozenset(" \t\r\n\u00a0\u2007\u2009\u200a\u202f\u3000-‐‑‒–—−ー－.·・,、'’*_`~()（）/&＆#＃") | _UNSEEN
)
_MOST_BETWEEN = 8
"""Letters, of which most are an indented line's."""
_BEGINS = regex(r"(?:(?<![A-Za-z])|(?<=\\[nrt]))[A-Za-z]|[^A-Za-z\s]")
"""Where a form may begin, at first sight."""
_ENDING = regex(r"(?:['’]?s|es)(?![a-z])", re.IGNORECASE)
"""What English and its neighbours hang on a name; an apostrophe is no letter and needs no word here."""
_ENDING_LENGTH = 3
_HONORIFIC = frozenset("様氏君殿先教部課係社会医選議夫家兄姉嬢")
_BEFORE_NAMES = frozenset("都道府県市区町村郡")
_KANA_BEFORE = frozenset("はがのをにとでもへやよね")
_LED = regex(
    r"(?:\bend(?:s|ing|ed)? (?:in|with)|\blast (?:four|4)(?: digits)?(?: are| is)?|末尾|下[４4四]桁"
    r"|[*xX•＊●]{2}[- ]?)[\W_はがの]{0,4}$",
    re.IGNORECASE,
)
"""What says that the last digits of something follow."""
_IN_NUMBER_BEFORE = regex(r"(?:\d[.,:/–-]?|[$€£¥])$")
_IN_NUMBER_BEHIND = regex(r"[.,:/–-]\d|[%°年円]")
_KANA_BEHIND = frozenset("はがのをにとでもへやかさちくよねだっ")


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which something may be written."""

    tokens: tuple[str, ...]
    """As they are compared (``pair.folded``)."""
    give: Give
    alone: bool = False
    """True for a short number, which is left alone as part of a larger one, of a sum, a date, a time."""
    led: bool = False
    """True for digits that need words before them to say whose they are ("ending in")."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text, and what takes it."""

    start: int
    end: int
    text: str
    kind: str


class _Node:
    __slots__ = ("breaks", "forms", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.forms: list[tuple[Form, str]] = []
        """What ends here, and the kind of what it is a form of."""
        self.breaks = False
        """True where a token ends and another follows."""


class Matcher:
    """All forms of one conversation, in one direction."""

    def __init__(self, strict: bool = False, near: Near | None = None) -> None:
        """``strict`` holds Japanese forms to the borders of words, as well as letters allow to tell.

        ``near`` finds what is a form but for a slip.
        """
        self._root = _Node()
        self._near = near
        self._strict = strict

    def add(self, form: Form, kind: str = "") -> None:
        """One more form; of two that are written alike the earlier one stays."""
        if not all(form.tokens):
            return
        node = self._root
        for number, token in enumerate(form.tokens):
            if number:
                node.breaks = True
            for letter in token:
                if letter not in node.next:
                    node.next[letter] = _Node()
                node = node.next[letter]
        node.forms.insert(0, (form, kind))

    def matches(self, text: str) -> Iterator[Match]:
        """Where forms stand in a whole text: the longest first begun, apart."""
        at = 0
        while (start := self._next(text, at)) < len(text):
            match, _ = self.look(text, start, "", whole=True)
            if match:
                yield match
            at = match.end if match else start + 1

    def replaced(self, text: str) -> str:
        """A whole text with everything replaced."""
        out, at = "", 0
        for match in self.matches(text):
            out += text[at : match.start] + match.text
            at = match.end
        return out + text[at:]

    def settle(self, text: str, before: str, whole: bool) -> tuple[str, int]:
        """What is sure of a text that begins behind ``before`` and, unless ``whole``, goes on: as much
        of it replaced, and how many letters it took."""
        out, at = "", 0
        if not whole and text.endswith("\\"):  # the next letter may be of it, and no part of a word
            text = text[:-1]
        while at < len(text):
            # Right behind a "t" that was held back: the backslash before it is settled already.
            start = at if at == 1 and _ESCAPED.fullmatch(before[-1:] + text[0]) else self._next(text, at)
            out += text[at:start]
            at = start
            if start == len(text):
                break
            match, open_ = self.look(text, start, before, whole)
            if open_:
                break
            out += match.text if match else text[start]
            at = match.end if match else start + 1
        return out, at

    def look(self, text: str, start: int, before: str, whole: bool) -> tuple[Match | None, bool]:
        """The form that begins at ``start``, if any; and whether more text could make another one of it."""
        if not self._goes_on(text, start) and not (self._near and text[start].isupper()):
            return None, False
        lead = (before + text[max(0, start - _ENOUGH_BEFORE) : start])[-_ENOUGH_BEFORE:]
        last = "" if _ESCAPED.fullmatch(lead) else lead[-1:]
        if last and (self._joined(last, text[start]) or _hangs(last, text[start])):
            return None, False
        ends, alive = self._walk(text, start, whole)
        if alive:
            return None, True
        for end, form, kind, spans in reversed(ends):
            fits = self._ends(text, end, whole, form)
            if fits and form.alone:
                fits = _apart(before + text[:start], text[end:], whole)
            if fits and form.led:
                fits = bool(_LED.search(before + text[max(0, start - _LEAD) : start]))
            if fits is None:
                return None, True
            if fits:
                seen = [text[one:other] for one, other in spans]
                between = [text[one[1] : other[0]] for one, other in itertools.pairwise(spans)]
                given = form.give(seen, between)
                if given is not None:
                    return Match(start, end, given, kind), False
        if self._near is None:
            return None, False
        slip, open_ = self._near.look(text, start, whole)
        return (Match(start, *slip, "") if slip else None), open_

    def _goes_on(self, text: str, start: int) -> bool:
        """Whether a form may have the two letters that stand there: most words are told from all by these."""
        first = self._root.next.get(fold(text[start]))
        if first is None or start + 1 == len(text):
            return first is not None
        return bool(first.forms) or text[start + 1] in _BETWEEN or fold(text[start + 1]) in first.next

    def _walk(
        self, text: str, start: int, whole: bool
    ) -> tuple[list[tuple[int, Form, str, list[tuple[int, int]]]], bool]:
        node, at, skipped = self._root, start, 0
        places: list[int] = []
        ends = []
        while at < len(text):
            following = node.next.get(fold(text[at]))
            if following is not None:
                node, skipped = following, 0
                places.append(at)
                ends += [(at + 1, form, kind, _spans(form, places)) for form, kind in node.forms]
            elif skipped < _MOST_BETWEEN and text[at] in (_BETWEEN if node.breaks else _UNSEEN):
                skipped += 1
            else:
                return ends, False
            at += 1
        return ends, bool(node.next) and not whole

    def _ends(self, text: str, end: int, whole: bool, form: Form) -> bool | None:
        """Whether a word ends there; None when only more text can tell."""
        rest = text[end : end + _ENDING_LENGTH + 1]
        if not rest:
            return True if whole else None
        last = text[end - 1]
        if not self._joined(last, rest[0]):
            if _hiragana(last) and _hiragana(rest[0]):
                return rest[0] in _KANA_BEHIND
            return not (self._strict and _kanji(last) and sum(map(len, form.tokens)) < 2)
        if not (last.isalpha() and _latin(last)):
            return False
        if len(rest) <= _ENDING_LENGTH and not whole and re.fullmatch("['’]?s?|es?", rest, re.IGNORECASE):
            return None
        return bool(_ENDING.match(rest))

    def _joined(self, one: str, other: str) -> bool:
        """Whether two letters side by side are of one word."""
        if _latin(one) and _latin(other):
            return one.isdigit() == other.isdigit()
        if _katakana(one) and _katakana(other):
            return True
        borders = one in _BEFORE_NAMES or other in _HONORIFIC
        return self._strict and _kanji(one) and _kanji(other) and not borders

    def _next(self, text: str, at: int) -> int:
        """The next letter with which a form could begin."""
        root = self._root.next
        if root:
            for begins in _BEGINS.finditer(text, at):
                if fold(begins[0]) in root:
                    return begins.start()
        return len(text)


def _apart(before: str, behind: str, whole: bool) -> bool | None:
    """Whether a number stands for itself between what stands there; None when only more text can tell."""
    if _IN_NUMBER_BEFORE.search(before[-2:]) or _IN_NUMBER_BEHIND.match(behind):
        return False
    return None if not whole and len(behind) < _ENOUGH_BEHIND else True


def _spans(form: Form, places: Sequence[int]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for token in form.tokens:
        spans.append((places[at], places[at + len(token) - 1] + 1))
        at += len(token)
    return spans


def _hangs(before: str, first: str) -> bool:
    """Whether a form in hiragana seems to begin within a word."""
    return _hiragana(before) and _hiragana(first) and before not in _KANA_BEFORE


def _hiragana(letter: str) -> bool:
    return "ぁ" <= letter <= "ゖ"


def _latin(letter: str) -> bool:
    return letter.isalnum() and ord(letter) < 0x1100


def _katakana(letter: str) -> bool:
    return "ァ" <= letter <= "ヺ" or letter == "ー"


def _kanji(letter: str) -> bool:
    return "一" <= letter <= "鿿" or letter in "々〆ヶ"
