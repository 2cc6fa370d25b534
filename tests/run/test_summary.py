"""What a small model says of a text stands in the text."""

import json
from dataclasses import replace

import pytest

from kippu.run.summary import grammar, has_nothing, is_short, sentences, wanted
from kippu.turn import Message
from understand.home import turn

LETTER = """Dear residents,

From Monday 3 June the lift will be out of service for two weeks. The company works from
eight to five on weekdays only. Mr. Ito keeps all parcels on the ground floor for you.

The cost is covered by the reserve, so the charge stays as it is. Please tell us by Friday
if you expect a removal van.

Kind regards,
Marta
"""


def test_sentences_are_whole_and_greetings_are_none() -> None:
    assert sentences(LETTER) == [
        "From Monday 3 June the lift will be out of service for two weeks.",
        "The company works from eight to five on weekdays only.",
        "Mr. Ito keeps all parcels on the ground floor for you.",
        "The cost is covered by the reserve, so the charge stays as it is.",
        "Please tell us by Friday if you expect a removal van.",
    ]
    assert sentences("工事は六月三日の月曜日から始まります。荷物は一階の管理人が預かります。以上。") == [
        "工事は六月三日の月曜日から始まります。",
        "荷物は一階の管理人が預かります。",
    ]


def test_the_first_sentence_and_one_of_each_half() -> None:
    made = grammar(LETTER)
    assert made is not None
    head, start, *parts = made.splitlines()
    assert (head, start) == ("%llguidance {}", 'start: part0 " " part1 " " part2')
    said = [json.loads(one) for part in parts for one in part.split(": ", 1)[1].split(" | ")]
    assert said == sentences(LETTER)
    assert [len(part.split(" | ")) for part in parts] == [1, 2, 2]
    assert grammar("One short sentence is all that there is.") is None


def test_one_of_few_sentences() -> None:
    said = ["The meeting moved to Thursday at three o'clock.", "Please bring the budget figures with you."]
    made = grammar(" ".join(said))
    assert made is not None and made.splitlines()[1] == "start: " + " | ".join(map(json.dumps, said))


def test_what_leans_on_the_sentence_before_is_not_chosen_where_another_can_be() -> None:
    said = "The printer needs 24 pages by noon. It is too long by seven of them. They have to go by then."
    made = grammar(said)
    assert made is not None and "24 pages" in made and "It is" not in made and "They" not in made
    alone = grammar("It is too long by seven of them. They have to go by then.")
    assert alone is not None and "It is" in alone and "They" in alone


@pytest.mark.parametrize(
    "text", ["summarise", "Please summarize this.", "要約して", "この文章を要約してください"]
)
def test_a_summary_of_nothing_is_none(text: str) -> None:
    assert has_nothing(turn(text))
    assert not has_nothing(turn(text, outside=LETTER))
    assert not has_nothing(replace(turn(text), history=(Message("user", "I went to the sea."),)))
    assert not has_nothing(turn(f"{text}: I went to the sea and saw a ship."))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("text", True), ("The cat sat on the mat and then it left us all.", True), ("雨が降った。", True),
        (LETTER, False), ("- milk\n- bread and butter\n" * 30, False), ("長い文章" * 80, False),
    ],
)  # fmt: skip
def test_what_is_short_already(text: str, short: bool) -> None:
    assert is_short(text) is short
    assert wanted(turn("summarise", outside=text))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("summarise", True), ("Summarize this letter, please", True), ("give me the main points", True),
        ("要約して", True), ("translate into French", False), ("who wrote this?", False),
    ],
)  # fmt: skip
def test_only_a_summary_is_one(text: str, is_one: bool) -> None:
    assert wanted(turn(text, outside=LETTER)) is is_one
    assert not wanted(turn(text))
