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
        ("4711 0815", "4711\u20130815A"),
        ("Project Falcon", "two Project Falcons, and Project Falcon's end"),
        ("Project Falcon", "import project_falcon"),
        ("Project Falcon", "see www.project-falcon.com"),
        ("Project Falcon", "class myProjectFalcon2: pass"),
        ("Project Falcon", "Project Fal\u00adcon"),
        ("Project Falcon", "Project Fal\u200b\ufeffcon"),
        ("José Álvarez", "jose alvarez"),
        ("jose", "Jose\u0301"),
        ("U.S.S. Heron", "the USS Heron"),
        ("タヌキ計画", "たぬき・計画で"),
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
    assert marks.within("Maybe, in dismay. M. Ay is hers") == ()
    assert marks.within("ask May.") == ("May",) == marks.within("Mayさんに聞いて")


def test_marks_come_and_go(database: Database) -> None:
    marks = Marks(database)
    marks.add("  Aunt   May ")
    marks.add("Falcon")
    marks.add("Aunt May")
    assert sorted(Marks(database).words()) == ["Aunt May", "Falcon"]
    assert marks.remove("aunt may") and not marks.remove("aunt may")
    assert marks.words() == ("Falcon",)


@pytest.mark.parametrize("signs", ["-", "_ _", "…", "..."])
def test_a_mark_of_signs_alone_is_found_as_it_is(database: Database, signs: str) -> None:
    marks = Marks(database)
    marks.add(signs)
    assert marks.within(f"so {signs} it goes") == (signs,) and marks.within("so it goes") == ()


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
