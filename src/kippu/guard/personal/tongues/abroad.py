"""Tells names from other words where a text in Latin letters is in another language than English.

The tagger has learned English and Japanese alone, and takes words of German or French for names of any kind.
Within a clause of another language those stay that are known as names, that stand behind a word for somebody,
or that have capitals side by side; in a language whose nouns have none, all with a capital.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kippu.guard.personal.lexicon import is_known, is_name
from kippu.guard.personal.tongues.joining import joined
from kippu.regex import regex

_WORD = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_JOINT = regex(r"[ \-'’]*")
_CLAUSE = regex(r"[.!?:;\n\"“”„«»‘]|(?<!\w)'|'(?!\w)")
_REACH = 120
_SHORTEST = 4
_GERMAN = frozenset(
    "ich wir sie ihr mir mich uns euch ist sind hat haben wird werden kann können möchte bitte nicht "
    "auch mit für auf aus bei nach über unter zwischen und oder dass wenn weil ein eine einen einem "
    "einer kein keine diese dieser dieses sehr guten wie wo warum das dem der im ins zum zur wer welche "
    "welcher mein meine dein deine sein seine unser unsere gibt heißt heißen schreibe erkläre gestern "
    "heute".split()
)
_OTHERS = _GERMAN | frozenset(
    "je tu nous vous ils elles est sont suis avons avez ai une un des les aux du dans avec pour pas que "
    "qui quoi quel quelle quels quelles où sur sous chez mais donc très mon ton ses leur cette ces "
    "notre votre c'est yo nosotros ustedes es son está están estoy tengo tiene quiero una unos los las "
    "con para por pero porque muy más también mis tus su sus lo se en como cómo qué cuál cuándo dónde "
    "quién todo toda todos todas eu nós você não são em com uma um meu minha muito pelo pela isso io "
    "noi voi loro siamo che gli nel nella sulla questo questa è perché cosa dove quando het een niet "
    "voor naar wij zijn heb hebben mijn jouw wat hoe waarom naar och inte är jag vi på till från som "
    "con fui ayer hoy hier aujourd'hui ieri oggi hoje ontem".split()
)
"""Words of German, and of French, Spanish, Portuguese, Italian, Dutch and Swedish, that English hasn't."""
_ENGLISH = frozenset(
    "the of and is are to in at for with from by that this it you my your his her what how who when "
    "where why does did can could would will please him them there be has i or if so".split()
)
_PERSONS = frozenset(
    "herr herrn frau fräulein familie kollege kollegen kollegin freund freundin nachbar nachbarn "
    "nachbarin bruder schwester sohn tochter chef chefin madame monsieur mme mlle ami amie voisin "
    "voisine mari femme fils fille señor señora sr sra amigo amiga hermano hermana hijo hija vecino "
    "vecina signor signora senhor senhora dona mevrouw meneer buurman buurvrouw".split()
)
_CALLED = regex(
    r"(?:\b(?:heiß(?:e|t)|heet|nam(?:e|en) ist|nom est|nombre es|llam[oa]|chiam[oa]|cham[oa])|['’]appelle)"
    r" (?:[^\W\d_]+ )?$",
    re.IGNORECASE,
)
"""What stands before somebody's name, with one more word at most between."""
_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine mein meine meinen dein seine ihre "
    "unsere im am ins zum zur beim vom".split()
)
_OWN = regex(r"\b(?:ich|mir|mich|wir|uns|unser\w*|mein\w*)\b", re.IGNORECASE)
_LEAD = 32
_ABOUT = regex(
    r"\b(?:translat|pronoun|proofread|transliterat|romani[sz]|conjugat|grammar|vocabulary|spelled|spelt)"
    r"|\bcorrect (?:my|this|the)\b|\bcheck my\b"
    r"|\bwhat (?:does|do|is|means?)\b[^?\n]{1,60}\bmeans?\b"
    r"|\bhow (?:do|would|can|to|should)\b[^?\n]{0,12} (?:say|write|read|spell)\b"
    r"|\b(?:word|phrase|expression|idiom|verb|noun|proverb)\b"
    r"|\bwas (?:heißt|bedeutet)\b|übersetz|\bwie sagt man\b|\bque (?:veut|signifie)\b"
    r"|\bcomment (?:dit-on|on dit)\b|\btradui[srt]|\bc[óo]mo se (?:dice|escribe)\b|\bqué significa\b"
    r"|翻訳|訳し|和訳|英訳|発音|文法|添削|とは|どういう意味",
    re.IGNORECASE,
)
"""Somebody asks about words."""
_CITED = regex(r"\b(?:word|phrase|expression|idiom|verb|noun|proverb|term)s? (?:[^\W\d_A-Z]+ ){0,2}$")
_QUOTES = "\"'“”‘’„«»「」『』"


@lru_cache(8)
def is_about(text: str) -> bool:
    """Whether a request is about words: what they mean, how they are said, whether they are right."""
    return _ABOUT.search(text) is not None


def left(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The places of the words that may be names; None where the clause is no other language's, and for what
    has a number, as streets have."""
    if any(map(str.isdigit, text[max(0, start - 1) : end + 1])):
        return None
    about = is_about(text)
    if about and _is_cited(text, start, end):
        return []
    if not _has_others(text):
        return None
    words = _clause(text, start, end)
    if not _is_abroad(words, about):
        return None
    german = any(word in _GERMAN for word in words)
    inside = list(_WORD.finditer(text, start, end))
    return joined(text, (word for word in inside if _may_be(text, word, german)), _JOINT)


def _clause(text: str, start: int, end: int) -> list[str]:
    """The words of the clause around a place, in small letters."""
    low = max(0, start - _REACH)
    before = [mark.end() for mark in _CLAUSE.finditer(text, low, start)]
    behind = _CLAUSE.search(text, end, end + _REACH)
    first, last = before[-1] if before else low, behind.start() if behind else end + _REACH
    return [word[0].lower() for word in _WORD.finditer(text, first, last)]


def _is_abroad(words: list[str], about: bool) -> bool:
    small = sum(word in _OTHERS for word in words)
    unknown = sum(word not in _OTHERS and len(word) >= _SHORTEST and not is_known(word) for word in words)
    english = sum(word in _ENGLISH for word in words)
    enough = small >= 1 and small + unknown >= (1 if about else 2)
    return enough and small + unknown > 2 * english


def _is_cited(text: str, start: int, end: int) -> bool:
    """Whether it is one word or two that the request is about: in quotes, or called a word."""
    said = text[start:end].strip(_QUOTES + " ")
    if len(said.split()) > 2 or any(is_name(word) for word in said.split()):
        return False
    quoted = start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in set(_QUOTES)
    return quoted or (said.islower() and _CITED.search(text, max(0, start - _LEAD), start) is not None)


def _may_be(text: str, word: re.Match[str], german: bool) -> bool:
    said, small = word[0], word[0].lower()
    if small in _OTHERS or small in _ENGLISH or small in _PERSONS:
        return False
    if is_name(said.removesuffix("s")) or is_name(said):
        return True
    if said.islower():
        return False
    before = text[max(0, word.start() - _LEAD) : word.start()]
    ahead = [other[0].lower() for other in _WORD.finditer(before)][-2:]
    if _CALLED.search(before) or any(other in _PERSONS for other in ahead):
        return True
    begins = not before.endswith(" ") or not before.strip() or before.rstrip()[-1] in ".!?:¿¡" + _QUOTES
    if begins or not german:
        return not begins
    several = any(_is_capital(other) for other in _beside(text, word))
    return several or (_is_own(text) and not (ahead and ahead[-1] in _ARTICLES))


@lru_cache(8)
def _has_others(text: str) -> bool:
    return not _OTHERS.isdisjoint(_WORD.findall(text.lower()))


@lru_cache(8)
def _is_own(text: str) -> bool:
    return _OWN.search(text) is not None


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in _OTHERS | _PERSONS


def _beside(text: str, word: re.Match[str]) -> Iterator[str]:
    """The words that touch it, but for a space."""
    if behind := _WORD.match(text, word.end() + 1):
        yield behind[0]
    before = list(_WORD.finditer(text, max(0, word.start() - _LEAD), word.start()))
    if before and before[-1].end() == word.start() - 1 and _capital_within(text, before[-1]):
        yield before[-1][0]


def _capital_within(text: str, word: re.Match[str]) -> bool:
    """Whether it has its capital not from the sentence that it begins."""
    ahead = text[max(0, word.start() - _LEAD) : word.start()].rstrip()
    return bool(ahead) and ahead[-1] not in ".!?:¿¡" + _QUOTES
