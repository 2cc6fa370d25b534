"""A question carried over to a thing that can't be so: behind "are the lights off", "and the front door" asks
how that is, not whether it is off."""

from dataclasses import replace

from kippu.names import Names
from kippu.turn import Call, Meaning
from kippu.understand.fitting import things_of

_SWITCHED = frozenset({"on", "off"})
_DOORS = frozenset({"open", "closed"})
_CAN_BE = {
    "light": _SWITCHED, "switch": _SWITCHED, "fan": _SWITCHED, "cover": _DOORS, "valve": _DOORS,
    "lock": _DOORS | {"locked", "unlocked", "jammed"},
}  # fmt: skip
"""States by kind; of others any may be asked about."""


def as_it_can_be(meaning: Meaning, names: Names) -> Meaning:
    """The meaning, with questions of another kind of thing asked openly."""
    if not any(call.tool == "home.state" and "state" in call.arguments for call in meaning.calls):
        return meaning
    return replace(meaning, calls=tuple(_openly(call, names) for call in meaning.calls))


def _openly(call: Call, names: Names) -> Call:
    state = call.arguments.get("state")
    if call.tool != "home.state" or state is None:
        return call
    domains = {thing.domain for thing in things_of(call, names)}
    if not domains or any(state in _CAN_BE.get(domain, {state}) for domain in domains):
        return call
    kept = {key: value for key, value in call.arguments.items() if key not in {"state", "ask"}}
    return Call(call.tool, {**kept, "ask": "one"})
