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
from kippu.understand.free import unclear_en
from kippu.understand.free.added import ALIKE, Alike, whether
from kippu.understand.free.elsewhere import OUTDOORS, elsewhere
from kippu.understand.free.enough import ACT, LOOK, SURELY, to_change
from kippu.understand.free.kinship import REFUSALS, SHOWS_ALL, fits, is_talk, kin
from kippu.understand.free.leaving_out import DELETES, DELETES_MUCH, leaves_out_when, takes_all
from kippu.understand.free.mood import asks, denies, only_told, reports, tells, wonders
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
    undenied,
)
from kippu.understand.free.reasons_en import order_beside
from kippu.understand.free.shortfall import falls_short, is_whole, leaves_out
from kippu.understand.free.wide import is_wide, lets_in
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
_HARDLY = 0.1
"""Chance below which one of several tools that are alike is none that was meant."""


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
    def parts(self) -> Parts:
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
    def likeliest(self) -> tuple[str, float]:
        """The tool that is asked for, if one is, and its chance."""
        return next(iter(self.tools.items()))

    @property
    def device(self) -> str:
        """The thing that a sentence surely wants turned on or off, opened or closed, as it is called; empty
        without, and in Japanese, where other readers tell what there is not."""
        tool, chance = self.likeliest
        if self.turn.language == "ja" or chance < SURELY or tool not in _SWITCHING:
            return ""
        return named[0] if len(named := self.parts.all("device")) == 1 else ""

    def or_not_here(self, meaning: Meaning | None, names: Names, read: Read) -> Meaning | None:
        """The meaning, or that there is no such room or thing here, surely asked for in Japanese."""
        tool, chance = self.likeliest
        is_so = self.turn.language == "ja" and chance >= (ACT if meaning else SURELY)
        return without_it(meaning, tool, self.parts, names, read) if is_so else meaning

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
        if found := of_itself(self.heard, self.parts, self.turn.at, read):
            return None if self._is_text else found
        if (order := self.order) and (found := order.meaning(read)) and is_whole(found):
            return found
        tool, chance = self.likeliest
        if self.alike and self.hears_added:
            return self.alike.meaning(self.parts, self.turn.at, read, self.acts(self.alike.tool))
        if chance < _ASK or chance < self.talk or (tool in STARTS and _DRY.search(self.turn.text)):
            return None
        if self._is_text:
            return None
        parts = self.parts
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
        tool, chance = self.likeliest
        barred = tool.startswith("phone.") or lets_in(tool, self.turn.text) or DELETES_MUCH.search(tool)
        sure = self.turn.language == "en" and chance >= SURELY and not (barred or self._is_text)
        return order_beside(self.turn.text) if sure else None

    @cached_property
    def order(self) -> "Opinion | None":
        """What is surely heard, in the words of that order alone."""
        if self._span is None or leaves_out(self.parts, self._span, self.likeliest[0]):
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
        roomed = bool(self.parts.one("room"))
        return sorted(likely, key=lambda name: roomed and name != "home.temperature")

    def elsewhere(self, meaning: Meaning | None) -> Meaning | None:
        """The same, but for the weather or the time of another place or moment."""
        return elsewhere(meaning, self.parts, self.turn.text) if meaning else None

    def _asking(self, tool: str, chance: float, read: Read) -> Meaning | None:
        """Asks for the part that the tool needs; not where the deed is denied, told of or asked after. Where
        nothing at all was said of what it is about, the tool itself asks, and knows the reply for one."""
        language, text = self.turn.language, undenied(tool, self.parts)
        done = denies(text, language) or tells(text, language)
        done = done or (self.acts(tool) and asks(self.turn.text, language))
        if chance < ACT or done or not is_spoken_of(tool, self.parts):
            return None
        plain = bare(tool, self.parts, self.turn.at)
        found = read(plain) if plain else None
        if (
            found
            and found.calls
            and all(
                fits(call, kin(tool)) and not takes_all(call, plain, self.parts, self.turn.at)
                for call in found.calls
            )
        ):
            return self._weighed(found, chance, plain, text, read)
        asked = missing(tool, language)
        return Meaning("layer", chance, question=asked) if asked else None

    @property
    def hears_added(self) -> bool:
        """Whether a tool is meant that the encoder can't name: it then names another, and often surely."""
        if self.alike is None or self.alike.likeness < ALIKE:
            return False
        return self.alike.shares or self.likeliest[1] < ACT

    def _weighed(self, meaning: Meaning, chance: float, plain: str, text: str, read: Read) -> Meaning | None:
        """Done where it is sure enough, else asked about; None for what was denied in the text."""
        acts, language = any(self.acts(call.tool) for call in meaning.calls), self.turn.language
        at_home = self._is_at_home(meaning.calls)
        if acts and (denies(text, language) or (at_home and reports(text, language))):
            return None
        if any(call.tool.startswith("phone.") for call in meaning.calls) and only_told(text, language):
            return None
        refuses = all(call.tool in REFUSALS for call in meaning.calls)
        done, plain = self._at_its_time(meaning.calls, plain, read)
        is_open = self._leaves_open(meaning.calls, chance, plain) or (acts and self._is_tale(text))
        enough = max(map(self._enough, meaning.calls), default=ACT)
        if refuses or (chance >= enough and not is_open):
            return Meaning("layer", chance, done)
        return Meaning("layer", chance, question=whether(plain, language), proposed=done)

    def _leaves_open(self, calls: Sequence[Call], chance: float, plain: str) -> bool:
        """Whether the plain words leave out what was said, or do more than was said."""
        parts, turn, surely = self.parts, self.turn, chance >= SURELY
        timeless = says_more(parts, plain, turn.at) and not all(
            call.tool in SHOWS_ALL or call.tool.startswith("phone.") for call in calls
        )
        timeless = timeless or (self._is_at_home(calls) and lacks_time(parts, plain, turn.at))
        deletes = any(DELETES.search(call.tool) for call in calls)
        return (
            timeless
            or (deletes and leaves_out_when(plain, parts))
            or any(is_wide(call, parts, turn, self.single, surely=surely) for call in calls)
            or is_wish(calls, parts, turn.text, surely=surely)
            or any(falls_short(call, parts) for call in calls)
        )

    def _is_tale(self, text: str) -> bool:
        """Whether it is asked or told rather than ordered."""
        language = self.turn.language
        # The mark of a question is not in the parts' text, nor a region's ending standard in the turn's.
        questions = any(asks(each, language) for each in (self.turn.text, self.parts.text))
        spoken = self.turn.text[slice(*self._span)] if self._span else text
        return questions or tells(spoken, language)

    def _is_at_home(self, calls: Sequence[Call]) -> bool:
        """Whether something is to be done in the home."""
        return all(call.tool.startswith("home.") and self.acts(call.tool) for call in calls)

    def _at_its_time(self, calls: tuple[Call, ...], plain: str, read: Read) -> tuple[tuple[Call, ...], str]:
        """What is to be done in the home, and in which plain words, with the time or the length of time that
        was said, where the readers can plan that."""
        parts, now = self.parts, self.turn.at
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
        return to_change(call, self.parts, alone=self.alone) if self.acts(call.tool) else LOOK


_SWITCHING = frozenset({"home.turn_on", "home.turn_off", "home.open", "home.close"})
_DRY = regex(r"\bdry[- ]clean", re.IGNORECASE)


def said(turn: Turn) -> str:
    """The sentence as the encoder of its language reads it; its words stay as they were said."""
    return turn.text if turn.language == "en" else ended(sentence(turn.text, turn.language))
