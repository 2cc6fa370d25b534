"""Which of all templates a sentence can match at all, by the literal words that each needs.

hassil looks at every template for every sentence; here each word that any template needs is looked for once,
and hassil gets the few templates that are left. Sound: what is sieved out could not have matched.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial, reduce

from hassil import Intents
from hassil.expression import Sentence
from hassil.intents import Intent, IntentData, SlotList, TextSlotList
from hassil.util import check_excluded_context, check_required_context

from kippu.regex import regex
from kippu.understand.templates.needs import Clauses, Needs, needs

_SPACE = regex(r"\s+")

_NAMES = frozenset({"name", "area", "floor"})


@dataclass(frozen=True, slots=True)
class _Template:
    intent: str
    block: IntentData
    """The block of this one template."""
    needs: frozenset[int]
    """Which clauses must hold."""
    lists: frozenset[str]
    """Lists of names (name, area, floor) without a value of which it matches nothing."""
    asks: int
    """Which demand on what is named (its domain, its device class) must be met."""


class Sieve:
    """All templates of one language."""

    def __init__(self, intents: Intents) -> None:
        """Reads what every template needs; hassil parses one when a sentence first needs it."""
        self._intents = intents
        clauses: dict[frozenset[str], int] = {}
        demands: dict[str, int] = {}
        self._demands: list[IntentData] = []
        self._templates = []
        for intent, block, needed, lists in _templates(intents):
            demand = repr((block.requires_context, block.excludes_context)) if "name" in lists else ""
            if demand not in demands:
                self._demands.append(block)
            asks = demands.setdefault(demand, len(demands))
            numbers = frozenset(clauses.setdefault(clause, len(clauses)) for clause in needed)
            self._templates.append(_Template(intent, block, numbers, lists, asks))
        self._clauses: dict[str, set[int]] = {}
        for clause, number in clauses.items():
            for fragment in clause:
                self._clauses.setdefault(fragment, set()).add(number)
        self._asking_nothing = demands.get("")

    def within(self, text: str, lists: Mapping[str, TextSlotList]) -> Intents:
        """The templates that the sentence may match, when this is all that lists of names have for it."""
        folded = text.casefold()
        haystack = f"{folded}\n{_SPACE.sub('', folded)}"
        hold: set[int] = set()
        for fragment, clauses in self._clauses.items():
            if fragment in haystack:
                hold |= clauses
        said = {name for name, values in lists.items() if values.values}
        met = self._met(lists["name"])
        kept: dict[str, Intent] = {}
        for template in self._templates:
            if template.needs <= hold and template.lists <= said and template.asks in met:
                kept.setdefault(template.intent, Intent(template.intent)).data.append(template.block)
        return replace(self._intents, intents=kept)

    def parse(self) -> Iterator[None]:
        """Parse what no sentence has needed yet, one template at a step."""
        for template in self._templates:
            if "sentences" not in vars(template.block):  # where hassil keeps what it parsed
                _ = template.block.sentences
                yield

    def _met(self, names: TextSlotList) -> set[int]:
        """The demands that something named meets, as hassil checks them value by value."""
        contexts = [value.context for value in names.values]
        return {
            number
            for number, block in enumerate(self._demands)
            if number == self._asking_nothing
            or any(
                check_required_context(block.requires_context, context, allow_missing_keys=True)
                and check_excluded_context(block.excludes_context, context)
                for context in contexts
            )
        }


def _templates(intents: Intents) -> Iterator[tuple[str, IntentData, Clauses, frozenset[str]]]:
    """Each template's intent, a block of it alone, the clauses that it needs and its lists of names."""
    known: dict[int, Needs] = {}
    said: dict[int, Clauses] = {}
    for intent in intents.intents.values():
        for block in intent.data:
            rule = partial(_of_rule, ChainMap(block.expansion_rules, intents.expansion_rules), known)
            for text in block.sentence_texts:
                needed = needs(text, rule)
                clauses = needed.clauses
                for name in needed.lists - _NAMES:
                    clauses |= _of_values(block.slot_lists.get(name) or intents.slot_lists.get(name), said)
                yield intent.name, replace(block, sentence_texts=[text]), clauses, needed.lists & _NAMES


def _of_rule(rules: Mapping[str, Sentence], known: dict[int, Needs], name: str) -> Needs:
    """What a rule needs; nothing while it is being read, where it stands in itself."""
    rule = rules.get(name)
    if rule is None:
        return Needs()
    if id(rule) not in known:
        known[id(rule)] = Needs()
        known[id(rule)] = needs(rule.text or "", partial(_of_rule, rules, known))
    return known[id(rule)]


def _of_values(values: SlotList | None, known: dict[int, Clauses]) -> Clauses:
    """The clause that one of a list's values must stand in the sentence; none where any text may."""
    if not isinstance(values, TextSlotList):
        return frozenset()
    if id(values) not in known:
        needed = [Needs(Sentence(value.text_in).get_required_clauses({})) for value in values.values]
        known[id(values)] = reduce(Needs.__and__, needed).clauses if needed else frozenset()
    return known[id(values)]
