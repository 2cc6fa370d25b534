"""A sentence as the readers see it, and what its letters, numbers and endings are."""

from kippu.understand.text.normalised import (
    DOING,
    TITLED,
    folded,
    has_words,
    is_question,
    language_of,
    leads,
    led_up,
    plainly,
    sentence,
    speaks_of_what_came,
    tidy,
)

__all__ = [
    "DOING",
    "TITLED",
    "folded",
    "has_words",
    "is_question",
    "language_of",
    "leads",
    "led_up",
    "plainly",
    "sentence",
    "speaks_of_what_came",
    "tidy",
]
