"""What this device is, as it says itself."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from kippu.models import measure
from kippu.models.device import computing


def test_this_device(data: Path) -> None:
    device = measure(data)
    assert device.memory == psutil.virtual_memory().total
    assert 0 < device.memory_free <= device.memory
    assert device.cores >= 1
    assert device.disk_free > 0
    assert device.processor
    assert 1e8 < device.bandwidth < 1e13
    assert 1e8 < device.computing < 1e15


def test_its_speed_is_measured_once(data: Path) -> None:
    first = measure(data)
    assert measure(data).bandwidth_all == first.bandwidth_all
    assert measure(data).computing == first.computing
    (data / "device.json").write_text("{ broken")
    assert measure(data).bandwidth_all > 0


def test_another_processor_is_measured_anew(data: Path) -> None:
    kept = data / "device.json"
    kept.write_text('{"processor": "an abacus", "cores": 1, "bandwidth": 1.0, "bandwidth_all": 2.0}')
    assert measure(data).bandwidth > 1e8
    assert "abacus" not in kept.read_text()


def test_computing_is_measured_in_a_moment() -> None:
    computing(1)  # numpy is there from now on
    begun = time.perf_counter()
    computing(2)
    assert time.perf_counter() - begun < 1, "0.2 s where nothing else computes"


def test_many_that_ask_at_once_get_one_measurement(data: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        devices = list(threads.map(measure, [data] * 4))
    assert len({device.bandwidth for device in devices}) == 1
    assert [file.name for file in data.iterdir()] == ["device.json"]


def test_what_was_measured_beside_others_is_measured_again_and_the_best_kept(data: Path) -> None:
    file = data / "device.json"
    measure(data)
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "bandwidth": 1e15, "computing": 1.0, "quiet": False}))
    assert measure(data).computing == 1.0, "not at every look"
    os.utime(file, (1, 1))
    again = measure(data)
    assert (again.bandwidth, again.computing > 1e8) == (1e15, True)
    file.write_text(json.dumps({**kept, "computing": 1.0, "quiet": True}))
    os.utime(file, (1, 1))
    assert measure(data).computing == 1.0, "what was measured alone stays"
