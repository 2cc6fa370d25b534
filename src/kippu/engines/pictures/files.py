"""Picture files: what a person brings, read with care; what was drawn, written with its origin.

Of a file that comes in nothing but its pixels is kept: no place, no time, no camera goes on to what is made
from it. Knows no folder; bytes in, bytes out.
"""

import base64
import binascii
import re
import warnings
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from kippu.engines.pictures.order import Pixels
from kippu.engines.pictures.origin import Origin
from kippu.errors import BadInput

LARGEST = 20_000_000
"""Bytes of a file that is read; a phone's photo has up to about 15 MB."""
_MOST_PIXELS = 50_000_000
"""A phone's photo has 12 to 50 million, a file that was made to eat memory any number."""
_FORMATS = ("PNG", "JPEG", "WEBP")
_SIDE = 512
"""Pixels of the longer side that are kept of what is read: more than any painter here looks at."""
STICKER = 512
"""Side of a sticker in pixels, as the messengers want it."""
_DATA_URL = re.compile(r"data:image/[a-z.+-]+;base64,(?P<data>.*)", re.DOTALL)


def read(data: bytes, name: str = "The picture") -> Pixels:
    """The pixels of a PNG, JPEG or WebP, upright, at most 512 a side; raises BadInput that says ``name``."""
    if len(data) > LARGEST:
        raise BadInput(
            f"{name} is larger than {LARGEST // 1_000_000} MB. Make it smaller first.",
            f"{name}は{LARGEST // 1_000_000} MBを超えています。小さくしてからもう一度どうぞ。",
        )
    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            picture = Image.open(BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > _MOST_PIXELS:
            raise _too_many(name)
        picture.draft("RGB", (_SIDE, _SIDE))  # a JPEG is then never unpacked to its full size
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except Image.DecompressionBombError:
        raise _too_many(name) from None
    except BadInput:
        raise
    except Exception as error:  # an odd file leads the readers of formats to errors of any kind
        raise BadInput(
            f"{name} can't be read: it is damaged, or neither PNG, JPEG nor WebP. Save it anew as PNG.",
            f"{name}を読めません。壊れているか、PNG・JPEG・WebPではありません。PNGで保存し直してください。",
        ) from error
    upright.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    return np.asarray(upright)


def own(png: bytes) -> Pixels:
    """The pixels of a PNG that was written here."""
    return np.asarray(Image.open(BytesIO(png), formats=("PNG",)).convert("RGBA"))


def from_data_url(text: str, name: str = "The picture") -> Pixels:
    """The same of a ``data:`` address; raises BadInput that says ``name``."""
    match = _DATA_URL.fullmatch(text)
    try:
        data = base64.b64decode(match["data"], validate=True) if match else b""
    except binascii.Error:
        data = b""
    if not data:
        raise BadInput(f"{name} is no data URL of a picture, such as data:image/png;base64,iVBORw0….")
    return read(data, name)


def data_url(png: bytes) -> str:
    """A PNG as a ``data:`` address."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def png(pixels: Pixels, origin: Origin | None = None) -> bytes:
    """A PNG; with its origin both as XMP and as texts (iTXt) for programs that know no XMP."""
    told = PngInfo()
    if origin:
        for keyword, text in origin.texts().items():
            told.add_itxt(keyword, text.replace("\0", ""))
        told.add_itxt("XML:com.adobe.xmp", origin.xmp())
    return _saved(Image.fromarray(pixels), "PNG", pnginfo=told)


def webp(pixels: Pixels, origin: Origin, side: int | None = None) -> bytes:
    """A lossless WebP with its origin as XMP, ``side`` pixels wide and high where one is given."""
    return _saved(
        _sized(pixels, side), "WEBP", lossless=True, exact=False, method=4, xmp=origin.xmp().encode()
    )


def resized(pixels: Pixels, side: int) -> Pixels:
    """The picture on a square of ``side`` pixels, whole and in its middle, on white if nothing of it is
    clear."""
    return np.asarray(_sized(pixels, side, "#fff" if pixels[..., 3].min() == 255 else "#0000"))


def on_white(pixels: Pixels) -> Pixels:
    """The picture with nothing clear in it."""
    picture = Image.fromarray(pixels)
    return np.asarray(Image.alpha_composite(Image.new("RGBA", picture.size, "#fff"), picture))


def _sized(pixels: Pixels, side: int | None, ground: str = "#0000") -> Image.Image:
    picture = Image.fromarray(pixels)
    if side is None or picture.size == (side, side):
        return picture
    # Colours are multiplied by alpha meanwhile, or what is clear would shine through at the edges.
    fitted = ImageOps.contain(picture.convert("RGBa"), (side, side), Image.Resampling.LANCZOS).convert("RGBA")
    square = Image.new("RGBA", (side, side), ground)
    square.paste(fitted, ((side - fitted.width) // 2, (side - fitted.height) // 2))
    return square


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    to = BytesIO()
    picture.save(to, kind, **how)
    return to.getvalue()


def _too_many(name: str) -> BadInput:
    most = _MOST_PIXELS // 1_000_000
    return BadInput(
        f"{name} has more than {most} million pixels. Make it smaller first.",
        f"{name}は{most * 100:,}万画素を超えています。小さくしてからもう一度どうぞ。",
    )
