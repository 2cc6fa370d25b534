"""The language in which the program itself speaks to the person at this terminal.

Settings decide, then the terminal's locale. Answers follow the sentence instead; this module knows none.
"""

import os

from kippu.errors import KippuError
from kippu.turn import Language


def language() -> Language:
    """The person's language: ``language`` of the settings, or the locale's."""
    from kippu.settings import load

    try:
        chosen = load().language
    except KippuError:
        chosen = "auto"
    return of_locale() if chosen == "auto" else chosen


def of_locale() -> Language:
    """Japanese when the locale says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ja" if value.startswith("ja") else "en"
    return "en"


def say(en: str, ja: str) -> str:
    """The one of two texts that is in the person's language."""
    return ja if language() == "ja" else en
