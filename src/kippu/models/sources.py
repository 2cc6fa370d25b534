"""Which kinds of sources can be reached from here: looked at once in a while, kept in a file, read at once.

Nobody waits for a network: who wants to know reads what the last look found. Knows the sources' addresses;
fetches nothing.
"""

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import httpx

from kippu.errors import FetchError
from kippu.models.bring import address
from kippu.models.catalogue import Source
from kippu.models.index import configured, page

_DAYS = 7
_SECONDS = 5.0
_REFUSED = 400
_DAY = 86_400


def reachable(folder: Path) -> frozenset[str] | None:
    """Kinds of sources that the last look reached; None when nobody looked, or long ago."""
    try:
        kept = json.loads(_file(folder).read_text(encoding="utf-8"))
        fresh = 0 <= time.time() - float(kept["at"]) < _DAYS * _DAY
        return frozenset(map(str, kept["kinds"])) if fresh else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def sorted_by_reach(folder: Path, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources in their order, those that the last look could not reach behind the others."""
    kinds = reachable(folder)
    if kinds is None:
        return tuple(sources)
    return tuple(sorted(sources, key=lambda source: source.kind in _LOOKED_AT and source.kind not in kinds))


def look(folder: Path, wanted: Iterable[tuple[Source, str]]) -> frozenset[str]:
    """Ask each source for the head of a file of it, and keep which kinds answered. Takes a network's time."""
    found = frozenset(source.kind for source, name in wanted if _answers(source, name))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        new = _file(folder).with_suffix(".new")
        new.write_text(json.dumps({"at": time.time(), "kinds": sorted(found)}), encoding="utf-8")
        new.replace(_file(folder))
    return found


_LOOKED_AT = ("huggingface", "package")


def _answers(source: Source, name: str) -> bool:
    """Whether this file can be had there."""
    try:
        if source.kind == "package":
            indexes = configured()
            where, verify = page(indexes.urls[0], source.wheels[0].package), indexes.context()
        else:
            where, verify = address(source, name), True
        if not where.startswith("http"):
            return True
        with httpx.Client(timeout=_SECONDS, verify=verify) as client:
            return client.head(where).status_code < _REFUSED
    except (httpx.HTTPError, httpx.InvalidURL, FetchError, OSError):
        return False


def _file(folder: Path) -> Path:
    return folder / ".reachable.json"
