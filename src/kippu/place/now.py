"""What the device is like now: free memory, load, battery, heat, and whether a network is there.

Sends nothing to learn it, and knows nothing of models.
"""

import ipaddress
import os
import socket
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import psutil

_FRESH_SECONDS = 10.0
_LOW_BATTERY = 25
_BUSY = 2.0
"""Programs that wait for each core, over the last minute."""
_HOT = 90.0
"""Degrees Celsius from which processors slow down, where they tell no limit of their own."""
_ANYWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that stand for no host at all (RFC 5737, RFC 3849)."""


@dataclass(frozen=True, slots=True)
class Now:
    """The device at a moment."""

    memory_free: int
    """Bytes that programs can take without swapping."""
    strained: bool
    """Busy, hot, or on a battery that is nearly empty: work costs more than usual."""


class Watch:
    """Looks at the device, and not again for a few seconds."""

    def __init__(self) -> None:
        self._until = 0.0
        self._now = Now(0, False)

    def now(self) -> Now:
        """The device as it is, or was a moment ago."""
        if time.monotonic() >= self._until:
            self._now = Now(psutil.virtual_memory().available, _busy() or _low() or _hot())
            self._until = time.monotonic() + _FRESH_SECONDS
        return self._now


def reachable(url: str) -> bool:
    """Whether a way leads to the address, as far as this device knows by itself: no packet is sent.

    What is on this device or in the house is tried in any case.
    """
    return near(url) or any(_leads(family, address) for family, address in _ANYWHERE)


def near(url: str) -> bool:
    """Whether it is this device, or a host of the house by its private address or its name."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".lan", ".home.arpa", ".internal", ".localhost"))


def _leads(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((address, 9))  # a datagram socket only looks up the route
    except OSError:
        return False
    return True


def _busy() -> bool:
    return psutil.getloadavg()[0] > _BUSY * (os.cpu_count() or 1)


def _low() -> bool:
    battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    return battery is not None and not battery.power_plugged and battery.percent < _LOW_BATTERY


def _hot() -> bool:
    if not hasattr(psutil, "sensors_temperatures"):  # told on Linux alone
        return False
    return any(
        sensor.current >= (sensor.high or _HOT)
        for sensors in psutil.sensors_temperatures().values()
        for sensor in sensors
    )
