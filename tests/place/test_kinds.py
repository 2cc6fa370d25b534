"""What kind of request a sentence is, in both languages."""

from dataclasses import replace

import pytest

from kippu.place.kinds import Kind, kind_of, request
from kippu.turn import Language, Message
from understand.home import turn

SENTENCES: dict[Kind | None, str] = {
    "writing": """Write a poem about autumn leaves / Draft an email to my landlord / Can you summarize this?
        秋の落ち葉についての詩を書いて / 大家さんへのメールの文面を考えて / 次の文章を要約して""",
    "code": """Write a Python function that merges two sorted lists / fix my css, the div isn't centered
        2つのリストをマージするPythonの関数を書いて
        ```x = 1``` what does it print / 正規表現でメールを見つけたい""",
    "mathematics": """Solve the equation 3x + 5 = 20 / 方程式 3x + 5 = 20 を解いて
        A train goes 60 km in 45 minutes. How far in 120 minutes?
        りんごが12個あり、5個食べました。残りはいくつですか""",
    "translation": """Translate "good morning" into French / How do you say thanks in Japanese?
        「おはよう」を英語に訳して / ありがとうは英語で何""",
    "knowledge": """What is the capital of Australia? / Explain the difference between TCP and UDP
        オーストラリアの首都はどこですか / TCPとUDPの違いを説明して / バーコードのしくみは？
        ボードレールの詩について教えて""",
    "chat": """How are you today? / Tell me a joke / hello there
        元気ですか？ / 何か冗談を言って / こんにちは""",
    None: "I had a bad day / My promo code failed / 今日は疲れた",
}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (kind, sentence.strip())
        for kind, lines in SENTENCES.items()
        for sentence in lines.replace("\n", " / ").split(" / ")
    ],
)
def test_the_words_tell_the_kind(kind: Kind | None, sentence: str) -> None:
    assert kind_of(sentence) == kind


def test_an_exam_is_no_talk() -> None:
    choices = "\nA. by rain\nB. by wind\nC. by frost\nD. by sand\nAnswer:"
    assert kind_of(f"The yardangs of a desert are made{choices}") == "knowledge"
    assert kind_of(f"Do you see yardangs in a desert, made{choices}") == "knowledge"
    assert kind_of(f"The derivative of a sum is{choices}") == "mathematics"
    assert kind_of("Do you like A. Milne?\nOr B. Brecht?") == "chat"


def test_what_stands_in_an_answer_of_an_exam_is_not_asked_for() -> None:
    choices = "\nA. to improve it\nB. to translate it\nC. to write an essay\nAnswer:"
    assert kind_of(f"A notary reads the deed aloud{choices}") == "knowledge"
    assert kind_of(f"Translate these lines:{choices}") == "translation"
    assert kind_of("A notary read it. Improve what I wrote.") == "writing"


def test_to_calculate_from_two_numbers_is_mathematics() -> None:
    assert kind_of("A shop has 40 chairs and sells 12 of them. Calculate the rest.") == "mathematics"
    assert kind_of("Lea had 7, 9 and 4 points. Find her mean.") == "mathematics"
    assert kind_of("I calculate that 2 is enough") is None


def test_a_sum_may_have_numbers_in_words() -> None:
    assert kind_of("Mia has 12 pens and gives half of them away. How many are left?") == "mathematics"
    assert kind_of("How many of the two houses of a parliament can be dissolved?") == "knowledge"


def test_what_tells_nothing_goes_on_with_what_was_before() -> None:
    before = (Message("user", "Write a Python function that sorts"), Message("assistant", "def f(): ..."))
    assert request(replace(turn("and now backwards"), history=before)).kind == "code"
    assert request(replace(turn("thanks"), history=before)).kind == "chat"
    assert request(turn("and now backwards")).kind == "chat"


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Explain how a compiler works in 1000 words", "en", "long question"),
        ("コンパイラのしくみを詳しく説明して", "ja", "長い質問"),
        ("Why? " + "a word or two " * 120, "en", "long question"),
        ("Write a haiku", "en", "writing"),
    ],
)
def test_long_is_what_is_long_or_asks_for_it(text: str, language: Language, said: str) -> None:
    assert request(turn(text, language=language)).reason[language == "ja"] == said


def test_what_came_along_counts_for_the_length() -> None:
    asked = request(replace(turn("Sum this up: what is it?"), outside="word " * 600))
    assert asked.long
    assert asked.tokens > 900


def test_a_very_long_text_is_read_at_once() -> None:
    assert kind_of("ab 1 " * 20_000) in ("chat", "knowledge", None)
    assert kind_of("select " * 14_000) is None
