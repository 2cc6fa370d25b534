"""Arguments by a tool's schema alone; the tools are made up for these tests."""

import time
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from kippu.understand.by_schema import Filled, filled

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=1)))


def tool(needed: dict[str, Any], more: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": {**needed, **(more or {})}, "required": list(needed)}


def of(kind: str, description: str = "", **more: Any) -> dict[str, Any]:
    return {"type": kind, "description": description, **more}


def read(text: str, schema: dict[str, Any], about: str = "") -> Filled:
    return filled(text, schema, NOW, about)


TANK = tool({"width": of("number", "in metres"), "depth": of("number", "in metres")})
SHED = tool(
    {"site": of("string", "The town"), "span": of("integer", "Search radius in kilometres")},
    {"kind": of("string", "Kind of shed", enum=["open", "closed", "mixed"])},
)
LOAN = tool(
    {
        "principal": of("integer", "Money that is lent"),
        "rate": of("number", "Yearly interest as a decimal"),
        "years": of("integer", "How long"),
    }
)
TRIP = tool(
    {"origin": of("string", "Where it starts"), "destination": of("string", "Where it ends")},
    {"day": of("string", "Date of the trip"), "quiet": of("boolean", "Only quiet roads")},
)


@pytest.mark.parametrize(
    ("text", "schema", "arguments"),
    [
        (
            "how much goes into a tank with a width of 3 and a depth of 2.5",
            TANK,
            {"width": 3.0, "depth": 2.5},
        ),
        ("a tank of depth 2 m and width 4 m, please", TANK, {"width": 4.0, "depth": 2.0}),
        ("how much does it hold if width and depth are 3 m and 50 cm", TANK, {"width": 3.0, "depth": 0.5}),
        ("find a shed within twelve kilometers of Lyon", SHED, {"site": "Lyon", "span": 12}),
        ("sheds around Lyon, 5 km at most, closed ones", SHED, {"site": "Lyon", "span": 5, "kind": "closed"}),
        (
            "what does a loan with a principal of $12,500 at a rate of 4% cost over 6 years",
            LOAN,
            {"principal": 12500, "rate": 0.04, "years": 6},
        ),
        (
            "a loan of $2M at 3 percent for ten years",
            LOAN,
            {"principal": 2_000_000, "rate": 0.03, "years": 10},
        ),
        ("plan a trip from Kyoto to Nara", TRIP, {"origin": "Kyoto", "destination": "Nara"}),
        ("plan a trip to Nara from Kyoto", TRIP, {"origin": "Kyoto", "destination": "Nara"}),
        (
            "plan a quiet trip between Bath and York on March 3rd, 2027",
            TRIP,
            {"origin": "Bath", "destination": "York", "day": "2027-03-03", "quiet": True},
        ),
        (
            "plan a trip from Bath to York, not quiet",
            TRIP,
            {"origin": "Bath", "destination": "York", "quiet": False},
        ),
    ],
)
def test_what_is_said_is_found(text: str, schema: dict[str, Any], arguments: dict[str, Any]) -> None:
    assert read(text, schema) == Filled(arguments)


@pytest.mark.parametrize(
    ("text", "schema", "missing"),
    [
        ("how much goes into a tank with a width of 3", TANK, ["depth"]),
        ("how much goes into my tank", TANK, ["width", "depth"]),
        ("find a shed near Lyon", SHED, ["span"]),
        ("a loan at a rate of 4% for 6 years", LOAN, ["principal"]),
    ],
)
def test_what_is_needed_and_not_said_is_named(text: str, schema: dict[str, Any], missing: list[str]) -> None:
    assert read(text, schema).missing == missing


def test_a_number_of_another_kind_is_none() -> None:
    assert read("find a shed in Lyon for 30 dollars", SHED).missing == ["span"]


def test_a_number_in_another_unit_is_reckoned_over() -> None:
    schema = tool({"minutes": of("integer", "Length of the nap in minutes")})
    assert read("a nap of two hours", schema).arguments == {"minutes": 120}
    assert read("a nap of 90 seconds", schema).missing == ["minutes"]  # no whole number of minutes


def test_bounds_hold() -> None:
    schema = tool({"seats": of("integer", "Number of seats", minimum=1, maximum=8)})
    assert read("a table with 4 seats", schema).arguments == {"seats": 4}
    assert read("a table with 40 seats", schema).missing == ["seats"]


def test_how_many_follow_is_none_of_them() -> None:
    schema = tool({"mass1": of("number", "First mass in kg"), "mass2": of("number", "Second mass in kg")})
    assert read("the pull between two masses of 5 kg and 9 kg", schema).arguments == {
        "mass1": 5.0, "mass2": 9.0,
    }  # fmt: skip


def test_lists() -> None:
    numbers = tool({"values": of("array", "What to add up", items={"type": "integer"})})
    assert read("add up [4, -5, 6]", numbers).arguments == {"values": [4, -5, 6]}
    assert read("add up 4, 5 and 6", numbers).arguments == {"values": [4, 5, 6]}
    names = tool({"guests": of("array", "Who comes", items={"type": "string"})})
    assert read("invite Ann Lee, Bob and Chris Wu", names).arguments == {
        "guests": ["Ann Lee", "Bob", "Chris Wu"]
    }


def test_quoted_words_and_codes() -> None:
    schema = tool({"title": of("string", "Title of the book"), "shelf_id": of("string", "Id of the shelf")})
    found = read("put the book 'Of Mice and Men' onto shelf B12-7", schema)
    assert found.arguments == {"title": "Of Mice and Men", "shelf_id": "B12-7"}


def test_what_the_description_names_is_taken_and_its_default_holds() -> None:
    schema = tool(
        {"cut": of("string", "How it is cut, e.g. slim, wide"), "size": of("string", "Default is 'M'")}
    )
    assert read("a wide coat", schema).arguments == {"cut": "wide", "size": "M"}


def test_an_optional_parameter_of_which_nothing_is_said_stays_out() -> None:
    schema = tool(
        {"city": of("string")}, {"note": of("string"), "days": of("integer"), "loud": of("boolean")}
    )
    assert read("the fog in Turin", schema).arguments == {"city": "Turin"}


def test_types_of_a_signature_with_none() -> None:
    schema = tool({"age": {"anyOf": [{"type": "integer"}, {"type": "null"}]}})
    assert read("an age of 31", schema).arguments == {"age": 31}


@pytest.mark.parametrize(
    "text", ["A. " * 130, "U.S " * 100, "1 " * 200, "(1," * 130, "9" * 400, "1e999", "", "'"]
)
def test_no_text_takes_long_or_fails(text: str) -> None:
    begun = time.perf_counter()
    read(text, TRIP)
    read(text, LOAN)
    assert time.perf_counter() - begun < 2
