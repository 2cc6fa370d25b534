"""Stable Diffusion and its kin, with weights that the person has: run by stable-diffusion.cpp.

From words, from a picture (where parts of it are clear, those alone are painted anew), along a sketch with
a ControlNet, with LoRAs that the prompt names as <lora:name:0.8>. The library works in a process of its own
(``diffusion_child.py``): stopping is ending it. Knows files by what they are; nothing of where they come
from.
"""

import importlib.util
import logging
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from PIL import Image

from kippu.cores import Cores
from kippu.engines.pictures.diffusion_child import SCHEDULERS
from kippu.engines.pictures.holes import kept
from kippu.engines.pictures.larger import Larger
from kippu.engines.pictures.order import Guidance, Order, Pixels, Seen, Stopped
from kippu.engines.pictures.pipe import Message, receive, send
from kippu.engines.pictures.projection import turned
from kippu.engines.pictures.weights import SHORT
from kippu.errors import BadInput, ModelBroken, ModelError
from kippu.regex import regex

_log = logging.getLogger(__name__)

EXTRA = "pip install 'kippu[pictures]'"
"""What has to be installed for it."""
_LORA = regex(r"<lora:(?P<name>[^:<>]+)(?::(?P<weight>-?[0-9.]+))?>")
_LOOK_SECONDS = 0.1
"""How often is looked whether the person wants no more, while the library works."""
_CLEAR = 128
"""Opacity below which a part of the picture to start from counts as clear."""
_LAST_WORDS = 12
"""Lines of the library that are kept to say what went wrong."""


@dataclass(frozen=True, slots=True)
class Files:
    """What a picture model consists of, as far as it is here."""

    parts: Mapping[str, Path]
    """By what it is, in stable-diffusion.cpp's words: ``model`` (a checkpoint with all in it) or
    ``diffusion_model`` with ``vae``, ``clip_l``, ``t5xxl``, ``llm``; and ``control_net``, ``taesd``."""
    loras: Mapping[str, Path] = field(default_factory=dict)
    """By the name that a prompt calls it."""
    hashes: Mapping[Path, str] = field(default_factory=dict)
    """SHA-256 of each file."""
    halve: bool = False
    """Whether to keep weights as float16, that are float32 in the file: half the memory, the same picture."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of model draws best, as its maker tells."""

    size: int
    """Side in pixels."""
    steps: int
    guidance: float
    scheduler: str
    """One of ``SCHEDULERS``."""
    follows: bool = True
    """Whether the library can have it follow a sketch, with a ControlNet."""


class Diffusion:
    """A painter with a person's own weights. They are loaded on first use, and given back after a while."""

    starts = True
    opaque = True

    def __init__(
        self, name: str, files: Callable[[], Files], manner: Manner, idle_minutes: float = 5
    ) -> None:
        """``files`` is asked before each picture: a part that came since is used."""
        self.name = name
        self.size = manner.size
        self.styles = (manner.scheduler, *(name for name in SCHEDULERS if name != manner.scheduler))
        self.steps = manner.steps
        self.guidance = _range(manner.guidance)
        self._files = files
        self._manner = manner
        self._idle = idle_minutes * 60
        self._child: _Child | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def made_of(self, order: Order) -> dict[str, str]:
        """The hash of each file that is used: of a ControlNet along a sketch alone, of LoRAs those that the
        prompt names."""
        files = self._files()
        used = {
            role: path
            for role, path in files.parts.items()
            if role != "control_net" or order.sketch is not None
        }
        used |= {f"lora {name}": files.loras[name] for name in _named(order.prompt) if name in files.loras}
        return {role: files.hashes[path][:SHORT] for role, path in used.items() if path in files.hashes}

    def larger(self, order: Order, drawn: Pixels, seen: Seen, stopped: Stopped) -> Pixels | None:
        """By the network that comes with Kippu; a step is a row of tiles."""
        return Larger().draw(drawn, seen, stopped)

    def lacks(self, prompt: str) -> tuple[str, ...]:
        """Nothing: what weights have seen they don't tell."""
        return ()

    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The picture, or None once ``stopped`` says so, whatever the library is at.

        Raises ModelError without the extra that it takes, ModelBroken for weights that can't be run, and
        BadInput for a LoRA or a ControlNet that isn't here.
        """
        if importlib.util.find_spec("cyllama") is None:
            raise ModelError(
                f"{self.name} needs stable-diffusion.cpp, which is not installed. Install it: {EXTRA}",
                f"{self.name} には stable-diffusion.cpp が必要ですが、入っていません。入れるには: {EXTRA}",
            )
        with self._lock:
            files = self._files()
            facts, pictures = self._asked(order, files)
            if self._timer:
                self._timer.cancel()
            child = self._started(files)
            try:
                found = child.draw(facts, pictures, lambda *news: seen(*self._shown(order, *news)), stopped)
            except BaseException:  # else it would draw on, and the next would hear of this picture
                self._end()
                raise
            if found is None:
                self._end()
                return None
            self._rest()
            return _stayed(order, _opaque(found))

    def close(self) -> None:
        """Give the memory back now."""
        with self._lock:
            self._end()

    def _started(self, files: Files) -> "_Child":
        if self._child and (self._child.parts != dict(files.parts) or not self._child.alive):
            self._end()
        if self._child is None:
            self._child = _Child(self.name, files)
        return self._child

    def _rest(self) -> None:
        self._timer = threading.Timer(self._idle, self.close)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        if self._child:
            self._child.end()
            self._child = None

    def _asked(self, order: Order, files: Files) -> tuple[dict[str, Any], dict[str, Pixels]]:
        prompt, loras = _without_loras(order.prompt, files.loras)
        steps = order.steps or self._manner.steps
        facts = {
            "prompt": prompt,
            "loras": loras,
            "seed": order.seed,
            "size": self.size,
            "steps": steps,
            "guidance": self._manner.guidance if order.guidance is None else order.guidance,
            "scheduler": order.style,
            "strength": _strength(order.strength, steps),
            "control": order.control,
            "previews": "tiny" if "taesd" in files.parts else "rough",
        }
        return facts, self._pictures(order, files)

    def _pictures(self, order: Order, files: Files) -> dict[str, Pixels]:
        pictures = {}
        if order.start is not None:
            pictures["start"] = self._fitted(_on_white(order.start))
            clear = order.start[..., 3] < _CLEAR if order.mask is None else order.mask
            if clear.any() and not clear.all():
                pictures["mask"] = self._fitted(clear.astype(np.uint8)[..., None] * 255)
        if order.sketch is not None and order.control > 0:
            if not self._manner.follows:
                raise BadInput(
                    f"{self.name} can't follow a sketch: the library that draws does so with "
                    "Stable Diffusion 1 and 2 only. Draw without the sketch, or with such a model.",
                    f"{self.name} は下絵に沿って描けません。それができるのは Stable Diffusion 1・2 の"
                    "モデルだけです。下絵なしで描くか、そのモデルを使ってください。",
                )
            if "control_net" not in files.parts:
                raise BadInput(
                    f"{self.name} follows a sketch only with a ControlNet, and there is none for it here. "
                    "Add one: `kippu models get FILE`, or draw without the sketch.",
                    f"{self.name} で下絵に沿って描くには ControlNet が必要です。"
                    "`kippu models get ファイル` で追加するか、下絵なしで描いてください。",
                )
            pictures["sketch"] = self._fitted(255 - _on_white(order.sketch))
        return pictures

    def _fitted(self, picture: Pixels) -> Pixels:
        if picture.shape[:2] == (self.size, self.size):
            return np.ascontiguousarray(picture)
        shown = Image.fromarray(picture.squeeze()).resize((self.size, self.size), Image.Resampling.LANCZOS)
        return np.asarray(shown).reshape(self.size, self.size, -1)

    def _shown(self, order: Order, step: int, preview: Pixels) -> tuple[int, int, Pixels]:
        steps = order.steps or self._manner.steps
        if order.start is not None and order.strength < 1:
            steps = min(steps, int(steps * _strength(order.strength, steps)) + 1)
        return min(step, steps), steps, _opaque(self._fitted(preview))


class _Child:
    """The process, with weights in it."""

    def __init__(self, name: str, files: Files) -> None:
        self.parts = dict(files.parts)
        self._name = name
        self._folder = tempfile.TemporaryDirectory(prefix="kippu-")
        paths = {part: str(path) for part, path in files.parts.items()}
        if "model" in files.parts and "clip_g" not in files.parts:
            projection = turned(files.parts["model"], Path(self._folder.name))
            paths |= {"clip_g": str(projection)} if projection else {}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kippu.engines.pictures.diffusion_child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for us; the child ends when we end it, or end ourselves
        )  # fmt: skip
        self._news: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._words: deque[str] = deque(maxlen=_LAST_WORDS)
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._overhear, daemon=True).start()
        self._tell("load", {"paths": paths, "threads": Cores().free(), "halve": files.halve}, {})
        self._loading = True

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def draw(
        self,
        facts: dict[str, Any],
        pictures: dict[str, Pixels],
        seen: Callable[[int, Pixels], None],
        stopped: Stopped,
    ) -> Pixels | None:
        self._tell("draw", facts, pictures)
        while not stopped():
            try:
                news = self._news.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            match news:
                case Message(word="ready"):
                    self._loading = False
                case Message(word="seen"):
                    seen(news.facts["step"], news.pictures["preview"])
                case Message(word="done"):
                    return news.pictures["picture"]
                case _:
                    raise self._failed(news)
        return None

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()

    def _tell(self, word: str, facts: dict[str, Any], pictures: dict[str, Pixels]) -> None:
        try:
            send(self._stream(self._process.stdin), word, facts, **pictures)
        except OSError:  # it has ended; what it said before is told by who reads its answers
            _log.debug("the drawing process has ended")

    def _listen(self) -> None:
        answers = self._stream(self._process.stdout)
        while news := receive(answers):
            self._news.put(news)
        self._news.put(None)

    def _overhear(self) -> None:
        for line in self._stream(self._process.stderr):
            text = line.decode("utf-8", "replace").strip()
            _log.debug("%s", text)
            if "ERROR" in text or "Error" in text or "GGML_ASSERT" in text:
                self._words.append(re.sub(r"^\[ERROR\s*\]\s*\S+:\d+\s*-\s*", "", text))

    def _failed(self, news: Message | None) -> ModelError:
        code = None if news else self._process.wait()
        if code == -signal.SIGKILL.value if sys.platform != "win32" else False:
            return ModelError(
                f"{self._name} was ended by the system, most likely for want of memory. Close other "
                "programs, or use a smaller model: `kippu models fit` shows what each takes.",
                f"{self._name} はシステムに止められました。メモリー不足と思われます。"
                "他のプログラムを閉じるか、小さいモデルを使ってください（`kippu models fit`）。",
            )
        said = " ".join(dict.fromkeys(self._words)) or (news.facts["why"] if news else f"exit {code}")
        files = ", ".join(str(path) for path in self.parts.values())
        doing = ("be loaded", "読み込めません") if self._loading else ("draw this", "描けません")
        return ModelBroken(
            f"{self._name} can't {doing[0]}: {said[:400]}. Its files: {files}.",
            f"{self._name} は{doing[1]}: {said[:400]}（{files}）",
        )

    @staticmethod
    def _stream(of: Any) -> BinaryIO:
        stream: BinaryIO = of
        return stream


def _range(usual: float) -> Guidance:
    """What can be set. Models that were taught to draw without guidance bear little of it, others up to twice
    their makers' figure."""
    return Guidance(1.0, usual, 2.0 if usual <= 1 else 2 * usual)


def _named(prompt: str) -> list[str]:
    """The LoRAs that a prompt calls."""
    return [found["name"].strip() for found in _LORA.finditer(prompt)]


def _strength(wanted: float, steps: int) -> float:
    """What to ask for: the library does one step more than a strength of the usual meaning."""
    return 1.0 if wanted >= 1 else max(0.0, (round(wanted * steps) - 1 + 0.5) / steps)


def _without_loras(prompt: str, known: Mapping[str, Path]) -> tuple[str, list[tuple[str, float]]]:
    """The prompt, and the LoRAs that it names with their weights."""
    loras = []
    for found in _LORA.finditer(prompt):
        name = found["name"].strip()
        if name not in known:
            listed = ", ".join(known) or "none for this model"
            raise BadInput(
                f"There is no LoRA '{name[:60]}' here. There is: {listed}. Add one: `kippu models get FILE`.",
                f"「{name[:60]}」という LoRA はありません（{listed}）。"
                "`kippu models get ファイル` で追加できます。",
            )
        loras.append((str(known[name]), float(found["weight"] or 1)))
    return " ".join(_LORA.sub(" ", prompt).split()), loras


def _on_white(picture: Pixels) -> Pixels:
    """Red, green and blue of a picture on a white ground."""
    alpha = picture[..., 3:].astype(np.float32) / 255
    return np.rint(picture[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)


def _stayed(order: Order, drawn: Pixels) -> Pixels:
    """What was drawn, with all that is outside of the mask as it was: the autoencoder changes a little
    everywhere."""
    if order.start is None or order.mask is None:
        return drawn
    return kept(order.start, drawn, order.mask)


def _opaque(picture: Pixels) -> Pixels:
    return np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)])
