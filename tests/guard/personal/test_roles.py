"""Names beside what somebody is."""

import pytest

from kippu.guard.personal.roles import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("and the carer Precious didn't call anyone", "Precious"),
        ("my flatmate is Will; Will broke her vase", "Will"),
        ("our daughter Wilhelmina (we call her Minnie) hates maths", "Minnie"),
        ("the deposit goes to mrs lovelace directly", "lovelace"),
        ("pls write to councillor ahmadi about it", "ahmadi"),
        ("is it weird that uncle bob calls me so", "bob"),
        ("Sister Concepta said it was fine", "Concepta"),
        ("Membership LIB-77120, name on card Thaddeus Moon.", "Thaddeus Moon"),
        ("店長の石黒に怒鳴られました", "石黒"),
        ("さくら坂クリニックの名取医師に言われた", "名取"),
        ("転職した柚木から年賀状が来た", "柚木"),
        ("my middle name Hyacinth is misspelt", "Hyacinth"),
        ("契約者　五百旗頭 学\nこれで足りますか", "五百旗頭 学"),
        ("父鳴海 権三郎（享年八十八）", "鳴海 権三郎"),
        ("部長のファムさんと連名で", "ファム"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The officer drew her gun",
        "my grandma will slip",
        "Ask the nurse for help. The officer. For him it was late.",
        "Father Christmas is coming",
        "I miss you",
        "父は昨日 病院に行きました",
        "名前 住所 電話 を書く",
        "The doctor is German. My dad is Catholic.",
        "Create a riddle about the name Sheldon",
        "店長の機嫌が悪い",
        "担当医師に聞く",
        "会社から電話が来た",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
