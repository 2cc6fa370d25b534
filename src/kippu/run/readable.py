"""What of a conversation a model can read: talk in a language that it doesn't speak only confuses it.

Knows letters and lines; knows no model but by its languages.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Language, Message

_JAPANESE = regex(r"[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f\u4e00-\u9fff]")
_SHARE = 0.2
"""Share of its letters from which on a line is in Japanese: an English one may name a thing in Japanese."""


def language_of(text: str) -> Language:
    """By its letters."""
    letters = sum(character.isalpha() for character in text)
    return "ja" if len(_JAPANESE.findall(text)) > _SHARE * letters else "en"


def readable(history: Sequence[Message], languages: Collection[str]) -> list[Message]:
    """The turns of which every line is in one of the languages; all where none are named.

    Of a command in another language it stays what was done, in plain words; and a program's own instruction
    stays, for it is no talk.
    """

    def reads(line: Message) -> bool:
        return line.role == "system" or not languages or language_of(line.text) in languages

    kept: list[Message] = []
    for turn in _turns(history):
        if all(map(reads, turn)):
            kept += turn
        elif all(line.plainly for line in turn):
            kept += (replace(line, text=line.plainly) for line in turn)
    return kept


def _turns(history: Sequence[Message]) -> Iterator[list[Message]]:
    """Each question with what was answered."""
    turn: list[Message] = []
    for line in history:
        if line.role == "user" and turn:
            yield turn
            turn = []
        turn.append(line)
    if turn:
        yield turn
