import re

import pytest

from kippu.understand import Understanding
from kippu.understand.free.parts import parts_of
from kippu.understand.free.plainly import _table, plainly

from ..home import FOLDERS, HOME, NOW, turn

WORDS = {
    "target": "the desk lamp", "lights": "the lights in the study", "room": "living room", "color": "red",
    "number": "30", "when": "tomorrow at 9 am", "length": "ten minutes", "title": "dentist appointment",
    "item": "milk",
    "text": "water the plants", "list": "shopping", "media": "some jazz", "person": "Anna",
    "place": "London",
    "digits": "555 0134", "sum": "divide 9 by 2", "state": "on",
}  # fmt: skip
READERS = Understanding(FOLDERS).readers("en")
SENTENCES = [
    (tool, re.sub(r"\{(\w+)\}", lambda gap, way=way: way if gap[1] == "up_or_down" else WORDS[gap[1]], said))
    for tool, entry in _table().items()
    for said in entry["say"]
    for way in ([*entry.get("up", {}), *entry.get("down", {})] if "{up_or_down}" in said else [""])
]


@pytest.mark.parametrize(("tool", "said"), SENTENCES, ids=[said for _, said in SENTENCES])
def test_each_plain_sentence_is_read_by_the_readers_before(tool: str, said: str) -> None:
    """Or answered outright, as the weather to come is: that is no reader's."""
    if tool == "home.mute":
        said = said.replace("desk lamp", "speaker")
    meaning = READERS.read(turn(said), HOME)
    if tool in ("home.weather", "about.no_forecast"):
        assert meaning is None or meaning.calls[0].tool in ("home.weather", "about.no_such_thing")
        return
    assert meaning is not None
    assert meaning.calls or meaning.proposed
    skill = tool.partition(".")[0]
    assert all(call.tool.startswith(f"{skill}.") for call in (*meaning.calls, *meaning.proposed))


@pytest.mark.parametrize(
    ("tool", "text", "labelled", "said"),
    [
        ("home.turn_on", "it's dark in here", [], ["turn on the lights"]),
        ("home.turn_on", "get it going", [], []),
        ("home.change_volume", "i can't hear the tv", [], ["turn the volume up"]),
        ("home.change_volume", "up or down with the volume", [], []),
        ("home.change_brightness", "this is too bright", [], ["make the lights dimmer"]),
        (
            "alarms.set",
            "i have to be up at five forty five",
            [(16, 34, "B-when")],
            ["set an alarm at 5:45"],
        ),
        ("alarms.set", "wake me", [], []),
        (
            "lists.add",
            "we've run out of milk",
            [(17, 21, "B-item")],
            ["add milk to my shopping list"],
        ),
        (
            "home.set_light",
            "from blue to white with the desk lamp",
            [(5, 9, "B-color"), (13, 18, "B-color"), (28, 37, "B-device")],
            ["set the desk lamp to white"],
        ),
    ],
)
def test_what_is_said_plainly(
    tool: str, text: str, labelled: list[tuple[int, int, str]], said: list[str]
) -> None:
    assert list(plainly(tool, parts_of(text, labelled), NOW)) == said


def test_a_tool_without_plain_words_is_not_said() -> None:
    assert list(plainly("home.siren", parts_of("anything", []), NOW)) == []
