"""The same picture? Stable Diffusion and its kin in Kippu beside diffusers, same weights, same seeds.

    python bench/diffusion.py [--family sd15|sd2|sd2v|sdxl|flux|z] [--folder FOLDER] [--side PIXELS]
                              [--steps N] [--only CASE ...]

Needs torch, diffusers, transformers, peft and open_clip_torch (for its list of words) beside Kippu. Makes
weights of random numbers first when the folder has none: the real shapes of Stable Diffusion 1.5, of 2.1,
which SD-Turbo has, and of XL (``diffusion_weights.py``; 5 GB on disk each, 14 GB for XL, some minutes;
``sd2v`` tells v, not noise), of FLUX.1 a miniature, Z-Image with most layers zero. Both then draw each case,
in a process each, Kippu first, from the same files; diffusers in float32 (20 GB of memory for XL), Kippu with
the file's own float16. Random weights draw no cat. What is proved is the computing: words read, noise, steps,
ControlNet, LoRA, masks, encoding and decoding. For each case PSNR between the two pictures, and, to show that
a case does something at all, PSNR between Kippu's picture and its own without it; with a mask within it. Time
is of the processor, which other programs disturb least, without loading: Kippu's second picture, for its
first loads, and diffusers' only one.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from rich.console import Console
from rich.table import Table

from diffusion_cases import (
    BEGUN,
    CASES,
    FAMILIES,
    LORA,
    MASKED,
    RULES,
    SEED,
    STRENGTH,
    WORDS,
    given,
    guidance,
    painted,
    processor,
)
from kippu.engines.pictures.diffusion import Diffusion, Files, Manner
from kippu.engines.pictures.order import Order, Pixels

_BUILDERS = {
    "sd15": "diffusion_weights.build", "sd2": "diffusion_weights.build_sd2",
    "sd2v": "diffusion_weights.build_sd2v", "sdxl": "diffusion_weights_xl.build_sdxl",
    "flux": "diffusion_weights_flux.build_flux", "z": "diffusion_weights_z.build_z",
}  # fmt: skip
_LAST_MADE = {
    "sd15": "random-lora.safetensors", "flux": "random-clip-l.safetensors", "z": "random-qwen3.gguf",
}  # fmt: skip
"""The file that is written last, where it is not the model's own."""


_PARTS = {
    "flux": {
        "diffusion_model": "random-flux.safetensors", "vae": "random-flux-vae.safetensors",
        "clip_l": "random-clip-l.safetensors", "t5xxl": "random-t5xxl.gguf",
    },
    "z": {"diffusion_model": "random-z.gguf", "vae": "random-z-vae.safetensors", "llm": "random-qwen3.gguf"},
}  # fmt: skip
"""Files of the families that don't come in one."""
_TINY = {
    "sdxl": "random-taesdxl.safetensors",
    "flux": "random-taef1.safetensors",
    "z": "random-taef1.safetensors",
}


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
    asked = parser.parse_args()
    family = asked.family
    folder = asked.folder if family == "sd15" else asked.folder / family
    if not (folder / _LAST_MADE.get(family, f"random-{family}.safetensors")).exists():
        module, _, build = _BUILDERS[family].partition(".")
        program = f"import pathlib, {module} as w; w.{build}(pathlib.Path({str(folder)!r}))"
        subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parent)
    cases = tuple(case for case in FAMILIES[family] if case in (asked.only or CASES))
    _compare(folder, family, asked.side, asked.steps, cases)


def _compare(folder: Path, family: str, side: int, steps: int, cases: tuple[str, ...]) -> None:
    table = Table(
        "case", "PSNR dB", "without it", "Kippu s", "diffusers s", "ratio", "Kippu GB", "diffusers GB"
    )
    ours = {case: _kippu(folder, family, side, steps, case) for case in cases}
    figures: dict[str, dict[str, float]] = {}
    for case, told in _theirs(folder, family, side, steps, cases):
        picture, seconds, memory = ours[case]
        seen = painted(side, case)  # what is outside of a mask stays; it would flatter
        psnr = _psnr(picture[seen], np.array(told["picture"], np.uint8)[seen])
        other = ours.get("start" if case == "mask" else "words")
        apart = _psnr(picture[seen], other[0][seen]) if case != "words" and other else None
        row = (
            case, f"{psnr:.1f}", "" if apart is None else f"{apart:.1f}", f"{seconds:.1f}",
            f"{told['seconds']:.1f}", f"{told['seconds'] / seconds:.2f}", f"{memory / 1e9:.2f}",
            f"{told['memory'] / 1e9:.2f}",
        )  # fmt: skip
        table.add_row(*row)
        figures[case] = {"psnr": psnr, "ratio": told["seconds"] / seconds}
        inside = ((picture > 0) & (picture < 255)).mean()
        print(*row, f"contrast {picture.std():.0f}, {inside:.0%} neither black nor full", flush=True)
    Console().print(table)
    print(json.dumps({"family": family, "side": side, "steps": steps, "cases": figures}))


def _theirs(
    folder: Path, family: str, side: int, steps: int, cases: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What diffusers draws in each case, its processor time and most memory."""
    program = [sys.executable, Path(__file__).with_name("diffusion_peer.py"), folder, family]
    with subprocess.Popen(
        [*map(str, program), str(side), str(steps)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as peer:  # fmt: skip
        assert peer.stdin and peer.stdout
        for case in cases:
            peer.stdin.write(case + "\n")
            peer.stdin.flush()
            yield case, json.loads(peer.stdout.readline())
        peer.stdin.close()


def _kippu(folder: Path, family: str, side: int, steps: int, case: str) -> tuple[Pixels, float, int]:
    parts = {
        role: folder / name
        for role, name in _PARTS.get(family, {"model": f"random-{family}.safetensors"}).items()
    }
    if case == "control":
        parts["control_net"] = folder / "random-control.safetensors"
    if case == "tiny":
        parts["taesd"] = folder / _TINY.get(family, "random-taesd.safetensors")
    files = Files(parts, {"random": folder / "random-lora.safetensors"})
    rule = RULES.get(case, "euler")
    manner = Manner(side, steps, guidance(case), rule)
    painter = Diffusion("random weights", lambda: files, manner)
    order = Order(
        WORDS + (f" <lora:random:{LORA}>" if case == "lora" else ""), SEED, rule,
        start=given(side, bright=128) if case in BEGUN else None, strength=BEGUN.get(case, STRENGTH),
        mask=painted(side, case) if case in MASKED else None,
        sketch=given(side, bright=255) if case == "control" else None,
    )  # fmt: skip
    picture = painter.draw(order, lambda *_: None, lambda: False)
    assert picture is not None
    child = next(p for p in psutil.Process().children() if "diffusion_child" in " ".join(p.cmdline()))
    memory = _peak(child.pid)
    before = processor(child)
    again = painter.draw(order, lambda *_: None, lambda: False)  # with everything in memory: drawing alone
    seconds = processor(child) - before
    assert again is not None and np.array_equal(again, picture), "the same order gave another picture"
    painter.close()
    return picture[..., :3], seconds, memory


def _peak(pid: int) -> int:
    """Most bytes that the process had in memory at once; Linux alone tells."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024


def _psnr(one: Pixels, other: Pixels) -> float:
    error = np.square(one.astype(float) - other.astype(float)).mean()
    return float("inf") if error == 0 else float(10 * np.log10(255**2 / error))


if __name__ == "__main__":
    main()
