"""Numbers in words become digits, and words that only look like numbers stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.understand.text.numbers import digits_en, digits_ja

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
KANJI = "〇一二三四五六七八九"


def english(number: int) -> str:
    """The number as one says it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {english(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    rest = f" {english(number % 1000)}" if number % 1000 else ""
    return f"{english(number // 1000)} thousand{rest}"


def kanji(number: int) -> str:
    """The number as one writes it with places."""
    text = ""
    for place, sign in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        count, number = divmod(number, place)
        if count:
            text += (kanji(count) if count > 1 or place == 10_000 else "") + sign
    return text + (KANJI[number] if number or not text else "")


@given(st.integers(2, 999_999))
def test_every_number_in_english_words(number: int) -> None:
    assert digits_en(f"set it to {english(number)} percent") == f"set it to {number} percent"


@given(st.integers(1, 9_999_999))
def test_every_number_in_kanji(number: int) -> None:
    assert digits_ja(f"{kanji(number)}パーセント") == f"{number}パーセント"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("between nine and twenty", "between 9 and 20"),
        ("from two to twenty five and thirty", "from 2 to 25 and 30"),
        ("twenty five percent", "25 percent"),
        ("Twenty-Five percent", "25 percent"),
        ("a hundred degrees", "100 degrees"),
        ("wake me at five forty five", "wake me at 5:45"),
        ("an alarm for nine forty-five pm", "an alarm for 9:45 pm"),
        ("at ten oh five", "at 10:05"),
        ("at five twenty percent", "at five twenty percent"),
        ("one two three four", "1 2 3 4"),
        ("two thousand and five", "2005"),
        ("set it to one", "set it to 1"),
        ("one minute", "1 minute"),
        ("five to seven", "5 to 7"),
        ("which one", "which one"),
        ("the one in the hall", "the one in the hall"),
        ("that one please", "that one please"),
        ("one of the lamps", "one of the lamps"),
        ("someone is often alone", "someone is often alone"),
        ("a tent for ninety-nine", "a tent for 99"),
        ("already 25", "already 25"),
        ("", ""),
        ("cancel my meeting on the fourteenth", "cancel my meeting on the 14th"),
        ("june fourteenth at nine", "june 14th at 9"),
        ("what day is it on twenty first december", "what day is it on 21st december"),
        ("cancel the first alarm", "cancel the first alarm"),
        ("turn off the second one", "turn off the second one"),
        ("what day is the twenty second", "what day is the 22nd"),
        ("a timer of twenty seconds", "a timer of 20 seconds"),
        ("set an alarm for five thirty", "set an alarm for 5:30"),
        ("an alarm for 235pm", "an alarm for 2:35pm"),
    ],
)
def test_english(said: str, written: str) -> None:
    assert digits_en(said) == written


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("二十五パーセント", "25パーセント"),
        ("二五パーセント", "25パーセント"),
        ("十時半", "10時30分"),
        ("7時半に起こして", "7時30分に起こして"),
        ("三十分後", "30分後"),
        ("十分後", "10分後"),
        ("十分タイマー", "10分タイマー"),
        ("にじゅうパーセント", "20パーセント"),
        ("ごじゅう度", "50度"),
        ("千二百円", "1200円"),
        ("6千円", "6000円"),
        ("15万6千円", "156000円"),
        ("十オンス", "10オンス"),
        ("四十ユーロ", "40ユーロ"),
        ("二階", "2階"),
        ("一緒に行く", "一緒に行く"),
        ("一時停止して", "一時停止して"),
        ("一番明るく", "一番明るく"),
        ("一度だけ上げて", "1度だけ上げて"),
        ("一度聞きたい", "一度聞きたい"),
        ("十分明るい", "十分明るい"),
        ("二人で", "二人で"),
        ("八百屋", "八百屋"),
        ("", ""),
    ],
)
def test_japanese(said: str, written: str) -> None:
    assert digits_ja(said) == written


@given(st.text(max_size=60))
def test_any_text_comes_through_and_stays_the_same_the_second_time(text: str) -> None:
    assert digits_en(digits_en(text)) == digits_en(text)
    assert digits_ja(digits_ja(text)) == digits_ja(text)
