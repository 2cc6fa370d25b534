"""What is to be converted into what, in an English sentence of a number and two units, or one unit of warmth:
"how many ounces is 150 mil", "what's 350 fahrenheit in real money". Two units without any number are one of
the one in the other: "how do you convert inches to centimeters".

Knows units as they are spoken; the templates know what they are.
"""

from kippu.regex import regex

_SPOKEN = {
    "mil": "ml", "mils": "ml", "klick": "km", "klicks": "km", "lb": "pounds", "lbs": "pounds",
    "f": "fahrenheit", "c": "celsius",
}  # fmt: skip
_OTHER = {"fahrenheit": "celsius", "celsius": "fahrenheit", "centigrade": "fahrenheit"}
"""Warmth has two scales: one is meant where the other is all that is said."""
_UNIT = (
    r"(?:fluid ounces?|millilit(?:re|er)s?|mils?|ml|lit(?:re|er)s?|gallons?|pints?|quarts?|cups?"
    r"|tablespoons?|tbsp|teaspoons?|tsp|ounces?|oz|grams?|grammes?|kilograms?|kilos?|kg|pounds?|lbs?|stones?"
    r"|tonnes?|tons?|miles per hour|kilomet(?:re|er)s per hour|mph|kph|km/h|miles?|kilomet(?:re|er)s?|km"
    r"|klicks?|decimet(?:re|er)s?|dm|centimet(?:re|er)s?|cm|millimet(?:re|er)s?|mm|met(?:re|er)s?|feet"
    r"|foot|ft|inch(?:es)?|yards?"
    r"|fahrenheit|celsius|centigrade|acres?|hectares?|psi|bars?|hectopascal|hpa|horsepower|hp|watts?|joules?"
    r"|kilocalories?|kcal|calories?|knots|(?<=\d )[fc]|(?<=\d)[fc]|(?<=degrees )[fc])"
)
_SEVERAL = r"-?\d+(?:\.\d+)?(?: ?[-~/] ?\d+(?:\.\d+)?)*"
"""A part, or more than one number, is taken whole: what converts knows what to make of it."""
_FROM = regex(rf"(?<![\w./-])(?P<number>{_SEVERAL}) ?(?:degrees? (?:of )?)?(?P<unit>{_UNIT})\b")
_TO = regex(rf"\b{_UNIT}\b")
_ANY_NUMBER = regex(r"\d|\b(?:half|quarter|third|dozen|hundred|thousand|million)s?\b")
_LARGER = regex(rf"\b(?:an?|each|every|per|to the|in the) (?P<unit>{_UNIT})\b")
"""The unit of which there is one: "how many teaspoons are in a tablespoon"."""
_INTO = regex(
    r"\b(?:convert\w*|conversions?|chang(?:e|ing)|turn(?:ing)?|translat\w*|switch|go from|get from"
    r"|differences?"
    r"|compared?|versus|bigger|larger|longer|smaller|shorter|heavier|lighter|how (?:many|much|do|does|are)"
    r"|what(?:'s| is| are))\b"
)
"""Asks how two units are to one another."""
_HOW_MANY = regex(r"\bhow (?:many|much)\b")
_PAIR = regex(rf"{_UNIT} (?:to|into|in) {_UNIT}")
_ONE = regex(rf"\b(?:one|an?) (?={_UNIT}\b)")
"""A unit of which one is meant: "one inch is how many mm"."""
_BARE = regex(r"(?<![\w.:])\d+(?:\.\d+)?(?![\w:]|\.\d)")


def conversion(folded: str) -> str:
    """As a template takes it ("150 ml to ounces"); empty where it isn't plain."""
    given = _FROM.search(folded)
    if given is None and not _ANY_NUMBER.search(folded) and _HOW_MANY.search(folded):
        folded = _ONE.sub("1 ", folded, count=1)
        given = _FROM.search(folded)
    if given is None:
        return _to_warmth(folded) or _of_one(folded)
    rest = f"{folded[: given.start()]} | {folded[given.end() :]}"
    wanted = {_plain(found[0]) for found in _TO.finditer(rest)} - {_plain(given["unit"])}
    source = _plain(given["unit"])
    if not wanted and source in _OTHER:
        wanted = {_OTHER[source]}
    return f"{given['number']} {source} to {wanted.pop()}" if len(wanted) == 1 else ""


def _to_warmth(folded: str) -> str:
    """The same of a bare number and the scale that it shall have."""
    numbers = _BARE.findall(folded)
    wanted = {_plain(found[0]) for found in _TO.finditer(folded)} & _OTHER.keys()
    if len(numbers) != 1 or len(wanted) != 1:
        return ""
    (scale,) = wanted
    return f"{numbers[0]} {_OTHER[scale]} to {scale}"


def _of_one(folded: str) -> str:
    """How much one of a unit is in the other, where no number is said."""
    if _ANY_NUMBER.search(folded) or not (_INTO.search(folded) or _PAIR.fullmatch(folded)):
        return ""
    units = list(dict.fromkeys(_plain(found[0]) for found in _TO.finditer(folded)))
    if len(units) != 2:  # one into the other
        return ""
    whole = {_plain(found["unit"]) for found in _LARGER.finditer(folded)}
    source, wanted = reversed(units) if whole == {units[1]} else units
    return f"1 {source} to {wanted}"


def _plain(unit: str) -> str:
    return _SPOKEN.get(unit, unit)
