"""All readers with the shipped networks, for sequels."""

import asyncio
from functools import cache
from pathlib import Path

import kippu.layers
from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.names import Names
from kippu.turn import Call, Language, Meaning
from kippu.understand import Understanding
from kippu.understand.free import Free
from kippu.understand.sequels import Sequels
from understand.home import FOLDERS, HOME, turn

FOLDER = Path(kippu.layers.__file__ or "").parent / "shipped" / "phone-and-home" / "encoder"
READS: dict[Language, Encoder] = {"en": Encoder(FOLDER), "ja": Encoder(FOLDER / "ja")}
TELLS = frozenset({
    "home.state", "home.temperature", "timers.status", "alarms.list", "reminders.list", "calendar.show",
    "lists.show", "lists.all", "notes.find", "contacts.find",
})  # fmt: skip


def acts(tool: str) -> bool:
    """Whether a tool changes something."""
    return tool not in TELLS and not tool.startswith(("about.", "help.", "clock.", "math.", "history."))


def sequels(folder: Path = FOLDER) -> Sequels:
    """The reader of sequels with the networks in a folder."""
    return Sequels(
        READS,
        Embedder(FOLDER),
        {"en": lambda: folder / "sequels.npz", "ja": lambda: folder / "ja" / "sequels.npz"},
    )


@cache
def understanding() -> Understanding:
    """All readers but the model."""
    return Understanding(FOLDERS, None, Free(READS, acts, FOLDERS), sequels())


def behind(text: str, *earlier: Call, names: Names = HOME, **more: object) -> Meaning:
    """What a sentence means behind what was done."""
    return asyncio.run(understanding().understand(turn(text, earlier=earlier, **more), names))
