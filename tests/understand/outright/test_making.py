"""What is made by a machine of the home is proposed, and done at a yes."""

from dataclasses import replace

import pytest

from kippu.names import Names
from understand.home import HOME, call, thing, understand

ON = (call("home.turn_on", name="Coffee Machine"),)
KETTLE = thing("switch.kettle", "Kitchen Kettle", "Kitchen", "電気ケトル")


@pytest.mark.parametrize(
    "said",
    [
        "make me a coffee",
        "could you brew some coffee please",
        "fix us an espresso",
        "コーヒー淹れて",
        "コーヒーを一杯いれてくれる？",
        "コーヒーの準備をして",
        "コーヒーメーカーでコーヒー淹れて",
    ],
)
def test_the_machine_is_proposed(said: str) -> None:
    meaning = understand(said)
    assert (meaning.calls, meaning.proposed) == ((), ON)
    assert meaning.question and (
        "Coffee Machine" in meaning.question or "コーヒーメーカーをつける" in meaning.question
    )
    assert understand("yes" if said.isascii() else "はい", asked=meaning.proposed).calls == ON


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("make some tea", HOME),
        ("コーヒー淹れて", Names()),
        ("make a coffee table", HOME),
        ("how do you make coffee", HOME),
    ],
)
def test_nothing_is_proposed_without_a_machine_for_it(said: str, home: Names) -> None:
    assert not understand(said, home).proposed


def test_the_words_for_other_machines() -> None:
    home = replace(HOME, things=(*HOME.things, KETTLE))
    for said in ("boil some water", "make me a cup of tea", "お湯を沸かして", "紅茶を淹れて"):
        assert understand(said, home).proposed == (call("home.turn_on", name="Kitchen Kettle"),), said


@pytest.mark.parametrize("said", ["キッチンのlightつけて", "キッチンのライトつけて"])
def test_an_english_word_for_a_kind_is_known_in_japanese(said: str) -> None:
    assert understand(said).calls and understand(said).question is None
