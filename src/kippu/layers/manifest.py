"""What a layer says of itself in ``layer.toml``: who made it, for what, from which files.

Knows the form alone; whether the files are there and right is for ``reading.py``.
"""

import tomllib
from pathlib import PurePosixPath
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from kippu.errors import LayerBroken
from kippu.failures_ja import unreadable_ja
from kippu.values import unfit, why

FILE = "layer.toml"

Level = Literal["base", "industry", "scenario"]
"""Where it stands: on the model itself, on a base layer, or on an industry layer."""

RANK: dict[Level, int] = {"base": 0, "industry": 1, "scenario": 2}
"""Lower ones come first."""


def _inside(path: str) -> str:
    """A path within the layer's folder, as every system writes it."""
    pure = PurePosixPath(path)
    if not path or "\\" in path or ":" in path or pure.is_absolute() or ".." in pure.parts:
        raise unfit(
            "it has to lie in the layer's own folder, with / between the names",
            "レイヤーのフォルダーの中を、/ で区切って指定してください",
        )
    return str(pure)


Inside = Annotated[str, AfterValidator(_inside)]
Text = Annotated[str, Field(min_length=1, max_length=500)]


class _Form(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)


class When(_Form):
    """Which requests it is for."""

    words: tuple[Text, ...] = ()
    """A request with one of these is its, as soon as the layer finds something to it."""
    sentences: tuple[Text, ...] = ()
    """A request like one of these is its, also when the layer must say that it doesn't know."""


class Base(_Form):
    """The model that an adapter was trained on."""

    model: str = Field(min_length=1)
    """Catalogue id."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """Of its file."""


class Evaluation(_Form):
    """Its own exam."""

    file: Inside = "eval.jsonl"
    score: int = Field(ge=0, le=100)
    """Per cent right, as its maker measured."""
    home: Inside | None = None
    """Of a layer with an encoder or routines: what its sentences may name, ``names.Names`` as JSON."""
    kept_aside: bool = False
    """True when nobody looked at these questions while the layer was made."""


class Manifest(_Form):
    """The whole of ``layer.toml``."""

    name: str = Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)
    title: Text
    """For people."""
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    level: Level
    languages: tuple[str, ...] = Field(min_length=1)
    """ISO 639-1 codes, the best first."""
    licence: Text
    author: Text
    about: str = Field(default="", max_length=1000)
    """What it is good for, in a sentence."""
    below: str | None = None
    """Name of the layer that it stands on."""
    when: When = When()
    base: Base | None = None
    """Needed with an adapter."""
    adapter: Inside | None = None
    """A LoRA adapter, in GGUF."""
    prompt: Inside | None = None
    """Text that the model reads before each conversation."""
    knowledge: tuple[Inside, ...] = ()
    """Folders of Markdown and plain text, ZIM files, and indexes of dictionaries."""
    answers: Literal["quote", "write"] = "quote"
    """What is done with what was found: it is quoted, or the model writes from it, and as its skills say."""
    skills: tuple[Inside, ...] = ()
    """Folders with a SKILL.md."""
    routines: Inside | None = None
    """A TOML file of sayings and the commands that each stands for."""
    encoder: Inside | None = None
    """Folder of a sentence encoder that reads free speech; used of a layer that came with Kippu alone."""
    evaluation: Evaluation | None = None
    files: dict[Inside, str] = Field(default_factory=dict)
    """SHA-256 of every file beside this one. A folder of one's own needs none; what is shared has it."""

    @model_validator(mode="after")
    def _whole(self) -> "Manifest":
        if self.adapter and self.base is None:
            raise unfit(
                "an adapter needs [base], the model that it was trained on",
                "アダプターには、学習に使ったモデルを書いた [base] が必要です",
            )
        parts = (self.adapter, self.prompt, self.knowledge, self.skills, self.routines, self.encoder)
        if not any(parts):
            raise unfit(
                "it brings nothing: give it knowledge, a prompt, an adapter, skills or routines",
                "中身がありません。knowledge、prompt、adapter、skills、routines のどれかを書いてください",
            )
        if self.below == self.name:
            raise unfit("it can't stand on itself (below)", "自分自身の上には重ねられません（below）")
        return self


def parse(text: str, where: str) -> Manifest:
    """The manifest in this text; raises LayerBroken, which names the field and ``where`` it stands."""
    try:
        return Manifest.model_validate(tomllib.loads(text))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        unknown = first["type"] == "extra_forbidden"
        wrong, wrong_ja = ("is no field of a layer", "レイヤーにない項目です") if unknown else why(first)
        raise LayerBroken(
            f"{where}: {field + ': ' if field else ''}{wrong}.",
            f"{where}: {field + ': ' if field else ''}{wrong_ja}。",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise LayerBroken(
            f"{where} is no TOML: {error}.", f"{where} は TOML ではありません（{unreadable_ja(error)}）。"
        ) from error
