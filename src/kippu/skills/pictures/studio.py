"""Where pictures are drawn: one at a time, in a thread of its own, each kept in the gallery as it is done.

Knows painters and the gallery; knows no sentence, no server and no terminal.
"""

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from threading import Lock

from kippu.engines.pictures import Order, Painter, Pixels, files
from kippu.engines.pictures.origin import Origin
from kippu.errors import Busy, KippuError, NotFound
from kippu.record import Picture, Pictures
from kippu.record.pictures import new_id
from kippu.skills.pictures.job import ID, End, Job, Progress
from kippu.skills.pictures.styles import among_the_words
from kippu.skills.pictures.wanted import Wanted

_log = logging.getLogger(__name__)

_MOST_WAITING = 8
"""Jobs that may be under way; more is a program that has lost count."""
_REMEMBERED = 32
"""Jobs that can still be asked for after their end."""


class Studio:
    """The painters at work. Use it on the event loop's own thread."""

    def __init__(self, gallery: Pictures, painters: Mapping[str, Callable[[], Painter]]) -> None:
        """``painters``: what makes each one ready, by its mode; made at its first use, the first is usual."""
        self.gallery = gallery
        self._painters = painters
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

    async def begin(self, wanted: Wanted, id: str | None = None) -> Job:
        """Begin to draw; raises BadInput, NotFound, ModelError, and Busy when too many wait already.

        ``id``: the job's, chosen by whoever asks. Asked for again it is the same job, whatever is wanted.
        """
        if id is not None and id in self._jobs:
            return self._jobs[id]
        if sum(not job.ended for job in self._jobs.values()) >= _MOST_WAITING:
            raise Busy(
                f"{_MOST_WAITING} drawings wait already. Let them end, or stop them.",
                f"描く順番を待っているものが{_MOST_WAITING}件あります。終わるのを待つか、止めてください。",
            )
        job = Job(id)
        self._remember(job)
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
        if not job.ended:
            task = asyncio.create_task(self._draw_all(job, painter, wanted))
            job.on_stop = task.cancel
        return job

    async def again(self, id: str, job: str | None = None, **changed: object) -> Job:
        """Begin to draw a picture once more, the same unless something is changed; raises NotFound too."""
        picture = self.gallery.get(id)
        start, sketch = (self._kept(picture, part) for part in ("start", "sketch"))
        mask = self.gallery.mask(id)
        wanted = Wanted(
            mask=None if mask is None else files.own_mask(mask.read_bytes()),
            prompt=picture.prompt, mode=picture.mode, style=picture.style, seed=picture.seed, start=start,
            sketch=sketch, steps=picture.steps, guidance=picture.guidance, conversation=picture.conversation,
        )  # fmt: skip
        if picture.strength is not None:
            wanted = replace(wanted, strength=picture.strength)
        if picture.control is not None:
            wanted = replace(wanted, control=picture.control)
        return await self.begin(replace(wanted, **changed), job)  # type: ignore[arg-type]  # fields by their names

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

    def _with_parent(self, wanted: Wanted) -> Wanted:
        if wanted.parent is None:
            return wanted
        parent = self.gallery.file(wanted.parent)
        return replace(wanted, start=files.own(parent.read_bytes())) if wanted.start is None else wanted

    async def _draw_all(self, job: Job, painter: Painter, wanted: Wanted) -> None:
        loop = asyncio.get_running_loop()
        try:
            for variant, order in enumerate(wanted.orders(painter)):

                def seen(step: int, steps: int, pixels: Pixels, variant: int = variant) -> None:
                    loop.call_soon_threadsafe(job.tell, Progress(variant, step, steps, files.png(pixels)))

                picture = await loop.run_in_executor(
                    self._thread, self._draw, job, painter, wanted, order, seen
                )
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

    def _draw(
        self,
        job: Job,
        painter: Painter,
        wanted: Wanted,
        order: Order,
        seen: Callable[[int, int, Pixels], None],
    ) -> Picture | None:
        """Draw and keep one variant, in the painter's thread; None when it was stopped."""
        if job.stopping.is_set():
            return None
        pixels = painter.draw(order, seen, job.stopping.is_set)
        if pixels is None or job.stopping.is_set():
            return None
        picture = _row(painter, wanted, order, pixels)
        self.gallery.add(
            picture,
            files.png(pixels, origin(picture)),
            b"" if order.start is None else files.png(order.start),
            b"" if order.sketch is None else files.png(order.sketch),
            b"" if order.mask is None else files.mask_png(order.mask),
        )
        return picture


def origin(picture: Picture) -> Origin:
    """What a file of the picture says of where it comes from."""
    return Origin(
        picture.prompt, picture.seed, picture.style, picture.model, picture.mode, started=picture.has_start
    )


def _row(painter: Painter, wanted: Wanted, order: Order, pixels: Pixels) -> Picture:
    height, width = pixels.shape[:2]
    return Picture(
        id=new_id(),
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
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
        width=width,
        height=height,
    )
