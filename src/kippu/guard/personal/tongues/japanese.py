"""Says of what was taken for a name in Japanese that it is ordinary words. Knows the lexicon's words."""

from collections.abc import Iterator

from kippu.guard.personal.lexicon import is_word
from kippu.regex import regex

_RUN = regex("[㐀-鿿々ァ-ヴー]+")
_KATAKANA = regex("[ァ-ヴー]+")
_WIDE = regex("[㐀-鿿々ぁ-ゖァ-ヴー]+")
_AROUND = 24
_LONGEST = 8
"""Letters of a word in the lexicon."""
_FIXED = frozenset("新全各第総最旧前現副主超者用的化性式型版案表賞語数率品")
"""What words are made longer with."""
_PAIR = regex("(?<![㐀-鿿々])[㐀-鿿][㐀-鿿々](?![㐀-鿿々])")
_BEHIND = frozenset("宛様氏君殿家著作訳邸宅母父兄姉妹弟夫妻店社部課係長側用")
"""What stands behind a name of one letter, and is no part of it."""
_HONORED = regex(
    "さん|さま|様|ちゃん|くん|君|氏|殿|先生|先輩|選手|監督|教授|博士|部長|課長|社長|係長|店長|と申し|といい"
)
_NO_ONE = frozenset(
    "第号車今前後上中下左右内外人者方時日年月分秒回度番目円何私僕俺彼家所店駅国県市区町村道欄先件等他皆誰物事気手足頭体本紙"
    "字文話声色形数量力熱薬水火金銀鉄米肉魚茶酒車船夜朝昼晩春夏秋冬毎各全約計様宛例図表式点線面個枚台冊杯匹頁章節条項版"
)
"""Letters that stand for something by themselves, and are hardly ever somebody's name."""
_MADE = frozenset("状部会書届券証費代料票課係室館園長員家者師士的性化")
"""What words are made longer with, where the rest of them is one."""
_READING = regex("[（(][ァ-ヴーぁ-ゖ]{2,10}[）)]")
"""How somebody's name is read, said behind it."""
_INFLECTED = regex(
    "[㐀-鿿]{1,2}(?:れ|っ|し|い|え|け|き|め|み|べ|せ|ん|ま|り)?(?:た|だ|て|で|る|られ|ない|ます|です)|[ァ-ヴー]{2,}(?:し|す|する|して|した)"
)
"""A verb, as it ends."""
_SET = regex(
    "はじめ(?:に|まして)|おわりに|さいごに|まとめ(?:る|て)?|あらすじ|おしらせ|おすすめ|ごあいさつ"
    "|お知らせ|お願い"
)
"""What stands over texts or begins them."""
_ENDED = regex("[ぁ-ゖ]+(?:[るたのない](?:よう|ため|こと|もの)|ください|ました|ます)|るよう")

_BESIDE = regex(
    "(?:同僚|上司|部下|先輩|後輩|友人|友達|親友|恋人|彼氏|彼女|夫|妻|旦那|嫁|息子|娘|長男|次男|長女|次女|兄|姉|弟|妹|孫|甥|姪|いとこ|同級生)の$"
)
"""Whoever has a name behind it."""
_LONGEST_BESIDE = 5
_SEASON = regex("[春夏秋冬月]")
"""Of what stands for something by itself, the letters that people are called."""
_DEALT = regex(
    "と(?:別れ|付き合|つきあ|結婚|離婚|喧嘩|仲直り|デート)|に(?:手紙|告白|振られ|ふられ)"
    r"|が(?:昨日|今日|今朝|昨夜|さっき)?(?:泣い|泣き|[^。、\s]{0,4}辞めたいと)"
)
"""What is done to somebody, or by somebody, and with no thing."""


def is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the words around it speak of somebody, whatever else it means: 春 in 同僚の春, 上野と別れる."""
    start, end = whole(text, start, end)
    if _SEASON.fullmatch(text, start, end):
        if _BESIDE.search(text, max(0, start - _LONGEST_BESIDE), start):
            return True
    elif text[start:end] in _NO_ONE:
        return False
    return _DEALT.match(text, end) is not None


def is_words(text: str, start: int, end: int, alone: bool = False) -> bool:
    """Whether it is made of several words, or lies within one; with ``alone`` also whether it is one."""
    said = text[start:end]
    if _HONORED.match(text, end) or not _WIDE.fullmatch(said):
        return False
    if _ENDED.fullmatch(said) or any(
        set_.start() <= start and end <= set_.end()
        for set_ in _SET.finditer(text, max(0, start - 4), end + 4)
    ):
        return True
    parts = list(_parts(text, *_grown(text, start, end)))
    touched = [part for part in parts if part[0] < end and start < part[1]]
    if not all(known for *_, known in touched):
        return False
    several = len(touched) > 1 or (
        _KATAKANA.fullmatch(said) and len(parts) > 1 and all(part[2] for part in parts)
    )
    return alone or bool(several) or touched[0][1] - touched[0][0] > end - start


def is_worded(said: str) -> bool:
    """Whether kanji or katakana are nothing but words, one or several."""
    parts = list(_parts(said, 0, len(said)))
    long = any(end - start > 1 for start, end, _ in parts)
    return long and all(known or said[start] in _MADE for start, _, known in parts)


def is_nobody(text: str, start: int, end: int) -> bool:
    """Whether it is one ordinary word or more, or a letter by itself that no name is written with."""
    said = text[start:end]
    if (
        _HONORED.match(text, end)
        or _READING.match(text, end)
        or (start and text[start - 1].isascii() and text[start - 1].isalpha())
    ):
        return False
    if len(said) == 1:
        return said in _NO_ONE or "ぁ" <= said <= "ゖ"
    if _INFLECTED.fullmatch(said):
        return True
    if not _RUN.fullmatch(said) or not is_worded(said):
        return False
    low, high = _grown(text, start, end)
    return (low, high) == (start, end) or is_worded(text[low:high])


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a name of two kanji of which one was seen: "空" of 美空 is no word that goes with 美."""
    if end - start == 1:
        pair = _PAIR.match(text, start) or _PAIR.match(text, max(0, start - 1))
        if pair and pair.end() >= end and pair[0][1] not in _BEHIND and not is_word("japanese", pair[0]):
            return pair.span()
    return start, end


def _grown(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the rest of the kanji or katakana that it begins and ends within."""
    low = max(0, start - _AROUND)
    for run in _RUN.finditer(text, low, end + _AROUND):
        if run.start() < start < run.end():
            start = run.start()
        if run.start() < end < run.end():
            end = run.end()
    return start, end


def _parts(text: str, at: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """The words there, the longest first from the left, and whether each is one."""
    while at < last:
        sizes = range(min(_LONGEST, last - at), 1, -1)
        size = next((size for size in sizes if is_word("japanese", text[at : at + size])), 1)
        yield at, at + size, size > 1 or text[at] in _FIXED
        at += size
