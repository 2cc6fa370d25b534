"""Colours by name, and a drawing's main colour turned into another.

Knows hexadecimal colours in SVG text; what is drawn with them is nothing to it.
"""

import colorsys
import re
from collections import Counter

from kippu.regex import regex

NAMED: dict[str, tuple[str, str, tuple[int, int, int]]] = {
    "red": ("red", "赤", (221, 46, 68)),
    "orange": ("orange", "オレンジ", (244, 144, 12)),
    "yellow": ("yellow", "黄", (253, 203, 88)),
    "green": ("green", "緑", (90, 170, 70)),
    "blue": ("blue", "青", (59, 136, 235)),
    "lightblue": ("light blue", "水", (120, 200, 245)),
    "purple": ("purple", "紫", (150, 90, 200)),
    "pink": ("pink", "ピンク", (244, 130, 180)),
    "brown": ("brown", "茶", (150, 95, 60)),
    "black": ("black", "黒", (49, 55, 61)),
    "white": ("white", "白", (242, 244, 246)),
    "grey": ("grey", "灰", (140, 150, 160)),
    "gold": ("gold", "金", (245, 190, 60)),
    "silver": ("silver", "銀", (185, 195, 205)),
}
"""A colour's key: its name in English and in Japanese, and its red, green and blue."""

_ALSO = {"gray": "grey", "golden": "gold", "violet": "purple", "turquoise": "lightblue", "cyan": "lightblue"}
_HEX = regex(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_DULL = 0.22
"""Saturation (HSV) under which a colour counts as grey."""


def named(word: str) -> str | None:
    """The key of a colour's English name, or None."""
    word = _ALSO.get(word, word)
    return word if word in NAMED else None


def _parts(hexed: str) -> tuple[float, float, float]:
    """Hue, saturation and value, each 0 to 1."""
    full = hexed if len(hexed) == 6 else "".join(letter * 2 for letter in hexed)
    red, green, blue = (int(full[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return colorsys.rgb_to_hsv(red, green, blue)


def main_colour(pixels: Counter[str]) -> tuple[float, float, float]:
    """Of how often each colour (six hexadecimal digits) covers a drawing, the hue, saturation and value that
    cover most: near hues count together, very dark ones (lines, eyes) a little."""
    groups: Counter[int] = Counter()
    sums: dict[int, list[tuple[int, tuple[float, float, float]]]] = {}
    for hexed, times in pixels.items():
        hue, saturation, value = _parts(hexed)
        group = -1 if saturation < _DULL else round(hue * 12) % 12
        counted = times // 6 if value < 0.3 or (group == -1 and value > 0.95) else times
        groups[group] += counted
        sums.setdefault(group, []).append((counted, (hue, saturation, value)))
    most = groups.most_common(1)[0][0] if groups else -1
    return max(sums.get(most, [(0, (0.0, 0.0, 0.8))]))[1]


def recolour(body: str, main: tuple[float, float, float], colour: str) -> str:
    """SVG text whose colours near ``main`` (hue, saturation, value) are turned to ``colour`` (a key of
    ``NAMED``); each keeps how much lighter or duller it was than the main one."""
    target = colorsys.rgb_to_hsv(*(part / 255 for part in NAMED[colour][2]))
    grey = main[1] < _DULL

    def turned(found: re.Match[str]) -> str:
        hue, saturation, value = _parts(found[1])
        if value < 0.3 or (not grey and saturation < _DULL):
            return found[0]
        if grey and saturation >= _DULL:
            return found[0]
        away = abs((hue - main[0] + 0.5) % 1 - 0.5)
        if not grey and away > 0.12:
            return found[0]
        lighter = value / max(main[2], 0.3)
        duller = 1.0 if grey else min(1.3, saturation / max(main[1], 0.2))
        near = (hue - main[0] + 0.5) % 1 - 0.5 if not grey else 0.0
        parts = colorsys.hsv_to_rgb(
            (target[0] + near * 0.5) % 1, min(1.0, target[1] * duller), min(1.0, target[2] * lighter)
        )
        return "#" + "".join(f"{round(part * 255):02x}" for part in parts)

    return _HEX.sub(turned, body)
