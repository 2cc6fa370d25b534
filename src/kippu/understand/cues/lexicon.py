"""The words of a language and what each says, from ``words/<language>.yaml``.

Knows words; knows no home and builds no call.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text.kana import as_hiragana

_FOLDER = Path(__file__).parent.parent / "words"
_NUMBERS = {
    "percent": r"(-?\d+(?:\.\d+)?)\s*(?:%|percent|per cent|パーセント)",
    "degrees": r"(-?\d+(?:\.\d+)?)\s*(?:degrees?(?: (?:celsius|fahrenheit|c|f))?"
    r"|celsius|fahrenheit|°\s?[cf]?|[cf](?!\w)|度)",
    "kelvin": r"(\d{4})\s*(?:k|kelvin|ケルビン)",
    "tenths": r"(\d)割",
    "number": r"(?<!\d/)(?<!/\d)(-?\d++(?:\.\d+)?)(?!/\d|[階人台個つ枚番号月日時分秒])",
}


_SPELT = regex(r"[ァ-ヶー]{3,}")
"""A word in katakana that is long enough to be nothing else in hiragana."""


_KEPT = 100
"""Texts whose cues are kept."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word or phrase of a sentence and one thing that it says."""

    start: int
    end: int
    group: str
    """Section of the words file: verbs, values, kinds, …; or number kinds (percent, degrees, …)."""
    value: str
    """The entry within the section, or the number."""


class Lexicon:
    """All word cues of a language, compiled."""

    def __init__(self, language: Language) -> None:
        data: dict[str, Any] = yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
        self.language = language
        self._patterns = list(self._compile(data))
        self.words = frozenset(re.findall(r"[a-z]{3,}", str(data)))
        """All words of it: none of them is a misspelt name."""
        self.sensed: dict[str, dict[str, re.Pattern[str]]] = {
            device_class: {role: _joined(words, language) for role, words in roles.items() if words}
            for device_class, roles in (data.get("sensed") or {}).items()
        }
        self.scan = lru_cache(_KEPT)(self._scan)
        """Every cue in a text, overlaps and all; kept, as a sentence is looked at from several sides."""

    def _compile(self, data: dict[str, Any]) -> Iterator[tuple[re.Pattern[str], str, str]]:
        for group, entries in data.items():
            if group == "sensed":
                continue
            for value, phrases in entries.items() if isinstance(entries, dict) else [("", entries)]:
                for phrase in re.split(r" ;\s", phrases):
                    yield _whole(phrase.strip(), self.language), group, value
                    if self.language == "ja" and _SPELT.fullmatch(phrase.strip()):
                        yield _whole(as_hiragana(phrase.strip()), self.language), group, value
        for group, pattern in _NUMBERS.items():
            yield (
                re.compile(
                    rf"(?<![\w.:/]){pattern}(?![a-z0-9:]|/\d)" if self.language == "en" else pattern, re.I
                ),
                group,
                "",
            )

    def _scan(self, text: str) -> tuple[Cue, ...]:
        return tuple(
            Cue(match.start(), match.end(), group, value or (match[1] if match.re.groups else ""))
            for pattern, group, value in self._patterns
            for match in pattern.finditer(text)
            if match.end() > match.start()
        )


def _whole(phrase: str, language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{phrase})(?!\w)" if language == "en" else phrase, re.IGNORECASE)


def _joined(words: str, language: Language) -> re.Pattern[str]:
    return _whole("|".join(sorted(words.split(" ; "), key=len, reverse=True)), language)


@cache
def lexicon(language: Language) -> Lexicon:
    """The language's words, read once."""
    return Lexicon(language)
