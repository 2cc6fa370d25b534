"""What comes of a lesson: the routine, or words about why there is none yet."""

import re
from collections.abc import Awaitable, Callable

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.routines.doing import Understand
from kippu.understand.routines.teaching import Lesson

_SURE = 0.95
_REPLIES = regex(
    r"(?:yes|no|yep|nope|yeah|ok|okay|stop|cancel|undo|help|quiet|wait|go|never ?mind|thanks|thank you|please"
    r"|and|it|that|all|again|done|はい|いいえ|うん|ううん|いや|止めて|やめて|ストップ|キャンセル|取り消し?|もう一度|ありがとう"
    r"|お願い(?:します)?|全部|それ|これ)",
    re.IGNORECASE,
)
_SAYS = ("about.", "help.")
"""How tools begin that only say something."""


async def learnt(
    lesson: Lesson, language: Language, understand: Understand, knows: Callable[[str], Awaitable[bool]]
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
        if await _is_taken(name, understand, knows):
            return Meaning("template", _SURE, question=_taken(name, language))
        return Meaning("template", _SURE, (Call("routines.add", {"name": name, "does": does}),))
    if asked and lesson.ways:
        return Meaning("template", _SURE, question=_unclear(asked, lesson, language))
    return Meaning("template", _SURE, question=_what(lesson, language)) if lesson.surely else None


async def _is_taken(name: str, understand: Understand, knows: Callable[[str], Awaitable[bool]]) -> bool:
    """Whether the saying is surely a command by itself, or a reply. A greeting is none, nor
    is what only free speech takes for one."""
    if _REPLIES.fullmatch(name):
        return True
    if not await knows(name):
        return False
    meaning = await understand(name)
    return meaning.by != "layer" and any(not call.tool.startswith("about.") for call in meaning.calls)


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
