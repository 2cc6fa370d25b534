"""Whether words can be whom one calls or writes to: "call Anna" and not "call it a day".

Knows words alone; who there is, the contacts know.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_MOST_WORDS = 4
_NOBODY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:me|it|this|that|these|those|you|off|for|them|us|him|her|on|out|back|upon|in|into|up|down|to|a|an|"
        r"some|any|every|all|as|it's|if|when|is|are|was|adventure|generation|address|case|of|at)\b"
        r"|^(?:the )?(?:numbers?$|functions?\b|method\b|stack\b|shots$|meeting\b|whole thing$)"
        r"|\b(?:tomorrow|today|tonight|later|every|o'clock|am|pm|minutes?|hours?|at \d|on \w+day|in \d|if|"
        r"because|and then|instead)\b"
        r"|\s(?:about|regarding|that|saying|i|i'm|i'll|i've|we|we're|we'll|it's|can|could|will|are|is|please|don't|"
        r"what|where|when|how|why|thanks|thank|happy|sorry|to|titled|reading)\b"
        r"|\s(?:by|for|with|from|of|and)$|,\s*(?:actually|no|wait|oh|sorry|but)\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"[をは、。]|明日|明後日|今日|今晩|今夜|毎日|毎朝|毎週|曜日|\d(?:時|分)|後$|それ|これ|あれ|私|わたし|僕|俺|誰か"
    ),
}


def is_somebody(words: str, language: Language) -> bool:
    """True for a name, a number or an address; a time in it means that the call is for later."""
    many = language == "en" and len(words.split()) > _MOST_WORDS and not re.fullmatch(r"[+\d\s().-]+", words)
    return not many and _NOBODY[language].search(words.strip()) is None
