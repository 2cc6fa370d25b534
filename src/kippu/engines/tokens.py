"""How many tokens a text has, without its model's tokenizer: about so many, or never more. Knows no model."""

from kippu.regex import regex

_LETTERS_A_TOKEN = 3
_OTHERS = regex("[^\x00-\x7f]")
_RARE = regex("[\u0900-\u1fff]")
"""Scripts of India and its neighbours, Thai: few models have tokens for more than a part of a letter."""


def tokens(text: str) -> int:
    """About how many: three letters of ASCII each, or a letter of others, or half a one of rare ones.

    Good for what has to fit, not for what has to be paid: figures, signs and some models' Japanese take more.
    """
    if text.isascii():
        return len(text) // _LETTERS_A_TOKEN + 1
    others = len(_OTHERS.findall(text))
    return others + len(_RARE.findall(text)) + (len(text) - others) // _LETTERS_A_TOKEN + 1


def most(text: str) -> int:
    """Never fewer than any model's: a token stands for a byte of UTF-8, or for more of them."""
    return len(text.encode("utf-8", "replace"))
