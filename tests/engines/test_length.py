"""How long an answer has grown at least: never more than whoever wrote it would count."""

from typing import Any

import pytest

from kippu.engines.length import Length


def chunk(text: str, name: str = "content", **more: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {name: text}}], **more}


def length(*chunks: dict[str, Any]) -> int:
    grown = Length()
    for one in chunks:
        grown.heard(one)
    return grown.tokens


@pytest.mark.parametrize("name", ["content", "reasoning_content"])
def test_a_piece_is_a_token_at_most(name: str) -> None:
    assert length(*[chunk("something ", name)] * 1000) == 1000


def test_one_that_sends_letter_by_letter_is_not_counted_by_pieces() -> None:
    assert length(*map(chunk, "The moon pulls the sea. " * 100)) == 400  # about 700 tokens of most models
    assert length(*map(chunk, "月が海を引く。" * 100)) == 350


def test_one_that_sends_much_at_once_is_not_counted_by_letters() -> None:
    assert length(chunk("The moon pulls the sea. " * 1000)) == 1


def test_the_arguments_of_a_call_count_too() -> None:
    part = {"index": 0, "function": {"arguments": "something "}}
    assert length(*[{"choices": [{"delta": {"tool_calls": [part]}}]}] * 10) == 10


def test_a_count_on_the_way_goes_before() -> None:
    assert length(chunk("a", usage={"completion_tokens": 2000})) == 2000
    assert length({"choices": [{"delta": {"role": "assistant", "content": None}}]}, {"choices": []}) == 0
