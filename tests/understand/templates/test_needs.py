"""What is read off a template's text, against what hassil's own parser makes of it."""

import random
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from hassil import Intents
from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    RuleReference,
    Sentence,
    TextChunk,
)
from hassil.intents import TextSlotList
from home_assistant_intents import get_intents

import kippu
from kippu.understand.templates.needs import Needs, needs
from kippu.understand.templates.sieve import Sieve


def no_rule(name: str) -> Needs:
    raise AssertionError(name)


def words(*clauses: set[str]) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, clauses))


@pytest.mark.parametrize(
    ("text", "clauses", "lists"),
    [
        ("Turn on [the] {name}", words({"turn"}, {"on"}), {"name"}),
        ("(turn|switch) (it|{name}) on", words({"turn", "switch"}, {"on"}), set()),
        ("({area} lights|lights in {area})", words({"lights"}), {"area"}),
        ("(on;{name})", words({"on"}), {"name"}),
        ("[please [do]] light[s]", words({"light"}), set()),
        ("({list:item}|{@list})", words(), {"list"}),
        (r"it’s \(really\) so, isn't it", words({"it's"}, {"(really)"}, {"isn't"}, {"it"}), set()),
        ("", words(), set()),
    ],
)
def test_what_a_template_needs(text: str, clauses: frozenset[frozenset[str]], lists: set[str]) -> None:
    assert needs(text, no_rule) == Needs(clauses, frozenset(lists))


def test_a_rule_needs_what_it_stands_for_and_one_that_stands_in_itself_ends() -> None:
    intents = Intents.from_dict(
        {
            "language": "en",
            "intents": {"on": {"data": [{"sentences": ["<on> now"]}]}},
            "expansion_rules": {"on": "(on|up <on>|<nowhere> high)"},
        }
    )
    none = {name: TextSlotList.from_tuples([], name=name) for name in ("name", "area", "floor")}
    assert "on" in Sieve(intents).within("up now", none).intents
    assert "on" not in Sieve(intents).within("down now", none).intents


def a_match(
    expression: Expression, rules: Mapping[str, Sentence], lists: set[str], dice: random.Random
) -> str:
    """Some sentence that hassil would take for the expression; ``lists`` gets those with a value in it."""
    if isinstance(expression, TextChunk):
        return expression.text
    if isinstance(expression, ListReference):
        lists.add(expression.list_name)
        return "…"
    if isinstance(expression, RuleReference):
        return a_match(rules[expression.rule_name].expression, rules, lists, dice)
    assert isinstance(expression, Group)
    items = [dice.choice(expression.items)] if isinstance(expression, Alternative) else expression.items
    return "".join(a_match(item, rules, lists, dice) for item in items)


def every_template(language: str) -> Iterator[tuple[Sentence, Mapping[str, Sentence]]]:
    """Home Assistant's and our own, with the rules that each knows."""
    own = sorted(Path(kippu.__file__).parent.rglob(f"sentences/*{language}.yaml"))
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in own]
    for file in (get_intents(language), *files):
        intents = Intents.from_dict({"language": language, **file})
        for intent in intents.intents.values():
            for block in intent.data:
                for sentence in block.sentences:
                    yield sentence, {**intents.expansion_rules, **block.expansion_rules}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_match_of_any_template_lacks_what_it_needs(language: str) -> None:
    dice = random.Random(7)  # noqa: S311  # chooses sentences
    some = 0
    for sentence, rules in every_template(language):

        @cache
        def rule(name: str, rules: Mapping[str, Sentence] = rules) -> Needs:
            return needs(rules[name].text or "", rule)

        needed = needs(sentence.text or "", rule)
        some += bool(needed.clauses)
        for _ in range(5):
            lists: set[str] = set()
            match = a_match(sentence.expression, rules, lists, dice).casefold()
            assert needed.lists <= lists, sentence.text
            for clause in needed.clauses:
                assert any(fragment in match for fragment in clause), (sentence.text, match, clause)
    assert some > 800
