"""``kippu`` alone: a conversation in the terminal.

The person's thread reads the keyboard; the assistant lives on a thread of its own, so that Ctrl-C reaches
an answer at any moment and a reminder can ring while the person types.
"""

import asyncio
import sys
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from kippu.cli import showing
from kippu.cli.person import say
from kippu.errors import KippuError
from kippu.turn import Answer, Language

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

    from kippu.cli.reach import Reach

_BELL = "\a"


def talk(resume: bool, language: Language | None, here: str | None) -> None:
    """Talk until the person leaves (Ctrl-D, or Ctrl-C twice) or what is piped in ends."""
    from anyio.from_thread import start_blocking_portal

    from kippu.cli import first
    from kippu.cli.reach import reach
    from kippu.server.lock import holder
    from kippu.settings import load

    settings = load()
    if isinstance(sys.stdin, TextIOWrapper):
        # What is no UTF-8 is then told of sentence by sentence, instead of ending the chat.
        sys.stdin.reconfigure(errors="surrogateescape")
    if holder(settings.data) is None:
        asyncio.run(first.before_a_chat(settings))
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(reach(settings)) as assistant:
        chat = _Chat(portal, assistant, language, here)
        if resume:
            chat.conversation = portal.call(assistant.latest)
        ringing = portal.start_task_soon(chat.ring)
        try:
            chat.run()
        finally:
            ringing.cancel()


class _Chat:
    """One sitting."""

    def __init__(
        self, portal: "BlockingPortal", assistant: "Reach", language: Language | None, here: str | None
    ) -> None:
        self.conversation: str | None = None
        self._portal = portal
        self._assistant = assistant
        self._language = language
        self._here = here
        self._person = sys.stdin.isatty()
        self._reading = False

    def run(self) -> None:
        """Talk until the person leaves; raises KeyboardInterrupt where no person is."""
        if self._person:
            self._greet()
        try:
            self._turns()
        except KeyboardInterrupt:
            if not self._person:
                raise
            showing.write("\n")

    def _turns(self) -> None:
        """Read, answer, again. The second Ctrl-C in a row, whenever it comes, goes through."""
        leaving = False
        while True:
            try:
                text = self._read()
            except EOFError:
                if self._person:
                    showing.write("\n")
                return
            except KeyboardInterrupt:
                if leaving or not self._person:
                    raise
                leaving = True
                showing.write(
                    "\n"
                    + say("(Ctrl-C again, or Ctrl-D, leaves)", "（もう一度 Ctrl-C、または Ctrl-D で終了）")
                )
                showing.write("\n")
                continue
            leaving = False
            if text.strip():
                self._answer(text.strip())

    async def ring(self) -> None:
        """Ring in the terminal, also while the person types."""
        async for reminder in self._assistant.rings():
            self._show_ring(reminder)

    def _greet(self) -> None:
        import readline  # noqa: F401  # gives input() its line editing and its earlier lines

        line = say(
            "Kippu, on this device. Ask, or say what to do. Ctrl-C stops an answer, Ctrl-D leaves.",
            "Kippu です。このデバイスで動いています。Ctrl-C で回答を止め、Ctrl-D で終わります。",
        )
        showing.console().print(line, style="dim")

    def _read(self) -> str:
        """One line; raises EOFError at the end, KeyboardInterrupt on Ctrl-C."""
        self._reading = True
        try:
            return input(self._prompt) if self._person else input()
        finally:
            self._reading = False

    @property
    def _prompt(self) -> str:
        return "› " if (sys.stdout.encoding or "").lower().startswith("utf") else "> "

    def _answer(self, text: str) -> None:
        """Answer one sentence; Ctrl-C stops it and keeps what was said."""
        future: Future[None] = self._portal.start_task_soon(self._say, text)
        while True:
            try:
                future.result()
            except KeyboardInterrupt:
                self._portal.call(self._assistant.stop)
                continue
            except KippuError as error:
                showing.console(error=True).print(f"\n{error}", style="red")
            except CancelledError:
                return
            return

    async def _say(self, text: str) -> None:
        from kippu.cli import reading
        from kippu.cli.reach import Request

        request = Request(reading.sentence(text), self.conversation, self._language, self._here)
        streamed = False
        async for piece in self._assistant.ask(request):
            if isinstance(piece, Answer):
                self._finish(piece, streamed)
            else:
                streamed = True
                showing.write(piece)

    def _finish(self, answer: Answer, streamed: bool) -> None:
        self.conversation = answer.conversation
        showing.write("\n" if streamed else answer.text + "\n")
        quiet = showing.console()
        for note in showing.notes(answer):
            quiet.print(f"({note})", style="dim")
        if answer.stopped:
            quiet.print(say("(stopped)", "（停止しました）"), style="dim")
        if self._person:
            quiet.print(showing.footer(answer), style="dim")

    def _show_ring(self, reminder: Mapping[str, Any]) -> None:
        line = showing.ring(reminder)
        if not self._person:
            showing.write(line + "\n")
            return
        import readline

        sys.stdout.write(f"\r\x1b[K{_BELL}{line}\n" if sys.stdout.isatty() else f"{line}\n")
        if self._reading:
            sys.stdout.write(self._prompt + readline.get_line_buffer())
        sys.stdout.flush()
