"""The most that a text can take is never less than a real tokenizer makes of it, in whatever script."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from kippu.engines import Llama
from kippu.engines.price import LONGEST_ANSWER, worst
from kippu.engines.tokens import most, tokens
from kippu.settings import Provider

pytestmark = pytest.mark.anyio

TEXTS = {
    "english": "The quick brown fox jumps over the lazy dog while it rains. ",
    "japanese": "今日は天気がいいので公園を散歩しましょう。鬱蒼とした薔薇の麒麟",
    "chinese": "今天天气很好我们去公园散步吧",
    "korean": "안녕하세요 오늘 날씨가 좋네요",
    "thai": "ประเทศไทยเป็นประเทศที่มีวัฒนธรรมยาวนาน",
    "hindi": "भारत एक विशाल देश है और इसकी संस्कृति",
    "arabic": "مرحبا كيف حالك اليوم يا صديقي العزيز",
    "russian": "Здравствуйте, как ваши дела сегодня",
    "cuneiform": "𒀀𒁀𒂀",
    "emoji": "😀🎉🏳️‍🌈👩‍🔬",
    "digits": "31415926535897932384626433832795",
    "signs": "{}[]();:=>+-*/",
    "nonsense": "xqzjvkwpfQWRTZPLKJ",
    "empty": "",
}
TOOL = {
    "type": "function",
    "function": {"name": "lists__show", "description": "Show.", "parameters": {"type": "object"}},
}


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def llama(model_path: Path) -> AsyncIterator[Llama]:
    llama = Llama(model_path, slots=1, context=2048)
    yield llama
    await llama.close()


@pytest.mark.parametrize("script", TEXTS)
async def test_the_most_is_an_upper_bound(llama: Llama, script: str) -> None:
    text = TEXTS[script] * 4
    real = await llama.count_tokens({"prompt": text}) - await llama.count_tokens({"prompt": ""})
    assert real <= most(text)


@pytest.mark.parametrize("tools", [[], [TOOL]])
@pytest.mark.parametrize("script", TEXTS)
async def test_the_worst_price_is_for_all_that_the_model_reads(
    llama: Llama, script: str, tools: list[Any]
) -> None:
    messages = [{"role": "user", "content": TEXTS[script] * 4}] * 3
    request = {"messages": messages, **({"tools": tools} if tools else {})}
    read = await llama.count_tokens(request)
    dear = Provider(name="Near", url="http://127.0.0.1:9/v1", model="m", cents_in=1_000_000)
    assert read <= worst(dear, json.dumps(request, ensure_ascii=False)) < 20 * read + LONGEST_ANSWER


@pytest.mark.parametrize(("text", "about"), [("hello there", 4), ("こんにちは", 6), ("สวัสดี", 13), ("", 1)])
def test_about_how_many(text: str, about: int) -> None:
    assert tokens(text) == about
    assert most("half a pair: \ud83d") == 14
