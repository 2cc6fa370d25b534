"""A Japanese sentence with its parts where the templates look for them: the time in front, the particle that
was left out.

Knows words and time phrases; knows no home.
"""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.understand.mending.money_ja import reckoned_ja
from kippu.understand.when import japanese

_PUT_LAST = regex(r"(?:入れ|いれ|追加(?:し)?|登録(?:し)?)(?:て|と|お願い|$)[^、。]{0,8}$")
_BARE_LIST = regex(
    r"^(?P<item>[^、。]*?)(?P<list>(?:お?買い?物|買いもの|やること|(?<!プレイ)(?<!新しい)(?<!別の))リスト)"
    r"(?P<put>(?:(?:入れ|いれ|書い|書き足し|載せ|のせ|足し|加え)(?:て|と)|追加(?:し(?:て|と)|お願い))[^、。]{0,8})$"
)
"""The list without its に: 「買い物リスト入れといて」."""
_DAY = r"(?P<day>(?:今日|明日|明後日|あさって|(?:今週|来週|再来週)の?|[月火水木金土日]曜日?)+)の"
_HOUR = r"(?P<time>(?:午前|午後|朝|夜)?\d{1,2}時(?:半|\d{1,2}分)?)(?:から|で)?"
_PUT_DOWN = r"(?P<put>を?(?:入れ|いれ|追加し?)(?:て|と)[^、。]{0,8})$"
_DAYS_EVENT = regex(rf"^{_DAY}(?P<what>(?!予定)[^\d、。にを]{{2,12}}?){_HOUR}{_PUT_DOWN}")
_OF_THE_DAY = regex(rf"^{_DAY}予定に{_HOUR}(?P<what>[^\d、。]{{2,12}}?){_PUT_DOWN}")
"""Day, event and hour in another order: 「明日の会議10時から入れといて」, or of the day's plans."""
_SINCE_TODAY = regex(r"^(?:今日|今|いま)から(?=.+まで(?:は|って)?(?:あと)?(?:何|なん|どのくらい|どれくらい))")
_KEPT = regex(
    r"(?P<that>のことを?|のを?|ことを?|ように?|って|と)(?P<ask>(?:忘れないように|忘れずに|忘れず|わすれないように).*"
    r"|(?:リマインド|思い出させて|お?知らせて|通知して|教えて|言って|声を?かけて).*)$"
)
"""What asks for a reminder, behind its matter."""
_TOLD = regex(r"(?:教えて|言って|お?知らせて).*")
_UNTIL = regex(r"^(?P<until>までに?)?に?、?")
_NO_LEAD = regex(
    r"[、。]|[てでのはがも前後]$|って$|^(?:メモ|予定|タイマー|アラーム|目覚まし|カレンダー|リスト)"
)
"""Before a time that isn't the reminder's: another order, or what the time belongs to."""
_NO_MATTER = regex(r"^(?:前|後|の|から|まで|は|が|も|間|以)|て、|で、|[?？。]")
_NTH = regex(
    r"^(?P<list>(?:買い?物|やること)?リスト)の?(?P<nth>\d{1,2}番目|[一1]番(?:上|下|最初|最後)|最初|最後)(?:の(?:やつ|もの)?)?(?:は|って)?、?"
    r"(?:(?:何|なに|なん)(?:です|だ|だった)?(?:か|っけ|かな)*|教えて|読んで)(?:ください|くれる|ね)*$"
)
_NO_MORE = regex(
    r"^(?P<what>[^、。]{1,15}?)(?:が|は)?(?:キャンセル|中止|なし|取りやめ)に?なった(?:から|ので|んで)、?"
    r"(?:消し|削除し|取り消し|外し)(?P<end>(?:て|と).{0,8})$"
)
"""Of an event alone: 「会議キャンセルになったから消して」."""
_TO_ONESELF = regex(
    r"^(?:(?:さて|よし|よーし|さあ|そろそろ)(?:と)?、?)*(?:[^、。\d]{1,10}?(?:するか|しよう(?:かな|っと|か)?|やるか|始めるか|始めよう|がんばるか))、"
    r"(?=\d+(?:分|時間|秒))|^(?:さて|よし|さあ)と?、(?=.{4})|^じゃ(?=\d+(?:分|時間|秒)後)"
)
"""What one says to oneself before the order: 「さて仕事するか、25分測って」."""
_HOLIDAYS = regex(
    r"^(?:(?P<when>来月|今月|来週|今週|来年|今年|次|今度)の)(?:[3-9三四五六七八九]|大型)?連休(?:は|って)?(?:いつ|何日|何月何日)?(?:から|まで)?"
    r"(?:です|だ|だっけ|かな|か|の|っけ|教えて|ください|ある|あります)*$"
)
"""Days off in a row, which the holidays tell."""
_BOOKED = regex(
    r"^(?P<what>[^、。\d]{1,12}?の?予約)(?P<put>を?(?:入れ|いれ|追加し|書い)(?:て|と)[^、。]{0,8})$"
)
"""Put down for a day and an hour: 「14日の15時半に歯医者の予約入れて」; without them nobody books it."""
_LEAD = (
    r"(?:(?:待って|まって|あ|え|えっと|いや|ごめん|そうか|そっか|やっぱり?|あと|じゃあ?|それと|で)[、 ]+"
    r"|待って|まって)*"
)
_ABOUT = regex(
    rf"^(?P<lead>{_LEAD})(?P<about>[^、。\d]{{1,8}}[るくすつぬむうぐぶ](?:ころ|頃|ごろ|前)|(?:朝|昼|夕方|夜|晩|夕飯|夕食)(?:の)?(?:ころ|頃|ごろ))"
    r"(?:に|の)?、(?=\S)"
)
"""About when, before the hour itself: 「寝るころ、11時に」."""
_AT_NIGHT = regex(r"寝|夜|晩")
_BARE_HOUR = regex(r"(?:[7-9]|1[0-2])時")
_REALISED = regex(
    rf"^{_LEAD}(?:今日|明日|明後日|あさって|その日|今週|来週)(?:は|って)?"
    r"(?:[月火水木金土日]曜日?|休み|祝日|休日|週末|平日|仕事|学校|出張|早い|遅い|朝(?:早い|から))(?:か|だ|だった|じゃん|なのか|だっけ)(?:な|ね|わ|よ)*、"
    r"(?=(?:午前|午後|朝|夜|夕方の?)?\d{1,2}時(?:半|\d{1,2}分)?(?:で|に(?:して|変えて|変更して|ずらして)?)"
    r"(?:お願い(?:します)?|ください|ね|よ)*$)"
)
"""What comes to mind of the day, before the hour that is better then: 「明日土曜か、9時で」."""


_PART_BEHIND = regex(
    r"^(?P<rest>(?!.*(?:朝|夕方|夜|晩|午前|午後)\d)(?=\d).*\d+時.*[^、])、(?P<part>朝|夕方|夜|晩|午前|午後)の(?:やつ|方|ほう|時間)?(?:ね|だよ|で|です)*$"
)
"""A part of the day behind its hour: 「4時に起こして、夕方の」."""


def set_out(text: str, now: datetime) -> str:
    """The sentence set out plainly; the same where it is so already."""
    text = _PART_BEHIND.sub(r"\g<part>\g<rest>", _TO_ONESELF.sub("", text))
    text = _without_about(_REALISED.sub("", _SINCE_TODAY.sub("", text)), now)
    if match := _DAYS_EVENT.match(text) or _OF_THE_DAY.match(text):
        return f"{match['day']}の{match['time']}に{match['what']}{match['put']}"
    text = _BARE_LIST.sub(r"\g<item>\g<list>に\g<put>", text)
    text = _spaced(_booked(text, now), now)
    text = re.sub(r"^(?P<looked>メモ(?:の|を)?検索) +(?=.)", r"\g<looked>、", text)
    if match := _HOLIDAYS.match(text):
        return f"{match['when'] if match['when'] not in {'今度', ''} else '次'}の祝日は"
    if match := _NTH.match(text):
        where = match["list"] if match["list"] != "リスト" else "買い物リスト"
        return f"{where}に{match['nth']}はある"
    if match := _NO_MORE.match(text):
        return f"{match['what'].removesuffix('の予定')}の予定を消し{match['end']}"
    return reckoned_ja(text) or _time_first(text, now) or text


def _without_about(text: str, now: datetime) -> str:
    """The sentence without about when, where the hour itself stands behind it."""
    match = _ABOUT.match(text)
    rest = text[match.end() :] if match else ""
    led = any(one.start == 0 and one.clock and one.repeat is None for one in japanese.find(rest, now))
    if match is None or not led:
        return text
    night = "夜" if _AT_NIGHT.search(match["about"]) and _BARE_HOUR.match(rest) else ""
    return f"{match['lead']}{night}{rest}"


def _booked(text: str, now: datetime) -> str:
    """A booking that is to be put down, as the event that it is."""
    times = [one for one in japanese.find(text, now) if one.start == 0 and one.clock and one.day]
    match = _BOOKED.match(text[times[0].end :].lstrip("に、")) if len(times) == 1 else None
    return f"{text[: times[0].end].rstrip('に、')}に{match['what']}の予定{match['put']}" if match else text


def _spaced(text: str, now: datetime) -> str:
    """An event written in columns, 「12/10 14:00 健診 入れといて」, in one piece."""
    led = next((one for one in japanese.find(text, now) if one.start == 0 and one.clock and one.day), None)
    if led is None or not _PUT_LAST.search(text) or not text[led.end :].startswith(" "):
        return text
    return f"{text[: led.end].strip()}に{text[led.end :].replace(' ', '')}"


def _time_first(text: str, now: datetime) -> str:
    """A reminder whose time stands in the middle of its matter, or is a last day: 「佐藤さんに明日電話する
    の忘れないように」, 「金曜までにレポート出す…」."""
    asked = _KEPT.search(text)
    times = [one for one in japanese.find(text, now) if one.repeat is None]
    if asked is None or len(times) != 1 or times[0].at is None or times[0].end > asked.start():
        return ""
    time = times[0]
    lead, rest = text[: time.start], text[time.end : asked.start()]
    until = _UNTIL.match(rest)
    matter = rest[until.end() :] if until else rest
    if not matter or _NO_MATTER.search(matter) or (lead and _NO_LEAD.search(lead)):
        return ""
    if not lead and not (until and until["until"]):
        return ""
    if lead.endswith("に") and asked["that"] in {"って", "と"} and _TOLD.match(asked["ask"]):
        return ""  # what somebody else shall be told
    when = text[time.start : time.end].rstrip("に、")
    return f"{when}、{lead}{matter}{text[asked.start() :]}"
