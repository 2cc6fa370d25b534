"""Which things and rooms a sentence names."""

import pytest

from kippu.names import Names, Room, Thing
from kippu.understand.cues.mentions import Index, stem
from understand.home import HOME, thing

EN, JA = Index(HOME, "en"), Index(HOME, "ja")


def found(index: Index, text: str) -> set[str]:
    mentions = index.mentions(text)
    return {t.name for m in mentions for t in m.things} | {f"#{r.name}" for m in mentions for r in m.rooms}


def test_whole_names_and_rooms() -> None:
    assert found(EN, "turn on the desk lamp in the study") == {"Desk Lamp", "#Study"}
    assert found(EN, "the office and the lounge") == {"#Study", "#Living Room"}
    assert found(JA, "寝室の電気を消して") == {"Bedroom Light", "#Bedroom"}
    assert found(EN, "nothing of ours") == set()


def test_a_lamp_is_a_light_too() -> None:
    assert found(JA, "デスクライトを三十パーセントに") == {"Desk Lamp"}
    assert found(JA, "キッチンライトをつけて") == {"#Kitchen"}  # any light there
    two = Names(things=(thing("light.a", "デスクランプ", None), thing("light.b", "デスクライト", None)))
    assert found(Index(two, "ja"), "デスクライト") == {"デスクライト"}


def test_no_name_inside_another_word() -> None:
    assert found(EN, "the hallmark of bedrooming") == set()
    assert found(EN, "the kitchen's window") == {"#Kitchen"}


def test_the_article_of_a_name_can_be_left_out() -> None:
    index = Index(Names(things=(thing("light.x", "The Beacon", None),)), "en")
    assert found(index, "light the beacon") == found(index, "beacon on") == {"The Beacon"}


def test_a_double_room_has_both_names() -> None:
    index = Index(Names(rooms=(Room("Living Room/Kitchen (open)"),)), "en")
    assert found(index, "in the kitchen") == found(index, "in the living room") != set()


def test_names_with_signs_are_names_and_no_patterns() -> None:
    index = Index(Names(things=(thing("light.x", "Lamp (a|b)*", None),)), "en")
    assert found(index, "turn on lamp (a|b)* now") == {"Lamp (a|b)*"}
    assert found(index, "turn on lamp aaa") == set()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bedrom", "bedroom"), ("bedrooom", "bedroom"), ("badroom", "bedroom"), ("bederoom", "bedroom"),
        ("kitcehn", "kitchen"), ("lampp", None), ("lam", None), ("bathroom", None), ("bedding", None),
        ("xyzzy", None),
    ],
)  # fmt: skip
def test_one_letter_off(said: str, meant: str | None) -> None:
    assert EN.misspelt((said,)) == (((said, meant),) if meant else ())


def test_a_misspelt_word_that_could_be_two_is_none() -> None:
    index = Index(Names(rooms=(Room("Hall A"), Room("Sauna"), Room("Fauna"))), "en")
    assert index.misspelt(("launa",)) == ()


def test_a_maker_names_a_thing_unless_something_is_called_so() -> None:
    speaker = Thing("media_player.x", "Speaker", "media_player", makes=("Sonos", "Beam"))
    lamp = thing("light.beam", "Beam", None)
    index = Index(Names(things=(speaker, lamp)), "en")
    assert found(index, "pause the sonos") == {"Speaker"}
    assert found(index, "turn on the beam") == {"Beam"}


@pytest.mark.parametrize(
    ("word", "stemmed"), [("lamps", "lamp"), ("tom's", "tom"), ("glass", "glass"), ("bus", "bus")]
)
def test_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed
