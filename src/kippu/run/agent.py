"""A model with tools: it wants calls, each is judged, and what came of it goes back to the model.

The model is whoever chats; it may have been talked into anything by what it read, so nothing that it says is
taken for the person's word. Knows no provider and no skill.
"""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from kippu.errors import BadInput
from kippu.guard.permission import Permission
from kippu.run.pieces import Ask, Piece, Used
from kippu.tool import Tool
from kippu.turn import Call, Outcome, Turn

Message = dict[str, Any]
Chat = Callable[[Sequence[Message], Sequence[Mapping[str, Any]]], AsyncGenerator[dict[str, Any], None]]
"""Messages and tools in OpenAI's shape to its chunks; the last has ``cents`` where it costs."""

_ROUNDS = 12
"""Times that a model may come back with more calls; then it has lost its way."""
_PLAN = (
    "Which of these tools does the request ask for? Answer with their names alone, or with: none.\n\n"
    "Tools:\n{tools}\n\nRequest: {words}"
)


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
        inward: Callable[[str], str] = str,
        outward: Callable[[str], str] = str,
    ) -> AsyncGenerator[Piece, None]:
        """Text, outcomes, questions and what was spent, as they come.

        ``words``: the person's own, as the model may read them. ``inward`` makes the model's arguments those
        of this device, ``outward`` what a tool says fit for the model.
        """
        talk = list(messages)
        shapes = [_shape(self._tools[name]) for name in offered]
        permission: Permission | None = None
        for _ in range(_ROUNDS):
            wanted: list[dict[str, str]] = []
            async with aclosing(chat(talk, shapes)) as chunks:
                async for chunk in chunks:
                    for piece in _said(chunk, wanted):
                        yield piece
            if not wanted:
                return
            if permission is None:
                planned = await self._planned(chat, words, offered) if offered else frozenset()
                permission = Permission(turn.text, planned, tainted)
            talk.append(
                {"role": "assistant", "content": None, "tool_calls": [_wanted(one) for one in wanted]}
            )
            for one in wanted:
                call, told = self._call(one, inward), ""
                if isinstance(call, str):
                    told = call
                else:
                    async with aclosing(self._judged(turn, call, permission)) as pieces:
                        async for piece in pieces:
                            yield piece
                            told = _told(piece) if isinstance(piece, Outcome) else told
                answer = outward(told or "The person did not allow this call. Go on without it.")
                talk.append({"role": "tool", "tool_call_id": one["id"], "content": answer})

    async def _judged(self, turn: Turn, call: Call, permission: Permission) -> AsyncGenerator[Piece, None]:
        """The outcome of a call that may run; nothing of one that may not."""
        verdict = permission.judge(call, self._tools[call.tool].acts)
        if verdict == "ask":
            asking = Ask(call)
            yield asking
            verdict = "run" if await asking.yes else "refuse"
        if verdict == "run":
            outcome = await self._run(call, turn)
            permission.ran(call, outcome.tainted)
            yield outcome

    async def _planned(self, chat: Chat, words: str, offered: Sequence[str]) -> frozenset[str]:
        """The tools that the person's own words ask for, says the model when it reads nothing else."""
        tools = "\n".join(f"- {_outer(name)}: {self._tools[name].description}" for name in offered)
        said = ""
        ask: Message = {"role": "user", "content": _PLAN.format(tools=tools, words=words)}
        async with aclosing(chat([ask], ())) as chunks:
            async for chunk in chunks:
                said += "".join(piece for piece in _said(chunk, []) if isinstance(piece, str))
        return frozenset(name for name in offered if _outer(name) in said)

    def _call(self, wanted: Mapping[str, str], inward: Callable[[str], str]) -> Call | str:
        """The call with arguments of the right types, or what is wrong with it, for the model."""
        name = wanted["name"].replace("__", ".")
        if name not in self._tools:
            return f"There is no tool {wanted['name']!r}."
        try:
            arguments = _restored(json.loads(wanted["arguments"] or "{}"), inward)
            checked = self._tools[name].check(arguments)
        except (ValueError, TypeError, BadInput) as error:
            return f"These arguments can't be used: {error}"
        return Call(name, checked.model_dump(mode="json", exclude_unset=True))


def _said(chunk: Mapping[str, Any], wanted: list[dict[str, str]]) -> list[Piece]:
    """The text and the bill in a chunk; the pieces of calls in it are put together in ``wanted``."""
    pieces: list[Piece] = []
    for choice in chunk.get("choices", ()):
        delta = choice.get("delta") or {}
        if text := delta.get("content"):
            pieces.append(text)
        for part in delta.get("tool_calls") or ():
            _put_together(wanted, part)
    if usage := chunk.get("usage"):
        pieces.append(Used(int(usage.get("completion_tokens") or 0)))
    if "cents" in chunk:
        pieces.append(Used(0, chunk["cents"]))
    return pieces


def _put_together(wanted: list[dict[str, str]], part: Mapping[str, Any]) -> None:
    index = int(part.get("index") or 0)
    while len(wanted) <= min(index, 63):
        wanted.append({"id": f"call_{len(wanted)}", "name": "", "arguments": ""})
    one = wanted[min(index, 63)]
    function = part.get("function") or {}
    one["id"] = part.get("id") or one["id"]
    one["name"] += function.get("name") or ""
    one["arguments"] += function.get("arguments") or ""


def _restored(value: Any, inward: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _restored(item, inward) for name, item in value.items()}
    if isinstance(value, list):
        return [_restored(item, inward) for item in value]
    return inward(value) if isinstance(value, str) else value


def _shape(tool: Tool) -> dict[str, Any]:
    function = {"name": _outer(tool.name), "description": tool.description, "parameters": tool.schema}
    return {"type": "function", "function": function}


def _outer(name: str) -> str:
    """A tool's name as providers take it: without a dot."""
    return name.replace(".", "__")


def _wanted(one: Mapping[str, str]) -> dict[str, Any]:
    function = {"name": one["name"], "arguments": one["arguments"]}
    return {"id": one["id"], "type": "function", "function": function}


def _told(outcome: Outcome) -> str:
    return outcome.text or json.dumps(dict(outcome.data), ensure_ascii=False) or "Done."
