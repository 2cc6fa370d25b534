"""What stands in a sentence beside its marked parts."""

import pytest

from kippu.understand.free.asked_en import asks_weekday, fact
from kippu.understand.free.chance_en import choices, dice
from kippu.understand.free.clauses_en import looked_up, noted, planned, told
from kippu.understand.free.money_en import exchange
from kippu.understand.free.named_en import bare_hour, reminder_named, timer_named
from kippu.understand.free.reasons_en import beside_a_reason
from kippu.understand.free.titles_en import fancied


@pytest.mark.parametrize(
    ("text", "person", "said"),
    [
        ("can you tell my nana i lost my tooth", "nana", "i lost my tooth"),
        ("tell Jaden im gonna be like 10 mins late innit", "Jaden", "im gonna be like 10 mins late"),
        ("text mum to bring the muslins when she comes please", "mum", "bring the muslins when she comes"),
        ("let Priya know that the parcel came", "Priya", "the parcel came"),
        ("what did Priya say", "Priya", ""),
        ("tell me about Priya", "Priya", ""),
        ("text somebody", "", ""),
    ],
)
def test_a_message_is_all_that_is_to_be_said(text: str, person: str, said: str) -> None:
    assert told(text, person) == said


@pytest.mark.parametrize(
    ("text", "time", "title"),
    [
        ("essay due 14 november 5pm put it in", "14 november 5pm", "essay due"),
        ("i'm seeing the suppliers tomorrow at 11, put it in the calendar", "tomorrow at 11",
         "seeing the suppliers"),
        ("we're having people over at 5:30 pm, get that in the diary so i don't double book", "at 5:30 pm",
         "people over"),
        ("on monday i am at the trade fair", "on monday", ""),
        ("put it in the calendar", "", ""),
    ],
)  # fmt: skip
def test_what_is_planned_is_the_clause_beside_the_wish(text: str, time: str, title: str) -> None:
    at = [(text.index(time), text.index(time) + len(time))] if time else []
    assert planned(text, at) == title


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("look up on the internet when the Bodleian opens", "when the Bodleian opens"),
        ("can you google pumpkin soup please", "pumpkin soup"),
        ("search online for cheap tyres", "cheap tyres"),
        ("who wrote that", ""),
    ],
)
def test_what_is_looked_up(text: str, asked: str) -> None:
    assert looked_up(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("when's anna's birthday again", "when is anna's birthday"),
        ("i want to post anna a card, what's the address", "what is anna's address"),
        ("have you anna's e-mail", "what is anna's email address"),
        ("how can i reach anna", "what is the phone number of anna"),
        ("where does anna live now", "what is anna's address"),
        ("does anna live in france", ""),
        ("open anna's email", ""),
    ],
)
def test_one_thing_is_asked_of_somebody(text: str, asked: str) -> None:
    assert fact(text, "anna") == asked
    assert fact(text, "") == ""


def test_the_day_of_the_week() -> None:
    assert asks_weekday("is it tuesday or wednesday today")
    assert asks_weekday("what's today, is it the friday")
    assert not asks_weekday("is the meeting on tuesday")
    assert not asks_weekday("what's today weather")


def test_an_hour_that_is_a_number_alone() -> None:
    assert bare_hour("move study group to 6") == "6 o'clock"
    for other in (
        "set it to 6 percent",
        "move it to 16",
        "move it to 6 30",
        "from 5 to 6 or to 7",
        "to 6 degrees",
    ):
        assert bare_hour(other) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3 6 sided dice please", "3 6 sided dice"),
        ("roll a pair, highest washes up", "2 dice"),
        ("3d20 go", "3 20 sided dice"),
        ("throw a twenty-sided one", ""),
        ("roll the dice", ""),
    ],
)
def test_dice(text: str, said: str) -> None:
    assert dice(text) == said


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("red dress or the white suit, decide", "red dress or the white suit"),
        ("who gets the last one, Sarah, Joe or Tom", "Sarah or Joe or Tom"),
        ("should i have pizza or pasta tonight", "pizza or pasta"),
        ("pick between tea and coffee for me", "tea or coffee"),
        ("decide for me", ""),
        ("is there anything in the oven that i should take out or should it stay there for another hour", ""),
    ],
)
def test_what_is_chosen_among(text: str, among: str) -> None:
    assert choices(text) == among


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("86 dollars plus postage, in sterling", "86 dollars to pounds"),
        ("what would 45 be in euros, she sends dollars", "45 dollars to euros"),
        ("it cost 86 dollars", ""),
        ("what is 86dollars in euros and yen", ""),
        ("what is 45 in us dollars, not dollars", "45 dollars to us dollars"),
        ("what is 86bucks in euros or yen", ""),
        ("what would 45 be in euro, she sends dollars", "45 dollars to euros"),
        ("20 dollars and 30 euros", ""),
    ],
)
def test_money_in_another(text: str, said: str) -> None:
    assert exchange(text) == said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("bit of jazz while i chop, nothing frantic", "jazz"),
        ("something chilled to fall asleep to", "chilled"),
        ("i'm in the mood for old blues", "old blues"),
        ("we want to hear the radio", ""),
        ("put the telly on", ""),
    ],
)
def test_what_somebody_would_like_to_hear(text: str, what: str) -> None:
    assert fancied(text) == what


def test_what_a_timer_is_called() -> None:
    assert timer_named("the rice timer, 10 minutes fewer") == "rice"
    assert timer_named("stop the last timer") == ""
    assert timer_named("the rice timer and the egg timer are both off, that egg timer too") == ""


def test_what_a_reminder_is_about() -> None:
    assert reminder_named("you can get rid of that tablet reminder") == "tablet"
    assert reminder_named("delete the last reminder") == ""


def test_what_is_to_be_written_down() -> None:
    assert noted("log that she drank 120 ml at 2am please") == "she drank 120 ml at 2am"
    assert noted("what did i note") == ""


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("close the blinds in the kitchen, sun is in my eyes", "close the blinds in the kitchen"),
        ("it's boiling in here, open the blinds", "open the blinds"),
        ("close the blinds, but not the left one", ""),
        ("close the blinds, the lamp too", ""),
        ("close the blinds", ""),
        ("it's dark, i'm tired", ""),
        ("right, dim the hall so they don't wake", "dim the hall"),
        ("i've been to the vet so drop that reminder", "drop that reminder"),
        ("coffee machine on please, the deployment is tonight", "coffee machine on please"),
        ("neighbours are looking in, close the curtains, thanks", "close the curtains"),
        ("the pasta is in at 6 pm, wake me", ""),  # its time may be meant
        ("if it isn't locked, lock it", ""),
        ("he said turn it off, he was angry", ""),
        ("my flatmate set it to 28, it was awful", ""),
        ("read me what's on the list, slowly", ""),
        ("turn on the light that's broken, it's dark, and the fan", ""),
        ("the lights are off, thanks", ""),
        ("so that's that", ""),
    ],
)
def test_an_order_beside_its_reason(text: str, order: str) -> None:
    assert beside_a_reason(text) == order
