"""What is told of somebody is kept: among the contacts, or as a note."""

import pytest

from understand.home import call, understand

ANNA = call("contacts.find", name="Anna", what="phone")


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("田中さんの番号は090-1234-5678", "田中さん", {"phone": "090-1234-5678"}),
        ("田中さんの携帯の番号は090-1234-5678です", "田中さん", {"phone": "090-1234-5678"}),
        ("お母さんのメールアドレスはhaha@example.jp", "お母さん", {"email": "haha@example.jp"}),
        ("おばあちゃんの住所は横浜市青葉区1-2-3だよ", "おばあちゃん", {"address": "横浜市青葉区1-2-3"}),
        ("Paul's number is 555 1234", "Paul", {"phone": "555 1234"}),
        ("my mum's email is mum@example.com", "mum", {"email": "mum@example.com"}),
        ("grandma's address is 12 High Street, Leeds", "grandma", {"address": "12 High Street, Leeds"}),
        ("Anna lives at 12 High Street", "Anna", {"address": "12 High Street"}),
    ],
)
def test_it_is_for_the_contacts(text: str, name: str, kept: dict[str, str]) -> None:
    assert understand(text).calls == (call("contacts.add", name=name, **kept),)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("鈴木さんの誕生日は4月1日", "鈴木さんの誕生日は4月1日"),
        ("母の誕生日は三月五日だよ", "母の誕生日は3月5日"),
        ("鈴木さんの誕生日は4月1日って覚えといて", "鈴木さんの誕生日は4月1日"),
        ("うちの住所は東京都港区1-1", "うちの住所は東京都港区1-1"),
        ("Anna's birthday is April 1", "Anna's birthday is April 1"),
        ("my mum's birthday is on the 5th of March", "my mum's birthday is on the 5th of March"),
        ("my phone number is 555 1234", "my phone number is 555 1234"),
    ],
)
def test_it_is_noted_down(text: str, note: str) -> None:
    assert understand(text).calls == (call("notes.add", text=note),)


def test_behind_a_contact_it_is_theirs() -> None:
    tanaka = call("contacts.find", name="田中さん", what="phone")
    assert understand("誕生日は4月1日", earlier=(tanaka,)).calls == (
        call("notes.add", text="田中さんの誕生日は4月1日"),
    )
    assert understand("her address is 12 High Street", earlier=(ANNA,)).calls == (
        call("contacts.add", name="Anna", address="12 High Street"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "母の誕生日は3月5日だっけ？",
        "今日は母の誕生日",
        "おばあちゃんの住所はどこ？",
        "母の誕生日は3月5日に予定入れて",
        "is Anna's birthday April 1?",
        "Anna's birthday is next week",
        "Anna's birthday party is April 1",
        "the printer's ip address is 192.168.0.12",
        "what is Anna's address",
    ],
)
def test_questions_and_other_things_are_not(text: str) -> None:
    tools = {one.tool for one in understand(text).calls}
    assert not tools & {"contacts.add", "notes.add"}
