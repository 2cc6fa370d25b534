"""Which models of this device talk, which layers it has, and how fast they were."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.errors import ModelBroken, ModelMissing, NotFound
from kippu.events import Events
from kippu.layers import BaseFile, Shelf
from kippu.models import Model, Run, Runs, Store
from kippu.settings import Settings
from kippu.turn import Language, Offer
from kippu.understand.free import Free
from kippu.understand.routines import Likeness
from kippu.understand.sequels import Sequels


def talker(settings: Settings, store: Store) -> Model:
    """The model that talks: the chosen one; while it isn't here, the largest that is."""
    try:
        chosen = store.model(settings.model)
    except NotFound:  # the person's own, and removed since
        chosen = store.model(Settings.model_fields["model"].default)
    if store.has(chosen.id):
        return chosen
    return max(talkers(store), key=lambda model: model.parameters, default=chosen)


@dataclass(frozen=True, slots=True)
class Instead:
    """A model that the settings name and that isn't here, while another talks for it."""

    what: tuple[str, str]
    """Which one isn't here, and which is used instead, in English and in Japanese."""
    do: tuple[str, str]
    """What the person can do about it."""
    exists: bool
    """Whether there is a model of that name at all."""


def instead(settings: Settings, store: Store) -> Instead | None:
    """What talks in place of the chosen model; None where that one talks, or none does and it can be got."""
    used = talker(settings, store)
    if used.id == settings.model:
        return None
    named = settings.model
    get = f"`kippu models get {named}`"
    try:
        store.path(named)
    except NotFound:
        return _unknown(named, used.id, store.has(used.id))
    except ModelMissing:
        pass
    except ModelBroken as error:
        return Instead(
            (str(error), error.ja),
            (f"Until then {used.id} is used.", f"それまでは {used.id} を使います。"),
            exists=True,
        )
    return Instead(
        (
            f"The model {named}, which the settings name, is not on this device: {used.id} is used instead.",
            f"設定にあるモデル {named} はこの端末にないため、代わりに {used.id} を使います。",
        ),
        (f"Get it with {get}.", f"{get} で取得できます。"),
        exists=True,
    )


def _unknown(named: str, used: str, is_here: bool) -> Instead:
    get = "" if is_here else f" `kippu models get {used}` gets the other."
    get_ja = "" if is_here else f" {used} は `kippu models get {used}` で取得できます。"
    return Instead(
        (
            f"There is no model '{named}', which the settings name: {used} is used instead.",
            f"設定にあるモデル「{named}」は存在しないため、代わりに {used} を使います。",
        ),
        (
            f"`kippu models list` shows all, `kippu models use` chooses one.{get}",
            f"一覧は `kippu models list` で見られ、`kippu models use` で選べます。{get_ja}",
        ),
        exists=False,
    )


def talkers(store: Store) -> list[Model]:
    """The models of this device that talk."""
    return [
        model
        for model in store.installed()
        if model.kind == "chat" and model.instruct and model.purpose != "calls"
    ]


def base_file(store: Store, model: str) -> BaseFile | None:
    """What a layer's adapter is checked against: the file of a model, if that is known."""
    try:
        known = store.model(model)
    except NotFound:
        return None
    if len(known.files) != 1:
        return None
    return BaseFile(known.files[0].sha256, store.path(model) if store.has(model) else None)


def shelf(settings: Settings, store: Store) -> Shelf:
    """The layers of this device."""
    return Shelf(settings.data / "layers", lambda model: base_file(store, model))


def encoders(shelf: Shelf) -> dict[Language, Encoder]:
    """What reads free speech, by language; a folder that is not whole is not read."""
    return {"en": Encoder(shelf.encoder), "ja": Encoder(lambda: shelf.encoder() / "ja")}


def readers(
    shelf: Shelf, acts: Callable[[str], bool], sentences: Sequence[Path], offers: Sequence[Offer] = ()
) -> tuple[Free, Sequels, Likeness]:
    """Who reads free speech, sequels and what is like a routine, with the same encoders; ``acts``,
    ``sentences`` and ``offers`` as in Free."""
    reads, embedder = encoders(shelf), Embedder(shelf.encoder)
    heads: dict[Language, Callable[[], Path]] = {
        "en": lambda: shelf.encoder() / "sequels.npz",
        "ja": lambda: shelf.encoder() / "ja" / "sequels.npz",
    }
    return Free(reads, acts, sentences, offers), Sequels(reads, embedder, heads), Likeness(reads, embedder)


def here(settings: Settings, store: Store) -> str | None:
    """The model that talks, if there is any on this device."""
    model = talker(settings, store)
    return model.id if store.has(model.id) else None


def checked(store: Store, events: Events) -> Callable[[str], Path]:
    """Gives the file of a model once it was read through, and tells how far that is. Call this on the loop,
    and what it gives in a thread."""
    loop = asyncio.get_running_loop()

    def find(model: str) -> Path:
        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(partial(events.send, "checking", model=model, done=done, of=of))

        return store.whole(model, tell)

    return find


class Speeds:
    """Keeps how fast models really were and what they took, for the next prediction."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def heard(self, model: str, timings: Mapping[str, Any]) -> None:
        """One answer's llama.cpp timings, the cores that ``others`` used, the ``memory`` that it took."""
        with contextlib.suppress(OSError, KeyError):  # a speed that isn't told is no reason to end a talk
            self._runs.add(
                Run(
                    model,
                    tokens=int(timings["predicted_n"]),
                    seconds=timings["predicted_ms"] / 1000,
                    prompt_tokens=int(timings["prompt_n"]),
                    prompt_seconds=timings["prompt_ms"] / 1000,
                    memory=timings["memory"],
                    others=timings["others"],
                )
            )
