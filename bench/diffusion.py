"""The same picture? Stable Diffusion run by Kippu beside diffusers, with the same weights and seeds.

    python bench/diffusion.py [--family sd15|sd2|sd2v] [--folder FOLDER] [--side PIXELS] [--steps N]
                              [--only CASE ...]

Needs torch, diffusers, transformers, peft and open_clip_torch (for its list of words) beside Kippu. Makes
weights first when the folder has none (``diffusion_weights.py``: the real shape of Stable Diffusion 1.5, of
2.1, which SD-Turbo has; random numbers; 5 GB on disk each, some minutes; ``sd2v`` tells v, not noise). Both
then draw each case in turn, in a process each, from the same single files; diffusers in float32, Kippu with
the file's own float16. Random weights draw no cat. What is proved is the computing: words read, noise, steps,
ControlNet, LoRA, masks, encoding and decoding. For each case PSNR between the two pictures, and, to show that
a case does something at all, PSNR between Kippu's picture and its own without it; with a mask within it. Time
is of the processor, which other programs disturb least, without loading.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from rich.console import Console
from rich.table import Table

from kippu.engines.pictures.diffusion import Diffusion, Files, Manner
from kippu.engines.pictures.order import Mask, Order, Pixels

_SEED = 7
_WORDS = "a red cat on a table"
_LORA = 0.8
_STRENGTH = 0.5
CASES = ("words", "guided", "control", "lora", "start", "mask", "anew", "anew-over")
"""``mask``: the left half, from what is there; ``anew``: at a strength of 1; ``anew-over``: the same, where
diffusers begins from noise over the picture too, as stable-diffusion.cpp does, not from noise alone."""
_BEGUN = {"start": _STRENGTH, "mask": _STRENGTH, "anew": 1.0, "anew-over": 1.0}
"""Cases with a picture to start from, and how far they go."""
_MASKED = ("mask", "anew", "anew-over")
_WITHOUT_PARTS = tuple(case for case in CASES if case not in {"control", "lora"})
FAMILIES = {"sd15": CASES, "sd2": _WITHOUT_PARTS, "sd2v": _WITHOUT_PARTS}
"""Kinds of weights, and the cases that there are all files for."""


def main() -> None:
    """Draw, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--family", choices=FAMILIES, default="sd15")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "kippu-random-diffusion")
    parser.add_argument("--side", type=int, default=64)
    parser.add_argument("--steps", type=int, default=4, help="1 more than a divisor of 999: 4 or 10; or 1")
    parser.add_argument("--only", nargs="*", choices=CASES)
    parser.add_argument("--peer", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peer:
        _peer(given.folder, given.family, given.side, given.steps)
        return
    usual = given.family == "sd15"
    folder = given.folder if usual else given.folder / given.family
    if not (folder / ("random-lora.safetensors" if usual else f"random-{given.family}.safetensors")).exists():
        build = "build" if usual else f"build_{given.family}"
        subprocess.run(
            [sys.executable, "-c", f"import diffusion_weights as w; w.{build}(w.Path({str(folder)!r}))"],
            check=True,
            cwd=Path(__file__).parent,
        )
    cases = tuple(case for case in FAMILIES[given.family] if case in (given.only or CASES))
    _compare(folder, given.family, given.side, given.steps, cases)


def _compare(folder: Path, family: str, side: int, steps: int, cases: tuple[str, ...]) -> None:
    table = Table(
        "case", "PSNR dB", "without it", "Kippu s", "diffusers s", "ratio", "Kippu GB", "diffusers GB"
    )
    ours: dict[str, Pixels] = {}
    with subprocess.Popen(
        [sys.executable, __file__, "--peer", "--family", family, "--folder", folder, "--side", str(side),
         "--steps", str(steps)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as peer:  # fmt: skip
        assert peer.stdin and peer.stdout
        for case in cases:
            picture, mine, mine_memory = _kippu(folder, family, side, steps, case)
            peer.stdin.write(case + "\n")
            peer.stdin.flush()
            told = json.loads(peer.stdout.readline())
            ours[case] = picture
            seen = _painted(side, case)  # what is outside of a mask stays; it would flatter
            other = ours.get("start" if case == "mask" else "words")
            without = (
                f"{_psnr(picture[seen], other[seen]):.1f}" if case != "words" and other is not None else ""
            )
            row = (
                case, f"{_psnr(picture[seen], np.array(told['picture'], np.uint8)[seen]):.1f}", without,
                f"{mine:.1f}", f"{told['seconds']:.1f}", f"{told['seconds'] / mine:.2f}",
                f"{mine_memory / 1e9:.2f}", f"{told['memory'] / 1e9:.2f}",
            )  # fmt: skip
            table.add_row(*row)
            inside = ((picture > 0) & (picture < 255)).mean()
            print(*row, f"contrast {picture.std():.0f}, {inside:.0%} neither black nor full", flush=True)
        peer.stdin.close()
    Console().print(table)


def _kippu(folder: Path, family: str, side: int, steps: int, case: str) -> tuple[Pixels, float, int]:
    parts = {"model": folder / f"random-{family}.safetensors"}
    if case == "control":
        parts["control_net"] = folder / "random-control.safetensors"
    files = Files(parts, {"random": folder / "random-lora.safetensors"})
    manner = Manner(side, steps, 5.0 if case == "guided" else 1.0, "euler")
    painter = Diffusion("random weights", lambda: files, manner)
    order = Order(
        _WORDS + (f" <lora:random:{_LORA}>" if case == "lora" else ""), _SEED, "euler",
        start=_given(side, bright=128) if case in _BEGUN else None, strength=_BEGUN.get(case, _STRENGTH),
        mask=_painted(side, case) if case in _MASKED else None,
        sketch=_given(side, bright=255) if case == "control" else None,
    )  # fmt: skip
    began: list[float] = []

    def loaded(*_: object) -> None:
        """The first step is seen; what came before it is loading, reading the words, and that step."""
        began.append(time.monotonic())

    picture = painter.draw(order, loaded, lambda: False)
    assert picture is not None
    child = next(p for p in psutil.Process().children() if "diffusion_child" in " ".join(p.cmdline()))
    memory = _peak(child.pid)
    before = _processor(child)
    again = painter.draw(order, lambda *_: None, lambda: False)  # with everything in memory: drawing alone
    seconds = _processor(child) - before
    assert again is not None and np.array_equal(again, picture), "the same order gave another picture"
    painter.close()
    return picture[..., :3], seconds, memory


def _given(side: int, bright: int) -> Pixels:
    """A dark bar on a light ground, which is both a sketch and a picture to start from."""
    picture = np.full((side, side, 4), 255, np.uint8)
    picture[..., :3] = bright
    picture[side // 4 : side // 2, side // 8 : -side // 8, :3] = 0
    return picture


def _painted(side: int, case: str) -> Mask:
    """What of the picture is drawn: in the cases with a mask its left half, which has a part of the bar."""
    painted = np.ones((side, side), bool)
    painted[:, side // 2 :] = case not in _MASKED
    return painted


def _processor(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _peak(pid: int) -> int:
    """Most bytes that the process had in memory at once; Linux alone tells."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024


def _psnr(one: Pixels, other: Pixels) -> float:
    error = np.square(one.astype(float) - other.astype(float)).mean()
    return float("inf") if error == 0 else float(10 * np.log10(255**2 / error))


def _peer(folder: Path, family: str, side: int, steps: int) -> None:
    """What diffusers draws, case by case as they come on standard input."""
    import torch  # noqa: PLC0415  # the other process needs none of it
    from diffusers import StableDiffusionPipeline  # noqa: PLC0415  # as above

    torch.set_num_threads(1)
    pipeline = StableDiffusionPipeline.from_single_file(
        folder / f"random-{family}.safetensors", config=str(folder / "diffusers"),
        torch_dtype=torch.float32, local_files_only=True, safety_checker=None,
    )  # fmt: skip
    pipeline.set_progress_bar_config(disable=True)
    if steps == 1:  # SD-Turbo's way: from the strongest noise; otherwise diffusers begins from the weakest
        turbo = {"timestep_spacing": "trailing"}
        pipeline.scheduler = type(pipeline.scheduler).from_config(pipeline.scheduler.config, **turbo)
    for line in sys.stdin:
        draw = _prepared(pipeline, folder, side, steps, line.strip())
        before = _processor(psutil.Process())
        picture = draw()
        seconds = _processor(psutil.Process()) - before
        told = {"picture": picture.tolist(), "seconds": seconds, "memory": _peak(psutil.Process().pid)}
        print(json.dumps(told), flush=True)


def _prepared(pipeline: Any, folder: Path, side: int, steps: int, case: str) -> Callable[[], Pixels]:
    import torch  # noqa: PLC0415  # as above
    from diffusers import (  # noqa: PLC0415  # as above
        ControlNetModel,
        StableDiffusionControlNetPipeline,
        StableDiffusionImg2ImgPipeline,
        StableDiffusionInpaintPipeline,
    )
    from PIL import Image  # noqa: PLC0415  # as above

    asked: dict[str, Any] = {
        "prompt": _WORDS, "num_inference_steps": steps, "guidance_scale": 5.0 if case == "guided" else 1.0,
        "generator": torch.Generator().manual_seed(_SEED), "output_type": "np",
    }  # fmt: skip
    parts = {**pipeline.components}
    if case in _BEGUN:
        given = _given(side, bright=128)[..., :3].astype(np.float32) / 127.5 - 1
        first = torch.from_numpy(given).permute(2, 0, 1)[None]
        asked["strength"] = _BEGUN[case]
        run: Any = StableDiffusionImg2ImgPipeline(**parts, requires_safety_checker=False)
    if case in _MASKED:
        run = StableDiffusionInpaintPipeline(**parts, requires_safety_checker=False)
        painted = Image.fromarray(_painted(side, case).astype(np.uint8) * 255)
        none = torch.zeros(1, 4, side // 8, side // 8)  # what a U-Net of nine channels would see besides
        asked.update(mask_image=painted, masked_image_latents=none, height=side, width=side)
    elif case in _BEGUN:
        pass
    elif case == "control":
        net = ControlNetModel.from_single_file(
            folder / "random-control.safetensors", config=str(folder / "control-diffusers"),
            torch_dtype=torch.float32, local_files_only=True,
        )  # fmt: skip
        asked.update(image=Image.fromarray(255 - _given(side, bright=255)[..., :3]), height=side, width=side)
        run = StableDiffusionControlNetPipeline(**parts, controlnet=net, requires_safety_checker=False)
    else:
        asked.update(height=side, width=side)
        run = pipeline
    if case == "lora":
        pipeline.load_lora_weights(str(folder / "random-lora.safetensors"), adapter_name="random")
        pipeline.set_adapters(["random"], [_LORA])
    run.set_progress_bar_config(disable=True)

    def draw() -> Pixels:
        with torch.inference_mode():
            if case in _BEGUN:
                # Kippu's library begins the noise of the start and that of the steps from the seed both.
                sampled = pipeline.vae.encode(first).latent_dist.sample(torch.Generator().manual_seed(_SEED))
                asked["image"] = sampled * pipeline.vae.config.scaling_factor
            if case == "anew-over":
                noise = torch.randn(asked["image"].shape, generator=torch.Generator().manual_seed(_SEED))
                asked["latents"] = noise + asked["image"] / pipeline.scheduler.init_noise_sigma
            drawn = run(**asked).images[0]
        if case == "lora":
            pipeline.unload_lora_weights()
        picture: Pixels = np.rint(drawn * 255).astype(np.uint8)
        return picture

    return draw


if __name__ == "__main__":
    main()
