"""Whose a telephone number is: 「090-5555-6666って誰の番号？」, "whose number is 555 1234".

Knows words alone; whoever keeps the contacts looks them through.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language

_NUMBER = r"(?P<number>\+?\(?\d[\d() -]{4,20}\d)"
_SAID: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:do you know )?(?:whose (?:phone |mobile )?number is|who(?:'s| is| has)(?: the number)?)"
        rf" {_NUMBER}[?]*",
        re.IGNORECASE,
    ),
    "ja": regex(
        rf"(?:この|その)?(?:(?:電話|携帯)?番号)?(?:の|は|が|、)*{_NUMBER}(?:は|って|の)?、?(?:誰|だれ|どなた|どこ)"
        r"(?:の(?:(?:電話|携帯)?番号)?)?(?:だった|だ|です|でした|なの|か|かな|っけ|の|わかる|分かる|教えて)*[?？]*"
    ),
}


def whose_number(text: str, language: Language) -> Call | None:
    """The call that looks for it; None for any other sentence. ``text``: the sentence, tidied."""
    match = _SAID[language].fullmatch(text.strip())
    return Call("contacts.find", {"name": match["number"].strip()}) if match else None
