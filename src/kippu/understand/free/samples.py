"""Sentences that ask for a tool, made from its own templates: each with gaps, and once more with the gaps
filled, as it may be said. Knows no encoder.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from hassil import Intents
from hassil.expression import Alternative, Expression, Group, ListReference, RuleReference, TextChunk
from hassil.expression import Sentence as Template
from hassil.intents import RangeSlotList, SlotList, TextSlotList

from kippu.regex import regex
from kippu.turn import Offer

_SPACES = regex(r"\s+")
_NO_WORD = regex(r"[^A-Za-z0-9' ]+")
_GAP = regex(r"\{(\w+)\}")
_OFTEN = 24
"""Walks through the templates of a tool, shared among them; each takes other ways."""
_AS_SAID = {
    "when": "tomorrow at five", "duration": "ten minutes", "day": "friday", "span": "this week",
}  # fmt: skip
QUANTITY = regex(r"amount|price|cost|sum|total|value|quantity|count|number")
"""Names of gaps for a number and its unit."""
_QUANTITY = "5 euros"
_ANYTHING = ("the door", "a book", "coffee", "the garden", "running")
_LETS_IN = regex(
    r"\b(?:unlock(?:s|ing)?|unbolts?|unlatch(?:es)?|disarms?|buzz\w* .*\bin|lets? .*\bin"
    r"|open(?:s|ing)? .*(?:door|gate|garage|safe))\b"
)


@dataclass(frozen=True)
class Sample:
    """One sentence."""

    tool: str
    text: str
    """With ``{gaps}``."""
    said: str
    """With something in each gap."""
    lists: Mapping[str, SlotList]
    """What may stand in the gaps, by their names."""

    @property
    def gaps(self) -> list[str]:
        """The names of its gaps, in its order."""
        return _GAP.findall(self.text)


def samples(folder: Path, known: Collection[str] = ()) -> Iterator[Sample]:
    """Some sentences for each tool of a folder of English templates but the ``known``, always the same.

    None for a tool that lets somebody in: that needs a sentence that nobody mistakes.
    """
    for file in sorted(folder.glob("*en.yaml")):
        intents = Intents.from_dict(yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader))
        for tool, intent in intents.intents.items():
            if tool in known:
                continue
            found: dict[str, Sample] = {}
            templates = [(block, sentence) for block in intent.data for sentence in block.sentences]
            chance = random.Random(tool)  # noqa: S311  # it guards nothing
            for block, template in templates:
                rules = {**intents.expansion_rules, **block.expansion_rules}
                lists = {**intents.slot_lists, **block.slot_lists}
                for _ in range(max(2, _OFTEN // len(templates))):
                    text = _SPACES.sub(" ", _walked(template.expression, rules, chance)).strip()
                    said = _GAP.sub(lambda gap: _in_gap(gap[1], lists, chance), text)  # noqa: B023  # used at once
                    found[text] = Sample(tool, text, said, lists)
            if not any(lets_in(sample.said) for sample in found.values()):
                yield from found.values()


def lets_in(said: str) -> bool:
    """Whether a sentence for a tool has somebody let in."""
    return _LETS_IN.search(said) is not None


def told_of(offer: Offer) -> list[str]:
    """What a tool without templates tells of itself, as if that were said: its description's first sentence,
    and its name."""
    first = offer.description.split(". ")[0]
    name = offer.tool.rpartition(".")[2]
    told = (_NO_WORD.sub(" ", text.replace("_", " ")) for text in (first, name))
    return [text for text in (" ".join(one.split()).lower() for one in told) if text] or [name]


def _walked(expression: Expression, rules: Mapping[str, Template], chance: random.Random) -> str:
    """One way through a template."""
    if isinstance(expression, TextChunk):
        return expression.original_text
    if isinstance(expression, ListReference):
        return f"{{{expression.list_name}}}"
    if isinstance(expression, RuleReference):
        return _walked(rules[expression.rule_name].expression, rules, chance)
    if isinstance(expression, Alternative):
        return _walked(chance.choice(expression.items), rules, chance)
    if isinstance(expression, Group):
        return "".join(_walked(item, rules, chance) for item in expression.items)
    return ""


def _in_gap(name: str, lists: Mapping[str, SlotList], chance: random.Random) -> str:
    kept = lists.get(name)
    if isinstance(kept, RangeSlotList):
        return str(chance.randint(kept.start, min(kept.stop, kept.start + 20)))
    if isinstance(kept, TextSlotList) and (plain := plain_values(kept)):
        return chance.choice(plain)
    if QUANTITY.search(name):
        return _QUANTITY
    return _AS_SAID.get(name) or chance.choice(_ANYTHING)


def plain_values(kept: TextSlotList) -> Sequence[str]:
    """The values of a list that are words as they stand."""
    return [value.text_in.original_text for value in kept.values if isinstance(value.text_in, TextChunk)]
