from kippu.understand.free.parts import Part, parts_of


def test_pieces_of_one_part_are_joined_and_words_taken_whole() -> None:
    text = "remind me to re-pot the ficus tomorrow"
    labelled = [(13, 15, "B-text"), (16, 19, "I-text"), (24, 27, "I-text"), (30, 38, "B-when")]
    parts = parts_of(text, labelled)
    assert parts.parts[0] == Part(13, 19, "text")
    assert parts.one("when") == "tomorrow"


def test_what_begins_anew_is_another_part() -> None:
    parts = parts_of("milk eggs and bread", [(0, 4, "B-item"), (5, 9, "B-item"), (14, 19, "B-item")])
    assert parts.all("item") == ["milk", "eggs", "bread"]


def test_near_parts_are_one_with_what_stands_between() -> None:
    text = "a meeting with Paul on friday in the long room with Anna"
    parts = parts_of(text, [(2, 9, "B-title"), (15, 19, "B-person"), (52, 56, "B-person")])
    assert parts.one("title", "person") == "meeting with Paul Anna"
    assert parts.one("place") == ""


def test_what_joins_a_part_to_its_sentence_is_left_out() -> None:
    assert parts_of("off in the kitchen.", [(4, 6, "B-room"), (7, 10, "I-room"), (11, 18, "I-room")]).one(
        "room"
    ) == ("kitchen")


def test_a_letter_of_katakana_that_is_left_over_belongs_to_the_part() -> None:
    parts = parts_of("ゴミ出しのやつ、バターも", [(1, 4, "B-text"), (8, 10, "B-item")], "ja")
    assert [part.slot for part in parts.parts] == ["text", "item"]
    assert (parts.one("text"), parts.one("item")) == ("ゴミ出し", "バター")


def test_a_letter_that_is_another_part_stays_its_own() -> None:
    parts = parts_of("アとミ出し", [(0, 1, "B-item"), (2, 5, "B-text")], "ja")
    assert (parts.one("item"), parts.one("text")) == ("ア", "ミ出し")
    assert parts_of("キッチンライト", [(0, 4, "B-room"), (4, 7, "B-device")], "ja").one("room") == "キッチン"
