"""The step itself: who reads a sentence, in which order, and how sure each is."""

from collections.abc import Sequence
from pathlib import Path

from kippu.names import Names
from kippu.turn import Language, Meaning, Turn
from kippu.understand.templates import Templates
from kippu.understand.text import sentence


class Understanding:
    """Reads turns. Give it the folders with the skills' sentence templates."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = folders
        self._templates: dict[Language, Templates] = {}

    def _for(self, language: Language) -> Templates:
        if language not in self._templates:
            self._templates[language] = Templates(language, self._folders)
        return self._templates[language]

    async def understand(self, turn: Turn, names: Names) -> Meaning:
        """What the person means."""
        text = sentence(turn.text, turn.language)
        match = self._for(turn.language).read(text, names, turn.at, turn.here)
        if match:
            return Meaning("template", 0.99, (match.call,))
        return Meaning("talk", 0.5)
