"""What is to be converted into what, as people say it."""

import pytest

from kippu.understand.free.units_en import conversion


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("how many ounces is 150 mil", "150 ml to ounces"),
        ("what's 350 fahrenheit in real money", "350 fahrenheit to celsius"),
        ("her temp is 99.7, how much is that in celsius", "99.7 fahrenheit to celsius"),
        ("it says 12 stone, what's that in kilos", "12 stone to kilos"),
        ("20 c in f", "20 celsius to fahrenheit"),
        ("3-4 km in miles", "3-4 km to miles"),
        ("so what's 7/9 pound in grams", "7/9 pound to grams"),
        ("-40 f in celsius", "-40 fahrenheit to celsius"),
        ("what is 5 pounds", ""),
        ("5 pounds in ounces or grams", ""),
        ("set it to 20", ""),
        ("in celsius please", ""),
        ("how do you convert inches to centimeters", "1 inches to centimeters"),
        ("inches to cm", "1 inches to cm"),
        ("what's the conversion between tablespoons and cups", "1 tablespoons to cups"),
        ("i want to know how many teaspoons are in a tablespoon", "1 tablespoon to teaspoons"),
        ("is a yard longer than a metre", "1 yard to metre"),
        ("how many cups and pints in a gallon", ""),
        ("how many hundred grams in a pound", ""),
        ("he moved from feet to inches away", ""),
    ],
)
def test_a_number_and_two_units(said: str, plain: str) -> None:
    assert conversion(said) == plain
