"""What of a home command is for later: at a time, again and again, or for a length of time only.

Each becomes a command that is understood when it is due, in the words in which it would be said then; none is
planned that couldn't be done now. Knows time phrases and calls; who reads what is left of the sentence is
given to it.
"""

import math
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import cannot, in_words, open_call, replies, which
from kippu.understand.cues import Reading, target_of
from kippu.understand.fitting import things_of
from kippu.understand.text import DOING, TITLED, sentence
from kippu.understand.when import When
from kippu.understand.when.finding import FIND

TELLS = frozenset({"home.state", "home.temperature", "home.weather"})
Read = Callable[[str], Reading | None]
"""Reads what is left of a sentence, sure enough to act on or to ask of which thing; None for all else."""
_NO_LEVEL = regex(
    r"\b(?:off|lock|unlock|close|shut|stop|pause|resume|mute|unmute|kill)\b"
    r"|\b(?:turn|switch|start|run|fire|crank|open|raise|lower)\b(?!.*\bvolume\b).* at (?:\d|1[0-2])"
    r"(?! ?(?:\d|[%°]|percent\b|degrees?\b))"
)
"""What has no number, "turn off the lights at 10" is at ten; or hardly so low a one: "turn on the fan
at 9"."""
_MOVED_AT = regex(r"\b(?:up|down) at (?:\d|1[0-2])(?! ?(?:\d|[%°]|percent\b))")
"""No position that a blind would be moved up or down to is so low: "blinds up at 7"."""
_BACK = {
    "turn_on": "turn_off", "turn_off": "turn_on", "open": "close", "close": "open", "mute": "unmute",
}  # fmt: skip
"""What ends a state; nothing is unlocked by itself."""
_SURE = 0.97
"""Confidence that there is no such thing: it is not to be something else for a while."""
_NO_STATE = frozenset({"scene", "script", "button", "vacuum", "lawn_mower"})
_TIME_SAID = regex(
    r"\d|noon|midday|midnight|morning|evening|night|朝|昼|夕|晩|夜|正午|零時|午後", re.IGNORECASE
)
_FOR = regex(r"for (?!the next)", re.IGNORECASE)
_UNTIL = regex(r"(?:until|till?) ", re.IGNORECASE)
_UNTIL_BEFORE = regex(r"\b(?:until|till?) $", re.IGNORECASE)
_ONLY_JA = regex(r"^(?:まで|間)?(?:だけ|ほど|くらい|ぐらい)?(?:間)?[、,]?")
_AND = regex(r"^[ ,]*(?:and then|and|then) (?P<next>.+)$", re.IGNORECASE)
_BACK_AGAIN = regex(
    r"(?:(?:turn|switch) (?:it|them) )?(?:back (?:on|off)|(?:on|off) again|back (?:on|off) again)$",
    re.IGNORECASE,
)
"""The end of the while, said in words: "off for ten seconds and then on again"."""
_ENDED = regex(
    rf"(?:please )?(?:stop|quit|no more|no longer) (?P<doing>{'|'.join(DOING)}) (?P<what>.+)$"
    r"|(?P<what_ja>.+?)(?:の|こと)(?:は|を)?(?:もう)?(?:やめ|止め|終わりにし|なしにし)て.{0,4}$",
    re.IGNORECASE,
)
"""No longer to be done: "stop opening the blinds every morning"."""
_TITLE_DAY = regex(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days", re.IGNORECASE)
_TOO_OFTEN = regex(
    r"\b(?:every|each) (?:other |few |\d+ |couple of )?(?:hours?|minutes?|mins?|seconds?)\b|\bhourly\b"
    r"|毎時|毎分|[分秒間](?:ごと|毎|おき)",
    re.IGNORECASE,
)
_NOT_ONLY_JA = regex(r"^(?:まで|間)?(?:前|以内|で)")


def says_when(text: str, language: Language, now: datetime, calls: Sequence[Call]) -> bool:
    """True where a home command says when, and not just a number that one of its calls already has."""
    if not calls or calls[0].tool in TELLS or not calls[0].tool.startswith("home."):
        return False
    said = {str(value) for call in calls for value in call.arguments.values()}
    moved_at = calls[0].tool == "home.set_position" and _MOVED_AT.search(text)
    given = set() if _NO_LEVEL.search(text) or moved_at else said
    return any(
        phrase.at is not None
        and not (phrase.start and given & set(re.findall(r"\d+", text[phrase.start : phrase.end])))
        for phrase in FIND[language](text, now)
        if not (language == "en" and _is_titled(text, phrase))
    )


def for_later(
    text: str, language: Language, now: datetime, names: Names, read: Read, reading: Reading | None
) -> Meaning | None:
    """A command for a length of time or again and again, or the word that it can't be so.

    ``text`` as ``text.sentence`` gives it; ``reading``: what its cues say, as if nothing were for later. None
    where it says neither.
    """
    phrases = _phrases(text, language, now)
    for phrase in phrases:
        if phrase.repeat and phrase.at:
            return _again(text, language, phrase, names, read, reading)
    acts = reading is not None and reading.calls and reading.calls[0].tool not in TELLS
    if acts and _TOO_OFTEN.search(text):
        return _no("repeat", language)
    for phrase in phrases:
        seconds = _lasting(text, language, phrase, now)
        if seconds is not None:
            calls = _for_a_while(text, language, phrase, seconds, names, read) if seconds > 0 else ()
            which_one = not calls and acts and reading is not None and reading.rivals
            if which_one or any(_is_open(call, names) for call in calls):
                return _no("where", language)
            if calls or acts:
                ends = any(call.arguments.get("command") for call in calls)
                return Meaning("cues", 0.9 if ends else _SURE, calls) if calls else _no("length", language)
    return None


def _lasting(text: str, language: Language, phrase: When, now: datetime) -> float | None:
    """Seconds for which something shall last: "for ten minutes", "until 10 pm". 0 where it isn't plain how
    long, and None where none is said."""
    said, after = text[phrase.start : phrase.end], text[phrase.end :]
    if phrase.duration:
        plain = _FOR.match(said) if language == "en" else not _NOT_ONLY_JA.match(after)
        return phrase.duration.length.total_seconds() if plain else 0
    if phrase.at is None:
        return None
    until = (
        _UNTIL.match(said) or _UNTIL_BEFORE.search(text[: phrase.start])
        if language == "en"
        else after.startswith("まで")
    )
    if not until:
        return None
    return 0 if after.startswith("までに") else (phrase.at - now).total_seconds()


def _phrases(text: str, language: Language, now: datetime) -> list[When]:
    """The time phrases that are no part of a title: "play happy mondays"."""
    titled = TITLED.match(text)
    return [
        phrase
        for phrase in FIND[language](text, now)
        if not (titled and _TITLE_DAY.fullmatch(text[phrase.start : phrase.end]))
        and not _is_titled(text, phrase)
    ]


_PLAYS = regex(r"\b(?:play|listen|hear|stream|put on|podcast)\b", re.IGNORECASE)
_AIRED = regex(
    r"\b(?:aired|came out|released|recorded|uploaded|posted|published|left off|stopped|broadcast)"
    r"(?: (?:on|earlier|in|at|late|early))? *$",
    re.IGNORECASE,
)
_PLAY_FIRST = regex(r"(?:^|[ ,])play(?: me| us)? (?:\w+day )*$", re.IGNORECASE)
_PLAY_BEGINS = regex(r"(?:(?:please|hey|can you|could you)[ ,]+)*play ", re.IGNORECASE)
"""With a weekday and no "on": "play manic monday"."""
_TITLE_GOES_ON = regex(
    r" (?!(?:at|on|in|from|until|till|for|and|then|please|some|the|my|our|a bit|any|every|again|instead"
    r"|later|music"
    r"|radio|songs?|jazz|news|podcasts?|morning|afternoon|evening|night)\b|a\b(?! week| day| year"
    r"| time))[a-z]",
    re.IGNORECASE,
)
"""Behind a time that begins a title: "play tomorrow never knows"."""
_SO_OFTEN = regex(r" an? (?:day|week|month|year)$", re.IGNORECASE)
_BY_SO_MANY = regex(r"(?:by )?\d{1,2}", re.IGNORECASE)


def _is_titled(text: str, phrase: When) -> bool:
    """Whether a time says what is to be played, and not when: "today's hits", "by twenty one pilots"."""
    if not _PLAYS.search(text):
        return False
    before, said, after = text[: phrase.start], text[phrase.start : phrase.end], text[phrase.end :]
    owned = re.match(r"['’]s \w", after) or (said.endswith(("'s", "’s")) and re.match(r" \w", after))
    by = _BY_SO_MANY.fullmatch(said) and f"{before}{said}".rpartition("by ")[2] == said.removeprefix("by ")
    first = _PLAY_FIRST.search(before) and not (phrase.duration and after.startswith(" of "))
    return bool(
        owned
        or _AIRED.search(before)
        or said == "daily"
        or (_PLAY_BEGINS.match(text) and _TITLE_DAY.fullmatch(f"{said}s"))
        or (by and re.match(r" [a-z]", after))
        or (first and (_TITLE_GOES_ON.match(after) or _SO_OFTEN.search(said)))
    )


def at_its_time(text: str, language: Language, now: datetime, names: Names, read: Read) -> Meaning | None:
    """A command for another time: a timer does it then, if it is plain for which of several things."""
    for phrase in _phrases(text, language, now):
        if phrase.at is None or phrase.repeat or phrase.at <= now or _is_end(text, language, phrase):
            continue
        rest = without(text, phrase)
        if _BARE_SKIP.fullmatch(rest):
            continue
        reading = read(sentence(rest, language))
        timer = Call("timers.start", parts((phrase.at - now).total_seconds()))
        if found := doing(reading):
            commands = _named(found, rest, language, names)
            return Meaning("cues", found.confidence, tuple(_with(timer, one) for one in commands))
        if reading and (asked := _which(reading, language, names, timer)):
            return asked
    return None


def _is_end(text: str, language: Language, phrase: When) -> bool:
    """Whether it says when something ends, as 「11時まで」 does: then it must not begin."""
    return language == "ja" and _UNTIL_JA.match(text, phrase.end) is not None


_UNTIL_JA = regex(r"まで(?!に)")
_BARE_SKIP = regex(
    r"(?:and |please |just )*skip(?: (?:it|that|this))?(?: for)?|スキップして|飛ばして", re.IGNORECASE
)
"""What is skipped on another day is no song: "skip tomorrow" after an alarm."""


def _named(reading: Reading, said: str, language: Language, names: Names) -> list[str]:
    """The command as it is said then, when nobody knows any more what "it" was; one for each of "them"."""
    told = (
        []
        if reading.aimed and not POINTS.search(said)
        else [in_words(call, language, names) for call in reading.calls]
    )
    if told and all(told):
        return told
    plain = [in_words(call, language, names) for call in reading.calls] if _SPOKEN_JA.search(said) else []
    return plain if len(plain) == 1 and plain[0] else [said]


POINTS = regex(r"\b(?:it|them|that one|those)\b", re.IGNORECASE)
"""Of a command for later, at which nobody knows any more what that was."""
_SPOKEN_JA = regex(
    r"[^\x00-\x7f] [^\x00-\x7f]|[てで][ねよ]+$"
    r"|[はも](?=(?:つけ|点け|消|けし|切|止め|とめ|開け|あけ|閉め|しめ)[^、。]{0,8}$)"
)
"""What is left of a sentence once its time is taken out, and would read oddly: 「寝室も 消して」."""


def _with(timer: Call, command: str) -> Call:
    return Call(timer.tool, {**timer.arguments, "command": command})


def _which(reading: Reading, language: Language, names: Names, timer: Call) -> Meaning | None:
    """The question for which of several things a timer is."""
    if not reading.rivals or not all(_changes_home(call) for call in reading.calls):
        return None
    timers = tuple(_with(timer, in_words(call, language, names)) for call in reading.calls)
    asked = reading.rivals, language, names
    if besides := tuple(_with(timer, in_words(call, language, names)) for call in reading.besides):
        return Meaning(
            "cues", reading.confidence, (*besides, open_call(reading.rivals, timers, language, names))
        )
    return Meaning("cues", reading.confidence, (), which(*asked), timers, replies(*asked))


def _again(
    text: str, language: Language, phrase: When, names: Names, read: Read, reading: Reading | None
) -> Meaning | None:
    rest = without(text, phrase)
    if ended := _ENDED.match(rest):
        return Meaning("cues", 0.97, (Call("timers.cancel", {"name": _plain(ended)}),))
    meant = read(sentence(rest, language))
    found = doing(meant)
    open_ = meant is not None and bool(meant.rivals)
    if (found is None and not open_) or phrase.at is None:
        acts = reading is not None and reading.calls and reading.calls[0].tool not in TELLS
        return _no("repeat", language) if acts else None
    if not _TIME_SAID.search(text[phrase.start : phrase.end]):
        return _no("time", language)
    at = phrase.at.replace(tzinfo=None, microsecond=0).isoformat()
    timer = Call("timers.repeat", {"at": at, "repeat": phrase.repeat})
    if found is None:
        return _which(meant, language, names, timer) if meant else None
    commands = _named(found, rest, language, names)
    return Meaning("cues", min(0.9, found.confidence), tuple(_with(timer, one) for one in commands))


def _plain(ended: re.Match[str]) -> str:
    """What was done again and again, as it was ordered."""
    doing = ended["doing"]
    return f"{DOING[doing.casefold()]} {ended['what']}" if doing else ended["what_ja"].removesuffix("る")


def _for_a_while(
    text: str, language: Language, phrase: When, seconds: float, names: Names, read: Read
) -> tuple[Call, ...]:
    """The command now and, at the end, what takes it back; none where that isn't sure."""
    before, after = _UNTIL_BEFORE.sub("", text[: phrase.start]), text[phrase.end :]
    more = _AND.match(after)
    ends = more and _BACK_AGAIN.match(more["next"])
    besides = doing(read(sentence(more["next"], language))) if more and not ends else None
    if more and besides is None and not ends:
        return ()
    after = "" if more else after
    rest = f"{before} {_ONLY_JA.sub('', after) if language == 'ja' else after}"
    found = doing(read(sentence(_tidy(rest), language)))
    if found is None:
        return ()
    timers = []
    calls = _without_return(found.calls, names)
    if not all(things_of(call, names) for call in calls if call.tool.startswith("home.")):
        return tuple(calls)  # what there is none of, is told, and ends nothing
    for call in calls:
        back = _back(call, names)
        words = in_words(back, language, names) if back else ""
        again = doing(read(sentence(words, language))) if words else None
        if back is None or again is None or not _same(again.calls, back):
            return ()
        timers.append(Call("timers.start", {**parts(seconds), "command": words}))
    return (*calls, *timers, *(besides.calls if besides else ()))


def _without_return(calls: Sequence[Call], names: Names) -> Sequence[Call]:
    """What is done for a while, without what takes it back, which the while itself says:
    「10秒消してまたつけて」."""
    half = len(calls) // 2
    backs = [_back(call, names) for call in calls[:half]]
    return calls[:half] if backs and backs == [*calls[half:]] else calls


def _back(call: Call, names: Names) -> Call | None:
    """What ends the state that a call leads to; None where it leads to none or more than a state was said."""
    verb = _BACK.get(call.tool.removeprefix("home."))
    given = call.arguments
    if verb is None or given != target_of(call):
        return None
    things = [thing for thing in names.things if thing.name == given.get("name")]
    kinds = {thing.domain for thing in things} | {str(given.get("domain", ""))}
    return None if kinds & _NO_STATE else Call(f"home.{verb}", given)


def _is_open(call: Call, names: Names) -> bool:
    """Whether it says neither which one nor in which room, and there are several."""
    given = call.arguments
    if not call.tool.startswith("home.") or {"name", "area", "floor"} & given.keys():
        return False
    return sum(thing.domain == given.get("domain") for thing in names.things) != 1


def _same(calls: Sequence[Call], wanted: Call) -> bool:
    """Whether it is read as what was meant; a thing's own name needs no room and no kind."""
    if len(calls) != 1 or calls[0].tool != wanted.tool:
        return False
    mine, theirs = target_of(calls[0]), target_of(wanted)
    if "name" in theirs and theirs["name"] != "all":
        return mine.get("name") == theirs["name"]
    return mine == theirs


def doing(reading: Reading | None) -> Reading | None:
    """A reading that changes something in the home."""
    if reading is None or not reading.calls or reading.rivals:
        return None
    return reading if all(_changes_home(call) for call in reading.calls) else None


def is_heard(reading: Reading) -> bool:
    """Whether it plays something, which no home knows by name: it is as sure as it gets."""
    return bool(reading.calls) and all(call.tool == "home.play" for call in reading.calls)


_NO_MUSIC = regex(r"(?:with(?! or)|outside|outdoors|inside|against|together|around|along)\b", re.IGNORECASE)


def is_music(reading: Reading) -> bool:
    """Whether it plays something that can be heard: neither with the kids nor outside."""
    return is_heard(reading) and not any(
        _NO_MUSIC.match(str(call.arguments.get("query", ""))) for call in reading.calls
    )


def _changes_home(call: Call) -> bool:
    return call.tool.startswith("home.") and call.tool not in TELLS


def without(text: str, phrase: When) -> str:
    """The sentence without that time phrase of it."""
    return _tidy(f"{text[: phrase.start]} {text[phrase.end :]}")


def _tidy(text: str) -> str:
    bare = re.sub(r"\s+", " ", text).strip(" ,、")
    return (
        re.sub(
            r"^(?:に|は|には|で|の(?=[一-龠ァ-ヶー])|も(?=[一-龠ァ-ヶー]))(?=[^\s])|^(?:and|then) ", "", bare
        )
        if bare
        else bare
    )


def parts(seconds: float) -> dict[str, Any]:
    """A length as a timer takes it; rounded up, for a moment before nine o'clock is told as 8:59."""
    left = max(1, math.ceil(seconds))
    parts = {"hours": left // 3600, "minutes": left % 3600 // 60, "seconds": left % 60}
    return {unit: count for unit, count in parts.items() if count}


def _no(what: str, language: Language) -> Meaning:
    return Meaning("cues", 0.9, question=cannot(what, language))
