"""An appliance that the home hasn't is not another one."""

from dataclasses import replace

import pytest

from understand.home import HOME, call, thing, understand


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("洗濯機まわして", "洗濯機"), ("乾燥機かけて", "乾燥機"), ("扇風機つけて", "扇風機"),
        ("扇風機を弱にして", "扇風機"), ("サーキュレーターつけて", "サーキュレーター"),
        ("こたつつけて", "こたつ"), ("床暖房つけて", "床暖房"),
        ("食洗機つけて", "食洗機"), ("start the washing machine", "washing machine"),
        ("turn on the ceiling fan", "ceiling fan"),
    ],
)  # fmt: skip
def test_there_is_none(text: str, what: str) -> None:
    assert understand(text).calls == (call("about.no_such_thing", what=what),)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("扇風機つけて", thing("fan.living", "扇風機", "Living Room")),
        ("扇風機つけて", thing("fan.living", "Tower Fan", "Living Room")),
        ("洗濯機つけて", thing("switch.washer", "洗濯機のコンセント", "Bathroom")),
        ("床暖房つけて", thing("climate.floor", "床暖房", "Living Room")),
        ("turn on the ceiling fan", thing("fan.ceiling", "Ceiling Fan", "Bedroom")),
    ],
)
def test_what_is_called_so_is_it(text: str, one: object) -> None:
    said = understand(text, replace(HOME, things=(*HOME.things, one)))  # type: ignore[arg-type]
    assert not any(call.tool == "about.no_such_thing" for call in said.calls)


@pytest.mark.parametrize("text", ["換気扇つけて", "掃除機かけて", "暖房つけて", "turn on the fan"])
def test_what_there_is_starts(text: str) -> None:
    (one,) = understand(text).calls
    assert one.tool.startswith("home.")


@pytest.mark.parametrize("text", ["洗濯機の掃除して", "洗濯機回してって伝えて", "洗濯機回してもいい？"])
def test_other_words_about_it_are_no_order(text: str) -> None:
    assert call("about.no_such_thing", what="洗濯機") not in understand(text).calls
