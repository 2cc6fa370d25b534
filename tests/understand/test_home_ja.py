"""What people in Japan say to their home, read with our own templates: the right call, and no talk."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hassil import Intents, recognize_best
from hassil.intents import SlotList, TextSlotList, TextSlotValue

import kippu.understand
from kippu.tool import Tool

ROOT = Path(__file__).parents[2]
SENTENCES = Path(kippu.understand.__file__).parent / "templates" / "sentences" / "home.ja.yaml"
SHARED = ROOT.parent / "shared" / "data"
SAID = yaml.safe_load((Path(__file__).parent / "data" / "home_ja.yaml").read_text(encoding="utf-8"))
HOME = SAID["home"]

Read = tuple[str, dict[str, Any]] | None


@cache
def templates() -> Intents:
    return Intents.from_dict(yaml.safe_load(SENTENCES.read_text(encoding="utf-8")))


def listed(name: str, values: list[tuple[Any, ...]]) -> TextSlotList:
    return TextSlotList.from_tuples(values, allow_template=False, name=name)


def our_home() -> dict[str, SlotList]:
    things = [
        (name, name, dict(zip(("domain", "device_class"), kind, strict=False)))
        for name, kind in HOME["things"].items()
    ]
    rooms = [(spoken, name) for name, aliases in HOME["areas"].items() for spoken in (name, *aliases)]
    floors = [(name, name) for name in HOME["floors"]]
    return {"name": listed("name", things), "area": listed("area", rooms), "floor": listed("floor", floors)}


def read(text: str, home: Mapping[str, SlotList]) -> Read:
    best = recognize_best(text, templates(), slot_lists=dict(home), best_slot_name="name", language="ja")
    return best and (best.intent.name, {slot: entity.value for slot, entity in best.entities.items()})


def shared_home(folder: Path) -> dict[str, SlotList]:
    """The lists of a home that is kept as Home Assistant's tests keep theirs."""
    fixtures = yaml.safe_load((folder / "_fixtures.yaml").read_text(encoding="utf-8"))
    things = [
        (entity["name"], entity["name"], {"domain": entity["id"].split(".")[0]})
        for entity in fixtures["entities"]
    ]
    rooms = [(area["name"], area["name"]) for area in fixtures["areas"]]
    return {"name": listed("name", things), "area": listed("area", rooms), "floor": listed("floor", [])}


def present(folder: Path) -> Path:
    if not folder.is_dir():
        pytest.skip(f"{folder.name}: this public data set is not beside the checkout (../shared/data)")
    return folder


@pytest.mark.parametrize(
    "group", SAID["calls"], ids=lambda group: group["call"] + str(list(group["slots"].values()))
)
def test_each_sentence_gives_the_right_call(group: dict[str, Any]) -> None:
    home = our_home()
    wrong = {
        text: got for text in group["say"] if (got := read(text, home)) != (group["call"], group["slots"])
    }
    assert not wrong


def test_talk_is_left_alone() -> None:
    home = our_home()
    assert not {text: got for text in SAID["talk"] if (got := read(text, home))}


def test_every_home_tool_is_asked_for(tools: dict[str, Tool]) -> None:
    of_the_home = {name for name in tools if name.startswith("home.")}
    assert set(templates().intents) == of_the_home
    assert {group["call"] for group in SAID["calls"]} == of_the_home


def test_talk_is_left_alone_in_a_home_without_things() -> None:
    empty = {name: listed(name, []) for name in ("name", "area", "floor")}
    assert not {text: got for text in SAID["talk"] if (got := read(text, empty))}


def test_a_home_of_four_hundred_things_changes_no_reading() -> None:
    home = our_home()
    more = [
        TextSlotValue(text_in=value.text_in, value_out=value.value_out, context=value.context)
        for number in range(360)
        for value in listed("name", [(f"納戸の棚{number}", f"納戸の棚{number}", {"domain": "light"})]).values
    ]
    home["name"] = TextSlotList(name="name", values=[*listed_values(home["name"]), *more])
    assert read("納戸の棚7をつけて", home) == ("home.turn_on", {"name": "納戸の棚7"})
    assert read("電気つけて", home) == ("home.turn_on", {"domain": "light"})


def listed_values(names: SlotList) -> list[TextSlotValue]:
    assert isinstance(names, TextSlotList)
    return names.values


def test_home_assistants_own_japanese_sentences() -> None:
    folder = present(SHARED / "home" / "ja")
    home, tools = shared_home(folder), {"HassTurnOn": "home.turn_on", "HassTurnOff": "home.turn_off"}
    wrong = {}
    for file in sorted(folder.glob("*_Hass*.yaml")):
        for group in yaml.safe_load(file.read_text(encoding="utf-8"))["tests"]:
            right = (tools[group["intent"]["name"]], group["intent"]["slots"])
            wrong |= {text: got for text in group["sentences"] if (got := read(text, home)) != right}
    assert not wrong


def test_a_town_house_of_another_set() -> None:
    folder = present(SHARED / "homes" / "example-assist" / "machiya")
    home = shared_home(folder)
    groups = yaml.safe_load((folder / "everyday.yaml").read_text(encoding="utf-8"))["tests"]
    calls = {text: read(text.strip("。？?"), home) for group in groups for text in group["sentences"]}
    changes = {text: sorted(group["expect_changes"]) for group in groups for text in group["sentences"]}
    acts = {"light.doma_akari": {"home.turn_on", "home.change_brightness"}, "cover.shoji": {"home.close"}}
    for text, changed in changes.items():
        call = calls[text]
        if not changed:
            assert call is None, text
        else:
            assert call is not None and call[0] in acts[changed[0]], text
