"""What English says of a plan in words that are its name elsewhere: "remind me to buy flowers before friday",
"invite Bob to lunch on friday at noon", 「金曜までに花を買うのをリマインドして」.

Knows words and time phrases; knows no tool.
"""

from datetime import datetime

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.when.english import find

_BEFORE_A_DAY = regex(
    r"(?P<ask>(?:(?:please|can you|could you) )*remind me to .+?) (?:by the day )?before "
    r"(?P<day>(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?P<end>(?: please)?)"
)
_INVITED = regex(
    r"(?:(?:please|can you|could you) )*invite (?P<who>(?!me\b|us\b)[\w' ]+?) (?:over )?(?:to"
    r"|for) (?:an? |the |my |our )?"
    r"(?P<what>lunch|dinner|breakfast|brunch|coffee|tea|drinks|supper) (?P<when>.+)"
)


_BY_A_DAY_JA = regex(
    r"(?P<day>(?:(?:今週|来週)の?)?[月火水木金土日]曜日?|明日|あした|明後日|あさって|\d{1,2}月\d{1,2}日)までに、?"
    r"(?P<rest>.+(?:リマインド|思い出させ).*)"
)


def planned_so(text: str, language: Language, now: datetime) -> str:
    """The sentence with the day before, or with who is met; as it is for every other."""
    if language == "ja":
        by = _BY_A_DAY_JA.fullmatch(text)
        return f"{by['day']}に{by['rest']}" if by else text
    folded = text.casefold()
    if match := _BEFORE_A_DAY.fullmatch(folded):
        if any(one.clock for one in find(match["ask"], now)):
            return text
        ask, day = text[: match.end("ask")], match["day"]
        return f"{ask} the day before {day}{match['end']}"
    match = _INVITED.fullmatch(folded)
    found = find(match["when"], now) if match else []
    if match is None or len(found) != 1 or (found[0].start, found[0].end) != (0, len(match["when"])):
        return text
    who, when = (text[match.start(part) : match.end(part)] for part in ("who", "when"))
    return f"schedule {match['what']} with {who} {when}"
