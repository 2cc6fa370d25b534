"""The language in which the program itself speaks to the person at this terminal.

Settings decide, then the terminal's locale. Answers follow the sentence instead; this module knows none.
"""

import os
import sys

from kippu.cli import keyboard
from kippu.errors import KippuError
from kippu.turn import Language

YES = {"y", "yes", "はい"}
"""What means yes, in small letters."""


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


def can_be_asked() -> bool:
    """Whether somebody sits here who can answer: what is read and what is shown are a terminal's."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str) -> bool:
    """Ask the person for a yes; no where nobody can answer. Raises KeyboardInterrupt on Ctrl-C."""
    if not can_be_asked():
        return False
    sys.stdout.flush()
    return (keyboard.line(f"{question} [y/N] ") or "").strip().lower() in YES
