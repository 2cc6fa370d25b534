"""What one sentence is taken for: the encoder's chances, weighed against what the readers before make of it.

How sure it is are the encoder's chances, made honest on sentences kept aside (docs/models/free.md).
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kippu.engines.encoder import Heard
from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.cues import Frame
from kippu.understand.free import unclear_en
from kippu.understand.free.added import ALIKE, Alike, whether
from kippu.understand.free.elsewhere import OUTDOORS, elsewhere
from kippu.understand.free.enough import ACT, LOOK, SURELY, to_change
from kippu.understand.free.in_so_many_words import names_another, orders_outright
from kippu.understand.free.kinship import KEEPS, PLAIN_ENOUGH, REFUSALS, SHOWS_ALL, fits, is_talk, kin
from kippu.understand.free.leaving_out import DELETES, DELETES_MUCH, leaves_out_when, takes_all
from kippu.understand.free.mood import asks, denies, reports, tells, wonders
from kippu.understand.free.not_here_ja import without_it
from kippu.understand.free.of_itself import of_itself
from kippu.understand.free.parts import Parts, parts_of
from kippu.understand.free.plainly import (
    at_its_time,
    bare,
    is_spoken_of,
    lacks_time,
    may_be_said,
    missing,
    plainly,
    says_more,
    times_said,
    undenied,
)
from kippu.understand.free.reasons_en import beside_a_reason, order_beside
from kippu.understand.free.same_deed import aims, buttons, is_fuller, is_placed, same_deed
from kippu.understand.free.shortfall import falls_short, is_whole, leaves_out
from kippu.understand.free.wide import MANY, is_wide, lets_in
from kippu.understand.free.wishing import STARTS, is_wish
from kippu.understand.text import sentence
from kippu.understand.text.dialect import ended

Read = Callable[[str], Meaning | None]
"""What the readers before make of a sentence."""

_ASK = 0.4
"""Chance from which it is asked about."""
_LONGEST: Mapping[Language, int] = {"en": 180, "ja": 90}
"""Letters of a sentence; more is a text, of which no encoder learned anything."""
_BESIDE = 0.2
"""Chance from which the weather outside and the warmth inside may each be meant."""
_SURELY_TALK = 0.8
_SURELY_NOT = 0.02
_HARDLY = 0.1
"""Chance below which one of several tools that are alike is none that was meant."""
_UNHEARD = 0.15
"""Chance of a whole skill below which a reading of its that took any words is another's."""


@dataclass(frozen=True)
class Opinion:
    """What one sentence is taken for."""

    turn: Turn
    heard: Heard
    acts: Callable[[str], bool]
    """Whether a tool changes something."""
    alike: Alike | None = None
    """The tool that the encoder never learned whose sentences it is most like."""
    single: Collection[str] = ()
    """Domains of which the home has one thing: there "it's cold" needs no name."""
    alone: bool = False
    """Whether the sentence is an order that stood beside its reasons, and may be plain enough by itself."""

    @cached_property
    def _parts(self) -> Parts:
        parts = parts_of(said(self.turn), self.heard.labelled, self.turn.language)
        return unclear_en.telling(parts) if self.turn.language == "en" else parts

    @cached_property
    def talk(self) -> float:
        """The chance that no tool is asked for."""
        return sum(chance for name, chance in self.heard.classes.items() if is_talk(name))

    @cached_property
    def tools(self) -> dict[str, float]:
        """The chances of the tools, the likeliest first; what is alike counts together."""
        found: dict[str, float] = {}
        for name, chance in self.heard.classes.items():
            if not is_talk(name):
                found[kin(name)] = found.get(kin(name), 0.0) + chance
        return dict(sorted(found.items(), key=lambda one: -one[1]))

    @property
    def device(self) -> str:
        """The thing that a sentence surely wants turned on or off, opened or closed, as it is called; empty
        without, and in Japanese, where other readers tell what there is not."""
        tool, chance = next(iter(self.tools.items()))
        if self.turn.language == "ja" or chance < SURELY or tool not in _SWITCHING:
            return ""
        return named[0] if len(named := self._parts.all("device")) == 1 else ""

    def or_not_here(self, meaning: Meaning | None, names: Names, read: Read) -> Meaning | None:
        """The meaning, or that there is no such room or thing here, surely asked for in Japanese."""
        tool, chance = next(iter(self.tools.items()))
        is_so = self.turn.language == "ja" and chance >= (ACT if meaning else SURELY)
        return without_it(meaning, tool, self._parts, names, read) if is_so else meaning

    def doubts(self, meaning: Meaning) -> bool:
        """Whether words that were taken as they come mean something else; in a skill it never learned, no."""
        skills = {call.tool.partition(".")[0] for call in meaning.calls}
        known = {name.partition(".")[0] for name in self.tools}
        heard = sum(chance for name, chance in self.tools.items() if name.partition(".")[0] in skills)
        if orders_outright(self.turn.text, skills):
            return False
        named = names_another(self.turn.text)
        if not named and all(
            call.tool in PLAIN_ENOUGH or "command" in call.arguments for call in meaning.calls
        ):
            return False
        return bool(skills) and skills <= known and heard < _UNHEARD

    @property
    def surely_talk(self) -> bool:
        """Whether no model needs to be asked for a tool."""
        return self.talk >= _SURELY_TALK or self._is_text

    @property
    def _is_text(self) -> bool:
        """Whether it is a text, or asks for one, whatever tools that speaks of."""
        text, language = self.turn.text, self.turn.language
        return len(text) > _LONGEST[language] or wonders(text, language)

    def meaning(self, read: Read) -> Meaning | None:
        """The call for the likeliest tool, or a question whether it is meant; None for talk."""
        if found := of_itself(self.heard, self._parts, self.turn.at, read):
            return None if self._is_text else found
        if (order := self._order) and (found := order.meaning(read)) and is_whole(found):
            return found
        tool, chance = next(iter(self.tools.items()))
        if self.alike and self.hears_added:
            return self.alike.meaning(self._parts, self.turn.at, read, self.acts(self.alike.tool))
        if chance < _ASK or chance < self.talk or (tool in STARTS and _DRY.search(self.turn.text)):
            return None
        if self._is_text:
            return None
        parts = self._parts
        least = _HARDLY if tool in STARTS else 0.0  # what nobody heard is not to be cleaned, too
        heard = [name for name, one in self.heard.classes.items() if kin(name) == tool and one >= least]
        if tool == "home.weather":
            heard = self._of_sky(heard)
        for name in heard:
            own = (self.turn.text,) if self.alone and may_be_said(name, "en") else ()
            said = plainly(name, parts, self.turn.at)
            for plain in (*own, *said) if tool.startswith("home.") else (*said, *own):
                meaning = read(plain)
                if meaning and any(takes_all(call, plain, parts, self.turn.at) for call in meaning.calls):
                    continue
                if meaning and meaning.calls and all(fits(call, tool) for call in meaning.calls):
                    return self.elsewhere(self._weighed(meaning, chance, plain, undenied(name, parts), read))
                if meaning and meaning.proposed and plain not in own:
                    return meaning
        return self._asking(heard[0], chance, read)

    @cached_property
    def _span(self) -> tuple[int, int] | None:
        """Where the order stands that is surely heard, if the rest of the sentence only says why."""
        tool, chance = next(iter(self.tools.items()))
        barred = tool.startswith("phone.") or lets_in(tool, self.turn.text) or DELETES_MUCH.search(tool)
        sure = self.turn.language == "en" and chance >= SURELY and not (barred or self._is_text)
        return order_beside(self.turn.text) if sure else None

    @cached_property
    def _order(self) -> "Opinion | None":
        """What is surely heard, in the words of that order alone."""
        if self._span is None or leaves_out(self._parts, self._span, next(iter(self.tools))):
            return None
        start, end = self._span
        marked = tuple((a - start, b - start, mark) for a, b, mark in self.heard.labelled if start <= a < end)
        turn = replace(self.turn, text=self.turn.text[start:end])
        return replace(self, turn=turn, heard=replace(self.heard, labelled=marked), alone=True)

    def _of_sky(self, heard: Sequence[str]) -> list[str]:
        """Weather and warmth as they may be meant: the sky is in no room, a room's warmth no weather."""
        likely = [name for name in heard if self.heard.classes[name] >= _BESIDE]
        if OUTDOORS.search(self.turn.text):
            return ["home.weather", *likely]
        roomed = bool(self._parts.one("room"))
        return sorted(likely, key=lambda name: roomed and name != "home.temperature")

    def elsewhere(self, meaning: Meaning | None) -> Meaning | None:
        """The same, but for the weather or the time of another place or moment."""
        return elsewhere(meaning, self._parts, self.turn.text) if meaning else None

    def _asking(self, tool: str, chance: float, read: Read) -> Meaning | None:
        """Asks for the part that the tool needs; not where the deed is denied, told of or asked after. Where
        nothing at all was said of what it is about, the tool itself asks, and knows the reply for one."""
        language, text = self.turn.language, undenied(tool, self._parts)
        done = denies(text, language) or tells(text, language)
        done = done or (self.acts(tool) and asks(self.turn.text, language))
        if chance < ACT or done or not is_spoken_of(tool, self._parts):
            return None
        plain = bare(tool, self._parts, self.turn.at)
        found = read(plain) if plain else None
        if (
            found
            and found.calls
            and all(
                fits(call, kin(tool)) and not takes_all(call, plain, self._parts, self.turn.at)
                for call in found.calls
            )
        ):
            return self._weighed(found, chance, plain, text, read)
        asked = missing(tool, language)
        return Meaning("layer", chance, question=asked) if asked else None

    def keeps(self, read: Read) -> Meaning | None:
        """The call or its question, where something that is kept here, or is to be sent, is surely meant: by
        their words alone "my list of things to remember" are things of the home, and "the phone number for
        Sarah" may be in a note."""
        tool, chance = next(iter(self.tools.items()))
        if chance < SURELY or tool.partition(".")[0] not in KEEPS:
            return None
        found = self.meaning(read)
        return found if found and (found.calls or found.proposed) else None

    def insists(self, read: Read) -> Meaning | None:
        """The call, where it is surely heard in what the readers took for a figure of speech."""
        found = self.meaning(read) if next(iter(self.tools.values())) >= SURELY else None
        return found if found and (found.calls or found.proposed) else None

    def contradicts(self, meaning: Meaning) -> bool:
        """Whether it surely hears another tool in Japanese, where open words mislead the most, as all before
        「か」 for a choice. Not in a tool it never learned, nor in a command for later, which is heard as
        what it commands."""
        calls = meaning.calls or meaning.proposed
        tools = [call.tool for call in calls]
        return (
            self.turn.language == "ja"
            and next(iter(self.tools.values())) >= SURELY
            and not any("command" in call.arguments for call in calls)
            and all(tool in self.heard.classes and self.tools[kin(tool)] < _SURELY_NOT for tool in tools)
        )

    def confirms(self, meaning: Meaning, read: Read, frame: Frame) -> Meaning | None:
        """The same call, done without a question, where it is surely heard too: the words that the readers
        didn't understand say why."""
        sure = sum(self.tools.get(tool, 0.0) for tool in {kin(call.tool) for call in meaning.proposed})
        if sure < SURELY:
            outright = sure >= ACT and self._says_outright(meaning, read)
            return Meaning("layer", sure, meaning.proposed) if outright else None
        found = replace(self, single=MANY).meaning(read)  # where to, the readers know
        if found is None or found.proposed:
            return None
        if self.turn.language == "ja":
            same = aims(found.calls) == aims(meaning.proposed)
        elif found.question:  # it can't say it plainly, where the readers can
            same = not times_said(self._parts, self.turn.at) and self._is_needless(meaning, frame)
        else:
            why = self._is_needless(meaning, frame) or self._gives_a_reason(meaning, read)
            same = why and same_deed(found.calls, meaning.proposed)
        return Meaning("layer", found.confidence, meaning.proposed) if same else None

    def _is_needless(self, meaning: Meaning, frame: Frame) -> bool:
        """Whether the words that stayed unclear are no reason to ask about what is to be done in the home."""
        given = [call.arguments for call in meaning.proposed]
        placed = all({"area", "floor"} & one.keys() or one.get("name", "all") != "all" for one in given)
        homes = all(call.tool.startswith("home.") for call in meaning.proposed)
        in_place = placed or self.turn.here is not None
        return homes and unclear_en.needless(meaning.unclear, frame, self._parts, placed=in_place)

    def _gives_a_reason(self, meaning: Meaning, read: Read) -> bool:
        """Whether all that stayed unclear only says why: "close the blinds, the sun is in my eyes"."""
        ways = (self._outright(read), self._order.meaning(read) if self._order else None)
        return any(found and aims(found.calls) == aims(meaning.proposed) for found in ways)

    def _outright(self, read: Read) -> Meaning | None:
        """What the readers make of the order alone, where the rest only says why, and nothing says when."""
        order = beside_a_reason(self._parts.text) if self.turn.language == "en" else ""
        if not order or times_said(self._parts, self.turn.at) or tells(order, "en"):
            return None
        return None if lets_in("home.open", self._parts.text) else read(order)

    def _says_outright(self, meaning: Meaning, read: Read) -> bool:
        """Whether the order is plain by itself, and all else only says why: "stop the vacuum, the cat's
        scared". Not where it lets somebody in."""
        found = self._outright(read)
        calls = found.calls if found else ()
        harmless = all(call.tool.startswith("home.") and may_be_said(call.tool, "en") for call in calls)
        return harmless and aims(calls) == aims(meaning.proposed)

    def fuller(self, meaning: Meaning, read: Read) -> Meaning | None:
        """The same question, with the day or the words that the readers left out: "did you add tomorrow's
        meeting to my calendar"."""
        tool, chance = next(iter(self.tools.items()))
        if self.turn.language != "en" or chance < ACT or self.acts(tool):
            return None
        found = self.meaning(read)
        return found if found and is_fuller(found.calls, meaning.calls) else None

    @property
    def hears_added(self) -> bool:
        """Whether a tool is meant that the encoder can't name: it then names another, and often surely."""
        if self.alike is None or self.alike.likeness < ALIKE:
            return False
        return self.alike.shares or next(iter(self.tools.values())) < ACT

    def plays(self, read: Read) -> Meaning | None:
        """What is to be played, where that is heard and was said: titles are words that nobody knows."""
        tool, chance = next(iter(self.tools.items()))
        if tool != kin("home.play") or chance < ACT or "B-media" not in str(self.heard.labelled):
            return None
        meaning = self.meaning(read)
        return meaning if meaning and [call.tool for call in meaning.calls] == ["home.play"] else None

    def presses(self, meaning: Meaning, read: Read) -> Meaning | None:
        """The same button of the player, pressed without a question, where it is surely heard too and nothing
        names where."""
        tool, chance = next(iter(self.tools.items()))
        somewhere = self._parts.one("room") or self._parts.one("device")
        if tool != "home.media" or chance < SURELY or (somewhere and not is_placed(meaning.proposed)):
            return None
        found = self.meaning(read)
        if not (found and found.calls and buttons(found.calls) == buttons(meaning.proposed)):
            return None
        return Meaning("layer", found.confidence, meaning.proposed)

    def instead(self, meaning: Meaning, read: Read) -> Meaning | None:
        """What it surely hears where the readers would ask whether another tool is meant; in English."""
        tool, chance = next(iter(self.tools.items()))
        if (
            chance < ACT
            or self.turn.language == "ja"
            or any(kin(call.tool) == tool for call in meaning.proposed)
        ):
            return None
        return self.meaning(read)

    def _weighed(self, meaning: Meaning, chance: float, plain: str, text: str, read: Read) -> Meaning | None:
        """Done where it is sure enough, else asked about; None for what was denied in the text."""
        acts, language = any(self.acts(call.tool) for call in meaning.calls), self.turn.language
        parts = self._parts
        if acts and (denies(text, language) or (self._is_at_home(meaning.calls) and reports(text, language))):
            return None
        refuses = all(call.tool in REFUSALS for call in meaning.calls)
        done, plain = self._at_its_time(meaning.calls, plain, read)
        timeless = says_more(parts, plain, self.turn.at) and not all(
            call.tool in SHOWS_ALL or call.tool.startswith("phone.") for call in meaning.calls
        )
        deletes = any(DELETES.search(call.tool) for call in meaning.calls)
        timeless = timeless or (self._is_at_home(meaning.calls) and lacks_time(parts, plain, self.turn.at))
        is_open = timeless or (deletes and leaves_out_when(plain, parts))
        is_open = is_open or any(
            is_wide(call, parts, self.turn, self.single, surely=chance >= SURELY) for call in meaning.calls
        )
        is_open = is_open or is_wish(meaning.calls, parts, self.turn.text, surely=chance >= SURELY)
        is_open = is_open or any(falls_short(call, parts) for call in meaning.calls)
        # The mark of a question is not in the parts' text, nor a region's ending standard in the turn's.
        questions = any(asks(text, language) for text in (self.turn.text, parts.text))
        spoken = self.turn.text[slice(*self._span)] if self._span else text
        is_open = is_open or (acts and (questions or tells(spoken, language)))
        enough = max(map(self._enough, meaning.calls), default=ACT)
        if refuses or (chance >= enough and not is_open):
            return Meaning("layer", chance, done)
        return Meaning("layer", chance, question=whether(plain, language), proposed=done)

    def _is_at_home(self, calls: Sequence[Call]) -> bool:
        """Whether something is to be done in the home."""
        return all(call.tool.startswith("home.") and self.acts(call.tool) for call in calls)

    def _at_its_time(self, calls: tuple[Call, ...], plain: str, read: Read) -> tuple[tuple[Call, ...], str]:
        """What is to be done in the home, and in which plain words, with the time or the length of time that
        was said, where the readers can plan that."""
        parts, now = self._parts, self.turn.at
        wants = self._is_at_home(calls) and lacks_time(parts, plain, now)
        later = at_its_time(plain, parts, now) if wants else ""
        found = read(later) if later else None
        if found is None or not found.calls:
            return calls, plain
        planned = any("command" in call.arguments for call in found.calls)
        others = [call for call in found.calls if "command" not in call.arguments]
        return (found.calls, later) if planned and all(call in calls for call in others) else (calls, plain)

    def _enough(self, call: Call) -> float:
        """Chance from which it is done without a question."""
        return to_change(call, self._parts, alone=self.alone) if self.acts(call.tool) else LOOK


_SWITCHING = frozenset({"home.turn_on", "home.turn_off", "home.open", "home.close"})
_DRY = regex(r"\bdry[- ]clean", re.IGNORECASE)


def said(turn: Turn) -> str:
    """The sentence as the encoder of its language reads it; its words stay as they were said."""
    return turn.text if turn.language == "en" else ended(sentence(turn.text, turn.language))
