"""How a person teaches a routine: "when i say movie night, dim the lights and close the blinds".

Where a saying ends and the commands begin, only a comma or the commands themselves tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.free.mood import denies
from kippu.understand.text import is_question, tidy

_MOST_WORDS = 6
"""Words of a saying that nothing parts from the commands."""
_HEADS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:please|hey|ok|okay|so|and|from now on|in future|kippu),? )*"
        r"(?:(?:whenever|when|if|every time|each time|any time|as soon as) i (?:say|tell you)"
        r"(?: the words?)?:? "
        r"|(?:create|make|add|set up|save|define|teach you|learn) (?:me )?(?:a|the|this|my)?(?: new)?"
        r" ?routine"
        r"(?:(?: called| named| with the name):?|:) "
        r"|(?:create|make|set up|define) (?:me )?(?:a|my)(?: new)? routine for (?:when i say )?"
        r"|(?:a )?(?:new )?routine(?: called| named)?: )(?P<rest>.+)",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:(?:これから(?:は)?|今度から|今後|もし|ねえ|次から(?:は)?)、?)*(?:(?:私|わたし|僕|ぼく|俺)が、?)?"
        r"(?:「(?P<quoted>[^」]+)」|(?P<name>[^「」、]{1,24}?))"
        r"(?:(?:って|と)(?:言|い)(?:ったら|えば|うと|った(?:とき|時|場合)(?:は|に|には)?|うときは?)"
        r"|という(?:ルーティン|ルーチン)(?:を作って|を作成して|を登録して|を追加して|は))、?(?P<rest>.*)"
    ),
}
_NAMELESS_JA = regex(
    r"「?(?P<name>[^「」、]{1,24}?)」?(?:という|の)(?:ルーティン|ルーチン)(?:を|の)?"
    r"(?:作って|作成(?:して)?|登録(?:して)?|追加(?:して)?|つくって)(?:ください|ほしい|ね)*"
)
_QUOTED = regex(r"(?P<mark>[\"'])(?P<name>.+?)(?P=mark)(?=[,: ]|$),?:? ?(?P<does>.*)")
_ANEW = regex(
    r"(?:please )?(?:change|update|edit|redo) (?:the |my )?(?P<name>.+?) routine,?:? (?:to|so that it)"
    r" (?P<does>.+)",
    re.IGNORECASE,
)
_VERB = regex(
    r"(?:turn|switch|open|close|shut|lock|unlock|set|start|stop|play|pause|resume|dim|brighten|put|add|remind|wake|tell"
    r"|show|read|call|text|send|make|run|raise|lower|mute|unmute|vacuum|clean|dock|cancel|heat|cool|warm|lights?"
    r"|change|increase|decrease|bring|pull|roll|activate|kill|draw|note|everything)\b",
    re.IGNORECASE,
)
"""How an order begins: only before such a word may a saying end by itself."""
_ORDERED = regex(
    r"(?P<name>[^,:;]+?(?<! to)(?<! the)(?<! a)(?<! my)(?<! and)(?<! or)) (?P<does>"
    r"(?:(?:turn|switch) (?:on|off|up|down)|(?:turn|switch|open|close|shut|lock|unlock|dim|play|start|stop"
    r"|set|put) (?:the|my|all|every|some|both)) [^,:;]+)",
    re.IGNORECASE,
)
"""A saying with the whole first order behind it, before any comma: "bedtime turn off the lights"."""
_PARTED = regex(r"(?P<name>[^,:;]{1,60}?) ?(?:[,:;]| - ) ?(?P<does>.+)")
_BETWEEN = regex(
    r"(?:then |(?:i want you to|you should|you have to|you will|you|that (?:will )?(?:does|do)?"
    r"|which(?: does)?|to|that|please|it should|do the following:?) )+",
    re.IGNORECASE,
)
_THIRD = regex(
    r"(?:^|(?<=\band )|(?<=, ))(?P<verb>[a-z]+?)(?P<end>(?<=ch|sh|ss)es|(?<=x)es|s)(?= )", re.IGNORECASE
)
"""Verbs of what a routine "does": it "dims the lights and closes the blinds"."""
_CALLED = regex(r"\broutine\b", re.IGNORECASE)
_BY_OTHERS_JA = regex(r"[一-龠ァ-ヴー](?:が|は|も).|[母父妻夫]|(?:さん|くん|ちゃん|先生|友達|子供|みんな)")
"""Says what somebody else says: 「母がただいまと言ったら」."""
_ORDER_JA = regex(
    r"(?:[てで](?:ください|下さい|ほしい|ね|よ)*|お願い(?:します|ね)?|する|すること"
    r"|[てで、と].*(?:タイマー|アラーム|リマインド)(?:も|を)?)$"
)
_BETWEEN_JA = regex(r"^(?:そのときは|その時は|その場合は|それで)、?")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence that teaches a routine, or wants to."""

    ways: tuple[tuple[str, str], ...]
    """Each a saying and its commands, the likeliest first; none where only a name was given."""
    name: str
    """The saying as far as it can be told."""
    surely: bool
    """True where it calls it a routine: then it is nothing else, also with commands that nobody knows."""


def lesson(text: str, language: Language) -> Lesson | None:
    """What is taught in a sentence; None where nothing is, in a question, and where something is denied."""
    plain = tidy(text).strip(" .!。！")
    if is_question(text) or denies(plain, language):
        return None
    if language == "ja":
        return _lesson_ja(plain)
    if anew := _ANEW.fullmatch(plain):
        return Lesson(tuple(_as_commands(anew["name"], anew["does"])), anew["name"], True)
    head = _HEADS["en"].fullmatch(plain)
    if head is None:
        return None
    rest, surely = head["rest"].strip(), _CALLED.search(plain[: head.start("rest")]) is not None
    ways = tuple((name, does) for name, does in _ways(rest) if name and len(does.split()) > 1)
    name = ways[0][0] if ways and (_QUOTED.fullmatch(rest) or _PARTED.fullmatch(rest)) else rest.strip("\"'")
    return Lesson(ways, name, surely)


def _ways(rest: str) -> Iterator[tuple[str, str]]:
    if match := _QUOTED.fullmatch(rest):
        yield from _as_commands(match["name"].strip(), match["does"].strip())
        return
    if match := _PARTED.fullmatch(rest):
        # A comma may part the first order from the next as well as the saying from the orders.
        if ordered := _ORDERED.fullmatch(match["name"].strip()):
            yield ordered["name"], rest[ordered.start("does") :]
        yield from _as_commands(match["name"].strip(), match["does"].strip())
        return
    words = rest.split()
    for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        name, does = " ".join(words[:count]), " ".join(words[count:])
        yield from ((name, order) for name, order in _as_commands(name, does) if _VERB.match(order))


def _as_commands(name: str, does: str) -> Iterator[tuple[str, str]]:
    """The commands without what leads to them; what it "does" as what it is told to do, too."""
    between = _BETWEEN.match(does)
    plain = does[between.end() :] if between else does
    yield name, plain
    if (told := _THIRD.sub(lambda verb: verb["verb"], plain)) != plain:
        yield name, told


def _lesson_ja(plain: str) -> Lesson | None:
    if named := _NAMELESS_JA.fullmatch(plain):
        return Lesson((), named["name"], True)
    match = _HEADS["ja"].fullmatch(plain)
    if match is None or (match["name"] and _BY_OTHERS_JA.search(match["name"])):
        return None
    name, does = match["quoted"] or match["name"], _BETWEEN_JA.sub("", match["rest"])
    surely = "ルーチン" in plain or "ルーティン" in plain
    if does and not surely and not _ORDER_JA.search(does):
        return None
    return Lesson(((name, does),) if does else (), name, surely)
