"""What a Japanese sentence says twice, as a command for each: 「7時と8時に起こして」.

Knows words; knows no tool.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.understand.one_by_one.events_ja import each_event

_WHAT_HOW_LONG = (("one", "long"), ("other", "long_too"))
_AFTER = r"\d+(?:時間半?|分|秒|日|週間)後"
_TWO_AFTER = regex(
    rf"^(?P<one>{_AFTER})(?:に)?[と、](?P<other>{_AFTER})(?:に)?(?:もう(?:1|一)[度回](?:、)?)?(?P<rest>.+)$"
)
_HALF = r"(?:午前|午後|朝の?|夜の?|夕方の?)"
"""Of the day."""
_TIME = rf"(?:{_HALF}?\d{{1,2}}(?:時(?:半|\d{{1,2}}分)?|:\d\d))"
_DAYS = r"(?:平日|土日|週末|休日|毎日|[月火水木金土日]曜日?)"
_DAYS_TWO = regex(
    rf"^(?P<day>{_DAYS})[はの、]*(?P<one>{_TIME})に?[、。と]*(?P<day_too>{_DAYS})[はの、]*(?P<other>{_TIME})"
    r"(?P<rest>(?!.*(?:消|キャンセル|取り消|止め)).*(?:アラーム|目覚まし|起こし).*)$"
)
"""Each on its days: 「平日は6時半、休日は8時に起こして」."""
_TWO = regex(
    rf"^(?P<lead>.*?)(?P<one>{_TIME}|\d+(?P<unit>時間|分|秒)(?:間)?)(?:の(?:アラーム|目覚まし|タイマー))?(?:と|、)"
    rf"(?P<other>{_TIME}|\d+(?P=unit)(?:間)?)(?!の?間)(?P<rest>.*)$"
)
_TOO = regex(
    rf"^(?P<lead>.*?)(?P<one>{_TIME})(?P<rest>に.*?(?:アラーム|目覚まし|起こし).*?て)(?:ください)?[、。]?"
    rf"(?:あと|それと|それから)?(?P<other>{_TIME})にも(?:(?:かけ|セットし|起こし|お願い).*)?$"
)
_TOO_LED = regex(
    rf"^(?P<lead>.*?(?:アラーム|目覚まし)(?:時計)?[をはも]?)(?P<one>{_TIME})(?P<rest>に(?:し|セットし|設定し|かけ|入れ)て)"
    rf"(?:ください)?[、。]?(?:あと|それと|それから)?(?P<other>{_TIME})にも(?:(?:かけ|セットし|設定し|し|お願い).*)?$"
)
"""The same with what rings before both: 「アラームを7時にして、8時にも」."""
_NAMED = regex(
    r"^(?P<one>[^\dと、]+?)(?:を|に|は|用に?)?(?P<long>\d+(?:時間|分|秒)半?)[と、](?P<other>[^\dと、]+?)(?:を|に|は|用に?)?"
    r"(?P<long_too>\d+(?:時間|分|秒)半?)[の、で]?タイマー(?:を)?(?:(?:セット|設定|かけ|スタート|開始|始め|お願い).*)?$"
)
_RINGS = regex(r"アラーム|目覚まし|起こ[しす]|タイマー|リマインド|思い出させ|(?:教え|知らせ)て")
_DAY = r"(?:(?:今日|今夜|今晩|明日|あした|明後日|あさって|明朝|来週)の?)"
_AT = rf"(?:(?:{_DAY}|{_DAYS}の?)?{_TIME}(?:に|は)(?!ついて)|{_AFTER}に)"
_THEN = regex(rf"(?<=て)[、,。]?(?:それから|そして|あと|それと)?(?={_AT})")
"""Where the next command begins with its time: 「7時に起こして8時にゴミ出しを教えて」."""
_NO_THING = (
    r"天気|気温|温度|ニュース|予定|時刻|何時|状態|方法|やり方|仕方|結果|株価|渋滞|遅延|占い|運行|時間$"
)
_TOLD = regex(
    rf"^(?P<at>{_AT})(?P<what>(?!.*(?:{_NO_THING}))[^、。]+?(?<!の))"
    r"を(?:教えて|知らせて)(?:ください|下さい|くれる|ね|よ)*$"
)
_EACH_AT = regex(
    rf"^(?P<items>(?:{_AT}(?:(?!{_TIME})[^、。て])+?、)+)(?P<last>{_AT}(?:(?!{_TIME}).)+?)"
    r"(?P<rest>(?P<that>(?:の)?(?:を|って|と|ように|こと(?:を)?)?、?)(?P<tell>(?:リマインド|思い出させ|お?知らせ|教え).*))$"
)
"""One thing at each time: 「12時に昼ごはん、3時に水を飲むのをリマインドして」."""
_ONE_UNIT = regex(r"^(?P<one>[^、]+は\d+)、(?P<other>[^、]+は\d+(?P<unit>パーセント|%|度).*)$")
"""Two levels with the unit behind the last: 「リビングは30、寝室は50パーセントにして」."""
_MEASURED = regex(
    r"電気|照明|明かり|ライト|ランプ|明るさ|ブラインド|カーテン|シャッター|シェード|スクリーン|音量|ボリューム|スピーカー|テレビ"
    r"|エアコン|冷房|暖房|ヒーター|温度|湿度|加湿器|除湿|扇風機|ファン|換気扇|サーキュレーター|空気清浄機"
)
"""What has a unit of its own: 「ブラインドは30、エアコンは25度にして」."""
_FROM_TO = regex(
    rf"^(?P<lead>.*?)(?P<one>{_TIME})から(?P<other>{_TIME})まで(?:の間)?(?:は|だけ|、)*(?P<rest>.*?(?:つけ|点け)て)"
    r"(?:おいて|ください|下さい|くれる|ほしい|ね|よ)*$"
)
"""On from one time to another: 「5時から6時までエアコンつけて」."""
_CITIES = regex(
    r"^(?P<one>[ァ-ヴー・]{2,}|[一-龥]{2,4})と(?P<other>[ァ-ヴー・]{2,}|[一-龥]{2,4})(?P<rest>(?:で)?[はの、]+(?:今)?(?:何時|時間|時刻).*)$"
)
_WEEKDAY = r"(?:(?:今週|来週)の?)?[月火水木金土日]曜日?"
_TWO_DAYS = regex(
    rf"^(?P<one>{_WEEKDAY})(?:と|、)(?P<other>{_WEEKDAY})の?(?P<rest>{_TIME}.*(?:アラーム|目覚まし|起こし|リマインド).*)$"
)
_EACH_TIMER = regex(
    r"^(?P<one>[^\dと、]+?の?タイマー)[をはに]?(?P<long>\d+(?:時間|分|秒)半?)[と、](?P<other>[^\dと、]+?の?タイマー)[をはに]?"
    r"(?P<long_too>\d+(?:時間|分|秒)半?)(?:[をで]?(?:セット|設定|かけ|スタート|開始|始め|お願い).*)?$"
)
_QUOTES = regex(r"って|と|ように")
_VERB = regex(r"[うくぐすつぬぶむる]$")
_LED = regex(rf"^(?P<day>(?:{_DAY}|{_DAYS}の?)?)(?P<half>{_HALF}?)(?P<hour>\d{{1,2}})")
_DAYTIME = regex(_HALF)


def each_ja(text: str) -> str:
    """The commands one by one; the sentence as it is where it says nothing twice."""
    return each_event(text) or _each(text)


def _each(text: str) -> str:
    if match := _NAMED.match(text):
        one, other = (f"{match[name]}の{match[long]}のタイマーをセットして" for name, long in _WHAT_HOW_LONG)
        return f"{one}、{other}"
    if match := _EACH_TIMER.match(text):
        one, other = (f"{match[name]}を{match[long]}でセットして" for name, long in _WHAT_HOW_LONG)
        return f"{one}、{other}"
    if match := _CITIES.match(text):
        return f"{match['one']}{match['rest']}、{match['other']}{match['rest']}"
    if match := _TWO_DAYS.match(text):
        rest = (
            match["rest"]
            if re.search(r"て(?:ください|ね)?$", match["rest"])
            else f"{match['rest']}をセットして"
        )
        return f"{match['one']}の{rest}、{match['other']}の{rest}"
    if (match := _ONE_UNIT.match(text)) and _measured(match["one"]) == _measured(match["other"]):
        return f"{match['one']}{match['unit']}にして、{match['other']}"
    if match := _DAYS_TWO.match(text):
        days = (_every(match[name]) for name in ("day", "day_too"))
        times = (match["one"], match["other"])
        return "、".join(f"{day}の{at}{match['rest']}" for day, at in zip(days, times, strict=True))
    if (match := _TWO_AFTER.match(text)) and _RINGS.search(match["rest"]):
        return f"{match['one']}に{match['rest']}、{match['other']}に{match['rest']}"
    if match := _EACH_AT.match(text):
        return _at_each_time(match)
    match = _TOO.match(text) or _TOO_LED.match(text) or _TWO.match(text)
    if match is None:
        return _in_turn(text)
    if not _RINGS.search(match["lead"] + match["rest"]):
        return text
    lead, rest, other = match["lead"], match["rest"], match["other"]
    daytime = _DAYTIME.match(match["one"])
    if daytime and not _DAYTIME.match(other):
        other = daytime[0] + other
    if not re.search(r"て(?:ください|下さい|ね|よ)?$", rest):
        rest = re.sub(r"(?:を|の?お願い(?:します)?|で|を?よろしく)*$", "", rest) + "をセットして"
    return f"{lead}{match['one']}{rest}、{lead}{other}{rest}"


def _measured(said: str) -> set[str]:
    return set(_MEASURED.findall(said))


def from_one_to_another(text: str) -> str:
    """What is to be on from one time to another, as two orders; any other sentence as it is."""
    match = _FROM_TO.match(text)
    return f"{match['lead']}{match['one']}に{match['rest']}{match['other']}に消して" if match else text


def _at_each_time(match: re.Match[str]) -> str:
    said = (re.sub(r"のと$", "", one) for one in match["items"].rstrip("、").split("、"))
    *items, last = _same_day([*said, match["last"]])
    if _QUOTES.match(match["that"]):
        return "、".join(f"{item}{match['rest']}" for item in (*items, last))
    told = (f"{item}{'のを' if _VERB.search(item) else 'を'}{match['tell']}" for item in items)
    return "、".join((*told, f"{last}{match['rest']}"))


def _in_turn(text: str) -> str:
    """Commands that each begin with their time, told apart; a thing told of at its time is a reminder. What
    is for the home alone is planned as a whole."""
    parts = _THEN.sub("\n", text).split("\n")
    if len(parts) == 1 or not _RINGS.search(text):
        return text
    return ",".join(_TOLD.sub(r"\g<at>\g<what>をリマインドして", part) for part in _same_day(parts))


def _same_day(parts: Sequence[str]) -> list[str]:
    """Each with the day of the one before where it says none, and with its half of the day where its hour is
    a later one: 「金曜の夜8時に」, 「10時に」."""
    whole = [parts[0]]
    for part in parts[1:]:
        before, said = _LED.match(whole[-1]), _LED.match(part)
        if before and said and not said["day"]:
            later = int(said["hour"]) > int(before["hour"])
            half = said["half"] or (before["half"] if later else "")
            whole.append(f"{before['day']}{half}{part[said.start('hour') :]}")
        else:
            whole.append(part)
    return whole


def _every(day: str) -> str:
    if day in {"平日", "毎日"}:
        return day
    return "毎週末" if day in {"土日", "週末", "休日"} else f"毎週{day}"
