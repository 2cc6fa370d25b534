"""The other way to read free speech, for comparison: a chat model of 135M weights with a LoRA adapter that
says the tool and its parts as one line. An experiment of which nothing ships (docs/models/free.md).

    PYTHONPATH=src:scripts/encoder python scripts/encoder/adapter.py write --out calls.jsonl
    kippu layer train --data calls.jsonl --name calls --minutes 15 --prompt "$(python … prompt)"
    PYTHONPATH=src:scripts/encoder python scripts/encoder/adapter.py score \
        --model FILE.gguf --layer calls/ --limit 300

``write`` takes 3,000 rows that the encoder is trained on, of each tool as many as of any other while there
are some, talk a quarter of them. ``score`` says rows that are kept aside from both to the adapter and to the
encoder as it ships: how often the tool is right, and how often the whole line is. Of talk only that it is.
"""

import argparse
import asyncio
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from rows import TALK, Row, folded, is_kept_aside, read, trained_on

from kippu.engines import Llama
from kippu.engines.encoder import Encoder
from kippu.run.talk import system_text
from kippu.understand.free.parts import parts_of

SEED = 20261130
ROWS = 3000
PROMPT = "Write which tool is asked for, then its parts: tool | slot=words | slot=words. Talk is: talk"
ENCODER = Path(__file__).parents[2] / "src/kippu/layers/shipped/phone-and-home/encoder"


def line_of(tool: str, parts: Iterable[tuple[str, str]]) -> str:
    """The one right answer: "alarms.set | when=at seven"; the parts in the sentence's order."""
    if tool.startswith(TALK):
        return "talk"
    return " | ".join([tool, *(f"{slot}={said}" for slot, said in parts)])


def _is_talk(row: Row) -> bool:
    return row.tools[0].startswith(TALK)


def wanted(row: Row) -> str:
    return line_of(row.tools[0], [(slot, row.text[start:end].lower()) for start, end, slot in row.spans])


def chosen(rows: Sequence[Row], count: int) -> list[Row]:
    """Tool by tool in turn, a quarter of them talk."""
    dice = random.Random(SEED)
    by_tool: dict[str, list[Row]] = defaultdict(list)
    for row in dice.sample(rows, len(rows)):
        by_tool[TALK if row.tools[0].startswith(TALK) else row.tools[0]].append(row)
    taken = by_tool.pop(TALK)[: count // 4]
    while len(taken) < count and any(by_tool.values()):
        taken += [some.pop() for some in by_tool.values() if some]
    return dice.sample(taken[:count], len(taken[:count]))


def write(data: Path, out: Path) -> None:
    """Only rows whose parts are all marked, each sentence once."""
    once = {
        folded(row.text): row
        for row in read(data / "commands")
        if not is_kept_aside(row.source) and (_is_talk(row) or (row.marked and row.whole))
    }
    with out.open("w", encoding="utf-8") as file:
        for row in chosen(list(once.values()), ROWS):
            file.write(json.dumps({"prompt": row.text, "answer": wanted(row)}, ensure_ascii=False) + "\n")


async def _said(llama: Llama, text: str) -> str:
    messages = [{"role": "system", "content": system_text("en", PROMPT)}, {"role": "user", "content": text}]
    request = {"messages": messages, "max_tokens": 48, "temperature": 0.0, "adapters": ["layer"]}
    said = ""
    async for chunk in llama.chat(request):
        for choice in chunk.get("choices", ()):
            said += choice.get("delta", {}).get("content") or ""
    return said.strip()


def _heard(encoder: Encoder, text: str) -> str:
    heard = encoder.hear(text)
    tool = next(iter(heard.classes))
    parts = parts_of(text, heard.labelled).parts
    return line_of(tool, [(part.slot, text[part.start : part.end].lower()) for part in parts])


async def score(data: Path, model: Path, layer: Path, limit: int) -> None:
    """A table of both, and the figures as JSON."""
    rows = list(read(data / "commands"))
    trained = trained_on(rows)
    aside = [row for row in rows if is_kept_aside(row.source) and folded(row.text) not in trained]
    aside = random.Random(SEED).sample(aside, min(limit, len(aside)))
    encoder, llama = Encoder(ENCODER), Llama(model, slots=1, adapters={"layer": layer / "adapter.gguf"})
    figures: dict[str, dict[str, float]] = {}
    try:
        for way in ("adapter", "encoder"):
            took, tools, whole, asked = [], [], [], []
            for row in aside:
                begun = time.perf_counter()
                said = await _said(llama, row.text) if way == "adapter" else _heard(encoder, row.text)
                took.append(1000 * (time.perf_counter() - begun))
                tool = said.split(" | ")[0]
                may_talk = any(one.startswith(TALK) for one in row.tools)
                tools.append(tool in row.tools or (tool == "talk" and may_talk))
                if not _is_talk(row):
                    asked.append(tools[-1])
                    if row.marked and row.whole:
                        whole.append(said == wanted(row))
            figures[way] = {
                "rows": len(aside), "tool": round(sum(tools) / len(tools), 3),
                "tool_of_requests": round(sum(asked) / len(asked), 3),
                "whole_line": round(sum(whole) / len(whole), 3), "lines": len(whole),
                "p50_ms": round(median(took), 1),
            }  # fmt: skip
            print(way, figures[way], flush=True)
    finally:
        await llama.close()
    print(json.dumps(figures))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("write", "prompt", "score"))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("calls.jsonl"))
    parser.add_argument("--model", type=Path)
    parser.add_argument("--layer", type=Path)
    parser.add_argument("--limit", type=int, default=300)
    given = parser.parse_args()
    if given.what == "write":
        write(given.data, given.out)
    elif given.what == "prompt":
        print(PROMPT)
    else:
        asyncio.run(score(given.data, given.model, given.layer, given.limit))


if __name__ == "__main__":
    main()
