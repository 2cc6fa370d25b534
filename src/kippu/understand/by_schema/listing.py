"""Lists in a sentence, for parameters that take several values: in brackets, or one behind the other."""

import json
import re
from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any

from kippu.regex import regex
from kippu.understand.by_schema.measures import Number
from kippu.understand.by_schema.parameter import Parameter
from kippu.understand.by_schema.sentence import Piece, Sentence

_FIGURE = regex(r"[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?")  # a minus
_AND = regex(r",? (?:and|or|&) (?:the |a |an )?|, (?:the |a |an )?", re.IGNORECASE)
_BESIDE = regex(r"\s*,?\s*(?:and|or|&)?\s*(?:the )?", re.IGNORECASE)
_NEXT = regex(r"\s*,?\s*(?:and|or|&|to)?\s*(?:[a-z] ?= ?)?", re.IGNORECASE)
_SMALL = regex(r"[a-z][\w-]*(?: [a-z][\w-]*)??(?=,? and |, |[.?!]|$| at | in | on | for | from | with | by )")


def bracketed(sentence: Sentence, parameter: Parameter, rivals: Sequence[Parameter]) -> list[Any] | None:
    """The values of the list in brackets that is meant for it; taken then."""
    free = [one for one in sentence.lists if sentence.is_free(one[1], one[2])]
    fitting = [(values, start, end) for text, start, end in free if (values := _values(text, parameter.item))]
    if not fitting:
        return None
    scored = [(_named(sentence, parameter, start), -start) for _, start, _ in fitting]
    best = max(range(len(fitting)), key=lambda at: scored[at])
    theirs = max((_named(sentence, one, fitting[best][1]) for one in rivals), default=0.0)
    if theirs > scored[best][0] and len(fitting) > 1:
        best = 1 - best if len(fitting) == 2 else best
    values, start, end = fitting[best]
    sentence.take(start, end)
    return values


def _named(sentence: Sentence, parameter: Parameter, start: int) -> float:
    near = sentence.before(start, 6)
    return max(
        (1 / (1 + at) for at, own in enumerate(near) if own in parameter.own | set(parameter.named)),
        default=0.0,
    )


def _values(text: str, item: Parameter) -> list[Any]:
    inner = text[1:-1]
    if item.type in ("integer", "number"):
        figures = _FIGURE.findall(inner)
        if not figures or _FIGURE.sub("", inner).strip(" ,;%°"):
            return []
        return [_number(one, item.type) for one in figures]
    if item.type == "string":
        try:
            found = json.loads(text.replace("'", '"'))
            return [str(one) for one in found] if all(isinstance(one, str | int) for one in found) else []
        except ValueError:
            return [part.strip(" '\"") for part in inner.split(",") if part.strip(" '\"")]
    return []


def _number(said: str, kind: str) -> int | float:
    value = float(said.replace("−", "-"))  # a minus
    return int(value) if isfinite(value) and value == int(value) and kind == "integer" else value


def nested(sentence: Sentence, parameter: Parameter) -> list[Any] | None:
    """A list of lists, as it stands."""
    match = re.search(r"\[\s*\[.*?\]\s*\]", sentence.text)
    if match is None:
        return None
    try:
        found = json.loads(match[0])
    except ValueError:
        return None
    sentence.take(match.start(), match.end())
    return list(found)


def in_a_row(
    sentence: Sentence, parameter: Parameter, value: Callable[[Parameter, Number], int | float | None]
) -> list[Any] | None:
    """Numbers one behind the other; of several such rows the one behind the parameter's words."""
    rows: list[list[Number]] = []
    for number in sentence.numbers:
        if not sentence.is_free(number.start, number.end):
            continue
        if rows and _NEXT.fullmatch(sentence.between(rows[-1][-1].end, number.start)):
            rows[-1].append(number)
        else:
            rows.append([number])
    rows = [row for row in rows if len(row) > 1] or rows
    if not rows:
        return None
    best = max(rows, key=lambda row: (_named(sentence, parameter, row[0].start), len(row) > 1, -row[0].start))
    found = [value(parameter.item, number) for number in best]
    if None in found:
        return None
    sentence.take(best[0].start, best[-1].end)
    return list(found)


def named_together(sentence: Sentence, first: Piece) -> list[Piece]:
    """The pieces that are listed with one: "the S&P 500 and the Dow Jones"."""
    row = [first]
    for piece in sentence.pieces:
        if piece.start <= row[-1].start or not sentence.is_free(piece.start, piece.end):
            continue
        same = (piece.kind == "said") == (first.kind == "said")
        if same and _BESIDE.fullmatch(sentence.between(row[-1].end, piece.start)):
            row.append(piece)
    return row


def listed(sentence: Sentence, piece: Piece) -> list[tuple[str, int, int]]:
    """The things of a list in small letters that begins with a piece: "tomatoes, lettuce and two eggs"."""
    found = [(piece.text, piece.start, piece.end)]
    at = piece.end
    while True:
        match = _AND.match(sentence.text, at)
        word = _SMALL.match(sentence.text, match.end()) if match else None
        if word is None:
            return found
        found.append((word[0], word.start(), word.end()))
        at = word.end()
