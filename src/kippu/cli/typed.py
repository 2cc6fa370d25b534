"""What the person typed in earlier chats, for the arrow keys: a file in the data folder that only they read.

Knows readline; not what is said.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kippu.cli import letters

_LINES = 1000


@contextmanager
def kept(data: Path) -> Iterator[None]:
    """Line editing for ``input`` until the block ends, with the lines of earlier chats; new ones are kept."""
    try:
        import readline
    except ImportError:  # Windows: the terminal edits lines itself
        yield
        return
    letters.typed()
    file = data / "typed"
    with suppress(OSError):
        readline.read_history_file(file)
    readline.set_history_length(_LINES)
    try:
        yield
    finally:
        with suppress(OSError):
            file.touch(mode=0o600)
            file.chmod(0o600)
            readline.write_history_file(file)


def forget(data: Path) -> None:
    """Forget all lines of earlier chats."""
    (data / "typed").unlink(missing_ok=True)
