"""The numbers by which countries know people, with no word near that calls them so."""

import pytest

from kippu.guard.personal import Finder
from kippu.guard.personal.national import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    "number",
    [
        "756.1234.5678.97",  # Switzerland
        "390.533.447-05",  # Brazil
        "12.531.909-2",  # Chile
        "RCCMNL83S18D969H",  # Italy
        "BOXW310820HNERXN09",  # Mexico
        "2 95 10 99 126 111 93",  # France
        "295109912611193",
        "54362315K",  # Spain
        "X2482300W",
        "131052-308T",  # Finland
        "211062-5629",  # Denmark
        "19640823-3234",  # Sweden
        "971013-9019902",  # Korea
        "770305-02-1234",  # Malaysia
        "710319/2745",  # Czechia
        "85.07.30-033.28",  # Belgium
        "20-05536168-2",  # Argentina
        "11010519491231002X",  # China
        "S1234567D",  # Singapore
        "A123456(3)",  # Hong Kong
        "ACUPA7085R",  # India
        "2341 2341 2346",
        "AB12345678CD",  # Japan's residence card
    ],
)
def test_found(number: str) -> None:
    assert found(f"they gave me {number}, is it right?") == [number]
    assert found(f"これは{number}です") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "54362315A and X2482300A have the wrong letter",
        "2341 2341 2347 is a sum, 1234 5678 9012 too",
        "11010519491231002Y, 110105194912310021",
        "710319/2746 is a path, 14/03/2024 a day",
        "version 12.531.909, 390.533.447 people, 756.1234",
        "ISBN 978-3-16-148410-0, 5-02-1234",
        "311362-5629 has no such month",
        "the GPU is an RTX4090TI, the chip an STM32F103C8T6",
        "RFC 2616, ISO 27001, KB5034441, B0000XYZ12",
        "commit 1a2b3c4d, id 20240512-123456",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_word_before_it_says_more() -> None:
    kinds = [piece.kind for piece in Finder().find("My order 211062-5629 is late")]
    assert "account" in kinds and "ssn" not in kinds
