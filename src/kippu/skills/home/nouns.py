"""What several things of a kind, a kind that is not there, and what a thing tells of itself are called."""

from collections.abc import Mapping, Sequence

from kippu.skills.home.entity import Entity
from kippu.skills.home.naming import KINDS

_CLASSES: Mapping[str, tuple[str, str]] = {
    "window": ("window", "窓"),
    "door": ("door", "ドア"),
    "garage": ("garage door", "ガレージ"),
    "garage_door": ("garage door", "ガレージ"),
    "opening": ("opening", "開口部"),
    "gate": ("gate", "門"),
    "blind": ("blind", "ブラインド"),
    "curtain": ("curtain", "カーテン"),
    "shade": ("shade", "シェード"),
    "shutter": ("shutter", "シャッター"),
    "awning": ("awning", "オーニング"),
    "damper": ("damper", "ダンパー"),
    "tv": ("TV", "テレビ"),
    "speaker": ("speaker", "スピーカー"),
    "outlet": ("outlet", "コンセント"),
    "motion": ("motion sensor", "人感センサー"),
    "occupancy": ("occupancy sensor", "在室センサー"),
    "moisture": ("leak sensor", "水漏れセンサー"),
    "smoke": ("smoke detector", "煙感知器"),
    "gas": ("gas detector", "ガス検知器"),
    "carbon_monoxide": ("carbon monoxide detector", "一酸化炭素検知器"),
    "battery": ("battery", "バッテリー"),
    "temperature": ("thermometer", "温度計"),
    "humidity": ("humidity sensor", "湿度計"),
    "water": ("water valve", "水道の弁"),
}
PROPERTIES: Mapping[str, tuple[str, str]] = {
    "brightness": ("brightness", "明るさ"),
    "color": ("colour", "色"),
    "color_temperature": ("colour temperature", "色温度"),
    "temperature": ("temperature", "温度"),
    "humidity": ("humidity", "湿度"),
    "battery": ("battery", "バッテリー残量"),
    "position": ("position", "開き具合"),
    "volume": ("volume", "音量"),
    "speed": ("speed", "速さ"),
    "mode": ("mode", "モード"),
    "preset": ("preset", "プリセット"),
    "track": ("track", "曲名"),
    "title": ("title", "曲名"),
    "illuminance": ("brightness", "明るさ"),
    "power": ("power", "消費電力"),
    "energy": ("energy", "電力量"),
    "carbon_dioxide": ("CO2", "二酸化炭素濃度"),
    "pressure": ("pressure", "気圧"),
}


def kind(domain: str, device_class: str | None) -> tuple[str, str]:
    """One of this kind."""
    if device_class:
        return _CLASSES.get(device_class, (device_class.replace("_", " "), device_class))
    return KINDS.get(domain, (domain.replace("_", " "), domain))


def common(entities: Sequence[Entity], device_class: str | None = None) -> tuple[str, str]:
    """What all of these are: a class if they share it or it was said, else a domain, else just things."""
    first = entities[0].thing
    if device_class or len({entity.thing.device_class for entity in entities}) == 1:
        said = device_class or first.device_class or ""
        if said in _CLASSES:
            return _CLASSES[said]
    if len({entity.thing.domain for entity in entities}) > 1:
        return "thing", "機器"
    return ("cover", "ブラインドやカーテン") if first.domain == "cover" else kind(first.domain, None)


def many(word: str) -> str:
    """The plural of an English noun of ours."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh")) else "s")


def property_called(name: str) -> tuple[str, str]:
    """What a property is called."""
    return PROPERTIES.get(name, (name.replace("_", " "), name))
