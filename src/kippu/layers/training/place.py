"""Which process of a training this one is, when several train one adapter together: torchrun tells each.

Each process reads all examples, and of every step's it takes its share. Needs no torch, and starts nothing.
"""

import ipaddress
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kippu.errors import BadInput

_NEEDED = ("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Place:
    """One process among those of a training; as it stands, the only one."""

    rank: int = 0
    count: int = 1
    """Processes of the training, on all machines."""
    here: int = 1
    """Of them, on this machine."""
    meeting: str = ""
    """Where they meet, such as ``192.168.1.20:29500``."""

    @property
    def leads(self) -> bool:
        """Whether it is the one that shows, decides, keeps and writes; the others only compute."""
        return self.rank == 0

    @property
    def leaves(self) -> bool:
        """Whether some of the others are on other machines."""
        return self.count > self.here and not _is_here(self.meeting.rpartition(":")[0])

    def share(self, rows: Sequence[_Row]) -> list[_Row]:
        """Which of them are this process's; those of all processes are all rows, each once."""
        return list(rows[self.rank :: self.count])


def read_place(told: Mapping[str, str], words: Sequence[str], most: int) -> Place:
    """This process's place, as the environment ``told`` it; raises BadInput that says what to type.

    ``words`` are the command's own, without the program; ``most`` is how many processes have something to do.
    """
    missing = [name for name in _NEEDED if not told.get(name)]
    if missing:
        names, line = ", ".join(missing), launched(Place(count=2, here=2), words)
        raise BadInput(
            f"--distributed needs to be told which process of the training this is, and {names} "
            f"{'is' if len(missing) == 1 else 'are'} not set. torchrun sets them: `{line}`",
            f"--distributed には、学習のどのプロセスかの指定が必要ですが、{names} が設定されていません。"
            f"torchrun が設定します: `{line}`",
        )
    rank, count = _number(told, "RANK"), _number(told, "WORLD_SIZE")
    if not rank < count:
        raise BadInput(
            f"RANK is {rank} and WORLD_SIZE {count}: the processes are numbered from 0 to {count - 1}.",
            f"RANK が {rank}、WORLD_SIZE が {count} です。番号は 0 から {count - 1} までです。",
        )
    if count > most:
        raise BadInput(
            f"{count} processes are too many: a step has {most} examples, and each process needs one. "
            f"Start {most} at most.",
            f"プロセスが {count} 個では多すぎます。1 ステップの例は {most} 個なので、"
            f"{most} 個までにしてください。",
        )
    here = _number(told, "LOCAL_WORLD_SIZE") if told.get("LOCAL_WORLD_SIZE") else 1
    return Place(rank, count, here, f"{told['MASTER_ADDR']}:{_number(told, 'MASTER_PORT')}")


def check_alone(told: Mapping[str, str], words: Sequence[str]) -> None:
    """Raises BadInput where torchrun started several that know nothing of each other."""
    if told.get("TORCHELASTIC_RUN_ID") and told.get("WORLD_SIZE", "1") != "1":
        line = shlex.join(["kippu", *words, "--distributed"])
        raise BadInput(
            f"torchrun started {told['WORLD_SIZE']} processes, and each would train the same layer by "
            f"itself. Say that they train it together: `{line}`",
            f"torchrun が {told['WORLD_SIZE']} 個のプロセスを始めましたが、このままでは別々に同じレイヤーを"
            f"学習します。--distributed を付けてください: `{line}`",
        )


def launched(place: Place, words: Sequence[str]) -> str:
    """The line that starts so many processes on so many machines."""
    if place.count == 1:
        return shlex.join(["kippu", *words])
    machines = place.count // place.here
    more = [] if machines == 1 else ["--nnodes", str(machines)]
    return shlex.join(["torchrun", *more, "--nproc-per-node", str(place.here), "-m", "kippu", *words])


def _number(told: Mapping[str, str], name: str) -> int:
    value, least = told[name], int(name.endswith("SIZE"))
    if not (value.isascii() and value.isdigit() and int(value) >= least):
        raise BadInput(
            f"{name} is {value!r}, and must be a number from {least} on. torchrun sets it by itself.",
            f"{name} が {value!r} ですが、{least} 以上の数が必要です。torchrun が自動で設定します。",
        )
    return int(value)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
