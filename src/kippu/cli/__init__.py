"""The commands: a file each, and what several of them share. `kippu --help` shows them all.

A command reads the person's words and shows what comes; everything else is done by the parts below. What
takes time to import is imported where a command runs, so that help and errors come at once.
"""

from kippu.cli.app import main

__all__ = ["main"]
