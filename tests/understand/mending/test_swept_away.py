"""What sounds like a list or a whole calendar and is not said of it."""

import pytest

from understand.home import understand


@pytest.mark.parametrize(
    "text",
    [
        "clean up my calendar", "clear up my calendar", "take away all my meetings",
        "delete all those events",
        "delete all upcoming events", "delete each event", "cancel the last thing",
        "cross out the last line", "delete the second thing", "delete my lists",
    ],
)  # fmt: skip
def test_nothing_is_swept_away_or_written(text: str) -> None:
    tools = [call.tool for call in understand(text).calls]
    assert not set(tools) & {"calendar.remove_all", "lists.add", "lists.remove", "lists.clear"}


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("delete all events", "calendar.remove_all"),
        ("clear my calendar", "calendar.remove_all"),
        ("i need to buy milk", "lists.add"),
        ("i need to get some milk", "lists.add"),
        ("remove the last thing from my shopping list", "lists.remove"),
    ],
)
def test_what_is_said_of_it_is_done(text: str, tool: str) -> None:
    assert [call.tool for call in understand(text).calls] == [tool]
