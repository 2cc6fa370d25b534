"""The program ``kippu``, also as ``python -m kippu``: all of it, with its imports, ends quietly on Ctrl-C."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Import the commands and run the one that was typed."""
    try:
        from kippu.cli import main as commands  # noqa: PLC0415  # a Ctrl-C may come meanwhile

        commands()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
