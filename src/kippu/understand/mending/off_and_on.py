"""One thing off a list and another onto it, where the list is named once or not at all: "remove wine and add
beer to my shopping list". Said again with the list in both. Knows words alone.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_LIST = r"(?:my|the|our) (?:[\w-]+ ){0,2}?list"
_OFF = r"remove|erase|delete|take(?: off)?|cross(?: off)?|scratch|drop|get rid of"
_ON = r"add|put|write"
_AND = r"(?:,? and(?: then| also)?|,| but)"
_BOTH = regex(
    rf"(?P<lead>(?:(?:please|go ahead and|can you|could you|i want you to|so|ok|okay)[, ]+)*)"
    rf"(?:(?P<off>{_OFF}) (?P<item>[\w' -]+?)(?: (?:off|from|off of|of) (?:it|(?P<list>{_LIST})))?{_AND}"
    rf" (?P<on>{_ON}) (?P<more>[\w', -]+?)(?: (?:to|on|onto) (?:it|there|(?P<list2>{_LIST})))?"
    rf"|(?P<on2>{_ON}) (?P<more2>[\w' -]+?)(?: (?:to|on|onto) (?:it|(?P<list3>{_LIST})))?{_AND}"
    rf" (?P<off2>{_OFF}) (?P<item2>[\w', -]+?)(?: (?:off|from|off of|of) (?:it|there|(?P<list4>{_LIST})))?)"
    r"(?:,? (?:instead|please))*[.! ]*",
    re.IGNORECASE,
)

_NO_ITEM = regex(
    r"\b(?:alarms?|timers?|reminders?|events?|meetings?|appointments?|notes?|contacts?|calendar|pictures?|lights?|lists?"
    r"|routines?|it|them|that|one|everything|all|minutes?|hours?|degrees?|percent)\b|\d",
    re.IGNORECASE,
)
"""What is on no list of things to buy, where no list was named."""
_NO_ITEM_JA = (
    r"音楽|曲|歌|ラジオ|テレビ|動画|映画|ゲーム|電気|照明|ライト|エアコン|暖房|冷房|換気扇|掃除|充電|再生|仕事|会社"
    r"|学校|勉強|タバコ|たばこ|煙草|お?酒|アラーム|タイマー|リマイン|予定|会議|目覚まし|メモ|話|それ|これ|もう"
)
"""What also ends that is on no list: 「音楽やめて」 is of the music."""
_INSTEAD_JA = regex(
    rf"(?P<item>(?!.{{0,8}}(?:{_NO_ITEM_JA}))[^、。「」をはにのが]{{1,8}})やめて、?"
    r"(?P<more>[^、。「」をはにて]{1,12})を(?P<where>(?:買い物)?リスト)に(?:入れ|追加し|書い|足し)て(?:おいて|といて|ください|ね)*[。]*"
)
"""Without a particle: 「…をやめて」 may be of anything."""


def off_and_on(text: str, language: Language) -> str:
    """Both orders, each with the list; any other sentence as it is."""
    if language == "ja":
        return _instead(text)
    match = _BOTH.fullmatch(text)
    if match is None:
        return text
    lists = {name for name in (match[f"list{which}"] for which in ("", "2", "3", "4")) if name}
    items = f"{match['item'] or match['item2']} {match['more'] or match['more2']}"
    if len(lists) > 1 or (not lists and (_NO_ITEM.search(items) or (match["on"] or match["on2"]) != "add")):
        return text
    name = next(iter(lists), "my shopping list")
    off = f"remove {match['item'] or match['item2']} from {name}"
    on = f"add {match['more'] or match['more2']} to {name}"
    return f"{off} and {on}" if match["off"] else f"{on} and {off}"


def _instead(text: str) -> str:
    match = _INSTEAD_JA.fullmatch(text)
    if match is None:
        return text
    where = match["where"]
    return f"{where}から{match['item']}を消して、{where}に{match['more']}を入れて"
