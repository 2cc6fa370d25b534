"""A sum that is told in words, as signs: "take five away from nine", "how many times does 8 go into 2000".

Each number of the sentence must be in the sum: what leaves one out was not understood. Knows words and
numbers; the calculator computes.
"""

import re
from collections.abc import Callable

from kippu.regex import regex

_PLURALS = {
    "ones": 1, "twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6, "sevens": 7, "eights": 8,
    "nines": 9, "tens": 10, "elevens": 11, "twelves": 12,
}  # fmt: skip
_PLURAL = regex(rf"\b(?P<many>\d+|how many) (?P<of>{'|'.join(_PLURALS)})\b")
_N = r"(?:\(\d+/\d+\)|\d+(?:\.\d+)?)"
_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12,
}  # fmt: skip
_FRACTION = regex(rf"\b(\d+|an?) ({'|'.join(_PARTS)})s?\b(?! (?:power|root|of (?:the )?month))")
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SCALED = regex(rf"\b(?:(\d+(?:\.\d+)?) |an? )?({'|'.join(_SCALES)})\b")
_ONE = regex(r"\b(?<=plus |inus |imes |d by |d to )one\b|\bone(?= (?:plus|minus|times|divided|multiplied)\b)")
_THOUSANDS = regex(r"(?<=\d),(?=\d{3}(?!\d))")
_TOLD = regex(r"(?<=\d) (?:equals?|is equal to|makes) \d+(?:\.\d+)?$")
"""A sum that is told with its result."""
_NUMBERS = regex(r"\d+(?:\.\d+)?")
_UNSUMMED = regex(r"\b(?:remainder|modulo|mod|average|mean|factorial|sine?|cos(?:ine)?|tan|logarithm|log)\b")
_LAID_OUT = regex(
    r"(?:\b(?:half|double|twice|a third|a quarter|the (?:square|cube) root|divide|multiply|subtract)\b.*)?"
    r"(?<![\w.])[\d(].*(?:[\d)]%?|\d (?:squared|cubed)\b)"
)
"""As it stands, from the first number to the last, or to what is done to it."""


def _all_of(match: re.Match[str]) -> str:
    return " + ".join(_NUMBERS.findall(match["all"]))


def _mean_of(match: re.Match[str]) -> str:
    numbers = _NUMBERS.findall(match["all"])
    return f"({' + '.join(numbers)}) / {len(numbers)}"


_SEVERAL = rf"(?P<all>{_N}(?:(?:,? and|,? plus|,| to| with) {_N})+)"
_LONG = r"(?:feet|foot|met(?:re|er)s?|yards?)"
_INTO = r"(?:by|buy|into|with|from)"
_A, _B = rf"(?P<a>{_N})", rf"(?P<b>{_N})"
_SPENT = (
    r"(?:spend|spent|g[ia]ve|eat|ate|los[et]|used?|sold|sell|pay|paid|drink|drank|drop(?:ped)?|lend|lent)"
)
_WAYS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (rf"\b(?:average|mean) of {_SEVERAL}", _mean_of),
    (rf"\b(?:add(?:ing)?(?: up| together)?|(?:sum|total) (?:of|for|from)) {_SEVERAL}", _all_of),
    (
        rf"\b(?:subtract(?:ing|ed)?|deduct(?:ing|ed)?|tak(?:e|ing))(?: away)? {_A}(?: away)? from {_B}",
        "{b} - {a}",
    ),
    (rf"{_A} (?:is )?(?:subtracted|taken(?: away)?|deducted) from {_B}", "{b} - {a}"),
    (rf"{_A} (?:take ?aways?|less|subtract) {_B}", "{a} - {b}"),
    (rf"\bremainder\b.* {_A} (?:is )?(?:divided |over )(?:by )?{_B}", "{a} mod {b}"),
    (rf"{_A}(?: is| gets)?,? (?:and |then )*divided?(?: it| that)? {_INTO} {_B}", "{a} / {b}"),
    (rf"\bdivid(?:e|ing) {_A} (?:by|buy|into) {_B}", "{a} / {b}"),
    (rf"{_A}(?: is)?,? (?:and |then )*multipl(?:y|ied)(?: it| that)? {_INTO} {_B}", "{a} * {b}"),
    (rf"\bmultiply(?:ing)? {_A} (?:by|buy|with|and|times) {_B}", "{a} * {b}"),
    (rf"\bhow (?:many times|often) (?:\w+ )?{_A} (?:goes|go|fits?) (?:in|into) {_B}", "{b} / {a}"),
    (rf"\bhow many {_A} (?:\w+ ){{0,2}}(?:in|into) {_B}", "{b} / {a}"),
    (rf"{_A} (?:raised )?to the power (?:of )?{_B}", "{a} ** {b}"),
    (rf"{_A} (?:raised )?to the {_B}(?:st|nd|rd|th)? power", "{a} ** {b}"),
    (rf"\bsquare of {_A}", "{a} squared"),
    (rf"\bcube of {_A}", "{a} cubed"),
    (rf"\bsquare root (?:of )?{_A}", "sqrt({a})"),
    (rf"\bcub(?:e|ic) root (?:of )?{_A}", "cbrt({a})"),
    (rf"{_A} (?:times?|multiplied by) {_B}", "{a} * {b}"),
    (rf"{_A} of (?P<b>\(\d+/\d+\))", "{a} * {b}"),
    (rf"(?P<a>\(\d+/\d+\)) of {_B}", "{a} * {b}"),
    (rf"\b(?:area|square {_LONG})\b.* {_A} (?:\w+ )?(?:by|x|times) {_B}", "{a} * {b}"),
    (rf"{_A} (?:percentages?|percents?|per cent|pct) (?:of|from|off? of) {_B}", "{a}% of {b}"),
    (
        rf"{_A} ?(?:%|percent) (?:(?:vat|tax|gst|interest|commission|tip|service|duty|discount) )?(?:of"
        rf"|on|from|off) {_B}",
        "{a}% of {b}",
    ),
    (rf"{_SEVERAL},? (?:all )?(?:together|altogether|in total|combined)", _all_of),
    (rf"\badd (?:\w+ (?:of )?)?{_A} ?(?:%|percent)(?: \w+)? to {_B}", "{b} + {a}%"),
    (
        rf"\b(?:have|had|has|got|with)\D* {_A} \D*\b{_SPENT}\b\D* {_B}\b\D*\b(?:left|remain\w*)\b",
        "{a} - {b}",
    ),
    (rf"{_A}\D*\b(?:split|share|divide) (?:it|that|them) (?:up )?(?:(?:in|into|between) )?{_B}", "{a} / {b}"),
)  # fmt: skip
_COMPILED = tuple((regex(pattern), told) for pattern, told in _WAYS)


def spoken_sum(folded: str) -> str:
    """The sum of a sentence, as a template takes it; empty where it has none, or more than was understood."""
    text = _TOLD.sub("", _in_figures(folded))
    for way, told in _COMPILED:
        found = way.search(text)
        if found and _NUMBERS.findall(found[0]) == _NUMBERS.findall(text):
            return told.format(**found.groupdict()) if isinstance(told, str) else told(found)
    if _UNSUMMED.search(text):
        return ""
    laid_out = _LAID_OUT.search(text)
    return laid_out[0] if laid_out and not _NUMBERS.fullmatch(laid_out[0]) else ""


def _in_figures(folded: str) -> str:
    """Parts and round numbers as figures: "three quarters of a million"."""
    folded = _PLURAL.sub(
        lambda found: f"{found['many']}{' times' if found['many'].isdigit() else ''} {_PLURALS[found['of']]}",
        folded,
    )
    text = _ONE.sub("1", _THOUSANDS.sub("", folded)).rstrip(" ?!.")
    text = _FRACTION.sub(lambda found: f"({found[1] if found[1].isdigit() else 1}/{_PARTS[found[2]]})", text)
    return _SCALED.sub(lambda found: f"{float(found[1] or 1) * _SCALES[found[2]]:.10g}", text)
