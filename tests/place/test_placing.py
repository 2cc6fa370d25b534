"""Where a turn runs: tools need no model, talk gets the one that was chosen, and each says why."""

from pathlib import Path

import pytest

from kippu.models import Store
from kippu.place import Placing
from kippu.turn import Call, Findings, Language, Meaning, Placement
from understand.home import turn

MODEL = "smollm2-135m-instruct"
TALK = Meaning("talk", 0.7)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def placing(store: Store) -> Placing:
    return Placing(lambda: store.model(MODEL))


def place(placing: Placing, meaning: Meaning, language: Language = "en") -> Placement:
    return placing.place(turn("anything", language=language), meaning, Findings())


@pytest.mark.parametrize(
    ("tool", "en", "ja"),
    [
        ("home.turn_on", "home command", "家の操作"),
        ("math.calculate", "calculation", "計算"),
        ("x.y", "x", "x"),
    ],
)
def test_a_tool_needs_no_model(placing: Placing, tool: str, en: str, ja: str) -> None:
    meaning = Meaning("template", 0.99, (Call(tool),))
    assert place(placing, meaning) == Placement("none", None, f"on this device: {en}")
    assert place(placing, meaning, "ja") == Placement("none", None, f"この端末で: {ja}")


def test_asking_back_needs_no_model(placing: Placing) -> None:
    placed = place(placing, Meaning("cues", 0.6, question="Which one?", proposed=(Call("home.turn_on"),)))
    assert (placed.rung, placed.model) == ("none", None)
    assert "asking back" in placed.reason


def test_talk_runs_on_the_chosen_model_of_this_device(placing: Placing, store: Store) -> None:
    placed = place(placing, TALK)
    assert (placed.rung, placed.model) == (store.model(MODEL).rung, MODEL)
    assert placed.reason == "on this device: talk"
    assert place(placing, TALK, "ja").reason.startswith("この端末で")


def test_another_choice_counts_from_the_next_turn_on(store: Store) -> None:
    chosen = store.model(MODEL)
    other = next(model for model in store.models() if model.kind == "chat" and model.rung != chosen.rung)
    choice = [chosen]
    placing = Placing(lambda: choice[0])
    assert place(placing, TALK).model == chosen.id
    choice[0] = other
    assert place(placing, TALK) == Placement(other.rung, other.id, "on this device: talk")
