"""How a command says what it leaves out: "… except the lamp", 「寝室以外の…」. Knows words alone."""

import re

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text import sentence

PARTED: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        regex(
            r"^(?P<command>.+?),? (?:except|apart from|other than|but not|excluding|besides|leaving out|but)"
            r"(?: for)?(?: (?:in|on|at))? (?P<left>.+)$"
        ),
        regex(
            r"^(?:except|apart from|other than|excluding|besides)(?: for)? (?P<left>.+?), (?P<command>.+)$"
        ),
    ),
    "ja": (
        regex(
            r"^(?P<left>.+?)(?:以外|を除いて|を除き|をのぞいて|だけ残して|は残して)"
            r"[のはをに]?、?(?P<command>.+)$"
        ),
        regex(
            r"^(?P<command>.+?)、?(?:ただし|でも)(?P<left>.+?)(?:以外|[はを]?除いて|[はを]?除く|は抜き|は残して)"
            r"(?:ね|で|です|よ|こと)*$"
        ),
    ),
}
"""By language; each finds the command and what is left out of it."""


def left_of(text: str, language: Language) -> str | None:
    """The words of a command for what it leaves out; None where it leaves out nothing."""
    matches = (pattern.match(sentence(text, language).casefold()) for pattern in PARTED[language])
    return next((match["left"] for match in matches if match), None)
