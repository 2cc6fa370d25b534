"""Documents cut into passages that can be found and quoted: lines under one heading, or a row of a table.

Knows Markdown's blocks and plain text; no index.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from kippu.regex import regex

_LONG = 480
"""Letters of a passage after which no further block joins it. Most answers stand in one paragraph."""
_LONGEST = 1200
_HEADING = regex(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = regex(r"\s{0,3}(?:[-*+]|\d+[.)])\s+")
_FENCE = regex(r"\s{0,3}(```|~~~)")
_RULE = regex(r"[\s|:-]+$")
_COMMENT = regex("<!--.*?-->", re.DOTALL)
_IMAGE = regex(r"!\[[^]]*\]\([^)]*\)")
_LINK = regex(r"\[([^]]*)\]\([^)]*\)")
_SENTENCE = regex(r"(?<=[.!?])\s+|(?<=[。！？])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document."""

    title: str
    """The headings above it, the document's own first."""
    text: str


@dataclass(slots=True)
class _Section:
    headings: list[str]
    blocks: list[str] = field(default_factory=list)


def passages(text: str, name: str) -> Iterator[Passage]:
    """The passages of one document; ``name`` stands for it until it has a heading of its own."""
    clean = _LINK.sub(r"\1", _IMAGE.sub("", _COMMENT.sub("", text)))
    for section in _sections(clean.splitlines(), name):
        title = " > ".join(section.headings)
        for piece in _joined(section.blocks):
            yield Passage(title, piece)


def of_html(text: str) -> str:
    """A page of HTML as the Markdown that it would be: headings, paragraphs, items."""
    page = _Page()
    page.feed(text)
    page.close()
    return "".join(page.out)


def _sections(lines: list[str], name: str) -> Iterator[_Section]:
    headings = [name]
    section = _Section([name])
    for block in _blocks(lines):
        found = _HEADING.match(block)
        if not found:
            section.blocks.append(block)
            continue
        if section.blocks:
            yield section
        level = len(found[1])
        headings = [*headings[: level - 1], found[2]] if level > 1 else [found[2]]
        section = _Section(list(headings))
    if section.blocks:
        yield section


def _blocks(lines: list[str]) -> Iterator[str]:
    block: list[str] = []
    fence = False
    table: list[str] | None = None
    for line in (*lines, ""):
        if fence or _FENCE.match(line):
            block.append(line)
            if _FENCE.match(line):
                fence = not fence
            continue
        row = line.lstrip().startswith("|")
        ends = not line.strip() or _HEADING.match(line) or _ITEM.match(line) or row
        if block and ends:
            yield "\n".join(block)
            block = []
        if not row:
            table = None
        elif table is None:
            table = _cells(line)
            continue
        elif not _RULE.match(line):
            yield _row(table, _cells(line))
            continue
        else:
            continue
        if _HEADING.match(line):
            yield line
        elif line.strip():
            block.append(line)
    if block:
        yield "\n".join(block)


def _joined(blocks: list[str]) -> Iterator[str]:
    """Blocks put together while they are short; a row of a table stays by itself, code stays behind text."""
    piece = ""
    for block in blocks:
        row = block.startswith("| ")
        if row:
            if piece:
                yield piece
                piece = ""
            yield block[2:]
            continue
        code = _FENCE.match(block) is not None
        if piece and not code and len(piece) + len(block) > _LONG:
            yield piece
            piece = ""
        for part in _parts(block) if not code else [block]:
            if piece and len(piece) + len(part) > _LONGEST:
                yield piece
                piece = ""
            between = "\n" if _ITEM.match(part) and piece else "\n\n" if piece else ""
            piece += between + part
    if piece:
        yield piece


def _parts(block: str) -> list[str]:
    """A very long paragraph, cut between sentences."""
    if len(block) <= _LONGEST:
        return [block]
    parts = [""]
    for sentence in _SENTENCE.split(block):
        if len(parts[-1]) + len(sentence) > _LONG:
            parts.append("")
        parts[-1] += (" " if parts[-1] and sentence[:1].isascii() else "") + sentence[:_LONGEST]
    return [part for part in parts if part]


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _row(heads: list[str], cells: list[str]) -> str:
    """A row that can stand alone: each value behind the name of its column."""
    told = [
        f"{head}: {cell}" if head else cell
        for head, cell in zip([*heads, *[""] * len(cells)], cells, strict=False)
        if cell
    ]
    return "| " + "; ".join(told)


class _Page(HTMLParser):
    """Reads the text of a page, block by block."""

    _BREAKS = frozenset("p div section article ul ol dl dt dd table tr br pre blockquote".split())
    _DROPS = frozenset("script style head nav footer template".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._dropping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._DROPS:
            self._dropping += 1
        elif re.fullmatch("h[1-6]", tag):
            self.out.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "li":
            self.out.append("\n- ")
        elif tag in self._BREAKS:
            self.out.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._DROPS:
            self._dropping = max(0, self._dropping - 1)
        elif tag in self._BREAKS or re.fullmatch("h[1-6]", tag):
            self.out.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self.out.append(re.sub(r"\s+", " ", data))
