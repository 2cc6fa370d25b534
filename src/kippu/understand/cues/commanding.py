"""Tells a command from what only sounds like one: a statement, the past, a refusal, a contradiction.

A wrong change in a home is worse than none, so in doubt it is no command.
"""

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.cues.frame import Frame

_STATED = regex(
    r"\b(?:is|are|was|were|'s|stays?|remains?) (?:still |already |now |currently |not )*"
    r"(?:on|off|out|open|opened|closed|shut|locked|unlocked)\b|\b(?:was|were) (?:far |so |way |much )?too\b"
    r"|\b(?:temp(?:erature)?|fever|volume|brightness) (?:is|was) (?:at |about |around |only |over |still )*\d"
)
_WANTED = regex(
    r"\b(?:make sure|ensure|see to it|check that|i want|i'd like|i would like|i need|should be|needs? to be"
    r"|let)\b"
)
_NOT_JA = regex(
    r"(?<!くれ)(?<!もらえ)(?<!いただけ)(?<!くださら)(?<!聞こえ)(?<!きこえ)(?<!見え)(?<!くてたまら)(?<!くて眠れ)(?<!くてしょうが)(?<!くて仕方が)ない(?:の|で|よ|ね|から|けど)*$"
    r"|てい?ない(?:です|の)?か(?:な|ね)?(?=[、。])"
    r"|んな$|るな(?:よ)?$|ちゃ(?:だめ|ダメ|いけ)|禁止|たら|れば|(?:まし)?た(?:よ|ね|の|よね|っけ|か|けど|ところ)*$"
)
_OPPOSITE = (
    {"on", "off"},
    {"open", "close"},
    {"on", "close"},
    {"off", "open"},
    {"lock", "unlock"},
    {"next", "off"},
    {"next", "on"},
    {"dock", "on"},
)


def no_command(frame: Frame, language: Language) -> bool:
    """True when the sentence has a verb of command and gives none."""
    text = frame.text
    if language == "ja":
        if _NOT_JA.search(text):
            return True
    elif _STATED.search(text) and not _WANTED.search(text):
        return True
    verbs = set(frame.by_group.get("verbs", []))
    return any(pair <= verbs for pair in _OPPOSITE) or len(set(frame.by_group.get("colors", []))) > 1
