"""What a person takes back in the same breath: "lock it. no, unlock it", "open the blinds, oh never mind".

Knows words, and one tool by its name: the one that does nothing.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language

_NEVER_MIND = "help.never_mind"
_TAKES_BACK: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:oh|ah|uh|um|er)?[, ]*(?:no|nope|wait|actually|sorry|i mean|scratch that|make that|or rather)\b"
        r"(?! longer| more)",
        re.IGNORECASE,
    ),
    "ja": regex(r"(?:あ、?|え、?)?(?:いや(?!な)|やっぱ|違う|違った|ちがう|間違えた|まちがえた|じゃなくて)"),
}
"""How a command begins that is said instead of the one before: "lock it. no, unlock it"."""

_BREAKS_OFF: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:oh|ah|uh|um|er|no|nope|wait(?=,| no\b)|actually|sorry|i mean(?:t)?|scratch that|make that"
        r"|or rather)\b(?! longer| more)[, ]*)+",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:(?:[あえ]、|いや(?!な)|やっぱり?|違う|違った|ちがう|間違えた|まちがえた|じゃなくて)[、 ]*)+"
    ),
}
_RATHER: dict[Language, re.Pattern[str]] = {
    "en": regex(r"[, ]*\b(?:instead|rather)[.!]*$", re.IGNORECASE),
    "ja": regex(r"の(?:ほう|方)(?=[をにで]|$)"),
}
"""What a command that is said instead of another may say of that."""


def instead(text: str, language: Language) -> str:
    """Such a command without the words that break off and point back, of which alone nothing is left; any
    other as it is."""
    if not _TAKES_BACK[language].match(text):
        return text
    bare = _BREAKS_OFF[language].sub("", text, count=1)
    return _RATHER[language].sub("", bare)


_WITHDRAWN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^.{4,}(?:[,.;!]|\.\.\.)\s*(?:oh|ah|no|nah|uh|um|hmm+|well|wait|actually|sorry|haha|[,. ])*"
        r"(?:(?:never ?mind|forget (?:it|that)|scratch that|skip (?:it|that)|hang on|(?:no,? )?don't"
        r"|(?<=[,. ])(?:nah|nope)|(?:just |only |i'm (?:just |only )?)?(?:kidding|joking)|jk|not now"
        r")(?: (?:it|that))?[.!]*"
        r"|no,? (?:i|we|they) (?:still|already|have|had)\b.*"
        r"|no,? (?:the|my|our|he|she|it)\b[\w ]* (?:is|are|was|has) .*"
        r")$"
        r"|^(?:please |can you |could you )?(?:call|ring|phone|text|message|wake) .{2,}?[,.;!]\s*(?:oh,? )?"
        r"(?:actually|no|wait|no,? wait),? (?:s?he|they)(?:'s| is|'re| are) (?:still |already |probably )*"
        r"(?:asleep|sleeping|in bed|busy|out|away|home|here|driving|at (?:the )?\w+|in an? \w+"
        r"|on (?:\w+ ){0,2}\w+)[.!]*$",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"^.{4,}[、。,. ](?:あ、?|え、?|いや、?)?(?:やっぱり?、?"
        r"(?:(?:やめ|止め)(?:て|とく|ておく|ます)?|いい(?:や|です)?|なし(?:で)?)"
        r"|なんでもない(?:です)?|忘れて|なんてね|なんちゃって|(?:冗談|うそ|嘘)(?:だ|です|だけど)?|[^、。]*(?:から)?いいや"
        r"|(?:やめ|止め)と(?:く|こう))(?:ください|ね|よ)*[。!]*$"
    ),
}
"""How a sentence ends that takes back all that it says."""


def withdrawn(text: str, language: Language) -> bool:
    """True for a sentence that takes all of itself back at its end: "open the blinds, oh never mind"."""
    return _WITHDRAWN[language].match(text) is not None


def standing(said: Sequence[tuple[str, Sequence[Call]]], language: Language) -> list[Call]:
    """The calls of a sentence's commands without those that it takes back itself.

    ``said``: each command as it was said, with its calls.
    """
    calls: list[Sequence[Call]] = []
    for text, own in said:
        if calls and _TAKES_BACK[language].match(text):
            calls.pop()
        calls.append(own)
    if said and any(call.tool == _NEVER_MIND for call in said[-1][1]):
        return list(said[-1][1])
    return [call for own in calls for call in own]
