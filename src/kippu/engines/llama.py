"""A GGUF model that chats, completes, embeds and weighs: requests and answers in OpenAI's form.

Knows how conversations share one loaded model and how a prompt's beginning is read only once. Knows no skill,
no catalogue and no HTTP server of ours.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any

import psutil

from kippu import gguf
from kippu.engines import host, weigh
from kippu.engines.constrain import constrained, held, holds
from kippu.engines.prefix import PrefixFiles, fingerprint
from kippu.engines.slots import Slot, Slots, head_of, leading
from kippu.engines.tools import called, noticed, taught, written
from kippu.errors import BadInput, KippuError

_CONTEXT = 4096
_CHAT, _COMPLETE = "/v1/chat/completions", "/v1/completions"

Request = Mapping[str, Any]
Chunk = dict[str, Any]
Reader = Callable[[AsyncGenerator[Chunk]], AsyncGenerator[Chunk]]


@dataclass(frozen=True, slots=True)
class _Prefix:
    messages: list[Mapping[str, Any]]
    tools: Any
    head: str
    key: str
    tokens: list[int]


class Llama:
    """One loaded model. Making it loads the file and blocks for that long: do it in a thread."""

    def __init__(
        self,
        path: Path,
        *,
        context: int | None = None,
        threads: int | None = None,
        slots: int = 2,
        cache: Path | None = None,
        adapters: Mapping[str, Path] | None = None,
        log: bool = False,
    ) -> None:
        """Raises ModelMissing and ModelBroken.

        ``context``: tokens for each of ``slots`` conversations at once; 4096, or what it was trained for.
        ``adapters``: LoRA adapters by the names by which a chat's ``adapters`` call them, each with a slot
        of its own.
        ``threads``: as many as cores are free. ``cache``: the folder for prompt beginnings that were read.
        ``log`` lets llama.cpp write on stderr.
        """
        self.file = gguf.read(path)
        wanted = context or _CONTEXT
        self.context = min(wanted, self.file.context) if self.file.context else wanted
        self._threads = threads
        self._log = log
        self._files: PrefixFiles | None = None
        if cache is not None and not self.file.embeds:
            with contextlib.suppress(
                OSError
            ):  # a folder that can't be made only means that all is read again
                self._files = PrefixFiles(cache, f"{fingerprint(path)} {host.VERSION}")
        self.adapters = dict(adapters or {})
        self._slots = Slots(slots, tuple(self.adapters))
        self._prefixes: dict[str, _Prefix] = {}
        self._sound: set[str] = set()
        self._embedding = asyncio.Lock()
        self._embedder: host.Host | None = None
        before = _resident()
        if self.file.embeds:
            self._host = self._embedder = self._start_embedder()
        else:
            states = self._files.folder if self._files else None
            self._host = host.start(
                self.file, context=self.context, slots=slots + len(self.adapters), threads=threads,
                adapters=tuple(self.adapters.values()), states=states, log=log,
            )  # fmt: skip
        self.memory = 0 if self.adapters else max(0, _resident() - before)
        """Bytes by which this program grew while the model was loaded and read its first word: its weights,
        be they the file's own pages, its conversations and what it computes in. 0 where adapters came too."""

    async def chat(self, request: Request) -> AsyncGenerator[Chunk]:
        """OpenAI's chat-completion chunks as they come; the last has ``usage`` and llama.cpp's ``timings``.

        Closing the iterator stops the model. Raises BadInput, TooLong with both sizes, and ModelError.
        ``adapters`` in the request names those to answer with, all at once, the lowest first.
        """
        adapters = tuple(request.get("adapters") or ())
        for adapter in adapters:
            if adapter not in self.adapters:
                raise BadInput(
                    f"There is no adapter '{adapter}' for {self.file.name}.",
                    f"{self.file.name} 用のアダプター「{adapter}」はありません。",
                )
        read = self._reader(request)
        request = self._with_tools(request)
        messages, tools = _messages(request), request.get("tools")
        # What was read in advance was read without an adapter.
        prefix = None if adapters else self._prefix_of(messages, tools)
        count = len(prefix.messages) if prefix else leading(messages)
        head = head_of(messages[:count], tools)
        # In the slot of the topmost: with others below it than before, llama.cpp reads it anew.
        own = adapters[-1] if adapters else ""
        async with self._slots.take(head, tuple(messages[count:]), own) as slot:
            if prefix and slot.head != head:
                await self._settle(slot, prefix)
            slot.head, slot.tail = head, tuple(messages[count:])
            async with aclosing(self._stream(_CHAT, request, slot, adapters)) as chunks:
                async for chunk in read(chunks) if read else chunks:
                    yield chunk

    async def complete(self, request: Request) -> AsyncGenerator[Chunk]:
        """The same for OpenAI's ``/v1/completions``: ``prompt`` instead of ``messages``."""
        if not isinstance(request.get("prompt"), str):
            raise BadInput("A completion needs a prompt, which is one text.")
        async with self._slots.take("", ()) as slot:
            slot.head, slot.tail = "", ()
            async with aclosing(self._stream(_COMPLETE, request, slot)) as chunks:
                async for chunk in chunks:
                    yield chunk

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector of norm 1 for each text, ``file.width`` long.

        A model that writes gives the mean of its last layer, from a second copy loaded on first use.
        """
        if not texts or not all(isinstance(text, str) and text for text in texts):
            raise BadInput("There is nothing to embed: give at least one text, and none of them empty.")
        async with self._embedding:
            if self._embedder is None:
                self._host.must_run()  # a copy that is loaded after the end nobody would close
                self._embedder = await asyncio.to_thread(self._start_embedder)
        answer = await self._embedder.post("/v1/embeddings", {"input": list(texts)})
        rows = sorted(answer["data"], key=lambda row: row["index"])
        return [row["embedding"] for row in rows]

    async def count_tokens(self, request: Request) -> int:
        """Tokens that the prompt of a chat or completion request takes."""
        return len(await self.tokens(request))

    async def tokens(self, request: Request) -> list[int]:
        """The prompt of a chat or completion request as the model reads it."""
        if "prompt" in request:
            return await self._tokens(str(request["prompt"]))
        request = self._with_tools(request)
        return await self._tokens(await self._prompt(_messages(request), request.get("tools")))

    async def remember(self, messages: Sequence[Mapping[str, Any]], tools: Any = None) -> int:
        """Have a beginning that many chats share read now, or restored from disk if it ever was. Its tokens.

        Chats that start with these messages and have these tools then read only what comes after.
        """
        request = self._with_tools({"messages": messages, "tools": tools})
        messages, tools = list(request["messages"]), request.get("tools")
        head = head_of(messages, tools)
        if head not in self._prefixes:
            self._prefixes[head] = await self._measure(messages, tools, head)
        prefix = self._prefixes[head]
        async with self._slots.take(head, ()) as slot:
            if slot.head != head:
                await self._settle(slot, prefix)
        return len(prefix.tokens)

    async def score(self, messages: Sequence[Mapping[str, Any]], choices: Sequence[str]) -> dict[str, float]:
        """The probability of each of a few short answers, given that it is one of them; they add up to 1."""
        checked = _messages({"messages": messages})
        prefix = self._prefix_of(checked, None)
        count = len(prefix.messages) if prefix else leading(checked)
        head = head_of(checked[:count], None)
        prompt = await self._prompt(checked, None)
        async with self._slots.take(head, tuple(checked[count:])) as slot:
            if prefix and slot.head != head:
                await self._settle(slot, prefix)
            slot.head, slot.tail = head, tuple(checked[count:])
            return await weigh.choices(self._host, slot.id, self.file.end, prompt, choices)

    async def working(self) -> int:
        """Slots in which llama.cpp is reading or writing right now."""
        return sum(slot["is_processing"] for slot in await self._host.slots())

    async def close(self) -> None:
        """Stop all that runs and give the memory back. Running requests end with a ModelError."""
        await self._host.close()
        async with self._embedding:  # a copy that is being loaded is waited for
            if self._embedder is not None:
                await self._embedder.close()

    async def _stream(
        self, path: str, request: Request, slot: Slot, adapters: Sequence[str] = ()
    ) -> AsyncGenerator[Chunk]:
        if self.file.embeds:
            raise BadInput(
                f"{self.file.name} only embeds: choose a model that writes.",
                f"{self.file.name} は埋め込み専用です。文章を書くモデルを選んでください。",
            )
        lora = [{"id": number, "scale": float(name in adapters)} for number, name in enumerate(self.adapters)]
        body = constrained(_checked(request)) | {
            "lora": lora,
            "stream": True,
            "stream_options": {"include_usage": True},
            "timings_per_token": False,
            "id_slot": slot.id,
            "return_progress": True,  # a sign of life between prompt steps, without which a stop is not heard
        }
        async with aclosing(self._host.stream(path, body)) as events:
            async for event in events:
                if "prompt_progress" not in event or request.get("return_progress"):
                    yield event

    def _reader(self, request: Request) -> Reader | None:
        """What must be read back from the answer's text."""
        if not request.get("tools"):
            return held if holds(request) else None
        return partial(noticed, request=request) if taught(self.file.chat_template) else called

    def _with_tools(self, request: Request) -> Request:
        if not request.get("tools") or taught(self.file.chat_template):
            return request
        return written(request)

    def _prefix_of(self, messages: list[Mapping[str, Any]], tools: Any) -> _Prefix | None:
        fitting = (
            one
            for one in self._prefixes.values()
            if (one.tools or None) == (tools or None) and messages[: len(one.messages)] == one.messages
        )
        return max(fitting, key=lambda one: len(one.messages), default=None)

    async def _measure(self, messages: list[Mapping[str, Any]], tools: Any, head: str) -> _Prefix:
        """What two prompts with different continuations have in common is what can be read in advance."""
        prompts = [await self._prompt([*messages, {"role": "user", "content": text}], tools) for text in "ab"]
        same = takewhile(lambda pair: pair[0] == pair[1], zip(*prompts, strict=False))
        text = "".join(one for one, _ in same)
        tokens = await self._tokens(text)
        key = self._files.key(text) if self._files else ""
        return _Prefix(messages, tools, head, key, tokens)

    async def _settle(self, slot: Slot, prefix: _Prefix) -> None:
        """Bring the slot to the state after this prefix, from disk or by reading it."""
        slot.head, slot.tail = "", ()
        if not await self._restore(slot, prefix):
            body = {
                "prompt": prefix.tokens,
                "n_predict": 0,
                "id_slot": slot.id,
                "stream": True,
                "return_progress": True,
            }
            async with aclosing(self._host.stream("/completion", body)) as events:
                async for _ in events:
                    pass
            await self._save(slot, prefix)
        slot.head = prefix.head

    async def _restore(self, slot: Slot, prefix: _Prefix) -> bool:
        files = self._files
        if files is None:
            return False
        if prefix.key not in self._sound and not await asyncio.to_thread(files.whole, prefix.key):
            return False
        try:
            await self._host.post(f"/slots/{slot.id}?action=restore", {"filename": files.file(prefix.key)})
        except KippuError:
            self._sound.discard(prefix.key)
            files.drop(prefix.key)
            return False
        self._sound.add(prefix.key)
        return True

    async def _save(self, slot: Slot, prefix: _Prefix) -> None:
        if self._files is None:
            return
        with contextlib.suppress(KippuError):  # a full disk only means that it is read again
            await self._host.post(f"/slots/{slot.id}?action=save", {"filename": self._files.part(prefix.key)})
            await asyncio.to_thread(self._files.keep, prefix.key)

    async def _prompt(self, messages: Sequence[Mapping[str, Any]], tools: Any) -> str:
        body = {"messages": list(messages)} | ({"tools": tools} if tools else {})
        return str((await self._host.post("/apply-template", body))["prompt"])

    async def _tokens(self, text: str) -> list[int]:
        body = {"content": text, "add_special": True, "parse_special": True}
        return list((await self._host.post("/tokenize", body))["tokens"])

    def _start_embedder(self) -> host.Host:
        return host.start(
            self.file, context=self.context, slots=1, threads=self._threads, embedding=True, log=self._log
        )


def _resident() -> int:
    """Bytes of this program that are in memory now, pages of mapped files with them."""
    return int(psutil.Process().memory_info().rss)


def _messages(request: Request) -> list[Mapping[str, Any]]:
    messages = request.get("messages")
    if (
        not isinstance(messages, Sequence)
        or not messages
        or not all(isinstance(m, Mapping) for m in messages)
    ):
        raise BadInput(
            "A chat needs messages: a list of objects with role and content, and at least one of them."
        )
    return list(messages)


def _checked(request: Request) -> Request:
    """Without what was left empty, which clients send for every option that they have."""
    given = {key: value for key, value in request.items() if value is not None and key != "adapters"}
    if given.get("n", 1) != 1:
        raise BadInput(f"n can't be {given['n']!r}: one answer is given at a time.")
    if "max_completion_tokens" in given:
        given["max_tokens"] = given.pop("max_completion_tokens")
    return given
