"""Those sentences of a text that say most of it, chosen without a model.

A sentence counts by the words that it shares with the others (the centrality of LexRank, Erkan and Radev
2004, in one step), by its place, its figures and dates, and by what it asks of the reader; each next one by
what it adds to those chosen (maximal marginal relevance, Carbonell and Goldstein 1998). The weights are a
judgement, read off the twelve texts of bench/summaries. Knows texts, and nothing of models.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kippu.regex import regex
from kippu.run.sentences import CJK, LEAST_WORDS, length, sentences

_LEANS = regex(
    r"(?:they|it|he|she|this|that|these|those|and|but|so|then|also|second|third|however|therefore|both)\b"
    r"|それ(?!ぞれ)|これ(?!から|まで)|そして|しかし|でも|また(?!は)|その(?!他)|この(?!たび|度)|彼(?!岸)"
    r"|ただし?、|なお|一方|さらに",
    re.IGNORECASE,
)
"""How a sentence begins that says little without the one before."""
_WORD = regex(r"[a-zà-öø-ÿ][a-zà-öø-ÿ'’]{2,}|\d[\d.,:]*|[a-z0-9]?[一-龠々]{1,4}|[ァ-ヴー]{2,}")
_COMMON = frozenset(
    "the and for are was were that this with from have has had not but you your they them their our will "
    "would can could should been being about into than then there these those which who whom what when "
    "where while also more most some such any all one its it's very just only over after before other out "
    "off she her his him did does done get got each both how may might must per via upon because since "
    "until under between through during again once here why i'm i'd i'll we're we'll don't".split()
)
_STEM = 5
"""Letters by which two forms of an English word are one."""
_FACT = regex(
    r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august"
    r"|(?:sept|nov|dec)ember|october|tomorrow|today|tonight|noon|midnight)\b"
    r"|[月火水木金土日]曜|明日|今日|明後日|午前|午後",
    re.IGNORECASE,
)
_DENIES = regex(
    r"\b(?:not|no longer|cancel+ed|wrong|no one|nobody|closed|ends?|moved)\b|n't\b"
    r"|ません|ない(?:で|よう|こと)|中止|延期|終了|変更|休(?:業|み|館)|禁止|使え(?:ない|ません)",
    re.IGNORECASE,
)
_ASKS = regex(
    r"\b(?:please|(?:could|can|would) you|need you to|must|ha[sv]e? to|deadline|don['’]t forget|make sure"
    r"|let (?:me|us) know|by (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|the end|tomorrow|\d))\b"
    r"|ください|下さい|お願い|までに|必要|締め?切|ご注意|忘れず",
    re.IGNORECASE,
)
_LEAD, _FACTS, _MOST_FACTS, _ASKED, _DENIED, _LEANING, _LITTLE = 0.6, 0.17, 3, 0.5, 0.2, 0.5, 0.2
"""Beside the centrality, which is 1 at most: for the first sentence, each figure or date, what is asked, what
is denied or called off; less for what leans on the sentence before and isn't behind it, and for what has
hardly a word of its own."""
_AGAIN = 0.7
"""Less for what was said by a chosen sentence already, in all its words."""
_BRIEF = 0.35
"""How much longer ones count less: 0 not at all, 1 by each word."""
_SAME = 0.8
"""What shares so much with a chosen sentence says the same."""
_FEW_WORDS = 5
_SHARE, _LEAST, _MOST = 0.4, 40.0, 90.0
"""Of the text's words, and so many words at least and at most."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence."""

    text: str
    words: frozenset[str]
    length: float
    """In words of English."""

    def shares(self, other: "_Said") -> float:
        """0 to 1: how many of their words are the same."""
        if not (self.words and other.words):
            return 0.0
        return len(self.words & other.words) / math.sqrt(len(self.words) * len(other.words))


def gist(text: str, most: int | None = None) -> list[str]:
    """The sentences to read, in the text's order; all of them where leaving one out would spare little.

    ``most``: so many of them, at most; None for as many as the text needs.
    """
    said = [_Said(one, words(one), length(one)) for one in sentences(text)]
    room = min(_MOST, max(_LEAST, _SHARE * sum(one.length for one in said)))
    worth = _worth(said)
    chosen: list[int] = []
    left = list(range(len(said)))

    def gain(at: int) -> float:
        much: float = max(LEAST_WORDS, said[at].length) ** _BRIEF
        return (worth[at] + _added(said, at, chosen)) / much

    while left and len(chosen) < (most or len(said)):
        best = max(left, key=gain)
        left.remove(best)
        fits = sum(said[at].length for at in (*chosen, best)) <= room
        if not chosen or (fits and all(said[best].shares(said[at]) < _SAME for at in chosen)):
            chosen.append(best)
    return [said[at].text for at in sorted(chosen)]


def _worth(said: Sequence[_Said]) -> list[float]:
    central = [sum(one.shares(other) for other in said if other is not one) for one in said]
    most = max(central, default=0.0) or 1.0
    return [
        shared / most
        + _LEAD * (at == 0)
        + _FACTS * min(_MOST_FACTS, len(_FACT.findall(one.text)))
        + _ASKED * bool(_ASKS.search(one.text))
        + _DENIED * bool(_DENIES.search(one.text))
        - _LITTLE * (len(one.words) < _FEW_WORDS)
        for at, (one, shared) in enumerate(zip(said, central, strict=True))
    ]


def _added(said: Sequence[_Said], at: int, chosen: Sequence[int]) -> float:
    """What a sentence gains or loses by those that are chosen."""
    leaning = _LEANING if _LEANS.match(said[at].text) and at - 1 not in chosen else 0.0
    return -leaning - _AGAIN * max((said[at].shares(said[other]) for other in chosen), default=0.0)


def words(text: str) -> frozenset[str]:
    """What it is about: its words without the common ones, English ones by how they begin."""
    found = (word for word in _WORD.findall(text.lower()) if word not in _COMMON)
    return frozenset(word[:_STEM] if word[0].isalpha() and word[0] < CJK else word for word in found)
