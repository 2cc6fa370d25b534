"""Which things are meant, in homes as they announce themselves."""

import json
from collections.abc import Iterable, Sequence

import pytest

from kippu.skills.home.entity import Entity
from kippu.skills.home.registry import Registry
from kippu.skills.home.target import Search, Target, Unclear, find

HEATING = Search(("light", "switch", "fan", "climate"), first=("light",), also=("cover", "lock"))
Told = tuple[str, str, str | None, str | None]
"""Domain, name, room, maker."""


def home(*things: Told) -> Registry:
    """What these announce."""
    registry = Registry(lambda entity: None)
    for number, (domain, name, room, maker) in enumerate(things):
        device = {"name": name, "suggested_area": room, "manufacturer": maker}
        config = {"name": None, "state_topic": f"s{number}", "command_topic": f"c{number}", "device": device}
        registry.announce(f"homeassistant/{domain}/{number}/config", json.dumps(config).encode())
    return registry


def names(entities: Iterable[Entity]) -> list[str]:
    return [entity.thing.name for entity in entities]


def meant(registry: Registry, target: Target, here: str | None = None, search: Search = HEATING) -> list[str]:
    return names(find(list(registry.entities()), target, here, search))


HOME = home(
    ("climate", "Thermostat", "Living Room", "Bosch"),
    ("switch", "Space Heater", "Bedroom", "Acme"),
    ("light", "Ceiling", "Living Room", "Acme"),
    ("light", "Bedside", "Bedroom", "Zephyr"),
    ("switch", "Porch Light", "Porch", None),
    ("fan", "Tower", "Bedroom", "unknown"),
    ("lock", "Front Door", "Porch", "Yale"),
    ("sensor", "Front Door Battery", "Porch", "Yale"),
)


@pytest.mark.parametrize(
    ("target", "here", "found"),
    [
        (Target("heater"), None, ["Space Heater"]),
        (Target("the heater"), "Bedroom", ["Space Heater"]),
        # Where the speaker stands there is heating, and no heater by name.
        (Target("heater"), "Living Room", ["Thermostat"]),
        (Target("heater", domain="climate"), None, ["Space Heater"]),
        (Target("heater", area="Living Room"), None, ["Thermostat"]),
        (Target("thermostat"), None, ["Thermostat"]),
        (Target("Space Heater", domain="climate"), None, ["Space Heater"]),
        (Target(domain="climate"), None, ["Thermostat"]),
        (Target("light"), "Bedroom", ["Bedside"]),
        (Target("light"), "Porch", ["Porch Light"]),
        (Target("light", area="Porch"), None, ["Porch Light"]),
        (Target("the bosch"), None, ["Thermostat"]),
        (Target("zephyr"), None, ["Bedside"]),
        (Target("door"), None, ["Front Door"]),
        (Target(area="living room"), None, ["Ceiling"]),
        (Target("all", area="Bedroom"), None, ["Space Heater", "Bedside", "Tower"]),
    ],
)
def test_what_is_meant(target: Target, here: str | None, found: Sequence[str]) -> None:
    assert meant(HOME, target, here) == found


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Target("acme"), "Which one: Space Heater or Ceiling?"),
        (Target("sofa"), "I don't know anything called “sofa” here."),
        (Target(area="Attic"), "I don't know a room called “Attic” here."),
        (Target(domain="cover"), "I don't know a blind or cover here."),
        (Target(domain="light"), "Which one: Ceiling or Bedside?"),
        (Target("Front Door Battery"), "The front door battery can't do that."),
    ],
)
def test_what_is_not_clear(target: Target, said: str) -> None:
    with pytest.raises(Unclear) as unclear:
        meant(HOME, target)
    assert unclear.value.en == said
    assert not unclear.value.ja.isascii()


def test_makers_that_are_one_things_alone() -> None:
    told = {thing.name: thing.makes for thing in HOME.names().things if thing.makes}
    assert told == {"Thermostat": ("Bosch",), "Bedside": ("Zephyr",), "Front Door": ("Yale",)}
    assert HOME.names() is HOME.names()


def test_a_makers_name_that_is_another_things_name() -> None:
    registry = home(("light", "Bosch", None, "Acme"), ("switch", "Plug", None, "Bosch"))
    assert [thing.makes for thing in registry.names().things] == [("Acme",), ()]


def test_in_japanese() -> None:
    registry = home(("switch", "パネルヒーター", "寝室", None), ("climate", "サーモスタット", "居間", None))
    assert meant(registry, Target("ヒーター")) == ["パネルヒーター"]
    assert meant(registry, Target("エアコン")) == ["サーモスタット"]


def test_blinds_are_meant_by_curtains_where_there_are_none() -> None:
    registry = Registry(lambda entity: None)
    for number, (name, kind) in enumerate((("Roller", "blind"), ("Awning", "awning"))):
        config = {
            "name": name,
            "device_class": kind,
            "command_topic": f"c{number}",
            "state_topic": f"s{number}",
        }
        registry.announce(f"homeassistant/cover/{number}/config", json.dumps(config).encode())
    assert meant(registry, Target(domain="cover", device_class="curtain"), search=Search(("cover",))) == [
        "Roller"
    ]
    with pytest.raises(Unclear):
        meant(registry, Target(domain="cover", device_class="garage"), search=Search(("cover",)))
