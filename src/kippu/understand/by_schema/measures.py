"""Numbers of a sentence with what they count, and the units that a parameter wants. Knows no tool."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kippu.regex import regex

_NUMBER = regex(
    r"(?<![\w.,/^])(?P<money>[$€£¥]\s?)?(?P<sign>(?<![\w.)\]])[-−](?=\d))?"  # a minus
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<power>e[-+]?\d+\b|\s?[x×*]\s?10\s?(?:\^|\*\*)\s?\(?[-−]?\d+\)?)?"  # a times and a minus
    r"(?P<more>\s?(?:thousand|million|billion|trillion)\b)?"
    r"(?P<unit>\s?%|\s?percent\b|(?:st|nd|rd|th)\b|\s(?:square|cubic|sq\.?) ?[A-Za-z]+"
    r"|[\s-]?[°µ]?[A-Za-z]+(?:/[A-Za-z]+)?(?:\^?[23²³])?)?"
    r"(?![\d])",
    re.IGNORECASE,
)
_TIMES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "bn": 1e9}
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_KINDS: Mapping[str, str] = {
    "length": "m=1 meter=1 metre=1 km=1000 kilometer=1000 kilometre=1000 cm=.01 centimeter=.01 centimetre=.01"
    " mm=.001 millimeter=.001 millimetre=.001 nm=1e-9 nanometer=1e-9 mile=1609.344 ft=.3048 foot=.3048"
    " feet=.3048 inch=.0254 inche=.0254 yard=.9144",
    "mass": "kg=1 kilogram=1 kilo=1 g=.001 gram=.001 mg=1e-6 milligram=1e-6 lb=.45359237 lbs=.45359237"
    " ounce=.028349523125 oz=.028349523125 ton=1000 tonne=1000",
    "time": "s=1 sec=1 second=1 min=60 minute=60 h=3600 hr=3600 hour=3600 day=86400 night=86400 week=604800",
    "date": "month=1 year=12 yr=12 decade=120",
    "money": "dollar usd buck euro eur pound gbp yen jpy rupee inr cent franc",
    "share": "% percent percentage",
    "speed": "m/s=1 km/h=.2777777777777778 kph=.2777777777777778 mph=.44704",
    "acceleration": "m/s^2 m/s2 m/s²",
    "warmth": "k kelvin °c celsius °f fahrenheit",
    "volume": "l=1 liter=1 litre=1 ml=.001 milliliter=.001 gallon=3.785411784 cup=.2365882365",
    "area": "m^2=1 m²=1 m2=1 cm^2=1e-4 cm²=1e-4 hectare=1e4 acre=4046.8564224",
    "charge": "c coulomb", "force": "n newton", "energy": "j joule calorie kcal", "power": "w watt kw",
    "pressure": "atm pascal pa psi bar", "voltage": "v volt", "current": "a amp ampere",
    "frequency": "hz hertz bpm khz mhz", "matter": "mole mol", "resistance": "ohm", "field": "tesla",
    "economy": "mpg",
}  # fmt: skip
_IMPLIED: Mapping[str, str] = {
    "warmth": "temperature temp", "length": "distance length height width radius depth diameter wavelength",
    "mass": "weight mass", "money": "price cost budget salary payment investment income principal revenue fee"
    " money cash deposit dividend payout equity", "charge": "charge", "frequency": "frequency tempo bpm",
    "voltage": "voltage", "current": "current", "volume": "volume", "pressure": "pressure",
    "energy": "energy",
    "force": "force", "speed": "speed velocity", "acceleration": "acceleration", "matter": "moles mols mol",
    "area": "area", "economy": "efficiency", "resistance": "resistance",
    "share": "probability percentage percent rate interest ratio",
    "time": "time duration minutes hours seconds days weeks", "date": "years months",
}  # fmt: skip
_SINGLE = frozenset("m g s h k c n j w v a l cent min bar".split())
"""Units whose sign is a word or a letter of other things: they count right behind a number alone."""


@dataclass(frozen=True)
class Unit:
    """One of the units above."""

    kind: str
    factor: float
    """To the first of its kind; 0 where nothing is reckoned over."""


def _units() -> Iterator[tuple[str, Unit]]:
    for kind, listed in _KINDS.items():
        for one in listed.split():
            name, _, factor = one.partition("=")
            yield name, Unit(kind, float(factor or 0))


_UNITS = dict(_units())


_EXACT = 1e15
"""Larger numbers a float doesn't hold to the last digit."""
IMPLIED: Mapping[str, str] = {word: kind for kind, listed in _IMPLIED.items() for word in listed.split()}
"""The kind of unit in which a word of a parameter's name is measured."""


def unit_of(word: str) -> str:
    """The unit that a word names, by its one name; empty for none."""
    folded = word.strip(" -").casefold()
    if folded.startswith(("square ", "sq", "cubic ")):
        return "acre" if folded.startswith("sq") else "gallon"
    if folded in _UNITS:
        return folded
    bare = folded.removesuffix("s")
    return bare if bare in _UNITS and len(bare) > 1 else ""


def units_in(text: str) -> list[str]:
    """The units that a description speaks of."""
    words = re.findall(r"[°A-Za-z/^%²³]+\d?", _PER.sub(" ", text))
    found = [(word, unit_of(word)) for word in words]
    return [unit for word, unit in found if (unit and unit not in _SINGLE) or (unit and word in _SIGN_WORDS)]


_PER = regex(r"\b\w+ per (?!cent)\w+\b|\b(?:square|cubic) ", re.IGNORECASE)
_SIGN_WORDS = frozenset({"minutes", "bars", "cents"})


def kind_of(unit: str) -> str:
    return _UNITS[unit].kind if unit in _UNITS else ""


def reckoned(value: float, unit: str, wanted: list[str]) -> float | None:
    """A value in the unit that is wanted; None where it is said in one that can't be reckoned over."""
    if not unit or not wanted or unit in wanted or not _UNITS[unit].factor:
        return value
    for one in wanted:
        if kind_of(one) == kind_of(unit) and _UNITS[one].factor:
            if _UNITS[one].factor == _UNITS[unit].factor:
                return value
            return float(f"{value * _UNITS[unit].factor / _UNITS[one].factor:.10g}")
    return value


@dataclass(frozen=True)
class Number:
    """One number as it was said."""

    value: float
    start: int
    end: int
    """Behind its digits and its unit."""
    unit: str
    """As ``unit_of`` has it; empty for none."""
    digits: int
    """Behind its digits alone."""
    nth: bool
    """Whether it tells a place in a row: "2nd"."""

    @property
    def is_year(self) -> bool:
        return self.value == int(self.value) and 1500 <= self.value <= 2100 and not self.unit


_FEET = regex(r"\b(\d+)\s?(?:ft|feet|foot|')\s?(\d+(?:\.\d+)?)\s?(?:in|inch(?:es)?|\")(?!\w)")


def as_one(text: str) -> str:
    """A height in feet and inches as inches alone: "5ft 10in" is "70 inches"."""
    return _FEET.sub(lambda match: f"{12 * int(match[1]) + float(match[2]):g} inches", text)


def numbers(text: str) -> list[Number]:
    """Those of a sentence that has figures for number words."""
    found = []
    for match in _NUMBER.finditer(text):
        said = match["unit"] or ""
        nth = said.casefold() in ("st", "nd", "rd", "th")
        unit = unit_of(said)
        money = _SIGNS.get((match["money"] or "").strip(), "")
        times = (
            1e3
            if said in ("k", "K")
            else 1e6
            if said in ("m", "M")
            else 1e9
            if said in ("b", "B", "bn")
            else 0
        )
        if money and times:
            found.append(
                Number(
                    float(match["digits"].replace(",", "")) * times,
                    match.start(),
                    match.end("unit"),
                    money,
                    match.end("unit"),
                    False,
                )
            )
            continue
        glued = said and not said[0].isspace() and said[0] != "-" and not said.strip().startswith("%")
        if glued and not unit and not nth:
            continue  # "3x", "4th-grade", "B12": a name
        value = float(match["digits"].replace(",", ""))
        value *= _TIMES.get((match["more"] or "").strip().casefold(), 1)
        if match["power"]:
            exponent = re.findall(r"[-−]?\d+", match["power"])[-1].replace("−", "-")  # a minus
            value = float(f"{value}e{exponent}")
        if abs(value) > _EXACT:
            continue
        if match["sign"]:
            value = -value
        digits = max(match.end("digits"), match.end("more"), match.end("power"))
        end = match.end("unit") if unit or nth else digits
        found.append(Number(value, match.start(), end, money or unit, digits, nth))
    return sorted(found + [_one(match) for match in _ONE.finditer(text)], key=lambda one: one.start)


_ONE = regex(
    r"\b(?:next|past|last|coming|upcoming|following|every|each) "
    r"(?P<unit>second|minute|hour|day|week|month|year|decade)\b(?!-)",
    re.IGNORECASE,
)
"""One of a length of time, without its number."""


def _one(match: re.Match[str]) -> Number:
    return Number(1, match.start(), match.end(), unit_of(match["unit"]), match.end(), False)
