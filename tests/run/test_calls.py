"""Calls that come in pieces, whatever pieces a model or a provider sends."""

import json
from typing import Any

import pytest

from kippu.run.calls import Wanted, pieces_of
from kippu.run.pieces import Cut, Used


def chunk(*parts: Any, **delta: Any) -> dict[str, Any]:
    return {"choices": [{"delta": {"tool_calls": list(parts), **delta}}]}


def heard(*chunks: dict[str, Any]) -> Wanted:
    wanted = Wanted()
    for each in chunks:
        pieces_of(each, wanted)
    return wanted


def test_a_call_in_pieces() -> None:
    wanted = heard(
        chunk({"index": 0, "id": "x", "function": {"name": "lists__", "arguments": ""}}),
        chunk({"index": 1, "id": "y", "function": {"name": "notes__find", "arguments": "{}"}}),
        chunk({"index": 0, "function": {"name": "add", "arguments": '{"item": "mi'}}),
        chunk({"index": 0, "function": {"arguments": 'lk"}'}}),
    )
    assert [(one.id, one.name, one.arguments) for one in wanted.calls] == [
        ("x", "lists__add", '{"item": "milk"}'),
        ("y", "notes__find", "{}"),
    ]


def test_without_numbers_a_new_id_begins_a_new_call() -> None:
    wanted = heard(
        chunk({"id": "a", "function": {"name": "one", "arguments": "{"}}),
        chunk({"function": {"arguments": "}"}}),
        chunk({"id": "b", "function": {"name": "two", "arguments": "{}"}}),
    )
    assert [(one.name, one.arguments) for one in wanted.calls] == [("one", "{}"), ("two", "{}")]


def test_ten_thousand_calls_are_a_few() -> None:
    parts = [{"index": at, "function": {"name": "t", "arguments": "{}"}} for at in range(10_000)]
    wanted = heard(chunk(*parts))
    assert len(wanted.calls) == 32
    assert {one.name for one in wanted.calls} == {"t"}


def test_arguments_without_end_are_none() -> None:
    wanted = heard(
        *(chunk({"index": 0, "function": {"name": "t", "arguments": "x" * 9000}}) for _ in range(50))
    )
    (one,) = wanted.calls
    assert len(one.arguments) < 30_000
    assert wanted.message()["tool_calls"][0]["function"]["arguments"] == "{}"


@pytest.mark.parametrize(
    "part",
    [
        {"index": -1, "function": {"name": "t"}},
        {"index": 2**70, "function": {"name": "t"}},
        {"index": None, "function": None},
        {"index": "0", "function": {"name": 7, "arguments": ["x"]}},
        {},
    ],
)
def test_nonsense_breaks_nothing(part: dict[str, Any]) -> None:
    wanted = heard(chunk(part, content=["no text"]))
    json.dumps(wanted.message())
    assert all(one.name == "" for one in wanted.calls)


def test_what_goes_back_is_what_providers_take() -> None:
    wanted = heard(chunk({"index": 0, "function": {"name": "rm -rf /\n", "arguments": "[" * 5000}}))
    (call,) = wanted.message()["tool_calls"]
    assert call["function"] == {"name": "unknown", "arguments": "{}"}


def test_text_and_bill() -> None:
    bill = {"choices": [], "usage": {"completion_tokens": 3, "prompt_tokens": 9}, "cents": 0.2}
    end = {"choices": [{"delta": {"content": "so"}, "finish_reason": "length"}]}
    assert pieces_of(end, Wanted()) == ["so", Cut()]
    assert pieces_of({"choices": [{"delta": {"content": "hi"}}]}, Wanted()) == ["hi"]
    assert pieces_of(bill, Wanted()) == [Used(3, read=9), Used(0, 0.2)]
    assert pieces_of({"choices": None}, Wanted()) == []
