"""A command that is to wait for something to happen: "when I leave, turn off all the lights".

Nobody here watches for that, so it is asked whether to do it now. Times are no conditions. Knows words; who
reads the command is given elsewhere.
"""

import re

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text import sentence

_WHEN_EN = r"when(?:ever)?|if|once|as soon as|in case|every time|each time|the moment|unless"
_NONE_EN = (
    r"(?:did|do|does|is|was|are|were|will|would|should|can|could|has|have)\b"
    r"|it(?:'s| is| gets to| turns) (?:\d|noon|midnight|half|quarter)|the clock"
    r"|(?:so|not|any|needed|necessary)\b"
)
"""How a question goes on, or a time."""
_VERBS_EN = (
    "turn|switch|set|open|close|shut|lock|unlock|start|stop|play|dim|put|raise|lower|make|pause|mute|run|send"
    "|remind"
)
_CONDITION: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": tuple(
        regex(pattern, re.IGNORECASE)
        for pattern in (
            rf"^(?:{_WHEN_EN}) (?!{_NONE_EN})(?P<what>[^,]+?), (?:then |please )*(?P<rest>.+)$",
            rf"^(?:{_WHEN_EN}) (?!{_NONE_EN})(?P<what>.+?) (?:then |please )*(?P<rest>(?:{_VERBS_EN}) .+)$",
            rf"^(?P<rest>.+?),? (?:but )?(?:only )?(?:{_WHEN_EN}) (?!{_NONE_EN})(?P<what>.+)$",
            rf"^(?P<rest>(?!play )(?:{_VERBS_EN}) .+?),? (?:at|around|before|after|from) "
            r"(?P<what>sunset|sunrise|dusk|dawn|nightfall|sundown)$",
        )
    ),
    "ja": (
        regex(
            r"^(?P<what>[^、。]{2,}?(?:(?<!だっ)たら|んだら|れば|けれ?ば|なら|[るたの](?:とき|時|場合)(?:には|に|は)?))"
            r"[、 ]?(?P<rest>.+)$"
        ),
    ),
}
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


def conditioned(text: str, language: Language) -> str | None:
    """The command without what it is to wait for, None where it waits for nothing."""
    plain = sentence(text, language)
    for pattern in _CONDITION[language]:
        match = pattern.match(plain)
        if match and not (language == "ja" and _TIMES_JA.search(match["what"])):
            return match["rest"].strip()
    return None
