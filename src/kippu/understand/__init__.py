"""From a sentence to calls: templates first, then word cues, then the model; or it is talk."""

from kippu.understand.asking.asking_back import in_words
from kippu.understand.guess import Guess
from kippu.understand.text import has_words, language_of, tidy
from kippu.understand.understanding import Understanding

__all__ = ["Guess", "Understanding", "has_words", "in_words", "language_of", "tidy"]
