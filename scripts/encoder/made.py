"""Sentences made from Kippu's own templates and Home Assistant's, for tools that no public set has, and in
Japanese, which none has.

A template is walked at random; its open parts come from ``pools.*.yaml``. Knows no model.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from hassil import Intents
from hassil.expression import Alternative, Group, ListReference, Permutation, RuleReference, TextChunk
from hassil.intents import IntentData, RangeSlotList, TextSlotList
from home_assistant_intents import get_intents
from ja_spoken import as_read, spoken
from rows import Row

from kippu import skills
from kippu.names import Names, Room, Thing
from kippu.turn import Language
from kippu.understand.templates import Templates
from kippu.understand.templates.intents import INTENTS
from kippu.understand.text import sentence

SLOTS = {
    "item": "item", "list": "list", "list_name": "list", "known": "list", "text": "text", "words": "text",
    "subject": "text", "told": "text", "when": "when", "duration": "when", "day": "when", "title": "title",
    "alarm_name": "title", "timer_name": "title", "person": "person", "place": "place", "area": "room",
    "name": "device", "color": "color", "query": "media", "number": "number", "mail": "number",
    "device": "device", "room": "room",
}  # fmt: skip
"""Which slot a template's list is."""
_KINDS = {
    "light": ("Ceiling Light", "Lamp", "Desk Lamp", "Lights", "Reading Light"),
    "switch": ("Coffee Machine", "Smart Plug", "Heater", "Christmas Tree", "Socket"),
    "fan": ("Ceiling Fan", "Fan"), "cover": ("Blinds", "Curtains", "Garage Door", "Shutters"),
    "climate": ("Thermostat", "Air Conditioner"), "lock": ("Front Door", "Back Door"),
    "media_player": ("TV", "Speaker", "Radio"), "vacuum": ("Robot Vacuum", "Roomba"),
    "sensor": ("Temperature Sensor",), "binary_sensor": ("Motion Sensor", "Window"), "valve": ("Sprinkler",),
    "weather": ("Weather",),
}  # fmt: skip
_BEFORE = (
    "",
    "",
    "",
    "",
    "",
    "please ",
    "can you ",
    "could you ",
    "hey kippu ",
    "i want you to ",
    "would you please ",
    "ok now ",
)
_AFTER = ("", "", "", "", "", " please", " for me", " now", " thanks")
_SLOTS_JA = {
    "media": "media", "note": "text", "to": "person", "what": "text",
    "span": "when", "number": "amount", "amount": "amount", "expression": "amount",
}  # fmt: skip
"""More of them in Japanese, where a bare number is an amount."""
_SAME = {"area": "room", "query": "media", "to": "person", "list_name": "list", "name": "timer_name"}
"""Lists that stand for the same as another pool, where they have none of their own."""
_HEARD = {
    "title": "title", "person": "person", "place": "place", "query": "media", "list_name": "list",
}  # fmt: skip
"""Gaps that what people named in a public set's slot fits as well. A text fits few sentences but its own."""
_SPACES = re.compile(r"\s+")


class Maker:
    """Walks templates at random, always the same for one seed."""

    def __init__(
        self, seed: int, language: Language = "en", heard: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._heard = heard or {}
        self._random = random.Random(seed)
        self._language = language
        self._again = 2 if language == "en" else 8
        self._slots = SLOTS if language == "en" else SLOTS | _SLOTS_JA
        self._pools: dict[str, list[str]] = yaml.safe_load(self._file("pools", "yaml"))
        for other, same in _SAME.items():
            self._pools.setdefault(other, self._pools.get(same, []))

    def _file(self, name: str, ending: str) -> str:
        return (Path(__file__).parent / f"{name}.{self._language}.{ending}").read_text(encoding="utf-8")

    @staticmethod
    def _source(kind: str, line: int) -> str:
        """A tenth of the lines tells how good the reader is."""
        return f"{kind}_aside" if line % 10 == 0 else kind

    def own(self, per_sentence: int) -> Iterator[Row]:
        """Rows from the templates of Kippu's skills, so many a template."""
        package = Path(skills.__file__ or "").parents[1]
        files = [*package.glob(f"skills/*/sentences/{self._language}.yaml")]
        if self._language == "ja":
            files += package.glob("understand/templates/sentences/*.ja.yaml")
        for file in sorted(files):
            intents = _parsed(file, self._language)
            for tool, intent in intents.intents.items():
                for block in intent.data:
                    for template in block.sentences:
                        for _ in range(per_sentence):
                            yield self._row(tool, template.expression, block, intents)

    def said(self, per_sentence: int) -> Iterator[Row]:
        """The sentences of ``said.*.txt``, so many of each."""
        for place, line in enumerate(self._file("said", "txt").splitlines()):
            tool, _, sentence = line.partition(": ")
            for _ in range(per_sentence if not line.startswith("#") else 0):
                text, spans = "", []
                for part in re.split(r"(\{\w+\})", sentence):
                    said = self._filling(part[1:-1]) if part.startswith("{") else part
                    if slot := self._slots.get(part[1:-1]) if part.startswith("{") else None:
                        spans.append((len(text), len(text) + len(said), slot))
                    text += said
                yield self._polite(Row(text, (tool,), tuple(spans), source=self._source("said", place)))

    def _filling(self, gap: str) -> str:
        """Of a pool, or what somebody named in such a place in a public set: pools are small."""
        heard = self._heard.get(_HEARD.get(gap, ""), ())
        return self._random.choice(heard if heard and self._random.random() < 0.5 else self._pools[gap])

    def talk(self, per_sentence: int) -> Iterator[Row]:
        """Talk that uses the words of tools, so many of each sentence with a gap."""
        for place, line in enumerate(self._file("talk", "txt").splitlines()):
            for _ in range(per_sentence if "{" in line else self._again) if not line.startswith("#") else ():
                said = re.sub(r"\{(\w+)\}", lambda gap: self._random.choice(self._pools[gap[1]]), line)
                row = Row(said, ("talk:made",), source=self._source("talk", place))
                before = self._random.choice(("", "", "hey kippu ", "so "))
                yield self._polite(row) if self._language == "ja" else replace(row, text=before + said)

    def home(self, count: int) -> Iterator[Row]:
        """Rows from Home Assistant's templates over made-up homes, each with the tool that Kippu reads."""
        intents = Intents.from_dict(get_intents("en") or {})
        reader = Templates("en", ())
        now = datetime.now().astimezone()
        blocks = [(block, template) for name, intent in intents.intents.items() if name in INTENTS
                  for block in intent.data for template in block.sentences]  # fmt: skip
        for number in range(count):
            if number % 200 == 0:
                names = self._home()
                self._pools["name"] = [thing.name for thing in names.things]
            block, template = self._random.choice(blocks)
            row = self._row("home.", template.expression, block, intents, polite=False)
            match = reader.read(sentence(row.text, "en"), names, now)
            if match:
                yield self._polite(Row(row.text, (match.call.tool,), row.spans, source="made_home"))

    def _home(self) -> Names:
        rooms = self._random.sample(self._pools["area"], 8)
        things = [
            Thing(f"{domain}.{number}", self._random.choice((name, f"{room} {name}")), domain, None, room)
            for number, room in enumerate(rooms)
            for domain, called in _KINDS.items()
            for name in [self._random.choice(called)]
        ]
        return Names(tuple(things), tuple(Room(room) for room in rooms), (), ("shopping", "to do"))

    def _row(
        self, tool: str, expression: Any, block: IntentData, intents: Intents, polite: bool = True
    ) -> Row:
        kept = dict(self._pools)
        if tool.startswith("calendar."):  # what it calls a text is an event's title
            self._pools["text"] = kept["title"]
        if tool.startswith("home.") and "device" in kept:
            self._pools["name"] = kept["device"]
        parts = list(self._walk(expression, block, intents))
        self._pools = kept
        text, spans = "", []
        for part, slot in parts:
            said = _SPACES.sub("" if self._language == "ja" else " ", part)
            if text.endswith(" ") or not text:
                said = said.lstrip()
            if slot and said.strip():
                spans.append((len(text), len(text) + len(said.rstrip()), slot))
            text += said
        if not tool.startswith("home."):  # what a timer or an alarm is called is no thing of the home
            spans = [(start, end, "title" if slot == "device" else slot) for start, end, slot in spans]
        if tool.startswith("calendar."):
            spans = [(start, end, "title" if slot == "text" else slot) for start, end, slot in spans]
        row = Row(text.rstrip(), (tool,), tuple(spans), whole=True, source="made")
        return self._polite(row) if polite else row

    def _polite(self, row: Row) -> Row:
        if self._language == "ja":
            return as_read(spoken(row, self._random))
        before, after = self._random.choice(_BEFORE), self._random.choice(_AFTER)
        spans = tuple((start + len(before), end + len(before), slot) for start, end, slot in row.spans)
        return Row(before + row.text + after, row.tools, spans, source=row.source)

    def _walk(self, part: Any, block: IntentData, intents: Intents) -> Iterator[tuple[str, str | None]]:
        if isinstance(part, TextChunk):
            yield part.original_text, None
        elif isinstance(part, ListReference):
            yield (
                self._open(part, block, intents),
                self._slots.get(part.list_name, self._slots.get(part.slot_name)),
            )
        elif isinstance(part, RuleReference):
            rules = {**intents.expansion_rules, **block.expansion_rules}
            yield from self._walk(rules[part.rule_name].expression, block, intents)
        elif isinstance(part, Alternative):
            yield from self._walk(self._random.choice(part.items), block, intents)
        elif isinstance(part, Group):
            items = (
                self._random.sample(part.items, len(part.items))
                if isinstance(part, Permutation)
                else part.items
            )
            for item in items:
                yield from self._walk(item, block, intents)

    def _open(self, part: ListReference, block: IntentData, intents: Intents) -> str:
        name = part.list_name
        if name in self._pools:
            return self._random.choice(self._pools[name])
        found = {**intents.slot_lists, **block.slot_lists}.get(name)
        if isinstance(found, RangeSlotList):
            return str(self._random.randint(found.start, min(found.stop, found.start + 120)))
        if isinstance(found, TextSlotList) and found.values:
            inside = self._random.choice(found.values).text_in
            return "".join(
                said for said, _ in self._walk(getattr(inside, "expression", inside), block, intents)
            )
        return str(self._random.randint(1, 59))


def _parsed(file: Path, language: Language) -> Intents:
    body = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Intents.from_dict({"language": language, **body})


if __name__ == "__main__":
    for made in (*list(Maker(7).own(1))[::40], *list(Maker(7).home(60))):
        print(made.tools, made.text, [(made.text[a:b], s) for a, b, s in made.spans])
