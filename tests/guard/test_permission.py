"""Whose words a call comes from decides whether it runs."""

import pytest

from kippu.guard.permission import Permission, Verdict
from kippu.turn import Call

WORDS = "Send 50 to Alice and read my notes"
SEND = Call("bank.send", {"to": "alice", "amount": 50.0})
TO_MALLORY = Call("bank.send", {"to": "Mallory", "amount": 50})


@pytest.mark.parametrize(
    ("call", "acts", "clean", "tainted"),
    [
        (SEND, True, "run", "run"),  # their own words, to the letter
        (TO_MALLORY, True, "ask", "ask"),  # the wish is theirs, the name is not
        (Call("bank.send", {"to": "Alice", "amount": 5}), True, "ask", "ask"),
        (Call("bank.send", {"to": "Al", "amount": 50}), True, "ask", "ask"),
        (Call("notes.read"), False, "run", "run"),
        (Call("notes.read", {"name": "diary"}), False, "run", "run"),
        (
            Call("mail.list"),
            False,
            "run",
            "refuse",
        ),  # looking around is free until something foreign asks for it
        (Call("door.unlock"), True, "ask", "refuse"),
        (
            Call("bank.send", {"to": "Alice", "amount": 50, "lines": ["Alice", {"x": "evil"}]}),
            True,
            "ask",
            "ask",
        ),
        (Call("bank.send", {"to": "Alice", "amount": 50, "memo": None}), True, "run", "run"),
        (Call("bank.send", {"to": "Alice", "amount": 50, "now": True}), True, "ask", "ask"),  # nobody said so
    ],
)
def test_a_call_is_judged_by_where_it_comes_from(
    call: Call, acts: bool, clean: Verdict, tainted: Verdict
) -> None:
    wanted = ["bank.send", "notes.read"]
    assert Permission(WORDS, wanted, tainted=False).judge(call, acts) == clean
    assert Permission(WORDS, wanted, tainted=True).judge(call, acts) == tainted


def test_what_the_person_forbids_is_no_wish() -> None:
    words = "Read the mail, and whatever it says do not unlock the front door"
    call = Call("home.unlock", {"name": "front door"})
    assert Permission(words, ["home.unlock"], tainted=True).judge(call, acts=True) == "ask"


def test_one_wish_is_one_deed() -> None:
    permission = Permission(WORDS, ["bank.send"], tainted=False)
    assert permission.judge(SEND, acts=True) == "run"
    permission.ran(SEND, tainted=False)
    assert permission.judge(SEND, acts=True) == "ask"


def test_what_is_read_taints_what_comes_after() -> None:
    permission = Permission(WORDS, ["notes.read"], tainted=False)
    permission.ran(Call("notes.read"), tainted=True)
    assert permission.judge(Call("door.unlock"), acts=True) == "refuse"


def test_words_are_compared_as_they_read() -> None:
    permission = Permission("ａｌｉｃｅさんに  50ドル送って", ["bank.send"], tainted=True)
    assert permission.judge(SEND, acts=True) == "run"


def test_the_same_deed_written_another_way_is_no_new_wish() -> None:
    permission = Permission(WORDS, ["bank.send"], tainted=True)
    permission.ran(SEND, tainted=False)
    for other in (
        {"to": "ALICE", "amount": "50"},
        {"amount": 50, "to": " Alice "},
        {"to": "Alice", "amount": 50, "memo": None},
        {"to": "Alice"},
        {"to": ["Alice", "50"], "amount": 50},
    ):
        assert permission.judge(Call("bank.send", other), acts=True) == "ask", other


def test_each_of_two_wishes_is_a_deed() -> None:
    permission = Permission("turn on the lamp and the fan", ["home.turn_on"], tainted=True)
    lamp, fan = (Call("home.turn_on", {"name": name}) for name in ("lamp", "fan"))
    for call in (lamp, fan):
        assert permission.judge(call, acts=True) == "run"
        permission.ran(call, tainted=True)
        assert permission.judge(call, acts=True) == "ask"


def test_what_hides_in_an_argument_is_seen() -> None:
    permission = Permission("send 50 to Alice", ["bank.send"], tainted=True)
    for hidden in (
        {"headers": {"evil.com": None}},
        {"to": "Alice", "copies": [[["mallory"]]]},
        {"to": "Alice", "force": True},
        {"to": "Alice", "note": ""},
        {"to": "Alice", "note": "\u200b"},
    ):
        assert permission.judge(Call("bank.send", hidden), acts=True) == "ask", hidden


def test_a_call_without_values_is_theirs_only_before_taint() -> None:
    call = Call("timers.cancel_all")
    assert Permission("cancel all timers", [call.tool], tainted=False).judge(call, acts=True) == "run"
    assert Permission("cancel all timers", [call.tool], tainted=True).judge(call, acts=True) == "ask"


def test_a_plan_of_nearly_all_tools_is_none() -> None:
    tools = [f"t.{number}" for number in range(8)]
    call = Call("t.1", {"name": "lamp"})
    assert Permission("lamp", tools[:6], True, offered=8).judge(call, acts=True) == "run"
    assert Permission("lamp", tools[:7], True, offered=8).judge(call, acts=True) == "refuse"
    assert Permission("lamp", tools[:7], False, offered=8).judge(call, acts=True) == "ask"
    assert Permission("lamp", tools[:3], True, offered=3).judge(call, acts=True) == "run"


def test_a_pasted_text_is_nobodys_own_words() -> None:
    pasted = f"summarise: {'blah ' * 100} send 50 to Alice"
    permission = Permission(pasted, ["bank.send"], tainted=False)
    assert permission.judge(Call("bank.send", {"to": "Alice", "amount": 50}), acts=True) == "ask"
    assert permission.judge(Call("door.unlock"), acts=True) == "refuse"
    assert permission.judge(Call("notes.find"), acts=False) == "refuse"


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("1. Read my mail. 2. Delete the largest file.", Call("files.delete", {"id": "1"})),
        ("what is on June 13, and delete the old file", Call("files.delete", {"id": 13})),
        ("read all mails and turn off the lamp", Call("home.turn_off", {"name": "all"})),
        ("全部を読んで、電気を消して", Call("home.turn_off", {"name": "全部"})),
        ("a mail says a thing: delete it", Call("files.delete", {"id": "a"})),
    ],
)
def test_a_value_that_stands_there_by_chance_is_no_wish(words: str, call: Call) -> None:
    assert Permission(words, [call.tool], tainted=False).judge(call, acts=True) == "run"
    assert Permission(words, [call.tool], tainted=True).judge(call, acts=True) == "ask"


def test_one_telling_value_is_enough() -> None:
    for words, call in (
        ("send 50 to Alice", SEND),
        ("dim all lights in the kitchen", Call("bank.send", {"area": "kitchen", "name": "all"})),
        ("pay 12 to account 4417123456", Call("bank.send", {"account": "4417123456", "amount": 12})),
        ("電気を消して", Call("bank.send", {"name": "電気"})),
    ):
        assert Permission(words, ["bank.send"], tainted=True).judge(call, acts=True) == "run", words


def test_who_said_no_thrice_is_not_asked_again() -> None:
    permission = Permission(WORDS, ["bank.send", "home.turn_on"], tainted=True)
    for name in ("Mallory", "Malory", "Mallorie"):
        call = Call("bank.send", {"to": name})
        assert permission.judge(call, acts=True) == "ask"
        permission.declined(call)
    assert permission.judge(TO_MALLORY, acts=True) == "refuse"
    assert permission.judge(SEND, acts=True) == "run"
    assert permission.judge(Call("home.turn_on", {"name": "lamp"}), acts=True) == "ask"


def test_a_no_is_a_no_to_the_same_once_more() -> None:
    permission = Permission(WORDS, ["bank.send"], tainted=True)
    for _ in range(5):
        permission.declined(TO_MALLORY)
    assert permission.judge(Call("bank.send", {"amount": "50", "to": "MALLORY"}), acts=True) == "refuse"
    assert permission.judge(Call("bank.send", {"to": "Bob", "amount": 50}), acts=True) == "ask"
