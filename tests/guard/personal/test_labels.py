"""Words that call something personal are nobody's name."""

import pytest

from kippu.guard.personal.labels import is_label, without
from kippu.guard.personal.merging import Span


def left(text: str, said: str, kind: str) -> list[str]:
    start = text.index(said)
    spans = without(text, Span(start, start + len(said), kind, 5))  # type: ignore[arg-type]  # one of the kinds
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "said", "kind", "want"),
    [
        ("パスワードは「うさぎ」", "パスワードは", "person", []),
        ("ゆうちょ 記号10140", "ゆうちょ 記号", "person", []),
        ("山田太郎住所は東京都", "山田太郎住所", "person", ["山田太郎"]),
        ("合言葉は「山」", "合", "person", []),
        ("田中健康保険証", "田中健康保険証", "organization", ["田中"]),
        ("なみ健康保険組合", "なみ健康保険組合", "organization", ["なみ健康保険組合"]),
        ("三井カードの解約", "三井カード", "organization", ["三井カード"]),
        ("my iban: DE89", "iban", "organization", []),
        ("my friend Ivan", "Ivan", "person", ["Ivan"]),
        ("口座12345", "12345", "account", ["12345"]),
    ],
)
def test_what_is_left(text: str, said: str, kind: str, want: list[str]) -> None:
    assert left(text, said, kind) == want


@pytest.mark.parametrize("said", ["IBAN", "VIN:", "PESEL", "パスワード", "ゆうちょ"])
def test_labels(said: str) -> None:
    assert is_label(said)
