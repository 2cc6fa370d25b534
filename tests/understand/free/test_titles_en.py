"""Titles to the end of their names."""

import pytest

from kippu.understand.free.parts import Part, Parts
from kippu.understand.free.titles_en import heard, put_on, titled


def marked(text: str, *marks: tuple[str, str]) -> Parts:
    parts = []
    for slot, words in marks:
        start = text.index(words)
        parts.append(Part(start, start + len(words), slot))
    return Parts(text, tuple(parts))


@pytest.mark.parametrize(
    ("text", "words", "title"),
    [
        ("resume Harry Potter book one", "Harry Potter book", "Harry Potter book one"),
        ("please continue reading the hunger games", "hunger games", "the hunger games"),
        ("resume playing you are joking mr feynman", "mr feynman", "you are joking mr feynman"),
        ("continue from where we left off in divergent", "divergent", "divergent"),
        ("restart the audiobook heaven is for real", "heaven is", "the audiobook heaven is for real"),
        ("start my bible study book again", "bible", "my bible study book"),
        ("play the next episode of radiolab", "radiolab", "the next episode of radiolab"),
        ("next i want to hear shinedown", "shinedown", "shinedown"),
        ("skip to next nyt podcast", "nyt", "nyt podcast"),
        ("resume the music", "music", ""),
        ("resume my podcast in the kitchen", "podcast", ""),
        ("continue the song", "song", ""),
        ("play the next episode of this podcast", "next episode", ""),
        ("skip the beatles", "beatles", ""),
        ("pause sherlock holmes", "sherlock holmes", ""),
    ],
)
def test_what_goes_on_by_its_title(text: str, words: str, title: str) -> None:
    assert titled(marked(text, ("media", words))) == title


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (marked("can you start ryan seacrest", ("media", "ryan"), ("person", "seacrest")), "ryan seacrest"),
        (marked("switch on radio mango", ("media", "mango")), "radio mango"),
        (
            marked("eight hundred and eighty nine fm please", ("media", "hundred and eighty nine")),
            "eight hundred and eighty nine fm",
        ),
        (marked("play jazz for anna", ("media", "jazz"), ("person", "anna")), "jazz"),
    ],
)
def test_a_name_goes_on_beside_its_mark(parts: Parts, words: str) -> None:
    assert heard(parts) == words


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("stick some carols on", "carols"),
        ("put something mellow on for me", "something mellow"),
        ("put the music on", ""),
        ("put on your coat", "your coat"),
        ("they put it on", ""),
        ("have the speaker play some whale sounds", "whale sounds"),
        ("that's the song i would like you to play for me", ""),
    ],
)
def test_what_is_put_on(text: str, what: str) -> None:
    assert put_on(text) == what
