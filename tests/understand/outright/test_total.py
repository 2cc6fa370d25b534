import pytest

from kippu.understand.outright.total import total


@pytest.mark.parametrize(
    ("said", "expression"),
    [
        ("rent is 940, bills are 118, total?", "940 + 118"),
        ("petrol was 52.40 and parking 8, what's that altogether", "52.40 + 8"),
        ("lunch 12 dinner 30. so what's that in total", "12 + 30"),
        ("car 1,200, bike 300 and shoes 80 - how much is that together", "1200 + 300 + 80"),
    ],
)
def test_adds_what_is_told_by_name(said: str, expression: str) -> None:
    meaning = total(said, "en")
    assert meaning is not None
    assert [dict(call.arguments) for call in meaning.calls] == [{"expression": expression}]


@pytest.mark.parametrize(
    "said",
    [
        "3 shirts at 20 each, total?",
        "train at 9, bus at 10, together",
        "rent is 940, total?",
        "rent is 940 and bills are 118",
        "the bill was 90 minus 12 in total",
    ],
)
def test_leaves_what_is_no_list_of_amounts(said: str) -> None:
    assert total(said, "en") is None
