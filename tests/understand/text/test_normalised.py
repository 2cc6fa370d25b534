"""A sentence as the readers see it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.turn import Language
from kippu.understand.text import has_words, is_question, language_of, led_up, sentence, tidy


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("turn on the light", "en"),
        ("電気をつけて", "ja"),
        ("ｷｯﾁﾝ", "ja"),
        ("ライト on", "ja"),
        ("turn on ライト", "ja"),
        ("月", "ja"),
        ("Küche", "en"),
    ],
)
def test_language(text: str, language: Language) -> None:
    other: Language = "ja" if language == "en" else "en"
    assert language_of(text, otherwise=other) == language


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("and remind me to call mum on friday", "remind me to call mum on friday"),
        ("oh and what time is it", "what time is it"),
        ("so long", "so long"),
        ("そうだ、今何時", "今何時"),
        ("あと5分追加して", "あと5分追加して"),
    ],
)
def test_words_that_only_lead_up(text: str, rest: str) -> None:
    assert text[led_up(text, language_of(text)) :] == rest


def test_text_without_a_letter_is_in_the_other_language() -> None:
    assert language_of("30%", "ja") == "ja"
    assert language_of("30%") == "en"


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  turn   on\tthe\nlight ", "turn on the light"),
        ("２２度にして", "22度にして"),
        ("ｷｯﾁﾝの電気", "キッチンの電気"),
        ("ＴＵＲＮ ＯＮ", "TURN ON"),
        ("what’s “this”", 'what\'s "this"'),
        ("turn\u200b on\u202e the\ufeff light", "turn on the light"),
        ("a\x00b\x07c", "abc"),
        ("a\x85b", "a b"),
        ("", ""),
        ("\u200b\ufeff", ""),
    ],
)
def test_tidy(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@given(st.text(max_size=80))
def test_tidy_text_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert once == once.strip()
    assert "  " not in once


@pytest.mark.parametrize(
    ("text", "language", "seen"),
    [
        ("Turn on the light!!!", "en", "Turn on the light"),
        ("Hey Kippu, turn on the light.", "en", "turn on the light"),
        ("kippu, what time is it?", "en", "what time is it"),
        ("ok kippu twenty percent", "en", "20 percent"),
        ("whats on, im gonna eat", "en", "what's on, i'm going to eat"),
        ("mail u@im.org about UR-5", "en", "mail u@im.org about UR-5"),
        ("ねえキップ、電気をつけて。", "ja", "電気をつけて"),
        ("キップ、三十パーセントにして！", "ja", "30パーセントにして"),
        ("「電気をつけて」", "ja", "電気をつけて"),
        ("(turn on the light)", "en", "turn on the light"),
        ("turn on the light :)", "en", "turn on the light"),
        ("(2 + 2) * (3 + 1)", "en", "(2 + 2) * (3 + 1)"),
        ("what is 3 * (2 + 2)?", "en", "what is 3 * (2 + 2)"),
    ],
)
def test_sentence(text: str, language: Language, seen: str) -> None:
    assert sentence(text, language) == seen


@pytest.mark.parametrize("text", ["is it on?", "ついてる？ ", "why?\n"])
def test_a_question(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize("text", ["turn it on", "?!", "", "is it on? yes"])
def test_no_question(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize("text", ["a", "月", "7", "💡 on", "אור", "é"])
def test_words(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize("text", ["", "💡", "👍🏽👍🏽", "?!…", " \n", "❤️", "🇯🇵", "\u200b"])
def test_no_words(text: str) -> None:
    assert not has_words(text)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("もっともっと暗く", "もっと暗く"),
        ("もーっと明るく", "もっと明るく"),
        ("ぜーんぶ消して", "ぜんぶ消して"),
        ("明るさ10パー下げて", "明るさ10パーセント下げて"),
        ("デパート", "デパート"),
        ("10パーセント", "10パーセント"),
    ],
)
def test_words_drawn_out_said_twice_or_cut_short(said: str, meant: str) -> None:
    assert sentence(said, "ja") == meant


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("まいしゅうかようびにゴミ出し教えて", "毎週火曜日にゴミ出し教えて"),
        ("きんようびの予定は", "金曜日の予定は"),
        ("らいしゅうの予定おしえて", "来週の予定教えて"),
        ("夜7じに電気消して", "夜7時に電気消して"),
        ("まんがようびん買う", "まんがようびん買う"),
        ("7じゃなくて8", "7じゃなくて8"),
    ],
)
def test_days_and_hours_in_kana(text: str, plain: str) -> None:
    assert sentence(text, "ja") == plain
