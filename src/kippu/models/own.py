"""A model file of the person's own: what it is, by what it says of itself. Knows its header alone."""

import re
from collections.abc import Collection
from pathlib import Path

from kippu import gguf
from kippu.errors import ModelBroken
from kippu.models import picture_parts
from kippu.models.catalogue import File, Kind, Model, Source, rung_of
from kippu.models.picture_parts import Part

Found = gguf.Gguf | Part

_TEXT_BYTES = 100_000
"""No model is shorter; a web page or a message that was saved in its place mostly is."""
_POINTER = "version https://git-lfs"
_SHOWN = 60
"""Letters of such a text that are shown."""


def look(path: Path) -> Found:
    """What kind of model it is; raises BadInput for a file that is none, ModelBroken for a broken one."""
    if path.suffix.lower() in picture_parts.SUFFIXES and (text := _text(path)):
        raise ModelBroken(*_not_it(path, text))
    if _is_gguf(path) and not picture_parts.is_picture_gguf(path):
        return gguf.read(path)
    return picture_parts.read(path)


def _is_gguf(path: Path) -> bool:
    """By its name, or what it begins with: downloads may have no name to go by."""
    with path.open("rb") as file:
        return path.suffix.lower() == ".gguf" or file.read(4) == b"GGUF"


def _text(path: Path) -> str:
    """What a short file of plain text says; empty for any other."""
    if path.stat().st_size > _TEXT_BYTES:
        return ""
    try:
        text = path.read_text(encoding="utf-8").strip()
    except ValueError:
        return ""
    return " ".join(text.split()) if "\0" not in text else ""


def _not_it(path: Path, text: str) -> tuple[str, str]:
    """That a text was saved in place of the model, and what to do."""
    if text.startswith(_POINTER):
        return (
            f"{path} is a pointer of Git LFS, not the model itself. Fetch the file it stands for: run "
            f"`git lfs pull` in its folder. Then: `kippu models get {path}`.",
            f"{path} は Git LFS のポインターで、モデル本体ではありません。そのフォルダーで `git lfs pull` を"
            f"実行してから、もう一度: `kippu models get {path}`",
        )
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return (
        f"{path} is no model: it holds the text “{shown}”. A page or a message was saved in its place. "
        f"Download the file itself, then: `kippu models get {path}`.",
        f"{path} はモデルではなく、「{shown}」というテキストです。ページやエラーの文が保存されたようです。"
        f"ファイルそのものをダウンロードしてから、もう一度: `kippu models get {path}`",
    )


def described(found: Found, file: File, taken: Collection[str]) -> Model:
    """It as a model of the catalogue's kind, with an id that is none of ``taken``."""
    name, words = (found.name, found.quantisation) if isinstance(found, gguf.Gguf) else (found.path.stem, "")
    slug = re.sub(r"[^a-z0-9.]+", "-", f"{name} {words}".lower()).strip("-.") or "model"
    id = next(s for s in (slug, *(f"{slug}-{n}" for n in range(2, 100))) if s not in taken)
    return _picture(found, id, file) if isinstance(found, Part) else _talks(found, id, file)


def _talks(header: gguf.Gguf, id: str, file: File) -> Model:
    return Model(
        id=id,
        name=header.name,
        maker=str(header.metadata.get("general.organization", "")),
        kind="chat",
        rung=rung_of(header.parameters),
        parameters=header.parameters,
        quantisation=header.quantisation,
        context=header.context,
        licence=str(header.metadata.get("general.license", "")),
        languages=(),
        files=(file,),
        sources=(Source("path", str(header.path)),),
        verified=True,
        instruct=header.chat_template is not None,
        layers=header.layers,
        heads=header.heads,
        kv_heads=header.kv_heads,
        head_size=header.head_size,
        embedding=header.width,
        vocabulary=header.vocabulary,
    )


def _picture(part: Part, id: str, file: File) -> Model:
    kind: Kind = "picture" if part.draws else "picture-part"
    return Model(
        id=id,
        name=part.path.stem,
        maker="",
        kind=kind,
        rung=rung_of(part.parameters),
        parameters=part.parameters,
        quantisation=part.type,
        context=0,
        licence="",
        languages=(),
        files=(file,),
        sources=(Source("path", str(part.path)),),
        verified=True,
        instruct=False,
        family=part.family,
    )
