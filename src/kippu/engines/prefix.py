"""States of a model after reading a prompt's beginning, kept on disk so that it is never read again.

Knows files: their names, their sums and how much room they take. Knows no prompt and no engine.
"""

import contextlib
import hashlib
import json
from pathlib import Path

_ROOM = 512 << 20
_SAMPLES, _SAMPLE = 64, 16 << 10


def fingerprint(path: Path) -> str:
    """Tells model files apart without reading gigabytes: size, beginning, and 64 samples from all over it."""
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        for number in range(_SAMPLES):
            file.seek(size * number // _SAMPLES)
            digest.update(file.read(_SAMPLE))
    return digest.hexdigest()


class PrefixFiles:
    """The states of one model, in a folder of half a gigabyte at most; the longest unused goes first."""

    def __init__(self, folder: Path, model: str) -> None:
        self.folder = folder
        self._model = model
        folder.mkdir(parents=True, exist_ok=True)
        for unfinished in folder.glob("*.part"):
            unfinished.unlink(missing_ok=True)

    def key(self, prompt: str) -> str:
        """The name under which the state after this prompt is kept."""
        return hashlib.sha256(f"{self._model}\n{prompt}".encode()).hexdigest()[:32]

    def part(self, key: str) -> str:
        """The name, within the folder, of a state that is being written."""
        return f"{key}.part"

    def file(self, key: str) -> str:
        return f"{key}.state"

    def whole(self, key: str) -> bool:
        """True when the state is there and undamaged; what is damaged is removed."""
        state, sums = self.folder / self.file(key), self.folder / f"{key}.json"
        try:
            known = json.loads(sums.read_text())
            with state.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == known["sha256"]:
                    state.touch()
                    return True
        except (OSError, ValueError, KeyError, TypeError):
            pass
        self.drop(key)
        return False

    def keep(self, key: str) -> None:
        """Take the written part in, and make room for it. A full disk only means that it is read again."""
        part = self.folder / self.part(key)
        with contextlib.suppress(OSError):
            with part.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            (self.folder / f"{key}.json").write_text(json.dumps({"sha256": digest}))
            part.replace(self.folder / self.file(key))
            self._make_room()
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)

    def drop(self, key: str) -> None:
        """Forget this state."""
        for name in (self.file(key), f"{key}.json", self.part(key)):
            with contextlib.suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def _make_room(self) -> None:
        states = sorted(self.folder.glob("*.state"), key=lambda path: path.stat().st_mtime, reverse=True)
        room = _ROOM
        for number, path in enumerate(states):
            room -= path.stat().st_size
            if room < 0 and number:
                self.drop(path.stem)
