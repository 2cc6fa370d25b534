"""A list's name before a colon, and behind it what goes there: "shopping list: milk, eggs", 「買うもの：卵」.

Said again as the order that it is; templates take no colon. Knows words alone.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_HEADED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:please |can you )?(?:(?:make|create|start|(?:add|put) (?:(?:this|these) )?(?:to|on))(?: me)? )?"
        r"(?:(?:a|my|the|our|for (?:my|the|our)) )?(?:new )?"
        r"(?:(?P<name>[a-z][a-z'-]*(?: [a-z][a-z'-]*)?) list"
        r"|(?P<buy>shopping|groceries|(?:things |stuff )?to (?:buy|get)|buy)"
        r"|(?P<do>to[- ]?dos?|chores|tasks|things to do)) ?[:：]\s*(?P<items>[^:：\n?]{2,200})",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:(?P<name>[^、。\s:：]{1,12}?)リスト"
        r"|(?P<buy>お?(?:買い?物|買うもの|買いもの)|買ってくるもの|買い出し)"
        r"|(?P<do>やること|やる事|すること|todo|タスク))(?:を?作って|に?追加(?:して)?|に入れて)?\s*[:：]\s*(?P<items>[^:：\n?？]{1,120})",
        re.IGNORECASE,
    ),
}
_NO_NAME = regex(
    r"\b(?:add|put|write|make|create|new|start|begin|show|read|open|check|clear|empty|delete|remove|translate|sort"
    r"|summari[sz]e|the|schindler's|to|from|on|off|in|a|an|this|following|these|play|price|wine|guest)\b|^(?:新しい|次の|以下の|この|プレイ|料金)",
    re.IGNORECASE,
)
"""Of another order, or of a text that is brought along."""
_KNOWN = {"grocery": "shopping", "to-do": "to do", "todo": "to do"}
_NO_ITEMS = regex(
    r"\d{1,2}(?::\d\d|時).*|(?:what|how|is|are|show|read|clear|empty|delete|sort|a history|history of)\b.*"
    r"|(?:none|nothing|nil|done|empty|tbd|n/a)|(?:見せ|教え|消し|読ん).*|なし|無し|無い|ない|特になし|.*しい",
    re.IGNORECASE,
)


def headed(text: str, language: Language) -> str:
    """The order to put it there; any other sentence as it is."""
    match = _HEADED[language].fullmatch(text.rstrip(" .。"))
    if match is None or _NO_ITEMS.fullmatch(match["items"]):
        return text
    name, items = (match["name"] or "").casefold(), match["items"].strip(" 、,")
    if name and name not in _KNOWN and _NO_NAME.search(name):
        return text
    if language == "ja":
        where = f"{name}リスト" if name else "買い物リスト" if match["buy"] else "やることリスト"
        return f"{where}に{items}を追加して"
    where = _KNOWN.get(name, name) or ("shopping" if match["buy"] else "to do")
    return f"add {items} to the {where} list"
