import pytest

from kippu.skills.matching import begun, closest, nth

THINGS = ["Eggs", "Egg noodles", "call the dentist", "歯医者に電話", "tomatoes", "Boxes", "Wi-Fiのパスワード"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("eggs", ["Eggs"]),
        ("an egg", ["Eggs"]),
        ("noodles", ["Egg noodles"]),
        ("dentist", ["call the dentist"]),
        ("the tomato", ["tomatoes"]),
        ("box", ["Boxes"]),
        ("歯医者", ["歯医者に電話"]),
        ("Wi-Fi", ["Wi-Fiのパスワード"]),
        ("call the dentist tomorrow", ["call the dentist"]),
        ("dentist one", ["call the dentist"]),
        ("the thing with the dentist", ["call the dentist"]),
        ("歯医者のやつ", ["歯医者に電話"]),
        ("moon", []),
        ("moon one", []),
        ("", []),
        ("the", []),
    ],
)
def test_closest(words: str, found: list[str]) -> None:
    assert closest(words, THINGS, str) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("second", ["b"]), ("2nd", ["b"]), ("number 2", ["b"]), ("2番目", ["b"]), ("2つ目の", ["b"]),
        ("first", ["a"]), ("最初", ["a"]), ("last", ["c"]), ("最後", ["c"]), ("3", ["c"]),
        ("4th", []), ("0", []), ("pizza", []),
    ],
)  # fmt: skip
def test_nth(words: str, found: list[str]) -> None:
    assert nth(words, ["a", "b", "c"]) == found
    assert nth(words, []) == []


def test_a_word_that_begins_another() -> None:
    notes = ["the car is parked on level 3", "milk is in the park", "call Ann"]
    assert begun("park", notes, str) == notes[:2]
    assert begun("parking car", notes, str) == []
    assert begun("car", notes, str) == [], "too short to be a beginning"
