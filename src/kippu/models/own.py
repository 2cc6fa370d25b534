"""A model file of the person's own: what it is, by what it says of itself. Knows its header alone."""

import re
from collections.abc import Collection
from pathlib import Path

from kippu import gguf
from kippu.models import picture_parts
from kippu.models.catalogue import File, Kind, Model, Source, rung_of
from kippu.models.picture_parts import Part

Found = gguf.Gguf | Part


def look(path: Path) -> Found:
    """What kind of model it is; raises BadInput for a file that is none, ModelBroken for a broken one."""
    if path.suffix.lower() == ".gguf" and not picture_parts.is_picture_gguf(path):
        return gguf.read(path)
    return picture_parts.read(path)


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
