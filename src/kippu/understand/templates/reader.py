"""Sentence templates: what hassil finds in home-assistant-intents and in the templates of our own skills.

A template either takes the whole sentence or nothing of it, so what it says is sure. Knows languages, names
and times; runs nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from hassil import Intents
from hassil.intents import Intent, SlotList
from hassil.models import MatchEntity
from hassil.recognize import RecognizeResult, recognize_all
from home_assistant_intents import get_intents

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import BY_NAME, LIKELY_DEGREES, called_otherwise, means_few, untitled
from kippu.understand.phrases.arithmetic import is_calculation
from kippu.understand.phrases.drawable import to_draw
from kippu.understand.phrases.lasting import may_be_a_timer
from kippu.understand.phrases.somebody import is_somebody
from kippu.understand.templates.intents import INTENTS, call_for
from kippu.understand.templates.into_a_note import into_a_note
from kippu.understand.templates.listed import of_things, on_its_list
from kippu.understand.templates.name_lists import NameLists
from kippu.understand.templates.sieve import Sieve
from kippu.understand.templates.titles import told_apart
from kippu.understand.text import leads_first, led_up, without_last_words
from kippu.understand.text.own_words import as_said, uncalled, unquoted
from kippu.understand.when.markers import Marked, marked

_OWN = Path(__file__).parent / "sentences"
_MARKERS = {name: (f"z{name}",) for name in ("when", "duration", "day")} | {
    "span": ("zspan", "zwhen"),
    "between": ("zspan",),
}


@dataclass(frozen=True, slots=True)
class Match:
    """One way in which templates take a sentence."""

    call: Call
    rank: tuple[int, ...]
    """Better readings sort first."""

    @property
    def loose(self) -> bool:
        """True when a part of the sentence was taken as it came, whatever it says."""
        return self.rank[0] > 0

    @property
    def taken(self) -> int:
        """How many letters were taken as they came."""
        return self.rank[-1]


class Templates:
    """All templates of one language."""

    def __init__(self, language: Language, folders: Sequence[Path]) -> None:
        self._language = language
        data: dict[str, Any] = dict(get_intents(language) or {"intents": {}})
        data["language"] = language
        data["settings"] = {"ignore_whitespace": language == "ja"}
        data["intents"] = {
            name: {"data": [_without_bare_names(block) for block in body["data"]]}
            for name, body in data["intents"].items()
            if name in INTENTS
        }
        data["lists"] = {
            **data.get("lists", {}),
            **{name: {"values": [*values]} for name, values in _MARKERS.items()},
        }
        intents = Intents.from_dict(data)
        for folder in (_OWN, *folders):
            for file in sorted(folder.glob(f"*{language}.yaml")):
                _add(intents, yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader))
        self._sieve = Sieve(intents)
        self._known = (Names(), NameLists(Names(), language))
        self._read: tuple[tuple[object, ...], dict[str, Match | None]] = ((), {})
        """What was read of this turn: its readers ask for the same pieces again."""

    def read_led(self, text: str, names: Names, now: datetime, here: str | None = None) -> Match | None:
        """The same of a whole sentence, which a word or two may only lead up to."""
        text = without_last_words(text, self._language)
        led = led_up(text, self._language)
        ways = (text[led:], text) if leads_first(text, self._language) else (text, text[led:])
        return next((found for way in ways if (found := self.read(way, names, now, here))), None)

    def read(self, text: str, names: Names, now: datetime, here: str | None = None) -> Match | None:
        """The best reading of the sentence (as ``text.sentence`` gives it), or None when none takes it."""
        asked = (names, now, here)
        kept = self._read  # kept here, as below: another thread may read with other names meanwhile
        if kept[0] != asked:
            kept = self._read = (asked, {})
        if text not in kept[1]:
            kept[1][text] = self._best(text, names, now, here)
        return kept[1][text]

    def _best(self, text: str, names: Names, now: datetime, here: str | None) -> Match | None:
        known = self._known
        if known[0] != names:
            known = self._known = (names, NameLists(names, self._language))
        for version in marked(text, self._language, now):
            readings = self._readings(version, names, known[1], here)
            if best := min(readings, key=lambda match: match.rank, default=None):
                whole = of_things(told_apart(into_a_note(best.call, text), self._language, now), version.text)
                return replace(best, call=on_its_list(whole, names.lists))
        return None

    def parse(self) -> Iterator[None]:
        """Parse what no sentence has needed yet, one template at a step."""
        return self._sieve.parse()

    def _readings(
        self, version: Marked, names: Names, known: "NameLists", here: str | None
    ) -> Iterator[Match]:
        names_said = known.within(version.text)
        slot_lists: dict[str, SlotList] = dict(names_said)
        context = {"area": here} if here else None
        for result in recognize_all(
            version.text,
            self._sieve.within(version.text, names_said),
            slot_lists=slot_lists,
            intent_context=context,
            language=self._language,
        ):
            call = self._call(result, version, names)
            if call and not means_few(call, version.text.casefold(), names, self._language):
                yield Match(call, _rank(result))

    def _call(self, result: RecognizeResult, version: Marked, names: Names) -> Call | None:
        slots = self._slots(result, version.text)
        if slots.get("domain") == "person" and all(thing.domain != "person" for thing in names.things):
            return None  # "who is in …" is about people that the home follows, and it follows none
        if result.intent.name in {"HassStartTimer", "timers.start"} and re.search(
            r"\d", str(slots.get("name", ""))
        ):
            return None  # "5 minutes to turn off the TV" is no name
        if result.intent.name == "timers.status" and not may_be_a_timer(
            str(slots.get("name", "")), version.text, self._language
        ):
            return None
        if _is_elsewhere(result.intent.name, slots):
            return None
        if result.intent.name.startswith("phone.") and not is_somebody(str(slots["to"]), self._language):
            return None
        if result.intent.name == "pictures.draw" and "what" in slots:
            drawn = to_draw(str(slots["what"]), version.text, self._language)
            if drawn is None:
                return None
            slots |= {"what": drawn[0]} | ({"style": drawn[1]} if drawn[1] else {})
        if not _there(slots, names) or _lacks(result.intent.name, names):
            return None
        if result.intent.name == "HassGetState" and _ALL_SO.match(version.text):
            return None  # "all lights off" tells, and asks nothing
        if _means_other(slots, version.text, names, self._language):
            return None
        if result.intent.name in INTENTS:
            call = call_for(result.intent.name, slots, names, result.response) if version.plain else None
            return untitled(call) if call else None
        return _own_call(result.intent.name, slots, version, self._language)

    def _slots(self, result: RecognizeResult, text: str) -> dict[str, Any]:
        """Values by name. What one of our own templates has twice was said in pieces: "the team meeting"."""
        slots = {name: _value(entity, text) for name, entity in result.entities.items()}
        if result.intent.name not in INTENTS:
            for name in slots:
                pieces = [entity for entity in result.entities_list if entity.name == name]
                if len(pieces) > 1:
                    gap = "" if self._language == "ja" else " "
                    slots[name] = gap.join(str(_value(entity, text)).strip() for entity in pieces)
        return slots


def _there(slots: Mapping[str, Any], names: Names) -> bool:
    """False when a thing is named in a room that has none of that name."""
    name, room = slots.get("name"), slots.get("area")
    if not isinstance(name, str) or not isinstance(room, str):
        return True
    called = [thing for thing in names.things if thing.name == name]
    return not called or any(thing.room in {room, None} for thing in called)


_AS_SAID = frozenset({"calendar.add", "calendar.move", "alarms.move", "reminders.move"})
"""Tools to which a day without a time means the day, and a time without a day the day that it is on."""
_ENDS, _LAST = frozenset({"until", "end"}), frozenset({"calendar.add"})
"""How a time may end, and the tools that take it: "from monday to thursday", "from 3 to 4"."""
_MOVES = frozenset({"calendar.move", "alarms.move", "reminders.move"})
"""Tools that know the half of the day that was, where none is said."""
_A_DAY = regex(r"\d{4}-\d\d-\d\d")
_ONCE = frozenset({"alarms.cancel", "reminders.move", "calendar.move", "clock.time"})
"""Tools that take a time and no repeat: "cancel my alarm on mondays"."""
_TAKES_AWAY = frozenset({"alarms.cancel", "calendar.remove"})
"""Of a series that is named by its days alone, no hour was said."""
_FROM_NOW = regex(r"^(?:in|after) |後$", re.IGNORECASE)
_FROM_TO = regex(
    r"\b(?:between|from) .+ ?(?:to|and|till|until|-) ?\w|(?:から|[〜～~-])(?:午前|午後)?(?:\d|正午)",
    re.IGNORECASE,
)
"""Both ends of some hours, whose length may be asked for."""
_ELSEWHERE = regex(
    r"\b(?:to|in|into|on) (?:my |the |our )?(?:contacts?|contact list|address book|phone ?book|calendar|"
    r"diary|notes)\b|\b(?:to|onto|on|in) (?:my |the |our )(?:\w+ ){0,3}list\b"
    r"|(?:連絡先|アドレス帳|電話帳|カレンダー)(?:に|へ)",
    re.IGNORECASE,
)
"""What is put there is put on no list."""
_NO_TITLE = regex(
    rf"{_ELSEWHERE.pattern}|\b(?:list|alarm|timer|reminder|note|contact|photo|picture|playlist|queue)s?\b",
    re.IGNORECASE,
)
"""What may be put down with a time elsewhere than in the calendar."""
_WITH_ITEMS = regex(
    r"(?: with|,? containing|,? including)\b.*(?: and |,| (?:on|in) it$)| with (?:an?|some) "
    r"|,? (?:and )?(?:add|put)\b .|リスト.*て",
    re.IGNORECASE,
)
"""More than the name of a list: what is to be on it."""
_ALL_SO = regex(r"all (?:of )?(?:the |my |our )?.*\b(?:on|off)$", re.IGNORECASE)
_LIGHTED = regex(r"[%％]|percent|パーセント|割|bright|light|lamp|dim|明る|暗|電気|照明|ライト", re.IGNORECASE)

_THAT_ONE = regex(r"(?<!\bto)(?<!\bat) one$", re.IGNORECASE)
""" "The kitchen one" is a light, and no brightness."""


def _is_elsewhere(tool: str, slots: Mapping[str, Any]) -> bool:
    """Whether it is put down elsewhere, or a list's name holds more than that."""
    if tool == "lists.create":
        return _WITH_ITEMS.search(str(slots.get("list", ""))) is not None
    if tool == "lists.add":
        return bool(_ELSEWHERE.search(str(slots.get("item", ""))) or " list " in str(slots.get("list", "")))
    return "clock" in slots and _NO_TITLE.search(str(slots.get("text", ""))) is not None


def _means_other(slots: Mapping[str, Any], text: str, names: Names, language: Language) -> bool:
    """True when the words mean something else in this home than the template takes them for: a room that is
    set to 19 has a thermostat, or what is called a heater is a switch. The word cues then read it."""
    if "brightness" in slots and _THAT_ONE.search(text):
        return True
    rooms = {thing.room for thing in names.things if thing.domain == "climate"}
    if "brightness" in slots and "name" not in slots and slots.get("area") in rooms:
        level = slots["brightness"]
        return isinstance(level, int) and level in LIKELY_DEGREES and not _LIGHTED.search(text)
    if "name" in slots or slots.get("domain") not in BY_NAME:
        return False
    return called_otherwise(text.casefold(), str(slots["domain"]), names, language)


_ROBOTS = {"HassVacuum": "vacuum", "HassLawnMower": "lawn_mower"}


def _lacks(intent: str, names: Names) -> bool:
    """True for a robot's intent in a home that has no such robot: "return to base" fits both kinds."""
    domain = next((domain for start, domain in _ROBOTS.items() if intent.startswith(start)), None)
    return domain is not None and bool(names.things) and all(thing.domain != domain for thing in names.things)


def _without_bare_names(block: dict[str, Any]) -> dict[str, Any]:
    """A thing's name alone turns it on at Home Assistant; here it may be the reply to a question."""
    kept = [template for template in block["sentences"] if template != "[<the>] {name}"]
    return {**block, "sentences": kept}


def _value(entity: MatchEntity, text: str) -> Any:
    return uncalled(as_said(entity.value, text), text) if entity.is_wildcard else _whole(entity.value)


def _whole(value: Any) -> Any:
    """hassil's ranges give 5.0 for 5."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _add(intents: Intents, file: Mapping[str, Any]) -> None:
    """Put a file's intents beside the others. Its rules and lists, parsed once, stay its own."""
    lists = {name: body for name, body in file.get("lists", {}).items() if name not in _MARKERS}
    own = Intents.from_dict({"language": intents.language, **file, "lists": lists})
    for name, intent in own.intents.items():
        blocks = [
            replace(
                block,
                expansion_rules={**own.expansion_rules, **block.expansion_rules},
                slot_lists={**own.slot_lists, **block.slot_lists},
            )
            for block in intent.data
        ]
        intents.intents.setdefault(name, Intent(name=name)).data.extend(blocks)


def _own_call(tool: str, slots: dict[str, Any], version: Marked, language: Language) -> Call | None:
    """A call from our own templates: time phrases and formulas are put in where the template marks them."""
    arguments: dict[str, Any] = {}
    for name, value in slots.items():
        if name in {"when", "clock", "ends"}:
            if version.when is None or not _is_such(name, tool, version, version.when):
                return None
            arguments |= _when(tool, version, version.when, wakes=name != "clock")
        elif name == "duration":
            arguments |= version.duration
        elif name == "day":
            arguments["day"] = version.day or value  # a template may say the day by itself
        elif name == "between":
            if "end" not in version.span or not _FROM_TO.search(version.original["zspan"]):
                return None
            arguments |= version.span
        elif name == "span":
            arguments |= {} if _is_of_a_series(tool, version) else version.span
        elif name == "expression":
            words = version.restore(str(value))
            if not is_calculation(words, language):
                return None
            arguments[name] = words
        else:
            arguments[name] = unquoted(version.restore(value.strip())) if isinstance(value, str) else value
    used = {*_MARKERS, "clock", "ends"} & slots.keys()
    return Call(tool, arguments) if used or version.plain else None


def _is_such(name: str, tool: str, version: Marked, when: Mapping[str, Any]) -> bool:
    """Whether the moment that was said is of the kind that the template's mark, and the tool, take."""
    ends = not _ENDS.isdisjoint(when)
    if (name == "ends" and not ends) or (ends and tool not in _LAST):
        return False
    return (name != "clock" and tool != "clock.time") or _is_clock(version)


def _when(tool: str, version: Marked, when: dict[str, Any], *, wakes: bool) -> dict[str, Any]:
    """The moment that a template marks, as the tool takes it; what ``wakes`` nobody has its open hours as
    they come next."""
    given = {key: value for key, value in when.items() if key != "repeat" or tool not in _ONCE}
    if _is_of_a_series(tool, version):
        rest = {key: value for key, value in given.items() if key not in {"at", "repeat"}}
        return rest | ({"repeat": when["repeat"]} if tool == "alarms.cancel" else {})
    early = version.morning if wakes and tool.startswith("alarms.") else None
    if early and not (tool in _AS_SAID and "-" in version.said):
        given["at"] = early.partition("T")[2] if tool in _AS_SAID else early
    elif tool in _AS_SAID or (tool == "alarms.cancel" and _A_DAY.fullmatch(version.said)):
        given["at"] = version.said
    return given | ({"either_half": True} if tool in _MOVES and version.either_half else {})


def _is_of_a_series(tool: str, version: Marked) -> bool:
    """Whether only the days are said on which it comes, of what is to be taken away."""
    by_day = version.day or ":" in version.said
    return tool in _TAKES_AWAY and "repeat" in (version.when or {}) and not by_day


def _is_clock(version: Marked) -> bool:
    """Whether a time of the clock was said: how far off a day is, the dates tell, and "how many minutes in an
    hour" is a conversion."""
    return ":" in version.said and not _FROM_NOW.search(version.original.get("zwhen", ""))


def _rank(result: RecognizeResult) -> tuple[int, ...]:
    """As hassil's ``recognize_best`` orders them: the named thing first; our own templates before others."""
    name = result.entities.get("name")
    named = len(name.text) if name is not None and not name.is_wildcard else 0
    wild = [entity for entity in result.entities_list if entity.is_wildcard]
    return (
        len(wild),
        -named,
        result.intent.name in INTENTS,
        -result.text_chunks_matched,
        sum(len(entity.text or "") for entity in wild),
    )
