"""The way to the broker, and back to it when it was lost. Knows MQTT, nothing of what is said over it."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

import aiomqtt

from kippu.errors import HomeOffline, SettingsError

_log = logging.getLogger(__name__)
_PORTS = {"mqtt": 1883, "mqtts": 8883}
_FIRST_PAUSE = 0.2
_LONGEST_PAUSE = 15.0
_CONNECT_SECONDS = 5.0
_SUBSCRIBE_AT_ONCE = 50
"""Topics in one request; a broker may drop what it keeps if it has to tell too much at once."""


class Listener(Protocol):
    """Who is told what comes."""

    async def connected(self) -> None:
        """The broker is there, again or for the first time."""

    async def lost(self) -> None:
        """It is gone; it is being tried again."""

    async def received(self, topic: str, payload: bytes) -> None:
        """A message came."""

    async def caught_up(self) -> None:
        """All messages that came have been handed over."""


class Connection:
    """One connection that is kept up until ``run`` is cancelled."""

    def __init__(self, address: str) -> None:
        """``mqtt://user:password@host:1883`` or ``mqtts://…``; raises SettingsError for anything else.

        ``mqtts://…?ca=/path/of/ca.pem`` trusts the signers in that file alone, instead of the system's.
        """
        self._url = _checked(address)
        self._client: aiomqtt.Client | None = None

    @property
    def up(self) -> bool:
        """True while the broker is there."""
        return self._client is not None

    async def run(self, listener: Listener) -> None:
        """Connect, hand over what comes, and connect again when the broker goes."""
        pause = _FIRST_PAUSE
        while True:
            try:
                async with self._open() as client:
                    pause = _FIRST_PAUSE
                    self._client = client
                    async with asyncio.TaskGroup() as tasks:
                        hearing = tasks.create_task(_hand_over(client, listener))
                        await listener.connected()
                        _heed()
                        await hearing
            except* (aiomqtt.MqttError, OSError) as error:
                _log.info("No connection to %s: %s", self._url.hostname, error.exceptions[0])
            if self._client:
                self._client = None
                await listener.lost()
            _heed()
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _open(self) -> aiomqtt.Client:
        url = self._url
        return aiomqtt.Client(
            hostname=url.hostname or "",
            port=url.port or _PORTS[url.scheme],
            username=unquote(url.username) if url.username else None,
            password=unquote(url.password) if url.password else None,
            tls_params=aiomqtt.TLSParameters(ca_certs=_signers(url)) if url.scheme == "mqtts" else None,
            timeout=_CONNECT_SECONDS,
            # A command must not wait until the one before is acknowledged.
            socket_options=((socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),),
        )

    async def publish(self, topic: str, payload: str, qos: int = 0, retain: bool = False) -> None:
        """Send now; raises HomeOffline when the broker is not there."""
        if not self._client:
            raise HomeOffline(
                f"The home's broker {self._url.hostname} is not there; it is being tried again.",
                f"家のブローカー {self._url.hostname} につながっていません。接続を試み続けています。",
            )
        try:
            await self._client.publish(topic, payload, qos=qos, retain=retain)
        except aiomqtt.MqttError as error:
            raise HomeOffline(
                f"The home's broker {self._url.hostname} went away: {error}",
                f"家のブローカー {self._url.hostname} との接続が切れました：{error}",
            ) from error

    async def subscribe(self, topics: Iterable[str]) -> None:
        """Hear these topics, and what the broker keeps of them."""
        wanted = sorted(topics)
        for start in range(0, len(wanted), _SUBSCRIBE_AT_ONCE):
            if self._client:
                await self._client.subscribe(
                    [(topic, 0) for topic in wanted[start : start + _SUBSCRIBE_AT_ONCE]]
                )


def _heed() -> None:
    """Raise a cancellation that got lost.

    Until Python 3.12 ``asyncio.wait_for``, by which the client waits, drops one that comes together with what
    it waited for; and an error of leaving the client hides one as well.
    """
    task = asyncio.current_task()
    if task and task.cancelling():
        raise asyncio.CancelledError


async def _hand_over(client: aiomqtt.Client, listener: Listener) -> None:
    async for topic, payload in _messages(client):
        await listener.received(topic, payload)
        if not len(client.messages):
            await listener.caught_up()


async def _messages(client: aiomqtt.Client) -> AsyncIterator[tuple[str, bytes]]:
    async for message in client.messages:
        payload = message.payload
        yield str(message.topic), bytes(payload) if isinstance(payload, bytes | bytearray) else b""


def _checked(address: str) -> SplitResult:
    try:
        url = urlsplit(address)
        good = url.scheme in _PORTS and url.hostname and url.port != 0
    except ValueError:
        good = False
    if not good:
        shown = address.rpartition("@")[2]
        raise SettingsError(
            f"The home's address can't be {shown!r}: it must look like mqtt://user:password@host:1883 "
            "(mqtts:// for TLS). Change the setting 'home'.",
            f"家のアドレス「{shown}」は使えません。mqtt://user:password@host:1883"
            "（TLS なら mqtts://）の形で、設定「home」に入れてください。",
        )
    signers = _signers(url)
    if signers and not Path(signers).is_file():
        raise SettingsError(
            f"The home's address names the certificates {signers!r} (ca=), and there is no such file. "
            "Change the setting 'home'.",
            f"家のアドレスにある証明書「{signers}」（ca=）が見つかりません。設定「home」を直してください。",
        )
    return url


def _signers(url: SplitResult) -> str | None:
    """The file with the certificates to trust; None for the system's."""
    return parse_qs(url.query).get("ca", [None])[-1]
