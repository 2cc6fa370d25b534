"""Three failures in a row give a provider a rest; an answer ends the counting."""

import pytest

from kippu.engines.breaker import Breaker


def test_a_bad_failure_opens_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    breaker = Breaker()
    breaker.failed("near", badly=True)
    assert breaker.open("near")
    now += 31
    assert not breaker.open("near")
    breaker.failed("near", badly=True)
    now += 31
    assert breaker.open("near")


def test_three_failures_in_a_row_open_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    breaker = Breaker()
    breaker.failed("near")
    breaker.failed("near")
    breaker.worked("near")
    for _ in range(2):
        breaker.failed("near")
    assert not breaker.open("near")
    breaker.failed("near")
    assert breaker.open("near") and not breaker.open("far")
    now += 31
    assert not breaker.open("near")  # one more try
    breaker.failed("near")
    now += 31
    assert breaker.open("near")  # and a longer rest
    now += 30
    assert not breaker.open("near")
    breaker.worked("near")
    breaker.failed("near")
    assert not breaker.open("near")
