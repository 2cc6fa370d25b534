"""Which number of a sentence is meant for which parameter: by the words around it, its unit, and the order in
which both are spoken of.
"""

import re
from collections.abc import Mapping, Sequence

from kippu.regex import regex
from kippu.understand.by_schema.measures import IMPLIED, Number, kind_of, reckoned, units_in
from kippu.understand.by_schema.parameter import Parameter, stem
from kippu.understand.by_schema.sentence import Sentence

_ENOUGH = 0.8
"""What must speak for an optional parameter's number."""
_JOINED = regex(r"[^\w]*(?:(?:and|to|or|by|x)\b)?[^\w]*", re.IGNORECASE)
_BREAK = regex(r"[,;:?!](?=\s)|\.(?=\s|$)|\band\b")
_BEGINS = frozenset({"start", "from", "min", "minimum", "lower", "begin", "low"})
_ENDS = frozenset({"end", "to", "max", "maximum", "upper", "high"})
_COUNTED = frozenset(
    {"count", "limit", "top", "n", "num", "number", "max", "size", "quantity", "many", "amount"}
)
_COUNTS = frozenset(
    map(stem, ("top", "first", "last", "next", "latest", "past", "generate", "show", "give", "only"))
)
_DECIMAL = regex(r"\bdecimal|between 0 and 1|0 to 1|\bfraction|\b0\.\d", re.IGNORECASE)
_PERCENT = regex(r"percent|%", re.IGNORECASE)
_SHARES = regex(r"rate|probab|ratio|share|level|return|yield|interest|growth|discount", re.IGNORECASE)


def counted(sentence: Sentence, wanted: Sequence[Parameter]) -> Mapping[str, int | float]:
    """The numbers found, by parameter; what they stand on is taken."""
    left = _telling_numbers(sentence, wanted)
    given: dict[str, tuple[Parameter, Number]] = {}
    for group in _groups(sentence, left):
        for parameter, number in _in_order(sentence, group, [one for one in wanted if one.name not in given]):
            given[parameter.name] = (parameter, number)
    taken = {id(number) for _, number in given.values()}
    scores = sorted(
        (
            (-_score(sentence, parameter, number, left) + 0.05 * abs(place - at), place, at)
            for place, parameter in enumerate(wanted)
            for at, number in enumerate(left)
            if parameter.name not in given and id(number) not in taken
        )
    )
    for score, place, at in scores:
        parameter, number = wanted[place], left[at]
        if parameter.name in given or id(number) in taken or -score < (0.3 if parameter.needed else _ENOUGH):
            continue
        given[parameter.name] = (parameter, number)
        taken.add(id(number))
    _leftover(wanted, left, given, taken)
    found = {}
    for name, (parameter, number) in given.items():
        value = value_of(parameter, number)
        if value is not None:
            sentence.take(number.start, number.digits)
            found[name] = value
    return found


def _telling_numbers(sentence: Sentence, wanted: Sequence[Parameter]) -> list[Number]:
    """Those that are free, without one that only tells how many follow: "two charges of 5 C and 7 C"."""
    free = [one for one in sentence.numbers if sentence.is_free(one.start, one.end)]
    indexed = [own for one in wanted for own in one.own]
    kept = []
    for at, number in enumerate(free):
        behind = (
            sentence.after(number.end, 1)
            if sentence.text[number.end : number.end + 2].strip().isalpha()
            else []
        )
        many = number.value in (2, 3, 4, 5) and not number.unit and bool(behind)
        others = len(free) - at - 1
        if (
            many
            and others >= number.value
            and (
                indexed.count(behind[0]) >= number.value
                or any(len(group) == number.value for group in _groups(sentence, free[at + 1 :]))
            )
        ):
            continue
        kept.append(number)
    return kept


def _leftover(
    wanted: Sequence[Parameter],
    left: Sequence[Number],
    given: dict[str, tuple[Parameter, Number]],
    taken: set[int],
) -> None:
    """As many needed parameters as numbers that nothing speaks for: in their order."""
    open_yet = [one for one in wanted if one.needed and one.name not in given and one.default is None]
    rest = [one for one in left if id(one) not in taken]
    if open_yet and len(open_yet) == len(rest) and all(map(_agree, open_yet, rest)):
        given.update({one.name: (one, number) for one, number in zip(open_yet, rest, strict=True)})


def _agree(parameter: Parameter, number: Number) -> bool:
    return _by_unit(parameter, number) >= 0 and (
        _is_year(parameter) == number.is_year or not _is_year(parameter)
    )


def _groups(sentence: Sentence, left: Sequence[Number]) -> list[list[Number]]:
    """Numbers that stand side by side: "6 cm and 10 cm"."""
    groups: list[list[Number]] = []
    for number in left:
        if groups and _JOINED.fullmatch(sentence.between(groups[-1][-1].end, number.start)):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [group for group in groups if len(group) > 1]


def _in_order(
    sentence: Sentence, group: Sequence[Number], wanted: Sequence[Parameter]
) -> list[tuple[Parameter, Number]]:
    """As many parameters as were named side by side before them, in the order in which they were named."""
    said: list[tuple[int, Parameter]] = []
    for parameter in wanted:
        places = [
            start
            for own, (_, start, end) in zip(sentence.stems, sentence.words, strict=True)
            if own in _telling(parameter, wanted) and end <= group[0].start
        ]
        if places:
            said.append((places[-1], parameter))
    if len(group) == 2 and (ends := _ends(wanted)):
        return list(zip(ends, group, strict=True))
    said.sort(key=lambda one: one[0])
    if len(said) < len(group) or any(
        _by_unit(one, number) < 0 for (_, one), number in zip(said[-len(group) :], group, strict=True)
    ):
        return []
    return [(one, number) for (_, one), number in zip(said[-len(group) :], group, strict=True)]


def _ends(wanted: Sequence[Parameter]) -> list[Parameter]:
    """The two of which one is where something begins, and one where it ends; none unless they are two."""
    begins = [one for one in wanted if _BEGINS & set(one.named)]
    ended = [one for one in wanted if _ENDS & set(one.named)]
    alike = len(begins) == len(ended) == 1 and begins[0].named[-1] == ended[0].named[-1]
    return [begins[0], ended[0]] if alike else []


def _telling(parameter: Parameter, wanted: Sequence[Parameter]) -> frozenset[str]:
    """The stems of its name that no other parameter has."""
    others = frozenset(own for one in wanted if one.name != parameter.name for own in one.own)
    return parameter.own - others


def _score(sentence: Sentence, parameter: Parameter, number: Number, left: Sequence[Number]) -> float:
    """How much speaks for it; below nothing where something speaks against."""
    score = _by_unit(parameter, number) + _by_year(parameter, number)
    at = left.index(number)
    begun = left[at - 1].end if at else 0
    ended = left[at + 1].start if at + 1 < len(left) else len(sentence.text)
    breaks = [match.end() for match in _BREAK.finditer(sentence.text, begun, number.start)]
    begun = breaks[-1] if breaks else begun
    stop = _BREAK.search(sentence.text, number.end, ended)
    ended = stop.start() if stop else ended
    before = [
        own for own, (_, start, end) in zip(sentence.stems, sentence.words, strict=True)
        if begun <= start and end <= number.start
    ][::-1]  # fmt: skip
    after = [
        own for own, (_, start, end) in zip(sentence.stems, sentence.words, strict=True)
        if start >= number.end - (len(number.unit) if number.unit else 0) and end <= ended
    ]  # fmt: skip
    names = parameter.own or frozenset(parameter.named)
    score += 2 * _near(before, names) + 1.3 * _near(after[:4], names)
    score += 0.7 * _near(before, parameter.told) + 0.6 * _near(after[:4], parameter.told)
    if set(parameter.named) & _COUNTED and not number.unit and not number.is_year:
        score += 0.9 * bool(before[:2] and set(before[:2]) & _COUNTS)
    if parameter.named[-1:] and parameter.named[-1].isdigit():
        score += 0.2
    return score


def _near(words: Sequence[str], wanted: frozenset[str]) -> float:
    return max((1 / (1 + 0.2 * at) for at, word in enumerate(words) if word in wanted), default=0.0)


def _units(parameter: Parameter) -> list[str]:
    return units_in(f"{parameter.name.replace('_', ' ')} {parameter.description.split('efault')[0]}")


def _by_unit(parameter: Parameter, number: Number) -> float:
    wanted = _units(parameter)
    if not number.unit:
        return 0.0
    if number.unit in wanted:
        return 1.5
    kinds = {kind_of(one) for one in wanted} | {IMPLIED[word] for word in parameter.named if word in IMPLIED}
    if "time" in kinds or "date" in kinds:
        kinds |= {"time", "date"}
    if kind_of(number.unit) in kinds:
        return 1.2
    if kind_of(number.unit) == "share":
        return 0.8 if _SHARES.search(parameter.name) or _PERCENT.search(parameter.description) else -0.5
    return -1.5 if kinds else 0.0


def _is_year(parameter: Parameter) -> bool:
    return "year" in parameter.named


def _by_year(parameter: Parameter, number: Number) -> float:
    if _is_year(parameter):
        return (
            1.5 if number.is_year else -0.2 if number.value == int(number.value) and not number.unit else -1.5
        )
    return -1.2 if number.is_year and re.search(r"\byears?\b", parameter.description) is None else 0.0


def value_of(parameter: Parameter, number: Number) -> int | float | None:
    """The number in the parameter's unit and type; None where it doesn't fit its type or its bounds."""
    value: float | None = number.value
    if kind_of(number.unit) == "share":
        said = f"{parameter.name} {parameter.description}"
        if parameter.type == "number" and (_DECIMAL.search(said) or not _PERCENT.search(said)):
            value = float(f"{number.value / 100:.10g}")
    else:
        value = reckoned(number.value, number.unit, _units(parameter))
    if value is None:
        return None
    least, most = parameter.schema.get("minimum"), parameter.schema.get("maximum")
    below = isinstance(least, int | float) and value < least
    if below or (isinstance(most, int | float) and value > most):
        return None
    if parameter.type == "integer":
        return int(value) if value == int(value) else None
    return int(value) if value == int(value) and parameter.type != "number" else float(value)
