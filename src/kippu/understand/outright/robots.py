"""What no vacuum can be told here: to leave a room out, or how strongly to clean. It is said, rather than
that everything is cleaned. Knows calls and the words beside them; runs nothing.
"""

import re

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import cannot
from kippu.understand.fitting import things_of

_SENT = frozenset({"home.start", "home.clean"})
_EXCEPT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:except|apart from|other than|excluding|besides|leaving out|but (?:not )?(?:in )?(?:the|my|our)"
        r"|(?:skip|leave out|not) (?:in )?(?:the|my|our))\b",
        re.IGNORECASE,
    ),
    "ja": regex(r"以外|を?除い?[てき]|をのぞいて|[はを]残して|[はを]抜かして"),
}
_LEVEL = (
    r"(?:high|low|max(?:imum)?|min(?:imum)?|medium|normal|quiet|silent|turbo|boost|strong"
    r"|gentle|eco|full|\d+)"
)
_STRONGLY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"\b(?:set|put|turn|change|switch|make|crank)\b.*(?:\b(?:to|on|at|in) (?:the )?{_LEVEL}\b"
        rf"|\b(?:up|down)\b(?! ?stairs))"
        r"|\bsuction\b|\bfan speed\b|\bvacuum(?:'s)? (?:power|speed)\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"吸引|パワーを|(?:強|弱|静音|ターボ|最大|最強|静か|エコ)(?:め|く|モード)?に(?:して|設定|変えて|切り替え)"
    ),
}
_WHOLLY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:please|can you|could you) )*(?:set|put|turn|change|switch|make|run) (?:the |my )?(?:robot )?"
        r"(?:vacuum(?: cleaner)?|hoover|roomba)(?:'s)?(?: (?:fan speed|speed|power|suction|mode))?"
        rf" (?:(?:to|on|at|in) (?:the )?)?{_LEVEL}(?: (?:mode|power|speed|suction"
        rf"|percent))?(?: please)?[.! ]*",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:ロボット)?掃除機(?:の(?:吸引力?|パワー|強さ|モード))?を?(?:もっと|少し)?"
        r"(?:強|弱|静音|ターボ|最大|最強|静か|エコ)(?:め|モード)?(?:く|に)(?:して|設定して|変えて"
        r"|切り替えて)(?:ください|ね|よ)?[。! ]*"
    ),
}
"""What is said of a vacuum and nothing else, whatever was made of it."""


def beyond_a_robot(meaning: Meaning, text: str, language: Language, names: Names) -> Meaning:
    """The meaning; the word that it can't be done, where it would send a vacuum out for something else."""
    if _WHOLLY[language].fullmatch(text) and any(thing.domain == "vacuum" for thing in names.things):
        return Meaning("cues", 0.9, question=cannot("suction", language))
    if not meaning.calls or not all(_sends_a_vacuum(call, names) for call in meaning.calls):
        return meaning
    left_out = _EXCEPT[language].search(text)
    if left_out or _STRONGLY[language].search(text):
        return Meaning("cues", 0.9, question=cannot("rooms" if left_out else "suction", language))
    return meaning


def _sends_a_vacuum(call: Call, names: Names) -> bool:
    domain = call.arguments.get("domain")
    if call.tool not in _SENT or domain not in {None, "vacuum"}:
        return False
    things = things_of(call, names)
    return domain == "vacuum" or (bool(things) and all(thing.domain == "vacuum" for thing in things))
