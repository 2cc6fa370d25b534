"""What keeps a request on this device: each reason, the order of them, and its words in both languages."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kippu.engines.breaker import Breaker
from kippu.place.policy import DEVICE_ONLY, Policy, Stay
from kippu.record import Database, Marks, Spending
from kippu.settings import Provider, Settings
from kippu.turn import Findings
from understand.home import turn

NEAR = Provider(name="nas", url="http://127.0.0.1:9/v1", model="large")
FAR = Provider(name="far", url="https://api.example/v1", model="large")
DEAR = NEAR.model_copy(update={"name": "dear", "cents_in": 1000.0, "cents_out": 3000.0})
SMALL = NEAR.model_copy(update={"name": "small", "context": 1200})

Make = Callable[..., Policy]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "kippu.db")) as opened:
        yield opened


@pytest.fixture
def make(data: Path, database: Database) -> Make:
    """A policy over settings, a real record and a real breaker; ``failing`` providers have failed thrice."""

    def policy(failing: tuple[str, ...] = (), **chosen: object) -> Policy:
        breaker = Breaker()
        for name in failing * 3:
            breaker.failed(name)
        settings = Settings(**({"policy": "when it helps", "providers": (NEAR,)} | chosen))
        return Policy(settings, Spending(database), Marks(database).stays, breaker.open)

    return policy


def said(why: Stay | Provider | None) -> tuple[str, str]:
    assert isinstance(why, Stay)
    return why.reason


def test_device_only_comes_before_all(make: Make) -> None:
    policy = make(policy="device only", never=("health",))
    findings = Findings(marked=("x",), topics=("health",))
    assert policy.wish(turn("my knee hurts"), findings) is DEVICE_ONLY


def test_marked_words_stay_and_are_not_named(make: Make) -> None:
    for policy in (make(), make(policy="ask me")):
        en, ja = said(policy.wish(turn("about Project Heron"), Findings(marked=("Project Heron",))))
        assert en == "it has words that you keep private"
        assert ja == "非公開にした言葉を含むため"


def test_a_topic_stays_only_if_it_is_among_those_that_never_leave(make: Make) -> None:
    findings = Findings(topics=("money", "health"))
    en, ja = said(make(never=("health",)).wish(turn("a"), findings))
    assert (en, ja) == ("you keep health at home", "健康の話題は外に出さない設定")
    assert make(never=("faith",)).wish(turn("a"), findings) is None


def test_every_topic_has_its_words(make: Make) -> None:
    for topic in ("health", "money", "work", "family", "faith", "politics", "intimacy", "law"):
        en, ja = said(make(never=(topic,)).wish(turn("a"), Findings(topics=(topic,))))
        assert topic in en
        assert "話題" in ja


def test_a_conversation_stays(make: Make, database: Database) -> None:
    policy, asked = make(), turn("a")
    assert policy.wish(asked, Findings()) is None
    Marks(database).stay(asked.conversation, True)
    en, ja = said(policy.wish(asked, Findings()))
    assert en == "this conversation stays here"
    assert "会話" in ja


def test_what_can_not_be_covered_stays(make: Make) -> None:
    stay = make().wish(turn("hello"), Findings(unread=True))
    assert stay is not None and stay.reason[0].startswith("it is in a writing")
    assert make().wish(turn("hello"), Findings()) is None


def test_content_from_outside_is_the_persons_to_send(make: Make) -> None:
    assert make().wish(turn("sum this up"), Findings(tainted=True)) is None


def test_no_provider(make: Make) -> None:
    assert said(make(providers=()).way("a")) == ("no provider is set up", "プロバイダーが未設定")


def test_who_failed_rests_and_the_next_is_asked(make: Make) -> None:
    assert "given a rest" in said(make(("nas",)).way("a"))[0]
    other = NEAR.model_copy(update={"name": "other"})
    assert make(("nas",), providers=(NEAR, other)).way("a") == other


def test_no_network_but_for_what_is_near(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kippu.place.now._ANYWHERE", ())  # as on a device with no route at all
    assert said(make(providers=(FAR,)).way("a"))[0] == "there is no network"
    assert make(providers=(FAR, NEAR)).way("a") == NEAR


def test_what_is_too_long_for_it(make: Make) -> None:
    assert make(providers=(SMALL,)).way("a") == SMALL
    assert said(make(providers=(SMALL,)).way("a" * 900))[0] == "it is too long for small"


def test_the_worst_case_never_passes_the_budget(make: Make, database: Database) -> None:
    # 1,024 tokens of an answer at 3,000 cents a million: 3.07 cents, and a quarter for the question.
    assert make(providers=(DEAR,), budget_cents=3.5).way("a") == DEAR
    assert "budget" in said(make(providers=(DEAR,), budget_cents=3.0).way("a"))[0]
    Spending(database).reserve("dear", 0.5, 10)
    assert "予算" in said(make(providers=(DEAR,), budget_cents=3.5).way("a"))[1]
    assert make(providers=(DEAR, NEAR), budget_cents=0).way("a") == NEAR


def test_what_part_of_the_budget_it_may_take(make: Make) -> None:
    assert make().share(NEAR, "a") == 0
    assert 0.30 < make(budget_cents=10).share(DEAR, "a") < 0.35
    assert make(budget_cents=1).share(DEAR, "a") == 1


@pytest.mark.parametrize(("policy", "asks"), [("ask me", True), ("when it helps", False)])
def test_who_wants_to_see_it_first(make: Make, policy: str, asks: bool) -> None:
    assert make(policy=policy).asks is asks
