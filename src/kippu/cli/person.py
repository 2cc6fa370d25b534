"""The language in which the program itself speaks to the person at this terminal.

Settings decide, then the terminal's locale. Answers follow the sentence instead; this module knows none.
"""

import os
import sys
import tomllib
import unicodedata

from kippu.cli import keyboard
from kippu.folder import data_folder
from kippu.turn import Language

YES = {"y", "yes", "はい"}
"""What means yes, in small letters."""


def language() -> Language:
    """The person's language: ``language`` of the settings, or the locale's.

    Read by itself, for help and usage errors wait for nothing else of the settings, and tell a wrong one too.
    """
    chosen = os.environ.get("KIPPU_LANGUAGE") or _kept()
    if chosen == "ja":
        return "ja"
    return "en" if chosen == "en" else of_locale()


def _kept() -> object:
    try:
        return tomllib.loads((data_folder() / "settings.toml").read_text(encoding="utf-8")).get("language")
    except (OSError, ValueError):
        return None


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
    return (asked(question) or "").strip().lower() in YES


def asked(question: str) -> str | None:
    """What the person says to a question for a yes or a no; None where nobody can answer.

    Raises KeyboardInterrupt on Ctrl-C. Letters as a Japanese keyboard gives them (ｙ) are the plain ones.
    """
    if not can_be_asked():
        return None
    sys.stdout.flush()
    read = keyboard.line(f"{question} [y/N] ")
    return None if read is None else unicodedata.normalize("NFKC", read)
