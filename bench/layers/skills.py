"""Whether a request that an Agent Skill is there for gets it, with the page that it needs, and no other does.

    python bench/layers/skills.py [--whole] [--others FILE ...]

Three skills as people write them (``skills/``), ten requests each, and forty sentences that are for none.
``--whole`` reads the sentences by the templates first, as the program does, with no home: what is a command
then gets no layer. ``--others`` are JSONL files of sentences that are for no skill, as ``choosing.py`` has
them.
"""

import argparse
import asyncio
import json
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from choosing import turn

import kippu.skills
from kippu.layers import Layers, Shelf
from kippu.names import Names
from kippu.settings import Settings
from kippu.start.talkers import encoders
from kippu.understand import Understanding
from kippu.understand.free import Free

HERE = Path(__file__).parent / "skills"
FOLDERS = sorted(Path(kippu.skills.__file__ or "").parent.glob("*/sentences"))


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def talked(texts: list[str], shelf: Shelf) -> list[str]:
    """Those of the sentences that are no command."""
    reading = Understanding(FOLDERS, free=Free(encoders(shelf), lambda tool: True, FOLDERS))
    found = [asyncio.run(reading.understand(turn(text), Names())) for text in texts]
    return [
        text for text, meaning in zip(texts, found, strict=True) if not (meaning.calls or meaning.question)
    ]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--whole", action="store_true")
    options.add_argument("--others", type=Path, nargs="*", default=())
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as data:
        shelf = Shelf(Path(data) / "layers", lambda model: None)
        for skill in sorted(path for path in HERE.iterdir() if path.is_dir()):
            with shelf.opened(skill) as layer:
                shelf.keep(layer)
        with closing(Layers(shelf, Settings(data=Path(data)))) as layers:
            asked = rows(HERE / "requests.jsonl")
            right = read = pages = 0
            theirs = [row for row in asked if "skill" in row]
            for row in theirs:
                got = layers.choose(turn(row["ask"]))
                mine = got is not None and got.names[-1] == row["skill"]
                right += mine
                lesson = layers.lesson([row["skill"]], row["ask"])
                used = {Path(source.place).name for source in lesson.skill[1:]}
                pages += "page" in row
                read += "page" in row and row["page"] in used
                if not mine or ("page" in row and row["page"] not in used):
                    print(f"    {row['ask']!r}: {got and got.names}, {sorted(used)}")
            more = sum(
                bool(layers.lesson([row["skill"]], row["ask"]).skill[1:])
                for row in theirs
                if "page" not in row
            )
            print(
                f"{right} of {len(theirs)} requests got their skill; {read} of {pages} pages were read where"
            )
            print(f"they are needed, and one in {more} of {len(theirs) - pages} where none is")
            others = [row["ask"] for row in asked if "skill" not in row]
            told(layers, "the others", talked(others, shelf) if chosen.whole else others, len(others))
            for file in chosen.others:
                texts = [
                    str(r.get("text") or r.get("sentence") or r.get("prompt"))[:2000] for r in rows(file)
                ]
                told(layers, file.name, talked(texts, shelf) if chosen.whole else texts, len(texts))


def told(layers: Layers, name: str, texts: list[str], of: int) -> None:
    """Print how many of the sentences got a skill."""
    skills = {path.name for path in HERE.iterdir()}
    taken = [
        (text, got.names) for text in texts if (got := layers.choose(turn(text))) and skills & {*got.names}
    ]
    print(f"{name}: {len(taken)} of {of} taken by a skill")
    for text, names in taken[:10]:
        print(f"    {names[-1]}: {text[:100]!r}")


if __name__ == "__main__":
    main()
