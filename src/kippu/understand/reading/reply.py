"""Replies to a question of Kippu's: yes and no, the part that a tool asked for, a choice."""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import which_of
from kippu.understand.asking.refer import reply, same_as_before
from kippu.understand.cues import name_arguments
from kippu.understand.fitting import risky, things_of
from kippu.understand.follow import answered, recounted
from kippu.understand.mending.correcting import corrected_first
from kippu.understand.reading.said import Said
from kippu.understand.reading.sure import LOOSE, PLAIN

_GLADLY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:oh|yes|yeah|sure|ok|okay|wow)[, ]+)*"
        r"(?:(?:that|it)(?:'d| would) be (?:so |very |really |just )?"
        r"(?:lovely|great|nice|perfect|wonderful|good|awesome|fantastic|helpful|amazing|kind|brilliant)"
        r"(?: of you)?|i(?:'d| would) (?:really )?(?:love|like|appreciate) (?:that|it)"
        r"|much appreciated|that(?:'d| would| will) help)(?:,? (?:please|thanks|thank you))*"
    ),
    "ja": regex(
        r"(?:(?:ああ|あ|うん|はい|それは|そうしてくれると|そうしてもらえると|そうしてくれたら)、?)*"
        r"(?:とても|すごく|本当に|めっちゃ)?(?:助か(?:る|ります)|ありがたい|有り難い|うれしい|嬉しい)"
        r"(?:です|な|ね|よ|わ|なあ)*"
    ),
}
"""Thanks for what was only offered so far: it is wanted. No bare thanks, which may be for the question."""
_NOT_GLADLY = regex(r"\.(?:cancel|remove|clear|forget)|^phone\.")
"""What takes away or goes to somebody: only a plain yes is one for it, as for what lets somebody in."""


_RETRIED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:please|ok|okay|then|and|so|just|well|can you|could you)[, ]+)*"
        r"(?:(?:try|do|give) (?:(?:it|that)(?: a)? )?(?:again|once more|(?:one|1) more time"
        r"|(?:another|(?:one|1) more) (?:try|go|shot))|retry(?: it| that)?"
        r"|again|once more|(?:one|1) more time)"
        r"(?:,? please|,? now)*"
    ),
    "ja": regex(
        r"(?:(?:じゃあ|では|ごめん)、?)*(?:もう(?:一|1)[度回]|もっかい|再度|また)、?"
        r"(?:(?:やって|試して|ためして|して)(?:みて)?|お願い(?:します)?)?(?:ください|下さい|くれる|ね|よ)*"
        r"|(?:やり直し|リトライ|再試行)(?:て|して)?(?:みて)?(?:ください|下さい|くれる|ね|よ)*"
    ),
}


def _retried(said: Said) -> Meaning | None:
    """What was tried and failed, once more: "try again" behind a lamp that didn't answer."""
    turn = said.turn
    tried = turn.asked and not turn.offered and all(call in turn.earlier for call in turn.asked)
    if not tried or not _RETRIED[said.language].fullmatch(said.text.casefold()):
        return None
    return Meaning("cues", 0.97, turn.asked)


def _gladly(said: Said) -> bool:
    """Whether it is thanks for the one thing that is asked about, and that can do no harm."""
    asked = said.turn.asked
    harmless = len(asked) == 1 and not (_NOT_GLADLY.search(asked[0].tool) or risky(asked[0], said.names))
    return harmless and _GLADLY[said.language].fullmatch(said.text.casefold()) is not None


def replied(said: Said) -> Meaning | None:
    """The reply to what was asked, or a short word about what was done."""
    turn = said.turn
    if not (turn.asked or turn.earlier):
        return None
    if turn.asked and (anew := corrected_first(said.text, said.language, turn.at, turn.asked)):
        return Meaning("cues", 0.9, anew)
    if len(turn.asked) == 1 and (
        more := recounted(said.text.casefold(), said.language, turn.asked[0], said.frame)
    ):
        return Meaning("cues", 0.9, (more,))
    if _gladly(said):
        return Meaning("cues", 0.97, turn.asked)
    frame = said.apart(same_as_before(said.text, said.language))
    found = reply(frame, said.index, turn.asked, turn.earlier)
    if found is None:
        return None
    return Meaning("cues", 0.9, found.calls or (Call("help.never_mind"),))


def replied_at_once(said: Said) -> Meaning | None:
    """The same where something was asked: before any template takes the words for a new command."""
    return (_retried(said) or replied(said) or _asked_again(said)) if said.turn.asked else None


_ONE_OF_THEM = regex(r"(?:the|that|this) [\w' -]+ ones?")


def _asked_again(said: Said) -> Meaning | None:
    """The question once more at "the blue one", which none of those is: another thing is not meant."""
    turn = said.turn
    if len(turn.offered) <= 1 or not _ONE_OF_THEM.fullmatch(said.text.casefold()):
        return None
    if other := _another_one(said):
        return Meaning("cues", 0.97, (other,))
    question = which_of(turn.offered, said.language)
    return Meaning("cues", 0.97, question=question, proposed=turn.asked, choices=turn.offered)


def _another_one(said: Said) -> Call | None:
    """The one in the room that is named, which was not offered because it is so already."""
    tools, frame = {call.tool for call in said.turn.asked}, said.frame
    rooms = {room.name for mention in frame.mentions for room in mention.rooms}
    offered = {thing.domain for call in said.turn.asked for thing in things_of(call, said.names)}
    there = [thing for thing in said.names.things if thing.room in rooms and thing.domain in offered]
    if len(tools) != 1 or len(rooms) != 1 or len(offered) != 1 or len(there) != 1:
        return None
    call = Call(next(iter(tools)), name_arguments(there[0], said.index))
    return None if risky(call, said.names) else call


def part_asked_for(said: Said) -> Meaning | None:
    """The reply to a tool that asked for a part of what it needs, unless it is a command by itself."""
    if not said.turn.asked:
        return None
    reading = said.cues.read(said.text, said.names, said.turn.here)
    if reading is not None and reading.aimed and reading.confidence >= PLAIN:
        return None
    asks = said.is_question
    call = answered(said.words, said.language, said.turn.asked, said.call, asks=asks)
    return Meaning("template", LOOSE, (call,)) if call else None
