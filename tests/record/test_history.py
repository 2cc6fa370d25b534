import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kippu.errors import NotFound
from kippu.record import Database, History, Ledger
from kippu.record.search import folded
from kippu.turn import Answer, Call, Message, Outcome
from record.samples import answer, turn


def test_a_turn_and_its_answer(database: Database) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp"))
    assert history.messages("c1") == () and not history.turns("c1")[0].done
    history.finish(answer())
    [kept] = history.turns("c1")
    assert kept.answer == answer() and kept.done and kept.at == "2026-11-23T09:01:00+09:00"
    assert history.messages("c1") == (
        Message("user", "turn on the lamp", done=True, plainly="home turn on: lamp, 1, 2"),
        Message("assistant", "The light is on.", done=True, plainly="Done: home turn on: lamp, 1, 2."),
    )
    ((outcome,),) = history.lately("c1")
    assert outcome.call == Call("home.turn_on", {"name": "lamp", "levels": [1, 2]})
    assert history.lately("nothing") == ()


def test_it_reaches_back_over_thanks_but_not_far(database: Database) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp", 1))
    history.finish(answer(1))
    for number in range(2, 5):
        assert history.lately("c1") != ()
        history.begin(turn("thanks", number))
        history.finish(replace(answer(number), outcomes=()))
    assert history.lately("c1") == ()


def test_the_turns_before_the_last_are_told_too(database: Database) -> None:
    history = History(database)
    for number in range(1, 4):
        history.begin(turn("turn on the lamp", number))
        history.finish(answer(number))
    assert [len(outcomes) for outcomes in history.lately("c1")] == [1, 1, 1]


def test_whether_the_last_turn_was_talk(database: Database) -> None:
    history = History(database)
    assert not history.talked("c1")
    for number, by in enumerate(("template", "talk", "cues"), 1):
        history.begin(turn("well", number))
        made = answer(number)
        history.finish(replace(made, meaning=replace(made.meaning, by=by)))
        assert history.talked("c1") == (by == "talk")


def _acts(tool: str) -> bool:
    return tool.startswith("home.turn")


def _takes_back(number: int, deed: str, ok: bool = True) -> Answer:
    """An answer that took a turn back."""
    said = Outcome(Call("history.take_back"), True, "Taking back:", {"takes_back": deed, "aside": True})
    done = Outcome(Call("home.turn_off"), ok, "The light is off.")
    return replace(answer(number), outcomes=(said, done))


def test_what_is_done_last_is_taken_back_first(database: Database) -> None:
    history = History(database)
    assert history.deed("c1", _acts) is None
    for number, text in ((1, "turn on the lamp"), (2, "turn on the fan")):
        history.begin(turn(text, number))
        history.finish(answer(number))
    history.begin(turn("is the lamp on?", 3))
    history.finish(replace(answer(3), outcomes=(Outcome(Call("home.state"), True, "It is on."),)))
    last = history.deed("c1", _acts)
    assert last and (last.turn, last.said, last.calls) == ("t2", "turn on the fan", answer().meaning.calls)
    for number, (deed, ok, left) in enumerate(
        (("t2", False, "t2"), ("t2", True, "t1"), ("t1", True, None)), start=4
    ):
        history.begin(turn("undo", number))
        history.finish(_takes_back(number, deed, ok))
        found = history.deed("c1", _acts)
        assert (found and found.turn) == left


def test_what_failed_was_not_done(database: Database) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp"))
    history.finish(replace(answer(), outcomes=(Outcome(Call("home.turn_on"), False, "No."),)))
    assert history.deed("c1", _acts) is None


@pytest.mark.parametrize(("ends", "meant"), [(("already",), "t1"), (("already", "done"), "t2"), ((), "t2")])
def test_what_was_so_before_was_not_done(database: Database, ends: tuple[str, ...], meant: str) -> None:
    history = History(database)
    for number in (1, 2):
        history.begin(turn("turn on the lamp", number))
    rows = [{"id": f"light.{number}", "end": end} for number, end in enumerate(ends)]
    said = Outcome(Call("home.turn_on"), True, "The lamp was already on.", {"changed": rows})
    history.finish(answer(1))
    history.finish(replace(answer(2), outcomes=(said,)))
    last = history.deed("c1", _acts)
    assert last and last.turn == meant


def test_each_conversation_has_a_last_deed_of_its_own_and_what_was_said_by_itself(database: Database) -> None:
    history = History(database)
    for number, conversation, origin in ((1, "c1", "once"), (2, "c2", "talk"), (3, "c3", "once")):
        history.begin(replace(turn("turn on the lamp", number, conversation), origin=origin))
        history.finish(answer(number, conversation=conversation))
    found = [history.deed(conversation, _acts) for conversation in ("c1", "c2", "c3", "c4", None)]
    assert [deed and deed.turn for deed in found] == ["t1", "t2", "t3", None, "t3"]
    history.begin(replace(turn("undo", 4, "c4"), origin="once"))
    history.finish(_takes_back(4, "t3"))
    last = history.deed(None, _acts)
    assert last and last.turn == "t1"
    history.delete("c3")
    assert history.deed("c3", _acts) is None


@pytest.mark.parametrize(("minutes", "meant"), [(1, "t2"), (30, "t1")])
def test_a_tap_just_now_is_the_last_deed_wherever_undo_is_said(
    database: Database, minutes: int, meant: str
) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp", 1))
    history.finish(answer(1))
    tapped = datetime.now().astimezone() - timedelta(minutes=minutes)
    history.begin(replace(turn("turn off the fan", 2, "taps"), origin="tap", at=tapped))
    history.finish(answer(2, conversation="taps"))
    last = history.deed("c1", _acts)
    assert last and last.turn == meant
    assert (history.deed("c2", _acts) is None) == (meant == "t1")
    assert history.deed(None, _acts) is None
    assert [said.text for said in history.asked()] == ["turn on the lamp"]
    assert len(history.asked(unsaid=True)) == 2
    assert [line.id for line in history.list()] == ["c1"]
    history.begin(turn("undo", 3))
    history.finish(_takes_back(3, meant))
    after = history.deed("c1", _acts)
    assert (after and after.turn) == ("t1" if meant == "t2" else None)


def _plans(number: int, command: str, conversation: str = "c1") -> Answer:
    """An answer that put a command off."""
    call = Call("timers.start", {"minutes": 5, "command": command})
    made = answer(number, conversation=conversation)
    return replace(made, outcomes=(Outcome(call, True, "In 5 minutes.", {}),))


def _acts_or_plans(tool: str) -> bool:
    return _acts(tool) or tool == "timers.start"


def test_what_came_of_a_plan_is_meant_once_it_is_done(database: Database) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp in 5 minutes", 1))
    history.finish(_plans(1, "turn on the lamp"))
    before = history.deed("c1", _acts_or_plans)
    assert before and before.turn == "t1"
    for number, said in ((2, "turn on the fan"), (3, "turn on the lamp")):
        history.begin(replace(turn(said, number, f"plan{number}"), origin="plan"))
        history.finish(answer(number, conversation=f"plan{number}"))
    done = history.deed("c1", _acts_or_plans)
    assert done and (done.turn, done.said) == ("t3", "turn on the lamp")
    assert history.lately("c1")[0][0].call.tool == "home.turn_on"
    history.begin(turn("undo", 4))
    history.finish(_takes_back(4, "t3"))
    assert history.deed("c1", _acts_or_plans) is None


def test_another_plan_of_the_same_words_is_not_done_yet(database: Database) -> None:
    history = History(database)
    history.begin(replace(turn("turn on the lamp", 1, "plan"), origin="plan"))
    history.finish(answer(1, conversation="plan"))
    history.begin(turn("turn on the lamp in 5 minutes", 2))
    history.finish(_plans(2, "turn on the lamp"))
    planned = history.deed("c1", _acts_or_plans)
    assert planned and planned.turn == "t2"
    assert history.lately("c1")[0][0].call.tool == "timers.start"


def test_titles_and_order(database: Database) -> None:
    history = History(database)
    history.begin(turn("  tell me   about the moon and all of its craters, seas and mountains", 1, "c1"))
    history.begin(turn("おはよう", 2, "c2"))
    history.begin(turn("and the sun?", 3, "c1"))
    first, second = history.list()
    assert (first.id, first.turns) == ("c1", 2)
    assert first.title == "tell me about the moon and all of its craters,…"
    assert (second.title, history.title("c2")) == ("おはよう", "おはよう")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lamp", {"c1"}),
        ("LAMP the", {"c1"}),
        ("lamp kitchen", set()),
        ("on", {"c1"}),
        ("電気", {"c2"}),
        ("キッチンの電気", {"c2"}),
        ("きっちん", {"c2"}),
        ("ｷｯﾁﾝ 消", {"c2"}),
        ("つけました", {"c2"}),
        ("100%", {"c3"}),
        ("0%", {"c3"}),
        ("_", set()),
        ("'", set()),
        ('"', {"c3"}),
        ('say "yes" AND NOT', {"c3"}),
        ("", {"c1", "c2", "c3"}),
    ],
)
def test_search(database: Database, words: str, found: set[str]) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp", 1, "c1"))
    history.finish(answer(1))
    history.begin(turn("キッチンの電気を消して", 2, "c2"))
    history.finish(answer(2, "つけましたが、消しました。", "c2"))
    history.begin(turn('say "yes" and not 100% no', 3, "c3"))
    history.leave("t3")
    assert {conversation.id for conversation in history.list(words)} == found


def test_a_search_shows_the_line_that_it_found(database: Database) -> None:
    history = History(database)
    history.begin(turn("timer 3 min", 1, "c1"))
    history.finish(answer(1, "Three minutes."))
    history.begin(turn("what is on my list", 2, "c1"))
    history.finish(answer(2, "On your list:\n- bread\n- Ｍｉｌｋ for the cat", "c1"))
    history.begin(turn("so " * 60 + "milk " + "so " * 60, 3, "c2"))
    history.leave("t3")
    history.begin(replace(turn("milk on", 4, "taps"), origin="tap"))
    history.leave("t4")
    long, list_ = history.list("milk")
    assert (list_.title, list_.found) == ("timer 3 min", "- Ｍｉｌｋ for the cat")
    assert "milk" in long.found and len(long.found) < 100
    assert long.found[0] == long.found[-1] == "…"
    assert [one.found for one in history.list()] == ["", ""]


@settings(max_examples=60, deadline=None)
@given(
    text=st.text("abC %_!\"'*牛乳カかｶガ。", max_size=40),
    words=st.text("abC %_!\"'*牛乳カかｶガ。", max_size=8),
)
def test_it_finds_what_reading_through_finds(
    tmp_path_factory: pytest.TempPathFactory, text: str, words: str
) -> None:
    database = Database(tmp_path_factory.mktemp("any") / "kippu.db")
    history = History(database)
    history.begin(turn(text))
    history.leave("t1")
    assert bool(history.list(words)) == all(word in folded(text) for word in folded(words).split())
    database.close()


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=60), words=st.text(max_size=12))
def test_whatever_is_said_is_kept_and_any_query_is_answered(
    tmp_path_factory: pytest.TempPathFactory, text: str, words: str
) -> None:
    database = Database(tmp_path_factory.mktemp("any") / "kippu.db")
    history = History(database)
    history.begin(turn(text))
    history.leave("t1")
    assert history.turns("c1")[0].text == text
    assert len(history.list(words)) <= 1
    database.close()


def test_what_was_asked_when(database: Database) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp", 1, "c1", day=22))
    history.finish(answer(1))
    history.begin(turn("buy milk", 2, "c1", day=23))
    history.leave("t2")
    assert [said.text for said in history.asked(date(2026, 11, 22))] == ["turn on the lamp"]
    assert [said.text for said in history.asked(words="milk")] == ["buy milk"]
    assert history.asked(date(2026, 11, 22), "milk") == ()
    assert len(history.asked()) == 2


def test_delete(database: Database) -> None:
    history = History(database)
    history.begin(turn("turn on the lamp"))
    history.finish(answer())
    history.delete("c1")
    assert history.list() == () and history.list("lamp") == () and history.messages("c1") == ()
    for ask in (history.delete, history.turns, history.title):
        with pytest.raises(NotFound, match="'c1'"):
            ask("c1")


def on_the_disk(database: Database, words: bytes) -> list[str]:
    """Files of the record that have these bytes in them."""
    files = database.path.parent.glob(f"{database.path.name}*")
    return sorted(file.name for file in files if words in file.read_bytes())


def test_nothing_of_it_stays_on_the_disk(database: Database) -> None:
    history, ledger = History(database), Ledger(database)
    history.on_forget.append(lambda turns: ledger.forget(turns=turns))
    for number in range(40):  # in the middle of much else
        history.begin(turn("the weather is fine " * 20, number, f"c{number}"))
        history.leave(f"t{number}")
    said = "my secret is zq7#xq"
    history.begin(turn(said, 50, "mine"))
    ledger.add("egress", "why", turn="t50", to="Near", text=said)
    history.leave("t50")
    database.fold()
    assert on_the_disk(database, b"zq7#xq") == ["kippu.db"] == on_the_disk(database, b"7#x")
    history.delete("mine")
    for words in (b"zq7#xq", b"7#x", b"my secret"):  # the index has it in threes
        assert on_the_disk(database, words) == []
    assert len(history.list("weather")) == 40 and ledger.verify() is None


def test_nothing_of_what_the_ledger_forgets_stays_on_the_disk(database: Database) -> None:
    ledger = Ledger(database)
    ledger.add("egress", "why", turn="t1", to="Near", text="my secret is zq7#xq")
    assert on_the_disk(database, b"zq7#xq") == ["kippu.db-wal"]
    assert ledger.forget() == 1
    assert on_the_disk(database, b"zq7#xq") == []


def test_the_ledger_forgets_what_was_said_in_it_and_holds(database: Database) -> None:
    history, ledger = History(database), Ledger(database)
    history.on_forget.append(lambda turns: ledger.forget(turns=turns))
    for number, conversation in ((1, "c1"), (2, "c2")):
        history.begin(turn("all of it", number, conversation))
        ledger.add("egress", "why", turn=f"t{number}", to="Near", text="all of it")
        ledger.add("action", "lists.add, asked for by you", turn=f"t{number}", text='{"item": "ink"}')
    before = ledger.list()
    history.delete("c1")
    after = ledger.list()
    assert [row.text for row in after] == [None, None, "all of it", '{"item": "ink"}']
    assert [replace(row, text=None) for row in after] == [replace(row, text=None) for row in before]
    assert ledger.verify() is None and after[0].bytes == 9


def test_what_runs_while_its_conversation_is_deleted_leaves_nothing_either(database: Database) -> None:
    history, ledger = History(database), Ledger(database)
    deleted: list[str] = []
    history.on_delete.append(deleted.append)
    history.on_forget.append(lambda turns: ledger.forget(turns=turns))
    history.begin(turn("all of it"))
    history.delete("c1")
    ledger.add("egress", "why", turn="t1", to="Near", text="all of it")
    history.finish(answer())
    assert [row.text for row in ledger.list()] == [None] and deleted == ["c1", "c1"]


def test_an_answer_that_was_stopped(database: Database) -> None:
    history = History(database)
    history.begin(turn("tell me about the moon"))
    for piece in ("The moon", " is", " a"):
        history.add("t1", piece)
    history.leave("t1")
    assert history.messages("c1")[1].text == "The moon is a"


def test_a_kill_while_it_streams_keeps_what_was_said(tmp_path: Path) -> None:
    script = f"""
import sys, time
from pathlib import Path
from kippu.record import Database, History
from record.samples import turn
history = History(Database(Path({str(tmp_path / "kippu.db")!r})))
history.begin(turn("tell me about the moon"))
for word in ("The moon ", "is ", "far "):
    history.add("t1", word)
    time.sleep(0.25)
print("said", flush=True)
while True:
    history.add("t1", "and ")
"""
    talker = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert talker.stdout is not None and talker.stdout.readline() == "said\n"
    talker.send_signal(signal.SIGKILL)
    talker.wait()
    talker.stdout.close()

    database = Database(tmp_path / "kippu.db")
    history = History(database)
    [kept] = history.turns("c1")
    assert kept.done and kept.answer is None and kept.said.startswith("The moon is far ")
    assert [conversation.id for conversation in history.list("far")] == ["c1"]
    database.close()


def test_text_that_no_file_can_hold(database: Database) -> None:
    history = History(database)
    history.begin(turn("half a pair: \ud83d"))
    history.finish(replace(answer(), text="\ud83d"))
    assert history.turns("c1")[0].text == "half a pair: ?"
    assert history.turns("c1")[0].answer == replace(answer(), text="\ud83d")


def test_what_was_made_from_outside_content_stays_marked(database: Database) -> None:
    history = History(database)
    history.begin(replace(turn("summarise"), outside="a mail"))
    history.finish(answer(text="It asks for money."))
    history.begin(turn("thanks", 2))
    history.finish(answer(2))
    history.begin(turn("what is playing?", 3))
    brought = replace(answer(3).outcomes[0], tainted=True)
    history.finish(replace(answer(3), outcomes=(brought,)))
    told = [(line.role, line.tainted) for line in History(database).messages("c1")]
    assert told == [
        ("user", False),
        ("assistant", True),
        ("user", False),
        ("assistant", False),
        ("user", False),
        ("assistant", True),
    ]


def test_a_pasted_page_stays_marked(database: Database) -> None:
    history = History(database)
    for number, letters in ((1, 400), (2, 401)):
        history.begin(turn("a" * letters, number))
        history.finish(answer(number))
    told = [(line.role, line.tainted) for line in History(database).messages("c1")]
    assert told == [("user", False), ("assistant", False), ("user", True), ("assistant", True)]
    with database.write() as connection:
        connection.execute("UPDATE turns SET tainted = 0")
    assert history.messages("c1")[3].tainted, "a page that was kept before pages were marked"


def test_a_page_that_was_pasted_into_what_leaves_is_marked(database: Database) -> None:
    history = History(database)
    history.begin(turn("what does this say"))
    history.wrote("t1", "a" * 401)
    history.finish(answer())
    assert [line.tainted for line in history.messages("c1")] == [True, True]


def test_what_was_written_anew_before_it_left_is_kept_beside_what_was_said(database: Database) -> None:
    history = History(database)
    history.begin(turn("all of it"))
    history.wrote("t1", "a part")
    history.finish(answer())
    line = History(database).messages("c1")[0]
    assert (line.text, line.written, line.tainted) == ("all of it", "a part", False)


def test_what_was_said_once_or_was_due_is_found_by_its_words_alone(database: Database) -> None:
    history = History(database)
    for number, (text, origin) in enumerate(
        (("let us talk", "talk"), ("turn on the fan", "once"), ("turn off the fan", "plan"))
    ):
        said = replace(turn(text, number, f"c{number}"), origin=origin)
        history.begin(said)
        history.leave(said.id)
    assert [line.title for line in history.list()] == ["let us talk"]
    assert {line.title for line in history.list("fan")} == {"turn on the fan", "turn off the fan"}
    assert [said.text for said in history.asked()] == ["let us talk", "turn on the fan"]
    assert len(history.asked(unsaid=True)) == 3
