"""The one way in."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kippu.guard.personal import KINDS, Finder, Known

FINDER = Finder()


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in FINDER.find(text)]


def test_patterns_and_names_in_one_text() -> None:
    text = "I'm Miriam Okonkwo, card 4111 1111 1111 1111, call me on +44 7700 208 815 or m.ok@example.org."
    assert found(text) == [
        ("person", "Miriam Okonkwo"),
        ("card", "4111 1111 1111 1111"),
        ("phone", "+44 7700 208 815"),
        ("email", "m.ok@example.org"),
    ]


def test_the_streets_of_a_corner_are_one_address() -> None:
    text = "Meet me at the corner of Alder Street and Quarry Road"
    assert found(text) == [("address", "Alder Street and Quarry Road")]


@pytest.mark.parametrize("whose", ["My", "Her", "Our", "His new"])
def test_a_number_is_a_phone_unless_it_is_called_otherwise(whose: str) -> None:
    assert found(f"{whose} number is 212-664-7665") == [("phone", "212-664-7665")]


def test_between_two_phones_is_none() -> None:
    text = "ring 020 7946 0958 or 07700 900123, or four1five 7six5 2671"
    assert [said for _, said in found(text)] == ["020 7946 0958", "07700 900123", "four1five 7six5 2671"]


def test_japanese() -> None:
    text = "長谷川結衣様 〒150-0041 東京都渋谷区神南1-19-11 電話 090-1234-5678"
    assert [kind for kind, _ in found(text)] == ["person", "postcode", "address", "phone"]


def test_the_word_before_a_card_is_no_number() -> None:
    text = "返金は口座DE40 3704 0044 5760 0663 38、またはカード4986 7485 3997 5692にお願いします。"
    assert [found.kind for found in Finder().find(text, "ja")] == ["iban", "card"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Siti Nurhaliza binti Tarudin is at table 4", "Siti Nurhaliza binti Tarudin"),
        ("my dog walker Temperance has the keys", "Temperance"),
        ("Zephyr bit Octavia again", "Octavia"),
        ("息子の陽葵ちゃんが入院した", "陽葵"),
        ("つぐみと凪、どっちが似合う？", "凪"),
    ],
)
def test_names_whole_and_beside_others(text: str, name: str) -> None:
    assert any(kind == "person" and name in said for kind, said in found(text))


@pytest.mark.parametrize(
    "text",
    ["富士山の高さは？", "謝罪文を考えて", "皆さんに送る挨拶文", "大家さんと話したい", "この言葉の意味は？"],
)
def test_japanese_questions_hold_nobody(text: str) -> None:
    assert "person" not in [kind for kind, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "三十分後に起こして", "十二人分のカレー", "一番好きな映画は？", "二十四時間営業", "二〇二四年の予算",
        "一丁目の角を曲がる",
    ],
)  # fmt: skip
def test_numbers_in_kanji_are_nobody(text: str) -> None:
    assert {kind for kind, _ in found(text)} <= {"date", "age"}


@pytest.mark.parametrize("name", ["三郎", "五十嵐", "二階堂", "十時", "千秋"])
def test_names_that_begin_with_a_number_are_found(name: str) -> None:
    assert ("person", name) in found(f"{name}さんと会う")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("マイナンバーは一二三四五六七八九〇一八", ("my_number", "一二三四五六七八九〇一八")),
        ("カード番号は四一一一一一一一一一一一一一一一", ("card", "四一一一一一一一一一一一一一一一")),
        ("電話は〇九〇－一二三四－五六七八", ("phone", "〇九〇－一二三四－五六七八")),
        ("ナンバーは12-34です", ("plate", "12-34")),
        ("世田谷区桜丘二の十の三", ("address", "世田谷区桜丘二の十の三")),
        ("I live at one twenty three elm street", ("address", "one twenty three elm street")),
        ("send it to forty two maple avenue, flat six", ("address", "forty two maple avenue, flat six")),
    ],
)
def test_numbers_in_words(text: str, want: tuple[str, str]) -> None:
    assert found(text) == [want]


@pytest.mark.parametrize(
    "text", ["I ran for twenty miles on the road", "at two different street markets", "at one main square"]
)
def test_a_number_before_a_road_is_no_house(text: str) -> None:
    assert "address" not in [kind for kind, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The meters on the Earth's surface, in the financial plan",
        "She met the sellers, not the parrot or camels",
    ],
)
def test_words_of_english_in_small_letters_are_nobody(text: str) -> None:
    assert "person" not in [kind for kind, _ in found(text)]
    assert "organization" not in [kind for kind, _ in found(text)]


def test_words_that_are_names_too_stay_names_in_small_letters() -> None:
    assert ("person", "henry") in found("I told henry about it, and Victor came")


def test_what_no_list_has_is_found_beside_the_rest() -> None:
    text = "Ask Miriam Okonkwo whether the VelKora parts came to quorvex by mail"
    assert {"VelKora", "quorvex", "Miriam Okonkwo"} <= {name for _, name in found(text)}


def test_what_is_known_counts_whatever_the_words_around() -> None:
    finder = Finder(lambda: [Known("person", "Blue Door")])
    assert [(one.kind, one.text) for one in finder.find("open the blue door")] == [("person", "blue door")]


def test_home_commands_hold_nothing() -> None:
    for text in (
        "Turn on the Kitchen Light",
        "turn the heating to 21.5 degrees",
        "エアコンを26度にして",
        "Lock the Front Door",
        "Is 7 a prime number?",
        "明日の朝7時に起こして",
    ):
        assert found(text) == []


@settings(deadline=None)
@given(st.text())
def test_any_text(text: str) -> None:
    pieces = FINDER.find(text)
    assert all(text[one.start : one.end] == one.text and one.kind in KINDS for one in pieces)
    assert all(one.end <= other.start for one, other in pairwise(pieces))


def test_what_stands_around_a_number_is_nobody() -> None:
    pieces = FINDER.find("運転免許証の番号は第305012345678号です。")
    assert [(piece.kind, piece.text) for piece in pieces] == [("licence", "305012345678")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("佐藤健太12345さんに連絡して", ["佐藤健太"]),
        ("会員の山田花子98765について", ["山田花子"]),
        ("渡辺55231様", ["渡辺"]),
        ("会員番号12345の件で", []),
        ("注文12345678について", []),
    ],
)
def test_a_number_on_a_name_takes_nothing_from_the_name(text: str, names: list[str]) -> None:
    assert [piece.text for piece in FINDER.find(text) if piece.kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("友達のゆりが、はるとくんと別れたって言ってた。", ["ゆり", "はると"]),
        ("看護師の森下さんは反対です。", ["森下"]),
        ("騎士（ナイト）は息子です", ["騎士", "ナイト"]),  # a word, but told how it is read
    ],
)
def test_words_of_japanese_are_nobody(text: str, names: list[str]) -> None:
    assert [piece.text for piece in FINDER.find(text) if piece.kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("同僚の春が仕事を辞めたいと言っている。", ["春"]),
        ("上野と別れたい。どうすればいい？", ["上野"]),
        ("アオイに手紙を書きたい。", ["アオイ"]),
        ("太陽が昨日泣いていた。理由を教えて。", ["太陽"]),
        ("春が好きです。", []),
        ("夏に会いたい人がいる", []),
        ("夫の給料が下がった", []),
        ("本社と電話した", []),
        ("タクシーに電話して", []),
        ("妻の希望を聞く", []),
        ("会社を辞めたいと思う", []),
    ],
)
def test_a_word_is_a_name_where_somebody_is_spoken_of(text: str, names: list[str]) -> None:
    assert [piece.text for piece in FINDER.find(text) if piece.kind == "person"] == names


def test_a_long_text_takes_time_in_proportion() -> None:
    """A pattern that tries again and again would never come back from these."""
    for piece in (
        "a",
        "1",
        "1 ",
        "a.",
        "@",
        "a@",
        "(1",
        "-",
        "A1",
        ":a",
        "東",
        "1-",
        "x" * 60 + " ",
        "eyJ.",
        "Ab-",
        "Of The ",
        "xqzv ",
        "mot Xyz und ",
        "a שלום, ",
        "password is a ",
        "a at b dot ",
        "葵と",
        "店長の東",
        "AB12 ",
        "plate A1 ",
        "いちに",
        "add a_b ",
        "自宅は東1の",
    ):
        FINDER.find(piece * 2_000)


@pytest.mark.parametrize(
    "piece",
    ["also, ", "Ab, ", "a-", "_", "Hi Anna\nin Paris\n", "Dear Bob\n\n\n", "妻と田中 ", "Tom and Ann "],
)
def test_as_many_finds_as_words_take_time_in_proportion(piece: str) -> None:
    """Ten times the text takes some ten times as long, not a hundred times. Seconds are the processor's."""
    seconds = []
    for letters in (6_000, 60_000):
        began = time.process_time()
        FINDER.find(piece * (letters // len(piece)))
        seconds.append(time.process_time() - began)
    assert seconds[1] < 25 * max(seconds[0], 0.05)
