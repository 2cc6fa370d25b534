"""What of a Japanese sentence goes into the gaps of a plain one. Knows no encoder."""

import re
from collections.abc import Mapping
from datetime import datetime

from kippu.regex import regex
from kippu.understand.free.any_colour import any_colour
from kippu.understand.free.clocks_ja import there
from kippu.understand.free.day_asked import day_asked
from kippu.understand.free.deeds_ja import button, comes_about, option, valued
from kippu.understand.free.found_ja import (
    among,
    calculation,
    called,
    exchange,
    is_asked,
    is_meant,
    numbered,
    sought,
    thing,
    told,
)
from kippu.understand.free.named_ja import bought, called_so, event, items, list_name, quoted, whom
from kippu.understand.free.parts import Parts
from kippu.understand.text import sentence
from kippu.understand.when.hours import hours
from kippu.understand.when.japanese import find
from kippu.understand.when.phrase import When

_NUMBER = regex(r"(?<![\d.:])\d+(?:\.\d+)?(?![\d.:]|時|分|秒|日|月|年|階|人|件|番|つ)")
_SUM = regex(
    r"\d[\d.,]*の(?:半分|\d+乗|平方根)|(?:√|ルート)?\d[\d.,]*.*[\d.,]*\d(?:(?:[%％]|パーセント|割)"
    r"(?:引き|オフ|増し)?|乗)?"
)
_UNIT = (
    "キロメートル|センチメートル|ミリメートル|メートル|キログラム|ミリグラム|グラム|ミリリットル|デシリットル|リットル|キロ|センチ|ミリ|マイル|インチ|フィート|ヤード"
    "|海里|升|合|ポンド|オンス|カップ|大さじ|小さじ|ガロン|平方メートル|平米|坪|畳|ヘクタール|エーカー|度|時間|分|秒|日|週間|km|cm|mm|kg|mg|ml|cc|g|l|m"
)
_CONVERSION = regex(
    rf"(?<![\d/~〜-])(\d[\d.,]*(?:[-~〜/]\d[\d.,]*)*)\s*({_UNIT})(?![a-z])(?:って|とは|は|を|で|の"
    rf"|て)?、?[^\d]{{0,8}}?({_UNIT})(?!{_UNIT}|[a-z])",
    re.IGNORECASE,
)
"""So much of one unit, and the other unit."""
_PAIR = regex(
    rf"(?<![ァ-ヶー])({_UNIT})(?:は|を|って|から)(?:何)?({_UNIT})(?:に|へ|で|なの|です|か|だと|ある|$)"
)
"""Two units and no number: 「インチをセンチに直して」."""
_PLAYED = regex(r"([^、。? ]{2,30}?)(?:でも|とか|を|が)?(?:かけ|流し|ながし|再生|聴き|聴か)")
"""What is to be heard, by the verb behind it, where no word was marked."""
_LATIN_BEFORE = regex(r"[A-Za-z0-9][\w&'.-]*[ -]?$", re.ASCII)
_KANJI_BEFORE = regex(r"(?<![一-龠])[一-龠]$")
"""One letter that was cut off: 「米」「津玄師」."""
_LATIN_BEHIND = regex(r"[ -]?[\w&'.-]+(?: [\w&'.-]+)*", re.ASCII)
_ITS_TITLE = regex(r"の[A-Za-z0-9][\w&'. -]*[\w]", re.ASCII)
_SHARED = regex(r"(?<!\d)(\d[\d,]*)円.{0,40}?(\d+)人|(?<!\d)(\d+)人.{0,40}?(?<!\d)(\d[\d,]*)円")
_ASKED = regex(
    r"(?:って|と|の|のを|こと|ことを|ように|よう|んを|を)?"
    r"(?:言って|いって|教えて|おしえて|知らせて|声かけて|声をかけて|思い出させて|リマインド"
    r"(?:して)?|忘れ(?:ない|ん|そう)[^、。]{0,8}"
    r"|よろしく|お願い(?:します)?|頼む|アラーム|通知して|呼んで)"
    r"(?:くれ[^、。]{0,4}|ください|おいて|ほしい[^、。]{0,4}|ね|よ|な|や){0,3}$"
)
"""How a sentence asks to be reminded, behind what of."""
_STATE = (
    ("消えて", "消え[てとた]"),
    (
        "ついて",
        "つけっぱなし|つけたまま|ついたまま|消し忘|消した|ついて|ついと|ついた|つけた|点いて|点いと|電源",
    ),
    ("動いて", "動いて|動いと|稼働|[回まわ]って[るい]|やって[るい]|運転"),
    ("開いて", "[開あ]けっ[ぱ放]|[開あ]けたまま|[開あ]いたまま|閉め忘|開いて|あいて|開けた|開けて|開き"),
    ("閉まって", "閉まって|しまって|閉めた|閉めて|閉じて|閉ま"),
    ("鍵がかかって", "鍵|かぎ|施錠|戸締"),
)
"""The plain word for a state, and what tells of it; the first that does."""
_TAIL = regex(r"(?:まで)?(?:になったら|に|、|は|の|から|で|へ)+$")
_NOT_THAT = regex(r"(?:の|に)?(?:じゃ|では?)な(?:い|く)|(?:じゃ|では?)(?:足り|足ら|無理)")
"""Behind a time that is not meant."""
_MORE = regex(r"(?:あと|もう|さらに) ?\d")
"""By how much more, and not up to what."""
_SPAN = regex(
    r"(?<!\d)((?:\d+時間)?(?:\d+分)?(?:\d+秒)?半?)(?<=[間分秒半])"
    r"(?:(?:たったら|経ったら|したら|後に|超えたら|過ぎたら|すぎたら)[、 ]?"
    r"(?=合図|教え|おしえ|お?知らせ|声|呼ん|鳴らし|ならし|言|いって|ピピ|アラーム|起こし)|"
    r"(?=はか[っり]|計っ|測っ))"
)
"""A length of time behind which one wants to be told, and nothing done."""
_BY = regex(
    r"(?<!\d)((?:\d+時間)?半?(?:\d+分)?半?(?:\d+秒)?)(?<=[間分秒半])(?:ほど|くらい|ぐらい|だけ|間)?"
    r"(?:を|で|、)?[、 ]?"
    r"(?=足|たし|追加|延|伸|のば|プラス|増|引|マイナス|減|短|縮|削|教え|おしえ|呼|知らせ|鳴らし"
    r"|タイマー|計|測|はか)"
)
"""A length of time by how it is asked for, where it was taken for a moment: 「あと5分足して」."""
_FAHRENHEIT = regex(
    r"(?<![\d.])(\d+)(?:度|°)?[FＦ](?![a-z])|華氏の?(\d+)|(?<![\d.])(\d+)(?:度|°)?[^\d。]{0,12}華氏"
)
_CELSIUS = regex(r"摂氏の?(\d+)[^\d]*華氏|(?<![\d.])(\d+)(?:度|°)?[CＣ](?![a-z])[^\d]*華氏")
_HOLIDAY = regex(
    r"クリスマス(?:イブ|イヴ)?|お正月|元日|元旦|大晦日|ハロウィン|バレンタイン(?:デー)?|母の日"
    r"|父の日|節分|ひな祭り|こどもの日|七夕"
)
_AFTER = regex(
    r"(?<!\d)((?:\d+時間)?半?(?:\d+分)?半?(?:\d+秒)?)(?<=[間分秒半])(?:たったら|経ったら|したら"
    r"|後に?|超えたら|過ぎたら|すぎたら)"
)
"""A length of time behind which something is to be done."""
_THEN = regex(r"\d+(?:時間|時|分|秒)(?=\d*分?\d*秒?半?間?(?:に?なったら|したら|たったら|経ったら|後))")
"""Times behind which something is to be done."""
_ORDERED = regex(
    r".{0,10}?(?:て(?:$|[、。 ]|くれ|くん|けろ|ちょ|もら|ほし|いただ|頂|ください|下さい|お願い|おくれ"
    r"|[やねよな]+$)"
    r"|てや|[んい]で(?:くれ|ください|下さい|ほし|もら)|め[でに]?(?:$|[、。]|よろしく|お願い|頼|し)"
    r"|お願い|おねがい|頼|たのむ|よろしく|たい(?:な|の|ね)*$|[せけめれ]ろ$|しよう$)|(?<=[ァ-ヶー一-龠])で?$"
)
"""Behind the word for which way: it is asked for."""
_BETWEEN = regex(r"[の、 ]?")

_EXACT = regex(r"\d|正午|半")
_VAGUE = regex(r"(?:頃|ごろ|以降|以前|前|までに|から|ちょうど)?(?:までに|から|以降|前)")
_AT = regex(r"(?:の)?(?:間|後)?(?:だけ|ほど|くらい|ぐらい)?(?:まで|に)?")


def filled(parts: Parts, now: datetime, kind: str) -> dict[str, str]:
    """The words for each gap, empty where the sentence has none; ``kind`` is meant if nothing is named."""
    plain = sentence(parts.text, "ja")
    found = find(plain, now)
    return {
        **_things(parts, plain, kind),
        **_moments(parts, plain, found, now),
        **_lengths(plain, found),
        **_amounts(parts, plain),
        **_own_words(parts, plain, found),
        **_people(parts, plain),
        "color": any_colour(plain, "ja", now) or (parts.all("color")[-1] if parts.all("color") else kind),
        **numbered(plain),
    }


def _things(parts: Parts, plain: str, kind: str) -> dict[str, str]:
    """Things of the home, where they are, and how."""
    room, marked = parts.one("room"), parts.one("device")
    on, chosen = option(plain)
    found = thing(plain, room)
    device = (marked if is_meant(marked, parts.text) else "") or found or ("" if found is None else kind)
    return {
        "target": _in_room(device, room),
        "lights": _in_room(marked or "電気", room),
        "room": room,
        "button": button(plain),
        "chooser": on,
        "option": chosen,
        "valued": valued(plain),
        "state": next((state for state, cue in _STATE if re.search(cue, plain)), ""),
        "media": _media(parts, plain) or (match[1] if (match := _PLAYED.search(plain)) else ""),
    }


def _moments(parts: Parts, plain: str, found: list[When], now: datetime) -> dict[str, str]:
    """When: what is to be done, asked after or moved."""
    meant = [(one.start, one.end) for one in found if one.at or one.day or one.repeat]
    marked = _TAIL.sub("", parts.one("when"))
    told = [one for one in found if one.at or one.day or one.repeat]
    in_order = sorted(told, key=lambda one: not one.repeat)  # 「毎日」 may be said last
    days = [(one.start, one.end) for one in found if one.day and not one.stretch]
    return {
        "when": "の".join(_TAIL.sub("", plain[one.start : one.end]) for one in in_order) or marked,
        "deed": comes_about(plain, meant),
        "day_asked": day_asked(plain, "ja", days) or (match[0] if (match := _HOLIDAY.search(plain)) else ""),
        "to": _moved(plain, meant) or marked,
        "hours": asked.said if (asked := hours(plain, "ja", now)) else "",
        "there": there(plain, [(one.start, one.end) for one in found if one.clock]),
    }


def _lengths(plain: str, found: list[When]) -> dict[str, str]:
    """For how long, by how much, and after how long."""
    said = [
        plain[one.start : one.end] for one in found if one.duration and not _NOT_THAT.match(plain, one.end)
    ] or [match[1] for way in (_SPAN, _BY) for match in way.finditer(plain)][:1]
    return {
        "length": re.sub(r"(?<=[分秒])間$", "", _TAIL.sub("", said[0])) if len(said) == 1 else "",
        "by": _TAIL.sub("", said[-1]) if said else "",
        "after": match[1] if (match := _AFTER.search(plain)) else "",
    }


def _amounts(parts: Parts, plain: str) -> dict[str, str]:
    """Numbers, and what is to be reckoned with them."""
    numbers = _NUMBER.findall(sentence(parts.one("amount"), "ja")) or _NUMBER.findall(plain)
    return {
        "number": numbers[0] if len(numbers) == 1 and not _MORE.search(plain) else "",
        "sum": calculation(plain) or (match[0] if (match := _SUM.search(plain)) else ""),
        "exchange": exchange(plain),
        "conversion": _conversion(plain),
        "share": _share(plain),
        "digits": parts.one("number") or next(iter(re.findall(r"\d[\d-]{2,}", parts.one("amount"))), ""),
    }


def _own_words(parts: Parts, plain: str, found: list[When]) -> dict[str, str]:
    """What is kept, sought or chosen, in the person's own words."""
    return {
        "among": among(parts.all("item"), plain),
        "list": list_name(parts, plain),
        "item": "と".join(items(parts)) or parts.one("text") or bought(plain),
        "text": quoted(parts, plain) or called_so(parts, plain) or parts.one("item", "title"),
        "rest": _rest(plain, [(one.start, one.end) for one in found]) if is_asked(plain) else "",
        "title": event(parts) or parts.one("text", "place"),
        "place": parts.one("place"),
        "sought": sought(plain),
    }


def _people(parts: Parts, plain: str) -> dict[str, str]:
    """Whom it is for, and what they are told."""
    person = whom(parts)
    return {
        "newcomer": "" if re.search(r"\d", plain) else parts.one("person"),
        "person": person,
        "called": person or called(plain),
        "message": told(plain, person) or quoted(parts, plain),
    }


def times(parts: Parts, now: datetime) -> list[str]:
    """The moments and lengths of time that were said, in its words."""
    plain = sentence(parts.text, "ja")
    found = [_TAIL.sub("", plain[one.start : one.end]) for one in find(plain, now)]
    return [*found, *_THEN.findall(plain)]


def moment(parts: Parts, now: datetime) -> str:
    """When something is to be done, or for how long, as it stands before a command: 「8時に」「2時間だけ」.
    Empty where not one such is said, or an end by which it isn't plain."""
    plain = sentence(parts.text, "ja")
    found = find(plain, now)
    if len(found) != 1 or _VAGUE.match(plain, found[0].end):
        return ""
    if not _EXACT.search(plain, found[0].start, found[0].end):  # 「今夜」 is no moment
        return ""
    behind = _AT.match(plain, found[0].end)
    return plain[found[0].start : behind.end() if behind else found[0].end]


def _moved(plain: str, meant: list[tuple[int, int]]) -> str:
    """The time that something is moved to: the last that is told, with what of it stands before."""
    apart: list[list[tuple[int, int]]] = []
    for start, end in meant:
        if apart and _BETWEEN.fullmatch(plain[apart[-1][-1][1] : start]):
            apart[-1].append((start, end))
        else:
            apart.append([(start, end)])
    told = [times for times in apart if not _NOT_THAT.match(plain, times[-1][1])]
    return "の".join(_TAIL.sub("", plain[start:end]) for start, end in told[-1]) if told else ""


def _media(parts: Parts, plain: str) -> str:
    """What is marked as to be heard, to the end of its name: a title in Latin letters, 「…のFirst Love」."""
    said = parts.one("media")
    start = plain.find(said) if said else -1
    if start < 0:
        return said
    before, behind = _LATIN_BEFORE.search(plain[:start]), plain[start + len(said) :]
    before = before if said[0].isascii() else _KANJI_BEFORE.search(plain[:start]) if said[0] > "一" else None
    after = _LATIN_BEHIND.match(behind) if said[-1].isascii() else _ITS_TITLE.match(behind)
    return f"{before[0] if before else ''}{said}{after[0] if after else ''}"


def _rest(plain: str, times: list[tuple[int, int]]) -> str:
    """What is left of the sentence without its times and without how it asks."""
    for start, end in reversed(times):
        plain = plain[:start] + plain[end:]
    return _ASKED.sub("", plain).strip("、。 にはの")


def _conversion(plain: str) -> str:
    """As a template takes it; more than one number whole, for what converts knows what to make of it."""
    if found := _CELSIUS.search(plain):
        return f"摂氏{found[1] or found[2]}度は華氏何度"
    if found := _FAHRENHEIT.search(plain):
        return f"華氏{found[1] or found[2] or found[3]}度は何度"
    plain = re.sub(r"(カップ|大さじ|小さじ)(\d[\d.]*)杯?", r"\2\1", plain)
    match = _CONVERSION.search(plain)
    if match is None:
        pair = None if re.search(r"\d", plain) else _PAIR.search(plain)
        return f"1{pair[1]}は何{pair[2]}" if pair and pair[1] != pair[2] else ""
    one = re.fullmatch(r"[\d.,]+", match[1])
    return f"{match[1]}{match[2]}は何{match[3]}" if one else f"{match[1]}{match[2]}を{match[3]}に換算して"


def _share(plain: str) -> str:
    """A sum of money and those who share it."""
    found = _SHARED.search(plain)
    return f"{found[1] or found[4]}円を{found[2] or found[3]}人で割ると" if found else ""


def _in_room(thing: str, room: str) -> str:
    return f"{room}の{thing}" if thing and room and room not in thing else thing


def asked_for(text: str, cues: Mapping[str, str]) -> str:
    """The word whose cue stands last, where an order follows it; else empty."""
    last = {word: [*re.finditer(cue, text, re.IGNORECASE)][-1].span() for word, cue in cues.items()}
    word = max(last, key=lambda one: last[one])
    return word if _ORDERED.match(text, last[word][1]) else ""
