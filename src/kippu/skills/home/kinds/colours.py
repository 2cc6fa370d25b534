"""Colours by their English names, and the spaces in which lights have them."""

import colorsys
import re
from collections.abc import Mapping, Sequence

Rgb = tuple[int, int, int]

NAMES: Mapping[str, Rgb] = {
    "white": (255, 255, 255),
    "warm white": (255, 214, 170),
    "cool white": (212, 235, 255),
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "orange": (255, 128, 0),
    "yellow": (255, 255, 0),
    "gold": (255, 215, 0),
    "amber": (255, 191, 0),
    "lime": (50, 255, 0),
    "green": (0, 255, 0),
    "olive": (128, 128, 0),
    "teal": (0, 128, 128),
    "turquoise": (64, 224, 208),
    "mint": (62, 255, 160),
    "cyan": (0, 255, 255),
    "aqua": (0, 255, 255),
    "sky blue": (135, 206, 235),
    "light blue": (100, 180, 255),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "indigo": (75, 0, 130),
    "violet": (143, 0, 255),
    "purple": (128, 0, 128),
    "lavender": (200, 170, 255),
    "magenta": (255, 0, 255),
    "fuchsia": (255, 0, 255),
    "pink": (255, 105, 180),
    "hot pink": (255, 20, 147),
    "salmon": (250, 128, 114),
    "coral": (255, 127, 80),
    "peach": (255, 200, 150),
    "crimson": (220, 20, 60),
    "maroon": (128, 0, 0),
    "brown": (165, 42, 42),
    "beige": (245, 222, 179),
    "silver": (192, 192, 192),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
}
IN_JAPANESE: Mapping[str, str] = {
    "white": "白",
    "warm white": "電球色",
    "cool white": "昼光色",
    "red": "赤",
    "orange": "オレンジ",
    "yellow": "黄色",
    "green": "緑",
    "lime": "黄緑",
    "turquoise": "ターコイズ",
    "cyan": "水色",
    "sky blue": "空色",
    "light blue": "水色",
    "blue": "青",
    "navy": "紺色",
    "purple": "紫",
    "violet": "すみれ色",
    "lavender": "ラベンダー",
    "pink": "ピンク",
    "brown": "茶色",
}


def nearest(rgb: Sequence[float]) -> str:
    """The name of the colour that is most like it."""
    return min(
        IN_JAPANESE, key=lambda name: sum((a - b) ** 2 for a, b in zip(NAMES[name], rgb, strict=False))
    )


def to_hs(rgb: Rgb) -> tuple[float, float]:
    """Hue 0-360 and saturation 0-100."""
    hue, saturation, _ = colorsys.rgb_to_hsv(*(part / 255 for part in rgb))
    return round(hue * 360, 2), round(saturation * 100, 2)


def from_hs(hue: float, saturation: float) -> Rgb:
    """At full brightness."""
    red, green, blue = colorsys.hsv_to_rgb(hue / 360, saturation / 100, 1.0)
    return round(red * 255), round(green * 255), round(blue * 255)


def to_xy(rgb: Rgb) -> tuple[float, float]:
    """CIE 1931, for the wide gamut that lights have."""
    red, green, blue = (_linear(part / 255) for part in rgb)
    x = red * 0.664511 + green * 0.154324 + blue * 0.162028
    y = red * 0.283881 + green * 0.668433 + blue * 0.047685
    z = red * 0.000088 + green * 0.072310 + blue * 0.986039
    whole = x + y + z
    return (round(x / whole, 4), round(y / whole, 4)) if whole else (0.3227, 0.329)


def from_xy(x: float, y: float) -> Rgb:
    """The other way of ``to_xy``, at full brightness."""
    if not y:
        return NAMES["white"]
    wide, deep = x / y, (1 - x - y) / y
    parts = (
        wide * 1.656492 - 0.354851 - deep * 0.255038,
        -wide * 0.707196 + 1.655397 + deep * 0.036152,
        wide * 0.051713 - 0.121364 + deep * 1.011530,
    )
    most = max(*parts, 1e-6)
    red, green, blue = (round(_gamma(max(0.0, part / most)) * 255) for part in parts)
    return red, green, blue


def _gamma(part: float) -> float:
    return 1.055 * part ** (1 / 2.4) - 0.055 if part > 0.0031308 else 12.92 * part


def hexadecimal(rgb: Rgb) -> str:
    """As web pages write it: #ff8800."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def of_name(name: str) -> Rgb | None:
    """By its English name or as #ff8800; None if it is neither."""
    if re.fullmatch("#[0-9a-f]{6}", name):
        red, green, blue = bytes.fromhex(name[1:])
        return red, green, blue
    return NAMES.get(name)


def _linear(part: float) -> float:
    return float(((part + 0.055) / 1.055) ** 2.4) if part > 0.04045 else part / 12.92
