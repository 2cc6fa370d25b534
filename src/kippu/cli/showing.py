"""How answers and sizes look in a terminal: plain text, and nothing that drives the terminal.

Knows Answer and the terminal; not where answers come from.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from kippu.cli.folding import Folding, folded
from kippu.cli.kinds import named
from kippu.cli.person import language, say
from kippu.reasons import translated
from kippu.regex import regex
from kippu.turn import Answer, Call, Placement, Reader

if TYPE_CHECKING:
    from rich.console import Console

_CONTROL = regex(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_READERS: dict[Reader, tuple[str, str]] = {
    "template": ("sentence template", "文型"),
    "cues": ("word cues", "語の手がかり"),
    "layer": ("the layer for free speech", "自由な話し方のレイヤー"),
    "model": ("the model", "モデル"),
    "talk": ("talk", "会話"),
}
_KILO = 1000


def console(error: bool = False) -> "Console":
    """Where to write: colour on a terminal that has it, plain text elsewhere."""
    from rich.console import Console

    return Console(stderr=error, highlight=False, markup=False, emoji=False, soft_wrap=True)


def clean(text: str) -> str:
    """Text without what would drive the terminal: colours, cursor moves, bells, titles."""
    return _CONTROL.sub("", text)


def write(text: str) -> None:
    """Some text, at once."""
    sys.stdout.write(clean(text))
    sys.stdout.flush()


def width(to: TextIO) -> int:
    """Columns of the terminal that this is; 0 where it is none, and lines end where the text says."""
    return shutil.get_terminal_size().columns if to.isatty() else 0


def fold(text: str, to: TextIO, indent: str = "", column: int = 0) -> str:
    """Text whose lines end between words, where it goes to a terminal."""
    columns = width(to)
    return folded(text, columns, indent, column) if columns else text


class Piecewise:
    """An answer on stdout, as its pieces come."""

    def __init__(self, before: Callable[[], None] | None = None) -> None:
        """``before`` is called before the first piece."""
        self.begun = False
        """True once there was a piece."""
        self._before = before
        columns = width(sys.stdout)
        self._folding = Folding(sys.stdout.write, columns) if columns else None

    def add(self, piece: str) -> None:
        """Show the next piece."""
        if self._before and not self.begun:
            self._before()
        self.begun = True
        if self._folding:
            self._folding.add(clean(piece))
        else:
            sys.stdout.write(clean(piece))
        sys.stdout.flush()

    def close(self) -> None:
        """Show the last of it and end the line, if there was any."""
        if self._folding:
            self._folding.close()
        if self.begun:
            sys.stdout.write("\n")
        sys.stdout.flush()


def links(answer: Answer) -> list[str]:
    """What the person may open: a call, a message or a mail that Kippu made ready."""
    made = [outcome.data.get("link") for outcome in answer.outcomes]
    return [clean(str(link["url"])) for link in made if isinstance(link, Mapping) and "url" in link]


def pictures(answer: Answer) -> list[str]:
    """Where the pictures are that were drawn."""
    from kippu.settings import load

    ids = [str(each["id"]) for outcome in answer.outcomes for each in outcome.data.get("pictures", ())]
    folder = load().data / "pictures" if ids else None
    return [clean(str(folder / f"{id}.png")) for id in ids if folder]


def footer(answer: Answer) -> str:
    """One line: how it was understood, where it ran, why, how long it took."""
    en, ja = _READERS[answer.meaning.by]
    parts = [
        say(en, ja),
        _where(answer.placement),
        clean(_reason(answer.placement)).rstrip(".。"),
        say("unchecked", "内容は未確認") if _unchecked(answer) else "",
        duration(sum(took for step, took in answer.milliseconds.items() if step != "first")),
    ]
    return " · ".join(part for part in parts if part)


def _unchecked(answer: Answer) -> bool:
    """True for the own words of the smallest rung: nothing stands behind them."""
    return answer.placement.rung == "pocket" and answer.tokens > 0 and not answer.sources


def plan(answer: Answer) -> None:
    """What would be done, by what, how sure, where and why: for people."""
    meaning = answer.meaning
    en, ja = _READERS[meaning.by]
    sys.stdout.write(
        say(
            f"understood by {en}, {meaning.confidence:.0%} sure",
            f"{ja}が理解（確度 {meaning.confidence:.0%}）",
        )
        + "\n"
    )
    for wanted in meaning.calls:
        sys.stdout.write(f"  {call(wanted)}\n")
    if meaning.question:
        sys.stdout.write(clean(f"  {say('would ask', '聞き返し')}: {meaning.question}\n"))
    where, reason = _where(answer.placement), _reason(answer.placement)
    sys.stdout.write(clean(say(f"  runs: {where}. {reason}\n", f"  実行: {where}。{reason}\n")))
    _leaving(answer)


def _where(placement: Placement) -> str:
    """The model, and in the cloud whose it is."""
    model = placement.model or say("no model", "モデルなし")
    return f"{placement.provider}: {model}" if placement.provider else model


def _reason(placement: Placement) -> str:
    """Why it runs there, in the language of this terminal: it was written in the sentence's."""
    return translated(placement.reason, language())


def _leaving(answer: Answer) -> None:
    """What would leave this device, to the letter."""
    egress = answer.egress
    if not egress.messages:
        sys.stdout.write(say("  leaves: nothing\n", "  送信: なし\n"))
        return
    first = say(", after your yes", "（あなたの確認後）") if answer.placement.asks else ""
    replaced = say(", replaced: ", "、置き換え: ") + named(egress.kinds) if egress.kinds else ""
    sys.stdout.write(clean(f"  {say('leaves to', '送信先')} {egress.to}{first}{replaced}\n"))
    for message in egress.messages:
        text = message.text.replace("\n", "\n      ")
        sys.stdout.write(clean(f"    {message.role}: {text}\n"))
    for tool in egress.tools:
        shape = json.dumps(tool.parameters, ensure_ascii=False)
        sys.stdout.write(clean(f"    {say('tool', '道具')} {tool.name}: {tool.description}\n      {shape}\n"))
    from kippu.guard.planning import second

    if asked := second(egress):
        head = say("once it wants a tool", "道具を求められたら")
        sys.stdout.write(clean(f"    {head}: {asked}".replace("\n", "\n      ") + "\n"))


def call(call: Call) -> str:
    """Such as ``home.turn_on(name='kitchen light')``."""
    arguments = ", ".join(f"{name}={value!r}" for name, value in call.arguments.items())
    return clean(f"{call.tool}({arguments})")


def ring(reminder: Mapping[str, Any]) -> str:
    """One line that says what rings, as the news of it has it."""
    return clean(f"⏰ {reminder.get('message') or reminder.get('text') or reminder.get('kind')}")


def notes(answer: Answer) -> tuple[str, ...]:
    """Words beside the answer, fit for the terminal."""
    return tuple(clean(note) for note in answer.notes)


def duration(milliseconds: float) -> str:
    """Such as ``12 ms`` or ``3.4 s``."""
    return f"{milliseconds:.0f} ms" if milliseconds < _KILO else f"{milliseconds / _KILO:.1f} s"


def size(count: int | float) -> str:
    """Bytes as people write them: ``98 MB``, ``1.2 GB``."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < _KILO or unit == "GB":
            break
        count /= _KILO
    return f"{count:.0f} {unit}" if unit in {"bytes", "kB", "MB"} else f"{count:.1f} {unit}"


def pairs(lines: Iterable[tuple[str, str]], indent: str = "") -> str:
    """Names with their values, the values below each other also behind Japanese names."""
    from rich.cells import cell_len

    lines = tuple(lines)
    widest = max(cell_len(name) for name, _ in lines)
    return "\n".join(
        f"{indent}{name}{' ' * (widest - cell_len(name))}  {clean(value)}" for name, value in lines
    )


def rows(titles: Sequence[str], lines: Iterable[Sequence[Any]]) -> None:
    """A table: aligned on a terminal, tab-separated in a pipe for ``cut`` and ``awk``."""
    cells = [[clean(str(cell)) for cell in line] for line in lines]
    if not sys.stdout.isatty():
        for row in (list(titles), *cells) if any(titles) else cells:
            sys.stdout.write("\t".join(row) + "\n")
        return
    from rich.table import Table

    table = Table(*titles, box=None, pad_edge=False, header_style="bold", show_header=any(titles))
    for row in cells:
        table.add_row(*row)
    console().print(table)
