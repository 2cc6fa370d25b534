"""``python -m kippu.demo``: prints one JSON line when the home is there, then plays until it is stopped."""

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import aiomqtt

from kippu.demo.broker import broker
from kippu.demo.kinds import KINDS
from kippu.demo.plan import BUILT_IN, read
from kippu.demo.player import Player
from kippu.errors import HomeOffline, KippuError

_RETRY_SECONDS = 1.0


def main(arguments: Sequence[str] | None = None, language: str = "en") -> int:
    """Run it; gives the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    chosen = _parser().parse_args(arguments)
    try:
        player = Player(read(chosen.home), chosen.state)
        if player.left_out:
            print(_left_out(player.left_out, language), file=sys.stderr)  # noqa: T201  # this is a command
        asyncio.run(demo(player, chosen.broker, chosen.port, chosen.with_parent))
    except KippuError as error:
        print(error.say(language), file=sys.stderr)  # noqa: T201  # this is a command
        return error.exit_code
    except KeyboardInterrupt:
        pass
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kippu.demo",
        description="Plays a home over MQTT, with Home Assistant's discovery messages.",
    )
    parser.add_argument(
        "--home", type=Path, default=BUILT_IN, help="YAML file of the home (built in: eighteen devices)"
    )
    parser.add_argument(
        "--broker", help="play on this broker, mqtt://user:password@host:1883, instead of one of its own"
    )
    parser.add_argument(
        "--port", type=int, default=0, help="port of its own broker on 127.0.0.1 (0: a free one)"
    )
    parser.add_argument("--state", type=Path, help="file that keeps the states over a restart")
    parser.add_argument("--with-parent", action="store_true", help="end when standard input ends")
    return parser


def _left_out(ids: Sequence[str], language: str) -> str:
    """Says what is not played; a kind that is misspelt gets a word on what may have been meant."""
    meant = {near[0] for id in ids if (near := get_close_matches(id.partition(".")[0], KINDS, 1, 0.75))}
    if language == "ja":
        told = f"再生しません（この種類の機器は MQTT にありません）: {'、'.join(ids)}。"
        return told + (f"もしかして: {'、'.join(sorted(meant))}" if meant else "")
    told = f"Not played, for no thing of this kind speaks MQTT: {', '.join(ids)}."
    return told + (f" Did you mean {', '.join(sorted(meant))}?" if meant else "")


async def demo(player: Player, address: str | None, port: int, with_parent: bool = False) -> None:
    """Play the home until the process is told to end."""
    task = asyncio.create_task(_play_on(player, address) if address else _play_alone(player, port))
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, task.cancel)
    if with_parent:
        loop.add_reader(sys.stdin.fileno(), lambda: os.read(sys.stdin.fileno(), 1024) or task.cancel())
    try:
        await task
    except (asyncio.CancelledError, aiomqtt.MqttError):
        # Leaving the client in the middle of a message may fail as well.
        if not task.cancelled() and not task.cancelling():
            raise


async def _play_alone(player: Player, port: int) -> None:
    async with broker(port) as address:
        await player.play(address, lambda: _ready(address))


async def _play_on(player: Player, address: str) -> None:
    said = False

    def ready() -> None:
        nonlocal said
        if not said:
            _ready(address)
        said = True

    while True:
        try:
            await player.play(address, ready)
        except aiomqtt.MqttError as error:
            task = asyncio.current_task()
            if task and task.cancelling():
                raise
            if not said:
                raise HomeOffline(
                    f"The broker {address} can't be reached: {error}. Is it running?",
                    f"ブローカー {address} につながりません：{error}。動いていますか？",
                ) from error
            await asyncio.sleep(_RETRY_SECONDS)


def _ready(address: str) -> None:
    print(json.dumps({"address": address}), flush=True)  # noqa: T201  # this line is the program's answer


if __name__ == "__main__":
    sys.exit(main())
