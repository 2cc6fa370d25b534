"""Names that are what they are."""

from kippu.guard.personal.tagger.certain import certain


def test_countries_and_peoples() -> None:
    assert certain("New Zealand") == "place"
    assert certain("norwegian") == "group"


def test_names_that_may_be_anything() -> None:
    assert certain("Georgia") is None
    assert certain("Miriam") is None
