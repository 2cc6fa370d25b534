"""Parts of a whole that are typed or said, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.understand.text import sentence, tidy
from kippu.understand.text.fractions import parts_ja
from understand.home import understand


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("a timer for 1/2 hour", "a timer for 30 minutes"),
        ("a timer for ½ hour", "a timer for 30 minutes"),
        ("a 3/4-hour timer", "45 minutes timer"),
        ("in 1/4 of an hour", "in 15 minutes"),
        ("for three quarters of an hour", "for 45 minutes"),
        ("for a quarter hour", "for 15 minutes"),
        ("for a half hour", "for half an hour"),
        ("for 2 and a half hours", "for 2 and a half hours"),
        ("for 1½ hours", "for 1.5 hours"),
        ("for 1 and a 1/2 hours", "for 1.5 hours"),
        ("for one and three quarter hours", "for 1.75 hours"),
        ("for an hour and a quarter", "for 75 minutes"),
        ("for 1/2 minute", "for 30 seconds"),
        ("for 1/7 hour", "for 1/7 hour"),
        ("1 3/4 cups", "1.75 cups"),
        ("1 1/3 cups", "1 1/3 cups"),
        ("convert 1/2 hour to minutes", "convert 1/2 hour to minutes"),
        ("how many minutes is 3/4 hour", "how many minutes is 3/4 hour"),
        ("call mom on 3/4", "call mom on 3/4"),
        ("電気工事を3/4にして", "電気工事を3/4にして"),
        ("照明の打ち合わせを3/4にして", "照明の打ち合わせを3/4にして"),
        ("8/10時間割を確認", "8/10時間割を確認"),
        ("what is 4/5 plus 1/2", "what is 4/5 plus 1/2"),
        ("3/4/2026", "3/4/2026"),
        ("1/2時間のタイマー", "30分のタイマー"),
        ("4分の3時間後に", "45分後に"),
        ("1と1/2時間", "90分"),
        ("1/2分のタイマー", "30秒のタイマー"),
        ("3/4時間は何分", "3/4時間は何分"),
        ("ブラインドを3/4開けて", "ブラインドを75%開けて"),
        ("照明を1/3にして", "照明を33%にして"),
        ("会議を3/4にして", "会議を3/4にして"),
        ("4/5は何", "4/5は何"),
    ],
)
def test_parts(said: str, read: str) -> None:
    assert sentence(said, "ja" if any(letter > "\u3000" for letter in said) else "en") == read


@given(st.integers(1, 99), st.sampled_from("½¼¾⅓⅔⅛"))
def test_no_part_becomes_a_figure_of_the_number_before_it(number: int, sign: str) -> None:
    assert tidy(f"{number}{sign}").startswith(f"{number} ")


@given(st.integers(1, 15), st.integers(2, 16))
def test_a_part_of_the_light_is_less_than_all_of_it(up: int, down: int) -> None:
    read = parts_ja(f"照明を{up}/{down}にして")
    if up >= down:
        assert read == f"照明を{up}/{down}にして"
    else:
        assert read == f"照明を{round(100 * up / down)}%にして"


@pytest.mark.parametrize(
    ("said", "tool", "given"),
    [
        ("set the kitchen light to 1/2", "home.set_light", {"name": "Kitchen Light", "brightness": 50}),
        ("set the kitchen light to ⅔", "home.set_light", {"name": "Kitchen Light", "brightness": 67}),
        ("set the kitchen light to two thirds", "home.set_light",
         {"name": "Kitchen Light", "brightness": 67}),
        ("open the bedroom blinds 3/4", "home.set_position", {"name": "Bedroom Blinds", "position": 75}),
        ("ブラインドを1/2開けて", "home.set_position", {"name": "Bedroom Blinds", "position": 50}),
        ("set a timer for a half hour", "timers.start", {"minutes": 30}),
        ("会議を3/4にして", "calendar.move", {"text": "会議", "at": "2027-03-04"}),
        ("add 1/2 cup of milk to the shopping list", "lists.add",
         {"item": "1/2 cup of milk", "list": "shopping"}),
    ],
)  # fmt: skip
def test_what_is_done(said: str, tool: str, given: dict[str, object]) -> None:
    (call,) = understand(said).calls
    assert (call.tool, dict(call.arguments)) == (tool, given)


@pytest.mark.parametrize("said", ["set the kitchen light to 2/5", "turn off the lights on 3/4"])
def test_no_figure_of_a_part_is_taken_for_the_whole(said: str) -> None:
    assert not [call for call in understand(said).calls if call.tool.startswith("home.")]
