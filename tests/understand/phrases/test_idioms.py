"""Figures of speech, which are talk, and commands in nearly the same words, which are not."""

from pathlib import Path

import pytest
import yaml

from kippu.names import Room
from understand.home import HOME, understand

IDIOMS = yaml.safe_load((Path(__file__).parent.parent / "data" / "idioms.yaml").read_text(encoding="utf-8"))


def test_there_are_enough_of_them() -> None:
    assert len(IDIOMS["en"]) >= 60 and len(IDIOMS["ja"]) >= 40


@pytest.mark.parametrize("text", [*IDIOMS["en"], *IDIOMS["ja"]])
def test_a_figure_of_speech_is_talk(text: str) -> None:
    meaning = understand(text)
    assert (meaning.calls, meaning.proposed, meaning.question) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("turn on the kitchen light", "home.turn_on"),
        ("turn off the lights to rest my eyes please", "home.turn_off"),
        ("dim the floor lamp to set the mood", "home.change_brightness"),
        ("close the bedroom blinds", "home.close"),
        ("shut the front door", "home.lock"),
        ("play some music", "home.media"),
        ("pause the music", "home.media"),
        ("電気をつけて", "home.turn_on"),
        ("玄関の鍵をかけて", "home.lock"),
        ("寝室を明るくして", "home.change_brightness"),
        ("音量を下げて", "home.change_volume"),
    ],
)
def test_a_command_in_nearly_the_same_words_is_none(text: str, tool: str) -> None:
    meaning = understand(text)
    assert tool in {said.tool for said in (*meaning.calls, *meaning.proposed)}, meaning


def test_a_name_of_the_home_is_no_figure() -> None:
    bar = HOME.__class__((*HOME.things,), (*HOME.rooms, Room("World")), HOME.floors, HOME.lists)
    assert not understand("set the world on fire").calls
    assert understand("turn off the lights in the world", bar).calls[0].arguments["area"] == "World"
