"""Several commands in one sentence: cut where both sides are commands, and nowhere else."""

import pytest

from kippu.turn import Call, Language
from kippu.understand.one_by_one import each_by_itself, with_time
from kippu.understand.one_by_one.split import pieces
from understand.home import call, understand


def cut(text: str, *commands: str) -> list[str] | None:
    """The pieces, where exactly these texts read as commands."""
    language: Language = "en" if text.isascii() else "ja"
    return pieces(text, language, lambda piece, before: piece in commands)


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("turn on a and turn off b", ["turn on a", "turn off b"]),
        ("turn on a, then turn off b", ["turn on a", "turn off b"]),
        ("turn on a and then also turn off b", ["turn on a", "turn off b"]),
        ("turn on a, turn off b, close c", ["turn on a", "turn off b", "close c"]),
        ("turn on a. turn off b", ["turn on a", "turn off b"]),
        ("turn on a; close c", ["turn on a", "close c"]),
        ("turn on a plus close c", ["turn on a", "close c"]),
        ("灯りを消してブラインドを閉めて", ["灯りを消して", "ブラインドを閉めて"]),
        ("灯りを消して、ブラインドを閉めて", ["灯りを消して", "ブラインドを閉めて"]),
        ("灯りを消してからブラインドを閉めて", ["灯りを消して", "ブラインドを閉めて"]),
        ("寝室を30%にして、ドアを閉めて", ["寝室を30%に", "ドアを閉めて"]),
    ],
)
def test_cut(text: str, commands: list[str]) -> None:
    assert cut(text, *commands) == commands


def test_a_name_with_and_in_it_stays_whole() -> None:
    text = "turn on salt and pepper and close c"
    assert cut(text, "turn on salt and pepper", "close c") == ["turn on salt and pepper", "close c"]


def test_no_cut_where_one_side_is_no_command() -> None:
    assert cut("turn on a and tell me a joke", "turn on a") is None
    assert cut("sing and turn on a", "turn on a") is None


def test_one_command_is_not_several() -> None:
    assert cut("turn on a", "turn on a") is None
    assert cut("", "") is None


@pytest.mark.parametrize("text", ["灯りを消してください", "灯りを消してくれる", "灯りを消してもらえますか"])
def test_a_polite_ending_is_no_second_command(text: str) -> None:
    language: Language = "ja"
    assert pieces(text, language, lambda piece, before: True) is None


def test_each_piece_is_read_after_those_before_it() -> None:
    seen: list[tuple[str, list[str]]] = []

    def reads(piece: str, before: list[str]) -> bool:
        seen.append((piece, list(before)))
        return piece in {"a", "b", "c"}

    assert pieces("a and b and c", "en", reads) == ["a", "b", "c"]
    assert ("c", ["a", "b"]) in seen


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("set a timer for 5 minutes and one for 10",
         "set a timer for 5 minutes and set a timer for 10 minutes"),
        ("set a timer for 5 and another one for 10 minutes",
         "set a timer for 5 minutes and set a timer for 10 minutes"),
        ("set 2 timers, one for 5 minutes and one for 1 hour",
         "set a timer for 5 minutes and set a timer for 1 hour"),
        ("set timers for 5 and 10 minutes", "set a timer for 5 minutes and set a timer for 10 minutes"),
        ("set an alarm for 7 and another for 8", "set an alarm at 7 and set an alarm at 8"),
        ("set alarms for 7 and 8", "set an alarm at 7 and set an alarm at 8"),
        ("set an alarm for 7am and another 1 for 8:30", "set an alarm for 7am and set an alarm for 8:30"),
        ("wake me up at 7 and again at 8", "wake me up at 7 and wake me up at 8"),
        ("wake me at 6:45 tomorrow and again at 7", "wake me at 6:45 tomorrow and wake me at 7 tomorrow"),
        ("wake me tomorrow at 6:45 and again at 7",
         "wake me tomorrow at 6:45 and wake me tomorrow at 7"),
        ("wake me at 6 on friday and at 7 on saturday",
         "wake me at 6 on friday and wake me at 7 on saturday"),
        ("remind me tomorrow at 9 and at 3 in the afternoon to take my pills",
         "remind me tomorrow at 9 to take my pills "
         "and remind me tomorrow at 3 in the afternoon to take my pills"),
        ("set a 5 minute timer for eggs and a 10 minute 1 for pasta",
         "set a 5 minute timer for eggs and set a 10 minute timer for pasta"),
        ("set a timer for the pasta, 9 minutes, and another one for 12 for the sauce",
         "set a pasta timer for 9 minutes and set a sauce timer for 12 minutes"),
        ("set a timer for 9 minutes for the pasta and one for the sauce for 12 minutes",
         "set a pasta timer for 9 minutes and set a sauce timer for 12 minutes"),
        ("パスタ用に9分、ソース用に12分でタイマーかけて",
         "パスタの9分のタイマーをセットして、ソースの12分のタイマーをセットして"),
        ("remind me at 5 to call mom and at 6 to cook dinner",
         "remind me at 5 to call mom and remind me at 6 to cook dinner"),
        ("remind me to call mom at 5 and cook dinner at 6 pm",
         "remind me to call mom at 5, and remind me to cook dinner at 6 pm"),
        ("remind me to call mom at 5 and remind me to call dad at 6",
         "remind me to call mom at 5, and remind me to call dad at 6"),
        ("remind me to call mom at 5 and cancel my alarm at 7",
         "remind me to call mom at 5 and cancel my alarm at 7"),
        ("パスタ3分と卵5分のタイマーを止めて", "パスタ3分と卵5分のタイマーを止めて"),
        ("remind me to buy bread and milk at 5", "remind me to buy bread and milk at 5"),
        ("remind me to take my pills every day at 9 and 21",
         "remind me to take my pills every day at 9 and remind me to take my pills every day at 21"),
        ("毎日9時と21時に薬を飲むのを教えて", "毎日9時に薬を飲むのを教えて、毎日21時に薬を飲むのを教えて"),
        ("put milk on the shopping list and bread on the party list",
         "put milk on the shopping list and put bread on the party list"),
        ("what's the living room temperature and humidity",
         "what's the living room temperature and what's the living room humidity"),
        ("set 2 timers for 5 and 10 minutes",
         "set a timer for 5 minutes and set a timer for 10 minutes"),
        ("set a timer called tea for 4 minutes and another called eggs for 7",
         "set a timer called tea for 4 minutes and set a timer called eggs for 7 minutes"),
        ("start a 3 minute tea timer and a 7 minute egg timer",
         "start a 3 minute tea timer and start a 7 minute egg timer"),
        ("set an alarm at 6:30 on weekdays and 8 on weekends",
         "set an alarm for 6:30 on weekdays and set an alarm at 8 on weekends"),
        ("平日は6時30分、休日は8時に起こして", "平日の6時30分に起こして、毎週末の8時に起こして"),
        ("remind me in 20 minutes and again in an hour to stretch",
         "remind me in 20 minutes to stretch and remind me in an hour to stretch"),
        ("20分後と1時間後にストレッチって教えて",
         "20分後にストレッチって教えて、1時間後にストレッチって教えて"),
        ("set 2 timers, 5 minutes for pasta and 12 for the sauce",
         "set a pasta timer for 5 minutes and set a sauce timer for 12 minutes"),
        ("start timers for 3, 5 and 8 minutes",
         "set a timer for 3 minutes and set a timer for 5 minutes and set a timer for 8 minutes"),
        ("set timers: rice 9 minutes, bread for 20 minutes",
         "set a rice timer for 9 minutes and set a bread timer for 20 minutes"),
        ("3分と5分と8分のタイマーをかけて",
         "3分のタイマーをセットして、5分のタイマーをセットして、8分のタイマーをセットして"),
        ("パスタ5分、ソース12分、パン20分のタイマー",
         "パスタの5分のタイマーをセットして、ソースの12分のタイマーをセットして、パンの20分のタイマーをセットして"),
        ("play some music quietly", "play some music and set its volume to 20%"),
        ("play killing me softly", "play killing me softly"),
        ("ジャズを小さめにかけて", "ジャズをかけて、音量を20%にして"),
        ("お茶4分と卵7分のタイマー", "お茶の4分のタイマーをセットして、卵の7分のタイマーをセットして"),
        ("7時と8時にアラームをかけて", "7時にアラームをかけて、8時にアラームをかけて"),
        ("7時にアラームをかけて、8時にもかけて", "7時にアラームをかけて、8時にアラームをかけて"),
        ("午後3時と4時半に起こして", "午後3時に起こして、午後4時半に起こして"),
        ("5分と10分のタイマー", "5分のタイマーをセットして、10分のタイマーをセットして"),
        ("1時間と30分のタイマーをセットして", "1時間と30分のタイマーをセットして"),
        ("7時と8時の間に起こして", "7時と8時の間に起こして"),
        ("7時と8時に電気をつけて", "7時と8時に電気をつけて"),
        ("set a timer for 1 hour and 10 minutes", "set a timer for 1 hour and 10 minutes"),
        ("7時に起こして8時にゴミ出しを教えて", "7時に起こして,8時にゴミ出しをリマインドして"),
        ("7時に起こして、8時に薬を飲むのを教えて", "7時に起こして,8時に薬を飲むのを教えて"),
        ("7時に起こして8時に天気を教えて", "7時に起こして,8時に天気を教えて"),
        ("1時に昼食、3時に寝るのをリマインドして", "1時に昼食をリマインドして、3時に寝るのをリマインドして"),
        ("12時に昼食、3時に水をリマインドして", "12時に昼食をリマインドして、3時に水をリマインドして"),
        ("play jazz softly and turn off a", "play jazz and set its volume to 20% and turn off a"),
        ("set a timer for 5 minutes and sing", "set a timer for 5 minutes and sing"),
        ("cancel the alarm and set one for 8", "cancel the alarm and set another alarm at 8"),
        ("turn the lamp off and on again", "turn the lamp off and turn the lamp on"),
        ("turn off a, then back on and close b", "turn a off and turn a on and close b"),
        ("turn on a and off again", "turn a on and turn a off"),
        ("turn off everything and on the radio", "turn off everything and on the radio"),
        ("turn a off and b on again", "turn a off and b on again"),
        ("turn the light on and off", "turn the light on and off"),
        ("電気を消してもう一度つけて", "電気を消して、つけて"),
        ("テレビの電源を切って入れ直して", "テレビを切って、テレビを入れて"),
        ("タイマーを入れ直して", "タイマーを入れ直して"),
    ],
)  # fmt: skip
def test_two_timers_are_said_one_by_one(text: str, apart: str) -> None:
    assert each_by_itself(text, "en" if text.isascii() else "ja", {"テレビ"}.__contains__) == apart


def test_two_levels_with_one_unit_are_two_levels() -> None:
    calls = understand("リビングは30、寝室は50パーセントにして").calls
    assert [(one.arguments["area"], one.arguments["brightness"]) for one in calls] == [
        ("Living Room", 30),
        ("Bedroom", 50),
    ]


_LEVEL = {
    "home.set_position": "position",
    "home.set_light": "brightness",
    "home.set_temperature": "temperature",
}


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("ブラインドは30、エアコンは25度にして", [30, 25]),
        ("リビングの電気は40、エアコンは25度にして", [40, 25]),
        ("エアコンは25、電気は50パーセントにして", [25, 50]),
    ],
)
def test_a_level_of_another_kind_keeps_its_own_unit(text: str, levels: list[int]) -> None:
    calls = understand(text).calls
    assert [one.arguments[_LEVEL[one.tool]] for one in calls] == levels
    assert len({one.tool for one in calls}) == len(calls)


def test_a_long_row_ends_soon() -> None:
    read = 0

    def reads(piece: str, before: list[str]) -> bool:
        nonlocal read
        read += 1
        return piece == "go"

    assert pieces(" and ".join(["go"] * 30), "en", reads) == ["go"] * 30
    assert read < 5000


def test_the_work_grows_as_the_sentence_does() -> None:
    def work(count: int) -> int:
        read = 0

        def reads(piece: str, before: list[str]) -> bool:
            nonlocal read
            read += 1
            return piece in {"go", "go and go"}

        assert pieces(" and ".join([*["go"] * count, "stay"]), "en", reads) is None
        return read

    assert work(40) < 2.2 * work(20)


def test_an_alarm_for_a_number_is_for_a_time() -> None:
    assert with_time("set an alarm for 7") == "set an alarm at 7"
    assert with_time("move the dentist reminder to 4") == "move the dentist reminder to at 4"
    assert with_time("how much time do i have until 5") == "how much time do i have until at 5"
    assert with_time("set an alarm for 8 on weekdays") == "set an alarm at 8 on weekdays"
    for text in ("set an alarm for 7 minutes", "set an alarm for 7am", "set a timer for 7"):
        assert with_time(text) == text


def test_a_second_wait_has_the_unit_of_the_first() -> None:
    said = "in 10 minutes turn off the fan and in 20 lock the door"
    assert with_time(said) == "in 10 minutes turn off the fan and in 20 minutes lock the door"
    for text in (
        "in 10 minutes turn off the fan and in 20 seconds lock the door",
        "in 10 minutes and in 2 rooms",
    ):
        assert with_time(text) == text


TIMER, ALARM, SEVEN = (
    call("timers.start"), call("alarms.set"), call("alarms.set", at="2026-11-25T07:00:00"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("set a timer and an alarm", (TIMER, ALARM)),
        ("could you set an alarm and a timer please", (ALARM, TIMER)),
        ("set a timer and an alarm for 7 am", (TIMER, SEVEN)),
        ("set a timer for 5 minutes and an alarm for 7 am", (call("timers.start", minutes=5), SEVEN)),
    ],
)
def test_a_timer_and_an_alarm_ask_each(text: str, calls: tuple[Call, ...]) -> None:
    assert understand(text).calls == calls


def test_a_timer_and_something_else_are_left_as_they_are() -> None:
    for text in ("set a timer and a lamp", "set an alarm and lock the door", "delete a timer and an alarm"):
        assert each_by_itself(text, "en", lambda words: False) == text


@pytest.mark.parametrize(
    "text",
    [
        "灯りを消していたら教えて", "灯りを消していれば教えて", "灯りを消していなかったら教えて",
        "灯りを消して、という話を書いて", "灯りを消して、と言って",
    ],
)  # fmt: skip
def test_what_goes_on_with_the_verb_is_no_other_command(text: str) -> None:
    assert cut(text, "灯りを消して", *(text[at:] for at in range(6, len(text)))) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [("玄関の鍵が開いていたら教えて", "unlocked"), ("玄関の鍵が開いていれば教えて", "unlocked"),
     ("ブラインドが開いていたら教えて", "open"), ("窓が開いていたら教えて", "open")],
)  # fmt: skip
def test_whoever_wants_to_be_told_has_nothing_opened(text: str, state: str) -> None:
    (found,) = understand(text).calls
    assert (found.tool, found.arguments["state"]) == ("home.state", state)


@pytest.mark.parametrize(
    "text", ["電気をつけていたら教えて", "玄関の鍵を開けていたら教えて", "電気を消して、という話を書いて"]
)
def test_nothing_is_done(text: str) -> None:
    assert not [one for one in understand(text).calls if one.tool != "home.state"]
