"""The process in which stable-diffusion.cpp draws, apart from Kippu's own.

It can't be stopped between two steps, keeps its weights until its process ends, and ends the process itself
over a file that it doesn't like: so it gets a process that may be ended at any moment. Started by
``diffusion.py``, ends with it. Takes orders on standard input and answers on standard output, both as
``pipe.py`` writes them; what the library has to say goes to standard error.
"""

import os
import sys
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import numpy as np

from kippu.engines.pictures.pipe import Message, receive, send

if TYPE_CHECKING:
    from cyllama.sd import SDContext, SDImage, SDImageGenParams

SCHEDULERS = {
    "euler": ("EULER", "DISCRETE"),
    "euler-karras": ("EULER", "KARRAS"),
    "euler-a": ("EULER_A", "DISCRETE"),
    "euler-a-trailing": ("EULER_A", "SGM_UNIFORM"),
    "dpm++2m": ("DPMPP2M", "DISCRETE"),
    "dpm++2m-karras": ("DPMPP2M", "KARRAS"),
    "lcm": ("LCM", "LCM"),
}
"""What takes the noise away, by its usual name: the library's names of the steps' rule and their lengths."""


_ERROR = 3
"""The library's level for what went wrong."""


def main() -> None:
    """Load, say ``ready``, and draw what is ordered until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed must not come between the answers
    orders: SimpleQueue[Message] = SimpleQueue()
    first = receive(sys.stdin.buffer)
    if first is None:
        return
    threading.Thread(target=_listen, args=[orders], daemon=True).start()
    try:
        context = _load(first.facts)
        send(answers, "ready")
        while True:
            _draw(context, orders.get(), answers)
    except Exception as error:  # the library's errors are of any class; all end here and are told
        send(answers, "failed", {"why": str(error)})


def _listen(orders: "SimpleQueue[Message]") -> None:
    """Pass orders on; end this process with the one that gives them, however that ended."""
    while order := receive(sys.stdin.buffer):
        orders.put(order)
    os._exit(0)


def _load(facts: dict[str, Any]) -> "SDContext":
    from cyllama.sd import (  # noqa: PLC0415  # an extra, and heavy
        LoraApplyMode,
        RngType,
        SDContext,
        SDContextParams,
        SDType,
        set_log_callback,
    )

    given = SDContextParams()
    for name, path in facts["paths"].items():
        setattr(given, f"{name}_path", path)
    given.n_threads = facts["threads"]
    if facts["halve"]:
        given.wtype = SDType.F16
    given.vae_decode_only = False
    given.free_params_immediately = False
    # Merged into the weights and taken out again they would leave traces: the same order, another picture.
    given.lora_apply_mode = LoraApplyMode.AT_RUNTIME
    # torch's numbers: the same seed then begins from the same noise as anywhere else.
    given.rng_type = RngType.CPU
    given.sampler_rng_type = RngType.CPU
    context = SDContext(given)
    # Not before: loading holds Python's lock, and waits for threads that would want it to tell something.
    set_log_callback(_say)
    return context


def _say(level: int, text: str) -> None:
    """What the library has to say, so that the other process can pick out what went wrong."""
    sys.stderr.write(f"{'ERROR ' if level >= _ERROR else ''}{text.rstrip()}\n")
    sys.stderr.flush()


def _draw(context: "SDContext", order: Message, answers: Any) -> None:
    from cyllama.sd import PreviewMode, set_preview_callback  # noqa: PLC0415  # as above

    told = 0

    def seen(step: int, frames: "list[SDImage]", noisy: bool) -> None:
        nonlocal told
        if step > told:  # a rule of two evaluations a step shows two
            told = step
            send(answers, "seen", {"step": step}, preview=np.array(frames[0].to_numpy(), copy=True))

    tiny = order.facts["previews"] == "tiny"
    set_preview_callback(seen, PreviewMode.TAE if tiny else PreviewMode.PROJ, 1, True, False)
    try:
        (image,) = context.generate_with_params(_asked(order))
    finally:
        set_preview_callback(None)
    send(answers, "done", picture=np.array(image.to_numpy(), copy=True))


def _asked(order: Message) -> "SDImageGenParams":
    from cyllama.sd import SampleMethod, Scheduler, SDImage, SDImageGenParams  # noqa: PLC0415  # as above

    facts = order.facts
    asked = SDImageGenParams(
        prompt=facts["prompt"], negative_prompt="", width=facts["size"], height=facts["size"],
        seed=facts["seed"], batch_count=1, sample_steps=facts["steps"], cfg_scale=facts["guidance"],
    )  # fmt: skip
    rule, lengths = SCHEDULERS[facts["scheduler"]]
    asked.sample_params.sample_method = SampleMethod[rule]
    asked.sample_params.scheduler = Scheduler[lengths]
    if "start" in order.pictures:
        asked.set_init_image(SDImage.from_numpy(order.pictures["start"]))
        asked.strength = facts["strength"]
    if "mask" in order.pictures:
        asked.set_mask_image(SDImage.from_numpy(order.pictures["mask"]))
    if "sketch" in order.pictures:
        asked.set_control_image(SDImage.from_numpy(order.pictures["sketch"]), facts["control"])
    asked.set_loras([{"path": path, "multiplier": weight} for path, weight in facts["loras"]])
    return asked


if __name__ == "__main__":
    main()
