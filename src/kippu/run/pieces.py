"""What comes of a turn while it runs: text, outcomes, words beside them, and questions that wait for a yes.

Data alone; whoever runs a turn gives them, whoever puts an answer together takes them.
"""

import asyncio
from dataclasses import dataclass, field

from kippu.turn import Call, Egress, Outcome, Placement, Source


@dataclass(frozen=True, slots=True)
class Note:
    """A word to the person beside the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Used:
    """What a model spent."""

    tokens: int
    cents: float | None = None
    """What a provider takes for it, in US cents; None on the device."""
    read: int = 0
    """Tokens of the prompt."""
    dearer: bool = False
    """True when that is more than a provider was allowed."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The model had written all that it may: its words end in the middle."""


@dataclass(frozen=True, slots=True)
class Moved:
    """It goes on elsewhere than it was placed."""

    placement: Placement


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """Waits for the person's yes, which ``yes`` gets: to a call, or to more text that would leave."""

    call: Call | None = None
    egress: Egress = Egress()  # noqa: RUF009  # frozen, so one can be everybody's
    yes: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


@dataclass(frozen=True, slots=True, eq=False)
class Leave:
    """A turn would leave after all, which ``let`` allows: where it may run then, and what leaves of it."""

    placement: Placement
    egress: Egress
    let: asyncio.Future[tuple[Placement, Egress]] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


Piece = str | Outcome | Source | Note | Used | Cut | Moved | Ask | Leave
