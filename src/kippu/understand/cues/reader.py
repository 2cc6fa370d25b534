"""Reads one command by its cues, and says how much of it was explained."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues.aim import Aim, aim, name_arguments, player
from kippu.understand.cues.asking import ask, ask_each
from kippu.understand.cues.carrying import with_verb
from kippu.understand.cues.commanding import no_command
from kippu.understand.cues.compose import compose
from kippu.understand.cues.counted import Counted, as_many, counted
from kippu.understand.cues.frame import Frame, frame, without_sensors
from kippu.understand.cues.lexicon import lexicon
from kippu.understand.cues.listening import as_played, is_mode, is_station, to_hear, untitled
from kippu.understand.cues.mentions import Index
from kippu.understand.cues.of_calls import distinct, target_of
from kippu.understand.cues.places import with_places, without_room_numbers
from kippu.understand.cues.purpose import default_domain, domains, purpose
from kippu.understand.text import folded

_SURE = 0.97
_PER_WORD = 0.18
_PER_RUN = 0.06
_EVERYTHING = regex(
    r"\beverything\b|\bit all\b|\bthe lot\b|\ball (?:the |my )?(?:devices|things|appliances)\b"
    r"|何もかも|なにもかも|(?:もの|物|家電|機器)(?:を|は|も)?(?:全部|ぜんぶ|全て|すべて|みんな)"
)
_EVERYTHING_OFF = regex(
    r"全部|ぜんぶ|全て|すべて|みんな|\bthe (?:whole|entire) (?:house|home|flat|apartment|place)\b"
)
"""Everything, too, where neither a kind nor a place is said and it shall go off."""
_RELATIVE = (
    "brighter", "dimmer", "warmer", "cooler", "louder", "quieter", "faster", "slower",
)  # fmt: skip
"""Verbs that alone mean what was spoken of before."""
_ONE = regex(r"\bones?\b|の(?:を|は|も)")
"""Stands for a thing of the kind that was spoken of before: "the bedroom one", 「寝室のを」."""
LIKELY_DEGREES = range(10, 31)
"""A room that is set to so much, and to no percent, is heated rather than lit."""
_DOORWAYS = frozenset({"home.open", "home.close"})
_UNSURE = 0.7
_REMEMBERED = 200
"""Sentences and pieces of sentences that are kept taken apart: each is looked at from several sides."""
_NOT_FROM = regex(
    r"(?<!\bon )(?<!\boff )\bfrom "
    r"(?:(?:1[3-9]|[2-9]\d|100)(?:\.\d+)?|\d+(?:\.\d+)? ?(?:%|percent\b|degrees?\b)) ?"
    r"(?:%|percent\b|degrees?\b)? ?(?=(?:up |down )?to \d+(?:\.\d+)?(?![:\d])(?! ?(?:[ap]\.?m|o'clock)))"
    r"|\d+(?:\.\d+)?(?:度|%|パーセント)から(?=\d+(?:\.\d+)?(?:度|%|パーセント))"
)
"""The level that something has now: "from 19 to 22"; smaller numbers without a unit may be hours."""
_TYPO = 0.1
"""What it costs to take a word for a name that differs in one letter."""
_PLAIN_VERBS = ("on", "off", "open", "close", "lock", "unlock", "brighter", "dimmer", "up", "down")
_UNPLACED = 0.2
"""What it costs when a word is unexplained and only a kind was named: "the porch light" where no porch is."""
_PLACE = regex(r"\s+(?:on|in|at|from|through|over)(?: the| my| our)?\s*$")
_HEARD = 0.9
"""Confidence that words after "play" are to be heard."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the cues say."""

    calls: tuple[Call, ...]
    confidence: float
    """1 when every word is explained; each that is not takes some away."""
    rivals: tuple[Thing, ...] = ()
    """When set, it is open which of these is meant, and calls has one call for each."""
    unknown: tuple[str, ...] = ()
    """Words that nothing explains."""
    aimed: bool = True
    """False when neither thing nor place was named: it may mean what was spoken of before."""
    taken: tuple[tuple[str, str], ...] = ()
    """Words that were taken for a name that differs in one letter: what was said, what it was taken for."""
    count: int = 1
    """How many of the rivals are meant."""
    besides: tuple[Call, ...] = ()
    """Where there are rivals: the calls for what else was said, and is plain."""


class Cues:
    """The cue reader of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._lexicon = lexicon(language)
        self._index = Index(Names(), language)

    def index(self, names: Names) -> Index:
        """The names of the home, ready to be found."""
        index = self._index  # kept here: another thread may read with other names meanwhile
        if index.names is not names and index.names != names:
            index = self._index = Index(names, self._language)
        return index

    def apart(self, text: str, names: Names) -> Frame:
        """The sentence (as ``text.sentence`` gives it) taken apart."""
        said = _NOT_FROM.sub("", folded(text, self._language))
        index = self.index(names)
        known = index.frames.get(said)
        if known is None:
            if len(index.frames) >= _REMEMBERED:
                index.frames.clear()
            known = index.frames[said] = frame(said, self._lexicon, index)
        return known

    def read(
        self,
        text: str,
        names: Names,
        here: str | None = None,
        earlier: Sequence[Call] = (),
        verb: str | None = None,
    ) -> Reading | None:
        """The command or question in the sentence; None when it is neither.

        ``earlier``: calls of the turn before, for "it" and "there". ``verb``: a verb to use when the sentence
        has none ("and the bedroom").
        """
        parts = self.apart(text, names)
        index = self.index(names)
        if verb and not parts.has("verbs"):
            return self._read(with_verb(text, verb, parts, earlier, self._language), index, here, earlier)
        found = self._read(text, index, here, earlier)
        taken = index.misspelt(self._unknown(parts.leftover)) if self._language == "en" else ()
        if not taken:
            return found
        for said, meant in taken:
            text = re.sub(rf"\b{re.escape(said)}s?\b", meant, text, flags=re.IGNORECASE)
        better = self._read(text, index, here, earlier)
        if better is None or (found and found.confidence >= better.confidence - _TYPO):
            return found
        return replace(better, confidence=better.confidence - _TYPO, taken=taken)

    def _unknown(self, words: Sequence[str]) -> list[str]:
        return [word for word in words if word not in self._lexicon.words]

    def _read(self, text: str, index: Index, here: str | None, earlier: Sequence[Call]) -> Reading | None:
        text = as_played(text) if self._language == "en" else text
        parts = without_room_numbers(self.apart(text, index.names))
        if is_mode(parts.text, self._language):
            return None
        if music := self._music(parts):
            return Reading((music,), _HEARD)
        if parts.has("blocks"):
            return None
        if self._is_question(parts, text):
            return self._question(parts, index, here, earlier)
        many = counted(parts, self._language)
        rest = self.apart(many.text, index.names) if many else parts
        named = without_sensors(rest, self._lexicon, index)
        placed = with_places(named)
        found = self._command(placed, index, here, earlier, many)
        if found is None or placed is named:
            return found
        # The door that is called by the place's name: "turn on the garage" need not mean it.
        door = any(call.tool in _DOORWAYS and "name" in call.arguments for call in found.calls)
        return replace(found, confidence=min(found.confidence, _UNSURE)) if door else found

    def _is_question(self, parts: Frame, text: str) -> bool:
        asks = [cue for cue in parts.cues if cue.group == "ask" and (cue.value != "any" or cue.start < 8)]
        if not asks:
            return False
        if self._language == "ja":
            return not re.search(r"(?:くれ|もらえ|ください|下さい|ちょうだい|お願い)", text) or parts.has(
                "ask", "which", "how_many"
            )
        before = list(parts.text[: asks[0].start])
        for cue in parts.cues:
            how = cue.group == "properties" and parts.text.startswith("how ", cue.start)
            if (how or cue.group == "fillers") and cue.end <= asks[0].start:
                before[cue.start : cue.end] = " " * (cue.end - cue.start)
        return not "".join(before).strip(" ,")

    def _question(
        self, parts: Frame, index: Index, here: str | None, earlier: Sequence[Call]
    ) -> Reading | None:
        spoken_of = next((target_of(call) for call in earlier if target_of(call)), {})
        found = ask(parts, index, self._lexicon, here, spoken_of if parts.has("pronouns") else {})
        if found is None:
            each = ask_each(parts, index, here)
            return Reading(each[0], self._confidence(each[1])) if each else None
        call, leftover = found
        if (
            parts.mentions
            and call.arguments.get("domain", "sensor").endswith("sensor")
            and _of_sensor(call, index)
        ):
            leftover = leftover[
                : len(leftover) // 4
            ]  # "what is the apparent power indicated by …" names it well
        confidence = self._confidence(leftover)
        return Reading((call,), confidence - (_UNPLACED if leftover and not parts.mentions else 0))

    def _confidence(self, leftover: Sequence[str]) -> float:
        if self._language == "ja":
            return _SURE - _PER_RUN * sum(1 + len(run) for run in leftover)
        return _SURE - _PER_WORD * len(leftover)

    def _command(
        self, parts: Frame, index: Index, here: str | None, earlier: Sequence[Call], many: Counted | None
    ) -> Reading | None:
        wanted = purpose(parts)
        if wanted is None or no_command(parts, self._language):
            return None
        targets = aim(parts, index, domains(wanted) - _unfit(parts, wanted), here)
        if not targets.aims and wanted not in {"switched", "volume"}:
            looser = aim(parts, index, None, here)
            targets = looser if looser.aims and not looser.aims[0].things else targets
        targets = as_many(targets, many, index) if many else targets
        aims = targets.aims or self._unnamed(parts, wanted, earlier, targets.leftover, index)
        if wanted == "lock" and earlier and parts.has("pronouns") and not parts.mentions:
            # The verb's own word is that of a kind, too: "lock it". A lamp that was spoken of is no door.
            meant = self._unnamed(parts, wanted, earlier, targets.leftover, index)
            known = tuple(one for one in meant if one.arguments)
            aims = known or (() if target_of(earlier[-1]) else aims)
        if not aims:
            return None
        rivals = _able(next((target.rivals for target in aims if target.rivals), ()), parts)
        if len(rivals) == 1 and len(aims) == 1:
            aims, rivals = (Aim(name_arguments(rivals[0], index), rivals),), ()
        plain = [target for target in aims if not target.rivals] if rivals else []
        if rivals:
            aims = tuple(
                Aim({"name": thing.name, **({"area": thing.room} if thing.room else {})}, (thing,))
                for thing in rivals
            )

        def composed(aims: Sequence[Aim]) -> tuple[Call, ...]:
            settled = (self._settled(target, parts, wanted, earlier, index) for target in aims)
            return tuple(call for target in settled if (call := compose(parts, target, wanted)) is not None)

        calls = composed(aims)
        if not calls:
            return None
        confidence = self._confidence(targets.leftover)
        if _by_number_alone(parts) and any(call.tool == "home.set_temperature" for call in calls):
            confidence = min(confidence, _UNSURE)
        doors = _LOCKS if self._language == "en" else _LOCKS | _DOORWAYS
        if wanted == "switched" and any(call.tool in doors for call in calls):
            confidence = min(confidence, _UNSURE)  # whoever turns a door off may mean something else
        said = bool(parts.mentions) or len(targets.leftover) < len(parts.leftover)
        if targets.leftover and not said:
            confidence -= _UNPLACED
        calls = tuple(player(parts, index, call) for call in calls)
        found = Reading(tuple(distinct(calls)), confidence, rivals, targets.leftover, bool(targets.aims))
        found = replace(found, besides=composed(plain))
        return replace(found, count=many.count) if many and rivals else found

    @staticmethod
    def _settled(target: Aim, parts: Frame, wanted: str, earlier: Sequence[Call], index: Index) -> Aim:
        """A room alone means its lights, blinds, thermostat, …, as the verb wants."""
        given = target.arguments
        if "domain" in given or given.get("name", "all") != "all":
            return target
        if wanted == "switched" and _is_everything(parts, given):
            return Aim({"name": "all", **given}, target.things)
        domain = _degrees_meant(parts, target) or _same_kind(parts, earlier, index, target)
        domain = domain or default_domain(parts, wanted, target.things)
        if domain is None:
            return target
        things = tuple(thing for thing in target.things if thing.domain == domain)
        return Aim({**target.arguments, "domain": domain}, things or target.things)

    def _unnamed(
        self, parts: Frame, wanted: str, earlier: Sequence[Call], leftover: tuple[str, ...], index: Index
    ) -> tuple[Aim, ...]:
        """What is meant when nothing is named: what was spoken of before, or the usual thing for the verb."""
        if leftover:
            return ()
        # Japanese leaves out what was just spoken of.
        left_out = self._language == "ja" and parts.has("verbs", *_PLAIN_VERBS)
        left_out = left_out or (
            wanted in {"fan", "set_light", "temperature"} and parts.has("verbs", *_RELATIVE)
        )
        left_out = left_out or any(parts.has(group) for group in ("colors", "kelvins", "kelvin"))
        if earlier and (left_out or parts.has("pronouns") or re.search(r"\b(?:it|them)\b(?!')", parts.text)):
            spoken_of = [
                Aim(target_of(call), _named(call, index)) for call in earlier if _can(call, wanted, index)
            ]
            if spoken_of:
                return () if _is_one_lock(spoken_of, parts) else tuple(spoken_of)
        if wanted in {"set_light", "volume", "temperature", "lock", "robot", "vacuum", "mower"}:
            return (Aim({}),)
        return ()

    def _music(self, parts: Frame) -> Call | None:
        """What is to be played, and where, if that is named at the end."""
        query = to_hear(parts.text) if self._language == "en" else None
        player = any(thing.domain == "media_player" for m in parts.mentions for thing in m.things)
        if query is None or (player and not parts.leftover and not is_station(query)):
            return None
        last = parts.mentions[-1] if parts.mentions and parts.text.endswith(query) else None
        if last is None or last.end < len(parts.text):
            return Call("home.play", {"query": query})
        placed = parts.mentions[-2] if len(parts.mentions) > 1 else last
        in_room = bool(placed.rooms and last.things) and not parts.text[placed.end : last.start].strip()
        before = parts.text[len(parts.text) - len(query) : (placed if in_room else last).start]
        if not _PLACE.search(before):
            return Call("home.play", {"query": query})
        if in_room:  # "on the living room speaker"
            where = {"area": placed.rooms[0].name}
            return untitled(Call("home.play", {"query": _PLACE.sub("", before).strip(), **where}))
        room = {"area": last.rooms[0].name} if last.rooms else {}
        place = {"name": last.things[0].name} if last.things else room
        return untitled(Call("home.play", {"query": _PLACE.sub("", before).strip(), **place}))


_LOCKS = frozenset({"home.lock", "home.unlock"})


def _unfit(parts: Frame, wanted: str) -> frozenset[str]:
    """What isn't turned on and off unless it alone is said: not in "the front door and the light"."""
    kinds = ["lock" in cue.value.split("|") for cue in parts.cues if cue.group == "kinds"]
    named = [
        all(thing.domain == "lock" for thing in mention.things)
        for mention in parts.mentions
        if mention.things
    ]
    alone = bool(kinds or named) and all((*kinds, *named))
    return frozenset({"lock"} if wanted == "switched" and not alone else ())


def _is_one_lock(spoken_of: Sequence[Aim], parts: Frame) -> bool:
    """True for "open them" after a door: what was said of several must not let anybody in by the one."""
    things = {thing.id for aim in spoken_of for thing in aim.things if thing.domain == "lock"}
    several = re.search(r"\b(?:them|those|these)\b(?!')", parts.text)
    return several is not None and len(things) == 1


def _is_everything(parts: Frame, given: Mapping[str, Any]) -> bool:
    """True for "turn it all off": all that can be switched, not just the lights."""
    if parts.has("kinds"):
        return False
    bare = not given.keys() - {"name"} and parts.has("verbs", "off")
    return bool(_EVERYTHING.search(parts.text) or (bare and _EVERYTHING_OFF.search(parts.text)))


def _by_number_alone(parts: Frame) -> bool:
    """True for "set the bedroom to 19", which says neither degrees nor percent, nor what to set."""
    if parts.has("degrees") or parts.has("percent") or parts.has("properties") or parts.has("kinds"):
        return False
    if any(mention.things for mention in parts.mentions) or not set(parts.by_group.get("verbs", [])) <= {
        "set"
    }:
        return False
    number = parts.number("number")
    return number is not None and number in LIKELY_DEGREES


def _degrees_meant(parts: Frame, target: Aim) -> str | None:
    """The thermostat, where a room is set to what is a room's temperature rather than a brightness."""
    there = any(thing.domain == "climate" for thing in target.things)
    number = parts.number("number")
    half = number is not None and number % 1 == 0.5
    return "climate" if there and (_by_number_alone(parts) or half) else None


def _same_kind(parts: Frame, earlier: Sequence[Call], index: Index, target: Aim) -> str | None:
    """The kind that was spoken of before, for "the bedroom one", where the room has such a thing."""
    if not earlier or not _ONE.search(parts.text):
        return None
    before = target_of(earlier[-1])
    domain = before.get("domain") or next(
        (thing.domain for thing in index.names.things if thing.name == before.get("name")), None
    )
    return domain if any(thing.domain == domain for thing in target.things) else None


def _of_sensor(call: Call, index: Index) -> bool:
    """True when the thing that is asked about is a sensor."""
    name = call.arguments.get("name")
    return any(thing.name == name and thing.domain.endswith("sensor") for thing in index.names.things)


def _can(call: Call, wanted: str, index: Index) -> bool:
    """True when what the call was about can be changed in this way."""
    target = target_of(call)
    named = {thing.domain for thing in _named(call, index)}
    kinds = named or set(filter(None, [target.get("domain")]))
    homes = call.tool.startswith("home.")  # a timer has a name, too
    return homes and bool(target) and (not kinds or bool(kinds & domains(wanted)))


def _named(call: Call, index: Index) -> tuple[Thing, ...]:
    """The things that a call names."""
    return tuple(thing for thing in index.names.things if thing.name == call.arguments.get("name"))


def _able(rivals: tuple[Thing, ...], parts: Frame) -> tuple[Thing, ...]:
    """Those of them that can have a colour, where one is said: no other is meant."""
    able = tuple(thing for thing in rivals if "color" in thing.features) if parts.has("colors") else ()
    return able or rivals
