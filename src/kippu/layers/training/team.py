"""The processes that train one adapter together: what one has, all get; what each has is added up.

They speak over torch.distributed (gloo, which needs no graphics card). One process alone says nothing to
anyone. Knows tensors and how a process that is gone shows; nothing of networks and examples.
"""

import os
import pickle
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import timedelta
from types import FrameType
from typing import Any

import psutil
import torch
import torch.distributed as dist
from torch import Tensor

from kippu.errors import BadInput, TeamLost
from kippu.layers.training.place import Place
from kippu.regex import regex

_PATIENCE = timedelta(minutes=10)
"""For others to come, or to have done their share: a machine that lost its power says nothing."""
_ENDED = 128 + signal.SIGTERM
_INTERFACE = "GLOO_SOCKET_IFNAME"
_SOURCE = regex(r"^\[[^\]]*:\d+\] ")


class Team:
    """All processes of a training, seen from one; each must call the same methods in the same order."""

    def __init__(self, place: Place, given: Callable[[int], None] = lambda _: None) -> None:
        """``given`` hears, each time, how many bytes this process has given to the others by now: of the
        numbers and facts themselves, each counted once for each of the others, which is the most that the
        ways in which gloo passes them on take."""
        self.place = place
        self._given = given
        self._bytes = 0

    def _gives(self, size: int) -> None:
        self._bytes += size * (self.place.count - 1)
        self._given(self._bytes)

    def agree(self, facts: dict[str, str]) -> None:
        """Raises BadInput, on all of them, that names which facts are not the same everywhere."""
        if self.place.count == 1:
            return
        all_facts: list[Any] = [None] * self.place.count
        self._gives(_size(facts))
        with _told():
            dist.all_gather_object(all_facts, facts)
        for rank, theirs in enumerate(all_facts):
            if differ := [name for name, value in facts.items() if theirs[name] != all_facts[0][name]]:
                names = ", ".join(differ)
                raise BadInput(
                    f"Process {rank} has not the same as process 0: {names}. Give all processes the same "
                    "command and the same files.",
                    f"プロセス {rank} とプロセス 0 で異なるもの: {names}。すべてのプロセスに同じコマンドと"
                    "同じファイルを与えてください。",
                )

    def led(self, value: Any) -> Any:
        """The value of the process that leads, whatever the others have."""
        if self.place.count == 1:
            return value
        box = [value]
        if self.place.leads:
            self._gives(_size(value))
        with _told():
            dist.broadcast_object_list(box, src=0)
        return box[0]

    def add(self, value: Tensor) -> None:
        """Put the sum over all processes in the place of the value."""
        if self.place.count > 1:
            self._gives(_size(value))
            with _told():
                dist.all_reduce(value)

    def shared(self, mine: Sequence[Tensor], rows: Sequence[int], width: int) -> list[Tensor]:
        """All rows, in their order, of which each process made its share: ``rows`` are all rows' lengths."""
        if self.place.count == 1:
            return list(mine)
        made, own = [], iter(mine)
        for at, length in enumerate(rows):
            owner = at % self.place.count
            row = next(own).contiguous() if owner == self.place.rank else torch.empty(length, width)
            if owner == self.place.rank:
                self._gives(_size(row))
            with _told():
                dist.broadcast(row, src=owner)
            made.append(row)
        return made


Show = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]


@contextmanager
def joined(place: Place, show: Show, given: Callable[[int], None] = lambda _: None) -> Iterator[Team]:
    """Come together, for the time of the training; ``given`` hears what this process gives to the others.

    Raises TeamLost when one does not come, or goes.
    """
    if place.count == 1:
        yield Team(place)
        return
    with show("gathering") as told:
        told(0, 1)
        _meet(place)
        told(1, 1)
    before = signal.signal(signal.SIGTERM, _ended if place.leads else _leave)
    try:
        yield Team(place, given)
    finally:
        dist.destroy_process_group()
        signal.signal(signal.SIGTERM, before)


def _meet(place: Place) -> None:
    if place.leaves and _INTERFACE not in os.environ:
        with suppress(OSError):
            os.environ[_INTERFACE] = _interface(place.meeting)
    # It waits where Python hears no signal, and nothing is to be kept yet: Ctrl-C ends the process at once.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        dist.init_process_group("gloo", rank=place.rank, world_size=place.count, timeout=_PATIENCE)
    except (RuntimeError, ValueError) as error:
        raise TeamLost(
            f"The {place.count} processes of this training did not come together at {place.meeting} "
            f"({_short(error)}). Start the same command on every machine; that address must be the first "
            f"one's, and its port free. {_INTERFACE} names the network interface where there are several.",
            f"学習の {place.count} 個のプロセスが {place.meeting} で集まれませんでした（{_short(error)}）。"
            "すべての端末で同じコマンドを始めてください。アドレスは最初の端末のもので、ポートが空いている"
            f"必要があります。ネットワークが複数あるときは {_INTERFACE} で選びます。",
        ) from error
    finally:
        signal.signal(signal.SIGINT, before)


def _interface(meeting: str) -> str:
    """The network interface on the way there: gloo would take that of our own name, often the loopback."""
    host, _, port = meeting.rpartition(":")
    family, kind, *_, address = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind) as way:
        way.connect(address)  # sends nothing
        own = way.getsockname()[0]
    names = (name for name, found in psutil.net_if_addrs().items() if own in {one.address for one in found})
    return next(names, "")


def _size(value: Any) -> int:
    """Bytes of a tensor's numbers, or of how anything else is passed on."""
    if isinstance(value, Tensor):
        return int(value.nbytes)
    return len(pickle.dumps(value))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise TeamLost(
            f"Another process of this training is gone: its own messages say why ({_short(error)}). What was "
            "learnt is kept: the same command goes on from there, also with another number of processes.",
            f"学習中の別のプロセスが終了しました。理由はそのプロセスの表示を見てください（{_short(error)}）。"
            "ここまでの学習は残っています。同じコマンドで続きから始まり、プロセス数は変えられます。",
        ) from error


def _short(error: Exception) -> str:
    """The first sentence: gloo begins with a place in its source, and goes on with advice to programmers."""
    return _SOURCE.sub("", str(error)).split("\n", 1)[0].partition(". ")[0].strip(" .")[:200]


def _ended(number: int, frame: FrameType | None) -> None:
    """Sent by torchrun when another process failed."""
    raise TeamLost(
        "The training was ended from outside, as torchrun does when another process fails: its messages say "
        "why. What was learnt is kept: the same command goes on from there.",
        "学習が外から止められました。別のプロセスが失敗すると torchrun が止めます。理由はその表示を見て"
        "ください。"
        "ここまでの学習は残っています。同じコマンドで続きから始まります。",
    )


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(_ENDED)
