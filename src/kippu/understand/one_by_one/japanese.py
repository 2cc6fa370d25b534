"""What a Japanese sentence says twice, as a command for each: 「7時と8時に起こして」.

Knows words; knows no tool.
"""

import re

_EACH_JA = (("one", "long"), ("other", "long_too"))
_AFTER_JA = r"\d+(?:時間半?|分|秒|日|週間)後"
_TWO_AFTER_JA = re.compile(
    rf"^(?P<one>{_AFTER_JA})(?:に)?[と、](?P<other>{_AFTER_JA})(?:に)?(?:もう(?:1|一)[度回](?:、)?)?(?P<rest>.+)$"
)
_TIME_JA = r"(?:(?:午前|午後|朝の?|夜の?|夕方の?)?\d{1,2}(?:時(?:半|\d{1,2}分)?|:\d\d))"
_DAYS_JA = r"(?:平日|土日|週末|休日|毎日|[月火水木金土日]曜日?)"
_DAYS_TWO_JA = re.compile(
    rf"^(?P<day>{_DAYS_JA})[はの、]*(?P<one>{_TIME_JA})に?[、。と]*(?P<day_too>{_DAYS_JA})[はの、]*(?P<other>{_TIME_JA})"
    r"(?P<rest>(?!.*(?:消|キャンセル|取り消|止め)).*(?:アラーム|目覚まし|起こし).*)$"
)
"""Each on its days: 「平日は6時半、休日は8時に起こして」."""
_TWO_JA = re.compile(
    rf"^(?P<lead>.*?)(?P<one>{_TIME_JA}|\d+(?P<unit>時間|分|秒)(?:間)?)(?:の(?:アラーム|目覚まし|タイマー))?(?:と|、)"
    rf"(?P<other>{_TIME_JA}|\d+(?P=unit)(?:間)?)(?!の?間)(?P<rest>.*)$"
)
_TOO_JA = re.compile(
    rf"^(?P<lead>.*?)(?P<one>{_TIME_JA})(?P<rest>に.*?(?:アラーム|目覚まし|起こし).*?て)(?:ください)?[、。]?"
    rf"(?:あと|それと|それから)?(?P<other>{_TIME_JA})にも(?:(?:かけ|セットし|起こし|お願い).*)?$"
)
_NAMED_JA = re.compile(
    r"^(?P<one>[^\dと、]+?)(?:を|に|は|用に?)?(?P<long>\d+(?:時間|分|秒)半?)[と、](?P<other>[^\dと、]+?)(?:を|に|は|用に?)?"
    r"(?P<long_too>\d+(?:時間|分|秒)半?)[の、で]?タイマー(?:を)?(?:(?:セット|設定|かけ|スタート|開始|始め|お願い).*)?$"
)
_RINGS_JA = re.compile(r"アラーム|目覚まし|起こ[しす]|タイマー|リマインド|思い出させ|(?:教え|知らせ)て")
_DAY_JA = r"(?:(?:今日|今夜|今晩|明日|あした|明後日|あさって|明朝|来週)の?)"
_AT_JA = rf"(?:(?:{_DAY_JA}|{_DAYS_JA}の?)?{_TIME_JA}(?:に|は)(?!ついて)|{_AFTER_JA}に)"
_THEN_JA = re.compile(rf"(?<=て)[、,。]?(?:それから|そして|あと|それと)?(?={_AT_JA})")
"""Where the next command begins with its time: 「7時に起こして8時にゴミ出しを教えて」."""
_TOLD_JA = re.compile(
    rf"^(?P<at>{_AT_JA})(?P<what>(?!.*(?:天気|気温|温度|ニュース|予定|時刻|時間|状態|方法|やり方|仕方|結果))[^、。]+?(?<!の))"
    r"を(?:教えて|知らせて)$"
)
_EACH_AT_JA = re.compile(
    rf"^(?P<one>{_AT_JA})(?P<what>(?:(?!{_TIME_JA})[^、。て])+?)、(?P<other>{_AT_JA})(?P<what_too>.+?)"
    r"(?P<rest>(?:の)?(?:を|って|と|ように|こと(?:を)?)?、?(?:リマインド|思い出させ|お?知らせ|教え).*)$"
)
"""One thing at each time: 「12時に昼ごはん、3時に水を飲むのをリマインドして」."""
_DAYTIME_JA = re.compile(r"^(?:午前|午後|朝の?|夜の?|夕方の?)")


def each_ja(text: str) -> str:
    """The commands one by one; the sentence as it is where it says nothing twice."""
    if match := _NAMED_JA.match(text):
        one, other = (f"{match[name]}の{match[long]}のタイマーをセットして" for name, long in _EACH_JA)
        return f"{one}、{other}"
    if match := _DAYS_TWO_JA.match(text):
        days = (_every_ja(match[name]) for name in ("day", "day_too"))
        times = (match["one"], match["other"])
        return "、".join(f"{day}の{at}{match['rest']}" for day, at in zip(days, times, strict=True))
    if (match := _TWO_AFTER_JA.match(text)) and _RINGS_JA.search(match["rest"]):
        return f"{match['one']}に{match['rest']}、{match['other']}に{match['rest']}"
    if match := _EACH_AT_JA.match(text):
        rest = match["rest"]
        plain = rest if re.match(r"の?を", rest) else f"を{rest}"
        first = f"{match['one']}{match['what']}{plain.removeprefix('の')}"
        return f"{first}、{match['other']}{match['what_too']}{rest}"
    match = _TOO_JA.match(text) or _TWO_JA.match(text)
    if match is None:
        return _in_turn(text)
    if not _RINGS_JA.search(match["lead"] + match["rest"]):
        return text
    lead, rest, other = match["lead"], match["rest"], match["other"]
    daytime = _DAYTIME_JA.match(match["one"])
    if daytime and not _DAYTIME_JA.match(other):
        other = daytime[0] + other
    if not re.search(r"て(?:ください|下さい|ね|よ)?$", rest):
        rest = re.sub(r"(?:を|の?お願い(?:します)?|で|を?よろしく)*$", "", rest) + "をセットして"
    return f"{lead}{match['one']}{rest}、{lead}{other}{rest}"


def _in_turn(text: str) -> str:
    """Commands that each begin with their time, told apart; a thing told of at its time is a reminder."""
    parts = _THEN_JA.sub("\n", text).split("\n")
    if len(parts) == 1:
        return text
    return ",".join(_TOLD_JA.sub(r"\g<at>\g<what>をリマインドして", part) for part in parts)


def _every_ja(day: str) -> str:
    if day in {"平日", "毎日"}:
        return day
    return "毎週末" if day in {"土日", "週末", "休日"} else f"毎週{day}"
