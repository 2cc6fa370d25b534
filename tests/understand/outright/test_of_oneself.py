"""What somebody tells of themself is noted down, and told when they ask."""

from dataclasses import replace

import pytest

from understand.home import HOME, call, understand


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("my name is Laura", "my name is Laura"),
        ("hi, I'm Sarah", "my name is Sarah"),
        ("call me Bob", "my name is Bob"),
        ("you can call me al please", "my name is al"),
        ("actually my name is Lora", "my name is Lora"),
        ("remember that my wife's name is Anna", "my wife's name is Anna"),
        ("our dog is called Rex", "our dog is called Rex"),
        ("my favourite colour is green", "my favourite colour is green"),
        ("i'm allergic to nuts", "i'm allergic to nuts"),
        ("my daughter is lactose intolerant", "my daughter is lactose intolerant"),
        ("I live in Berlin", "I live in Berlin"),
        ("i was born in 1984", "i was born in 1984"),
        ("my daughter is 7", "my daughter is 7"),
        ("my shoe size is 42", "my shoe size is 42"),
        ("my locker code is 4821", "my locker code is 4821"),
        ("私の名前はローラです", "私の名前はローラ"),
        ("はじめまして、田中です", "私の名前は田中"),
        ("ローラって呼んで", "私の名前はローラ"),
        ("うちの猫の名前はタマだよ", "うちの猫の名前はタマ"),
        ("好きな色は緑です", "好きな色は緑"),
        ("卵アレルギーがあります", "卵アレルギーがあります"),
        ("娘はそばアレルギーです", "娘はそばアレルギー"),
        ("東京に住んでいます", "東京に住んでいます"),
        ("血液型はA型です", "血液型はA型"),
    ],
)
def test_it_is_noted(text: str, note: str) -> None:
    assert understand(text).calls == (call("notes.add", text=note),)


@pytest.mark.parametrize(
    "text",
    [
        "call me back later", "call me crazy", "call me a taxi", "call me", "call me when dinner is ready",
        "my name is not important", "hi, I'm at home", "i live in fear of spiders",
        "i live in a small flat",
        "my favourite part is the end", "i'm allergic to this", "is my name Laura", "my light is 7",
        "私の名前は何ですか", "タクシー呼んで", "名前は", "この花の名前はチューリップです",
        "何アレルギーですか",
    ],
)  # fmt: skip
def test_what_is_told_of_nothing(text: str) -> None:
    assert not any(one.tool == "notes.add" for one in understand(text).calls)


NOTED = replace(
    HOME,
    notes=(
        "my name is Lora", "my name is Laura", "my wife's name is Anna", "our dog is called Rex",
        "i live in Berlin",
        "i'm allergic to nuts", "my favourite colour is green", "my daughter is 7", "my shoe size is 42",
        "私の名前はローラ", "うちの猫の名前はタマ", "好きな色は緑", "東京に住んでいます",
        "卵アレルギーがあります",
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("what's my name", "my name is Lora"),
        ("who am i?", "my name is Lora"),
        ("do you remember my name", "my name is Lora"),
        ("what's my wife's name", "my wife's name is Anna"),
        ("who is my wife", "my wife's name is Anna"),
        ("what's my dog called", "our dog is called Rex"),
        ("what's the name of our dog", "our dog is called Rex"),
        ("where do i live", "i live in Berlin"),
        ("what am i allergic to", "i'm allergic to nuts"),
        ("do i have any allergies?", "i'm allergic to nuts"),
        ("what's my favourite colour", "my favourite colour is green"),
        ("how old is my daughter", "my daughter is 7"),
        ("what's my shoe size again", "my shoe size is 42"),
        ("私の名前は？", "私の名前はローラ"),
        ("僕の名前覚えてる？", "私の名前はローラ"),
        ("私は誰？", "私の名前はローラ"),
        ("猫の名前なんだっけ", "うちの猫の名前はタマ"),
        ("私の好きな色は何？", "好きな色は緑"),
        ("私はどこに住んでる？", "東京に住んでいます"),
        ("何のアレルギーだっけ", "卵アレルギーがあります"),
    ],
)
def test_the_note_tells(text: str, note: str) -> None:
    newest = NOTED if text.isascii() else replace(NOTED, notes=NOTED.notes[::-1])
    assert understand(text, newest).calls == (call("notes.find", words=note),)


@pytest.mark.parametrize(
    "text",
    [
        "what's my name",
        "who am i",
        "what's my favourite film",
        "what's my cat called",
        "私の名前は？",
        "犬の名前は？",
    ],
)
def test_nobody_else_can_tell(text: str) -> None:
    assert understand(text).calls == (call("about.untold"),)


@pytest.mark.parametrize(
    "text",
    [
        "who is my doctor",
        "what's the name of the moon",
        "who am i to judge",
        "花の名前を教えて",
        "首相の名前は？",
    ],
)
def test_what_is_no_question_of_ones_own(text: str) -> None:
    assert not any(one.tool in {"about.untold", "notes.find"} for one in understand(text, NOTED).calls)


def test_a_name_is_a_name_in_either_language() -> None:
    for text, note in (("what's my name", "私の名前はローラ"), ("私の名前は？", "my name is Laura")):
        told = replace(HOME, notes=(note,))
        assert understand(text, told).calls == (call("notes.find", words=note),)


def test_a_home_in_english_tells_new_notes_in_japanese() -> None:
    english = replace(HOME, notes=())
    assert understand("私の名前は？", english).calls == (call("about.untold"),)
    told = replace(english, notes=("私の名前はローラ",))
    assert understand("私の名前は？", told).calls == (call("notes.find", words="私の名前はローラ"),)
