import pytest

from kippu.skills.matching import closest

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
        ("moon", []),
        ("", []),
        ("the", []),
    ],
)
def test_closest(words: str, found: list[str]) -> None:
    assert closest(words, THINGS, str) == found
