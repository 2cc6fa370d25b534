"""What is wrong with a value, in words of Kippu's own and both languages.

Knows the kinds of findings that pydantic has, and nothing of the settings, requests or options that they
are about. What has no words here is said in general ones: the library's English reaches nobody.
"""

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

Said = tuple[str, str]
"""In English and in Japanese."""

_WHOLE: Said = ("it must be a whole number", "整数にしてください")
_NUMBER: Said = ("it must be a number", "数にしてください")
_SWITCH: Said = ("it must be true or false", "true か false にしてください")
_TEXT: Said = ("it must be text", "文字列にしてください")
_LIST: Said = ("it must be a list", "リストにしてください")
_OBJECT: Said = ("it must be an object", "オブジェクトにしてください")
_ONE_OF: Said = ("it must be {expected}", "{expected} のどれかにしてください")
_OTHER: Said = ("it isn't a value that can be used here", "ここでは使えない値です")
_OWN = "own"
_HIDDEN = "not repeated"
_WORDS: dict[str, Said] = {
    _OWN: ("{en}", "{ja}"),
    _HIDDEN: ("{en}", "{ja}"),
    "missing": ("it is needed", "必要です"),
    "int_parsing": _WHOLE,
    "int_parsing_size": ("it has too many digits", "桁が多すぎます"),
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": ("it must be a finite number", "有限の数にしてください"),
    "bool_parsing": _SWITCH,
    "bool_type": _SWITCH,
    "string_type": _TEXT,
    "string_unicode": ("it must be text in UTF-8", "UTF-8 の文字列にしてください"),
    "string_too_short": ("it must have {min_length} or more letters", "{min_length}文字以上にしてください"),
    "string_too_long": ("it must have {max_length} or fewer letters", "{max_length}文字以下にしてください"),
    "string_pattern_mismatch": ("it must have the form {pattern}", "「{pattern}」の形にしてください"),
    "literal_error": _ONE_OF,
    "enum": _ONE_OF,
    "greater_than": ("it must be more than {gt}", "{gt} より大きくしてください"),
    "greater_than_equal": ("it must be {ge} or more", "{ge} 以上にしてください"),
    "less_than": ("it must be less than {lt}", "{lt} より小さくしてください"),
    "less_than_equal": ("it must be {le} or less", "{le} 以下にしてください"),
    "multiple_of": ("it must be a multiple of {multiple_of}", "{multiple_of} の倍数にしてください"),
    "too_short": ("it must have {min_length} or more", "{min_length}個以上にしてください"),
    "too_long": ("it must have {max_length} or fewer", "{max_length}個以下にしてください"),
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dataclass_type": _OBJECT,
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "json_invalid": ("it isn't JSON", "JSON になっていません"),
    "path_type": ("it must be a path", "パスにしてください"),
}


def unfit(en: str, ja: str) -> PydanticCustomError:
    """For a validator to raise: why a value can't be, without a full stop, in English and in Japanese."""
    return PydanticCustomError(_OWN, "{en}", {"en": en, "ja": ja})


def secret(en: str, ja: str) -> PydanticCustomError:
    """The same for a value that may be a secret in the wrong place: nobody repeats it."""
    return PydanticCustomError(_HIDDEN, "{en}", {"en": en, "ja": ja})


def is_secret(error: Mapping[str, Any]) -> bool:
    """Whether the value is not to be repeated, of an error as pydantic lists it."""
    return bool(error["type"] == _HIDDEN)


def why(error: Mapping[str, Any]) -> Said:
    """What is wrong with a value, of an error as pydantic lists it; no full stop at the end."""
    en, ja = _WORDS.get(error["type"], _OTHER)
    facts = {name: _plain(one) for name, one in error.get("ctx", {}).items()}
    facts_ja = dict(facts)
    if "expected" in facts:
        facts_ja["expected"] = str(facts["expected"]).replace(" or ", "、").replace(", ", "、")
    return en.format_map(facts), ja.format_map(facts_ja)


def _plain(fact: Any) -> Any:
    """A limit as people write it: 30 and not 30.0."""
    return int(fact) if isinstance(fact, float) and fact.is_integer() else fact
