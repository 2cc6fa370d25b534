"""An answer while it grows: its pieces, and how long each step of it took.

Keeps; decides nothing.
"""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import TypeVar

from kippu.run.pieces import Cut, Moved, Note, Piece, Used
from kippu.turn import Answer, Egress, Meaning, Outcome, Placement, Source, Turn

_T = TypeVar("_T")


class Answering:
    """What there is of one answer by now."""

    def __init__(self, turn: Turn) -> None:
        self.meaning: Meaning | None = None
        self.placement: Placement | None = None
        self.egress = Egress()
        self.stopped = False
        self._turn = turn
        self._text: list[str] = []
        self._outcomes: list[Outcome] = []
        self._notes: list[str] = []
        self._sources: list[Source] = []
        self._tokens = self._read = 0
        self._cut = False
        self._cents: float | None = None
        self._took: dict[str, float] = {}

    def step(self, name: str, do: Callable[[], _T]) -> _T:
        """Do a step and note its milliseconds."""
        start = perf_counter()
        result = do()
        self._took[name] = 1000 * (perf_counter() - start)
        return result

    async def wait(self, name: str, doing: Awaitable[_T]) -> _T:
        """The same for a step that waits."""
        start = perf_counter()
        result = await doing
        self._took[name] = 1000 * (perf_counter() - start)
        return result

    def take(self, piece: Piece, begun: float) -> str:
        """Keep a piece of the run that began at ``begun``; gives the text in it, to be passed on."""
        self._took["run"] = 1000 * (perf_counter() - begun)
        if isinstance(piece, str):
            self._took.setdefault("first", self._took["run"])
            self._text.append(piece)
            return piece
        if isinstance(piece, Outcome):
            self._outcomes.append(piece)
        elif isinstance(piece, Note):
            self._notes.append(piece.text)
        elif isinstance(piece, Source):
            self._sources.append(piece)
        elif isinstance(piece, Cut):
            self._cut = True
        elif isinstance(piece, Moved):
            self.placement = piece.placement
        elif isinstance(piece, Used):
            self._tokens += piece.tokens
            self._read += piece.read
            if piece.cents is not None:
                self._cents = (self._cents or 0.0) + piece.cents
        return ""

    def answer(self) -> Answer | None:
        """The Answer as it is by now; None before it is known what was meant and where it runs."""
        if self.meaning is None or self.placement is None:
            return None
        return Answer(
            turn=self._turn.id,
            conversation=self._turn.conversation,
            text="".join(self._text).strip(),
            language=self._turn.language,
            meaning=self.meaning,
            placement=self.placement,
            egress=self.egress,
            outcomes=tuple(self._outcomes),
            milliseconds=dict(self._took),
            tokens=self._tokens,
            read=self._read,
            cents=self._cents,
            notes=tuple(self._notes),
            sources=tuple(self._sources),
            stopped=self.stopped,
            cut=self._cut,
        )
