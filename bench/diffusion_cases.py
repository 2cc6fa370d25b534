"""What bench/diffusion.py has both programs draw, in each family of weights."""

import numpy as np
import psutil

from kippu.engines.pictures.order import Mask, Pixels

SEED = 7
WORDS = "a red cat on a table"
LORA = 0.8
"""How strongly the LoRA is added."""
STRENGTH = 0.5
CASES = (
    "words", "guided", "guided-pooled", "control", "lora", "tiny", "start", "mask", "anew", "anew-over",
    "dpm", "dpm-between", "ancestral", "turbo",
)  # fmt: skip
"""``mask``: the left half, from what is there; ``anew``: at a strength of 1; ``anew-over``: the same, where
diffusers begins from noise over the picture too, as stable-diffusion.cpp does, not from noise alone;
``guided-pooled``: of XL, where diffusers too leaves the pooled vector of no words as it is, and not zero;
``tiny``: with a tiny autoencoder; ``dpm``: by the rule that is the default; ``dpm-between``: the same, where
diffusers begins from the noise that the library begins from, and doesn't round times; ``ancestral``: with
fresh noise at each step; ``turbo``: the same as models for few steps are drawn with."""
RULES = {
    "dpm": "dpm++2m-karras", "dpm-between": "dpm++2m-karras", "ancestral": "euler-a",
    "turbo": "euler-a-trailing",
}  # fmt: skip
"""Kippu's name of what takes the noise away, where it isn't Euler's plain rule."""
BEGUN = {"start": STRENGTH, "mask": STRENGTH, "anew": 1.0, "anew-over": 1.0}
"""Cases with a picture to start from, and how far they go."""
MASKED = ("mask", "anew", "anew-over")
_USUAL = tuple(case for case in CASES if case != "guided-pooled")
_WITHOUT_PARTS = tuple(case for case in _USUAL if case not in {"control", "lora", "tiny"})
FAMILIES = {
    "sd15": _USUAL,
    "sd2": _WITHOUT_PARTS,
    "sd2v": _WITHOUT_PARTS,
    "sdxl": tuple(case for case in CASES if case != "control" and not case.startswith("anew")),
    "flux": ("words", "lora", "tiny", "start", "mask"),
    "z": ("words", "tiny", "start", "mask"),
}
"""Kinds of weights, and the cases that there are all files for."""


def guidance(case: str) -> float:
    """How much more than nothing the words count; 1 asks for no second opinion without them."""
    return 5.0 if case.startswith("guided") else 1.0


def given(side: int, bright: int) -> Pixels:
    """A dark bar on a light ground, which is both a sketch and a picture to start from; RGBA."""
    picture = np.full((side, side, 4), 255, np.uint8)
    picture[..., :3] = bright
    picture[side // 4 : side // 2, side // 8 : -side // 8, :3] = 0
    return picture


def painted(side: int, case: str) -> Mask:
    """What of the picture is drawn: in the cases with a mask its left half, which has a part of the bar."""
    drawn = np.ones((side, side), bool)
    drawn[:, side // 2 :] = case not in MASKED
    return drawn


def processor(process: psutil.Process) -> float:
    """Seconds of processor time that it has taken."""
    times = process.cpu_times()
    return float(times.user + times.system)
