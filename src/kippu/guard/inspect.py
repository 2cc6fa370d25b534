"""The step before placing: what in a turn is personal or marked, what it is about, what is not its own words.

Decides nothing: whoever places the turn weighs what is found here.
"""

from collections.abc import Callable, Sequence

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
        """What is found in all that a model would read of this turn; the pieces are those of its own text.

        Its topics are not among it: they take longer to tell than all else, and ``about`` tells them to
        whoever would send it.
        """
        found = self._finder.find(turn.text, turn.language)
        texts = _read(turn)
        return Findings(
            marked=self._marked("\n".join(texts)),
            unread=any(map(is_unread, texts)),
            private=tuple(dict.fromkeys(piece.kind for piece in found)),
            found=found,
            tainted=turn.tainted,
        )

    def about(self, turn: Turn) -> tuple[Topic, ...]:
        """The topics that the person keeps at home of all that a model would read."""
        return self._about(_read(turn))

    def again(self, turn: Turn) -> Findings:
        """What the person may want to keep of all that a model would read, by what they chose since."""
        return self.kept(_read(turn))

    def kept(self, texts: Sequence[str]) -> Findings:
        """What the person may want to keep of these texts: their marks, topics, what can't be covered."""
        return Findings(
            marked=self._marked("\n".join(texts)),
            topics=self._about(texts),
            unread=any(map(is_unread, texts)),
        )

    def _about(self, texts: Sequence[str]) -> tuple[Topic, ...]:
        return tuple(dict.fromkeys(topic for text in texts for topic in self._topics(text)))


def _read(turn: Turn) -> tuple[str, ...]:
    lines = (text for message in turn.history for text in (message.text, message.written))
    return (turn.text, turn.outside, turn.schema, *lines)
