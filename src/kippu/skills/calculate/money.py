"""Amounts of money in what people say: which currency, and how a sum of it is written. Knows no rates."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kippu.regex import regex
from kippu.tool import Context


@dataclass(frozen=True, slots=True)
class Currency:
    """How one currency is said and written."""

    said: re.Pattern[str]
    decimals: int
    written: Callable[[str, Context], str]


def _before(sign: str) -> Callable[[str, Context], str]:
    return lambda number, _: f"-{sign}{number[1:]}" if number.startswith("-") else f"{sign}{number}"


def _yen(number: str, context: Context) -> str:
    return context.say(_before("¥")(number, context), f"{number}円")


_CURRENCIES = (
    Currency(regex(r"円|[¥￥]|\byen\b", re.IGNORECASE), 0, _yen),
    Currency(regex(r"\$|ドル|\b(?:dollars?|bucks)\b", re.IGNORECASE), 2, _before("$")),
    Currency(regex(r"€|ユーロ|\beuros?\b", re.IGNORECASE), 2, _before("€")),
    Currency(regex(r"£"), 2, _before("£")),
)
_RATIO = regex(r"/|÷|divided|over|割る|割って|percent of|%\s+of\s+.+\bis\b|何%|何パーセント", re.IGNORECASE)


def of(said: str) -> Currency | None:
    """The currency that what was said is about; None for no money, and for money by money, which is none."""
    for currency in _CURRENCIES:
        count = len(currency.said.findall(said))
        if count:
            return None if count > 1 and _RATIO.search(said) else currency
    return None


def told(value: float, currency: Currency, context: Context) -> str:
    """A sum, rounded to the currency's smallest coin: "$21.50", 「4,784円」."""
    return currency.written(f"{round(value, currency.decimals):,.{currency.decimals}f}", context)
