"""A sentence as the readers see it, and what its letters, numbers and endings are."""

from kippu.understand.text.brought import to_summarise, to_work_on
from kippu.understand.text.normalised import (
    DOING,
    TITLED,
    folded,
    has_words,
    is_question,
    language_of,
    leads_first,
    led_up,
    sentence,
    speaks_of_what_came,
    tidy,
    without_last_words,
)

__all__ = [
    "DOING",
    "TITLED",
    "folded",
    "has_words",
    "is_question",
    "language_of",
    "leads_first",
    "led_up",
    "sentence",
    "speaks_of_what_came",
    "tidy",
    "to_summarise",
    "to_work_on",
    "without_last_words",
]
