"""The layers that come with Kippu are whole, quote the documents as they are, and score what they claim."""

import runpy
from pathlib import Path

import pytest

from kippu.layers import Layer, Shelf
from kippu.settings import Settings
from kippu.start.examining import examine

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parent.parent.parent
SHELF = Shelf(Path("nowhere"), lambda model: None)
LAYERS = SHELF.all()


def test_all_are_whole() -> None:
    assert not SHELF.broken()
    assert {layer.name for layer in LAYERS} >= {
        "consumer-electronics-support",
        "dictionary",
        "expense-notes",
        "finance-office",
        "phone-and-home",
    }
    for layer in LAYERS:
        assert layer.manifest.files and layer.shipped, "a sealed one: make docs"
        assert sum(path.stat().st_size for path in layer.folder.rglob("*") if path.is_file()) < 43_000_000


def test_the_manual_is_that_of_the_documentation() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "layer_manuals.py"))
    for page in made["PAGES"]:
        assert (made["MANUAL"] / page).read_bytes() == (ROOT / "docs" / page).read_bytes(), "run: make docs"


def test_the_sentences_of_the_phone_and_the_home_stand_in_nothing_that_was_learnt_from() -> None:
    questions = SHELF.layer("phone-and-home").questions
    assert sum(question.ask.isascii() for question in questions) >= 60
    assert sum(not question.ask.isascii() for question in questions) >= 60
    learnt = "\n".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "scripts" / "encoder").glob("*.*.txt")
    )
    assert len(learnt) > 100_000
    assert not [question.ask for question in questions if question.ask.casefold() in learnt.casefold()]


@pytest.mark.parametrize(
    "layer", [layer for layer in LAYERS if layer.questions], ids=lambda layer: layer.name
)
async def test_scores_what_it_claims(layer: Layer, data: Path) -> None:
    assert layer.manifest.evaluation is not None
    told: list[tuple[int, int]] = []
    report = await examine(SHELF.stack(layer.name), Settings(), lambda done, of: told.append((done, of)))
    # As near as ``kippu layer add`` wants it: the documentation that is quoted changes a little all the time.
    assert abs(report.score - layer.manifest.evaluation.score) <= 5, [
        mark.question.ask for mark in report.marks if not mark.right
    ]
    assert told[-1] == (len(layer.questions), len(layer.questions))
    assert any(not question.has for question in layer.questions)
