"""A thing to do, or to pack, that is done now: "I've paid the rent", 「靴下は入れた」, right behind its list.

Only of a list that is no list for shopping: what is bought has words of its own. Knows verbs of getting
things done, in the past; who keeps the list finds the item by its words.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame

_VERB_EN = (
    r"paid|sent|called|rung|rang|phoned|e?mailed|texted|booked|cleaned|washed|fixed|packed|posted|returned"
    r"|finished|ordered|written|wrote|done|did|fed|watered|taken|took|mowed|mown|ironed|hoovered"
    r"|vacuumed|cooked"
    r"|baked|filed|signed|submitted|renewed|cancell?ed|collected|made|bought|got|picked up"
    r"|dropped off|sorted(?: out)?"
    r"|put in|printed|mended|repaired|arranged|changed|emptied"
)
_DONE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:ok|okay|so|oh|right|well|and)[, ]+)*(?:i|we)(?:'ve| have)?"
        rf"(?: (?:already|just|now|finally))* (?:{_VERB_EN}) (?:the |my |our |that )?(?P<item>[^,.;]+?)"
        r"(?: (?:already|now|today|yesterday|this morning|just now))*"
    ),
    "ja": regex(
        r"(?:あ|うん|もう|、)*(?P<item>[^、。がはをもに]{1,14}?)(?:は|を|も|なら)(?:もう|さっき|ちゃんと)?"
        r"(?:払っ|済ませ|終わっ|終え|やっ|出し|かけ|送っ|書い|洗っ|入れ|詰め|片付け|予約し|返し"
        r"|作っ|し|取っ|持っ|行っ|電話し)"
        r"(?:た|ました|といた|ておいた)(?:よ|から|わ|ね)*"
    ),
}
_POINTED_AT = regex(
    r"(?:it|that|this|them|these|those|everything|all|nothing|one|some|any)(?: .*)?|.*\b(?:to|and"
    r"|but|that|if)\b.*"
    r"|それ|これ|あれ|全部|何|なに|誰|いつ|電気|明かり|.*(?:彼|彼女|昨日|明日|今日|弟|妹|兄|姉|父|母|妻|夫).*"
)
_MOST_WORDS = 4


def ticked_off(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """The call that ticks it off; None for any other sentence, and for what is of the home."""
    where = last.arguments.get("list")
    if (
        not last.tool.startswith("lists.")
        or where in {None, "", "shopping"}
        or frame.mentions
        or frame.has("kinds")
    ):
        return None
    match = _DONE[language].fullmatch(folded)
    if match is None or _POINTED_AT.fullmatch(match["item"]) or len(match["item"].split()) > _MOST_WORDS:
        return None
    return Call("lists.check", {"item": match["item"], "list": where})
