"""Serving from start to end: one lock, one socket, one Kippu, until somebody says stop.

Knows no route. Nothing here waits for a network or a model.
"""

import asyncio
import contextlib
import gc
import signal
import sys
import webbrowser
from collections.abc import Callable, Iterator

import uvicorn
from fastapi import FastAPI

from kippu.server import pairing
from kippu.server.app import create
from kippu.server.binding import bind
from kippu.server.lock import hold, holder, is_passing
from kippu.server.log import logged
from kippu.settings import Settings
from kippu.start import running

_LAST_WORDS = 1
"""Seconds that requests under way get to end by themselves."""

Say = Callable[[str, str], None]
"""Tells the person a line, given in English and in Japanese."""


def _in_english(en: str, _: str) -> None:
    sys.stdout.write(en + "\n")
    sys.stdout.flush()


async def serve(settings: Settings, open_browser: bool = False, say: Say = _in_english) -> None:
    """Serve until SIGINT or SIGTERM. ``say`` gets each line for the person.

    Raises Busy when another Kippu holds the data folder (with ``open_browser`` its page is opened instead),
    SettingsError when the host can't be listened at, and what starting Kippu raises.
    """
    there = holder(settings.data)
    if there and open_browser:
        say(f"Kippu is already running: {there}", f"Kippuはもう動いています: {there}")
        if is_passing(settings.data):
            say(
                "It ends with the chat in the terminal. To keep it, leave that chat and start this again.",
                "端末での会話が終わると、一緒に終わります。"
                "残すには、その会話を終えてから、もう一度起動してください。",
            )
        await _open(there)
        return
    closing = asyncio.Event()
    with (
        hold(settings.data) as lock,
        logged(settings.data / "kippu.log"),
        _signals(closing),
        contextlib.closing(bind(settings.host, settings.port)) as listener,
    ):
        port = listener.getsockname()[1]
        if settings.port not in {0, port}:
            say(
                f"The port {settings.port} is taken by another program; using {port}.",
                f"ポート{settings.port}は別のプログラムが使っているため、{port}を使います。",
            )
        settings = settings.model_copy(update={"port": port})
        here = _from_here(settings.host, port)
        lock.tell(here)
        async with running(settings) as kippu:
            address = pairing.address(settings.host, port)
            say(f"Kippu is at {address}", f"Kippuはここで動いています: {address}")
            _say_token(settings, say)
            if open_browser:
                await _open(here)
            await Server(create(kippu, closing), closing).serve(sockets=[listener])
    # Python would look through all that was ever made once more before it leaves: a second for nothing.
    gc.freeze()


class Server(uvicorn.Server):
    """Ends when it is told to, and leaves the process alone afterwards."""

    def __init__(self, app: FastAPI, closing: asyncio.Event) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                ws="none",
                lifespan="on",
                timeout_graceful_shutdown=_LAST_WORDS,
            )
        )
        self._closing = closing

    async def on_tick(self, counter: int) -> bool:
        """Whether to end, asked ten times a second."""
        return await super().on_tick(counter) or self._closing.is_set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are ours: uvicorn would raise them again and so cut short what comes after it."""
        yield


@contextlib.contextmanager
def _signals(closing: asyncio.Event) -> Iterator[None]:
    """The first SIGINT or SIGTERM sets ``closing``; a second one does what it does without us."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)

    def release() -> None:
        for number in numbers:
            with contextlib.suppress(RuntimeError, ValueError):
                loop.remove_signal_handler(number)

    def close() -> None:
        closing.set()
        release()

    for number in numbers:
        with contextlib.suppress(RuntimeError, ValueError):  # only the main thread can
            loop.add_signal_handler(number, close)
    try:
        yield
    finally:
        release()


def _from_here(host: str, port: int) -> str:
    """The address for programs on this device, which need no token."""
    if host in {"0.0.0.0", "::", ""}:  # noqa: S104  # compared, not bound
        host = "127.0.0.1"
    return pairing.address(host, port)


def _say_token(settings: Settings, say: Say) -> None:
    """Beyond loopback, show the token the once that it is made."""
    if pairing.is_loopback(settings.host):
        return
    new = not (settings.data / "token").exists()
    token = pairing.token(settings.data)
    if new:
        address = pairing.address(settings.host, settings.port)
        say(
            f"Other devices open it once as {address}/?token={token}",
            f"ほかの端末では、最初に一度だけ次のアドレスで開いてください: {address}/?token={token}",
        )
    else:
        kept = settings.data / "token"
        say(
            f"Other devices need the token in {kept}",
            f"ほかの端末では、次のファイルにあるトークンが必要です: {kept}",
        )


async def _open(address: str) -> None:
    """Open the page in a browser, if there is one."""
    await asyncio.to_thread(webbrowser.open, address)
