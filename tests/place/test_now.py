"""What the device is like now, and what can be reached from it."""

import psutil
import pytest

from kippu.place import now
from kippu.place.now import Watch, near, reachable


def test_what_the_device_is_like() -> None:
    watch = Watch()
    first = watch.now()
    assert 0 < first.memory_free <= psutil.virtual_memory().total
    assert watch.now() is first, "it does not look again at once"


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8642/v1", "http://[::1]/v1", "http://192.168.1.9/v1", "http://10.0.0.2", "http://nas:1/v1",
     "http://box.local/v1", "http://localhost:9"],
)  # fmt: skip
def test_what_is_in_the_house_needs_no_network(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(now, "_ANYWHERE", ())
    assert near(url)
    assert reachable(url)


@pytest.mark.parametrize(
    "url", ["https://api.example/v1", "https://8.8.8.8/v1", "https://[2606:4700::1111]/v1"]
)
def test_what_is_not_needs_a_route(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not near(url)
    monkeypatch.setattr(now, "_ANYWHERE", ())
    assert not reachable(url)
