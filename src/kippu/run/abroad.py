"""Talk with a model elsewhere: what was covered goes out, what comes back is restored, and tools stay here.

When the provider fails, the next one is asked where the person allowed that, and at last this device goes on.
Knows how one turn is talked about; what may leave was decided before.
"""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kippu import reasons
from kippu.engines.form import formed
from kippu.errors import CloudError, KippuError, StaysHere
from kippu.guard import Covering
from kippu.guard.ownwords import own
from kippu.models import Model
from kippu.reasons import Reason, filled, said
from kippu.run.agent import Agent, Chat, Reader
from kippu.run.pieces import Cut, Moved, Note, Piece, Used
from kippu.run.talk import Talk
from kippu.settings import Provider
from kippu.turn import Egress, Message, Placement, Turn

if TYPE_CHECKING:
    from kippu.run.elsewhere import Elsewhere

_STAYS = "This was found, but the person keeps it on their device. Say that they can ask for it there."


class Abroad:
    """Lets a provider's model answer."""

    def __init__(
        self,
        way_out: Callable[[], "Elsewhere"],
        others: Callable[[str], Sequence[Provider]],
        covering: Covering,
        agent: Agent,
        talk: Talk,
        model: Callable[[str], Model],
        private: Callable[[str], bool],
        stays: Callable[[Turn, Placement, Sequence[str]], Reason | None],
    ) -> None:
        """``way_out`` raises StaysHere where nothing may be sent; ``others``: who may be asked after one.

        ``private``: whether a tool found what has to stay on this device. ``stays``: why a turn has to by
        now, with what more than its own words would leave.
        """
        self._stays = stays
        self._private = private
        self._way_out = way_out
        self._others = others
        self._covering = covering
        self._agent = agent
        self._talk = talk
        self._model = model

    async def talk(self, turn: Turn, placement: Placement, egress: Egress) -> AsyncGenerator[Piece, None]:
        """The answer, from whoever gives it; a Moved says when that is another provider, and with a Note
        when it is this device after all."""
        said: list[str] = []
        failed: KippuError | None = None
        # Under "ask me" the yes was for this provider alone.
        others = () if placement.asks else self._others(egress.to)
        for other in (None, *others):
            asked = placement
            if other:
                if reason := self._stays(turn, placement, ()):  # before the ledger says that it was asked
                    failed = StaysHere(*reason)
                    break
                why = _instead(turn, placement, other)
                asked = replace(placement, provider=other.name, model=other.model, reason=why)
                yield Moved(asked)
            try:
                asking = self._formed(turn, asked, replace(egress, to=other.name if other else egress.to))
                async with aclosing(asking) as pieces:
                    async for piece in pieces:
                        if isinstance(piece, str):
                            said.append(piece)
                        yield piece
                return
            except (CloudError, StaysHere) as error:
                kept = isinstance(error, StaysHere)
                failed = error if kept else failed or error
                if said or kept:
                    break
        here = self._here(turn, placement, failed)
        yield Note(_goes_on(turn, failed))
        yield Moved(here)
        async with aclosing(self._talk.talk(turn, here, begun="".join(said))) as pieces:
            async for piece in pieces:
                yield piece

    async def _formed(self, turn: Turn, placement: Placement, egress: Egress) -> AsyncGenerator[Piece, None]:
        """One provider's answer. Where it has to fit a schema it comes whole, once it is seen that it does: a
        provider may write what it likes, and nobody else can go on in the middle of a JSON value."""
        said: list[str] = []
        async with aclosing(self._ask(turn, placement, egress)) as pieces:
            async for piece in pieces:
                if turn.schema and isinstance(piece, str):
                    said.append(piece)
                elif not (turn.schema and isinstance(piece, Cut)):
                    yield piece
        if turn.schema:
            text = formed("".join(said), turn.schema)
            if text is None:
                raise CloudError(
                    f"{egress.to} did not answer in the form that was asked for.",
                    f"{egress.to}の回答は求めた形式になっていません。",
                )
            yield text

    async def _ask(self, turn: Turn, placement: Placement, egress: Egress) -> AsyncGenerator[Piece, None]:
        """One provider's answer, restored as it comes."""
        restorer = self._covering.restorer(turn.conversation)
        messages = [{"role": message.role, "content": message.text} for message in egress.messages]
        written = egress.messages[-1].text
        more = [written, restorer.restore(written)] if egress.edited else []
        words = own(written, egress.outside)
        answer = self._agent.answer(
            # What the person took out asks for nothing any more.
            replace(turn, text=restorer.restore(words)) if egress.edited else turn,
            messages,
            self._chat(turn, placement, egress, more),
            words=words,
            offered=[offer.tool for offer in egress.tools],
            tainted=turn.tainted,
            reader=self._reader(turn, placement, egress, more, restorer.restore),
        )
        broke: KippuError | None = None
        try:
            async with aclosing(answer) as pieces:
                async for piece in pieces:
                    if not isinstance(piece, str):
                        yield piece
                        if isinstance(piece, Used) and piece.dearer:
                            yield Note(_dearer(turn, egress.to))
                    elif settled := restorer.feed(piece):
                        yield settled
        except (CloudError, StaysHere) as error:
            broke = error
        if rest := restorer.end():
            yield rest
        if broke:
            raise broke

    def _reader(
        self,
        turn: Turn,
        placement: Placement,
        egress: Egress,
        more: list[str],
        inward: Callable[[str], str],
    ) -> Reader:
        """What the model may read; what tools found for it is put to ``more``."""

        def outward(text: str) -> str:
            if self._private(text):
                return _STAYS
            more.append(text)
            return self._covering.text(turn.conversation, text)

        def shown(text: str) -> Egress:
            return replace(egress, messages=(Message("user", text),), tools=())

        return Reader(inward, outward, shown if placement.asks else None)

    def _chat(self, turn: Turn, placement: Placement, egress: Egress, more: list[str]) -> Chat:
        """Asks the provider; ``more``: what leaves beside the turn's own words, as far as it has grown."""
        way_out = self._way_out()

        def stays() -> Reason | None:
            return self._stays(turn, placement, more)

        def chat(
            messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]]
        ) -> AsyncGenerator[dict[str, Any], None]:
            return way_out.chat(turn.id, egress, placement.reason, stays, messages, tools)

        return chat

    def _here(self, turn: Turn, placement: Placement, error: KippuError | None) -> Placement:
        assert placement.instead is not None  # noqa: S101  # a placement elsewhere always says who goes on here
        why = error.reason if isinstance(error, StaysHere) else reasons.CLOUD_FAILED
        reason = said(filled(reasons.HERE, why), turn.language)
        return Placement(self._model(placement.instead).rung, placement.instead, reason)


def _instead(turn: Turn, placement: Placement, other: Provider) -> str:
    so_far = placement.reason, placement.reason
    instead = filled(reasons.INSTEAD, so_far, other=other.name, first=placement.provider or "")
    return said(instead, turn.language)


def _dearer(turn: Turn, name: str) -> str:
    if turn.language == "ja":
        return (
            f"{name}が頼んだ長さを超えて書いたか、料金を数えました。予算を超えるおそれがあるので、"
            "そこで止め、しばらく休ませます。"
        )
    return (
        f"{name} writes or counts more than the longest answer that it was allowed, and so could pass the "
        "budget. It was stopped there, and gets a rest."
    )


def _goes_on(turn: Turn, error: KippuError | None) -> str:
    why = error.say(turn.language) if error else ""
    if turn.language == "ja":
        return f"{why}この端末のモデルが続けます。"
    return f"{why} This device's own model goes on."
