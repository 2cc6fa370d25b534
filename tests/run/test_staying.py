"""A choice that is made while a request is under way holds at once, whichever way it would go out next."""

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from pathlib import Path

import pytest

from kippu import reasons
from kippu.reasons import filled
from kippu.run.pieces import Moved, Note, Piece
from kippu.settings import Provider, keep, load
from kippu.start import Kippu, running
from kippu.tool import Context
from kippu.turn import Answer, Asking, Call, Consent, Turn
from run.test_abroad import Script, serving

pytestmark = pytest.mark.anyio

ASKED = "Explain in detail to my doctor which things for my diabetes are missing on the shopping list"
CAME = "Milk, bread."
"""What comes along is read: the sentence with it is no command."""
Choice = Callable[[Kippu], object]
CHOICES: dict[str, tuple[Choice, reasons.Reason]] = {
    "a chat that stays": (lambda kippu: kippu.marks.stay("here", True), reasons.CONVERSATION),
    "a mark": (lambda kippu: kippu.marks.add("diabetes"), reasons.MARKED),
    "a topic": (
        lambda kippu: keep(kippu.settings, never=["health"]),
        filled(reasons.TOPIC, reasons.TOPICS["health"]),
    ),
    "device only": (lambda kippu: keep(kippu.settings, policy="device only"), reasons.ALL_STAYS),
}
by_choice = pytest.mark.parametrize(("choose", "why"), CHOICES.values(), ids=CHOICES)


@pytest.fixture
async def first() -> AsyncIterator[Script]:
    async with serving() as script:
        yield script


@pytest.fixture
async def second() -> AsyncIterator[Script]:
    async with serving() as script:
        yield script


@pytest.fixture
async def kippu(first: Script, second: Script, data: Path) -> AsyncIterator[Kippu]:
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        both = [
            Provider(name=name, url=one.address, model="m") for name, one in (("A", first), ("B", second))
        ]
        keep(kippu.settings, policy="when it helps", providers=both)
        yield kippu


async def pieces(kippu: Kippu, turn: Turn) -> list[Piece]:
    """What comes of the turn with A, until this device's own model would go on."""
    meaning = await kippu.understanding.understand(turn, kippu.home.names())
    assistant = kippu.assistant
    findings = assistant._inspecting.inspect(turn)
    placement = assistant._placing.place(turn, meaning, findings)
    assert placement.provider == "A"
    egress = assistant._covering.cover(turn, placement, findings)
    kippu.history.begin(turn)
    came: list[Piece] = []
    async with aclosing(kippu.run.run(turn, meaning, placement, egress)) as run:
        async for piece in run:
            came.append(piece)
            if isinstance(piece, Moved) and piece.placement.rung != "cloud":
                break
    return came


def kept(came: list[Piece], why: reasons.Reason, meanwhile: bool = True) -> None:
    """The person is told that it stays, and why."""
    why = filled(reasons.MEANWHILE, why) if meanwhile else why
    assert [piece.text for piece in came if isinstance(piece, Note)] == [
        f"From here on nothing is sent: {why[0]}. This device's own model goes on."
    ]
    moved = [piece.placement for piece in came if isinstance(piece, Moved)]
    assert [(one.provider, one.reason) for one in moved] == [(None, filled(reasons.HERE, why)[0])]


@by_choice
async def test_while_a_provider_hangs(
    kippu: Kippu, first: Script, second: Script, choose: Choice, why: reasons.Reason
) -> None:
    first.fails, first.meanwhile = True, lambda: choose(kippu)
    kept(await pieces(kippu, kippu.assistant.turn(ASKED, "here", outside=CAME)), why)
    assert len(first.heard) == 1 and second.heard == []
    assert [row.to for row in kippu.ledger.list(kinds=["egress"])] == ["A"]


@by_choice
async def test_while_a_tool_is_used(
    kippu: Kippu, first: Script, second: Script, choose: Choice, why: reasons.Reason
) -> None:
    first.replies = [[("lists__show", {})], "None."]
    first.meanwhile = lambda: choose(kippu)
    kept(await pieces(kippu, kippu.assistant.turn(ASKED, "here", outside=CAME)), why)
    assert len(first.heard) == 1 and second.heard == []


async def test_what_a_tool_found_goes_with_no_later_round(kippu: Kippu, first: Script) -> None:
    turn = kippu.assistant.turn(ASKED, "here", outside=CAME)
    context = Context(turn.language, turn.at)
    await kippu.run.call(Call("lists.add", {"item": "zanzibar", "list": "shopping"}), context)
    first.plan = "lists__show"
    first.replies = [[("lists__show", {})], [("lists__show", {})], "None."]

    def mark() -> None:
        if "tool" in {line["role"] for line in first.heard[-1]["messages"]}:
            kippu.marks.add("Zanzibar")

    first.meanwhile = mark
    kept(await pieces(kippu, turn), reasons.MARKED, meanwhile=False)
    assert len(first.heard) == 3, "the first round, its plan, and the second"


async def test_who_wants_to_be_asked_meanwhile_is_not_passed_over(
    kippu: Kippu, first: Script, second: Script
) -> None:
    first.fails, first.meanwhile = True, lambda: keep(kippu.settings, policy="ask me")
    kept(await pieces(kippu, kippu.assistant.turn(ASKED, outside=CAME)), reasons.ASKED_FIRST)
    assert second.heard == []


async def consented(
    kippu: Kippu, asked: str, consent: Consent, choose: Choice = lambda _: None
) -> tuple[list[str], str]:
    """Notes and reason of what is said yes to under "ask me", after a choice was made while it waited."""

    async def here(*_: object, **__: object) -> AsyncIterator[str]:
        yield "Here."

    keep(kippu.settings, policy="ask me")
    turn = kippu.assistant.turn(asked, "here", outside=CAME)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kippu.run._talk, "talk", here)  # no model is needed to see who goes on
        async for piece in kippu.assistant.answer(turn, can_ask=True):
            if isinstance(piece, Asking):
                choose(kippu)
                kippu.assistant.consent(turn.id, consent)
    assert isinstance(piece, Answer)
    return list(piece.notes), piece.placement.reason


@by_choice
async def test_while_a_consent_waits(
    kippu: Kippu, first: Script, choose: Choice, why: reasons.Reason
) -> None:
    (note,), reason = await consented(kippu, ASKED, Consent(allow=True), choose)
    assert reason == filled(reasons.HERE, filled(reasons.MEANWHILE, why))[0] and why[0] in note
    assert first.heard == [] and not kippu.ledger.list(kinds=["egress"])


@pytest.mark.parametrize(
    ("written", "why"),
    [("Explain project_tanuki", reasons.MARKED), ("Explain what helps my sick lungs", CHOICES["a topic"][1])],
)
async def test_an_edit_brings_nothing_out_that_stays(
    kippu: Kippu, first: Script, written: str, why: reasons.Reason
) -> None:
    kippu.marks.add("Project Tanuki")
    keep(kippu.settings, never=["health"])
    asked = "Explain in detail which things for my secret tattoo plan are missing on the shopping list"
    (note,), reason = await consented(kippu, asked, Consent(allow=True, text=written))
    assert reason == filled(reasons.HERE, why)[0] and why[0] in note and first.heard == []
