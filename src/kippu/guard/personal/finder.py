"""A text goes in, what is personal in it comes out. Knows no pattern itself; it asks those who do."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from kippu.guard.personal import (
    again,
    contact,
    cutting,
    dates,
    family,
    firms,
    firms_ja,
    handles,
    introducing,
    japan,
    known,
    labels,
    letters,
    lives,
    national,
    numbers,
    plates,
    references,
    roles,
    secrets,
    sifting,
    streets,
    tongues,
    unknown,
    usernames,
)
from kippu.guard.personal.famous import words_of
from kippu.guard.personal.found import Found, Known
from kippu.guard.personal.lexicon import is_common, is_name
from kippu.guard.personal.merging import Span, merge
from kippu.guard.personal.modules import Modules
from kippu.guard.personal.tagger import Tagger
from kippu.regex import regex
from kippu.turn import Language

LOOKS = (
    contact.look,
    usernames.look,
    handles.look,
    numbers.look,
    national.look,
    plates.look,
    references.look,
    secrets.look,
    dates.look,
    japan.look,
    streets.look,
    letters.look,
    family.look,
    roles.look,
    introducing.look,
    firms.look,
    firms_ja.look,
    tongues.look,
    unknown.look,
)
"""Each takes a text and gives spans. Every one reads the text a fixed number of times."""


_NUMBERS = ("phone", "card", "iban", "ssn", "my_number", "account", "licence", "passport", "postcode")
_SHORTEST_NUMBER = 3
_WITHIN = regex(
    r" (?:bin|binti|bint|ibn|ben|bat|abu|al|el|de|del|de la|da|das|dos|di|du|le|la|van|van de[nr]?|von|zu"
    r"|af|ap|y|Ó|Ní|O|Mac) ?"
    r"| ?[\"“(]{1,2}| ?[\"”)]{1,2} ",
    re.IGNORECASE,
)
"""What stands within a name: a small word, or the marks around a nickname."""
_CORNER = regex(r"\b(?:corner|junction|intersection|crossing) of $", re.IGNORECASE)
_CORNERED = 24
"""Letters of that, and a little more."""
_NOTHING = {"of", "the", "and", "corner", "the corner", "corner of", "the corner of"}
_CROSSING = {"address", "place", "person"}
_NO_NAME = frozenset(
    "むかつく むかつ 小学生 中学生 高校生 大学生 会社員 カード クレジットカード 口座 電話 メール アドレス "
    "パスワード pdf jpg png csv docx zip".split()
)
"""What leads to something personal, or ends a file's name, and is nobody's."""
_ROLE = regex(
    r"[がはのをにへともや]?お?(?:私|僕|俺|妻|夫|主人|家内|彼氏|彼女|両親|家族|親戚|部下|上司|同僚|友人|友達|恋人|双子"
    r"|大家|医者|隣|客|子|孫|嫁|兄|姉|母|父|爺|婆|巡り|店員|店長|部長|課長|係長|社長|先生|先輩|後輩|看護師|保育士|薬剤師"
    r"|長男|次男|三男|長女|次女|三女|義[父母兄弟姉妹]|叔[父母]|伯[父母]|甥|姪|元カレ|元カノ|フィアンセ|婚約者|喪主|推し|ママ友|ヘルパー|バイト"
    r"|運転手|美容師|大工|植木屋|花屋|八百屋|肉屋|魚屋|パン屋|床屋|本屋|郵便屋|清掃員|管理人|担当者?|娘|息子|奥|旦那)(?:さん|さま|様|ちゃん)?"
)
"""Whoever has this part in somebody's life: nobody's name."""
_TIMED = regex(r"\d+(?:時|分|秒|日|月|年|度|円|個|人|回|割|%)")
_COUNTED = regex(
    r"[〇零一二三四五六七八九十百千万]*(?:時間?|分間?|秒間?|日間?|か月|ヶ月|月|年間?|度|円|個|人分?|名|回|割|番目?|丁目|番地|号|条|歳"
    r"|杯|本|枚|階|週間?|泊|点|分)?(?:前|後|半|目|以上|以下|くらい|ぐらい|ほど)?|一番(?!ヶ|ケ|が瀬).*"
)
"""A number in kanji and what it counts."""
_KANJI_FIGURES, _FIRST_KANJI = frozenset("〇零一二三四五六七八九十百千万"), "〇"
_HONORED = regex("さん|さま|様|ちゃん|くん|君|氏|先生")
_WORDED = ("person", "organization", "place", "address")
_LETTERS = regex(r"[^\W\d_]+")
_SHORTEST_WORD = 4
"""Letters of a word that the lexicon knows of."""
_NUMERAL = regex(
    r"[\d〇零一二三四五六七八九十ゼロ]|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|\boh\b",
    re.IGNORECASE,
)
"""Of a number that was cut where another find is, the rest may have none ("or")."""
_FIGURE = regex(r"[\dA-Za-zＡ-Ｚａ-ｚ〇零一二三四五六七八九十]")


def _nothing() -> Iterable[Known]:
    return ()


class Finder:
    """Finds personal data in texts of any length, in English and Japanese."""

    def __init__(self, known: Callable[[], Iterable[Known]] = _nothing, tagger: Tagger | None = None) -> None:
        """``known`` gives what is in the person's own contacts and home; it is asked for each text."""
        self._known = known
        self._tagger = tagger or Tagger()

    def find(self, text: str, language: Language | None = None) -> tuple[Found, ...]:
        """What is personal in ``text``: sorted, apart, in code points. Raises on no text at all.

        ``language`` is that of the conversation, where known; names of both languages are found in either.
        """
        spans = [span for look in LOOKS for span in look(text)]
        tagged = (left for span in self._tagger.look(text) for left in labels.without(text, span))
        tagged = (named for span in tagged for named in cutting.without_number(text, span))
        tagged = (piece for span in tagged for piece in cutting.cut(text, span))
        spans += (span for span in tagged if _can_be(span, text))
        modules = Modules(text)
        spans = [span for span in spans if not modules.has(span)]
        spans = sifting.sift(text, spans, self._words)
        spans += known.look(text, self._known())
        found = merge(text, spans)
        if once_more := [*again.look(text, found), *family.beside(text, found)]:
            found = merge(text, [*spans, *once_more])
        return tuple(lives.tied(text, _whole_names(text, found)))

    def _words(self) -> set[str]:
        return {word for one in self._known() if one.kind == "person" for word in words_of(one.text)}


def _whole_names(text: str, found: Iterable[Found]) -> list[Found]:
    """The same, with names that only a small word parts ("Siti binti Tarudin") as one, and the streets of a
    corner too. A small word by itself is nobody."""
    whole: list[Found] = []
    for piece in found:
        if piece.text.lower() in _NOTHING or (piece.kind in _WORDED and labels.is_label(piece.text)):
            continue
        if piece.kind == "person" and _ROLE.fullmatch(piece.text):
            continue
        if piece.kind in _NUMBERS and piece.text.islower() and not _NUMERAL.search(piece.text):
            continue
        last = whole[-1] if whole else piece
        between = text[last.end : piece.start]
        if last.kind == piece.kind == "person" and _WITHIN.fullmatch(between):
            whole[-1] = Found("person", last.start, piece.end, text[last.start : piece.end])
        elif (
            between == " and "
            and {last.kind, piece.kind} <= _CROSSING
            and _CORNER.search(text, max(0, last.start - _CORNERED), last.start)
        ):
            whole[-1] = Found("address", last.start, piece.end, text[last.start : piece.end])
        else:
            whole.append(piece)
    return whole


def _can_be(span: Span, text: str) -> bool:
    """Whether what the tagger took for a number can be one: "カード" is none, nor is "(12)". And no name."""
    said = text[span.start : span.end]
    if said.lower() in _NO_NAME:
        return False
    if (span.kind in _WORDED and _ROLE.fullmatch(said)) or (span.kind == "person" and _TIMED.search(said)):
        return False
    if span.kind in ("person", "place", "organization") and _is_counted(text, span):
        return False
    if span.kind in _WORDED and _is_words(said) and _has_capitals(text):
        return False
    if span.kind not in _NUMBERS:
        return True
    return len(_FIGURE.findall(text, span.start, span.end)) >= _SHORTEST_NUMBER


def _is_counted(text: str, span: Span) -> bool:
    """Whether it is a number in kanji, with or without what is counted, or the end of one."""
    if text[span.start] < _FIRST_KANJI or _HONORED.match(text, span.end):
        return False
    start = span.start
    while start and text[start - 1] in _KANJI_FIGURES:
        start -= 1
    counted = text[start] in _KANJI_FIGURES and _COUNTED.fullmatch(text, start, span.end)
    return bool(counted) and (span.end - start > 2 or start < span.start)


@lru_cache(8)
def _has_capitals(text: str) -> bool:
    return any(map(str.isupper, text))


def _is_words(said: str) -> bool:
    """Whether these are words of English in small letters, and none of them a name as well ("henry")."""
    words = [word for word in _LETTERS.findall(said) if len(word) >= _SHORTEST_WORD]
    if not said.islower() or not words or any(map(str.isdigit, said)):
        return False
    return all(is_common(word) and not is_name(word) for word in words)
