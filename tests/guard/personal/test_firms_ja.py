"""Organizations in Japanese, by the word that begins or ends their name."""

import pytest

from kippu.guard.personal.firms_ja import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("レディース医院あおぞらに通っています", "レディース医院あおぞら"),
        ("金曜に酒処たぬきで。", "酒処たぬき"),
        ("四つ葉女子高校で部長をしていた", "四つ葉女子高校"),
        ("管理会社の（株）みさき住宅に言う", "（株）みさき住宅"),
        ("(有)たんぽぽの請求", "(有)たんぽぽ"),
        ("請求元は三ツ沢電設（株）です", "三ツ沢電設（株）"),
        ("田所㈱に転職した", "田所㈱"),
        ("保険はあけぼの損保です", "あけぼの損保"),
        ("さざなみ信用金庫 長浜支店 普通", "長浜支店"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "総合病院と診療所の違い",
        "銀行の支店に行きたい",
        "組合各支店に連絡",
        "近くの歯科を探して",
        "株式会社について教えて",
        "居酒屋でのマナー",
        "株（かぶ）を買う",
        "曜日（土）を選ぶ",
        "市立小学校の入学式",
        "a plain sentence",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
