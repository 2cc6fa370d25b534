"""What follows on the commands before: "cancel that", "more", "and now off"."""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.cues import target_of
from kippu.understand.fitting import named, unlocked_not_opened
from kippu.understand.follow import (
    NO_SEQUEL,
    added_to_note,
    all_told_of,
    asked_of_it,
    asked_on_it,
    follow,
    halved,
    next_levels,
    one_told_of,
    row_for_list,
    ticked_off,
    wonders,
)
from kippu.understand.follow.contacts import somebody_else
from kippu.understand.later.schedule import says_when
from kippu.understand.mending.by_a_length import put_off
from kippu.understand.mending.correcting import corrected
from kippu.understand.mending.how_often import on_other_days
from kippu.understand.mending.until import lasting, until
from kippu.understand.reading.another_bell import one_more
from kippu.understand.reading.both import taking_away
from kippu.understand.reading.by_cues import lets_in_unasked
from kippu.understand.reading.day_too import that_day_too
from kippu.understand.reading.named_timer import named_timer
from kippu.understand.reading.other_too import the_other_too
from kippu.understand.reading.overreach import is_too_much
from kippu.understand.reading.said import Said
from kippu.understand.reading.set_again import set_again
from kippu.understand.reading.spoken_of import able
from kippu.understand.reading.sure import PLAIN
from kippu.understand.reading.was_before import was_before

_COMPARES = regex(
    r"(?:(?:and|so|but) )*(?:which|who|whose|why) |どっち|どちら|どれが|なんで|なぜ", re.IGNORECASE
)
_NUMBER = regex(r"\d+(?:\.\d+)?")
_NO_LEVEL = regex(r"\b(?:more|less|further|another|extra|ones?)\b", re.IGNORECASE)
"""By how much, or another thing: "5 more instead", "the blue one instead"."""
_FULL = 100
_HOME = regex(r"\b(?:everything|anything|nothing)\b", re.IGNORECASE)
"""What is of the whole home, whatever was spoken of before."""


def sequel(said: Said) -> Meaning | None:
    """The meaning that the words have only behind what was done before."""
    turn, names = said.turn, said.names
    if not turn.earlier or (turn.asked and not _in_vain(turn)):
        return None
    if call := one_told_of(said.text.casefold(), said.language, turn.listed, turn.before):
        return Meaning("cues", 0.97, (call,))
    if calls := all_told_of(said.text.casefold(), turn.earlier, turn.listed):
        return taking_away(said, calls)
    if answer := asked_of_it(said.text.casefold(), said.language, turn.earlier):
        return Meaning("cues", 0.97, (answer,))
    if was := was_before(said):
        return was
    if _COMPARES.match(said.text):
        return None
    if too := _goes_on(said):
        return too
    if calls := _of_what_was_put_down(said):
        return Meaning("cues", 0.97, calls)
    if calls := put_off(said.text, said.language, turn.at, turn.earlier, turn.listed):
        return Meaning("cues", 0.97, calls)
    told = turn.earlier, turn.listed
    if calls := corrected(said.text, said.language, turn.at, *told, asks=said.is_question):
        return Meaning("cues", 0.9, calls)
    if levels := _levels(said):
        return Meaning("cues", 0.9, levels)
    back = [tuple(named(call, names) for call in way) for way in turn.undo]
    calls = follow(said.text, said.language, turn.earlier, said.frame, back)
    if calls and not any(is_too_much(call, said.text, said.language, said.apart) for call in calls):
        return Meaning("cues", 0.9, tuple(able(call, names) for call in calls))
    return _to_it(said) or _instead(said) or _through_asides(said)


_OF_IT = regex(
    r"(?:(?:and|ok|okay|so|actually|no|please|then|oh|can you|could you)[, ]+)*"
    r"(?:move|change|push|make|cancel|delete|shift|postpone) (?:it|that)\b.*"
    r"|.+(?:に(?:して|変えて|変更(?:して)?|ずらして|移して)|キャンセル(?:して)?"
    r"|取り消して)(?:ください|ね|よ)*",
    re.IGNORECASE,
)
_ASIDES = frozenset({"clock.date", "clock.time"})
_PUT_DOWN = frozenset({"calendar.add", "calendar.move", "alarms.set", "reminders.add", "reminders.move"})


def _through_asides(said: Said) -> Meaning | None:
    """What is done with an event behind the question what day that is: the question is no break."""
    turn = said.turn
    asides = all(call.tool in _ASIDES for call in turn.earlier)
    if (
        not asides
        or not turn.before
        or turn.before[0][-1].tool not in _PUT_DOWN
        or not _OF_IT.fullmatch(said.text)
    ):
        return None
    behind = replace(
        turn, earlier=turn.before[0], before=turn.before[1:], undo=(), changed=(), listed=(), deed=None
    )
    return sequel(replace(said, turn=behind))


def _goes_on(said: Said) -> Meaning | None:
    """The same of another day, another one of it, the other one, or the same again."""
    return that_day_too(said) or one_more(said) or the_other_too(said) or named_timer(said) or set_again(said)


def _of_what_was_put_down(said: Said) -> tuple[Call, ...]:
    """What is said of an event, a reminder, a note or a thing to do that was just put down: on other days
    too, until when and how long it goes, more to write behind it, that it is done; or for whom it is."""
    turn, asks, last = said.turn, said.is_question, said.turn.earlier[-1]
    if not asks and (calls := on_other_days(said.text, turn)):
        return calls
    if not asks and (other := somebody_else(said.text.casefold(), said.language, last, said.frame)):
        return (other,)
    found = (
        until(said.text, said.language, turn.at, last, asks=asks)
        or added_to_note(said.words, said.language, last)
        or lasting(said.text, said.language, turn.at, last, asks=asks)
        or (None if asks else row_for_list(said.words.casefold(), said.language, last, said.frame))
    )
    if found is None and said.language == "ja" and (asks or wonders(said.text.casefold())):
        found = asked_on_it(said.text.casefold(), last, said.frame)
    if found is None and not asks:
        found = ticked_off(said.text.casefold(), said.language, last, said.frame)
    return (found,) if found else ()


def _levels(said: Said) -> tuple[Call, ...]:
    """Another level of what was set, or a share of it."""
    turn = said.turn
    share = halved(said.text.casefold(), turn.earlier, turn.undo) if said.language == "en" else ()
    return share or next_levels(said.text, said.language, turn.earlier, said.names)


def _in_vain(turn: Turn) -> bool:
    """Whether nothing is asked, and only what was to be ticked off or taken off, or who was to be called, was
    not there."""
    calls = tuple((call.tool, dict(call.arguments)) for call in turn.earlier)
    same = calls == tuple((call.tool, dict(call.arguments)) for call in turn.asked)
    return same and not turn.offered and {tool for tool, _ in calls} <= _LOOKED_FOR


_LOOKED_FOR = frozenset({
    "lists.check", "lists.remove", "contacts.find", "phone.call", "phone.message", "phone.mail",
})  # fmt: skip
_INSTEAD = regex(
    r"(?:(?:no|oh|actually|sorry|and)[, ]+)*(?:to |at |in )?(?P<what>.+?) (?:instead|rather)(?:,? please)?",
    re.IGNORECASE,
)
"""Another level, time or colour without a verb: "25 percent instead", "half past 8 instead"."""


def _instead(said: Said) -> Meaning | None:
    """The same as "make it 25 percent": of what was set before, and of nothing else."""
    match = _INSTEAD.fullmatch(said.text) if said.language == "en" else None
    if match is None or said.apart(match["what"]).tells("verbs", "ask", "blocks"):
        return None
    before = said.turn.earlier[-1]
    if "command" in before.arguments and _NUMBER.fullmatch(match["what"]):
        return None  # it may be an hour as well as a length
    anew = replace(said, text=f"make it {match['what']}")
    meaning = sequel(anew)
    if meaning is None and before.tool.startswith("home."):
        reading = said.cues.read(anew.text, said.names, None, said.turn.earlier)
        plain = reading and reading.confidence >= PLAIN and not reading.rivals and not reading.aimed
        meaning = Meaning("cues", 0.9, reading.calls) if reading and plain else None
    taken = meaning is not None and all(
        _is_set_anew(call, before, said, match["what"]) for call in meaning.calls
    )
    return meaning if taken else None


def _is_set_anew(call: Call, before: Call, said: Said, what: str) -> bool:
    """Whether it is for what the one before was for, and takes every word for a level or a colour."""
    if call.tool.partition(".")[0] != before.tool.partition(".")[0]:
        return False
    if not call.tool.startswith("home."):
        return True
    if not call.tool.startswith("home.set_") or _NO_LEVEL.search(what):
        return False
    parts = said.apart(what)
    level = call.arguments.get("brightness", 0)
    return (
        target_of(call) != {}
        and all(target_of(one) == target_of(call) for one in said.turn.earlier)
        and not (parts.leftover or parts.mentions or parts.has("kinds") or parts.has("pronouns"))
        and (not isinstance(level, int) or level <= _FULL)
    )


def _to_it(said: Said) -> Meaning | None:
    """A command without a target: "and now off" is for what the one before was for."""
    frame = said.frame
    if frame.mentions or frame.leftover or frame.has("kinds") or frame.has("all"):
        return None
    if not frame.tells("verbs", "values", "percent", "colors", "kelvins") or frame.has("blocks"):
        return None
    if NO_SEQUEL.match(said.text) or _is_sum(said) or _HOME.search(said.text):
        return None
    whole = f"{said.text} it" if said.language == "en" else f"それを{said.text}"
    reading = said.cues.read(whole, said.names, None, said.turn.earlier)
    if reading is None or reading.confidence < PLAIN or reading.rivals:
        return None
    calls: tuple[Call, ...] = tuple(
        able(unlocked_not_opened(call, said.names), said.names) for call in reading.calls
    )
    if lets_in_unasked(said, calls):
        return None
    if says_when(said.text, said.language, said.turn.at, calls):
        return None  # "turn it off at 11" is for eleven
    return Meaning("cues", 0.9, calls) if all(target_of(call) for call in calls) else None


def _is_sum(said: Said) -> bool:
    """True for "what is 15% of 84": a sum, and no percent of what was switched before."""
    match = said.match(said.text, None) if len(_NUMBER.findall(said.text)) > 1 else None
    return match is not None and match.call.tool.startswith("math.")
