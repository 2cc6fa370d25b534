"""Where an event is, behind the event."""

import pytest

from understand.home import call, understand

DENTIST = (call("calendar.add", at="2026-11-25T10:00:00", text="歯医者"),)
DINNER = (call("calendar.move", at="2026-11-25", text="dinner"),)


@pytest.mark.parametrize("text", ["場所は会議室Bね", "場所は会議室Bです", "会場は会議室Bになった"])
def test_its_place(text: str) -> None:
    moved = call("calendar.move", text="歯医者", place="会議室B", was="2026-11-25T10:00:00")
    assert understand(text, earlier=DENTIST).calls == (moved,)


def test_its_place_in_english() -> None:
    moved = call("calendar.move", text="dinner", place="room B")
    assert understand("the place is room B", earlier=DINNER).calls == (moved,)


@pytest.mark.parametrize(
    "text",
    ["場所はどこ？", "場所はまだ未定", "場所が遠いんだよね", "the place is nice", "where is the place"],
)
def test_no_place(text: str) -> None:
    for earlier in (DENTIST, DINNER):
        assert "calendar.move" not in [one.tool for one in understand(text, earlier=earlier).calls]
