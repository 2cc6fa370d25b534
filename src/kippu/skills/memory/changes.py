"""What was done to the things of the home, read out of the record: by turns, and by taps on the app.

Knows only what went through here: what is done by hand, no record has.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kippu.names import Thing
from kippu.record import History

_LOOK_BACK = 600
"""Turns that are looked through, taps among them."""
_SETTLED = {
    "opening": "open", "closing": "closed", "locking": "locked", "unlocking": "unlocked",
    "returning": "docked",
}  # fmt: skip
_LEADS = frozenset(
    f"home.{verb}" for verb in "turn_on turn_off toggle open close lock unlock start pause dock".split()
)
"""Tools that bring a thing into a state; others, such as a level, may leave it as it is."""
_RUNS = {"light", "switch", "fan", "climate", "media_player", "humidifier", "siren", "water_heater"}
_RESTING = {"off", "standby", "unknown"}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that got into another state."""

    at: datetime
    """Aware."""
    id: str
    """The thing's."""
    state: str
    said: str
    """What was said for it; empty for a tap."""
    planned: bool = False
    """True where it was said earlier, and due then."""


def settled(id_: str, state: str) -> str:
    """The state as people ask for it: what closes is closed, and a thermostat that heats is on."""
    state = _SETTLED.get(state, state)
    if id_.partition(".")[0] in _RUNS:
        return "off" if state in _RESTING else "on"
    return state


def changes(history: History, things: Iterable[Thing]) -> list[Change]:
    """All that the record still has of these things, oldest first."""
    wanted = {thing.id: thing for thing in things}
    known: dict[str, str] = {}
    found = []
    for change, sure in _said(history, wanted):
        if sure is None or (not sure and known.get(change.id) == change.state):
            known[change.id] = change.state
            continue
        known[change.id] = change.state
        found.append(change)
    return found


_Told = tuple[Change, bool | None]
"""What a thing was like after a call; whether the call changed that, None for a sure no."""


def _said(history: History, wanted: Mapping[str, Thing]) -> Iterator[_Told]:
    for said in reversed(history.latest(_LOOK_BACK)):  # several may be of one second
        for outcome in said.answer.outcomes if said.answer else ():
            for row in outcome.data.get("changed", ()):
                if isinstance(row, dict) and (id_ := str(row.get("id", ""))) in wanted:
                    state = settled(id_, str(row.get("state", "")))
                    sure = outcome.call.tool in _LEADS
                    words = "" if said.origin == "tap" else said.text
                    at = datetime.fromisoformat(said.at)
                    change = Change(at, id_, state, words, said.origin == "plan")
                    yield change, None if row.get("end") == "already" else sure
