"""The step that does it: tools that work, fail, break and don't exist, and the real model that talks."""

import re
from collections.abc import AsyncGenerator, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kippu.engines import Loader
from kippu.errors import HomeOffline, ModelMissing, NotAllowed
from kippu.guard.claims import claims
from kippu.models import Store
from kippu.record import Database, Ledger
from kippu.run import Run
from kippu.run.pieces import Cut, Moved, Note, Piece, Used
from kippu.run.talk import Talk
from kippu.tool import Context, Said, Tool
from kippu.turn import Call, Egress, Meaning, Message, Outcome, Placement, Turn
from run.test_summary import LETTER
from understand.home import NOW, turn

pytestmark = pytest.mark.anyio
MODEL = "smollm2-135m-instruct"
NOWHERE = Placement("none", None, "on this device")
TALKING = Placement("pocket", MODEL, "on this device: talk")
TALK = Meaning("talk", 0.7)


async def greet(context: Context, name: str, times: int = 1) -> Said:
    """Greets."""
    return Said(
        context.say(f"Hello {name}!", f"{name}さん、こんにちは。") * times, data={"here": context.here}
    )


async def refuse(context: Context) -> Said:
    """Does not do it."""
    return Said("That lamp is out of reach.", ok=False)


async def choose(context: Context, of: str) -> Said:
    """Asks which of several is meant."""
    question = context.say(f"Which one: {of} A or {of} B?", f"どれですか？{of}AとBがあります。")
    return Said(question, ok=False, data={"each": [{"of": "A"}, {"of": "B"}]})


async def silent(context: Context) -> Said:
    """Does it without a word."""
    return Said("")


async def unanswered(context: Context) -> Said:
    """Meets a home that does not answer."""
    raise HomeOffline("The bedroom lamp didn't answer.")


async def broken(context: Context) -> Said:
    """Has a mistake in it."""
    raise KeyError("secret inside")


TOOLS = {
    f"test.{function.__name__}": Tool(f"test.{function.__name__}", function, acts=function is not silent)
    for function in (greet, refuse, choose, silent, unanswered, broken)
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    database = Database(tmp_path / "kippu.db")
    yield Ledger(database)
    database.close()


async def nowhere(turn: Turn, placement: Placement, egress: Egress) -> AsyncGenerator[Piece, None]:
    """The way out where there is none."""
    raise NotAllowed("nothing is sent")
    yield ""


async def untaught(turn: Turn, placement: Placement) -> AsyncGenerator[Piece, None]:
    """No turn here has layers."""
    raise AssertionError(placement)
    yield ""


def no_larger(turn: Turn, placement: Placement) -> Placement | None:
    """There is one model alone."""
    return None


@pytest.fixture
def speeds() -> list[tuple[str, Mapping[str, Any]]]:
    return []


@pytest.fixture
def run(loader: Loader, tmp_path: Path, ledger: Ledger, speeds: list[tuple[str, Mapping[str, Any]]]) -> Run:
    talk = Talk(
        loader.use, Store(tmp_path).model, lambda model, timings: speeds.append((model, timings)), no_larger
    )
    return Run(TOOLS, talk, untaught, nowhere, ledger)


async def did(run: Run, *calls: Call, said: Turn | None = None) -> tuple[str, list[Outcome]]:
    """The text and the outcomes of running these calls."""
    pieces = [
        piece
        async for piece in run.run(said or turn("do it"), Meaning("template", 1.0, calls), NOWHERE, Egress())
    ]
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    return text, [piece for piece in pieces if isinstance(piece, Outcome)]


async def test_a_tool_is_run_and_told(run: Run) -> None:
    text, outcomes = await did(run, Call("test.greet", {"name": "Ada"}), said=turn("greet", here="Study"))
    assert text == "Hello Ada!"
    assert outcomes == [Outcome(Call("test.greet", {"name": "Ada"}), True, "Hello Ada!", {"here": "Study"})]


async def test_in_the_persons_language(run: Run) -> None:
    text, _ = await did(run, Call("test.greet", {"name": "Ada"}), said=turn("挨拶して"))
    assert text == "Adaさん、こんにちは。"


async def test_several_are_run_in_order_though_one_fails(run: Run) -> None:
    calls = [
        Call("test.greet", {"name": "Ada"}),
        Call("test.unanswered"),
        Call("test.silent"),
        Call("test.greet", {"name": "Bo"}),
    ]
    text, outcomes = await did(run, *calls)
    assert text == "Hello Ada! The bedroom lamp didn't answer. Hello Bo!"
    assert [outcome.ok for outcome in outcomes] == [True, False, True, True]
    assert [outcome.call for outcome in outcomes] == calls


async def test_two_questions_are_one_sentence(run: Run) -> None:
    calls = [Call("test.choose", {"of": "lamp"}), Call("test.refuse"), Call("test.choose", {"of": "fan"})]
    text, _ = await did(run, *calls)
    assert text == ("Which one: lamp A or lamp B? That lamp is out of reach. And which one: fan A or fan B?")
    japanese, _ = await did(run, calls[0], calls[2], said=turn("消して"))
    assert japanese == "どれですか？lampAとBがあります。それと、どれですか？fanAとBがあります。"


async def test_what_was_not_done_is_not_ok(run: Run) -> None:
    text, (outcome,) = await did(run, Call("test.refuse"))
    assert (outcome.ok, text) == (False, "That lamp is out of reach.")


async def test_a_tool_with_a_mistake_is_told_and_not_raised(
    run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    text, (outcome,) = await did(run, Call("test.broken"))
    assert not outcome.ok
    assert "test.broken" in text
    assert "secret inside" not in text
    assert "secret inside" in caplog.text


async def test_a_tool_that_is_not_there(run: Run) -> None:
    text, (outcome,) = await did(run, Call("test.nothing"))
    assert not outcome.ok
    assert "test.nothing" in text
    japanese, _ = await did(run, Call("test.nothing"), said=turn("して"))
    assert "test.nothing" in japanese
    assert "ありません" in japanese


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [({}, "name"), ({"name": "Ada", "times": "many"}, "times"), ({"name": "Ada", "shout": True}, "shout")],
)
async def test_a_wrong_argument_is_named(run: Run, arguments: dict[str, Any], wrong: str) -> None:
    text, (outcome,) = await did(run, Call("test.greet", arguments))
    assert not outcome.ok
    assert wrong in text


async def test_a_question_is_only_asked(run: Run) -> None:
    meaning = Meaning("cues", 0.6, question="Shall I?", proposed=(Call("test.greet", {"name": "Ada"}),))
    assert [piece async for piece in run.run(turn("x"), meaning, NOWHERE, Egress())] == ["Shall I?"]


async def talk(run: Run, said: Turn, pieces_wanted: int = 10_000) -> list[Piece]:
    pieces: list[Piece] = []
    talking = run.run(said, TALK, TALKING, Egress())
    async for piece in talking:
        pieces.append(piece)
        if len(pieces) >= pieces_wanted:
            break
    await talking.aclose()
    return pieces


async def test_talk_comes_in_pieces_and_is_counted(
    run: Run, speeds: list[tuple[str, Mapping[str, Any]]]
) -> None:
    pieces = await talk(run, turn("Tell me a long story about the sea."))
    words = [piece for piece in pieces if isinstance(piece, str)]
    (used,) = [piece for piece in pieces if isinstance(piece, Used)]
    assert len(words) > 2
    assert used.tokens >= len(words)
    assert used.read > 20
    ((model, timings),) = speeds
    assert model == MODEL
    assert timings["predicted_n"] > 0


async def test_an_answer_that_is_cut_says_so(run: Run) -> None:
    pieces = await talk(run, replace(turn("Tell me a long story about the sea."), limit=12))
    assert Cut() in pieces
    (note,) = [piece.text for piece in pieces if isinstance(piece, Note)]
    told = re.fullmatch(r"The answer was cut after (\d+) words\. .*“write the rest”\.", note)
    assert told
    assert int(told[1]) == len("".join(piece for piece in pieces if isinstance(piece, str)).split())


async def test_an_answer_that_is_cut_says_so_in_japanese(tmp_path: Path, ledger: Ledger) -> None:
    async def elsewhere(turn: Turn, placement: Placement, egress: Egress) -> AsyncGenerator[Piece, None]:
        for piece in ("海は", "広くて", Cut()):
            yield piece

    talking = Talk(Loader(Path, idle_minutes=5).use, Store(tmp_path).model, lambda *_: None, no_larger)
    run = Run(TOOLS, talking, untaught, elsewhere, ledger)
    far = Placement("cloud", "large", "")
    pieces = [piece async for piece in run.run(turn("海の話をして"), TALK, far, Egress("far"))]
    assert Note("長くなったので、5文字で切りました。「残りを書いて」と言えば続けます。") in pieces


async def test_an_answer_that_came_to_its_end_is_not_cut(run: Run) -> None:
    pieces = await talk(run, turn("Say hello."))
    assert not [piece for piece in pieces if isinstance(piece, (Cut, Note))]


async def test_what_came_along_is_read(run: Run) -> None:
    long = await talk(run, turn("Summarise this.", outside="The cat sat on the mat. " * 20), 40)
    assert any(isinstance(piece, str) for piece in long)


async def test_a_summary_by_a_small_model_says_nothing_but_what_stands_in_the_text(run: Run) -> None:
    pieces = await talk(run, turn("summarise", outside=LETTER))
    said = "".join(piece for piece in pieces if isinstance(piece, str))
    assert re.findall(r"\w+", said), "there is a summary"
    assert set(re.findall(r"\w+", said)) <= set(re.findall(r"\w+", LETTER))
    assert len(said) < 0.8 * len(LETTER)
    assert said.endswith(".")
    assert any(isinstance(piece, Note) and "the text itself" in piece.text for piece in pieces)


async def test_a_model_that_does_not_speak_the_language_is_not_asked(
    run: Run, speeds: list[tuple[str, Mapping[str, Any]]]
) -> None:
    moved, told = await talk(run, turn("月について教えて"))
    assert isinstance(moved, Moved) and moved.placement.model is None
    assert isinstance(told, str)
    assert "日本語" in told
    assert speeds == []


async def test_what_a_model_cannot_read_is_not_in_its_prompt(run: Run) -> None:
    english = (Message("user", "My boat is red."), Message("assistant", "Nice."))
    command = tuple(Message(role, "電気をつけて", done=True) for role in ("user", "assistant"))
    spoken = (Message("user", "月について教えて"), Message("assistant", "すみません。"))
    plain = await talk(run, Turn("Say hello.", "en", NOW, "c", "t", english), 24)
    mixed = await talk(run, Turn("Say hello.", "en", NOW, "c", "t", (*spoken, *english, *command)), 24)
    assert mixed == plain
    after = await talk(run, Turn("Say hello.", "en", NOW, "c", "t", (*english, *spoken)))
    assert isinstance(after[-1], Note) and "no Japanese" in after[-1].text


async def test_a_text_that_a_model_cannot_read_is_not_made_up(
    run: Run, speeds: list[tuple[str, Mapping[str, Any]]]
) -> None:
    moved, told = await talk(run, turn("Make it longer.", outside="今日は公園まで歩きました。"))
    assert isinstance(moved, Moved) and moved.placement.model is None
    assert isinstance(told, str) and "language" in told
    assert speeds == []


async def test_the_oldest_turns_are_left_out_with_a_word_about_it(run: Run) -> None:
    history = (
        Message("user", "The sea was calm that morning. " * 300),
        Message("assistant", "I see."),
        Message("user", "My boat is red."),
        Message("assistant", "Nice."),
    )
    said = Turn("Say hello.", "en", NOW, "c", "t", history)
    pieces = await talk(run, said)
    assert isinstance(pieces[-1], Note)
    assert "oldest" in pieces[-1].text
    assert [piece for piece in pieces if isinstance(piece, str)]


async def test_a_short_conversation_is_kept_whole(run: Run) -> None:
    said = Turn("Say hello.", "en", NOW, "c", "t", (Message("user", "Hi."), Message("assistant", "Hello!")))
    assert not [piece for piece in await talk(run, said) if isinstance(piece, Note)]


async def test_a_model_that_is_not_here(tmp_path: Path, ledger: Ledger) -> None:
    store = Store(tmp_path)
    loader = Loader(store.path, idle_minutes=5)
    run = Run(
        {}, Talk(loader.use, store.model, lambda model, timings: None, no_larger), untaught, nowhere, ledger
    )
    with pytest.raises(ModelMissing, match=MODEL):
        await talk(run, turn("hello"))
    await loader.close()


async def test_a_single_call_for_a_tap(run: Run) -> None:
    context = Context("en", datetime.now(NOW.tzinfo))
    outcome = await run.call(Call("test.greet", {"name": "Ada", "times": 2}), context)
    assert (outcome.ok, outcome.text) == (True, "Hello Ada!Hello Ada!")


async def test_what_changes_something_is_in_the_ledger_before_it_is_done(run: Run, ledger: Ledger) -> None:
    await did(run, Call("test.greet", {"name": "Ada"}), Call("test.silent"), Call("test.unanswered"))
    assert [(row.what, row.text, row.turn) for row in ledger.list(kinds=["action"])] == [
        ("test.greet, asked for by you", '{"name": "Ada"}', "t"),
        ("test.unanswered, asked for by you", "{}", "t"),
        ("test.unanswered: not done, or not confirmed", "{}", "t"),
    ]


@pytest.mark.parametrize(("unsure", "moved"), [(1.1, True), (0.0, False)])
async def test_a_model_that_is_not_sure_lets_a_larger_one_answer(
    loader: Loader,
    tmp_path: Path,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
    unsure: float,
    moved: bool,
) -> None:
    monkeypatch.setattr("kippu.run.first.UNSURE", unsure)
    larger = Placement("palm", "qwen2.5-coder-0.5b-instruct", "the larger model")
    talking = Talk(
        loader.use, Store(tmp_path).model, lambda model, timings: None, lambda said, placed: larger
    )
    pieces = await talk(Run(TOOLS, talking, untaught, nowhere, ledger), turn("Say hello in five words."))
    assert ([piece for piece in pieces if isinstance(piece, Moved)] == [Moved(larger)]) == moved
    assert "".join(piece for piece in pieces if isinstance(piece, str)).strip()
    assert isinstance(pieces[0], Moved) == moved


async def test_a_command_and_then_talk_in_one_answer(run: Run) -> None:
    meaning = Meaning("cues", 0.95, (Call("test.greet", {"name": "Ada"}),), talk="Say hello.")
    pieces = [piece async for piece in run.run(turn("greet Ada and say hello"), meaning, TALKING, Egress())]
    outcome, greeted, *talked = pieces
    assert isinstance(outcome, Outcome) and outcome.ok
    assert greeted == "Hello Ada!"
    assert "".join(piece for piece in talked if isinstance(piece, str)).strip()
    assert any(isinstance(piece, Used) for piece in talked)


@pytest.mark.parametrize("text", ["Turn on all the lights now.", "Set a reminder to call mom, please."])
async def test_a_model_that_talks_never_says_that_it_did_something(run: Run, text: str) -> None:
    said = "".join(piece for piece in await talk(run, turn(text)) if isinstance(piece, str))
    sentences = [line for line in re.split(r"(?<=[.!?])\s+|\n+", said) if line]
    assert sentences
    assert not any(claims(line, "en") for line in sentences)


async def test_an_answer_says_nothing_twice(run: Run) -> None:
    history = (
        Message("user", "Tell me about the moon."),
        Message("assistant", "The moon goes round the earth."),
    )
    said = Turn("Tell me more and more about it.", "en", NOW, "c", "t", history * 3)
    pieces = await talk(run, said)
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    sentences = [line for line in re.split(r"(?<=[.!?])\s+", text) if len(line.split()) > 5]
    assert len(sentences) == len(set(sentences))
