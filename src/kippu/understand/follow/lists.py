"""After a list or a note: show it, is it empty, milk too, cross off the bread."""

import re

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.phrases import THAT, en, ja

SHOW = {
    "en": en(
        rf"(?:show|read|open|display|list|see)(?: me)? {THAT}|(?:(?:tell|show) me )?"
        r"(?:what's|what is|what have (?:i|we)(?: got)?"
        rf"|what do (?:i|we) have) on (?:it|that|there|the list)(?: so far| already| yet)?"
    ),
    "ja": ja(r"(?:それ|これ|(?:その)?リスト|中身)?(?:を|は)?(?:見せ|みせ|読ん|表示し|確認し|教え)"),
}
_CLEAR = {
    "en": en(r"(?:clear|empty) (?:it|that|the list)"),
    "ja": ja(r"(?:全部|すべて|空に)(?:消し|削除し?|し)"),
}
_HOLDS = {
    "en": en(
        r"(?:is|was) (?:it|that|the list|this|there)(?: really| all)? (?:empty|clear|cleared|blank|done|"
        r"anything (?:left|else|still)? ?(?:on|in) (?:it|there|the list))"
        r"|is (?:there )?anything (?:left |still |else )?(?:on|in) (?:it|there|the list)|"
        r"what(?:'s| is) (?:left|still|now)(?: (?:on|in) (?:it|there|the list))?|what(?:'s| is) left"
        r"|how many (?:items |things )?(?:are )?(?:there |left |on it )*(?:now )?(?:on (?:it|the list)|left)"
    ),
    "ja": regex(
        r"^(?:今|いま|もう|これで|今は|いまは)?(?:それ|その?リスト|リスト|中身)?(?:は|って)?(?:今|いま|もう|まだ)?(?:は)?"
        r"(?:空(?:っぽ)?|から(?:っぽ)?|何もない|なにもない|何か(?:残って(?:い)?る|ある)|残って(?:い)?る|"
        r"(?:何|なに)が(?:残って(?:い)?る|ある)|(?:何|なに)(?:も)?(?:残って|入って)(?:い)?(?:る|ない)|いくつ(?:ある|残って(?:い)?る))"
        r"(?:に(?:なった|なりました|なってる))?(?:です|の|か|よね|ですか|んだっけ|っけ|ます)*$"
    ),
}
_REMOVE = {
    "en": en(
        r"(?:remove|delete|take off|drop|get rid of|strike|take|erase|cross out)(?: the| my)? (?P<item>.+?)"
        r"(?: (?:off|out))?(?: (?:from|of|on|off) (?:it|there|(?:the|that|my|this) list))?"
    ),
    "ja": ja(
        r"(?P<item>[^、。]{1,15}?)(?:を|は)?(?:リストから)?(?:消し|けし|削除し?|外し|はずし|取り?除い|"
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
        r"(?:check|cross|tick)(?: off)?(?: the| my)? (?P<item>.+?)(?: off)?(?: (?:from|of|on|off) (?:it|"
        r"there|(?:the|that|my|this) list))?"
        r"|(?:i (?:got|bought|have)|got)(?: the| my)? (?P<got>.+?)"
    ),
    "ja": ja(
        r"(?P<item>[^、。]{1,15}?)(?:を|は)?(?:チェックし|完了にし|買っ(?:た|てきた)|"
        r"買いまし)(?:た)?"
    ),
}
_ADD = {
    "en": regex(
        r"^(?:and|also|add|plus|and also|and add|also add|oh and|put)(?: the| some| a)? (?P<item>[^,]+?)"
        r"(?: (?:too|as well|also|to it|on it|to the list|on the list|please|on there|there))*$"
    ),
    "ja": ja(
        r"(?:あと|それと|それから)?、?(?P<item>[^、。]{1,15}?)(?:も|を?追加し?|を?足し)(?:入れ|追加し?|"
        r"足し)?"
    ),
}
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
    r"アラーム|リマインダー|メモ|リスト|[はがで]$"
)


def of_list(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    where = {"list": last.arguments["list"]} if last.arguments.get("list") else {}
    if SHOW[language].match(folded) or _HOLDS[language].match(folded):
        return Call("lists.show", where)
    if _CLEAR[language].match(folded):
        return Call("lists.clear", where)
    if frame.mentions or frame.has("kinds"):
        return None
    match = _NOT.match(folded) if last.tool == "lists.add" else None
    if match and _is_of(match["item"], str(last.arguments.get("item", ""))):
        return Call("lists.remove", {"item": match["item"], **where})
    for patterns, verb in ((_CHECK, "check"), (_REMOVE, "remove"), (_ADD, "add")):
        match = patterns[language].match(folded)
        item = match and (match["item"] or match.groupdict().get("got"))
        item = item and _TICKED.sub("", item)
        if not item or not _is_item(item, language):
            continue
        if verb == "add" and (frame.has("verbs", "on", "off", "open", "close") or frame.has("ask", "is")):
            continue
        if _AT_AN_HOUR.fullmatch(folded):
            continue
        return Call(f"lists.{verb}", {"item": item, **where})
    return None


def _is_of(said: str, items: str) -> bool:
    """Whether it is one of what was just put down."""
    each = re.split(r",| and |、|と", items.casefold())
    return said.removesuffix("s") in {
        re.sub(r"^(?:some|the|an?) ", "", one.strip()).removesuffix("s") for one in each
    }


def _is_item(said: str, language: Language) -> bool:
    short = language == "ja" or len(said.split()) <= _MOST_WORDS
    return short and _NO_ITEM.search(said) is None


def of_note(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    text = last.arguments.get("text") or last.arguments.get("words")
    if SHOW[language].match(folded):
        return Call("notes.find", {"words": text} if text else {})
    return None
