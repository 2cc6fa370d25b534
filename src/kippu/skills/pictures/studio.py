"""Where pictures are drawn: one at a time, in a thread of its own, each kept in the gallery as it is done.

Knows painters and the gallery; knows no sentence, no server and no terminal.
"""

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from threading import Lock

from kippu.engines.pictures import Order, Painter, Pixels, Seen, files
from kippu.engines.pictures.larger import MOST, TIMES, Larger
from kippu.engines.pictures.origin import Origin
from kippu.engines.pictures.signed import Certificate, Kind
from kippu.errors import BadInput, Busy, KippuError, NotFound
from kippu.record import Picture, Pictures
from kippu.record.pictures import new_id
from kippu.skills.pictures.job import ID, End, Job, Progress
from kippu.skills.pictures.styles import among_the_words
from kippu.skills.pictures.wanted import Wanted

_Tell = Callable[[int, int, Pixels, Origin], None]
"""Told after each step: steps done, steps in all, the picture so far, what its file is to say."""
_Work = Callable[[Job, _Tell], Picture | None]
"""Makes and keeps one picture, in the painter's thread; None when it was stopped."""

_log = logging.getLogger(__name__)

_MOST_WAITING = 8
"""Jobs that may be under way; more is a program that has lost count."""
_REMEMBERED = 32
"""Jobs that can still be asked for after their end."""


class Studio:
    """The painters at work. Use it on the event loop's own thread."""

    def __init__(
        self,
        gallery: Pictures,
        painters: Mapping[str, Callable[[], Painter]],
        certificate: Certificate | None = None,
    ) -> None:
        """``painters``: what makes each one ready, by its mode; made at its first use, the first is usual.
        ``certificate``: what each picture is signed with."""
        self.gallery = gallery
        self._painters = painters
        self._certificate = certificate
        self._ready: dict[str, Painter] = {}
        self._making = Lock()
        self._thread = ThreadPoolExecutor(1, "painter")  # each of them takes all cores
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    @property
    def modes(self) -> tuple[str, ...]:
        """The painters there are, the usual one first."""
        return tuple(self._painters)

    async def painter(self, mode: str) -> Painter:
        """The painter of this mode, made ready; raises NotFound, and ModelError when it can't be had."""
        if mode not in self._painters:
            listed = ", ".join(self._painters)
            raise NotFound(
                f"There is no mode '{mode[:40]}'. The modes are: {listed}.",
                f"「{mode[:40]}」という描き方はありません。使えるのは {listed} です。",
            )
        ready = self._ready.get(mode)
        return await asyncio.to_thread(self._make, mode) if ready is None else ready

    def job(self, id: str) -> Job:
        """A job that is under way, or ended a while ago; raises NotFound."""
        if id not in self._jobs:
            raise NotFound(
                f"There is no drawing '{id[:80]}' under way. What came of it is in the gallery.",
                "この絵はもう描き終わったか、止められています。できた絵はギャラリーにあります。",
            )
        return self._jobs[id]

    def stop(self, id: str) -> None:
        """Stop a job. One that is not known is stopped before it comes: its order may still be on the way.
        Raises NotFound for what is no id."""
        if id not in self._jobs and re.match(ID, id):
            self._remember(Job(id))
        self.job(id).stop()

    async def begin(self, wanted: Wanted, id: str | None = None, of: Picture | None = None) -> Job:
        """Begin to draw; raises BadInput, NotFound, ModelError, and Busy when too many wait already.

        ``id``: the job's, chosen by whoever asks. Asked for again it is the same job, whatever is wanted.
        ``of``: a picture that is to be made again just so.
        """
        if id is not None and id in self._jobs:
            return self._jobs[id]
        job = self._opened(id)
        job.of = of
        try:
            painter = await self.painter(wanted.mode)
            style = wanted.style or among_the_words(wanted.prompt, painter.styles)
            wanted = self._with_parent(replace(wanted, style=style).checked(painter))
            job.lacks = await asyncio.to_thread(painter.lacks, wanted.prompt)
        except BaseException as error:
            if isinstance(error, KippuError):
                job.tell(error)
            job.tell(End(stopped=False))
            raise
        self._start(job, [partial(self._draw, painter, wanted, order) for order in wanted.orders(painter)])
        return job

    async def larger(self, id: str, job: str | None = None) -> Job:
        """Begin to make a picture of the gallery four times as wide and high; it becomes one of its own.

        Raises NotFound, Busy, and BadInput for one that is large already.
        """
        if job is not None and job in self._jobs:
            return self._jobs[job]
        picture = self.gallery.get(id)
        if picture.times > 1 or max(picture.width, picture.height) * TIMES > MOST:
            raise BadInput(
                f"This picture is large already: {picture.width} x {picture.height} pixels.",
                f"この絵はもう十分に大きく、{picture.width}×{picture.height}ピクセルあります。",
            )
        opened = self._opened(job)
        self._start(opened, [partial(self._enlarge, picture)])
        return opened

    def signed(self, picture: bytes, kind: Kind, of: Origin) -> bytes:
        """A file of a picture, signed where a certificate is named; raises SettingsError."""
        return picture if self._certificate is None else self._certificate.signed(picture, kind, of)

    def _opened(self, id: str | None) -> Job:
        if self._certificate is not None:
            self._certificate.check()
        if sum(not job.ended for job in self._jobs.values()) >= _MOST_WAITING:
            raise Busy(
                f"{_MOST_WAITING} drawings wait already. Let them end, or stop them.",
                f"描く順番を待っているものが{_MOST_WAITING}件あります。終わるのを待つか、止めてください。",
            )
        job = Job(id)
        self._remember(job)
        return job

    def _start(self, job: Job, works: Sequence[_Work]) -> None:
        if not job.ended:
            task = asyncio.create_task(self._make_all(job, works))
            job.on_stop = task.cancel

    async def again(self, id: str, job: str | None = None, **changed: object) -> Job:
        """Begin to draw a picture once more, the same unless something is changed; raises NotFound too."""
        picture = self.gallery.get(id)
        wanted = replace(self._as_it_was(picture), **changed)  # type: ignore[arg-type]  # fields by their names
        return await self.begin(wanted, job, None if changed else picture)

    def _as_it_was(self, picture: Picture) -> Wanted:
        """What was wanted when this was drawn."""
        start, sketch = (self._kept(picture, part) for part in ("start", "sketch"))
        mask = self.gallery.mask(picture.id)
        wanted = Wanted(
            mask=None if mask is None else files.own_mask(mask.read_bytes()),
            prompt=picture.prompt, mode=picture.mode, style=picture.style, seed=picture.seed, start=start,
            sketch=sketch, steps=picture.steps, guidance=picture.guidance, conversation=picture.conversation,
            larger=picture.times > 1, parent=self._parent(picture),
        )  # fmt: skip
        if picture.strength is not None:
            wanted = replace(wanted, strength=picture.strength)
        if picture.control is not None:
            wanted = replace(wanted, control=picture.control)
        return wanted

    async def close(self) -> None:
        """Stop all; returns when the painter's thread has."""
        for job in self._jobs.values():
            if not job.ended:
                job.stop()
        await asyncio.to_thread(self._thread.shutdown, wait=True, cancel_futures=True)

    def _make(self, mode: str) -> Painter:
        with self._making:
            if mode not in self._ready:
                self._ready[mode] = self._painters[mode]()
            return self._ready[mode]

    def _remember(self, job: Job) -> None:
        self._jobs[job.id] = job
        for id in [id for id, each in self._jobs.items() if each.ended][:-_REMEMBERED]:
            del self._jobs[id]

    def _kept(self, picture: Picture, part: str) -> Pixels | None:
        if not (picture.has_start if part == "start" else picture.has_sketch):
            return None
        return files.own(self.gallery.file(picture.id, "start" if part == "start" else "sketch").read_bytes())

    def _parent(self, picture: Picture) -> str | None:
        """What it began from, if that is still here; of one that was made larger nobody knows that."""
        if not picture.has_start or picture.times > 1 or self._origin_of(picture.parent) is None:
            return None
        return picture.parent

    def _with_parent(self, wanted: Wanted) -> Wanted:
        if wanted.parent is None:
            return wanted
        parent = self.gallery.file(wanted.parent)
        return replace(wanted, start=files.own(parent.read_bytes())) if wanted.start is None else wanted

    async def _make_all(self, job: Job, works: Sequence[_Work]) -> None:
        loop = asyncio.get_running_loop()
        try:
            for variant, work in enumerate(works):

                def tell(
                    step: int, steps: int, pixels: Pixels, origin: Origin, variant: int = variant
                ) -> None:
                    news = Progress(variant, step, steps, files.png(pixels, origin), origin)
                    loop.call_soon_threadsafe(job.tell, news)

                picture = await loop.run_in_executor(self._thread, work, job, tell)
                if picture is None:
                    job.tell(End(stopped=True))
                    return
                job.tell(picture)
        except KippuError as error:
            job.tell(error)
        except Exception:
            _log.exception("drawing failed")
            job.tell(
                KippuError(
                    "Something went wrong inside the painter; the log has more.",
                    "描いている途中で問題が起きました。詳しくはログにあります。",
                )
            )
        job.tell(End(stopped=False))

    def _draw(self, painter: Painter, wanted: Wanted, order: Order, job: Job, tell: _Tell) -> Picture | None:
        stopped = job.stopping.is_set
        if stopped():
            return None
        picture = _row(painter, wanted, order)
        seen = _with(origin(picture), tell)
        pixels = painter.draw(order, seen, stopped)
        if pixels is not None and wanted.larger:
            pixels = painter.larger(order, pixels, seen, stopped)
        if pixels is None or stopped():
            return None
        picture = _of_size(picture, pixels)
        self.gallery.add(
            picture,
            self._file(picture, pixels),
            b"" if order.start is None else files.png(order.start, self._origin_of(wanted.parent)),
            b"" if order.sketch is None else files.png(order.sketch),
            b"" if order.mask is None else files.mask_png(order.mask),
        )
        return picture

    def _file(self, picture: Picture, pixels: Pixels) -> bytes:
        of = origin(picture)
        return self.signed(files.png(pixels, of), "png", of)

    def _origin_of(self, id: str | None) -> Origin | None:
        """Of a picture of the gallery; None of a photo, and of what was deleted."""
        try:
            return None if id is None else origin(self.gallery.get(id))
        except NotFound:
            return None

    def _enlarge(self, picture: Picture, job: Job, tell: _Tell) -> Picture | None:
        stopped = job.stopping.is_set
        if stopped():
            return None
        made = replace(picture, id=new_id(), parent=picture.id, conversation=None, times=TIMES)
        seen = _with(origin(replace(made, width=TIMES * picture.width, height=TIMES * picture.height)), tell)
        drawn = files.own(self.gallery.file(picture.id).read_bytes())
        if picture.mode in self._painters:
            painter = self._make(picture.mode)
            (order,) = self._as_it_was(picture).checked(painter).orders(painter)
            pixels = painter.larger(order, drawn, seen, stopped)
        else:  # its model is gone since
            pixels = Larger().draw(drawn, seen, stopped)
        if pixels is None or stopped():
            return None
        made = _of_size(made, pixels)
        mask = self.gallery.mask(picture.id)
        self.gallery.add(
            made,
            self._file(made, pixels),
            self.gallery.file(picture.id, "start").read_bytes() if picture.has_start else b"",
            self.gallery.file(picture.id, "sketch").read_bytes() if picture.has_sketch else b"",
            b"" if mask is None else mask.read_bytes(),
        )
        return made


def origin(picture: Picture) -> Origin:
    """What a file of the picture says of where it comes from."""
    return Origin(
        picture.prompt, picture.seed, picture.style, picture.model, picture.mode, started=picture.has_start,
        steps=picture.steps, guidance=picture.guidance, weights=picture.weights, times=picture.times,
        of=(picture.width // picture.times, picture.height // picture.times),
    )  # fmt: skip


def _with(origin: Origin, tell: _Tell) -> Seen:
    return lambda step, steps, pixels: tell(step, steps, pixels, origin)


def _of_size(picture: Picture, pixels: Pixels) -> Picture:
    """The row of a picture that is done now."""
    height, width = pixels.shape[:2]
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    return replace(picture, at=at, width=width, height=height)


def _row(painter: Painter, wanted: Wanted, order: Order) -> Picture:
    side = painter.size * (TIMES if wanted.larger else 1)
    return Picture(
        id=new_id(),
        at="",
        prompt=order.prompt,
        seed=order.seed,
        style=order.style,
        mode=wanted.mode,
        model=painter.name,
        steps=order.steps,
        guidance=order.guidance,
        strength=None if order.start is None else order.strength,
        control=None if order.sketch is None else order.control,
        parent=wanted.parent,
        has_start=order.start is not None,
        has_sketch=order.sketch is not None,
        conversation=wanted.conversation,
        width=side,
        height=side,
        weights=dict(painter.made_of(order)),
        times=TIMES if wanted.larger else 1,
    )
