"""Converting between units, by a library that knows them; loaded when first asked, for it takes a while.

Knows how people write units in English and Japanese (``units.toml``). Money is not a unit: its rates come
from outside.
"""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from threading import Lock
from tokenize import TokenError
from typing import Any

from kippu.densities import WEIGHS
from kippu.errors import BadInput
from kippu.regex import regex

_MAKING = Lock()
_POWER = regex(r"\*\*|\^")
_PLAIN_POWER = regex(r"(?:\*\*|\^)\s*-?\d(?![\d.eE_])(?!\s*(?:\*\*|\^))")
_FILE = Path(__file__).with_name("units.toml")


class UnknownUnit(BadInput):
    """Not a unit; ``str(error)`` is its name as it was said."""


class Unlike(BadInput):
    """The two units measure different things."""


class ByDensity(Unlike):
    """One of them is a weight and the other a volume: how much it is depends on what it is."""


def convert(value: float, from_unit: str, to_unit: str, stuff: str = "") -> float:
    """The value in the other unit; raises UnknownUnit or Unlike. Slow the first time: call it in a thread.

    Of some ``stuff`` whose density is known a volume is told as a weight, and the other way round.
    """
    import pint  # noqa: PLC0415  # takes half a second, and most days nobody converts

    registry = _registry()
    one, other = _unit(from_unit), _unit(to_unit)
    one, other = _alike(one, other, from_unit, to_unit)
    try:
        converted = registry.Quantity(value, one).to(other)
    except pint.DimensionalityError as error:
        weighs = {"[mass]", "[length] ** 3"} == {str(one.dimensionality), str(other.dimensionality)}
        if weighs and (density := _density(stuff)):
            of_it = registry.Quantity(density, "gram / milliliter")
            amount = registry.Quantity(value, one)
            other_kind = amount * of_it if "[length]" in str(one.dimensionality) else amount / of_it
            return float(other_kind.to(other).magnitude)
        raise (ByDensity if weighs else Unlike)(
            f"{from_unit} can't be told in {to_unit}: they measure different things."
        ) from error
    return float(converted.magnitude)


def weighed(from_unit: str, to_unit: str) -> bool:
    """Whether one of the two is a weight and the other a volume."""
    kinds = {str(_unit(said).dimensionality) for said in (from_unit, to_unit)}
    return kinds == {"[mass]", "[length] ** 3"}


def _density(stuff: str) -> float | None:
    """Grams of a millilitre; None where it isn't known."""
    return WEIGHS.get(" ".join(stuff.casefold().split()))


def _alike(one: Any, other: Any, from_unit: str, to_unit: str) -> tuple[Any, Any]:
    """The two units, of which one may be another of the same word beside the other."""
    otherwise = tomllib.loads(_FILE.read_text(encoding="utf-8"))["else"]
    if one.dimensionality == other.dimensionality:
        return one, other
    for name in otherwise.get(to_unit.strip(), ()):
        if _registry().Unit(name).dimensionality == one.dimensionality:
            return one, _registry().Unit(name)
    for name in otherwise.get(from_unit.strip(), ()):
        unit = _registry().Unit(name)
        if unit.dimensionality == other.dimensionality and unit != other:  # of two scales the other one
            return unit, other
    return one, other


def _unit(said: str) -> Any:
    """The library's unit for what was said."""
    import pint  # noqa: PLC0415  # as above

    name = _folded(said)
    known = _names().get(name) or _names().get(name.removesuffix("s"))
    if not name or not _plain_powers(said):
        raise UnknownUnit(said)
    try:
        # Capitals count for what the table doesn't have: mW is not MW.
        return _registry().Unit(known or said.strip().replace(" ", "_"))
    except (
        pint.UndefinedUnitError,
        pint.DefinitionSyntaxError,
        ValueError,
        TypeError,
        AttributeError,
        AssertionError,  # by which the library's own parser says that it is no unit
        ArithmeticError,
        RecursionError,
        TokenError,
    ) as error:
        raise UnknownUnit(said) from error


def _plain_powers(said: str) -> bool:
    """Whether each power in it is of one digit: the library would reckon with 9**9**9 for hours."""
    return len(_POWER.findall(said)) == len(_PLAIN_POWER.findall(said))


@cache
def _names() -> dict[str, str]:
    names: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["names"]
    return {_folded(name): unit for unit, all_names in names.items() for name in (unit, *all_names)}


def _registry() -> Any:
    with _MAKING:  # two would not know each other's units
        return _made()


@cache
def _made() -> Any:
    import pint  # noqa: PLC0415  # as above

    registry: Any = pint.UnitRegistry(cache_folder=None, on_redefinition="raise")
    for name, meaning in tomllib.loads(_FILE.read_text(encoding="utf-8"))["made"].items():
        registry.define(f"{name} = {meaning}")
    return registry


def _folded(said: str) -> str:
    plain = unicodedata.normalize("NFKC", said).casefold().replace("_", " ").strip(" .")
    return " ".join(plain.removeprefix("the ").split())
