"""Talk with layers: a quoted answer with its source, an honest "I don't know", the real model that writes."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kippu.engines import Loader
from kippu.events import Event, Events
from kippu.layers import BaseFile, Layers, Shelf
from kippu.models import Store
from kippu.run.pieces import Note, Piece
from kippu.run.talk import _SAMPLING, Talk
from kippu.run.taught import Taught
from kippu.settings import Settings
from kippu.turn import Message, Placement, Source
from layers.making import garden, lora
from understand.home import turn

pytestmark = pytest.mark.anyio
MODEL = "smollm2-135m-instruct"


@pytest.fixture
def layers(data: Path, tmp_path: Path) -> Iterator[Layers]:
    shelf = Shelf(data / "layers", lambda model: None)
    writes = garden(tmp_path / "writes", name='"writes"', knowledge='["knowledge"]\nanswers = "write"')
    told = garden(tmp_path / "told", name='"told"', knowledge='[]\nprompt = "prompt.md"')
    (told / "prompt.md").write_text("Your name is Bartholomew. You are a ship's cook.")
    for folder in (garden(tmp_path / "garden"), writes, told):
        with shelf.opened(folder) as layer:
            shelf.keep(layer)
    with closing(Layers(shelf, Settings())) as opened:
        yield opened


async def said(
    layers: Layers,
    loader: Loader,
    tmp_path: Path,
    text: str,
    name: str,
    before: tuple[Message, ...] = (),
    events: Events | None = None,
) -> tuple[str, list[Piece]]:
    store = Store(tmp_path / "models")
    talk = Talk(loader.use, store.model, lambda model, timings: None, lambda turn, placement: None)
    placement = Placement("pocket", MODEL, "", layers=(name,))
    asked = replace(turn(text), history=before)
    pieces = [piece async for piece in Taught(layers, talk, events or Events()).talk(asked, placement)]
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    return text, [piece for piece in pieces if not isinstance(piece, str)]


async def test_quotes_with_its_source(layers: Layers, loader: Loader, tmp_path: Path) -> None:
    text, others = await said(layers, loader, tmp_path, "How do I water tomatoes?", "garden")
    assert text == (
        "Water tomatoes in the morning, and never their leaves.\n\n— Plants > Tomatoes (knowledge/plants.md)"
    )
    assert others == [Source("garden", "Plants > Tomatoes", "knowledge/plants.md")]


async def test_says_that_it_does_not_know(layers: Layers, loader: Loader, tmp_path: Path) -> None:
    for name in ("garden", "writes"):
        text, others = await said(layers, loader, tmp_path, "Do you sell aquarium fish?", name)
        assert text.startswith("I don't know: the documents of “The garden shop”")
        assert others == []


async def test_the_model_writes_from_what_is_found(layers: Layers, loader: Loader, tmp_path: Path) -> None:
    text, others = await said(layers, loader, tmp_path, "When does the shop open?", "writes")
    assert text.endswith("— Opening (knowledge/opening.md)")
    assert "nine" in text
    assert Source("writes", "Opening", "knowledge/opening.md") in others


async def test_the_model_reads_the_prompt(
    layers: Layers, loader: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(_SAMPLING, "temperature", 0.0)
    text, _ = await said(layers, loader, tmp_path, "Who are you?", "told")
    assert "Bartholomew" in text


async def test_an_adapter_answers_a_sentence_the_same_whatever_was_said_before(
    model_path: Path, data: Path, tmp_path: Path
) -> None:
    known = BaseFile("ab" * 32, model_path)
    base = f'[]\nadapter = "a.gguf"\nbase = {{ model = "{MODEL}", sha256 = "{known.sha256}" }}'
    lora(garden(tmp_path / "still", name='"still"', knowledge=base) / "a.gguf")
    shelf = Shelf(data / "layers", lambda model: known, shipped=tmp_path / "shipped")
    with shelf.opened(tmp_path / "still") as layer:
        shelf.keep(layer)
    own = Loader(lambda _: model_path, idle_minutes=5, context=1024, adapters=shelf_adapters(shelf))
    before = (Message("user", "I am Maria."), Message("assistant", "Hello Maria, the cook of the ship."))
    try:
        with closing(Layers(shelf, Settings())) as opened:
            first, _ = await said(opened, own, tmp_path, "Who am I?", "still")
            again, alone = await said(opened, own, tmp_path, "Who am I?", "still")
            after, told = await said(opened, own, tmp_path, "Who am I?", "still", before)
        assert first == again == after
        assert [piece.text for piece in told if isinstance(piece, Note)] == [
            "The layer that answered reads one sentence at a time, so it doesn't know what was said before."
        ]
        assert not any(isinstance(piece, Note) for piece in alone)
    finally:
        await own.close()


async def test_the_first_question_tells_how_far_the_reading_is(
    layers: Layers, loader: Loader, tmp_path: Path
) -> None:
    events = Events()
    with events.listen() as news:
        for _ in range(2):
            await said(layers, loader, tmp_path, "When does the shop open?", "garden", events=events)
        events.send("status")
        heard = [event async for event in until_status(news)]
    assert [(event.kind, event.data["done"], event.data["of"]) for event in heard] == [
        ("reading", done, 2) for done in range(3)
    ]
    assert {event.data["conversation"] for event in heard} == {turn("").conversation}


async def until_status(news: AsyncIterator[Event]) -> AsyncIterator[Event]:
    async for event in news:
        if event.kind == "status":
            return
        yield event


def shelf_adapters(shelf: Shelf) -> Callable[[str], dict[str, Path]]:
    """All adapters on the shelf, for any model."""
    return lambda _: {layer.name: layer.adapter for layer in shelf.all() if layer.adapter}
