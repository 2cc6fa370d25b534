"""What counts as a yes to an offer, what as a no, and what is a sentence of its own."""

import pytest

from kippu.cli.replies import Reply, read

YES = (
    "y|Y|yes|Yes!|yes please|yes, please|ok|sure|ｙ|ＹＥＳ|yes go ahead|yes, go ahead|yes get it",
    "please|ok, go ahead|yes I want it|yes, please do|ok yes|はい|はい。|はい、お願いします|うん",
    "お願いします|取得して|はいお願いします|はい、取得して",
)
NO = (
    "|n|N|no|No.|nope|not now|no thanks|no, thank you|later|ｎ",
    "ok, not now|yes, but later|yes but later|yes, but not now|yes, later|okay, no thanks",
    "はい、でも後で|お願い、今はいい|いいえ|いいえ。|いらない|結構です|また今度|後で",
)
SENTENCES = (
    "turn on the kitchen light", "what is 15% of 84", "yesterday's notes", "nothing is due today, is it?",
    "note: buy milk", "yes or no?", "okay google", "later today remind me to stretch",
    "no lights in the kitchen",
    "キッチンの電気をつけて", "はいはい音楽かけて",
    "後で電話するのを思い出させて", "quit",
)  # fmt: skip


@pytest.mark.parametrize("text", "|".join(YES).split("|"))
def test_a_yes(text: str) -> None:
    assert read(text) == Reply(yes=True)


@pytest.mark.parametrize("text", "|".join(NO).split("|"))
def test_a_no(text: str) -> None:
    assert read(text) == Reply()


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_a_no_and_is_kept(text: str) -> None:
    assert read(text) == Reply(rest=text)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("yes, and turn on the kitchen light", Reply(True, "and turn on the kitchen light")),
        ("no, turn on the kitchen light", Reply(False, "turn on the kitchen light")),
        ("please, turn on the kitchen light", Reply(False, "turn on the kitchen light")),
        ("ok, turn on the kitchen light", Reply(False, "turn on the kitchen light")),
        ("yes, but turn on the kitchen light first", Reply(False, "turn on the kitchen light first")),
        ("お願い、電気つけて", Reply(False, "電気つけて")),
        ("いいえ、キッチンの電気をつけて", Reply(False, "キッチンの電気をつけて")),
        ("はい。あと、音楽をかけて", Reply(True, "あと、音楽をかけて")),
    ],
)
def test_a_yes_or_a_no_may_come_before_a_sentence(text: str, reply: Reply) -> None:
    assert read(text) == reply
