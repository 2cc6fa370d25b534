import pytest

from kippu.record import Contacts, Database
from kippu.skills import contacts, phone
from kippu.tool import Context, Skill
from skills.running import run

pytestmark = pytest.mark.anyio


@pytest.fixture
def skill(database: Database) -> Skill:
    return contacts.skill(Contacts(database))


async def test_add_find_remove(skill: Skill, en: Context, ja: Context) -> None:
    assert (await run(skill, "contacts.find", en)).text == "There is nobody in your contacts yet."
    said = await run(skill, "contacts.add", en, name="Paul's", text="555 1234")
    assert said.text == "Added to your contacts: Paul, 555 1234."
    assert (await run(skill, "contacts.add", ja, name="Paul", text="paul@example.com")).ok
    assert (await run(skill, "contacts.add", en, name="Paul", text="555 1234")).text.startswith("I know that")
    said = await run(skill, "contacts.find", en, name="paul", what="phone")
    assert said.text == "Paul: phone number 555 1234" and said.data["phone"] == ["555 1234"]
    assert not (await run(skill, "contacts.find", ja, name="Paul", what="address")).ok
    assert (await run(skill, "contacts.find", ja)).text == "連絡先は1件です：Paul。"
    assert (
        await run(skill, "contacts.remove", ja, name="Paulさん")
    ).text == "Paulさんを連絡先から削除しました。"
    assert not (await run(skill, "contacts.remove", en, name="Paul")).ok


async def test_a_number_alone_is_forgotten(skill: Skill, en: Context, ja: Context) -> None:
    await run(skill, "contacts.add", en, name="Paul", text="555 1234")
    await run(skill, "contacts.add", en, name="Paul", text="paul@example.com")
    said = await run(skill, "contacts.remove", ja, name="Paul", what="phone")
    assert said.text == "Paulさんの電話番号（555 1234）を削除しました。ほかは残っています。"
    assert not (await run(skill, "contacts.find", en, name="Paul", what="phone")).ok
    assert (await run(skill, "contacts.find", en, name="Paul", what="email")).ok
    back = said.undo[0]
    assert (await run(skill, back.tool, en, **back.arguments)).ok
    assert (await run(skill, "contacts.find", en, name="Paul", what="phone")).ok
    assert not (await run(skill, "contacts.remove", en, name="Paul", what="address")).ok


async def test_with_the_last_that_is_known_somebody_is_forgotten(skill: Skill, en: Context) -> None:
    await run(skill, "contacts.add", en, name="Paul", text="555 1234")
    said = await run(skill, "contacts.remove", en, name="Paul", what="phone")
    assert said.text == "Deleted from your contacts: Paul."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("his email is paul@example.com", "paul@example.com"),
        ("it's 555 1234", "555 1234"),
        ("that’s paul@example.com", "paul@example.com"),
        ("is paul@example.com", "paul@example.com"),
        ("and his number is 555 1234", "555 1234"),
        ("変わって090-8888-0000になった", "090-8888-0000"),
    ],
)
async def test_what_leads_up_to_it_is_no_part_of_it(skill: Skill, en: Context, text: str, kept: str) -> None:
    assert (await run(skill, "contacts.add", en, name="Paul", text=text)).text == (
        f"Added to your contacts: Paul, {kept}."
    )


async def test_what_is_no_number_is_not_kept(skill: Skill, database: Database, en: Context) -> None:
    assert not (await run(skill, "contacts.add", en, name="Paul", text="soon")).ok
    assert not (await run(skill, "contacts.add", en, name="Paul")).ok
    assert Contacts(database).details() == ()


@pytest.mark.parametrize(
    ("said", "name", "text"),
    [
        ("Paul's number 555 1234", "Paul", "555 1234"),
        ("Paul Smith 555-1234", "Paul Smith", "555-1234"),
        ("Paul's phone number is +81 90 1234 5678", "Paul", "+81 90 1234 5678"),
        ("Anna's email anna@example.com", "Anna", "anna@example.com"),
    ],
)
async def test_name_and_number_in_one(skill: Skill, en: Context, said: str, name: str, text: str) -> None:
    assert (
        await run(skill, "contacts.add", en, name=said)
    ).text == f"Added to your contacts: {name}, {text}."


async def test_links_and_never_a_deed(database: Database, en: Context, ja: Context) -> None:
    known = Contacts(database)
    skill, calls = contacts.skill(known), phone.skill(known)
    assert not (await run(calls, "phone.call", en, to="Anna")).ok
    for text in ("+81 90-1234-5678", "anna@example.com"):
        await run(skill, "contacts.add", en, name="Anna", text=text)
    said = await run(calls, "phone.call", en, to="Anna")
    assert said.text == "Tap to call Anna (+81 90-1234-5678)."
    assert said.data == {"link": {"label": "Call Anna", "url": "tel:+819012345678"}}
    kin = await run(calls, "phone.call", en, to="my daughter Anna")
    assert kin.text == "Tap to call Anna (+81 90-1234-5678)."
    assert (await run(calls, "phone.call", ja, to="娘のAnna")).data == {
        "link": {"label": "Annaに電話", "url": "tel:+819012345678"}
    }
    said = await run(calls, "phone.message", ja, to="Annaさん", text="「今から行く」")
    assert said.data["link"]["url"].startswith("sms:+819012345678?body=%E4%BB%8A")
    said = await run(calls, "phone.mail", en, to="anna", subject="the bill & more", text="Hi")
    assert said.data["link"]["url"] == "mailto:anna@example.com?subject=the%20bill%20%26%20more&body=Hi"
    for tool, asked in (("phone.call", "Whom shall I call?"), ("phone.message", "To whom?")):
        for nobody in ("", "someone"):
            said = await run(calls, tool, en, to=nobody)
            assert not said.ok and said.text == asked
    assert (await run(calls, "phone.mail", ja, to="誰か")).text == "誰に送りますか？"
    assert (await run(calls, "phone.call", ja, to="110")).data["link"]["url"] == "tel:110"
    await run(skill, "contacts.add", en, name="Anna", text="555 1")
    assert not (await run(calls, "phone.call", en, to="Anna")).ok


async def test_what_was_noted_of_somebody_is_found(en: Context, ja: Context, database: Database) -> None:
    noted = ["田中さんの誕生日は5月3日", "Anna likes dark chocolate", "Bob's birthday: 1 June"]
    skill = contacts.skill(Contacts(database), lambda: noted)
    asked = await run(skill, "contacts.find", ja, name="田中さん", what="birth_date")
    assert asked.ok and asked.text == "メモにあります：田中さんの誕生日は5月3日"
    assert (await run(skill, "contacts.find", en, name="Bob", what="birth_date")).text.startswith(
        "You noted: Bob"
    )
    unknown = await run(skill, "contacts.find", ja, name="田中さん", what="phone")
    assert not unknown.ok and unknown.text.startswith("「田中」さんは連絡先にありません。")
    assert not (await run(skill, "contacts.find", en, name="Anna", what="birth_date")).ok


async def test_the_honour_in_a_word_is_part_of_it(database: Database, ja: Context) -> None:
    known = Contacts(database)
    skill, calls = contacts.skill(known), phone.skill(known)
    for kin in ("お母さん", "おじいちゃん", "叔父さん"):
        unknown = await run(calls, "phone.call", ja, to=kin)
        assert unknown.text.startswith(f"「{kin}」は連絡先にありません。「{kin}の電話番号は…")
    await run(skill, "contacts.add", ja, name="お母さん", text="+81 90-1234-5678")
    assert (await run(calls, "phone.call", ja, to="お母さん")).data["link"]["url"] == "tel:+819012345678"


async def test_nobody_is_honoured_twice(skill: Skill, ja: Context) -> None:
    await run(skill, "contacts.add", ja, name="田中さん", text="090-1234-5678")
    said = await run(skill, "contacts.find", ja, name="田中", what="phone")
    assert said.text == "田中さんの電話番号は090-1234-5678です。"
    await run(skill, "contacts.add", ja, name="お母さん", email="haha@example.jp")
    told = (await run(skill, "contacts.find", ja, name="お母さん", what="email")).text
    assert told == "お母さんのメールアドレスはhaha@example.jpです。"
    await run(skill, "contacts.add", ja, name="父", text="03-1234-5678")
    assert (await run(skill, "contacts.find", ja, name="父", what="phone")).text.startswith("父の電話番号は")


async def test_another_number_takes_the_place_of_the_old(skill: Skill, en: Context, ja: Context) -> None:
    first = await run(skill, "contacts.add", ja, name="田中", text="090-1234-5678", instead=True)
    assert first.text == "連絡先に登録しました：田中、090-1234-5678。"
    said = await run(skill, "contacts.add", ja, name="田中さん", text="080-9999-0000", instead=True)
    assert said.text == "田中さんの電話番号を080-9999-0000に変えました（前は090-1234-5678）。"
    found = await run(skill, "contacts.find", ja, name="田中", what="phone")
    assert found.data["phone"] == ["080-9999-0000"]
    (back,) = said.undo
    again = await run(skill, back.tool, en, **back.arguments)
    assert again.text == "田中's phone number is 090-1234-5678 now, instead of 080-9999-0000."
    (gone,) = first.undo
    await run(skill, gone.tool, en, **gone.arguments)
    assert not (await run(skill, "contacts.find", en, name="田中")).ok


async def test_what_is_noted_of_nobody_known(database: Database, ja: Context, en: Context) -> None:
    noted = ["鈴木さんの誕生日は4月1日", "ロッカーの番号は42", "大家さんは火曜に来る"]
    skill = contacts.skill(Contacts(database), lambda: noted)

    async def find(name: str, what: str) -> str:
        return (await run(skill, "contacts.find", ja, name=name, what=what)).text

    assert await find("鈴木さん", "birth_date") == "メモにあります：鈴木さんの誕生日は4月1日"
    assert await find("ロッカー", "phone") == "メモにあります：ロッカーの番号は42"
    told = await find("大家さん", "phone")
    assert told.startswith("「大家さん」は連絡先にありません。")
    assert told.endswith("メモにあります：大家さんは火曜に来る")
    assert (await find("金庫", "phone")).startswith("金庫の番号は、連絡先にもメモにもありません。")
    assert (await find("山田さん", "phone")).startswith("「山田」さんは連絡先にありません。")


async def test_whose_a_number_is(skill: Skill, en: Context, ja: Context) -> None:
    await run(skill, "contacts.add", ja, name="田中さん", text="090-1111-2222")
    said = await run(skill, "contacts.find", ja, name="09011112222")
    assert said.text == "09011112222は田中さんの番号です。"
    assert not (await run(skill, "contacts.find", en, name="555 1234")).ok
