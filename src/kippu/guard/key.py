"""The key of what is kept sealed: in the system's keyring, or without one in a file for its owner alone.

Knows nothing of what it seals.
"""

import contextlib
import os
import secrets
from pathlib import Path

from kippu.errors import RecordError
from kippu.failures_ja import system_ja

_SERVICE = "kippu"
_NAME = "vault"
_BYTES = 32


def key(folder: Path) -> bytes:
    """The 32 bytes, made at the first call; raises RecordError when they can't be kept or read."""
    file = folder / "vault.key"
    if file.exists():
        return _read(file)
    return _from_keyring() or _made(file)


def _from_keyring() -> bytes | None:
    """The keyring's, made there if it has none; None without a keyring that keeps what it is given."""
    import keyring  # noqa: PLC0415  # slow to import, and never needed where nothing may be sent

    with contextlib.suppress(Exception):  # backends raise whatever their desktop does
        kept = keyring.get_password(_SERVICE, _NAME)
        if not kept:
            keyring.set_password(_SERVICE, _NAME, secrets.token_hex(_BYTES))
            kept = keyring.get_password(_SERVICE, _NAME)
        if kept and len(found := bytes.fromhex(kept)) == _BYTES:
            return found
    return None


def _made(file: Path) -> bytes:
    made = secrets.token_bytes(_BYTES)
    try:
        # Of two that start at once the first makes it, and both read it.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(file)
    except OSError as error:
        raise _failed(file, "made", error) from error
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(made)
        opened.flush()
        os.fsync(opened.fileno())
    return made


def _read(file: Path) -> bytes:
    try:
        found = file.read_bytes()
    except OSError as error:
        raise _failed(file, "read", error) from error
    if len(found) != _BYTES:
        raise RecordError(
            f"{file} holds no key of the vault ({len(found)} bytes instead of {_BYTES}). Move it away and "
            "start again; what stood for names in earlier conversations is then lost, and new ones are made.",
            f"{file} は保管庫の鍵ではありません（{_BYTES} バイトのはずが {len(found)} バイト）。"
            "別の場所に移して、もう一度始めてください。"
            "これまでの会話で名前の代わりにした言葉は失われ、新しく作られます。",
        )
    return found


def _failed(file: Path, done: str, error: OSError) -> RecordError:
    return RecordError(
        f"The key of the vault, {file}, can't be {done}: {error.strerror}. Allow it to this user, or choose "
        "another data folder with KIPPU_DATA.",
        f"保管庫の鍵 {file} を使えません（{system_ja(error)}）。このユーザーに許可するか、"
        "KIPPU_DATA で別のデータフォルダーを指定してください。",
    )
