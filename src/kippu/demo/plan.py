"""What a home holds: the YAML file, checked. Knows the form of the file, nothing of MQTT.

The form is that of home-assistant-datasets' fixtures (floors, areas, devices, entities with state and
attributes), with a few keys more, all optional: ``aliases`` for rooms and entities, and ``plays``, ``fault``
and ``schema`` for entities.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from kippu.errors import BadInput
from kippu.failures_ja import system_ja

BUILT_IN = Path(__file__).parent / "home.yaml"
FAULTS = ("silent", "garbage", "offline")
UNPLAYED = frozenset({"todo"})
"""Domains of such files that are no things of a home: lists are the person's own."""
_KEYS = {
    "floors": ("id", "name"),
    "areas": ("id", "name", "floor", "aliases"),
    "devices": ("id", "name", "area", "info"),
    "entities": (
        "id", "name", "area", "device", "state", "attributes", "aliases", "plays", "fault", "schema",
    ),
}  # fmt: skip
_TEXT = ((str, int), "text", "文字")
_ANY = (object, "", "")
_FORMS: Mapping[str, tuple[Any, str, str]] = {
    "id": _TEXT, "area": _TEXT, "floor": _TEXT, "device": _TEXT,
    "aliases": (list, "a list", "一覧"),
    "attributes": (Mapping, "keys with values", "キーと値"),
    "info": (Mapping, "keys with values", "キーと値"),
    "plays": (Mapping, "keys with numbers", "キーと数"),
}  # fmt: skip
_PLAYS = ("seconds", "drift")
_SCHEMAS = ("json", "plain")
_ALIKE = 0.82
"""How alike two keys are of which the one is the other misspelt, by ``difflib``."""


@dataclass(frozen=True, slots=True)
class Area:
    """One room."""

    id: str
    name: str
    floor: str | None = None
    """The floor's name."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the home, as it is at first."""

    id: str
    """Domain and object, such as ``light.kitchen``."""
    name: str
    state: str
    attributes: Mapping[str, Any]
    """Home Assistant's names and units: brightness 0-255, current_position 0-100, volume_level 0-1."""
    area: Area | None = None
    device: str | None = None
    """Id of the device that it is a part of."""
    info: Mapping[str, Any] = field(default_factory=dict)
    """The device's maker, model and version."""
    aliases: tuple[str, ...] = ()
    plays: Mapping[str, float] = field(default_factory=dict)
    """What goes on by itself: ``seconds`` of a movement, ``drift`` of a sensor. Without it: nothing."""
    fault: str | None = None
    """``silent`` never answers, ``garbage`` answers garbage, ``offline`` says that it is not there."""
    schema: str = "json"
    """Of a light: ``json`` or ``plain`` (one topic a value)."""

    @property
    def domain(self) -> str:
        """The part before the dot."""
        return self.id.partition(".")[0]

    @property
    def object(self) -> str:
        """The part after the dot."""
        return self.id.partition(".")[2]


def read(path: Path) -> tuple[Entity, ...]:
    """All things of the home in this file; raises BadInput that says which entry is wrong and how."""
    try:
        document = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe loaders
    except OSError as error:
        raise BadInput(
            f"The home {path} can't be read: {error.strerror}. Name a YAML file that exists.",
            f"家のファイル {path} を読めません（{system_ja(error)}）。ある YAML ファイルを指定してください。",
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            f"The home {path} is not text in UTF-8 (byte {error.start}). Save it as UTF-8.",
            f"家のファイル {path} を UTF-8 で保存してください（{error.start} バイト目が読めません）。",
        ) from error
    except yaml.YAMLError as error:
        raise _no_yaml(path, error) from error
    return parse(document, str(path))


def _no_yaml(path: Path, error: yaml.YAMLError) -> BadInput:
    mark = getattr(error, "problem_mark", None)
    why = getattr(error, "problem", None) or getattr(error, "reason", None) or "it can't be read"
    where, where_ja = (
        (f"look at line {mark.line + 1} (", f" の {mark.line + 1} 行目あたり") if mark else ("(", "")
    )
    return BadInput(
        f"The home {path} is not YAML: {where}{why}).",
        f"家のファイル {path}{where_ja}が YAML の形になっていません。",
    )


def parse(document: Any, source: str) -> tuple[Entity, ...]:
    """The same from a document already read; ``source`` is named in errors."""
    if not isinstance(document, Mapping) or not document.get("entities"):
        raise BadInput(
            f"The home {source} must have areas, devices and entities; it has {_held(document)}.",
            f"家のファイル {source} には areas・devices・entities が必要です（内容: {_held(document)}）。",
        )
    _no_slip(document, _KEYS, source)
    floors = {row.get("id", row["name"]): row["name"] for row in _rows(document, "floors", source)}
    areas = {}
    for row in _rows(document, "areas", source):
        name = str(row["name"])
        floor = row.get("floor")
        areas[row.get("id", name)] = Area(
            str(row.get("id", name)), name, floors.get(floor, floor), _words(row.get("aliases"))
        )
    devices = {row.get("id", row["name"]): row for row in _rows(document, "devices", source)}
    found = [_entity(row, areas, devices, source) for row in _rows(document, "entities", source)]
    ids = [entity.id for entity in found]
    if twice := {id_ for id_ in ids if ids.count(id_) > 1}:
        same = ", ".join(sorted(twice))
        raise BadInput(
            f"The home {source} has these ids twice: {same}.",
            f"家のファイル {source} で id が重なっています: {same}",
        )
    return tuple(entity for entity in found if entity.domain not in UNPLAYED)


def _no_slip(row: Mapping[str, Any], known: Collection[str], source: str) -> None:
    """Refuse a key that is nearly one of those known: without it "alises" would do nothing, and nobody would
    say so. Other keys, as such files have them, pass."""
    for key in map(str, row):
        alike = get_close_matches(key, known, 1, _ALIKE) if key not in known else []
        meant = [one for one in alike if one[0] == key[:1]]
        if meant:
            raise BadInput(
                f"In the home {source}, '{key}' in {row!r:.60} does nothing. Did you mean '{meant[0]}'?",
                f"家のファイル {source} の「{key}」（{row!r:.60}）は「{meant[0]}」の誤りではありませんか？",
            )


def _held(document: Any) -> str:
    """What stands in a file that is no home."""
    return ", ".join(map(str, document)) if isinstance(document, Mapping) else f"{document!r:.60}"


def _rows(document: Mapping[str, Any], key: str, source: str) -> list[Mapping[str, Any]]:
    rows = document.get(key) or []
    if not isinstance(rows, list):
        raise BadInput(
            f"In the home {source}, '{key}' must be a list, not {rows!r:.60}.",
            f"家のファイル {source} の「{key}」は一覧で書いてください。",
        )
    for row in rows:
        if not isinstance(row, Mapping) or not row.get("name"):
            raise BadInput(
                f"In the home {source}, each of '{key}' needs a name, unlike {row!r:.80}.",
                f"家のファイル {source} の「{key}」には、それぞれ name が必要です: {row!r:.80}",
            )
        _no_slip(row, _KEYS[key], source)
        _of_its_form(row, source)
    return rows


def _of_its_form(row: Mapping[str, Any], source: str) -> None:
    """Refuse a value that is no text, list or mapping where one belongs."""
    given = {**row, **{key: value for key, value in _attributes(row).items() if key.endswith("_modes")}}
    for key, value in given.items():
        kind, en, ja = _FORMS.get(key, (list, "a list", "一覧") if str(key).endswith("_modes") else _ANY)
        if value is not None and not isinstance(value, kind):
            raise BadInput(
                f"In the home {source}, '{key}' of {row['name']!r:.60} must be {en}, not {value!r:.60}.",
                f"家のファイル {source} の {row['name']!r:.60} の「{key}」は"
                f"{ja}で書いてください: {value!r:.60}",
            )
    for key, value in (row.get("plays") or {}).items():
        if key not in _PLAYS or isinstance(value, bool) or not isinstance(value, int | float):
            raise BadInput(
                f"In the home {source}, {row['name']!r:.60} can't play {key}: {value!r:.60}. "
                f"It can be a number for {' or '.join(_PLAYS)}.",
                f"家のファイル {source} の {row['name']!r:.60} の plays に "
                f"{key}: {value!r:.60} は使えません。使えるのは {'・'.join(_PLAYS)} の数です。",
            )
    if row.get("schema", "json") not in _SCHEMAS:
        raise BadInput(
            f"In the home {source}, the schema of {row['name']!r:.60} can be {' or '.join(_SCHEMAS)}, "
            f"not {row['schema']!r:.60}.",
            f"家のファイル {source} の {row['name']!r:.60} の schema は "
            f"{'・'.join(_SCHEMAS)} のどちらかです。",
        )


def _attributes(row: Mapping[str, Any]) -> Mapping[str, Any]:
    attributes = row.get("attributes")
    return attributes if isinstance(attributes, Mapping) else {}


def _entity(
    row: Mapping[str, Any], areas: Mapping[str, Area], devices: Mapping[str, Any], source: str
) -> Entity:
    id_ = str(row.get("id", ""))
    if not id_.partition(".")[2]:
        raise BadInput(
            f"In the home {source}, the entity {row['name']!r} needs an id like light.kitchen, not {id_!r}.",
            f"家のファイル {source} の {row['name']!r} には、light.kitchen のような id が必要です。",
        )
    if row.get("device") is not None and row["device"] not in devices:
        raise BadInput(
            f"In the home {source}, {id_} is a part of {row['device']!r}, which is no device there.",
            f"家のファイル {source} の {id_} の device {row['device']!r} がありません。",
        )
    device = devices.get(row.get("device", ""), {})
    area_id = row.get("area", device.get("area"))
    if area_id is not None and area_id not in areas:
        raise BadInput(
            f"In the home {source}, {id_} stands in {area_id!r}, which is none of: {', '.join(areas)}.",
            f"家のファイル {source} の {id_} の場所 {area_id!r} がありません。あるのは: {', '.join(areas)}",
        )
    fault = row.get("fault")
    if fault is not None and fault not in FAULTS:
        raise BadInput(
            f"In the home {source}, {id_} has the fault {fault!r}; it can be {', '.join(FAULTS)}.",
            f"家のファイル {source} の {id_} の fault に {fault!r} は使えません。"
            f"使えるのは: {', '.join(FAULTS)}",
        )
    return Entity(
        id=id_.replace(" ", "_"),
        name=str(row["name"]),
        state=_state(row.get("state")),
        attributes=dict(row.get("attributes") or {}),
        area=areas.get(area_id),
        device=row.get("device"),
        info=device.get("info") or {},
        aliases=_words(row.get("aliases")),
        plays=row.get("plays") or {},
        fault=fault,
        schema=row.get("schema", "json"),
    )


def _state(state: Any) -> str:
    # Sentence tests write a state as {in: what people say, out: what the entity has}.
    if isinstance(state, Mapping):
        state = state.get("out")
    if isinstance(state, bool):
        return "on" if state else "off"
    return "unknown" if state is None else str(state)


def _words(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value or ()))
