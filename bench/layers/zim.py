"""What a ZIM file is worth to the smallest model: 200 questions on computing, with and without the file.

    python bench/layers/zim.py FOLDOC_INDEX FOLDOC_DICT [--model PATH --sample 60]

The file is made from the Free On-line Dictionary of Computing (Debian's package dict-foldoc, GFDL; none of
it is kept here). 75 questions ask what an abbreviation stands for and 75 who made something, as its
articles have it; 50 can't be answered from it. An answer is right when it has the words (or the maker's
last name); where nothing can be known, when it says so. Questions are drawn with a fixed seed. ``--tuning``
draws them from the third of the articles, on which what is enough was chosen.
"""

import argparse
import asyncio
import gzip
import html
import random
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from libzim.writer import Creator, Hint, Item, StringProvider

from kippu.engines import Llama
from kippu.layers.archive import Archive
from kippu.layers.words import folded

_SEED = 1
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_MADE = re.compile(
    r"\b(?:developed|designed|invented|written|created) by ((?:[A-Z][a-z.]+ ){1,3}[A-Z][a-z]+)", re.ASCII
)
_ELSEWHERE = (
    "penicillin, the telephone booth, the Eiffel Tower, dynamite, the zipper, Monopoly, the Mona Lisa, "
    "aspirin, the safety pin, the Rubik cube, the ballpoint pen, Hamlet, the parachute, the sewing "
    "machine, jeans, the lightning rod, the saxophone, the dishwasher, nylon, the bicycle, the steam "
    "engine, insulin, velcro, the thermos flask, the traffic light, porcelain, the guillotine, "
    "morphine, the piano, ketchup, the elevator, Tetanus vaccine, the umbrella, the pressure cooker, "
    "the harmonica, gunpowder, the compass, chess, croissants, the revolver, the tram, plywood, the "
    "escalator, polio vaccine, champagne, the tin can, the stethoscope, basketball, the tea bag, the "
    "microscope"
).split(", ")
Asked = tuple[str, str]
"""A question, and what the right answer has; empty where it can't be known."""


class Page(Item):  # type: ignore[misc]  # libzim has no types
    """One article."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        paragraphs = "".join(
            f"<p>{html.escape(' '.join(part.split()))}</p>" for part in re.split(r"\n\s*\n", text)
        )
        self._title = title
        self._html = f"<html><body><h1>{html.escape(title)}</h1>{paragraphs}</body></html>"

    def get_path(self) -> str:
        return self._title

    def get_title(self) -> str:
        return self._title

    def get_mimetype(self) -> str:
        return "text/html"

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._html)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: True}


def articles(index: Path, dictionary: Path) -> Iterator[tuple[str, str]]:
    """Title and text of each article, as the DICT format keeps them."""
    text = gzip.decompress(dictionary.read_bytes())
    seen = set()
    for line in index.read_text(encoding="utf-8").splitlines():
        _, start, length = line.split("\t")
        body = text[_number(start) :][: _number(length)].decode("utf-8", "replace")
        title, _, rest = body.strip().partition("\n")
        rest = re.sub(r"\s*\(https?:[^)]*\)", "", rest).replace("{", "").replace("}", "").strip()
        if rest and title not in seen and not title.startswith("00-"):
            seen.add(title)
            yield title.strip(), rest


def _number(text: str) -> int:
    value = 0
    for letter in text:
        value = 64 * value + _DIGITS.index(letter)
    return value


def questions(pages: dict[str, str], seed: int, tuning: bool) -> list[Asked]:
    drawn = random.Random(seed)
    asked = {title: text for number, (title, text) in enumerate(pages.items()) if (number % 3 == 0) == tuning}
    short = [
        (f"What does {title} stand for?", " ".join(text.split("\n\n")[0].split()))
        for title, text in asked.items()
        if re.fullmatch("[A-Z]{3,6}", title) and _spells(title, text.split("\n\n")[0])
    ]
    made = [
        (f"Who developed {title}?", found[1].split()[-1])
        for title, text in asked.items()
        if re.fullmatch(r"[A-Z][\w-]{3,}", title) and (found := _MADE.search(" ".join(text.split())))
    ]
    no_word = ("".join(drawn.choices("BCDFGHJKLMNPQRSTVWXZ", k=5)) for _ in iter(int, 1))
    strange = [next(word for word in no_word if word not in pages) for _ in range(25)]
    return [
        *drawn.sample(short, min(75, len(short))),
        *drawn.sample(made, min(75, len(made))),
        *((f"What does {word} stand for?", "") for word in strange),
        *((f"Who developed {thing}?", "") for thing in _ELSEWHERE[tuning::2]),
    ]


def _spells(title: str, line: str) -> bool:
    """Whether the words of a line give the abbreviation."""
    initials = "".join(
        word[0] for word in re.findall("[A-Za-z]+", line) if word not in ("of", "and", "the", "for")
    )
    return initials.upper() == title


def right(answer: str, wanted: str, known: bool) -> bool:
    said = " ".join(folded(answer).split())
    return known and folded(wanted) in said if wanted else not known


def with_file(archive: Archive, asked: list[Asked]) -> list[bool]:
    marks = []
    for question, wanted in asked:
        found = archive.find(question)
        marks.append(right(found[0].text + found[0].title if found else "", wanted, bool(found)))
    return marks


async def without(model: Path, asked: list[Asked]) -> list[bool]:
    llama = await asyncio.to_thread(Llama, model, context=1024, threads=1)
    marks = []
    for question, wanted in asked:
        request = {"messages": [{"role": "user", "content": question}], "max_tokens": 60, "temperature": 0}
        text = ""
        async for chunk in llama.chat(request):
            text += "".join(one["delta"].get("content") or "" for one in chunk["choices"])
        unsure = re.search(r"(?i)don.t know|not sure|not familiar|no information|unable to", text)
        marks.append(right(text, wanted, not unsure))
    await llama.close()
    return marks


def tell(name: str, asked: list[Asked], marks: list[bool]) -> None:
    answerable = [mark for mark, (_, wanted) in zip(marks, asked, strict=True) if wanted]
    others = [mark for mark, (_, wanted) in zip(marks, asked, strict=True) if not wanted]
    print(
        f"{name}: {sum(answerable)} of {len(answerable)} right, {sum(others)} of {len(others)} said unknown"
    )


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("index", type=Path)
    options.add_argument("dictionary", type=Path)
    options.add_argument("--model", type=Path, help="the GGUF file that answers without")
    options.add_argument("--sample", type=int, default=60, help="questions that it is asked")
    options.add_argument("--tuning", action="store_true")
    chosen = options.parse_args()
    pages = dict(articles(chosen.index, chosen.dictionary))
    asked = questions(pages, _SEED, chosen.tuning)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "foldoc.zim"
        with Creator(file).config_indexing(True, "eng") as creator:
            for title, text in pages.items():
                creator.add_item(Page(title, text))
        print(f"{len(pages):,} articles, {file.stat().st_size / 1e6:.1f} MB")
        archive = Archive(file, "foldoc")
        start = time.perf_counter()
        marks = with_file(archive, asked)
        tell("with the file", asked, marks)
        print(f"{1000 * (time.perf_counter() - start) / len(asked):.0f} ms a question")
    if chosen.model:
        sample = random.Random(_SEED).sample(asked, chosen.sample)
        tell("the model alone", sample, asyncio.run(without(chosen.model, sample)))


if __name__ == "__main__":
    main()
