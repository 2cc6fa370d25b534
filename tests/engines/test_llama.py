"""The real model, in this process: streaming, stopping, sharing, forms, limits, and what is remembered."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from kippu.engines import Llama
from kippu.errors import BadInput, ModelBroken, ModelError, TooLong
from layers.making import lora

pytestmark = pytest.mark.anyio

HELLO = [{"role": "user", "content": "Say hello."}]
ENDLESS = {"messages": HELLO, "ignore_eos": True, "max_tokens": 900}
LIGHT = {
    "type": "function",
    "function": {
        "name": "turn_on",
        "description": "Turn on a light.",
        "parameters": {
            "type": "object",
            "properties": {"room": {"enum": ["kitchen", "bedroom"]}},
            "required": ["room"],
            "additionalProperties": False,
        },
    },
}


@asynccontextmanager
async def opened(path: Path, cache: Path | None = None, slots: int = 2) -> AsyncIterator[Llama]:
    llama = await asyncio.to_thread(Llama, path, context=1024, threads=1, slots=slots, cache=cache)
    try:
        yield llama
    finally:
        await llama.close()


async def said(llama: Llama, request: Mapping[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    chunks = [chunk async for chunk in llama.chat(request)]
    text = "".join(c["delta"].get("content") or "" for chunk in chunks for c in chunk["choices"])
    return text, chunks


async def idle(llama: Llama) -> None:
    while await llama.working():  # noqa: ASYNC110  # llama.cpp tells nobody when it is done
        await asyncio.sleep(0.01)


async def test_streams_openai_chunks(model_path: Path) -> None:
    async with opened(model_path) as llama:
        text, chunks = await said(llama, {"messages": HELLO, "max_tokens": 8, "temperature": 0})
        assert "Hello" in text
        assert all(chunk["object"] == "chat.completion.chunk" for chunk in chunks)
        assert not any("prompt_progress" in chunk for chunk in chunks)
        assert len(chunks) > 8  # a chunk a token, and the ends
        assert chunks[-2]["choices"][0]["finish_reason"] in ("stop", "length")
        assert chunks[-1]["usage"]["prompt_tokens"] == await llama.count_tokens({"messages": HELLO})
        assert chunks[-1]["timings"]["predicted_n"] == chunks[-1]["usage"]["completion_tokens"]
        assert str(model_path.parent) not in json.dumps(chunks)


async def test_options_left_empty_are_as_if_not_given(model_path: Path) -> None:
    async with opened(model_path) as llama:
        empty = dict.fromkeys(("temperature", "stop", "seed", "tools", "response_format", "n", "max_tokens"))
        _, chunks = await said(llama, {"messages": HELLO, **empty, "max_completion_tokens": 3})
        assert chunks[-1]["usage"]["completion_tokens"] <= 3  # as asked


async def test_same_seed_same_words(model_path: Path) -> None:
    async with opened(model_path) as llama:
        request = {"messages": HELLO, "max_tokens": 8, "temperature": 1.0, "seed": 7, "cache_prompt": False}
        first, _ = await said(llama, request)
        assert (await said(llama, request))[0] == first


async def test_stop_words_and_logprobs(model_path: Path) -> None:
    async with opened(model_path) as llama:
        request = {"messages": [{"role": "user", "content": "Count: 1, 2, 3"}], "max_tokens": 8}
        _, chunks = await said(llama, request | {"logprobs": True, "top_logprobs": 3})
        probabilities = [c["logprobs"] for chunk in chunks for c in chunk["choices"] if c.get("logprobs")]
        assert len(probabilities[0]["content"][0]["top_logprobs"]) == 3  # as asked
        text, _ = await said(llama, request | {"stop": ["e", "a", "o", "1"], "max_tokens": 30})
        assert not set("eao1") & set(text)


async def test_completes_and_embeds(model_path: Path) -> None:
    async with opened(model_path) as llama:
        chunks = [
            chunk
            async for chunk in llama.complete({"prompt": "One, two,", "max_tokens": 3, "temperature": 0})
        ]
        assert "three" in "".join(chunk["choices"][0]["text"] for chunk in chunks if chunk["choices"])
        vectors = await llama.embed(["a cat", "a cat", "quantum mechanics"])
        assert [len(vector) for vector in vectors] == [llama.file.width] * 3
        same, other = (sum(a * b for a, b in zip(vectors[0], v, strict=True)) for v in vectors[1:])
        assert same == pytest.approx(1, abs=1e-3)
        assert other < same
        with pytest.raises(BadInput):
            await llama.embed([])


async def test_closing_the_iterator_stops_the_model(model_path: Path) -> None:
    async with opened(model_path) as llama:
        chunks = llama.chat(ENDLESS)
        for _ in range(5):
            await anext(chunks)
        assert await llama.working() == 1
        await chunks.aclose()
        await idle(llama)
        # the slot is free again, for as many as there are
        answers = await asyncio.gather(*(said(llama, {"messages": HELLO, "max_tokens": 2}) for _ in range(3)))
        assert len(answers) == 3  # as asked


async def test_cancelling_while_it_reads_stops_it(model_path: Path) -> None:
    async with opened(model_path) as llama:
        long = {"messages": [{"role": "user", "content": "word " * 400}], "max_tokens": 1}
        reading = asyncio.create_task(said(llama, long))
        while not await llama.working():  # noqa: ASYNC110  # nor when it begins
            await asyncio.sleep(0.01)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        await idle(llama)
        _, chunks = await said(llama, long)
        assert chunks[-1]["timings"]["prompt_n"] > 150  # most was never read before


async def test_conversations_share_and_wait(model_path: Path) -> None:
    async with opened(model_path) as llama:
        first, second = llama.chat(ENDLESS), llama.chat(ENDLESS)
        await anext(first)
        await anext(second)
        assert await llama.working() == 2  # at once
        third = asyncio.create_task(said(llama, {"messages": HELLO, "max_tokens": 2}))
        await asyncio.sleep(0.1)
        assert not third.done()
        await first.aclose()
        assert (await third)[1][-1]["usage"]["completion_tokens"] <= 2  # as asked
        await second.aclose()


async def test_a_conversation_is_not_read_again(model_path: Path) -> None:
    async with opened(model_path) as llama:
        one = [
            {"role": "system", "content": "Be kind. " * 20},
            {"role": "user", "content": "My name is Ann."},
        ]
        text, _ = await said(llama, {"messages": one, "max_tokens": 8})
        await said(llama, {"messages": [{"role": "user", "content": "Something else."}], "max_tokens": 2})
        more = [*one, {"role": "assistant", "content": text}, {"role": "user", "content": "Who am I?"}]
        _, chunks = await said(llama, {"messages": more, "max_tokens": 2})
        assert chunks[-1]["timings"]["prompt_n"] < 40  # of more than 90


async def test_answers_in_the_form_of_a_schema(model_path: Path) -> None:
    schema = {
        "type": "object",
        "properties": {
            "room": {"enum": ["kitchen", "bedroom"]},
            "percent": {"type": "integer", "maximum": 100},
        },
        "required": ["room", "percent"],
        "additionalProperties": False,
    }
    form = {"type": "json_schema", "json_schema": {"name": "light", "schema": schema}}
    async with opened(model_path) as llama:
        messages = [{"role": "user", "content": "Set the bedroom light to 40 percent."}]
        for seed in range(3):
            text, _ = await said(llama, {"messages": messages, "response_format": form, "seed": seed})
            answer = json.loads(text)
            assert answer["room"] in ("kitchen", "bedroom")
            assert isinstance(answer["percent"], int) and answer["percent"] <= 100  # the schema's
            assert "\n" not in text and ": " not in text
        broken = {"type": "json_schema", "json_schema": {"schema": {"type": "nonsense"}}}
        for wrong in (broken, {"type": "poem"}, "json", {"type": "json_schema"}):
            with pytest.raises(BadInput):
                await said(llama, {"messages": messages, "response_format": wrong, "max_tokens": 20})


async def test_tools_are_never_dropped(model_path: Path) -> None:
    async with opened(model_path) as llama:
        request = {"messages": [{"role": "user", "content": "Turn on the kitchen light."}], "tools": [LIGHT]}
        assert await llama.count_tokens(request) > await llama.count_tokens({"messages": HELLO}) + 40
        _, chunks = await said(llama, request | {"tool_choice": "required", "temperature": 0})
        ends = [choice for chunk in chunks for choice in chunk["choices"] if choice["finish_reason"]]
        assert ends[0]["finish_reason"] == "tool_calls"
        call = ends[0]["delta"]["tool_calls"][0]["function"]
        assert call["name"] == "turn_on"
        assert json.loads(call["arguments"])["room"] in ("kitchen", "bedroom")
        text, _ = await said(llama, request | {"tool_choice": "none", "max_tokens": 4})
        assert text
        with pytest.raises(BadInput):
            await said(llama, request | {"tool_choice": {"type": "function", "function": {"name": "other"}}})


async def test_what_does_not_fit_is_said_with_both_sizes(model_path: Path) -> None:
    async with opened(model_path) as llama:
        long = {"messages": [{"role": "user", "content": "word " * 2000}]}
        with pytest.raises(TooLong, match=r"2,0\d\d tokens.*1,024") as caught:
            await said(llama, long)
        assert "1,024トークンまで" in caught.value.ja
        assert (await said(llama, {"messages": HELLO, "max_tokens": 2, "temperature": 0}))[0]


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"messages": []},
        {"messages": "hello"},
        {"messages": [{"role": "user"}]},
        {"messages": HELLO, "temperature": "hot"},
        {"messages": HELLO, "n": 3},
        {"messages": HELLO, "tools": [{"type": "function"}]},
    ],
)
async def test_bad_requests(model_path: Path, request_: dict[str, Any]) -> None:
    async with opened(model_path) as llama:
        with pytest.raises(BadInput):
            await said(llama, request_)


async def test_weighs_choices(model_path: Path) -> None:
    async with opened(model_path) as llama:
        question = [{"role": "user", "content": "What is the capital of France? Answer in one word."}]
        shares = await llama.score(question, ["Paris", "Berlin", "Paris, France", "Madrid"])
        assert sum(shares.values()) == pytest.approx(1)
        assert shares["Paris"] + shares["Paris, France"] > 0.9
        assert await llama.score(question, ["Oslo"]) == {"Oslo": 1.0}
        with pytest.raises(BadInput):
            await llama.score(question, ["a", "a"])


REMEMBER = """
import asyncio, json, sys
from pathlib import Path
from kippu.engines import Llama

async def main():
    llama = Llama(Path(sys.argv[1]), context=1024, threads=1, cache=Path(sys.argv[2]))
    system = [{"role": "system", "content": "You look after a home. " * 30}]
    if sys.argv[3] == "yes":
        await llama.remember(system)
    request = {"messages": [*system, {"role": "user", "content": "Hello"}], "max_tokens": 1}
    both = [llama.chat(request), llama.chat(request)]
    ends = [[chunk async for chunk in chat][-1] for chat in both]
    print(json.dumps([end["timings"] for end in ends]))
    await llama.close()

asyncio.run(main())
"""


def _read_in_another_process(model: Path, cache: Path, remember: bool) -> int:
    command = [sys.executable, "-c", REMEMBER, str(model), str(cache), "yes" if remember else "no"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # our own words
    assert run.stderr == ""
    return int(json.loads(run.stdout)[0]["prompt_n"])


def test_a_prefix_outlives_the_process(model_path: Path, tmp_path: Path) -> None:
    assert _read_in_another_process(model_path, tmp_path, remember=False) > 150  # the whole prompt
    assert _read_in_another_process(model_path, tmp_path, remember=True) < 20  # the user's words
    (state,) = tmp_path.glob("*.state")
    written = state.stat().st_ctime_ns, state.stat().st_size
    assert _read_in_another_process(model_path, tmp_path, remember=True) < 20  # the user's words
    assert state.stat().st_size == written[1]
    state.write_bytes(state.read_bytes()[:-9])
    assert _read_in_another_process(model_path, tmp_path, remember=True) < 20  # read anew
    assert state.stat().st_size == written[1]


def test_what_llama_cpp_refuses_is_a_broken_model(model_path: Path, tmp_path: Path) -> None:
    content = model_path.read_bytes()
    for found, put in (
        (b"\x05\0\0\0\0\0\0\0llama", b"\x05\0\0\0\0\0\0\0lxama"),
        (b"output_norm.weight", b"output_nerm.weight"),
    ):
        path = tmp_path / "model.gguf"
        path.write_bytes(content.replace(found, put, 1))
        with pytest.raises(ModelBroken, match="can't load") as caught:
            Llama(path, threads=1)
        assert "壊れている" in caught.value.ja


async def test_closing_ends_what_runs(model_path: Path) -> None:
    llama = await asyncio.to_thread(Llama, model_path, context=1024, threads=1)
    running = asyncio.create_task(said(llama, ENDLESS))
    while not await llama.working():  # noqa: ASYNC110  # nor when it begins
        await asyncio.sleep(0.01)
    await llama.close()
    with pytest.raises(ModelError):
        await running
    messages = [{"role": "user", "content": "hello"}]
    for late in (
        llama.count_tokens({"messages": messages}),
        llama.remember(messages),
        said(llama, {"messages": messages}),
        llama.embed(["hello"]),
    ):
        with pytest.raises(ModelError):
            await late
    await llama.close()


async def test_an_adapter_is_switched_without_loading_again(model_path: Path, tmp_path: Path) -> None:
    files = {"loud": lora(tmp_path / "loud.gguf", value=0.4), "still": lora(tmp_path / "still.gguf")}
    llama = await asyncio.to_thread(Llama, model_path, context=1024, threads=1, adapters=files)
    asked = {"messages": HELLO, "max_tokens": 12, "temperature": 0}
    try:
        plain, _ = await said(llama, asked)
        loud, _ = await said(llama, {**asked, "adapters": ["loud"]})
        still, _ = await said(llama, {**asked, "adapters": ["still"]})
        assert loud != plain
        assert still == plain, "an adapter of zeros changes nothing"
        for adapters, text in ((None, plain), (["loud"], loud)):
            again, chunks = await said(llama, {**asked, "adapters": adapters})
            assert again == text
            assert chunks[-1]["timings"]["prompt_n"] < 5, "what each has read is kept"
        with pytest.raises(BadInput, match="no adapter 'quiet'"):
            await said(llama, {**asked, "adapters": ["quiet"]})
    finally:
        await llama.close()


async def test_adapters_add_up(model_path: Path, tmp_path: Path) -> None:
    """What one changes is the product of its two halves, so two are as one whose halves are root 2 as big."""
    files = {
        "base": lora(tmp_path / "base.gguf", value=0.25),
        "industry": lora(tmp_path / "industry.gguf", value=0.25),
        "both": lora(tmp_path / "both.gguf", value=0.25 * 2**0.5),
    }
    llama = await asyncio.to_thread(Llama, model_path, context=1024, threads=1, adapters=files)
    asked = {"messages": HELLO, "max_tokens": 12, "temperature": 0}
    try:
        one, _ = await said(llama, {**asked, "adapters": ["industry"]})
        two, _ = await said(llama, {**asked, "adapters": ["base", "industry"]})
        both, _ = await said(llama, {**asked, "adapters": ["both"]})
        assert two == both != one
        again, _ = await said(llama, {**asked, "adapters": ["industry"]})
        assert again == one, "what was read with more of them is not taken for its own"
    finally:
        await llama.close()
