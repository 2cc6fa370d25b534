"""A command that is to wait for something to happen: "when I leave, turn off all the lights".

Nobody here watches for that. Times are no conditions. Knows words; who reads the command is given elsewhere.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text import sentence

_WHEN_EN = r"when(?:ever)?|if|once|as soon as|in case|every time|each time|the moment|unless"
_NONE_EN = (
    r"(?:did|do|does|is|was|are|were|will|would|should|can|could|has|have)\b"
    r"|it(?:'s| is| gets to| turns) (?:\d|noon|midnight|half|quarter)|the clock"
    r"|(?:so|not|needed|necessary)\b|any\b(?! .+ (?:is|are) )"
)
"""How a question goes on, or a time."""
_VERBS_EN = (
    "turn|switch|set|open|close|shut|lock|unlock|start|stop|play|dim|put|raise|lower|make|pause|mute|run|send"
    "|remind|add"
)
_BEFORE_EN = regex(
    rf"^(?P<word>{_WHEN_EN}) (?!{_NONE_EN})(?P<what>[^,]+?), (?:then |please )*(?P<rest>.+)$", re.I
)
_OPENED_EN = regex(rf"^(?P<word>{_WHEN_EN}) (?!{_NONE_EN})(?P<both>.+)$", re.I)
_VERB_EN = regex(rf" (?:then |please )*(?=(?:{_VERBS_EN}) )", re.I)
"""Where the command may begin that stands behind a condition without a comma."""
_BEHIND_EN = (
    regex(
        rf"^(?P<rest>.+?),? (?:but )?(?:only )?(?P<word>{_WHEN_EN}) (?!{_NONE_EN})(?P<what>.+)$",
        re.IGNORECASE,
    ),
    regex(
        rf"^(?P<rest>(?!play )(?:{_VERBS_EN}) .+?),? (?P<word>at|around|before|after|from) "
        r"(?P<what>sunset|sunrise|dusk|dawn|nightfall|sundown)$",
        re.IGNORECASE,
    ),
)
_BEFORE_JA = regex(
    r"^(?P<what>(?:[^、。]{2,}?|[雨雪])(?P<word>(?<!だっ)たら|んだら|れば|けれ?ば|なら|[るたの](?:とき|時|場合)(?:には|に|は)?))"
    r"[、 ]?(?P<rest>.+)$"
)
_TIMES_JA = regex(r"\d(?:時|分|秒|時間)|朝|夜|昼|明日|今夜|正午|深夜")
"""Of a clause that says when: 「7時になったら」."""


_TOLD_JA = regex(
    r"^(?!(?:よ|わか|分か|でき|もし|何か|なにか|なんか|時間|暇|知って|覚えて|困っ|気が|いい|良))"
    r"[^、。]{2,14}?[っいんえけせねべめれきしちにみりぎじび来出見]"
    r"(?<!だっ)(?<!(?<![かつ向])かっ)(?<!あっ)(?<!知っ)(?<![てで]い)(?:たら|だら)(?:すぐ)?(?:に)?、?"
    r"(?:教えて|知らせて|言って|呼んで|声(?:を)?かけて|通知して|リマインドして)(?:ください|下さい|くれる|ほしい|ね|よ)*$"
)
"""Of what happens, and not of what is so or is to be had: 「変だったら」, 「コツがあったら」."""


def tells_when_it_happens(text: str, language: Language) -> bool:
    """Whether somebody wants to be told once something happened: 「洗濯終わったら教えて」."""
    plain = sentence(text, language) if language == "ja" else ""
    return _TOLD_JA.match(plain) is not None and not _TIMES_JA.search(plain)


class Conditioned(NamedTuple):
    """A command and what it is to wait for, in the sentence's own words."""

    word: str
    """What makes it a condition: "if", 「たら」."""
    what: str
    """In Japanese with that word at its end."""
    rest: str
    """The command."""


def conditioned(text: str, language: Language) -> Iterator[Conditioned]:
    """The command apart from what it is to wait for, in each way in which the sentence may be cut, the
    likeliest first; nothing where it waits for nothing."""
    plain = sentence(text, language)
    if language == "ja":
        match = _BEFORE_JA.match(plain)
        if match and not _TIMES_JA.search(match["what"]):
            yield _cut(match)
        return
    if match := _BEFORE_EN.match(plain):
        yield _cut(match)
    if match := _OPENED_EN.match(plain):
        for verb in _VERB_EN.finditer(match["both"]):
            yield Conditioned(match["word"], match["both"][: verb.start()], match["both"][verb.end() :])
    for pattern in _BEHIND_EN:
        if match := pattern.match(plain):
            yield _cut(match)


def _cut(match: re.Match[str]) -> Conditioned:
    return Conditioned(match["word"], match["what"], match["rest"].strip())
