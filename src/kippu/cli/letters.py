"""Letters beyond ASCII in a terminal whose locale is not installed.

Python shows them all the same; the line editing behind ``input`` throws away what the C locale has no
letters for. Knows the process's locale, and no language.
"""

import codecs
import locale
import os

_NAMES = ("LC_ALL", "LC_CTYPE", "LANG")
_WITH_ALL_LETTERS = ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8")


def ensure() -> None:
    """Take up the person's locale; where it isn't installed or knows ASCII alone, one with all letters."""
    for name in ("", *_WITH_ALL_LETTERS):
        try:
            locale.setlocale(locale.LC_CTYPE, name)
        except locale.Error:
            continue
        if not _is_ascii():
            return


def typed() -> None:
    """Let the line editing behind ``input`` take all letters; it asks the environment, not the process.

    What is pasted is one sentence, whatever lines it has: else each would be said by itself, and obeyed.
    """
    try:
        import readline
    except ImportError:  # Windows: the terminal edits lines itself
        return
    for letters in ("convert-meta off", "input-meta on", "output-meta on", "enable-bracketed-paste on"):
        readline.parse_and_bind(f"set {letters}")


def missing() -> str:
    """The locale that the environment names and this system does not have, such as ``LC_ALL=ja_JP.UTF-8``."""
    chosen = next(((name, value) for name in _NAMES if (value := os.environ.get(name))), None)
    if chosen is None:
        return ""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, chosen[1])
    except locale.Error:
        return "=".join(chosen)
    locale.setlocale(locale.LC_CTYPE, before)
    return ""


def _is_ascii() -> bool:
    # Not locale.getpreferredencoding, which in Python's UTF-8 mode doesn't ask the locale.
    try:
        return codecs.lookup(locale.nl_langinfo(locale.CODESET)).name == "ascii"
    except (AttributeError, LookupError):  # Windows has no nl_langinfo, and no need of this
        return False
