"""What stands behind a list's name and a colon goes on that list."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "item", "where"),
    [
        ("買うもの：トイレットペーパー、洗剤", "トイレットペーパー、洗剤", "shopping"),
        ("買うもの: 牛乳と卵", "牛乳と卵", "shopping"),
        ("やること：掃除、洗濯", "掃除、洗濯", "to do"),
        ("キャンプリスト：テント", "テント", "キャンプ"),
        ("ほしいものリスト：イヤホン", "イヤホン", "ほしいもの"),
        ("shopping: milk, eggs", "milk, eggs", "shopping"),
        ("my shopping list: Milk and eggs", "Milk and eggs", "shopping"),
        ("to do: call mum", "call mum", "to do"),
        ("packing list: socks", "socks", "packing"),
        ("make a shopping list: milk and eggs", "milk and eggs", "shopping"),
    ],
)
def test_it_goes_on_the_list(text: str, item: str, where: str) -> None:
    assert understand(text).calls == (call("lists.add", item=item, list=where),)


@pytest.mark.parametrize(
    "text",
    [
        "summarize this list: milk, eggs",
        "guest list: Bob",
        "今日の時間：3時",
        "やること：何？",
        "shopping list: what is on it?",
    ],
)
def test_other_colons_are_other_things(text: str) -> None:
    assert not [one for one in understand(text).calls if one.tool == "lists.add"]
