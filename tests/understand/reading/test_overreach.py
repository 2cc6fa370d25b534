"""What a template would take for an event, and is none."""

import pytest

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
    assert not [call for call in understand(text).calls if call.tool.startswith("calendar.")]
