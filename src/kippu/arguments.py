"""What is wrong with an argument, as a sentence for a person in both languages.

Knows what pydantic finds, and Japanese words for the arguments' names; knows no tool.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kippu.errors import BadInput

_JA = {
    "area": "部屋",
    "at": "時刻",
    "brightness": "明るさ",
    "color": "色",
    "command": "指示",
    "day": "日にち",
    "device_class": "種類",
    "domain": "種類",
    "expression": "式",
    "floor": "階",
    "from_unit": "元の単位",
    "holiday": "祝日",
    "hours": "時間",
    "id": "ID",
    "humidity": "湿度",
    "item": "品目",
    "list": "リスト",
    "minutes": "分",
    "mode": "モード",
    "name": "名前",
    "option": "選択肢",
    "place": "場所",
    "position": "位置",
    "preset": "プリセット",
    "query": "曲名",
    "repeat": "くり返し",
    "seconds": "秒",
    "speed": "速さ",
    "start_hours": "はじめの時間",
    "start_minutes": "はじめの分",
    "start_seconds": "はじめの秒",
    "state": "状態",
    "step": "変える量",
    "temperature": "温度",
    "text": "文",
    "to_unit": "変えたい単位",
    "unit": "単位",
    "value": "値",
    "volume": "音量",
    "words": "言葉",
}
_NUMBERS = {"int": ("a whole number", "整数"), "float": ("a number", "数")}
_TOO_MUCH = {"less_than_equal", "less_than"}
_TOO_LITTLE = {"greater_than_equal", "greater_than"}


def wrong(found: Mapping[str, Any], schema: Mapping[str, Any]) -> BadInput:
    """The error for one of pydantic's findings; ``schema`` is the JSON schema of all arguments."""
    name = str(found["loc"][0]) if found["loc"] else ""
    say = _SENTENCES.get(found["type"]) or _of_another_type
    return BadInput(*say(_Argument(name, schema), found))


def unwritable(name: str) -> BadInput:
    """The error for a text with half a letter in it."""
    named = _Argument(name, {})
    return BadInput(
        f"The {named.en} has half a letter in it, which can't be written. Send it again.",
        f"{named.ja}に書き表せない文字の片割れがあります。もう一度送ってください。",
    )


class _Argument:
    """An argument's names, and what its schema allows."""

    def __init__(self, name: str, schema: Mapping[str, Any]) -> None:
        self.en = name.replace("_", " ")
        self.ja = _JA.get(name, name)
        self.others = ", ".join(schema.get("properties", {}))
        own = schema.get("properties", {}).get(name, {})
        self._ways = [own, *own.get("anyOf", ())]

    def bound(self, key: str) -> float | None:
        """The schema's ``minimum`` or ``maximum``, if it has one."""
        return next((way[key] for way in self._ways if key in way), None)


_Sentence = tuple[str, str]


def _out_of_range(argument: _Argument, found: Mapping[str, Any]) -> _Sentence:
    least, most = argument.bound("minimum"), argument.bound("maximum")
    value, much = found["input"], found["type"] in _TOO_MUCH
    if least is not None and most is not None:
        en, ja = f"between {least:g} and {most:g}", f"{least:g}から{most:g}まで"
    elif most is not None:
        en, ja = f"{most:g} at most", f"{most:g}以下"
    else:
        en, ja = f"{least or 0:g} at least", f"{least or 0:g}以上"
    return (
        f"The {argument.en} must be {en}; {value} is too {'much' if much else 'little'}.",
        f"{argument.ja}は{ja}にしてください（{value}は{'大き' if much else '小さ'}すぎます）。",
    )


def _no_number(argument: _Argument, found: Mapping[str, Any]) -> _Sentence:
    en, ja = _NUMBERS[found["type"].split("_")[0]]
    return (
        f"The {argument.en} must be {en}; “{found['input']}” is none.",
        f"{argument.ja}は{ja}にしてください（「{found['input']}」は{ja}ではありません）。",
    )


def _none_of_them(argument: _Argument, found: Mapping[str, Any]) -> _Sentence:
    choices = found["ctx"]["expected"].replace("'", "")
    return (
        f"The {argument.en} can be {choices}; “{found['input']}” is none of them.",
        f"{argument.ja}は{choices.replace(' or ', ', ').replace(', ', '、')}のどれかにしてください"
        f"（「{found['input']}」はありません）。",
    )


def _missing(argument: _Argument, _: Mapping[str, Any]) -> _Sentence:
    return f"The {argument.en} is missing.", f"{argument.ja}が抜けています。"


def _unknown(argument: _Argument, found: Mapping[str, Any]) -> _Sentence:
    name = found["loc"][0]
    return (
        f"There is no argument “{name}” here; there is: {argument.others or 'none'}.",
        f"「{name}」という引数はありません。使えるもの：{argument.others or 'なし'}。",
    )


def _of_another_type(argument: _Argument, found: Mapping[str, Any]) -> _Sentence:
    value = found["input"]
    return f"The {argument.en} can't be “{value}”.", f"{argument.ja}を「{value}」にはできません。"


def _no_text(argument: _Argument, found: Mapping[str, Any]) -> _Sentence:
    if isinstance(found["input"], list | tuple | dict):
        return (
            f"The {argument.en} must be one word or name, and no list.",
            f"{argument.ja}は言葉か名前を1つだけにしてください（一覧にはできません）。",
        )
    return _of_another_type(argument, found)


_SENTENCES: dict[str, Callable[[_Argument, Mapping[str, Any]], _Sentence]] = {
    **dict.fromkeys(_TOO_MUCH | _TOO_LITTLE, _out_of_range),
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "float_parsing", "float_type"), _no_number),
    "literal_error": _none_of_them,
    "string_type": _no_text,
    "missing": _missing,
    "extra_forbidden": _unknown,
}
