"""A layer as one .zip file, in and out. What is unpacked stays in its folder and within its limits.

Knows archives and folders; whether a layer is right is for ``reading.py``.
"""

import shutil
import stat
import zipfile
from pathlib import Path

import tomli_w

from kippu.errors import BadInput, LayerBroken
from kippu.failures_ja import system_ja
from kippu.layers import manifest as form
from kippu.layers.agentskill import FILE as SKILL
from kippu.layers.agentskill import read_skill
from kippu.layers.reading import files_of, read_manifest, sums_of
from kippu.layers.words import has_japanese

_MOST_FILES = 5000
_MOST_BYTES = 4 << 30


def take(source: Path, folder: Path) -> None:
    """Put the layer of a .zip file or a folder into ``folder``, which is new; a skill becomes a layer."""
    if source.is_dir():
        files_of(source)  # raises before anything is copied through a link
        shutil.copytree(source, folder)
    elif source.is_file():
        _unpack(source, folder)
    else:
        raise BadInput(
            f"There is no {source}: give the path of a layer's folder or .zip file.",
            f"{source} がありません。レイヤーのフォルダーか .zip ファイルのパスを指定してください。",
        )
    if not (folder / form.FILE).exists() and (folder / SKILL).exists():
        _wrap(folder)


def seal(folder: Path) -> None:
    """Write the SHA-256 of every file into the layer's manifest, as what is shared or kept must have it."""
    said = read_manifest(folder).model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    text = tomli_w.dumps(said | {"files": sums_of(folder)})
    (folder / form.FILE).write_text(text, encoding="utf-8")


def pack(folder: Path, archive: Path) -> None:
    """Write a sealed layer as a .zip file: the same layer gives the same bytes."""
    part = archive.with_name(f"{archive.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, path in ({form.FILE: folder / form.FILE} | files_of(folder)).items():
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                with packed.open(entry, "w", force_zip64=True) as to, path.open("rb") as file:
                    shutil.copyfileobj(file, to)
        part.replace(archive)
    except OSError as error:
        raise BadInput(
            f"{archive} can't be written: {error.strerror or error}.",
            f"{archive} に書き込めません（{system_ja(error)}）。",
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _unpack(archive: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
            _check(archive, entries)
            top = _top([entry.filename for entry in entries])
            for entry in entries:
                to = folder / entry.filename.removeprefix(top)
                to.parent.mkdir(parents=True, exist_ok=True)
                with packed.open(entry) as file, to.open("xb") as out:
                    shutil.copyfileobj(file, out)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise LayerBroken(
            f"{archive.name} is no .zip file that can be read: {error}.",
            f"{archive.name} は .zip ファイルとして読めません（{error}）。",
        ) from error
    except FileExistsError as error:
        raise LayerBroken(
            f"{archive.name} has the same file twice.", f"{archive.name} に同じファイルが二つあります。"
        ) from error


def _check(archive: Path, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise LayerBroken(
            f"{archive.name} holds too much: {_MOST_FILES:,} files and {_MOST_BYTES >> 30} GB are the most.",
            f"{archive.name} は大きすぎます。{_MOST_FILES:,} ファイル、{_MOST_BYTES >> 30} GB までです。",
        )
    for entry in entries:
        parts = Path(entry.filename).parts
        if "\\" in entry.filename or entry.filename.startswith("/") or ".." in parts or ":" in parts[0]:
            raise LayerBroken(
                f"{archive.name} has a file that would lie outside of its folder: {entry.filename}",
                f"{archive.name} に、フォルダーの外に出るファイルがあります: {entry.filename}",
            )
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise LayerBroken(
                f"{archive.name} has a link in it: {entry.filename}",
                f"{archive.name} にリンクがあります: {entry.filename}",
            )


def _top(names: list[str]) -> str:
    """The one folder in which all lies, as people pack them; else nothing."""
    first = names[0].partition("/")[0] + "/" if names else ""
    packed = form.FILE not in names and SKILL not in names
    return first if packed and all(name.startswith(first) for name in names) else ""


def _wrap(folder: Path) -> None:
    """Give an Agent Skill that comes alone the manifest of a scenario layer."""
    skill = read_skill(folder)
    aside = folder.with_name(f"{folder.name}.skill")
    folder.rename(aside)
    (folder / "skills").mkdir(parents=True)
    aside.rename(folder / "skills" / skill.name)
    said = {
        "name": skill.name,
        "title": skill.name.replace("-", " ").capitalize(),
        "version": "1.0.0",
        "level": "scenario",
        "languages": ["ja" if has_japanese(skill.description) else "en"],
        "licence": skill.licence or "not said",
        "author": "not said",
        "about": skill.description[:1000],
        "answers": "write",
        "skills": [f"skills/{skill.name}"],
    }
    (folder / form.FILE).write_text(tomli_w.dumps(said), encoding="utf-8")
