"""The peer of ``bench/action.py``: the same model in llama.cpp's own server, every tool in its prompt.

Its answer is held to a call as JSON, a tool and a thing; its prompt is cached after the first sentence, as
that server does. What it chose is then run by Kippu's own tools in the same home, since the server has none.
"""

import asyncio
import json
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import xllamacpp

from action_model import Done, Stage, Wish
from action_saying import noting
from kippu.cores import Cores
from kippu.start import Kippu
from kippu.tool import Context
from kippu.turn import Call

_CONTEXT = 8192


class Peer:
    """The server with its model."""

    def __init__(self, model: Path, kippu: Kippu) -> None:
        tools = [tool for skill in kippu.skills for tool in skill.tools]
        things = [entity.thing for entity in kippu.home.things()]
        listed = "\n".join(
            f"{tool.name}({', '.join(tool.schema['properties'])}): {tool.description}" for tool in tools
        )
        named = "\n".join(", ".join((thing.name, *thing.aliases)) for thing in things)
        self._system = "\n".join((
            "Choose the tool that the person wants.", listed, "Things and what they are also called:", named,
        ))  # fmt: skip
        self._schema: dict[str, Any] = {
            "type": "object",
            "properties": {
                "tool": {"enum": [tool.name for tool in tools]},
                "name": {"enum": [thing.name for thing in things]},
            },
            "required": ["tool", "name"],
        }
        params = xllamacpp.CommonParams()
        params.model.path = str(model)
        params.n_ctx = _CONTEXT
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = Cores().free()
        params.verbosity = -1
        self._server = xllamacpp.Server(params)

    def choose(self, text: str) -> Call:
        """The call that it chooses."""
        answer = self._server.handle_chat_completions({
            "messages": [{"role": "system", "content": self._system}, {"role": "user", "content": text}],
            "response_format": {
                "type": "json_schema", "json_schema": {"name": "call", "schema": self._schema},
            },
            "max_tokens": 60,
            "temperature": 0,
            "cache_prompt": True,
        })  # fmt: skip
        chosen = json.loads(answer["choices"][0]["message"]["content"])
        return Call(chosen["tool"], {"name": chosen["name"]})


async def done_by_peer(
    kippu: Kippu, scene: Stage, model: Path, said: Sequence[Wish]
) -> tuple[list[Done], float]:
    """What comes of these wishes, and milliseconds of the first, before which no prompt is read."""
    peer = await asyncio.to_thread(Peer, model, kippu)
    done, first = [], 0.0
    with noting(kippu) as sent:
        for number, wish in enumerate((said[0], *said)):
            await scene.set(wish)
            sent.clear()
            start = time.perf_counter()
            call = await asyncio.to_thread(peer.choose, wish.text)
            chosen = 1000 * (time.perf_counter() - start)
            if call.tool.startswith("home."):
                context = Context(wish.language, datetime.now().astimezone())
                await kippu.run.call(call, context)  # what its tool can't be without, changes nothing
            published = 1000 * (sent[0] - start) if sent else None
            if number:
                done.append(Done(wish, "peer", chosen, published, *await scene.judged(wish)))
            else:
                first = chosen
    return done, first
