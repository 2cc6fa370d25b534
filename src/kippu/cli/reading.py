"""What comes in by a pipe or a file: read whole, checked to be text, and told clearly when it is not.

Knows sizes and encodings; nothing of what the text means.
"""

import os
import select
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kippu.cli.person import say
from kippu.errors import BadInput
from kippu.failures_ja import system_ja

MOST_PIPED = 200_000
"""Bytes: about 50,000 tokens, more than any model of the catalogue that runs on a device can hold."""
MOST_A_SENTENCE = 10_000
"""Characters."""
_PATIENCE = 2.0
"""Seconds of silence on a pipe after which the person is told what we wait for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a file."""

    number: int
    """Where it stands, from 1."""
    text: str


def piped() -> str:
    """All that was piped in, "" when nothing was; raises BadInput when it is no text, or too much."""
    if not _is_piped():
        return ""
    if not select.select([sys.stdin], [], [], _PATIENCE)[0]:
        sys.stderr.write(
            say(
                "kippu: waiting for what is piped in (nothing to come? add: < /dev/null)\n",
                "kippu: パイプからの入力を待っています（何もなければ < /dev/null を付けてください）\n",
            )
        )
        sys.stderr.flush()
    content = sys.stdin.buffer.read(MOST_PIPED + 1)
    if len(content) > MOST_PIPED:
        raise BadInput(
            f"What was piped in is larger than {MOST_PIPED // 1000} kB, more than a model can read at once. "
            f"Cut it first, for instance with: head -c {MOST_PIPED}",
            f"渡された文章が {MOST_PIPED // 1000} kB を超えています。"
            f"先に短くしてください（例: head -c {MOST_PIPED}）。",
        )
    return _text(content, "what was piped in").strip()


def lines(file: Path) -> Iterator[Line]:
    """The sentences of a file, one a line, empty lines left out; ``-`` is stdin."""
    name = "what was piped in" if str(file) == "-" else str(file)
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{file} can't be read: {error.strerror}.", f"{file} を読めません（{system_ja(error)}）。"
        ) from error
    for number, text in enumerate(_text(content, name).splitlines(), start=1):
        if len(text) > MOST_A_SENTENCE:
            raise BadInput(
                f"Line {number} of {name} has {len(text):,} characters; a sentence may have "
                f"{MOST_A_SENTENCE:,}. The file needs one sentence on each line.",
                f"{number}行目が {len(text):,} 文字あります。一行に一文、{MOST_A_SENTENCE:,} 文字までです。",
            )
        if text.strip():
            yield Line(number, text.strip())


def sentence(text: str) -> str:
    """What the person typed, without space around it; raises BadInput when there is nothing, or too much."""
    text = text.strip()
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise BadInput(
            "The sentence is not UTF-8 text. Set the terminal to UTF-8, for instance: LANG=C.UTF-8",
            "文が UTF-8 ではありません。端末を UTF-8 にしてください（例: LANG=C.UTF-8）。",
        )
    if not text:
        raise BadInput(
            'There is nothing to ask. Say it in quotes: kippu ask "what time is it"',
            '質問がありません。例: kippu ask "今何時"',
        )
    if len(text) > MOST_A_SENTENCE:
        raise BadInput(
            f"The sentence has {len(text):,} characters; at most {MOST_A_SENTENCE:,} can be understood. "
            'Pipe long text in instead: cat text | kippu ask "summarise"',
            f"文が {len(text):,} 文字あります。{MOST_A_SENTENCE:,} 文字までです。"
            '長い文章はパイプで渡してください: cat text | kippu ask "要約して"',
        )
    return text


def _is_piped() -> bool:
    """True for a pipe, a file or a socket at stdin; a terminal and /dev/null are none."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def _text(content: bytes, name: str) -> str:
    if b"\0" in content:
        raise BadInput(
            f"Can't read {name}: it is binary, not text. Kippu reads UTF-8 text.",
            "テキストではないため読めません。",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"Can't read {name}: it is not UTF-8 text (byte {error.start} is "
            f"0x{content[error.start]:02x}). Convert it first, for instance: iconv -f SHIFT_JIS -t UTF-8",
            "UTF-8 ではないため読めません。先に変換してください（例: iconv -f SHIFT_JIS -t UTF-8）。",
        ) from error
