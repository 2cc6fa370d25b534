"""Makes a Japanese sentence look as it is spoken, and as Kippu reads it. Knows no template."""

import re
from random import Random

from rows import Row

from kippu.understand.text import sentence
from kippu.understand.text.dialect import ended

_BEFORE = [*[""] * 9, *"ねえ えっと あのさ すみません ちょっと じゃあ 今 悪いけど できれば そうだ".split()]
_BEHIND_COMMAND = [
    *[""] * 6, *"ね よ お願い お願いします くれる くれない ください ほしい もらえますか ちょうだい".split(),
]  # fmt: skip
_COMMAND = re.compile(r"[いえきけしせちてねべめりれっん][てで]$")
_PARTICLE = re.compile(r"(?<=[一-鿿ァ-ヶー])(?:を|は|が)(?=[一-鿿ぁ-んァ-ヶ])")
_LEFT_OUT = 0.25
"""Share of the sentences without one of their particles."""


def spoken(row: Row, chance: Random) -> Row:
    """The row with a word before or behind it, perhaps without a particle."""
    pieces = _pieces(row)
    if chance.random() < _LEFT_OUT:
        bare = [place for place, (text, slot) in enumerate(pieces) if not slot and _PARTICLE.search(text)]
        if bare:
            place = chance.choice(bare)
            pieces[place] = (_PARTICLE.sub("", pieces[place][0], count=1), None)
    behind = chance.choice(_BEHIND_COMMAND) if _COMMAND.search(row.text) else ""
    return _joined(row, [(chance.choice(_BEFORE), None), *pieces, (behind, None)])


def as_read(row: Row) -> Row:
    """The row as the reader has it: numbers as digits, the usual spellings and endings."""
    pieces = _pieces(row)
    read = [(sentence(text, "ja") if text.strip() else text, slot) for text, slot in pieces]
    read[-1] = (ended(read[-1][0]), None)
    return _joined(row, read)


def _pieces(row: Row) -> list[tuple[str, str | None]]:
    """The text in order, cut where its parts begin and end, each with its slot."""
    found: list[tuple[str, str | None]] = []
    at = 0
    for start, end, slot in row.spans:
        found += [(row.text[at:start], None), (row.text[start:end], slot)]
        at = end
    return [*found, (row.text[at:], None)]


def _joined(row: Row, pieces: list[tuple[str, str | None]]) -> Row:
    text, spans = "", []
    for said, slot in pieces:
        if slot and said:
            spans.append((len(text), len(text) + len(said), slot))
        text += said
    return Row(text, row.tools, tuple(spans), row.marked, row.whole, row.source)
