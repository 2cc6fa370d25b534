"""What is wrong with a value: every limit that settings, layers and requests have, in our own words."""

from collections.abc import Iterator
from types import ModuleType
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, BaseModel, Field, TypeAdapter, ValidationError

from kippu import settings
from kippu.layers import manifest
from kippu.server import shapes, shapes_pictures, shapes_privacy, shapes_v1
from kippu.values import unfit, why


def _odd(number: int) -> int:
    if number % 2 == 0:
        raise unfit("it must be odd", "奇数にしてください")
    return number


@pytest.mark.parametrize(
    ("kind", "value", "says", "says_ja"),
    [
        (int, "many", "it must be a whole number", "整数にしてください"),
        (float, "x", "it must be a number", "数にしてください"),
        (bool, "x", "it must be true or false", "true か false にしてください"),
        (str, 3, "it must be text", "文字列にしてください"),
        (
            Literal["auto", "en", "ja"],
            "fr",
            "it must be 'auto', 'en' or 'ja'",
            "'auto'、'en'、'ja' のどれかにしてください",
        ),
        (
            Annotated[int, Field(ge=0, le=65535)],
            70000,
            "it must be 65535 or less",
            "65535 以下にしてください",
        ),
        (Annotated[float, Field(gt=0)], 0, "it must be more than 0", "0 より大きくしてください"),
        (
            Annotated[str, Field(min_length=1)],
            "",
            "it must have 1 or more letters",
            "1文字以上にしてください",
        ),
        (
            Annotated[list[int], Field(max_length=2)],
            [1, 2, 3],
            "it must have 2 or fewer",
            "2個以下にしてください",
        ),
        (dict[str, int], 3, "it must be an object", "オブジェクトにしてください"),
        (Annotated[int, AfterValidator(_odd)], 2, "it must be odd", "奇数にしてください"),
    ],
)
def test_values(kind: Any, value: Any, says: str, says_ja: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    assert why(caught.value.errors()[0]) == (says, says_ja)


def test_what_has_no_words_of_its_own_is_said_in_general_ones() -> None:
    found = {"type": "url_parsing", "msg": "Input should be a valid URL"}
    assert why(found) == ("it isn't a value that can be used here", "ここでは使えない値です")


def _models(modules: tuple[ModuleType, ...]) -> Iterator[type[BaseModel]]:
    for module in modules:
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, BaseModel):
                yield one


def test_all_that_can_be_wrong_with_a_request_or_a_file_has_words() -> None:
    """Every field of every shape, given what is odd: nothing falls to the general words."""
    odd = (
        None,
        "x",
        "",
        -1,
        10**30,
        1.5,
        float("inf"),
        [],
        ["x"] * 1000,
        {"a": 1},
        True,
        "x" * 99999,
        b"\xff",
    )
    shaped = (shapes, shapes_pictures, shapes_privacy, shapes_v1, settings, manifest)
    general = why({"type": "?"})
    for model in _models(shaped):
        for name in model.model_fields:
            for value in odd:
                try:
                    model.model_validate({name: value})
                except ValidationError as error:
                    for found in error.errors():
                        told = found["type"] == "extra_forbidden" or why(found) != general
                        assert told, (model, name, found["type"])
