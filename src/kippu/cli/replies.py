"""What a person says to an offer: a yes, a no, or something else that they want, which is then not lost.

Knows words of English and Japanese; not what is offered.
"""

import re
import unicodedata
from dataclasses import dataclass

_YES = (
    "y|yes|yeah|yep|yup|ok|okay|sure|please|get it|do it|go ahead|"
    "はい|うん|ええ|いいよ|お願い|お願いします|おねがいします|どうぞ|取得|取得して|取得してください|取得する"
)
_NO = (
    "n|no|nope|nah|no way|not now|not yet|not today|maybe later|later|never|skip|don't|cancel|no need|"
    "いいえ|いえ|いや|ううん|いらない|いりません|要らない|不要|不要です|結構です|けっこうです|いいです|大丈夫|大丈夫です|"
    "今はいい|今はいらない|また今度|あとで|後で|しない|やめて|やめる|やめておく|やめときます|キャンセル"
)
_POLITE = r"(?:(?:[\s,、]+)(?:please|thanks|thank you|お願いします|おねがいします|ありがとう|thx))?"
_PAUSE = r"\s*[,、.。!!;:]+\s*"
_READ = re.compile(
    rf"(?:(?P<yes>{_YES})|(?P<no>{_NO})){_POLITE}(?:[\s.。!,、~〜]*$|{_PAUSE}(?P<rest>.+)$)",
    re.IGNORECASE | re.DOTALL,
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
    return Reply(found["yes"] is not None, (found["rest"] or "").strip())
