"""The reader of sequels: what a sentence means that leaves out what was just done or told."""

from kippu.understand.sequels.sequels import Sequels

__all__ = ["Sequels"]
