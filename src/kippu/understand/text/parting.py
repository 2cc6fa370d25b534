"""Words of parting beside an order: "turn off the lights, see you at 8", 「電気を消して、また明日」. The time
in them is that of the next meeting, and no order's.

Knows words; knows no tool.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_DAY = r"tomorrow|tonight|later|soon|then|there|around|again|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SEE_YOU = (
    r"(?:(?:i'll|we'll|i will|we will) )?(?:see|catch|talk to|speak to) (?:you|ya|y'all)(?: all| guys)?"
    rf"(?: (?:{_DAY}|(?:on|at|in|around|next|this|after) (?:(?:an?|the|about) )?[\w:]+"
    r"(?: (?:am|pm|minutes?|hours?|days?))?))*"
)
_BEFORE_EN = regex(rf"^(?:(?:ok|okay|right|bye|alright)[, ]+)*{_SEE_YOU}[,.!;]+ (?=\S+ \S)", re.IGNORECASE)
_BEHIND_EN = regex(
    rf"[,.!;]+ (?:(?:and|ok|okay|bye|thanks|thank you|good ?night)[, ]+){{0,4}}{_SEE_YOU}$", re.IGNORECASE
)
_WORDED_EN = regex(
    r"\b(?:text|message|send|tell|say|write|note|remind|translate|e?mail|reply|answer|ask|post|play|spell|add|put|schedule|plan|book"
    r"|calendar)\b",
    re.IGNORECASE,
)
"""What may have a parting as its own words."""
_BEHIND_JA = regex(
    r"[、。!！ ]+(?:じゃあ|じゃ|では|それじゃあ?|それでは)?、?"
    r"また(?:(?:明日|あした|あす|明後日|来週|今度|夜|夕方|朝)に?|後で|あとで)?(?:ね|な|です)?$"
)
_WORDED_JA = regex(
    r"送|伝え|メール|メッセージ|ライン|LINE|言って|書いて|メモ|翻訳|訳して|返信|リマインド|かけて"
)


def without_parting(text: str, language: Language) -> str:
    """The sentence without them; as it is where they are all of it, or may be what is to be written."""
    if language == "ja":
        return text if _WORDED_JA.search(text) else _BEHIND_JA.sub("", text) or text
    if _WORDED_EN.search(text):
        return text
    return _BEHIND_EN.sub("", _BEFORE_EN.sub("", text)) or text
