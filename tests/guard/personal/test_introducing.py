"""Names that are said behind a greeting, joined by small words, or put into the boxes of a form."""

import pytest

from kippu.guard.personal.introducing import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the deposit goes to Aoife Ní Dhuibhne, please", "Aoife Ní Dhuibhne"),
        ("The Halldór Ó Árnþórsson version", "Halldór Ó Árnþórsson"),
        ("our neighbour Joost van der Vliet complained", "Joost van der Vliet"),
        ("a letter from Nurul binti Hassan", "Nurul binti Hassan"),
        ("Zeyneps mum rang, what do i say", "Zeynep"),
        ("a poem for my wee one Finlay", "Finlay"),
        ("すみません、りぇんです。バスはどこですか", "りぇん"),
        ("こんにちは、グエンです。", "グエン"),
        ("はじめまして、ほあんと申します", "ほあん"),
        ("申請者李 美玲、配偶者王 建国", "王 建国"),
        ("世帯主 比屋根 カマド", "比屋根 カマド"),
        ("保護者は小鳥遊 洋平です", "小鳥遊 洋平"),
        ("patient Delacroix, Jean-Yves, ward 4", "Delacroix, Jean-Yves"),
        ("師匠の三遊亭 福丸に弟子入り", "三遊亭 福丸"),
        ("3,020g、湊。体重は", "湊"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "a van in the Van Gogh museum, von Neumann said",
        "Childrens birthday parties, Mens teacher",
        "my little one is asleep",
        "the patient Monday, Tuesday or later",
        "すみません、はいです。",
        "こんにちは、いいてんきです。",
        "こんにちは、げんきです。",
        "すみません、だいじょうぶです",
        "おはよう、ひさしぶりです",
        "申請者は 本人 です",
        "世帯主とは何ですか、配偶者控除の額は",
        "楓、椿、杏の違いは？",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
