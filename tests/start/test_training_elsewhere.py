"""A training on several machines: policy and marks hold for it, and the ledger tells how much left."""

from collections.abc import Callable
from contextlib import closing

import pytest

from kippu.errors import NotAllowed, TeamLost
from kippu.layers.training import Example, Place
from kippu.record import Database, Ledger, Marks
from kippu.record.ledger import Row
from kippu.settings import Settings, load
from kippu.start.training_elsewhere import check_leaving, noted

FAR = Place(1, 2, 1, "192.168.1.20:29500")
HERE = Place(1, 2, 2, "127.0.0.1:29500")
TEA = (Example("tea for the Falcon team", "pot"), Example("I see my doctor about diabetes", "note"))


@pytest.fixture
def settings(data: object) -> Settings:
    return load(policy="ask me")


def rows(settings: Settings) -> tuple[Row, ...]:
    with closing(Database(settings.data / "kippu.db")) as database:
        return Ledger(database).list()


def test_nothing_leaves_under_device_only(settings: Settings) -> None:
    alone = settings.model_copy(update={"policy": "device only"})
    with pytest.raises(NotAllowed, match="device only") as refused:
        check_leaving(FAR, TEA, alone)
    assert "device only" in refused.value.say("ja") and refused.value.say("ja") != str(refused.value)
    check_leaving(HERE, TEA, alone)
    check_leaving(Place(), TEA, alone)


def test_marked_words_and_kept_topics_stay(settings: Settings) -> None:
    check_leaving(FAR, TEA, settings)
    with pytest.raises(NotAllowed, match="health"):
        check_leaving(FAR, TEA, settings.model_copy(update={"never": ("health",)}))
    check_leaving(FAR, TEA, settings.model_copy(update={"never": ("faith",)}))
    with closing(Database(settings.data / "kippu.db")) as database:
        Marks(database).add("Falcon")
    with pytest.raises(NotAllowed, match="Falcon"):
        check_leaving(FAR, TEA, settings)
    check_leaving(FAR, TEA[1:], settings)
    check_leaving(HERE, TEA, settings)


def test_one_row_comes_first_and_one_tells_how_much_it_was(settings: Settings) -> None:
    def train(fail: Callable[[], None]) -> None:
        with noted("tea", FAR, settings) as given:
            assert [row.bytes for row in rows(settings)][-1] == 0
            given(1000)
            given(2500)
            fail()

    def lost() -> None:
        raise TeamLost("gone")

    train(lambda: None)
    with pytest.raises(TeamLost):
        train(lost)
    told = rows(settings)
    assert [(row.kind, row.to, row.bytes) for row in told] == [
        ("egress", FAR.meeting, 0), ("egress", FAR.meeting, 2500),
    ] * 2  # fmt: skip
    assert "process 1 of 2" in (told[1].text or "")


def test_what_stays_on_this_machine_is_no_row(settings: Settings) -> None:
    with noted("tea", HERE, settings) as given:
        given(5)
    assert rows(settings) == ()
