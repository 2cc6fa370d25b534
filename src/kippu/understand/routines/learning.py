"""What comes of a lesson: the routine, or words about why there is none yet."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime

from kippu.layers.words import COMMON
from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.routines.doing import Understand
from kippu.understand.routines.teaching import Lesson
from kippu.understand.when import english, japanese

_SURE = 0.95
_REPLIES = regex(
    r"(?:yes|no|yep|nope|yeah|sure|ok|okay|fine|right|correct|exactly|stop|cancel|undo|help|quiet|wait|go"
    r"|never ?mind|thanks|thank you|please|and|it|that|this|both|all|again|done|do it|don't|leave it"
    r"|louder|quieter|brighter|dimmer|warmer|cooler|more|less|off|on|open|close|lights?"
    r"|(?:the )?(?:first|second|third|last|other)(?: one)?|(?:that|this|the) one)"
    r"(?: (?:please|thanks|then|that|it))*"
    r"|(?:yes|no),? (?:please|thanks|thank you)"
    r"|はい|いいえ|うん|ううん|いや|(?:止め|やめ|つけ|消し|開け|閉め)て|ストップ|キャンセル|取り消し?|もう一度|ありがとう"
    r"|お願い(?:します)?|全部|それを?|これを?|あれを?|もっと|どっちも|両方|最初の?|次の?",
    re.IGNORECASE,
)
_KINDS = regex(
    r"(?:the |my )?(?:lights?|lamps?|blinds?|curtains?|doors?|locks?|fans?|heating|thermostat|tv|telly"
    r"|speakers?|music|alarms?|timers?|reminders?|notes?|lists?|calendar|weather|time|date|volume|temperature|vacuum)"
    r"|(?:電気|照明|ライト|ブラインド|カーテン|ドア|鍵|玄関|エアコン|暖房|冷房|テレビ|スピーカー|音楽|アラーム|タイマー|リマインダー"
    r"|メモ|リスト|予定|カレンダー|天気|時間|音量|温度|掃除機|掃除)",
    re.IGNORECASE,
)
_REFUSED = frozenset({"about.which", "about.unclear", "about.unfinished", "about.nothing_to_cancel"})
_FEWEST_LETTERS = 2
_SAYS = ("about.", "help.")
"""How tools begin that only say something."""


async def learnt(
    lesson: Lesson,
    language: Language,
    names: Names,
    understand: Understand,
    knows: Callable[[str], Awaitable[bool]],
) -> Meaning | None:
    """The call that keeps the routine; a question where the saying means something already, or what is to be
    done isn't known. None where it may be no lesson at all."""
    asked: str | None = None
    for name, does in lesson.ways:
        if not await knows(does):
            continue
        meaning = await understand(does)
        if not meaning.calls or all(call.tool.startswith(_SAYS) for call in meaning.calls):
            asked = asked or meaning.question
            continue
        if await _is_taken(name, names, understand, knows):
            return Meaning("template", _SURE, question=_taken(name, language))
        return Meaning("template", _SURE, (Call("routines.add", {"name": name, "does": does}),))
    if asked and lesson.ways:
        return Meaning("template", _SURE, question=_unclear(asked, lesson, language))
    return Meaning("template", _SURE, question=_what(lesson, language)) if lesson.surely else None


async def _is_taken(
    name: str, names: Names, understand: Understand, knows: Callable[[str], Awaitable[bool]]
) -> bool:
    """Whether the saying is surely a command by itself, a reply, or what a thing, a kind of thing, a room or
    a time is called. A greeting is none, nor is what only free speech takes for a command."""
    said = name.casefold().strip(" 「」")
    called = {one.casefold() for thing in names.things for one in (thing.name, *thing.aliases)}
    called |= {one.casefold() for room in names.rooms for one in (room.name, *room.aliases)}
    words = said.split() if said.isascii() else []
    if _REPLIES.fullmatch(said) or _KINDS.fullmatch(said) or said in called or "{" in said or "}" in said:
        return True
    if sum(map(str.isalpha, said)) < _FEWEST_LETTERS or (words and all(word in COMMON for word in words)):
        return True
    if _is_a_time(said):
        return True
    if not await knows(name):
        return False
    meaning = await understand(name)
    refused = any(call.tool in _REFUSED for call in meaning.calls)
    doing = any(not call.tool.startswith("about.") for call in meaning.calls)
    return meaning.by != "layer" and (doing or refused)


def _is_a_time(said: str) -> bool:
    find = english.find if said.isascii() else japanese.find
    now = datetime.now().astimezone()
    return any(one.end - one.start >= len(said.strip()) - 3 for one in find(said, now))


def _taken(name: str, language: Language) -> str:
    if language == "ja":
        return f"「{name}」はもう別の意味で使われています。「映画の時間」など、ほかの言い方を選んでください。"
    return f"“{name}” means something already. Choose other words for it, such as “movie night”."


def _unclear(asked: str, lesson: Lesson, language: Language) -> str:
    if language == "ja":
        return f"「{lesson.name}」のたびに聞き返すことになります。{asked} はっきり決めて教えてください。"
    return (
        f"I would have to ask each time you say “{lesson.name}”: {asked} Teach me once more, and say which."
    )


def _what(lesson: Lesson, language: Language) -> str:
    if language == "ja":
        example = f"{lesson.name}と言ったら、リビングの電気を消して"
        return f"「{lesson.name}」で何をしますか？「{example}」のように教えてください。"
    example = f"when I say {lesson.name}, turn off the living room light"
    return f"What shall “{lesson.name}” do? Say, for example: {example}."
