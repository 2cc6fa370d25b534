"""Leaves out what was taken for somebody's and is nobody's: terms, and what everybody may read about.

Weighs only what the tagger and unknown words say, which go by looks. What has a form or a word that calls it
something, what the person's own contacts hold, and names below a letter stay whatever is said here.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from kippu.guard.personal import asking, terms, titles, tongues
from kippu.guard.personal.computing import is_computing
from kippu.guard.personal.famous import is_famous, may_be_part, words_of
from kippu.guard.personal.merging import Span
from kippu.guard.personal.naming import called
from kippu.guard.personal.tagger.certain import certain
from kippu.regex import regex

_WORDED = frozenset({"person", "place", "organization", "address"})
_BY_LOOKS = frozenset({1, 5})
"""The trust of what goes by looks: unknown words and the tagger."""
_STRONG = 6
_REACHED = frozenset(
    "phone email username ip card iban account ssn my_number licence passport plate postcode birth_date "
    "secret".split()
)
"""Where one of these is said, somebody is spoken of."""
_LONGEST, _SHORT, _SHORTER = 1500, 500, 400
"""Letters of a question; what is longer may tell of anything."""
_AROUND = 160
_BEFORE = regex(r"[\w.'’-]+ (?=(?:[\w.'’-]+ ){0,3}$)")
_BEHIND, _NEXT = regex(r"(?:['’]s)?(?: [\w'’-]+){0,3}"), regex(r"['’]s(?= |$)|[\w'’-]+")
_BESIDES, _TITLE = 3, 48
"""Words beside a name that make the title of a book with it, and their letters."""
_LEAD = 20
_BESIDE = 3
"""Letters between two parts of one address."""
_TERM = regex(
    r"(?:['’]s?)?(?:[-–/ ][A-Z][\w’'-]+)? (?:\w+ )?(?:laws?|theor(?:y|ies|em|ems)|principles?|effects?"
    r"|equations?|equilibrium"
    r"|diseases?|syndromes?|tests?|methods?|algorithms?|constants?|paradox|models?|hypothes[ie]s|numbers?"
    r"|distributions?"
    r"|transforms?|series|functions?|processes|process|groups?|rings?|fields?|spaces?|matri(?:x|ces)"
    r"|gaps?|belts?|bod(?:y|ies)"
    r"|cells?|factors?|reactions?|rules?|curves?|scales?|diagrams?|cycles?|criteri(?:on|a)|imperative"
    r"|zones?|approach(?:es)?"
    r"|networks?|regression|inference|doctrine|framework|argument|conjecture|lemma|filter|code|coding"
    r"|tree|machine|radiation"
    r"|views?|distinctions?|stud(?:y|ies)|criticisms?|definitions?|positions?|analysis|interpretations?"
    r"|notions?|conceptions?"
    r"|ideas? of|government|pump|circuit|bridge|rearrangement|condensation|acid|base|case|v\.)(?!\w)",
    re.IGNORECASE,
)
"""What is called after somebody."""


_CITED = regex(
    r"(?:\b[Aa]ccording to(?: [A-Z]\w+ and| [A-Z]\.)?|\b(?:paper|book|essay|work|theory|view|argument"
    r"|claim|idea|concept|novel|poem|play|film|song|painting|study)s? (?:of|by)"
    r") $"
)
_CITING = regex(
    r" (?:argue|claim|maintain|propose|discusse|theorize|theorise|reject)[sd]\b"
    r"|(?:['’]s)? (?:\((?:19|20)\d\d\)|and [A-Z]\w+ \()"
)
"""What stands around somebody whose writings are asked about."""
_FIGURED = frozenset({"phone", "account", "card", "postcode"})
_DOUBTED = _WORDED | _FIGURED
_TOUCHING = _WORDED | {"postcode", "title"}
_FEWEST = 5
"""Figures of a number that the tagger may take for somebody's without a word that calls it so."""


def sift(text: str, spans: Iterable[Span], known: Callable[[], set[str]]) -> list[Span]:
    """The spans without what is nobody's, and names without the words at their ends that are none.

    ``known`` gives the words of the names in the person's own contacts.
    """
    spans = list(spans)
    doubtful = [span for span in spans if _is_doubtful(span)]
    if not doubtful:
        return spans
    about = _About(text, spans, known)
    kept = [span for span in spans if not _is_doubtful(span)]
    return kept + list(about.kept(doubtful))


class _About:
    """One text, as far as its spans are weighed by it."""

    def __init__(self, text: str, spans: list[Span], known: Callable[[], set[str]]) -> None:
        self._text = text
        self._beside_a_name = _Edges(text, spans)
        self._known = cache(known)
        self._told = any(
            (span.kind in _REACHED and span.trust >= _STRONG) or (span.kind == "person" and span.trust == 4)
            for span in spans
        )
        self.private = self._told or asking.is_private(text)
        self._capitals = any(map(str.isupper, text))
        self._wonders = not self.private and len(text) <= _LONGEST and asking.asks(text)
        self.asks = self._wonders and len(text) <= _SHORT
        self._may_abbreviate = self._wonders or len(text) <= _SHORT
        self._invites = (
            len(text) <= _SHORT or asking.asks(text[:_AROUND]) or text.rstrip().endswith(tuple("?:？"))
        )

    def kept(self, doubtful: list[Span]) -> Iterator[Span]:
        """Those of the spans that may be somebody's."""
        left = list(self._without_words(doubtful))
        left = [span for span in left if not self._is_term(span)]
        left = self._without_famous(left)
        somebody = any(
            span.kind == "address" or (span.kind == "person" and not self._is_called_after(span))
            for span in left
        )
        worldly = self.asks and not somebody and not asking.is_local(self._text)
        for span in left:
            if span.kind in _FIGURED:
                if not somebody and self._is_amount(span):
                    continue
            elif worldly and not self._is_firm(span) and not self._is_somebody(span):
                continue
            yield self._trimmed(span)

    def _without_words(self, spans: list[Span]) -> Iterator[Span]:
        """The spans without words of other languages, which the lexicon of English doesn't know either."""
        reach: dict[int, int] = {}  # how far the clauses go that hold a place
        for span in sorted(spans, key=_trust, reverse=True):
            pieces = [span]
            if span.trust == 1 and self._text[span.start].islower():
                if reach.get(span.start, 0) >= span.end:
                    continue
            elif span.kind in _WORDED:
                pieces = tongues.left(self._text, span)
            if pieces != [span]:
                reach |= {at: max(span.end, reach.get(at, 0)) for at in range(span.start, span.end)}
            yield from pieces

    def _trimmed(self, span: Span) -> Span:
        if span.kind not in ("person", "place"):
            return span
        start, end = terms.trimmed(self._text, span.start, span.end)
        return replace(span, start=start, end=end)

    def _is_term(self, span: Span) -> bool:
        """Whether the span is a term rather than somebody's, whoever the text is about."""
        said, start = self._text[span.start : span.end], span.start
        if span.kind in _FIGURED:
            return False
        if not self.private and is_computing(said) and not terms.is_led_to(self._text, span.start):
            return True
        if span.kind == "organization":
            return self._is_nobodys_firm(span, said) or self._is_title(span, said)
        if terms.is_shared(said, self.private) and self._may_abbreviate:
            return True
        if self._is_title(span, said):
            return True
        if span.kind == "address":
            return self._is_no_address(span, said)
        if self._beside(span):
            return False
        if terms.is_no_name(said) or terms.is_mixed(self._text, start, span.end):
            return True
        if not self.private and certain(said) is None and terms.is_everybodys(said, self._capitals):
            return True
        return self._is_worded(span, said)

    def _is_nobodys_firm(self, span: Span, said: str) -> bool:
        if span.trust == 1 and said.islower():
            return self._wonders
        if self._beside(span) and not terms.is_shared(said, self.private):
            return False
        if not self.asks:
            return self._begins(span) and terms.is_ordinary(said)
        if terms.is_shared(said, self.private) or terms.is_no_name(said):
            return True
        if self._is_firm(span):
            return False
        return terms.is_mixed(self._text, span.start, span.end) or self._is_worded(span, said)

    def _is_title(self, span: Span, said: str) -> bool:
        """Whether it is a heading or a title rather than somebody. Firms and streets are called like titles:
        of them goes what a heading or a program alone is called."""
        if titles.is_heading(self._text, span.start, span.end):
            return True
        if span.kind == "person":
            return titles.is_title(self._text, span.start, span.end, self.private, self.asks)
        is_program = titles.is_class if self.private or span.kind != "place" else titles.is_program
        return is_program(said)

    def _is_no_address(self, span: Span, said: str) -> bool:
        if terms.is_figures(said):
            measured = terms.is_measured(self._text, span.start, span.end)
            return not self._beside(span) and (self._wonders or measured)
        return self.asks and (terms.is_mixed(self._text, span.start, span.end) or terms.is_ordinary(said))

    def _is_worded(self, span: Span, said: str) -> bool:
        """Whether it is made of ordinary words, or as terms are made."""
        named = terms.is_named(self._text, span.start)
        if terms.is_ordinary(said) and not named and (self.asks or self._begins(span)):
            return True
        if not self.asks:
            return False
        return terms.is_abbreviation(self._text, span.start, span.end) or terms.is_camel(said)

    def _begins(self, span: Span) -> bool:
        start, end = span.start, span.end
        if span.kind == "organization" and " " in self._text[start:end].strip():
            return False
        return terms.begins(self._text, start, end) and not terms.is_part(self._text, start, end)

    def _without_famous(self, spans: list[Span]) -> list[Span]:
        """The spans without people whom everybody knows, where the text is about no one's life; once such
        a person was named in full, also without parts of that name."""
        named: set[str] = set()
        kept = []
        for span in spans:
            start, end = terms.trimmed(self._text, span.start, span.end)
            words = words_of(name := self._text[start:end])
            if span.kind not in _FIGURED and not words & self._known():
                if self._is_famous(name, span, words, named):
                    named |= words if len(words) > 1 else set()
                    continue
                wider = _with_neighbours(self._text, start, end) if may_be_part(words) else ()
                if any(self._is_famous(whole, span, words_of(whole), named) for whole in wider):
                    continue
            kept.append(span)
        return kept

    def _is_famous(self, name: str, span: Span, words: set[str], named: set[str]) -> bool:
        if words <= named:
            return True
        if not is_famous(name):
            return False
        if len(words) == 1 and name.isascii():
            return not self.private and len(self._text) <= _SHORT
        return (
            self._invites
            and not self._told
            and not asking.is_private(asking.sentence(self._text, span.start, span.end))
        )

    def _is_firm(self, span: Span) -> bool:
        """Whether it is a firm by the tagger's word, of several words and called after nobody."""
        said = self._text[span.start : span.end]
        several = (" " in said and span.trust != 1) or len(self._text) > _SHORTER
        return several and span.kind == "organization" and not _TERM.match(self._text, span.end)

    def _is_somebody(self, span: Span) -> bool:
        return span.kind == "address" or (span.kind == "person" and not self._is_called_after(span))

    def _is_amount(self, span: Span) -> bool:
        """Whether a number is a quantity of something that is asked about."""
        few = sum(map(str.isdigit, self._text[span.start : span.end])) < _FEWEST
        sum_of = terms.is_measured(self._text, span.start, span.end)
        return self._wonders and (few or sum_of) and not called(self._text, span.start)

    def _is_called_after(self, span: Span) -> bool:
        if span.kind != "person":
            return False
        cited = _CITED.search(self._text, max(0, span.start - _LEAD), span.start)
        if cited or _CITING.match(self._text, span.end):
            return True
        return " " not in self._text[span.start : span.end] and bool(_TERM.match(self._text, span.end))

    def _beside(self, span: Span) -> bool:
        """Whether more of a name or an address touches it."""
        return self._beside_a_name.touch(span)


class _Edges:
    """Where names and addresses begin and end: as many steps a span, however many there are."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._at: dict[int, list[Span]] = {}
        for span in spans:
            if span.kind not in _TOUCHING:
                continue
            said = text[span.start : span.end]
            if not terms.is_no_name(said) and not terms.is_figures(said):
                self._add(span.end, span)
                self._add(~span.start, span)

    def _add(self, edge: int, span: Span) -> None:
        """Keeps two spans an edge at most: more can't be needed to find one that is another."""
        there = self._at.setdefault(edge, [])
        if len(there) < 2 and all(span is not other for other in there):
            there.append(span)

    def touch(self, span: Span) -> bool:
        """Whether another one ends right before the span or begins right behind it."""
        edges = (edge for gap in range(_BESIDE + 1) for edge in (span.start - gap, ~(span.end + gap)))
        return any(other is not span for edge in edges for other in self._at.get(edge, ()))


def _is_doubtful(span: Span) -> bool:
    return span.trust in _BY_LOOKS and span.kind in _DOUBTED


def _trust(span: Span) -> int:
    return span.trust


def _with_neighbours(text: str, start: int, end: int) -> Iterator[str]:
    """A name with one word before it, with one behind, and so on: as much as titles have."""
    before = [match.start() for match in _BEFORE.finditer(text, max(0, start - _TITLE), start)]
    firsts = [start, *before[-_BESIDES:]]
    behind = _BEHIND.match(text, end)
    lasts = [end, *([end + at.end() for at in _NEXT.finditer(behind[0])] if behind else [])]
    for first in firsts:
        for last in lasts:
            if (first, last) != (start, end):
                yield text[first:last]
