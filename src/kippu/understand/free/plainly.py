"""Says in plain words what free speech asks for, so that the sentence templates read it.

What is put in are the person's own words; the templates and the home's names still decide what they mean.
Knows no encoder.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.free import fill_en, fill_ja, moments_en
from kippu.understand.free.parts import Parts
from kippu.understand.text import sentence

_GAP = regex(r"\{(\w+)\}")
_WORD_JA = regex(r"[一-龠々]{2,}|[ァ-ヶー]{3,}|[A-Za-z]{3,}")
_NUMBER = regex(r"(?<![\w.])(?!1\b)\d+")
"""But "one", which may stand for a thing."""
_RINGS = regex(r"(?:set|cancel) (?:an|my) alarm")
"""All numbers of the sentence are its time."""
_PLAYS = regex(r"^play|を再生して$|^音楽をかけて$")
_JOINS = frozenset({"of", "the", "by", "and", "a", "from"})
_NOW = regex(r"(?:right |just )?(?:now|this|current(?:ly)?|it|so|the|today's)|今|現在", re.IGNORECASE)
"""Marked as a time, and none that a plain sentence would leave out."""
_FILLED = {"en": fill_en.filled, "ja": fill_ja.filled}
_TIMES = {"en": moments_en.times, "ja": fill_ja.times}


def plainly(tool: str, parts: Parts, now: datetime) -> Iterator[str]:
    """Sentences that ask for the tool, the fullest first; none where a part that it needs isn't there."""
    entry = _table(parts.language).get(tool)
    if entry is None or not _has(entry.get("if", ""), parts):
        return
    if "unless" in entry and _has(entry["unless"], parts):
        return
    kind = next((words for cue, words in entry.get("or", {}).items() if _has(cue, parts)), "")
    says = entry.get("say", ())
    thing = "" if any("{kind}" in wanted for wanted in says) else kind  # else it is the thing that is meant
    own = {
        "kind": kind,
        "up_or_down": _choice(entry, parts, "up", "down"),
        "choice": _choice(entry, parts, "choose"),
    }
    # What was marked in English may be half a name; the kind that its noun names is tried after it.
    halved = thing and parts.language == "en" and parts.all("device")
    marked = [parts, parts.without("device")] if halved else [parts]
    ways = [_FILLED[parts.language](some, now, thing) | own for some in marked]
    said = (_filled(wanted, words) for wanted in says for words in ways)
    yield from dict.fromkeys(filter(None, said))


def _filled(wanted: str, words: Mapping[str, str]) -> str:
    """A plain sentence with its gaps filled; empty where one of them has no word."""
    if not all(words.get(gap) for gap in _GAP.findall(wanted)):
        return ""
    return _GAP.sub(lambda match: words[match[1]], wanted)


def is_spoken_of(tool: str, parts: Parts) -> bool:
    """Whether the sentence has the words without which the tool is not meant."""
    return _has(_table(parts.language).get(tool, {}).get("if", ""), parts)


def may_be_said(tool: str, language: Language) -> bool:
    """Whether there are plain words for the tool: there are none for those that let somebody in."""
    return bool(_table(language).get(tool, {}).get("say"))


def missing(tool: str, language: Language) -> str | None:
    """What to ask for where a sentence has none of the parts that the tool needs."""
    asked: str | None = _table(language).get(tool, {}).get("ask")
    return asked


def bare(tool: str, parts: Parts, now: datetime) -> str:
    """The plain sentence that asks for the tool and says at most when, where the sentence says no more
    either."""
    entry = _table(parts.language).get(tool, {})
    if "more" in entry and _has(entry["more"], parts):
        return ""
    slots = {part.slot for part in parts.parts if parts.all(part.slot)}
    timed = "when" in slots or _TIMES[parts.language](parts, now)
    if slots - {"when"}:
        return ""
    words = _FILLED[parts.language](parts, now, "")
    said = (_filled(one, words) for one in entry.get("bare", ()) if not timed or "{when}" in one)
    return next(filter(None, said), "")


def undenied(tool: str, parts: Parts) -> str:
    """The sentence without the denial by which the tool itself is asked for: 「起こさなくていい」."""
    own = _table(parts.language).get(tool, {}).get("denied")
    return re.sub(own, "", parts.text) if own else parts.text


def plain_words(language: Language = "en") -> frozenset[str]:
    """The words of all plain sentences: they tell of no skill that comes beside those there are."""
    said = [line for entry in _table(language).values() for line in entry.get("say", ())]
    if language == "ja":
        return frozenset(word for line in said for word in _WORD_JA.findall(_GAP.sub(" ", line)))
    return frozenset(word for line in said for word in _GAP.sub(" ", line).casefold().split())


def says_more(parts: Parts, said: str, now: datetime) -> bool:
    """True when the sentence says when, or what to play, and the plain sentence leaves it out."""
    if _PLAYS.search(said) and any(
        word.casefold() not in said.casefold() for word in parts.one("media").split() if word not in _JOINS
    ):
        return True
    times = _TIMES[parts.language](parts, now)
    timed = parts.text if _RINGS.match(said) else parts.one("when")
    numbers = _NUMBER.findall(sentence(timed, "en")) if parts.language == "en" else []
    if any(number not in said.replace(":", "") for number in numbers):
        return True
    told = [words for words in parts.all("when") if not _NOW.fullmatch(words)] or (
        parts.language == "ja" and times
    )  # its marks are less sure
    return bool(told) and not any(
        word.removesuffix("'s") in said for word in [*parts.one("when").split(), *times]
    )


def lacks_time(parts: Parts, said: str, now: datetime) -> bool:
    """True when the sentence says a time or a length of time, marked or not, and the plain one doesn't."""
    times = [*parts.all("when"), *_TIMES[parts.language](parts, now)]
    return bool(times) and not any(word in said for time in times for word in time.split())


def times_said(parts: Parts, now: datetime) -> bool:
    """True when the sentence says any time or length of time."""
    return bool(parts.all("when") or _TIMES[parts.language](parts, now))


def at_its_time(said: str, parts: Parts, now: datetime) -> str:
    """The plain sentence with when it is to be done, or for how long; empty where none is plainly said."""
    if parts.language == "ja":
        moment = fill_ja.moment(parts, now)
        return f"{moment}{said}" if moment else ""
    moment = moments_en.moment(parts, now)
    return f"{said} {moment}" if moment else ""


def _has(cue: str, parts: Parts) -> bool:
    """Whether a word of the sentence begins so; in Japanese, where no space tells, whether it is there."""
    begins = r"\b" if parts.language == "en" else ""
    return re.search(rf"{begins}(?:{cue})", parts.text, re.IGNORECASE) is not None


def _choice(entry: Mapping[str, Any], parts: Parts, *ways: str) -> str:
    """The word of one of the ways whose cue the sentence has. Of several, Japanese says last what it asks for
    (「明るすぎるから暗くして」); in English there is none."""
    words = {word: cue for way in ways for word, cue in entry.get(way, {}).items()}
    said = [word for word, cue in words.items() if _has(cue, parts)]
    if len(said) > 1 and parts.language == "ja":
        return fill_ja.asked_for(parts.text, {word: words[word] for word in said})
    return said[0] if len(said) == 1 else ""


@cache
def _table(language: Language) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(
        (Path(__file__).parent / f"plain.{language}.yaml").read_text(encoding="utf-8")
    )
    return found
