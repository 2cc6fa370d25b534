"""Models come into memory when they are needed and leave it when nobody has needed them for a while.

Knows one model at a time; knows nothing of what is asked of it.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Literal

import psutil

from kippu import gguf
from kippu.engines.llama import Llama
from kippu.errors import ModelError

_BESIDE = 256 << 20  # what computing takes beside weights and conversations


State = Literal["ready", "loading", "idle"]
"""In memory, coming into it, or on disk."""


class Loader:
    """Holds the model in use. A request for another waits until nobody uses this one, then changes them."""

    def __init__(
        self,
        find: Callable[[str], Path],
        *,
        changed: Callable[[str, State], None] = lambda model, state: None,
        idle_minutes: float,
        cache: Path | None = None,
        adapters: Callable[[str], Mapping[str, Path]] = lambda _: {},
        context: int | None = None,
        slots: int = 2,
        threads: int | None = None,
    ) -> None:
        """``find`` gives the file of a model id, in a thread, or raises ModelMissing or ModelBroken;
        ``changed`` hears of a model that comes, is there, or did not come; ``adapters`` gives those for it
        now.

        The rest is for Llama.
        """
        self._find = find
        self._changed = changed
        self._adapters = adapters
        self._idle = idle_minutes * 60
        self._cache, self._context, self._slots, self._threads = cache, context, slots, threads
        self._change = asyncio.Condition()
        self._id: str | None = None
        self._llama: Llama | None = None
        self._path: Path | None = None
        self._users = 0
        self._left = time.monotonic()
        self._watch: asyncio.Task[None] | None = None

    def state(self, model: str) -> State:
        """``ready`` in memory, ``loading`` into it, or ``idle`` on disk."""
        if model != self._id:
            return "idle"
        return "ready" if self._llama else "loading"

    @asynccontextmanager
    async def use(self, model: str) -> AsyncIterator[Llama]:
        """The model, in memory for the length of the block. Raises ModelMissing, ModelBroken, ModelError."""
        async with self._change:
            adapters = dict(self._adapters(model))
            await self._change.wait_for(lambda: self._users == 0 or self._holds(model, adapters))
            if not self._holds(model, adapters):
                await self._switch(model, adapters)
            llama = self._llama
            assert llama is not None  # noqa: S101  # _switch gives it or raises
            self._users += 1
        try:
            yield llama
        finally:
            self._users -= 1
            self._left = time.monotonic()
            async with self._change:
                self._change.notify_all()

    async def close(self) -> None:
        """Unload; what runs ends with a ModelError."""
        if self._watch:
            self._watch.cancel()
            with suppress(asyncio.CancelledError):
                await self._watch
        async with self._change:
            await self._unload()

    def _holds(self, model: str, adapters: Mapping[str, Path]) -> bool:
        if self._id != model or self._llama is None or self._llama.adapters != adapters:
            return False
        # Who takes a model off the device does not want it to talk on out of memory.
        return self._path is not None and self._path.exists()

    async def _switch(self, model: str, adapters: Mapping[str, Path]) -> None:
        await self._unload()
        self._id = model
        self._changed(model, "loading")
        loading = asyncio.create_task(asyncio.to_thread(self._load, model, adapters))
        try:
            self._llama = await asyncio.shield(loading)
        except asyncio.CancelledError:
            # Loading can't be stopped in the middle, and what it gives must not be lost.
            self._llama = await loading
            raise
        finally:
            if self._llama is None:
                self._id = None
            self._changed(model, self.state(model))
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._unload_when_idle())

    def _load(self, model: str, adapters: Mapping[str, Path]) -> Llama:
        path = self._path = self._find(model)
        file = gguf.read(path)
        context = min(self._context or 4096, file.context or 4096)
        slots = self._slots + len(adapters)
        needed = file.bytes + sum(one.stat().st_size for one in adapters.values())
        needed += file.kv_bytes(context * slots) + _BESIDE
        free = psutil.virtual_memory().available
        if needed > free:
            raise ModelError(
                f"{file.name} needs about {needed / 1e9:.1f} GB of memory and {free / 1e9:.1f} GB are free: "
                "close other programs, or choose a smaller model.",
                f"{file.name} には約 {needed / 1e9:.1f} GB のメモリーが必要ですが、"
                f"空きは {free / 1e9:.1f} GB です。"
                "ほかのプログラムを終了するか、小さいモデルを選んでください。",
            )
        return Llama(
            path, context=self._context, slots=self._slots, threads=self._threads, cache=self._cache,
            adapters=adapters,
        )  # fmt: skip

    async def _unload(self) -> None:
        llama, self._llama, self._id = self._llama, None, None
        if llama is not None:
            await llama.close()

    async def _unload_when_idle(self) -> None:
        while self._llama is not None:
            await asyncio.sleep(max(0.05, self._left + self._idle - time.monotonic()))
            async with self._change:
                if self._users == 0 and time.monotonic() - self._left >= self._idle:
                    await self._unload()
                elif self._users:
                    self._left = time.monotonic()
