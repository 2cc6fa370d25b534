"""Questions about what happened are for the record, not for the state of now."""

from typing import Any

import pytest

from understand.home import call, understand

DOOR: dict[str, Any] = {"name": "Front Door", "state": "unlocked"}
FAN: dict[str, Any] = {"name": "Bathroom Fan", "state": "on"}
LIGHT: dict[str, Any] = {"name": "Living Room Light", "state": "off"}
BLINDS: dict[str, Any] = {"name": "Bedroom Blinds", "state": "closed"}
TODAY = {"day": "today"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("has anyone unlocked the front door today?", {**DOOR, "ask": "whether", **TODAY}),
        ("did somebody unlock the front door?", {**DOOR, "ask": "whether"}),
        ("was the front door unlocked today?", {**DOOR, "ask": "whether", **TODAY}),
        ("did I unlock the front door this morning", {**DOOR, "ask": "whether", "part": "morning", **TODAY}),
        ("did you close the bedroom blinds yesterday?", {**BLINDS, "ask": "whether", "day": "yesterday"}),
        ("has the bathroom fan been on today?", {**FAN, "ask": "whether", **TODAY}),
        ("were the bedroom blinds closed last night?",
         {**BLINDS, "ask": "whether", "day": "yesterday", "part": "night"}),
        ("did anyone turn on the bathroom fan on sunday?", {**FAN, "ask": "whether", "day": "2026-11-22"}),
        ("玄関の鍵は今日開けた？", {**DOOR, "ask": "whether", **TODAY}),
        ("今日玄関の鍵開けたっけ", {**DOOR, "ask": "whether", **TODAY}),
        ("誰か玄関の鍵を開けた？", {**DOOR, "ask": "whether"}),
        ("昨日の夜、ブラインドは閉めた？", {**BLINDS, "ask": "whether", "day": "yesterday", "part": "night"}),
        ("今朝換気扇つけましたか？", {**FAN, "ask": "whether", "part": "morning", **TODAY}),
        ("how long has the bathroom fan been on?", {**FAN, "ask": "how_long"}),
        ("for how long has the bathroom fan been running", {**FAN, "ask": "how_long"}),
        ("since when is the bathroom fan on?", {**FAN, "ask": "how_long"}),
        ("換気扇はいつからついてる？", {**FAN, "ask": "how_long"}),
        ("換気扇はどのくらいついてる？", {**FAN, "ask": "how_long"}),
        ("換気扇は何分ついてますか", {**FAN, "ask": "how_long"}),
        ("when did I turn off the living room light?", {**LIGHT, "ask": "when"}),
        ("when did I last unlock the front door", {**DOOR, "ask": "when"}),
        ("when was the front door last unlocked?", {**DOOR, "ask": "when"}),
        ("when was the last time I unlocked the front door", {**DOOR, "ask": "when"}),
        ("what time did you close the bedroom blinds?", {**BLINDS, "ask": "when"}),
        ("what time did I turn on the bathroom fan today", {**FAN, "ask": "when", **TODAY}),
        ("玄関の鍵いつ開けた？", {**DOOR, "ask": "when"}),
        ("いつ換気扇をつけましたか", {**FAN, "ask": "when"}),
        ("リビングの電気は何時に消した？", {**LIGHT, "ask": "when"}),
        ("最後に玄関の鍵を開けたのはいつ？", {**DOOR, "ask": "when"}),
        ("how long ago did I turn on the bathroom fan?", {**FAN, "ask": "ago"}),
        ("換気扇は何分前につけた？", {**FAN, "ask": "ago"}),
        ("who unlocked the front door?", {**DOOR, "ask": "who"}),
        ("誰が玄関の鍵を開けたの？", {**DOOR, "ask": "who"}),
        ("玄関の鍵は誰が開けた？", {**DOOR, "ask": "who"}),
        ("換気扇つけたの誰？", {**FAN, "ask": "who"}),
        ("玄関の鍵は最後にいつ開いた？", {**DOOR, "ask": "when"}),
        ("玄関の鍵を開けたのはいつ？", {**DOOR, "ask": "when"}),
    ],
)  # fmt: skip
def test_it_is_asked_of_the_record(text: str, asked: dict[str, Any]) -> None:
    (found,) = understand(text).calls
    assert found == call("history.happened", **asked)


@pytest.mark.parametrize(
    "text",
    [
        "is the front door unlocked?",
        "did you unlock the front door?",
        "玄関の鍵は開いてる？",
        "玄関の鍵開けた？",
    ],
)
def test_how_it_stands_is_asked_of_the_home(text: str) -> None:
    (found,) = understand(text).calls
    assert (found.tool, found.arguments["state"]) == ("home.state", "unlocked")


@pytest.mark.parametrize(
    "text",
    [
        "when did the war start?", "who opened the first shop?", "how long has the moon been there?",
        "when was the light bulb invented", "戦争はいつ始まった？", "誰が電話を発明したの？",
    ],
)  # fmt: skip
def test_the_world_is_not_in_the_record(text: str) -> None:
    assert not any(one.tool.startswith("history.") for one in understand(text).calls)


@pytest.mark.parametrize("text", ["turn on the bathroom fan today at 9 pm", "今日の9時に換気扇をつけて"])
def test_a_command_for_later_is_no_question(text: str) -> None:
    assert all(one.tool.startswith("timers.") for one in understand(text).calls)
