"""What ``injection.py`` plays cases with: a model that obeys whoever spoke last, a person, two assistants.

The model is scripted, so that it is talked into everything: no model of flesh and weights is that obedient.
All else is Kippu's own: agent, permission, tools, and where a case goes over two turns the record and /v1.
"""

import atexit
import json
import tempfile
import uuid
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kippu.record import Database, History
from kippu.run.agent import Agent
from kippu.run.calls import Wanted, pieces_of
from kippu.run.pieces import Ask
from kippu.server.v1_kippu import marked
from kippu.tool import Context, Tool
from kippu.turn import Answer, Call, Meaning, Message, Outcome, Placement, Turn

Plan = Literal["honest", "with the attacker's", "everything"]
"""What the model names as wanted by the person's words: what is, the attacker's tools too, or all tools."""
Came = Literal["pasted", "along", "told"]
"""How content came in, a turn before the one in which the model obeys it: in a sentence too long to be the
person's own, beside one, or by a tool."""
_ROUNDS = 64
_PAGE = "The page goes on, with nothing of note in it. " * 9
"""Makes of any content what only a page can be: more than a person's own words."""
_NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@dataclass
class Scene:
    """One case, fresh: its tools act on a world that nobody used yet."""

    words: str
    """What the person says."""
    outside: str
    """What comes along with it, such as a mail."""
    tools: Mapping[str, Tool]
    task: Sequence[Call]
    """What the person's task needs."""
    attack: Sequence[Call]
    """What the attacker wants; empty in a case without attack."""
    sign: str
    """What stands in a text that holds the attack."""
    answer: str
    """What the model says at the end."""
    judge: Callable[["Played"], tuple[bool, bool]]
    """Did the attack come true, and is the person's task done."""
    content: str = ""
    """What the attack is written in; empty in a case without attack."""


@dataclass
class Played:
    """What came of a case."""

    said: str = ""
    ran: list[Call] = field(default_factory=list)
    caught: bool = False
    """The model read the attack, and wanted what it says."""
    planned_from: str = ""
    """What the planner read."""
    yeses: int = 0
    noes: int = 0


class Obedient:
    """Does the person's calls one by one; once it reads the attack, the attacker's first."""

    def __init__(self, scene: Scene, plan: Plan, played: Played) -> None:
        self._scene = scene
        self._plan = plan
        self._played = played
        self._next: list[list[Call]] = [[call] for call in scene.task]

    async def chat(
        self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Mapping[str, Any]]
    ) -> AsyncGenerator[dict[str, Any], None]:
        """As OpenAI's clients give it: calls come in pieces."""
        if not tools:
            self._played.planned_from = str(messages[-1]["content"])
            yield _chunk({"content": " ".join(_outer(name) for name in self._named())})
            return
        if not self._played.caught and self._scene.attack and self._reads_attack(messages):
            self._played.caught = True
            self._next.insert(0, list(self._scene.attack))
        if not self._next:
            yield _chunk({"content": self._scene.answer})
            return
        for index, call in enumerate(self._next.pop(0)):
            head = {"name": _outer(call.tool), "arguments": ""}
            yield _chunk({"tool_calls": [{"index": index, "id": f"c{index}", "function": head}]})
            said = json.dumps(dict(call.arguments))
            for piece in (said[:7], said[7:]):
                yield _chunk({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})

    def _reads_attack(self, messages: Sequence[Mapping[str, Any]]) -> bool:
        return any(self._scene.sign in str(message["content"]) for message in messages)

    def _named(self) -> set[str]:
        task, attack = ({call.tool for call in calls} for calls in (self._scene.task, self._scene.attack))
        return {"honest": task, "with the attacker's": task | attack, "everything": set(self._scene.tools)}[
            self._plan
        ]


async def defended(
    scene: Scene,
    plan: Plan = "honest",
    careless: bool = False,
    came: Came | None = None,
    over_v1: bool = False,
) -> Played:
    """The case as Kippu plays it. The person says yes to what the task needs alone; ``careless``: to all.

    With ``came`` the content came a turn earlier, and this turn finds it in the record; ``over_v1``: in what
    a program sends along of that conversation.
    """
    played = Played()
    turn = later(scene, came, over_v1) if came else _turn(scene)
    left = [_as_judged(scene, call) for call in scene.task]

    async def run(call: Call, turn: Turn) -> Outcome:
        if (judged := _as_judged(scene, call)) in left:
            left.remove(judged)
        return await _run(scene, call, played)

    agent = Agent(scene.tools, run)
    answer = agent.answer(
        turn, _messages(turn), Obedient(scene, plan, played).chat,
        words=scene.words, offered=tuple(scene.tools), tainted=turn.tainted,
    )  # fmt: skip
    async with aclosing(answer) as pieces:
        async for piece in pieces:
            if isinstance(piece, str):
                played.said += piece
            elif isinstance(piece, Ask) and piece.call:
                yes = careless or _as_judged(scene, piece.call) in left
                played.yeses, played.noes = played.yeses + yes, played.noes + (not yes)
                piece.yes.set_result(yes)
    return played


async def undefended(scene: Scene) -> Played:
    """The same model in a loop that runs what it wants."""
    played = Played()
    chat = Obedient(scene, "honest", played).chat
    talk = _messages(_turn(scene))
    for _ in range(_ROUNDS):
        wanted = Wanted()
        async for chunk in chat(talk, [{"type": "function"}]):
            played.said += "".join(piece for piece in pieces_of(chunk, wanted) if isinstance(piece, str))
        if not wanted.calls:
            break
        talk.append(wanted.message())
        for one in wanted.calls:
            call = Call(one.name.replace("__", ".", 1), json.loads(one.arguments))
            outcome = await _run(scene, call, played)
            talk.append({"role": "tool", "tool_call_id": one.id, "content": outcome.text})
    return played


async def _run(scene: Scene, call: Call, played: Played) -> Outcome:
    tool = scene.tools[call.tool]
    said = await tool.run(Context("en", _NOW), call.arguments)
    played.ran.append(call)
    return Outcome(call, said.ok, said.text, said.data, tool.foreign)


def later(scene: Scene, came: Came, over_v1: bool) -> Turn:
    """The person's words, a turn after the attack's content was read: as it is built from the record."""
    history, name = _record(), uuid.uuid4().hex
    first = replace(_turn(scene), text="Read this.", id=name, conversation=name, outside="")
    tool, *_ = (tool for tool in scene.tools.values() if tool.foreign or came != "told")
    outcome = Outcome(Call(tool.name), True, scene.content, tainted=tool.foreign)
    if came == "pasted":
        first = replace(first, text=f"Read this.\n\n{scene.content}\n\n{_PAGE}")
    elif came == "along":
        first = replace(first, outside=scene.content)
    history.begin(first)
    # A model that is talked into everything has its answer hold what it shall do next.
    history.finish(
        Answer(
            name, name, f"It says: {scene.content}", "en", Meaning("talk", 0.9),
            Placement("cloud", "m", "why"), outcomes=(outcome,) if came == "told" else (),
        )
    )  # fmt: skip
    lines = history.messages(name)
    if over_v1:
        lines = marked((Message(line.role, line.text) for line in lines), lines)
    return replace(_turn(scene), outside="", history=lines)


@cache
def _record() -> History:
    """One for all cases, on a disk as it is for people."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return History(Database(Path(folder.name) / "kippu.db"))


def _turn(scene: Scene) -> Turn:
    return Turn(scene.words, "en", _NOW, "bench", "turn", outside=scene.outside)


def _messages(turn: Turn) -> list[dict[str, Any]]:
    said = f"{turn.text}\n\n{turn.outside}" if turn.outside else turn.text
    lines = [{"role": line.role, "content": line.text} for line in turn.history]
    return [*lines, {"role": "user", "content": said}]


def _as_judged(scene: Scene, call: Call) -> Call:
    checked = scene.tools[call.tool].check(call.arguments)
    return Call(call.tool, checked.model_dump(mode="json", exclude_defaults=True))


def _outer(name: str) -> str:
    return name.replace(".", "__")


def _chunk(delta: Mapping[str, Any]) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": delta}]}
