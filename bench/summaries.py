"""Summaries of texts through Kippu beside the same model at llama.cpp's own defaults.

    python bench/summaries.py [--data FOLDER] [--model ID] [--models FOLDER] [--limit N] [--show]

Each ``*.txt`` of the folder is piped to "summarise" once each way. The judge is a program, and this is all
that it asks: at least 90 % of the content words (four letters or more, and numbers; by their first five
letters) are of the text; it is 8 words long at least and half of the text at most; it does not open as if in
a role ("I'm sorry …", "Dear …", "Sure"); it ends with a sentence. If it says what matters is for a person
to read (``--show``): sentences copied from the text pass by themselves; the longest copied run tells of them.
"""

import argparse
import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from kippu.engines import Loader
from kippu.models import Store
from kippu.run.talk import Talk
from kippu.turn import Placement, Turn

HERE = Path(__file__).parent
COMMON = frozenset(
    "about above after again also because been before being below between both could does doing down "
    "during each from further have having here into itself just more most once only other over same "
    "should some such than that their them then there these they this those through under until very "
    "were what when where which while will with would your text summary main points".split()
)
ROLE = re.compile(
    r"\W*(?:i'm|i am|i'd|i'll|i've|we're|as an|sure|certainly|of course|thanks?\b|dear\b|hi\b|hello|my name)",
    re.IGNORECASE,
)
Summarise = Callable[[str], Awaitable[str]]


@dataclass(frozen=True)
class Judged:
    """One summary."""

    grounded: float
    """Share of its content words that are in the text."""
    length: float
    """Its words over those of the text."""
    words: int
    role: bool
    ends: bool
    copied: int
    """Words of the longest run that stands so in the text."""

    @property
    def good(self) -> bool:
        fits = self.words >= 8 and self.length <= 0.5
        return fits and self.grounded >= 0.9 and self.ends and not self.role


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def content(text: str) -> list[str]:
    return [word[:5] for word in words(text) if (len(word) > 3 or word.isdigit()) and word not in COMMON]


def copied(said: list[str], text: list[str]) -> int:
    longest, before = 0, [0] * (len(text) + 1)
    for word in said:
        now = [0] * (len(text) + 1)
        for at, other in enumerate(text):
            if word == other:
                now[at + 1] = before[at] + 1
        longest, before = max(longest, *now), now
    return longest


def judge(said: str, text: str) -> Judged:
    held, found = set(content(text)), content(said)
    return Judged(
        grounded=sum(word in held for word in found) / max(1, len(found)),
        length=len(words(said)) / len(words(text)),
        words=len(words(said)),
        role=bool(ROLE.match(said)),
        ends=said.rstrip()[-1:] in tuple('.!?"”)'),
        copied=copied(words(said), words(text)),
    )


async def through_kippu(talk: Talk, placement: Placement, text: str) -> str:
    turn = Turn("summarise", "en", datetime.now().astimezone(), "c", "t", outside=text)
    said = ""
    async with aclosing(talk.talk(turn, placement)) as pieces:
        async for piece in pieces:
            said += piece if isinstance(piece, str) else ""
    return said


async def at_defaults(loader: Loader, model: str, text: str) -> str:
    request = {
        "messages": [{"role": "user", "content": f"summarise\n\n{text}"}],
        "max_tokens": 512,
        "seed": 7,
    }
    said = ""
    async with loader.use(model) as llama, aclosing(llama.chat(request)) as chunks:
        async for chunk in chunks:
            for choice in chunk.get("choices", ()):
                said += choice.get("delta", {}).get("content") or ""
    return said


async def main(texts: Mapping[str, str], models: Path, id: str, show: bool) -> None:
    store = Store(models)
    loader = Loader(store.whole, idle_minutes=60)
    talk = Talk(loader.use, store.model, lambda model, timings: None, lambda turn, placement: None)
    placement = Placement(store.model(id).rung, id, "")
    ways: dict[str, Summarise] = {
        "Kippu": lambda text: through_kippu(talk, placement, text),
        "llama.cpp's defaults": lambda text: at_defaults(loader, id, text),
    }
    judged: dict[str, list[Judged]] = {name: [] for name in ways}
    console = Console()
    for title, text in texts.items():
        for name, summarise in ways.items():
            said = await summarise(text)
            judged[name].append(judge(said, text))
            if show:
                mark = "good" if judged[name][-1].good else "bad"
                console.print(f"[bold]{title}, {name}, {mark}[/]\n{said}\n", highlight=False)
    await loader.close()
    table = Table("", "good", "of the text", "length", "in a role", "longest copied run")
    for name, all_ in judged.items():
        table.add_row(
            name,
            f"{sum(one.good for one in all_)} of {len(all_)}",
            f"{median(one.grounded for one in all_):.0%}",
            f"{median(one.length for one in all_):.0%}",
            str(sum(one.role for one in all_)),
            f"{median(one.copied for one in all_):.0f} words",
        )
    console.print(table)
    shares = {name: sum(one.good for one in all_) / max(1, len(all_)) for name, all_ in judged.items()}
    print(
        json.dumps(
            {"model": id, "good": shares, "all": {n: [asdict(j) for j in a] for n, a in judged.items()}}
        )
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=HERE / "summaries")
    parser.add_argument("--models", type=Path, default=HERE.parent / ".kippu" / "models")
    parser.add_argument("--model", default="smollm2-135m-instruct")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    files = sorted(asked.data.glob("*.txt"))[: asked.limit]
    texts = {file.stem: file.read_text(encoding="utf-8").strip() for file in files}
    asyncio.run(main(texts, asked.models, asked.model, asked.show))
