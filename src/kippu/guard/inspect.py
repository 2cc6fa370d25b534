"""The step before placing: what in a turn is personal or marked, what it is about, what is not its own words.

Decides nothing: whoever places the turn weighs what is found here.
"""

from collections.abc import Callable

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
        lines = (text for message in turn.history for text in (message.text, message.written))
        read = (turn.text, turn.outside, turn.schema, *lines)
        found = self._finder.find(turn.text, turn.language)
        about = {topic: None for text in read for topic in self._topics(text)}
        return Findings(
            private=tuple(dict.fromkeys(piece.kind for piece in found)),
            found=found,
            marked=self._marked("\n".join(read)),
            topics=tuple(about),
            unread=any(map(is_unread, read)),
            tainted=bool(turn.outside) or any(message.tainted for message in turn.history),
        )
