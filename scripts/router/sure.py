"""Ask the pocket model questions that a program can check, and keep how sure its tokens were.

    python scripts/router/sure.py ask  --model FILE.gguf --data FOLDER --out asked.jsonl
    python scripts/router/sure.py fit  asked.jsonl

The first writes a line for each question (how likely its first tokens were, and whether it was right); the
second compares signals, calibrates one and prints the numbers of ``src/kippu/place/sure.py``.
"""

import argparse
import asyncio
import json
import math
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from facts import facts

from kippu.engines.llama import Llama

_TOKENS = 24
"""First tokens that are looked at."""
_SIGNAL = "mean of 12"
"""What is calibrated: as good as any other here, and needs no second-best tokens."""
_LENGTH = {"fact": 48, "gsm8k": 220}
_SAMPLING = {"temperature": 0.3, "repeat_penalty": 1.1, "seed": 1}
_SYSTEM = "You are a helpful AI assistant."


def questions(data: Path, sums: int) -> list[dict[str, Any]]:
    """All facts, and so many of GSM8K's questions, whose answer is that of a reply known to be right."""
    found = [{"kind": "fact", "question": q, "answers": list(a)} for q, a in facts()]
    with (data / "routellm_gsm8k.jsonl").open(encoding="utf-8") as file:
        lines = list(file)
    for line in random.Random(1).sample(lines, len(lines)):
        row = json.loads(line)
        for model in ("gpt-4-1106-preview", "mistralai/Mixtral-8x7B-Instruct-v0.1"):
            answer = re.search(r"####\s*\$?([-\d.,]+)", row[f"{model}_response"])
            if row[model] == "True" and answer and sums:
                number = answer[1].rstrip(".").replace(",", "")
                found.append({"kind": "gsm8k", "question": row["prompt"], "answers": [number]})
                sums -= 1
                break
    return found


def right(question: dict[str, Any], reply: str) -> bool:
    """Whether the reply holds the answer; a sum's must be the last number of it."""
    if question["kind"] == "gsm8k":
        numbers = re.findall(r"-?\d[\d,]*(?:\.\d+)?", reply)
        return bool(numbers) and float(numbers[-1].replace(",", "")) == float(question["answers"][0])
    return any(
        re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", reply, 0 if len(answer) < 3 else re.IGNORECASE)
        for answer in question["answers"]
    )


async def ask(model: Path, asked: Sequence[dict[str, Any]], out: Path) -> None:
    """Ask them two at a time."""
    llama = Llama(model, context=1024, slots=2)
    gate = asyncio.Semaphore(2)
    with out.open("w", encoding="utf-8") as file:

        async def one(question: dict[str, Any]) -> None:
            async with gate:
                request = {
                    "messages": [
                        {"role": "system", "content": _SYSTEM},
                        {"role": "user", "content": question["question"]},
                    ],
                    "max_tokens": _LENGTH[question["kind"]],
                    "logprobs": True,
                    "top_logprobs": 5,
                    **_SAMPLING,
                }
                text, tokens = "", []
                async for chunk in llama.chat(request):
                    for choice in chunk.get("choices", ()):
                        text += choice.get("delta", {}).get("content") or ""
                        tokens += (choice.get("logprobs") or {}).get("content") or ()
            row = question | {
                "reply": text,
                "right": right(question, text),
                "logprobs": [round(token["logprob"], 4) for token in tokens[:_TOKENS]],
                "top": [
                    [round(top["logprob"], 4) for top in token["top_logprobs"]] for token in tokens[:_TOKENS]
                ],
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            file.flush()

        await asyncio.gather(*map(one, asked))
    await llama.close()


def signals() -> dict[str, Callable[[dict[str, Any]], float]]:
    """Ways to make one number of the first tokens; higher is surer."""
    made: dict[str, Callable[[dict[str, Any]], float]] = {}
    for count in (4, 8, 12, 16, 24):
        made[f"mean of {count}"] = lambda row, n=count: float(np.mean(row["logprobs"][:n]))
        made[f"least of {count}"] = lambda row, n=count: min(row["logprobs"][:n])
        made[f"margin of {count}"] = lambda row, n=count: float(
            np.mean([top[0] - top[1] for top in row["top"][:n]])
        )
        made[f"entropy of {count}"] = lambda row, n=count: (
            -float(np.mean([_entropy(top) for top in row["top"][:n]]))
        )
        made[f"worst entropy of {count}"] = lambda row, n=count: -max(_entropy(top) for top in row["top"][:n])
    return made


def _entropy(top: Sequence[float]) -> float:
    return -sum(math.exp(one) * one for one in top)


def auroc(score: Sequence[float], is_right: Sequence[bool]) -> float:
    """The chance that a right reply scores above a wrong one."""
    good = [s for s, r in zip(score, is_right, strict=True) if r]
    bad = [s for s, r in zip(score, is_right, strict=True) if not r]
    wins = sum((g > b) + 0.5 * (g == b) for g in good for b in bad)
    return wins / (len(good) * len(bad)) if good and bad else math.nan


def platt(score: np.ndarray, is_right: np.ndarray, steps: int = 4000) -> tuple[float, float]:
    """Slope and offset of the logistic curve through them, by gradient descent on standardised scores."""
    mean, spread = score.mean(), score.std()
    x, slope, offset = (score - mean) / spread, 0.0, 0.0
    for _ in range(steps):
        off = 1 / (1 + np.exp(-(slope * x + offset))) - is_right
        slope -= 0.5 * float((off * x).mean())
        offset -= 0.5 * float(off.mean())
    return slope / spread, offset - slope * mean / spread


def fit(asked: Path) -> None:
    """Compare the signals; calibrate one on half of the questions, tell of the other half, then take all."""
    with asked.open(encoding="utf-8") as file:
        rows = list(map(json.loads, file))
    rows = sorted((row for row in rows if row["logprobs"]), key=lambda row: row["question"])
    random.Random(2).shuffle(rows)
    half = len(rows) // 2
    for kind in ("fact", "gsm8k"):
        those = [row["right"] for row in rows if row["kind"] == kind]
        print(f"{kind}: {sum(those)} right of {len(those)}")
    print("AUROC                one half  other half")
    for name, signal in signals().items():
        one, other = (
            auroc([signal(row) for row in part], [row["right"] for row in part])
            for part in (rows[:half], rows[half:])
        )
        print(f"{name:22} {one:.3f} {other:.3f}")
    signal = signals()[_SIGNAL]
    score = np.array([signal(row) for row in rows])
    is_right = np.array([float(row["right"]) for row in rows])
    slope, offset = platt(score[:half], is_right[:half])
    tell(1 / (1 + np.exp(-(slope * score[half:] + offset))), is_right[half:])
    print("of all: slope {:.2f}, offset {:.2f}".format(*platt(score, is_right)))


def tell(told: np.ndarray, truth: np.ndarray) -> None:
    """How well what was told of questions agrees with how they turned out."""
    share, brier = float(truth.mean()), float(((told - truth) ** 2).mean())
    print(f"\n{_SIGNAL}: AUROC {auroc(told, truth):.3f}")
    print(f"Brier {brier:.3f}; {share * (1 - share):.3f} by the share alone")
    print("told         n  right")
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (told >= low) & (told < low + 0.2)
        if inside.any():
            print(f"{low:.1f}-{low + 0.2:.1f} {int(inside.sum()):7} {float(truth[inside].mean()):6.2f}")
    unsure = told < 0.5
    below, above = truth[unsure].mean(), truth[~unsure].mean()
    print(f"below 0.5: {unsure.mean():.2f} of them, right {below:.2f}; above: right {above:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("do", choices=("ask", "fit"))
    parser.add_argument("asked", nargs="?", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--sums", type=int, default=60, help="how many questions of GSM8K")
    chosen = parser.parse_args()
    if chosen.do == "fit":
        fit(chosen.asked)
    else:
        asyncio.run(ask(chosen.model, questions(chosen.data, chosen.sums), chosen.out))


if __name__ == "__main__":
    main()
