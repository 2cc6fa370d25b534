"""Whether free speech reaches tools that the encoder never learned: a skill is added beside Kippu's own, and
asked for in other words than its templates have.

    python bench/understand_added.py [--data ../shared/data/commands] [--rows N] [--show]

The skills are those of ``understand/added.yaml``. ``right``: the tool is called or proposed with the words
that belong into it; ``tool``: the right one, whatever its words, or asked for them; ``none``: something else
or nothing. ``peer`` is the same without Kippu's reader of such tools. ``false takes``: with all of these
skills added at once, of how many sentences of the public sets one of them is asked about or done, by the
likeness from which it is. ``held out``: see there.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from rich.console import Console
from rich.table import Table

import kippu
from kippu import skills
from kippu.engines.encoder import Encoder
from kippu.turn import Meaning, Turn
from kippu.understand import Understanding
from kippu.understand.free import Free
from understand_home import home

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE.parent / "scripts" / "encoder"))
from rows import Row, folded, is_kept_aside, read, trained_on  # noqa: E402  # the sets are read as they are taught

_ENCODER = Path(kippu.__file__).parent / "layers" / "shipped" / "phone-and-home" / "encoder"
_OWN = sorted(Path(skills.__file__ or "").parent.glob("*/sentences"))
_SAMPLES = 8
_THRESHOLDS = (0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1.0)
Tools = Mapping[str, Mapping[str, Any]]


def added(tools: Tools, folder: Path) -> Path:
    """The templates as a skill's folder has them."""
    folder.mkdir()
    lists = {name: kept for tool in tools.values() for name, kept in tool.get("lists", {}).items()}
    intents = {name: {"data": [{"sentences": tool["sentences"]}]} for name, tool in tools.items()}
    text = yaml.safe_dump({"language": "en", "lists": lists, "intents": intents})
    (folder / "en.yaml").write_text(text, encoding="utf-8")
    return folder


def judged(meaning: Meaning, tool: str, wanted: Mapping[str, Any]) -> str:
    """right, tool or none."""
    calls = (*meaning.calls, *meaning.proposed)
    if not calls:
        return "tool" if meaning.by == "layer" and meaning.question else "none"
    if any(call.tool != tool for call in calls):
        return "wrong" if meaning.calls and not meaning.calls[0].tool.startswith("about.") else "none"
    said = json.dumps([dict(call.arguments) for call in calls]).casefold()
    return "right" if all(str(value).casefold() in said for value in wanted.values()) else "tool"


def held_out(encoder: Encoder, rows: list[Row]) -> dict[str, tuple[float, float]]:
    """As if each of Kippu's own tools in turn were added, with eight sentences of the sets trained on.

    By threshold: the share of other people's sentences for it (SLURP, CLINC150's validation part; those that
    stand in no set trained on) that are as near, and of all other sentences. The encoder knows these tools:
    it is the most that can be hoped for.
    """
    samples: dict[str, list[np.ndarray]] = {}
    others: list[tuple[str, np.ndarray]] = []
    trained = trained_on(rows)
    for row in rows:
        tool = row.tools[0]
        if is_kept_aside(row.source):
            if folded(row.text) in trained:
                continue
            others.append((tool, encoder.hear(row.text).mean))
        elif not tool.startswith("talk") and len(samples.setdefault(tool, [])) < _SAMPLES:
            samples[tool].append(encoder.hear(row.text).mean)
    found = {}
    for threshold in _THRESHOLDS:
        right, false = [], []
        for tool, kept in samples.items():
            near = [
                (said == tool, float((np.array(kept) @ mean).max()) >= threshold) for said, mean in others
            ]
            own = [hit for of_it, hit in near if of_it]
            if len(own) >= _SAMPLES:
                right.append(sum(own) / len(own))
                false.append(sum(hit for of_it, hit in near if not of_it) / len(near))
        found[str(threshold)] = (round(sum(right) / len(right), 3), round(sum(false) / len(false), 4))
    return found


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parents[1] / "shared" / "data" / "commands")
    parser.add_argument("--rows", type=int, default=1500, help="sentences of the public sets")
    parser.add_argument("--show", action="store_true", help="print what is not right")
    options = parser.parse_args()
    tools: Tools = yaml.safe_load((_HERE / "understand" / "added.yaml").read_text(encoding="utf-8"))
    encoder, names, now = Encoder(_ENCODER), home(), datetime.now().astimezone()

    def acts(tool: str) -> bool:
        return bool(tools.get(tool, {"acts": True})["acts"])

    ways: dict[str, Counter[str]] = {"": Counter(), "peer ": Counter()}
    with tempfile.TemporaryDirectory() as place:
        for skill in sorted({tool.partition(".")[0] for tool in tools}):
            of_it = {name: tool for name, tool in tools.items() if name.startswith(f"{skill}.")}
            folders = [*_OWN, added(of_it, Path(place) / skill)]
            for way, counts in ways.items():
                free = Free({"en": encoder}, acts, () if way else folders)
                understanding = Understanding(folders, free=free)
                for name, tool in of_it.items():
                    for said, wanted in tool["said"].items():
                        meaning = await understanding.understand(Turn(said, "en", now, "b", "t"), names)
                        verdict = judged(meaning, name, wanted)
                        counts[verdict] += 1
                        if options.show and not way and verdict != "right":
                            calls = meaning.question or meaning.calls
                            Console().print(f"{verdict}: {said} ({name}): {calls}", soft_wrap=True)
        folder = added(tools, Path(place) / "all")
        free = Free({"en": encoder}, acts, [folder])
        every = list(read(options.data))
        rows = [row for row in every if is_kept_aside(row.source)]
        rows = rows[:: max(1, len(rows) // options.rows)]
        near = []
        for row in rows:
            heard = free.hear(Turn(row.text, "en", now, "b", "t"))
            if heard and heard.alike and heard.hears_added:
                near.append(heard.alike.likeness)
                if options.show:
                    Console().print(f"{near[-1]:.2f} {heard.alike.tool}: {row.text}", soft_wrap=True)
    table = Table("", "right", "tool alone", "none", "another done")
    for way, found in ways.items():
        total = found.total()
        shares = [found[one] / total for one in ("right", "tool", "none", "wrong")]
        table.add_row(way or "Kippu", *(f"{share:.3f}" for share in shares))
    Console().print(table)
    false = {one: round(sum(like >= one for like in near) / len(rows), 4) for one in _THRESHOLDS}
    print(json.dumps({"held out": held_out(encoder, every)}))
    print(json.dumps({"right": ways[""], "peer": ways["peer "], "false takes": false, "rows": len(rows)}))


if __name__ == "__main__":
    asyncio.run(main())
