"""What stands near a command, or a sequel of one, and is none: no deed may come of it, and no fault."""

import pytest

from kippu.turn import Call, Deed
from understand.home import call, understand

LOCKED = call("home.lock", name="Front Door")
ALL_OFF = call("home.turn_off", name="all", domain="light")
LIGHT = call("home.turn_on", name="Kitchen Light")
DAILY = call("alarms.set", at="2026-11-25T07:00:00", repeat="daily")
SUM = call("math.calculate", expression="5たす5")
DAY = call("clock.date", day="2026-12-25")
HOUR = call("timers.start", hours=1)
SHARE = call("math.share", amount="100", people=4)
HEATED = call("home.change_temperature", name="Thermostat", step=1)
FOUND = call("contacts.find", name="bob", what="phone")


def tools(text: str, *earlier: Call) -> list[str]:
    """What is done; with what was done before it."""
    deed = Deed("before", "what was said", earlier, tuple(() for _ in earlier)) if earlier else None
    meaning = understand(text, earlier=earlier, deed=deed)
    return [one.tool for one in (*meaning.calls, *meaning.proposed)]


@pytest.mark.parametrize(
    "text",
    ["don't bother", "changed my mind", "no, don't", "やっぱりやめた", "それやめる", "not now", "wait no"],
)
def test_a_change_of_mind_unlocks_nothing(text: str) -> None:
    assert "home.unlock" not in tools(text, LOCKED)


@pytest.mark.parametrize("text", ["ok, later", "じゃあまた今度", "じゃあ、あとで", "and later"])
def test_a_farewell_takes_nothing_back(text: str) -> None:
    assert not {"home.turn_on", "history.take_back"} & {*tools(text, ALL_OFF)}


@pytest.mark.parametrize(
    "text", ["水ください", "水はいらない", "木だね", "monday", "the weekend", "平日だよね"]
)
def test_no_alarm_is_moved_by_a_word(text: str) -> None:
    assert not {"alarms.set", "alarms.cancel"} & {*tools(text, DAILY)}


@pytest.mark.parametrize(
    "text", ["leave only the hall on", "玄関だけ残して", "no more doors", "鍵はもういい"]
)
def test_what_is_left_or_enough_switches_nothing(text: str) -> None:
    assert not {"home.turn_off", "home.unlock"} & {*tools(text)}


@pytest.mark.parametrize(
    "text",
    [
        "every morning at 7 turn on the heating if it is below 18",
        "turn off the lights in 10 minutes if the bedroom light is on",
        "if the study window is open at 8 turn off the heating",
        "窓が開いてたら8時に暖房を消して",
        "remember to turn off the heating if the window is open",
        "message bob that he should turn off the heating if the window is open",
        "the lights turn off if the study window is open",
        "you should turn off the lights if the bedroom light is on",
        "can i turn off the heating if the window is open",
        "普通は窓が開いてたら暖房を消して",
        "if it is above 30 in tokyo turn on the fan",
        "if it is over 9000 turn off all the lights",
    ],
)
def test_a_rule_a_plan_and_a_text_are_no_condition_of_now(text: str) -> None:
    meaning = understand(text)
    assert meaning.condition is None
    assert not any(one.tool.startswith("home.turn") for one in meaning.calls)


def test_all_are_not_the_windows_that_were_asked_about() -> None:
    meaning = understand("窓が開いてなければ全部消して")
    assert meaning.condition and meaning.calls == (call("home.turn_off", name="all"),)


@pytest.mark.parametrize(
    "text",
    [
        "is it hotter than 30 in the sahara", "is it above 40 in dubai", "is it over 9000", "is it over 2",
        "is it more than 3 in a row",
    ],
)  # fmt: skip
def test_no_room_is_as_warm_as_the_world(text: str) -> None:
    assert all("compare" not in one.arguments for one in understand(text).calls)


@pytest.mark.parametrize(
    "text",
    [
        "who opened the first supermarket", "who set the world record", "was there a moon landing",
        "do they speak english", "is it fun to skydive", "is it christmas yet", "and the capital of france",
        "what about dinner", "i want some too", "here we go again", "no rush", "wait a second", "not at all",
        "actually i am married", "keep it up", "call it a day", "the second world war", "next olympics",
        "江戸時代はいつから？", "人間の骨はいくつ", "次のオリンピックは", "やっぱり猫が最高", "私も",
        "夢だった", "それな", "それはひどい",
    ],
)  # fmt: skip
def test_a_question_of_the_world_is_no_sequel(text: str) -> None:
    assert "about.unfinished" not in tools(text, LIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "nobody lives at 10 elm street", "he lives at 5 main street", "santa lives at 1 north pole",
        "the killer lives at 12 elm street in the movie", "田中さんの電話番号は090-1234-5678ですよね",
        "会社の住所は東京都港区らしい", "クリスマスの誕生日は12月25日", "shopping list: empty it",
        "やること：なし", "買い物：楽しい",
    ],
)  # fmt: skip
def test_a_story_is_kept_nowhere(text: str) -> None:
    assert not {"contacts.add", "notes.add", "lists.add"} & {*tools(text)}


@pytest.mark.parametrize("text", ["forget it", "forget that", "やめて", "cancel"])
def test_nobody_is_deleted_by_a_dismissal(text: str) -> None:
    meaning = understand(text, earlier=(FOUND,))
    told = [*meaning.calls, *meaning.proposed]
    assert not any(one.tool == "contacts.remove" or "contacts.remove" in str(one.arguments) for one in told)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (HOUR, "no, 1/2 an"), (SUM, "1,000割"), (SUM, "消費税1,000%抜きで"), (DAY, "99999999999 days later"),
        (DAY, "その99999999日後は"), (SHARE, "by 0"), (HEATED, "by 999"),
    ],
)  # fmt: skip
def test_no_figure_is_too_odd(earlier: Call, text: str) -> None:
    meaning = understand(text, earlier=(earlier,))
    assert all(one.arguments.get("people") != 0 and one.arguments.get("step") != 999 for one in meaning.calls)
