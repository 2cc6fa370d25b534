"""How much of a conversation a small model should read: all its turns, or only the last few.

    python bench/memory.py [--model FILE] [--seeds N] [--tokens N] [--show]

Says the conversations of ``memory_cases.py`` to the real model, each way with its own answers. Told of each
way: the share of questions about what was said more than three turns before that are answered rightly; how
much of an answer was said before (the share of its runs of four words that stand in an earlier answer) and
how many words it has; how many tokens the prompt has, how many of them were read, and in how many seconds.
"""

import argparse
import asyncio
import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median
from typing import Any

from kippu.engines import Llama
from kippu.run.talk import _SAMPLING, system_text
from kippu.turn import Message
from memory_cases import CONVERSATIONS, Asked, Done, Turn

FOLDER = Path(os.environ.get("KIPPU_TEST_MODELS", Path(__file__).parent.parent / ".kippu" / "models"))


def six(history: Sequence[Message]) -> list[Message]:
    """The last six lines of talk, the last command, and with it in one line what came of those before."""
    talk = [line for line in history if not line.done][-6:]
    done = [line for line in history if line.done]
    kept = [line for line in history if line in talk or line in done[-2:]]
    earlier = [line.text for line in done[:-2] if line.role == "assistant"]
    if earlier:
        last = kept.index(done[-1])
        kept[last] = Message("assistant", "\n".join((done[-1].text, "Earlier:", *earlier)), done=True)
    return kept


def everything(history: Sequence[Message]) -> list[Message]:
    """Every line as it was said."""
    return list(history)


WAYS: dict[str, Callable[[Sequence[Message]], list[Message]]] = {
    "six": six,
    "all": everything,
}


@dataclass
class Found:
    """What came of one way."""

    right: list[bool] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    read: list[int] = field(default_factory=list)
    prompt: list[int] = field(default_factory=list)
    reading: list[float] = field(default_factory=list)


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


async def say(llama: Llama, history: list[Message], text: str, seed: int, tokens: int, found: Found) -> str:
    messages: list[dict[str, Any]] = [{"role": "system", "content": system_text("en")}]
    await llama.remember(messages)
    messages += [{"role": line.role, "content": line.text} for line in history]
    messages.append({"role": "user", "content": text})
    answer = ""
    async for chunk in llama.chat({"messages": messages, "max_tokens": tokens, "seed": seed, **_SAMPLING}):
        answer += "".join(choice["delta"].get("content") or "" for choice in chunk.get("choices", ()))
        if timings := chunk.get("timings"):
            found.read.append(timings["prompt_n"])
            found.prompt.append(timings["prompt_n"] + timings.get("cache_n", 0))
            found.reading.append(timings["prompt_ms"] / 1000)
    return answer.strip()


async def converse(
    llama: Llama, turns: Sequence[Turn], way: str, seed: int, tokens: int, show: bool, found: Found
) -> None:
    history: list[Message] = []
    said: set[tuple[str, ...]] = set()
    for number, turn in enumerate(turns):
        if isinstance(turn, Done):
            history += (Message("user", turn.text, done=True), Message("assistant", turn.answer, done=True))
            continue
        text = turn.text if isinstance(turn, Asked) else turn
        answer = await say(llama, WAYS[way](history), text, 1000 * seed + number, tokens, found)
        mine = runs(answer)
        found.again.append(len(mine & said) / len(mine) if mine else 0.0)
        found.words.append(len(answer.split()))
        said |= mine
        mark = ""
        if isinstance(turn, Asked):
            right = any(word in answer.lower() for word in turn.right)
            found.right.append(right)
            mark = "  [right]" if right else "  [WRONG]"
        if show:
            print(f"{way} {seed}> {text}{mark}\n    {' '.join(answer.split())}", flush=True)
        history += (Message("user", text), Message("assistant", answer))


async def measure(model: Path, ways: Sequence[str], seeds: int, tokens: int, show: bool) -> dict[str, Found]:
    llama = await asyncio.to_thread(Llama, model)
    found = {way: Found() for way in ways}
    for turns in CONVERSATIONS:
        for seed in range(seeds):
            for way in ways:
                await converse(llama, turns, way, seed, tokens, show, found[way])
    await llama.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=FOLDER / "SmolLM2-135M-Instruct.Q4_1.gguf")
    parser.add_argument("--seeds", type=int, default=2, help="times that each conversation is held")
    parser.add_argument("--tokens", type=int, default=512, help="tokens of an answer, at most")
    parser.add_argument("--show", action="store_true", help="print every answer")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    chosen = parser.parse_args()
    found = asyncio.run(measure(chosen.model, chosen.ways, chosen.seeds, chosen.tokens, chosen.show))
    for way, one in found.items():
        print(
            json.dumps(
                {
                    "way": way,
                    "right": round(mean(one.right), 3),
                    "asked": len(one.right),
                    "said_again": round(mean(one.again), 3),
                    "words": median(one.words),
                    "answers": len(one.words),
                    "prompt_tokens": round(mean(one.prompt)),
                    "read_tokens": round(mean(one.read)),
                    "read_seconds": round(mean(one.reading), 2),
                }
            )
        )


if __name__ == "__main__":
    main()
