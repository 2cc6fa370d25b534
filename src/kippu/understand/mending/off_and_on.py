"""One thing off a list and another onto it, where the list is named once or was spoken of: "remove wine and
add beer to my shopping list". Said again with the list in both; where no list is in sight it is asked.

"drop the blinds and add milk to my list" is no such thing: what the list isn't named of must be no order of
its own. Knows words and calls; runs nothing.
"""

import re
from collections.abc import Callable

from kippu.groceries import is_product
from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.cues import Frame
from kippu.understand.phrases.planned import names_kind
from kippu.understand.text import tidy

_ASKED = 0.9
_ALSO_OF_HOME = ("drop", "take", "take off", "get rid of", "add")
"""Said of things of the home as well: "drop the blinds"; there one word of the home is enough."""

_LIST = r"(?:my|the|our) (?:[\w-]+ ){0,2}?list"
_OFF = r"remove|erase|delete|take(?: off)?|cross(?: off)?|scratch|drop|get rid of"
_ON = r"add|put|write"
_AND = r"(?:,? and(?: then| also)?|,| but)"
_ITS_LIST = rf"(?:it|there|(?P<list>{_LIST}))"
_TAKEN = regex(
    rf"(?P<verb>{_OFF}) (?P<item>[\w', -]+?)(?: (?:off|from|off of|of) {_ITS_LIST})?", re.IGNORECASE
)
_PUT = regex(rf"(?P<verb>{_ON}) (?P<item>[\w', -]+?)(?: (?:to|on|onto) {_ITS_LIST})?", re.IGNORECASE)
_BOTH = regex(
    r"(?:(?:please|go ahead and|can you|could you|i want you to|so|ok|okay)[, ]+)*"
    rf"(?:(?P<off>(?:{_OFF}) .+?){_AND} (?P<on>(?:{_ON}) .+?)"
    rf"|(?P<on2>(?:{_ON}) .+?){_AND} (?P<off2>(?:{_OFF}) .+?))"
    r"(?:,? (?:instead|please))*[.! ]*",
    re.IGNORECASE,
)
_NO_ITEM = regex(
    r"\b(?:alarms?|timers?|reminders?|events?|meetings?|appointments?|notes?|contacts?|calendar|pictures?|lists?"
    r"|routines?|it|them|that|one|everything|all|minutes?|hours?|degrees?|percent|calls?|dentist|doctor|vet"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|him|her|me|us|you|mum|mom|dad"
    r"|grandma|grandpa|who|where|if|when|subject|name|number|address)\b|\b(?:on|off|up|down|back|away|to|from|in|at)\b|\d",
    re.IGNORECASE,
)
"""What is on no list of things to buy, where no list was named of it."""
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


def off_and_on(turn: Turn, apart: Callable[[str], Frame]) -> str:
    """Both orders, each with the list; any other sentence as it is. ``apart`` takes a text apart."""
    text = tidy(turn.text)
    if turn.language == "ja":
        return _instead(text)
    both = _both(text)
    if both is None:
        return text
    lists = {part["list"] for part in both if part["list"]}
    if len(lists) > 1 or not all(_named(part) or _may_be_item(part, apart) for part in both):
        return text
    spoken = _spoken_of(turn)
    if not lists and not spoken:
        return text
    name = next(iter(lists), spoken)
    said = [f"{'add' if _puts(part) else 'remove'} {part['item']} {_way(part)} {name}" for part in both]
    return " and ".join(said)


def off_and_on_which(turn: Turn, names: Names, apart: Callable[[str], Frame]) -> Meaning | None:
    """The question where no list is in sight: "remove milk and add eggs"; None for everything else."""
    both = _both(tidy(turn.text)) if turn.language == "en" and not turn.asked else None
    if both is None or any(part["list"] or not _may_be_item(part, apart) for part in both):
        return None
    if turn.earlier and not all(is_product(part["item"].split()[-1]) for part in both):
        return None
    calls = tuple(
        Call("lists.add" if _puts(part) else "lists.remove", {"item": part["item"], "list": "shopping"})
        for part in both
    )
    return Meaning("cues", _ASKED, question=shall_i(calls, "en", names=names), proposed=calls)


def _both(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The two orders, in their order."""
    match = _BOTH.fullmatch(text)
    if match is None:
        return None
    first, second = (match["off"], match["on"]) if match["off"] else (match["on2"], match["off2"])
    said = [
        (_TAKEN if match["off"] else _PUT).fullmatch(first),
        (_PUT if match["off"] else _TAKEN).fullmatch(second),
    ]
    return (said[0], said[1]) if said[0] and said[1] else None


def _puts(part: re.Match[str]) -> bool:
    return part["verb"].casefold() in ("add", "put", "write")


def _way(part: re.Match[str]) -> str:
    return "to" if _puts(part) else "from"


def _named(part: re.Match[str]) -> bool:
    """Whether it says itself that it is of a list."""
    return part.end("item") < part.end()


def _may_be_item(part: re.Match[str], apart: Callable[[str], Frame]) -> bool:
    """Whether it can be of a list, though it says nothing of one."""
    item, verb = part["item"].casefold(), part["verb"].casefold()
    if verb in ("put", "write") or _NO_ITEM.search(item) or names_kind(item):
        return False
    frame = apart(item)
    of_home = frame.mentions or frame.tells("kinds", "properties", "modes")
    return not of_home or (verb not in _ALSO_OF_HOME and bool(frame.leftover))


def _spoken_of(turn: Turn) -> str:
    """The list of the turn before."""
    if not turn.earlier or not all(call.tool.startswith("lists.") for call in turn.earlier):
        return ""
    return f"my {turn.earlier[-1].arguments.get('list') or 'shopping'} list"


def _instead(text: str) -> str:
    match = _INSTEAD_JA.fullmatch(text)
    if match is None:
        return text
    where = match["where"]
    return f"{where}から{match['item']}を消して、{where}に{match['more']}を入れて"
