"""One Kippu for each data folder, and where it can be reached. Knows the folder's lock, and no server."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kippu import lock
from kippu.errors import Busy, RecordError
from kippu.failures_ja import system_ja

_PATIENCE = 0.3
"""Seconds that a start waits: long enough for one that only looks who holds it."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The held folder."""

    held: lock.Lock

    def tell(self, address: str, passing: bool = False) -> None:
        """Write where this Kippu can be reached, for others that find the folder taken.

        ``passing`` when it goes together with something else, such as a chat in a terminal.
        """
        self.held.tell(address=address, **({"passing": True} if passing else {}))


@contextmanager
def hold(data: Path) -> Iterator[Lock]:
    """Hold the folder for this process; raises Busy that says who has it and where, and RecordError."""
    with ExitStack() as stack:
        with _telling(data):
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            held = stack.enter_context(
                lock.hold(data / "kippu.lock", lambda who: _busy(data, who), _PATIENCE)
            )
        yield Lock(held)


def holder(data: Path) -> str | None:
    """Address of the Kippu that holds this folder, ``""`` if it serves none; None if nobody holds it."""
    with _telling(data):
        facts = lock.holder(data / "kippu.lock")
    return None if facts is None else str(facts.get("address", ""))


def is_passing(data: Path) -> bool:
    """True when the Kippu that holds this folder goes together with a chat in a terminal."""
    with _telling(data):
        facts = lock.holder(data / "kippu.lock")
    return bool(facts and facts.get("passing"))


@contextmanager
def _telling(data: Path) -> Iterator[None]:
    """Turn the disk's errors into words for people."""
    try:
        yield
    except OSError as error:
        raise RecordError(
            f"The data folder {data} can't be used: {error.strerror}. Choose another with KIPPU_DATA.",
            f"データフォルダー {data} を使えません（{system_ja(error)}）。"
            "KIPPU_DATA で別のフォルダーを指定してください。",
        ) from error


def _busy(data: Path, who: lock.Facts) -> Busy:
    process, where = lock.process(who), who.get("address")
    at = (f" It is at {where}.", f"アドレスは {where} です。") if where else ("", "")
    return Busy(
        f"Another Kippu{process} uses the data folder {data}.{at[0]} "
        "Use that one, stop it, or choose another folder with KIPPU_DATA.",
        f"別の Kippu{process} がデータフォルダー {data} を使っています。{at[1]}"
        "そちらを使うか、終了するか、KIPPU_DATA で別のフォルダーを指定してください。",
    )
