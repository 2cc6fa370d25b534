"""The step before placing: what in a turn is personal or marked, what it is about, what is not its own words.

Decides nothing: whoever places the turn weighs what is found here.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kippu.guard.personal import Finder, is_unread
from kippu.settings import Topic
from kippu.turn import Findings, Turn


class Inspecting:
    """Looks at turns. ``marked`` tells which of the person's private words are in a text, ``topics`` which
    of the topics that they keep at home a text is about."""

    def __init__(
        self,
        finder: Finder,
        marked: Callable[[str], tuple[str, ...]],
        topics: Callable[[str], tuple[Topic, ...]],
    ) -> None:
        self._finder = finder
        self._marked = marked
        self._topics = topics

    def inspect(self, turn: Turn) -> Findings:
        """What is found in all that a model would read of this turn; the pieces are those of its own text."""
        found = self._finder.find(turn.text, turn.language)
        return replace(
            self.kept(_read(turn)),
            private=tuple(dict.fromkeys(piece.kind for piece in found)),
            found=found,
            tainted=turn.tainted,
        )

    def again(self, turn: Turn) -> Findings:
        """What the person may want to keep of all that a model would read, by what they chose since."""
        return self.kept(_read(turn))

    def kept(self, texts: Sequence[str]) -> Findings:
        """What the person may want to keep of these texts: their marks, topics, what can't be covered."""
        about = {topic: None for text in texts for topic in self._topics(text)}
        return Findings(
            marked=self._marked("\n".join(texts)), topics=tuple(about), unread=any(map(is_unread, texts))
        )


def _read(turn: Turn) -> tuple[str, ...]:
    lines = (text for message in turn.history for text in (message.text, message.written))
    return (turn.text, turn.outside, turn.schema, *lines)
