"""What leaves holds nothing that was found, and the answer comes back as if nothing had been changed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kippu.engines.tokens import tokens
from kippu.guard import Covering, Finder, Vault
from kippu.guard.personal import Known
from kippu.guard.personal.tagger import Tagger
from kippu.record import Database
from kippu.turn import Egress, Findings, Message, Placement, Rung, Turn

KNOWN = [
    Known("person", "Anna Kowalski"),
    Known("person", "Anna"),
    Known("person", "田中太郎"),
    Known("person", "Odette"),
    Known("address", "12 Elm Street, Springfield, IL 62704"),
]
NO_TAGGER = Tagger(caution=-1e9)
"""What it takes for a name changes with its training, and is not what is tested here."""
CLOUD = Placement("cloud", "large", "a long question", provider="acme")


@pytest.fixture
def vault(data: Path) -> Iterator[Vault]:
    with closing(Database(data / "kippu.db")) as database:
        yield Vault(database, lambda: b"k" * 32)


@pytest.fixture
def covering(vault: Vault) -> Covering:
    return Covering(Finder(lambda: KNOWN, NO_TAGGER), vault, {"acme": 8192, "small": 600}.__getitem__)


def turn(text: str, *history: Message, outside: str = "") -> Turn:
    return Turn(text, "en", datetime.now(UTC), "c1", "t1", history, outside=outside)


@pytest.mark.parametrize("rung", ["none", "pocket", "palm", "desk"])
def test_nothing_leaves_from_a_rung_of_this_device(covering: Covering, rung: Rung) -> None:
    said = turn("my password is hunter2", outside="and more of it")
    assert covering.cover(said, Placement(rung, None, ""), Findings()) == Egress()


def test_all_that_is_found_is_covered_and_comes_back(covering: Covering) -> None:
    text = (
        "Write to Anna Kowalski, 12 Elm Street, Springfield, IL 62704, or call (415) 765-2671, or mail "
        "anna.kowalski@gmail.com. Card 4539 1488 0343 6467. My password is hunter2!X. "
        "田中太郎さんは090-1234-5678。"
    )
    egress = covering.cover(turn(text), CLOUD, Findings())
    system, said = egress.messages
    assert (egress.to, system.role, said.role) == ("acme", "system", "user")
    for personal in (
        "Anna",
        "Kowalski",
        "12 Elm",
        "Springfield",
        "62704",
        "765-2671",
        "gmail",
        "4539 1488",
        "hunter2",
        "田中",
        "1234-5678",
    ):
        assert personal not in said.text
    assert {"person", "address", "phone", "email", "card", "secret"} <= set(egress.kinds)
    restorer = covering.restorer("c1")
    assert "".join(map(restorer.feed, said.text)) + restorer.end() == text


def test_what_had_a_surrogate_has_it_everywhere(covering: Covering) -> None:
    history = (
        Message("user", "I met Anna Kowalski."),
        Message("assistant", "How is KOWALSKI, and Anna's dog?", True),
    )
    first = covering.cover(turn("I met Anna Kowalski."), CLOUD, Findings()).messages[-1].text
    given, family = first.removeprefix("I met ").rstrip(".").split()
    egress = covering.cover(
        turn("Kowalski reads the annals, no Annapolis, and Anna", *history), CLOUD, Findings()
    )
    assert [message.text for message in egress.messages[1:]] == [
        first, f"How is {family.upper()}, and {given}'s dog?",
        f"{family} reads the annals, no Annapolis, and {given}",
    ]  # fmt: skip
    assert [message.tainted for message in egress.messages] == [False, False, True, False]


def test_what_came_along_is_covered_and_marked(covering: Covering) -> None:
    egress = covering.cover(turn("Sum this up", outside="Dear Anna Kowalski, ..."), CLOUD, Findings())
    last = egress.messages[-1]
    assert last.text.startswith("Sum this up\n\nDear ")
    assert "Anna" not in last.text
    assert last.tainted


def test_a_real_name_that_is_like_a_surrogate_gets_another(covering: Covering, vault: Vault) -> None:
    sent = covering.cover(turn("Ask Anna Kowalski"), CLOUD, Findings()).messages[-1].text
    surrogate = sent.split()[1]
    text = f"Is {surrogate} a nice name, Anna?"
    again = covering.cover(turn(text), CLOUD, Findings()).messages[-1].text
    assert again.split()[1] != surrogate
    assert surrogate in again
    assert covering.restorer("c1").restore(again) == text


def test_nothing_personal_leaves_as_it_is(covering: Covering, vault: Vault) -> None:
    egress = covering.cover(turn("Why is the sky blue in Kyoto?"), CLOUD, Findings())
    assert egress.messages[-1].text == "Why is the sky blue in Kyoto?"
    assert egress.kinds == ()
    assert len(vault.book("c1")) == 0


def test_the_oldest_lines_go_when_it_would_not_fit(covering: Covering) -> None:
    lines = [Message("user" if at % 2 == 0 else "assistant", "and so on " * 30 + str(at)) for at in range(40)]
    egress = covering.cover(turn("And now?", *lines), replace(CLOUD, provider="small"), Findings())
    assert egress.messages[1].role == "user"
    assert egress.messages[-1].text == "And now?"
    assert egress.messages[-2].text.endswith(" 39")
    assert 2 < len(egress.messages) < 10
    assert tokens("".join(message.text for message in egress.messages)) < 600
    whole = covering.cover(turn("And now?", *lines), CLOUD, Findings())
    assert len(whole.messages) == 42


def test_what_came_along_is_covered_and_told_apart(covering: Covering) -> None:
    mail = "Odette, meet Anna Kowalski at noon."
    egress = covering.cover(replace(turn("What does Odette want?"), outside=mail), CLOUD, Findings())
    said, _, came = egress.messages[-1].text.partition("\n\n")
    assert came == egress.outside and came.endswith("at noon.")
    assert "Odette" not in egress.messages[-1].text and "Anna" not in came
    assert came.split(",")[0] == said.split()[2], "one surrogate for the same name in both"


def test_one_more_text_of_the_conversation(covering: Covering) -> None:
    restorer = covering.restorer("c1")
    covered = covering.text("c1", "The weather service knows (415) 765-2671")
    assert "765" not in covered
    assert restorer.restore(covered) == "The weather service knows (415) 765-2671"


def test_surrogates_are_kept_once_an_answer_is_awaited(covering: Covering, vault: Vault, data: Path) -> None:
    sent = covering.cover(turn("Ask Anna Kowalski"), CLOUD, Findings()).messages[-1].text
    with closing(Database(data / "kippu.db")) as database:
        assert len(Vault(database, lambda: b"k" * 32).book("c1")) == 0
        covering.restorer("c1")
        again = Covering(Finder(lambda: KNOWN, NO_TAGGER), Vault(database, lambda: b"k" * 32), lambda _: 8192)
        assert again.cover(turn("Ask Anna Kowalski"), CLOUD, Findings()).messages[-1].text == sent


def test_it_comes_back_however_many_conversations_were_covered_meanwhile(covering: Covering) -> None:
    asked = turn("What do I write to Anna Kowalski?")
    sent = covering.cover(asked, CLOUD, Findings()).messages[-1].text
    for name in range(100):
        covering.cover(replace(asked, conversation=f"other {name}"), CLOUD, Findings())
    assert covering.cover(asked, CLOUD, Findings()).messages[-1].text == sent
    restorer = covering.restorer(asked.conversation)
    assert restorer.feed(sent) + restorer.end() == asked.text


LETTER = "Proofread my statement: I was born in Kenya. Kenya is green."


@pytest.fixture
def tagged(vault: Vault) -> Covering:
    """With the tagger, which finds countries."""
    return Covering(Finder(), vault, {"acme": 8192}.__getitem__)


def test_a_country_is_covered_in_a_letter_and_asked_about_as_it_is(tagged: Covering) -> None:
    said = tagged.cover(turn(LETTER), CLOUD, Findings()).messages[-1].text
    assert "Kenya" not in said
    asked = turn("What is the capital of Kenya?", Message("user", LETTER))
    *_, letter, question = tagged.cover(asked, CLOUD, Findings()).messages
    assert letter.text == said
    assert question.text == "What is the capital of Kenya?"


def test_the_answer_to_a_letter_is_covered_like_it(tagged: Covering) -> None:
    history = (Message("user", LETTER), Message("assistant", "I was born in Kenya, which is green."))
    said = tagged.cover(turn("Shorter, please.", *history), CLOUD, Findings())
    assert "Kenya" not in "".join(message.text for message in said.messages)
