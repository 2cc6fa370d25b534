"""The zones of places by what people call them, and how those are written."""

import pytest

from kippu.places import called, is_here, zone_of


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("tokyo", "Tokyo"),
        ("rio de janeiro", "Rio de Janeiro"),
        ("nyc", "NYC"),
        ("LA", "LA"),
        ("パリ", "パリ"),
    ],
)
def test_a_place_is_written_as_a_name(said: str, written: str) -> None:
    assert called(said) == written


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("tokyo", "Asia/Tokyo"),
        ("東京", "Asia/Tokyo"),
        ("ﾆｭｰﾖｰｸ", "America/New_York"),
        ("ニューヨーク市", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("the Netherlands", "Europe/Amsterdam"),
        ("Ulaanbaatar", "Asia/Ulaanbaatar"),
        ("Athens", "Europe/Athens"),
        ("eastern time", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("日本時間", "Asia/Tokyo"),
        ("Colorado", "America/Denver"),
        ("time", None),
        ("", None),
        ("USA", None),
    ],
)
def test_zones(name: str, zone: str | None) -> None:
    found = zone_of(name)
    assert (found.key if found else None) == zone


def test_here_is_wherever_it_is_said() -> None:
    assert is_here("here") and is_here("Us") and is_here("ここ") and not is_here("Herefordshire")
