"""Whether the files of a model hold what they should: each is read once, and again when it has changed.

Knows files, their hashes, and what was found beside the models; nothing of where a model came from.
"""

import json
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from kippu.models import installed
from kippu.models.fetch import digest
from kippu.models.installed import Installed

Tell = Callable[[int, int], None]
"""Hears, from another thread, how many bytes of how many are read."""

_SILENT, _STEP = 1.0, 0.2
"""Seconds before a word is said on how far the reading is, and between two words."""

_Seen = Mapping[str, str]
"""The hash of each file as it was when it was read, by the file's ``_mark``."""


def known(folder: Path, found: Installed) -> Path:
    """Path of the model, if its lengths are right and nothing else is known against it; reads no model.

    Raises ModelBroken.
    """
    path, seen = installed.check(folder, found), _seen(folder, found)
    for file, where in installed.files(folder, found):
        if file.sha256 and (sha256 := seen.get(_mark(where), file.sha256)) != file.sha256:
            raise installed.broken(found, where, *_told(sha256, file.sha256))
    return path


def whole(folder: Path, found: Installed, tell: Tell | None = None, again: bool = False) -> Path:
    """The same after every file was read through as it is now, or was so before; ``again`` reads it anyhow.

    Blocks: call it in a thread. Raises ModelBroken.
    """
    installed.check(folder, found)
    seen = {} if again else dict(_seen(folder, found))
    files = [(where, _mark(where)) for file, where in installed.files(folder, found) if file.sha256]
    unread = [where for where, mark in files if mark not in seen]
    progress = _Progress(sum(where.stat().st_size for where in unread), tell)
    for where, mark in files:
        if where in unread:
            seen[mark] = digest(where, tell=progress.show).hexdigest()
            progress.past(where.stat().st_size)
    if unread:
        _remember(folder, found, {mark: seen[mark] for _, mark in files})
    return known(folder, found)


def remember(folder: Path, found: Installed) -> None:
    """Its files were just read, and their hashes are those that it came with."""
    marks = {_mark(where): file.sha256 for file, where in installed.files(folder, found) if file.sha256}
    _remember(folder, found, marks)


class _Progress:
    """How far the reading of several files is: said now and then, and only of one that takes its time."""

    def __init__(self, of: int, tell: Tell | None) -> None:
        self._of, self._tell = of, tell
        self._before = 0
        self._said = False
        self._next = time.monotonic() + _SILENT

    def show(self, done: int) -> None:
        done += self._before
        if self._tell and time.monotonic() >= self._next and done < self._of:
            self._tell(done, self._of)
            self._next = time.monotonic() + _STEP
            self._said = True

    def past(self, size: int) -> None:
        self._before += size
        if self._tell and self._said and self._before >= self._of:
            self._tell(self._of, self._of)


def _mark(path: Path) -> str:
    """Another one when the file was written to or another has taken its place."""
    state = path.stat()
    return f"{path.name} {state.st_size} {state.st_mtime_ns} {state.st_ino}"


def _told(sha256: str, instead: str) -> tuple[str, str]:
    return (
        f"has the SHA-256 {sha256} instead of {instead}",
        f"の SHA-256 は {sha256} で、{instead} ではありません",
    )


def _seen(folder: Path, found: Installed) -> _Seen:
    try:
        seen = json.loads(installed.beside(folder, found.model.id).read_text(encoding="utf-8"))
        return {str(mark): str(sha256) for mark, sha256 in seen.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _remember(folder: Path, found: Installed, seen: _Seen) -> None:
    target = installed.beside(folder, found.model.id)
    with suppress(OSError):  # where nothing can be written, it is read again next time
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f"{target.name}.{os.getpid()}.new")
        fresh.write_text(json.dumps(seen, indent=1), encoding="utf-8")
        fresh.replace(target)
