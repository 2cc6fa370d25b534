"""Postal codes, addresses and plates of Japan."""

import pytest

from kippu.guard.personal.japan import look


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in look(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("住所は東京都渋谷区神南1-2-3です", ("address", "東京都渋谷区神南1-2-3")),
        ("北海道札幌市中央区北1条西2丁目まで", ("address", "北海道札幌市中央区北1条西2丁目")),
        ("埼玉県さいたま市浦和区高砂3-15-1に", ("address", "埼玉県さいたま市浦和区高砂3-15-1")),
        ("千代田区丸の内1-9-1で", ("address", "千代田区丸の内1-9-1")),
        ("福岡県福岡市博多区博多駅前３−２５−２１に", ("address", "福岡県福岡市博多区博多駅前３−２５−２１")),
        ("〒150-0041", ("postcode", "〒150-0041")),
        ("品川 300 あ 12-34の車", ("plate", "品川 300 あ 12-34")),
        ("原付の中野区 あ 5678を廃車に", ("plate", "中野区 あ 5678")),
        ("横浜５００さ４６４９", ("plate", "横浜５００さ４６４９")),
    ],
)
def test_found(text: str, want: tuple[str, str]) -> None:
    assert want in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "東京都に住む友達が3番目に来た",
        "横浜市の1200人",
        "港区で2024年に",
        "新宿区や1500円",
        "3分のタイマー",
        "Kitchen 12-34",
        "市長が区民と話す",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
