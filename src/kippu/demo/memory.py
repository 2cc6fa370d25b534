"""States that survive a restart: one JSON file, replaced whole, so that a cut never leaves half of it."""

import json
import logging
import os
from collections.abc import Iterable
from pathlib import Path

from kippu.demo.thing import Thing

_log = logging.getLogger(__name__)


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
        saved = {id: (each["state"], dict(each["attributes"])) for id, each in states.items()}
    except FileNotFoundError:
        return
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        _log.warning(
            "The states in %s can't be read (%r); the home starts from its first states.", path, error
        )
        return
    for thing in things:
        if thing.plan.id in saved:
            thing.restore(*saved[thing.plan.id])
