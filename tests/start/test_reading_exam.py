"""The exam of a layer that reads free speech: what is right there, and a home that is none."""

import json
import shutil
from pathlib import Path

import pytest

from kippu.errors import LayerBroken
from kippu.layers.reading import read_layer
from kippu.layers.shelf import SHIPPED
from kippu.settings import Settings
from kippu.start.examining import examine

pytestmark = pytest.mark.anyio
ASKED = (
    {"ask": "turn on the floor lamp", "has": ["home.turn_on"]},
    {"ask": "turn off the floor lamp", "has": ["home.turn_on"]},
    {"ask": "turn up the floor lamp", "has": ["home.set_light|home.change_brightness"]},
    {"ask": "why do cats purr", "unknown": True},
    {"ask": "turn on the floor lamp, please", "unknown": True},
)


def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "phone-and-home"
    shutil.copytree(SHIPPED / "phone-and-home", folder)
    manifest = (folder / "layer.toml").read_text().partition("[files]")[0]
    (folder / "layer.toml").write_text(manifest)
    (folder / "eval.jsonl").write_text("\n".join(map(json.dumps, ASKED)))
    return folder


async def test_the_tool_is_what_counts(data: Path, tmp_path: Path) -> None:
    layer = read_layer(mine(tmp_path), lambda model: None)
    report = await examine((layer,), Settings(), lambda done, of: None)
    assert [mark.right for mark in report.marks] == [True, False, True, True, False]
    assert report.marks[0].answer == "home.turn_on(name='Floor Lamp')"


async def test_a_home_that_is_none(data: Path, tmp_path: Path) -> None:
    folder = mine(tmp_path)
    (folder / "home.json").write_text('{"things": [{"id": 1}]}')
    with pytest.raises(LayerBroken, match=r"home\.json is no home"):
        await examine((read_layer(folder, lambda model: None),), Settings(), lambda done, of: None)
