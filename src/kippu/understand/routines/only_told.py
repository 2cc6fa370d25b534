"""Whether a sentence only speaks of what a routine is for: a question, a tale, an opinion, a denial.

Knows words alone.
"""

import re
from collections.abc import Mapping

from kippu.regex import regex
from kippu.turn import Language, Turn
from kippu.understand.free.mood import asks, denies, tells
from kippu.understand.text import is_question, tidy

_OF_IT: Mapping[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:who|what|when|where|why|how|which|is|are|was|were|did|do|does|has|have|should|tell|explain"
        r"|write|i (?:love|hate|like|enjoy)|(?:can|could|would)(?! you)|don't|do not|no|not)\b"
        r"|n't\b|\b(?:not|boring|fun|great|nice|bad|over|had|was|were|went|did|saw|(?<!^)(?:would|could)"
        r"|used to|yesterday|last|ago|invented|always|never|he|she|they|his|her|their)\b|\w{3,}ed\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:いつ|どこ|誰|だれ|何|なに|なぜ|なんで|どう|どの|どれ|いくら|か|かな|の)[?？]*$|いつ|どこ|誰が|なぜ|昨日|きのう"
        r"|先週|去年|た(?:よ|ね|な|けど|から|んだ|です)*$|でした|ました|ない|について|とは"
    ),
}
"""How a sentence speaks of such a thing, and wants nothing."""
_BEGS: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"^(?:(?:hey|ok|please|kippu),? )*(?:can|could|would|will) you\b", re.IGNORECASE),
    "ja": regex(r"て(?:くれ|もらえ|いただけ|くださ|ほし)[^、。]*[?？]$"),
}
"""A question that asks for the deed itself."""


def only_told(turn: Turn) -> bool:
    """Whether a sentence asks about, tells or denies what it speaks of."""
    text, language = tidy(turn.text), turn.language
    if is_question(text) and not _BEGS[language].search(text):
        return True
    of_it = _OF_IT[language].search(text.strip(" .。!！")) is not None
    return of_it or asks(text, language) or tells(text, language) or denies(text, language)
