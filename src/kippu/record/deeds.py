"""What an answer did, took back, or asked about: what the next sentence may refer to.

Reads what tools gave with their outcomes; keeps nothing.
"""

from collections.abc import Callable, Mapping

from kippu.turn import Answer, Call, Outcome


def meant(answer: Answer) -> tuple[Outcome, ...]:
    """What an answer did or told, without what it said in passing."""
    return tuple(outcome for outcome in answer.outcomes if not _aside(outcome))


def changed_by(outcome: Outcome) -> tuple[str, ...]:
    """Ids of the things of the home that are as they weren't before."""
    rows = [row for row in outcome.data.get("changed", ()) if isinstance(row, Mapping)]
    return tuple(str(row["id"]) for row in rows if row.get("id") and row.get("end") != "already")


def proposed(answer: Answer | None) -> tuple[Call, ...]:
    """What an answer asked about, or could not do."""
    if answer is None:
        return ()
    failed = [outcome for outcome in answer.outcomes if not outcome.ok and not _aside(outcome)]
    return answer.meaning.proposed or tuple(call for outcome in failed for call in _choices(outcome))


def _choices(outcome: Outcome) -> tuple[Call, ...]:
    """What was asked for, of each thing (by its id) that could be meant; or just what was asked for."""
    if told := outcome.data.get("calls"):
        return tuple(Call(call["tool"], call["arguments"]) for call in told)
    ids = outcome.data.get("candidates", ())
    if len(ids) < 2:
        return (outcome.call,)
    given = {
        key: value for key, value in outcome.call.arguments.items() if key not in {"domain", "device_class"}
    }
    return tuple(Call(outcome.call.tool, {**given, "name": one}) for one in ids)


def _aside(outcome: Outcome) -> bool:
    """True for what was said in passing: a "thank you" between two commands leaves "it" as it was."""
    return bool(outcome.data.get("aside"))


def _undoes(outcome: Outcome) -> str:
    """Id of the turn that it says is taken back; empty for all else."""
    return str(outcome.data.get("takes_back", ""))


def takes_back(answer: Answer) -> str:
    """Id of the turn that an answer took back, unless something of it could not be."""
    worked = all(outcome.ok for outcome in answer.outcomes)
    return next(filter(None, map(_undoes, answer.outcomes)), "") if worked else ""


def done_by(answer: Answer, acts: Callable[[str], bool]) -> tuple[Outcome, ...]:
    """What an answer did that could be taken back: nothing, where it took something back itself."""
    if any(_undoes(outcome) for outcome in answer.outcomes):
        return ()
    return tuple(outcome for outcome in answer.outcomes if acts(outcome.call.tool) and _happened(outcome))


def _happened(outcome: Outcome) -> bool:
    """True for what was done, if only of a part of what was asked for."""
    return outcome.ok or bool(outcome.data.get("changed"))
