"""Tells where a model that only talks says that it did something, or will: it did not, and can't. And how
much of a sentence under way is no part of that, however it goes on.

Knows words; knows no model and no home.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_THINGS = (
    r"(?:lights?|lamps?|bulbs?|fans?|tv|television|thermostat|heating|heater|heat|air conditioning|ac|"
    r"doors?|locks?|windows?|"
    r"blinds?|curtains?|shades?|garage|oven|stove|coffee|machine|toaster|vacuum|music|song|playlist|radio|"
    r"speakers?|"
    r"volume|brightness|temperature|alarms?|timers?|reminders?|calendar|events?|appointments?|meetings?|"
    r"notes?|"
    r"(?:shopping|grocery|to-do|todo) list|your list|the list|e-?mails?|messages?|texts?|calls?|orders?|"
    r"tickets?|reservations?|bookings?|"
    r"tables?|taxi|pizza|devices?|switch(?:es)?|plugs?|cameras?|settings?|payments?|power|appliances?)"
)
_DONE = (
    r"(?:turned|switched|set|added|started|stopped|opened|closed|shut|locked|unlocked|dimmed|brightened|"
    r"adjusted|changed|"
    r"created|scheduled|cancell?ed|deleted|removed|sent|ordered|booked|called|played|paused|updated|"
    r"activated|"
    r"deactivated|enabled|disabled|saved|noted|put|lowered|raised|increased|decreased|placed|made|"
    r"reserved|paid)"
)
_DO = (
    r"(?:turn|switch|set|add|start|stop|open|close|shut|lock|unlock|dim|brighten|adjust|change|create|"
    r"schedule|cancel|"
    r"delete|remove|send|order|book|call|play|pause|update|activate|deactivate|enable|disable|save|note|"
    r"put|lower|"
    r"raise|increase|decrease|place|make|reserve|pay|remind)"
)
_DOING = (
    r"(?:turning|switching|setting|adding|starting|stopping|opening|closing|locking|unlocking|dimming|"
    r"adjusting|changing|"
    r"creating|scheduling|cancell?ing|deleting|removing|sending|ordering|booking|calling|playing|pausing)"
)
_EN = regex(
    rf"^(?:done|all set|all done|consider it done|it's done|it is done|mission accomplished)\b(?! with| "
    rf"by| in| on| at)"
    rf"|\b(?:i(?:'ve| have)?|we(?:'ve| have)?)(?: just| now| already| also| successfully)* "
    rf"{_DONE}\b.*\b{_THINGS}\b"
    rf"|\b(?:i'll|i will|i'm going to|i am going to|let me)(?: now| just| also| go ahead and)* "
    rf"{_DO}\b.*\b{_THINGS}\b"
    rf"|\bi(?:'ll| will| have)(?: now| also)* remind(?:ed)? you\b"
    rf"|\b(?:i'm|i am)(?: now| just| currently)* {_DOING}\b.*\b{_THINGS}\b"
    rf"|^(?:added|removed|deleted|cancell?ed|created|scheduled|saved|updated|(?:turned|switched) o(?:n|ff))\b"
    rf".*\b(?:the|your) (?:[\w'-]+ ){{0,3}}{_THINGS}\b"
    rf"|\b(?:the|your|all(?: of)?(?: the| your)?) (?:[\w'-]+ ){{0,3}}{_THINGS} (?:(?:is|are) now|(?:has|"
    rf"have)(?: now| just| already)? been|"
    rf"(?:is|are) (?:all |already )?(?:set|turned|switched)) "
    rf"|^(?:the|your) (?:[\w'-]+ ){{0,3}}{_THINGS} (?:is|are) (?:on|off|open|closed|locked|unlocked|set|"
    rf"running|playing)\b"
    r"|^here(?:'s| is| are) [“\"]"
    rf"|^(?:turning|switching|setting|adding|opening|closing|locking|playing|"
    rf"dimming)\b.*\b{_THINGS}\b.*(?:now|\.\.\.|…|for you)"
)
_THINGS_JA = (
    r"(?:電気|照明|ライト|ランプ|エアコン|暖房|冷房|テレビ|扇風機|換気扇|カーテン|ブラインド|鍵|ドア|窓|"
    r"掃除機|音楽|曲|音量|温度|明るさ|"
    r"タイマー|アラーム|目覚まし|リマインダー|予定|メモ|リスト|メール|メッセージ|電話|予約|注文|スイッチ|"
    r"家電|お風呂)"
)
_JA = regex(
    rf"{_THINGS_JA}.*(?:つけ|消し|切り|閉め|開け|かけ|設定し|追加し|セットし|送信し|送り|予約し|変更し|"
    rf"オンにし|オフにし|登録し|再生し|停止し|"
    rf"止め|注文し|上げ|下げ|流し|施錠し|解錠し|作成し|削除し|キャンセルし)(?:ておき|てい)?(?:ました|"
    rf"ます(?:ね)?[。！]?$)"
    rf"|^(?:完了しました|設定しました|実行しました|やっておきました)"
)
_WHOLE: dict[Language, tuple[str, ...]] = {
    "en": (
        "done", "all set", "all done", "consider it done", "it's done", "it is done", "mission accomplished",
        "added", "removed", "deleted", "cancelled", "canceled", "created", "scheduled", "saved", "updated",
        "turned o", "switched o", "turning", "switching", "setting", "adding", "opening", "closing",
        "locking", "playing", "dimming", "here is “", 'here is "', "here are “", "here's “",
    ),
    "ja": ("完了しました", "設定しました", "実行しました", "やっておきました"),
}  # fmt: skip
"""Beginnings of sentences that are, or may become, a claim from their first word on."""
_BEFORE = r"(?:now|just|already|also|successfully|currently|go ahead and)"
_DEED = regex(
    rf"\b(?:(?:i|we)(?:'ve| have)?(?: {_BEFORE})* {_DONE}"
    rf"|(?:i'll|i will|i'm going to|i am going to|let me)(?: {_BEFORE})* {_DO}"
    rf"|(?:i'm|i am)(?: {_BEFORE})* {_DOING}|i(?:'ll| will| have)(?: now| also)* remind(?:ed)?)\b"
    r"|\b(?:i|we|let)(?:'\w*)?"
    rf"(?: (?:have|will|am|me|going|to|go|ahead|and|{_BEFORE}))*(?: \w*)?$"
)
"""Who speaks, with a deed, or with nothing yet that tells."""
_STATE = regex(
    r"\b(?:the|your|all(?: of)?) (?:[\w'-]+ ){0,3}?"
    rf"(?P<thing>{_THINGS} (?:is|are|has|have)\b|(?:{_THINGS} )?[\w'-]*$)"
)
"""A thing, with how it is, or with nothing yet that tells."""
_LEADS = ("okay", "ok", "sure", "alright", "all right", "certainly", "of course", "got it")
_LEAD = regex(rf"(?:(?:{'|'.join(_LEADS)})\b[,.!:]* *)*")
"""Yes to what was asked for."""
_OPENING = regex(r"(?:all(?: of)?(?: the| your)?|the|your)(?: +|$)")
_ROOM = regex(
    r"(?:kitchen|living|bed|bath|dining|front|back|hall|hallway|entrance|entry|corridor|office|study|garage"
    r"|garden|patio|porch"
    r"|balcony|basement|cellar|attic|upstairs|downstairs|guest|kids?|children|nursery|playroom|master|main"
    r"|ceiling|floor|desk|bedside|laundry|toilet|lounge|den|outdoor|outside|indoor|smart|house|home|room)"
    r"(?:room)?s?(?:'s?)?$"
)
"""Words that the names of things in a home begin with."""
_PARTS_JA = frozenset(
    thing[:end] for thing in _THINGS_JA[3:-1].split("|") for end in range(1, len(thing) + 1)
)
_MOST_JA = max(map(len, _PARTS_JA))
_THING_JA = regex(_THINGS_JA)
_LEADS_JA = (
    "はい",
    "了解です",
    "了解しました",
    "わかりました",
    "分かりました",
    "かしこまりました",
    "承知しました",
    "もちろんです",
)
_ROOMS_JA = (
    "リビングルーム", "リビング", "居間", "キッチン", "台所", "寝室", "玄関", "書斎", "子供部屋",
    "ダイニング", "廊下", "洗面所", "浴室", "トイレ", "ガレージ", "庭", "ベランダ", "和室",
    "客間", "一階", "二階", "1階", "2階", "部屋", "お部屋", "家", "全部", "すべて", "全て",
)  # fmt: skip
_OPENING_JA = regex(rf"(?:(?:{'|'.join(_LEADS_JA)})[、,!！ 　]*)*(?:(?:{'|'.join(_ROOMS_JA)})[のと、]?)*")
_WRITING = regex(
    r"\b(?:write|story|poem|song|lyrics|e-?mail|letter|translate|translation|summari[sz]e|summary|rewrite|"
    r"imagine|"
    r"pretend|role ?play|dialogue|script|example|joke|essay|proofread|correct this|rephrase|sentence)\b"
    r"|書いて|物語|話を|お話|詩|歌詞|翻訳|訳し|要約|メール文|手紙|例文|想像|なりきって|作文",
    re.IGNORECASE,
)


def claims(sentence: str, language: Language) -> bool:
    """True for "I have turned on the light", "Done!", "I'll remind you", 「電気をつけました」."""
    said = sentence.strip(" \n\t*_\"“”'(-").replace("’", "'")
    return bool((_JA if language == "ja" else _EN).search(said.casefold()))


def harmless(begun: str, language: Language) -> int:
    """How many letters of a sentence under way may be shown, whatever comes: none of "I have tur", "The
    kitchen" of "The kitchen light is", all of "Bread is". Of a deed nothing is shown before it is told."""
    said = _lowered(begun)
    lead = len(said) - len(said.lstrip(" \n\t*_\"“”'(-"))
    own = said[lead:]
    if any(own.startswith(whole) or whole.startswith(own) for whole in _WHOLE[language]):
        return 0
    if language == "ja":
        until = next((at for at in range(len(said)) if _names_a_thing_ja(said, at)), len(begun))
        return 0 if until <= lead + _opened_ja(own) else until
    deed, state = _DEED.search(said), _STATE.search(said)
    until_deed = deed.start() if deed else len(begun)
    until = min(until_deed, state.start("thing") if state else len(begun))
    return 0 if until <= lead + _opened(own, state.start() - lead if state else None) else until


def _opened(own: str, state: int | None) -> int:
    """How many letters at the beginning are shown with the rest or not at all: "Okay, ", "The front door "
    while that may still tell how a thing is, which would begin at ``state``."""
    lead = _LEAD.match(own)
    at = lead.end() if lead else 0
    if any(whole.startswith(own[at:]) for whole in (*_LEADS, "the")):
        return len(own)
    opening = _OPENING.match(own, at)
    if opening is None:
        return at
    first, more, _ = own[opening.end() :].partition(" ")
    if not more:
        return len(own)
    return len(own) if _ROOM.match(first) and state == at else opening.end()


def _opened_ja(own: str) -> int:
    """The same for 「はい、」 and 「リビングの」."""
    opening = _OPENING_JA.match(own)
    at = opening.end() if opening else 0
    rest = own[at:]
    begins = rest and any(whole.startswith(rest) for whole in (*_LEADS_JA, *_ROOMS_JA))
    return len(own) if begins else at


def _lowered(text: str) -> str:
    """The same in small letters, each where it was: folded, "ß" would be two, and "İ" is two in small."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text).replace(
        "’", "'"
    )


def _names_a_thing_ja(said: str, at: int) -> bool:
    """Whether a thing of the home begins there, as far as the sentence has come."""
    return bool(_THING_JA.match(said, at)) or (len(said) - at < _MOST_JA and said[at:] in _PARTS_JA)


def may_claim(text: str) -> bool:
    """True when the person asks for writing, in which somebody may well have turned on a light."""
    return _WRITING.search(text) is not None
