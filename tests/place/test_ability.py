"""How likely models are to do a request well: more with size, less with length, by the question itself."""

from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest

from kippu.models import Model, Store
from kippu.place import ability
from kippu.place.chances import _weights, chances
from kippu.place.features import BUCKETS
from kippu.place.kinds import Kind, Request

KINDS: tuple[Kind, ...] = ("chat", "code", "mathematics", "knowledge", "writing", "translation")


@pytest.fixture
def ladder(tmp_path: Path) -> list[Model]:
    store = Store(tmp_path)
    return [store.model(name) for name in ("smollm2-135m-instruct", "qwen3-0.6b", "qwen3-1.7b", "qwen3-8b")]


def asked(kind: Kind, text: str = "what?", *, long: bool = False) -> Request:
    return Request(kind, long, "en", text, 10)


@pytest.mark.parametrize("kind", KINDS)
def test_larger_models_do_more(ladder: list[Model], kind: Kind) -> None:
    for long in (False, True):
        told = [ability.here(model, asked(kind, long=long)) for model in ladder]
        told.append(ability.elsewhere(asked(kind, long=long)))
        assert told == sorted(told)
        assert all(0 < one < 1 for one in told)


def test_long_requests_are_harder_for_small_models(ladder: list[Model]) -> None:
    def left(model: Model) -> float:
        return ability.here(model, asked("writing", long=True)) / ability.here(model, asked("writing"))

    assert left(ladder[0]) < left(ladder[-1]) < 1


def test_a_model_made_for_code_writes_it_better_and_talks_worse(ladder: list[Model]) -> None:
    coder = replace(ladder[2], purpose="code")
    assert ability.here(coder, asked("code")) > ability.here(ladder[2], asked("code"))
    assert ability.here(coder, asked("chat")) < ability.here(ladder[2], asked("chat"))


def test_a_language_that_it_does_not_speak(ladder: list[Model]) -> None:
    in_japanese = replace(asked("chat"), language="ja")
    assert ability.here(ladder[0], in_japanese) < 0.05
    assert ability.here(replace(ladder[0], languages=()), in_japanese) > 0.5, "nobody knows what it speaks"


def test_a_model_of_unknown_size(ladder: list[Model]) -> None:
    assert 0 < ability.here(replace(ladder[0], parameters=0), asked("chat")) < 1


def test_what_was_learned_tells_easy_questions_from_hard_ones(ladder: list[Model]) -> None:
    easy = "What is the capital of Japan?"
    hard = (
        "Statement 1 | If H is a subgroup of G and a belongs to G then |aH| = |Ha|. "
        "Statement 2 | If H is a subgroup of G and a, b are in G, then aH and Hb are identical or disjoint."
    )
    assert chances(easy).middling > chances(hard).middling
    model = ladder[2]
    assert ability.here(model, asked("knowledge", easy)) > ability.here(model, asked("knowledge", hard))


@pytest.mark.parametrize("kind", ["knowledge", "mathematics"])
def test_what_was_learned_decides_for_a_model_like_the_middling_one(ladder: list[Model], kind: Kind) -> None:
    for text in ("Who painted the Mona Lisa?", "Mia has 12 pens and gives 5 away. How many are left?"):
        told = chances(text)
        assert ability.here(ladder[-1], asked(kind, text)) == pytest.approx(told.middling, abs=0.001)
        long = ability.here(ladder[-1], asked(kind, text, long=True))
        assert long == pytest.approx(told.middling, abs=0.001), "its marks have its length in them"
        assert ability.elsewhere(asked(kind, text)) == max(told.middling, told.strong)


def test_what_was_not_learned_is_judged_by_its_kind_alone(ladder: list[Model]) -> None:
    texts = ("Who painted the Mona Lisa?", "Which of these is a valid deed, and why is it so?")
    for request in (asked("code"), asked("writing"), replace(asked("knowledge"), language="ja")):
        there = {ability.elsewhere(replace(request, text=text)) for text in texts}
        assert len(there) == 1
        assert len({ability.here(ladder[-1], replace(request, text=text)) for text in texts}) == 1


def test_words_that_no_learned_question_has_weigh_by_their_meaning() -> None:
    weights, _, rarity = _weights()
    new = [
        place for word in "podcast bluetooth tornado lion wifi smartphone linux".split()
        if rarity[place := crc32(word.encode()) % BUCKETS] == rarity.max()
    ]  # fmt: skip
    assert len(new) > 3
    assert (weights[:, new] != 0).all()


def test_any_text_has_chances() -> None:
    for text in ("", " ", "Answer:", "ねこ", "\x00", "a" * 50_000, "A. \nB. "):
        told = chances(text)
        assert 0 < told.middling < 1
        assert 0 < told.strong < 1
        assert told.gain == told.strong - told.middling
