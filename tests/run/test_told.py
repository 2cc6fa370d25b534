"""What was only told: said to be heard where the model is too small, and answered by it in Latin letters."""

from dataclasses import replace
from pathlib import Path

import pytest

from kippu.engines import Loader
from kippu.guard.speech import OTHER_LETTERS
from kippu.models import Store
from kippu.run.pieces import Moved
from kippu.run.talk import _SAMPLING, Talk, system_text
from kippu.run.told import heard
from kippu.turn import Message, Placement
from understand.home import turn

pytestmark = pytest.mark.anyio
MODEL = "smollm2-135m-instruct"
OFFER = " Say “note that”, and I write it down."
OFFER_JA = "「それメモして」と言えば、書いておきます。"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("my son passed his exam", "That's good to hear!"),
        ("we had a lovely day at the beach", "That's good to hear!"),
        ("i have a headache", "I'm sorry to hear that."),
        ("oh well, the train was late", "I'm sorry to hear that."),
        ("my car is parked on level 3", "I see."),
        ("rent is 940 and bills are 118", "I see."),
        ("the meeting didn't go well", "I see."),
        ("we lost but it was fun", "I see."),
        ("息子が試験に受かったよ", "それはよかったですね！"),
        ("頭が痛い", "それは大変ですね。"),
        ("財布をなくしちゃった", "それは大変ですね。"),
        ("来月引っ越します", "そうなんですね。"),
        ("もう痛くない", "そうなんですね。"),
    ],
)
def test_it_was_heard(text: str, said: str, tmp_path: Path) -> None:
    assert heard(turn(text), Store(tmp_path).model(MODEL)) == said + (OFFER if text.isascii() else OFFER_JA)


@pytest.mark.parametrize(
    "text",
    [
        "tell me about the moon", "my son passed his exam, what should i give him",
        "why is the sky blue",
        "film night", "is it raining", "東京タワーの高さは？", "俳句を書いて", "おすすめの夕飯ある？",
        "i need an idea for dinner",
        "it was a dark and stormy night, continue the story",
    ],
)  # fmt: skip
def test_what_asks_for_something_is_the_models(text: str, tmp_path: Path) -> None:
    assert heard(turn(text), Store(tmp_path).model(MODEL)) == ""


def test_a_larger_model_answers_it_itself(tmp_path: Path) -> None:
    larger = Store(tmp_path).model("qwen2.5-coder-1.5b-instruct")
    assert heard(turn("my son passed his exam"), larger) == ""


def test_the_offer_is_made_once(tmp_path: Path) -> None:
    history = (Message("user", "i have a headache"), Message("assistant", f"I'm sorry to hear that.{OFFER}"))
    asked = turn("and it hurts a lot", history=history)
    assert heard(asked, Store(tmp_path).model(MODEL)) == "I'm sorry to hear that."


def test_a_story_goes_on(tmp_path: Path) -> None:
    history = (Message("user", "tell me a story about a fox"), Message("assistant", "Once there was a fox."))
    assert heard(turn("the fox finds a house", history=history), Store(tmp_path).model(MODEL)) == ""


async def test_no_model_is_asked(loader: Loader, tmp_path: Path) -> None:
    talk = Talk(loader.use, Store(tmp_path).model, lambda *ran: None, lambda *placed: None)
    placement = Placement("pocket", MODEL, "on this device: talk")
    pieces = [piece async for piece in talk.talk(turn("my back hurts"), placement)]
    moved, text = pieces
    assert isinstance(moved, Moved) and moved.placement.model is None
    assert text == f"I'm sorry to hear that.{OFFER}"


@pytest.mark.parametrize(
    "told",
    [
        "my daughter is 7",
        "my car is parked on level 3",
        "it's raining again",
        "i was born in 1984",
        "i hate mushrooms",
    ],
)
async def test_the_model_keeps_to_latin_letters(loader: Loader, told: str) -> None:
    messages = [{"role": "system", "content": system_text("en")}, {"role": "user", "content": told}]
    async with loader.use(MODEL) as engine:
        for seed in range(3):
            request = {"messages": messages, "max_tokens": 16, "seed": seed, **_SAMPLING}
            said = [chunk async for chunk in engine.chat(request)]
            text = "".join(c["delta"].get("content") or "" for one in said for c in one.get("choices", ()))
            assert text.strip() and not OTHER_LETTERS.search(text)


async def test_other_letters_end_an_answer(loader: Loader, tmp_path: Path) -> None:
    talk = Talk(loader.use, Store(tmp_path).model, lambda *ran: None, lambda *placed: None)
    asked = replace(turn("Say the word peace."), history=(Message("user", "My friend says shalom."),))
    begun = "It is שלום"
    pieces = [piece async for piece in talk.talk(asked, Placement("pocket", MODEL, ""), begun)]
    assert all(
        not OTHER_LETTERS.search(piece) or "lost its way" in piece
        for piece in pieces
        if isinstance(piece, str)
    )
