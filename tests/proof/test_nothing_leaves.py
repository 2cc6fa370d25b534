"""Under ``device only`` nothing leaves: all of Kippu is used, on a network that records every frame."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from kippu.settings import load
from kippu.start import running

from . import hands, kippus
from .features import OTHER, Use
from .lan import DEVICE, ELSEWHERE, Frame, Lan, seen

_SETTINGS = f"""
[[providers]]
name = "Far"
url = "http://{ELSEWHERE}:8642/v1"
model = "large"
key_variable = "FAR_KEY"
"""
"""Somebody who could be asked, would the policy let it."""


@pytest.fixture
async def tools(data: Path) -> list[str]:
    """Names of all tools that there are."""
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        return [tool.name for skill in kippu.skills for tool in skill.tools]


@pytest.mark.anyio
async def test_not_one_packet_leaves_under_device_only(
    lan: Lan, tools: list[str], tmp_path: Path, model_path: Path
) -> None:
    lan.try_to_leave()
    assert all(seen(lan.left())), "what leaves is not seen: the rest would prove nothing"
    mine = kippus.folder(tmp_path / "mine", model_path, _SETTINGS)
    found = _Found(lan)
    with _serving(lan, mine) as use:
        _use_all(found, use, tools, mine)
        assert lan.inside(use.not_used) == set()
    # Started anew, and open to the house now: other devices may come in, and still nothing goes out.
    with _serving(lan, mine, "0.0.0.0") as use:
        found.by(_look_again, use)
    found.by(hands.commands, mine)
    found.by(hands.chat, mine)
    assert found.frames == {}
    lan.try_to_leave()
    assert all(seen(found.new())), "what leaves was no longer seen at the end"
    with _serving(lan, mine) as use:
        found.by(_fetch, use)
    assert found.frames, "what Kippu itself sends after a yes is not seen"


class _Found:
    """What left, by what was being done when it did."""

    def __init__(self, lan: Lan) -> None:
        self._lan = lan
        self._before = len(lan.left())
        self.frames: dict[str, list[str]] = {}

    def new(self) -> tuple[Frame, ...]:
        """What left since this was asked before."""
        left = self._lan.left()
        new, self._before = left[self._before :], len(left)
        return new

    def by(self, do: Callable[..., None], *arguments: Any) -> None:
        """Do it on the device. What left since the last time counts too: it was done in the background."""
        self._lan.inside(lambda: do(*arguments))
        if new := self.new():
            self.frames[do.__qualname__] = [str(frame) for frame in new]


@contextmanager
def _serving(lan: Lan, data: Path, host: str = "127.0.0.1") -> Iterator[Use]:
    """A Kippu that serves on the device, and somebody who uses it there."""
    with ExitStack() as stack:
        served = kippus.serving(data, host, FAR_KEY="sk-not-a-key")
        address = lan.inside(served.__enter__)
        stack.callback(lambda: lan.inside(lambda: served.__exit__(None, None, None)))
        token = "" if host == "127.0.0.1" else kippus.token(data)
        yield stack.enter_context(Use(address, token))


def _use_all(found: _Found, use: Use, tools: list[str], data: Path) -> None:
    found.by(use.looks)
    found.by(use.talk)
    found.by(use.tools, tools)
    for do in (use.news, use.reminders, use.choices, use.models, use.layers, use.pictures, use.as_openai):
        found.by(do)
    found.by(hands.page, use.address)
    found.by(hands.commands, data)
    found.by(use.looks)


def _look_again(use: Use) -> None:
    paired = use.call("GET", "/api/pair").json()["url"]
    assert paired.startswith(f"http://{DEVICE}:")
    use.looks()
    use.ask("turn off all the lights")
    use.ask("Tell me about life by the sea.")


def _fetch(use: Use) -> None:
    use.fetch()
    while not use.call("GET", "/api/ledger?kind=fetch").json():
        pass
    use.call("POST", f"/api/models/{OTHER}/cancel")
