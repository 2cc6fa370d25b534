"""Which of all templates a sentence can match at all, by the literal words that each needs.

hassil looks at every template for every sentence; here each word that any template needs is looked for once,
and hassil gets the few templates that are left. Sound: what is sieved out could not have matched.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hassil import Intents
from hassil.expression import Alternative, Expression, Group, ListReference, RuleReference, Sentence
from hassil.intents import Intent, IntentData

_SPACE = re.compile(r"\s+")

_NAMES = frozenset({"name", "area", "floor"})

Clauses = frozenset[frozenset[str]]
"""Of each set at least one fragment must stand in the sentence."""


@dataclass(frozen=True, slots=True)
class _Template:
    intent: str
    block: IntentData
    """The block of this one template."""
    needs: Clauses
    lists: frozenset[str]
    """Lists of names (name, area, floor) without a value of which it matches nothing."""


class Sieve:
    """All templates of one language."""

    def __init__(self, intents: Intents) -> None:
        """Parses every template, which takes a moment."""
        self._intents = intents
        self._templates = list(_templates(intents))
        self._fragments = {fragment for one in self._templates for clause in one.needs for fragment in clause}

    def within(self, text: str, lists: frozenset[str]) -> Intents:
        """The templates that the sentence may match, when only these lists of names have anything for it."""
        folded = text.casefold()
        haystack = f"{folded}\n{_SPACE.sub('', folded)}"
        present = {fragment for fragment in self._fragments if fragment in haystack}
        kept: dict[str, Intent] = {}
        for template in self._templates:
            if template.lists <= lists and all(not clause.isdisjoint(present) for clause in template.needs):
                kept.setdefault(template.intent, Intent(template.intent)).data.append(template.block)
        return replace(self._intents, intents=kept)


def _templates(intents: Intents) -> Iterator[_Template]:
    known: dict[int, frozenset[str]] = {}
    for intent in intents.intents.values():
        for block in intent.data:
            rules = {**intents.expansion_rules, **block.expansion_rules}
            for sentence in block.sentences:
                alone = replace(block, sentence_texts=[sentence.text or ""])
                # As it is parsed: hassil would do so again when first used.
                vars(alone)["sentences"] = [sentence]
                needs = sentence.get_required_clauses(rules)
                yield _Template(intent.name, alone, needs, _lists(sentence.expression, rules, known) & _NAMES)


def _lists(
    expression: Expression, rules: Mapping[str, Sentence], known: dict[int, frozenset[str]]
) -> frozenset[str]:
    """The lists of which every match of the expression has a value. ``known``: what rules have."""
    if isinstance(expression, ListReference):
        return frozenset({expression.list_name})
    if isinstance(expression, RuleReference):
        rule = rules.get(expression.rule_name)
        if rule is None:
            return frozenset()
        if id(rule) not in known:
            known[id(rule)] = _lists(rule.expression, rules, known)
        return known[id(rule)]
    if isinstance(expression, Group):
        inside = [_lists(item, rules, known) for item in expression.items]
        if isinstance(expression, Alternative) and inside:
            return frozenset.intersection(*inside)
        return frozenset().union(*inside)
    return frozenset()
