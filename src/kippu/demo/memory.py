"""States that survive a restart: one JSON file, replaced whole, so that a cut never leaves half of it."""

import json
import logging
import os
from collections.abc import Iterable
from pathlib import Path

from kippu.demo.thing import Thing
from kippu.demo.trying import trying

_log = logging.getLogger(__name__)
_UNREAD = "The states in %s can't be read (%s); the home starts from its first states."


def save(things: Iterable[Thing], path: Path) -> None:
    """Write what all things are like now."""
    states = {thing.plan.id: {"state": thing.state, "attributes": thing.attributes} for thing in things}
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    beside.write_text(json.dumps(states, ensure_ascii=False), "utf-8")
    beside.replace(path)


def load(things: Iterable[Thing], path: Path) -> None:
    """Give the things what was saved; a missing file is a first start, a broken one is said and left out."""
    try:
        states = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return
    except (OSError, ValueError, RecursionError) as error:
        _log.warning(_UNREAD, path, error)
        return
    if not isinstance(states, dict):
        _log.warning(_UNREAD, path, f"{states!r:.60}")
        return
    for thing in things:
        try:
            with trying((thing,)):
                if (saved := states.get(thing.plan.id)) is not None:
                    thing.restore(str(saved["state"]), saved["attributes"])
        except Exception as error:  # the file may hold anything: it is no reason not to play
            _log.warning(
                "%s starts from its first state: %s has none that fits (%r).", thing.plan.id, path, error
            )
