"""Cards, accounts, phones, national numbers."""

import pytest

from kippu.guard.personal.numbers import look


def found(text: str) -> list[tuple[str, str]]:
    spans = sorted(look(text), key=lambda span: -span.trust)
    return [(span.kind, text[span.start : span.end]) for span in spans]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("my card 4111 1111 1111 1111 is lost", ("card", "4111 1111 1111 1111")),
        ("4111-1111-1111-1111", ("card", "4111-1111-1111-1111")),
        ("no. 630427373398", ("card", "630427373398")),
        ("pay to gb82 west 1234 5698 7654 32 please", ("iban", "gb82 west 1234 5698 7654 32")),
        ("IBAN DE89370400440532013000.", ("iban", "DE89370400440532013000")),
        ("振込はDE89 3704 0044 0532 0130 00から", ("iban", "DE89 3704 0044 0532 0130 00")),
        ("it came from them, KVB 77-2081, I think", ("account", "KVB 77-2081")),
        ("they write 0922714 K on all of it", ("account", "0922714 K")),
        ("ssn 078-05-1120", ("ssn", "078-05-1120")),
        ("mine, MORGA753116SM9IJ 35, expires", ("licence", "MORGA753116SM9IJ 35")),
        ("Licence MORGA 753116 SM9IJ 35 has points", ("licence", "MORGA 753116 SM9IJ 35")),
        ("my passport GB 562 118 094 came", ("passport", "GB 562 118 094")),
        ("green card no. A 087 654 321 it says", ("account", "A 087 654 321")),
        ("passport NO 562118094 came", ("passport", "562118094")),
        ("our complaint 5530912 is open", ("account", "5530912")),
        ("介護保険の番号は0001234567です", ("account", "0001234567")),
        ("it says QQ 12 34 56 C there", ("ssn", "QQ 12 34 56 C")),
        ("my Aadhaar is 2345 6789 0124", ("ssn", "2345 6789 0124")),
        ("CPF 529.982.247-25", ("ssn", "529.982.247-25")),
        ("codice fiscale RSSMRA85T10A562S", ("ssn", "RSSMRA85T10A562S")),
        ("在留カード番号はAB12345678CDです", ("ssn", "AB12345678CD")),
        ("the VIN is 1HGCM82633A004352", ("account", "1HGCM82633A004352")),
        (
            "to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq today",
            ("account", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
        ),
        ("マイナンバーは1234 5678 9018です", ("my_number", "1234 5678 9018")),
        ("１２３４　５６７８　９０１８", ("my_number", "１２３４　５６７８　９０１８")),
        ("運転免許の番号 30 98 76543210 0", ("licence", "30 98 76543210 0")),
        ("my driver's license is D1234567", ("licence", "D1234567")),
        ("passport K1234567", ("passport", "K1234567")),
        ("パスポート番号はTK1234567です", ("passport", "TK1234567")),
        ("口座番号は1234567です", ("account", "1234567")),
        ("order 88123", ("account", "88123")),
        ("(021) 555-0101 ext 12", ("phone", "(021) 555-0101 ext 12")),
        ("call +44 7700 208 815", ("phone", "+44 7700 208 815")),
        ("not answering at 416 60 039", ("phone", "416 60 039")),
        ("ring 71-33-52-22", ("phone", "71-33-52-22")),
        ("0466（25）1111に折り返して", ("phone", "0466（25）1111")),
        ("０８０−９８７６−５４３２", ("phone", "０８０−９８７６−５４３２")),
        ("内線は204", ("phone", "204")),
        ("My number is 415-765-2671", ("phone", "415-765-2671")),
        ("my new number is 6505550133, text me", ("phone", "6505550133")),
        ("Her number is 212-664-7665", ("phone", "212-664-7665")),
        ("the number's 555-0133", ("phone", "555-0133")),
        ("my My Number is 1234 5678 9018", ("my_number", "1234 5678 9018")),
        ("My Number card 1234 5678 9018", ("my_number", "1234 5678 9018")),
        ("Her ID number is 1234567890", ("ssn", "1234567890")),
        ("my order number is 415-765-2671", ("account", "415-765-2671")),
        ("my zip is 75534-030", ("postcode", "75534-030")),
    ],
)
def test_found(text: str, want: tuple[str, str]) -> None:
    assert found(text)[0] == want


@pytest.mark.parametrize(
    "text",
    [
        "on 1992-02-08 20:15:24",
        "from 1990-2000",
        "$1 000 000 and 1,234,567.89",
        "set it to 22.5 degrees for 30 minutes",
        "3.14159265",
        "10 or 20 or 30%",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_number_of_an_order_by_its_sign() -> None:
    assert ("account", "#44712") in found("my order #44712 never came")
    assert found("it was a #1 song, see chapter #2") == []


def test_a_phone_behind_a_date_is_found() -> None:
    assert ("phone", "0680 298 70 63") in found("1992-02-08 0680 298 70 63")
