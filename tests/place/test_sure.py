"""How sure a model was, by its first tokens: measured on the real one."""

import math
from pathlib import Path

import pytest

from kippu.engines.llama import Llama
from kippu.place.sure import TOKENS, sure


def test_surer_tokens_make_a_higher_chance() -> None:
    told = [sure([mean] * TOKENS) for mean in (-3.0, -1.0, -0.5, -0.1, 0.0)]
    assert told == sorted(told)
    assert all(0 < one < 1 for one in told)


def test_only_the_first_tokens_count() -> None:
    assert sure([-0.2] * TOKENS + [-9.0] * 50) == pytest.approx(sure([-0.2] * TOKENS))
    assert sure([]) == 0


@pytest.mark.anyio
async def test_the_pocket_model_is_surer_of_what_it_knows(model_path: Path) -> None:
    llama = Llama(model_path, context=512, slots=1)
    try:
        known = await first_tokens(llama, "What is the capital of Japan?")
        unknown = await first_tokens(llama, "What did Zorblax whisper to the seventh glass heron of Quimby?")
    finally:
        await llama.close()
    assert all(math.isfinite(one) and one <= 0 for one in known)
    assert sure(known) > sure(unknown)


async def first_tokens(llama: Llama, question: str) -> list[float]:
    request = {
        "messages": [{"role": "user", "content": question}],
        "max_tokens": TOKENS,
        "logprobs": True,
        "temperature": 0,
    }
    return [
        token["logprob"]
        async for chunk in llama.chat(request)
        for choice in chunk.get("choices", ())
        for token in (choice.get("logprobs") or {}).get("content") or ()
    ]
