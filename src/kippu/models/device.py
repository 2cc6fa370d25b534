"""What this device is: cores, memory, disk, and how fast it moves bytes and computes.

Measures once and remembers; knows nothing of models.
"""

import ctypes
import json
import os
import platform
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from kippu.cores import QUIET, Cores

_BLOCK = 128 << 20
"""Bytes that are copied: more than any cache holds."""
_ROUNDS = 8
_SIDE = 512
"""Rows and columns of the matrices: large enough that computing takes longer than fetching them."""
_COMPUTING_SECONDS = 0.12
_SPEEDS = ("bandwidth", "bandwidth_all", "computing")
_AGAIN = 60
"""Seconds after which speeds are measured anew that were measured while others computed."""
_MEASURING = threading.Lock()
"""Two that measure at once would each find half of the speed."""


@dataclass(frozen=True, slots=True)
class Device:
    """Facts about this device. Sizes in bytes."""

    system: str
    """Linux, macOS or Windows, with its version."""
    processor: str
    cores: int
    """Cores that this process may use."""
    memory: int
    memory_free: int
    """What programs can still take without swapping, now."""
    disk_free: int
    """On the disk of the data folder, now."""
    bandwidth: float
    """Bytes read and written in a second by one core that copies memory."""
    bandwidth_all: float
    """The same by all cores at once."""
    computing: float
    """Multiplications with their additions, counted as two, that all cores do in a second with matrices."""


def measure(data: Path) -> Device:
    """The device as it is now. Its speeds are measured once (under a second) and kept in the data folder;
    while others compute, they are measured again later, and the best is kept.

    Blocks: call it in a thread.
    """
    memory = psutil.virtual_memory()
    processor, cores = _processor(), _cores()
    with _MEASURING:
        speeds = _remembered(data / "device.json", processor, cores)
    return Device(
        system=f"{platform.system().replace('Darwin', 'macOS')} {platform.release()}",
        processor=processor,
        cores=cores,
        memory=memory.total,
        memory_free=memory.available,
        disk_free=shutil.disk_usage(data if data.exists() else data.anchor).free,
        **speeds,
    )


def _remembered(file: Path, processor: str, cores: int) -> dict[str, float]:
    same = {"processor": processor, "cores": cores}
    before: dict[str, float] = {}
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if {key: kept[key] for key in same} == same:
            before = {name: float(kept[name]) for name in _SPEEDS}
            if kept["quiet"] or time.time() - file.stat().st_mtime < _AGAIN:
                return before
    except (OSError, ValueError, KeyError, TypeError):
        pass
    others = Cores()
    speeds = {"bandwidth": copying(1), "bandwidth_all": copying(cores), "computing": computing(cores)}
    quiet = others.others() <= QUIET
    # Others only slow a measurement down: the best of all is the nearest to what the device can do.
    speeds = {name: max(speed, before.get(name, 0.0)) for name, speed in speeds.items()}
    with suppress(OSError):  # on a full disk it is measured again next time
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
        fresh.write_text(json.dumps({**same, **speeds, "quiet": quiet}), encoding="utf-8")
        fresh.replace(file)
    return speeds


def computing(threads: int) -> float:
    """What so many threads compute in a second when each multiplies matrices; the best of a few rounds."""
    import numpy as np  # noqa: PLC0415  # no start waits for it

    matrix = np.full((_SIDE, _SIDE), 0.5, dtype=np.float32)
    results = [np.empty_like(matrix) for _ in range(threads)]
    best = 0.0
    with ThreadPoolExecutor(threads) as workers:
        until = time.perf_counter() + _COMPUTING_SECONDS
        while time.perf_counter() < until or not best:
            begun = time.perf_counter()
            # Each keeps to one core (see ``kippu/__init__.py``), and lets the other threads run.
            list(workers.map(lambda result: np.matmul(matrix, matrix, out=result), results))
            best = max(best, threads * 2 * _SIDE**3 / (time.perf_counter() - begun))
    return best


def copying(threads: int) -> float:
    """Bytes read and written in a second when so many threads copy memory; the best of a few rounds."""
    size = min(_BLOCK, psutil.virtual_memory().available // 8) // threads * threads
    source, target = (ctypes.create_string_buffer(size) for _ in range(2))
    for buffer in (source, target):
        ctypes.memset(buffer, 1, size)
    share = size // threads
    best = 0.0
    for _ in range(_ROUNDS):
        # memmove lets other threads run meanwhile, which bytes and memoryview do not.
        workers = [
            threading.Thread(
                target=ctypes.memmove,
                args=(ctypes.addressof(target) + n * share, ctypes.addressof(source) + n * share, share),
            )
            for n in range(threads)
        ]
        begun = time.perf_counter()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        best = max(best, 2 * size / (time.perf_counter() - begun))
    return best


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return psutil.cpu_count(logical=False) or 1


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() in ("model name", "Model", "Hardware"):
                return value.strip()
    if sys.platform == "darwin":
        asked = ["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        if answer:
            return answer
    return platform.processor() or platform.machine()


def as_json(device: Device) -> dict[str, str | int | float]:
    """The same for programs."""
    return asdict(device)
