"""The shapes of the routes about pictures: Kippu's own, and OpenAI's. Knows nothing else."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from kippu.engines.pictures import files
from kippu.skills.pictures.job import ID
from kippu.skills.pictures.wanted import (
    LONGEST,
    MOST_CONTROL,
    MOST_GUIDANCE,
    MOST_STEPS,
    MOST_VARIANTS,
    SEEDS,
)

_URL = Annotated[str, Field(max_length=files.LARGEST * 4 // 3 + 100)]
Seed = Annotated[int, Field(ge=0, lt=SEEDS)]
_JobId = Annotated[
    str | None,
    Field(
        pattern=ID,
        description="Id of the job: 32 hexadecimal figures by lot. Whoever gives one can watch or stop the "
        "job before the answer, and sends the same again without beginning another.",
    ),
]


class GuidanceFacts(BaseModel):
    """How closely a painter can keep to the words."""

    least: float
    usual: float
    most: float = Field(description="Over it, colours break up; it may be asked for all the same.")


class PainterFacts(BaseModel):
    """One that draws."""

    mode: str = Field(description="`model` draws, `composed` puts artwork together; else a model's id.")
    name: str
    styles: list[str]
    size: int = Field(description="Side of what it draws, in pixels.")
    starts: bool = Field(description="Whether it can start from a whole picture and follow a sketch.")
    opaque: bool = Field(description="Whether its pictures have a ground, so that nothing of them is clear.")
    steps: int | None = Field(description="Steps that it takes unless told; null where it has none.")
    guidance: GuidanceFacts | None = Field(description="Null where there is nothing to set.")


class Drawing(BaseModel):
    """What is to be drawn."""

    model_config = ConfigDict(extra="forbid")

    prompt: str = Field(min_length=1, max_length=LONGEST)
    mode: str = Field("model", max_length=255)
    style: str | None = Field(
        None, max_length=100, description="One of the painter's; none is its first, then others."
    )
    seed: Seed | None = Field(None, description="The same seed gives the same picture; none takes a new one.")
    variants: int = Field(1, ge=1, le=MOST_VARIANTS, description="Each takes the next seed.")
    start: _URL | None = Field(None, description="A data URL of a PNG, JPEG or WebP to start from.")
    parent: str | None = Field(None, max_length=100, description="Id of a picture to start from.")
    strength: float = Field(0.6, ge=0, le=1, description="0 keeps the start, 1 forgets it.")
    mask: _URL | None = Field(
        None,
        description="A data URL of a PNG as large as the picture to start from: where it is fully "
        "transparent, what the prompt names is painted; all else stays.",
    )
    sketch: _URL | None = Field(None, description="A data URL of dark lines on light or clear.")
    control: float = Field(1.0, ge=0, le=MOST_CONTROL, description="How strictly to follow the sketch.")
    steps: int | None = Field(None, ge=1, le=MOST_STEPS)
    guidance: float | None = Field(None, ge=0, le=MOST_GUIDANCE)
    larger: bool = Field(False, description="Make each four times as wide and high once it is drawn.")
    job: _JobId = None


class Again(BaseModel):
    """A picture that is to be drawn once more, or made larger."""

    model_config = ConfigDict(extra="forbid")

    job: _JobId = None


class Begun(BaseModel):
    """It is under way."""

    job: str


class PictureRow(BaseModel):
    """One picture of the gallery."""

    id: str
    at: str = Field(description="ISO time.")
    prompt: str
    seed: int
    style: str
    mode: str
    model: str
    steps: int | None = Field(
        description="Null of what has none to take, and of older pictures where the painter chose; so is "
        "`guidance`."
    )
    guidance: float | None
    strength: float | None = Field(description="Null where there was nothing to start from.")
    control: float | None = Field(description="Null where there was no sketch.")
    parent: str | None
    has_start: bool
    has_sketch: bool
    conversation: str | None
    width: int
    height: int
    weights: dict[str, str] = Field(
        description="The beginning of a hash (SHA-256) of each part that it comes of, by what that is; empty "
        "of older pictures."
    )
    times: int = Field(description="4 for a picture that was made larger, from `parent` where that is told.")
    image: str = Field(description="Address of the picture.")
    sticker: str = Field(description="Address of the picture as a sticker.")


class ImageRequest(BaseModel):
    """Pictures from words, as OpenAI's API has it. `seed` and Kippu's styles are beyond it."""

    model_config = ConfigDict(extra="allow", protected_namespaces=())

    prompt: str = Field(min_length=1, max_length=LONGEST)
    model: str | None = Field(None, description="`pictures`, `pictures-composed`, or none.")
    n: int | None = Field(1, ge=1, le=MOST_VARIANTS)
    size: str | None = Field("auto", pattern=r"^(auto|\d{2,4}x\d{2,4})$", description="A square, or `auto`.")
    response_format: Literal["b64_json", "url"] | None = "b64_json"
    output_format: Literal["png", "webp"] | None = "png"
    background: Literal["transparent", "opaque", "auto"] | None = "auto"
    stream: bool | None = False
    partial_images: int | None = Field(0, ge=0, le=3)
    style: str | None = Field(None, max_length=100)
    seed: Seed | None = None
    steps: int | None = Field(None, ge=1, le=MOST_STEPS)
    guidance: float | None = Field(None, ge=0, le=MOST_GUIDANCE)


class EditRequest(ImageRequest):
    """Pictures from words and a picture, as OpenAI's API has it: a form, with the picture in `image`."""

    strength: float | None = Field(
        None, ge=0, le=1, description="0 keeps the picture, 1 forgets it; 0.6 without a mask, else 1."
    )


class Image(BaseModel):
    """One picture."""

    b64_json: str | None = None
    url: str | None = None


class Images(BaseModel):
    """The pictures; with `stream` they come as server-sent events."""

    created: int
    background: Literal["transparent", "opaque"]
    output_format: Literal["png", "webp"]
    size: str
    data: list[Image]
    note: str | None = Field(
        None, description="Kippu's own: a thing or style in the prompt that is not known."
    )
