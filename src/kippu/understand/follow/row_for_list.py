"""Bare names of things right behind a new list, which are for it: "bread, cheese and grapes", or
「パンとチーズ」.

By themselves they would go nowhere, or to the list for shopping. Knows words that make an order of them.
"""

import re

from kippu.groceries import is_product
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame

_ROW: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|also|ok|okay|so|then|with|some)[, ]+)*(?P<items>[a-z][a-z' ,-]{1,120}?)"
        r"(?: too| as well| please)*"
    ),
    "ja": regex(
        r"(?:あと|それと|まず|えっと|、)*(?P<items>[^。はをがにでもて\d]{1,60}?)"
        r"(?P<put>を?(?:入れて|追加して|書いて))?(?:ね|よ|です|も|お願い|ください)*"
    ),
}
_PARTS = regex(r", and |, | and |、|と")
_NO_THING = regex(
    r"\b(?:add|put|remove|delete|show|read|what|who|how|why|when|where|is|are|it|that|this|turn"
    r"|set|play|stop"
    r"|cancel|never|no|yes|thanks|thank|please|ok|okay|hello|the end|good|great|nice|call|name"
    r"|list|i|you|we|he|she|they|my|your|his|her|our|nobody|nothing|nowhere|everybody|someone|mom|mum|dad"
    r"|ouch|hurts?)\b"
    r"|(?:た|だ|思う|思い|です|ます|嫌)$|リスト|ありがと|いい|はい|うん|いや|やめ|取り消|何|誰|どこ|それ|これ|時|分|円"
)
_MOST_WORDS, _MOST_LETTERS_JA = 3, 10
_LONGEST = 200
"""Letters of a row; more is a text."""


def row_for_list(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """The call that puts them there; None where one of them may be anything else."""
    where = last.arguments.get("list") if last.tool == "lists.create" else None
    match = _ROW[language].fullmatch(folded) if where and len(folded) <= _LONGEST else None
    put = bool(match and match.groupdict().get("put"))  # 「日焼け止めを入れて」 stops nothing
    if match is None or frame.mentions or frame.has("kinds"):
        return None
    several = "、" in match["items"]  # 「日焼け止め、水着」 stops nothing
    if frame.has("verbs") and not (put or several):
        return None
    parts = [part.strip() for part in _PARTS.split(match["items"])]
    short = all(map(_is_thing, parts))
    alone = len(parts) < 2 and not (language == "en" and is_product(parts[0]))
    # Behind hiragana と parts nothing: 「日焼け止めとパスポート」 were one thing.
    parted = any("ぁ" <= part[-1] <= "ん" for part in parts[:-1] if part)
    items = "、".join(parts) if parted else match["items"]
    return Call("lists.add", {"item": items, "list": where}) if short and not alone else None


def _is_thing(part: str) -> bool:
    """Whether it is no more than the name of a thing."""
    long = len(part.split()) > _MOST_WORDS or (not part.isascii() and len(part) > _MOST_LETTERS_JA)
    return bool(part) and not long and _NO_THING.search(part) is None
