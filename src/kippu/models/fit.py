"""Which models this device can carry, and how fast they will be: predicted, then measured.

Knows models, the device and past runs; runs nothing itself. How the figures came about is in docs/models.md.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median
from typing import Literal

from kippu.models.catalogue import PUBLIC, Model, speaking
from kippu.models.device import Device
from kippu.models.runs import Run, Seen, reading, took, writing
from kippu.turn import Language

USABLE = 5.0
"""Tokens a second: slower than that, people read faster than it writes."""
_READS = 10.0
"""Tokens a second: slower than that, a question of a few sentences has no first word for ten seconds."""
CONTEXT = 4096
"""Tokens of context that are planned for when nobody says otherwise."""
CONVERSATIONS = 2
"""Conversations that are kept in memory at once, each with a context of its own."""

_EASY, _SHARE = 0.5, 0.75
"""Part of the device's memory that a model may take: with room left for other programs, and at most."""
_CACHE_BYTES = 2
"""Bytes of each number in the cache of keys and values (F16)."""
_BATCH = 512
"""Tokens that are read at once; a window keeps so many more."""
_FIXED, _PER_WORD = 30 << 20, 400
"""Bytes that the engine takes for itself, and for each entry of the vocabulary."""
_REPACKED = ("Q4_0", "Q4_K", "IQ4_NL", "MXFP4")
"""Quantisations that the engine lays out anew for the processor, beside the file's own pages."""
_COPY = 0.7
"""Part of such a file that is laid out anew."""
_PLAIN, _FAST = 0.56, 0.78
"""Part of the bandwidth that reading weights reaches, in the file's own layout and in the new one."""
_SERVED = 0.6
"""Bytes of a weight where the catalogue names no file."""
_TALK = 512
"""Tokens that a talk has usually come to; each further token reads their keys and values."""
_LAYER_SECONDS = 1e-4
"""Time in which the cores wait for each other, in each layer and token."""
_SIDES = {"sd1": 512, "sd2": 512, "sdxl": 1024, "flux": 1024, "z-image": 1024}
"""Pixels of a side at which each kind of picture model draws best."""
_PIXEL = 6_656
"""Bytes for each pixel that making the picture of its latents takes, the most that drawing takes beside the
weights (104 MB at 128 pixels a side): the autoencoders of all these models have the same widths."""
_KEPT = {"F32": 0.5, "F8_E4M3": 2.0}
"""Bytes in memory for each of the file, where the engine keeps as float16 what the file has otherwise."""
_WORTH = {"talk": 1.0, "code": 0.4, "calls": 0.0}
"""What a parameter counts for in a talk, by what the model was made for."""
_FAST_READING = 1.7
"""How much faster prompts are read in the new layout."""
_READING = 0.155
"""Part of what the device computes with large matrices that reading reaches, in the file's own layout."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What a model would be on this device."""

    model: Model
    memory: int
    """Bytes that it takes while it runs, as predicted."""
    took: int | None
    """Bytes that it really took when it ran here; None before a run that tells."""
    room: Literal["yes", "tight", "no"]
    """Whether the device has room for it: ``tight`` leaves little for anything else."""
    tokens_per_second: float
    """That it writes: measured when it ran here, else predicted; 0 for a model that writes none."""
    prompt_tokens_per_second: float | None
    """That it reads of a prompt: measured, else predicted; None for a model that reads none."""
    measured: bool
    """True when the speed is of real runs on this device."""
    off: float | None
    """How far the prediction was off the measured speed: 0.1 is 10 % too fast; None before a run."""
    why: Mapping[Language, str]
    """The same in a sentence."""

    @property
    def memory_off(self) -> float | None:
        """How far the prediction was off the memory that it took: 0.1 is 10 % too much; None before a run."""
        return self.memory / self.took - 1 if self.took else None

    @property
    def fits(self) -> bool:
        """Whether it runs at all."""
        return self.room != "no"

    @property
    def usable(self) -> bool:
        """Whether one would want to use it here."""
        return self.fits and not self.slow

    @property
    def slow(self) -> bool:
        """Whether it is too slow to talk with."""
        reads = self.prompt_tokens_per_second
        return self.model.kind == "chat" and (self.tokens_per_second < USABLE or (reads or _READS) < _READS)


def fit(
    model: Model,
    device: Device,
    context: int = CONTEXT,
    runs: Sequence[Run] = (),
    known: Iterable[Model] = (),
) -> Fit:
    """Predict, and correct the prediction by what ran here before.

    ``known`` are the models that the runs are of (the store's); with them, runs of other models make the
    prediction for this one better.
    """
    predicted, real = memory(model, context), took(runs, model.id)
    needed = real or predicted
    share = needed / device.memory
    room: Literal["yes", "tight", "no"] = "yes" if share <= _EASY else "tight" if share <= _SHARE else "no"
    if model.kind != "chat":
        return Fit(model, predicted, real, room, 0.0, None, False, None, _room(device, needed, room))
    known = tuple(known)
    bare, seen = _writing(model, device), writing(runs, model.id)
    speed = seen.real or max(bare * _correction(device, runs, known, _writing, writing), seen.least)
    read = reading(runs, model.id)
    reads = read.real or max(
        _reading(model, device) * _correction(device, runs, known, _reading, reading), read.least
    )
    return Fit(
        model=model,
        memory=predicted,
        took=real,
        room=room,
        tokens_per_second=speed,
        prompt_tokens_per_second=reads,
        measured=seen.real is not None,
        off=bare / seen.real - 1 if seen.real else None,
        why=_why(device, needed, room, speed, reads, seen.real),
    )


def best(
    models: Iterable[Model],
    device: Device,
    languages: Collection[str] = (),
    runs: Sequence[Run] = (),
    sources: Collection[str] = PUBLIC,
) -> Fit | None:
    """The best model to talk with that has room on this device, of those with one of these kinds of sources.

    None when not even the smallest is usable.
    """
    models = tuple(models)
    offered = (
        model
        for model in speaking(models, languages)
        if model.kind == "chat" and model.instruct and any(source.kind in sources for source in model.sources)
    )
    usable = [
        found
        for model in offered
        if (found := fit(model, device, runs=runs, known=models)).usable and found.room == "yes"
    ]
    return max(usable, key=lambda found: worth(found.model), default=None)


def worth(model: Model) -> float:
    """How good it is to talk with: its parameters, of which those that learned other things count less.

    A mixture of experts is as good as a model in between all of its parameters and those that a token uses.
    """
    size = sqrt(model.parameters * model.active) if model.active else model.parameters
    return size * _WORTH[model.purpose]


def memory(model: Model, context: int = CONTEXT, conversations: int = CONVERSATIONS) -> int:
    """Bytes that a model takes while it runs with so many conversations of so much context, or draws."""
    if model.kind in {"picture", "picture-part"}:
        canvas = _PIXEL * _SIDES.get(model.family, 512) ** 2 if model.kind == "picture" else 0
        return int(model.bytes * _KEPT.get(model.quantisation, 1.0) + canvas)
    context = min(context, model.context or context)
    weights = _bytes(model) * (1 + _COPY if _is_repacked(model) else 1)
    return int(weights + cache(model, context) * conversations + _FIXED + _PER_WORD * model.vocabulary)


def cache(model: Model, context: int) -> int:
    """Bytes of the cache of keys and values for so many tokens."""
    a_token = 2 * model.kv_heads * model.head_size * _CACHE_BYTES
    full = (model.kv_layers or model.layers) * context
    window = model.window_layers * min(context, model.window + _BATCH)
    return a_token * (full + window)


def _bytes(model: Model) -> int:
    """Bytes of its weights; a guess for one that is only served elsewhere and has no file here."""
    return model.bytes or int(model.parameters * _SERVED)


def _is_repacked(model: Model) -> bool:
    fine = not model.quantisation.startswith("Q4_K") or model.embedding % 256 == 0
    return fine and model.quantisation.startswith(_REPACKED)


def _writing(model: Model, device: Device) -> float:
    """Tokens written in a second, from the bandwidth alone: every token reads all (active) weights."""
    active = model.active / model.parameters if model.active and model.parameters else 1
    read = (_bytes(model) - model.lookup) * active + cache(model, _TALK)
    rate = device.bandwidth_all * (_FAST if _is_repacked(model) else _PLAIN)
    return 1 / (read / rate + model.layers * _LAYER_SECONDS)


def _reading(model: Model, device: Device) -> float:
    """Tokens of a prompt read in a second, from the computing alone: each is multiplied with every weight."""
    return device.computing * _READING / (2 * _work(model))


def _correction(
    device: Device,
    runs: Sequence[Run],
    known: Iterable[Model],
    predicted: Callable[[Model, Device], float],
    seen: Callable[[Iterable[Run], str], Seen],
) -> float:
    """How much faster or slower than predicted the models that ran here were."""
    ran = {run.model for run in runs}
    ratios = [seen(runs, other.id).of(predicted(other, device)) for other in known if other.id in ran]
    return median(ratios) if ratios else 1.0


def _work(model: Model) -> float:
    """Work for each token of a prompt: the weights that it is multiplied by."""
    weights = (model.active or model.parameters) - model.vocabulary * model.embedding
    return max(weights, 1) / (_FAST_READING if _is_repacked(model) else 1)


def _why(
    device: Device, needed: int, room: str, speed: float, reads: float, real: float | None
) -> dict[Language, str]:
    said = _room(device, needed, room)
    if room == "no":
        return said
    how = ("measured", "実測") if real else ("expected", "見込み")
    waits = (f" and reads {reads:.0f}", f"、読むのは毎秒{reads:.0f}トークン") if reads < _READS else ("", "")
    too_slow = ("; too slow to talk with", "。会話には遅すぎます")
    en, ja = too_slow if speed < USABLE or reads < _READS else ("", "")
    return {
        "en": f"{said['en']} It writes {speed:.0f} tokens/s ({how[0]}){waits[0]}{en}.",
        "ja": f"{said['ja']}毎秒{speed:.0f}トークンを書きます（{how[1]}）{waits[1]}{ja}。",
    }


def _room(device: Device, needed: int, room: str) -> dict[Language, str]:
    size, there = f"{needed / 1e9:.1f} GB", f"{device.memory / 1e9:.1f} GB"
    if room == "no":
        return {
            "en": f"It needs {size} of memory, too much for the {there} of this device.",
            "ja": f"メモリーが{size}必要で、このデバイスの{there}では足りません。",
        }
    little = (", which leaves other programs little", "。他のプログラムには余裕がありません")
    en, ja = little if room == "tight" else ("", "")
    return {
        "en": f"It takes {size} of {there} of memory{en}.",
        "ja": f"メモリー{there}のうち{size}を使います{ja}。",
    }
