"""``python -m kippu`` is ``kippu``."""

from kippu.cli import main

main()
