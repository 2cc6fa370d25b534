"""What is to be done once more needs no word for that: it may be the first order of its kind."""

import pytest

from understand.home import call, understand

BLINDS = call("home.close", name="Bedroom Blinds")
LIGHT = call("home.turn_on", name="Kitchen Light")
DIMMED = call("home.set_light", area="Bedroom", domain="light", brightness=30)
ALL_BLINDS = call("home.close", area="Bedroom", domain="cover", device_class="blind")
DOOR = call("home.lock", name="Front Door")
VACUUM = call("home.start", name="Robot Vacuum")


@pytest.mark.parametrize(
    "text",
    [
        "もう一度開けて", "もう一回開けて", "もういちど開けて", "もっかい開けて", "再び開けて",
        "再度開けて", "改めて開けて", "また開けて", "もう一度、開けて",
        "それをもう一度開けて", "もう一度開けてください", "もう１度あけて",
        "open them again", "again, open them", "once more open it", "please open them once again",
        "reopen them",
        "re-open it", "open it one more time", "and open them yet again", "ok, once again open them please",
    ],
)  # fmt: skip
def test_the_blinds_open(text: str) -> None:
    assert understand(text, earlier=(BLINDS,)).calls == (call("home.open", name="Bedroom Blinds"),)


@pytest.mark.parametrize(
    ("text", "last", "tool"),
    [
        ("もう一度消して", LIGHT, "turn_off"),
        ("もう一回つけて", call("home.turn_off", name="Kitchen Light"), "turn_on"),
        ("再び消して", LIGHT, "turn_off"), ("turn it off once more", LIGHT, "turn_off"),
        ("once again turn it off", LIGHT, "turn_off"), ("もう一度止めて", VACUUM, "stop"),
        ("もう一回掃除して", call("home.stop", name="Robot Vacuum"), "start"),
        ("stop it again", VACUUM, "stop"), ("relock it", call("home.unlock", name="Front Door"), "lock"),
        ("もう一度閉めて", call("home.unlock", name="Front Door"), "lock"),
        ("もう一回開けて", DOOR, "unlock"),
    ],
)  # fmt: skip
def test_other_deeds(text: str, last: object, tool: str) -> None:
    (found,) = understand(text, earlier=(last,)).calls
    assert found.tool == f"home.{tool}"


@pytest.mark.parametrize(
    ("text", "level"),
    [("もう一度100%にして", 100), ("また30%にして", 30), ("make it 50 percent again", 50)],
)
def test_levels(text: str, level: int) -> None:
    last = call("home.set_light", name="Kitchen Light", brightness=70)
    found = understand(text, earlier=(last,)).calls
    assert found == (call("home.set_light", name="Kitchen Light", brightness=level),)


@pytest.mark.parametrize("text", ["もう一度", "もう一回やって", "again", "do it once more", "one more time"])
def test_the_word_alone_repeats(text: str) -> None:
    assert {one.tool for one in understand(text, earlier=(BLINDS,)).calls} <= {"home.close", "history.again"}


@pytest.mark.parametrize("text", ["もう一度教えて", "もう一回言って", "say it once more", "もう一度描いて"])
def test_what_is_not_done_at_home_keeps_the_word(text: str) -> None:
    assert not any(one.tool.startswith("home.") for one in understand(text, earlier=(BLINDS,)).calls)


@pytest.mark.parametrize(
    "text", ["また消えてる", "また閉まってるね", "it is open again", "why is it off again?"]
)
def test_what_is_only_told_changes_nothing(text: str) -> None:
    calls = understand(text, earlier=(LIGHT,)).calls
    assert not {one.tool for one in calls} & {"home.turn_on", "home.turn_off", "home.close", "home.open"}


def test_a_timer_goes_on() -> None:
    paused = call("timers.pause")
    assert [one.tool for one in understand("また動かして", earlier=(paused,)).calls] == ["timers.resume"]


@pytest.mark.parametrize(
    "changed",
    [
        ((), ()),
        (("light.bedroom",), ()),
        (("light.bedroom",), ("cover.blinds",)),
        ((), ("cover.blinds",)),
    ],
)
@pytest.mark.parametrize(
    "text", ["open them again", "open them", "open it", "もう一度開けて", "開けて", "それを開けて"]
)
def test_what_was_so_already_was_spoken_of(text: str, changed: tuple[tuple[str, ...], ...]) -> None:
    found = understand(text, earlier=(DIMMED, ALL_BLINDS), changed=changed).calls
    assert found == (call("home.open", area="Bedroom", domain="cover", device_class="blind"),)


@pytest.mark.parametrize("changed", [((), ()), (("light.bedroom",), ("cover.blinds",))])
@pytest.mark.parametrize("text", ["turn it off again", "turn it off", "もう一度消して", "消して"])
def test_so_was_the_other_one(text: str, changed: tuple[tuple[str, ...], ...]) -> None:
    found = understand(text, earlier=(DIMMED, ALL_BLINDS), changed=changed).calls
    assert [one.tool for one in found] == ["home.turn_off"] and found[0].arguments["area"] == "Bedroom"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("turn them back on", ["Floor Lamp"]), ("turn them on again", ["Floor Lamp"]),
        ("turn them on", [None]),
        ("また つけて", ["Floor Lamp"]), ("つけて", [None]),
    ],
)  # fmt: skip
def test_lights_of_a_room_go_on_or_back_on(text: str, names: list[str | None]) -> None:
    off = call("home.turn_off", area="Living Room", domain="light")
    found = understand(text, earlier=(off,), changed=(("light.lamp",),)).calls
    assert [one.arguments.get("name") for one in found] == names
    assert all(one.tool == "home.turn_on" and one.arguments["area"] == "Living Room" for one in found)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("明日9時に、また消してとリマインドして", "また消して"),
        ("メモ：エアコンをまた消し忘れた", "エアコンをまた消し忘れた"),
        ("買い物リストに、また開けたい缶詰を追加して", "、また開けたい缶詰"),
        ("母に、また閉めてとメールして", "、また閉めて"),
    ],
)  # fmt: skip
def test_what_is_kept_or_sent_keeps_the_word(text: str, kept: str) -> None:
    (found,) = understand(text, earlier=(LIGHT,)).calls
    assert kept in found.arguments.values()


def test_what_can_not_be_done_to_it_opens_nothing_else() -> None:
    for last in (
        LIGHT,
        call("home.turn_off", domain="light"),
        call("home.set_temperature", name="Thermostat"),
    ):
        assert not any(
            one.tool.startswith("home.") for one in understand("また開けて", earlier=(last,)).calls
        )


@pytest.mark.parametrize(
    "text",
    [
        "また開けてるよ",
        "また開けそう",
        "開けてるよ",
        "また開けたら教えて",
        "夫がまた開けちゃった",
        "夫はまた開けて出かけた",
    ],
)
def test_a_statement_unlocks_no_door(text: str) -> None:
    meaning = understand(text, earlier=(DOOR,))
    assert "home.unlock" not in {one.tool for one in (*meaning.calls, *meaning.proposed)}
