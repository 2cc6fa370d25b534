"""OpenAI's API: models, chat, completions, embeddings.

``kippu`` is the whole assistant; every other model is one of this device, bare. Knows OpenAI's shapes and
what they ask of an engine; what runs a model is the loader's.
"""

import asyncio
import base64
import struct
import time
import uuid
from collections.abc import AsyncGenerator
from contextlib import aclosing
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic_core import to_json

from kippu.errors import NotFound
from kippu.server import gather, v1_images, v1_kippu, v1_logprobs, v1_request
from kippu.server.problems import RESPONSES, ModelNotFound, Unsupported
from kippu.server.shapes_v1 import (
    ChatRequest,
    Completion,
    CompletionRequest,
    EmbeddingRequest,
    Embeddings,
    ModelCard,
    ModelList,
)
from kippu.server.shapes_v1 import Request as Either
from kippu.server.stream import Stream, unless_gone

if TYPE_CHECKING:
    from kippu.models.catalogue import Kind
    from kippu.start import Kippu

_STREAM = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}


def router(kippu: "Kippu", closing: asyncio.Event) -> APIRouter:
    """The routes under /v1."""
    routes = APIRouter(prefix="/v1", tags=["OpenAI's API"], responses=RESPONSES)
    threads = v1_kippu.Threads()

    @routes.get("/models", response_model=ModelList)
    async def models() -> ModelList:
        """The whole assistant, and the models on this device."""
        return ModelList(data=_cards(kippu))

    @routes.get("/models/{model:path}", response_model=ModelCard)
    async def model(model: str) -> ModelCard:
        """One of them."""
        found = next((card for card in _cards(kippu) if card.id == model), None)
        if found is None:
            raise _unknown(model)
        return found

    @routes.post("/chat/completions", response_model=Completion, responses=_STREAM)  # type: ignore[arg-type]  # int keys are a part of the declared union
    async def chat(body: ChatRequest, request: Request) -> Response:
        """Answer a conversation, whole or as a stream; with tools, and after a JSON schema."""
        if body.model == v1_kippu.ID:
            turn = v1_kippu.turn(kippu, threads, body)
            chunks = v1_kippu.chunks(kippu, threads, turn)
        else:
            _check(kippu, body.model, "chat")
            chunks = _chat(kippu, body.model, v1_request.chat(body))
        return await _answer(request, body, chunks, "chatcmpl-")

    @routes.post("/completions", response_model=Completion, responses=_STREAM)  # type: ignore[arg-type]  # int keys are a part of the declared union
    async def completions(body: CompletionRequest, request: Request) -> Response:
        """Go on with a text, whole or as a stream."""
        if body.model == v1_kippu.ID:
            raise Unsupported(
                "kippu answers conversations: use /v1/chat/completions, or another model.", "model"
            )
        _check(kippu, body.model, "chat")
        chunks = _complete(kippu, body.model, v1_request.completion(body))
        if body.logprobs is not None:
            chunks = v1_logprobs.plain(chunks, body.logprobs)
        return await _answer(request, body, chunks, "cmpl-")

    @routes.post("/embeddings", response_model=Embeddings)
    async def embeddings(body: EmbeddingRequest, request: Request) -> Response:
        """Turn texts into vectors."""
        _check(kippu, body.model, "embedding")
        return await unless_gone(request, closing, _embed(kippu, body))

    async def _answer(
        request: Request, body: Either, chunks: AsyncGenerator[gather.Chunk, None], kind: str
    ) -> Response:
        identity = {"id": kind + uuid.uuid4().hex, "created": int(time.time()), "model": body.model}
        if body.stream:
            usage = bool(body.stream_options and body.stream_options.include_usage)
            return Stream(gather.lines(chunks, identity, usage), closing)
        return _json(await unless_gone(request, closing, gather.whole(chunks, identity)))

    return routes


def _json(value: object) -> Response:
    return Response(to_json(value, inf_nan_mode="null"), media_type="application/json")


async def _chat(kippu: "Kippu", model: str, sent: dict[str, Any]) -> AsyncGenerator[gather.Chunk, None]:
    async with kippu.loader.use(model) as llama:
        if sent.get("tools"):  # a list of tools is long and stays: read once, it is never read again
            leading = list(takewhile(lambda message: message.get("role") == "system", sent["messages"]))
            await llama.remember(leading, sent["tools"])
        async with aclosing(llama.chat(sent)) as chunks:
            async for chunk in chunks:
                yield chunk


async def _complete(kippu: "Kippu", model: str, sent: dict[str, Any]) -> AsyncGenerator[gather.Chunk, None]:
    async with kippu.loader.use(model) as llama, aclosing(llama.complete(sent)) as chunks:
        async for chunk in chunks:
            yield chunk


async def _embed(kippu: "Kippu", body: EmbeddingRequest) -> Response:
    texts = v1_request.texts(body)
    async with kippu.loader.use(body.model) as llama:
        vectors = await llama.embed(texts)
        tokens = sum([await llama.count_tokens({"prompt": text}) for text in texts])
    if body.dimensions not in {None, len(vectors[0])}:
        raise Unsupported(
            f"{body.model} gives vectors of {len(vectors[0])} numbers; leave 'dimensions' out.", "dimensions"
        )
    pack = _packed if body.encoding_format == "base64" else list
    data = [{"object": "embedding", "index": i, "embedding": pack(v)} for i, v in enumerate(vectors)]
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    return _json({"object": "list", "data": data, "model": body.model, "usage": usage})


def _packed(vector: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def _cards(kippu: "Kippu") -> list[ModelCard]:
    whole = ModelCard(id=v1_kippu.ID, created=0, owned_by="kippu")
    painters = (ModelCard(id=id, created=0, owned_by="kippu") for id in v1_images.models(kippu.studio))
    bare = (
        ModelCard(id=m.id, created=int(kippu.store.path(m.id).stat().st_mtime), owned_by=m.maker or "unknown")
        for m in kippu.store.installed()
        if m.kind in {"chat", "embedding"} and kippu.store.path(m.id).is_file()
    )
    return [whole, *painters, *bare]


def _check(kippu: "Kippu", model: str, kind: "Kind") -> None:
    """Raise when the model is not here, or is of another kind."""
    if model in v1_images.models(kippu.studio):
        raise Unsupported(f"{model} draws: ask it with /v1/images/generations.", "model")
    try:
        known = kippu.store.model(model)
    except NotFound as error:
        raise _unknown(model) from error
    if kippu.store.path(model).is_dir():
        raise Unsupported(
            f"{model} is kept as safetensors, for layers, and answers nothing. /v1/models lists what does.",
            "model",
        )
    if known.kind != kind and kind == "chat":
        raise Unsupported(f"{model} is for {known.kind}, not for chat. /v1/models lists all.", "model")


def _unknown(model: str) -> ModelNotFound:
    return ModelNotFound(
        f"There is no model '{model[:80]}' on this device. /v1/models lists those there are.",
        f"この端末に「{model[:80]}」というモデルはありません。/v1/models で一覧を見られます。",
    )
