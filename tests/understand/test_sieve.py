"""What is sieved out could not have matched, and what could have stays."""

import pytest
from hassil import Intents
from hassil.recognize import recognize_all

from kippu.understand.sieve import Sieve

ON = ["(turn|switch) on [the] {name}", "[the] {name} on", "light it up"]
ANY = ["[please]", "(is there|{area})"]
FILE = {
    "language": "en",
    "intents": {
        "on": {"data": [{"sentences": ON}]},
        "where": {"data": [{"sentences": ["where is <thing>", "<thing> [is] where"]}]},
        "any": {"data": [{"sentences": ANY}]},
    },
    "lists": {"name": {"values": ["lamp", "fan"]}, "area": {"values": ["kitchen"]}},
    "expansion_rules": {"thing": "[the] {name}"},
}
NAMES = frozenset({"name", "area", "floor"})


@pytest.fixture(scope="module")
def intents() -> Intents:
    return Intents.from_dict(FILE)


def kept(sieve: Sieve, text: str, lists: frozenset[str] = NAMES) -> dict[str, list[str]]:
    """The templates that are left, by intent."""
    left = sieve.within(text, lists)
    return {
        name: [sentence for block in intent.data for sentence in block.sentence_texts]
        for name, intent in left.intents.items()
    }


def test_templates_whose_words_are_not_said_are_left_out(intents: Intents) -> None:
    assert kept(Sieve(intents), "switch on the lamp")["on"] == ON[:2]
    assert "where" not in kept(Sieve(intents), "switch on the lamp")
    assert kept(Sieve(intents), "light it up")["on"] == ON[2:]


def test_a_template_that_needs_a_name_is_left_out_when_none_is_said(intents: Intents) -> None:
    sieve = Sieve(intents)
    assert "where" in kept(sieve, "where is the lamp", frozenset({"name"}))
    assert "where" not in kept(sieve, "where is the lamp", frozenset({"area"}))


def test_a_template_that_can_do_without_stays(intents: Intents) -> None:
    assert kept(Sieve(intents), "hello", frozenset())["any"] == ANY


@pytest.mark.parametrize(
    "text",
    ["turn on lamp", "switch on the fan", "the fan on", "light it up", "where is the lamp", "LAMP is where",
     "kitchen", "is there", "please", "nothing of it", ""],
)  # fmt: skip
def test_nothing_is_found_otherwise_than_without_it(intents: Intents, text: str) -> None:
    def found(these: Intents) -> set[tuple[str, str]]:
        return {
            (result.intent.name, str({name: entity.value for name, entity in result.entities.items()}))
            for result in recognize_all(text, these, slot_lists=intents.slot_lists)
        }

    assert found(Sieve(intents).within(text, NAMES)) == found(intents)
