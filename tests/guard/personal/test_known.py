"""What the person's own contacts and home hold."""

from kippu.guard.personal import Finder, Known
from kippu.guard.personal.known import look


def found(text: str, *known: Known) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in look(text, known)]


def test_in_whatever_case_and_spacing() -> None:
    assert found("ring AUNT  masuzu now", Known("person", "Aunt Masuzu")) == [("person", "AUNT  masuzu")]


def test_not_within_another_word() -> None:
    assert found("Annabel came", Known("person", "Anna")) == []


def test_japanese_names_touch_other_words() -> None:
    assert found("今日は山田太郎さんと", Known("person", "山田 太郎")) == [("person", "山田太郎")]


def test_numbers_however_they_are_grouped() -> None:
    assert found("it is 090 1234 5678", Known("phone", "090-1234-5678")) == [("phone", "090 1234 5678")]


def test_a_single_letter_is_no_name() -> None:
    assert found("a b c", Known("person", "A")) == []


def test_a_latin_name_is_known_in_japanese_too() -> None:
    found = Finder(lambda: [Known("person", "Ayumi Sanderson")]).find("Ayumi Sandersonさんに電話して")
    assert [piece.text for piece in found if piece.kind == "person"] == ["Ayumi Sanderson"]
