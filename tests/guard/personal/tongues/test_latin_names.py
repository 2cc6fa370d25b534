"""A name that is also a word of another language stays a name where no sentence begins with it."""

from kippu.guard.personal.tongues import latin


def test_a_name_within_a_sentence_stays() -> None:
    text = "Meine Freundin und Ben kommen morgen mit Ana"
    places = latin.left(text, 0, len(text))
    assert places is not None
    assert "Ben" in " ".join(text[start:end] for start, end in places)
