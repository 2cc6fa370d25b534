"""A call in words, for the person to say yes or no to: what it does, and exactly what would run.

Nothing is left out, and letters that only look like others are shown for what they are.
"""

import json
import unicodedata
from typing import Any

from kippu.turn import Call, Language
from kippu.understand.asking.asking_back import in_words

_ALIKE = {"CYRILLIC": "キリル", "GREEK": "ギリシャ", "ARMENIAN": "アルメニア", "CHEROKEE": "チェロキー"}
"""Scripts with letters that look like Latin ones."""


def describe(call: Call, language: Language) -> str:
    """Such as ``turn on the lamp — home.turn_on(name="Lamp")``; without words for it only the call."""
    given = ", ".join(f"{name}={_shown(value)}" for name, value in call.arguments.items())
    exactly = f"{call.tool}({given})"
    scripts = sorted({script for letter in exactly if (script := _alike(letter))})
    if scripts and language == "ja":
        exactly += f"（{'・'.join(_ALIKE[script] for script in scripts)}文字を含む）"
    elif scripts:
        exactly += f" (has {' and '.join(script.capitalize() for script in scripts)} letters)"
    words = _visible(in_words(call, language))
    return f"{words} — {exactly}" if words else exactly


def _shown(value: Any) -> str:
    return _visible(json.dumps(value, ensure_ascii=False, default=str))


def _visible(text: str) -> str:
    """Letters that can't be seen, or turn the order of others around, as their numbers."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)


def _alike(letter: str) -> str:
    return "" if letter.isascii() else _in_alike(unicodedata.name(letter, "").split(" ")[0])


def _in_alike(script: str) -> str:
    return script if script in _ALIKE else ""
