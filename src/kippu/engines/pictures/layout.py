"""Where the things of a picture go: a hat on the head, a pair side by side, one on the other.

Knows shapes (where a drawing is opaque, where a face may be), no words and no styles. All lengths are shares
of the picture's side.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kippu.engines.pictures.order import Pixels

_NECK = (0.4, 0.52)
"""Between which shares of its height a body has its neck."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a drawing has something."""

    left: float
    top: float
    right: float
    bottom: float
    head_x: float
    """The middle of what is uppermost."""
    head_y: float
    """Where that begins, in its middle: between the ears, not at their tips."""
    head_wide: float
    eyes_y: float
    """Height of the eyes, if it is a face."""
    neck_x: float
    """The middle of where it is narrowest below the head, if it is more than a head."""
    neck_y: float
    neck_wide: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a drawing goes: its middle and its width."""

    x: float
    y: float
    size: float


def shape(seen: Pixels) -> Shape:
    """What of a drawing is where."""
    side = len(seen)
    solid = seen[..., 3] > 100
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    if not len(rows):
        return Shape(0, 0, 1, 1, 0.5, 0, 1, 0.45, 0.5, 0.4, 1)
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    upper = solid[top : top + max(2, int((bottom - top) * 0.2))]
    middle = float(np.nonzero(upper)[1].mean())
    band = solid[:, max(0, int(middle - side * 0.03)) : int(middle + side * 0.03) + 1].any(1)
    head = int(np.flatnonzero(band)[0]) if band.any() else top
    level = solid[min(bottom - 1, head + int((bottom - head) * 0.25))]
    wide = int(level.sum()) or (right - left)
    return Shape(
        left / side, top / side, right / side, bottom / side,
        middle / side, head / side, wide / side, _eyes(seen, top, bottom) / side,
        *(float(part) / side for part in _neck(solid, top, bottom)),
    )  # fmt: skip


def _eyes(seen: Pixels, top: int, bottom: int) -> float:
    """The row of a face's eyes: where small dark parts are, in the part of the face that eyes are in."""
    high = bottom - top
    start, end = top + int(high * 0.3), top + int(high * 0.62)
    dark = (seen[start:end, :, :3].max(-1) < 110) & (seen[start:end, :, 3] > 200)
    count = int(dark.sum())
    if not 0.001 < count / max(1, high * high) < 0.12:
        return top + high * 0.45
    return start + float(np.nonzero(dark)[0].mean())


def _neck(solid: NDArray[np.bool_], top: int, bottom: int) -> tuple[float, int, int]:
    """Middle, row and width of the narrowest row in the part of a body that a neck is in."""
    high = bottom - top
    start = top + int(high * _NECK[0])
    widths = solid[start : max(start + 1, top + int(high * _NECK[1]))].sum(1)
    row = start + int(widths.argmin())
    there = np.flatnonzero(solid[row])
    if not len(there):
        return (solid.shape[1] - 1) / 2, row, high
    return float(there.mean()), row, len(there)


def crowd(count: int) -> list[Spot]:
    """So many of the same thing."""
    places = {
        1: [(0.5, 0.5, 1.0)],
        2: [(0.27, 0.5, 0.54), (0.73, 0.5, 0.54)],
        3: [(0.5, 0.27, 0.52), (0.26, 0.73, 0.52), (0.74, 0.73, 0.52)],
        4: [(0.26, 0.26, 0.5), (0.74, 0.26, 0.5), (0.26, 0.74, 0.5), (0.74, 0.74, 0.5)],
        5: [(0.22, 0.22, 0.42), (0.78, 0.22, 0.42), (0.5, 0.5, 0.42), (0.22, 0.78, 0.42), (0.78, 0.78, 0.42)],
    }
    return [Spot(*place) for place in places[count]]


def worn(head: Shape, thing: Shape, kind: str) -> Spot:
    """Where a thing goes on a head whose drawing fills the picture; ``kind``: ``hat``, ``eyes``, ``mouth``,
    ``ears``, ``chin`` (behind the head and under it) or ``neck`` (of more than a head)."""
    wide, high = thing.right - thing.left, thing.bottom - thing.top
    face = min(head.right - head.left, max(head.head_wide, 0.3))
    x = head.head_x
    if kind == "hat":
        size = 0.95 * face / wide
        middle = head.head_y + size * high * (0.22 - 0.5)
    elif kind == "eyes":
        size = 0.92 * face / wide
        middle = head.eyes_y
    elif kind == "ears":
        size = 1.12 * face / wide
        middle = head.eyes_y - 0.06
    elif kind == "chin":
        size = 0.7 * face / wide
        middle = head.bottom + size * high * (0.5 - 0.28)
    elif kind == "neck":
        size = min(0.34, 0.8 * head.neck_wide) / wide
        x, middle = head.neck_x, head.neck_y + size * high * (0.5 - 0.1)
    else:
        size = 0.6 * face / wide
        middle = head.top + 0.7 * (head.bottom - head.top)
    return Spot(
        x - size * ((thing.left + thing.right) / 2 - 0.5),
        middle - size * ((thing.top + thing.bottom) / 2 - 0.5),
        size,
    )


def stood(relation: str, first: Shape, other: Shape) -> tuple[Spot, Spot, bool]:
    """Where the first and the other go, and whether the other is in front."""
    if relation == "beside":
        return Spot(0.27, 0.52, 0.54), Spot(0.73, 0.52, 0.54), True
    if relation == "on":
        below, above = 0.66, 0.56
        y = 0.98 - below * (other.bottom - 0.5)
        surface = y + below * (other.head_y - 0.5)
        return Spot(0.5, surface + 0.07 - above * (first.bottom - 0.5), above), Spot(0.5, y, below), False
    if relation == "in":
        return Spot(0.5, 0.98 - 0.52 * (first.bottom - 0.5), 0.52), Spot(0.5, 0.48, 0.96), False
    if relation == "under":
        size = 0.54
        y = 0.02 - size * (other.top - 0.5)
        return Spot(0.5, 0.98 - size * (first.bottom - 0.5), size), Spot(0.5, y, size), False
    return Spot(0.42, 0.44, 0.8), Spot(0.76, 0.75, 0.46), True


def inside(spot: Spot, place: Spot) -> Spot:
    """A spot of a picture, when that picture is itself put somewhere."""
    return Spot(
        place.x + place.size * (spot.x - 0.5), place.y + place.size * (spot.y - 0.5), place.size * spot.size
    )  # fmt: skip


def fitted(placed: list[tuple[Spot, Shape]]) -> list[Spot]:
    """The spots, moved and made smaller so that all is inside with a small margin."""
    edges = np.array([
        (spot.x + spot.size * (seen.left - 0.5), spot.y + spot.size * (seen.top - 0.5),
         spot.x + spot.size * (seen.right - 0.5), spot.y + spot.size * (seen.bottom - 0.5))
        for spot, seen in placed
    ])  # fmt: skip
    low, high = edges[:, :2].min(0), edges[:, 2:].max(0)
    if (low >= 0).all() and (high <= 1).all():
        return [spot for spot, _ in placed]
    scale = min(1.0, 0.97 / float((high - low).max()))
    x, y = (0.5 - scale * float(middle) for middle in (low + high) / 2)
    return [Spot(spot.x * scale + x, spot.y * scale + y, spot.size * scale) for spot, _ in placed]
