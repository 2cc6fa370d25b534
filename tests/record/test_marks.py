"""What is marked is found again, however it is written, and kept."""

import pytest

from kippu.errors import BadInput
from kippu.record import Database, Marks


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("Project Falcon", "how is project\nFALCON going?"),
        ("Project Falcon", "Ｐｒｏｊｅｃｔ　Ｆａｌｃｏｎ"),
        ("糖尿病", "母の糖 尿病について"),
        ("ﾔﾏﾀﾞ", "ヤマダさんに"),
        ("4711 0815", "my number is 47110815."),
    ],
)
def test_marked_words_are_found_however_they_are_written(database: Database, marked: str, said: str) -> None:
    marks = Marks(database)
    marks.add(marked)
    assert marks.within(said) == (marked,)
    assert marks.within("something else") == ()


def test_a_word_is_not_found_within_another(database: Database) -> None:
    marks = Marks(database)
    marks.add("May")
    assert marks.within("Maybe, in dismay") == ()
    assert marks.within("ask May.") == ("May",) == marks.within("Mayさんに聞いて")


def test_marks_come_and_go(database: Database) -> None:
    marks = Marks(database)
    marks.add("  Aunt   May ")
    marks.add("Falcon")
    marks.add("Aunt May")
    assert sorted(Marks(database).words()) == ["Aunt May", "Falcon"]
    assert marks.remove("aunt may") and not marks.remove("aunt may")
    assert marks.words() == ("Falcon",)


@pytest.mark.parametrize("nothing", ["", " \n", "x" * 201])
def test_a_mark_is_a_name_or_a_phrase(database: Database, nothing: str) -> None:
    with pytest.raises(BadInput, match="1 to 200 characters"):
        Marks(database).add(nothing)


def test_a_conversation_stays_until_it_no_longer_does(database: Database) -> None:
    marks = Marks(database)
    marks.stay("c", True)
    marks.stay("c", True)
    assert marks.stays("c") and not marks.stays("d")
    marks.stay("c", False)
    assert not marks.stays("c")
