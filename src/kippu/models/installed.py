"""What is on this device: one small JSON file for each model, beside the models.

Knows the models folder and how it is laid out; nothing of sources and networks.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from kippu.errors import ModelBroken
from kippu.models.catalogue import File, Model, read

_TOLD = ".installed"
"""The folder of these files."""
_TICK_NS = 50_000_000
"""How long ago a folder must have changed for its time to tell of it: files' clocks tick every 4 to 20 ms."""


@dataclass(frozen=True, slots=True)
class Installed:
    """How a model came to be here."""

    model: Model
    files: tuple[File, ...]
    """With the lengths and hashes that they really had."""
    source: str
    """Where it came from, for a person."""
    at: str
    """ISO time."""
    own: Path | None = None
    """The person's own file, which stays where it is; None for files in the models folder."""


def place(folder: Path, model: Model) -> Path:
    """What a program opens: the file of a model of one file, the folder of one of several."""
    return folder / _name(model)


def paths(folder: Path, model: Model) -> dict[str, Path]:
    """Where each file of a model lies, by name."""
    inside = folder if len(model.files) == 1 else folder / model.id
    return {file.name: inside / file.name for file in model.files}


def maybe(folder: Path) -> Callable[[Model], bool]:
    """Whether a model may be here at all, by two listings: a look at every model's files takes far longer."""
    here, told = _names(folder), _names(_file(folder, "x").parent)
    return lambda model: _name(model) in here or f"{model.id}.json" in told


def state(folder: Path) -> object | None:
    """Another one when a file came or went; None while that can't be told yet."""
    seen = []
    for path in (folder, folder / _TOLD):
        try:
            seen.append(path.stat().st_mtime_ns)
        except OSError:
            seen.append(0)
    return tuple(seen) if time.time_ns() - max(seen) > _TICK_NS else None


def write(folder: Path, installed: Installed) -> None:
    """Remember it; the old word stands until the new one is whole."""
    values = {
        "files": [asdict(file) for file in installed.files],
        "source": installed.source,
        "at": installed.at,
        "own": str(installed.own) if installed.own else None,
        "model": asdict(installed.model),
    }
    target = _file(folder, installed.model.id)
    target.parent.mkdir(parents=True, exist_ok=True)
    _removed(folder, installed.model.id).unlink(missing_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_text(json.dumps(values, indent=1, ensure_ascii=False), encoding="utf-8")
    fresh.replace(target)


def of(folder: Path, model: Model) -> Installed | None:
    """How this model came here, or None when it is not here. A file that was put there by hand counts too."""
    if found := _read(_file(folder, model.id)):
        return found
    if model.files and all(path.is_file() for path in paths(folder, model).values()):
        return Installed(model, model.files, "put there by hand", "")
    return None


def every(folder: Path) -> tuple[Installed, ...]:
    """All that was remembered."""
    found = (_read(path) for path in sorted(_file(folder, "x").parent.glob("*.json")))
    return tuple(one for one in found if one)


def forget(folder: Path, id: str) -> None:
    """Take back the word on it, and keep that it was taken away."""
    _file(folder, id).unlink(missing_ok=True)
    beside(folder, id).unlink(missing_ok=True)
    mark = _removed(folder, id)
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()


def was_removed(folder: Path, id: str) -> bool:
    """Whether the person took it away, and has not fetched it again."""
    return _removed(folder, id).exists()


def _removed(folder: Path, id: str) -> Path:
    return _file(folder, id).with_suffix(".removed")


def beside(folder: Path, id: str) -> Path:
    """Where it is kept what was in its files when they were last read."""
    return _file(folder, id).with_suffix(".seen")


def files(folder: Path, installed: Installed) -> tuple[tuple[File, Path], ...]:
    """Each of its files, and where that lies."""
    if installed.own:
        return ((installed.files[0], installed.own),)
    where = paths(folder, installed.model)
    return tuple((file, where[file.name]) for file in installed.files)


def check(folder: Path, installed: Installed) -> Path:
    """Path of the model, once the lengths of its files are as they should be; raises ModelBroken."""
    for file, path in files(folder, installed):
        size = path.stat().st_size if path.is_file() else None
        if size is None:
            raise broken(installed, path, "is gone", "がなくなっています")
        if file.exact and size != file.bytes:
            raise broken(
                installed,
                path,
                f"has {size} bytes instead of {file.bytes}",
                f"の大きさは {size} バイトで、{file.bytes} バイトではありません",
            )
    return installed.own or place(folder, installed.model)


def broken(installed: Installed, path: Path, en: str, ja: str) -> ModelBroken:
    """What is wrong with one of its files, and what to do about it."""
    name = installed.model.name
    if installed.own:
        return _own_broken(installed.model, path, en, ja)
    again = f"`kippu models get {installed.model.id}`"
    return ModelBroken(
        f"The model {name} is damaged: {path} {en}. Get it again: {again}.",
        f"モデル {name} が壊れています: {path} {ja}。もう一度取得してください: {again}",
    )


def _own_broken(model: Model, path: Path, en: str, ja: str) -> ModelBroken:
    """The same of a file of the person's, which Kippu reads where it lies and can't bring back."""
    get, remove = f"`kippu models get {path}`", f"`kippu models remove {model.id}`"
    return ModelBroken(
        f"The model {model.name} is a file of yours, and {path} {en}. Put a whole one there and take it up "
        f"anew with {get}, or let it go with {remove}.",
        f"モデル {model.name} はあなたのファイルですが、{path} {ja}。元のファイルを戻して {get} で"
        f"登録し直すか、{remove} で登録を外してください。",
    )


def now() -> str:
    """The time to be remembered."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _name(model: Model) -> str:
    return model.files[0].name if len(model.files) == 1 else model.id


def _file(folder: Path, id: str) -> Path:
    return folder / _TOLD / f"{id}.json"


def _names(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except OSError:
        return set()


def _read(path: Path) -> Installed | None:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        own = Path(values["own"]) if values["own"] else None
        files = tuple(File(**file) for file in values["files"])
        return Installed(read(values["model"]), files, values["source"], values["at"], own)
    except (OSError, ValueError, KeyError, TypeError, ModelBroken):
        return None
