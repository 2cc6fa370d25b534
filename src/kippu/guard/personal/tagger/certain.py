"""Knows the few names that are what they are whatever the words around: countries and peoples.

``countries.txt`` is GeoNames' (CC BY 4.0), less those that are first names too; ``peoples.txt`` is our own.
"""

from functools import cache
from pathlib import Path

from kippu.guard.personal.found import Kind

_HERE = Path(__file__).parent


def certain(text: str) -> Kind | None:
    """What ``text`` is for certain, if that can be said."""
    return _names().get(text.lower())


@cache
def _names() -> dict[str, Kind]:
    names: dict[str, Kind] = {}
    kinds: tuple[tuple[str, Kind], ...] = (("peoples.txt", "group"), ("countries.txt", "place"))
    for file, kind in kinds:
        names.update(dict.fromkeys((_HERE / file).read_text(encoding="utf-8").splitlines(), kind))
    return names
