import io
import struct
import warnings
import zlib
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from kippu.engines.pictures import files
from kippu.engines.pictures.order import Pixels
from kippu.engines.pictures.origin import Origin
from kippu.errors import BadInput

ORIGIN = Origin("a <cat> & a dog, 「猫」", 7, "noto", "stickers 1", "model")


def disc(side: int = 64) -> Pixels:
    """A red disc on a clear ground, whose clear part hides green."""
    y, x = np.mgrid[:side, :side]
    inside = (x - side / 2) ** 2 + (y - side / 2) ** 2 < (side / 3) ** 2
    pixels = np.zeros((side, side, 4), np.uint8)
    pixels[...] = (0, 255, 0, 0)
    pixels[inside] = (255, 0, 0, 255)
    return pixels


def photo(**more: object) -> bytes:
    """A JPEG of 40 x 20, lying on its side, that tells where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn it to the right
    exif[0x010F] = "Camera of Anna"
    exif.get_ifd(0x8825).update({1: "N", 2: (35.0, 40.0, 52.0)})
    picture = Image.new("RGB", (40, 20), "blue")
    picture.paste("white", (0, 0, 20, 20))
    to = io.BytesIO()
    picture.save(to, "JPEG", exif=exif, **more)
    return to.getvalue()


def test_what_is_written_reads_the_same() -> None:
    pixels = disc()
    assert np.array_equal(files.read(files.png(pixels, ORIGIN)), pixels)
    again = files.read(files.webp(pixels, ORIGIN))
    seen = pixels[..., 3] > 0
    assert np.array_equal(again[seen], pixels[seen]) and np.array_equal(again[..., 3], pixels[..., 3])


def test_a_photo_comes_upright_and_says_nothing_of_where_it_was_taken() -> None:
    assert b"Camera of Anna" in photo()
    pixels = files.read(photo())
    assert pixels.shape == (40, 20, 4)
    assert pixels[5, 10, 0] > 200 and pixels[35, 10, 0] < 60, "the white half is on top"
    for written in (files.png(pixels, ORIGIN), files.webp(pixels, ORIGIN)):
        assert b"Anna" not in written
        assert not Image.open(io.BytesIO(written)).getexif()


def test_large_photos_come_smaller() -> None:
    to = io.BytesIO()
    Image.new("RGB", (4000, 1000), "red").save(to, "JPEG")
    assert files.read(to.getvalue()).shape == (128, 512, 4)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "CMYK", "I;16"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    to = io.BytesIO()
    picture = Image.new(mode, (8, 8))
    picture.save(to, "JPEG" if mode == "CMYK" else "PNG")
    assert files.read(to.getvalue()).shape == (8, 8, 4)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8_000, 10_000, 60_000])
def test_a_file_that_would_eat_memory_is_refused(side: int) -> None:
    with warnings.catch_warnings(), pytest.raises(BadInput, match="My photo has more than 50 million pixels"):
        warnings.simplefilter("error")
        files.read(bomb(side, side), "My photo")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n",
        bomb(64, 64),
        photo()[:200],
        files.png(disc())[:-40],
        b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0",
        b"%PDF-1.7",
    ],
)
def test_odd_files_are_told_of(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"^odd\.png can't be read: it is damaged, or neither PNG"):
        files.read(data, "odd.png")


def test_a_file_of_a_kind_that_is_not_wanted_is_told_of(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.tiff")
    with pytest.raises(BadInput):
        files.read((tmp_path / "a.tiff").read_bytes())


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(BadInput, match="larger than 20 MB"):
        files.read(files.png(disc()) + b"\0" * files.LARGEST)


def test_data_urls() -> None:
    pixels = disc()
    assert files.from_data_url(files.data_url(files.png(pixels))) == files.png(pixels)
    for wrong in ("", "http://example.com/a.png", "data:image/png;base64,%%%", "data:text/html;base64,aaaa"):
        with pytest.raises(BadInput, match="The sketch is no data URL"):
            files.from_data_url(wrong, "The sketch")


def test_the_origin_stands_in_both_kinds_of_file() -> None:
    picture = Image.open(io.BytesIO(files.png(disc(), ORIGIN)))
    assert picture.text["Description"] == ORIGIN.prompt
    assert picture.text["Comment"] == "Made by a model"
    assert (picture.text["Source"], picture.text["Seed"]) == ("stickers 1", "7")
    assert picture.text["Software"].startswith("Kippu ")
    sticker = Image.open(io.BytesIO(files.webp(disc(), ORIGIN, files.STICKER)))
    assert sticker.size == (512, 512) and sticker.mode == "RGBA"
    for xmp in (picture.info["XML:com.adobe.xmp"], sticker.info["xmp"].decode()):
        tree = ElementTree.fromstring(xmp.replace("\ufeff", ""))  # noqa: S314  # our own text
        told = {name.rpartition("}")[2]: value for each in tree.iter() for name, value in each.attrib.items()}
        assert told["DigitalSourceType"].endswith("/trainedAlgorithmicMedia")
        assert told["AISystemUsed"] == "stickers 1"
        assert told["AIPromptInformation"] == f"{ORIGIN.prompt} (seed 7, style noto)"
        assert "".join(tree.itertext()).startswith(ORIGIN.prompt)


def test_what_is_clear_does_not_shine_through_where_a_sticker_is_enlarged() -> None:
    large = files.resized(disc(), 512)
    assert large.shape == (512, 512, 4)
    assert large[256, 256].tolist() == [255, 0, 0, 255] and large[2, 2, 3] == 0
    edge = large[(large[..., 3] > 0)]
    assert edge[:, 1].max() < 10, "no green at the edges"


def test_a_picture_that_is_no_square_stays_whole() -> None:
    wide = np.full((32, 64, 4), 128, np.uint8)
    square = files.resized(wide, 128)
    assert square[64, 0, 3] == 128 and square[10, 64].tolist() == [0] * 4
    wide[..., 3] = 255
    assert files.resized(wide, 128)[10, 64].tolist() == [255] * 4, "on white, as a sketch on paper is"


def test_on_white_nothing_is_clear() -> None:
    white = files.on_white(disc())
    assert white[0, 0].tolist() == [255] * 4 and white[32, 32].tolist() == [255, 0, 0, 255]


def test_a_mask_that_is_kept_can_be_brought_again() -> None:
    mask = np.zeros((40, 40), bool)
    mask[5:20, 10:30] = True
    picture = files.png(np.full((40, 40, 4), 255, np.uint8))

    assert np.array_equal(files.own_mask(files.mask_png(mask)), mask)
    assert np.array_equal(files.mask(files.clear_where(mask), picture), mask)
