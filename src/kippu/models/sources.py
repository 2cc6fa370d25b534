"""Which kinds of sources can be reached: what looks and fetches found, kept in a file, read at once.

Nobody waits for a network: who wants to know reads what was found last, and a kind of which nothing is known
counts as one that can be reached. Knows the sources' addresses; fetches nothing.
"""

import json
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
from pydantic import TypeAdapter

from kippu.errors import FetchError
from kippu.models.bring import address
from kippu.models.catalogue import PUBLIC, Source
from kippu.models.index import configured, page

_LOOKED = 7 * 86_400
"""Seconds that a look holds for."""
_MISSED = 3_600
"""Seconds that a fetch that reached nobody holds for: the device may have been offline for a moment."""
_SECONDS = 5.0
_REFUSED = 400


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of one kind of source."""

    reached: bool
    until: float
    """When it has to be found out anew, in seconds since 1970."""


def reachable(folder: Path) -> frozenset[str]:
    """Kinds of sources that can be reached for all that is known: all but those that lately could not be."""
    found = _found(folder)
    return frozenset(kind for kind in PUBLIC if kind not in found or found[kind].reached)


def is_known(folder: Path) -> bool:
    """Whether anything was found lately."""
    return bool(_found(folder))


def sorted_by_reach(folder: Path, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources in their order, those that lately could not be reached behind the others."""
    kinds = reachable(folder)
    return tuple(sorted(sources, key=lambda source: source.kind in PUBLIC and source.kind not in kinds))


def unreached(kinds: frozenset[str], sources: Iterable[Source]) -> Source | None:
    """The first of the sources, where all are of other kinds than those that can be reached; else None."""
    sources = tuple(sources)
    if any(source.kind not in PUBLIC or source.kind in kinds for source in sources):
        return None
    return next(iter(sources), None)


def look(folder: Path, wanted: Iterable[tuple[Source, str]]) -> frozenset[str]:
    """Ask each source for the head of a file of it, and keep which kinds answered. Takes a network's time."""
    kinds = frozenset(source.kind for source, name in wanted if _answers(source, name))
    until = time.time() + _LOOKED
    _keep(folder, {kind: _Found(kind in kinds, until) for kind in PUBLIC})
    return kinds


def missed(folder: Path, kind: str) -> None:
    """Keep for a while that a fetch reached no source of this kind."""
    found = _found(folder)
    known_longer = kind in found and not found[kind].reached
    if kind in PUBLIC and not known_longer:
        _keep(folder, {**found, kind: _Found(False, time.time() + _MISSED)})


def met(folder: Path, kind: str) -> None:
    """A fetch came from this kind of source: forget that it could not be reached."""
    found = _found(folder)
    if kind in found and not found[kind].reached:
        _keep(folder, {other: one for other, one in found.items() if other != kind})


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


def _found(folder: Path) -> dict[str, _Found]:
    """What still holds; a file that can't be read tells nothing."""
    try:
        kept = TypeAdapter(dict[str, _Found]).validate_json(_file(folder).read_bytes())
    except (OSError, ValueError):
        return {}
    now = time.time()
    # What would hold for longer than anything does was written by a clock that was wrong.
    return {kind: one for kind, one in kept.items() if now < one.until <= now + _LOOKED}


def _keep(folder: Path, found: Mapping[str, _Found]) -> None:
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        new = _file(folder).with_suffix(".new")
        new.write_text(json.dumps({kind: asdict(one) for kind, one in found.items()}), encoding="utf-8")
        new.replace(_file(folder))


def _file(folder: Path) -> Path:
    return folder / ".reachable.json"
