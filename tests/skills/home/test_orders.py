"""What becomes of orders, by the answers of a device: here one that tells what the test says."""

import asyncio
import json
from collections.abc import Iterable, Sequence

import pytest

from kippu.errors import HomeOffline
from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import Message, Unable
from kippu.skills.home.orders import End, Order, carry_out, reaches, unable
from kippu.skills.home.registry import Registry

pytestmark = pytest.mark.anyio


class Device:
    """One thing that answers a command with these payloads, each in a moment of its own."""

    def __init__(self, domain: str, *answers: str, first: str | None = None, **config: str) -> None:
        self.answers = answers
        self.got: list[Message] = []
        self._registry = Registry(lambda entity: None)
        told = {"name": "Thing", "command_topic": "c", "state_topic": "s", **config}
        told = {key: value for key, value in told.items() if value}
        self._registry.announce(f"homeassistant/{domain}/thing/config", json.dumps(told).encode())
        (self.entity,) = self._registry.entities()
        if first:
            self.tell(first)

    def tell(self, payload: str) -> None:
        self._registry.receive("s", payload.encode())

    async def send(self, entity: Entity, messages: Iterable[Message]) -> None:
        self.got += messages
        for number, answer in enumerate(self.answers):
            asyncio.get_running_loop().call_later(0.01 * (number + 1), self.tell, answer)


def opened(device: Device) -> Order:
    return Order(
        device.entity,
        (("c", "OPEN"),),
        lambda entity: entity.state == "open",
        lambda entity: entity.state == "opening",
    )


@pytest.mark.parametrize(
    ("first", "answers", "end"),
    [
        ("closed", ["open"], "done"),
        ("closed", ["opening", "open"], "done"),
        ("closed", ["opening"], "moving"),
        ("closed", ["closed"], "other"),
        ("closed", [], "silent"),
        ("closed", ["garbage"], "unreadable"),
        ("open", [], "already"),
    ],
)
async def test_what_its_answers_make_of_it(first: str, answers: Sequence[str], end: End) -> None:
    device = Device("cover", *answers, first=first)
    (result,) = await carry_out([opened(device)], device)
    assert (result.end, result.good) == (end, end in ("done", "already", "moving"))
    assert device.got == [("c", "OPEN")]


async def test_what_tells_nothing_or_is_not_there() -> None:
    mute = Device("cover", state_topic="")
    assert [result.end for result in await carry_out([opened(mute)], mute)] == ["sent"]
    away = Device("cover", "open", availability_topic="here")
    assert [result.end for result in await carry_out([opened(away)], away)] == ["offline"]
    assert away.got == []


async def test_what_has_no_state_is_done_when_it_is_sent() -> None:
    button = Device("button")
    order = Order(button.entity, (("c", "PRESS"),), lambda entity: False, event=True)
    assert [result.end for result in await carry_out([order], button)] == ["sent"]


async def test_a_lost_broker_is_said() -> None:
    class Lost(Device):
        async def send(self, entity: Entity, messages: Iterable[Message]) -> None:
            raise HomeOffline("gone")

    lost = Lost("cover", first="closed")
    with pytest.raises(HomeOffline, match="gone"):
        await carry_out([opened(lost)], lost)


def test_why_a_thing_is_unable() -> None:
    entity = Device("cover").entity
    assert unable(entity, Unable("x")).why == ("can't do that", "ではそれはできません")
    result = unable(entity, Unable("x", "only opens", "は開くだけです"))
    assert (result.good, result.why) == (False, ("only opens", "は開くだけです"))


@pytest.mark.parametrize(
    ("before", "now", "reached"),
    [("20", "21.5", True), ("20", "22", True), ("20", "20", False), ("21", "21", False), ("20", "23", False)],
)
def test_a_device_may_round_what_it_was_told(before: str, now: str, reached: bool) -> None:
    device = Device("number", first=before)
    done = reaches(device.entity, lambda entity: float(entity.state), 21.5, exact=0.05, near=0.5)
    device.tell(now)
    assert done(device.entity) is reached


async def test_what_left_a_command_unanswered_is_not_known_to_be_so() -> None:
    device = Device("cover", first="open")
    shut = Order(device.entity, (("c", "CLOSE"),), lambda entity: entity.state == "closed")
    assert [result.end for result in await carry_out([shut], device)] == ["silent"]
    assert device.entity.silent
    assert [result.end for result in await carry_out([opened(device)], device)] == [
        "silent"
    ]  # and not "already"
    device.tell("open")
    assert not device.entity.silent
    assert [result.end for result in await carry_out([opened(device)], device)] == ["already"]
