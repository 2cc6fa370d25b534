"""Where the reader of sequels is asked: behind a turn that did or told something, for what no other reader
knew, and for words that a reader took for the whole home, the clock or the calendar."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.cues import Frame
from kippu.understand.sequels.contexts import context_of
from kippu.understand.sequels.deciding import DELETES, confirmed, decided, is_nothing, put_alone
from kippu.understand.sequels.parts import Parts
from kippu.understand.sequels.sequels import Sequel, Sequels

_IDLE = frozenset({"domain", "device_class", "ask", "state", "property", "step", "volume", "command"})
"""Arguments that don't say which one a call is for."""
ITSELF = regex(
    r"\b(?:timers?|alarms?|reminders?|calendar|events?|appointments?|lists?|time|date|volume|temperature"
    r"|weeks?|days?|months?|today|tomorrow|tonight|yesterday|weekend|\w+days?)\b"
    r"|タイマー|アラーム|目覚まし|リマインダー|予定|カレンダー|リスト|時間|時刻|温度|音量|今日|明日|明後日|来週|今週|曜"
)
"""What is named by its own word is meant, whatever was spoken of before."""
_RISES = regex(r"\b(?:i'?m|be|get(?:ting)? me|wake me) up (?:by|at|for)\b", re.IGNORECASE)
"""Nobody who has to be up by four speaks of blinds."""
_VAGUE = frozenset({
    "clock.time", "clock.date", "calendar.show", "timers.status", "alarms.list", "alarms.snooze",
    "reminders.list", "lists.all", "home.temperature", "home.change_volume", "home.change_brightness",
    "home.change_temperature", "home.change_speed", "home.set_volume", "home.media", "home.turn_on",
    "home.turn_off", "home.start", "home.stop", "home.dock", "history.done", "history.asked",
})  # fmt: skip
"""What words mean that name nothing, where nothing was spoken of."""
_SURE = 0.9
"""Chance from which it is believed against a reader that took the words for something else, and from which
what free speech hears of something else is no more than a guess."""
_NO_MORE = regex(r"なくな(?:った|りました)")
_BY_THE_CLOCK = ("calendar.", "reminders.", "alarms.")
"""What is gone behind one of these is no item that ran out."""
_ALONE = 0.8
"""Chance that it is no sequel from which no pattern takes it for an unfinished one."""
_REFUSED = 0.7
"""Chance from which it says no to what was asked."""
_REFUSES = frozenset({"cancel", "undo"})
_AGREES = regex(
    r"\b(?:yes|yeah|yep|yup|sure|ok|okay|go ahead|go for it|do (?:it|that|so)|please do|sounds good|lovely"
    r"|great)\b|お願い|おねがい|頼む|頼み|それで|そうして|はい|うん"
)
_ENDING = regex(
    r"\b(?:bin|ditch|scrap|kill|get rid|chuck|delete|remove|cancel)\b|いらない|要らない|消して|削除"
)
"""Says yes to a question whether to take something away, and no to every other."""
_OF_A_QUESTION = frozenset({"time", "often", "level"})


@dataclass(frozen=True)
class GoneOn:
    """One sentence behind the turn before."""

    turn: Turn
    heard: Sequel
    context: str
    names: Names
    read: Callable[[Turn], Meaning | None]
    apart: Callable[[str], Frame]
    acts: Callable[[str], bool]

    def meaning(self) -> Meaning | None:
        """What is meant, a question whether it is, or that it isn't clear; None for what is no sequel."""
        parts = Parts(self.turn, self.apart, self.names)
        return decided(self.heard, self.context, parts, self._plainly, self.acts, self.names)

    def behind(self, question: bool) -> Meaning | None:
        """The same; behind a question that it is refused, or only what changes what was asked about, of which
        nothing is done yet."""
        if not question:
            return self.meaning()
        if self._refuses():
            return Meaning("cues", _SURE, (Call("help.never_mind"),))
        found = self.meaning() if self.heard.op in _OF_A_QUESTION else None
        return put_alone(found) if found else None

    def surely(self, meaning: Meaning) -> Meaning:
        """The same as the reader that took it for something else, or what is surely meant instead."""
        found = self.meaning() if self.heard.chance >= _SURE else None
        return found if found and found.calls and not is_nothing(found.calls) else meaning

    def confirmed(self, meaning: Meaning) -> Meaning:
        """The meaning, without its question where this is surely meant."""
        return confirmed(meaning, self.heard, self.turn.earlier[-1])

    def _refuses(self) -> bool:
        """Whether it says no to what was asked."""
        said = self.heard.op in _REFUSES and self.heard.chance >= _REFUSED
        text = self.turn.text.casefold()
        ends = self.turn.earlier[-1].tool.endswith(DELETES) and _ENDING.search(text)
        return said and not ends and not _AGREES.search(text)

    def is_of_it(self, meaning: Meaning) -> bool:
        """Whether it would do something to what was spoken of before."""
        skill = self.turn.earlier[-1].tool.partition(".")[0]
        meant = meaning.calls or meaning.proposed
        return bool(meant) and all(one.tool.startswith(f"{skill}.") for one in meant)

    def surely_of_it(self) -> bool:
        """Whether what it says by itself counts for nothing."""
        return self.heard.chance >= _SURE

    def stands_alone(self) -> bool:
        """Whether it is surely talk or a request of its own."""
        return self.heard.new >= _ALONE

    def _plainly(self, plain: str) -> Meaning | None:
        return self.read(replace(self.turn, text=plain, asked=()))


async def gone_on(
    sequels: Sequels | None,
    turn: Turn,
    names: Names,
    read: Callable[[Turn], Meaning | None],
    apart: Callable[[str], Frame],
    acts: Callable[[str], bool],
) -> GoneOn | None:
    """What is heard in the sentence behind what was done before; None where nothing was, and for a text."""
    whole = turn.schema or turn.outside or _RISES.search(turn.text)
    context = None if whole else context_of(turn, names)
    if sequels is None or context is None:
        return None
    heard = await asyncio.to_thread(sequels.hear, turn, context)
    return GoneOn(turn, heard, context, names, read, apart, acts) if heard else None


def may_stray(meaning: Meaning | None, turn: Turn) -> bool:
    """Whether a reader took it for the clock, the calendar or the whole home, with something else spoken of
    before, and nothing named."""
    if meaning is None or not meaning.calls or turn.asked or not turn.earlier:
        return False
    before = turn.earlier[-1]
    if _NO_MORE.search(turn.text) and before.tool.startswith(_BY_THE_CLOCK):
        return [call.tool for call in meaning.calls] == ["lists.add"]
    return not ITSELF.search(turn.text.casefold()) and all(
        call.tool in _VAGUE and call.arguments.keys() <= _IDLE and _is_another(call, before)
        for call in meaning.calls
    )


def _is_another(call: Call, before: Call) -> bool:
    if call.tool.partition(".")[0] != before.tool.partition(".")[0]:
        return True
    domain = call.arguments.get("domain")
    return domain is not None and domain != before.arguments.get("domain") and call.tool != before.tool
