"""One file from one address to one place: resumed after a cut, checked against its hash.

Knows HTTP and the disk; nothing of models, wheels or catalogues. Runs in a thread of its caller's.
"""

import errno
import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import httpx

from kippu.errors import FetchError
from kippu.failures_ja import system_ja
from kippu.regex import regex

CHUNK = 1 << 20
_NO_NAME = regex(
    r"Name or service not known|name resolution|nodename nor servname|No address associated|getaddrinfo"
)
"""How systems say that a host's name could not be looked up."""
_TRIES = 4
"""How often a transfer that was cut is taken up again, as long as each try brings something."""
_PAUSE = 0.5
_OFTEN = 0.1
"""Seconds between two words on how far it is."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PARTIAL, _UNSATISFIABLE, _MISSING = 206, 416, (404, 410)
_REFUSED = (401, 403)

Tell = Callable[[int], None]
"""Called with the number of bytes that are there by now."""


class DiskFull(FetchError):
    """There is no room; another source would not help."""


class Stopped(FetchError):
    """The person stopped it; what was fetched is kept."""


STOPPED = (
    "Stopped. What was fetched is kept: try again to go on from there.",
    "中止しました。取得した分は残っています。もう一度試すと続きから取得します。",
)
"""What is told of a fetch that goes on next time, in English and Japanese."""


class WrongFile(FetchError):
    """What the source has is not what was wanted; it was thrown away."""


class Unreachable(FetchError):
    """The source can't be reached or does not have it."""


def unreached(host: str, error: Exception) -> Unreachable:
    """The error for a host that gave no answer, in words for people."""
    if _NO_NAME.search(str(error)):
        return Unreachable(
            f"{host} can't be reached from here: its name is not known. Is this device online?",
            f"{host} につながりません。名前を調べられませんでした。ネットワークにつながっていますか？",
        )
    what = error or type(error).__name__
    return Unreachable(f"{host} can't be reached ({what}).", f"{host} につながりません（{what}）。")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be fetched."""

    url: str
    to: Path
    """Where it goes; while it is not whole, its name ends in ``.part``."""
    bytes: int = 0
    """Its length, 0 when not known."""
    sha256: str = ""
    """64 hex digits, empty when not known."""


def fetch(client: httpx.Client, wanted: Wanted, tell: Tell, stop: threading.Event) -> str:
    """Fetch it, going on where an earlier try ended. Gives the file's SHA-256.

    Raises Unreachable, WrongFile, DiskFull or Stopped; whatever can be used again is kept.
    """
    wanted.to.parent.mkdir(parents=True, exist_ok=True)
    if urlsplit(wanted.url).scheme == "file":
        return _finish(wanted, _copy(wanted, tell, stop))
    part = part_of(wanted.to)
    for left in reversed(range(_TRIES)):
        before = size_of(part)
        try:
            return _finish(wanted, _stream(client, wanted, tell, stop))
        except httpx.TransportError as error:
            got = size_of(part)
            if left and got > before and not stop.wait(_PAUSE):
                continue
            host = urlsplit(wanted.url).netloc.rpartition("@")[2]
            if got:
                raise Unreachable(
                    f"The connection to {host} broke after {got} bytes ({error or type(error).__name__}). "
                    "They are kept: try again to go on from there.",
                    f"{host} との接続が {got} バイトで切れました（{error or type(error).__name__}）。"
                    "取得した分は残っています。もう一度試すと続きから取得します。",
                ) from error
            raise unreached(host, error) from error
    raise AssertionError("the last try either returns or raises")


def part_of(path: Path) -> Path:
    """Name of the file while it is not whole."""
    return path.with_name(path.name + ".part")


def size_of(path: Path) -> int:
    """Length of a file in bytes, 0 when there is none."""
    return path.stat().st_size if path.exists() else 0


@contextmanager
def room(folder: Path) -> Iterator[None]:
    """Turn "no space left" into words."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise FetchError(
                f"{folder} can't be written: {error.strerror}.",
                f"{folder} に書き込めません（{system_ja(error)}）。",
            ) from error
        free = shutil.disk_usage(folder).free
        raise DiskFull(
            f"The disk of {folder} is full ({free} bytes free). What was fetched is kept: "
            "make room and try again.",
            f"{folder} のディスクに空きがありません（残り {free} バイト）。"
            "取得した分は残っています。空きを作って、もう一度お試しください。",
        ) from error


def digest(path: Path, stop: threading.Event | None = None, tell: Tell | None = None) -> "hashlib._Hash":
    """The running SHA-256 of a file, which can be gone on with."""
    running = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if stop and stop.is_set():
                raise Stopped(*STOPPED)
            running.update(chunk)
            if tell:
                tell(file.tell())
    return running


def _stream(client: httpx.Client, wanted: Wanted, tell: Tell, stop: threading.Event) -> tuple[str, str]:
    """Bring the rest of the file. Gives its hash, and the one that it should have."""
    part, tag_file = part_of(wanted.to), wanted.to.with_name(wanted.to.name + ".tag")
    have, tag = size_of(part), tag_file.read_text() if tag_file.exists() else ""
    if not (tag or wanted.sha256):
        have = 0
    headers = {"Accept-Encoding": "identity"}
    if have and have != wanted.bytes:
        headers["Range"] = f"bytes={have}-"
        if tag:
            headers["If-Range"] = tag
    elif have:
        return digest(part, stop).hexdigest(), wanted.sha256
    with client.stream("GET", wanted.url, headers=headers) as answer:
        if answer.status_code == _UNSATISFIABLE:
            part.unlink()
            raise httpx.ReadError("what was kept did not fit the file; it was thrown away")
        _accept(answer, wanted)
        resumed = answer.status_code == _PARTIAL and _starts_at(answer, have)
        if answer.status_code == _PARTIAL and not resumed:
            part.unlink()
            raise httpx.ReadError("the server sent another piece than asked for")
        promised = wanted.sha256 or _promised(answer)
        _check_length(answer, wanted, have if resumed else 0)
        running = digest(part, stop) if resumed else hashlib.sha256()
        with room(wanted.to.parent):
            tag_file.write_text(_strong(answer))
            with part.open("ab" if resumed else "wb") as file:
                told = 0.0
                # Without a size: a piece that waits to be filled would be lost when the connection breaks.
                for chunk in answer.iter_raw():
                    if stop.is_set():
                        raise Stopped(*STOPPED)
                    file.write(chunk)
                    running.update(chunk)
                    if time.monotonic() - told > _OFTEN:
                        told = time.monotonic()
                        tell(file.tell())
                tell(file.tell())
    return running.hexdigest(), promised


def _accept(answer: httpx.Response, wanted: Wanted) -> None:
    if answer.is_success:
        return
    host = urlsplit(wanted.url).netloc.rpartition("@")[2]
    if answer.status_code in _MISSING:
        raise Unreachable(
            f"{host} does not have {wanted.to.name} (HTTP {answer.status_code}).",
            f"{host} に {wanted.to.name} はありません（HTTP {answer.status_code}）。",
        )
    if answer.status_code in _REFUSED:
        raise Unreachable(
            f"{host} gives {wanted.to.name} only to those who took its licence (HTTP {answer.status_code}). "
            "Accept it on its page and set HF_TOKEN to your access token.",
            f"{host} から {wanted.to.name} を取得するには、ライセンスへの同意が必要です"
            f"（HTTP {answer.status_code}）。"
            "配布ページで同意し、HF_TOKEN にアクセストークンを設定してください。",
        )
    raise Unreachable(
        f"{host} did not give {wanted.to.name} (HTTP {answer.status_code}).",
        f"{host} から {wanted.to.name} を取得できません（HTTP {answer.status_code}）。",
    )


def _starts_at(answer: httpx.Response, have: int) -> bool:
    piece: str = answer.headers.get("Content-Range", "")
    return piece.startswith(f"bytes {have}-")


def _strong(answer: httpx.Response) -> str:
    tag: str = answer.headers.get("ETag", "")
    return "" if tag.startswith("W/") else tag


def _promised(answer: httpx.Response) -> str:
    """Hugging Face names the SHA-256 of a large file on the way to it."""
    for step in (*answer.history, answer):
        tag: str = step.headers.get("X-Linked-ETag", "").strip('"')
        if len(tag) == hashlib.sha256().digest_size * 2:
            return tag
    return ""


def _check_length(answer: httpx.Response, wanted: Wanted, have: int) -> None:
    length = answer.headers.get("Content-Length")
    if wanted.bytes and length and have + int(length) != wanted.bytes:
        host = urlsplit(wanted.url).netloc.rpartition("@")[2]
        raise WrongFile(
            f"{wanted.to.name} has {have + int(length)} bytes at {host} and should have {wanted.bytes}: "
            "it is not the file that the catalogue names.",
            f"{host} の {wanted.to.name} は {have + int(length)} バイトで、カタログの {wanted.bytes} バイトと"
            "違います。別のファイルです。",
        )


def _copy(wanted: Wanted, tell: Tell, stop: threading.Event) -> tuple[str, str]:
    path = Path(url2pathname(unquote(urlsplit(wanted.url).path)))
    running = hashlib.sha256()
    try:
        source = path.open("rb")
    except OSError as error:
        raise Unreachable(
            f"{path} can't be read: {error.strerror}.", f"{path} を読めません（{system_ja(error)}）。"
        ) from error
    with source, room(wanted.to.parent), part_of(wanted.to).open("wb") as file:
        while chunk := source.read(CHUNK):
            if stop.is_set():
                raise Stopped("Stopped.", "中止しました。")
            file.write(chunk)
            running.update(chunk)
            tell(file.tell())
    return running.hexdigest(), wanted.sha256


def _finish(wanted: Wanted, hashes: tuple[str, str]) -> str:
    found, promised = hashes
    part = part_of(wanted.to)
    size = size_of(part)
    if (wanted.bytes and size != wanted.bytes) or (promised and found != promised):
        part.unlink()
        raise WrongFile(
            f"{wanted.to.name} arrived with {size} bytes and SHA-256 {found}, and should have "
            f"{wanted.bytes or 'any number of'} bytes and SHA-256 {promised or 'any'}. It was thrown away.",
            f"届いた {wanted.to.name} は {size} バイト、SHA-256 {found} で、"
            f"{wanted.bytes or '任意の'} バイト、SHA-256 {promised or '任意'} であるはずでした。"
            "破棄しました。",
        )
    part.replace(wanted.to)
    wanted.to.with_name(wanted.to.name + ".tag").unlink(missing_ok=True)
    return found
