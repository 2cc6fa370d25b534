"""An MQTT broker on loopback, for those who have none. Knows nothing of the home that is played on it."""

import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from amqtt.broker import Broker  # type: ignore[import-untyped]  # it ships no types
from amqtt.errors import BrokerError  # type: ignore[import-untyped]  # it ships no types

from kippu.errors import HomeError

_HOST = "127.0.0.1"


@asynccontextmanager
async def broker(port: int) -> AsyncIterator[str]:
    """Runs until the block ends; gives its address. Port 0 takes a free one."""
    logging.getLogger("amqtt").setLevel(logging.CRITICAL)
    logging.getLogger("transitions").setLevel(logging.CRITICAL)
    port = port or _free_port()
    running = Broker(
        {
            "listeners": {"default": {"type": "tcp", "bind": f"{_HOST}:{port}"}},
            "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
        }
    )
    try:
        await running.start()
    except BrokerError as error:
        raise HomeError(
            f"No broker can listen on {_HOST}:{port}: {error}. Choose another --port, or 0.",
            f"{_HOST}:{port} でブローカーを始められません：{error}。--port で別の番号か 0 を選んでください。",
        ) from error
    try:
        yield f"mqtt://{_HOST}:{port}"
    finally:
        await running.shutdown()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])
