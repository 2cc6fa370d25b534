"""Which words of a sentence are meant for a parameter that takes a text: by what stands around them, and by
what kind of thing the parameter is about.
"""

import re
from collections.abc import Iterator, Sequence

from kippu.regex import regex
from kippu.understand.by_schema.parameter import Parameter, stem
from kippu.understand.by_schema.sentence import Piece, Sentence

_ENOUGH = 2.4
"""What must speak for an optional parameter's words."""
_LITTLE = 0.5
"""The same for one that is needed."""


def _words(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


_PLACES = _words(
    "location city country place state region address area destination venue town province county origin"
    " neighborhood zip court airport station park where museum continent territory"
)
_PEOPLE = _words(
    "person author artist composer player actor director president scientist lawyer patient user people"
    " painter sculptor athlete musician customer employee recipient celebrity judge plaintiff defendant"
    " client inventor philosopher monarch character contact"
)
_FIRMS = _words(
    "company brand organization team club firm manufacturer corporation bank league store exchange"
)
_TITLES = _words(
    "title book song movie film game album event recipe painting artwork show series item product"
)
_ABOUT = _words(
    "topic subject query keyword search term hobby field theme question interest genre species animal"
    " substance ingredient sport cuisine food event"
)
_FROM = _words("from source start origin departure starting base initial")
_TO = _words("to target destination end arrival ending dest")
_FORMULAS = _words("function expression equation formula polynomial")
_MARKS = _words("id code number email url website file path docket sku phone identifier license plate link")
_STAGES = _words("platform device console channel network")
_UNITS_OF = _words("unit units currency scale")
_LANGUAGES = _words("language lang nationality currency")
_MAIL = regex(r"\be-?mail (?:address|of)|_email\b|^email\b|recipient", re.IGNORECASE)
_BY_ITSELF = {
    "quoted": 1.6, "marked": 0.8, "proper": 1.0, "place": 1.0, "formula": -2.0, "said": 0.3, "unit": -3.0,
}  # fmt: skip
"""What speaks for a piece of each kind, whatever stands around it."""
_CIRCUMSTANCES = frozenset("using as with during within over under than before".split())
"""Prepositions that tell how or when more often than what."""
_SEASON = regex(r"\b(?:19|20)\d\d[-/–](?:19|20)?\d\d\b")  # a dash
_TAIL = regex(r"(?:'s|’s|[ ,.;:?!]+)$")  # an apostrophe


def best_for(
    sentence: Sentence, parameter: Parameter, rivals: Sequence[Parameter]
) -> tuple[float, Piece] | None:
    """The piece of which most says that it is meant, and how much; None for too little."""
    found = [
        (score(sentence, parameter, piece) - 0.02 * at, piece)
        for at, piece in enumerate(_free(sentence))
        if not _is_anothers(sentence, piece, parameter, rivals)
    ]
    enough = _LITTLE if parameter.needed and parameter.default is None else _ENOUGH
    best = max(found, key=lambda one: one[0], default=None)
    return best if best and best[0] >= enough else None


def _free(sentence: Sentence) -> Iterator[Piece]:
    for piece in sentence.pieces:
        if sentence.is_free(piece.start, piece.end):
            yield piece


def _is_anothers(sentence: Sentence, piece: Piece, own: Parameter, rivals: Sequence[Parameter]) -> bool:
    """Whether the word right before it names another parameter: "song 'Bohemian Rhapsody'"."""
    near = sentence.before(piece.start, 1)
    return (
        bool(near)
        and near[0] not in own.own
        and any(near[0] in one.own for one in rivals if one.name != own.name)
    )


def score(sentence: Sentence, parameter: Parameter, piece: Piece) -> float:
    """How much says that a piece is meant."""
    about = parameter.own or parameter.heads
    kinds = about | parameter.heads
    led = sentence.led(piece.start)
    if piece.kind == "unit":
        return 2.6 if _UNITS_OF & kinds and (not _TO & kinds or led in ("to", "into", "in")) else -3.0
    points = _BY_ITSELF[piece.kind] + _as_it_stands(sentence, piece) + _by_mail(parameter, piece)
    points += _by_its_neighbours(sentence, parameter, piece, about)
    points += _by_its_words(piece, about, kinds, about | parameter.told)
    points += _by_kind(kinds, about | parameter.told, piece, led)
    if piece.kind == "said" and led in _CIRCUMSTANCES:
        points -= 0.4
    return points


def _as_it_stands(sentence: Sentence, piece: Piece) -> float:
    """What speaks against any piece: the tool's own words, a number first, brackets."""
    points = 0.0
    if piece.kind in ("proper", "said") and sentence.is_told(piece):
        points -= 1.5
    if piece.text[:1].isdigit() and piece.kind == "said":
        points -= 1.5
    if sentence.text[: piece.start].rstrip().endswith("("):
        points -= 1.0
    return points


def _by_its_neighbours(
    sentence: Sentence, parameter: Parameter, piece: Piece, about: frozenset[str]
) -> float:
    """The parameter's words before and behind a piece."""
    before = sentence.before(piece.start, 3, _ended(sentence, piece))
    after = sentence.after(piece.end, 2)
    points = 2.0 * (_near(before[:3], about)) + 1.2 * _near(after[:2], about)
    return points + 0.6 * _near(before, parameter.told) + 0.5 * _near(after, parameter.told)


def _by_its_words(piece: Piece, about: frozenset[str], kinds: frozenset[str], broad: frozenset[str]) -> float:
    """The parameter's words within a piece, and what kind of words it is."""
    own, points = set(map(stem, piece.text.split())), 0.0
    if piece.kind == "said" and _LANGUAGES & kinds:
        points -= 2.0
    if piece.kind == "proper" and about & own:
        points += 1.6
    if piece.kind == "said" and about & own:
        points -= 0.3
    if _FORMULAS & broad and piece.kind == "formula":
        points += 5.0
    if _MARKS & kinds and piece.kind == "marked":
        points += 1.5
    return points


def _ended(sentence: Sentence, piece: Piece) -> int:
    """Where the last name before a piece ends."""
    return max(
        (one.end for one in sentence.pieces if one.end <= piece.start and one.kind not in ("said", "unit")),
        default=0,
    )


def _by_mail(parameter: Parameter, piece: Piece) -> float:
    wants = _MAIL.search(f"{parameter.name} {parameter.description}") is not None
    if "@" in piece.text:
        return 3.0 if wants else -1.0
    return -4.0 if wants and piece.kind != "quoted" else 0.0


def _by_kind(kinds: frozenset[str], broad: frozenset[str], piece: Piece, led: str) -> float:
    named = piece.kind in ("proper", "place", "quoted")
    if _FROM & kinds and not _TO & kinds:
        return {"from": 2.5, "between": 1.5, "in": 0.3}.get(led, -0.3) + 0.3 * named
    if _TO & kinds and not _FROM & kinds:
        return {"to": 2.5, "into": 2.5, "and": 2.0, "in": 0.6, "for": 0.4, "from": -1.0}.get(
            led, 0.0
        ) + 0.3 * named
    if _PLACES & kinds or (not kinds and _PLACES & broad):
        return (
            {
                "in": 1.8,
                "at": 1.5,
                "near": 2.0,
                "around": 2.0,
                "to": 0.8,
                "for": 0.8,
                "of": 0.6,
                "from": 0.5,
                "on": 0.2,
                "by": -1.5,
                "about": -0.5,
            }.get(led, 0.0)
            + 0.8 * (piece.kind == "place")
            + (0.3 if named else -0.8)
        )
    if _PEOPLE & broad:
        return (
            {"by": 1.8, "of": 0.6, "for": 0.2, "in": -1.0, "at": -1.0, "from": 0.0}.get(led, 0.3)
            + 0.5 * (piece.kind == "proper")
            + 0.6 * piece.text.endswith("'s")
        )
    if _FIRMS & broad:
        return {"of": 0.8, "for": 0.8, "by": 0.6, "in": -0.3, "from": 0.3}.get(led, 0.0) + 0.5 * named
    if _TITLES & broad:
        return {
            "of": 0.8,
            "for": 0.5,
            "called": 2.0,
            "named": 2.0,
            "titled": 2.0,
            "in": -0.4,
            "by": -1.0,
        }.get(led, 0.0) + 0.8 * (piece.kind == "quoted")
    if _ABOUT & broad:
        return {"about": 2.0, "on": 1.0, "of": 0.8, "for": 0.8, "during": 1.5, "in": -0.2, "by": -0.5}.get(
            led, 0.0
        )
    if _STAGES & kinds:
        return {"on": 1.5, "in": 0.5, "with": 0.5}.get(led, 0.0)
    return {"of": 0.4, "for": 0.4, "named": 1.0, "called": 1.0}.get(led, 0.0)


def _near(words: Sequence[str], wanted: frozenset[str]) -> float:
    return max((1 / (1 + 0.5 * at) for at, word in enumerate(words) if word in wanted), default=0.0)


def plainly(sentence: Sentence, parameter: Parameter, piece: Piece) -> str:
    """The words as an argument: without what only says which parameter they are for."""
    if _SEASON.fullmatch(piece.text):
        return piece.text
    text = _TAIL.sub("", piece.text) if piece.kind != "quoted" else piece.text
    words = text.split()
    heads = parameter.own | parameter.heads
    if piece.kind == "said":
        while len(words) > 1 and stem(words[-1]) in heads:
            words.pop()
        while len(words) > 1 and stem(words[0]) in heads:
            words.pop(0)
        if len(words) > 2 and words[1] == "of" and stem(words[0]) in heads:
            words = words[2:]
    if (
        piece.kind == "proper"
        and len(words) > 1
        and words[1] != "of"
        and stem(words[0]) in heads
        and words[0].casefold() in parameter.named
    ):
        words = words[1:]
    if (
        piece.kind == "proper"
        and len(words) > 1
        and stem(words[0]) in parameter.told
        and _PEOPLE & parameter.told
    ):
        words = words[1:]
    return re.sub(r"\^", "**", text) if piece.kind == "formula" else " ".join(words)


def season(sentence: Sentence) -> Piece | None:
    """A season: "2022-2023"."""
    match = _SEASON.search(sentence.text)
    return Piece(match[0], match.start(), match.end(), "marked") if match else None
