"""A model with tools: it wants calls, each is judged, and what came of it goes back to the model.

The model is whoever chats; it may have been talked into anything by what it read, so nothing that it says is
taken for the person's word. Knows no provider and no skill.
"""

import json
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from kippu.errors import BadInput
from kippu.guard.permission import Permission
from kippu.guard.planning import NO_TOOL, NOT_MADE, REPLIES, plan
from kippu.run.calls import One, Wanted, pieces_of
from kippu.run.describing import describe
from kippu.run.pieces import Ask, Note, Piece, Used
from kippu.tool import Tool
from kippu.turn import Call, Egress, Offer, Outcome, Turn

Message = dict[str, Any]
Chat = Callable[[Sequence[Message], Sequence[Mapping[str, Any]]], AsyncGenerator[dict[str, Any], None]]
"""Messages and tools in OpenAI's shape to its chunks; the last has ``cents`` where it costs."""

_ROUNDS = 24
"""Times that a model may come back with more calls; then it has lost its way."""
_NOTES = 3
"""Refused calls that are told one by one."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a model elsewhere may read; one of this device reads all as it is."""

    inward: Callable[[str], str] = str
    """Makes the model's arguments those of this device."""
    outward: Callable[[str], str] = str
    """Makes what a tool says fit for the model."""
    shown: Callable[[str], Egress] | None = None
    """Set when the person says yes to all that leaves: the egress that shows them more of it."""


class Agent:
    """Answers turns with a model that may want calls."""

    def __init__(self, tools: Mapping[str, Tool], run: Callable[[Call, Turn], Awaitable[Outcome]]) -> None:
        self._tools = tools
        self._run = run

    async def answer(
        self,
        turn: Turn,
        messages: Sequence[Message],
        chat: Chat,
        *,
        words: str,
        offered: Sequence[str],
        tainted: bool,
        reader: Reader = Reader(),
    ) -> AsyncGenerator[Piece, None]:
        """Text, outcomes, questions and what was spent, as they come.

        ``words``: the person's own and nothing else, as the model may read them. ``tainted``: content from
        outside is among the messages.
        """
        offers = [self._tools[name].offer for name in offered]
        tools = {each.name: self._tools[each.tool] for each in offers}
        shapes = [_shape(each) for each in offers]
        doing = _Doing(turn, list(messages), tools, reader)
        for _ in range(_ROUNDS):
            wanted = Wanted()
            async with aclosing(chat(doing.talk, shapes)) as chunks:
                async for chunk in chunks:
                    for piece in pieces_of(chunk, wanted):
                        yield piece
            if not wanted.calls:
                break
            if doing.permission is None:
                planned: list[str] = []
                async with aclosing(_planned(chat, words, offers, planned)) as bills:
                    async for bill in bills:
                        yield bill
                doing.permission = Permission(turn.text, planned, tainted, len(offered))
            async with aclosing(self._round(doing, doing.permission, wanted)) as pieces:
                async for piece in pieces:
                    yield piece
            if doing.ended:
                break
        else:
            yield Note(_lost(turn))
        for call in doing.refused[:_NOTES]:
            yield Note(_not_done(call, turn))

    async def _round(
        self, doing: "_Doing", permission: Permission, wanted: Wanted
    ) -> AsyncGenerator[Piece, None]:
        """All calls of one reply, and what came of them as the model's next lines."""
        doing.talk.append(wanted.message())
        came: list[Outcome] = []
        news: list[str] = []
        for one in wanted.calls:
            call, told = _call(one, doing.tools, doing.reader.inward), NOT_MADE
            if isinstance(call, str):
                told = call
            else:
                async with aclosing(self._judged(doing, permission, call)) as pieces:
                    async for piece in pieces:
                        yield piece
                        if isinstance(piece, Outcome):
                            came.append(piece)
                            told = _told(piece)
            if told not in REPLIES:
                news.append(told := doing.reader.outward(told))
            doing.talk.append({"role": "tool", "tool_call_id": one.id, "content": told})
        if news and doing.reader.shown:
            asking = Ask(egress=doing.reader.shown("\n\n".join(news)))
            yield asking
            if not await asking.yes:
                doing.ended = True
                yield "\n".join(one.text for one in came if one.text)

    async def _judged(
        self, doing: "_Doing", permission: Permission, call: Call
    ) -> AsyncGenerator[Piece, None]:
        """The outcome of a call that may run; nothing of one that may not, which is put to the refused."""
        verdict = permission.judge(call, self._tools[call.tool].acts)
        if verdict == "ask":
            asking = Ask(call)
            yield asking
            if await asking.yes:
                verdict = "run"
            else:
                permission.declined(call)
        if verdict == "run":
            outcome = await self._run(call, doing.turn)
            permission.ran(call, outcome.tainted)
            yield outcome
        elif verdict == "refuse" and call not in doing.refused:
            doing.refused.append(call)


@dataclass(slots=True)
class _Doing:
    """Where an answer stands."""

    turn: Turn
    talk: list[Message]
    tools: Mapping[str, Tool]
    """By the names that the model knows them by."""
    reader: Reader
    permission: Permission | None = None
    """Made when a first call is wanted, from what the person said alone."""
    refused: list[Call] = field(default_factory=list)
    ended: bool = False
    """True when the person did not let the model read on."""


async def _planned(
    chat: Chat, words: str, offers: Sequence[Offer], planned: list[str]
) -> AsyncGenerator[Piece, None]:
    """The tools that the person's own words ask for, says the model when it reads nothing else.

    They are put into ``planned``; only what it cost is given.
    """
    text = plan(offers, words)
    if not text:
        return
    said = ""
    async with aclosing(chat([{"role": "user", "content": text}], ())) as chunks:
        async for chunk in chunks:
            for piece in pieces_of(chunk, Wanted()):
                if isinstance(piece, str):
                    said += piece
                elif isinstance(piece, Used):
                    yield piece
    # Whole names: "remove" is a part of "remove_all".
    named = set(re.findall(r"\w+", said))
    planned += [offer.tool for offer in offers if offer.name in named]


def _call(one: One, tools: Mapping[str, Tool], inward: Callable[[str], str]) -> Call | str:
    """The call with arguments of the right types, or what is wrong with it, for the model.

    An argument that only says what is so without it is left out: it changes nothing.
    """
    tool = tools.get(one.name)
    if tool is None:
        return NO_TOOL
    try:
        given = json.loads(one.arguments or "{}")
        if not isinstance(given, dict):
            return "The arguments must be a JSON object."
        checked = tool.check(_restored(given, inward))
        return Call(tool.name, checked.model_dump(mode="json", exclude_defaults=True))
    except (ValueError, TypeError, RecursionError, BadInput) as error:
        return f"These arguments can't be used: {str(error)[:300]}"


def _restored(value: Any, inward: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _restored(item, inward) for name, item in value.items()}
    if isinstance(value, list):
        return [_restored(item, inward) for item in value]
    return inward(value) if isinstance(value, str) else value


def _shape(tool: Offer) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "function": function}


def _told(outcome: Outcome) -> str:
    return outcome.text or json.dumps(dict(outcome.data), ensure_ascii=False) or "Done."


def _not_done(call: Call, turn: Turn) -> str:
    what = describe(call, turn.language)
    if turn.language == "ja":
        return f"次の操作は、あなたの言葉が求めたものではないため実行していません: {what}"
    return f"Not done, for your own words did not ask for it: {what}"


def _lost(turn: Turn) -> str:
    if turn.language == "ja":
        return "モデルが同じところを回り続けたため、ここで止めました。"
    return "The model kept calling tools without coming to an end, so it was stopped here."
