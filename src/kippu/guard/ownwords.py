"""Does a value stand in what somebody said? As whole words, names, figures or addresses, never as a part.

"bob@example.com" does not say "bob", "1,000" not "1", and "東京都" not "京都". Knows texts alone.
"""

import unicodedata
from typing import Literal

from kippu.regex import regex

_JOINERS = frozenset(".,:/@+-_#&=%~\\|")
"""Between two letters or figures these make one of both: an address, a path, a figure."""
_PARTICLES = frozenset("をにはがでともへのやかねよ")
"""A Japanese word may end before them, and begin behind them."""
_SAY_LITTLE = frozenset(
    "all any and the for from with this that not yes you your mine our his her its now today "
    "全部 全て すべて ぜんぶ これ それ あれ 今日".split()
)
"""Words that stand in many a sentence, whatever it is about."""
_FORBIDDEN = regex(
    r"\b(?:do ?n[o'’]?t|dont|must ?n[o'’]t|mustnt|should ?n[o'’]t|never|without|except|avoid)\b"
    r"|ないで|しないよう|せずに|[うくすつぬむるぐぶ]な(?![いらのんくけごど])|禁止|以外"
)
"""Words before or behind a deed that is not wanted: "don't unlock the front door" asks for nothing."""
_SHORTEST_WORD = 3
_SHORTEST_FIGURE = 6
_TRACE = 18
"""Bytes of UTF-8 in a row (three words, or six characters of Japanese) that are hardly the same by chance."""
_Kind = Literal["space", "japanese", "hiragana", "letter", "other"]
"""Kanji and katakana are of one kind: together they make one word."""


def folded(text: str) -> str:
    """The same for all ways to write it: width, case and spaces aside."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def own(text: str, outside: str) -> str:
    """What of a text is the person's own, who may have edited it; ``outside`` is what came at its end.

    All of it once nothing of that is left; nothing where a part of it is, for who wrote which then shows no
    more.
    """
    if not outside:
        return text
    if text.endswith(outside):
        return text.removesuffix(outside).rstrip()
    written, came = folded(text).encode(), folded(outside).encode()
    size = min(_TRACE, len(came))
    pieces = {written[at : at + size] for at in range(len(written) - size + 1)}
    left = any(came[at : at + size] in pieces for at in range(len(came) - size + 1))
    return "" if left else text


def stands_in(value: str, words: str) -> bool:
    """True when the value is in the words, and not as a part of something longer. Both are folded."""
    if not any(letter.isalnum() for letter in value):
        return False
    at = words.find(value)
    while at >= 0:
        before, after = words[:at][-2:][::-1], words[at + len(value) :][:2]
        # A sign makes another figure of it.
        signed = value[0].isdigit() and before[:1] in {"-", "−"}
        if not (signed or _goes_on(value[0], before) or _goes_on(value[-1], after)):
            return True
        at = words.find(value, at + 1)
    return False


def tells(value: str) -> bool:
    """True when a value, folded, hardly stands in a sentence by chance: a name, a word, a long number.

    A short figure may be a date or the number of a line, and "all" may be of something else.
    """
    letters = sum(letter.isalpha() for letter in value)
    wide = any(_kind(letter) in {"japanese", "hiragana"} for letter in value)
    figures = sum(letter.isdigit() for letter in value)
    long = letters >= (_SHORTEST_WORD - wide) or figures >= _SHORTEST_FIGURE
    return long and value not in _SAY_LITTLE


def forbids(words: str) -> bool:
    """True when the words, folded, say what is not to be done, whatever that is."""
    return bool(_FORBIDDEN.search(words))


def _goes_on(last: str, beyond: str) -> bool:
    """True when the word that ends with ``last`` goes on in what is beyond it, nearest first."""
    if not beyond:
        return False
    near, inner = _kind(beyond[0]), _kind(last)
    if near == "other":
        return beyond[0] in _JOINERS and len(beyond) > 1 and beyond[1].isalnum()
    if inner == "other":
        return near != "space"
    if near == "hiragana":
        return inner == "hiragana" and beyond[0] not in _PARTICLES
    return near == inner


def _kind(letter: str) -> _Kind:
    if letter.isspace():
        return "space"
    if "\u3041" <= letter <= "\u309f":
        return "hiragana"
    if "\u30a1" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or letter == "々":
        return "japanese"
    # A mark upon a letter is a part of it.
    return "letter" if letter.isalnum() or unicodedata.combining(letter) else "other"
