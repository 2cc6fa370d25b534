"""Words that the command was done to the wrong thing, and not which is the right one: "not that one"."""

import re

from kippu.regex import regex
from kippu.turn import Language

_ONE = r"(?:one|lights?|lamps?|fan|blinds?|curtains?|plug|speaker|door|room)"
_WANTED = r"(?: (?:that )?i (?:meant|wanted|asked for))"
_WRONG: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:no|nope|nah|hm+|oh|wait|sorry|but|uh|um)[, ]+)*(?:"
        rf"not (?:that|this)(?: one)?|(?:(?:that|this|it)(?:'s| is| was) )?(?:the )?wrong {_ONE}"
        rf"|you (?:got|took|picked|chose|have) the wrong {_ONE}"
        r"|(?:that|this)(?:'s not| is not| isn't| wasn't| was not) "
        rf"(?:it|the (?:right )?{_ONE}{_WANTED}?|what{_WANTED})"
        r")(?: sorry)?"
    ),
    "ja": regex(
        r"(?:(?:いや|いやいや|違う|ちがう|あ|え|ごめん|うーん)[、 ]*)*"
        r"(?:それ|そっち|そこ|その電気|これ|こっち)(?:じゃ|では)"
        r"(?:ない|なくて|ありません|ないん)(?:です|だ|だって|って|よ|けど|ば)*"
    ),
}


def is_wrong_one(text: str, language: Language) -> bool:
    """Whether the sentence (as ``text.sentence`` gives it) says no more than that."""
    return _WRONG[language].fullmatch(text.casefold()) is not None
