"""Sentence templates: those of hassil's makers and of our own skills."""

from kippu.understand.templates.reader import Match, Templates

__all__ = ["Match", "Templates"]
