"""Numbers of contracts, files and papers, in whatever form an office gives them."""

import pytest

from kippu.guard.personal.references import look


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in look(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("My agreement is KD 2044 3187 C and the flat is cold", "KD 2044 3187 C"),
        ("the crime ref PRN 7716/03MAY25, and what now?", "PRN 7716/03MAY25"),
        ("my subscription, number DLW 0 774 219, to the monthly", "DLW 0 774 219"),
        ("The number on it is 4RT8-QK2-WP55. Is it real?", "4RT8-QK2-WP55"),
        ("Policy ABX/KAN/0177/22 covers it", "ABX/KAN/0177/22"),
        ("his wristband says L04 771 203. call me", "L04 771 203"),
        ("the file number is B 31 870 226.", "B 31 870 226"),
        ("parcel RR123456785GB is lost", "RR123456785GB"),
        ("frame no. KLM4471-88, a blue one", "KLM4471-88"),
        ("microchip 900113002214567, a grey cat", "900113002214567"),
        ("My blue badge 3RT 88 K 0927 expires", "3RT 88 K 0927"),
        ("証券口座の部店208と", "208"),
        ("記号１４７０ 番号３３８１", "１４７０"),
        ("整理番号14で呼ばれた", "14"),
        ("my prescription 7C1D-B92004-20F5KQ is ready", "7C1D-B92004-20F5KQ"),
        ("枝番02です", "02"),
        ("水栓番号31-0882-117の", "31-0882-117"),
        ("労働保険番号14-2-03-774120-008、", "14-2-03-774120-008"),
        ("標章番号第Ｃ－７１１８２号、", "Ｃ－７１１８２"),
        ("通知書番号 0712-338104", "0712-338104"),
        ("調停番号は令和5年（家イ）第318号です", "令和5年（家イ）第318号"),
        ("平成30年(ワ)第77号の判決", "平成30年(ワ)第77号"),
    ],
)
def test_found(text: str, want: str) -> None:
    assert ("account", want) in found(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("旅券の番号はＴＲ４８２９１７３です", "passport"), ("運転免許証の番号は305012345678です", "licence")],
)
def test_the_paper_says_whose_number_it_is(text: str, kind: str) -> None:
    assert [span for span, _ in found(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The agreement of 1947 was signed by 23 countries",
        "My contract is 3 years long, 1,250 a month",
        "application 2.4.1 crashes, file 3 of 12 is damaged",
        "my 4K TV has HDR 10 and my PC an RTX 4090 TI",
        "my phone is 0494 92 82 32 I think, call me at 0699 868 88 55 I am in",
        "I SAW 300 OF THEM IN 2019 AND WE LEFT",
        "The number 1729 is a sum of two cubes in two ways",
        "Take bus number 14 to gate number 7",
        "model number RTX 4090, part number LM78051",
        "reference 12-03-2024 is a date, the file is 2048 KB",
        "the frame is made of 6061 aluminium",
        "His wristband says VIP and the receipt says 20% off",
        "記号と番号の違いは？",
        "番号札を取って、番号5の窓口へ",
        "エラーコード0x80070643と終了コード137",
        "国番号81、郵便番号1500001",
        "登録100円、登録3年目、登録120人",
        "第3期の売上と第447号の記事",
        "令和6年の第7回大会",
        "原子番号118の元素、問題番号12、背番号10、曲番号21",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
