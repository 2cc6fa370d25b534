"""What a frame on a cable says: from whom to whom, by what protocol, and with which bytes."""

import ipaddress
import struct
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_ETHERNET = 14
_IPV4, _IPV6, _ARP = 0x0800, 0x86DD, 0x0806
_PROTOCOLS = {1: "ICMP", 2: "IGMP", 6: "TCP", 17: "UDP", 58: "ICMPv6"}
_SYN = 2
_EXTENSIONS = (0, 43, 60)
"""Headers of IPv6 that stand before the protocol's own, and tell the next and their length."""


@dataclass(frozen=True, slots=True)
class Packet:
    """One frame, taken apart as far as it can be."""

    kind: str
    """``IPv4``, ``IPv6``, ``ARP``, or the number of another kind of frame."""
    protocol: str = ""
    """``TCP``, ``UDP``, ``ICMP``, … or its number."""
    source: str = ""
    """Address, with the port where there is one."""
    to: str = ""
    payload: bytes = b""
    """What it carries beyond the headers; of what can't be taken apart, all."""
    sequence: int = 0
    """Of TCP: the number of the payload's first byte."""
    opens: bool = False
    """Of TCP: the sender opens a connection."""

    def __str__(self) -> str:
        return f"{self.kind} {self.protocol} {self.source} → {self.to} {self.payload[:80]!r}"


def read(frame: bytes) -> Packet:
    """A frame of Ethernet."""
    (kind,) = struct.unpack_from("!H", frame, 12)
    rest = frame[_ETHERNET:]
    if kind == _IPV4:
        length = (rest[0] & 15) * 4
        (total,) = struct.unpack_from("!H", rest, 2)
        return _inner("IPv4", rest[9], rest[12:16], rest[16:20], rest[length : total or None])
    if kind == _IPV6:
        following, body = rest[6], rest[40:]
        while following in _EXTENSIONS:
            following, body = body[0], body[8 + body[1] * 8 :]
        return _inner("IPv6", following, rest[8:24], rest[24:40], body)
    return Packet("ARP" if kind == _ARP else hex(kind), payload=rest)


def _inner(kind: str, protocol: int, source: bytes, to: bytes, body: bytes) -> Packet:
    name = _PROTOCOLS.get(protocol, str(protocol))
    addresses = [str(ipaddress.ip_address(address)) for address in (source, to)]
    if name not in ("TCP", "UDP"):
        return Packet(kind, name, *addresses, body)
    ports = struct.unpack_from("!HH", body)
    hosts = (f"[{a}]" if ":" in a else a for a in addresses)
    ends = [f"{host}:{port}" for host, port in zip(hosts, ports, strict=True)]
    if name == "UDP":
        return Packet(kind, name, *ends, body[8:])
    (sequence,) = struct.unpack_from("!I", body, 4)
    opens = bool(body[13] & _SYN)
    return Packet(kind, name, *ends, body[(body[12] >> 4) * 4 :], sequence + opens, opens)


def streams(packets: Iterable[Packet]) -> list[bytes]:
    """What each end of each TCP connection said, put together by its numbers; whatever came twice, once.

    A port is used again by a later connection: each begins where its sender opened it.
    """
    begins: dict[tuple[str, str], int] = {}
    parts: dict[tuple[str, str, int], list[Packet]] = defaultdict(list)
    for packet in packets:
        ends = packet.source, packet.to
        if packet.opens:
            begins[ends] = packet.sequence
        if packet.protocol == "TCP" and packet.payload:
            assert ends in begins, f"the connection of {packet} was opened before"
            parts[*ends, begins[ends]].append(packet)
    return [_whole(start, several) for (*_, start), several in parts.items()]


def _whole(start: int, parts: list[Packet]) -> bytes:
    whole = bytearray()
    for part in sorted(parts, key=lambda part: (part.sequence - start) & 0xFFFFFFFF):
        at = (part.sequence - start) & 0xFFFFFFFF
        assert at <= len(whole), f"bytes are missing at {at} of {part.source} → {part.to}"
        whole[at : at + len(part.payload)] = part.payload
    return bytes(whole)
