"""Calculations and units, by arithmetic and a table, never by the model."""

import asyncio
import re
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kippu.decimals import exactly
from kippu.errors import BadInput
from kippu.products import Product, product_of
from kippu.regex import regex
from kippu.skills.calculate import money
from kippu.skills.calculate.arithmetic import TooBig, compute, rounded, told
from kippu.skills.calculate.expression import arithmetic
from kippu.skills.calculate.said import amount_of, number_of, part_of
from kippu.skills.calculate.units import ByDensity, UnknownUnit, Unlike, weighed
from kippu.skills.calculate.units import convert as convert_units
from kippu.tool import Context, Said, Skill, Tool

_LAST_STEP = regex(r"\((?P<before>.+)\) (?P<sign>[-+*/]) (?P<by>[\d.,]+%?)")
"""A sum that goes on with the one before."""
_SIGNS = {"+": "+", "-": "-", "*": "×", "/": "÷"}
_SHARE = regex(r"what\s+(?:%|percent)|何(?:%|パーセント)", re.IGNORECASE)
"""Asks for a share of a hundred."""
_CENTS = regex(r"\d\.\d\d(?!\d)")
_LONGEST_EXACT = 6
"""Decimals of a result that is told in full; a longer one is rounded, and told as such."""
_MOST_EXACT = 12
"""Decimals of a result at most, however many are asked for: more of them would be made up."""
_LONGEST_TOLD = 4
"""Decimals of a number to convert that are told again; more than that nobody said, as of a height in feet."""
_WHOLE = 10
"""From here on a weight that a density gave is told without decimals: it is no surer than that."""
_DEGREES = {"fahrenheit": "°F", "celsius": "°C", "centigrade": "°C"}


def skill() -> Skill:
    """The skill ``math``."""
    return Skill(
        name="math",
        title={"en": "Calculations and units", "ja": "計算と単位"},
        examples={
            "en": (
                "what is 15% of 84",
                "calculate 12 times 34",
                "what is the square root of 144",
                "convert 5 miles to kilometers",
                "split 86 dollars between 4 people",
                "how many grams are in 3 ounces",
            ),
            "ja": (
                "84の15%はいくつ？",
                "12かける34は？",
                "ルート144を計算して",
                "5マイルは何キロメートル？",
                "3000円を4人で割ると？",
                "摂氏25度を華氏に変換して",
            ),
        },
        tools=(
            Tool("math.calculate", calculate, acts=False),
            Tool("math.convert", convert, acts=False),
            Tool("math.share", share, acts=False),
            Tool("math.exchange", exchange, acts=False),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


_ROUNDED = regex(r"(?P<way>ceil|floor|round)\((?P<before>.+)\)")
"""A sum before to a whole number, likewise."""
_WAYS = {
    "ceil": ("rounded up", "切り上げる"), "floor": ("rounded down", "切り捨てる"),
    "round": ("rounded", "四捨五入する"),
}  # fmt: skip
_TO_A_PLACE = regex(r"\((?P<before>.+)\) (?P<how>rounded .+)")
"""The same to the nearest ten, or more."""
_GOES_ON = regex(r"^(?:(?:and|so|ok|okay|then)[, ]+)+", re.IGNORECASE)
"""Before the sum of somebody who goes on reckoning: "and 9 times 6"."""
_OF_A_NUMBER = regex(r"\((?P<before>.+)\) / (?P<whole>\d+(?:\.\d+)?) \* 100")
"""What share of a number the sum before is, as whoever goes on with it asks."""


async def calculate(context: Context, expression: str) -> Said:
    """Compute an arithmetic expression, such as 84 * 15% or sqrt(2), or 5 times 200 ml."""
    expression = _GOES_ON.sub("", expression)
    if product := product_of(expression):
        return _multiplied(context, product)
    try:
        formula, decimals = exactly(expression)
        value = compute(arithmetic(formula))
    except ZeroDivisionError:
        return Said(context.say("Nothing can be divided by zero.", "ゼロで割ることはできません。"), ok=False)
    except TooBig:
        return Said(context.say("The result is too big to tell.", "答えが大きすぎます。"), ok=False)
    except BadInput:
        return Said(
            context.say(f"I can't calculate “{expression}”.", f"「{expression}」は計算できません。"), ok=False
        )
    result, about = _result(value)
    if decimals is not None:
        result, about = f"{value:,.{min(decimals, _MOST_EXACT)}f}", ("", "")
    sum_of_money = money.of(expression) if decimals is None else None
    if sum_of_money:
        result, about = money.told(value, sum_of_money, context), ("", "")
    asked = expression.strip().rstrip("?？。=").strip().removesuffix("は")
    if step := _LAST_STEP.fullmatch(asked):
        asked = f"{_reckoned(context, step['before'])} {_SIGNS[step['sign']]} {step['by']}"
    elif place := _TO_A_PLACE.fullmatch(asked):
        asked = f"{_reckoned(context, place['before'])} {place['how']}"
    text = context.say(f"{asked} is {about[0]}{result}.", f"{asked}は{about[1]}{result}です。")
    if whole := _OF_A_NUMBER.fullmatch(asked):
        part = _reckoned(context, whole["before"])
        text = context.say(
            f"{part} is {about[0]}{result}% of {whole['whole']}.",
            f"{part}は{whole['whole']}の{about[1]}{result}%です。",
        )
    elif rounding := _ROUNDED.fullmatch(asked):
        part, (en, ja) = _reckoned(context, rounding["before"]), _WAYS[rounding["way"]]
        text = context.say(f"{part} {en} is {result}.", f"{part}を{ja}と{result}です。")
    elif _SHARE.search(expression):
        text = context.say(f"{about[0].capitalize()}{result}%.", f"{about[1]}{result}%です。")
    return Said(text, data={"value": value, "text": result})


def _reckoned(context: Context, expression: str) -> str:
    """What the sum before came to: who goes on with it knows how."""
    value = compute(arithmetic(exactly(expression)[0]))
    if sum_of_money := money.of(expression):
        return money.told(value, sum_of_money, context)
    return _result(value)[0]


def _multiplied(context: Context, product: Product) -> Said:
    value = compute(f"{product.amount} * {product.count}")
    amount, unit, result = product.amount, product.unit, told(value)
    return Said(
        context.say(
            f"{product.count} × {_en(amount, unit)} is {_en(result, unit)}.",
            f"{amount}{unit}×{product.count}は{result}{unit}です。",
        ),
        data={"value": value, "text": result},
    )


def _result(value: float) -> tuple[str, tuple[str, str]]:
    """A result for people, and "about" in both languages when it had to be rounded."""
    full = told(value)
    if "e" in full or len(full.partition(".")[2]) <= _LONGEST_EXACT:
        return full, ("", "")
    return rounded(value), ("about ", "約")


async def share(
    context: Context,
    amount: str,
    people: Annotated[int, Field(ge=1)],
    tip: Annotated[float, Field(ge=0, le=100)] = 0,
) -> Said:
    """Split an amount, such as 86 dollars, evenly between people, with so many percent of tip on it."""
    number = amount_of(amount)
    if number is None:
        return Said(context.say("How much is it in all?", "全部でいくらですか？"), ok=False)
    currency = money.of(amount)
    each = number * (1 + tip / 100) / people
    result = money.told(each, currency, context) if currency else _coins(each, amount)
    article = "an" if told(tip).startswith(("8", "11", "18")) else "a"
    en, ja = (f" with {article} {told(tip)}% tip", f"チップ{told(tip)}%込みで") if tip else ("", "")
    return Said(
        context.say(f"That's {result} each{en}.", f"{ja}1人{result}です。"),
        data={"value": each, "text": result},
    )


def _coins(each: float, amount: str) -> str:
    """A share of an amount that was said without its currency: in cents where that was."""
    return f"{each:,.2f}" if _CENTS.search(amount) else rounded(each)


async def exchange(
    context: Context,
    value: float | None = None,
    from_currency: str | None = None,
    to_currency: str | None = None,
) -> Said:
    """Say that money can't be converted here: no rates are kept, and none is looked up."""
    return Said(
        context.say(
            "I can't tell that: exchange rates change all the time, and I keep none on this device and look "
            "none up. Tell me the rate and I'll do the sum, such as “100 times 150”.",
            "それはお答えできません。為替レートは刻々と変わり、このデバイスには保存しておらず、調べに行くこともしないからです。"
            "レートを言っていただければ計算します（例：「100かける150」）。",
        ),
        ok=False,
    )


async def convert(
    context: Context, value: float | str, from_unit: str, to_unit: str, stuff: str | None = None
) -> Said:
    """Convert a value from one unit to another; of some ``stuff``, such as butter."""
    number = number_of(value)
    if number is None:
        return Said(context.say(f"How many {from_unit}?", f"{from_unit}はいくつですか？"), ok=False)
    try:
        converted = await asyncio.to_thread(convert_units, number, from_unit, to_unit, stuff or "")
    except UnknownUnit as error:
        return Said(
            context.say(f"I don't know the unit {error}.", f"「{error}」という単位が分かりません。"), ok=False
        )
    except ByDensity:
        return Said(
            context.say(
                f"I can't turn {from_unit} into {to_unit}: one is a weight and the other a volume, and I "
                f"don't know how heavy {stuff or 'what you measure'} is.",
                f"{from_unit}は{to_unit}に換算できません。片方は重さ、片方は体積で、"
                f"{stuff or '量る物'}がどれだけ重いかを知りません。",
            ),
            ok=False,
        )
    except Unlike:
        return Said(
            context.say(
                f"{from_unit} can't be turned into {to_unit}.", f"{from_unit}は{to_unit}に換算できません。"
            ),
            ok=False,
        )
    result, given = rounded(converted), _again(value, number)
    if stuff and weighed(from_unit, to_unit):
        near = f"{converted:.0f}" if converted >= _WHOLE else f"{converted:.1f}"
        return Said(
            context.say(
                f"{_en(given, from_unit)} of {stuff} is about {_en(near, to_unit)}.",
                f"{stuff}{_ja(given, from_unit)}は約{_ja(near, to_unit)}です。",
            ),
            data={"value": converted, "text": near},
        )
    return Said(
        context.say(
            f"{_en(given, from_unit)} is {_en(result, to_unit)}.",
            f"{_ja(given, from_unit)}は{_ja(result, to_unit)}です。",
        ),
        data={"value": converted, "text": result},
    )


def _again(said: float | str, number: float) -> str:
    """The number to convert as it is told again: a part as it was typed, "1/2", and no row of decimals."""
    if part := part_of(said):
        return part
    full = told(number)
    return full if len(full.partition(".")[2]) <= _LONGEST_TOLD else rounded(number)


def _en(value: str, unit: str) -> str:
    """ "5 miles", but "37.78 °C"."""
    return f"{value} {_DEGREES.get(unit.casefold().removeprefix('degrees '), unit)}"


def _ja(value: str, unit: str) -> str:
    """「摂氏25度」, but 「25キロ」."""
    if unit in ("摂氏", "華氏"):
        return f"{unit}{value}度"
    if unit.startswith(("大さじ", "小さじ", "大匙", "小匙")):
        return f"{unit}{value}"
    return f"{value}{unit}"
