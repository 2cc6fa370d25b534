"""What the person says reaches whoever waits for it; silence and a stop are a no."""

import asyncio

import pytest

from kippu import consents
from kippu.consents import Consents
from kippu.turn import Consent

pytestmark = pytest.mark.anyio


async def test_an_answer_may_come_before_the_wait() -> None:
    waiting = Consents()
    waiting.expect("t")
    assert waiting.say("t", Consent(allow=True, text="edited"))
    assert not waiting.say("t", Consent(allow=False)), "the first word counts"
    assert await waiting.wait("t", asyncio.Event()) == Consent(allow=True, text="edited")
    assert not waiting.say("t", Consent(allow=True)), "nothing waits any more"


async def test_a_stop_is_a_no() -> None:
    waiting, stop = Consents(), asyncio.Event()
    waiting.expect("t")
    stop.set()
    assert await waiting.wait("t", stop) == Consent(allow=False)


async def test_silence_is_a_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consents, "_PATIENCE", 0.01)
    waiting = Consents()
    waiting.expect("t")
    assert await waiting.wait("t", asyncio.Event()) == Consent(allow=False)


def test_nobody_was_asked() -> None:
    assert not Consents().say("t", Consent(allow=True))
