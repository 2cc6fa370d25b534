"""The arguments of a tool of which nothing is known but its JSON schema, out of the words of one sentence.

    lists ─► what may be chosen ─► days ─► numbers ─► texts ─► yes or no ─► what holds by default

Each takes its words, and none reads what another took. What is needed and not said is named, never made up.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kippu.understand.by_schema.choosing import among, flagged
from kippu.understand.by_schema.counting import counted, value_of
from kippu.understand.by_schema.days import day_said, time_said
from kippu.understand.by_schema.japanese import called, said_in_japanese
from kippu.understand.by_schema.listing import bracketed, in_a_row, listed, named_together, nested
from kippu.understand.by_schema.measures import as_one
from kippu.understand.by_schema.naming import best_for, plainly, season
from kippu.understand.by_schema.parameter import Parameter, parameters
from kippu.understand.by_schema.sentence import Piece, Sentence
from kippu.understand.by_schema.sentence_ja import is_japanese
from kippu.understand.text.numbers import digits_en


@dataclass
class Filled:
    """What was found."""

    arguments: dict[str, Any] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    """What is needed and was not said, as the person is asked for it."""
    called: dict[str, str] = field(default_factory=dict)
    """What each parameter is called when a Japanese person is asked about it."""


def filled(text: str, schema: Mapping[str, Any], now: datetime, about: str = "") -> Filled:
    """What a sentence gives for a tool's JSON schema. ``about``: the tool's own words."""
    all_of_it = parameters(schema)
    given = (said_in_japanese if is_japanese(text) else _said_in_english)(text, all_of_it, now, about)
    result = Filled()
    for parameter in all_of_it:
        if parameter.name in given:
            result.arguments[parameter.name] = given[parameter.name]
        elif parameter.needed and (default := parameter.default) is not None:
            result.arguments[parameter.name] = default
        elif parameter.needed:
            result.missing.append(called(parameter) if is_japanese(text) else parameter.said)
    if is_japanese(text):
        result.called = {one.name: called(one) for one in all_of_it}
    return result


def _said_in_english(text: str, wanted: list[Parameter], now: datetime, about: str) -> Mapping[str, Any]:
    sentence = Sentence(as_one(digits_en(text)), about)
    if {"country", "state"} & {word for one in wanted for word in one.named}:
        sentence.apart()
    found = _Finding(sentence, now, wanted)
    found.look()
    return found.given


class _Finding:
    """One sentence and the parameters of one tool."""

    def __init__(self, sentence: Sentence, now: datetime, wanted: list[Parameter]) -> None:
        self._sentence = sentence
        self._now = now
        self._wanted = wanted
        self.given: dict[str, Any] = {}

    def look(self) -> None:
        for step in (
            self._lists, self._chosen, self._days, self._rows,
            self._numbers, self._texts, self._rest, self._flags,
        ):  # fmt: skip
            step()

    def _open(self, *types: str) -> list[Parameter]:
        return [one for one in self._wanted if one.type in types and one.name not in self.given]

    def _lists(self) -> None:
        """What stands in brackets."""
        arrays = self._open("array")
        for parameter in arrays:
            if parameter.item.type == "array":
                values = nested(self._sentence, parameter)
            else:
                values = bracketed(self._sentence, parameter, [one for one in arrays if one is not parameter])
            if values:
                self.given[parameter.name] = values

    def _chosen(self) -> None:
        """What the schema or the description names."""
        for parameter in self._open("string"):
            values = parameter.choices or parameter.examples
            for value, start, end in among(self._sentence, values):
                if self._sentence.is_free(start, end) and self._may(parameter, start, end):
                    self.given[parameter.name] = value if parameter.choices else self._as_said(start, end)
                    self._sentence.take(start, end)
                    break
        for parameter in self._open("array"):
            if parameter.item.type == "string" and (
                values := parameter.item.choices or parameter.item.examples
            ):
                found = [
                    one for one in among(self._sentence, values) if self._may(parameter.item, one[1], one[2])
                ]
                if found and (parameter.item.choices or len(found) > 1):
                    self.given[parameter.name] = [value for value, _, _ in found]
                    for _, start, end in found:
                        self._sentence.take(start, end)

    def _as_said(self, start: int, end: int) -> str:
        return self._sentence.text[start:end]

    def _may(self, parameter: Parameter, start: int, end: int) -> bool:
        """An example inside a longer name is that name's."""
        return bool(parameter.choices) or not any(
            piece.start <= start and end <= piece.end and (piece.start, piece.end) != (start, end)
            and piece.kind != "said"
            for piece in self._sentence.pieces
        )  # fmt: skip

    def _days(self) -> None:
        for parameter in self._open("string"):
            years = [
                one
                for one in self._sentence.numbers
                if one.is_year and self._sentence.is_free(one.start, one.end)
            ]
            if "season" in parameter.named and (piece := season(self._sentence)):
                self.given[parameter.name] = piece.text
                self._sentence.take(piece.start, piece.end)
            elif years and {"year", "season"} & set(parameter.named):
                self.given[parameter.name] = str(int(years[0].value))
                self._sentence.take(years[0].start, years[0].end)
            elif found := day_said(self._sentence, parameter, self._now) or time_said(
                self._sentence, parameter
            ):
                text, start, end = found
                self.given[parameter.name] = text
                self._sentence.take(start, end)

    def _rows(self) -> None:
        """Numbers one behind the other."""
        for parameter in self._open("array"):
            if parameter.item.type in ("integer", "number"):
                values = in_a_row(self._sentence, parameter, value_of)
                if values and (parameter.needed or len(values) > 1):
                    self.given[parameter.name] = values

    def _numbers(self) -> None:
        self.given |= counted(self._sentence, self._open("integer", "number"))

    def _texts(self) -> None:
        """The text of which most says that it is meant comes first."""
        while True:
            texts = [
                one for one in self._open("string", "array", "any")
                if not (one.choices or (one.type == "array" and one.item.type != "string"))
            ]  # fmt: skip
            rated = [(found[0] + 9 * one.needed, -at, one, found[1]) for at, one in enumerate(texts)
                     if (found := best_for(self._sentence, one, texts))]  # fmt: skip
            if not rated:
                return
            _, _, parameter, piece = max(rated, key=lambda one: one[:2])
            if parameter.type == "array":
                self.given[parameter.name] = self._several(parameter, piece)
            else:
                self.given[parameter.name] = plainly(self._sentence, parameter, piece)
                self._sentence.take(piece.start, piece.end)

    def _several(self, parameter: Parameter, piece: Piece) -> list[str]:
        together = named_together(self._sentence, piece)
        if piece.kind == "said" and len(together) == 1:
            things = listed(self._sentence, piece)
            for _, start, end in things:
                self._sentence.take(start, end)
            return [re.sub(r"^\d+ ", "", text) for text, _, _ in things]
        for one in together:
            self._sentence.take(one.start, one.end)
        found = [plainly(self._sentence, parameter, one) for one in together]
        return [part for text in found for part in text.split(", ")]

    def _rest(self) -> None:
        """The one thing that is still needed is the one thing that was said beside all else."""
        left = [
            one for one in self._wanted if one.needed and one.name not in self.given and one.default is None
        ]
        if len(left) == 1 and left[0].type == "string" and not left[0].choices:
            runs = self._sentence.untold()
            if len(runs) == 1:
                self.given[left[0].name] = self._sentence.text[runs[0][0] : runs[0][1]]

    def _flags(self) -> None:
        for parameter in self._open("boolean"):
            said = flagged(self._sentence, parameter)
            if said is not None:
                self.given[parameter.name] = said
