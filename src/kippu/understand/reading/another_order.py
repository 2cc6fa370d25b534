"""Whether what was taken for a title or an item holds another order: "dentist on friday and remind me at 5".

Knows calls and words; knows no home.
"""

import re
from typing import TYPE_CHECKING

from kippu.regex import regex
from kippu.turn import Language

if TYPE_CHECKING:
    from kippu.understand.templates import Match

_TITLED = frozenset(
    "calendar.remove calendar.move reminders.remove reminders.move alarms.cancel timers.cancel".split()
)
_LISTED = frozenset({"lists.add", "lists.remove", "lists.check"})
_TAKEN = ("text", "item", "name", "query")
_BELLS = (
    r"remind me\b|wake me\b"
    r"|(?:set|start) (?:me )?(?:an?|the|my) (?:[\w']+ ){0,3}(?:alarm|timer|reminder)\b"
)
_SURE = rf"{_BELLS}|(?:turn|switch) (?:on|off|up|down)\b|(?:tell|show) me\b|what's\b|what is\b"
"""What begins an order wherever it stands."""
_ORDERS = (
    rf"{_SURE}|(?:cancel|delete|remove|move|reschedule|postpone|add|put|call|text)\b"
    r"|(?:turn|switch|set|start|open|close|lock|dim|play|make|push|shift|bring|delay)"
    r" (?:the|my|our|an?|some|all|both|it)\b"
)
"""The same, with what may also be to do, and with the verbs that other things are called after: "play dough",
"open house", "make up", "lock in"."""
_AND = r"(?:,|\band|\bthen) (?:please |also |then )*"
_ENDS = r"(?:[うくぐすつぬぶむるただい]|ます)"
"""How a verb ends that stands before a noun or at the end."""
BEHIND_TITLE: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"{_AND}(?:{_ORDERS})", re.IGNORECASE),
    "ja": regex(
        rf"[をに][^をに]*?[てで](?:から|、)*(?!.*{_ENDS}(?:[一-龥ァ-ヶ]|(?:こと|の|よう?に?|って|と|という|件)*$))."
    ),
}
"""In Japanese only a noun behind an order begins another: 「電気を消して牛乳を…」. A verb goes on with the
same matter: 「鍵を開けて荷物を入れる予定を…」."""
_BEFORE_ITEM = regex(
    r"^(?!.*(?:窓|ドア|扉|門|ガレージ|車庫|シャッター)(?:開|あけ|上げ))"
    r"[^をに]+?(?:[一-龥][ぁ-ん]{0,2}|[つか]け|けし|きっ|とめ|しめ|あけ|なが?し)(?<![のんすくと])[てで]"
    rf"(?:から|、|それから|それと|あと)*(?!.*{_ENDS}(?:[おご]?[一-龥ァ-ヶ]|お[ぁ-ん]|(?:こと|の|よう?に?|って|と|という|件)*$))"
    r"(?![一-龥]+[うくぐすつぬぶむる][ぁ-ん])(?!.*(?:掃除|交換|料理|戸締ま?り|洗濯|確認|点検|準備|換気|練習|勉強|読書|運動|散歩"
    r"|片付け|整理|修理|予約|連絡|電話|支払い|手入れ|充電|作業|撮影|観賞|鑑賞|会議|打ち合わせ|ヨガ|筋トレ|ストレッチ)$)"
    r"(?=[^てでたまくもなおいるね])."
)
"""The same before an item, whose order has lost its を but not its thing: 「電気つけて牛乳を…」. A verb or a
work goes on with that thing: 「冷やして飲むお茶を…」, 「電気消して戸締まりを…」."""
UNLOCKED = regex(r"(?:鍵|カギ|ロック|錠)を?(?:開|あ|外|はず|解)|[解開]錠")
"""Says that a lock is to be opened."""
_BEHIND_ITEM = regex(rf"{_AND}(?:{_SURE})", re.IGNORECASE)
_MOVED = r"(?:move|delay|postpone|reschedule|push|shift|bring|cancel) (?:it|that)\b"
_BEHIND_NOTE = regex(rf"{_AND}(?:{_BELLS})", re.IGNORECASE)
"""What is noted down may hold any order, but for one that only makes sense to who keeps the notes."""
_BEHIND_EVENT = regex(rf"{_AND}(?:{_BELLS}|{_MOVED})", re.IGNORECASE)
"""And of the calendar but for what is done at once to what was just put down."""
BEHIND_NAME = regex(rf"{_AND}(?:{_ORDERS}|note\b|set\b|is |are )", re.IGNORECASE)
"""No name of a timer or a list: another command."""
_NOTED = regex(r"(?:please )?(?:note|remember|write down)(?: down)? that\b", re.IGNORECASE)
_LIST = regex(r"\b(?:lists?|to[- ]?dos?|groceries|shopping|chores|tasks)\b", re.IGNORECASE)
_LISTED_TOO = regex(
    rf"{_AND}(?:add|put|stick|write) (?:it|that|them) (?:down )?(?:to|on|onto) (?:the |my |our )?"
    r"(?:shopping |grocery |to[- ]?do )?list\b",
    re.IGNORECASE,
)
"""What is done with a reminder's own matter."""
_WRITTEN = regex(
    r"(?:(?:please|and|also|now|(?:can|could|would|will) you)[ ,]+)*(?:write|compose|draft|tell)"
    r"(?: (?:me|us))? (?:an?|another|some) ",
    re.IGNORECASE,
)
_ADDED_BEHIND = regex(rf"{_AND}(?:add|put|stick) (?!it\b|them\b|that\b)", re.IGNORECASE)
"""Behind what is written or told, the list that is named is of what is added: "write a poem and add milk to
my list". What one has to do may begin with any verb: "add call mom and write a letter to my list"."""
_LIST_LAST = regex(rf"{_LIST.pattern}[ .!?]*(?:please|now|thanks)?$", re.IGNORECASE)


def takes_another(match: "Match | None", text: str, language: Language) -> bool:
    """True where a title or an item holds what may be another order: "dentist on friday and remind me at 5".
    What is to be remembered may be several: "remind me to lock the door and turn off the lights"."""
    if match is None or not match.loose:
        return False
    call = match.call
    words = " ".join(str(call.arguments[name]) for name in _TAKEN if name in call.arguments)
    if re.match(rf"(?:{_BELLS}).* and ", str(call.arguments.get("command", "")), re.IGNORECASE):
        return True
    if call.tool in {"notes.add", "calendar.add"}:
        behind = _BEHIND_EVENT if call.tool == "calendar.add" else _BEHIND_NOTE
        return language == "en" and behind.search(words) is not None
    if call.tool == "reminders.add" and _LISTED_TOO.search(words):
        return True
    if call.tool.startswith("reminders.") and re.match(_ORDERS, words):
        return False  # what one is reminded of: "the reminder to lock the door and turn off the lights"
    if call.tool == "home.play":
        behind = BEHIND_TITLE["ja"] if language == "ja" else _BEHIND_ITEM
        return behind.search(words) is not None
    if call.tool in _LISTED and language == "en":
        return _behind_item(words, text)
    if language == "ja" and (call.arguments.get("list") == "to do" or UNLOCKED.search(words)):
        return False  # what is to be done may be anything, and no lock is opened for it: 「鍵を開けて換気」
    if call.tool in _LISTED:
        return bool(BEHIND_TITLE["ja"].search(words) or _BEFORE_ITEM.search(words))
    return call.tool in _TITLED and BEHIND_TITLE[language].search(words) is not None


def _behind_item(words: str, text: str) -> bool:
    """Whether another order stands behind what is put on a list. A list named behind all of it, or before
    it, has all of it: "add wash the car and text Bob to my list"."""
    if any(_LIST.search(words[: order.start()]) for order in BEHIND_TITLE["en"].finditer(words)):
        return True
    if (_WRITTEN.match(text) and _ADDED_BEHIND.search(words)) or (_NOTED.match(text) and " and " in words):
        return True
    if _LIST_LAST.search(text):
        return False
    return (_BEHIND_NOTE if _LIST.search(text) else _BEHIND_ITEM).search(words) is not None
