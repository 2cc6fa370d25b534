"""What a template took too much for: words that are no item, a list's name with a command in it.

Knows calls and words; knows no home.
"""

import re
from collections.abc import Callable

from kippu.places import is_here, zone_of
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.phrases.out_of import ran_out_of_no_thing
from kippu.understand.phrases.planned import (
    LENGTH,
    head,
    is_gone_to,
    is_kind,
    is_planned,
    is_pointed_at,
    names_kind,
)
from kippu.understand.reading.another_order import BEHIND_NAME, BEHIND_TITLE, UNLOCKED
from kippu.understand.reading.no_item import is_no_item

_LIST_OF_MORE = regex(
    r"^の$|[、,を]|[ぁ-ん]て$|(?:から|ので|んで)$|^of\b|\byou to\b|\b(?:from|off|of) the$"
    r"|\b(?:on|from|off) (?:the|my|our)\b|^to (?!do\b|buy\b|get\b)"
    r"|^(?:up )?(?:an?|the|my)(?: (?:new|whole))?$|^lists? "
)
"""What no list's name has: a template took another command for the name."""
_NO_NAME = regex(r",|\b(?:every|all|each|any|both|lot|them)\b", re.IGNORECASE)
"""What no timer is called: "scrap the lot, every timer" means all."""
_TO_DO = regex(
    r"(?:for (?:you|us|someone|somebody|him|her) )?to (?!buy\b|get\b|pick up\b|order\b|restock\b)"
    r"|(?:my|our|the|that) (?:[\w-]+ )?lists?\b",
    re.IGNORECASE,
)
"""What is to be done, or is kept already, and nothing to buy: "i need to know what is on my list"."""
_UNWANTED = regex(r"(?:いらな|要らな|もういい)[^、。]{0,6}$")
"""Of a thing of the home it is said when it may go off: 「電気いらない」."""
_HEARD_JA = regex(r"(?:音楽|曲|歌|ラジオ|BGM|ミュージック)$", re.IGNORECASE)
"""What is unwanted while it plays: 「しばらく音楽は要らない」."""
_USED_UP = regex(
    r"(?:電球|電池|バッテリー|フィルター|紙パック|リモコン|カバー|ケーブル|コード|シート|カートリッジ)$"
)
"""What is bought for such a thing."""
_SKY = regex(
    r"リマインダー|アラーム|タイマー|目覚まし|日没|日の出|日の入り?|満月|新月|月の出|\b(?:sunset"
    r"|sunrise|moon)\b"
)
"""No place: 「日没は何時」."""
_MORE_THAN_A_PLACE = regex(r"\d|\b(?:when|if|while|is|it's)\b")
"""Of a whole question: "singapore when our time is 5 pm"."""
_NO_COUNTRY = regex(
    r"(?:the |my |our |your )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|(?:this|next|last) .*|office|school|work|company|city|town|house|country|week|month|year)$",
    re.IGNORECASE,
)
"""Has no holidays of its own that anybody could tell."""
_MOMENT = regex(
    r"now|then|today|tonight|tomorrow|yesterday|noon|midday|midnight|dawn|dusk|\w+day|christmas|easter"
    r"|them|him"
    r"|今|今日|明日|昨日|正午",
    re.IGNORECASE,
)
"""What may stand beside an hour, and is no place; two are islands, which are called so."""
_OF_CLOCKS = regex(r"\btime\b|\bhours?\b|時差|時間", re.IGNORECASE)
_NO_PLACE_JA = regex(
    r"(?:彼女?|彼ら|[私僕俺君兄姉弟妹娘妻人者]|(?<!秩)父|母|息子|夫|友達|友人|上司|部下|同僚|社長|先生"
    r"|学生|さん|くん|ちゃん|様|電車|列車|バス"
    r"|新幹線|飛行機|便|配達|荷物|予定|計画|時計|会議|仕事|工事|それ|これ|あれ|前回|普段|いつも|平均)$"
)
"""Who or what is late, and no town or country: 「電車は予定よりどれくらい遅れてる」."""
_NOBODY_JA = regex(
    r"(?:[前後時頃朝昼晩夜分週月日年]|[月火水木金土日]曜日?|夕方|とき|ころ|あと|さっき|今|すぐ|いつも"
    r"|先に|時間|暇|番号|一緒)$"
    r"|^(?:[誰何]|だれ|どこ|どの|どう|いつ|なん(?:で|か)?|なぜ|昨[日夜晩]|きのう|今[日朝夜晩]|明日"
    r"|あした|毎[日朝晩週]|さっき|すぐ|もう|まだ)"
    r"|たら|れば|[るた]とき|から|まで|って"
)
"""Who or when, and nobody that is called: 「寝る前に電話」."""
_SHARED_EVENT = regex(
    r"^(?:全[米英仏豪日]|日本(?!語)|世界|アメリカ|イギリス|国際|ワールド|オリンピック|五輪|プロ|女子|男子).*"
    r"(?:ゴルフ|テニス|[入卒](?:学|業)式|花見|合宿|健診|予防接種)"
)
"""What is in everybody's calendar and not in one's own: 「全米オープンテニス」."""
_KEPT = regex(r"メモ|予定|カレンダー|リスト|リマインダー|履歴|連絡先|^(?:それ|これ|あれ)$")
"""What is kept here: nobody looks for it on the web."""
_RINGS = regex(r"^(?:alarm|reminder)s?$", re.IGNORECASE)
"""Is kept apart from the calendar."""
_DAY_IN_NAME = regex(
    r"\b(?:today|tomorrow|tonight|(?:next|this) (?:week|month|weekend)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?! (?:club|roast|school|brunch|market))",
    re.IGNORECASE,
)
"""When it is, and no part of what it is called: "saturday morning soccer practice at 8"."""
_IS_KEPT = regex(
    r"^(?:what|the|all|everything|my|items?|tasks?|things)\b.* (?:on|in) (?:my|our|the) (?:[\w-]+ ){0,2}"
    r"(?:list|calendar|agenda|schedule|diary)$|^what (?:i|we) (?:asked|told|wanted|had) you to\b",
    re.IGNORECASE,
)
"""Is to be told, and nothing to be reminded of: "remind me of the tasks on my to do list"."""
_WHERE_KEPT = regex(
    r"(?:my|our|the) (?:[\w-]+ )?(?:calendar|agenda|schedule|diary|planner|lists?)\b", re.IGNORECASE
)
"""Where to look, and not what for: "what do i have on my list for shopping"."""
_POINTED_AT = regex(
    r"(?:me|us|you|it|them|him|her|this|that|these|those|yourself|myself|something|anything|everything|an?)"
    r"(?: (?:one|thing|all|again))?|(?:それ|これ|あれ|私|わたし|僕|俺|自分|君|あなた)(?:たち)?",
    re.IGNORECASE,
)
"""Words by which no answer can be found again: "what have you said about me"."""
_OF_A_CLOCK = regex(
    r"(?:the |today's |the current )?(?:date|time|day|weather)(?: today)?|what (?:time|day|date) it is",
    re.IGNORECASE,
)
"""What is told at once, and not kept: "can you remind me of the date"."""
_NO_TEXT = regex(r"^[はをがも](?=[一-龠])|^[のをはがもにでと]$")
"""A particle before it belongs to the noun that is no part of the text: 「メモは消していいよ」."""
_SHOWN = regex(
    r"(?:を|は)?(?:全部|ぜんぶ|全て|すべて|みんな|一覧|最新の?|最後の?)?(?:を|は)?"
    r"(?:見せ|みせ|読ん|読み上げ|教え|開い|消し|削除し)[てで](?:[、。]|くれ|くだ|下さ|ほし|もら|$)"
)
"""What is done with notes, and no text of one: 「メモ見せて、最新のやつ」."""
_NOT_ADDED = regex(
    r"(?:追加|登録|記入|入れ|いれ|足|加え|書|載せ|のせ)(?:し|さ|か)?"
    r"(?:な(?:いで|くて(?:も)?(?:いい|良い|大丈夫))|い?て(?:ほし|欲し|もらいた)くな[いか]|い?ちゃ(?:だめ|ダメ|駄目))"
    r"(?:ください|下さい|くれる?|です|から|けど|った|ん|ね|よ|な)*$"
)
"""Nothing is to be put on a list: 「電池を追加しないで」."""
_ARTICLE = regex(r"(?:the|a|an|this|that|its?)", re.IGNORECASE)
_POINTS_JA = regex(
    r"[こそあど](?:の|れ|こ)?|前|次|今|さっき|上|下|最初|最後|[誰何]|なに|だれ|電話|受付|注文|予約|順番"
    r"|整理|部屋|バス|電車|ロッカー|金庫|口座"
    r"|.*(?:カード|パスポート|免許証?|保険証?|診察券|車|駐車場|座席|席|会員|荷物|チケット|宝くじ|パソコン)"
)
"""Nobody: 「その番号教えて」, 「次の番号」."""
_CUT_NAME = regex(r" (?:in|by|via|about|that|and|with|of|for|on|at|to|as)$", re.IGNORECASE)
_ONESELF = frozenset({"me", "us", "you"})
"""Whom nobody writes to: "let me know"; nor has a name quotes in it."""
_QUESTION = regex(r"^(?:what|how|will|is|are|was|do|does|did|when|who|why|where|which|should)\b")
_NO_COMMAND_JA = regex(r"(?:に)?(?:して|変えて|変更して|お願い)(?:ください|ね|よ)*")
"""What is done to what was planned before: 「20分後にして」."""
_OF_THE_CALENDAR = regex(
    r"calendar|event|appointment|meeting|plans?\b|schedule|agenda|diary|予定|会議|カレンダー|アポ",
    re.IGNORECASE,
)
"""Without such a word "everything from monday to friday" is too much to delete."""
_NEEDED = regex(r"^(?:i|we) (?:really |just )?need\b", re.IGNORECASE)
_NEEDS = regex(
    r"^(?:(?:hey|please|so|well|ok|okay|now)[, ]+)*(?:i|we) (?:really |just )?(?:need|want)\b", re.IGNORECASE
)
_TO_BE_DONE = regex(r"^(?:the|my|our|his|her|this|that) [^,]*\bto be \w+$", re.IGNORECASE)
"""What was needed is no thing to buy: "i need my hair to be cut"."""
_ORDER_JA = regex(r"(?<!子育)(?:[けしめげいえれせきちみり]|[っ])て$|(?:ください|て|で)[、。]")
_ASKS_FIRST = regex(r"^(?:what's|what is|show|read|open|close) ", re.IGNORECASE)
_RUNG = regex(
    r"\b(?:alarm|timer|reminder|list|photo|picture|image|file|folder|message|e?mail|text|order|subscription"
    r"|recording|video|song|playlist|account|app|light|lamp|heating)s?$"
    r"|\bto (?:turn|switch|open|close|lock|unlock|play|set)\b|(?:アラーム|タイマー|リマインダー|目覚まし)$"
    r"| (?:forward|on|off|up|down)$",
    re.IGNORECASE,
)
"""What is kept elsewhere than in the calendar, or is in the home; and "forward", which is earlier to some and
later to others."""
_UNFINISHED = regex(r"\b(?:an?|the|my|another|me)$", re.IGNORECASE)
"""Where another order's own timer begins: "add milk to the list and set a"."""
_THAT_ONE = regex(r"の(?:やつ|もの|件|ほう|方)?を")
"""Behind what is called so, and not said to be planned."""
_DROPPED = regex(
    r"\b(?:(?P<cancel>cancel)|delete|call off) "
    r"(?!.*\b(?:calendar|agenda|schedule|diary|planner|(?:appointment|date) ?book)\b)",
    re.IGNORECASE,
)
_NEXT = regex(
    r"\b(?:my|our|the) next (?!.*\b(?:order|deliver(?:y|ies)|payment|song|track|episode|bill|instal+ment"
    r"|subscription|box)s?\b)",
    re.IGNORECASE,
)
_KEPT_ELSEWHERE = regex(
    r"\b(?:note|contact|chat|conversation|ledger|model|layer|dataset|log|record|result|screenshot|voicemail"
    r"|membership|download|upload|backup|cookie|bookmark|password|machine|washer|dryer|dishwasher)s?$"
    r"|\b(?:history|histories|memory|memories|data|cache)$",
    re.IGNORECASE,
)
"""What may be deleted or cancelled, and is in no calendar unless that is named."""
_PUT_OFF = regex(
    r"\b(?:postpone|reschedule)\b"
    r"|\b(?:delay|put off) (?:my|our) (?!(?:\w+ )?(?:wash|coffee|oven|dryer|washing|laundry|tea)\b)",
    re.IGNORECASE,
)
"""What is said of nothing that isn't planned, and what may be done so to one's own: "delay my pottery"."""
_DONE_TO_THINGS = regex(r"\b(?:start|make|have|pull)\b", re.IGNORECASE)
"""What one does to a machine and its work as well as to an event."""


def _is_no_title(call: Call) -> bool:
    """Whether a title holds another order, or is of another kind: "dentist and move the gym"."""
    if call.tool in {"calendar.remove", "calendar.move"}:
        title = str(call.arguments.get("text", ""))
        if "seconds" in call.arguments:
            return True  # so exactly nothing is planned
        return bool(is_pointed_at(title) or _RUNG.search(title) or BEHIND_TITLE["en"].search(title))
    name = str(call.arguments.get("name", ""))
    if call.tool == "alarms.set" and _DAY_IN_NAME.search(name):
        return True
    if call.tool in {"timers.start", "alarms.set"} and (_ORDER_JA.search(name) or BEHIND_NAME.search(name)):
        return True
    if call.tool == "timers.start":
        return name == "off" or (_UNFINISHED.search(name) is not None and " and " in name)
    return call.tool == "timers.cancel" and bool(re.search(r"\b(?:reminder|alarm)\b|、", name))


_ONE_OF_IT = regex(
    r"(?:1|one|another)(?: one| 1)? (?:with|at|on|before|after|right"
    r"|for (?:mon|tues|wednes|thurs|fri|satur|sun|tomorrow|today|tonight|\d|noon|half))"
)
"""Another event, alarm or timer: "add one with Jane right after"."""
_GOES_ON = regex(r"and in ", re.IGNORECASE)
"""Asks for the time in a city alone; whatever else may be in something, another reader knows."""


def is_too_much(call: Call, text: str, language: Language, apart: Callable[[str], Frame]) -> bool:
    """Whether a call has taken words that are none of its own: what nobody keeps, or plans."""
    if call.tool == "calendar.remove_all" and "until" in call.arguments and not _OF_THE_CALENDAR.search(text):
        return True
    if language == "en" and call.tool.startswith("phone.") and not _is_said(call, text):
        return True
    if call.tool == "lists.add" and (
        _ONE_OF_IT.match(str(call.arguments["item"]))
        or ran_out_of_no_thing(text)
        or (language == "ja" and _NOT_ADDED.search(text))
        or (_NEEDED.match(text) and _TO_BE_DONE.search(str(call.arguments["item"])))
        or (_NEEDS.match(text) and _TO_DO.match(str(call.arguments["item"])))
    ):
        return True
    if (
        call.tool == "lists.remove"
        and _UNWANTED.search(text)
        and not _USED_UP.search(str(call.arguments["item"]))
        and (_is_thing(apart(str(call.arguments["item"]))) or _HEARD_JA.search(str(call.arguments["item"])))
    ):
        return True
    if call.tool == "clock.time" and any(
        mention.rooms for mention in apart(str(call.arguments.get("place"))).mentions
    ):
        return True  # "and in the study" asks for no time
    if (
        call.tool == "clock.time"
        and _GOES_ON.match(text)
        and zone_of(str(call.arguments.get("place"))) is None
    ):
        return True  # "and in 90 minutes"
    if call.tool == "clock.difference" and _is_no_zone(call, text):
        return True
    return is_no_such(call) or is_no_event(call, text, language, apart)


def _is_said(call: Call, text: str) -> bool:
    """Whether a message's words are the sentence's: half a word may be taken for one that begins it."""
    return str(call.arguments.get("text", "")).casefold() in text.casefold()


def _is_no_zone(call: Call, text: str) -> bool:
    """Whether no clocks are meant: "is Anna ahead or behind", "the time between now and midnight"."""
    places = [place for place in map(str, call.arguments.values()) if not is_here(place)]
    if not places or any(_MOMENT.fullmatch(place) or _NO_PLACE_JA.search(place) for place in places):
        return True
    known = [zone_of(place) is not None for place in places]
    if _OF_CLOCKS.search(text):
        return len(known) > 1 and not any(known)
    return not all(known)


def is_no_event(call: Call, text: str, language: Language, apart: Callable[[str], Frame]) -> bool:
    """Whether what is moved, or dropped without naming the calendar, is no event as far as anybody can tell;
    ``apart`` takes a text apart."""
    title = str(call.arguments.get("text", ""))
    if language == "ja":
        return call.tool == "calendar.move" and _THAT_ONE.search(text) is not None and _is_thing(apart(title))
    named = title and title.casefold() in text.casefold()  # else it is what was spoken of
    if call.tool == "calendar.remove" and named and (match := _DROPPED.search(text)):
        of = head(title)
        if _KEPT_ELSEWHERE.search(of) or _RUNG.search(of):
            return True
        if _NEXT.search(text):
            return False  # what comes again and again, as a haircut does, has its days
        return not (names_kind(text[match.end() :]) or (match["cancel"] and is_planned(title, apart)))
    if call.tool != "calendar.move" or not call.arguments.keys() & LENGTH:
        return False
    if _PUT_OFF.search(text):
        return bool(_KEPT_ELSEWHERE.search(head(title))) or not (is_kind(title) or is_planned(title, apart))
    return not (is_gone_to if _DONE_TO_THINGS.search(text) else is_kind)(title)


def _is_thing(frame: Frame) -> bool:
    """Whether a title is a thing or a kind of the home, and no more: 「ブラインドのほうを7時に変えて」."""
    return not frame.leftover and (frame.has("kinds") or any(mention.things for mention in frame.mentions))


def is_no_such(call: Call) -> bool:
    """True for a list whose name has another command in it, and for a question that would be done later."""
    item = str(call.arguments.get("item", ""))
    if call.tool in ("lists.add", "lists.remove") and UNLOCKED.search(item):
        return False  # whatever it is, no lock is opened for it
    listed, later = str(call.arguments.get("list", "")), str(call.arguments.get("command", ""))
    return (
        is_no_item(call.tool, item)
        or _is_no_title(call)
        or _is_nobody(call)
        or _is_not_kept(call)
        or (
            call.tool.startswith("timers.")
            and _NO_NAME.search(str(call.arguments.get("name", ""))) is not None
        )
        or any(pattern.search(listed) for pattern in (_LIST_OF_MORE, BEHIND_NAME, _ASKS_FIRST))
        or _QUESTION.match(later.casefold()) is not None
        or _NO_COMMAND_JA.fullmatch(later) is not None
    )


def _is_nobody(call: Call) -> bool:
    """Whether nobody is called so whom one writes to or calls."""
    to = str(call.arguments.get("to", ""))
    if call.tool == "contacts.find":
        who = str(call.arguments.get("who", call.arguments.get("name", "-")))
        return _ARTICLE.fullmatch(who) is not None or _POINTS_JA.fullmatch(who) is not None
    if call.tool == "phone.message":
        return to.casefold() in _ONESELF or '"' in to or _CUT_NAME.search(to) is not None
    return call.tool == "phone.call" and _NOBODY_JA.search(to) is not None


def _is_not_kept(call: Call) -> bool:
    """Whether nothing is kept, or found, by such words."""
    words = str(call.arguments.get("words", ""))
    if call.tool == "notes.add":
        text = str(call.arguments.get("text", ""))
        return _SHOWN.match(text) is not None or _NO_TEXT.match(text) is not None
    if call.tool == "reminders.add":
        text = str(call.arguments.get("text", ""))
        told = _OF_A_CLOCK.fullmatch(text) and not {"at", "repeat"} & call.arguments.keys()
        timeless = "at" not in call.arguments and _IS_KEPT.search(text) is not None
        return bool(told) or timeless or _NO_TEXT.match(text) is not None
    if call.tool == "calendar.show":
        return "、" in words or any(one.search(words) for one in (_SHARED_EVENT, _DAY_IN_NAME, _RINGS))
    if call.tool == "clock.time":
        place = str(call.arguments.get("place", ""))
        return bool(_SKY.search(place) or _MORE_THAN_A_PLACE.search(place))
    if call.tool == "clock.free":
        return _NO_COUNTRY.match(str(call.arguments.get("place", ""))) is not None
    if call.tool == "history.again":
        return _POINTED_AT.fullmatch(words) is not None
    if call.tool == "search.find":
        return _WHERE_KEPT.match(words) is not None
    return call.tool == "search.web" and _KEPT.search(words) is not None
