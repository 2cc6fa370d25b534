"""The folder that a training leaves: a layer that is read, once its adapter lies in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kippu.errors import LayerBroken
from kippu.layers.exam import read_exam
from kippu.layers.reading import read_manifest
from kippu.layers.training import Example, Parts, Recipe, Step
from kippu.layers.training.folder import About, Made, check, tell_score, write

ABOUT = About("tea-orders", "Tea “orders”", "scenario", ("en",), "CC0-1.0", "A test", "Say what tea.")
MADE = Made(
    model="smollm2-135m-instruct",
    sha256="ab" * 32,
    data="tea.csv",
    command="kippu layer train --data tea.csv",
    recipe=Recipe(),
    parts=Parts(
        tuple(Example(f"tea {number}", "green") for number in range(40)),
        (Example("aside", "black"),),
        (Example('a pot of "white" tea, 白茶', "white | pot"),),
    ),
    curve=(
        Step(1, 2.5, 1.25, 90.0, 60.0),
        Step(2, 1.0, 0.75, 100.0, 45.0),
        Step(3, 0.5, 0.8, 100.0, 45.0),
    ),
)


def test_writes_a_manifest_that_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, ABOUT, MADE)
    tell_score(tmp_path, ABOUT, MADE, 93)
    said = read_manifest(tmp_path)
    assert (said.name, said.title, said.level) == ("tea-orders", "Tea “orders”", "scenario")
    assert said.base and (said.base.model, said.base.sha256) == ("smollm2-135m-instruct", "ab" * 32)
    assert said.evaluation and (said.evaluation.score, said.evaluation.kept_aside) == (93, True)
    assert said.adapter and said.prompt
    assert (tmp_path / said.prompt).read_text() == "Say what tea.\n"
    assert "aside" not in said.when.sentences and "tea 0" in said.when.sentences


def test_refuses_a_name_that_no_layer_can_have() -> None:
    check(ABOUT, MADE.parts)
    with pytest.raises(LayerBroken, match="name"):
        check(replace(ABOUT, name="Tea Orders"), MADE.parts)


def test_its_exam_is_the_part_that_nothing_was_chosen_by(tmp_path: Path) -> None:
    write(tmp_path, ABOUT, MADE)
    (question,) = read_exam(tmp_path / "eval.jsonl")
    assert question.ask == 'a pot of "white" tea, 白茶'
    assert question.right("White | pot", known=True) and not question.right("white | cup", known=True)


def test_keeps_the_loss_curve_and_a_model_card(tmp_path: Path) -> None:
    write(tmp_path, ABOUT, MADE)
    tell_score(tmp_path, ABOUT, MADE, 93)
    assert (tmp_path / "loss.csv").read_text().splitlines()[:2] == [
        "epoch,loss,aside,tokens_a_second,seconds",
        "1,2.5,1.25,90.0,60.0",
    ]
    card = (tmp_path / "README.md").read_text()
    for told in (
        "CC0-1.0",
        "tea.csv: 40 examples",
        MADE.command,
        "seed 1",
        "2.5 minutes",
        "pass 2",
        "93% of 1 answers",
    ):
        assert told in card.replace("pass \n", "pass "), told


def test_a_layer_without_a_prompt_has_no_file_for_it(tmp_path: Path) -> None:
    about = About("tea-orders", "Tea", "scenario", ("en",), "CC0-1.0", "A test", "")
    write(tmp_path, about, MADE)
    assert read_manifest(tmp_path).prompt is None and not (tmp_path / "prompt.txt").exists()
