"""The command line's help and usage errors in Japanese: texts by command, their layout, what went wrong.

English ones stand in the commands themselves; here is what a person reads instead where they speak Japanese.
"""

from kippu.cli.japanese.helps import translate
from kippu.cli.japanese.usage import told

__all__ = ["told", "translate"]
