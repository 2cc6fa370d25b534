import pytest

from kippu.turn import Call
from kippu.understand.mending.not_there_yet import whatever_is_there
from kippu.understand.mending.off_and_on import off_and_on
from kippu.understand.reading import Readers
from understand.home import FOLDERS, HOME, turn, understand

READERS = Readers("en", FOLDERS)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("add flour to my shopping list if it's not already on it", "add flour to my shopping list"),
        ("please add milk on my list, if it is not already on it", "please add milk on my list"),
        ("add milk unless it is already on the list", "add milk"),
        ("put eggs on the list if they aren't there", "put eggs on the list"),
        ("add oat milk to my list if oat milk isn't there yet", "add oat milk to my list"),
        ("see if milk is on my list and if not add it", "add milk to my list"),
        (
            "check if there's any rice on the shopping list, if not put it on the list",
            "add rice to the shopping list",
        ),
        ("are eggs on my list, if not add them", "add eggs to my list"),
        ("do i have bananas on my list, if not please put them on the list", "add bananas to my list"),
        ("is bacon on my shopping list, add if it's not", "add bacon to my shopping list"),
        ("are bananas on my list can you add them if they aren't", "add bananas to my list"),
        ("is there bread on the shopping list? if not, can you add it", "add bread to the shopping list"),
    ],
)
def test_a_list_looks_for_itself(text: str, order: str) -> None:
    assert whatever_is_there(text, "en") == order


@pytest.mark.parametrize(
    "text",
    [
        "add milk to the list if it rains",
        "turn off the light if it's not already off",
        "is milk on the list",
        "are the windows closed, if not close them",
        "remind me to buy milk if i'm not home",
        "add lunch to my calendar if i'm not busy",
        "is milk on my list, add eggs if it's not",
        "put eggs on the list if we don't have any",
        "unlock the front door and put the kitchen light on if bob isn't there",
        "put the kitchen light on if it isn't already",
        "put the light on and milk on my list if it isn't there",
        "text bob to put the bin out if it isn't already",
        "remind me to add milk to my list if it isn't there",
        "write bob that milk is on the list if it isn't",
        "add bob to the guest list if alice isn't there",
        "add milk to my list if the shop isn't closed",
        "add a call to my calendar if it isn't there",
        "add milk if it isn't there",
        "see if bob added milk to my list and if not add it",
        "see if bob put milk on my list and if not add it",
        "do i have milk and a list, if not add it",
        "is milk on my shopping list, if not add it to the party list",
    ],
)
def test_any_other_condition_stays(text: str) -> None:
    assert whatever_is_there(text, "en") == text


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("買い物リストに卵がなければ追加して", "買い物リストに卵を追加して"),
        ("まだ入ってなければ買い物リストに牛乳を入れて", "買い物リストに牛乳を入れて"),
        ("買い物リストに牛乳入ってる？なければ追加して", "買い物リストに牛乳を追加して"),
        ("雨が降ってなければ窓を開けて", "雨が降ってなければ窓を開けて"),
        ("予定がなければ電気を消して", "予定がなければ電気を消して"),
        ("牛乳がなければ買い物リストに追加して", "買い物リストに牛乳を追加して"),
        ("買い物リストに卵がまだ入っていないなら入れておいて", "買い物リストに卵を入れておいて"),
    ],
)
def test_so_it_is_in_japanese(text: str, order: str) -> None:
    assert whatever_is_there(text, "ja") == order


@pytest.mark.parametrize(
    "text",
    [
        "雨が降らなければ洗濯を買い物リストに追加して",
        "卵が安くなければ買い物リストに入れて",
        "買い物リストに牛乳、なければ豆乳を追加して",
        "冷蔵庫に牛乳がなければ買い物リストに入れて",
        "予定がなければ買い物リストに追加して",
        "牛乳がなければ買い物リストに卵を追加して",
        "買い物リストに「牛乳がなければ」を追加して",
        "買い物リストに電池がなければ追加しないで",
        "買い物リストに牛乳はある？なければ追加して、電気を消して",
        "時間がなければ買い物に行く予定を書いておいて",
    ],
)
def test_any_other_condition_stays_in_japanese(text: str) -> None:
    assert whatever_is_there(text, "ja") == text


@pytest.mark.parametrize(
    "text",
    [
        "音楽をやめて買い物リストに牛乳を入れて",
        "音楽やめて牛乳をリストに入れて",
        "リビングの音楽やめて牛乳をリストに入れて",
        "タバコやめてガムをリストに入れて",
        "仕事をやめてリストに旅行を入れて",
    ],
)
def test_what_else_ends_is_on_no_list(text: str) -> None:
    assert off_and_on(turn(text), lambda said: READERS.apart(said, HOME)[0]) == text


def test_the_music_ends_and_the_milk_is_written_down() -> None:
    calls = understand("音楽をやめて買い物リストに牛乳を入れて").calls
    assert [one.tool for one in calls] == ["home.media", "lists.add"]


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        (
            "remove wine and add beer to my shopping list",
            "remove wine from my shopping list and add beer to my shopping list",
        ),
        (
            "please erase cashews from my list, and add walnuts to it, please",
            "remove cashews from my list and add walnuts to my list",
        ),
        (
            "add bread and take off milk from my shopping list",
            "add bread to my shopping list and remove milk from my shopping list",
        ),
        ("remove light beer and add wine to my shopping list",
         "remove light beer from my shopping list and add wine to my shopping list"),
        ("remove milk and add eggs", "remove milk and add eggs"),
        ("drop the blinds and add milk to my list", "drop the blinds and add milk to my list"),
        ("drop the volume and add milk to my list", "drop the volume and add milk to my list"),
        ("take off the lights and add milk to my list", "take off the lights and add milk to my list"),
        ("remove the meeting and add milk to my list", "remove the meeting and add milk to my list"),
        ("remove milk from my list and put the lights on", "remove milk from my list and put the lights on"),
        ("remove milk from my list and write a poem", "remove milk from my list and write a poem"),
        ("add mac and cheese and remove salt and pepper from my list",
         "add mac and cheese to my list and remove salt and pepper from my list"),
        ("remove my alarm and add eggs", "remove my alarm and add eggs"),
        ("delete the note and write a poem", "delete the note and write a poem"),
        ("add salt and pepper to my list", "add salt and pepper to my list"),
        ("remove milk from my list and dim the lamp", "remove milk from my list and dim the lamp"),
        ("remove wine from my list and add beer to the party list",
         "remove wine from my list and add beer to the party list"),
    ],
)  # fmt: skip
def test_one_thing_off_a_list_and_another_on_it(text: str, orders: str) -> None:
    assert off_and_on(turn(text), lambda said: READERS.apart(said, HOME)[0]) == orders


@pytest.mark.parametrize("text", ["remove milk and add eggs", "add beer and remove wine"])
def test_where_no_list_is_in_sight_it_is_asked(text: str) -> None:
    meaning = understand(text)
    assert meaning.question
    assert not meaning.calls


def test_the_list_spoken_of_is_meant() -> None:
    before = (Call("lists.add", {"item": "wine", "list": "shopping"}),)
    assert [one.tool for one in understand("remove wine and add beer", earlier=before).calls] == [
        "lists.remove", "lists.add",
    ]  # fmt: skip
