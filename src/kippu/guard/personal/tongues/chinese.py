"""Tells names from the words of a Chinese sentence. Knows surnames, small words, and the lexicon's words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kippu.guard.personal.lexicon import is_word
from kippu.guard.personal.merging import Span
from kippu.regex import regex

Words = tuple[tuple[int, int], ...]
"""Places of words, in order and without a gap."""

_RUN = regex("[㐀-鿿，、；：·“”‘’《》〈〉（）0-9 ]+")
_HAN = regex("[㐀-鿿]")
_AROUND = 120
"""Letters beside a span that tell which language it stands in."""
_LONGEST = 4
"""Letters of a word in the lexicon."""
_FEWEST = 4
"""Letters of a sentence."""
_SENTENCE = 0.5
"""The share of a sentence that is in known words; a name or a title has less."""
_SMALL = frozenset(
    "的了是我你您他她它们們是在有和与與跟给給对對把被让讓请請很都也就不没沒要会會能想去来來到从從向上"
    "下里裡说說看叫"
    "这這那个個些么麼吗嗎呢吧啊呀哦还還再又才只可以为為因所但而且或如果当當得地着著过過等之其此该該每"
    "各某两兩几幾"
    "一二三四五六七八九十百千万萬多少大小好更最太非常做写寫用找问問买買吃喝走坐住听聽讲講读讀学學帮幫"
    "将將并並"
    "于於由及即若至比按使令后後前中内內外间間时時点點分秒年月日号號今明昨次位名件份篇封句段家条條张張"
    "本种種"
)
"""Words of one letter that a name has in it now and then, and neither begins nor ends with."""
_ONLY = regex("[你您妳們這嗎呢吧哪沒還啊喔啦麼說讓]")
"""Signs of Chinese that Japanese has too, and does not use."""
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭"
    "田董袁潘"
    "蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付邹鄒孟熊秦邱江尹薛闫閻"
    "段雷侯龙龍"
    "史陶黎贺賀顾顧毛郝龚龔邵钱錢严嚴覃武戴莫孔汤湯何高方白金安常文欧歐"
)
_GIVEN = frozenset(
    "明华強强伟芳丽敏静勇军杰娟艳涛磊洋娜秀霞平刚桂英玉兰红梅晓建国志海波云飞龙春雪婷宇浩然轩涵怡欣梓"
    "佳美琳琪慧颖莹倩雅俊"
    "凯鹏峰超辉斌健鑫亮林生"
)
"""What given names end with most often."""
_DOUBTFUL = frozenset("张張许許曾任付何高方白金安常文江石马馬毛程林田")
"""Surnames that are words as well: a person only before what is no word."""
_DOUBLE = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 皇甫 夏侯 令狐 慕容 司徒 端木 公孙 公孫 尉迟 宇文".split()
)
_HONORED = regex("先生|女士|小姐|老师|老師|教授|医生|醫生|经理|經理|总|總|哥|姐|叔|阿姨|同学|同學")
_CALLED = frozenset("小老阿")
"""What stands before the surname of a friend."""
_WHOLE = regex("公司|集团|集團|银行|銀行|大学|大學|学校|學校|医院|醫院|路|街|号|號|镇|鎮|村|\\d")
"""What an address or a firm has, which are not cut."""


def look(text: str) -> Iterator[Span]:
    """Names that begin with a surname, in sentences of Chinese."""
    if text.isascii() or not _is_chinese(text):
        return
    for run in _RUN.finditer(text):
        words = _words(run[0])
        for at in range(len(words or ())):
            if words and (stop := _surnamed(run[0], words, at)):
                yield Span(run.start() + words[at][0], run.start() + stop, "person", 4)


def left(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The places of what may be names between ``start`` and ``end``; None if that is no Chinese."""
    first, run = _run(text, start)
    words = _words(run)
    if words is None or _WHOLE.search(text, start, end):
        return None
    return [
        (first + at, first + to) for at, to in _names(run, words) if first + at < end and start < first + to
    ]


def _run(text: str, start: int) -> tuple[int, str]:
    """Where the clauses around a place begin, and they themselves."""
    low = max(0, start - _AROUND)
    first = low
    for match in _RUN.finditer(text, low, start + _AROUND):
        if match.start() <= start < match.end():
            return match.start(), match[0]
        first = match.end()
    return first, ""


@lru_cache(64)
def _words(run: str) -> Words | None:
    """The places of the words of a sentence, the longest first from the left; None if it is none."""
    letters = _HAN.findall(run)
    if len(letters) < _FEWEST or not _is_chinese("".join(letters)):
        return None
    words = []
    at = known = 0
    while at < len(run):
        size = next(
            (n for n in range(min(_LONGEST, len(run) - at), 1, -1) if is_word("chinese", run[at : at + n])), 1
        )
        known += size if size > 1 or run[at] in _SMALL else 0
        words.append((at, at + size))
        at += size
    return tuple(words) if known >= _SENTENCE * len(letters) else None


def _is_chinese(text: str) -> bool:
    """Whether something is in it that Japanese does not write so."""
    if _ONLY.search(text):
        return True
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return True
    return False


def _names(run: str, words: Words) -> list[tuple[int, int]]:
    """Rows of letters that make no words, and surnames with what stands behind them."""
    names: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        start, end = words[at]
        if stop := _surnamed(run, words, at):
            names.append((start, stop))
            end = stop
        elif end - start == 1:
            end = words[_row(run, words, at)][1]
            low, high = _trimmed(run, start, end)
            if high - low > 1:
                names.append((low, high))
        while at < len(words) and words[at][0] < end:
            at += 1
    return names


def _surnamed(run: str, words: Words, at: int) -> int:
    """Where the name ends that begins with this word; 0 if none does."""
    start, end = words[at]
    if run[start : start + 2] in _DOUBLE:
        return _given(run, words, [n for n, word in enumerate(words) if word[0] >= start + 2], start + 2)
    if run[start] in _CALLED and end < len(run) and run[end] in _SURNAMES and end - start == 1:
        return words[at + 1][1] if words[at + 1][1] == end + 1 else 0
    if run[start] not in _SURNAMES:
        return 0
    if end - start > 1:  # "高兴国": a surname and a given name that begin like a word
        loose = end - start == 2 and words[at + 1 : at + 2] == ((end, end + 1),)
        return end + 1 if loose and _HAN.match(run[end]) and run[end] not in _SMALL - _GIVEN else 0
    if _HONORED.match(run, end):
        return end
    doubtful = run[start] in _DOUBTFUL
    stop = _given(run, words, range(at + 1, len(words)), end, doubtful)
    return stop if stop > end else 0


def _given(run: str, words: Words, rest: Sequence[int], end: int, doubtful: bool = False) -> int:
    """Where a given name ends, of two letters at most, that begins at ``end``."""
    stop = end
    for at in rest[:2]:
        word = run[slice(*words[at])]
        small = word in _SMALL - _GIVEN and (stop > end or doubtful)
        if not _HAN.match(word) or small or (doubtful and len(word) > 1):
            break
        if len(word) > end + 2 - stop:  # "明写" in "给王晓明写信"
            return stop + 1 if stop > end and word[0] in _GIVEN else stop
        stop = words[at][1]
    return stop


def _row(run: str, words: Words, at: int) -> int:
    """The last word of one letter in a row of them, before a name begins."""
    while (
        all(_is_single(run, word) for word in words[at : at + 2])
        and at + 1 < len(words)
        and not _surnamed(run, words, at + 1)
    ):
        at += 1
    return at


def _is_single(run: str, word: tuple[int, int]) -> bool:
    return word[1] - word[0] == 1 and bool(_HAN.match(run[word[0]]) or run[word[0]] == "·")


def _trimmed(run: str, start: int, end: int) -> tuple[int, int]:
    """A row of letters without small words at its ends."""
    while start < end and (run[start] in _SMALL or not _HAN.match(run[start])):
        start += 1
    while start < end and (run[end - 1] in _SMALL or not _HAN.match(run[end - 1])):
        end -= 1
    return start, end
