"""Says of a name whether everybody may read about its bearer."""

from kippu.guard.personal.famous.famous import is_famous, may_be_part, words_of

__all__ = ["is_famous", "may_be_part", "words_of"]
