"""Finds who a letter is to, who signs it and who commented. Knows the forms of letters, and no names."""

import re
from collections.abc import Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_NAME = r"(?P<name>[^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)?(?:[ ][^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)?)?)"
_SIGNED = _NAME.replace("name", "signed")
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Herr|Frau|Aunt|Auntie|Uncle)\.?\ )?"
_LETTER = regex(
    rf"(?:^|[\n.!?>\"“:]\s?|\bfrom\s|\bto\s)(?:Dear|Hi|Hello|Hey|Hiya|DEAR)\ {_TITLE}{_NAME}(?=[,\s!.:—-])"
    r"|(?:[Rr]egards|[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Cc]heers|[Ww]ishes|Yours|Love|Thanks),?[ ]?"
    rf"\n[ ]*{_SIGNED}[ .]*(?:\n|$)"
)
_COMMENTED = regex(
    rf"(?:^|[\n.!?)] ?){_NAME}(?= (?:commented|replied|wrote|posted|answered|said) (?:on|at) \d)"
)
_ADDRESSED = regex(
    r"\b(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Mme|Mlle|Rev|Sgt|Capt|Cllr)\.?|Miss|Professor|Dame|Herr|Frau|Señora?"
    rf"|Monsieur|Madame|Aunt|Auntie|Uncle)[ ]{_NAME}(?![^\W\d_])"
    r"|\b(?:(?:mr|mrs|dr|prof)\.?|miss)[ ](?P<small>[^\W\d_]{3,})"
    r"(?=['’]s\b|[ ]?(?:[,.!?;:)]|$|[ ](?:is|was|says|said|has)\b))"
)
_WRITTEN = regex(
    r"\b(?:e-?mail|mail|letter|message|text|reply|note|invitation|apology|write|writing|speak|talk) to "
    r"(?P<written>[A-Z][a-z]{3,})"
    r"(?= (?:about|informing|asking|telling|saying|thanking|inviting|explaining|regarding|that|who|and)\b)"
)
"""Whom somebody writes to: a name that is a word ("Precious") has nothing else that tells."""
_CHAT = regex(
    r"^[\[(]?(?P<chat>[^\W\d_]{2,20})[^\w\n\[\]()]{0,4} [\[(]?\d{1,2}:\d{2}(?![\d:]|\s?[-–])", re.MULTILINE
)
"""Who wrote a line of a chat, with its time behind."""
_LINES = 2
_NOBODY = frozenset(
    "sir madam sirs madams all team everyone everybody folks hiring customer customers client clients "
    "colleague colleagues friend friends guest guests parent parents student students neighbour "
    "neighbours neighbor neighbors recruiter manager committee editor members member human support valued "
    "there pepper who universe sam you it them him her anything something dear santa lord god diary kippu "
    "alexa siri google world editors professor doctor teacher mother father mom mum dad grandma grandpa "
    "please thank thanks i we this my the your congress parliament council government support sales "
    "marketing management finance staff department landlord tenant airline bank embassy police court office "
    "people suppliers vendors employees google amazon apple microsoft netflix facebook".split()
)
"""Whom a letter is to when it is to nobody by name."""

_DAYS = frozenset(
    "me mon tue wed thu fri sat sun tues thurs today tomorrow yesterday at on from until by am pm info "
    "warn error "
    "debug start end open close opens closes doors lunch dinner breakfast meeting break".split()
)
"""What else has a time behind it at the beginning of a line."""


def look(text: str) -> Iterator[Span]:
    """Names behind a greeting or a title, below the words that end a letter, and over a page's comments."""
    lines = list(_CHAT.finditer(text)) if ":" in text else []
    for match in lines if len(lines) >= _LINES else ():
        if match["chat"].lower() not in _NOBODY | _DAYS:
            yield Span(*match.span("chat"), "person", 4)
    for match in (
        *_LETTER.finditer(text),
        *_COMMENTED.finditer(text),
        *_ADDRESSED.finditer(text),
        *_WRITTEN.finditer(text),
    ):
        group = match.lastgroup or "name"
        start, end = match.span(group)
        words = match[group].split()
        if words[0].lower() in _NOBODY:
            continue
        if len(words) > 1 and words[1].lower() in _NOBODY:  # "Dear Reuben Please note"
            end = start + len(words[0])
        yield Span(start, end, "person", 4)
