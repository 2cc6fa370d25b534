"""Puts a layer through its exam: each question is answered just as the person's would be.

Needs no running Kippu; a model is loaded only where the layer has it write.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing, closing
from datetime import datetime

from kippu.engines import Loader
from kippu.errors import BadInput
from kippu.layers import Knowing, Layer, Mark, Question, Report, lesson, quotes_from, says_unknown
from kippu.models import Store
from kippu.run.talk import Talk
from kippu.run.taught import answer
from kippu.settings import Settings
from kippu.start.reading_exam import examine_reading
from kippu.start.talkers import shelf, talker
from kippu.turn import Placement, Turn
from kippu.understand import language_of


def read(layers: Sequence[Layer], settings: Settings, told: Callable[[int, int], None]) -> None:
    """Read what these layers' passages mean, where that is not kept yet, so that no question waits for it."""
    with closing(_knowing(settings)) as knowing:
        for layer in layers:
            knowing.read(layer, told)


async def examine(layers: Sequence[Layer], settings: Settings, told: Callable[[int, int], None]) -> Report:
    """The report on the topmost of these layers; ``told`` hears how many of how many are answered.

    Raises BadInput when it has no exam, and ModelMissing when the model that it needs is not on this device.
    """
    top = layers[-1]
    if not top.questions:
        raise BadInput(
            f"{top.name} has no evaluation set, so nothing says how good it is.",
            f"{top.name} には評価の問題がないため、良し悪しが分かりません。",
        )
    store = Store(settings.data / "models")
    if top.only_reads:
        return await examine_reading(top, shelf(settings, store).encoder(), settings, told)
    adapters = {layer.name: layer.adapter for layer in layers if layer.adapter}
    loader = Loader(store.whole, idle_minutes=settings.idle_minutes, adapters=lambda _: adapters)
    talk = Talk(loader.use, store.model, lambda model, timings: None, lambda turn, placement: None)
    model = next(
        (layer.manifest.base.model for layer in layers if layer.adapter and layer.manifest.base), None
    )
    placement = Placement("none", None, "")
    if not quotes_from(layers):
        chosen = store.model(model) if model else talker(settings, store)
        store.path(chosen.id)
        placement = Placement(chosen.rung, chosen.id, "")
    marks: list[Mark] = []
    try:
        with closing(_knowing(settings)) as knowing:
            for question in top.questions:
                marks.append(await _mark(question, layers, knowing, talk, placement))
                told(len(marks), len(top.questions))
    finally:
        await loader.close()
    return Report(tuple(marks))


def _knowing(settings: Settings) -> Knowing:
    here = shelf(settings, Store(settings.data / "models"))
    return Knowing(settings.data / "cache" / "layers", here.encoder)


async def _mark(
    question: Question, layers: Sequence[Layer], knowing: Knowing, talk: Talk, placement: Placement
) -> Mark:
    now = datetime.now().astimezone()
    turn = Turn(question.ask, language_of(question.ask), now, "exam", "exam")
    brought = await asyncio.to_thread(lesson, layers, knowing, turn.text)
    said: list[str] = []
    async with aclosing(answer(brought, talk, turn, placement)) as pieces:
        async for piece in pieces:
            if isinstance(piece, str):
                said.append(piece)
    text = "".join(said)
    return Mark(question, text, question.right(text, not says_unknown(text)))
