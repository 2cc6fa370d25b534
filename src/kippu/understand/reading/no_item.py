"""What stands on no list: what nobody buys, words of another order, what is only told of.

Knows words; knows no list and no home.
"""

import re

from kippu.regex import regex
from kippu.understand.reading.another_order import BEHIND_NAME

_LIST_JA = regex(r"リスト$")
"""No item, but all of one: 「持ち物リストいらなくなった」."""
_ON_A_LIST = regex(r"\b(?:to|onto|on|in|into) (?:[\w'-]+ ){1,4}(?:play)?list$|^rid of\b", re.IGNORECASE)
"""No item, but the list that it goes to, and what goes: "mop to hardware store list"."""
_NO_PURCHASE = regex(
    r"\d (?:dollars?|bucks|euros?|pounds?|quid|yen|percent|degrees|minutes?|hours?|days?)\b"
    r"|\b(?:tonight|tomorrow|today|now|this (?:morning|afternoon|evening|week)|on \w+day|at \d)\b"
    r"|\b(?:fired|guests?|visitors?|company|divorced|married|engaged|sick|lost|home|rid)\b"
    r"|\b(?:i|i'm|i'll|we|we're|he|she|they|it's|what|what's|can|could|please|give|turn|put|set|make|tell)\b",
    re.IGNORECASE,
)
"""What one has, and didn't buy: "i've got 86 dollars", "we've got guests tonight"; or more behind it."""
_NO_ITEM = frozenset(
    "も もう また 何 何も なにも それ これ り 心配 全部 時間 お金 金 元気 やる気 興味 自信 返事 土日 平日"
    " 週末 休日".split()
)
"""What 「もういらない」 and 「時間が足りない」 have instead of an item."""
_ASKED = regex(
    r"(?:じゃ|では|で)なく(?:て|、)|[たの](?:覚え|記憶|気|つもり)$|(?:っけ|かな|ますか)[、？?]"
    r"|[るいた][？?]|(?:ました|てる|ている|てた|たい|ない)、|くて$|(?:くて|ても|きゃ|しか)(?:しょう"
    r"|仕方|しかた)$|(?:っけ|かな|ますか)$|(?:リマインダー?|アラーム|目覚まし|タイマー|予定|メモ|通知)$"
)
_OFF_A_LIST = regex(r"\b(?:off|from) (?:the|my|our) (?:\w+ )?list\b")
_NOTHING_BOUGHT = regex(
    r"(?:an?|any|no|to|it|this|that|one|you|so|my eye|work to|things to|nothing)\b|\w+ to\b", re.IGNORECASE
)
"""What "I've got" tells of that is on no list: a fever, to go, work to do."""
_IN_A_LIBRARY = regex(
    r" (?:to|on|in|from|off) (?:the|my|our)(?: \w+)* (?:playlist|queue|library|favou?rites)$", re.IGNORECASE
)
"""What is put there is music, and on no list."""
_NO_THING = regex(
    r"(?:you|him|her|them|someone|somebody) to \w|to (?:play|hear|listen|watch|skip|go|see|know|talk|ask)\b"
    r"|\d+(?:\.\d+)?(?: ?(?:fm|am))?$",
    re.IGNORECASE,
)
"""What is needed and not bought: "i need you to skip this song"."""
_ASKS_ON = regex(
    r", ?(?:will|can|is|are|do|does|should|how|what|when)\b|\bhow (?:much|many|long)\b|\bthings? at\b"
    r"|\d\.\d\d\b| each$|(?<!ゆ)で$",
    re.IGNORECASE,
)
"""A question behind what one has (“i've got some chips, will they still be ok”), or how it was bought."""
_IS_ADDED = regex(r"(?:追加|登録|記入|入れ|いれ|足し|加え|書い)(?:し?て|[、。])")
"""No item, but what is done with one, and another order: 「牛乳リストに入れて電気消して」."""


def is_no_item(tool: str, item: str) -> bool:
    """Whether a template took for an item of a list what is none."""
    if _IN_A_LIBRARY.search(item) or (tool == "lists.add" and _NO_THING.match(item)):
        return True
    if tool in ("lists.add", "lists.remove"):
        none = item in _NO_ITEM or item.removeprefix("もう") in _NO_ITEM
        return bool(
            none
            or _ASKED.search(item)
            or _OFF_A_LIST.search(item)
            or (tool == "lists.remove" and _LIST_JA.search(item))
            or (tool == "lists.add" and (_IS_ADDED.match(item) or _ON_A_LIST.search(item)))
        )
    if tool == "lists.check":
        return any(way.search(item) for way in (_NOTHING_BOUGHT, _ASKS_ON, _NO_PURCHASE))
    return tool == "lists.show" and BEHIND_NAME.search(item) is not None
