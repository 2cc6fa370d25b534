"""Titles, headings and names of classes are nobody's name; a name within one stays a name."""

import pytest

from kippu.guard.personal import Finder, titles


def people(text: str) -> str:
    return " ".join(piece.text for piece in Finder().find(text) if piece.kind == "person")


@pytest.mark.parametrize(
    "said", ["HeForShe", "LeanIn", "TokenStream", "PaymentGatewayFactory", "NestJS", "MeToo"]
)
def test_words_without_spaces_are_a_program(said: str) -> None:
    assert titles.is_program(said)


@pytest.mark.parametrize(
    "said",
    ["MacKenzie", "McQueen", "DeShawn", "LeAnn", "MaryBeth", "VanBuren", "JoAnne", "RoseMarie", "Hope"],
)
def test_names_with_a_capital_within_are_none(said: str) -> None:
    assert not titles.is_program(said)


def is_title(text: str, said: str, private: bool = False, asks: bool = False) -> bool:
    start = text.index(said)
    return titles.is_title(text, start, start + len(said), private, asks)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Booker Prize was announced.", "Booker"),
        ("a Women In Tech Mentoring Session", "Women In Tech"),
        ("the Annual Team Planning is on", "Team Planning"),
        ("Compare the Chevening Scholarships", "Chevening"),
    ],
)
def test_titles(text: str, said: str) -> None:
    assert is_title(text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Precious Umeh Wins Science Award", "Precious Umeh"),
        ("Soledad Iturralde Award", "Soledad Iturralde"),
        ("Soledad Iturralde Award", "Iturralde"),
        ("Hope Littlewood got the prize", "Hope Littlewood"),
        ("Rashida Won Every Prize", "Rashida"),
        ("Head Teacher Report Card Amara", "Amara"),
    ],
)
def test_a_name_in_a_title_stays_one(text: str, said: str) -> None:
    assert not is_title(text, said)


def test_a_prize_in_somebodys_life_may_be_called_after_somebody_in_it() -> None:
    assert is_title("The Okonkwo Prize was announced.", "Okonkwo")
    assert not is_title("The Okonkwo Prize was announced.", "Okonkwo", private=True)


def test_a_question_about_a_grant_of_two_names() -> None:
    text = "Compare the Erasmus Mundus Joint Masters with others"
    assert is_title(text, "Erasmus Mundus", asks=True)
    assert not is_title(text, "Erasmus Mundus")


@pytest.mark.parametrize(
    "text",
    [
        "# Project Overview\n## Key Findings\n## Next Steps\nFill in this outline for a report about "
        "solar cooking.",
        "## Performance Review\n### Strengths\n### Areas To Improve\nRewrite the headings in a "
        "friendlier tone.",
        "次の見出しで記事を書いて。\n# はじめに\n## 背景\n## まとめ",
    ],
)
def test_headings_stay_as_they_are(text: str) -> None:
    assert Finder().find(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Performance Review: Adaeze Nwosu\n### Strengths\nRewrite the headings.", "Adaeze Nwosu"),
        ("# maintained by Piotr Zalewski\nclass TokenStream:\n    pass\nAdd a docstring.", "Piotr Zalewski"),
        ("# 作成者 久我山 透\ndef load_items(path):\n    ...\nこの関数の説明を書いて", "久我山 透"),
        (
            "Write a citation for the Rising Star Award that Tomasz Wiśniewski and Hope Littlewood "
            "won together.",
            "Tomasz Wiśniewski Hope Littlewood",
        ),
        (
            "MacKenzie DeShawn Oyelaran built the HopeBridge app, write her biography for the Makers "
            "Faire site.",
            "MacKenzie DeShawn Oyelaran",
        ),
    ],
)
def test_names_beside_titles_are_found_alone(text: str, names: str) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Refactor the class PaymentGatewayFactory so that StripeAdapter and PaypalAdapter share one "
        "interface.",
        "Compare the Rhodes Scholarship and the Erasmus Mundus Joint Masters for someone in engineering.",
        'Proofread: "The Booker Prize was announced in the Autumn Session."',
        "Which is longer, Pride and Prejudice or Wuthering Heights?",
        "Summarise the Kyoto Protocol and the Geneva Convention.",
        "芥川賞と直木賞の違いは",
        "ベルサイユ条約とポツダム宣言の年は？",
        "タスク管理アプリ「やることリスト」の紹介文を書いて",
        "ハリー・ポッターと賢者の石の感想文を書いて",
        "「アンナ・カレーニナ」のあらすじを五行で",
        "「走れメロス」のテーマは何ですか",
    ],
)
def test_requests_about_titles_have_nobody_in_them(text: str) -> None:
    assert people(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Call Elizabeth Bennet on 030 1234567",
        "My colleague Forrest Gump is ill, write him a card",
    ],
)
def test_somebody_called_like_one_in_a_book_is_found(text: str) -> None:
    assert people(text) != ""
