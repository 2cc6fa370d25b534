from pathlib import Path

import pytest

from kippu.demo.plan import BUILT_IN, parse, read
from kippu.errors import BadInput


def test_the_built_in_home_has_what_it_promises() -> None:
    entities = {entity.id: entity for entity in read(BUILT_IN)}
    assert len({entity.device for entity in entities.values()}) == 18, "README.md and docs/home.md say so"
    assert len(entities) == 20, "so do these, and `kippu doctor` counts them"
    assert len({entity.area.name for entity in entities.values() if entity.area}) == 6
    assert "キッチンの電気" in entities["light.kitchen"].aliases
    assert entities["light.kitchen"].area and "台所" in entities["light.kitchen"].area.aliases
    domains = {entity.domain for entity in entities.values()}
    assert domains >= {
        "light",
        "switch",
        "cover",
        "climate",
        "fan",
        "lock",
        "sensor",
        "vacuum",
        "media_player",
    }


def test_fixtures_of_sentence_tests_are_taken() -> None:
    document = {
        "areas": [{"name": "Kitchen"}],
        "entities": [
            {
                "name": "Door",
                "id": "binary_sensor.door",
                "area": "Kitchen",
                "state": {"in": "open", "out": "on"},
            },
            {"name": "Mode", "id": "scene.mode"},
            {"name": "Chores", "id": "todo.chores", "state": ""},
        ],
    }
    door, mode = parse(document, "here")
    assert (door.state, door.area and door.area.name) == ("on", "Kitchen")
    assert mode.state == "unknown"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "areas, devices and entities"),
        ({"areas": [], "entites": [{"id": "light.x", "name": "X"}]}, "it has areas, entites"),
        ({"entities": [{"id": "light.x"}]}, "needs a name"),
        ({"entities": [{"name": "X", "id": "x"}]}, "light.kitchen"),
        ({"entities": [{"name": "X", "id": "light.x", "area": "attic"}]}, "'attic'"),
        ({"entities": [{"name": "X", "id": "light.x", "fault": "sulky"}]}, "'sulky'"),
        ({"entities": [{"name": "X", "id": "light.x", "alises": ["Y"]}]}, "Did you mean 'aliases'"),
        ({"entities": [{"name": "X", "id": "light.x", "area": ["a"]}]}, "'area' of 'X' must be text"),
        ({"areas": [{"name": "A", "floor": ["x"]}], "entities": [{"name": "X", "id": "light.x"}]}, "'floor'"),
        ({"entities": [{"name": "X", "id": "light.x", "attributes": [1]}]}, "'attributes' of 'X'"),
        ({"entities": [{"name": "X", "id": "light.x", "aliases": 5}]}, "'aliases' of 'X' must be a list"),
        (
            {"entities": [{"name": "X", "id": "light.x", "attributes": {"supported_color_modes": 5}}]},
            "'supported_color_modes' of 'X' must be a list",
        ),
        ({"entities": [{"name": "X", "id": "light.x", "plays": 3}]}, "'plays' of 'X'"),
        ({"entities": [{"name": "X", "id": "light.x", "plays": {"seconds": "long"}}]}, "seconds: 'long'"),
        ({"entities": [{"name": "X", "id": "light.x", "plays": {"second": 1}}]}, "can't play second"),
        ({"entities": [{"name": "X", "id": "light.x", "device": "gone"}]}, "no device"),
        ({"entities": [{"name": "X", "id": "light.x", "schema": "xml"}]}, "json or plain"),
        ({"entities": [{"name": "X", "id": "light.x"}, {"name": "Y", "id": "light.x"}]}, "twice"),
    ],
)
def test_a_wrong_home_is_told(document: object, said: str) -> None:
    with pytest.raises(BadInput, match="here") as error:
        parse(document, "here")
    assert said in str(error.value)


def test_a_file_that_is_no_home_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="can't be read"):
        read(tmp_path / "none.yaml")
    broken = tmp_path / "broken.yaml"
    broken.write_text("areas:\n  - [")
    with pytest.raises(BadInput, match="not YAML: look at line") as error:
        read(broken)
    assert "行目" in error.value.ja and "expected" not in error.value.ja
    broken.write_text("areas: \x01")
    with pytest.raises(BadInput, match="not YAML") as error:
        read(broken)
    assert "line" not in str(error.value)
    broken.write_bytes(b"areas: \xff")
    with pytest.raises(BadInput, match="UTF-8"):
        read(broken)


def test_keys_that_such_files_have_besides_pass() -> None:
    row = {"name": "X", "id": "light.x", "unique_id": "1", "labels": ["a"], "icon": "mdi:lamp", "default": 1}
    assert [entity.id for entity in parse({"services": [], "entities": [row]}, "here")] == ["light.x"]


@pytest.mark.parametrize("document", [{"rooms": 3}, {"entities": {}}, {"entities": "light"}, {"entities": 3}])
def test_a_file_without_things_is_no_home(document: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="entities"):
        parse(document, "my.yaml")
