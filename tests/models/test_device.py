"""What this device is, as it says itself."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from kippu.models import measure


def test_this_device(data: Path) -> None:
    device = measure(data)
    assert device.memory == psutil.virtual_memory().total
    assert 0 < device.memory_free <= device.memory
    assert device.cores >= 1
    assert device.disk_free > 0
    assert device.processor
    assert 1e8 < device.bandwidth < 1e13


def test_its_speed_is_measured_once(data: Path) -> None:
    first = measure(data)
    assert measure(data).bandwidth_all == first.bandwidth_all
    (data / "device.json").write_text("{ broken")
    assert measure(data).bandwidth_all > 0


def test_another_processor_is_measured_anew(data: Path) -> None:
    kept = data / "device.json"
    kept.write_text('{"processor": "an abacus", "cores": 1, "bandwidth": 1.0, "bandwidth_all": 2.0}')
    assert measure(data).bandwidth > 1e8
    assert "abacus" not in kept.read_text()


def test_many_that_ask_at_once_get_one_measurement(data: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        devices = list(threads.map(measure, [data] * 4))
    assert len({device.bandwidth for device in devices}) == 1
    assert [file.name for file in data.iterdir()] == ["device.json"]
