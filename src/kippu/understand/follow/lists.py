"""After a list: show it, is it empty, how many are there, clear it; what is done with its items, too."""

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.items import of_item
from kippu.understand.follow.onto_it import onto_it, puts_no_item
from kippu.understand.follow.phrases import THAT, en, ja

SHOW = {
    "en": en(
        rf"(?:show|read|open|display|list|see)(?: me)? {THAT}(?: (?:out|aloud|out loud|back|to me))*"
        rf"|read (?:out|back|aloud) {THAT}|(?:(?:tell|show) me )?"
        r"(?:what's|what is|what have (?:i|we)(?: got)?"
        rf"|what do (?:i|we) have) on (?:it|that|there|the list)(?: so far| already| yet)?"
    ),
    "ja": ja(r"(?:それ|これ|(?:その)?リスト|中身)?(?:を|は)?(?:見せ|みせ|読ん|読み上げ|表示し|確認し|教え)"),
}
_CLEAR = {
    "en": en(r"(?:clear|empty) (?:it|that|the list)"),
    "ja": ja(r"(?:全部|すべて|空に)(?:消し|削除し?|し)"),
}
_LEFT_JA = r"(?:あと|残り|のこり|ほか|他|残ってるの|残ってるもの)"
COUNTED = (
    r"how many(?: (?:items|things|entries))?(?: (?:is that|is it|do (?:i|we) have|have (?:i|we) got|are there"
    r"|are|there|left|still|now|on (?:it|there|the list)|in (?:total|all)|altogether|all together))*"
)
_HOLDS = {
    "en": en(
        r"(?:is|was) (?:it|that|the list|this|there)(?: really| all)? (?:empty|clear|cleared|blank|done|"
        r"anything (?:left|else|still)? ?(?:on|in) (?:it|there|the list))"
        r"|is (?:there )?anything (?:left |still |else )?(?:on|in) (?:it|there|the list)|"
        r"what(?:'s| is) (?:left|still|now)(?: (?:on|in) (?:it|there|the list)| to (?:buy|get|do|pack))?"
        rf"|(?P<count>{COUNTED})"
        r"|(?:what about |what(?:'s| is) )?the rest(?: of it| of the list)?"
        r"|(?:what|anything) else(?: is there| is left)?"
        r"(?: on (?:it|there|the list)| to (?:buy|get|do|pack))?"
    ),
    "ja": regex(
        r"^(?:今|いま|もう|これで|今は|いまは|じゃあ|で)?、?(?:それ|その?リスト|リスト|中身)?(?:は|って)?(?:今|いま|もう|まだ)?(?:は)?"
        r"(?:空(?:っぽ)?|から(?:っぽ)?|何もない|なにもない|何か(?:残って(?:い)?る|ある)|残って(?:い)?る|"
        r"(?:何|なに)が(?:残って(?:い)?る|ある)|(?:何|なに)(?:も)?(?:残って|入って)(?:い)?(?:る|ない)|いくつ(?:ある|残って(?:い)?る)"
        rf"|{_LEFT_JA}(?:は|って)(?:何|なに)?|{_LEFT_JA}(?:は|には?)?、?(?:何|なに|何個|何件|いくつ)(?:が|を)?"
        r"(?:ある|残って(?:い)?る|(?:買|や)(?:う|る|えば(?:いい|良い)|わなきゃ|らなきゃ))?"
        r"|(?:全部|ぜんぶ|合計|合わせて|今)(?:で|は)?(?:いくつ|何個|何件|何品|何点)(?:ある|入って(?:い)?る|残って(?:い)?る)?)"
        r"(?:に(?:なった|なりました|なってる))?(?:です|の|か|よね|ですか|んだっけ|だっけ|っけ|かな|ます)*$"
    ),
}


_HELD_JA = regex(
    r"(?P<item>[^、。]{1,12}?)(?:は|って|も|(?<=[一-龥ァ-ヶー]))(?:もう|ちゃんと|リストに)*"
    r"(?:入って(?:い)?(?:る|た|ます|ました)|載って(?:い)?(?:る|た)|書いて(?:あ)?(?:る|った)|入れ(?:た|てた|ました)|ある|あった)"
    r"(?:の|か|かな|っけ|よね|んだっけ)*"
)
_NO_ITEM_JA = regex(
    r"何|なに|それ|これ|あと|残り|全部|ほか|他|予定|アラーム|リマインダー|メモ|時間|電源|スイッチ"
    r"|(?:今日|明日|あした|明後日|あさって|今夜|今週|来週|週末|[月火水木金土日]曜日?)$"
)


_WONDERS_JA = regex(r"(?:っけ|かな)$")


def wonders(folded: str) -> bool:
    """Whether it asks by its ending alone: 「卵って入ってたっけ」."""
    return _WONDERS_JA.search(folded) is not None


def asked_on_it(folded: str, last: Call, frame: Frame) -> Call | None:
    """Whether something is on the list that was just spoken of: 「牛乳は入ってる？」."""
    match = _HELD_JA.fullmatch(folded) if last.tool.startswith("lists.") else None
    if match is None or frame.mentions or frame.has("kinds") or _NO_ITEM_JA.search(match["item"]):
        return None
    return Call("lists.show", {"item": match["item"], "list": last.arguments.get("list") or "shopping"})


def of_list(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """What is asked of the list that ``last`` was about, or done with it or with an item of it."""
    where = {"list": last.arguments["list"]} if last.arguments.get("list") else {}
    holds = _HOLDS[language].match(folded)
    if SHOW[language].match(folded) or holds:
        counted = {"count": True} if holds and holds.groupdict().get("count") else {}
        return Call("lists.show", {**where, **counted})
    if _CLEAR[language].match(folded):
        return Call("lists.clear", where)
    if language == "en" and puts_no_item(folded):
        return None
    named = onto_it(folded, last, frame) if language == "en" else None
    return named or of_item(folded, language, last, frame)
