"""What a prompt asks to see."""

import pytest

from kippu.engines.pictures.wanted import Thing, Wanted, read, without_style

CAPTIONS = {"cat with tears of joy", "red heart", "cat", "猫"}


def known(words: str) -> bool:
    return words in CAPTIONS


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("draw a cat", Wanted(Thing("cat"))),
        ("Please draw me a picture of a cat.", Wanted(Thing("cat"))),
        ("a blue cat with a hat", Wanted(Thing("cat", "blue"), (("wears", Thing("hat")),))),
        (
            "a cat with a hat and sunglasses",
            Wanted(Thing("cat"), (("wears", Thing("hat")), ("wears", Thing("sunglasses")))),
        ),
        ("a monkey holding a banana", Wanted(Thing("monkey"), (("holds", Thing("banana")),))),
        ("a red car and a green house", Wanted(Thing("car", "red"), (("beside", Thing("house", "green")),))),
        ("a penguin on a rocket", Wanted(Thing("penguin"), (("on", Thing("rocket")),))),
        ("three red balloons", Wanted(Thing("balloons", "red", 3))),
        ("サングラスをかけた猫を描いて", Wanted(Thing("猫"), (("wears", Thing("サングラス")),))),
        ("帽子をかぶった青い犬のスタンプを作って", Wanted(Thing("犬", "blue"), (("wears", Thing("帽子")),))),
        ("バナナを持っている猿", Wanted(Thing("猿"), (("holds", Thing("バナナ")),))),
        ("赤い車と青い家", Wanted(Thing("車", "red"), (("beside", Thing("家", "blue")),))),
        ("虹の下の犬", Wanted(Thing("犬"), (("under", Thing("虹")),))),
        ("三匹の猫", Wanted(Thing("猫", None, 3))),
        ("パンダがピアノを弾いている絵", Wanted(Thing("パンダ"), (("holds", Thing("ピアノ")),))),
        ("猫が眠っているところ", Wanted(Thing("眠っている猫"))),
        ("a cat without a hat", Wanted(Thing("cat"))),
        ("a cat, no hat", Wanted(Thing("cat"))),
        (
            "a cat without a hat and sunglasses under a tree",
            Wanted(Thing("cat"), (("under", Thing("tree")),)),
        ),
        ("a cat without a hat next to a dog", Wanted(Thing("cat"), (("beside", Thing("dog")),))),
        ("帽子のない猫", Wanted(Thing("猫"))),
        ("サングラスをかけていない犬", Wanted(Thing("犬"))),
    ],
)
def test_a_prompt_is_a_thing_and_what_is_with_it(prompt: str, wanted: Wanted) -> None:
    assert read(prompt, known) == wanted


def test_what_is_a_caption_as_a_whole_is_not_taken_apart() -> None:
    assert read("a cat with tears of joy", known) == Wanted(Thing("cat with tears of joy"))
    assert read("red heart", known) == Wanted(Thing("red heart"))


@pytest.mark.parametrize("prompt", ["", " ", "with", "?", "and and and"])
def test_odd_prompts_are_read_too(prompt: str) -> None:
    assert isinstance(read(prompt, known), Wanted)


@pytest.mark.parametrize(
    ("said", "rest", "style"),
    [
        ("a cat in watercolour style", "a cat", "watercolour"),
        ("a cat in the style of Van Gogh.", "a cat", "Van Gogh"),
        ("a pixel art style cat", "cat", "pixel art"),
        ("水彩画風の猫", "猫", "水彩画"),
        ("猫を浮世絵風に描いて", "猫を描いて", "浮世絵"),
        ("a cat in a box", "a cat in a box", ""),
        ("和風の家", "和風の家", ""),
        ("台風の絵", "台風の絵", ""),
    ],
)
def test_a_style_is_no_thing_to_be_seen(said: str, rest: str, style: str) -> None:
    assert without_style(said) == (rest, style)
    assert read(said, lambda _: False) == read(rest, lambda _: False)
