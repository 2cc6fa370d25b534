"""The time phrases of a sentence, in the language that it is in."""

from kippu.understand.when import english, japanese

FIND = {"en": english.find, "ja": japanese.find}
"""By language: all time phrases of a sentence at a moment, in their order."""
