"""Says of what was taken for a name that it is part of a title: a heading, a prize, a law, a class in code.

Knows the words that such titles end with, and the lexicon's. A title that has a name in it keeps the name.
"""

import re
from functools import cache

from kippu.guard.personal import terms
from kippu.guard.personal.tongues import japanese
from kippu.regex import regex

_HEADING = regex(r"[ \t]*#{1,6}[ \t]+\S")
_MARK = regex(r"[ \t]*(?:#{1,6}[ \t]*)?")
_CAMEL = regex("[a-z][A-Z]|[A-Z]{2}[a-z]")
_PART = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_IDENTIFIER = regex(
    r"(?:Factory|Adapter|Controller|Service|Repository|Manager|Handler|Stream|Client|Provider"
    r"|Exception|Error"
    r"|View|Model|Builder|Component|Config|Context|Mode|Event|Listener|Mailer|Parser|Request|Response"
    r"|Validator|Entity)s?$"
)
"""What the name of a class ends with."""
_SHORT = regex(r"[a-z](?:JS|DB|QL|ML|AI|API|OS|UI|SDK|IDE|MQ|CI)$")
"""What the name of a program ends with."""
_WORD = regex(r"[A-Z][\w’'-]*")
_PHRASE = regex(r"[A-Z][\w’'-]*(?: (?:(?:of|for|the|and|in|to|on|with|&) ){0,2}[A-Z][\w’'-]*)*")
_AROUND = 80
_TITLED = (
    "prizes?|awards?|scholarships?|scholars|fellowships?|acts?|programmes?|programs?|campaigns?"
    "|initiatives?"
    "|summits?|festivals?|celebrations?|conferences?|championships?|medals?|schemes?|challenges?"
    "|masters"
    "|treaty|convention|protocol|alliance|marathon|collective"
)
_BETWEEN = (
    "Peace|Science|Literary|Memorial|Joint|Research|International|Global|World|National|Regional"
    "|Annual|Book|Film"
    "|Music|Art|Poetry|Essay|Travel|Student|Teaching|Teacher|Academic|Leadership|Graduate|Doctoral"
    "|Merit"
)
_IS_TITLED = regex(rf"(?: (?:{_BETWEEN})\b){{0,2}} (?i:{_TITLED})\b")
"""What stands behind whom a prize, a grant or a law is called after, or behind what it is called."""
_AGREED = regex(
    r"[A-Z][\w’'-]+ (?:Protocol|Convention|Agreement|Accords?|Treaty|Pact|Declaration|Act|Prize|Awards?)"
)
"""What is called after a place, mostly, and was taken for somebody with that name."""
_NAMED_JA = regex("賞|条約|宣言|憲章|議定書|症候群|病|の法則|の定理|の原理|効果|方程式|現象")
"""The same in Japanese, behind a name or at its end."""
_CAPITAL_BEFORE = regex(r"[A-Z][\w’'-]* $")
_FEWEST = 3
"""Words of a title that has nothing else to tell it by."""


def is_title(text: str, start: int, end: int, private: bool, asks: bool) -> bool:
    """Whether no name is in what stands there, a part of a title.

    In a ``private`` text a single name before "Prize" may be that of somebody in the person's life; ``asks``
    says of a text that it only asks about the world.
    """
    said = text[start:end]
    if not said.isascii() and (_NAMED_JA.match(text, end) or _NAMED_JA.search(said, 2)):
        return not private
    if not said[:1].isupper() or any(map(str.isdigit, said)):
        return False
    if is_class(said) or (not private and is_program(said)):
        return True
    if _is_worded(text, start, end):
        return True
    return not private and _is_called(text, start, end, asks)


def _is_called(text: str, start: int, end: int, asks: bool) -> bool:
    """Whether a prize or the like is called after it: one word, or what a question has "the" before."""
    if _AGREED.fullmatch(text, start, end):
        return True
    if not _IS_TITLED.match(text, end):
        return False
    if " " in text[start:end].strip():
        return asks and text.endswith(("the ", "The "), 0, start)
    before = _CAPITAL_BEFORE.search(text, max(0, start - _AROUND), start)
    return not before or is_plain(before[0].strip())


def is_program(said: str) -> bool:
    """Whether it is called as a class or a campaign is: words without spaces between ("TokenStream")."""
    if not _CAMEL.search(said) or not terms.is_camel(said):
        return False
    parts = _PART.findall(said)
    return (
        is_class(said)
        or bool(_SHORT.search(said))
        or (all(map(_is_part, parts)) and any(map(terms.is_ordinary, parts)))
    )


def is_class(said: str) -> bool:
    """Whether it ends as names of classes do."""
    return bool(_CAMEL.search(said)) and terms.is_camel(said) and bool(_IDENTIFIER.search(said))


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether it is made of words, and stands in a heading of Markdown."""
    if "#" not in text or not _HEADING.match(text, text.rfind("\n", 0, start) + 1):
        return False
    said = text[start:end].strip("# \n")
    if terms.is_ordinary(said) and not any(map(_calls, terms.words(said))):
        return True
    mark = _MARK.match(text, start, end)
    return japanese.is_words(text, mark.end() if mark else start, end, alone=True)


def _is_part(word: str) -> bool:
    return terms.is_english(word.lower()) and not _calls(word)


def _is_worded(text: str, start: int, end: int) -> bool:
    """Whether it stands among words with capitals that are words of English, and touches no name."""
    words = _phrase(text, start, end)
    within = [at for at, word in enumerate(words) if word.start() < end and start < word.end()]
    if not within or len(words) < _FEWEST:
        return False
    plain = [is_plain(word[0]) for word in words]
    first, last = within[0], within[-1]
    if not all(plain[first : last + 1]):
        return (
            len(within) >= _FEWEST
            and all(plain[last - 1 : last + 1])
            and all(terms.is_english(words[at][0].lower()) for at in within)
        )
    low, high = first, last
    while low and plain[low - 1]:
        low -= 1
    while high + 1 < len(words) and plain[high + 1]:
        high += 1
    touches = (low == first and low > 0) or (high == last and high + 1 < len(words))
    return high - low + 1 >= _FEWEST and not touches


def _phrase(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words with capitals around a place, with small words at most between."""
    for phrase in _PHRASE.finditer(text, max(0, start - _AROUND), end + _AROUND):
        if phrase.start() <= start and end <= phrase.end():
            return list(_WORD.finditer(text, phrase.start(), phrase.end()))
    return []


def is_plain(word: str) -> bool:
    """Whether it is a word of English that calls nobody, as "Precious" does."""
    return terms.is_ordinary(word) and not _calls(word)


def _calls(word: str) -> bool:
    return word.lower() in _calling()


@cache
def _calling() -> frozenset[str]:
    return frozenset(terms.lines("calling"))
