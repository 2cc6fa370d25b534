"""Words on their way to the person: what passes at once, what is held, and where an answer ends."""

import pytest

from kippu.guard.speech import Speech
from kippu.turn import Language


def said(*pieces: str, story: bool = False) -> tuple[list[str], Speech]:
    """What passed with each piece, and at the end; nothing more is taken once the speech has ended."""
    speech = Speech(None if story else "en")
    passed = []
    for piece in pieces:
        passed.append(speech.take(piece))
        if speech.ended:
            break
    return [*passed, speech.rest()], speech


def words(text: str) -> list[str]:
    return [f"{word} " for word in text.split(" ")]


def test_a_plain_answer_passes_whole() -> None:
    text = "Moons are small. There are many of them, and they go round a planet.\n\nSome have water "
    passed, speech = said(*words(text.strip()))
    assert "".join(passed).split() == text.split()
    assert not speech.ended


def test_a_long_sentence_passes_while_it_is_said() -> None:
    passed, _ = said(*words("Planets go round the sun in long and lonely ways that nobody has ever walked"))
    assert sum(bool(piece) for piece in passed) > 8


def test_a_claim_is_never_shown() -> None:
    passed, speech = said(*words("Sure! I have turned on the kitchen light for you. Enjoy your evening."))
    assert "".join(passed).strip() == "Sure!"
    assert speech.claimed


def test_a_claim_at_the_end_without_a_full_stop() -> None:
    passed, speech = said(*words("I have turned on the kitchen light"))
    assert "".join(passed) == ""
    assert speech.claimed


def test_of_a_thing_nothing_is_shown_that_may_be_how_it_is() -> None:
    passed, speech = said(*words("The kitchen light is now on for you. Enjoy it."))
    assert "".join(passed) == ""
    assert speech.claimed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The front door is now locked for you."),
        ("en", "Okay, the living room lights are now off."),
        ("en", "Sure, I have turned on the kitchen light."),
        ("en", "All of the bedroom lights are now off."),
        ("ja", "はい、リビングの電気をつけました。"),
        ("ja", "かしこまりました、玄関の鍵を閉めました。"),
        ("ja", "リビングとキッチンの照明を消しました。"),
    ],
)
def test_of_a_claim_that_begins_with_a_room_or_a_yes_nothing_is_shown(language: Language, text: str) -> None:
    for pieces in (words(text), list(text)) if language == "en" else (list(text),):
        speech = Speech(language)
        shown = "".join(speech.take(piece) for piece in pieces if not speech.ended) + speech.rest()
        assert shown == "" and speech.claimed


@pytest.mark.parametrize(
    ("language", "text", "held"),
    [
        ("en", "The front of a house should be clean.", 5),
        ("en", "The sea is deep and very blue.", 2),
        ("en", "Okay, here is a story for you.", 1),
        ("en", "The kitchen floor is made of old wood.", 4),
        ("ja", "はい、いいですよ。", 3),
        ("ja", "リビングは家族が集まる場所です。", 5),
        ("ja", "庭に花を植えるとよいです。", 2),
    ],
)
def test_what_only_begins_so_is_shown_soon_and_whole(language: Language, text: str, held: int) -> None:
    speech = Speech(language)
    shown = [speech.take(piece) for piece in (words(text) if language == "en" else text)]
    assert ("".join(shown) + speech.rest()).strip() == text
    assert [bool(piece) for piece in shown].index(True) <= held


def test_the_first_word_passes_at_once() -> None:
    for begun in ("Dogs", "The moon ", "Yes, ", "You", "There"):
        assert Speech("en").take(begun) == begun
    assert Speech("ja").take("月") == "月"
    for begun in ("I", "Do", "Turn", "I'm ", "All", " "):
        assert Speech("en").take(begun) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Großstraße Weißstraße: the light in it is very warm."),
        ("en", "ﬁne oﬃce ﬂows: the lamp that I bought works well."),
        ("en", "In İzmir, İİİ, the old lamp I saw was fine."),
        ("ja", "グロースター（Großstraße, Weißstraße）の照明はとても明るいです。"),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 4])
def test_letters_that_grow_in_small_lose_none_of_the_text(language: Language, text: str, size: int) -> None:
    speech = Speech(language)
    shown = "".join(speech.take(text[at : at + size]) for at in range(0, len(text), size))
    assert shown + speech.rest() == text


def test_who_speaks_of_no_deed_is_not_held_for_long() -> None:
    passed, _ = said("I", "'m", " glad", " you", " asked", " about", " it")
    assert passed[:4] == ["", "", "", "I'm glad you"]
    speech = Speech("ja")
    assert [speech.take(letter) for letter in "電車は速い"] == ["", "電車", "は", "速", "い"]


def test_in_a_story_anything_may_be_done() -> None:
    text = "I have turned on the kitchen light for you. It was dark."
    passed, speech = said(*words(text), story=True)
    assert "".join(passed).split() == text.split()
    assert not speech.ended


def test_an_answer_that_says_a_sentence_again_ends_before_it() -> None:
    circle = "The sea is deep and very blue. Fish live in it. The sea is deep and very blue. Fish live in it."
    passed, speech = said(*words(circle))
    assert "".join(passed).strip() == "The sea is deep and very blue. Fish live in it."
    assert speech.ended
    assert not speech.claimed


def test_short_lines_may_come_twice() -> None:
    passed, speech = said(*words("Oh yes! It is so. Oh yes! Truly so."))
    assert not speech.ended
    assert "".join(passed).split() == "Oh yes! It is so. Oh yes! Truly so.".split()


def test_a_circle_within_one_sentence_ends() -> None:
    passed, speech = said(*words("It is big and " + "bigger than all the other things we know and " * 9))
    assert speech.ended
    assert len("".join(passed).split()) < 40
    assert passed[-2].endswith("…")


def test_a_list_that_repeats_its_lines_ends() -> None:
    lines = [f"{number}. Read a good book today\n" for number in range(1, 9)]
    passed, speech = said(*lines)
    assert speech.ended
    assert "".join(passed).count("Read") == 1


def test_japanese() -> None:
    speech = Speech("ja")
    assert speech.take("月は地球の周りを回っています。") == "月は地球の周りを回っています。"
    assert speech.take("電気をつけました。") == ""
    assert speech.claimed


def test_so_many_sentences_are_enough() -> None:
    speech = Speech(sentences=2)
    said = "".join(
        speech.take(piece) for piece in ("The film", " is over. I hope", " you liked it! Next", " week I")
    )
    assert said.strip() == "The film is over. I hope you liked it!" and speech.ended and not speech.claimed
    assert speech.take(" travel to Japan.") == "" and speech.rest() == ""


def in_latin_letters(*pieces: str) -> tuple[str, Speech]:
    speech = Speech("en", latin=True)
    passed = ""
    for piece in pieces:
        passed += speech.take(piece)
        if speech.ended:
            break
    return passed + speech.rest(), speech


@pytest.mark.parametrize(
    "strange", ["עברי שלום", "Привет, друг", "こんにちは", "你好", "안녕하세요", "مرحبا"]
)
def test_letters_that_nobody_asked_for_are_not_shown(strange: str) -> None:
    passed, speech = in_latin_letters(*words(f"I see. Then {strange} and more"))
    assert speech.ended and speech.strayed
    assert strange.split(maxsplit=1)[0] not in passed


@pytest.mark.parametrize(
    "text", ["Café crème, señor: naïve façade. ", "The angle α + βγ is 90°. ", "Fine 😀🎉! "]
)
def test_accents_greek_letters_and_emoji_pass(text: str) -> None:
    passed, speech = in_latin_letters(*words(text.strip()))
    assert passed.split() == text.split() and not speech.strayed
