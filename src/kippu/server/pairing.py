"""The secret that lets other devices in, and how a phone gets it.

Knows the token's file and this machine's address on its network; nothing of requests.
"""

import hmac
import ipaddress
import os
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

import psutil
import segno

from kippu.errors import RecordError
from kippu.failures_ja import system_ja

_BYTES = 32


def token(data: Path) -> str:
    """The data folder's token, made at the first call; only its owner can read the file."""
    path = data / "token"
    try:
        return _kept(path) or _made(path)
    except OSError as error:
        raise RecordError(
            f"The token in {path} can't be read or written: {error.strerror}.",
            f"{path} のトークンを読み書きできません（{system_ja(error)}）。",
        ) from error


def same(given: str, wanted: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def is_loopback(host: str) -> bool:
    """Whether a peer or a host to listen on is this device itself."""
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def address(host: str, port: int) -> str:
    """Where people on this device or its network open a server that listens on ``host``."""
    if host in {"0.0.0.0", "::", ""}:  # noqa: S104  # compared, not bound
        host = lan_address() or "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def lan_address() -> str | None:
    """This device's address on its own network, or None without one. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a datagram socket only looks up the route
            found = str(probe.getsockname()[0])
        except OSError:
            found = ""
    if found and not is_loopback(found):
        return found
    for addresses in psutil.net_if_addrs().values():
        for entry in addresses:
            if entry.family == socket.AF_INET and not is_loopback(entry.address):
                return str(entry.address)
    return None


@dataclass(frozen=True, slots=True)
class Pairing:
    """How another device gets in."""

    url: str | None
    """Address with the token, to be opened once on the other device; None when only this device is let in."""
    svg: str | None
    """The same as a QR code, an SVG image."""


def pairing(data: Path, host: str, port: int) -> Pairing:
    """How another device gets in to a server that listens on ``host``."""
    if is_loopback(host):
        return Pairing(None, None)
    url = f"{address(host, port)}/?token={token(data)}"
    svg = segno.make(url, error="m").svg_inline(scale=4, border=4, light="#fff", dark="#000")
    return Pairing(url, svg)


def _kept(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise OSError(0, "it is not a token; delete it to get a new one") from error


def _made(path: Path) -> str:
    """Write a whole file and put it in place at once, so that a kill leaves none or a good one."""
    made = secrets.token_urlsafe(_BYTES)
    fresh = path.with_name(f".token.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(made + "\n")
    fresh.replace(path)
    return made
