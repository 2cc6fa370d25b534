"""The way out, to a second Kippu that plays the cloud: real model, real HTTP, and a network that fails."""

import json
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from faulty import Fault, Faulty, faulty
from kippu import reasons
from kippu.engines import cloud
from kippu.engines.breaker import Breaker
from kippu.engines.price import worst
from kippu.errors import CloudError, OverBudget, StaysHere, TooSlow
from kippu.reasons import Reason
from kippu.record import Database, Ledger, Spending
from kippu.run.elsewhere import Elsewhere
from kippu.settings import Provider, Settings, keep, load
from kippu.turn import Egress, Message
from server.conftest import MODEL, Running, start

pytestmark = pytest.mark.anyio

_SAID = "Name three colours."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Running]:
    """A second Kippu, which plays the cloud."""
    data = tmp_path_factory.mktemp("cloud")
    (data / "models").mkdir()
    shutil.copy(model_path, data / "models" / model_path.name)
    running = start(data)
    yield running
    running.stop()


@pytest.fixture
async def network(served: Running) -> AsyncIterator[Faulty]:
    async with faulty(served.address) as network:
        yield network


class Out:
    """A way out over the bad network, and what it leaves behind."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self.settings = settings
        self.ledger = Ledger(database)
        self.spending = Spending(database)
        self.breaker = Breaker()
        self.stays: Reason | None = None
        self.elsewhere = Elsewhere(settings, self.ledger, self.spending, self.breaker)

    async def ask(self) -> tuple[str, list[dict[str, Any]]]:
        egress = Egress("Near", (Message("user", _SAID),), ("person",))
        messages = [{"role": "user", "content": _SAID}]
        asked = self.elsewhere.chat("t1", egress, "why", lambda: self.stays, messages)
        async with aclosing(asked) as chunks:
            got = [chunk async for chunk in chunks]
        return "".join(c["delta"].get("content") or "" for chunk in got for c in chunk["choices"]), got


@pytest.fixture
async def out(network: Faulty, data: Path) -> AsyncIterator[Out]:
    settings = load()
    near = Provider(name="Near", url=network.address + "/v1", model=MODEL, cents_in=1000, cents_out=2000)
    keep(settings, policy="when it helps", providers=[near])
    database = Database(data / "kippu.db")
    out = Out(settings, database)
    yield out
    await out.elsewhere.close()
    database.close()


async def test_an_answer_comes_and_the_ledger_has_the_very_bytes(out: Out, network: Faulty) -> None:
    text, chunks = await out.ask()
    assert len(text) > 10
    (row,) = out.ledger.list(kinds=["egress"])
    _, body = network.heard[0].split(b"\r\n\r\n", 1)
    assert row.text is not None and row.text.encode() == body and row.bytes == len(body)
    assert (row.to, row.turn, row.kinds, row.what) == ("Near", "t1", ("person",), "why")
    assert json.loads(body)["messages"] == [{"role": "user", "content": _SAID}]
    usage = next(chunk["usage"] for chunk in chunks if chunk.get("usage"))
    cost = (usage["prompt_tokens"] * 1000 + usage["completion_tokens"] * 2000) / 1e6
    assert chunks[-1]["cents"] == pytest.approx(cost) == pytest.approx(out.spending.spent())


async def test_nothing_of_this_device_goes_with_it(
    out: Out, network: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-mine")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another")
    await out.ask()
    head = network.heard[0].split(b"\r\n\r\n", 1)[0].lower()
    for word in (b"stainless", b"linux", b"python", b"openai", b"org-of-mine", b"sk-of-another"):
        assert word not in head
    assert b"user-agent: kippu" in head


async def test_each_try_has_its_row(out: Out, network: Faulty) -> None:
    network.fault = "limit once"
    text, _ = await out.ask()
    assert text and len(network.heard) == 2 == len(out.ledger.list(kinds=["egress"]))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("cut", "broke off"),
        ("limit", "takes no more requests"),
        ("redirect", "refused with status 307"),
        ("refuse key", "does not take the key"),
        ("garbage", "broke off"),
    ],
)
async def test_a_failure_is_told(out: Out, network: Faulty, fault: Fault, said: str) -> None:
    network.fault = fault
    async with faulty(network.server) as other:
        network.elsewhere = other.address
        with pytest.raises(CloudError, match=said) as caught:
            await out.ask()
        assert other.heard == []
    assert _SAID not in str(caught.value) and caught.value.ja != str(caught.value)
    assert len(out.ledger.list(kinds=["egress"])) == len(network.heard) >= 1


@pytest.mark.parametrize(
    ("fault", "limit", "said"),
    [
        ("silent", "_FIRST_SECONDS", "did not answer in time"),
        ("stall", "_BETWEEN_SECONDS", "too slow with the rest"),
        ("trickle", "_WHOLE_SECONDS", "too slow with the rest"),
    ],
)
async def test_a_slow_provider_is_left_and_not_asked_again(
    out: Out, network: Faulty, monkeypatch: pytest.MonkeyPatch, fault: Fault, limit: str, said: str
) -> None:
    monkeypatch.setattr(cloud, limit, 0.5)
    network.fault = fault
    begun = time.monotonic()
    with pytest.raises(CloudError, match=said):
        await out.ask()
    assert time.monotonic() - begun < 5 and len(network.heard) == 1
    assert out.breaker.open("Near"), "nor in the next turn"


async def test_the_time_to_the_first_word_is_one_for_all_tries(
    out: Out, network: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cloud, "_FIRST_SECONDS", 1.0)
    network.fault = "limit"
    begun = time.monotonic()
    with pytest.raises(CloudError, match="takes no more requests"):
        await out.ask()
    assert time.monotonic() - begun < 3 and len(network.heard) == 2


@pytest.mark.parametrize("fault", ["slow", "limit long"])
async def test_who_is_slow_or_wants_a_long_wait_is_asked_once(
    out: Out, network: Faulty, fault: Fault
) -> None:
    network.fault = fault
    with pytest.raises(CloudError, match=r"504|no more requests"):
        await out.ask()
    assert len(network.heard) == 1 and out.breaker.open("Near") is (fault == "slow")


async def test_one_that_is_not_there_is_told_and_rests(out: Out) -> None:
    gone = Provider(name="Near", url="http://127.0.0.1:9/v1", model=MODEL)
    keep(out.settings, providers=[gone])
    for _ in range(3):
        assert not out.breaker.open("Near")
        with pytest.raises(CloudError, match="can't be reached at http://127"):
            await out.ask()
    assert out.breaker.open("Near")


async def test_a_budget_is_never_passed(out: Out, network: Faulty) -> None:
    keep(out.settings, budget_cents=1)
    for _ in range(3):
        with pytest.raises(OverBudget, match="this month's 1 cents"):
            await out.ask()
    assert not out.breaker.open("Near"), "that is no failure of theirs"
    assert network.heard == [] and out.ledger.list() == () and out.spending.spent() == 0


@pytest.mark.parametrize(
    ("fault", "limit", "tries"),
    [
        ("silent", "_FIRST_SECONDS", 1),
        ("stall", "_BETWEEN_SECONDS", 1),
        ("slow", "", 1),
        ("hang up", "", 3),
        ("cut", "", 1),
        ("garbage", "", 1),
        ("limit", "", 0),
        ("redirect", "", 0),
        ("refuse key", "", 0),
    ],
)
async def test_what_may_have_cost_something_stays_spent(
    out: Out, network: Faulty, monkeypatch: pytest.MonkeyPatch, fault: Fault, limit: str, tries: int
) -> None:
    if limit:
        monkeypatch.setattr(cloud, limit, 0.5)
    network.fault = fault
    with pytest.raises(CloudError):
        await out.ask()
    bodies = [row.text or "" for row in out.ledger.list(kinds=["egress"])]
    expected = sum(worst(out.settings.providers[0], body) for body in bodies[:tries])
    assert len(bodies) == len(network.heard) >= 1
    assert out.spending.spent() == pytest.approx(expected) and (expected > 0) is (tries > 0)


async def test_who_stops_early_has_spent_the_worst(out: Out, network: Faulty) -> None:
    egress = Egress("Near", (Message("user", _SAID),))
    messages = [{"role": "user", "content": _SAID}]
    async with aclosing(out.elsewhere.chat("t1", egress, "why", lambda: None, messages)) as got:
        await anext(got)
    (row,) = out.ledger.list(kinds=["egress"])
    assert out.spending.spent() == pytest.approx(worst(out.settings.providers[0], row.text or ""))


async def test_who_is_not_reached_cost_nothing(out: Out) -> None:
    keep(out.settings, providers=[out.settings.providers[0].model_copy(update={"url": "http://127.0.0.1:9"})])
    with pytest.raises(CloudError, match="can't be reached"):
        await out.ask()
    assert len(out.ledger.list(kinds=["egress"])) == 3 and out.spending.spent() == 0


async def test_a_budget_holds_against_one_that_never_answers(
    out: Out, network: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cloud, "_FIRST_SECONDS", 0.3)
    network.fault = "silent"
    keep(out.settings, budget_cents=7)
    errors = []
    for _ in range(4):
        with pytest.raises(CloudError) as caught:
            await out.ask()
        errors.append(type(caught.value))
    assert errors == [TooSlow, TooSlow, OverBudget, OverBudget]
    assert len(network.heard) == 2 and 4.5 < out.spending.spent() <= 7


async def test_device_only_is_a_wall(out: Out, network: Faulty) -> None:
    keep(out.settings, policy="device only")
    with pytest.raises(StaysHere, match="nothing is sent: all stays here"):
        await out.ask()
    assert network.heard == [] and out.ledger.list() == () and out.spending.spent() == 0


async def test_so_is_what_the_person_chose_for_this_turn(out: Out, network: Faulty) -> None:
    out.stays = reasons.CONVERSATION
    with pytest.raises(StaysHere) as caught:
        await out.ask()
    assert caught.value.reason == reasons.CONVERSATION
    assert network.heard == [] and out.ledger.list() == () and out.spending.spent() == 0


async def test_one_that_was_removed_is_not_tried_again(
    out: Out, network: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cloud, "_PAUSE_SECONDS", 0.0)
    network.fault = "limit"
    write = out.ledger.add

    def add(*what: Any, **more: Any) -> int:
        keep(out.settings, providers=[])
        return write(*what, **more)

    monkeypatch.setattr(out.ledger, "add", add)
    with pytest.raises(CloudError, match="no provider 'Near' any more"):
        await out.ask()
    assert len(network.heard) == 1
