"""How far a request is what a skill is there for, and how far it needs a page beside the skill.

By what both mean, and by the words that both have. Knows texts and, where there is one for the language, what
gives their directions; no layer and no model.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from kippu.layers.words import has_japanese, telling
from kippu.regex import regex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FITS = 0.72
"""Fit from which a request is a skill's. Chosen, with the next five, on what docs/layers.md tells of."""

_SHARED, _MOST_SHARED = 0.2, 2
"""What a word that both have adds to the fit, and how many count."""

_USUAL_COUNTS = 0.75
"""How much it counts against a skill that a request is like what people mostly say."""

_FACT_COUNTS = 0.5
"""What it takes that a fact is asked for, with a word of the description at most: "what is an invoice" is no
job for what writes invoices."""

_MAKE_COUNTS = 0.25
"""What it adds that something is to be made, with a word of the description: that is what most skills do."""

_OF_WORDS = 0.5
"""Share of a request's words that a description must have where nobody knows what it means, two at least."""

NEEDS = 0.45
"""Need from which a page is read. Chosen on nine requests that need one, and 21 that need none."""

_WORD_NEEDS, _MOST_NEED = 0.1, 3

_FACT = regex(
    r"(?:so |ok |hey )?(?:what(?:'s| is| are| was| were| does| do)\b|who\b|when (?:is|was|did)\b|why\b"
    r"|where\b|how (?:old|big|many|much|is|are)\b|how do(?:es)? (?!i\b|we\b|you\b))",
    re.IGNORECASE,
)
_MAKE = regex(
    r"(?:please |can you |could you |help me |help us |i need (?:a|an|the) |i want to )*"
    r"(?:write|draft|prepare|make|create|compose|describe|improve|rewrite|turn|convert|plan|design"
    r"|put together|word|summari[sz]e|extract|list|format|fill in)\b",
    re.IGNORECASE,
)
_USE = regex(
    r"(?:\w+ should )?(?:use|uses|used|trigger|triggers)\b.*?\b(?:when|whenever|for|if|to)\b\s*"
    r"(?:(?:the |a )user|someone|somebody|you|claude|asked)?\s*"
    r"(?:asks?|wants?|needs?|shares?|mentions?)?\s*(?:for|to|about|that)?\s*",
    re.IGNORECASE,
)
"""How descriptions begin to say when they are to be used."""
_STEM = 5
_USUAL = (
    "tell me a joke", "what is the capital of a country", "who wrote this book", "when did that happen",
    "how does it work", "how are you", "thank you very much", "good morning", "i feel sad", "i like this",
    "what do you think about it", "what does this word mean", "translate a sentence into another language",
    "write a poem", "write a story", "write a song", "write a love letter", "give me ideas for dinner",
    "how do i cook something", "recommend a film or a book", "what should i do", "how do i clean a stain",
    "how do i fix something at home", "explain something to a child", "what is the weather", "set a timer",
    "set an alarm", "remind me of something", "add it to my list", "put it on my calendar",
    "schedule a meeting", "call somebody", "send somebody a message", "play some music",
    "turn on the light", "read the news", "how much money is in my account", "pay a bill",
    "book a flight or a hotel", "what can you do", "write an email", "write code", "solve a calculation",
    "tell me about history", "tell me about an animal", "plan a trip", "give me advice on my health",
    "what is the meaning of life", "how big is it", "help me with my homework",
)  # fmt: skip

Direct = Callable[[str], "NDArray[np.float32]"]
"""Gives a text its direction."""


def fit(request: str, name: str, purpose: str, direct: Direct | None) -> float:
    """How far a request is for a skill with a name and a description: from FITS on it is.

    Without ``direct``, and in Japanese, by words alone.
    """
    named = name.replace("-", " ")
    mine, theirs = stems(request), stems(purpose) | stems(named)
    shared = len(mine & theirs)
    if direct is None or has_japanese(request):
        return FITS if shared > 1 and shared >= _OF_WORDS * len(mine) else 0.0
    if len(request.split()) < 2:
        return 0.0
    whole = direct(request)
    told = max(
        float(direct(part) @ direct(clause))
        for part in parts(request)
        for clause in (*_clauses(purpose), named)
    )
    usual = max(float(whole @ direct(one)) for one in _USUAL)
    found = told + float(whole @ direct(purpose)) - _USUAL_COUNTS * usual
    found += _SHARED * min(shared, _MOST_SHARED)
    if _FACT.match(request) and shared < 2:
        return found - _FACT_COUNTS
    return found + (_MAKE_COUNTS if shared and any(map(_MAKE.match, parts(request))) else 0.0)


def need(request: str, line: str, text: str, known: str, like: float, direct: Direct | None) -> float:
    """How far a request needs a page with a ``text``, to which a ``line`` points: from NEEDS on it does.

    ``known``: what any request for the skill speaks of; ``like``: how like the request what stands in the
    page is.
    """
    shared = len((stems(request) - stems(known)) & stems(f"{line} {text}"))
    if direct is None or has_japanese(request):
        return NEEDS if shared > 1 or stems(request) & (stems(line) - stems(known)) else 0.0
    pointed = max(
        float(direct(part) @ direct(clause)) for part in parts(request) for clause in _clauses(line)
    )
    return max(pointed, like) + _WORD_NEEDS * min(shared, _MOST_NEED)


def parts(request: str) -> list[str]:
    """The request, and its clauses: what is to be done often stands before what it is to be done with."""
    clauses = re.split(r"[:;.?!]\s+|,\s+", request)
    return [request, *(clause.strip() for clause in clauses if len(clause.split()) > 1)]


def stems(text: str) -> frozenset[str]:
    """The words that tell what a text is about, as they are compared."""
    return frozenset(word[:_STEM] for word in telling(text))


@lru_cache(maxsize=256)
def _clauses(purpose: str) -> tuple[str, ...]:
    """The text, its sentences, and what each of these names one by one."""
    found = [purpose]
    for sentence in re.split(r"(?<=[.;])\s+", purpose):
        when = _USE.sub("", sentence, count=1) if _USE.match(sentence) else sentence
        named = re.split(r",\s*(?:or\s+|and\s+)?|\s+or\s+|\(|\)", when)
        found += [sentence, when, *(part.strip(" .") for part in named if len(part.split()) > 1)]
    return tuple(dict.fromkeys(part for part in found if part))
