"""A sentence as arguments are looked for in it: what is quoted, what has a name of its own, what stands
behind which preposition, what is listed. Knows no tool.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kippu.layers.words import COMMON
from kippu.regex import regex
from kippu.understand.by_schema.measures import Number, numbers, unit_of
from kippu.understand.by_schema.parameter import BARE, stem

_QUOTED = regex(r"(?<!\w)'([^']+(?:'s [^']*)?)'(?!\w)|\"([^\"]+)\"|“([^”]+)”")
_LIST = regex(r"\[[^\[\]]*\]|\((?=\s*-?\d)[^()\[\]]*,[^()\[\]]*\)|\{(?=\s*-?\d)[^{}]*,[^{}]*\}")
_MARKED = regex(
    r"\b(?:https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.(?:com|org|net|io|edu|gov|csv|json|txt|xlsx?|pdf)\b"
    r"|(?=[\w/-]*\d)(?=[\w/-]*[A-Za-z])(?!\d+(?:st|nd|rd|th)\b)[A-Za-z]*\d[\w/-]*[A-Za-z/-][\w/-]*"
    r"|[A-Za-z]+[\w-]*\d[\w-]*)"
)
_FORMULA = regex(
    r"(?<![\w.])(?:(?:f\(x\)|y) ?= ?)?(?=[^\s]*[x-z^])(?:\d+(?:\.\d+)?)?[a-z]?(?:\(?[a-z]\)?)?"
    r"(?:\^|\*\*)\(?\d+(?:[+*/-]\d+)?\)?"
    r"(?:\s?[-+*/]\s?(?:\d+(?:\.\d+)?)?[a-z]?(?:(?:\^|\*\*)\d+)?(?![A-Za-z]))*"
    r"|(?<![\w.])(?:sin|cos|tan|exp|log|ln|sqrt)\([^()]+\)"
)
_WORD = regex(r"[A-Za-z][\w'’&.-]*[\w]|[A-Za-z]\b|&|\d[\w.-]*")
_NAME = r"(?>(?:[A-Z]\.)+[A-Z]?|[A-Z]\w{0,2}\.(?= [A-Z])|[A-Z](?:[\w’&+-]|\.(?=\w))*(?:'[a-rt-zA-Z]\w*)?)"
_PROPER = regex(
    rf"(?<![\w'’]){_NAME}"
    rf"(?:(?:,? (?:of|the|de|la|van|von|der|vs|v|du|al|del) (?:the )?|[ ]){_NAME}"
    r"|(?<=[A-Za-z]) (?!(?:19|20)\d\d)\d{1,4}(?![\d.,%-])(?! \w+s\b))*"
    r"(?: (?:river|lake|island|airport|university|dollars?|yen|pounds?)\b)?"
)
_PLACE = regex(
    rf"(?<![\w'’])({_NAME}(?: (?:of (?:the )?)?{_NAME})*), ((?:[A-Z][a-z]+(?: [A-Z][a-z]+)*)|[A-Z]{{2,3}})\b"
)
_IN_UNIT = regex(r"\b(?:in|to|into) (?P<unit>(?:[a-z°]{2,}(?:/[a-z]+(?:\^?2)?)?|[A-Z]{3}))(?![\w-])")
PREPOSITIONS = frozenset(
    "for in of on from to at about by with near around into between named called titled against within"
    " through during per using as regarding concerning over under since until after before like via"
    " without".split()
)
_BREAKS = (
    PREPOSITIONS
    | frozenset(
        "and or but if when which that who whose where while is are was were be been has have had do does did"
        " can could will would should shall may might must given please how what why considering assuming"
        " including excluding having being than then so".split()
    )
)  # fmt: skip
_LEADS = frozenset("a an the my our your their his her its this these those some any all each".split())
_NOBODY = frozenset(
    "me you him her it us them that there here now today order general next last past first same".split()
)
"""Words that name nothing by themselves."""
_FIRST = frozenset(
    "what which who whom whose when where why how find get give show tell calculate compute determine fetch"
    " retrieve search list create make generate book order play start run check look help can could would"
    " please is are do does did was were will i i'm i'd we let estimate predict convert compare analyze"
    " identify locate provide return evaluate solve sort filter draw plot send add set update delete remove"
    " track translate summarize recommend suggest plan schedule the a an in on at for from if given using"
    " with my your his her its our their this that these those it he she they you me also and or but describe"
    " explain name select pick choose buy purchase reserve rent compose write build design measure simulate"
    " verify assess obtain read view display need want view change turn use by to of during "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Words that are written large at the head of a sentence only because they stand there."""


@dataclass(frozen=True)
class Piece:
    """Words that may be an argument."""

    text: str
    start: int
    end: int
    kind: str
    """quoted, marked (an address, a code), place, proper, formula, or said (behind a preposition)."""


@dataclass
class Sentence:
    """One, and what of it is already an argument."""

    text: str
    """With figures for number words."""
    about: str = ""
    """What the tool says of itself: such words are no argument."""
    taken: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(self.text)]
        self.stems = [stem(word) for word, _, _ in self.words]
        self.lists = [(match[0], match.start(), match.end()) for match in _LIST.finditer(self.text)]
        self.pieces = list(self._pieces())
        self._told = frozenset(map(stem, _WORD.findall(self.about.replace("_", " ").replace(".", " "))))
        fixed = [(one.start, one.end) for one in self.pieces if one.kind in ("quoted", "marked", "formula")]
        self.numbers: list[Number] = [
            one for one in numbers(self.text)
            if not any(start <= one.start < end for start, end in fixed)
        ]  # fmt: skip

        for number in self.numbers:
            said = self.text[number.digits : number.end].strip(" -")
            if number.unit and said.casefold() != "%":
                self.pieces.append(Piece(said, number.end - len(said), number.end, "unit"))
        for match in _IN_UNIT.finditer(self.text):
            if unit_of(match["unit"]):
                self.pieces = [
                    one for one in self.pieces if one.end <= match.start("unit") or match.end() <= one.start
                ]
                self.pieces.append(Piece(match["unit"], match.start("unit"), match.end(), "unit"))

    def is_free(self, start: int, end: int) -> bool:
        return not any(start < ended and began < end for began, ended in self.taken)

    def take(self, start: int, end: int) -> None:
        self.taken.append((start, end))

    def has(self, stems: frozenset[str]) -> bool:
        return bool(stems & set(self.stems))

    def is_told(self, piece: Piece) -> bool:
        """Whether a piece has only words by which the tool is called."""
        return all(stem(word) in self._told for word in _WORD.findall(piece.text))

    def untold(self) -> list[tuple[int, int]]:
        """Runs of words that are free, that tell something, and that the tool does not use of itself."""
        runs: list[tuple[int, int]] = []
        open_yet = False
        for (word, start, end), own in zip(self.words, self.stems, strict=True):
            tells = not (
                word.casefold() in COMMON | _FIRST | _BREAKS | BARE or own in self._told or word[0].isdigit()
            )
            tells = tells and self.is_free(start, end)
            if tells and open_yet and self.text[runs[-1][1] : start] == " ":
                runs[-1] = (runs[-1][0], end)
            elif tells:
                runs.append((start, end))
            open_yet = tells
        return runs

    def apart(self) -> None:
        """Cuts "Denver, Colorado" where town and country are asked for apart."""
        for place in [one for one in self.pieces if one.kind == "place"]:
            self.pieces.remove(place)
            town, _, land = place.text.partition(", ")
            self.pieces.append(Piece(town, place.start, place.start + len(town), "proper"))
            self.pieces.append(Piece(land, place.end - len(land), place.end, "proper"))
        self.pieces.sort(key=lambda one: one.start)

    def before(self, start: int, most: int = 4, begun: int = 0) -> list[str]:
        """Stems of the words before a place, the nearest first, as far as to ``begun``."""
        near = [
            (own, end) for own, (_, first, end) in zip(self.stems, self.words, strict=True)
            if begun <= first and end <= start
        ]  # fmt: skip
        return [own for own, _ in reversed(near[-most:])]

    def after(self, end: int, most: int = 3) -> list[str]:
        """Stems of the words behind a place."""
        return [own for own, (_, start, _) in zip(self.stems, self.words, strict=True) if start >= end][:most]

    def led(self, start: int) -> str:
        """The preposition before a place; articles between don't count. Empty for none."""
        near = [word.casefold() for word, _, end in self.words if end <= start]
        while near and near[-1] in _LEADS:
            near.pop()
        if near and near[-1] == "and" and "between" in near[-9:]:
            return "and"
        if near and near[-1] in PREPOSITIONS:
            return near[-1]
        return "between" if "between" in near[-4:] else ""

    def between(self, first: int, second: int) -> str:
        return self.text[first:second]

    def _pieces(self) -> Iterator[Piece]:
        found: list[Piece] = []
        for match in _QUOTED.finditer(self.text):
            said = match[1] or match[2] or match[3]
            found.append(Piece(said, match.start(), match.end(), "quoted"))
        for pattern, kind in ((_FORMULA, "formula"), (_MARKED, "marked"), (_PLACE, "place")):
            for match in pattern.finditer(self.text):
                if kind == "marked" and _is_number(match[0]):
                    continue
                if kind == "place" and self._opens(match.start(), match[0].split()[0].rstrip(",")):
                    continue
                found.append(Piece(match[0], match.start(), match.end(), kind))
        for match in _PROPER.finditer(self.text):
            if piece := self._named(match.start(), match.end()):
                found.append(piece)
        kept: list[Piece] = []
        for piece in found:
            if not any(piece.start < other.end and other.start < piece.end for other in kept):
                kept.append(piece)
        yield from sorted(kept, key=lambda piece: piece.start)
        yield from self._said(kept)

    def _opens(self, start: int, word: str) -> bool:
        head = not self.text[:start].strip() or self.text[:start].rstrip()[-1:] in ".?!:"
        return head and word.casefold() in _FIRST

    def _named(self, start: int, end: int) -> Piece | None:
        """A run of names, without the sentence's own first word."""
        for match in re.finditer(r"\. ([A-Z]\w*)", self.text[start:end]):
            if match[1].casefold() in _FIRST:
                end = start + match.start() + 1
                break
        while start < end:
            word = re.match(r"[\w'’&.+-]+", self.text[start:end])
            if word is None or not self._opens(start, word[0].rstrip(".,")):
                break
            start += len(word[0])
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip(" ,"))
            rest = re.match(r"(?:of|the|de|la|in|a|an) +", self.text[start:end])
            start += len(rest[0]) if rest else 0
        text = (
            self.text[start:end].rstrip(".,")
            if not re.search(r"\b[A-Z]\w{0,3}\.$", self.text[start:end])
            else self.text[start:end]
        )
        if self.text[end : end + 1] == "" and text.endswith("."):
            text = text[:-1]
        alone = text.casefold() in ("i", "i'm", "i'd", "i've", "a")
        return Piece(text, start, start + len(text), "proper") if text and not alone else None

    def _said(self, kept: list[Piece]) -> Iterator[Piece]:
        """What stands behind each preposition, up to the next word that begins something else."""
        for at, (word, _, _) in enumerate(self.words):
            if word.casefold() not in PREPOSITIONS - {"per"}:
                continue
            first = at + 1
            while first < len(self.words) and self.words[first][0].casefold() in _LEADS:
                first += 1
            last = first
            while last < len(self.words) and self._goes_on(first, last):
                last += 1
            if last > first and not all(word.casefold() in _NOBODY for word, _, _ in self.words[first:last]):
                start, end = self.words[first][1], self.words[last - 1][2]
                if not any(start < other.end and other.start < end for other in kept):
                    yield Piece(self.text[start:end], start, end, "said")

    def _goes_on(self, first: int, last: int) -> bool:
        word, start, _ = self.words[last]
        if word.casefold() in _BREAKS:
            return False
        gap = self.text[self.words[last - 1][2] : start] if last > first else " "
        return gap.strip() == "" and last - first < 6


def _is_number(said: str) -> bool:
    """Whether a code is a number with its unit: "150lbs", "1e-9"."""
    found = numbers(said)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(said))
