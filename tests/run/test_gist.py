"""What a text says in few of its own sentences."""

from pathlib import Path

import pytest

from kippu.run.gist import gist
from kippu.run.sentences import length, sentences
from run.letter import LETTER

TEXTS = sorted((Path(__file__).parents[2] / "bench/summaries").glob("*.txt"))


def test_sentences_are_whole_and_greetings_are_none() -> None:
    assert sentences(LETTER) == [
        "From Monday 3 June the lift will be out of service for two weeks.",
        "The company works from eight to five on weekdays only.",
        "Mr. Ito keeps all parcels on the ground floor for you.",
        "The cost is covered by the reserve, so the charge stays as it is.",
        "Please tell us by Friday if you expect a removal van.",
    ]
    notice = "皆様へ\n工事は六月三日の月曜日から始まります。荷物は一階の管理人が預か\nります。以上\n"
    assert sentences(notice) == [
        "工事は六月三日の月曜日から始まります。",
        "荷物は一階の管理人が預かります。",
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "社長は「工場は閉鎖しない。従業員も減らさない。」と述べた。組合は納得していない。",
            ["社長は「工場は閉鎖しない。従業員も減らさない。」と述べた。", "組合は納得していない。"],
        ),
        (
            "The office is closed on Friday, Nov. 27. The cleaners come at 8 a.m. and need it empty.",
            ["The office is closed on Friday, Nov. 27.", "The cleaners come at 8 a.m. and need it empty."],
        ),
        (
            "訓練を行います。\n日時：12月6日（日）午前9時〜11時\n持ち物：軍手、飲み物\n以上",
            ["訓練を行います。", "日時：12月6日（日）午前9時〜11時", "持ち物：軍手、飲み物"],
        ),
        (
            "集合は9時に変わりました〜\n会費は2000円です🙇\n遅れる人は連絡ください！",
            ["集合は9時に変わりました〜", "会費は2000円です🙇", "遅れる人は連絡ください！"],
        ),
        (
            "平素は格別のご高配を賜り、厚く御礼申し上げます。明日の遠足は中止です。",
            ["明日の遠足は中止です。"],
        ),
    ],
)
def test_a_sentence_is_cut_where_it_ends(text: str, whole: list[str]) -> None:
    assert sentences(text) == whole


def test_what_is_taken_back_is_said_too() -> None:
    said = gist(
        "The profit was 3.5 million in 2025, the board said in a letter to all shareholders on Monday. "
        "That figure was wrong. The real figure was a loss of two million, as the auditors found in March. "
        "The hall is cleaned by the same people as in the year before, and the flowers are new and red."
    )
    assert "That figure was wrong." in said


def test_notes_without_sentences_are_lines() -> None:
    assert sentences("To do\n- call the plumber about the sink\n- fix the gate before Sunday\n") == [
        "call the plumber about the sink",
        "fix the gate before Sunday",
    ]


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_it_is_short_and_in_order(text: Path) -> None:
    whole = sentences(text.read_text(encoding="utf-8"))
    said = gist(text.read_text(encoding="utf-8"))
    assert 2 <= len(said) < len(whole)
    assert [whole.index(one) for one in said] == sorted(whole.index(one) for one in said)
    assert sum(map(length, said)) <= max(40, 0.4 * sum(map(length, whole)))


def test_what_is_asked_and_when_is_said() -> None:
    said = gist(LETTER)
    assert said[0].startswith("From Monday 3 June") and said[-1].startswith("Please tell us by Friday")


def test_nothing_is_said_twice() -> None:
    said = gist(
        "The printer in the hall needs new paper by noon. The printer in the hall needs new paper at noon. "
        "Anna drove to the coast with her brother and came home late that evening, tired and happy."
    )
    assert sum("printer" in one for one in said) == 1


def test_what_leans_on_the_sentence_before_is_not_chosen_where_another_can_be() -> None:
    said = gist(
        "The printer needs 24 pages by noon. It is too long by seven of them, says the man at the counter. "
        "We gave him the cover in blue and the map of the harbour in three colours on Tuesday evening. "
        "They have to go by then because of the rule about the paper in the big machine there."
    )
    assert any("24 pages" in one for one in said) and not any(one.startswith("They") for one in said)


@pytest.mark.parametrize("text", ["", "...", "🙂🙂", "text", "\n\n\n"])
def test_what_says_nothing_has_none(text: str) -> None:
    assert gist(text) == []
