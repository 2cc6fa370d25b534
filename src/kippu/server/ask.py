"""Asking the assistant, with the answer as it comes, and stopping it.

Knows the assistant alone.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kippu.errors import NotFound
from kippu.guard.planning import REPLIES, second
from kippu.record import answer_to_json
from kippu.run.describing import describe
from kippu.server import problems, shapes
from kippu.server.problems import RESPONSES
from kippu.server.stream import Stream, event
from kippu.turn import Answer, Asking, Consent, Language, Turn

if TYPE_CHECKING:
    from kippu.start import Kippu

_STREAM = {
    "description": "`start` {turn, conversation}, `consent` {turn, to, model, reason, cents, kinds, "
    "messages: [{role, text}], tools: [{tool, name, description, parameters}], outside, second, replies, "
    "call, words} (exactly what would leave, with `outside` for what of the last message came along, "
    "`second` for the request that follows once the model wants a tool, and `replies` for what it is told of "
    "a call that is not made; or with `call` a call that a model wants; it waits), `token` {text} …, last "
    "`answer` (an Answer) or `error`.",
    "content": {"text/event-stream": {"schema": {"type": "string"}}},
}


def router(kippu: "Kippu", closing: asyncio.Event) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["Asking"], responses=RESPONSES)
    running: set[str] = set()

    @routes.post("/ask", response_class=Response, responses={200: _STREAM})
    async def ask(body: shapes.Ask, request: Request) -> Response:
        """Say something to the assistant; the answer comes as server-sent events."""
        turn = kippu.assistant.turn(
            body.text,
            body.conversation,
            body.language,
            body.here,
            body.outside,
            body.layer,
            "once" if body.once else "talk",
            problems.language(request.headers),
        )
        return Stream(_lines(kippu, turn, body.dry_run, running), closing)

    @routes.post("/turns/{id}/stop")
    async def stop(id: str) -> shapes.Done:
        """Stop an answer; what was said until then stays, and comes as its answer."""
        if id not in running:
            raise NotFound(
                "This turn is not being answered: it has ended already.",
                "この質問への答えはもう終わっています。",
            )
        while id in running and not kippu.assistant.stop(id):  # noqa: ASYNC110  # no event tells when it is understood
            await asyncio.sleep(0.02)
        return shapes.Done()

    @routes.post("/turns/{id}/consent")
    async def consent(id: str, body: shapes.Consent) -> shapes.Done:
        """Say yes or no to text that waits to leave; with a yes, its last message as it shall be sent."""
        if not kippu.assistant.consent(id, Consent(body.allow, body.text)):
            raise NotFound(
                "Nothing of this turn waits for a yes: it was answered, stopped, or never asked.",
                "返事を待っているものはありません。もう返事をしたか、止めたか、尋ねていません。",
            )
        return shapes.Done()

    return routes


def _asked(asking: Asking, language: Language) -> dict[str, Any]:
    """What is shown to the person: who would get it, and exactly what; of a call what it does."""
    return {
        "turn": asking.turn,
        "to": asking.egress.to,
        "model": asking.placement.model,
        "reason": asking.placement.reason,
        "cents": asking.placement.cents,
        "call": asdict(asking.call) if asking.call else None,
        "words": describe(asking.call, language) if asking.call else "",
        "kinds": list(asking.egress.kinds),
        "messages": [{"role": message.role, "text": message.text} for message in asking.egress.messages],
        "tools": [asdict(offer) for offer in asking.egress.tools],
        "outside": asking.egress.outside,
        "second": second(asking.egress),
        "replies": list(REPLIES) if asking.egress.tools else [],
    }


async def _lines(kippu: "Kippu", turn: Turn, dry_run: bool, running: set[str]) -> AsyncGenerator[str, None]:
    running.add(turn.id)
    try:
        yield event({"turn": turn.id, "conversation": turn.conversation}, "start")
        async with aclosing(kippu.assistant.answer(turn, dry_run, can_ask=True)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Answer):
                    yield event(answer_to_json(piece), "answer")
                elif isinstance(piece, Asking):
                    yield event(_asked(piece, turn.language), "consent")
                else:
                    yield event({"text": piece}, "token")
    except Exception as error:
        yield event(problems.told(error, turn.language)[1]["error"], "error")
    finally:
        running.discard(turn.id)
