"""What an answer did, took back, or asked about: what the next sentence may refer to.

Reads what tools gave with their outcomes; keeps nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kippu.turn import Answer, Call, Outcome


def meant(answer: Answer) -> tuple[Outcome, ...]:
    """What an answer did or told, without what it said in passing."""
    said = (outcome for outcome in answer.outcomes if not _aside(outcome))
    return tuple(each for outcome in said for each in _stood_for(outcome))


def _stood_for(outcome: Outcome) -> tuple[Outcome, ...]:
    """The calls for which one stands that brought their things back; of all others the call itself."""
    rows = outcome.data.get("stands_for")
    if not rows:
        return (_of_what(outcome),)
    return tuple(replace(outcome, call=Call(row["tool"], row["arguments"]), undo=()) for row in rows)


def _of_what(outcome: Outcome) -> Outcome:
    """The same with a call that tells the thing that it was about from all like it, as its tool told."""
    known = outcome.data.get("meant")
    if not isinstance(known, Mapping):
        return outcome
    return replace(outcome, call=Call(outcome.call.tool, {**known, **outcome.call.arguments}))


def changed_by(outcome: Outcome) -> tuple[str, ...]:
    """Ids of the things of the home that are as they weren't before."""
    rows = [row for row in outcome.data.get("changed", ()) if isinstance(row, Mapping)]
    return tuple(str(row["id"]) for row in rows if row.get("id") and row.get("end") != "already")


def listed(outcomes: Sequence[Outcome]) -> tuple[Call, ...]:
    """What takes away each of what the last tool told of, in its order."""
    told = outcomes[-1].data.get("listed", ()) if outcomes else ()
    return tuple(Call(call["tool"], call["arguments"]) for call in told)


def proposed(answer: Answer | None) -> tuple[Call, ...]:
    """What an answer asked about, or could not do."""
    if answer is None:
        return ()
    return answer.meaning.proposed or tuple(call for one in _failed(answer) for call in _choices(one))


def offered(answer: Answer | None) -> tuple[str, ...]:
    """What to reply to choose each of what an answer asked about; none where that was no choice."""
    if answer is None:
        return ()
    words = answer.meaning.choices
    if not answer.meaning.proposed:
        words = tuple(str(word) for one in _failed(answer) for word in one.data.get("choices", ()))
    return words if len(words) == len(proposed(answer)) > 1 else ()


def _failed(answer: Answer) -> list[Outcome]:
    return [outcome for outcome in answer.outcomes if not outcome.ok and not _aside(outcome)]


def _choices(outcome: Outcome) -> tuple[Call, ...]:
    """What was asked for, of each thing that could be meant; or just what was asked for.

    A tool tells its ``calls`` whole, ``each`` one's arguments that are other than its own, or ``candidates``,
    the ids of things of the home.
    """
    if told := outcome.data.get("calls"):
        return tuple(Call(call["tool"], call["arguments"]) for call in told)
    if each := outcome.data.get("each"):
        return tuple(Call(outcome.call.tool, {**outcome.call.arguments, **one}) for one in each)
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
    worked = all(outcome.ok or outcome.data.get("spent") for outcome in answer.outcomes)
    return next(filter(None, map(_undoes, answer.outcomes)), "") if worked else ""


def done_by(answer: Answer, acts: Callable[[str], bool]) -> tuple[Outcome, ...]:
    """What an answer did that could be taken back: nothing, where it took something back itself."""
    if any(_undoes(outcome) for outcome in answer.outcomes):
        return ()
    did = (outcome for outcome in answer.outcomes if acts(outcome.call.tool) and _happened(outcome))
    return tuple(map(_of_what, did))


def _happened(outcome: Outcome) -> bool:
    """True for what was done, if only of a part of what was asked for; not for what was so before."""
    rows = outcome.data.get("changed", ())
    was_so = all(isinstance(row, Mapping) and row.get("end") == "already" for row in rows)
    if outcome.data.get("already") or (rows and was_so):
        return False
    return outcome.ok or bool(rows)
