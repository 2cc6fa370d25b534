"""Possessives typed without their apostrophe."""

import pytest

from kippu.understand.text.possessives import with_apostrophes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whats sarahs phone number", "whats sarah's phone number"),
        ("save toms email tom@example.com", "save tom's email tom@example.com"),
        ("when is my mums birthday", "when is my mum's birthday"),
        ("do you know dads birthday", "do you know dad's birthday"),
        ("what's james number", "what's james's number"),
        ("Toms number is 555 1234", "Tom's number is 555 1234"),
    ],
)
def test_whose_it_is(typed: str, meant: str) -> None:
    assert with_apostrophes(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "what's his number",
        "what's the business number",
        "what is its address",
        "what's sarah's number",
        "whats the address",
        "play tracks number 5",
        "what's yours",
        "what's todays number",
        "show me all the contacts",
    ],
)
def test_nobody_is_meant(text: str) -> None:
    assert with_apostrophes(text) == text
