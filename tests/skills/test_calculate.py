import math
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kippu.errors import BadInput
from kippu.skills import calculate
from kippu.skills.calculate import units
from kippu.skills.calculate.arithmetic import TooBig, compute, told
from kippu.skills.calculate.expression import arithmetic
from kippu.skills.calculate.said import amount_of, number_of
from kippu.skills.calculate.units import UnknownUnit, convert
from kippu.tool import Context
from skills.running import run

FOLDER = Path(calculate.__file__).parent


@pytest.mark.anyio
async def test_what_is_measured_in_a_kitchen_has_a_weight(en: Context, ja: Context) -> None:
    skill = calculate.skill()
    given = {"value": 2, "from_unit": "cups", "to_unit": "grams"}
    assert (await run(skill, "math.convert", en, **given, stuff="flour")).text == (
        "2 cups of flour is about 250 grams."
    )
    back = {"value": 100, "from_unit": "grams", "to_unit": "cups", "stuff": "sugar"}
    assert (await run(skill, "math.convert", en, **back)).text == "100 grams of sugar is about 0.5 cups."
    cups = {"value": 2, "from_unit": "カップ", "to_unit": "グラム", "stuff": "薄力粉"}
    assert (await run(skill, "math.convert", ja, **cups)).text == "薄力粉2カップは約220グラムです。"
    sand = await run(skill, "math.convert", en, **given, stuff="sand")
    assert not sand.ok and "how heavy sand is" in sand.text


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ("15% of 84", "12.6"),
        ("84 * 15%", "12.6"),
        ("(84) * 15 / 100", "12.6"),
        ("0.1 + 0.2", "0.3"),
        ("1/3", "0.333333333333"),
        ("100 + 10%", "110"),
        ("round(62.5)", "63"),
        ("ceil(75 dollars plus 18 percent)", "89"),
        ("(75 plus 18%) / 4", "22.125"),
        ("(((18 times 24) / 6) + 15%) / 2", "41.4"),
        ("(10) + 0.5 * 10%", "10.05"),
        ("round(-2.5)", "-3"),
        ("round 391 to the nearest ten", "390"),
        ("391 rounded up to the nearest hundred", "400"),
        ("(17 times 23) rounded to the nearest ten", "390"),
        ("round(2.345, 2)", "2.35"),
        ("200 minus 15%", "170"),
        ("20% off 80", "64"),
        ("what percent of 80 is 20", "25"),
        ("what percentage is 20 of 80", "25"),
        ("add 1 and 1", "2"),
        ("subtract 2 from 5", "3"),
        ("multiply 3 by 4", "12"),
        ("divide 10 by 2", "5"),
        ("12かける15たす30を2で割ると", "105"),
        ("3たす4に5をかけて", "35"),
        ("12かける15たす30から10引くと", "200"),
        ("120を5で割って", "24"),
        ("12たす6割る3", "14"),
        ("20 is what percent of 80", "25"),
        ("12 times 34", "408"),
        ("10 x 3", "30"),
        ("square root of 144", "12"),
        ("2 to the power of 10", "1,024"),
        ("5 squared plus 2 cubed", "33"),
        ("1,234,567 + 1", "1,234,568"),
        ("half of 9", "4.5"),
        ("17 mod 5", "2"),
        ("5!", "120"),
        ("84の15%はいくつ？", "12.6"),
        ("3の2乗足す4", "13"),
        ("ルート16", "4"),
        ("16の平方根", "4"),
        ("12かける34は", "408"),
        ("6割る4", "1.5"),
        ("5000円の3割引", "3,500"),
        ("3割引で5000円", "3,500"),
        ("15%引きの2000円", "1,700"),
        ("15パーセントオフで2480円", "2,108"),
        ("100の半分", "50"),
        ("3分の1", "0.333333333333"),
        ("１２＋３０", "42"),  # full-width, as Japanese keyboards type them
        ("8÷3×3", "8"),
        ("2**100", f"{float(2**100):.12g}"),
        ("10**20", "100,000,000,000,000,000,000"),
        ("6.02 * 10.0**23", "6.02e+23"),
    ],
)
def test_what_people_say(said: str, result: str) -> None:
    assert told(compute(arithmetic(said))) == result


@pytest.mark.parametrize("wrong", ["", "the moon", "'a'*999", "[1]*99", "__import__('os')", "(((", "()"])
def test_what_is_no_calculation(wrong: str) -> None:
    with pytest.raises(BadInput):
        compute(arithmetic(wrong))


@pytest.mark.parametrize(
    "big", ["9**9**9", "9**9**9**9", "factorial(99999)", "1e308*10", "10.0**400", "2**999*2**999"]
)
def test_nothing_takes_long(big: str) -> None:
    with pytest.raises(TooBig):
        compute(big)


@settings(max_examples=200, deadline=2000)
@given(st.text("0123456789+-*/().% e!^ofsqrt×÷割る足すの乗", max_size=24))
def test_any_text_ends_in_a_number_or_a_word_about_it(text: str) -> None:
    try:
        value = compute(arithmetic(text))
    except (BadInput, ZeroDivisionError):
        return
    assert math.isfinite(value) and told(value)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_that_is_told_is_the_number(value: float) -> None:
    assert float(told(value).replace(",", "")) == pytest.approx(value, rel=1e-9, abs=1e-300)


@pytest.mark.parametrize(
    ("value", "one", "other", "result"),
    [
        (5, "miles", "kilometers", 8.04672),
        (25, "摂氏", "華氏", 77),
        (-40, "degrees Fahrenheit", "celsius", -40),
        (1, "坪", "平米", 3.305785),
        (1, "升", "合", 10),
        (2, "カップ", "ml", 400),
        (2, "cups", "ml", 473.176),
        (1, "大さじ", "小さじ", 3),
        (60, "mph", "km/h", 96.56064),
        (1, "Pa", "bar", 1e-5),
        (1, "week", "days", 7),
    ],
)
def test_units(value: float, one: str, other: str, result: float) -> None:
    assert convert(value, one, other) == pytest.approx(result, rel=1e-5)


@pytest.mark.parametrize(
    "name",
    ["🙂", "m**9999**9999**9", "(((", "m/0", "blorp", "", "__class__", "dollars", "5", "km; import os"],
)
def test_what_is_no_unit(name: str) -> None:
    with pytest.raises(UnknownUnit):
        convert(1, name, "km")


def test_every_unit_of_the_table_and_of_the_templates_is_one() -> None:
    names = [
        name
        for all_names in tomllib.loads((FOLDER / "units.toml").read_text())["names"].values()
        for name in all_names
    ]
    for language in ("en", "ja"):
        names += yaml.safe_load((FOLDER / "sentences" / f"{language}.yaml").read_text())["lists"]["unit"][
            "values"
        ]
    for name in names:
        assert convert(1, name, name) == pytest.approx(1)


@pytest.mark.anyio
async def test_the_tools(en: Context, ja: Context) -> None:
    skill = calculate.skill()
    assert (await run(skill, "math.calculate", en, expression="84 * 15%")).text == "84 * 15% is 12.6."
    assert (
        await run(skill, "math.calculate", ja, expression="12かける34は？")
    ).text == "12かける34は408です。"
    assert (await run(skill, "math.calculate", ja, expression="1/0")).text == "ゼロで割ることはできません。"
    for wrong in ("9**9**9", "the moon"):
        assert not (await run(skill, "math.calculate", en, expression=wrong)).ok
    said = await run(skill, "math.convert", en, value="5", from_unit="miles", to_unit="km")
    assert said.text == "5 miles is 8.05 km." and said.data["value"] == pytest.approx(8.04672)
    said = await run(skill, "math.convert", en, value=100, from_unit="fahrenheit", to_unit="degrees celsius")
    assert said.text == "100 °F is 37.78 °C."
    assert (await run(skill, "math.convert", en, value="about 1,000", from_unit="g", to_unit="kg")).data[
        "value"
    ] == 1
    said = await run(skill, "math.convert", en, value="a quarter of an", from_unit="hour", to_unit="min")
    assert "15" in said.text
    assert not (await run(skill, "math.convert", ja, value="たくさん", from_unit="g", to_unit="kg")).ok
    said = await run(skill, "math.convert", ja, value=25, from_unit="摂氏", to_unit="華氏")
    assert said.text == "摂氏25度は華氏77度です。"
    assert not (await run(skill, "math.convert", ja, value=1, from_unit="kg", to_unit="km")).ok
    assert not (await run(skill, "math.convert", en, value=1, from_unit="dollars", to_unit="yen")).ok


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("expression", "en_text", "ja_text"),
    [
        ("17 / 3", "17 / 3 is about 5.67.", "17 / 3は約5.67です。"),
        ("1 / 300", "1 / 300 is about 0.00333.", "1 / 300は約0.00333です。"),
        ("1 / 8", "1 / 8 is 0.125.", "1 / 8は0.125です。"),
        (
            "sqrt of 2 to 4 decimal places",
            "sqrt of 2 to 4 decimal places is 1.4142.",
            "sqrt of 2 to 4 decimal placesは1.4142です。",
        ),
        (
            "2の平方根を小数点以下4桁まで",
            "2の平方根を小数点以下4桁まで is 1.4142.",
            "2の平方根を小数点以下4桁までは1.4142です。",
        ),
        ("1 / 8 with 1 decimal", "1 / 8 with 1 decimal is 0.1.", "1 / 8 with 1 decimalは0.1です。"),
        ("20% off $59.99", "20% off $59.99 is $47.99.", "20% off $59.99は$47.99です。"),
        ("5980円の2割引", "5980円の2割引 is ¥4,784.", "5980円の2割引は4,784円です。"),
        (
            "100 dollars / 40 dollars",
            "100 dollars / 40 dollars is 2.5.",
            "100 dollars / 40 dollarsは2.5です。",
        ),
        (
            "3 dollars - 10 dollars",
            "3 dollars - 10 dollars is -$7.00.",
            "3 dollars - 10 dollarsは-$7.00です。",
        ),
    ],
)
async def test_results_are_for_people(
    en: Context, ja: Context, expression: str, en_text: str, ja_text: str
) -> None:
    skill = calculate.skill()
    assert (await run(skill, "math.calculate", en, expression=expression)).text == en_text
    assert (await run(skill, "math.calculate", ja, expression=expression)).text == ja_text


@pytest.mark.anyio
async def test_sharing(en: Context, ja: Context) -> None:
    skill = calculate.skill()
    said = await run(skill, "math.share", en, amount="86 dollars", people=4)
    assert (said.text, said.data["value"]) == ("That's $21.50 each.", 21.5)
    assert (await run(skill, "math.share", ja, amount="10000円", people=3)).text == "1人3,333円です。"
    assert (await run(skill, "math.share", en, amount="100", people=3)).text == "That's 33.33 each."
    assert not (await run(skill, "math.share", ja, amount="たくさん", people=3)).ok
    tipped = await run(skill, "math.share", en, amount="$86.40", people=3, tip=15)
    assert tipped.text == "That's $33.12 each with a 15% tip."
    assert (await run(skill, "math.share", en, amount="86.40", people=3)).text == "That's 28.80 each."
    eighteen = await run(skill, "math.share", en, amount="64.50", people=3, tip=18)
    assert eighteen.text == "That's 25.37 each with an 18% tip."
    assert (await run(skill, "math.share", en, amount="86.4 kilos", people=3)).text == "That's 28.8 each."
    with pytest.raises(BadInput, match="is not one number"):
        await run(skill, "math.share", en, amount="80 or 90 dollars", people=2)
    with pytest.raises(BadInput, match="1 at least; 0 is too little"):
        await run(skill, "math.share", en, amount="100", people=0)


def test_the_units_are_made_once_and_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    units._made.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(lambda _: convert(1, "坪", "tatami"), range(8)))
    assert len(set(results)) == 1 and caplog.text == ""


@pytest.mark.anyio
async def test_money_by_rates_is_refused_plainly(en: Context, ja: Context) -> None:
    skill = calculate.skill()
    said = await run(skill, "math.exchange", en, value=100, from_currency="dollars", to_currency="yen")
    assert not said.ok and "exchange rates" in said.text
    assert "為替レート" in (await run(skill, "math.exchange", ja)).text


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("1/2", 0.5),
        ("1 1/2", 1.5),
        ("3 / 4", 0.75),
        ("4分の3", 0.75),
        ("about 1/2 a", 0.5),
        ("1e3", 1000),
        ("2.5e-3", 0.0025),
        ("1 000", 1000),
        ("12 345 678", 12_345_678),
        ("1,234.5", 1234.5),
        ("10% of a", 0.1),
        ("-40", -40),
        ("minus 40", -40),
        ("マイナス40", -40),
        ("3 thousand", 3000),
        ("2万", 20_000),
        ("a dozen", 12),
        ("a quarter of an", 0.25),
        ("two thirds of a", None),
        ("2 thirds of a", 2 / 3),
        ("an", 1),
        ("", None),
        ("たくさん", None),
    ],
)
def test_one_number(said: str, number: float | None) -> None:
    assert number_of(said) == (number if number is None else pytest.approx(number))


@pytest.mark.parametrize(
    "said", ["3-4", "3 or 4", "5 of 8", "1/0", "1/2/3", "10 20", "1,2", "0x10", "3 apples"]
)
def test_what_is_not_one_number_is_refused(said: str) -> None:
    with pytest.raises(BadInput, match="is not one number") as refused:
        number_of(said)
    assert f"「{said}」" in refused.value.say("ja")


@given(st.text("0123456789/-.,e% of", max_size=12))
def test_no_figure_of_several_is_taken_for_all(said: str) -> None:
    try:
        value = number_of(said)
    except BadInput:
        return
    assert value is None or math.isfinite(value)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("a bill of $86.40", 86.4),
        ("1,200 dollars", 1200),
        ("2万円", 20_000),
        ("合計3000円", 3000),
        ("all of it", None),
    ],
)
def test_one_amount(said: str, number: float | None) -> None:
    assert amount_of(said) == number


@pytest.mark.anyio
async def test_numbers_are_told_as_they_were_said(en: Context, ja: Context) -> None:
    skill = calculate.skill()

    async def told(context: Context, value: float | str, one: str, other: str) -> str:
        return (await run(skill, "math.convert", context, value=value, from_unit=one, to_unit=other)).text

    assert await told(en, "1/2", "cup", "ml") == "1/2 cup is 118.29 ml."
    assert await told(en, "2/3", "cup", "ml") == "2/3 cup is 157.73 ml."
    assert await told(ja, "3/4", "ポンド", "グラム") == "3/4ポンドは340.19グラムです。"
    assert await told(en, "1 000", "km", "miles") == "1,000 km is 621.37 miles."
    assert await told(en, "10% of a", "mile", "km") == "0.1 mile is 0.161 km."
    assert await told(en, "5.91667", "feet", "cm") == "5.92 feet is 180.34 cm."
    assert await told(en, "3.1416", "m", "cm") == "3.1416 m is 314.16 cm."
    with pytest.raises(BadInput, match="“3-4” is not one number"):
        await told(en, "3-4", "km", "miles")


@pytest.mark.parametrize(
    ("value", "one", "other", "told"),
    [
        ("18", "degrees", "fahrenheit", "18 degrees is 64.4 °F."),
        (350, "degrees", "celsius", "350 degrees is 176.67 °C."),
        ("a", "marathon", "km", "1 marathon is 42.2 km."),
    ],
)
@pytest.mark.anyio
async def test_degrees_are_of_the_scale_that_is_not_asked_for(
    en: Context, value: str | float, one: str, other: str, told: str
) -> None:
    said = await run(calculate.skill(), "math.convert", en, value=value, from_unit=one, to_unit=other)
    assert said.text == told


@pytest.mark.anyio
async def test_a_weight_is_no_volume(en: Context, ja: Context) -> None:
    skill = calculate.skill()
    said = await run(skill, "math.convert", en, value=200, from_unit="g", to_unit="cups", stuff="moss")
    assert not said.ok
    assert "I don't know how heavy moss is" in said.text
    assert "重さ" in (await run(skill, "math.convert", ja, value=200, from_unit="g", to_unit="ml")).text
    assert "heavy" not in (await run(skill, "math.convert", en, value=2, from_unit="g", to_unit="m")).text


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("expression", "told_en", "told_ja"),
    [
        ("((15% of 80) + 5) / 3", "17 ÷ 3 is about 5.67.", "17 ÷ 3は約5.67です。"),
        ("(1280円の3割引) / 2", "¥896 ÷ 2 is ¥448.", "896円 ÷ 2は448円です。"),
        ("(2+3) * (4+5)", "(2+3) * (4+5) is 45.", "(2+3) * (4+5)は45です。"),
    ],
)
async def test_who_goes_on_with_a_sum_hears_its_last_step(
    en: Context, ja: Context, expression: str, told_en: str, told_ja: str
) -> None:
    said = [await run(calculate.skill(), "math.calculate", one, expression=expression) for one in (en, ja)]
    assert [one.text for one in said] == [told_en, told_ja]


@pytest.mark.anyio
async def test_a_share_of_a_number_is_told_as_one(en: Context, ja: Context) -> None:
    skill = calculate.skill()
    expression = "((18 times 24) / 3) + 50"
    said = await run(skill, "math.calculate", en, expression=f"({expression}) / 500 * 100")
    assert said.text == "194 is 38.8% of 500."
    said = await run(skill, "math.calculate", ja, expression="(50 + 47) / 500 * 100")
    assert said.text == "97は500の19.4%です。"
    assert (
        await run(skill, "math.calculate", en, expression="20 / 500 * 100")
    ).text == "20 / 500 * 100 is 4."


@pytest.mark.parametrize(
    ("expression", "said", "said_ja"),
    [
        ("ceil(250 / 4)", "62.5 rounded up is 63.", "62.5を切り上げると63です。"),
        ("floor(250 / 4)", "62.5 rounded down is 62.", "62.5を切り捨てると62です。"),
        ("round(250 / 4)", "62.5 rounded is 63.", "62.5を四捨五入すると63です。"),
    ],
)
@pytest.mark.anyio
async def test_a_sum_before_is_rounded(
    en: Context, ja: Context, expression: str, said: str, said_ja: str
) -> None:
    skill = calculate.skill()
    assert (await run(skill, "math.calculate", en, expression=expression)).text == said
    assert (await run(skill, "math.calculate", ja, expression=expression)).text == said_ja
