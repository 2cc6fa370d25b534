"""A layer from its folder, with everything in it checked: form, paths, sizes, hashes, base, adapter, skills.

Knows folders; not where they come from, nor what a layer is used for.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kippu import gguf
from kippu.errors import LayerBroken, LayerMisfit
from kippu.failures_ja import system_ja, unreadable_ja
from kippu.layers import manifest as form
from kippu.layers.adapter import check_adapter, check_fits
from kippu.layers.agentskill import AgentSkill, read_skill
from kippu.layers.dictionary import SUFFIX, Dictionary
from kippu.layers.exam import Question, read_exam
from kippu.layers.manifest import Manifest
from kippu.layers.routines import read_routines
from kippu.names import Routine

MAGIC = b"ZIM\x04"
"""How every ZIM file begins."""

TEXTS = (".md", ".markdown", ".txt")
"""Documents that are read as knowledge."""

_MOST_FILES = 5000
_LONGEST_PROMPT = 16_000
_LONGEST_TEXT = 10_000_000
_LONGEST_ADAPTER = 1 << 30
_LONGEST_MANIFEST = 2_000_000
_LONGEST_ROUTINES = 200_000


@dataclass(frozen=True, slots=True)
class BaseFile:
    """A model that an adapter may be made for, as this device knows it."""

    sha256: str
    """Of its file; empty when it isn't known."""
    path: Path | None
    """None when it is not on this device."""


FindBase = Callable[[str], BaseFile | None]
"""Gives the model with a catalogue id; None when there is no such model."""


@dataclass(frozen=True, eq=False)
class Layer:
    """A layer that was read and found whole."""

    manifest: Manifest
    folder: Path
    shipped: bool
    """True when it came with Kippu."""
    skills: tuple[AgentSkill, ...]
    questions: tuple[Question, ...]
    """Of its exam; none when it has none."""
    routines: tuple[Routine, ...]
    digest: str
    """Changes when anything in it does."""

    @property
    def name(self) -> str:
        return self.manifest.name

    @property
    def adapter(self) -> Path | None:
        return self.folder / self.manifest.adapter if self.manifest.adapter else None

    @cached_property
    def prompt(self) -> str:
        """What the model reads first; empty without one."""
        file = self.manifest.prompt
        return (self.folder / file).read_text(encoding="utf-8").strip() if file else ""

    def documents(self) -> Iterator[Path]:
        """Markdown and text files of its knowledge, in order of their names."""
        for place in self.manifest.knowledge:
            root = self.folder / place
            if root.is_dir():
                yield from (path for path in sorted(root.rglob("*")) if path.suffix.lower() in TEXTS)

    def archives(self) -> Iterator[Path]:
        """ZIM files of its knowledge."""
        return (self.folder / place for place in self.manifest.knowledge if place.endswith(".zim"))

    def dictionaries(self) -> Iterator[Path]:
        """Indexes of dictionaries of its knowledge."""
        return (self.folder / place for place in self.manifest.knowledge if place.endswith(SUFFIX))

    @property
    def finds(self) -> bool:
        """Whether it has anything in which an answer has to be found."""
        return bool(self.manifest.knowledge) or bool(self.skills and not self.writes)

    @property
    def only_reads(self) -> bool:
        """Whether it says nothing itself: it tells only which commands a sentence is."""
        said = self.manifest
        return bool(said.encoder or self.routines) and not (
            said.knowledge or said.skills or said.prompt or said.adapter
        )

    @property
    def writes(self) -> bool:
        """Whether the model writes as its skills tell it to; else what stands in them is quoted."""
        return bool(self.skills) and self.manifest.answers == "write"


def read_layer(folder: Path, base: FindBase, shipped: bool = False) -> Layer:
    """The layer in this folder; raises LayerBroken or LayerMisfit with what is wrong and where."""
    manifest = read_manifest(folder)
    paths = files_of(folder)
    sums = {name: _sum(path) for name, path in paths.items()}
    if manifest.files:
        _check_sums(manifest, sums)
    _check_sizes(manifest, paths)
    if manifest.adapter:
        _check_adapter(manifest, folder, base)
    skills = tuple(read_skill(folder / place) for place in manifest.skills)
    routines = read_routines(folder / manifest.routines, manifest.name) if manifest.routines else ()
    exam = manifest.evaluation
    questions = read_exam(folder / exam.file) if exam else ()
    told = manifest.model_dump_json(exclude={"files"}) + repr(sorted(sums.items()))
    digest = hashlib.sha256(told.encode()).hexdigest()
    return Layer(manifest, folder, shipped, skills, questions, routines, digest)


def read_manifest(folder: Path) -> Manifest:
    """What the layer in this folder says of itself."""
    file = folder / form.FILE
    try:
        if file.stat().st_size > _LONGEST_MANIFEST:
            raise LayerBroken(
                f"{file} is longer than {_LONGEST_MANIFEST:,} bytes.",
                f"{file} が {_LONGEST_MANIFEST:,} バイトを超えています。",
            )
        return form.parse(file.read_text(encoding="utf-8"), str(file))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise LayerBroken(
            f"{folder} is no layer: it has no {form.FILE}.",
            f"{folder} はレイヤーではありません（{form.FILE} がありません）。",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise LayerBroken(
            f"{file} can't be read: {error}.", f"{file} を読めません（{unreadable_ja(error)}）。"
        ) from error


def sums_of(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of the layer by its name, as ``[files]`` has them."""
    return {name: _sum(path) for name, path in files_of(folder).items()}


def files_of(folder: Path) -> dict[str, Path]:
    """Every file of the layer but its manifest; raises LayerBroken at what leads out of the folder."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise LayerBroken(
                f"{name} is a link: a layer holds its files themselves.",
                f"{name} はリンクです。レイヤーにはファイルそのものを入れてください。",
            )
        if path.is_file() and name != form.FILE:
            found[name] = path
    if len(found) > _MOST_FILES:
        raise LayerBroken(
            f"The layer has {len(found):,} files; {_MOST_FILES:,} are the most.",
            f"レイヤーに {len(found):,} ファイルあります。{_MOST_FILES:,} ファイルまでです。",
        )
    return found


def _check_sums(manifest: Manifest, sums: dict[str, str]) -> None:
    for name, known in manifest.files.items():
        if name not in sums:
            raise LayerBroken(
                f"{manifest.name}: {name} is missing. Get the layer again.",
                f"{manifest.name}: {name} がありません。レイヤーを入手し直してください。",
            )
        if sums[name] != known.lower():
            raise LayerBroken(
                f"{manifest.name}: {name} was changed or damaged: its SHA-256 is {sums[name][:12]}…, and "
                f"{form.FILE} has {known[:12]}…. Get the layer again.",
                f"{manifest.name}: {name} は書き換えられたか壊れています。SHA-256 は {sums[name][:12]}…、"
                f"{form.FILE} では {known[:12]}… です。レイヤーを入手し直してください。",
            )
    if more := sums.keys() - manifest.files.keys():
        raise LayerBroken(
            f"{manifest.name}: {min(more)} is not named in [files] of {form.FILE}.",
            f"{manifest.name}: {min(more)} が {form.FILE} の [files] にありません。",
        )


def _check_sizes(manifest: Manifest, paths: dict[str, Path]) -> None:
    if manifest.prompt:
        _check_size(manifest, paths, manifest.prompt, _LONGEST_PROMPT)
    if manifest.adapter:
        _check_size(manifest, paths, manifest.adapter, _LONGEST_ADAPTER)
    if manifest.routines:
        _check_size(manifest, paths, manifest.routines, _LONGEST_ROUTINES)
    if manifest.evaluation:
        for name in filter(None, (manifest.evaluation.file, manifest.evaluation.home)):
            _check_size(manifest, paths, name, _LONGEST_TEXT)
    for place in manifest.knowledge:
        inside = [name for name in paths if name == place or name.startswith(f"{place}/")]
        texts = [name for name in inside if name.lower().endswith(TEXTS)]
        if not texts and (inside != [place] or place not in paths):
            raise LayerBroken(
                f"{manifest.name}: the knowledge '{place}' has no Markdown or text in it.",
                f"{manifest.name}: 資料「{place}」に Markdown もテキストもありません。",
            )
        if inside == [place] and not place.endswith((".zim", SUFFIX)):
            raise LayerBroken(
                f"{manifest.name}: the knowledge '{place}' is neither a folder nor a .zim or {SUFFIX} file.",
                f"{manifest.name}: 資料「{place}」はフォルダーでも .zim、{SUFFIX} でもありません。",
            )
        if inside == [place] and place.endswith(SUFFIX):
            Dictionary(paths[place])
        if place.endswith(".zim") and not _begins(paths[place], MAGIC):
            raise LayerBroken(
                f"{manifest.name}: {place} is no ZIM file.",
                f"{manifest.name}: {place} は ZIM ファイルではありません。",
            )
        for name in texts:
            _check_size(manifest, paths, name, _LONGEST_TEXT)
            _check_text(manifest, paths[name], name)


def _begins(path: Path, start: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(start)) == start


def _check_size(manifest: Manifest, paths: dict[str, Path], name: str, most: int) -> None:
    if name not in paths:
        raise LayerBroken(f"{manifest.name}: {name} is missing.", f"{manifest.name}: {name} がありません。")
    size = paths[name].stat().st_size
    if not 0 < size <= most:
        raise LayerBroken(
            f"{manifest.name}: {name} has {size:,} bytes; 1 to {most:,} are taken.",
            f"{manifest.name}: {name} は {size:,} バイトです。1〜{most:,} バイトにしてください。",
        )


def _check_text(manifest: Manifest, path: Path, name: str) -> None:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise LayerBroken(
            f"{manifest.name}: {name} is not in UTF-8: save it so.",
            f"{manifest.name}: {name} が UTF-8 ではありません。UTF-8 で保存してください。",
        ) from error


def _check_adapter(manifest: Manifest, folder: Path, base: FindBase) -> None:
    assert manifest.adapter and manifest.base  # noqa: S101  # the manifest has none without the other
    adapter = check_adapter(folder / manifest.adapter)
    wanted, known = manifest.base, base(manifest.base.model)
    if known is None:
        raise LayerMisfit(
            f"{manifest.name} is for the model {wanted.model}, which is not known here: `kippu models list` "
            "shows those that are.",
            f"{manifest.name} はモデル {wanted.model} 用ですが、ここにはないモデルです。"
            "あるモデルは `kippu models list` で分かります。",
        )
    if known.sha256 and known.sha256 != wanted.sha256:
        raise LayerMisfit(
            f"{manifest.name} is for a {wanted.model} with SHA-256 {wanted.sha256[:12]}…; the one of this "
            f"device has {known.sha256[:12]}…. A layer fits the very file that it was trained on.",
            f"{manifest.name} は SHA-256 が {wanted.sha256[:12]}… の {wanted.model} 用ですが、"
            f"この端末のものは {known.sha256[:12]}… です。"
            "レイヤーは、学習に使ったファイルそのものにしか合いません。",
        )
    if known.path:
        check_fits(adapter, gguf.read(known.path))


def _sum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise LayerBroken(
            f"{path} can't be read: {error.strerror or error}.",
            f"{path} を読めません（{system_ja(error)}）。",
        ) from error
