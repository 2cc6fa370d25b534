"""Which things a name fits, and which words are no names but kinds. Chooses nothing."""

import unicodedata
from collections.abc import Sequence

from kippu.skills.home.entity import Entity

KINDS = {
    "light": ("light", "照明"),
    "switch": ("switch", "スイッチ"),
    "cover": ("blind or cover", "ブラインドやカーテン"),
    "valve": ("valve", "バルブ"),
    "climate": ("thermostat", "エアコン"),
    "fan": ("fan", "扇風機"),
    "lock": ("lock", "鍵"),
    "media_player": ("player", "プレーヤー"),
    "vacuum": ("vacuum", "掃除機"),
    "lawn_mower": ("lawn mower", "芝刈り機"),
    "sensor": ("sensor", "センサー"),
    "binary_sensor": ("sensor", "センサー"),
    "humidifier": ("humidifier", "加湿器"),
    "weather": ("weather", "天気"),
    "button": ("button", "ボタン"),
    "scene": ("scene", "シーン"),
    "siren": ("siren", "サイレン"),
}
"""What a thing of a domain is called that has no name of its own."""


def plain(name: str) -> str:
    """A name as it is compared: width, case and spaces don't matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


_MEANT = {
    **{plain(word): domain for domain, (en, ja) in KINDS.items() for word in (en, f"{en}s", ja)},
    **dict.fromkeys(("lamp", "lamps", "電気", "ライト", "明かり"), "light"),
    **dict.fromkeys(("heater", "heating", "air conditioner", "ac", "暖房", "冷房", "ヒーター"), "climate"),
    **dict.fromkeys(("blind", "blinds", "curtain", "curtains", "ブラインド", "カーテン"), "cover"),
}


def kind_meant(word: str) -> str | None:
    """The domain that a word such as "light" says; None for a word that says none."""
    return _MEANT.get(_bare(word))


def in_room(entity: Entity, room: str) -> bool:
    """True if it stands in the room of this name or alias."""
    names = (entity.thing.room or "", *entity.room_aliases)
    return plain(room) in map(plain, names)


def by_id(things: Sequence[Entity], id_: str) -> list[Entity]:
    """The one with this id, such as ``light.kitchen``: what programs name it by."""
    return [entity for entity in things if entity.thing.id == id_]


def by_name(things: Sequence[Entity], name: str) -> list[Entity]:
    """Those that are called so; without their room too, unless it says a kind: "light" may be any light."""
    wanted = plain(name)
    exact = [entity for entity in things if wanted in _names(entity)]
    if exact or kind_meant(name):
        return exact
    wanted = _bare(name)
    return [
        entity
        for entity in things
        if wanted in _names(entity)
        or any(wanted == f"{plain(room)} {own}" for own in _names(entity) for room in _rooms(entity))
        or any(f"{plain(room)} {wanted}" in _names(entity) for room in _rooms(entity))
    ]


def by_part(things: Sequence[Entity], name: str) -> list[Entity]:
    """Those whose name holds all these words: "heater" for Space Heater."""
    wanted = _bare(name)
    if wanted.isascii():
        words = set(wanted.split())
        return [
            entity for entity in things if words and any(words <= set(own.split()) for own in _names(entity))
        ]
    return [entity for entity in things if len(wanted) > 1 and any(wanted in own for own in _names(entity))]


def by_make(things: Sequence[Entity], name: str) -> list[Entity]:
    """Those of this maker or model: "the Sonos"."""
    return [entity for entity in things if _bare(name) in map(plain, entity.makes)]


def _bare(name: str) -> str:
    return plain(name).removeprefix("the ").removeprefix("my ")


def _names(entity: Entity) -> list[str]:
    return [plain(name) for name in (entity.thing.name, *entity.thing.aliases)]


def _rooms(entity: Entity) -> list[str]:
    return [room for room in (entity.thing.room, *entity.room_aliases) if room]
