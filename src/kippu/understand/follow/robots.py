"""After a vacuum or mower was sent out: pause, resume, stop it, send it back. Knows the tools by name."""

import re
from collections.abc import Mapping

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import target_of
from kippu.understand.follow.phrases import en, ja

_SENT_OUT = frozenset({"home.start", "home.clean", "home.pause", "home.stop"})
_SEND_BACK = {
    "en": en(
        r"(?:send|bring|take|call|get) (?:it|him|her|them) (?:back|home|back home)"
        r"(?: (?:to|on|onto) (?:its|the) (?:dock|base|charger|charging station|station))?"
        r"|(?:go|back) (?:home|to (?:its|the|your) (?:dock|base|charger|station))|dock(?: it)?"
    ),
    "ja": ja(
        r"(?:それ|これ)?(?:を|は)?(?:もう)?(?:(?:充電台|ドック|基地|ホーム|家|元の場所)(?:に|へ))?"
        r"(?:戻し|もどし|帰し|かえし|帰らせ|戻らせ|呼び戻し|(?:帰|戻|かえ|もど)って(?:も)?(?:いい|良い|大丈夫)?)"
    ),
}
"""What works about the house, to its place again."""
_IT = (
    r"(?: (?:it|him|her|that|there|cleaning|vacuuming|mowing))?(?: (?:for now|for a (?:bit|moment|minute)))?"
)
_TOLD: Mapping[str, Mapping[Language, re.Pattern[str]]] = {
    "home.stop": {
        "en": en(rf"(?:stop|halt){_IT}"),
        "ja": ja(r"(?:それ|掃除)?(?:を|は)?(?:もう)?(?:止め|とめ|停止し|ストップし?|やめ)"),
    },
    "home.pause": {
        "en": en(rf"(?:pause|hold){_IT}"),
        "ja": ja(r"(?:それ|掃除)?(?:を|は)?(?:ちょっと|少し|一旦|いったん)?(?:一時停止し?|中断し?|待っ)"),
    },
    "home.start": {
        "en": en(rf"(?:resume|continue|unpause|go on|carry on|keep going){_IT}"),
        "ja": ja(r"(?:それ|掃除)?(?:を|は)?(?:再開し?|続け|続きをし?|続行し?)"),
    },
}
"""What is said to one at work, or to one that was told to wait."""
_WHERE = regex(
    r"(?:今|いま|それ|は|って)*(?:どこ|どのへん|どの辺)(?:に)?(?:いる|います|いるの)?(?:の|か|かな"
    r"|です)*[?？]?"
)
_BACK_YET: Mapping[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|so|but)[, ]+)*(?:is|has) (?:it|he|she) (?:got |gone )?(?:back|home|docked|there|returned)"
        r"(?: (?:home|again|now|already|yet|on its (?:dock|base)))*[?]?"
    ),
    "ja": regex(
        r"(?:もう|ちゃんと|それ|は|、)*(?:戻っ|もどっ|帰っ|着い|充電して)(?:た|てる|ている|ました)?(?:の|か|かな|よね)*[?？]?"
    ),
}
_ROBOTS = frozenset({"vacuum", "lawn_mower"})


def of_robot(folded: str, language: Language, last: Call) -> Call | None:
    """What is told to what the last command sent out or held up, or the last question was about; None where
    the sentence tells it nothing."""
    given = last.arguments
    if (last.tool in _SENT_OUT | {"home.dock"} or _is_looked_at(last)) and _SEND_BACK[language].match(folded):
        return Call("home.dock", {key: value for key, value in target_of(last).items() if key != "area"})
    if last.tool == "home.dock" and _BACK_YET[language].fullmatch(folded):
        robot = {"name": given["name"]} if "name" in given else {"domain": given.get("domain", "vacuum")}
        return Call("home.state", {**robot, "state": "docked", "ask": "is"})
    asked = last.tool == "home.state" and given.get("state") == "cleaning"
    told = last.tool in ("home.start", "home.stop") and given.get("domain", "vacuum") in _ROBOTS
    if not (asked or told or last.tool in ("home.clean", "home.pause")):
        return None
    thing = {"name": given["name"]} if "name" in given else {"domain": given.get("domain", "vacuum")}
    if language == "ja" and "name" in thing and _WHERE.fullmatch(folded):
        return Call("home.state", {**thing, "ask": "where"})
    for tool, ways in _TOLD.items():
        if ways[language].match(folded):
            return Call(tool, thing)
    return None


def _is_looked_at(last: Call) -> bool:
    """Whether it was asked where something is, or what it does."""
    return last.tool == "home.state" and last.arguments.get("ask") in ("where", "one")
