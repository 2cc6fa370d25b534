"""Round trips: a text is covered, a real model writes about it, its answer is restored while it streams.

    python bench/restoring.py [--data FOLDER] [--model FILE] [--limit N] [--minutes M] [--tokens N] [--show]

The texts are those of ``presidio_synth_v2.jsonl`` (in ``../shared/data/personal``) with something personal
in them, two at a time. The model (SmolLM2-135M-Instruct if none is named) is told in turn to answer politely,
to repeat in other words, to list, and to write in capitals. Its answer comes through ``Restorer`` as it
streams, and once more cut at random places.

A trip is exact when no surrogate is left in the restored answer, in whatever case; when each original is in
it at least as often as its surrogate was in the model's words; and when both ways of cutting give the same.
The judge knows nothing of the forms that the restorer looks for: it counts words (of three letters and more)
and numbers (of three digits and more, whatever stands between them).

Also told: what share of the surrogates the model left out, and how often it wrote one wrongly (a word like
one, but for a letter or two): nobody can restore what was never sent, and it stays as the model wrote it.
"""

import argparse
import asyncio
import difflib
import json
import random
import re
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kippu.engines import Llama
from kippu.guard import Covering, Finder, Restorer, Vault
from kippu.guard.surrogates import Pair
from kippu.guard.surrogates.pair import folded
from kippu.record import Database
from kippu.turn import Findings, Placement, Turn

_HERE = Path(__file__).parent
_MODEL = _HERE.parent / ".kippu" / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf"
CLOUD = Placement("cloud", "model", "bench", provider="bench")
ORDERS = (
    "Write a polite reply to this that mentions every name and number:",
    "Repeat this in other words, with every name and number:",
    "List every name, place and number in this:",
    "Write this again in CAPITAL LETTERS:",
)


@dataclass
class Score:
    """What came of all trips."""

    trips: int = 0
    exact: int = 0
    mentioned: int = 0
    surrogates: int = 0
    misspelt: int = 0
    failed: list[str] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    """Letters held back, at each piece of an answer."""


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parent.parent / "shared" / "data" / "personal")
    parser.add_argument("--model", type=Path, default=_MODEL)
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--tokens", type=int, default=60)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    score = asyncio.run(trips(arguments))
    table = Table("", "share", "count")
    table.add_row(
        "trips restored exactly", f"{score.exact / score.trips:.2%}", f"{score.exact} of {score.trips}"
    )
    dropped = score.surrogates - score.mentioned
    table.add_row(
        "surrogates that the model left out",
        f"{dropped / score.surrogates:.1%}",
        f"{dropped} of {score.surrogates}",
    )
    table.add_row(
        "words misspelt by the model", f"{score.misspelt / score.trips:.2f} a trip", str(score.misspelt)
    )
    table.add_row("letters held back, at most", "", str(max(score.held)))
    Console().print(table)
    for failure in score.failed:
        print(failure)
    figures = {
        "model": arguments.model.name, "trips": score.trips, "exact": score.exact / score.trips,
        "mentioned": score.mentioned, "dropped": dropped / score.surrogates, "misspelt": score.misspelt,
        "held_most": max(score.held),
    }  # fmt: skip
    print(json.dumps(figures))


async def trips(arguments: argparse.Namespace) -> Score:
    """As many as there are texts, time and ``--limit``."""
    chance = random.Random(7)
    texts = _texts(arguments.data, chance)
    score = Score()
    llama = await asyncio.to_thread(Llama, arguments.model, slots=1)
    end = time.monotonic() + arguments.minutes * 60
    with tempfile.TemporaryDirectory() as folder, closing(Database(Path(folder) / "kippu.db")) as database:
        vault = Vault(database, lambda: b"k" * 32)
        covering = Covering(Finder(), vault, lambda _: 4096)
        while score.trips < arguments.limit and time.monotonic() < end and len(texts) > 1:
            conversation = f"c{len(texts)}"
            text = f"{ORDERS[score.trips % len(ORDERS)]} {texts.pop()} {texts.pop()}"
            turn = Turn(text, "en", datetime.now(UTC), conversation, conversation)
            egress = covering.cover(turn, CLOUD, Findings())
            pairs = vault.book(conversation).new[:]
            if not pairs:
                continue
            restorer = covering.restorer(conversation)
            request = {
                "messages": [{"role": message.role, "content": message.text} for message in egress.messages],
                "max_tokens": arguments.tokens, "temperature": 0.3, "repeat_penalty": 1.05,
            }  # fmt: skip
            raw = restored = ""
            async for chunk in llama.chat(request):
                for choice in chunk.get("choices", ()):
                    piece = choice.get("delta", {}).get("content") or ""
                    raw += piece
                    restored += restorer.feed(piece)
                    score.held.append(len(restorer.held))
            restored += restorer.end()
            again = _cut(covering.restorer(conversation), raw, chance)
            _judge(score, pairs, raw, restored, again, arguments.show)
    await llama.close()
    return score


def _judge(score: Score, pairs: list[Pair], raw: str, restored: str, again: str, show: bool) -> None:
    wrong = [] if again == restored else ["cut otherwise it is restored otherwise"]
    said = {one: other for pair in pairs for one, other in _pieces(pair)}
    originals, surrogates = Counter[str](), Counter[str]()
    for original, surrogate in said.items():
        mentions = _count(surrogate, raw)
        surrogates[surrogate] += mentions
        originals[original] += mentions
        score.surrogates += 1
        score.mentioned += bool(mentions)
        if _count(surrogate, restored):
            wrong.append(f"left: {surrogate}")
    wrong += [f"lost: {one}" for one, count in originals.items() if _count(one, restored) < count]
    words = set(re.findall(r"[^\W\d_]{5,}", folded(raw)))
    given = [folded(surrogate) for surrogate in surrogates]
    score.misspelt += sum(
        word not in given and bool(difflib.get_close_matches(word, given, 1, 0.85)) for word in words
    )
    score.trips += 1
    score.exact += not wrong
    if wrong:
        score.failed.append(f"{'; '.join(wrong)}\n  model:    {raw!r}\n  restored: {restored!r}")
    if show:
        print(f"{wrong or 'ok'}\n  {raw!r}\n  {restored!r}\n")


def _pieces(pair: Pair) -> list[tuple[str, str]]:
    """What of a pair can be counted: words of three letters and more, runs of three digits and more."""
    pieces = []
    for one, other in pair.parts:
        digits = re.sub(r"\D", "", other)
        if one != other and (len(digits) >= 3 or re.fullmatch(r"[^\W\d_]{3,}", other)):
            pieces.append((one, other))
    return pieces


def _count(piece: str, text: str) -> int:
    if re.search(r"\d", piece) and not re.search(r"[^\W\d_]", piece):
        digits = re.sub(r"\D", "", piece)
        before = "" if len(digits) > 7 else r"(?<!\d)"
        return len(re.findall(before + r"[\W_]{0,3}".join(digits[-7:]) + r"(?!\d)", text))
    return len(re.findall(rf"(?<![^\W\d_]){re.escape(folded(piece))}(?![^\W\d_])", folded(text)))


def _cut(restorer: Restorer, text: str, chance: random.Random) -> str:
    out = ""
    while text:
        length = chance.randint(1, 6)
        out += restorer.feed(text[:length])
        text = text[length:]
    return out + restorer.end()


def _texts(folder: Path, chance: random.Random) -> list[str]:
    lines = (folder / "presidio_synth_v2.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    texts = [row["full_text"] for row in rows if row["spans"] and len(row["full_text"]) < 300]
    chance.shuffle(texts)
    return texts


if __name__ == "__main__":
    main()
