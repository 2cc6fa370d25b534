"""Talk with a model elsewhere: what was covered goes out, what comes back is restored, and tools stay here.

When the provider fails, the next one is asked where the person allowed that, and at last this device goes on.
Knows how one turn is talked about; what may leave was decided before.
"""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kippu import reasons
from kippu.errors import CloudError, KippuError, NotAllowed
from kippu.guard import Covering
from kippu.guard.ownwords import own
from kippu.models import Model
from kippu.reasons import filled, said
from kippu.run.agent import Agent, Chat, Reader
from kippu.run.pieces import Moved, Note, Piece
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
    ) -> None:
        """``way_out`` raises NotAllowed where nothing may be sent; ``others``: who may be asked after one.

        ``private``: whether a tool found what has to stay on this device.
        """
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
        for name in (egress.to, *(other.name for other in others)):
            asked = placement
            for other in others:
                if other.name == name:
                    reason = _instead(turn, placement, other)
                    asked = replace(placement, provider=name, model=other.model, reason=reason)
                    yield Moved(asked)
            try:
                async with aclosing(self._ask(turn, asked, replace(egress, to=name))) as pieces:
                    async for piece in pieces:
                        if isinstance(piece, str):
                            said.append(piece)
                        yield piece
                return
            except (CloudError, NotAllowed) as error:
                failed = failed or error
                if said and turn.schema:  # nobody else can go on in the middle of a JSON value
                    raise
                if said:
                    break
        here = self._here(turn, placement)
        yield Note(_goes_on(turn, failed))
        yield Moved(here)
        async with aclosing(self._talk.talk(turn, here, begun="".join(said))) as pieces:
            async for piece in pieces:
                yield piece

    async def _ask(self, turn: Turn, placement: Placement, egress: Egress) -> AsyncGenerator[Piece, None]:
        """One provider's answer, restored as it comes."""
        restorer = self._covering.restorer(turn.conversation)
        messages = [{"role": message.role, "content": message.text} for message in egress.messages]
        words = own(egress.messages[-1].text, egress.outside)
        answer = self._agent.answer(
            # What the person took out asks for nothing any more.
            replace(turn, text=restorer.restore(words)) if egress.edited else turn,
            messages,
            self._chat(turn, placement, egress),
            words=words,
            offered=[offer.tool for offer in egress.tools],
            tainted=bool(turn.outside) or any(message.tainted for message in turn.history),
            reader=self._reader(turn, placement, egress, restorer.restore),
        )
        broke: CloudError | None = None
        try:
            async with aclosing(answer) as pieces:
                async for piece in pieces:
                    if not isinstance(piece, str):
                        yield piece
                    elif settled := restorer.feed(piece):
                        yield settled
        except CloudError as error:
            broke = error
        if rest := restorer.end():
            yield rest
        if broke:
            raise broke

    def _reader(
        self, turn: Turn, placement: Placement, egress: Egress, inward: Callable[[str], str]
    ) -> Reader:
        def outward(text: str) -> str:
            return _STAYS if self._private(text) else self._covering.text(turn.conversation, text)

        def shown(text: str) -> Egress:
            return replace(egress, messages=(Message("user", text),), tools=())

        return Reader(inward, outward, shown if placement.asks else None)

    def _chat(self, turn: Turn, placement: Placement, egress: Egress) -> Chat:
        way_out = self._way_out()

        def chat(
            messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]]
        ) -> AsyncGenerator[dict[str, Any], None]:
            return way_out.chat(turn.id, egress, placement.reason, messages, tools)

        return chat

    def _here(self, turn: Turn, placement: Placement) -> Placement:
        assert placement.instead is not None  # noqa: S101  # a placement elsewhere always says who goes on here
        reason = said(filled(reasons.HERE, reasons.CLOUD_FAILED), turn.language)
        return Placement(self._model(placement.instead).rung, placement.instead, reason)


def _instead(turn: Turn, placement: Placement, other: Provider) -> str:
    so_far = placement.reason, placement.reason
    instead = filled(reasons.INSTEAD, so_far, other=other.name, first=placement.provider or "")
    return said(instead, turn.language)


def _goes_on(turn: Turn, error: KippuError | None) -> str:
    why = error.say(turn.language) if error else ""
    if turn.language == "ja":
        return f"{why}この端末のモデルが続けます。"
    return f"{why} This device's own model goes on."
