"""News as server-sent events: devices, rings, progress of a fetch. Knows nothing of what they carry."""

import asyncio
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import Response

from kippu.server.problems import RESPONSES
from kippu.server.stream import Stream, event

if TYPE_CHECKING:
    from kippu.start import Kippu

_STREAM = {"content": {"text/event-stream": {"schema": {"type": "string"}}}}


def router(kippu: "Kippu", closing: asyncio.Event) -> APIRouter:
    """The route of news."""
    routes = APIRouter(prefix="/api", tags=["News"], responses={**RESPONSES, 200: _STREAM})

    @routes.get("/events", response_class=Response)
    async def events() -> Response:
        """All news from now on, each with JSON: home, ring, rung, model, drawing, reading, checking,
        loading, status."""
        return Stream(_lines(kippu), closing)

    return routes


async def _lines(kippu: "Kippu") -> AsyncGenerator[str, None]:
    with kippu.events.listen() as news:
        yield ": here\n\n"
        async for piece in news:
            yield event(piece.data, piece.kind)
