"""What is said beside waking somebody: "wake me at 6 and remind me at 6:15", "… and turn on the kettle".

An alarm's open hour is one of the morning; a reminder's is the next one that comes, which would be the
evening before. What makes a morning is done when one is woken, and what is set beside it; what goes off,
closes or is locked may as well be for the night that comes first, unless the time leads all of it: "at 7 wake
me and turn off the fan". Knows calls, and the time phrases of their words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.asking.asking_back import in_words, offer
from kippu.understand.fitting import risky
from kippu.understand.later.schedule import TELLS, parts
from kippu.understand.when.finding import FIND

_NOW = regex(r"\b(?:now|(?:right|straight) away|immediately)\b|今(?:すぐ)?|いま|すぐ", re.IGNORECASE)
_SHADES = frozenset({"blind", "curtain", "shade", "shutter", "awning"})
_SHADED = regex(
    r"blinds?|curtains?|shades?|shutters?|awnings?|drapes|ブラインド|カーテン|シェード|シャッター|雨戸",
    re.IGNORECASE,
)
_OF_A_MORNING = frozenset({"home.turn_on", "home.play"})
_SETS = ("home.set_", "home.change_")
_TILL_THEN = regex(
    r"\b(?:until|till|before) (?:then|that)\b|\b(?:meanwhile|in the meantime|for now|lullab(?:y|ies))\b"
    r"|\bbedtime\b|\b(?:to |fall(?:ing)? a)sleep\b|それまで|(?:寝|眠)(?:る|て|ら?れる|くな|入)|おやすみ"
    r"|お休み|子守|ちょっと",
    re.IGNORECASE,
)
"""Is for the time before one is woken, or for falling asleep."""
_POINTS = regex(
    r"\b(?:it|its|them|those|these|that|there|ones?)\b|それ(?!から|と、)|これ|そこ", re.IGNORECASE
)
_OF_IT = regex(rf"{_POINTS.pattern}|[ぁ-ん]", re.IGNORECASE)
"""Japanese leaves "it" out."""
_FOR_THE_NIGHT = regex(
    r"\b(?:sleep\w*|asleep|bedtime|(?:to|in|for) bed|night\w*|tonight|lullab\w+|rain\w*|ocean|waves?|noises?"
    r"|relaxing|calm\w*|soothing|ambient|meditation|until|till|while|here|alarm|siren|security"
    r"|(?:de)?humidifier|purifier|blanket)\b",
    re.IGNORECASE,
)
"""Makes no morning: it is for falling asleep, for the night or for where one is now."""
_HALF_DAY = timedelta(hours=12)
_WOKEN = regex(r"\b(?:wake|get) me\b|起こ", re.IGNORECASE)
_LED = regex(r"(?:please |can you |could you )*(?:at|in|by|on|tomorrow|today|tonight)\b", re.IGNORECASE)
"""What leads is the time of all that follows; in Japanese it always leads, and says nothing."""
_SOON = timedelta(hours=6)
"""So long after waking is what is said beside it."""
_AHEAD = timedelta(hours=1)
"""So long before it something may be made ready: "wake me at 7 and turn on the heating at 6:30"."""
_AROUND = regex(r"^[。、 ]+(?:(?:あと|それ(?:から|と)|そして)[、 ]*)?|[ ,]+please$", re.IGNORECASE)
"""What a command has around it in a row, and not by itself."""


def after_waking(
    said: Sequence[tuple[str, Sequence[Call]]], language: Language, now: datetime, names: Names
) -> list[tuple[str, Sequence[Call]]]:
    """Commands as they were said, each with its calls; what is reminded of or done at an hour behind an alarm
    is of that half of the day where its own words leave it open. What makes a morning is done when one is
    woken."""
    today = now.replace(tzinfo=None)
    found: list[tuple[str, Sequence[Call]]] = []
    waking: datetime | None = None
    woken: Waking | None = None
    for text, calls in said:
        for call in calls:
            if call.tool == "alarms.set" and "at" in call.arguments:
                waking = datetime.fromisoformat(call.arguments["at"])
        shared = [
            woken.shared(call, text, _command(call, text, language, names, alone=len(calls) == 1), now)
            if not risky(call, names)
            else None
            for call in calls
            if woken
        ]
        if woken and (any(shared) or (any(risky(call, names) for call in calls) and not _NOW.search(text))):
            found.append((text, _one_by_one(calls, shared, language, names)))
            woken = replace(woken, goes_on=True)
            continue
        phrases = [phrase for phrase in FIND[language](text, now) if phrase.at]
        is_open = len(phrases) == 1 and phrases[0].twelve
        if waking and is_open and phrases[0].at:
            at = phrases[0].at.replace(tzinfo=None)
            found.append((text, [_from(waking, call, at, today) for call in calls]))
        else:
            found.append((text, calls))
        woken = Waking.of(text, calls)
    return found


@dataclass(frozen=True, slots=True)
class Waking:
    """The moment at which somebody is woken, and what is said behind it is done."""

    at: str
    repeat: str | None
    leads: bool
    """The time is that of whatever is said: it stands before all of it."""
    goes_on: bool = False
    """Something is planned for it already, to which what is set belongs."""

    @classmethod
    def of(cls, text: str, calls: Sequence[Call]) -> "Waking | None":
        """The moment of a command to wake somebody; None for any other."""
        given = calls[0].arguments if len(calls) == 1 and calls[0].tool == "alarms.set" else {}
        if "at" not in given or not _WOKEN.search(text):
            return None
        return cls(given["at"], given.get("repeat"), _LED.match(text) is not None)

    def shared(self, call: Call, text: str, command: str, now: datetime) -> Call | None:
        """The plan for this moment of what the words behind it order; None where it isn't for then.
        ``command``: the same as it is said then."""
        sets = self.goes_on and call.tool.startswith(_SETS) and _OF_IT.search(text)
        for_then = _acts(call, text) if self.leads else sets or _makes_a_morning(call, text)
        if not for_then or not command or _NOW.search(text) or _TILL_THEN.search(text):
            return None
        if self.repeat:
            return Call("timers.repeat", {"at": self.at, "repeat": self.repeat, "command": command})
        left = datetime.fromisoformat(self.at) - now.replace(tzinfo=None)
        return Call("timers.start", {**parts(left.total_seconds()), "command": command})


def _command(call: Call, text: str, language: Language, names: Names, *, alone: bool) -> str:
    """A call as it is said by itself: in its own words, where they name what it is for."""
    unnamed = language == "ja" and call.tool.startswith(_SETS)  # 「50%にして」
    bare = alone and not unnamed and not _POINTS.search(text) and _tells_its_room(call, text, names)
    return _AROUND.sub("", text) if bare else in_words(call, language, names)


def _tells_its_room(call: Call, text: str, names: Names) -> bool:
    """Whether the words tell the room that a call is for: it may be that of the command before."""
    area = None if "name" in call.arguments else call.arguments.get("area")
    called = [name for room in names.rooms if room.name == area for name in (room.name, *room.aliases)]
    return area is None or any(name.casefold() in text.casefold() for name in called)


def _one_by_one(
    calls: Sequence[Call], shared: Sequence[Call | None], language: Language, names: Names
) -> list[Call]:
    """Each for then where it is; a door is asked about, which is opened neither now nor then unseen."""
    return [
        then or (offer((call,), language, names) if risky(call, names) else call)
        for call, then in zip(calls, shared, strict=True)
    ]


def _makes_a_morning(call: Call, text: str) -> bool:
    if _FOR_THE_NIGHT.search(text):
        return False
    if call.tool == "home.open":  # no door and no valve while one sleeps
        return call.arguments.get("device_class") in _SHADES or _SHADED.search(text) is not None
    return call.tool in _OF_A_MORNING or (call.tool, call.arguments.get("command")) == ("home.media", "play")


def _acts(call: Call, text: str) -> bool:
    if call.tool in {"home.open", "home.unlock"}:
        return _makes_a_morning(call, text)
    return call.tool.startswith("home.") and call.tool not in TELLS


def _from(waking: datetime, call: Call, at: datetime, now: datetime) -> Call:
    given = call.arguments
    if call.tool == "timers.start" and "command" in given:
        halves = (at + _HALF_DAY, at - _HALF_DAY)
        soon = [one for one in halves if now < one and waking - _AHEAD <= one <= waking + _SOON]
        left = parts((soon[0] - now).total_seconds()) if soon else None
        return Call(call.tool, {**left, "command": given["command"]}) if left else call
    if call.tool != "reminders.add" or "at" not in given or "repeat" in given:
        return call
    at = datetime.fromisoformat(given["at"])
    soon = [one for one in (at + _HALF_DAY, at - _HALF_DAY) if waking <= one <= waking + _SOON]
    return Call(call.tool, {**given, "at": soon[0].isoformat()}) if soon else call
