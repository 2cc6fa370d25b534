"""What is kept by Kippu itself comes back as it was by "undo": a whole running one, its real record."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import anyio
import pytest

from kippu.settings import load
from kippu.start import Kippu, running
from kippu.turn import Answer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """One loop for all tests here: they share one running Kippu."""
    return "asyncio"


@pytest.fixture(scope="module")
async def kippu(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Kippu]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIPPU_DATA", str(tmp_path_factory.mktemp("undoing")))
        async with running(load()) as kippu:
            yield kippu


async def say(kippu: Kippu, text: str, conversation: str) -> Answer:
    turn = kippu.assistant.turn(text, conversation=conversation)
    answers = [piece async for piece in kippu.assistant.answer(turn) if isinstance(piece, Answer)]
    return answers[-1]


def notes(kippu: Kippu) -> Any:
    return kippu.notes.all()


def events(kippu: Kippu) -> Any:
    return kippu.calendar.all()


def bells(kippu: Kippu) -> Any:
    """Timers without when they are due: a pause moves that."""
    return [replace(bell, due=datetime.min) if bell.kind == "timer" else bell for bell in kippu.bells.all()]


_KEPT: list[tuple[Callable[[Kippu], Any], str, str]] = [
    (notes, "note that the spare key is under the pot", "delete the note about the spare key"),
    (notes, "note that the bike lock is 4711", "add in the shed to my note about the bike lock"),
    (events, "add dentist to my calendar tomorrow at 3 pm", "remove dentist from my calendar"),
    (events, "put yoga in the calendar every tuesday at 18:00", "move yoga to 19:00"),
    (events, "add lunch to my calendar tomorrow at noon", "move lunch to 1 pm"),
    (events, "add a trip to my calendar tomorrow", "clear my calendar tomorrow"),
    (bells, "set an alarm for 6:45 am", "cancel my alarm"),
    (bells, "wake me at 7 every weekday", "cancel my 7 am alarm"),
    (bells, "set an alarm for 5:30 am", "move my alarm to 6 am"),
    (bells, "remind me to water the plants tomorrow at 9", "delete the reminder about the plants"),
    (bells, "remind me to call ann tomorrow at 10", "move the reminder to 11"),
    (bells, "remind me to stretch every day at 11", "delete all my reminders"),
    (bells, "set a pizza timer for 20 minutes", "cancel the pizza timer"),
    (bells, "set a timer for 30 minutes", "pause the timer"),
    (bells, "turn off the kitchen light in 40 minutes", "cancel all scheduled commands"),
    (bells, "set a timer for 10 minutes", "call the timer pasta"),
    (bells, "set a timer for 3 minutes", "take 5 minutes off the timer"),
    (events, "add a trip to my calendar tomorrow", "move the trip to 3 pm"),
    (bells, "wake me at 11:59 pm every day", "no alarm today"),
]  # fmt: skip


@pytest.mark.parametrize(("kept", "first", "then"), _KEPT, ids=[then for _, _, then in _KEPT])
async def test_what_was_kept_is_as_before(
    kippu: Kippu, kept: Callable[[Kippu], Any], first: str, then: str
) -> None:
    for bell in kippu.bells.all():
        kippu.bells.remove(bell.id)
    kippu.calendar.remove([event.id for event in kippu.calendar.all()])
    nothing = kept(kippu)
    assert all(outcome.ok for outcome in (await say(kippu, first, then)).outcomes)
    before = kept(kippu)
    assert before != nothing
    done = await say(kippu, then, then)
    if done.meaning.question:
        await say(kippu, "yes", then)
    assert kept(kippu) != before, done.text
    back = await say(kippu, "undo that", then)
    assert kept(kippu) == before, back.text
    assert f"“{then}”" in back.text or "“yes”" in back.text
    await say(kippu, "undo", then)
    assert kept(kippu) == nothing


async def test_in_japanese(kippu: Kippu) -> None:
    await say(kippu, "合鍵は植木鉢の下とメモして", "メモ")
    before = notes(kippu)
    await say(kippu, "合鍵のメモを削除して", "メモ")
    assert notes(kippu) != before
    back = await say(kippu, "元に戻して", "メモ")
    assert notes(kippu) == before
    assert "合鍵" in back.text


async def test_more_time_for_a_timer_is_taken_off_and_the_timer_stays(kippu: Kippu) -> None:
    await say(kippu, "set a tea timer for 10 minutes", "tea")
    await say(kippu, "add 5 minutes to the tea timer", "tea")
    await say(kippu, "undo that", "tea")
    (tea,) = (bell for bell in kippu.bells.all("timer") if bell.text == "tea")
    assert 9 * 60 < (tea.due - tea.due.now(tea.due.tzinfo)).total_seconds() <= 10 * 60


async def test_a_timer_that_rang_is_not_set_anew(kippu: Kippu) -> None:
    await say(kippu, "set a timer for 1 second", "rang")
    with anyio.fail_after(30):
        while not any(bell.state == "ringing" for bell in kippu.bells.all()):  # noqa: ASYNC110  # it tells nobody here
            await anyio.sleep(0.02)
    assert (await say(kippu, "stop the timer", "rang")).outcomes[0].ok
    before = bells(kippu)
    await say(kippu, "undo that", "rang")
    assert bells(kippu) == before


@pytest.mark.parametrize(
    ("kept", "turns", "undone"),
    [
        (
            notes,
            (
                "note that the cat is ill",
                "add sleepy to my note about the cat",
                "add hungry to my note about the cat",
            ),
            3,
        ),
        (bells, ("set a rice timer for 20 minutes", "pause the rice timer", "cancel the rice timer"), 3),
        (bells, ("wake me at 11:59 pm every day", "no alarm today", "cancel my alarm"), 3),
        (
            events,
            (
                "add lunch to my calendar tomorrow at noon",
                "move lunch to 1 pm",
                "remove lunch from my calendar",
            ),
            3,
        ),
    ],
)
async def test_one_after_the_other(
    kippu: Kippu, kept: Callable[[Kippu], Any], turns: tuple[str, ...], undone: int
) -> None:
    for bell in kippu.bells.all():
        kippu.bells.remove(bell.id)
    kippu.calendar.remove([event.id for event in kippu.calendar.all()])
    states = [kept(kippu)]
    for text in turns:
        await say(kippu, text, turns[-1])
        states.append(kept(kippu))
    for state in reversed(states[:undone]):
        back = await say(kippu, "undo", turns[-1])
        assert kept(kippu) == state, back.text


async def test_another_alarm_of_the_same_hour_stays(kippu: Kippu) -> None:
    await say(kippu, "wake me at 7 every weekday", "gym")
    await say(kippu, "set an alarm for 7 am on saturday called gym", "gym")
    await say(kippu, "cancel the gym alarm", "elsewhere")
    before = bells(kippu)
    await say(kippu, "undo", "gym")
    assert bells(kippu) == before


@pytest.mark.parametrize(
    ("turns", "left"),
    [
        (("set a pizza timer for 20 minutes", "pause the timer", "undo", "make it 30 minutes"), ["pizza"]),
        (
            ("set an alarm for 7 am", "set an alarm for 8 am", "cancel the 7 am alarm", "undo", "cancel it"),
            [""],
        ),
        (("remind me to call ann tomorrow at 9", "delete the reminder", "undo", "delete it"), []),
    ],
)
async def test_it_is_what_was_put_back(kippu: Kippu, turns: tuple[str, ...], left: list[str]) -> None:
    for bell in kippu.bells.all():
        kippu.bells.remove(bell.id)
    for text in turns:
        await say(kippu, text, f"it {turns}")
    assert [bell.text for bell in kippu.bells.all()] == left


async def test_what_was_changed_since_is_left_alone_and_no_longer_asked_for(kippu: Kippu) -> None:
    await say(kippu, "note that the oven is new", "a")
    await say(kippu, "add alpha to my note about the oven", "a")
    await say(kippu, "add beta to my note about the oven", "b")
    before = notes(kippu)
    assert not (await say(kippu, "undo", "a")).outcomes[-1].ok
    assert notes(kippu) == before
    await say(kippu, "undo", "a")
    assert not [note for note in kippu.notes.all() if "oven" in note.text]


async def test_a_series_that_rang_is_still_the_one_that_was_set(kippu: Kippu) -> None:
    for bell in kippu.bells.all():
        kippu.bells.remove(bell.id)
    await say(kippu, "wake me at 7 every day", "daily")
    with kippu.history._database.write() as connection:
        connection.execute("UPDATE bells SET due = due - 200000")
    kippu.bells.check()
    (ringing,) = (bell for bell in kippu.bells.all() if bell.state == "ringing")
    kippu.bells.remove(ringing.id)
    assert len(kippu.bells.all()) == 1
    await say(kippu, "undo", "daily")
    assert not kippu.bells.all()


@pytest.mark.parametrize(
    ("first", "again", "left"),
    [
        ("set an alarm for 6:45 am", "set an alarm for 6:45 am", 0),
        ("add oat milk to the shopping list", "add oat milk to the shopping list", 0),
        ("add rye bread to the shopping list", "add rye bread and figs to the shopping list", 1),
    ],
)
async def test_what_was_there_already_is_not_taken_away(
    kippu: Kippu, first: str, again: str, left: int
) -> None:
    """Where nothing was done, "undo" is of what was done before; of what was done in part, of that part."""

    def there() -> int:
        items = kippu.lists.items("shopping")
        return len(kippu.bells.all("alarm")) + len(items)

    for bell in kippu.bells.all():
        kippu.bells.remove(bell.id)
    for item in kippu.lists.items("shopping"):
        kippu.lists.take_off([item])
    before = f"before {first}"
    await say(kippu, "note that the ladder is in the shed", before)
    await say(kippu, first, before)
    await say(kippu, again, before)
    undone = await say(kippu, "undo", before)
    assert all(outcome.ok for outcome in undone.outcomes) and there() == left
    if not left:
        return
    await say(kippu, "undo", before)
    assert there() == 0
