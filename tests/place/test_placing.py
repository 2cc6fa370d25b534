"""Where a turn runs, and what is said about it: clear cases in both languages, real settings and record."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kippu.engines.breaker import Breaker
from kippu.layers import Chosen
from kippu.models import Store
from kippu.place import Placing
from kippu.place.now import Now
from kippu.record import Database, Marks, Spending
from kippu.settings import Provider, Settings, Topic
from kippu.turn import Call, Findings, Found, Language, Meaning, Placement, Turn
from understand.home import turn

POCKET, CODER, TALKER, DESK = (
    "smollm2-135m-instruct",
    "qwen2.5-coder-1.5b-instruct",
    "qwen3-1.7b",
    "qwen3-8b",
)
NEAR = Provider(name="nas", url="http://127.0.0.1:9/v1", model="large", cents_in=20, cents_out=80)
TALK = Meaning("talk", 0.7)
LONG_CODE = (
    "Write a Python program of about 800 words that reads sales from a CSV file and plots them by month"
)
LONG_CODE_JA = "売上のCSVを読んで月ごとにまとめ、グラフにするPythonのプログラムを詳しく書いて"

IDLE = Now(memory_free=16 << 30, strained=False)

Make = Callable[..., Placing]
About = Callable[[str], tuple[Topic, ...]]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "kippu.db")) as opened:
        yield opened


@pytest.fixture
def make(store: Store, database: Database, data: Path) -> Make:
    """A Placing on a device with these models, the first of them chosen; all of them in memory already."""

    def placing(*models: str, now: Now = IDLE, about: About | None = None, **chosen: object) -> Placing:
        here = [store.model(model) for model in models]
        wanted = Settings(**({"policy": "when it helps", "providers": (NEAR,)} | chosen))
        return Placing(
            lambda: here,
            lambda: here[0] if here else store.model(POCKET),
            wanted,
            Spending(database),
            Marks(database).stays,
            Breaker().open,
            lambda model: True,
            lambda said: None,
            lambda said: (about or (lambda _: ()))(said.text),
            lambda: now,
        )

    return placing


def place(
    placing: Placing, text: str, language: Language = "en", findings: Findings | None = None
) -> Placement:
    return placing.place(turn(text, language=language), TALK, findings or Findings())


@pytest.mark.parametrize(
    ("tool", "en", "ja"),
    [
        ("home.turn_on", "home command", "家の操作"),
        ("math.calculate", "calculation", "計算"),
        ("contacts.show", "contacts", "連絡先"),
        ("calendar.show", "calendar", "予定"),
        ("x.y", "x", "x"),
    ],
)
def test_a_tool_needs_no_model(make: Make, tool: str, en: str, ja: str) -> None:
    meaning = Meaning("template", 0.99, (Call(tool),))
    for language, said in (("en", f"on this device: {en}"), ("ja", f"この端末で: {ja}")):
        asked = turn("anything", language=language)
        assert make(POCKET).place(asked, meaning, Findings()) == Placement("none", None, said)


def test_asking_back_needs_no_model(make: Make) -> None:
    meaning = Meaning("cues", 0.6, question="Which one?", proposed=(Call("home.turn_on"),))
    assert make(POCKET).place(turn("a"), meaning, Findings()) == Placement(
        "none", None, "on this device: asking back"
    )


def test_of_a_command_with_talk_only_the_talk_is_placed(make: Make) -> None:
    def placed(talk: str) -> Placement:
        meaning = Meaning("template", 0.9, (Call("home.turn_on"),), talk=talk)
        return make(POCKET).place(turn(f"turn on the light and {talk}"), meaning, Findings())

    assert placed("Tell me a joke") == Placement("pocket", POCKET, "on this device: talk")
    assert placed(LONG_CODE).rung == "cloud"


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Write a poem about autumn leaves", "en", "on this device: writing"),
        ("Tell me a joke", "en", "on this device: talk"),
        ("秋の落ち葉についての詩を書いて", "ja", "この端末で: 文章"),
        ("元気ですか？", "ja", "この端末で: 会話"),
    ],
)
def test_what_a_small_model_does_stays_though_it_could_leave(
    make: Make, text: str, language: Language, said: str
) -> None:
    small = POCKET if language == "en" else "lfm2.5-350m"
    assert place(make(small), text, language) == Placement("pocket", small, said)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        (LONG_CODE, "en", "asked the cloud: long code question, under 0.1 cents"),
        (LONG_CODE_JA, "ja", "クラウドに依頼: 長いプログラムの質問、0.1セント未満"),
        ("Solve x^2 - 5x + 6 = 0", "en", "asked the cloud: mathematics, under 0.1 cents"),
    ],
)
def test_what_is_too_hard_here_is_asked_elsewhere(
    make: Make, text: str, language: Language, said: str
) -> None:
    placed = place(make(POCKET), text, language)
    assert (placed.rung, placed.model, placed.provider, placed.reason) == ("cloud", "large", "nas", said)
    assert placed.instead == POCKET
    assert not placed.asks
    assert placed.cents is not None
    assert 0 < placed.cents < 0.1


def test_the_price_is_said_in_cents(make: Make) -> None:
    dear = NEAR.model_copy(update={"cents_in": 250, "cents_out": 1000})
    assert place(make(POCKET, providers=(dear,)), LONG_CODE).reason.endswith(", about 0.9 cents")
    free = NEAR.model_copy(update={"cents_in": 0, "cents_out": 0})
    assert place(make(POCKET, providers=(free,)), LONG_CODE).reason == "asked the cloud: long code question"


def test_ask_me_asks(make: Make) -> None:
    assert place(make(POCKET, policy="ask me"), LONG_CODE).asks


def test_a_large_model_here_needs_nobody_elsewhere(make: Make) -> None:
    for text in ("Write a Python function that sorts names", "What is the capital of Australia?"):
        assert place(make(DESK), text).rung == "desk"


def test_a_language_that_no_model_here_speaks(make: Make) -> None:
    assert place(make(POCKET), "今日は疲れた", "ja").rung == "cloud"
    assert place(make(POCKET, "lfm2.5-350m"), "今日は疲れた", "ja").model == "lfm2.5-350m"


@pytest.mark.parametrize(
    ("findings", "never", "en", "ja"),
    [
        (Findings(marked=("x",)), (), "it has words that you keep private", "非公開にした言葉を含むため"),
        (
            Findings(topics=("health",)),
            ("health",),
            "you keep health at home",
            "健康の話題は外に出さない設定",
        ),
    ],
)
def test_what_stays_says_why(
    make: Make, findings: Findings, never: tuple[str, ...], en: str, ja: str
) -> None:
    placing = make(POCKET, never=never)
    assert place(placing, LONG_CODE, findings=findings) == Placement(
        "pocket", POCKET, f"on this device: {en}"
    )
    assert place(placing, LONG_CODE_JA, "ja", findings).reason == f"この端末で: {ja}"


def test_topics_are_told_of_what_would_leave_alone(make: Make) -> None:
    read: list[str] = []

    def about(text: str) -> tuple[Topic, ...]:
        read.append(text)
        return ("health",)

    here = Placement("pocket", POCKET, "on this device: you keep health at home")
    assert place(make(POCKET, never=("health",), about=about), LONG_CODE) == here
    assert read == [LONG_CODE]
    assert place(make(POCKET, never=("law",), about=about), LONG_CODE).rung == "cloud"
    assert place(make(POCKET, never=("health",), about=about), "Tell me a joke").rung == "pocket"
    place(make(POCKET, never=("health",), about=about, policy="device only"), LONG_CODE)
    place(make(POCKET, never=("health",), about=about), LONG_CODE, findings=Findings(marked=("x",)))
    assert read == [LONG_CODE] * 2


def test_what_hinders_is_said_only_where_it_hinders(make: Make) -> None:
    placing = make(POCKET, providers=())
    assert place(placing, LONG_CODE).reason == "on this device: no provider is set up"
    assert place(placing, "Tell me a joke").reason == "on this device: talk"


def test_much_that_is_personal_lowers_the_wish_to_send(make: Make) -> None:
    text = "What is the capital of Australia?"
    assert place(make(POCKET), text).rung == "cloud"
    pieces = tuple(Found("person", n, n + 1, "x") for n in range(12))
    assert place(make(POCKET), text, findings=Findings(("person",), pieces[:1])).rung == "cloud"
    placed = place(make(POCKET), text, findings=Findings(("person",), pieces))
    assert placed == Placement(
        "pocket", POCKET, "on this device: it is too personal for what the cloud would add"
    )


def test_the_end_of_the_budget_is_for_what_gains_most(make: Make, database: Database) -> None:
    dear = NEAR.model_copy(update={"cents_in": 1000.0, "cents_out": 3000.0})
    placing = make(CODER, providers=(dear,), budget_cents=100)
    asked = "Explain why the Weimar Republic fell, and compare it with France. " * 2
    assert place(placing, LONG_CODE_JA, "ja").rung == "cloud"
    Spending(database).reserve("nas", 96.0, 100)
    assert place(placing, LONG_CODE_JA, "ja").rung == "palm"
    assert place(placing, asked).rung == "palm"


def test_code_goes_to_the_model_made_for_it(make: Make) -> None:
    placing = make(POCKET, CODER, policy="device only")
    placed = place(placing, "Write a Python function that sorts names")
    assert placed.model == CODER
    coder = "Qwen2.5 Coder 1.5B Instruct"
    assert placed.reason == f"on this device: code question; {coder} in place of SmolLM2 135M Instruct"
    assert place(placing, "Tell me a joke").model == POCKET


def test_the_chosen_model_answers_what_a_larger_one_would_do_better(make: Make) -> None:
    asked = "Who painted the ceiling of the Sistine Chapel?"
    placing = make(POCKET, TALKER, DESK, policy="device only")
    assert place(placing, asked) == Placement("pocket", POCKET, "on this device: question")
    assert place(make(DESK, POCKET, policy="device only"), asked).model == DESK


def test_nothing_is_sent_that_another_model_here_does_nearly_as_well(make: Make) -> None:
    asked = "Who painted the ceiling of the Sistine Chapel?"
    assert place(make(POCKET), asked).rung == "cloud"
    assert place(make(POCKET, DESK), asked) == Placement("pocket", POCKET, "on this device: question")


def test_a_dictionary_answers_in_place_of_a_small_model_alone(
    store: Store, database: Database, data: Path
) -> None:
    def placed(chosen: str) -> Placement:
        model = store.model(chosen)
        placing = Placing(
            lambda: [model], lambda: model, Settings(), Spending(database), Marks(database).stays,
            Breaker().open, lambda _: True,
            lambda said: Chosen(("dictionary",), "Dictionary", True, None, False, defines=True), lambda _: (),
            lambda: IDLE,
        )  # fmt: skip
        return place(placing, "what is a comet")

    for small in (POCKET, CODER, TALKER):
        assert placed(small) == Placement("none", None, "on this device: Dictionary", layers=("dictionary",))
    assert (placed(DESK).model, placed(DESK).layers) == (DESK, ())


def test_no_model_here_yet(make: Make) -> None:
    placed = place(make(policy="device only"), "Tell me a joke")
    assert (placed.rung, placed.model) == ("pocket", POCKET)
    assert place(make(), "Tell me a joke").rung == "cloud"


def test_what_has_no_room_does_not_run(store: Store, database: Database, data: Path) -> None:
    small, large = store.model(POCKET), store.model(DESK)

    def placed(free: int, loaded: str = "") -> str | None:
        placing = Placing(
            lambda: [large, small],
            lambda: large,
            Settings(),
            Spending(database),
            lambda conversation: False,
            lambda provider: False,
            lambda model: model == loaded,
            lambda said: None,
            lambda said: (),
            lambda: Now(free, strained=False),
        )
        return place(placing, LONG_CODE).model

    assert placed(16 << 30) == DESK
    assert placed(1 << 30) == POCKET
    assert placed(1 << 30, loaded=DESK) == DESK, "what is in memory needs no more of it"
    assert placed(0) == DESK, "where nothing has room, the chosen one says so itself"


def test_a_strained_device_takes_a_smaller_model_for_what_that_can_do(make: Make) -> None:
    strained = Now(16 << 30, strained=True)
    assert place(make(DESK, POCKET, policy="device only"), "Tell me a joke").model == DESK
    placed = place(make(DESK, POCKET, policy="device only", now=strained), "Tell me a joke")
    assert placed.model == POCKET
    assert placed.reason == (
        "on this device: talk; SmolLM2 135M Instruct in place of Qwen3 8B, as the device is busy"
    )


def test_the_device_as_it_is(store: Store, database: Database, data: Path) -> None:
    model = store.model(POCKET)
    placing = Placing(
        lambda: [model], lambda: model, Settings(), Spending(database), Marks(database).stays, Breaker().open,
        lambda _: False, lambda said: None, lambda said: (),
    )  # fmt: skip
    assert place(placing, "Tell me a joke").model == POCKET


def test_nobody_said_yes(make: Make) -> None:
    placing = make(POCKET, policy="ask me")
    asked = turn(LONG_CODE)
    placed = placing.place(asked, TALK, Findings())
    assert placing.kept(asked, placed) == Placement("pocket", POCKET, "on this device: not sent")


def test_an_unsure_model_hands_over_to_the_next_larger(make: Make) -> None:
    asked: Turn = turn("What is the capital of Australia?")
    placing = make(POCKET, TALKER, DESK, policy="device only")
    first = Placement("pocket", POCKET, "on this device: question")
    larger = placing.larger(asked, first)
    assert larger is not None
    assert (larger.rung, larger.model) == ("palm", TALKER)
    assert "larger model" in larger.reason
    assert make(POCKET).larger(asked, first) is None


TEXTS = (LONG_CODE, LONG_CODE_JA, "Solve x^2 = 2", "What is love?", "健康診断の結果を説明して", "hi")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    text=st.sampled_from(TEXTS) | st.text(min_size=1, max_size=80),
    language=st.sampled_from(["en", "ja"]),
    providers=st.lists(st.sampled_from(["a", "b"]), unique=True),
    budget=st.floats(0, 1e6),
    never=st.sets(st.sampled_from(["health", "law"])),
    models=st.lists(st.sampled_from([POCKET, CODER, DESK]), unique=True),
    findings=st.builds(
        Findings,
        marked=st.just(()) | st.just(("x",)),
        topics=st.just(()) | st.just(("health",)),
        tainted=st.booleans(),
    ),
    meaning=st.sampled_from(
        [TALK, Meaning("model", 0.5), Meaning("template", 0.9, (Call("home.turn_on"),), talk="why?")]
    ),
)
def test_under_device_only_nothing_is_placed_elsewhere(
    make: Make,
    text: str,
    language: Language,
    providers: list[str],
    budget: float,
    never: set[str],
    models: list[str],
    findings: Findings,
    meaning: Meaning,
) -> None:
    if meaning.by == "model":
        meaning = replace(meaning, calls=(Call("home.turn_on"),))
    placing = make(
        *models,
        policy="device only",
        providers=tuple(NEAR.model_copy(update={"name": name}) for name in providers),
        budget_cents=budget,
        never=tuple(sorted(never)),
    )
    placed = placing.place(turn(text, language=language), meaning, findings)
    assert placed.rung != "cloud"
    assert (placed.provider, placed.cents, placed.asks, placed.instead) == (None, None, False, None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(
    text=st.sampled_from(TEXTS),
    policy=st.sampled_from(["ask me", "when it helps"]),
    marked=st.booleans(),
    outside=st.booleans(),
)
def test_what_is_marked_never_leaves_and_what_leaves_is_asked_for(
    make: Make, text: str, policy: str, marked: bool, outside: bool
) -> None:
    findings = Findings(marked=("x",) if marked else (), tainted=outside)
    placed = place(make(POCKET, policy=policy), text, findings=findings)
    if marked:
        assert placed.rung != "cloud"
    if placed.rung == "cloud":
        assert placed.asks is (policy == "ask me")


def doubted(
    placing: Placing, text: str, sure: float = 0.3, model: str = POCKET, findings: Findings | None = None
) -> Placement | None:
    rung = "pocket" if model == POCKET else "palm"
    return placing.doubted(
        turn(text), turn(text), Placement(rung, model, "why"), findings or Findings(), sure
    )


def test_what_the_pocket_model_is_not_sure_of_is_asked_elsewhere_at_last(make: Make) -> None:
    text = "capital of peru"
    assert place(make(POCKET), text).rung == "pocket", "it answers first"
    there = doubted(make(POCKET), text)
    assert there is not None and (there.rung, there.provider, there.instead) == ("cloud", "nas", POCKET)
    assert there.reason == "asked the cloud: the model here was not sure, under 0.1 cents" and not there.asks
    asked = doubted(make(POCKET, policy="ask me"), text)
    assert asked is not None and asked.asks


def test_what_stays_stays_though_nobody_here_is_sure(make: Make) -> None:
    text = "capital of peru"
    assert doubted(make(POCKET, policy="device only"), text) is None
    assert doubted(make(POCKET, providers=()), text) is None
    assert doubted(make(POCKET), text, findings=Findings(marked=("Falcon",))) is None
    assert doubted(make(POCKET), text, findings=Findings(unread=True)) is None
    assert doubted(make(POCKET, never=("health",)), text, findings=Findings(topics=("health",))) is None
    pieces = tuple(Found("person", at, at + 1, "x") for at in range(12))
    assert doubted(make(POCKET), text, findings=Findings(found=pieces)) is None


def test_who_is_sure_enough_is_not_doubted(make: Make) -> None:
    assert doubted(make(POCKET), "capital of peru", sure=0.7) is None
    assert doubted(make(POCKET), "Write a poem about autumn leaves") is None, "it may begin in many ways"
    assert doubted(make(TALKER), "capital of peru", model=TALKER) is None, "nobody measured what it says"
