"""What is only cited, or is to wait for something: nothing that is done at once."""

from collections.abc import Callable
from dataclasses import replace

from kippu.names import Names
from kippu.turn import Meaning, Turn
from kippu.understand.asking.asking_back import cannot, shall_i
from kippu.understand.fitting import is_homes
from kippu.understand.later.schedule import TELLS
from kippu.understand.phrases.citing import announces, cited
from kippu.understand.phrases.conditions import conditioned, tells_when_it_happens


def not_now(
    turn: Turn, meaning: Meaning | None, read: Callable[[Turn], Meaning | None], names: Names
) -> Meaning | None:
    """Talk, or the question whether to do it now; None where the sentence means what ``meaning`` says."""
    if _is_cited(turn, meaning, read):
        return Meaning("talk", 0.9)
    return _waiting(turn, meaning, read, names)


def _is_cited(turn: Turn, meaning: Meaning | None, read: Callable[[Turn], Meaning | None]) -> bool:
    """True where what would be done is asked for by words that the sentence cites, not by its own."""
    words = cited(turn.text, turn.language)
    if words is None:
        return False
    inside = read(replace(turn, text=words, asked=(), earlier=()))
    wanted = _tools(inside) if inside else set()
    if announces(turn.text, turn.language):
        return meaning is None or bool(wanted)
    return bool(wanted) and (meaning is None or bool(wanted & _tools(meaning)))


def _waiting(
    turn: Turn, meaning: Meaning | None, read: Callable[[Turn], Meaning | None], names: Names
) -> Meaning | None:
    """Asks whether to do now what a sentence wants done when something happens."""
    if meaning is None and tells_when_it_happens(turn.text, turn.language):
        return Meaning("cues", 0.9, question=cannot("wait", turn.language))
    rest = conditioned(turn.text, turn.language)
    if rest is None or (meaning and meaning.by == "template" and not is_homes(meaning)):
        return None
    if rest.casefold().startswith("remind me") and meaning is None:  # of what stands behind the condition
        return Meaning("cues", 0.9, question=cannot("wait", turn.language))
    now = read(replace(turn, text=rest, asked=()))
    if now is None or now.question:
        return None
    done = tuple(call for call in now.calls if call.tool != "about.not_done")
    if not is_homes(replace(now, calls=done)) or any(call.tool in TELLS for call in done):
        return None
    question = f"{cannot('wait', turn.language)} {shall_i(done, turn.language, names=names)}".strip()
    return Meaning("cues", 0.9, question=question, proposed=now.calls)


def _tools(meaning: Meaning) -> set[str]:
    return {call.tool for call in (*meaning.calls, *meaning.proposed)}
