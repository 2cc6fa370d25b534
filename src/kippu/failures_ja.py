"""What the system and the checking of values say in English alone, said in Japanese.

Knows kinds of failures, and nothing of where they come from. What has no words here stays as it is.
"""

import errno
from collections.abc import Mapping
from typing import Any

_SYSTEM = {
    errno.ENOENT: "そのファイルやフォルダーはありません",
    errno.EACCES: "権限がありません",
    errno.EPERM: "許可されていません",
    errno.EISDIR: "ファイルではなくフォルダーです",
    errno.ENOTDIR: "途中にフォルダーでないものがあります",
    errno.EEXIST: "同じ名前のものがすでにあります",
    errno.ENOSPC: "空き容量がありません",
    errno.EROFS: "書き込みが禁止された場所です",
    errno.EIO: "装置の読み書きに失敗しました",
    errno.EMFILE: "開いているファイルが多すぎます",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.EADDRINUSE: "ほかのプログラムが使っています",
    errno.EADDRNOTAVAIL: "この端末のアドレスではありません",
}
_WHOLE, _NUMBER, _SWITCH = "整数にしてください", "数にしてください", "true か false にしてください"
_TEXT, _LIST, _OBJECT = "文字列にしてください", "リストにしてください", "オブジェクトにしてください"
_VALUE = {
    "missing": "必要です",
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": "有限の数にしてください",
    "bool_parsing": _SWITCH,
    "bool_type": _SWITCH,
    "string_type": _TEXT,
    "string_too_short": "{min_length}文字以上にしてください",
    "string_too_long": "{max_length}文字以下にしてください",
    "string_pattern_mismatch": "「{pattern}」の形にしてください",
    "literal_error": "{expected} のどれかにしてください",
    "enum": "{expected} のどれかにしてください",
    "greater_than": "{gt} より大きくしてください",
    "greater_than_equal": "{ge} 以上にしてください",
    "less_than": "{lt} より小さくしてください",
    "less_than_equal": "{le} 以下にしてください",
    "too_short": "{min_length}個以上にしてください",
    "too_long": "{max_length}個以下にしてください",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
}


def system_ja(error: OSError) -> str:
    """Why the system would not, in Japanese where there are words for it."""
    return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)


def value_ja(error: Mapping[str, Any]) -> str:
    """What is wrong with a value, of an error as pydantic lists it."""
    words = _VALUE.get(error["type"])
    expected = {
        name: f"{one:g}" if isinstance(one, float) else one for name, one in error.get("ctx", {}).items()
    }
    if "expected" in expected:
        expected["expected"] = str(expected["expected"]).replace(" or ", "、").replace(", ", "、")
    return words.format_map(expected) if words else str(error["msg"])
