"""What a speaker puts right before the sentence is over is done as if it had been said so at once."""

import pytest

from understand.home import call, understand

REPAIRED = [
    ("set the bedroom to 20 percent, I mean 22", "set the bedroom to 22 percent"),
    ("set the bedroom to 20 percent no wait 30", "set the bedroom to 30 percent"),
    ("set the bedroom to 20 percent, sorry, 30 percent", "set the bedroom to 30 percent"),
    ("wake me at six, no, make that seven", "wake me at seven"),
    ("wake me up at six, no seven thirty", "wake me up at 7:30"),
    ("wake me at six, no, seven, no, eight", "wake me at eight"),
    ("set a timer for 5, no, 10 minutes", "set a timer for 10 minutes"),
    ("set a timer for five minutes, actually make it ten", "set a timer for 10 minutes"),
    ("turn off the kitchen light, sorry, I meant the bedroom light", "turn off the bedroom light"),
    ("turn on the light in the kitchen, no wait, in the bedroom", "turn on the light in the bedroom"),
    ("turn off, no, turn on the bedroom light", "turn on the bedroom light"),
    ("turn the kitchen light, um, the bedroom light on", "turn the bedroom light on"),
    ("make the bedroom blue, no, green", "make the bedroom green"),
    ("add milk to the shopping list, no, eggs", "add eggs to the shopping list"),
    ("add milk, sorry, oat milk to the shopping list", "add oat milk to the shopping list"),
    ("add milk to the shopping, I mean the to do list", "add milk to the to do list"),
    ("remind me tomorrow, no, on friday to call mum", "remind me on friday to call mum"),
    ("remind me at three, sorry four, to call mum", "remind me at four to call mum"),
    ("remind me to call mum at 3, no, at 4", "remind me to call mum at 4"),
    ("call mum, I mean dad", "call dad"),
    ("what's 5 plus 3, no, 5 plus 4", "what's 5 plus 4"),
    ("is the kitchen light on? no wait, the bedroom light", "is the bedroom light on"),
    ("6時に起こして、いや7時", "7時に起こして"),
    ("6時、いや7時に起こして", "7時に起こして"),
    ("5分、いや10分のタイマーをかけて", "10分のタイマーをかけて"),
    ("タイマー5分、あ、10分で", "タイマー10分で"),
    ("キッチンの、いや寝室の電気を消して", "寝室の電気を消して"),
    ("電気を消して、じゃなくてつけて", "電気をつけて"),
    ("牛乳を買い物リストに入れて、いや卵", "卵を買い物リストに入れて"),
    ("明日、いや明後日の3時に歯医者を予定に入れて", "明後日の3時に歯医者を予定に入れて"),
    ("寝室を青、いや緑にして", "寝室を緑にして"),
    ("3時、違う、4時に母に電話するのをリマインドして", "4時に母に電話するのをリマインドして"),
    ("えっとね、パパ…じゃなくて、ママに電話して", "ママに電話して"),
    ("um, turn on the, uh, kitchen light", "turn on the kitchen light"),
    ("add milk, eggs and, um, bread to the shopping list", "add milk, eggs and bread to the shopping list"),
    ("set a timer for, er, ten minutes", "set a timer for 10 minutes"),
    ("明るさ30%、いや50%にして", "明るさ50%にして"),
]
KEPT = [
    "remind me to buy bread, no rush",
    "text ann that I'm late, sorry, traffic",
    "remind me to call dad at 6, sorry to bother you",
    "note: buy paint, no, varnish",
    "add milk to the shopping list, no sugar",
    "tell me about the moon, I mean the sun",
]


@pytest.mark.parametrize(("said", "meant"), REPAIRED)
def test_the_repair_takes_the_place_of_what_it_repairs(said: str, meant: str) -> None:
    whole = understand(meant)
    assert whole.calls or whole.question
    assert (understand(said).calls, understand(said).question) == (whole.calls, whole.question)


@pytest.mark.parametrize("said", KEPT)
def test_what_puts_nothing_right_stays_as_it_was_said(said: str) -> None:
    texts = [str(value) for call in understand(said).calls for value in call.arguments.values()]
    last = said.rsplit(",", maxsplit=1)[-1].strip()
    assert not texts or any(last in text for text in texts)


@pytest.mark.parametrize(
    "said",
    ["turn off the kitchen light. oh, and the bedroom light", "キッチンの電気を消して。あ、寝室の電気も"],
)
def test_what_is_added_is_no_repair(said: str) -> None:
    meaning = understand(said)
    assert len(meaning.calls or meaning.proposed) == 2


@pytest.mark.parametrize("text", ["oh and butter, no wait, margarine", "あとバター、じゃなくてマーガリンも"])
def test_what_goes_on_a_list_is_put_right_too(text: str) -> None:
    (added,) = understand(text, earlier=(call("lists.add", item="eggs", list="shopping"),)).calls
    assert added.arguments["item"] in {"margarine", "マーガリン"}
