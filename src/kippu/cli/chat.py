"""``kippu`` alone: a conversation in the terminal.

The person's thread reads the keyboard; the assistant lives on a thread of its own, so that Ctrl-C reaches
an answer at any moment and a reminder can ring while the person types.
"""

import asyncio
import sys
import unicodedata
import uuid
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future
from contextlib import nullcontext
from dataclasses import dataclass
from io import TextIOWrapper
from queue import Queue
from typing import TYPE_CHECKING, Any

from kippu.cli import consenting, fetching, person, showing, typed
from kippu.cli.bringing import Bringing
from kippu.cli.person import say
from kippu.cli.watching import Watch
from kippu.errors import KippuError
from kippu.turn import Answer, Asking, Consent, Language

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

    from kippu.cli.reach import Reach
    from kippu.settings import Settings

_BELL = "\a"
_LEAVE = frozenset(
    ("quit", "exit", "bye", "goodbye", ":q", "/quit", "/exit", "/bye", "終了", "さようなら", "バイバイ")
)
"""What leaves when it is all that is said. In the app a bare "exit" may be a word to the music."""
_SHOWN_AGAIN = 3
"""Turns of the last conversation that are shown when it goes on."""


def talk(resume: bool, stays: bool, language: Language | None, here: str | None) -> None:
    """Talk until the person leaves (quit, Ctrl-D, or Ctrl-C twice) or what is piped in ends."""
    from anyio.from_thread import start_blocking_portal

    from kippu.cli import first
    from kippu.cli.reach import reach
    from kippu.server.lock import holder
    from kippu.settings import load

    settings = load()
    if isinstance(sys.stdin, TextIOWrapper):
        # What is no UTF-8 is then told of sentence by sentence, instead of ending the chat.
        sys.stdin.reconfigure(errors="surrogateescape")
    before = asyncio.run(first.before_a_chat(settings)) if holder(settings.data) is None else first.Before()
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(reach(settings, shared=True)) as assistant,
        typed.kept(settings.data) if sys.stdin.isatty() else nullcontext(),
    ):
        chat = _Chat(portal, assistant, language, here)
        if resume:
            chat.resume()
        if stays:
            chat.stay()
        beside = [portal.start_task_soon(chat.ring), portal.start_task_soon(chat.watch.run)]
        if before.wanted:
            chat.bring(settings, before.wanted)
        chat.said = before.said
        try:
            chat.run()
        finally:
            chat.leave()
            for each in beside:
                each.cancel()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Text that waits for what the person says to it."""

    asking: Asking
    said: "asyncio.Future[Consent]"


def _leaves(text: str) -> bool:
    return unicodedata.normalize("NFKC", text).strip(" \t.!。！").casefold() in _LEAVE


def _reply(said: "asyncio.Future[Consent]", consent: Consent) -> None:
    if not said.done():  # it may wait no more
        said.set_result(consent)


class _Chat:
    """One sitting."""

    def __init__(
        self, portal: "BlockingPortal", assistant: "Reach", language: Language | None, here: str | None
    ) -> None:
        self.conversation: str | None = None
        self.said = ""
        """What the person said at an offer: their next sentence."""
        self.watch = Watch(assistant)
        self._portal = portal
        self._assistant = assistant
        self._language = language
        self._here = here
        self._person = sys.stdin.isatty()
        self._reading = False
        self._waiting: Queue[_Waiting | None] = Queue()
        self._bringing: Bringing | None = None
        self._fetch: Future[None] | None = None

    def resume(self) -> None:
        """Go on with the last conversation; a person is shown how it ended."""
        self.conversation = self._portal.call(self._assistant.latest)
        if not self._person:
            return
        if self.conversation is None:
            self._quiet(
                say("(There is no conversation yet: this is the first.)", "（会話はまだありません。）")
            )
            return
        for text, said in self._portal.call(self._assistant.told, self.conversation)[-_SHOWN_AGAIN:]:
            self._quiet(self._prompt + text)
            self._quiet(said)

    def stay(self) -> None:
        """Let nothing of this conversation leave, neither what comes nor what was said."""
        if self._person and self.conversation is None:
            self._greet()
        self.conversation = self.conversation or uuid.uuid4().hex
        self._portal.call(self._assistant.stay, self.conversation)
        if self._person:
            self._quiet(say("(This conversation stays here.)", "（この会話は端末の外に出ません。）"))

    def run(self) -> None:
        """Talk until the person leaves; raises KeyboardInterrupt where no person is."""
        if self._person and self.conversation is None:
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
            self._ask_for_another()
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
            if _leaves(text):
                return
            if text.strip():
                self._answer(text.strip())

    async def ring(self) -> None:
        """Ring in the terminal, also while the person types."""
        async for reminder in self._assistant.rings():
            if reminder is not None:
                self._show_ring(reminder)

    def bring(self, settings: "Settings", model: str) -> None:
        """Begin to fetch a model that the person wants, meanwhile."""
        from kippu.models.store import Store

        greeting = say(
            "(It is fetched while you chat. Until it is here, the one that is here talks.)",
            "（会話のあいだに取得します。届くまでは、いまあるモデルが話します。）",
        )
        self._quiet(greeting)
        self._bringing = Bringing(Store(settings.data / "models"), settings, model, self._interject)
        self._fetch = self._portal.start_task_soon(self._bringing.run)

    def _ask_for_another(self) -> None:
        """Where the model that the person wanted can't be had: show the one that can, and ask for a yes."""
        from kippu.cli.first import described

        bringing = self._bringing
        if bringing is None or bringing.instead is None:
            return
        found, bringing.instead = bringing.instead, None
        sys.stderr.write(described(bringing.store, found))
        try:
            reply = fetching.reply(found.model.id)
            self.said = reply.rest
            if reply.yes:
                self.bring(bringing.settings, found.model.id)
        except KeyboardInterrupt:
            showing.write("\n")

    def leave(self) -> None:
        """Say what of the fetch was not done, and end it."""
        if self._bringing and (left := self._bringing.left()):
            self._quiet(left)
        if self._fetch:
            self._fetch.cancel()

    def _greet(self) -> None:
        line = say(
            "Kippu, on this device. Ask, or say what to do. Ctrl-C stops an answer; quit or Ctrl-D leaves.",
            "Kippu です。このデバイスで動いています。Ctrl-C で回答を止め、「終了」か Ctrl-D で終わります。",
        )
        self._quiet(line)

    def _quiet(self, line: str) -> None:
        """What is not of the conversation itself."""
        showing.console().print(showing.fold(showing.clean(line), sys.stdout), style="dim")

    def _read(self) -> str:
        """One line; raises EOFError at the end, KeyboardInterrupt on Ctrl-C."""
        if said := self.said:
            self.said = ""
            showing.write(f"{self._prompt}{showing.clean(said)}\n")
            return said
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
        future.add_done_callback(lambda _: self._waiting.put(None))
        while True:
            try:
                while (waiting := self._waiting.get()) is not None:
                    self._portal.call(_reply, waiting.said, consenting.ask(waiting.asking))
                future.result()
            except KeyboardInterrupt:
                self._portal.call(self._assistant.stop)
                continue
            except KippuError as error:
                told = showing.fold(error.say(person.language()), sys.stderr)
                showing.console(error=True).print(told, style="red")
            except CancelledError:
                return
            return

    async def _say(self, text: str) -> None:
        from kippu.cli import reading
        from kippu.cli.request import Request

        request = Request(reading.sentence(text), self.conversation, self._language, self._here)
        pieces = showing.Piecewise(self.watch.end)
        self.watch.wait()
        try:
            async for piece in self._assistant.ask(request, self._consent):
                if isinstance(piece, Answer):
                    self._finish(piece, pieces)
                else:
                    pieces.add(piece)
        except KippuError:
            pieces.close()
            raise

    async def _consent(self, asking: Asking) -> Consent | None:
        """Have the thread that reads the keyboard ask the person."""
        if not self._person:
            return consenting.nobody(asking)
        waiting = _Waiting(asking, asyncio.get_running_loop().create_future())
        self._waiting.put(waiting)
        return await waiting.said

    def _finish(self, answer: Answer, pieces: showing.Piecewise) -> None:
        self.conversation = answer.conversation
        if not pieces.begun:
            pieces.add(answer.text)
        pieces.close()
        for lead in (*showing.links(answer), *showing.pictures(answer)):
            self._quiet(lead)
        for note in showing.notes(answer):
            self._quiet(f"({note})")
        if answer.stopped:
            self._quiet(say("(stopped)", "（停止しました）"))
        if self._person:
            self._quiet(showing.footer(answer))

    def _show_ring(self, reminder: Mapping[str, Any]) -> None:
        line = showing.ring(reminder)
        if self._person:
            self._interject(line, _BELL)
        else:
            showing.write(line + "\n")

    def _interject(self, line: str, bell: str = "") -> None:
        """A line between what the person sees, also while they type."""
        import readline

        sys.stdout.write(f"\r\x1b[K{bell}{line}\n" if sys.stdout.isatty() else f"{line}\n")
        if self._reading:
            sys.stdout.write(self._prompt + readline.get_line_buffer())
        sys.stdout.flush()
