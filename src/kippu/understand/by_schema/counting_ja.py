"""Numbers of a Japanese sentence, for parameters that count: by their counters and the words before them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kippu.regex import regex
from kippu.understand.by_schema.parameter import Parameter
from kippu.understand.by_schema.roles_ja import COUNTERS, FACTORS, counters
from kippu.understand.by_schema.sentence_ja import Said

_NUMBER = regex(r"(?<![\d.A-Za-z-])-?\d[\d,]*(?:\.\d+)?")


def numbered(said: Said, wanted: Sequence[Parameter]) -> Iterator[tuple[Parameter, Any]]:
    """Each number for the parameter that its counter, or the words before it, tells."""
    numeric = [
        one
        for one in wanted
        if one.type in ("integer", "number")
        or (one.type == "array" and one.item.type in ("integer", "number"))
    ]
    numbers = [match for match in _NUMBER.finditer(said.text) if said.is_free(*match.span())]
    rated = []
    for at, parameter in enumerate(numeric):
        if parameter.type == "array":
            continue
        for match in numbers:
            points = _fit(said.text, match, parameter)
            rated.append((points, -at, -match.start(), parameter, match))
    done: set[int] = set()
    names: set[str] = set()
    for points, _, _, parameter, match in sorted(rated, key=lambda one: one[:3], reverse=True):
        least = 0.0 if parameter.needed else 1.5
        if match.start() in done or parameter.name in names or points <= least:
            continue
        done.add(match.start())
        names.add(parameter.name)
        said.take(*match.span())
        yield parameter, _value(said.text, match, parameter)
    for parameter in (one for one in numeric if one.type == "array"):
        left = [float(match[0].replace(",", "")) for match in numbers if match.start() not in done]
        if left:
            whole = parameter.item.type == "integer"
            yield parameter, [int(one) if whole or one == int(one) else one for one in left]
            return


def _fit(text: str, match: re.Match[str], parameter: Parameter) -> float:
    behind, before = text[match.end() :], text[max(0, match.start() - 8) : match.start()]
    points = 0.3
    own = counters(parameter)
    if any(re.match(rf"\s?(?:{counter})", behind, re.IGNORECASE) for counter in own):
        points += 3
    elif any(re.match(rf"\s?(?:{counter})(?![一-龠])", behind, re.IGNORECASE) for counter in COUNTERS):
        length = next((unit for unit in FACTORS if behind.startswith(unit)), "")
        times = any(unit in one.split("|") for one in own for unit in FACTORS)
        points += 2 if length and times else -1
    told = re.findall(r"[一-龠々]{1,4}|[ァ-ヶー]{2,}", parameter.description)
    if any(re.search(rf"{re.escape(word)}[がはを、:：\s]*$", before) for word in told):
        points += 3
    return points


def _value(text: str, match: re.Match[str], parameter: Parameter) -> int | float:
    """The number in the unit that the parameter has: hours as minutes, a rate of ten percent as told."""
    value = float(match[0].replace(",", ""))
    behind = text[match.end() :]
    own = [unit for one in counters(parameter) for unit in one.split("|") if unit in FACTORS]
    unit = next((unit for unit in sorted(FACTORS, key=len, reverse=True) if behind.startswith(unit)), "")
    if unit and own and unit not in own:
        value = value * FACTORS[unit] / FACTORS[own[0]]
    if unit == "時間" and behind.startswith("時間半"):
        value += 0.5 * FACTORS["時間"] / FACTORS[own[0] if own else "時間"]
    if behind.startswith("割") and "割" not in parameter.description:
        value *= 10
    return int(value) if parameter.type == "integer" or value == int(value) else value
