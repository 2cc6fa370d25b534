"""OpenAI's API: pictures from words, and from words and a picture.

Knows OpenAI's shapes; what is drawn is kept in the gallery like any other picture. What can't be done is
refused, never left out without a word.
"""

import asyncio
import base64
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile

from kippu.engines.pictures import Mask, Pixels, files
from kippu.engines.pictures.origin import Origin
from kippu.engines.pictures.signed import Kind
from kippu.errors import BadInput, KippuError
from kippu.record import Picture
from kippu.server.problems import RESPONSES, ModelNotFound, Unsupported
from kippu.server.shapes_pictures import EditRequest, Image, ImageRequest, Images
from kippu.server.stream import Stream, event, unless_gone
from kippu.skills.pictures.job import Job, Progress
from kippu.skills.pictures.studio import Studio, origin
from kippu.skills.pictures.styles import not_known, stands_in
from kippu.skills.pictures.wanted import Wanted

if TYPE_CHECKING:
    from kippu.start import Kippu

Asked = TypeVar("Asked", bound=ImageRequest)

MODEL = "pictures"
"""The usual painter's id; each other one's has its mode behind it."""
_IGNORED = frozenset({"user", "safety_identifier", "moderation"})
_LEAST, _MOST = 64, 1024
"""Sides in pixels that may be asked for."""
_CHANGED, _ANEW = 0.6, 1.0
"""Strength that is usual for a whole picture, and within a mask."""
_NO_TOKENS = {
    "input_tokens": 0, "output_tokens": 0, "total_tokens": 0,
    "input_tokens_details": {"text_tokens": 0, "image_tokens": 0},
}  # fmt: skip
_STREAM = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["image", "prompt"],
                    "properties": {
                        "image": {"type": "string", "format": "binary"},
                        "mask": {
                            "type": "string",
                            "format": "binary",
                            "description": "A PNG as large as the picture. Where it is fully transparent, "
                            "what the prompt names is painted; all else stays. Without one and without "
                            "`strength`, the picture's own fully transparent parts are that.",
                        },
                        **EditRequest.model_json_schema()["properties"],
                    },
                }
            }
        },
    }
}


def models(studio: Studio) -> dict[str, str]:
    """Modes by the ids that OpenAI's clients ask for."""
    first, *others = studio.modes
    return {MODEL: first, **{f"{MODEL}-{mode}": mode for mode in others}}


def router(kippu: "Kippu", closing: asyncio.Event) -> APIRouter:
    """The routes under /v1/images."""
    routes = APIRouter(prefix="/v1/images", tags=["OpenAI's API"], responses=RESPONSES)

    @routes.post("/generations", response_model=Images, responses=_STREAM)  # type: ignore[arg-type]  # int keys are a part of the declared union
    async def generations(body: ImageRequest, request: Request) -> Response:
        """Draw pictures from words."""
        return await _answer(kippu.studio, closing, request, body, _wanted(kippu.studio, body), "generation")

    @routes.post("/edits", response_model=Images, responses=_STREAM, openapi_extra=_FORM)  # type: ignore[arg-type]  # as above
    async def edits(request: Request) -> Response:
        """Draw pictures from words and a picture."""
        async with request.form(max_files=4, max_fields=50) as form:
            body = _read(EditRequest, form)
            start, mask = await _brought(form, body.strength is None)
            wanted = _wanted(kippu.studio, body, start, mask, body.strength)
        return await _answer(kippu.studio, closing, request, body, wanted, "edit")

    return routes


@dataclass(frozen=True, slots=True)
class _Form:
    """How the pictures are to come."""

    side: int | None
    """None is as it was drawn."""
    kind: Kind
    opaque: bool

    def made(self, pixels: Pixels, of: Origin) -> bytes:
        """A picture in this form."""
        shown = files.on_white(pixels) if self.opaque else pixels
        shown = shown if self.side is None else files.resized(shown, self.side)
        return files.webp(shown, of) if self.kind == "webp" else files.png(shown, of)


def _read(shape: type[Asked], form: FormData) -> Asked:
    """The fields of a form; raises RequestValidationError as FastAPI would."""
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    try:
        return shape.model_validate(fields)
    except ValidationError as error:
        told = [{**each, "loc": ("body", *each["loc"])} for each in error.errors(include_url=False)]
        raise RequestValidationError(told) from error


async def _brought(form: FormData, own: bool) -> tuple[Pixels, Mask | None]:
    """The picture, and what of it is painted anew: the mask's clear parts, without one (if ``own``) those of
    the picture; None is all."""
    brought = [each for name in ("image", "image[]") for each in form.getlist(name)]
    if len(brought) != 1 or not isinstance(brought[0], UploadFile):
        raise Unsupported("Send one picture in 'image', as a file of the form.", "image")
    data = await brought[0].read(files.LARGEST + 1)
    start = await asyncio.to_thread(files.read, data, "The picture in 'image'")
    masks = form.getlist("mask")
    if masks:
        if len(masks) != 1 or not isinstance(masks[0], UploadFile):
            raise Unsupported("Send one PNG in 'mask', as a file of the form.", "mask")
        told = await masks[0].read(files.LARGEST + 1)
        try:
            return start, await asyncio.to_thread(files.mask, told, data)
        except BadInput as error:
            raise Unsupported(str(error), "mask") from error
    clear = start[..., 3] == 0
    return start, clear if own and clear.any() else None


def _wanted(
    studio: Studio,
    body: ImageRequest,
    start: Pixels | None = None,
    mask: Mask | None = None,
    strength: float | None = None,
) -> Wanted:
    """What is to be drawn; raises Unsupported, ModelNotFound."""
    for name, value in (body.model_extra or {}).items():
        usual = name == "quality" and value in {"auto", "standard"}
        if value is not None and not usual and name not in _IGNORED:
            raise Unsupported(f"'{name[:40]}' is not supported; leave it out.", name[:40])
    modes = models(studio)
    model = body.model or MODEL
    if model not in modes:
        raise ModelNotFound(f"There is no model '{model[:80]}' that draws. There is: {', '.join(modes)}.")
    return Wanted(
        body.prompt, modes[model], body.style or None, body.seed, variants=body.n or 1, start=start,
        mask=mask, strength=strength if strength is not None else _ANEW if mask is not None else _CHANGED,
        steps=body.steps, guidance=body.guidance,
    )  # fmt: skip


def _form(body: ImageRequest) -> _Form:
    """The form that is asked for; raises Unsupported."""
    kind, opaque = body.output_format or "png", body.background == "opaque"
    side: int | None = None
    if body.size and body.size != "auto":
        width, height = map(int, body.size.split("x"))
        if width != height or not _LEAST <= width <= _MOST:
            raise Unsupported(
                f"'size' can't be {body.size}: pictures are square, {_LEAST} to {_MOST} pixels a side, "
                "such as 512x512.",
                "size",
            )
        side = width
    if body.response_format == "url" and (side or opaque or kind != "png"):
        raise Unsupported(
            "'url' leads to the picture as it was drawn: leave 'size', 'background' and 'output_format' out, "
            "or use b64_json.",
            "response_format",
        )
    return _Form(side, kind, opaque)


async def _answer(
    studio: Studio, closing: asyncio.Event, request: Request, body: ImageRequest, wanted: Wanted, what: str
) -> Response:
    form = _form(body)
    painter = await studio.painter(wanted.mode)
    if body.background == "transparent" and painter.opaque:
        raise Unsupported(
            f"{painter.name} draws pictures that have a ground: 'background' can't be transparent. "
            "Leave it out, or use a model that comes with Kippu.",
            "background",
        )
    larger = form.side is not None and form.side > painter.size
    job = await studio.begin(replace(wanted, larger=larger))
    if body.stream:
        return Stream(_lines(studio, job, body, form, painter.opaque, f"image_{what}"), closing)
    pictures = await unless_gone(request, closing, job.done())
    size = form.side or pictures[0].width
    notes = [note[0] for note in (stands_in(job.lacks), not_known(pictures[0])) if note and note[0]]
    told = Images(
        note=" ".join(notes) or None,
        created=int(time.time()),
        background="opaque" if form.opaque or not await _clear(studio, pictures) else "transparent",
        output_format="webp" if form.kind == "webp" else "png",
        size=f"{size}x{size}",
        data=await asyncio.to_thread(
            lambda: [_told(studio, each, form, body, str(request.base_url)) for each in pictures]
        ),
    )
    return Response(told.model_dump_json(exclude_none=True), media_type="application/json")


async def _clear(studio: Studio, pictures: Sequence[Picture]) -> bool:
    """Whether something of them is clear: a photo that was painted over in a part has a ground as it had."""
    kept = [studio.gallery.file(picture.id) for picture in pictures]
    return await asyncio.to_thread(
        lambda: any(files.own(each.read_bytes())[..., 3].min() < files.SOLID for each in kept)
    )


def _told(studio: Studio, picture: Picture, form: _Form, body: ImageRequest, here: str) -> Image:
    if body.response_format == "url":
        return Image(url=f"{here}api/pictures/{picture.id}/image.png")
    return Image(b64_json=_encoded(studio, picture, form))


def _encoded(studio: Studio, picture: Picture, form: _Form) -> str:
    of = origin(picture)
    made = form.made(files.own(studio.gallery.file(picture.id).read_bytes()), of)
    return base64.b64encode(studio.signed(made, form.kind, of)).decode()


async def _lines(
    studio: Studio, job: Job, body: ImageRequest, form: _Form, opaque: bool, kind: str
) -> AsyncGenerator[str, None]:
    """The events that OpenAI's clients read; whoever goes away in the middle stops it."""
    wanted, sent = body.partial_images or 0, 0
    about = {
        "created_at": int(time.time()), "quality": "auto", "output_format": form.kind,
        "background": "opaque" if form.opaque or opaque else "transparent",
        "size": f"{form.side}x{form.side}" if form.side else "auto",
    }  # fmt: skip
    try:
        async with aclosing(job.news()) as coming:
            async for news in coming:
                match news:
                    case Progress() if sent < wanted and news.step * (wanted + 1) >= news.steps * (sent + 1):
                        partial = files.on_white(files.own(news.preview)) if form.opaque else None
                        shown = news.preview if partial is None else files.png(partial, news.origin)
                        data = {"b64_json": base64.b64encode(shown).decode(), "partial_image_index": sent}
                        yield event(
                            {"type": f"{kind}.partial_image", **data, **about}, f"{kind}.partial_image"
                        )
                        sent += 1
                    case Picture():
                        data = {"b64_json": await asyncio.to_thread(_encoded, studio, news, form)}
                        ground = form.opaque or not await _clear(studio, [news])
                        seen = {**about, "background": "opaque" if ground else "transparent"}
                        told = {"type": f"{kind}.completed", **data, **seen, "usage": _NO_TOKENS}
                        yield event(told, f"{kind}.completed")
                        sent = 0
                    case KippuError():
                        raise news
                    case _:
                        pass
    finally:
        if not job.ended:
            job.stop()
