"""What was to be done later is done, and nobody is said to have asked for it then."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kippu.settings import Settings
from kippu.skills.bells import Bell
from kippu.start import running
from kippu.start.obeying import Obey

pytestmark = pytest.mark.anyio


async def test_what_is_due_begins_no_conversation(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, home="mqtt://127.0.0.1:1")
    async with running(settings) as kippu:
        bell = Bell(
            "1", "timer", "", "pending", datetime.now(UTC) + timedelta(minutes=1), "en", "UTC",
            command="add oat milk to the shopping list",
        )  # fmt: skip
        await Obey(kippu.assistant).do(bell)
        assert [item.text for item in kippu.lists.items("shopping")] == ["oat milk"]
        assert kippu.history.list() == ()
        assert kippu.history.asked() == ()
        assert len(kippu.history.list("oat milk")) == 1
