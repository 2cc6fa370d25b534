"""What is asked of somebody right behind their number, or done with what is kept of them."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

ADDED = call("contacts.add", name="佐藤くん", text="sato@example.com")
TANAKA, ANNA = (
    call("contacts.find", name="田中さん", what="phone"),
    call("contacts.find", name="Anna", what="phone"),
)
YAMADA = call("contacts.add", name="山田", text="03-1234-5678")
CALLED, ALL = call("phone.call", to="mum"), call("contacts.find")
PAUL = call("contacts.add", name="Paul's number 555 1234")


@pytest.mark.parametrize(
    ("before", "text", "then"),
    [
        (TANAKA, "電話かけて", call("phone.call", to="田中さん")),
        (TANAKA, "そこにかけて", call("phone.call", to="田中さん")),
        (TANAKA, "メール送って", call("phone.mail", to="田中さん")),
        (ANNA, "call her", call("phone.call", to="Anna")),
        (ANNA, "ring that number", call("phone.call", to="Anna")),
        (ANNA, "text her", call("phone.message", to="Anna")),
        (PAUL, "call him", call("phone.call", to="Paul")),
        (TANAKA, "メールは？", call("contacts.find", name="田中さん", what="email")),
        (TANAKA, "誕生日いつ？", call("contacts.find", name="田中さん", what="birth_date")),
        (ANNA, "and her email?", call("contacts.find", name="Anna", what="email")),
        (
            TANAKA,
            "番号変わったから080-9999-0000にして",
            call("contacts.add", name="田中さん", text="080-9999-0000", instead=True),
        ),
        (
            YAMADA,
            "やっぱり03-9999-0000",
            call("contacts.add", name="山田", text="03-9999-0000", instead=True),
        ),
        (YAMADA, "03-9999-0000でした", call("contacts.add", name="山田", text="03-9999-0000", instead=True)),
        (ANNA, "change it to 555 9999", call("contacts.add", name="Anna", text="555 9999", instead=True)),
        (
            ANNA,
            "her new number is 555 9999",
            call("contacts.add", name="Anna", text="555 9999", instead=True),
        ),
        (ANNA, "what's her number now", call("contacts.find", name="Anna", what="phone")),
        (ANNA, "so what was her number again", call("contacts.find", name="Anna", what="phone")),
        (ANNA, "add her then, 07700 900123", call("contacts.add", name="Anna", text="07700 900123")),
        (CALLED, "her number is 07700 900111", call("contacts.add", name="mum", phone="07700 900111")),
        (CALLED, "save her as 07700 900111", call("contacts.add", name="mum", phone="07700 900111")),
        (ANNA, "delete anna", call("contacts.remove", name="Anna")),
        (ALL, "list them", call("contacts.find")),
        (ALL, "delete dave", call("contacts.remove", name="dave")),
        (PAUL, "no, it's 555 9999", call("contacts.add", name="Paul", text="555 9999", instead=True)),
        (ADDED, "電話番号も 080-1111-2222", call("contacts.add", name="佐藤くん", text="080-1111-2222")),
        (ADDED, "あと、メアドは a@b.com で登録して", call("contacts.add", name="佐藤くん", text="a@b.com")),
        (call("phone.call", to="田中さん"), "やっぱメールで", call("phone.mail", to="田中さん")),
        (call("phone.mail", to="田中さん"), "やっぱり電話がいい", call("phone.call", to="田中さん")),
    ],
)
def test_it_is_about_them(before: Call, text: str, then: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (then,)


@pytest.mark.parametrize(
    ("before", "text"), [(TANAKA, "消して"), (ANNA, "delete it"), (call("contacts.find"), "田中さん消して")]
)
def test_nobody_is_deleted_unasked(before: Call, text: str) -> None:
    (asked,) = understand(text, earlier=(before,)).calls
    assert asked.tool == "help.which"
    assert [one["tool"] for one in asked.arguments["calls"]] == ["contacts.remove"]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (call("phone.call", to="Anna"), "cancel"),
        (call("phone.call", to="555 1234"), "call her"),
        (TANAKA, "1から10までの数字を選んで"),
        (TANAKA, "電気消して"),
        (ANNA, "what is 20 + 30"),
        (ANNA, "555 1234"),
        (ANNA, "delete the eggs"),
        (ANNA, "remove eggs"),
        (ALL, "delete the lamp"),
        (call("phone.call", to="555 1234"), "her number is 07700 900111"),
    ],
)
def test_other_things_are_not(before: Call, text: str) -> None:
    tools = {one.tool.partition(".")[0] for one in understand(text, earlier=(before,)).calls}
    assert not tools & {"contacts", "phone"} and "help" not in tools


def test_the_number_that_was_asked_for() -> None:
    asked = call("contacts.add", name="山田さん")
    assert understand("03-1234-5678", asked=(asked,)).calls == (
        call("contacts.add", name="山田さん", text="03-1234-5678"),
    )
    assert not [one for one in understand("こんにちは", asked=(asked,)).calls if one.tool == "contacts.add"]


@pytest.mark.parametrize(
    ("text", "before", "to"),
    [
        ("no, Ben", "Anna", "Ben"),
        ("sorry, i meant Ben", "Anna", "Ben"),
        ("i meant Ben", "Anna", "Ben"),
        ("ベンの間違い", "アンナ", "ベン"),
        ("アンナじゃなくてベンに", "アンナ", "ベン"),
    ],
)
def test_somebody_else_is_meant(text: str, before: str, to: str) -> None:
    said = call("phone.message", to=before, text="x")
    assert understand(text, earlier=(said,)).calls == (call("phone.message", to=to, text="x"),)


@pytest.mark.parametrize(
    "text",
    ["no thanks", "no worries", "no, kitchen", "no, tomorrow", "明日じゃなくて今日", "何かの間違い", "違う"],
)
def test_nobody_else_is_meant(text: str) -> None:
    said = call("phone.message", to="Anna", text="x")
    assert not any(one.tool == "phone.message" for one in understand(text, earlier=(said,)).calls)


@pytest.mark.parametrize(("text", "to"), [("no, dad", "Dad"), ("お父さんの間違い", "お父さん")])
def test_somebody_else_is_meant_where_the_first_is_not_known(text: str, to: str) -> None:
    called = call("phone.call", to="mum")
    assert understand(text, earlier=(called,), asked=(called,)).calls == (call("phone.call", to=to),)
