"""The one line that every request travels, and little else.

turn ─► understand ─► inspect ─► place ─► cover ─► run ─► record ─► answer
"""

import asyncio
import uuid
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from time import perf_counter
from typing import Any

from kippu.answering import Answering
from kippu.consents import Consents
from kippu.errors import BadInput, HomeOffline
from kippu.guard import Covering, Inspecting
from kippu.names import Names
from kippu.place import Placing
from kippu.record import History, Ledger, changed_by, listed
from kippu.run import Run
from kippu.run.pieces import Ask, Leave, Moved, Piece
from kippu.tool import Context
from kippu.turn import (
    Answer,
    Asking,
    Call,
    Consent,
    Egress,
    Findings,
    Language,
    Meaning,
    Message,
    Origin,
    Outcome,
    Placement,
    Turn,
    pasted,
)
from kippu.understand import Understanding, in_words, language_of, tidy

_LONGEST = 100_000
"""Characters of a sentence together with what came along; no model here reads more."""


class Assistant:
    """Answers turns. Its parts are given to it by ``start.py``."""

    def __init__(
        self,
        understanding: Understanding,
        inspecting: Inspecting,
        placing: Placing,
        covering: Covering,
        run: Run,
        history: History,
        ledger: Ledger,
        names: Callable[[], Awaitable[Names]],
        away: Callable[[], str],
        rings: Callable[[], bool],
    ) -> None:
        """``away`` tells where the home is that can't be reached now, empty while there is none such;
        ``rings`` whether anything rings."""
        self._away = away
        self._rings = rings
        self._understanding = understanding
        self._inspecting = inspecting
        self._consents = Consents()
        self._placing = placing
        self._covering = covering
        self._run = run
        self._history = history
        self._ledger = ledger
        self._names = names
        self._stops: dict[str, asyncio.Event] = {}

    def turn(
        self,
        text: str,
        conversation: str | None = None,
        language: Language | None = None,
        here: str | None = None,
        outside: str = "",
        layer: str | None = None,
        origin: Origin = "talk",
        speaks: Language = "en",
    ) -> Turn:
        """A sentence with all that is needed to understand it; raises BadInput when there is none.

        One without letters, such as 3+4, is answered in the language of the answer before it; where there
        is none, in what the person's own screen ``speaks``.
        """
        text, outside = _whole(text), _whole(outside)
        said = tidy(text)
        if not said:
            raise BadInput(
                "There is nothing to answer: the text is empty. Type a sentence.",
                "文がないので答えられません。何か書いてください。",
            )
        if len(text) + len(outside) > _LONGEST:
            raise BadInput(
                f"The text has {len(text) + len(outside):,} characters; {_LONGEST:,} are the most that can "
                "be read at once. Shorten it or give a part of it.",
                f"{len(text) + len(outside):,}文字あります。一度に読めるのは{_LONGEST:,}文字までです。"
                "短くするか、一部だけを渡してください。",
            )
        alone = conversation is None and origin == "once"
        conversation = conversation or uuid.uuid4().hex
        lately = self._history.lately(conversation)
        done = lately[0] if lately else ()
        history = self._history.messages(conversation)
        before = language_of(history[-1].text, speaks) if history else speaks
        return Turn(
            text=text.strip(),
            language=language or language_of(said, before),
            at=datetime.now().astimezone(),
            conversation=conversation,
            id=uuid.uuid4().hex,
            history=history,
            earlier=tuple(outcome.call for outcome in done),
            before=tuple(tuple(outcome.call for outcome in each) for each in lately[1:]),
            undo=tuple(outcome.undo for outcome in done),
            changed=tuple(changed_by(outcome) for outcome in done),
            choices=self._history.choices(conversation),
            listed=listed(done),
            deed=self._history.deed(None if alone else conversation, self._run.acts),
            asked=self._history.proposed(conversation),
            offered=self._history.offered(conversation),
            talked=self._history.talked(conversation),
            here=here,
            rings=self._rings(),
            outside=outside,
            layer=layer,
            origin=origin,
        )

    async def answer(
        self, turn: Turn, dry_run: bool = False, can_ask: bool = False
    ) -> AsyncGenerator[str | Asking | Answer, None]:
        """Pieces of text as they come, last the Answer. With ``dry_run`` only that, and nothing is done.

        With ``can_ask``, an Asking may come first: then ``consent`` has to be called. Without, nobody is
        there to say yes to text that would leave, so it stays.
        """
        stop = self._stops[turn.id] = asyncio.Event()
        try:
            async with aclosing(self._answer(turn, dry_run, can_ask)) as pieces:
                async for piece in pieces:
                    yield piece
        finally:
            if self._stops.get(turn.id) is stop:  # a dry run that nobody closed may end after its turn began
                del self._stops[turn.id]

    async def tap(self, call: Call, language: Language) -> Outcome:
        """Do what somebody tapped in the app. It is a deed of theirs: the record has it as what they said."""
        at = datetime.now().astimezone()
        if not self._run.acts(call.tool):
            return await self._run.call(call, Context(language, at))
        words = in_words(call, language, await self._names()) or call.tool
        turn = Turn(words, language, at, f"taps of {at:%Y-%m-%d}", uuid.uuid4().hex, origin="tap")
        self._history.begin(turn)
        try:
            outcome = await self._run.call(call, Context(language, at, turn.conversation), turn.id)
            meaning, placement = Meaning("template", 1.0, (call,)), Placement("none", None, "")
            said = (turn.id, turn.conversation, outcome.text, language)
            self._history.finish(Answer(*said, meaning, placement, outcomes=(outcome,)))
        except BaseException:
            self._history.leave(turn.id)
            raise
        return outcome

    def consent(self, turn: str, consent: Consent) -> bool:
        """What the person says to an Asking of the turn with this id; False if none waits for it."""
        return self._consents.say(turn, consent)

    async def _answer(
        self, turn: Turn, dry_run: bool, can_ask: bool
    ) -> AsyncGenerator[str | Asking | Answer, None]:
        answering = Answering(turn)
        meaning = answering.meaning = await answering.wait("understand", self._understand(turn))
        if not dry_run:
            self._check_reachable(turn, meaning)
        findings = answering.step("inspect", lambda: self._inspecting.inspect(turn))
        placement = answering.step("place", lambda: self._placing.place(turn, meaning, findings))
        answering.placement = placement
        answering.egress = answering.step("cover", lambda: self._cover(turn, meaning, placement, findings))
        if not dry_run:
            async with aclosing(self._recorded(turn, answering, can_ask)) as pieces:
                async for text in pieces:
                    yield text
        answer = answering.answer()
        assert answer is not None  # noqa: S101  # meaning and placement are set above
        yield answer

    def answering(self) -> bool:
        """Whether somebody waits for an answer now."""
        return bool(self._stops)

    def stop(self, turn: str) -> bool:
        """Stop the answer to the turn with this id; its Answer still comes. False if none is being given."""
        stop = self._stops.get(turn)
        if stop:
            stop.set()
        return stop is not None

    async def _understand(self, turn: Turn) -> Meaning:
        return await self._understanding.understand(turn, await self._names())

    def _cover(self, turn: Turn, meaning: Meaning, placement: Placement, findings: Findings) -> Egress:
        """What would leave: without the part of the sentence that is a command, which is done here."""
        said = replace(turn, text=meaning.talk) if meaning.talk else turn
        return self._covering.cover(
            said, placement, findings if said is turn else replace(findings, found=())
        )

    def _check_reachable(self, turn: Turn, meaning: Meaning) -> None:
        """Raise HomeOffline for what only a home that is away could do: its names are unknown then."""
        if turn.outside or turn.schema or pasted(turn.text) or not (away := self._away()):
            return
        meant = meaning.calls or meaning.proposed
        if meant and not all(call.tool.startswith("about.") for call in meant):
            homeward = all(call.tool.startswith("home.") for call in meant)
        else:
            homeward = self._understanding.is_about_a_home(turn)
        if homeward:
            raise _offline(away, turn.language)

    async def _recorded(
        self, turn: Turn, answering: Answering, can_ask: bool
    ) -> AsyncGenerator[str | Asking, None]:
        """The pieces, each kept before it is passed on: who asked may go at any of them."""
        self._history.begin(turn)
        answering.stopped = True  # until it has come to its end
        try:
            async with aclosing(self._allowed(turn, answering, can_ask)) as asking:
                async for asked in asking:
                    yield asked
            async with aclosing(self._pieces(turn, answering, can_ask)) as pieces:
                async for text in pieces:
                    if isinstance(text, str):
                        self._history.add(turn.id, text)
                    yield text
        finally:
            answer = answering.answer()
            assert answer is not None  # noqa: S101  # nothing runs before it is placed
            answering.step("record", lambda: self._history.finish(_recordable(answer)))

    async def _allowed(self, turn: Turn, answering: Answering, can_ask: bool) -> AsyncGenerator[Asking, None]:
        """Ask the person where the placement says so; without a yes it is placed here, and nothing leaves."""
        placement, egress = answering.placement, answering.egress
        if placement is None or not placement.asks:
            return
        # What is recorded if whoever was asked goes away without a word.
        answering.placement, answering.egress = self._placing.kept(turn, placement), Egress()
        if can_ask:
            self._consents.expect(turn.id)
            yield Asking(turn.id, placement, egress)
        consent = await self._said(turn, can_ask)
        if consent.allow:
            answering.placement, answering.egress = placement, _edited(egress, consent)
            if answering.egress.edited:
                restorer = self._covering.restorer(turn.conversation)
                self._history.wrote(turn.id, restorer.restore(answering.egress.messages[-1].text))

    async def _said(self, turn: Turn, can_ask: bool) -> Consent:
        """What the person says to what they were asked; nobody there is a no."""
        return await self._consents.wait(turn.id, self._stops[turn.id]) if can_ask else Consent(allow=False)

    async def _pieces(
        self, turn: Turn, answering: Answering, can_ask: bool
    ) -> AsyncGenerator[str | Asking, None]:
        """What the run step gives, until it ends or is stopped."""
        meaning, placement, egress = answering.meaning, answering.placement, answering.egress
        assert meaning and placement  # noqa: S101  # nothing runs before it is placed
        self._ledger.add("placement", placement.reason, turn=turn.id)
        stop = self._stops[turn.id]
        stopping = asyncio.ensure_future(stop.wait())
        begun = perf_counter()
        try:
            async with aclosing(self._run.run(turn, meaning, placement, egress)) as pieces:
                while not stop.is_set() and (piece := await _next(pieces, stopping)) is not None:
                    if isinstance(piece, Ask):
                        if can_ask:
                            self._consents.expect(turn.id)
                            yield Asking(turn.id, answering.placement or placement, piece.egress, piece.call)
                        said = await self._said(turn, can_ask)
                        # What a tool said can't be edited: whoever changed it does not want it to leave so.
                        piece.yes.set_result(said.allow and said.text is None)
                        continue
                    if isinstance(piece, Leave):
                        answering.placement, answering.egress = piece.placement, piece.egress
                        async with aclosing(self._allowed(turn, answering, can_ask)) as asking:
                            async for asked in asking:
                                yield asked
                        piece.let.set_result((answering.placement, answering.egress))
                        continue
                    if isinstance(piece, Moved):  # and goes on there only once it is asked for more
                        self._ledger.add("placement", piece.placement.reason, turn=turn.id)
                    if text := answering.take(piece, begun):
                        yield text
                answering.stopped = stop.is_set()
        finally:
            stopping.cancel()


def _offline(address: str, language: Language) -> HomeOffline:
    if language == "ja":
        return HomeOffline(
            f"家（{address}）につながりません。MQTTブローカーが応答しません。動いているか、"
            "アドレス（settings.toml の home、または KIPPU_HOME）が正しいか確かめてください。"
        )
    return HomeOffline(
        f"The home at {address} can't be reached: its MQTT broker doesn't answer. Is it running, and is the "
        "address right (home in settings.toml, or KIPPU_HOME)?"
    )


def _edited(egress: Egress, consent: Consent) -> Egress:
    """What leaves with the person's own words for the last message."""
    if consent.text is None:
        return egress
    *before, last = egress.messages
    written = Message(last.role, consent.text, last.tainted or pasted(consent.text))
    return replace(egress, messages=(*before, written), edited=consent.text != last.text)


def _recordable(answer: Answer) -> Answer:
    """Without what left: the ledger has it, as long as the person wants it kept."""
    return replace(answer, egress=replace(answer.egress, messages=(), tools=(), outside=""))


def _whole(text: str) -> str:
    """Text without halves of surrogate pairs, which no model and no record can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


async def _next(pieces: AsyncGenerator[Piece, None], stopping: asyncio.Future[Any]) -> Piece | None:
    """The next piece; None at the end, or when it is stopped first."""
    coming = asyncio.ensure_future(anext(pieces, None))
    try:
        await asyncio.wait({coming, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        if not coming.done():
            coming.cancel()
            await asyncio.wait({coming})
    return None if coming.cancelled() else coming.result()
