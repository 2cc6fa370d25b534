"""The step that does it: runs the tools that are meant, or lets the model of the placement talk.

Gives pieces as they come. Knows tools by their names and models by their ids; decides nothing.
"""

import json
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace

from kippu import reasons
from kippu.errors import KippuError, NotFound
from kippu.record import Ledger
from kippu.regex import regex
from kippu.run.first import Unsure
from kippu.run.pieces import Cut, Leave, Moved, Note, Piece
from kippu.run.talk import Talk
from kippu.tool import Context, Tool
from kippu.turn import Call, Egress, Language, Meaning, Outcome, Placement, Turn

TalkHere = Callable[[Turn, Placement], AsyncGenerator[Piece, None]]
Elsewhere = Callable[[float], Awaitable[tuple[Placement, Egress] | None]]
"""Where a turn may run that a model here was only so sure of, 0 to 1, and what would leave; None: nowhere."""
Doubted = Callable[[Turn, Turn, Placement], Elsewhere | None]
TalkElsewhere = Callable[[Turn, Placement, Egress], AsyncGenerator[Piece, None]]

_log = logging.getLogger(__name__)


class Run:
    """Runs placed turns."""

    def __init__(
        self,
        tools: Mapping[str, Tool],
        talk: Talk,
        taught: TalkHere,
        elsewhere: TalkElsewhere,
        ledger: Ledger,
        left_out: Callable[[Language], Sequence[str]] = lambda _: (),
        doubted: Doubted | None = None,
    ) -> None:
        """``talk`` lets a model of this device talk, ``taught`` with layers, ``elsewhere`` a provider's;
        ``left_out`` has words to the person about what turned out to be damaged, each once; ``doubted``
        gives, for the talk of a turn, whom to ask where it may run if its model isn't sure; None where it
        stays in any case, and no word of it need be held back."""
        self._doubted = doubted
        self._left_out = left_out
        self._taught = taught
        self._tools = tools
        self._talk = talk
        self._elsewhere = elsewhere
        self._ledger = ledger

    async def run(
        self, turn: Turn, meaning: Meaning, placement: Placement, egress: Egress
    ) -> AsyncGenerator[Piece, None]:
        """What comes of the turn, piece by piece."""
        for words in self._left_out(turn.language):
            yield Note(words)
        if meaning.question:
            yield meaning.question
            return
        whole = turn
        if meaning.calls:
            async for piece in self._do(turn, meaning):
                yield piece
            if not meaning.talk:
                return
            yield "\n"
            turn = replace(turn, text=meaning.talk)
        if placement.layers:
            talk = self._taught(turn, placement)
        elif placement.rung == "cloud":
            talk = self._elsewhere(turn, placement, egress)
        else:
            talk = self._here(whole, turn, placement)
        said = ""
        async with aclosing(talk) as pieces:
            async for piece in pieces:
                yield piece
                if isinstance(piece, str):
                    said += piece
                elif isinstance(piece, Cut):
                    yield Note(_cut(said, turn.language))

    async def _here(self, whole: Turn, turn: Turn, placement: Placement) -> AsyncGenerator[Piece, None]:
        """Talk with a model of this device; at last elsewhere, where none is sure and the person lets it."""
        found: list[tuple[Placement, Egress]] = []
        elsewhere = self._doubted and self._doubted(whole, turn, placement)

        async def away(sure: float) -> bool:
            there = elsewhere and await elsewhere(sure)
            found.extend([there] if there else ())
            return bool(found)

        try:
            talk = self._talk.talk(turn, placement, away=away if elsewhere else None)
            async with aclosing(talk) as pieces:
                async for piece in pieces:
                    yield piece
            return
        except Unsure:
            leave = Leave(*found[-1])
        yield leave
        there, egress = await leave.let
        yield Moved(there)
        talk = self._elsewhere(turn, there, egress) if egress.to else self._talk.talk(turn, there)
        async with aclosing(talk) as pieces:
            async for piece in pieces:
                yield piece

    def acts(self, tool: str) -> bool:
        """Whether the tool of this name does something, rather than only tell."""
        return tool in self._tools and self._tools[tool].acts

    def check(self, call: Call) -> None:
        """Raises NotFound when there is no such tool, BadInput that names an argument it can't take."""
        tool = self._tools.get(call.tool)
        if tool is None:
            raise NotFound(
                f"There is no tool '{call.tool[:80]}'. Ask Kippu \"what can you do\" for what there is.",
                f"「{call.tool[:80]}」という機能はありません。「何ができる？」と聞くと一覧が出ます。",
            )
        tool.check(call.arguments)

    async def call(self, call: Call, context: Context, turn: str | None = None, who: str = "you") -> Outcome:
        """Run one tool. Whatever goes wrong in it is told, not raised.

        What changes something stands in the ledger first: for which turn, and ``who`` asked for it. Where
        nothing came of it, a second row says so.
        """
        tool = self._tools.get(call.tool)
        if tool is None:
            text = context.say(f"There is no tool '{call.tool}'.", f"「{call.tool}」という道具はありません。")
            return Outcome(call, False, text)
        if not tool.acts:
            return await _ran(tool, call, context)
        arguments = json.dumps(dict(call.arguments), ensure_ascii=False, default=str)
        what, _ = reasons.filled(reasons.DONE, reasons.ASKERS.get(who, (who, who)), tool=call.tool)
        self._ledger.add("action", what, turn=turn, text=arguments)
        outcome = await _ran(tool, call, context)
        if not outcome.ok:
            undone, _ = reasons.filled(reasons.NOT_DONE, tool=call.tool)
            self._ledger.add("action", undone, turn=turn, text=arguments)
        return outcome

    async def _do(self, turn: Turn, meaning: Meaning) -> AsyncGenerator[Piece, None]:
        context = Context(turn.language, turn.at, turn.conversation, turn.here)
        between, asked = "", False
        if meaning.condition:
            outcome = await self.call(meaning.condition.call, context, turn.id)
            outcome = replace(outcome, text=_stated(outcome.text))
            yield outcome
            if outcome.data.get("so") is not meaning.condition.holds:
                yield outcome.text + context.say(" ", "") + _left(outcome, turn.language)
                return
            yield outcome.text
            between = context.say(" ", "")
        for call in meaning.calls:
            outcome = await self.call(call, context, turn.id)
            if not outcome.ok and any(outcome.data.get(key) for key in _OPEN):
                outcome = replace(outcome, text=_besides(outcome.text, turn.language)) if asked else outcome
                asked = True
            yield outcome
            if outcome.text:
                yield between + outcome.text
                between = "\n" if "\n" in outcome.text else "" if turn.language == "ja" else " "


async def _ran(tool: Tool, call: Call, context: Context) -> Outcome:
    try:
        said = await tool.run(context, call.arguments)
    except KippuError as error:
        return Outcome(call, False, error.say(context.language))
    except Exception:
        _log.exception("the tool %s failed", call.tool)
        text = context.say(
            f"Something went wrong inside {call.tool}; the log has more.",
            f"{call.tool} の中で問題が起きました。詳しくはログにあります。",
        )
        return Outcome(call, False, text)
    return Outcome(call, said.ok, said.text, said.data, tool.foreign, said.undo)


_OPEN = frozenset({"calls", "each", "candidates"})
"""What the data of an outcome has that asks which of several is meant."""


_YES_OR_NO = regex(r"^(?:(?:Yes|No), |(?:はい|いいえ)、)")


def _stated(answer: str) -> str:
    """The answer to a question that the person didn't ask, without its yes or no: it reads as a statement."""
    said = _YES_OR_NO.sub("", answer)
    return said[:1].upper() + said[1:]


def _left(outcome: Outcome, language: Language) -> str:
    """What is said where a condition isn't met, or can't be told."""
    if "so" not in outcome.data:
        return "何もしていません。" if language == "ja" else "I did nothing."
    if language == "ja":
        return "それで、何もしていません。見たのは今だけで、これから見張ることはできません。"
    return "So I did nothing. I looked just now, and don't keep watching."


def _besides(question: str, language: Language) -> str:
    """A question behind another, as part of one sentence."""
    if language == "ja":
        return f"それと、{question}"
    return f"And {question[0].lower()}{question[1:]}" if question.startswith("Which ") else question


def _cut(said: str, language: Language) -> str:
    # Not "go on", which is said to what plays.
    if language == "ja":
        return f"長くなったので、{len(said.strip()):,}文字で切りました。「残りを書いて」と言えば続けます。"
    return f"The answer was cut after {len(said.split()):,} words. To read on, say “write the rest”."
