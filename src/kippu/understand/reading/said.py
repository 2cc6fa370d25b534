"""What the readers are given: a sentence, the turn and the home that it was said in, and who can parse it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kippu.names import Names
from kippu.turn import Call, Language, Turn
from kippu.understand.cues import Cues, Frame, Index, Reading
from kippu.understand.text import is_question, sentence, tidy
from kippu.understand.text.framing import without_framing

if TYPE_CHECKING:
    from kippu.understand.templates import Match, Templates

_SWITCHED = frozenset("light switch fan media_player climate humidifier".split())
_EDGES = " .!?。！？"


@dataclass(frozen=True)
class Said:
    """One sentence, as ``text.sentence`` gives it. Each of its readings is made when first asked for."""

    text: str
    turn: Turn
    names: Names
    templates: "Templates"
    cues: Cues

    @property
    def language(self) -> Language:
        """The language it is in."""
        return self.turn.language

    @property
    def words(self) -> str:
        """The person's own spelling of it, without the marks at its ends."""
        words = tidy(self.turn.text).strip(_EDGES)
        return without_framing(words) if self.language == "en" else words

    @cached_property
    def is_question(self) -> bool:
        """Whether it asks."""
        return is_question(self.turn.text)

    @cached_property
    def frame(self) -> Frame:
        """Its words by what they say."""
        return self.apart(self.text)

    @cached_property
    def by_cues(self) -> Reading | None:
        """What the cues make of it, after what was done before."""
        return self.reading(self.text)

    @cached_property
    def led(self) -> "Match | None":
        """The template that takes it, with or without the words that lead up to a request."""
        return self.templates.read_led(self.text, self.names, self.turn.at, self.turn.here)

    @property
    def index(self) -> Index:
        """How the home's names can be said."""
        return self.cues.index(self.names)

    def apart(self, text: str) -> Frame:
        """Other words by what they say, in the same home."""
        return self.cues.apart(text, self.names)

    def is_switched(self, text: str) -> bool:
        """Whether the words are, all of them, of things that are turned on and off."""
        frame = self.apart(text)
        things = {thing.domain for mention in frame.mentions for thing in mention.things}
        kinds = {
            kind.partition("/")[0] for said in frame.by_group.get("kinds", []) for kind in said.split("|")
        }
        return not frame.leftover and (things or kinds) & _SWITCHED == (things or kinds) != set()

    def reading(self, text: str) -> Reading | None:
        """What the cues make of other words, in the same place and after the same commands."""
        return self.cues.read(text, self.names, self.turn.here, self.turn.earlier)

    def match(self, text: str, here: str | None) -> "Match | None":
        """The template that takes all of these words."""
        return self.templates.read(text, self.names, self.turn.at, here)

    def call(self, text: str) -> Call | None:
        """The same of a sentence as a person spells it; its call alone."""
        match = self.match(sentence(text, self.language), self.turn.here)
        return match.call if match else None

    def having(self, turn: Turn) -> "Said":
        """The same sentence in another turn."""
        return replace(self, turn=turn)
