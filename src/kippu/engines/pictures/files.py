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

from kippu.engines.pictures import ground
from kippu.engines.pictures.order import Mask, Pixels
from kippu.engines.pictures.origin import Origin
from kippu.errors import BadInput
from kippu.regex import regex

LARGEST = 20_000_000
"""Bytes of a file that is read; a phone's photo has up to about 15 MB."""
_MOST_PIXELS = 50_000_000
"""A phone's photo has 12 to 50 million, a file that was made to eat memory any number."""
_FORMATS = ("PNG", "JPEG", "WEBP")
_ORIENTATION, _LYING = 0x0112, {5, 6, 7, 8}
"""EXIF's tag for how the camera was held, and those of its values that swap width and height."""
_SPECK = 1e-5
"""Share of a picture that nobody sees: a hole of 512 x 512 pixels has a few at least."""
_SIDE = 512
"""Pixels of the longer side that are kept of what is read: more than any painter here looks at."""
SOLID = 255
"""Opacity of what is not clear at all."""
STICKER = 512
"""Side of a sticker in pixels, as the messengers want it."""
UNEVEN = (
    "The ground of this picture is not of one colour, so it can't be cut out. Save it as it is, or draw it "
    "“on a plain white ground”.",
    "この絵の背景は一色ではないので、切り抜けません。そのまま保存するか、「白い背景」で描いてください。",
)
"""Why there is no sticker of a picture, in English and Japanese."""
_DATA_URL = regex(r"data:image/[a-z.+-]+;base64,(?P<data>.*)", re.DOTALL)


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


def mask(data: bytes, picture: bytes) -> Mask:
    """What of a picture (as ``read`` gives it) is to be painted anew: where a PNG of the same size is fully
    transparent. Raises BadInput that says what is wrong with it."""
    pixels = read(picture, "The picture")
    try:
        opened = Image.open(BytesIO(data[: LARGEST + 1]), formats=("PNG",))
        size, alpha = opened.size, opened.has_transparency_data
        read(data, "The mask")
    except (OSError, Image.DecompressionBombError, SyntaxError, ValueError, BadInput):
        raise BadInput(
            "The mask can't be read: it is damaged, too large, or no PNG. Save it anew as PNG.",
            "マスクを読めません。壊れているか、大きすぎるか、PNGではありません。PNGで保存し直してください。",
        ) from None
    if size != (wanted := _upright_size(picture)):
        raise BadInput(
            f"The mask has {size[0]} x {size[1]} pixels and the picture {wanted[0]} x {wanted[1]}. "
            "Make the mask as large as the picture.",
            f"マスクは{size[0]}×{size[1]}、絵は{wanted[0]}×{wanted[1]}です。同じ大きさにしてください。",
        )
    clear = np.asarray(opened.convert("RGBA"))[..., 3] == 0
    if not alpha or clear.mean() < _SPECK:
        raise BadInput(
            "The mask has nothing, or next to nothing, that is fully transparent. "
            "Clear in it what is to be painted anew.",
            "マスクに透明な部分がほとんどありません。描き直したい部分を透明にしてください。",
        )
    high, wide = pixels.shape[:2]
    fitted = np.asarray(
        Image.fromarray(clear.astype(np.uint8) * 255).resize((wide, high), Image.Resampling.BOX)
    )
    return fitted >= min(128, int(fitted.max()))


def mask_png(mask: Mask) -> bytes:
    """A mask as a PNG, white where the picture is painted anew."""
    return _saved(Image.fromarray(mask.astype(np.uint8) * 255), "PNG")


def clear_where(mask: Mask) -> bytes:
    """A mask as a PNG that ``mask`` reads: fully transparent where the picture is painted anew."""
    pixels = np.zeros((*mask.shape, 4), np.uint8)
    pixels[~mask, 3] = 255
    return _saved(Image.fromarray(pixels), "PNG")


def own(png: bytes) -> Pixels:
    """The pixels of a PNG that was written here."""
    return np.asarray(Image.open(BytesIO(png), formats=("PNG",)).convert("RGBA"))


def own_mask(png: bytes) -> Mask:
    """The mask in a PNG that ``mask_png`` wrote."""
    return own(png)[..., 0] > 0


def from_data_url(text: str, name: str = "The picture") -> bytes:
    """The file in a ``data:`` address of a picture; raises BadInput that says ``name``."""
    match = _DATA_URL.fullmatch(text)
    try:
        data = base64.b64decode(match["data"], validate=True) if match else b""
    except binascii.Error:
        data = b""
    if not data:
        raise BadInput(f"{name} is no data URL of a picture, such as data:image/png;base64,iVBORw0….")
    return data


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


def sticker(pixels: Pixels, origin: Origin) -> bytes | None:
    """A WebP of 512 pixels as messengers want it. The ground of a picture in which nothing is clear is cut
    out; None where that can't be, because it isn't of one colour."""
    cut = ground.cut(pixels) if pixels[..., 3].min() == SOLID else pixels
    return None if cut is None else webp(cut, origin, STICKER)


def resized(pixels: Pixels, side: int) -> Pixels:
    """The picture on a square of ``side`` pixels, whole and in its middle, on white if nothing of it is
    clear."""
    return np.asarray(_sized(pixels, side, "#fff" if pixels[..., 3].min() == 255 else "#0000"))


def on_white(pixels: Pixels) -> Pixels:
    """The picture with nothing clear in it."""
    picture = Image.fromarray(pixels)
    return np.asarray(Image.alpha_composite(Image.new("RGBA", picture.size, "#fff"), picture))


def _upright_size(data: bytes) -> tuple[int, int]:
    picture = Image.open(BytesIO(data), formats=_FORMATS)
    turned = picture.getexif().get(_ORIENTATION, 1) in _LYING
    return (picture.height, picture.width) if turned else picture.size


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
