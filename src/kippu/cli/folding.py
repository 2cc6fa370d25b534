"""Text for a terminal of some width: lines end between words, and never in the middle of one.

A command between backticks stays in one line, so that it can be copied.

Japanese may end a line after any letter, but does not begin one with a full stop or a small letter. Knows
widths; writes where it is told to.
"""

from collections.abc import Callable

from kippu.regex import regex

_WIDE = (
    r"\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
    r"\uff00-\uff60\uffe0-\uffe6"
)
"""Letters of two columns, after each of which a line may end."""
_OPENING = "「『（［｛〈《【〔"
_CLOSING = "、。，．・:：；？！」』）］｝〉》】〕ゝゞ々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_UNIT = regex(
    rf"\n|[^\S\n]+|[{_OPENING}]*(?:`[^`\n]*`[.,]?|[{_WIDE}]|[^\s{_WIDE}]+)[{_CLOSING}]*|[{_OPENING}]+"
)
_NARROWEST = 10
"""Columns; below it nothing is gained by folding."""


class Folding:
    """Folds what is written piece by piece: a word is held back until it is known where it ends."""

    def __init__(self, write: Callable[[str], object], width: int, indent: str = "", column: int = 0) -> None:
        """``indent`` begins each line but the first; ``width`` in columns, of which the last stays empty.

        ``column``: how many of the first line are taken already.
        """
        self._write = write
        self._width = width - 1
        self._indent = indent
        self._column = column
        self._waiting = ""
        self._space = ""

    def add(self, text: str) -> None:
        """Write what can be written of it."""
        self._waiting += text
        units = _UNIT.findall(self._waiting)
        if not units:
            return
        # The last may go on; a line's end can't.
        self._waiting = "" if units[-1] == "\n" else units.pop()
        for unit in units:
            self._put(unit)

    def close(self) -> None:
        """Write what is left."""
        for unit in _UNIT.findall(self._waiting):
            self._put(unit)
        self._waiting = ""

    def _put(self, unit: str) -> None:
        if unit == "\n":
            self._write("\n")
            self._column, self._space = 0, ""
        elif unit.isspace():
            self._space += unit
        else:
            self._word(unit)

    def _word(self, word: str) -> None:
        from rich.cells import cell_len

        long = cell_len(word)
        space = cell_len(self._space)
        if self._column and self._column + space + long > self._width >= _NARROWEST:
            self._write("\n" + self._indent)
            self._column, self._space, space = cell_len(self._indent), "", 0
        self._write(self._space + word)
        self._column += space + long
        self._space = ""


def folded(text: str, width: int, indent: str = "", column: int = 0) -> str:
    """A whole text."""
    parts: list[str] = []
    folding = Folding(parts.append, width, indent, column)
    folding.add(text)
    folding.close()
    return "".join(parts)
