"""Calls as the Berkeley leaderboard judges them; its own checker said the same of each of these."""

from typing import Any

import pytest

from functions_asking import schema
from functions_judging import mistake, plain

_FUNCTION = {
    "name": "trip.plan",
    "parameters": {
        "type": "dict",
        "properties": {
            "city": {"type": "string"},
            "days": {"type": "integer"},
            "budget": {"type": "float"},
            "stops": {"type": "array", "items": {"type": "string"}},
            "prices": {"type": "array", "items": {"type": "float"}},
            "guests": {"type": "dict", "properties": {"adults": {"type": "integer"}}},
            "rooms": {"type": "array", "items": {"type": "dict"}},
            "quiet": {"type": "boolean"},
        },
        "required": ["city", "days"],
    },
}
_OTHER = {"name": "trip.cancel", "parameters": {"type": "dict", "properties": {}, "required": []}}
_WANTED = [{
    "trip.plan": {
        "city": ["San Francisco, CA", "SF"],
        "days": [3],
        "budget": ["", 1200.0],
        "stops": ["", ["Bay Bridge", "Pier 39"]],
        "prices": ["", [1.5, 2.0]],
        "guests": ["", {"adults": [2], "children": [1, ""]}],
        "rooms": ["", [{"beds": [2]}, {"beds": [1]}]],
        "quiet": ["", True],
    }
}]  # fmt: skip


def said(name: str = "trip_plan", **arguments: Any) -> str:
    """What is wrong with a call that has these arguments beside the needed ones."""
    call = {"name": name, "arguments": {"city": "SF", "days": 3, **arguments}}
    return mistake([call], [_OTHER, _FUNCTION], _WANTED)


def test_what_may_be_left_out_is_right_with_and_without() -> None:
    assert said() == ""
    assert said(budget=1200, quiet=True, stops=["Bay Bridge", "Pier 39"]) == ""
    assert mistake([{"name": "trip_plan", "arguments": {"city": "SF"}}], [_FUNCTION], _WANTED) == "missing"
    needed = [{"trip.plan": {"city": ["SF"], "days": [3], "quiet": [True]}}]
    call = {"name": "trip_plan", "arguments": {"city": "SF", "days": 3}}
    assert mistake([call], [_FUNCTION], needed) == "missing"


def test_texts_are_the_same_whatever_their_case_spaces_and_points() -> None:
    assert said(city="san francisco ca") == said(city="San-Francisco, CA.") == ""
    assert said(stops=["bay bridge", "PIER 39"]) == ""
    assert said(city="San Francisco") == "value"


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        ({"days": 4}, "value"),
        ({"days": "3"}, "type"),
        ({"days": 3.0}, "type"),
        ({"quiet": 1}, "type"),
        ({"quiet": False}, "value"),
        ({"budget": 1200.5}, "value"),
        ({"stops": ["Pier 39", "Bay Bridge"]}, "value"),
        ({"stops": []}, ""),
        ({"prices": [1.5, 2.0]}, ""),
        ({"guests": {"adults": 2}}, ""),
        ({"guests": {"adults": 2, "children": 1}}, ""),
        ({"guests": {"children": 1}}, "value"),
        ({"guests": {"adults": 2, "pets": 1}}, "value"),
        ({"rooms": [{"beds": 2}, {"beds": 1}]}, ""),
        ({"rooms": [{"beds": 1}, {"beds": 2}]}, "value"),
        ({"rooms": [{"beds": 2}]}, "value"),
        ({"smoking": True}, "unexpected"),
    ],
)
def test_each_argument_must_be_possible(arguments: dict[str, Any], wrong: str) -> None:
    assert said(**arguments) == wrong


def test_a_whole_number_in_a_list_is_none_of_its_numbers() -> None:
    wanted = [{"trip.plan": {"city": ["SF"], "days": [3], "prices": [[1.5, 2.5]]}}]
    call = {"name": "trip_plan", "arguments": {"city": "SF", "days": 3, "prices": [1, 2.5]}}
    assert mistake([call], [_FUNCTION], wanted) == "type"


def test_a_name_that_stands_for_a_value_is_compared_as_it_is() -> None:
    wanted = [{"trip.plan": {"city": ["SF"], "days": ["all_days"]}}]
    for days, wrong in {"all_days": "", "All days": "value"}.items():
        call = {"name": "trip_plan", "arguments": {"city": "SF", "days": days}}
        assert mistake([call], [_FUNCTION], wanted) == wrong


def test_one_call_of_the_right_function_and_none_where_none_is_meant() -> None:
    call = {"name": "trip_plan", "arguments": {"city": "SF", "days": 3}}
    assert said("trip_cancel") == "function"
    assert mistake([], [_FUNCTION], _WANTED) == "none"
    assert mistake([call, call], [_FUNCTION], _WANTED) == "several"
    assert mistake([call | {"arguments": '{"city":'}], [_FUNCTION], _WANTED) == "type"
    assert mistake([], [_FUNCTION], []) == ""
    assert mistake([call], [_FUNCTION], []) == "called"


def test_schemas_are_told_as_json_schema() -> None:
    told = schema(_FUNCTION["parameters"])
    assert told["type"] == "object"
    assert told["properties"]["prices"] == {"type": "array", "items": {"type": "number"}}
    assert schema({"type": {"type": "float"}}) == {"type": {"type": "number"}}, "a parameter called type"
    assert plain("trip.plan") == "trip_plan"
