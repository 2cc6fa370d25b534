"""A listening socket at the wanted address, or at the next free port. Knows nothing of what is served."""

import errno
import socket

from kippu.errors import SettingsError
from kippu.failures_ja import system_ja

_TRIES = 20


def bind(host: str, port: int) -> socket.socket:
    """Listen at ``host``, at ``port`` or the next free one (0: any). Raises SettingsError.

    Clients may connect from now on; they wait until they are answered.
    """
    for candidate in (*range(port, min(port + _TRIES, 65536)), 0):
        try:
            return _listen(host, candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise SettingsError(*_why(host, candidate, error)) from error
    raise SettingsError(
        f"No port is free at {host}. Stop another program, or choose a port with --port.",
        f"{host} に空いているポートがありません。別のプログラムを止めるか、--port で指定してください。",
    )


def _listen(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6 and host in {"", "::"}:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listener.bind(address)
        listener.listen(128)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


def _why(host: str, port: int, error: OSError) -> tuple[str, str]:
    """What is wrong, in both languages."""
    if error.errno == errno.EACCES:
        return (
            f"The port {port} needs more rights than this program has. Choose one above 1023 with --port.",
            f"ポート {port} を使う権限がありません。--port で1024以上の番号を選んでください。",
        )
    return (
        f"Kippu can't listen at '{host}': {error.strerror or error}. Choose 127.0.0.1 for this device alone, "
        "or 0.0.0.0 for its network, with --host.",
        f"「{host}」で待ち受けられません（{system_ja(error)}）。"
        "この端末だけなら 127.0.0.1、ネットワークからも使うなら 0.0.0.0 を --host で指定してください。",
    )
