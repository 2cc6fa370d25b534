"""The public sets of commands as rows: a sentence, the tools that are right for it, and its marked parts.

Which tools an intent asks for is written in ``bench/understand/intents.yaml``; this file knows the sets'
forms.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

INTENTS = Path(__file__).parents[2] / "bench" / "understand" / "intents.yaml"
TALK = "talk"
SETS = ("slurp", "hwu64", "snips", "clinc150")
TRAINED = frozenset(
    {"hwu64_train", "snips_train", "clinc150_train", "clinc150_oos_train", "slurp_devel_taught"}
)
"""The parts of the sets that are trained on. All others are kept aside: other people wrote their
sentences, or they are another split. Of ``slurp_devel`` two thirds are ``slurp_devel_taught``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of a set, or a made one."""

    text: str
    tools: tuple[str, ...]
    """Each is right; the first is what is taught best. ``talk:x`` is talk of the sort ``x``."""
    spans: tuple[tuple[int, int, str], ...] = ()
    """First letter, letter behind the last, and slot."""
    marked: bool = True
    """False where the set does not mark its slots: then no letter tells anything."""
    whole: bool = True
    """False where only some slots are marked: a letter outside of the spans tells nothing."""
    source: str = ""
    way: str = ""
    """Where its intent says which: ``up``, ``down`` or ``off``."""


def folded(text: str) -> str:
    """Its letters and figures alone: what is equal so is the same sentence, however it is written."""
    return "".join(filter(str.isalnum, text.casefold()))


def hash_of(text: str) -> int:
    """The same in every run, unlike Python's own."""
    return sum(ord(letter) * (place + 7) for place, letter in enumerate(text))


def is_kept_aside(source: str) -> bool:
    """Whether a file of the sets is never trained on."""
    return source.partition("_")[0] in SETS and source not in TRAINED


def trained_on(rows: Iterable[Row]) -> frozenset[str]:
    """The sentences, folded, of the files that are trained on. Not each is taken, and a twelfth of some is
    kept aside: but all of them are their authors' kind, and a file holds many a sentence twice."""
    return frozenset(folded(row.text) for row in rows if row.source in TRAINED)


def parted(rows: Iterable[Row], is_aside: Callable[[Row], bool]) -> tuple[list[Row], list[Row]]:
    """Those to train on, none of which is said in one kept aside too; and those kept aside."""
    train, aside = [], []
    for row in rows:
        (aside if is_aside(row) else train).append(row)
    unseen = {folded(row.text) for row in aside}
    return [row for row in train if folded(row.text) not in unseen], aside


def table() -> dict[str, dict[str, Any]]:
    """What each intent means, and each entity."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(INTENTS.read_text(encoding="utf-8"))
    return found


def tools_of(intent: str, table: dict[str, Any]) -> tuple[str, ...]:
    """The tools that are right for an intent; talk is ``talk:intent``."""
    meant = table.get(intent, TALK)
    listed = [meant] if isinstance(meant, str) else meant
    return tuple(f"{TALK}:{intent}" if tool == TALK else tool for tool in listed)


def read(data: Path) -> Iterator[Row]:
    """All rows of the sets in a folder, told apart by how the names of their files begin."""
    mapping = table()
    slots = {entity: slot for slot, entities in mapping["slots"].items() for entity in entities}
    for file in sorted(data.glob("*.jsonl")):
        name = file.stem.split("_")[0]
        reader = {"slurp": _slurp, "hwu64": _hwu64, "snips": _snips, "clinc150": _clinc}.get(name)
        for line in file.open(encoding="utf-8") if reader else ():
            row = reader(json.loads(line), mapping, slots, file.stem)  # type: ignore[misc]
            yield replace(row, source=_part(row))


def _part(row: Row) -> str:
    is_taught = row.source == "slurp_devel" and hash_of(folded(row.text)) % 3 > 0
    return f"{row.source}_taught" if is_taught else row.source


_MARKED = re.compile(r"\[(\w+) : ([^\]]+)\]")
_PARTLY = ("lists_", "calendar_")
"""Scenarios whose items and titles are often left unmarked."""


def _slurp(row: dict[str, Any], mapping: dict[str, Any], slots: dict[str, str], source: str) -> Row:
    intent = f"{row['scenario']}_{row['action']}" if "scenario" in row else row["intent"]
    text, spans, at = "", [], 0
    annotated = row["sentence_annotation"]
    for match in _MARKED.finditer(annotated):
        text += annotated[at : match.start()]
        if slot := slots.get(match[1]):
            spans.append((len(text), len(text) + len(match[2]), slot))
        text += match[2]
        at = match.end()
    text += annotated[at:]
    whole, way = not intent.startswith(_PARTLY), mapping["ways"].get(intent, "")
    return Row(text, tools_of(intent, mapping["slurp"]), tuple(spans), whole=whole, source=source, way=way)


def _hwu64(row: dict[str, Any], mapping: dict[str, Any], slots: dict[str, str], source: str) -> Row:
    spans = tuple(
        (one["start"], one["end"], slot) for one in row["entities"] if (slot := slots.get(one["entity"]))
    )
    intent = row["intent"]
    whole, way = not intent.startswith(_PARTLY), mapping["ways"].get(intent, "")
    tools = tools_of(intent, mapping["slurp"])
    return Row(row["text"], tools, spans, whole=whole, source=source, way=way)


def _snips(row: dict[str, Any], mapping: dict[str, Any], slots: dict[str, str], source: str) -> Row:
    text, spans = "", []
    for part in row["data"]:
        if slot := slots.get(part.get("entity", "")):
            spans.append((len(text), len(text) + len(part["text"]), slot))
        text += part["text"]
    return Row(text, tools_of(row["intent"], mapping["snips"]), tuple(spans), source=source)


def _clinc(row: dict[str, Any], mapping: dict[str, Any], slots: dict[str, str], source: str) -> Row:
    return Row(row["text"], tools_of(row["intent"], mapping["clinc"]), marked=False, source=source)
