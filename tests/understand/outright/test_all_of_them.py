"""What is for the first few is not done to all."""

import pytest

from kippu.turn import Meaning
from kippu.understand.outright.all_of_them import some_of_them
from understand.home import call

ALL = Meaning("layer", 0.8, question="Shall I?", proposed=(call("alarms.cancel_all"),))


@pytest.mark.parametrize("text", ["list my alarms and delete the first two", "最初の2つを消して"])
def test_it_is_not_known_which(text: str) -> None:
    meaning = some_of_them(ALL, text)
    assert (meaning.calls, meaning.proposed, meaning.question) == ((call("about.which"),), (), None)


@pytest.mark.parametrize("text", ["list my alarms and delete all", "delete both of them", "全部消して"])
def test_all_is_all(text: str) -> None:
    assert some_of_them(ALL, text) is ALL


def test_nothing_else_is_touched() -> None:
    one = Meaning("cues", 0.9, (call("lists.add", item="the first two books", list="shopping"),))
    assert some_of_them(one, "add the first two books to the list") is one
