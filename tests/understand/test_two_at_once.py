"""Two requests in one sentence mean what each means by itself, however they are joined and led up to.

No sentence of these is written down with what it means: what the parts mean tells.
"""

from itertools import cycle, permutations

import pytest

from kippu.turn import Call, Meaning
from understand.home import understand

EN = (
    "turn on the kitchen light", "set the bedroom light to 30 percent", "lock the front door", "play jazz",
    "set the volume to 20", "set a timer for 5 minutes", "add milk to the shopping list",
    "set an alarm for 7 am", "what time is it", "what is 15% of 84", "what's on my calendar tomorrow",
    "how long is left on the timer", "flip a coin", "convert 5 miles to km", "mute the speaker",
    "remove bread from the shopping list", "what's the date tomorrow", "turn off all the lights",
)  # fmt: skip
JA = (
    "キッチンの電気をつけて", "寝室の電気を30%にして", "玄関の鍵を閉めて", "ジャズをかけて", "音量を20にして",
    "5分のタイマーをセットして", "買い物リストに牛乳を追加して", "朝7時にアラームをセットして", "今何時",
    "84の15%はいくつ", "玄関の鍵は閉まってる", "明日の予定を教えて", "金曜の15時に歯医者の予定を入れて",
    "タイマーはあと何分", "5マイルは何キロ", "寝室は何度", "買い物リストからパンを消して", "明日は何日",
)  # fmt: skip
JOINED = {"en": (" and ", ", then ", ". ", ", and also "), "ja": ("。", "、それから", "、あと")}
LED_UP = {
    "en": (
        "just {0}",
        "so, {0}",
        "ok {0}",
        "quickly, {0}",
        "hey kippu, {0}",
        "{0} please",
        "um, {0}",
        "{0}!",
    ),
    "ja": (
        "じゃあ{0}",
        "悪いけど{0}",
        "とりあえず{0}",
        "すみません、{0}",
        "ねえ、{0}",
        "キップ、{0}",
        "えっと、{0}",
    ),
}
OTHERWISE = {
    # The alarm is of the day that the event is on.
    "金曜の15時に歯医者の予定を入れて、それから朝7時にアラームをセットして",
    "金曜の15時に歯医者の予定を入れて、あと朝7時にアラームをセットして",
    "金曜の15時に歯医者の予定を入れて。朝7時にアラームをセットして",
    "quickly, play jazz",
    # A unit may be of two words.
    "convert 5 miles to km and play jazz",
}


def without_rooms(calls: tuple[Call, ...]) -> list[tuple[str, dict[str, object]]]:
    """A room may be that of the request before, and what has no room needs no kind; "the timer" behind one
    that was set is that one."""
    left_out = {"area", "domain", "start_minutes"}
    return [
        (call.tool, {key: value for key, value in call.arguments.items() if key not in left_out})
        for call in calls
    ]


def pairs(language: str) -> list[tuple[str, str, str]]:
    said = EN if language == "en" else JA
    joined = cycle(JOINED[language])
    return [(one, next(joined), other) for one, other in permutations(said, 2)]


@pytest.fixture(scope="module")
def alone() -> dict[str, Meaning]:
    return {said: understand(said) for said in (*EN, *JA)}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_each_means_what_it_means_alone(alone: dict[str, Meaning], language: str) -> None:
    wrong = {}
    for one, between, other in pairs(language):
        both = f"{one}{between}{other}"
        meant = without_rooms(understand(both).calls)
        if both not in OTHERWISE and meant != without_rooms(alone[one].calls + alone[other].calls):
            wrong[both] = meant
    assert not wrong


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_leads_up_to_it_changes_nothing(alone: dict[str, Meaning], language: str) -> None:
    wrong = {}
    for said in EN if language == "en" else JA:
        for frame in LED_UP[language]:
            led = frame.format(said)
            meant = without_rooms(understand(led).calls)
            if led not in OTHERWISE and meant != without_rooms(alone[said].calls):
                wrong[led] = meant
    assert not wrong
