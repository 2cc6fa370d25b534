"""The words of both languages and what each says."""

import pytest

from kippu.turn import Language
from kippu.understand.cues.lexicon import lexicon


def said(text: str, language: Language) -> set[tuple[str, str]]:
    return {(cue.group, cue.value) for cue in lexicon(language).scan(text)}


@pytest.mark.parametrize(
    ("text", "language", "cue"),
    [
        ("turn on", "en", ("verbs", "on")),
        ("close", "en", ("verbs", "close")),
        ("30%", "en", ("percent", "30")),
        ("21.5 degrees", "en", ("degrees", "21.5")),
        ("-5 degrees", "en", ("degrees", "-5")),
        ("2700 kelvin", "en", ("kelvin", "2700")),
        ("つけて", "ja", ("verbs", "on")),
        ("22度", "ja", ("degrees", "22")),
        ("3割", "ja", ("tenths", "3")),
    ],
)
def test_a_cue(text: str, language: Language, cue: tuple[str, str]) -> None:
    assert cue in said(text, language)


@pytest.mark.parametrize("text", ["upon", "offer", "lighthouse", "closet", "version2.5x", "unlocked?x"])
def test_english_words_are_whole(text: str) -> None:
    assert not {cue for cue in said(text, "en") if cue[0] == "verbs" and cue[1] in {"on", "off", "close"}}


def test_both_languages_have_the_same_verbs_and_are_read_once() -> None:
    verbs = {
        language: {value for _, group, value in lexicon(language)._patterns if group == "verbs"}
        for language in ("en", "ja")
    }
    assert {"on", "off", "open", "close", "lock", "unlock", "play"} <= verbs["en"] & verbs["ja"]
    assert lexicon("en") is lexicon("en")


def test_where_a_cue_stands() -> None:
    (cue,) = [cue for cue in lexicon("en").scan("please close it") if cue.value == "close"]
    assert (cue.start, cue.end) == (7, 12)
