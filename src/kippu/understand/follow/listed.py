"""What was just put down, put on a list too: "add it to the shopping list as well", 「リストにも入れて」."""

import re
from typing import Any

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.phrases import en, ja

_SAID: dict[Language, re.Pattern[str]] = {
    "en": en(
        r"(?:add|put|stick|write|note) (?:it|that|them)(?: down)? (?:to|on|onto) (?:the |my |our )?"
        r"(?P<list>shopping |grocery |to[- ]?do )?list(?: too| as well| also)*"
    ),
    "ja": ja(
        r"(?:それ|これ)?(?:を|も)?(?P<list>買い物|買いもの|やること|todo)?リストに?も?(?:入れ|いれ|追加し?|書い|載せ|のせ|足し)"
    ),
}
_BOUGHT: dict[Language, re.Pattern[str]] = {
    "en": regex(r"^(?:buy|get|pick up|order|purchase) (?:some |the |an? )?", re.IGNORECASE),
    "ja": regex(
        r"^(?:[^、。]{0,6}(?:帰り|ついで|途中)に|(?:今日|明日|あした|今夜|週末|今度)(?:に|は)?)(?=.*買)|(?:を|も)?(?:買う|買って(?:くる|帰る)|買い)(?:の|こと)?$"
    ),
}
_SHOPPING = ("shopping", "grocery", "買い物", "買いもの")


def listed(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """The call that puts it on a list: what is to be bought on that for shopping, where none is named."""
    match, text = _SAID[language].match(folded), str(last.arguments.get("text") or "")
    if match is None or not text:
        return None
    item = _BOUGHT[language].sub("", text)
    said = (match["list"] or "").strip()
    shopping = said.startswith(_SHOPPING) if said else item != text
    given: dict[str, Any] = {"item": item if shopping else text, "list": "shopping" if shopping else "to do"}
    return Call("lists.add", given)
