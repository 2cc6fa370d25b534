"""OpenAI's API with OpenAI's own client, as anyone would use it."""

import json
import subprocess
from collections.abc import Iterator

import httpx
import openai
import pytest
from openai.types.chat import ChatCompletionToolParam

from kippu.models.installed import paths
from kippu.start import Kippu

from .conftest import MODEL, Running

WEATHER: ChatCompletionToolParam = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tell the weather in a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
            "additionalProperties": False,
        },
    },
}


@pytest.fixture
def client(kippu: Running) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{kippu.address}/v1", api_key="none", max_retries=0, timeout=120) as client:
        yield client


def test_models(client: openai.OpenAI) -> None:
    models = {model.id: model for model in client.models.list()}
    assert {"kippu", MODEL} <= set(models)
    assert client.models.retrieve(MODEL) == models[MODEL]
    with pytest.raises(openai.NotFoundError) as error:
        client.models.retrieve("gpt-9")
    assert error.value.code == "model_not_found"


def test_chat(client: openai.OpenAI) -> None:
    found = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "Say hello to Paris."}],
        temperature=0,
        max_tokens=40,
    )
    assert found.choices[0].message.content
    assert found.choices[0].finish_reason in {"stop", "length"}
    assert found.model == MODEL
    assert found.id.startswith("chatcmpl-")
    assert found.usage is not None
    assert found.usage.prompt_tokens > 5
    assert found.usage.total_tokens == found.usage.prompt_tokens + found.usage.completion_tokens


def test_chat_as_a_stream(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": [{"type": "text", "text": "Count from one to five."}]}],
        temperature=0,
        max_completion_tokens=24,
        stream=True,
        stream_options={"include_usage": True},
    )
    chunks = list(stream)
    assert len([c for c in chunks if c.choices and c.choices[0].delta.content]) > 2
    assert chunks[-1].choices == []
    assert chunks[-1].usage is not None
    assert 0 < chunks[-1].usage.completion_tokens <= 24
    assert all(c.usage is None for c in chunks[:-1])
    assert len({c.id for c in chunks}) == 1


def test_no_usage_unless_asked_for(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": "Hi"}], max_tokens=4, stream=True
    )
    assert all(c.usage is None and c.choices for c in stream)


def test_the_same_seed_says_the_same(client: openai.OpenAI) -> None:
    said = {
        client.chat.completions.create(
            model=MODEL,
            messages=[{"role": "user", "content": "Tell me a story."}],
            seed=7,
            temperature=1,
            max_tokens=16,
        )
        .choices[0]
        .message.content
        for _ in range(2)
    }
    assert len(said) == 1


def test_stop_words(client: openai.OpenAI) -> None:
    found = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "Say: one, two, three, four"}],
        temperature=0,
        max_tokens=40,
        stop=[","],
    )
    assert "," not in (found.choices[0].message.content or "")
    assert found.choices[0].finish_reason == "stop"


def test_a_forced_tool(client: openai.OpenAI) -> None:
    found = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "How is the weather in Osaka?"}],
        tools=[WEATHER],
        tool_choice={"type": "function", "function": {"name": "get_weather"}},
        temperature=0,
        max_tokens=100,
    )
    calls = found.choices[0].message.tool_calls
    assert calls is not None
    assert calls[0].type == "function"
    assert calls[0].function.name == "get_weather"
    assert list(json.loads(calls[0].function.arguments)) == ["city"]
    assert found.choices[0].finish_reason == "tool_calls"


def test_a_forced_tool_as_a_stream(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "How is the weather in Osaka?"}],
        tools=[WEATHER],
        tool_choice="required",
        temperature=0,
        max_tokens=100,
        stream=True,
    )
    name = arguments = ""
    for chunk in stream:
        for call in chunk.choices[0].delta.tool_calls or ():
            assert call.function is not None
            name += call.function.name or ""
            arguments += call.function.arguments or ""
    assert name == "get_weather"
    assert list(json.loads(arguments)) == ["city"]


def test_an_answer_to_a_schema(client: openai.OpenAI) -> None:
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "legs": {"type": "integer"}},
        "required": ["name", "legs"],
        "additionalProperties": False,
    }
    found = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "Describe a cat as JSON."}],
        response_format={
            "type": "json_schema",
            "json_schema": {"name": "animal", "schema": schema, "strict": True},
        },
        temperature=0,
        max_tokens=120,
    )
    animal = json.loads(found.choices[0].message.content or "")
    assert isinstance(animal["legs"], int)
    assert set(animal) == {"name", "legs"}


def test_log_probabilities(client: openai.OpenAI) -> None:
    found = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "Hi"}],
        max_tokens=3,
        logprobs=True,
        top_logprobs=2,
    )
    logprobs = found.choices[0].logprobs
    assert logprobs is not None
    assert logprobs.content
    assert all(token.logprob <= 0 and len(token.top_logprobs) == 2 for token in logprobs.content)


def test_completions(client: openai.OpenAI) -> None:
    found = client.completions.create(
        model=MODEL, prompt="The capital of France is", max_tokens=8, temperature=0
    )
    assert "Paris" in found.choices[0].text
    stream = client.completions.create(
        model=MODEL, prompt="The capital of France is", max_tokens=8, temperature=0, stream=True
    )
    assert "".join(chunk.choices[0].text for chunk in stream) == found.choices[0].text


@pytest.mark.parametrize("most", [0, 2])
def test_log_probabilities_of_a_completion(client: openai.OpenAI, most: int) -> None:
    found = client.completions.create(
        model=MODEL, prompt="The capital of France is", max_tokens=3, temperature=0, logprobs=most
    )
    told = found.choices[0].logprobs
    assert told and told.tokens and told.token_logprobs and told.top_logprobs and told.text_offset
    assert "".join(told.tokens) == found.choices[0].text
    assert all(one <= 0 for one in told.token_logprobs)
    assert [len(one) for one in told.top_logprobs] == [most] * len(told.tokens)
    assert told.text_offset == [len("".join(told.tokens[:at])) for at in range(len(told.tokens))]


def test_a_token_made_unlikely(client: openai.OpenAI) -> None:
    found = client.completions.create(
        model=MODEL, prompt="The capital of France is", max_tokens=1, temperature=0, logit_bias={"7042": -100}
    )
    assert found.choices[0].text
    assert "Paris" not in found.choices[0].text


@pytest.mark.parametrize(
    ("more", "param"),
    [
        ({"echo": True}, "echo"),
        ({"suffix": "."}, "suffix"),
        ({"stop": ""}, "stop"),
        ({"stop": [""]}, "stop"),
        ({"logit_bias": {"Paris": -100}}, "logit_bias.Paris"),
        ({"logit_bias": {"7042": 300}}, "logit_bias.7042"),
    ],
)
def test_what_a_completion_would_not_heed_is_refused(
    kippu: Running, more: dict[str, object], param: str
) -> None:
    with kippu.client() as http:
        answer = http.post("/v1/completions", json={"model": MODEL, "prompt": "Hi", "max_tokens": 1, **more})
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["type"] == "invalid_request_error"
    assert error["param"].startswith(param)


def test_embeddings(client: openai.OpenAI) -> None:
    def close(a: list[float], b: list[float]) -> float:
        def size(v: list[float]) -> float:
            return float(sum(x * x for x in v)) ** 0.5

        return sum(x * y for x, y in zip(a, b, strict=True)) / size(a) / size(b)

    texts = ["The cat sleeps on the sofa.", "A cat is sleeping on a sofa.", "Interest rates rose again."]
    packed = [e.embedding for e in client.embeddings.create(model=MODEL, input=texts).data]
    plain = client.embeddings.create(model=MODEL, input=texts[0], encoding_format="float")
    assert close(packed[0], plain.data[0].embedding) > 0.999
    assert close(packed[0], packed[1]) > close(packed[0], packed[2])
    assert plain.usage.prompt_tokens > 3


def test_errors_are_the_clients_own(client: openai.OpenAI) -> None:
    message: list[openai.types.chat.ChatCompletionMessageParam] = [{"role": "user", "content": "Hi"}]
    with pytest.raises(openai.NotFoundError) as missing:
        client.chat.completions.create(model="no-such-model", messages=message)
    assert missing.value.code == "model_not_found"
    with pytest.raises(openai.BadRequestError) as wrong:
        client.chat.completions.create(model=MODEL, messages=message, temperature=9)
    assert wrong.value.param == "temperature"
    assert wrong.value.type == "invalid_request_error"
    with pytest.raises(openai.BadRequestError, match="'n' can only be 1"):
        client.chat.completions.create(model=MODEL, messages=message, n=2)
    with pytest.raises(openai.BadRequestError):
        client.chat.completions.create(model=MODEL, messages=[])
    with pytest.raises(openai.BadRequestError) as empty:
        client.embeddings.create(model=MODEL, input="")
    assert empty.value.param == "input"
    with pytest.raises(openai.NotFoundError, match="nothing at /v1/responses"):
        client.responses.create(model=MODEL, input="Hi")
    with pytest.raises(openai.BadRequestError, match="text"):
        client.chat.completions.create(
            model=MODEL,
            messages=[
                {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:,"}}]},
            ],
        )


def test_a_prompt_that_does_not_fit(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError, match="token"):
        client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": "word " * 40_000}], max_tokens=1
        )


def test_the_whole_assistant(client: openai.OpenAI) -> None:
    found = client.chat.completions.create(
        model="kippu", messages=[{"role": "user", "content": "what is 15% of 84"}]
    )
    assert "12.6" in (found.choices[0].message.content or "")
    did = found.model_extra["kippu"] if found.model_extra else None
    assert did["outcomes"][0]["call"]["tool"] == "math.calculate"


def test_the_whole_assistant_as_a_stream_acts(client: openai.OpenAI, kippu: Running) -> None:
    stream = client.chat.completions.create(
        model="kippu", messages=[{"role": "user", "content": "turn on the kitchen light"}], stream=True
    )
    assert "".join(chunk.choices[0].delta.content or "" for chunk in stream)
    with kippu.client() as http:
        rooms = http.get("/api/home").json()["rooms"]
    kitchen = next(room for room in rooms if room["name"] == "Kitchen")
    assert any(thing["domain"] == "light" and thing["state"] == "on" for thing in kitchen["things"])


def test_the_whole_assistant_knows_its_conversation_again(client: openai.OpenAI, kippu: Running) -> None:
    messages: list[openai.types.chat.ChatCompletionMessageParam] = [
        {"role": "user", "content": "add teabags to the shopping list"}
    ]
    first = client.chat.completions.create(model="kippu", messages=messages)
    messages.append({"role": "assistant", "content": first.choices[0].message.content or ""})
    messages.append({"role": "user", "content": "what's on my shopping list"})
    second = client.chat.completions.create(model="kippu", messages=messages)
    ids = [(found.model_extra or {})["kippu"]["conversation"] for found in (first, second)]
    assert ids[0] == ids[1]
    with kippu.client() as http:
        assert len(http.get(f"/api/conversations/{ids[0]}").json()["turns"]) == 2


def test_the_whole_assistant_refuses_what_it_would_ignore(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as error:
        client.chat.completions.create(
            model="kippu", messages=[{"role": "user", "content": "Hi"}], tools=[WEATHER]
        )
    assert error.value.param == "tools"


def test_leaving_a_stream_frees_the_model(client: openai.OpenAI) -> None:
    long: list[openai.types.chat.ChatCompletionMessageParam] = [
        {"role": "user", "content": "Write a very long story about a river, at least 2000 words."}
    ]
    for _ in range(8):  # more than the engine has slots
        stream = client.chat.completions.create(model=MODEL, messages=long, max_tokens=1500, stream=True)
        next(iter(stream))
        stream.close()
    soon = client.with_options(timeout=60)  # eight stories would take two minutes and more
    soon.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}], max_tokens=2)


def test_curl(kippu: Running) -> None:
    def curl(*arguments: str) -> str:
        made = subprocess.run(
            ["curl", "--silent", "--max-time", "60", *arguments], capture_output=True, text=True, check=True
        )
        return made.stdout

    body = json.dumps(
        {"model": MODEL, "messages": [{"role": "user", "content": "Hi"}], "max_tokens": 4, "stream": True}
    )
    said = curl(
        f"{kippu.address}/v1/chat/completions",
        "-H",
        "Content-Type: application/json",
        "-d",
        body,
        "--no-buffer",
    )
    assert said.startswith("data: {")
    assert said.endswith("data: [DONE]\n\n")
    told = json.loads(curl(f"{kippu.address}/v1/chat/completions", "-d", body))
    assert "Content-Type" in told["error"]["message"]
    assert "data:" in curl(
        f"{kippu.address}/api/ask",
        "-H",
        "Content-Type: application/json",
        "-d",
        '{"text": "what time is it"}',
    )


def test_a_tool_list_is_read_before_the_question(client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "user", "content": "What is the weather in Oslo?"}],
        tools=[WEATHER],
        max_tokens=8,
    )
    assert answer.usage and answer.usage.prompt_tokens_details
    known = answer.usage.prompt_tokens_details.cached_tokens or 0
    assert known > answer.usage.prompt_tokens / 2


@pytest.mark.anyio
async def test_a_model_that_is_kept_as_a_folder_is_refused_in_words(
    alone: Kippu, near: httpx.AsyncClient
) -> None:
    model = alone.store.model("all-minilm-l6-v2")
    for path, file in zip(paths(alone.store.folder, model).values(), model.files, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as empty:  # as long as the real ones, which is all that is looked at so far
            empty.truncate(file.bytes)
    assert alone.store.has(model.id)
    assert model.id not in {card["id"] for card in (await near.get("/v1/models")).json()["data"]}
    answer = await near.post("/v1/embeddings", json={"model": model.id, "input": "Hi"})
    assert answer.status_code == 400
    assert "safetensors" in answer.json()["error"]["message"] and answer.json()["error"]["param"] == "model"
