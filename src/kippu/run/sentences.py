"""The sentences of a text, without what only greets or signs; of notes that have none, their lines."""

import re

from kippu.regex import regex

_ENDS = regex(
    r"[.!?…]+[\"”’)\]]*(?=\s|$)|[。！？♪]+[」』）)]*|〜+(?=\s|$|[ぁ-ん])|[!?]+(?=[ぁ-んァ-ヶ一-龥])|[😀-🙏🥀-🧿](?![😀-🙏🥀-🧿])"
)
"""Where a sentence ends, unless it is in brackets."""
_OPENS, _CLOSES = "「『（(", "」』）)"
_ABBREVIATED = regex(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|Inc|Ltd|Co|approx|e\.g|i\.e|[ap]\.m|[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.$"
)
"""What ends in a full stop and, in a text, mostly in no sentence."""
_GREETS = regex(
    r"^(?:dear|hi|hello|hey|good (?:morning|evening|afternoon)|(?:kind |best |warm )?regards|best wishes"
    r"|sincerely|yours|cheers|thanks?(?: you)? (?:for (?:your|the) (?:mail|e-?mail|message|patience|support)"
    r"|in advance|again))\b"
    r"|^(?:平素|いつも(?:お世話|ご利用|大変)|お世話に|拝啓|敬具|前略|早々|以上$|お(?:疲れ様|忙しい))"
    r"|(?:ご高配|ご愛顧|ご厚情)(?:を|に|の)|(?:様|各位|皆さん|皆さま|御中)(?:へ)?$"
    r"|よろしくお願い(?:いた|申し|し)",
    re.IGNORECASE,
)
"""Says nothing but good manners."""
_LABEL = regex(r"[^:：。.]{1,16}[:：].")
_LETTERS_A_WORD = 2.2
"""Where words aren't apart: Japanese takes so many letters for what English says in a word."""
CJK = "\u3000"
"""From here on writings leave no space between words."""
_MARGIN = 0.6
"""Of the longest line: what is shorter ends a paragraph."""
LEAST_WORDS, _LEAST_CHARACTERS = 3, 7
"""A sentence has so many words, or characters where words aren't apart: less is a greeting or a title."""


def sentences(text: str) -> list[str]:
    """The text's sentences, without greetings, titles and signatures; of notes that have none, its lines."""
    found = [piece for paragraph in _paragraphs(text) for piece in _cut(paragraph)]
    whole = [one for one in found if _says(one)]
    return whole or [line for line in map(_bare, text.splitlines()) if _tells(line)]


def _cut(paragraph: str) -> list[str]:
    """Its sentences; what is said in brackets stays in one."""
    found: list[str] = []
    begun = 0
    for end in _ENDS.finditer(paragraph):
        inside = paragraph[begun : end.end()]
        opened = sum(map(inside.count, _OPENS)) > sum(map(inside.count, _CLOSES))
        if opened or _ABBREVIATED.search(inside):
            continue
        _put(found, inside.strip())
        begun = end.end()
    if rest := paragraph[begun:].strip():
        _put(found, rest)
    return found


def _put(found: list[str], piece: str) -> None:
    """Behind the others; what frames a quotation is one sentence with it: 「…」と述べた。"""
    if found and found[-1].endswith("」") and piece[0] in "とで、":
        found[-1] += piece
    else:
        found.append(piece)


def length(text: str) -> float:
    """How much there is to read, in words of English."""
    apart = len(text.split())
    return apart if text.isascii() or apart > len(text) / 8 else len(text) / _LETTERS_A_WORD


def _paragraphs(text: str) -> list[str]:
    """Lines put together that were only broken at a margin: a line much shorter than that ends one."""
    made: list[str] = []
    ends = True
    margin = _MARGIN * max(map(len, text.splitlines()), default=0)
    for line in text.splitlines():
        bare = _bare(line)
        if ends or not bare or line.lstrip()[:1] in tuple("-*•・") or _LABEL.match(bare):
            made.append(bare)
        else:
            made[-1] += bare if made[-1][-1] >= CJK else f" {bare}"
        labelled = _LABEL.match(bare) is not None
        ends = not bare or len(line) < margin or labelled or _ENDS.search(bare[-2:]) is not None
    return list(filter(None, made))


def _bare(line: str) -> str:
    return " ".join(line.split()).lstrip("-*•・ ")


def _tells(line: str) -> bool:
    """Whether a line of notes is more than a title."""
    return length(line) >= LEAST_WORDS and not _GREETS.search(line)


def _says(sentence: str) -> bool:
    """Whether it is a sentence, or a line with facts such as 「日時：12月6日」, and no greeting."""
    if _GREETS.search(sentence):
        return False
    if _ENDS.search(sentence[-3:]) is None:
        return _LABEL.match(sentence) is not None
    apart = len(sentence.split())
    wide = not sentence.isascii() and apart < LEAST_WORDS and len(sentence) >= _LEAST_CHARACTERS
    return apart >= LEAST_WORDS or wide
