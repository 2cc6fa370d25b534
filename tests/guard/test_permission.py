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
        (Call("bank.send", {"to": "Alice", "amount": 50, "now": True, "memo": None}), True, "run", "run"),
    ],
)
def test_a_call_is_judged_by_where_it_comes_from(
    call: Call, acts: bool, clean: Verdict, tainted: Verdict
) -> None:
    wanted = ["bank.send", "notes.read"]
    assert Permission(WORDS, wanted, tainted=False).judge(call, acts) == clean
    assert Permission(WORDS, wanted, tainted=True).judge(call, acts) == tainted


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
