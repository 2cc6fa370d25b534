"""What there is of an answer by now, at each moment of it."""

from time import perf_counter

import pytest

from kippu.answering import Answering
from kippu.run.pieces import Cut, Note, Used
from kippu.turn import Call, Meaning, Outcome, Placement
from record.samples import turn

pytestmark = pytest.mark.anyio
HERE = Placement("none", None, "No model is needed.")


def test_there_is_none_before_it_is_known_what_was_meant_and_where_it_runs() -> None:
    answering = Answering(turn("hello"))
    assert answering.answer() is None
    answering.meaning = Meaning("talk", 0.7)
    assert answering.answer() is None
    answering.placement = HERE
    assert answering.answer() is not None


def test_pieces_are_kept_by_their_kinds_and_only_text_goes_on() -> None:
    answering, begun = Answering(turn("hello")), perf_counter()
    answering.meaning, answering.placement = Meaning("talk", 0.7), HERE
    outcome = Outcome(Call("clock.time", {}), True, "It is nine.")
    pieces = (
        outcome,
        " It is",
        " nine. ",
        Note("A word beside it."),
        Used(3, read=9),
        Used(4, read=1),
        Cut(),
    )
    assert "".join(answering.take(piece, begun) for piece in pieces) == " It is nine. "
    answer = answering.answer()
    assert answer is not None
    assert answer.text == "It is nine."
    assert answer.outcomes == (outcome,)
    assert answer.notes == ("A word beside it.",)
    assert answer.tokens == 7
    assert answer.read == 10
    assert answer.cut
    assert not answer.stopped


async def test_each_step_tells_how_long_it_took() -> None:
    answering = Answering(turn("hello"))
    answering.meaning, answering.placement = Meaning("talk", 0.7), HERE

    async def wait() -> int:
        return 2

    assert answering.step("inspect", lambda: 1) == 1
    assert await answering.wait("understand", wait()) == 2
    answering.take("text", perf_counter())
    first = answering.answer()
    answering.take(" and more", perf_counter() - 1)
    second = answering.answer()
    assert first is not None
    assert second is not None
    assert first.milliseconds.keys() == {"inspect", "understand", "run", "first"}
    assert second.milliseconds["first"] == first.milliseconds["first"]
    assert second.milliseconds["run"] >= 1000


def test_a_step_that_fails_is_not_hidden() -> None:
    answering = Answering(turn("hello"))
    with pytest.raises(ZeroDivisionError):
        answering.step("place", lambda: 1 // 0)
