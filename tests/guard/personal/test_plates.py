"""Number plates: behind a word for them, and by form where a text has such a word."""

import pytest

from kippu.guard.personal.plates import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "plates"),
    [
        ("My car plate is 7ABC123, and hers is LB21 XKT", ["7ABC123", "LB21 XKT"]),
        ("the plates were M-XR 4471 and P482 GHN", ["M-XR 4471", "P482 GHN"]),
        ("her reg is 191-D-38201, mine's 08-KY-1123", ["191-D-38201", "08-KY-1123"]),
        ("a van with AB-123-CD hit us, plate on camera", ["AB-123-CD"]),
        ("Plate WA 4471K is across two bays", ["WA 4471K"]),
        ("the plate is ABC 1234", ["ABC 1234"]),
        ("number plate 4471 BCD, from Spain", ["4471 BCD"]),
        ("they kept my Fiesta NG18 ZPT for days", ["NG18 ZPT"]),
        ("the car parked outside, KX19 OWF, blocks us", ["KX19 OWF"]),
        ("someone hit my BD17 FKE and drove off", ["BD17 FKE"]),
        ("a grey Golf, HH-KL 482, blocked us", ["HH-KL 482"]),
        ("Istanbul, the taxi was 34 KLM 482", ["34 KLM 482"]),
        ("my Dutch car 27-KLM-4 failed", ["27-KLM-4"]),
        ("immatriculation BK-714-TR svp", ["BK-714-TR"]),
        ("the van was 6KTR482", ["6KTR482"]),
        ("my reg's kx19 owf, is it taxed?", ["kx19 owf"]),
    ],
)
def test_found(text: str, plates: list[str]) -> None:
    assert set(plates) <= set(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Two plates of pasta and 250 grams of flour",
        "Is ISO 9001 the same as BS 5750?",  # no word for a plate, none for a car
        "The car costs 12 000 EUR",
        "What does HTTP 404 mean?",
        "The BD17 FKE error of that build",
        "EU-US 2023 talks about cars",
        "tectonic plates move 5 cm a year",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
