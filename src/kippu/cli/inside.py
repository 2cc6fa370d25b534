"""The assistant in this process: all parts put together here, for as long as a command runs.

Holds the data folder meanwhile; knows nothing of terminals.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, closing
from datetime import UTC, datetime
from typing import Any

from kippu.cli.consenting import Consenting
from kippu.cli.holding import held
from kippu.cli.person import language
from kippu.cli.request import Request
from kippu.cli.steps import Step, reading
from kippu.server.beside import beside
from kippu.server.binding import bind
from kippu.server.log import logged
from kippu.server.pairing import address
from kippu.settings import Settings
from kippu.skills.pictures.job import Progress
from kippu.start import Kippu, running
from kippu.turn import Answer, Asking

_LOOPBACK = "127.0.0.1"


class Inside:
    """A Kippu of our own."""

    stays = False

    def __init__(self, kippu: Kippu) -> None:
        self._kippu = kippu
        self._turn: str | None = None
        self._conversation: str | None = None

    async def ask(self, request: Request, consent: Consenting) -> AsyncGenerator[str | Answer, None]:
        """Pieces of the answer as they come, last the Answer. ``consent`` is asked before text leaves."""
        turn = self._kippu.assistant.turn(
            request.text,
            request.conversation,
            request.language,
            request.here,
            request.outside,
            request.layer,
            "once" if request.once else "talk",
            language(),
        )
        self._turn, self._conversation = turn.id, turn.conversation
        # Beside the pieces, for the assistant waits for the reply only once it is asked for the next one.
        asking: asyncio.Task[None] | None = None
        try:
            async with aclosing(self._kippu.assistant.answer(turn, request.dry_run, can_ask=True)) as pieces:
                async for piece in pieces:
                    if isinstance(piece, Asking):
                        asking = asyncio.create_task(self._ask(piece, consent))
                    else:
                        yield piece
        finally:
            if asking is not None:
                asking.cancel()

    async def _ask(self, asking: Asking, consent: Consenting) -> None:
        said = await consent(asking)
        if said is None:
            await self.stop()
        else:
            self._kippu.assistant.consent(asking.turn, said)

    async def stop(self) -> None:
        """Stop the answer that is being given."""
        if self._turn:
            self._kippu.assistant.stop(self._turn)

    async def latest(self) -> str | None:
        """Id of the conversation that was used last."""
        found = self._kippu.history.list()
        return found[0].id if found else None

    async def told(self, conversation: str) -> Sequence[tuple[str, str]]:
        """What was said in a conversation."""
        return [(turn.text, turn.said) for turn in self._kippu.history.turns(conversation)]

    async def stay(self, conversation: str) -> None:
        """Let a conversation stay on this device."""
        self._kippu.marks.stay(conversation, stays=True)

    async def steps(self) -> AsyncGenerator[Step | None, None]:
        """How far the drawing or reading is that the answer waits for; None when it is over."""
        with self._kippu.events.listen() as news:
            async for event in news:
                if event.kind == "checking":
                    yield reading(event.data, "checking")
                if event.data.get("conversation") != self._conversation:
                    continue
                if event.kind == "reading":
                    yield reading(event.data)
                elif event.kind == "drawing":
                    async for each in self._kippu.studio.job(event.data["job"]).news():
                        if isinstance(each, Progress):
                            yield Step(each.variant, each.step, each.steps)
                    yield None

    async def rings(self) -> AsyncGenerator[Mapping[str, Any] | None, None]:
        """Reminders that rang to nobody, None, then each as it rings. One that was shown is dismissed."""
        bells = self._kippu.bells
        with self._kippu.events.listen() as news:
            for bell in bells.all():
                if bell.state == "ringing":
                    yield bell.as_json(datetime.now(UTC))
                    bells.remove(bell.id)
            yield None
            async for event in news:
                if event.kind == "ring":
                    yield event.data
                    bells.remove(event.data["id"])


@asynccontextmanager
async def inside(settings: Settings, shared: bool = False) -> AsyncIterator[Inside]:
    """Put everything together; raises Busy when another Kippu keeps the data folder for too long.

    ``shared`` lets the other commands of this device, and its browser, work through it meanwhile.
    """
    async with held(settings.data) as lock, AsyncExitStack() as stack:
        stack.enter_context(logged(settings.data / "kippu.log"))
        if not shared:
            yield Inside(await stack.enter_async_context(running(settings)))
            return
        listener = stack.enter_context(closing(bind(_LOOPBACK, settings.port)))
        settings = settings.model_copy(update={"host": _LOOPBACK, "port": listener.getsockname()[1]})
        lock.tell(address(settings.host, settings.port), passing=True)
        kippu = await stack.enter_async_context(running(settings))
        await stack.enter_async_context(beside(kippu, listener))
        yield Inside(kippu)
