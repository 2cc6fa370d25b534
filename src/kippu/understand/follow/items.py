"""After a list: milk too, cross off the bread, make it two, then add it."""

import re

from kippu.groceries import is_product
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.phrases import en, ja
from kippu.understand.phrases.amounts import AMOUNT_EN, AMOUNT_JA
from kippu.understand.phrases.final_mo import whole
from kippu.understand.text.leads import GOING_ON

_OFF_IT = r"(?: (?:from|of|on|off) (?:it|there|(?:the|that|my|this) list))?"
_ONTO_IT = r"(?: (?:to|on|onto) (?:it|there|(?:the|that|my|this) list))"
_REMOVE = {
    "en": en(
        r"(?:remove|delete|take off|drop|get rid of|strike|take|erase|cross out)(?: the| my)? (?P<item>.+?)"
        rf"(?: (?:off|out))?{_OFF_IT}"
    ),
    "ja": ja(
        r"(?P<item>[^、。]{1,15}?)(?:を|は|も)?(?:リストから)?(?:消し|けし|削除し?|外し|はずし|取り?除い|"
        r"除い|取り消し|消去し?|抜い)"
    ),
}
_NOT = regex(
    r"^(?:(?:actually|no|oh|wait|but|well|sorry|hm+)[, ]+)*"
    r"(?:not|no|without|forget(?: about)?|leave out|except(?: for)?|(?:i |we )?don't need)"
    r"(?: the| any| my)? (?P<item>[^,]+?)(?: (?:after all|actually|any ?more|please))*$"
)
"""What was put on the list and is not wanted: "actually not the eggs"."""
_CHECK = {
    "en": en(
        rf"(?:check|cross|tick)(?: off)?(?: the| my)? (?P<item>.+?)(?: off)?{_OFF_IT}"
        r"|(?:(?:i|we)(?:'ve)? (?:already )?(?:got|bought|have)|got|bought)(?: the"
        r"| my)? (?P<got>.+?)(?: already)?"
    ),
    "ja": ja(
        r"(?P<item>[^、。]{1,15}?)(?:を|は|も)?(?:チェックし|完了にし|買っ(?:た|てきた)|"
        r"買いまし|(?:もう|家に|うちに)+(?:あった|ある|あります)"
        r"|(?:ok|オーケー|オッケー|詰めた|用意した|準備した|準備できた)(?:です|よ|だ)?)(?:た)?"
    ),
}
_PUT_JA = r"(?:追加し?|書き?足し|足し|加え|載せ|のせ|書い|プラスし?|(?:入れ|いれ)(?=[てと]))"
_ADD = {
    "en": regex(
        r"^(?:(?:and|also|oh|ok)[, ]+)*(?:add|put)(?: the| some| a)? "
        r"(?P<items>(?!\d+ (?:more )?(?:min|sec|hour))[^,]+, "
        r"(?!(?:thanks|thank you|cheers|ta|i|i'm|i've|she|he|we|we're|they|you|no|please)\b).+?)"
        r"(?: (?:too|as well|also|to it|on it|to the list|on the list|please|on there|there))*$"
        r"|^(?:and|also|add|plus|and also|and add|also add|oh and|put)(?: the| some| a)? (?P<item>[^,]+?)"
        r"(?: (?:too|as well|also|to it|on it|to the list|on the list|please|on there|there))*$"
    ),
    "ja": ja(
        r"(?:あと|それと|それから)?、?(?:(?:そこ|それ|その(?:中|リスト)|中)に)?"
        rf"(?P<item>[^。]{{1,40}}?)(?:も(?:{_PUT_JA})?|[をは]?{_PUT_JA})"
    ),
}
_BESIDES = regex(
    rf"{GOING_ON}(?:some |the |a )?(?P<item>[a-z'-]+(?: [a-z'-]+){{0,2}}?) (?:too|as well)(?: please)?"
)
"""One more thing that shops have, with no verb: "double cream as well"."""
_TELLS = regex(
    r"\b(?:remove|delete|forget|no|not|cancel|drop|scrap|ditch|take|skip|without|i|we|he|she|they|dad|mum|mom|love|like"
    r"|bought|have|has|got|play|wants?|needs?|get|buy|lose|bin|off|out)\b"
)
"""Says something of it, or asks for another deed."""
_NAMED_THERE = regex(
    rf"(?:and |also )*(?:add|put) (?:an?|some|the|my) [^,]+?{_ONTO_IT}(?: (?:too|as well|please))*"
)
"""What is put on the list by its name, whatever else is called so: "put a lamp on it"."""
_IT = {
    "en": en(rf"(?:add|put) (?:it|that|them|those|one|some)(?: back)?(?:{_ONTO_IT}| on)?(?: then)?"),
    "ja": ja(
        r"(?:それなら|なら|それじゃ|じゃ|では)?、?(?:(?:それ|これ|そいつ)(?:を|も)?)?、?(?:リストに|そこに)?(?:足し|加え|書い|載せ|のせ"
        r"|追加し|追加(?=お願い|$)|(?:入れ|いれ)(?=[てと]))"
    ),
}
"""What was only asked after, or is off the list: "is milk on the list" - "then add it"."""
_AMOUNT = {
    "en": en(
        r"(?:(?:make|change|set) (?:it|that|them|(?:the|my) (?P<item>[a-z' -]+?))(?: to)?"
        rf" (?P<amount>{AMOUNT_EN})(?: (?P<what>[a-z' -]+?))?"
        rf"|(?:(?:i|we) (?:need|want)|get|(?:it )?(?:should|must) be) (?P<number>{AMOUNT_EN})"
        rf"(?: of (?:it|them|those|that))?|(?P<of>{AMOUNT_EN}) of (?:it|them|those))"
    ),
    "ja": ja(
        r"(?:(?:やっぱり?|やはり|間違えた|まちがえた|違う|違った|ごめん|いや|あ)[、 ]*)*"
        rf"(?:それ|これ)?(?:を|は)?、?(?:(?P<item>[^、。を\d]{{1,15}}?)(?:を|は|、)?)?"
        rf"(?P<amount>{AMOUNT_JA})(?:だけ|分)?(?:(?:に|へ)(?:し|変更し?|変え|直し|訂正し?|増やし|減らし|お願い)"
        r"|で(?:お願い|いい(?:です|や|かな)?|大丈夫(?:です)?|十分(?:です)?|よろしく)?(?=(?:て|ください|下さい|ね|よ|お願い|します)*$)"
        r"|(?:いる|必要|欲しい|ほしい)(?:です|んだ|かな)?)?"
    ),
}
"""So much of what was just put down, or of the item that is named."""
_AT_AN_HOUR = regex(
    r"(?:(?:and|also|oh) )*(?:add|put) (?!.*\blist\b).* at (?:\d{1,2}(?::\d\d)?|noon)(?: ?[ap]\.?m\.?)?"
)
"""Which may as well be for the calendar: "add milk at 7"."""
_TICKED = regex(
    r",? (?:so |and |please )*(?:check|cross|tick|mark|strike) (?:(?:it|them|that) off|off (?:it|them|that))$"
)
"""What only says once more what to do: "I bought the eggs, tick them off"."""
_MOST_WORDS = 4
_NO_ITEM = regex(
    r"\b(?:timers?|alarms?|reminders?|notes?|events?|appointments?|list|lists|what|who|how|why|tell|show|is|to|it|that|then)\b|タイマー|"
    r"アラーム|目覚まし|リマインダー|メモ|ノート|リスト|カレンダー|予定|連絡先|電源|スイッチ|[はがでにへ]$"
    r"|^(?:あと|他|ほか|それ(?:ら|と)?|これ(?:ら)?|あれ|じゃあ?|では|なら|やっぱり?|もう|今|いま|今日|明日|あした|今夜|来週|私|僕|俺|何|なに|洗濯物|はい|うん|ええ"
    r"|気合い?|力|心|手|連絡|電話|一報)$"
    r"|^[こそあど]の|\d時|[たのる](?:ん|の)?[、。]|[てで]、"
)
"""What is kept elsewhere or done at home, and what is no thing at all."""
_ROW = regex(r",(?: and)? ")
_ORDERS = regex(
    r"(?:remind|wake|turn|switch|set|start|stop|call|text|tell|show|read|play|open|close|lock|remove|delete"
    r"|cancel|dim|then|at|on|in|by|for|today|tomorrow|tonight|please)\b"
)
"""Begins an order of its own behind a comma."""
_PUTS = regex(r"\b(?:add|put)\b|追加|足し|加え|入れ|いれ|書|載せ|のせ|買わ|買い|いる|必要")
"""Puts it there: without such a word "and the eggs" behind "I bought the milk" were bought too."""
_REMEMBERED = frozenset({"lists.show", "lists.remove", "lists.check"})
"""Behind these what was asked after, or taken off, may be put on the list."""
_SPOKEN_OF = frozenset({"lists.add", "lists.show"})
"""Behind these "make it two" is for the item."""
_LONGEST_ONE = 15


def of_item(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """What is done with an item of the list that ``last`` was about."""
    where = {"list": last.arguments["list"]} if last.arguments.get("list") else {}
    before = str(last.arguments.get("item") or "")
    if before and last.tool in _REMEMBERED and _IT[language].fullmatch(folded):
        return Call("lists.add", {"item": before, **where})
    if counted := _counted(folded, language, before if last.tool in _SPOKEN_OF else "", frame):
        return Call("lists.add", {**counted, **where})
    named = language == "en" and _NAMED_THERE.fullmatch(folded)
    if (frame.mentions or frame.has("kinds")) and not named:
        return None
    match = _NOT.match(folded) if last.tool == "lists.add" else None
    if match and _is_of(match["item"], before):
        return Call("lists.remove", {"item": match["item"], **where})
    besides = _BESIDES.fullmatch(folded) if language == "en" and last.tool == "lists.add" else None
    besides = None if _TELLS.search(folded) else besides
    if besides and is_product(besides["item"].split()[-1]):
        return Call("lists.add", {"item": besides["item"], **where})
    for patterns, verb in ((_CHECK, "check"), (_REMOVE, "remove"), (_ADD, "add")):
        match = patterns[language].match(folded)
        said = match.groupdict() if match else {}
        item = said.get("item") or said.get("items") or said.get("got")
        item = item and whole(_TICKED.sub("", item), folded)
        if not item or not _is_item(item, language):
            continue
        if verb == "add" and not named and _acts(frame, language):
            continue
        if _AT_AN_HOUR.fullmatch(folded):
            continue
        bought = verb == "add" and last.tool == "lists.check" and not _PUTS.search(folded)
        return Call("lists.check" if bought else f"lists.{verb}", {"item": item, **where})
    return None


def recounted(folded: str, language: Language, asked: Call, frame: Frame) -> Call | None:
    """What was asked about, with another amount: "make it 5" to "Shall I put 10 kg of rice on the list?"."""
    item = str(asked.arguments.get("item") or "")
    if asked.tool != "lists.add" or not item:
        return None
    counted = _counted(folded, language, item, frame)
    return Call(asked.tool, {**asked.arguments, **counted}) if counted and counted["item"] == item else None


def _acts(frame: Frame, language: Language) -> bool:
    """Whether it orders or asks something of the home; 「入れて」 alone turns on nothing that isn't named."""
    verbs = ("off", "open", "close") if language == "ja" else ("on", "off", "open", "close")
    return frame.has("verbs", *verbs) or frame.has("ask", "is")


def _counted(folded: str, language: Language, before: str, frame: Frame) -> dict[str, str] | None:
    """The item and how much of it; None where nothing tells of what."""
    match = _AMOUNT[language].match(folded)
    if match is None or frame.mentions or frame.has("kinds"):
        return None
    said = match.groupdict()
    amount = next(said[name] for name in ("amount", "number", "of") if said.get(name))
    named = match["item"] or said.get("what")
    item = named or (_of_that_unit(before, amount) if language == "ja" else before)
    if language == "ja" and named:
        item = whole(named.removesuffix("も"), named)
    if language == "en" and named and not _is_of(named, before):
        return None  # "set the volume to 20"
    return {"item": item, "amount": amount} if item and not _NO_ITEM.search(item) else None


_UNIT_JA = regex(r"\d+(?:\.\d+)?")
_PARTED_JA = regex(r"、|と(?=[^ぁ-ん])")


def _of_that_unit(items: str, amount: str) -> str:
    """The only one of several that is counted so: 「3本」 of 「オリーブとワイン2本」 is the wine."""
    unit = _UNIT_JA.sub("", amount)
    there = [
        one for one in _PARTED_JA.split(items) if (said := _UNIT_JA.search(one)) and one[said.end() :] == unit
    ]
    return there[0] if len(there) == 1 and unit else items


def _is_of(said: str, items: str) -> bool:
    """Whether it is one of what was just put down."""
    each = re.split(r",| and |、|と", items.casefold())
    return said.removesuffix("s") in {_COUNTED.sub("", one.strip()).removesuffix("s") for one in each}


_COUNTED = regex(rf"^(?:(?:some|the)|{AMOUNT_EN}(?: of)?|an?) ")


def _is_item(said: str, language: Language) -> bool:
    if language == "ja":
        short = all(len(one) <= _LONGEST_ONE for one in re.split(r"、|と", said))
    else:
        each = _ROW.split(said)
        short = all(len(one.split()) <= _MOST_WORDS for one in each)
        if len(each) > 1 and any(map(_ORDERS.match, each)):
            return False
    return short and _NO_ITEM.search(said) is None
