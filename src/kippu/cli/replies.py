"""What a person says to an offer: a yes, a no, or something else that they want, which is then not lost.

Knows words of English and Japanese; not what is offered.
"""

import re
import unicodedata
from dataclasses import dataclass

_YES = (
    "y|yes|yeah|yep|yup|ok|okay|sure|please|please do|get it|do it|go ahead|"
    "はい|うん|ええ|いいよ|お願い|お願いします|おねがいします|どうぞ|取得|取得して|取得してください|取得する"
)
_NO = (
    "n|no|nope|nah|no way|not now|not yet|not today|maybe later|later|never|skip|don't|cancel|no need|"
    "いいえ|いえ|いや|ううん|いらない|いりません|要らない|不要|不要です|結構です|けっこうです|いいです|大丈夫|大丈夫です|"
    "今はいい|今はいらない|また今度|あとで|後で|しない|やめて|やめる|やめておく|やめときます|キャンセル"
)
_AND_YES = (
    r"(?:[\s,.!]+(?:yes|yeah|sure|ok|okay|please|please do|(?:please )?(?:get it|fetch it|download it|do it)"
    r"|go ahead|go for it|of course|why not|i want it|i'd like (?:it|that)|i would|i do))"
    r"|(?:[\s、。]*(?:はい|うん|お願い|お願いします|おねがいします|どうぞ|取得して|取得してください|ほしいです|欲しいです))"
)
"""What only says yes once more."""
_WEAK = re.compile(r"please|ok|okay|お願い|お願いします|おねがいします|どうぞ", re.IGNORECASE)
"""A yes alone, and before another sentence no more than good manners: "please, turn on the light"."""
_POLITE = r"(?:(?:[\s,、]+)(?:please|thanks|thank you|お願いします|おねがいします|ありがとう|thx))?"
_PAUSE = r"\s*[,、.。!!;:]+\s*"
_END = r"[\s.。!,、~〜]*$"
_READ = re.compile(
    rf"(?:(?P<yes>{_YES})(?P<more>(?:{_AND_YES})*)|(?P<no>{_NO})){_POLITE}"
    rf"(?:{_END}|(?:{_PAUSE}|\s+(?=but\b))(?P<rest>.+)$)",
    re.IGNORECASE | re.DOTALL,
)
_BUT = re.compile(r"(?:but|though)\b[\s,]*|(?:でも|けど|だけど)[\s、]*|ただ、", re.IGNORECASE)
_NO_ALONE = re.compile(rf"(?:{_NO}){_POLITE}{_END}", re.IGNORECASE)
_NOT = re.compile(
    r"(?:no|not|never|don't|later|maybe|tomorrow)\b|another time\b|後で|あとで|また", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said."""

    yes: bool = False
    rest: str = ""
    """What else the person wants: to be done as if it had been said by itself."""


def read(text: str) -> Reply:
    """A sentence that is neither a yes nor a no is a no, and what the person wants instead."""
    said = unicodedata.normalize("NFKC", text).strip()
    if not said:
        return Reply()
    found = _READ.match(said)
    if found is None:
        return Reply(rest=text.strip())
    rest = (found["rest"] or "").strip()
    wanted = _BUT.sub("", rest, count=1) if _BUT.match(rest) else rest
    yes = found["yes"] is not None
    if not yes or not rest:
        return Reply(yes, rest)
    manners = _WEAK.fullmatch(found["yes"]) is not None and not found["more"]
    refused = _NO_ALONE.fullmatch(wanted) is not None
    doubted = manners or refused or wanted != rest or _NOT.match(wanted) is not None
    return Reply(not doubted, "" if refused else wanted)
