"""Names beside the words for somebody's own people."""

import pytest

from kippu.guard.personal import Finder


def people(text: str) -> list[str]:
    return [piece.text for piece in Finder().find(text) if piece.kind == "person"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Will is my brother", ["Will"]),
        ("Hope and Hunter are our kids", ["Hope", "Hunter"]),
        ("My friend Christian is getting married", ["Christian"]),
        ("This is my sister Faith", ["Faith"]),
        ("my dog is called Apple", ["Apple"]),
        ("my daughter's name is Apple", ["Apple"]),
        ("a guy named Elvis lives next door", ["Elvis"]),
        ("彼氏の翔、最近冷たい", ["翔"]),
        ("田所090-5555-0177、水科080-5555-0120、せりは070-5555-0138。", ["田所", "水科", "せり"]),
        ("彼女の葵と旅行に行く", ["葵"]),
        ("息子の蓮は小学生です", ["蓮"]),
        ("健太がさ、葵と付き合ってる", ["健太", "葵"]),
        ("健太と湊が喧嘩した", ["健太", "湊"]),
        ("騎士（ナイト）は息子です", ["騎士", "ナイト"]),
        ("四月一日さんに連絡して", ["四月一日"]),
        ("林と森は同僚です", ["林", "森"]),
        ("先輩の翔と飲みに行く", ["翔"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Honesty is my best friend",
        "This is my brother",
        "my teacher English lessons",
        "the app is called Apple Music",
        "彼氏の車が壊れた",
        "夫の給料が少ない",
        "息子の誕生日プレゼント",
        "部下が遅刻する",
        "むかつく上司",
        "森と林の違いは何ですか",
        "四月一日に始まる",
    ],
)
def test_nobody(text: str) -> None:
    assert people(text) == []
