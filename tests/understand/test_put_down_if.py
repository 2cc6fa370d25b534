"""What is to be put down on a condition: nobody waits for that, and the condition is no part of its name."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("雨が降らなければ洗濯をリストに入れて", call("lists.add", item="洗濯", list="shopping")),
        ("雨なら傘をリストに入れて", call("lists.add", item="傘", list="shopping")),
        ("もし安かったらトマトをリストに追加", call("lists.add", item="トマト", list="shopping")),
        ("晴れたら洗濯をやることリストに追加して", call("lists.add", item="洗濯", list="to do")),
        ("add an umbrella to the list if it rains", call("lists.add", item="an umbrella")),
        ("if it rains tomorrow add an umbrella to the list", call("lists.add", item="an umbrella")),
    ],
)
def test_it_is_asked_first(text: str, put: object) -> None:
    meaning = understand(text)
    assert not meaning.calls and meaning.question and "?" in meaning.question.replace("？", "?")
    (offered,) = meaning.proposed
    assert offered.tool == put.tool  # type: ignore[attr-defined]
    assert offered.arguments["item"] == put.arguments["item"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨が降らなければ洗濯するってメモして", call("notes.add", text="雨が降らなければ洗濯する")),
        ("牛乳をリストに入れて", call("lists.add", item="牛乳", list="shopping")),
        ("さくらんぼをリストに入れて", call("lists.add", item="さくらんぼ", list="shopping")),
    ],
)
def test_no_condition(text: str, expected: object) -> None:
    assert understand(text).calls == (expected,)
