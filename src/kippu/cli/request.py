"""What a person at a terminal wants answered, whichever way it goes to the assistant."""

from dataclasses import dataclass

from kippu.turn import Language


@dataclass(frozen=True, slots=True)
class Request:
    """What the person wants answered."""

    text: str
    conversation: str | None = None
    """None begins a new one."""
    language: Language | None = None
    """None follows the sentence."""
    here: str | None = None
    """Name of the room in which it is said."""
    outside: str = ""
    """What was piped in: read, never obeyed."""
    layer: str | None = None
    """Name of the layer to answer by, or ``none``; None follows the request."""
    once: bool = False
    """True for one sentence said by itself, which begins no conversation that goes on."""
    dry_run: bool = False
    """Understand and place only; nothing is done and nothing kept."""
