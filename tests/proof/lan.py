"""A small network that looks real to whoever is in it, and on which every frame is recorded.

Two network namespaces, joined by one cable: a device, with a default route for IPv4 and IPv6 and a resolver
to ask, and the world at the cable's other end. Both are of the threads that made them, so that nothing of
this machine's own network is touched, and nothing is left when the tests end. Knows nothing of Kippu.

The kernel itself would send on a new cable: router solicitations, probes for doubled addresses, multicast
reports, questions for a neighbour's hardware address. The first two are switched off, the third wait until
they are over, and the neighbour is known for good. What is recorded after that was sent by a program.
"""

import ctypes
import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from .frames import Packet, read

DEVICE, WORLD = "10.77.0.2", "10.77.0.1"
ELSEWHERE = "198.51.100.7"
"""An address of the world that is not on the device's own network."""
_DEVICE_6, _WORLD_6 = "fd77::2", "fd77::1"
_NOWHERE, _NOWHERE_6 = "192.0.2.1", "2001:db8::1"
"""Addresses that stand for no host at all (RFC 5737, RFC 3849)."""
_CABLE = "cable0"
_NEW_MOUNTS, _NEW_NETWORK = 0x00020000, 0x40000000
_EVERY_PROTOCOL = 3
_FROM_HERE = 4
"""What a packet socket calls a frame that its own end sent."""
_PACKETS, _STATISTICS, _LARGE_BUFFER = 263, 6, 33
_BUFFER_BYTES = 64 << 20
_LONGEST_FRAME = 1 << 18
_STILL_SECONDS, _STILL_AT_LAST = 3.0, 30.0

Got = TypeVar("Got")


@dataclass(frozen=True, slots=True)
class Frame:
    """What went over the cable at once."""

    left: bool
    """True when the device sent it."""
    packet: Packet

    def __str__(self) -> str:
        return str(self.packet)


class Lan:
    """The network. Use one for a test, and close it."""

    def __init__(self) -> None:
        self._device, self._world = (ThreadPoolExecutor(1, f"lan-{end}") for end in ("device", "world"))
        try:
            there = self.outside(_new_network)
            self.inside(_new_network)
            self.inside(_of_its_own)
            self.inside(_quiet)
            self.outside(_quiet)
            self.inside(lambda: _join(there))
            self._socket = self.outside(_listening)
            self.outside(lambda: _up(_WORLD_6, WORLD, ELSEWHERE))
            self.inside(lambda: _up(_DEVICE_6, DEVICE))
            here, away = self.inside(_hardware), self.outside(_hardware)
            self.inside(lambda: _routes(away))
            self.outside(lambda: _neighbours(here))
        except BaseException:
            self._device.shutdown()
            self._world.shutdown()
            raise
        self._frames: list[Frame] = []
        self._closing = False
        self._reader = threading.Thread(target=self._record, daemon=True)
        self._reader.start()
        self._wait_until_still()

    def inside(self, do: Callable[[], Got]) -> Got:
        """Do it on the device: its sockets, and the programs that it starts, are there. One at a time."""
        return self._device.submit(do).result()

    def outside(self, do: Callable[[], Got]) -> Got:
        """Do it in the world."""
        return self._world.submit(do).result()

    def frames(self) -> tuple[Frame, ...]:
        """All frames so far, in order. Fails when the kernel could not keep up with recording them."""
        time.sleep(0.2)  # what was sent a moment ago is still in the socket's buffer
        assert self._reader.is_alive()
        _, dropped = _counted(self._socket)
        assert dropped == 0, f"{dropped} frames were not recorded"
        return tuple(self._frames)

    def left(self) -> tuple[Frame, ...]:
        """Those that the device sent."""
        return tuple(frame for frame in self.frames() if frame.left)

    def until_sent(self, count: int, still: float) -> int:
        """Wait until the device has sent bytes in that many frames, and no others for ``still`` seconds.

        Gives how many it has sent bytes in by then.
        """
        end, since, seen = time.monotonic() + _STILL_AT_LAST, time.monotonic(), -1
        while True:
            with_bytes = sum(1 for frame in self._frames if frame.left and frame.packet.payload)
            if with_bytes != seen:
                seen, since = with_bytes, time.monotonic()
            if seen >= count and time.monotonic() - since >= still:
                return seen
            assert time.monotonic() < end, f"{seen} of {count} frames were sent"
            time.sleep(0.02)

    def try_to_leave(self) -> None:
        """Send what must be seen: a datagram by IPv4 and IPv6, a connection, and a question for a name."""
        self.inside(_try_to_leave)

    def close(self) -> None:
        """End it; the namespaces go with their last program."""
        self._closing = True
        self._reader.join()
        self._socket.close()
        self._device.shutdown()
        self._world.shutdown()

    def _record(self) -> None:
        while not self._closing:
            try:
                data, where = self._socket.recvfrom(_LONGEST_FRAME)
            except TimeoutError:
                continue
            self._frames.append(Frame(where[2] != _FROM_HERE, read(data)))

    def _wait_until_still(self) -> None:
        """Until the kernel has told the new cable all that it has to tell."""
        end, count, since = time.monotonic() + _STILL_AT_LAST, 0, time.monotonic()
        while time.monotonic() - since < _STILL_SECONDS:
            assert time.monotonic() < end, f"the cable is never still: {self._frames[-1]}"
            time.sleep(0.1)
            if len(self._frames) != count:
                count, since = len(self._frames), time.monotonic()
        self._frames.clear()


WORDS = (
    ("IPv4", "UDP", f"{_NOWHERE}:9"),
    ("IPv6", "UDP", f"[{_NOWHERE_6}]:9"),
    ("IPv4", "TCP", f"{_NOWHERE}:443"),
    ("IPv4", "UDP", f"{WORLD}:53"),
)
"""What is seen of each way in ``try_to_leave``."""


def seen(frames: tuple[Frame, ...]) -> list[bool]:
    """Whether each way of ``try_to_leave`` is among the frames."""
    return [any(all(word in str(frame) for word in words) for frame in frames) for words in WORDS]


def _try_to_leave() -> None:
    for family, address in ((socket.AF_INET, _NOWHERE), (socket.AF_INET6, _NOWHERE_6)):
        with socket.socket(family, socket.SOCK_DGRAM) as sending:
            sending.sendto(b"may I?", (address, 9))
    with socket.socket() as connecting:
        connecting.setblocking(False)
        connecting.connect_ex((_NOWHERE, 443))
    try:
        socket.getaddrinfo("name.example", 443)
    except OSError:
        return
    raise AssertionError("a name was found where nobody answers")


def _new_network() -> str:
    """Leave the machine's network for one of this thread's own; gives its path."""
    try:
        _unshare(_NEW_NETWORK)
    except OSError as error:
        pytest.fail(
            f"No network of its own can be made here ({error.strerror}), so it can't be proved that nothing "
            "leaves. Run the tests as root on Linux, in a container with --privileged (or --cap-add=ALL), "
            "or leave this proof out by name: pytest --ignore=tests/proof"
        )
    return f"/proc/{os.getpid()}/task/{threading.get_native_id()}/ns/net"


def _of_its_own() -> None:
    """Give this thread its own view of two places: the resolver's address, and no way to other programs.

    Through the sockets in /run a program could have the machine's own services send for it, unseen by us.
    """
    _unshare(_NEW_MOUNTS)
    for words in (("--make-rprivate", "/"), ("-t", "tmpfs", "tmpfs", "/run")):
        _do("mount", *words)
    for place, text in (
        ("/etc/resolv.conf", f"nameserver {WORLD}\noptions timeout:1 attempts:1\n"),
        ("/etc/nsswitch.conf", "hosts: files dns\n"),
    ):
        ours = Path("/run") / Path(place).name
        ours.write_text(text, encoding="ascii")
        really = Path(place).resolve()
        really.parent.mkdir(parents=True, exist_ok=True)  # the resolver's file often lies in /run
        really.touch()
        _do("mount", "--bind", str(ours), str(really))


def _quiet() -> None:
    """Let the kernel tell a new cable as little by itself as it can."""
    for name, value in (("accept_ra", 0), ("autoconf", 0), ("addr_gen_mode", 1), ("dad_transmits", 0)):
        # On a kernel without IPv6 there is nothing to switch off.
        setting = Path(f"/proc/sys/net/ipv6/conf/default/{name}")
        if setting.exists():
            setting.write_text(str(value), encoding="ascii")
    _do("ip", "link", "set", "lo", "up")


def _join(there: str) -> None:
    """Lay the cable from this namespace to that one."""
    _do("ip", "link", "add", _CABLE, "type", "veth", "peer", "name", _CABLE, "netns", there)


def _up(six: str, *four: str) -> None:
    for address in four:
        _do("ip", "address", "add", f"{address}/24", "dev", _CABLE)
    _do("ip", "link", "set", _CABLE, "up")
    _do("ip", "-6", "address", "add", f"{six}/64", "dev", _CABLE, "nodad")


def _routes(hardware: str) -> None:
    for six, gateway in (("-4", WORLD), ("-6", _WORLD_6)):
        _do("ip", six, "neighbour", "replace", gateway, "lladdr", hardware, "dev", _CABLE, "nud", "permanent")
        _do("ip", six, "route", "add", "default", "via", gateway, "dev", _CABLE)


def _neighbours(hardware: str) -> None:
    for six, there in (("-4", DEVICE), ("-6", _DEVICE_6)):
        _do("ip", six, "neighbour", "replace", there, "lladdr", hardware, "dev", _CABLE, "nud", "permanent")


def _hardware() -> str:
    told = _do("ip", "-brief", "link", "show", "dev", _CABLE)
    return told.split()[2]


def _listening() -> socket.socket:
    listening = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_PROTOCOL))
    listening.setsockopt(socket.SOL_SOCKET, _LARGE_BUFFER, _BUFFER_BYTES)
    listening.bind((_CABLE, 0))
    listening.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)  # that the cable is still down: taken, and gone
    listening.settimeout(0.1)
    return listening


def _counted(listening: socket.socket) -> tuple[int, int]:
    """Frames that came, and that were lost before they were read, since the last time this was asked."""
    told = listening.getsockopt(_PACKETS, _STATISTICS, 8)
    return int.from_bytes(told[:4], "little"), int.from_bytes(told[4:], "little")


def _unshare(what: int) -> None:
    if ctypes.CDLL(None, use_errno=True).unshare(what):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _do(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
    return done.stdout
