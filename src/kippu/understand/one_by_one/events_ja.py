"""Several events in one Japanese sentence: 「15時から会議、16時から打ち合わせ入れて」. Knows words alone."""

from kippu.regex import regex

_TIME = r"(?:(?:午前|午後|朝の?|夜の?|夕方の?)?\d{1,2}(?:時(?:半|\d{1,2}分)?|:\d\d))"
_DAY = (
    r"(?:(?:今日|今夜|明日|あした|明後日|あさって|今週|来週|再来週|\d{1,2}月|\d{1,2}日|\d{1,2}/\d{1,2}"
    r"|[月火水木金土日]曜日?)の?)*"
)
_PUT = r"(?:を?(?:入れ|追加し|登録し)て)?、(?:あと|それと|それから|で)?、?"
_EVENT = rf"(?:{_DAY}{_TIME}(?:から|に|は)?、?(?:(?!{_TIME})[^、。\d])+?)"
_EVENTS = regex(
    rf"^(?P<items>(?:{_EVENT}{_PUT})+)(?P<last>{_EVENT})"
    r"(?P<put>(?:の予定)?(?:を|って|と|も)?(?:(?:カレンダー|予定)に)?"
    r"(?:入れ|いれ|追加し?|登録し?|予定し)(?:て|と|お願い).*)$"
)
_EACH = regex(rf"(?P<event>{_EVENT}){_PUT}")
_ORDER = regex(r"[てで]$|アラーム|目覚まし|タイマー|リマイン|起こ|思い出|メモ|リスト|電気|ライト|エアコン")
"""What is no event: another order."""
_LED = regex(rf"^{_DAY}")


def each_event(text: str) -> str:
    """Each put down by itself, on the day of the one before where it has none; empty for another sentence."""
    match = _EVENTS.match(text)
    if match is None:
        return ""
    events = [*(one["event"] for one in _EACH.finditer(match["items"])), match["last"]]
    if any(map(_ORDER.search, events)):
        return ""
    said, day = list[str](), ""
    for event in events:
        led = _LED.match(event)
        own = led[0] if led else ""
        said.append(event if own else f"{day}{event}")
        day = own or day
    return "、".join(f"{one}{match['put']}" for one in said)
