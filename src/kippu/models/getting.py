"""What getting a model would mean, and how far it has come: all that others hear of a fetch."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kippu.models.catalogue import Model, Source


@dataclass(frozen=True, slots=True)
class Plan:
    """What getting a model would mean: shown before anyone says yes."""

    model: Model
    source: Source
    """The one that is tried first; ``others`` follow when it can't be reached."""
    others: tuple[Source, ...]
    bytes: int
    """To be fetched, less what an earlier try left."""
    disk: int
    """Bytes of disk that it takes while it is fetched."""
    free: int
    """Bytes free on the disk of the models folder."""
    verified: bool
    """False when the hash is not known to us beforehand: what arrives first is then taken at its word."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fetch has come."""

    model: str
    stage: Literal["fetching", "done"]
    done: int
    """Bytes so far, of ``total``."""
    total: int
    source: str
    note: str = ""
    """A word to the person, such as why the first source was passed over."""


Tell = Callable[[Progress], None]
Ask = Callable[[Source], None]
"""Called in a thread, with each source before anything is asked of it."""
