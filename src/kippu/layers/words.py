"""Text as it is compared and looked for, in English and Japanese: folded, and cut into words.

Japanese has no spaces and here no dictionary: its scripts tell where words end. Katakana are words as they
stand, a run of kanji is cut into overlapping pairs (as Lucene's CJK analyser does), and hiragana, which are
mostly endings and particles, are left out where kanji are beside them. Knows no index.
"""

import unicodedata
from itertools import pairwise

from kippu.regex import regex

_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_WORD = regex(
    r"(?P<plain>[a-z0-9]+(?:'[a-z]+)?)|(?P<katakana>[\u30a1-\u30ffー]+)|(?P<kanji>[\u3400-\u9fff々]+)"
    r"|(?P<hiragana>[\u3041-\u309fー]+)|(?P<other>[^\W_a-z0-9\u3041-\u30ff\u3400-\u9fff]+)"
)
_JAPANESE = regex("[\u3041-\u30ff\u3400-\u9fff]")

COMMON = frozenset(
    "a an the this that these those some any all each every is are was were be been am do does did done"
    " can could will would shall should may might must have has had having i you he she it we they me my"
    " mine your yours its our their his her him them who what which when where why how whom whose if then"
    " than so as at by for from in into of on onto off out over to up with without about and or but not no"
    " nor too very just also there here please tell say know want need like get got make makes made let"
    " see give one ones thing things way else whether everything anything something another after before"
    " first same two many much long mean means meaning happen happens possible allowed able use used using"
    " work works working don't doesn't didn't isn't aren't can't won't what's it's i'm i've i'd how's"
    " where's who's there's that's".split()
)
"""Words that tell nothing of what a question is about."""

_COMMON_KANJI = frozenset("何 教 方 方法 使 事 時 場合 必要 出来 言 思 下 行 見 自分".split())

_UNTELLING = COMMON | _COMMON_KANJI


def folded(text: str) -> str:
    """Wide and narrow forms, capitals and the two kana made the same."""
    return _narrow(text).translate(_HIRAGANA)


def words(text: str) -> list[str]:
    """The words of a text in order, as the index holds them."""
    found: list[str] = []
    for match in _WORD.finditer(_narrow(text).replace("\u2019", "'")):
        word = match[0]
        if match.lastgroup == "kanji":
            found += [*map("".join, pairwise(word))] if len(word) > 1 else [word]
        elif match.lastgroup != "hiragana":
            found.append(word.translate(_HIRAGANA))
    return found


def has_japanese(text: str) -> bool:
    """Whether any kana or kanji stand in a text."""
    return _JAPANESE.search(text) is not None


def telling(text: str) -> list[str]:
    """The words of a question that say what it is about, each once."""
    return list(dict.fromkeys(word for word in words(text) if word not in _UNTELLING))


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
