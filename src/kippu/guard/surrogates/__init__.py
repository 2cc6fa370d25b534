"""What stands for personal data outside: things of the same kind and shape that point at nobody.

Knows what is to be replaced and how it may come back; knows neither where it is kept nor who gets it.
"""

from kippu.guard.surrogates.book import Book
from kippu.guard.surrogates.making import Making, stays
from kippu.guard.surrogates.matching import Matcher
from kippu.guard.surrogates.pair import Pair

__all__ = ["Book", "Making", "Matcher", "Pair", "stays"]
