"""What people say before what they mean, in English: "and, …", "ok so, …", "no wait, …".

Patterns for a whole sentence begin with one of these. Each takes all of the words that stand there and never
gives one back, so a sentence of five thousand "and"s is read once.
"""


def lead(words: str) -> str:
    """The pattern for any number of ``words`` (alternatives) at the head, each with a space or a comma."""
    return rf"(?:(?:{words})[, ]+)*+"


GOING_ON = lead("and|also|plus|now|then|so|ok|okay|oh|well|please|can you|could you|will you|would you")
"""Adds to what was said, or asks for more."""
PUTTING_RIGHT = lead(
    "no|nope|oh|oops|whoops|wait|actually|sorry|please|rather|but|and|so|then|now|ok|okay|well|um+|hm+"
    "|can you|could you"
)
"""Takes back what was said."""
ASKING = lead("and|so|but|then|hey|oh|ok|okay|wait|well|sorry|um|again|can you|could you")
"""Comes before a question."""
