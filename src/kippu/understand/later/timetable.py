"""Several commands for their times in one sentence: "open the blinds at 7 and close them at 9 pm".

One without a time is done at that of the command before it, or, where none has one yet, in English of the
one behind it: "turn off the lamp and close the blinds at ten". It is done now where the two undo each other:
"turn on the fan and turn it off in ten minutes", where that time leads what it is for: "lock the door and at
ten turn off the lamp", or where it says "now" itself. What is for later is a
command in words of its own, so that "them" and "off" say then what they say now.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import in_words
from kippu.understand.cues import Reading, target_of
from kippu.understand.follow import OPPOSITE
from kippu.understand.later.schedule import doing, is_music, parts, without
from kippu.understand.one_by_one.split import pieces
from kippu.understand.text import sentence
from kippu.understand.when import When
from kippu.understand.when.finding import FIND

Read = Callable[[str, Sequence[str], Sequence[Call]], Reading | None]
"""Reads a command without its time, after others: their words, their calls. None where it isn't sure."""
_SURE = 0.97
"""Confidence of a reading that explains every word."""
_SHORT = ("turn it {}", "set it {}")
"""What "off at 10" and "to 21 at 6" leave out."""
_LEVEL = regex(r"\bto \d+(?: degrees| percent|%)?$")
"""What looks like an hour and is a level: "the heating to 18"."""
_NOT_NOW = r"から|ま[でま]|も|より|つい|かか|流れ|どき|ドキ|の|い[るた]"
"""What makes of 今 another word, or a state: 「今まで」, 「今かかっている曲」."""
_DONE_JA = r"閉|開|消|切|止|点|付|入|流|再生|掛|起動|始|鳴|動|停止|施錠|解錠|上げ|下げ|明る|暗"
_HOME_JA = (
    r"電気|照明|明かり|灯|部屋|玄関|寝室|台所|居間|書斎|和室|洋室|廊下|浴室|風呂|洗面|窓|扉|鍵|暖房|冷房|床暖|換気|加湿|除湿"
    r"|空気|扇風|掃除|音楽|音量|全部|全て|家中"
)
"""Kanji behind 今 that are no part of a name, as they are of 今井 and 今川."""
_AT_ONCE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?<!from )(?<!by )(?<!until )(?<!till )\b(?:now(?! and (?:then|again)\b)|right away|immediately"
        r"|straight ?away)\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:今|いま)(?:すぐ|直ぐ)|ただちに|直ちに"
        rf"|(?:^|[、。,は])今(?=[、,は]|$|(?!{_NOT_NOW})[ぁ-んァ-ヶー]|{_DONE_JA}|{_HOME_JA})"
    ),
}
"""What is done now, whatever time stands beside it."""


_LEAD = regex(r"^(?:(?:then|and|also|please|can you|could you|at|in|by|on)[ ,]*)+", re.IGNORECASE)
"""What stands before a time that leads."""
_NOW_APART = regex(r"(?<![^、。])今、")
"""A comma behind it ends no command."""


@dataclass(frozen=True)
class _Part:
    text: str
    """Without its time."""
    calls: Sequence[Call]
    when: When | None
    at_once: bool
    """It says "now" itself."""


@dataclass(frozen=True)
class _Due:
    at: datetime
    repeat: str | None


def at_their_times(text: str, language: Language, now: datetime, names: Names, read: Read) -> Meaning | None:
    """A timer for each; None unless there are several commands, all of the home, with a time at least."""
    if not any(_is_moment(phrase) for phrase in FIND[language](text, now)):
        return None
    text = _NOW_APART.sub("今", text)
    found: dict[str, _Part] = {}

    def reads(piece: str, before: list[str]) -> bool:
        earlier = [found[part] for part in before]
        calls = [call for part in earlier for call in part.calls]
        for when, said in _ways(piece, language, now, bool(calls)):
            reading = doing(read(said, [part.text for part in earlier], calls))
            if reading and (reading.confidence >= _SURE or is_music(reading)):
                at_once = when is None and bool(_AT_ONCE[language].search(piece))
                found[piece] = _Part(said, reading.calls, when, at_once)
                return True
        return False

    cut = pieces(text, language, reads)
    planned = _planned([(found[piece], piece) for piece in cut], language, now, names) if cut else []
    timers = tuple(
        timer
        for part, due in planned
        for call in part.calls
        if (timer := _timer(call, part.text, due, now, language, names) if due else call)
    )
    whole = len(timers) == sum(len(part.calls) for part, _ in planned)
    return Meaning("cues", 0.9, timers) if timers and whole else None


def _ways(piece: str, language: Language, now: datetime, follows: bool) -> Iterator[tuple[When | None, str]]:
    """Its time and what is left of it: "to 18 at 10" has two that might be one."""
    for when in (*filter(_is_moment, FIND[language](piece, now)), None):
        rest = sentence(without(piece, when) if when else piece, language)
        if not any(map(_is_moment, FIND[language](rest, now))) or _LEVEL.search(rest):
            yield when, rest
            yield from ((when, way.format(rest)) for way in _SHORT if follows and language == "en")


def _is_moment(phrase: When) -> bool:
    if phrase.at is None or phrase.stretch or phrase.duration:
        return False
    return phrase.repeat is None or phrase.clock


def _planned(
    said: Sequence[tuple[_Part, str]], language: Language, now: datetime, names: Names
) -> list[tuple[_Part, _Due | None]]:
    """Each command with its moment, None for now; an hour of the clock is the next one after the
    time before."""
    dues: list[_Due | None] = []
    for place, (part, piece) in enumerate(said):
        before = [other for other, _ in said[:place]]
        last, when = dues[-1] if dues else None, part.when
        if when is None or when.at is None:
            dues.append(None if part.at_once else last)
            continue
        if last and when.clock and (when.at < last.at or (when.at == last.at and _undo(part, before, names))):
            when = next(filter(_is_moment, FIND[language](piece, last.at)), when)
        goes_on = last is not None and when.clock and not when.day
        dues.append(_Due(when.at or now, when.repeat or (last.repeat if last and goes_on else None)))
    count = next((place for place, due in enumerate(dues) if due), None)
    if count is None:
        return []
    timed, piece = said[count]
    undone = _undo(timed, [part for part, _ in said[:count]], names)
    leads = language == "ja" or _leads(timed, piece)  # what stands before it is for now
    first = None if undone or leads else dues[count]
    ahead = [None if part.at_once else first for part, _ in said[:count]]
    return [(part, due) for (part, _), due in zip(said, [*ahead, *dues[count:]], strict=True)]


def _leads(part: _Part, piece: str) -> bool:
    """Whether its time stands before what is done then: "and in ten minutes play jazz"."""
    return part.when is not None and not _LEAD.sub("", piece[: part.when.start])


def _undo(part: _Part, before: Sequence[_Part], names: Names) -> bool:
    earlier = [call for other in before for call in other.calls]
    return any(_undoes(call, other, names) for call in part.calls for other in earlier)


def _undoes(call: Call, earlier: Call, names: Names) -> bool:
    """Whether nothing would be left of the earlier one, were both done at one moment, or nothing heard."""
    if earlier.tool == "home.play" or (earlier.tool, earlier.arguments.get("command")) == (
        "home.media",
        "play",
    ):
        return _changes_music(call, names)
    if target_of(call) != target_of(earlier):
        return False
    if earlier.tool in (call.tool, f"home.{OPPOSITE.get(call.tool.removeprefix('home.'))}"):
        return True
    return call.tool == "home.turn_off"


def _changes_music(call: Call, names: Names) -> bool:
    """Whether it is for what plays by then: to pause it, or to turn it down."""
    given = call.arguments
    if call.tool in {"home.change_volume", "home.mute"} or given.get("command") in {"pause", "stop"}:
        return True
    players = {thing.name for thing in names.things if thing.domain == "media_player"}
    kind, name = given.get("domain"), given.get("name")
    plays = name in players or kind == "media_player" or (name == "all" and kind is None)
    return call.tool == "home.turn_off" and plays


def _timer(call: Call, said: str, due: _Due, now: datetime, language: Language, names: Names) -> Call | None:
    words = said if call.tool == "home.play" else in_words(call, language, names)
    seconds = (due.at - now).total_seconds()
    if not words or seconds <= 0:
        return None
    if due.repeat:
        at = due.at.replace(tzinfo=None, microsecond=0).isoformat()
        return Call("timers.repeat", {"command": words, "at": at, "repeat": due.repeat})
    return Call("timers.start", {**parts(seconds), "command": words})
