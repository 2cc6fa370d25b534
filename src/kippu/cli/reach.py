"""How a command reaches the assistant: in this process, or in the Kippu that already holds the data folder.

One shape, two ways: `inside.py` puts everything together here, `served.py` asks over HTTP. Commands see
only this.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Protocol

from kippu.turn import Answer

if TYPE_CHECKING:
    from kippu.cli.consenting import Consenting
    from kippu.cli.request import Request
    from kippu.cli.steps import Step
    from kippu.settings import Settings


class Reach(Protocol):
    """An assistant within reach."""

    stays: bool
    """Whether it goes on running, and rings, when the command that reached it has ended."""

    def ask(self, request: "Request", consent: "Consenting") -> AsyncGenerator[str | Answer, None]:
        """Pieces of the answer as they come, last the Answer. ``consent`` is asked before text leaves."""

    async def stop(self) -> None:
        """Stop the answer that is being given; what was said stays, and its Answer still comes."""

    async def latest(self) -> str | None:
        """Id of the conversation that was used last."""

    async def told(self, conversation: str) -> Sequence[tuple[str, str]]:
        """What was said in a conversation: the person's words and the answer to them, oldest first."""

    async def stay(self, conversation: str) -> None:
        """Let a conversation, begun or not, stay on this device whatever the policy."""

    def steps(self) -> "AsyncGenerator[Step | None, None]":
        """How far the drawing or reading is that the answer waits for; None when it is over."""

    def rings(self) -> AsyncGenerator[Mapping[str, Any] | None, None]:
        """Reminders, alarms and timers that rang to nobody, None, then each as it rings."""


@asynccontextmanager
async def reach(settings: "Settings", shared: bool = False) -> AsyncIterator[Reach]:
    """The assistant of this data folder, wherever it runs; raises Busy when it can't be reached there.

    ``shared`` when it shall be there for other commands too, where it runs in this process.
    """
    from kippu.server.lock import holder

    if address := holder(settings.data):
        from kippu.cli.served import served

        async with served(address, settings.data) as there:
            yield there
    else:
        from kippu.cli.inside import inside

        async with inside(settings, shared) as here:
            yield here
