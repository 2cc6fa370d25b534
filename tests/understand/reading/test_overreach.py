"""What a template would take for an event, and is none."""

import pytest

from kippu.turn import Call
from understand.home import understand


@pytest.mark.parametrize(
    "text",
    [
        "delay it by an hour",
        "push everything back 10 minutes",
        "postpone all of them to tomorrow",
        "それを金曜に変更して",
    ],
)
def test_a_pronoun_is_no_title(text: str) -> None:
    assert _of_the_calendar(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "寝る前に電話",
        "昨日母に電話",
        "帰ったら母に電話",
        "なんで母に電話",
        "日曜に電話",
        "彼は弟より何時間遅れている",
        "電車は予定よりどれくらい遅れてる",
        "上司との時差は",
        "全米オープンテニスはいつ",
        "日本の卒業式はいつ",
        "お風呂の時間",
    ],
)
def test_what_only_looks_like_a_name_or_a_place_is_none(text: str) -> None:
    assert understand(text).by == "talk"


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("後藤さんに電話", "phone.call"),
        ("今井先生に電話", "phone.call"),
        ("秩父とロンドンの時差は", "clock.difference"),
        ("卒業式はいつ", "calendar.show"),
        ("全部オフ？", "home.state"),
    ],
)
def test_a_name_or_a_place_is_one(text: str, tool: str) -> None:
    assert [one.tool for one in understand(text).calls] == [tool]


@pytest.mark.parametrize(
    "text",
    [
        "pull the blinds forward 10 minutes",
        "start the washing machine an hour earlier",
        "make the bed 10 minutes earlier",
        "start movie night an hour earlier",
        "move the sofa back 2 days",
        "postpone the heating by an hour",
        "postpone the dishwasher by an hour",
        "push the meeting 5 seconds later",
        "start the dishwasher cleaning 10 minutes earlier",
        "会議を30秒遅らせて",
    ],
)
def test_a_thing_is_moved_by_no_length(text: str) -> None:
    assert _of_the_calendar(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("push the team lunch with Anna back an hour", "team lunch with Anna"),
        ("make the dentist an hour earlier", "dentist"),
        ("push movie night back an hour", "movie night"),
        ("put back the parents' evening by an hour", "parents' evening"),
        ("push the window cleaning back 2 hours", "window cleaning"),
        ("postpone the mortgage signing by 2 days", "mortgage signing"),
    ],
)
def test_an_event_is(text: str, title: str) -> None:
    assert [call.arguments["text"] for call in _of_the_calendar(text)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "delete the note from tuesday",
        "delete my search history from today",
        "delete our chat with Anna from today",
        "delete the notes from the meeting on friday",
        "delete the bakery from today",
        "turn on the floor lamp and delete the note from tuesday",
        "call off the dogs today",
        "cancel the washing machine today",
    ],
)
def test_what_is_kept_elsewhere_is_no_event(text: str) -> None:
    assert _of_the_calendar(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "delete the picnic on friday",
        "cancel the karaoke on friday",
        "delete the team chat from my calendar on friday",
        "delete the appointment with Foo",
    ],
)
def test_an_event_is_dropped(text: str) -> None:
    assert [call.tool for call in _of_the_calendar(text)] == ["calendar.remove"]


def _of_the_calendar(text: str) -> list[Call]:
    return [call for call in understand(text).calls if call.tool.startswith("calendar.")]


@pytest.mark.parametrize(
    "text",
    [
        "買い物リストに電池を追加しないで", "買い物リストに電池がなければ追加しないで",
        "牛乳を買い物リストに入れないでください",
        "買い物リストに牛乳を追加してほしくない", "3割引で買った", "スーパーで買った",
    ],
)  # fmt: skip
def test_nothing_goes_on_or_off_a_list(text: str) -> None:
    assert not understand(text).calls


@pytest.mark.parametrize(
    ("text", "item"),
    [("やることリストに砂糖を入れないでと書いて", "砂糖を入れないで"), ("ゆで卵買った", "ゆで卵")],
)
def test_a_denial_may_be_an_item(text: str, item: str) -> None:
    assert [one.arguments["item"] for one in understand(text).calls] == [item]
