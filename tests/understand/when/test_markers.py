"""Time phrases as markers, and the person's own words back."""

import pytest

from kippu.understand.when.markers import Marked, marked
from understand.home import NOW


def versions(text: str) -> dict[str, Marked]:
    return {one.text: one for one in marked(text, "en" if text.isascii() else "ja", NOW)}


def test_a_moment_with_and_without_its_preposition() -> None:
    found = versions("remind me at 7pm to stretch")
    assert set(found) == {
        "remind me zwhen to stretch", "remind me at zwhen to stretch", "remind me at 7pm to stretch",
    }  # fmt: skip
    assert found["remind me zwhen to stretch"].when == {"at": "2026-11-24T19:00:00"}


def test_the_sentence_as_it_was_comes_last_and_alone_is_plain() -> None:
    found = list(marked("remind me at 7pm to stretch", "en", NOW))
    assert [one.plain for one in found] == [False, False, True]
    assert found[-1].text == "remind me at 7pm to stretch"
    assert [one.text for one in marked("turn on the light", "en", NOW)] == ["turn on the light"]


def test_a_length() -> None:
    found = versions("set a timer for an hour and a half")["set a timer zduration"]
    assert found.duration == {"hours": 1, "minutes": 30}
    assert found.when is None


def test_days_of_a_length_become_hours() -> None:
    assert versions("timer 2 days")["timer zduration"].duration == {"hours": 48}


def test_a_day_can_be_read_as_day_and_as_moment() -> None:
    found = versions("what is on friday")
    assert found["what is zday"].day == "2026-11-27"
    assert found["what is zwhen"].when == {"at": "2026-11-27T09:00:00"}


def test_a_repeat_goes_with_its_first_moment() -> None:
    found = versions("every monday at 9 water the plants")["zwhen water the plants"]
    assert found.when == {"at": "2026-11-30T09:00:00", "repeat": "mon"}


def test_the_persons_own_words_come_back() -> None:
    found = versions("call mum at 7pm")["call mum zwhen"]
    assert found.restore("call mum zwhen") == "call mum at 7pm"
    assert found.restore("nothing of it") == "nothing of it"


def test_japanese() -> None:
    found = versions("明日7時に起こして")
    assert found["zwhen起こして"].when == {"at": "2026-11-25T07:00:00"}
    assert found["zwhen起こして"].restore("zwhen") == "明日7時に"
    assert versions("5分タイマー")["zdurationタイマー"].duration == {"minutes": 5}


def test_only_one_phrase_is_marked_at_a_time() -> None:
    found = versions("in 5 minutes remind me for 20 minutes")
    assert "zwhen remind me for 20 minutes" in found
    assert "in 5 minutes remind me zduration" in found
    assert not any("zwhen" in text and "zduration" in text for text in found)


@pytest.mark.parametrize(
    ("text", "marked", "span", "said"),
    [
        ("on friday", "on zwhen", {"day": "2026-11-27"}, "2026-11-27"),
        ("at 3 on friday", "at zwhen", {"at": "2026-11-27T15:00:00"}, "2026-11-27T15:00:00"),
        ("at 4 pm", "at zwhen", {"at": "2026-11-24T16:00:00"}, "16:00:00"),
        ("in 2 hours", "in zwhen", {"at": "2026-11-24T12:00:00"}, "2026-11-24T12:00:00"),
        ("tomorrow evening", "zwhen", {"day": "2026-11-25", "part": "evening"}, "2026-11-25T19:00:00"),
        ("this week", "zspan", {"day": "2026-11-24", "until": "2026-11-29"}, ""),
        ("next week", "zwhen", {"day": "2026-11-30", "until": "2026-12-06"}, "2026-11-30"),
        ("this weekend", "zwhen", {"day": "2026-11-28", "until": "2026-11-29"}, "2026-11-28"),
        ("next weekend", "zwhen", {"day": "2026-12-05", "until": "2026-12-06"}, "2026-12-05"),
        ("this month", "zspan", {"day": "2026-11-24", "until": "2026-11-30"}, ""),
        ("next month", "zspan", {"day": "2026-12-01", "until": "2026-12-31"}, ""),
        ("今週", "zspan", {"day": "2026-11-24", "until": "2026-11-29"}, ""),
        ("来週", "zwhen", {"day": "2026-11-30", "until": "2026-12-06"}, "2026-11-30"),
        ("週末", "zwhen", {"day": "2026-11-28", "until": "2026-11-29"}, "2026-11-28"),
        ("来月", "zspan", {"day": "2026-12-01", "until": "2026-12-31"}, ""),
        ("来月の5日", "zwhen", {"day": "2026-12-05"}, "2026-12-05"),
        ("明日の午後", "zwhen", {"day": "2026-11-25", "part": "afternoon"}, "2026-11-25T15:00:00"),
    ],
)
def test_the_time_that_is_asked_about(text: str, marked: str, span: dict[str, str], said: str) -> None:
    found = versions(text)[marked]
    assert (found.span, found.said) == (span, said)


def test_a_movie_night_is_no_night() -> None:
    found = versions("movie night on friday at 7 pm")["movie night zwhen"]
    assert found.when == {"at": "2026-11-27T19:00:00"}


def test_from_until_is_no_time_past_the_hour() -> None:
    assert "workshop zwhen to 5" in versions("workshop tomorrow from 3 to 5")
