"""A question about a text that came along, answered with the sentence of the text that answers it.

A model too small to read a notice makes up what it was not sure of. Which sentence fits is told by the words
that it shares with the question, rare ones more, and by whether it has what is asked for: a time for "when",
a name for "who". Knows texts, and nothing of models.
"""

import math
import re
from collections import Counter

from kippu.regex import regex
from kippu.run.gist import words
from kippu.run.sentences import sentences
from kippu.run.summary import Summary, wanted
from kippu.turn import Language, Rung, Turn

_QUESTION = regex(
    r"(?:(?:so|and|but|hey|please|can you tell me|do you know|tell me)[, ]+)*"
    r"(?:what|when|where|who|whom|whose|which|why|how|is|are|was|were|will|does|do|did|can|has|have"
    r"|(?:until|by|from) when|at what|on which)\b",
    re.IGNORECASE,
)
_OWN_WORDS = regex(
    r"\b(?:you|mean|means|think|opinion|feel|summar\w*|translat\w*|tone|style|written|language|words"
    r"|wrong with|better|improve|rewrite|correct|mistakes?)\b|思う|訳|意味|要約|感想|直し|言い換え",
    re.IGNORECASE,
)
"""Asks for more than the text says."""
_ASKED_JA = regex(r"[?？]$|(?:か|の|っけ)[。?？]?$|いつ|何時|どこ|誰|だれ|何|なに|いくら|どう|なぜ|どの")
_TIME = regex(
    r"\d{1,2}[:.]\d\d|\b\d{1,2} ?(?:am|pm|a\.m|p\.m)|o'clock|noon|midnight"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|\btoday|tomorrow"
    r"|tonight|week|\b(?:19|20)\d\d\b|\d+[時日月年分]|[月火水木金土日]曜|午前|午後|明日|来週|今日",
    re.IGNORECASE,
)
_NUMBER = regex(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand)\b|[一二三四五六七八九十百千]"
)
_NAME = regex(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+|さん|氏|様|先生|部長|社長|係|課")
_PHONE = regex(r"\d[\d -]{5,}\d")
_WANTS = (
    (regex(r"\b(?:when|what (?:time|day|date)|how long|until)\b|いつ|何時|何日|何曜", re.IGNORECASE), _TIME),
    (regex(r"\b(?:how (?:much|many)|cost|price)\b|いくら|いくつ|何[人個本枚円]", re.IGNORECASE), _NUMBER),
    (regex(r"\b(?:who|whom|whose)\b|誰|だれ|どなた", re.IGNORECASE), _NAME),
    (regex(r"\b(?:phone|number|call)\b|電話|番号", re.IGNORECASE), _PHONE),
)
_ENOUGH = 0.34
"""Of the question's words, by their weight, that a sentence has to share."""
_FITS = 0.5


def from_the_text(turn: Turn, rung: Rung) -> Summary | None:
    """The sentence that answers, or that none does; None where no question about the text is asked, or the
    model of this rung can read it."""
    asks = _QUESTION.match(turn.text) if turn.language == "en" else _ASKED_JA.search(turn.text)
    if (
        rung != "pocket"
        or not turn.outside
        or turn.schema
        or not asks
        or _OWN_WORDS.search(turn.text)
        or wanted(turn)
    ):
        return None
    found = answering(turn.text, turn.outside)
    return Summary(found, _note(turn.language)) if found else Summary(_not_there(turn.language))


def answering(question: str, text: str) -> str:
    """The sentence that fits best; empty where none does."""
    said = sentences(text)
    asked = words(question)
    if not said or not asked:
        return ""
    have = [words(one) for one in said]
    common = Counter(word for one in have for word in one)
    weight = {word: 1.0 / math.sqrt(common[word] or 1) for word in asked}
    wants = [pattern for cue, pattern in _WANTS if cue.search(question)]
    fitting = [bool(wants) and all(pattern.search(one) for pattern in wants) for one in said]
    shared = [sum(weight[word] for word in asked & its) / sum(weight.values()) for its in have]
    best = max(range(len(said)), key=lambda at: shared[at] + _FITS * fitting[at])
    only = sum(fitting) == 1 and fitting[best]  # nothing else can be meant
    enough = shared[best] >= _ENOUGH or (fitting[best] and (shared[best] > 0 or only))
    return said[best] if enough else ""


def _note(language: Language) -> str:
    if language == "ja":
        return "文章からそのまま引用した文です。いまのモデルは、読んで答えるには小さすぎます。"
    return "Quoted from the text: the model here is too small to read it and answer in its own words."


def _not_there(language: Language) -> str:
    if language == "ja":
        return "文章の中に、それに答えている文は見つかりませんでした。"
    return "I find no sentence in the text that answers that."
