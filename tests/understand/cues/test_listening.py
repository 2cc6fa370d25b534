"""What somebody wants to hear."""

import pytest

from kippu.turn import Call
from kippu.understand.cues.listening import to_hear
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("play my favorite song by bruno mars", "my favorite song by bruno mars"),
        (
            "please play the album wayning moments by rabbit brown",
            "the album wayning moments by rabbit brown",
        ),
        ("i'd like to listen to some swing music", "swing music"),
        ("can we hear chopin now", "chopin"),
        ("tune into 99.5 fm", "99.5 fm"),
        ("put on some jazz", "jazz"),
        ("play a song by madonna", "a song by madonna"),
        ("put on be warned by tech n9ne", "be warned by tech n9ne"),
        ("play something romantic", "something romantic"),
        ("resume the last kingdom audiobook", "the last kingdom audiobook"),
        ("start chapter 7 of alma", "chapter 7 of alma"),
    ],
)
def test_the_words(text: str, what: str) -> None:
    assert to_hear(text) == what


@pytest.mark.parametrize(
    "text",
    [
        "play", "play it again", "play something", "put on the lights by the door", "play some music",
        "play the next song", "play chess with me", "play a game", "i want to hear a joke",
        "i want to hear more about you", "put on the kettle", "start the vacuum", "find my phone",
        "open the blinds", "resume the podcast",
    ],
)  # fmt: skip
def test_what_is_nothing_to_hear(text: str) -> None:
    assert to_hear(text) is None


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("play bbc radio four", call("home.play", query="bbc radio 4")),
        ("play my favorite jazz on the speaker", call("home.play", query="my favorite jazz", name="Speaker")),
        (
            "play a song in the living room",
            call("home.media", area="Living Room", domain="media_player", command="play"),
        ),
        ("play a song on the speaker", call("home.media", name="Speaker", command="play")),
        ("alexa, play rock", call("home.play", query="rock")),
        ("play the next song", call("home.media", domain="media_player", command="next")),
    ],
)
def test_at_home(text: str, made: Call) -> None:
    assert understand(text).calls == (made,)


@pytest.mark.parametrize("before", ["turn on the kitchen light", "lock the front door"])
def test_the_room_of_another_command_is_none_for_music_where_it_has_no_player(before: str) -> None:
    assert understand(f"{before} and play jazz").calls[1:] == (call("home.play", query="jazz"),)
    near = understand("turn on the living room light and play jazz").calls
    assert near[1:] == (call("home.play", area="Living Room", query="jazz"),)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("play jazz right away please", "jazz"), ("play adele now", "adele"),
        ("turn off the bedroom light and play jazz now", "jazz"),
        ("play don't stop me now", "don't stop me now"), ("play here and now", "here and now"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_moment_is_no_title_and_a_title_may_end_so(text: str, query: str) -> None:
    assert understand(text).calls[-1].arguments["query"] == query
