"""Home Assistant's own way over the sentences of ``bench/homes.py``: hassil with home-assistant-intents.

The sentences are recognized as its assist pipeline recognizes them: the home's names, areas and floors as
lists, the area in which it is said as context, the language of its templates that of the sentence. Targets
are matched as Home Assistant matches them; what is named twice is looked for in that area first, and fails
where it is still two. Whatever the intent is to do then counts as done: the things of this home never fail to
obey.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from hassil import Intents, TextSlotList, recognize_best
from home_assistant_intents import get_intents

from homes_peer_doing import DOES, States
from kippu.understand import language_of

_BY_INTENT = {
    "HassLightSet": ("light",),
    "HassSetPosition": ("cover", "valve"),
    "HassClimateSetTemperature": ("climate",),
    "HassFanSetSpeed": ("fan",),
    "HassVacuumStart": ("vacuum",),
    "HassVacuumReturnToBase": ("vacuum",),
    "HassLawnMowerStartMowing": ("lawn_mower",),
    "HassLawnMowerDock": ("lawn_mower",),
}
"""Domains that an intent is for, whether or not the sentence names one; those of media are media players."""
_ALONE = frozenset({"HassClimateSetTemperature"}) | {
    name for name in DOES if name.startswith(("HassMedia", "HassSetVolume"))
}
"""Intents that act on one thing: of several, that in the area in which it is said."""
_PLAYING = frozenset({"HassMediaPause", "HassMediaNext", "HassMediaPrevious"})
"""Intents for what plays now."""
_LISTED = frozenset({"HassShoppingListAddItem", "HassListAddItem"})


class Peer:
    """hassil with the names of one home."""

    def __init__(self, fixtures: Mapping[str, Any]) -> None:
        self._areas = {area.get("id", area["name"]): area["name"] for area in fixtures.get("areas", [])}
        self._floors = {floor.get("id", floor["name"]): floor["name"] for floor in fixtures.get("floors", [])}
        self._floor_of = {
            area["name"]: self._floors.get(area.get("floor")) for area in fixtures.get("areas", [])
        }
        self._entities: Sequence[Mapping[str, Any]] = fixtures["entities"]
        self._lists = {
            "name": TextSlotList.from_tuples(
                [(name, entity["name"], _context(entity)) for entity in self._entities
                 for name in (entity["name"], *entity.get("aliases", []))],
                name="name",
            ),
            "area": TextSlotList.from_tuples(list(_said(fixtures.get("areas", []))), name="area"),
            "floor": TextSlotList.from_tuples(list(_said(fixtures.get("floors", []))), name="floor"),
        }  # fmt: skip

    def say(self, sentence: str, here: str | None, before: States) -> States:
        """What the home is like after the sentence."""
        after: States = copy.deepcopy(dict(before))
        language = language_of(sentence)
        found = recognize_best(
            sentence,
            intents(language),
            slot_lists=self._lists,
            intent_context={"area": here} if here else None,
            best_slot_name="name",
            language=language,
        )
        does = DOES.get(found.intent.name) if found else None
        if found is None or does is None:
            return after
        slots = {name: entity.value for name, entity in found.entities.items()}
        for id_ in self._targets(found.intent.name, slots, here, after):
            does(id_, after[id_], slots)
        return after

    def _targets(self, intent: str, slots: Mapping[str, Any], here: str | None, now: States) -> list[str]:
        if intent in _LISTED:
            name = str(slots.get("name", "shopping")).casefold()
            return [id_ for id_ in now if id_.startswith("todo.") and name in _called(self._entities, id_)]
        met = [
            entity for entity in self._entities if entity["id"] in now and self._fits(entity, intent, slots)
        ]
        if intent in _PLAYING:
            met = [entity for entity in met if now[entity["id"]]["state"] == "playing"]
        named = "name" in slots and slots["name"] != "all"
        if len(met) > 1 and (named or intent in _ALONE):
            met = [entity for entity in met if here and self._areas.get(entity.get("area")) == here]
            met = met if len(met) == 1 else []  # which of them is meant it can't tell
        return [entity["id"] for entity in met]

    def _fits(self, entity: Mapping[str, Any], intent: str, slots: Mapping[str, Any]) -> bool:
        """Whether it is one of those that the slots tell of."""
        domain, attributes = entity["id"].partition(".")[0], entity.get("attributes") or {}
        area = self._areas.get(entity.get("area"))
        of_intent = _BY_INTENT.get(intent, ("media_player",) if intent in _ALONE else ())
        told = {
            "name": lambda said: said in ("all", entity["name"]),
            "area": lambda said: said == area,
            "floor": lambda said: area is not None and said == self._floor_of.get(area),
            "domain": lambda said: domain in _several(said),
            "device_class": lambda said: attributes.get("device_class") in _several(said),
        }
        if of_intent and domain not in of_intent:
            return False
        if not of_intent and not told.keys() & slots.keys():
            return False
        return all(fits(slots[name]) for name, fits in told.items() if slots.get(name))


@cache
def intents(language: str) -> Intents:
    """Home Assistant's templates."""
    data = get_intents(language)
    assert data is not None
    return Intents.from_dict(data)


def _context(entity: Mapping[str, Any]) -> dict[str, Any]:
    kind = (entity.get("attributes") or {}).get("device_class")
    return {"domain": entity["id"].partition(".")[0], **({"device_class": kind} if kind else {})}


def _said(places: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Each name of a place, and the first of them."""
    for place in places:
        for name in (place["name"], *place.get("aliases", [])):
            yield name, place["name"]


def _called(entities: Sequence[Mapping[str, Any]], id_: str) -> str:
    return next(str(entity["name"]).casefold() for entity in entities if entity["id"] == id_)


def _several(said: Any) -> Sequence[Any]:
    return said if isinstance(said, list) else (said,)
