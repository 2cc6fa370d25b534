"""Kippu's own routes about pictures: drawing, watching it, the gallery.

Each is a line over the studio; what its news is in JSON is told here too.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kippu.engines.pictures import files
from kippu.errors import BadInput, KippuError
from kippu.record import Picture, Pictures
from kippu.server import problems
from kippu.server.problems import RESPONSES
from kippu.server.shapes import Done
from kippu.server.shapes_pictures import Again, Begun, Drawing, GuidanceFacts, PainterFacts, PictureRow
from kippu.server.stream import Stream, event
from kippu.skills.pictures.job import Job, Progress
from kippu.skills.pictures.studio import origin
from kippu.skills.pictures.wanted import Wanted
from kippu.turn import Language

if TYPE_CHECKING:
    from kippu.start import Kippu

Search = Annotated[str, Query(max_length=500, description="Words that are all in the prompt.")]

Ground = Annotated[
    Literal["cut", "keep"],
    Query(
        description="What becomes of a ground: `cut` makes it clear, as far as it is of one colour; where it "
        "isn't, the answer says so (400)."
    ),
]

_STREAM = {
    "description": "`progress` {variant, step, steps, preview}, `picture` (a PictureRow), `error` (what went "
    "wrong), last `end` {stopped, lacks, differs}: things that something near stands in for; of a picture "
    "that is drawn again, what it comes of that is another since (`model`, or a key of `weights`).",
    "content": {"text/event-stream": {"schema": {"type": "string"}}},
}
_START = "The picture to start from"
_PNG = {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}
_WEBP = {"content": {"image/webp": {"schema": {"type": "string", "format": "binary"}}}}


def router(kippu: "Kippu", closing: asyncio.Event) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/pictures", tags=["Pictures"], responses=RESPONSES)
    _drawing(routes, kippu, closing)
    _gallery(routes, kippu)
    return routes


def row(picture: Picture) -> dict[str, Any]:
    """A picture as JSON, with the addresses of its files."""
    at = f"/api/pictures/{picture.id}"
    return {**asdict(picture), "image": f"{at}/image.png", "sticker": f"{at}/sticker.webp"}


def _drawing(routes: APIRouter, kippu: "Kippu", closing: asyncio.Event) -> None:
    studio = kippu.studio

    @routes.get("/painters")
    async def painters() -> list[PainterFacts]:
        """Those that draw on this device, the usual one first."""
        found = [(mode, await studio.painter(mode)) for mode in studio.modes]
        return [
            PainterFacts(
                mode=mode,
                name=each.name,
                styles=list(each.styles),
                size=each.size,
                starts=each.starts,
                opaque=each.opaque,
                steps=each.steps,
                guidance=None if each.guidance is None else GuidanceFacts(**asdict(each.guidance)),
            )
            for mode, each in found
        ]

    @routes.post("", status_code=202)
    async def draw(body: Drawing) -> Begun:
        """Begin to draw."""
        given = body.model_dump(exclude={"job", "start", "mask", "sketch"})
        brought = await asyncio.to_thread(_brought, body, studio.gallery)
        job = await studio.begin(Wanted(**given, **brought), body.job)
        return Begun(job=job.id)

    @routes.get("/jobs/{job}", response_class=Response, responses={200: _STREAM})
    async def watch(job: str, request: Request) -> Response:
        """How far a drawing is, and what came of it, as server-sent events."""
        return Stream(_lines(studio.job(job), problems.language(request.headers)), closing)

    @routes.post("/jobs/{job}/stop")
    async def stop(job: str) -> Done:
        """Stop a drawing at once, also one whose order comes later; what is done already stays."""
        studio.stop(job)
        return Done()

    @routes.post("/{id}/again", status_code=202)
    async def again(id: str, body: Again | None = None) -> Begun:
        """Draw a picture once more, the same, from all that is kept of it."""
        return Begun(job=(await studio.again(id, body.job if body else None)).id)

    @routes.post("/{id}/larger", status_code=202)
    async def larger(id: str, body: Again | None = None) -> Begun:
        """Make a picture four times as wide and high: a new one, whose `parent` it is. What was composed of
        vector drawings is drawn anew in more pixels, all else goes through a network, a row of tiles each
        step. Up to 1024 pixels a side, and once."""
        return Begun(job=(await studio.larger(id, body.job if body else None)).id)


def _gallery(routes: APIRouter, kippu: "Kippu") -> None:
    gallery = kippu.studio.gallery

    @routes.get("", response_model=list[PictureRow])
    async def pictures(search: Search = "") -> list[dict[str, Any]]:
        """All pictures, newest first; with `search`, those whose prompt has its words."""
        return [row(picture) for picture in gallery.list(search)]

    @routes.get("/{id}", response_model=PictureRow)
    async def picture(id: str) -> dict[str, Any]:
        """One picture, and all that it takes to draw it again."""
        return row(gallery.get(id))

    @routes.get("/{id}/image.png", response_class=Response, responses={200: _PNG})
    async def image(id: str) -> Response:
        """The picture, with its origin."""
        return Response(gallery.file(id).read_bytes(), media_type="image/png")

    @routes.get("/{id}/sticker.webp", response_class=Response, responses={200: _WEBP})
    async def sticker(id: str, ground: Ground = "cut") -> Response:
        """The picture as messengers want it: 512 pixels, a transparent ground; with its origin."""
        told, pixels = origin(gallery.get(id)), files.own(gallery.file(id).read_bytes())
        made = (
            await asyncio.to_thread(files.sticker, pixels, told)
            if ground == "cut"
            else await asyncio.to_thread(files.webp, pixels, told, files.STICKER)
        )
        if made is None:
            raise BadInput(*files.UNEVEN)
        made = await asyncio.to_thread(kippu.studio.signed, made, "webp", told)
        return Response(made, media_type="image/webp")

    @routes.get("/{id}/start.png", response_class=Response, responses={200: _PNG})
    async def start(id: str) -> Response:
        """What it began from."""
        return Response(gallery.file(id, "start").read_bytes(), media_type="image/png")

    @routes.get("/{id}/sketch.png", response_class=Response, responses={200: _PNG})
    async def sketch(id: str) -> Response:
        """The lines that it follows."""
        return Response(gallery.file(id, "sketch").read_bytes(), media_type="image/png")

    @routes.get("/{id}/mask.png", response_class=Response, responses={200: _PNG, 204: {}})
    async def mask(id: str) -> Response:
        """What of its start was to change, clear there; nothing (204) when that was all."""
        gallery.get(id)
        kept = gallery.mask(id)
        if kept is None:
            return Response(status_code=204)
        clear = files.clear_where(files.own_mask(kept.read_bytes()))
        return Response(clear, media_type="image/png")

    @routes.delete("/{id}")
    async def remove(id: str) -> Done:
        """Delete a picture."""
        gallery.remove(id)
        return Done()


def _brought(body: Drawing, gallery: Pictures) -> dict[str, Any]:
    """The pictures that came with it, as ``Wanted`` names them."""
    brought: dict[str, Any] = {}
    begun = None if body.start is None else files.from_data_url(body.start, _START)
    if begun is not None:
        brought["start"] = files.read(begun, _START)
    if body.mask is not None:
        if begun is None and body.parent is None:
            raise BadInput(
                "A mask says what of a picture changes: send that picture in 'start', or its id in 'parent'.",
                "マスクだけでは描けません。元の絵を「start」で送るか、そのidを「parent」で指定してください。",
            )
        of = gallery.file(body.parent or "").read_bytes() if begun is None else begun
        brought["mask"] = files.mask(files.from_data_url(body.mask, "The mask"), of)
    if body.sketch is not None:
        brought["sketch"] = files.read(files.from_data_url(body.sketch, "The sketch"), "The sketch")
    return brought


async def _lines(job: Job, language: Language) -> AsyncGenerator[str, None]:
    async with aclosing(job.news()) as coming:
        async for news in coming:
            match news:
                case Progress():
                    told = {"variant": news.variant, "step": news.step, "steps": news.steps}
                    yield event({**told, "preview": files.data_url(news.preview)}, "progress")
                case Picture():
                    yield event(row(news), "picture")
                case KippuError():
                    yield event(problems.told(news, language)[1]["error"], "error")
                case _:
                    yield event(
                        {"stopped": news.stopped, "lacks": list(job.lacks), "differs": list(job.differs)},
                        "end",
                    )
