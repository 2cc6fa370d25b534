"""Which word or name a question asks the meaning of.

Only questions that ask for nothing else: "tell me about the moon", "who was Marie Curie", "what does frugal
mean", "what is the capital of Peru". Knows questions; no dictionary.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kippu.layers.words import telling
from kippu.regex import regex

_LONGEST = 60
"""Letters of a word or name; a longer one is a question of its own."""
_ABOUT = regex(
    r"(?:(?:so|well|hey|hi|okay|ok|please|kippu),? )*"
    r"(?:(?:can|could|would|will) you (?:please )?|i(?:'d| would) like to know |do you know |i wonder )?"
    r"(?:"
    r"(?:please )?(?:tell|teach) me (?:something |a bit |a little |more |a fact |some facts )?about "
    r"|(?:please )?(?:describe|explain)(?: to me)? "
    r"|what do you know about |(?:give|show) me (?:some )?(?:information|facts|info) (?:about|on) "
    r"|(?P<who>who(?:(?P<is>'s| is| are)| was| were)) "
    r"|what(?:'s| is| are| was| were) (?:meant by )?"
    r")(?P<word>.+)",
    re.IGNORECASE,
)
_MEANING = regex(
    r"(?:(?:so|well|please|kippu),? )*(?:(?:can|could|would) you (?:please )?)?"
    r"(?:(?:please )?(?:define|(?:give|tell) me the (?:definition|meaning) of) (?:the (?:word|term) )?"
    r"|what(?:'s| is) the (?:definition|meaning) of (?:the (?:word|term) )?"
    r"|(?P<does>what (?:does|do) (?:the (?:word|term) )?))(?P<word>.+)",
    re.IGNORECASE,
)
_MEANS = regex(r" (?:mean|stand for)$", re.IGNORECASE)
_END = regex(r"(?:[ ,]+(?:please|exactly|anyway|again|for me|to me))*[ .?!]*$", re.IGNORECASE)
_CAPITAL = regex(r"capital of ", re.IGNORECASE)
_ARTICLE = regex(r"(?P<one>an? )?(?P<the>the )?", re.IGNORECASE)
_NEVER = frozenset(
    {"life", "today", "tomorrow", "yesterday", "the time", "the date", "the day", "the weather"}
    | {"breakfast", "lunch", "dinner", "supper", "home", "news", "the news", "work", "school"}
)
"""Of these something else is asked than what the word means."""
_BRANDS = frozenset(
    "Apple Amazon Python Java Ruby Rust Swift Go Windows Android Chrome Edge Safari Twitter Meta Threads "
    "Slack Zoom Discord Twitch Teams Word Excel Oracle Shell Target Gap Subway Tesla Uber Notion Spark "
    "Kafka Puma Jaguar Dove Tide Visa".split()
)
"""With a capital these are mostly what no dictionary of 2011 has."""
_QUOTES = "\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Asked:
    """The word of a question, and what is asked of it."""

    word: str
    """As it was written, without an article."""
    how: Literal["about", "who", "word"]
    """About something, who somebody is, or what a word means."""
    plain: bool = False
    """Whether it stood there bare and in small letters, as "wrong" in "what is wrong"."""
    one: bool = False
    """Whether it had "a" before it, as only things have."""
    only: bool = False
    """Whether it is asked about "the" thing, as if there were but one: the moon, or the problem here."""

    def headwords(self) -> Iterator[str]:
        """What to look for, the likeliest first: the word itself, then without the ending of a plural."""
        word = " ".join(self.word.casefold().replace("\u2019", "'").split())
        yield word
        if self.how != "who":
            for ending, single in (("s", ""), ("ies", "y"), ("es", "")):
                if word.endswith(ending) and len(word) > len(ending) + 2:
                    yield word.removesuffix(ending) + single


def asked(question: str) -> Asked | None:
    """What a question asks the meaning of; None when it asks for something else."""
    said = _END.sub("", " ".join(question.split()).replace("\u2019", "'"))
    if found := _MEANING.fullmatch(said):
        word = found["word"]
        if found["does"]:
            word, ends = _MEANS.subn("", word)
            if not ends:
                return None
        return _made(word, "word")
    if found := _ABOUT.fullmatch(said):
        return _somebody(found) if found["who"] else _made(found["word"], "about")
    return None


def _somebody(found: re.Match[str]) -> Asked | None:
    """Somebody whom all know; who is called by a first name is a person's own friend."""
    made = _made(found["word"], "who")
    return None if made and found["is"] and " " not in made.word else made


def _made(said: str, how: Literal["about", "who", "word"]) -> Asked | None:
    article = _ARTICLE.match(said)
    assert article is not None  # noqa: S101  # it also matches nothing
    word = said[article.end() :].strip(f" {_QUOTES}")
    if not telling(word) or len(word) > _LONGEST or f"{article[0]}{word}".casefold() in _NEVER:
        return None
    if word in _BRANDS or len(word) == 1:
        return None
    single = " " not in word
    bare = single and not article[0] and word == word.lower()
    if bare and how == "about" and word.endswith("ing"):  # "what is happening"
        return None
    only = bool(article["the"]) and how != "who" and not _CAPITAL.match(word)
    return Asked(word, how, plain=bare, one=bool(article["one"]), only=only)
