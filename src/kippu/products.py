"""Sums of what is measured: so many times an amount, 「200mlで5杯」, "5 times 200 ml"; and how far one gets
at a speed, 「時速60キロで2時間走ると何キロ」.

Both what reads a sum and what computes one ask here which numbers are multiplied, and what comes out of it.
"""

import re
from dataclasses import dataclass

from kippu.regex import regex

_N = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = (
    r"(?:ml|l|cl|dl|mg|g|kg|oz|lbs?|cm|mm|km|m|lit(?:er|re)s?|grams?|kilos?|ounces?|pounds?|cups?|minutes?)"
)
_UNIT_JA = (
    r"(?:ml|mg|kg|cc|dl|cm|mm|km|g|l|m|ミリリットル|デシリットル|リットル|ミリ|ミリグラム|キログラム|グラム|キロ|センチ"
    r"|メートル|合|升|カロリー|kcal)"
)
_COUNTED = r"(?:杯|個|本|袋|缶|箱|枚|回|束|パック|粒|錠|人|つ)"
_SPEED = r"(?P<unit>km|miles|mi)(?: ?/ ?h| per hour| an hour)?"
_HOURS = rf"(?P<m>{_N}) hours?"
_FAR = r"(?:how far (?:do|can|will|would|does) \w+ (?:get|go|travel|drive|come) )?"
_FORMS = (
    rf"(?P<n>{_N}) ?(?P<unit>{_UNIT}) (?:times|x|multiplied by) (?P<m>{_N})",
    rf"(?P<m>{_N}) (?:times|x|(?:cups|bottles|glasses|bags|cans|packs) of) (?P<n>{_N}) ?(?P<unit>{_UNIT})",
    rf"{_FAR}in {_HOURS} at (?P<n>{_N}) ?{_SPEED}",
    rf"{_FAR}at (?P<n>{_N}) ?{_SPEED} (?:in|for) {_HOURS}",
    rf"(?:1{_COUNTED})?(?P<n>{_N})(?P<unit>{_UNIT_JA})(?:の(?:もの|やつ)?|で|を|が|[×x*])?、?"
    rf"(?P<m>{_N}){_COUNTED}分?(?:で|は|だと|なら|だったら|飲むと|飲んだら)*(?:全部で|合計(?:で)?)?"
    rf"(?:何{_UNIT_JA}?|いくつ|どのくらい|どれくらい)?",
    rf"時速(?P<n>{_N})(?P<unit>キロメートル|キロ|マイル|km)で(?P<m>{_N})時間(?P<half>半)?"
    r"(?:走|進|移動|運転|歩|飛|行)[^\d、。]{0,5}?(?:と|たら|で|は)?、?"
    r"(?:何(?:キロ(?:メートル)?|マイル|km)|どこまで|どのくらい|どれくらい)(?:進む|進める|走る|走れる|行ける)?",
)
_PRODUCTS = tuple(regex(form, re.IGNORECASE) for form in _FORMS)


@dataclass(frozen=True, slots=True)
class Product:
    """An amount and how often it is taken."""

    amount: str
    count: str
    unit: str


def product_of(said: str) -> Product | None:
    """What is multiplied; None where more is said, or another sum."""
    match = next((match for form in _PRODUCTS if (match := form.fullmatch(said.strip(" ?？。=")))), None)
    if match is None:
        return None
    half = ".5" if match.groupdict().get("half") else ""
    return Product(match["n"].replace(",", ""), match["m"].replace(",", "") + half, match["unit"])
