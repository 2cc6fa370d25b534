"""A change from outside that things take whole or not at all: whatever comes in, the home plays on."""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from kippu.demo.announcing import payloads
from kippu.demo.thing import Thing


@contextmanager
def trying(things: Collection[Thing]) -> Iterator[None]:
    """Let the block change these things. When it fails, or they can't tell or keep what they are now, all is
    as it was before, and the error goes on.
    """
    before = [(thing, thing.state, dict(thing.attributes), dict(thing.goal)) for thing in things]
    try:
        yield
        for thing in things:
            _tellable(thing)
    except Exception:
        for thing, state, attributes, goal in before:
            thing.state, thing.attributes, thing.goal = state, attributes, goal
        raise


def _tellable(thing: Thing) -> None:
    """Raise what telling or keeping it would raise."""
    for _, payload in payloads(thing):
        payload.encode()
    json.dumps([thing.state, thing.attributes], ensure_ascii=False, allow_nan=False).encode()
