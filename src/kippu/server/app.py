"""The whole HTTP application, put together: what every request passes, and the routes behind it.

Knows each part by its one function and nothing of what they do.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.middleware import Middleware

from kippu import __version__
from kippu.server import ask, docs, layers, news, own, pictures, privacy, problems, shelf, v1, v1_images
from kippu.server.brought import Brought
from kippu.server.envelope import Envelope
from kippu.server.fetches import Fetches
from kippu.server.gate import Gate
from kippu.server.pages import Pages

if TYPE_CHECKING:
    from kippu.start import Kippu

_ABOUT = (
    "One private assistant that runs on your own device first.\n\n"
    "Under /v1 it speaks OpenAI's API: 'kippu' is the whole assistant, every other model is one of this "
    "device, bare. Under /api are Kippu's own routes. On this device no token is needed; from another one, "
    "send 'Authorization: Bearer' with the token of Kippu's data folder."
)


def create(kippu: "Kippu", closing: asyncio.Event | None = None) -> FastAPI:
    """The application for a running Kippu. Setting ``closing`` ends its open streams."""
    closing = closing or asyncio.Event()
    brought = Brought(kippu)
    fetches = Fetches(kippu.store, kippu.ledger, kippu.events, brought.use)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        await fetches.close()

    app = FastAPI(
        title="Kippu",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        lifespan=life,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        middleware=[Middleware(Envelope), Middleware(Gate, data=kippu.settings.data)],
    )
    problems.install(app)
    for router in (
        v1.router(kippu, closing),
        v1_images.router(kippu, closing),
        ask.router(kippu, closing),
        own.router(kippu),
        pictures.router(kippu, closing),
        privacy.router(kippu),
        shelf.router(kippu, fetches, brought),
        layers.router(kippu),
        news.router(kippu, closing),
    ):
        app.include_router(router)
    docs.install(app)
    app.router.default = Pages()
    return app
