"""Says of a name whether everybody may read about its bearer."""

from kippu.guard.personal.famous.famous import is_famous, words_of

__all__ = ["is_famous", "words_of"]
