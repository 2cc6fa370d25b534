"""What is sieved out could not have matched, and what could have stays."""

import pytest
from hassil import Intents
from hassil.intents import TextSlotList
from hassil.recognize import recognize_all

from kippu.understand.templates.sieve import Sieve

ON = ["(turn|switch) on [the] {name}", "[the] {name} on", "light it up"]
ANY = ["[please]", "(is there|{area})"]
FILE = {
    "language": "en",
    "intents": {
        "on": {"data": [{"sentences": ON}]},
        "where": {"data": [{"sentences": ["where is <thing>", "<thing> [is] where"]}]},
        "any": {"data": [{"sentences": ANY}]},
        "open": {"data": [{"sentences": ["open {name}"], "requires_context": {"domain": "cover"}}]},
        "paint": {"data": [{"sentences": ["make it {colour}"]}, {"sentences": ["note {words}"]}]},
    },
    "lists": {
        "name": {"values": [{"in": "lamp", "out": "lamp", "context": {"domain": "light"}}, "fan"]},
        "area": {"values": ["kitchen"]},
        "colour": {"values": ["(warm|cold) white", "blue"]},
        "words": {"wildcard": True},
    },
    "expansion_rules": {"thing": "[the] {name}"},
}
LAMP = ("lamp", "lamp", {"domain": "light"})
BLIND = ("blind", "blind", {"domain": "cover"})


@pytest.fixture(scope="module")
def intents() -> Intents:
    return Intents.from_dict(FILE)


def said(*names: tuple[str, str, dict[str, str]], area: str = "") -> dict[str, TextSlotList]:
    """The lists of names as they are when these are said."""
    return {
        "name": TextSlotList.from_tuples(names, name="name"),
        "area": TextSlotList.from_tuples([(area, area)] if area else [], name="area"),
        "floor": TextSlotList.from_tuples([], name="floor"),
    }


def kept(sieve: Sieve, text: str, lists: dict[str, TextSlotList] | None = None) -> dict[str, list[str]]:
    """The templates that are left, by intent."""
    left = sieve.within(text, lists or said(LAMP, area="kitchen"))
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
    assert "where" in kept(sieve, "where is the lamp", said(LAMP))
    assert "where" not in kept(sieve, "where is the lamp", said(area="kitchen"))


def test_a_template_that_can_do_without_stays(intents: Intents) -> None:
    assert kept(Sieve(intents), "hello", said())["any"] == ANY


def test_a_template_for_another_kind_of_thing_is_left_out(intents: Intents) -> None:
    sieve = Sieve(intents)
    assert "open" not in kept(sieve, "open the lamp", said(LAMP))
    assert "open" in kept(sieve, "open the blind", said(BLIND))
    assert "open" in kept(sieve, "open the lamp and the blind", said(LAMP, BLIND))


def test_of_a_list_one_value_must_be_said_unless_it_takes_any_words(intents: Intents) -> None:
    sieve = Sieve(intents)
    assert kept(sieve, "make it blue")["paint"] == ["make it {colour}"]
    assert kept(sieve, "make it cold white")["paint"] == ["make it {colour}"]
    assert "paint" not in kept(sieve, "make it round")
    assert kept(sieve, "note that")["paint"] == ["note {words}"]


@pytest.mark.parametrize(
    "text",
    ["turn on lamp", "switch on the fan", "the fan on", "light it up", "where is the lamp", "LAMP is where",
     "kitchen", "is there", "please", "nothing of it", "",
     "make it warm white", "MAKE IT BLUE", "make it round", "note it", "open lamp", "open fan"],
)  # fmt: skip
def test_nothing_is_found_otherwise_than_without_it(intents: Intents, text: str) -> None:
    def found(these: Intents) -> set[tuple[str, str]]:
        return {
            (result.intent.name, str({name: entity.value for name, entity in result.entities.items()}))
            for result in recognize_all(text, these, slot_lists=intents.slot_lists)
        }

    names = {name: intents.slot_lists[name] for name in ("name", "area")}
    assert found(Sieve(intents).within(text, names)) == found(intents)
