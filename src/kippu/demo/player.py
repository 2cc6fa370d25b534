"""Plays a home on a broker: announces it by discovery, tells its states, obeys commands. Knows only MQTT.

Three topics are the player's own, for those who test homes:
``kippu/demo/reset`` takes {"id", "setup": {entity: {"state", "attributes"}}} and puts the whole home back;
``kippu/demo/look`` takes {"id"}; both answer on ``kippu/demo/states`` with {"id", "states"}.
"""

import asyncio
import contextlib
import json
import logging
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import aiomqtt

from kippu.demo import memory, moving
from kippu.demo.announcing import ALIVE, announcement, base, config_topic, payloads
from kippu.demo.kinds import KINDS
from kippu.demo.plan import Entity
from kippu.demo.thing import Channel, Thing, json_text
from kippu.demo.trying import trying

_log = logging.getLogger(__name__)
_OWN = "kippu/demo"
_TICK = 0.1
_SLOW_TICK = 5.0
_GARBAGE = b"\xff\xfe{]garbage"


class Player:
    """One home, played until it is cancelled."""

    def __init__(self, entities: Iterable[Entity], state_file: Path | None = None) -> None:
        self._state_file = state_file
        self.left_out = [entity.id for entity in entities if entity.domain not in KINDS]
        self._things = {entity.id: Thing(entity) for entity in entities if entity.domain in KINDS}
        self._taking: dict[str, tuple[Thing, Channel]] = {}
        self._told: dict[str, bytes] = {}
        self._unsaved = False
        if state_file:
            memory.load(self._things.values(), state_file)

    async def play(self, address: str, ready: Callable[[], None]) -> None:
        """Play on the broker at this address; ``ready`` is called when all is announced.

        Raises aiomqtt.MqttError when the broker goes.
        """
        self._told.clear()
        async with self._client(address) as client:
            for thing in self._things.values():
                await self._announce(client, thing)
            await _say(client, ALIVE, "online", qos=1, retain=True)
            for topic in [*self._taking, f"{_OWN}/reset", f"{_OWN}/look"]:
                await client.subscribe(topic)
            _heed()
            ready()
            try:
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._pass_time(client))
                    tasks.create_task(self._save_now_and_then())
                    await self._listen(client)
            except BaseExceptionGroup as group:
                # Raised anew inside an ``except*`` it would come out as a group once more.
                lost, other = group.split(aiomqtt.MqttError)
                if other or not lost:
                    raise
                raise aiomqtt.MqttError(str(lost.exceptions[0])) from group
            finally:
                self._save()
                # A clean end leaves no last will, so it is said.
                with contextlib.suppress(aiomqtt.MqttError):
                    await client.publish(ALIVE, "offline", qos=1, retain=True, timeout=1)

    def _client(self, address: str) -> aiomqtt.Client:
        url = urlsplit(address)
        return aiomqtt.Client(
            hostname=url.hostname or "127.0.0.1",
            port=url.port or (8883 if url.scheme == "mqtts" else 1883),
            username=unquote(url.username) if url.username else None,
            password=unquote(url.password) if url.password else None,
            tls_params=aiomqtt.TLSParameters() if url.scheme == "mqtts" else None,
            socket_options=((socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),),
            will=aiomqtt.Will(ALIVE, "offline", qos=1, retain=True),
        )

    async def _announce(self, client: aiomqtt.Client, thing: Thing) -> None:
        at = base(thing.plan)
        for channel in KINDS[thing.plan.domain].channels(thing):
            if channel.takes:
                self._taking[f"{at}/{channel.taking()}"] = (thing, channel)
        here = b"offline" if thing.plan.fault == "offline" else b"online"
        await _say(client, f"{at}/availability", here, retain=True)
        await _say(client, config_topic(thing.plan), json_text(announcement(thing)), retain=True)
        await self._tell(client, thing)

    async def _tell(self, client: aiomqtt.Client, thing: Thing) -> None:
        at = base(thing.plan)
        for topic, payload in payloads(thing):
            await self._publish(client, f"{at}/{topic}", payload.encode())

    async def _publish(self, client: aiomqtt.Client, topic: str, payload: bytes) -> None:
        self._told[topic] = payload
        await _say(client, topic, payload, retain=True)

    async def _listen(self, client: aiomqtt.Client) -> None:
        async for message in client.messages:
            topic, payload = str(message.topic), bytes(message.payload or b"")
            if topic.startswith(_OWN):
                await self._answer(client, topic, payload)
            elif known := self._taking.get(topic):
                await self._obey(client, *known, payload)

    async def _obey(self, client: aiomqtt.Client, thing: Thing, channel: Channel, payload: bytes) -> None:
        match thing.plan.fault:
            case "silent" | "offline":
                return
            case "garbage":
                await _say(client, f"{base(thing.plan)}/state", _GARBAGE)
                return
        try:
            with trying((thing,)):
                value = channel.read(payload.decode())
                KINDS[thing.plan.domain].change(thing, channel.key, value)
        except Exception as error:  # anybody may send anything, and a thing that is real stays silent
            _log.info("%s can't follow %r (%r).", thing.plan.id, payload[:200], error)
            return
        self._unsaved = True
        await self._tell(client, thing)

    async def _answer(self, client: aiomqtt.Client, topic: str, payload: bytes) -> None:
        try:
            wish: Mapping[str, Any] = json.loads(payload or b"{}")
            if topic == f"{_OWN}/reset":
                self._put_back(wish.get("setup", {}))
            states = {
                id_: {"state": thing.state, "attributes": thing.attributes}
                for id_, thing in self._things.items()
            }
            answer = json_text({"id": wish.get("id"), "states": states}).encode()
        except Exception as error:  # as above
            _log.warning("Nothing can be done with what came on %s (%s).", topic, type(error).__name__)
            return
        if topic == f"{_OWN}/reset":
            await self._tell_changes(client)
        await _say(client, f"{_OWN}/states", answer)

    def _put_back(self, setup: Mapping[str, Any]) -> None:
        with trying(self._things.values()):
            for id_, thing in self._things.items():
                first = setup.get(id_, {})
                thing.restore(first.get("state"), first.get("attributes"))

    async def _tell_changes(self, client: aiomqtt.Client) -> None:
        for thing in self._things.values():
            for end, told in payloads(thing):
                place = f"{base(thing.plan)}/{end}"
                if self._told.get(place) != told.encode():
                    await self._publish(client, place, told.encode())

    async def _pass_time(self, client: aiomqtt.Client) -> None:
        restless = moving.restless(self._things.values())
        last = slow = time.monotonic()
        while restless:
            await asyncio.sleep(_TICK)
            now = time.monotonic()
            slowly = now - slow >= _SLOW_TICK
            for thing in restless:
                moves = thing.plan.domain not in ("sensor", "climate")
                if not moves and not slowly:
                    continue
                if self._moved(thing, now - (last if moves else slow), now):
                    self._unsaved = True
                    await self._tell(client, thing)
            last, slow = now, now if slowly else slow

    def _moved(self, thing: Thing, seconds: float, now: float) -> bool:
        try:
            with trying((thing,)):
                return moving.step(thing, seconds, now)
        except Exception as error:  # of a state that somebody gave it
            _log.info("%s can't move (%r).", thing.plan.id, error)
            return False

    async def _save_now_and_then(self) -> None:
        while True:
            await asyncio.sleep(_TICK)
            self._save()

    def _save(self) -> None:
        if self._unsaved and self._state_file:
            try:
                memory.save(self._things.values(), self._state_file)
            except OSError as error:
                _log.warning("The states can't be kept in %s (%s).", self._state_file, error)
        self._unsaved = False


async def _say(client: aiomqtt.Client, topic: str, payload: str | bytes, **how: Any) -> None:
    await client.publish(topic, payload, **how)
    _heed()


def _heed() -> None:
    """Raise a cancellation that got lost.

    Until Python 3.12 ``asyncio.wait_for``, by which the client waits, drops one that comes together with what
    it waited for.
    """
    task = asyncio.current_task()
    if task and task.cancelling():
        raise asyncio.CancelledError
