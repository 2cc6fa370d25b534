"""What was planned for the home and is called off: "cancel the heating at 7", "cancel turning off the
lights", 「7時の暖房をキャンセルして」. Read as an order to be done now, it would set seven degrees.

Knows words, time phrases and what is of the home; which planned command is meant, the tool finds.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.cues import Frame
from kippu.understand.later.schedule import without
from kippu.understand.phrases.planned import is_kind
from kippu.understand.text import DOING
from kippu.understand.when.finding import FIND

_SURE = 0.97
_THE = r"(?:the |my |our |that )?"
_EN = regex(
    r"^(?:(?:please|ok|okay|oh|no|actually|can you|could you|you can|let's)[ ,]+)*"
    rf"(?:cancel|call off|scrap|forget(?: about)?|never mind) {_THE}(?P<what>.+?)"
    r"(?: (?:please|again|after all|then|now))*$",
    re.IGNORECASE,
)
_DOING = regex(rf"(?P<verb>{'|'.join(DOING)}) (?P<rest>.+)$", re.IGNORECASE)
_JA = regex(
    r"^(?:(?:やっぱり?|あの|えっと|ごめん|すみません)[、 ]*)*(?P<what>.+?)"
    r"(?P<planned>の?(?:予約|予定|タイマー))?(?P<deed>の|こと)?(?:を|は)?(?:やっぱり?)?、?"
    r"(?:キャンセル|取り?消し?|とりけし|中止|なしに|無しに|やめ|止め)(?:に?し)?て?(?:ください|下さい|くれる|ね|よ|お願い)*$"
)
_STOPS = regex(r"(?:やめ|止め)て?(?:ください|下さい|くれる|ね|よ|お願い)*$")
_ORDERED = {
    "す": ("して",), "く": ("いて", "って"), "ぐ": ("いで",), "う": ("って",), "つ": ("って",),
    "ぶ": ("んで",), "む": ("んで",), "ぬ": ("んで",), "る": ("て", "って"),
}  # fmt: skip
"""How a deed is ordered: 「消す」, 「消して」."""
_SWITCHES = frozenset({"on", "off"})
_LEVELS = ("number", "percent", "degrees")


def called_off(text: str, language: Language, now: datetime, apart: Callable[[str], Frame]) -> Meaning | None:
    """The planned command to cancel; None for any other sentence. ``apart`` takes a text apart."""
    said = _said_ja(text, now) if language == "ja" else _said_en(text, now)
    found = next(((name, deed) for name, order, deed in said if _is_homes(apart(order), deed)), None)
    if found is None:
        return None
    name, deed = found
    hours = [
        one.at.replace(tzinfo=None)
        for one in FIND[language](text, now)
        if one.at and one.clock and not one.repeat
    ]
    if deed or (not is_kind(name) and not (language == "ja" and _is_shown(apart(name)))):
        clock = {"clock": hours[0].time().isoformat()} if hours else {}
        return Meaning("cues", _SURE, (Call("timers.cancel", {"name": name, **clock}),))
    at = {"at": hours[0].isoformat()} if hours else {}
    return Meaning("cues", _SURE, (Call("calendar.remove", {"text": name, **at}),))


def _said_en(text: str, now: datetime) -> Iterator[tuple[str, str, bool]]:
    """What is called off, as it stands in a command's words and as an order, and whether it is a deed."""
    match = _EN.match(text)
    if match is None:
        return
    hour = _without_hour(match["what"], "en", now)
    if doing := _DOING.match(hour or match["what"]):
        order = f"{DOING[doing['verb'].casefold()]} {doing['rest']}"
        yield order, order, True
    elif hour:
        yield hour, hour, False


def _said_ja(text: str, now: datetime) -> Iterator[tuple[str, str, bool]]:
    match = _JA.match(text)
    if match is None:
        return
    what = match["what"]
    hour = _without_hour(what, "ja", now)
    if _STOPS.search(text):
        return  # what goes on is stopped, now or then
    if match["deed"]:
        said = hour or what
        yield from ((said[:-1], said[:-1] + ending, True) for ending in _ORDERED.get(said[-1], ()))
    elif match["planned"] or (hour and f"の{hour}" in what):  # 「9時に換気扇を止めて」 is to be done then
        yield hour or what, hour or what, False


def _without_hour(what: str, language: Language, now: datetime) -> str | None:
    """What is left without the one hour that it has, or the days on which it repeats; None where there is
    neither. A day alone is none: whoever cancels "the heating tonight" need not have planned it."""
    phrases = [one for one in FIND[language](what, now) if one.at]
    clock = phrases[0] if len(phrases) == 1 and (phrases[0].clock or phrases[0].repeat) else None
    return without(what, clock) or None if clock else None


def _is_homes(frame: Frame, deed: bool) -> bool:
    """Whether all of it is of the home: a thing or a kind, and what is done to it where that is said."""
    named = frame.has("kinds") or any(mention.things for mention in frame.mentions)
    verbs = set(frame.by_group.get("verbs", []))
    if not named or frame.leftover:
        return False
    return bool(verbs) if deed else verbs <= _SWITCHES and not frame.tells(*_LEVELS)


def _is_shown(frame: Frame) -> bool:
    """Whether it is what one watches or hears, and no thing: a booking of that is for an evening out."""
    kinds = {kind.partition("/")[0] for said in frame.by_group.get("kinds", []) for kind in said.split("|")}
    return kinds == {"media_player"} and not any(mention.things for mention in frame.mentions)
