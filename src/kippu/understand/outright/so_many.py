"""How much of something is enough, with nothing before it: 「じゃがいもは3個でいい」. It may be for a list,
and is asked about.

Knows words; knows no list.
"""

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.cues import Frame
from kippu.understand.phrases.amounts import AMOUNT_JA

_SURE = 0.8
_SO_MANY = regex(
    rf"(?:やっぱり?、?)?(?P<item>[^、。を\d]{{1,10}}?)(?:は|を)(?P<amount>{AMOUNT_JA})(?:だけ)?"
    r"(?:で(?:いい|良い|大丈夫|十分)|に(?:減らして|増やして|変更して|変えて))(?:です|よ|や|わ|ね|ください|くれる)*"
)
_NO_ITEM = regex(r"音|明るさ|温度|部屋|人|台数|今日|明日|これ|それ|あれ|薬|量$|数$|予約|席")


def so_many(text: str, language: Language, frame: Frame) -> Meaning | None:
    """The question whether so much of it is to be on the shopping list; None for any other sentence."""
    match = _SO_MANY.fullmatch(text) if language == "ja" else None
    if match is None or frame.mentions or frame.has("kinds") or _NO_ITEM.search(match["item"]):
        return None
    call = Call("lists.add", {"item": match["item"], "amount": match["amount"], "list": "shopping"})
    return Meaning("cues", _SURE, question=shall_i([call], language), proposed=(call,))
