"""How far a model is with reading: told while it takes its time, and kept from the answer."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest

from kippu.run import progress

pytestmark = pytest.mark.anyio

WORD = {"choices": [{"delta": {"content": "Hi"}}]}


def far(processed: int) -> dict[str, Any]:
    """As llama.cpp tells it: what a cache knew counts in all three."""
    return {
        "choices": [{"delta": {}}],
        "prompt_progress": {"total": 300, "cache": 100, "processed": processed},
    }


async def chunks(*which: dict[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
    for chunk in which:
        yield chunk


async def heard(*which: dict[str, Any]) -> tuple[list[dict[str, Any]], list[tuple[int, int]]]:
    """What comes through, and what is told."""
    told: list[tuple[int, int]] = []
    passed = [
        chunk async for chunk in progress.told(chunks(*which), lambda done, of: told.append((done, of)))
    ]
    return passed, told


async def test_what_takes_its_time_is_told_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_SILENT", 0)
    monkeypatch.setattr(progress, "_STEP", 0)
    passed, told = await heard(far(164), far(228), far(300), WORD, WORD)
    assert passed == [WORD, WORD]
    assert told == [(64, 200), (128, 200), (200, 200)]


async def test_of_what_is_read_at_once_nothing_is_told() -> None:
    assert await heard(far(164), far(300), WORD) == ([WORD], [])


async def test_what_others_read_in_advance_is_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_SILENT", 0)
    assert await heard(far(300), WORD) == ([WORD], [])
