import pytest

from kippu.record import Database
from kippu.skills import lists
from kippu.skills.lists.naming import ALL, canonical, items
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_a_shopping_list(database: Database, en: Context, ja: Context) -> None:
    store = lists.Lists(database)
    skill = lists.skill(store)
    assert (await run(skill, "lists.show", en)).text == "The shopping list is empty."
    said = await run(skill, "lists.add", en, item="milk, eggs and bread")
    assert said.text == "Added milk, eggs and bread to the shopping list."
    both = await run(skill, "lists.add", en, item="milk and coffee")
    assert both.text == "Added coffee to the shopping list. On it already: milk."
    assert (await run(skill, "lists.remove", en, item="coffee")).ok
    assert (await run(skill, "lists.add", ja, item="Milk")).text == "Milkはもう買い物リストにあります。"
    assert (await run(skill, "lists.check", en, item="egg")).text == "Checked eggs off the shopping list."
    assert (await run(skill, "lists.show", en)).text == "On the shopping list: milk and bread. 1 done."
    assert (await run(skill, "lists.add", en, item="eggs")).text == "Added eggs to the shopping list."
    assert not (await run(skill, "lists.remove", en, item="the moon")).ok
    assert (
        await run(skill, "lists.remove", ja, item="bread")
    ).text == "買い物リストからbreadを削除しました。"
    assert (await run(skill, "lists.clear", ja)).text == (
        "買い物リストの2件をすべて消しました。「買い物リストを元に戻して」で戻せます。"
    )
    assert (await run(skill, "lists.clear", en)).text == "The shopping list was empty."


async def test_two_that_fit_are_asked_about(database: Database, en: Context) -> None:
    skill = lists.skill(lists.Lists(database))
    await run(skill, "lists.add", en, item="oat milk")
    await run(skill, "lists.add", en, item="soy milk")
    asked = await run(skill, "lists.remove", en, item="milk")
    assert not asked.ok and asked.text == "Which one: oat milk or soy milk?"
    assert (await run(skill, "lists.remove", en, item="the soy milk")).ok


async def test_whether_something_is_on_a_list(database: Database, en: Context, ja: Context) -> None:
    skill = lists.skill(lists.Lists(database))
    await run(skill, "lists.add", en, item="oat milk and eggs")
    await run(skill, "lists.check", en, item="eggs")
    assert (await run(skill, "lists.show", en, item="milk")).text == "Yes, on the shopping list: oat milk."
    assert (await run(skill, "lists.show", en, item="eggs")).text == "No, “eggs” is not on the shopping list."
    assert (
        await run(skill, "lists.show", ja, item="パン")
    ).text == "いいえ、パンは買い物リストにありません。"


async def test_what_was_taken_off_comes_back(database: Database, en: Context, ja: Context) -> None:
    store = lists.Lists(database)
    skill = lists.skill(store)
    assert not (await run(skill, "lists.restore", en)).ok
    await run(skill, "lists.add", en, item="milk, eggs and bread")
    await run(skill, "lists.check", en, item="eggs")
    said = await run(skill, "lists.clear", en)
    assert said.text == ("Cleared the shopping list: 3 items. “Restore the shopping list” brings them back.")
    await run(skill, "lists.add", en, item="Milk")
    assert not (await run(skill, "lists.restore", en, list="to do")).ok
    assert (await run(skill, "lists.restore", en)).text == "Back on the shopping list: eggs and bread."
    there = [(item.text, item.done) for item in store.items("shopping")]
    assert there == [("Milk", False), ("eggs", True), ("bread", False)]
    assert not (await run(skill, "lists.restore", en)).ok

    await run(skill, "lists.remove", en, item="bread and eggs")
    with database.write() as connection:  # as if an hour had gone by
        connection.execute("UPDATE list_taken_off SET at = at - 3600")
    assert not (await run(skill, "lists.restore", ja)).ok
    assert (
        await run(skill, "lists.restore", ja, list="買い物リスト")
    ).text == "bread、eggsを買い物リストに戻しました。"
    asked = await run(skill, "lists.remove", en, item="bread and jam")
    assert not asked.ok and asked.text == "“jam” is not on the shopping list."


async def test_own_lists(database: Database, en: Context, ja: Context) -> None:
    store = lists.Lists(database)
    skill = lists.skill(store)
    await run(skill, "lists.add", en, item="paint", list="Hardware")
    await run(skill, "lists.add", en, item="nails", list="my hardware list")
    await run(skill, "lists.add", ja, item="洗濯と掃除", list="やること")
    assert store.names() == ("shopping", "to do", "Hardware")
    assert [item.text for item in store.items("hardware")] == ["paint", "nails"]
    assert [item.text for item in store.items("to do")] == ["洗濯", "掃除"]
    said = await run(skill, "lists.all", en)
    assert said.text == "Your lists: shopping list (0), to-do list (2) and Hardware list (2)."
    missing = await run(skill, "lists.show", ja, list="旅行")
    assert not missing.ok and "買い物リスト" in missing.text


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("shopping", "shopping"),
        ("my Grocery List", "shopping"),
        ("買い物リスト", "shopping"),
        ("お買い物", "shopping"),
        ("to-do", "to do"),
        ("ToDoリスト", "to do"),
        ("Party list", "Party"),
        ("パーティー", "パーティー"),
        ("list", "list"),
    ],
)
def test_names(said: str, name: str) -> None:
    assert canonical(said) == name


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("milk", ["milk"]),
        ("milk and eggs", ["milk", "eggs"]),
        ("salt and pepper", ["salt and pepper"]),
        ("卵と牛乳", ["卵", "牛乳"]),
        ("パン、卵、お茶", ["パン", "卵", "お茶"]),
        ("とうもろこし", ["とうもろこし"]),
        ("なっとう", ["なっとう"]),
        ("牛乳と卵とパン", ["牛乳", "卵", "パン"]),
        ("牛乳、卵、パン", ["牛乳", "卵", "パン"]),
        ("りんごとみかん", ["りんご", "みかん"]),
        ("なっとうとねぎ", ["なっとうとねぎ"]),
        ("さとう", ["さとう"]),
        ("友だちと会うのを忘れない", ["友だちと会うのを忘れない"]),
        ("milk, eggs, and bread", ["milk", "eggs", "bread"]),
        (" , ", []),
        (" -, ", []),
    ],
)
def test_several_in_one_breath(text: str, several: list[str]) -> None:
    assert items(text) == several


async def test_a_list_begins_empty_and_is_kept(database: Database, en: Context, ja: Context) -> None:
    skill = lists.skill(lists.Lists(database))
    assert (await run(skill, "lists.create", en, list="camping")).text.startswith(
        "There is the camping list now."
    )
    assert (await run(skill, "lists.show", en, list="camping")).text == "The camping list is empty."
    assert (await run(skill, "lists.create", ja, list="camping")).text == "campingリストはもうあります。"
    asked = await run(skill, "lists.create", en)
    assert not asked.ok and "What shall it be called?" in asked.text


@pytest.mark.parametrize(
    ("item", "amount", "written"),
    [
        ("チーズ", "2個", "チーズ 2個"),
        ("チーズ 2個", "3個", "チーズ 3個"),
        ("お米10キロ", "5キロ", "お米5キロ"),
        ("牛乳を2本", "3本", "牛乳 3本"),
        ("cheese", "2", "cheese (2)"),
        ("cheese (2)", "3 packs", "cheese (3 packs)"),
        ("4 eggs", "6", "6 eggs"),
        ("10 kg of rice", "5", "5 kg of rice"),
        ("10 kg of rice", "2 packs", "2 packs of rice"),
    ],
)
async def test_how_much_is_written_anew(
    database: Database, en: Context, ja: Context, item: str, amount: str, written: str
) -> None:
    store = lists.Lists(database)
    skill = lists.skill(store)
    await run(skill, "lists.add", en, item=item)
    before = store.items("shopping")[0].text
    said = await run(skill, "lists.add", ja, item=item, amount=amount)
    assert [one.text for one in store.items("shopping")] == [written]
    assert said.text == f"買い物リストの「{before}」を「{written}」にしました。"
    for back in said.undo:
        await run(skill, back.tool, en, **back.arguments)
    assert [one.text for one in store.items("shopping")] == [before]


async def test_how_much_of_what_is_not_there_puts_it_there(database: Database, en: Context) -> None:
    store = lists.Lists(database)
    skill = lists.skill(store)
    assert (await run(skill, "lists.add", en, item="cheese", amount="2")).ok
    assert [one.text for one in store.items("shopping")] == ["cheese (2)"]
    asked = await run(skill, "lists.add", en, item="milk and eggs", amount="2")
    assert not asked.ok and asked.text == "Which one: milk or eggs?"


@pytest.mark.parametrize(
    ("words", "gone"), [("一番上", "milk"), ("first one", "milk"), ("the bottom one", "bread")]
)
async def test_an_item_by_where_it_stands(database: Database, en: Context, words: str, gone: str) -> None:
    store = lists.Lists(database)
    skill = lists.skill(store)
    await run(skill, "lists.add", en, item="eggs, milk and bread")
    await run(skill, "lists.check", en, item="eggs")
    assert (
        await run(skill, "lists.remove", en, item=words)
    ).text == f"Removed {gone} from the shopping list."


async def test_all_of_it_is_done(database: Database, en: Context, ja: Context) -> None:
    store = lists.Lists(database)
    skill = lists.skill(store)
    assert (await run(skill, "lists.check", ja, item="全部")).text == "買い物リストには何も残っていません。"
    await run(skill, "lists.add", en, item="milk and bread")
    said = await run(skill, "lists.check", ja, item="全部")
    assert said.text == "買い物リストのmilk、breadを完了にしました。"
    assert [back.arguments["item"] for back in said.undo] == ["milk", "bread"]


def test_items_in_columns() -> None:
    assert items("醤油 みりん 砂糖 ") == ["醤油", "みりん", "砂糖"]
    assert items("牛乳 2本 卵") == ["牛乳 2本", "卵"]
    assert items("新しい 電池") == ["新しい 電池"]
    assert items("コピー 用紙 A4") == ["コピー 用紙 A4"]


async def test_all_and_the_second_of_a_list(database: Database, en: Context, ja: Context) -> None:
    skill = lists.skill(lists.Lists(database))
    await run(skill, "lists.add", ja, item="醤油、みりん、砂糖")
    said = await run(skill, "lists.show", ja, item="2番目")
    assert said.text == "買い物リストの2番目はみりんです。"
    assert (await run(skill, "lists.show", en, item="third")).text == "On the shopping list, there is 砂糖."
    said = await run(skill, "lists.check", ja, item="リストに書いてあるもの全部")
    assert said.text == "買い物リストの醤油、みりん、砂糖を完了にしました。"


@pytest.mark.parametrize(
    ("text", "item"),
    [("to get toothpaste", "toothpaste"), ("to buy bread", "bread"), ("oat milk instead", "oat milk")],
)
def test_what_leads_up_to_an_item_is_no_part_of_it(text: str, item: str) -> None:
    assert items(text) == [item]


def test_everything_on_the_list_is_all_of_it() -> None:
    for words in ("everything on the shopping list", "everything off my list", "everything"):
        assert ALL.fullmatch(words)
    assert not ALL.fullmatch("everything bagels")


async def test_what_was_not_named_is_asked_for(database: Database, en: Context, ja: Context) -> None:
    skill = lists.skill(lists.Lists(database))
    await run(skill, "lists.add", en, item="milk")
    await run(skill, "lists.add", en, item="tent", list="camping")
    asked = await run(skill, "lists.remove", en, item="")
    assert not asked.ok and asked.text == "What shall I take off the list?"
    which = await run(skill, "lists.clear", en, list="")
    assert not which.ok and which.data["each"]
    assert {choice["list"] for choice in which.data["each"]} >= {"shopping", "camping"}
    assert (await run(skill, "lists.remove", ja, item="")).text == "リストから何を消しますか？"
    assert (await run(skill, "lists.show", en)).text == "On the shopping list: milk."
