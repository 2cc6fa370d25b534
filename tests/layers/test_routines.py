"""A layer's routines are read, and refused with the place of what is wrong."""

from pathlib import Path

import pytest

from kippu.errors import LayerBroken
from kippu.layers.reading import Layer, read_layer

from .test_reading import nothing

LAYER = """
name = "cinema"
title = "The cinema at home"
version = "1.0.0"
level = "scenario"
languages = ["en", "ja"]
licence = "CC0-1.0"
author = "Somebody"
routines = "routines.toml"
"""
FILM = """
[[routine]]
name = "film night"
says = ["we're watching {title}", "映画の時間"]
does = ["close the living room blinds", "play {title} on the tv"]
"""


def read(folder: Path, told: str) -> Layer:
    folder.mkdir(exist_ok=True)
    (folder / "layer.toml").write_text(LAYER, encoding="utf-8")
    (folder / "routines.toml").write_text(told, encoding="utf-8")
    return read_layer(folder, nothing)


def test_are_read(tmp_path: Path) -> None:
    layer = read(tmp_path / "cinema", FILM)
    (routine,) = layer.routines
    assert (routine.name, routine.layer) == ("film night", "cinema")
    assert routine.says[1] == "映画の時間" and len(routine.does) == 2
    assert layer.only_reads and not layer.finds


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("routine = [", "can't be read"),
        ("", "routine"),
        (FILM.replace("does", "done"), "routine.0.does"),
        (FILM + "unlocks = true\n", "routine.0.unlocks: is no field of a routine"),
        (FILM.replace('"film night"', '"film {title}"'), "a name has no gaps"),
        (FILM.replace("we're watching {title}", "{title}"), "a saying needs words of its own"),
        (FILM.replace("watching {title}", "watching {My Title}"), "a gap is a word in small letters"),
        (FILM.replace("watching {title}", "watching {title} or {title}"), "at most 2 gaps"),
        (FILM.replace("watching {title}", "watching {title} {room}"), "words between them"),
        (FILM.replace("play {title}", "play {song}"), "has the gap {song}"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, told: str, wrong: str) -> None:
    with pytest.raises(LayerBroken) as caught:
        read(tmp_path / "cinema", told)
    assert wrong in str(caught.value) and "routines.toml" in str(caught.value)
    assert caught.value.ja != str(caught.value)
