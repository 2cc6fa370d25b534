"""llama.cpp inside this process: started on a model file, spoken to over its loopback HTTP, ended.

Knows xllamacpp and the four traps in it (see ``start`` and ``close``); knows no conversation and no slot.
"""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncGenerator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx
import xllamacpp  # type: ignore[import-untyped]  # it ships no types

from kippu.cores import Cores
from kippu.errors import BadInput, ModelBroken, ModelError, TooLong
from kippu.gguf import Gguf

VERSION = str(xllamacpp.__version__)
"""Of xllamacpp, which names the llama.cpp inside it."""

_READ = 64
"""Prompt tokens taken in one step: a stop is heard between steps, and conversations take turns at each.
Larger steps read at most 10% faster."""
_PATIENCE, _GLANCE = 10.0, 0.02  # seconds
_GONE = (
    "The model was unloaded while it was answering: ask again.",
    "答えている途中でモデルが止まりました。もう一度お試しください。",
)


class Host:
    """One running llama.cpp. Its methods raise the errors of kippu.errors, in words for people."""

    def __init__(self, server: Any, key: str) -> None:
        self._server = server
        self._client = httpx.AsyncClient(
            base_url=server.listening_address,
            headers={"Authorization": f"Bearer {key}"},
            timeout=None,  # noqa: S113  # a long answer takes as long as it takes; stopping it is the caller's
            # llama.cpp ends kept connections whenever it likes; a new one takes 0.2 ms
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
            trust_env=False,
        )

    async def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """One request, one JSON answer."""
        self.must_run()
        try:
            response = await self._client.post(path, json=body)
        except httpx.HTTPError as error:
            raise ModelError(*_GONE) from error
        return _checked(response.status_code, response.content)

    async def stream(self, path: str, body: Mapping[str, Any]) -> AsyncGenerator[dict[str, Any]]:
        """The answer's events as they come. Closing the generator ends the connection: the work stops."""
        self.must_run()
        try:
            async with self._client.stream("POST", path, json=body) as response:
                if response.status_code != httpx.codes.OK:
                    _checked(response.status_code, await response.aread())
                async for line in response.aiter_lines():
                    kind, _, text = line.partition(": ")
                    if kind == "data" and text != "[DONE]":
                        event = json.loads(text)
                        if "error" in event:
                            raise _error(event["error"])
                        yield event
                    elif kind == "error":
                        raise _error(json.loads(text))
        except httpx.HTTPError as error:
            raise ModelError(*_GONE) from error

    async def slots(self) -> list[dict[str, Any]]:
        """llama.cpp's own word on what its slots do."""
        response = await self._client.get("/slots")
        return list(_checked(response.status_code, response.content))

    def must_run(self) -> None:
        """Raise ModelError once it is closed."""
        if self._server is None:
            raise ModelError(*_GONE)

    async def close(self) -> None:
        """Stop what runs, and give the memory back."""
        server, self._server = self._server, None
        if server is None:
            return
        await self._client.aclose()
        address, headers = server.listening_address, self._client.headers
        async with httpx.AsyncClient(
            base_url=address, headers=headers, timeout=_PATIENCE, trust_env=False
        ) as last:
            # Ending the server holds Python's lock until its last step is done, so let that end first.
            with contextlib.suppress(httpx.HTTPError):
                while any(  # noqa: ASYNC110  # llama.cpp tells nobody when it is done
                    slot["is_processing"] for slot in (await last.get("/slots")).json()
                ):
                    await asyncio.sleep(_GLANCE)
        del server


def start(
    file: Gguf,
    *,
    context: int,
    slots: int,
    threads: int | None,
    adapters: Sequence[Path] = (),
    embedding: bool = False,
    states: Path | None = None,
    log: bool = False,
) -> Host:
    """Load the model, and ``adapters`` that a request's ``lora`` switches on. Blocks: call it in a thread.

    xllamacpp holds Python's lock while it loads, so the file is read into the page cache first: what is then
    left takes about half a second whatever the size, instead of as long as the disk needs.
    """
    cores = Cores()
    _read_through(file.path)
    threads = threads or cores.free()
    key = secrets.token_urlsafe(24)  # the HTTP port is open to every user of this machine
    params = xllamacpp.CommonParams()
    params.model.path = str(file.path)
    params.model_alias = {file.path.stem}  # else answers would name a folder of this machine
    # At scale 0 each lies ready and changes nothing.
    params.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(path), 0.0) for path in adapters]
    params.n_ctx = context * slots
    params.n_parallel = slots
    params.n_batch = params.n_ubatch = context if embedding else _READ
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.verbosity = 3 if log else -1
    params.api_keys = [key]
    params.endpoint_slots = True
    params.ui = False
    params.fit_params = False  # would load the file twice; what fits is the caller's to know
    params.warmup = False  # done below, without Python's lock
    params.cache_ram_mib = 0  # evicted conversations are read again; prefixes come from our own files
    params.cache_idle_slots = False
    if states is not None:
        params.slot_save_path = f"{states}/"
    if embedding:
        params.embedding = True
        if not file.embeds:
            params.pooling_type = xllamacpp.llama_pooling_type.LLAMA_POOLING_TYPE_MEAN
    try:
        server = xllamacpp.Server(params)
    except Exception as error:
        raise ModelBroken(
            f"llama.cpp can't load {file.path} (architecture '{file.architecture}'): "
            "it is damaged or of a kind that this version doesn't know. Get another model.",
            f"llama.cpp で {file.path} を読み込めません（方式「{file.architecture}」）。"
            "壊れているか、この版では扱えない種類です。別のモデルを取得してください。",
        ) from error
    _warm(server.listening_address, key, embedding)
    return Host(server, key)


def _warm(address: str, key: str, embedding: bool) -> None:
    """Touch every weight once, and see the loop run: ending a server before it does hangs the process."""
    path = "/embedding" if embedding else "/completion"
    body: dict[str, Any] = {"content": "a"}
    if not embedding:  # the first grammar makes llguidance sort the vocabulary, which takes half a second
        body = {"prompt": "a", "n_predict": 1, "grammar": '%llguidance {}\nstart: "a"'}
    headers = {"Authorization": f"Bearer {key}"}
    with contextlib.suppress(httpx.HTTPError):
        httpx.post(address + path, json=body, headers=headers, timeout=None, trust_env=False)  # noqa: S113  # loading


def _read_through(path: Path) -> None:
    buffer = bytearray(8 << 20)
    with path.open("rb", buffering=0) as file:
        while file.readinto(buffer):
            pass


def _checked(status: int, content: bytes) -> Any:
    answer = json.loads(content)
    if status != httpx.codes.OK:
        raise _error(answer.get("error", {}))
    return answer


def _error(error: Mapping[str, Any]) -> BadInput | ModelError:
    message = str(error.get("message", "no reason given"))
    if error.get("type") == "exceed_context_size_error":
        needs, fits = error.get("n_prompt_tokens", 0), error.get("n_ctx", 0)
        return TooLong(
            f"The request is {needs:,} tokens long and the model's context holds {fits:,}: "
            "shorten it, or take a model with a longer context.",
            f"依頼は{needs:,}トークンで、モデルに入るのは{fits:,}トークンまでです。"
            "短くするか、より長い文を扱えるモデルを使ってください。",
        )
    if error.get("type") == "invalid_request_error":
        return BadInput(
            f"The model can't take this request: {message}", f"モデルがこの依頼を扱えません: {message}"
        )
    return ModelError(f"The model failed: {message}", f"モデルで問題が起きました: {message}")
