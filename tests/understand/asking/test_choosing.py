"""Replies to "Which one?": what was offered, as it stands there or in the person's own words."""

import pytest

from kippu.turn import Call, Meaning, Message
from kippu.understand.asking.choosing import chosen
from understand.home import HOME, call, turn, understand

TIMERS = ("eggs timer", "5 minute timer", "30 minute timer")
ALARMS = ("today at 7:00 AM", "tomorrow at 8:30 AM (every weekday, gym)", "tomorrow at 5:00 PM")
REMINDERS = ("call mom (tomorrow at 9:00 AM)", "call mom and dad (on Friday at 10:00 AM)")
TIMERS_JA = ("ピザのタイマー", "5分のタイマー", "25分のタイマー")
ALARMS_JA = ("明日の午前7時", "明日の午後5時（毎日）", "水曜日の午前7時30分")
QUESTION = "Which one is it?"


def replied(text: str, offered: tuple[str, ...], tool: str = "timers.cancel") -> Meaning | None:
    asked = tuple(call(tool, id=str(number)) for number in range(len(offered)))
    history = (Message("assistant", QUESTION),)
    return chosen(turn(text, asked=asked, offered=offered, history=history), HOME)


def ids(meaning: Meaning | None) -> list[int]:
    assert meaning is not None
    return [int(each.arguments["id"]) for each in meaning.calls]


@pytest.mark.parametrize(
    ("offered", "text", "at"),
    [
        (TIMERS, "eggs timer", 0), (TIMERS, "Eggs timer.", 0), (TIMERS, "eggs", 0),
        (TIMERS, "the egg one", 0), (TIMERS, "the one for the eggs please", 0), (TIMERS, "five minutes", 1),
        (TIMERS, "5", 1),
        (TIMERS, "the 30 minute one", 2), (TIMERS, "cancel the eggs one", 0), (TIMERS, "the second one", 1),
        (TIMERS, "the last one", 2), (TIMERS, "first", 0),
        (ALARMS, "the 7 o'clock one", 0), (ALARMS, "8:30", 1), (ALARMS, "gym", 1), (ALARMS, "5 pm", 2),
        (ALARMS, "tomorrow at 8:30 AM (every weekday, gym)", 1), (ALARMS, "today", 0),
        (REMINDERS, "call mom", 0), (REMINDERS, "dad", 1), (REMINDERS, REMINDERS[1], 1),
        (TIMERS_JA, "ピザ", 0), (TIMERS_JA, "ピザのやつ", 0), (TIMERS_JA, "5分", 1),
        (TIMERS_JA, "５分のほう", 1),
        (TIMERS_JA, "25分のタイマーをお願いします", 2),
        (TIMERS_JA, "最後の", 2), (TIMERS_JA, "2番目", 1),
        (TIMERS_JA, "ピザのを消して", 0), (ALARMS_JA, "午後5時", 1), (ALARMS_JA, "水曜日のやつ", 2),
        (ALARMS_JA, "毎日の", 1),
    ],
)  # fmt: skip
def test_one_is_chosen(offered: tuple[str, ...], text: str, at: int) -> None:
    assert ids(replied(text, offered)) == [at]


@pytest.mark.parametrize(
    ("offered", "text", "at"),
    [(TIMERS, "eggs and 30 minutes", [0, 2]), (TIMERS_JA, "ピザと5分", [0, 1]), (ALARMS, "7, 8:30", [0, 1])],
)
def test_several_are_chosen(offered: tuple[str, ...], text: str, at: list[int]) -> None:
    assert ids(replied(text, offered)) == at


@pytest.mark.parametrize(
    ("offered", "text", "left"),
    [(ALARMS, "tomorrow", (1, 2)), (TIMERS, "the minutes one", (1, 2)), (ALARMS_JA, "明日", (0, 1))],
)
def test_words_that_fit_several_are_asked_about_again(
    offered: tuple[str, ...], text: str, left: tuple[int, ...]
) -> None:
    meaning = replied(text, offered)
    assert meaning and meaning.choices == tuple(offered[at] for at in left) and not meaning.calls
    assert [int(each.arguments["id"]) for each in meaning.proposed] == list(left)
    assert meaning.question and all(words in meaning.question for words in meaning.choices)


@pytest.mark.parametrize("text", ["yes", "OK", "はい", "お願いします"])
def test_a_yes_chooses_nothing(text: str) -> None:
    meaning = replied(text, TIMERS)
    assert meaning and (meaning.question, meaning.choices) == (QUESTION, TIMERS) and not meaning.calls


@pytest.mark.parametrize("text", ["neither", "none of them", "どれでもない"])
def test_none_of_it(text: str) -> None:
    meaning = replied(text, TIMERS)
    assert meaning and meaning.calls == (Call("help.never_mind"),)


@pytest.mark.parametrize(
    "text",
    ["set a timer for 5 minutes", "how much time is left", "timer", "turn on the kitchen light",
     "the noodles", "pause the eggs timer", "what is it", "7分", "キッチンの電気をつけて",
     "5分のタイマーをセットして"],
)  # fmt: skip
def test_another_sentence_chooses_nothing(text: str) -> None:
    assert replied(text, TIMERS if text.isascii() else TIMERS_JA) is None


def test_all_of_it_is_read_as_ever() -> None:
    asked = tuple(call("timers.cancel", id=str(number)) for number in range(2))
    assert understand("both", asked=asked, offered=TIMERS[:2]).calls == asked
    assert understand("never mind", asked=asked, offered=TIMERS[:2]).calls == (Call("help.never_mind"),)


def test_things_of_the_home_are_chosen_by_all_of_their_words() -> None:
    asked = tuple(call("home.turn_on", name=name) for name in ("Kitchen Light", "Bedroom Light"))
    told = turn("bedroom light", asked=asked, offered=("Kitchen Light", "Bedroom Light"))
    meaning = chosen(told, HOME)
    assert meaning and meaning.calls == asked[1:]
    assert chosen(turn("bedroom", asked=asked, offered=told.offered), HOME) is None


def test_of_timers_that_only_what_is_left_tells_apart_the_last_is_meant() -> None:
    offered = ("4分のタイマー", "20分のタイマー（残り18分）", "20分のタイマー（残り19分）")
    assert ids(replied("20分の", offered)) == [2]


def test_another_order_is_no_reply() -> None:
    assert replied("ピザのタイマー止めて", TIMERS_JA, "timers.status") is None
    assert replied("ピザのタイマー一時停止して", TIMERS_JA) is None
    assert ids(replied("ピザのタイマー止めて", TIMERS_JA)) == [0]
    assert ids(replied("ピザのタイマーをお願い", TIMERS_JA, "timers.status")) == [0]
