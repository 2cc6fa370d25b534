"""The step itself: who reads a sentence, in which order, and how sure each is."""

from collections.abc import Sequence
from pathlib import Path

from kippu.names import Names
from kippu.turn import Language, Meaning, Turn
from kippu.understand.cues import Cues
from kippu.understand.templates import Templates
from kippu.understand.text import sentence

_ACT = 0.75


class Understanding:
    """Reads turns. Give it the folders with the skills' sentence templates."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = folders
        self._templates: dict[Language, Templates] = {}
        self._cues: dict[Language, Cues] = {}

    def _for(self, language: Language) -> tuple[Templates, Cues]:
        if language not in self._templates:
            self._templates[language] = Templates(language, self._folders)
            self._cues[language] = Cues(language)
        return self._templates[language], self._cues[language]

    async def understand(self, turn: Turn, names: Names) -> Meaning:
        """What the person means."""
        text = sentence(turn.text, turn.language)
        templates, cues = self._for(turn.language)
        match = templates.read(text, names, turn.at, turn.here)
        if match:
            return Meaning("template", 0.99, (match.call,))
        reading = cues.read(text, names, turn.here, turn.earlier)
        if reading and reading.confidence >= _ACT and not reading.rivals:
            return Meaning("cues", reading.confidence, reading.calls)
        return Meaning("talk", 0.5)
