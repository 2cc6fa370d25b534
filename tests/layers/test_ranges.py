"""Amounts against ranges; the tables are made up for these tests."""

import pytest

from kippu.layers.finding import Found
from kippu.layers.index import Row
from kippu.layers.passages import passages
from kippu.layers.ranges import in_range, within

PARCELS = """
# Parcels
## Postage
| weight | price |
|---|---|
| up to 500 g | 3 euros |
| up to 2,000 g | 5 euros |
| over 2,000 g | ask at the counter |

## Deposits
| deposit in euros | who signs |
|---|---|
| 0–99 | the driver |
| between 100 and 999 | the shift leader |
| 1,000 or more | the manager |

## Heat
Parcels above 40 degrees are cooled first. Never store film over 25 degrees.

## Fees
| kind | fee |
|---|---|
| letter | 2 euros |
| parcel | 4 euros |
"""
JAPANESE = """
# 経費
## 承認
| 金額 | 承認者 |
|---|---|
| 5,000円以下 | 課長 |
| 5万円未満 | 部長 |
| 5万円以上 | 社長 |
"""


def asked(question: str, heading: str, document: str = PARCELS) -> list[str]:
    """What is left of the first passage under a heading, as if words had found it."""
    rows = [Row(one.title, "doc.md", one.text) for one in passages(document, "doc")]
    first = next(row for row in rows if row.title.endswith(heading))
    found = in_range(question, [Found("l", first.title, first.place, first.text, 1.0, 1.0)], rows)
    return [one.text.rpartition(": ")[2] for one in found]


@pytest.mark.parametrize(
    ("question", "heading", "told"),
    [
        ("what does a parcel of 300 g cost", "Postage", "3 euros"),
        ("what does a parcel of 500 grams cost", "Postage", "3 euros"),
        ("what does a parcel of 501 g cost", "Postage", "5 euros"),
        ("what does a parcel of 2,000 g cost", "Postage", "5 euros"),
        ("what does a parcel of 2,001g cost", "Postage", "ask at the counter"),
        ("who signs a deposit of 40 euros", "Deposits", "the driver"),
        ("who signs a deposit of €100", "Deposits", "the shift leader"),
        ("who signs a deposit of 1,000 euros", "Deposits", "the manager"),
        ("who signs a deposit of 2k euros", "Deposits", "the manager"),
    ],
)
def test_the_row_whose_range_holds_the_amount_is_taken(question: str, heading: str, told: str) -> None:
    assert asked(question, heading) == [told]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("5000円は誰が承認しますか", "課長"),
        ("8,000円は誰が承認しますか", "部長"),
        ("5万円は誰が承認しますか", "社長"),
    ],
)
def test_japanese_ranges(question: str, told: str) -> None:
    rows = [Row(one.title, "doc.md", one.text) for one in passages(JAPANESE, "doc")]
    found = [Found("l", rows[0].title, "doc.md", rows[0].text, 1.0, 1.0)]
    assert [one.text.rpartition(": ")[2] for one in in_range(question, found, rows)] == [told]


def test_where_no_range_holds_it_nothing_is_known() -> None:
    assert asked("who signs a deposit of 99.5 euros", "Deposits") == []


def test_prose_for_other_amounts_is_no_answer_to_what_or_who() -> None:
    assert asked("what is done with a parcel of 20 degrees", "Heat") == []
    assert len(asked("what is done with a parcel of 50 degrees", "Heat")) == 1
    assert len(asked("can film be stored at 20 degrees", "Heat")) == 1


@pytest.mark.parametrize(
    "question",
    [
        "what does postage cost",  # no amount
        "what did postage cost in 2024",  # a year
        "who signs for 3 parcels",  # another unit than any range has
        "what costs more than 500 g",  # a range itself
    ],
)
def test_what_names_no_amount_is_left_alone(question: str) -> None:
    assert asked(question, "Postage") == ["3 euros"]


def test_a_table_without_ranges_is_left_alone() -> None:
    assert asked("what is the fee for a letter of 30 g", "Fees") == ["2 euros"]


def test_a_figure_that_stands_nowhere_is_not_missed_where_a_range_holds_it() -> None:
    rows = [Row(one.title, "doc.md", one.text) for one in passages(PARCELS, "doc")]
    looked: list[str] = []

    def find(question: str) -> list[Found]:
        """Finds the table of deposits, unless there is a figure that it hasn't."""
        looked.append(question)
        row = next(row for row in rows if row.title.endswith("Deposits"))
        return [] if "1234" in question else [Found("l", row.title, row.place, row.text, 1.0, 1.0)]

    (found,) = within("who signs a deposit of 1234 euros", find, rows)
    assert found.text.endswith("the manager")
    assert looked == ["who signs a deposit of 1234 euros", "who signs a deposit of euros"]


def test_a_figure_that_no_range_holds_is_missed() -> None:
    rows = [Row(one.title, "doc.md", one.text) for one in passages(PARCELS, "doc")]
    fee = next(row for row in rows if row.title.endswith("Fees"))

    def find(question: str) -> list[Found]:
        return [] if "4711" in question else [Found("l", fee.title, fee.place, fee.text, 1.0, 1.0)]

    assert within("what is the fee for form 4711", find, rows) == []
