"""Arguments out of Japanese by a tool's schema alone; the tools are made up for these tests."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from kippu.turn import Offer, Turn
from kippu.understand.by_schema import Filled, filled
from kippu.understand.free import Free

from ..free.test_free import ENCODERS

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=9)))


def tool(needed: dict[str, Any], more: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": {**needed, **(more or {})}, "required": list(needed)}


def of(kind: str, description: str = "", **more: Any) -> dict[str, Any]:
    return {"type": kind, "description": description, **more}


def read(text: str, schema: dict[str, Any], about: str = "") -> Filled:
    return filled(text, schema, NOW, about)


CAKE = tool(
    {"kind": of("string", "ケーキの名前"), "size": of("string", "Size", enum=["small", "large"])},
    {"count": of("integer", "個数"), "candles": of("boolean", "ろうそく（キャンドル）をつけるか")},
)
SHIP = tool(
    {"origin": of("string", "Where it starts"), "destination": of("string", "Where it goes")},
    {"date": of("string", "Date, YYYY-MM-DD"), "cabin": of("string", "Cabin", enum=["single", "double"])},
)
KILN = tool({"temperature": of("integer", "温度（度）"), "minutes": of("integer", "時間（分）")})
CARD = tool(
    {"recipient": of("string", "相手"), "message": of("string", "本文")},
    {"priority": of("string", "優先度: a=高, b=低", enum=["a", "b"])},
)


@pytest.mark.parametrize(
    ("text", "schema", "arguments"),
    [
        ("チーズケーキのラージを2個、キャンドルなしで頼んで", CAKE,
         {"kind": "チーズケーキ", "size": "large", "count": 2, "candles": False}),
        ("モンブランの小さいのください", CAKE, {"kind": "モンブラン", "size": "small"}),
        ("神戸から別府まで船で行きたい", SHIP, {"origin": "神戸", "destination": "別府"}),
        ("別府まで、神戸からの船を12月3日にダブルで", SHIP,
         {"origin": "神戸", "destination": "別府", "date": "2026-12-03", "cabin": "double"}),
        ("窯を千二百度で2時間温めて", KILN, {"temperature": 1200, "minutes": 120}),
        ("佐藤さんに「引っ越しました」って書いて、優先度は低で", CARD,
         {"recipient": "佐藤さん", "message": "引っ越しました", "priority": "b"}),
        ("佐藤さんに明日行きますと伝えて", CARD, {"recipient": "佐藤さん", "message": "明日行きます"}),
    ],
)  # fmt: skip
def test_what_is_said_is_found(text: str, schema: dict[str, Any], arguments: dict[str, Any]) -> None:
    found = read(text, schema)
    assert found.arguments == arguments
    assert not found.missing


def test_what_is_needed_and_not_said_is_named_in_japanese() -> None:
    found = read("窯を800度で温めて", KILN)
    assert found.arguments == {"temperature": 800}
    assert found.missing == ["時間"]


@pytest.mark.parametrize(
    ("text", "value"), [("キャンドルはいらない", False), ("キャンドルつけて", True), ("", None)]
)
def test_a_denial_is_a_no(text: str, value: bool | None) -> None:
    assert read(f"モンブランの小さいのください、{text}", CAKE).arguments.get("candles") is value


def test_the_other_size_that_is_denied_is_not_taken() -> None:
    assert read("モンブラン、小さいのじゃなくて大きいのください", CAKE).arguments["size"] == "large"


FREE = Free(ENCODERS, lambda tool: True, (), [Offer("added.kiln", "kiln", "窯を予熱する", KILN)])


def meant(text: str) -> Any:
    opinion = FREE.hear(Turn(text, "ja", NOW, "c", "t"))
    assert opinion
    return opinion.meaning(lambda said: None)


def test_a_tool_that_tells_of_itself_in_japanese_is_asked_about() -> None:
    meaning = meant("窯の予熱、800度で1時間やって")
    assert not meaning.calls
    assert [one.arguments for one in meaning.proposed] == [{"temperature": 800, "minutes": 60}]
    assert meaning.question == "「窯を予熱する: 温度は800、時間は60」ということでいいですか？"


def test_what_it_lacks_is_asked_for() -> None:
    assert "「時間」" in meant("窯を800度に予熱して").question


@pytest.mark.parametrize("text", ["昨日は窯の予熱に失敗した", "窯を予熱しないで", "予熱って何"])
def test_talk_of_it_and_a_denial_do_nothing(text: str) -> None:
    meaning = meant(text)
    assert meaning is None or not (meaning.calls or meaning.proposed)
