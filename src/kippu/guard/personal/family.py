"""Finds names beside the words for somebody's own people and animals. Knows those words, and how names of one
kanji are written: a famous name or an ordinary word that stands there is somebody's."""

from collections.abc import Iterator, Sequence

from kippu.guard.personal import asking, terms
from kippu.guard.personal.found import Found
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_KIN = (
    r"(?:step|half-|twin |little |big |older |younger |elder |oldest |youngest |best |new |old )?"
    r"(?:brother|sister|son|daughter|mother|father|mum|mom|dad|wife|husband|partner|boyfriend|girlfriend|fianc[eé]e?"
    r"|friend|colleague|co-?worker|boss|manager|neighbou?r|cousin|uncle|aunt|nephew|niece|grandson|granddaughter"
    r"|grandma|grandpa|grandmother|grandfather|roommate|flatmate|landlord|tenant|nanny|babysitter|cleaner|teacher"
    r"|therapist|dentist|assistant|ex|baby|kid|child|twin|dog|cat|puppy|kitten|horse|pony|rabbit|hamster|parrot)"
)
_WHOSE = r"(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|MY)"
_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]+)?"
_BEHIND = regex(rf"\b{_WHOSE} {_KIN},? (?P<name>{_NAME})(?![\w-])(?! [A-Z])")
_CALLED = regex(
    rf"\b(?:{_WHOSE}|[Aa]n?|[Tt]he) (?:\w{{2,12}} )?(?:{_KIN}|guy|man|woman|boy|girl|lady|person|pet|bird)"
    rf"(?:,? (?:who|that) (?:is|was)| is| was|['’]s)? (?:called|named) [\"“']?(?P<name>{_NAME}(?: {_NAME})?)"
    rf"|\b{_WHOSE} {_KIN}['’]s name(?:['’]s| is| was) [\"“']?(?P<owned>{_NAME}(?: {_NAME})?)"
)
_IS = regex(
    rf"(?<![\w-])(?P<name>{_NAME}(?: {_NAME})?)(?: and (?P<other>{_NAME}))?"
    rf"(?: is|['’]s| are) (?:my|our|his|her|their) {_KIN}s?\b"
)
_NOBODY = frozenset(
    "he she it this that these those who what here there they we you one someone somebody everyone "
    "nobody god jesus monday tuesday wednesday thursday friday saturday sunday english french spanish "
    "german japanese chinese and but i if so or is are was have can please today tomorrow "
    "yesterday tonight both neither which where when".split()
)
_GIVEN = (
    "葵翔蓮凛凜陸海湊樹律悠颯蒼碧楓柊椿梓杏茜舞誠健剛豪聡賢智徹亮翼駿隼匠渉航岬凪渚澪薫馨忍忠茂稔豊弘浩洋淳"
    "純潤修司悟敦篤隆崇貴孝昇昌晃晶暁旭朔慧怜玲綾彩紬咲奏芽栞遥遼涼諒凌峻俊匡圭慶啓哲哉"
)
"""Names of one kanji, which are words too."""
_ONLY_GIVEN = "葵翔凛凜颯誠健剛聡徹亮駿隼匠渉凪澪薫茜悠淳敦篤晃諒遼凌圭"
"""Those of them that hardly anything else is called."""
_KIN_JA = (
    r"(?:息子|娘|長男|次男|三男|長女|次女|三女|彼氏|彼女|夫|妻|旦那|嫁|弟|妹|兄|姉|孫|甥|姪|いとこ|友達|友人|親友|同僚"
    r"|先輩|後輩|上司|部下|同級生|幼なじみ|恋人|婚約者|元カレ|元カノ|愛犬|愛猫|飼い犬|飼い猫|ペット|クラスメート)"
)
_END = r"(?=(?:さん|ちゃん|くん|君|様)?(?:[がはもをにへと、。！？!?…\s]|って|から|まで|より|です|だ|$))"
_BEHIND_JA = regex(
    rf"{_KIN_JA}の(?P<name>[{_GIVEN}]|[ァ-ヴー]{{2,8}}(?=さん|ちゃん|くん|君|様|[がはもにと、。]|$)){_END}"
)
_ALONE_JA = regex(
    rf"(?:(?<=[、。！？\sとやの])|^)(?P<name>[{_ONLY_GIVEN}])(?=[とがはもにを、]|って|ちゃん|くん|さん)"
)
_ABOUT_PEOPLE = regex(
    r"付き合|結婚|喧嘩|ケンカ|会う|会っ|会い|好き|告白|別れ|浮気|デート|呼んで|一緒に|遊[びん]|誘"
)
_JOINED = regex(r"\s?(?:[とや・]|、|and|&)\s?")
_KANJI_NAME = regex(rf"[{_GIVEN}](?![㐀-鿿々])")
_READING = regex(r"[（(](?P<reading>[ァ-ヴーぁ-ゖ]{2,10})[）)]")
_FEW = 3
_LIST = 2
"""Phones that make a list."""
_WHOSE_LEAD = 14
_WHOSE_PHONE = regex(
    r"(?:[、,・;；。/／\n]\s?|^)(?P<name>[ぁ-ゖ]{2,4}?|[㐀-鿿々]{1,4}|[ァ-ヴー]{2,8})(?:さん|ちゃん"
    r"|くん|先生)?(?:は|：|:|\s|　|…)?\s?$"
)
_NO_ONES_PHONE = regex(
    r"(?:電話|携帯|自宅|職場|会社|本社|支店|実家|連絡先?|緊急|番号|固定|代表|直通|内線|本店|受付|窓口|病院|学校|警察|消防|夜間|昼間|日中"
    r"|これ|それ|または|もしくは|あるいは|および|から|まで|ファックス|スマホ|ケータイ|フリーダイヤル|ホーム|オフィス|父|母|妻|夫|兄|姉|弟|妹|祖父|祖母|息子|娘|実母|義母|義父|友人|大家|上司).*"
)
"""What numbers are called that are somebody's by no name."""


def look(text: str) -> Iterator[Span]:
    """Names behind "my son", before "is my brother", in "a guy named …", and the same in Japanese."""
    for pattern in (_BEHIND, _CALLED, _IS):
        for match in pattern.finditer(text):
            for group, name in match.groupdict().items():
                if name and name.split()[0].lower() not in _NOBODY and not _is_word(name, pattern is _IS):
                    yield Span(*match.span(group), "person", 6)
    if text.isascii():
        return
    for match in _BEHIND_JA.finditer(text):
        yield Span(*match.span("name"), "person", 6)
    if asking.is_private(text) or _ABOUT_PEOPLE.search(text):
        for match in _ALONE_JA.finditer(text):
            yield Span(*match.span("name"), "person", 4)


def beside(text: str, found: Sequence[Found]) -> Iterator[Span]:
    """Names of one kanji that "and" joins to somebody's, and how one in kanji is read."""
    yield from _before_phones(text, found)
    for piece in found:
        if piece.kind != "person":
            continue
        if reading := _READING.match(text, piece.end):
            yield Span(*reading.span("reading"), "person", 4)
        joint = _JOINED.match(text, piece.end)
        if joint and (other := _KANJI_NAME.match(text, joint.end())):
            yield Span(*other.span(), "person", 4)
        before = text[max(0, piece.start - _FEW) : piece.start]
        joints = [at for at in range(len(before)) if _JOINED.fullmatch(before, at)]
        at = piece.start - len(before) + joints[0] - 1 if joints else -1
        if at >= 0 and _KANJI_NAME.match(text, at) and (at == 0 or not "㐀" <= text[at - 1] <= "鿿"):
            yield Span(at, at + 1, "person", 4)


def _before_phones(text: str, found: Sequence[Found]) -> Iterator[Span]:
    """Whose numbers a list has: すみれ in 奥田090-…、すみれは080-…, a word as it is."""
    phones = [piece for piece in found if piece.kind == "phone"]
    if len(phones) < _LIST:
        return
    for piece in phones:
        whose = _WHOSE_PHONE.search(text, max(0, piece.start - _WHOSE_LEAD), piece.start)
        if whose and not _NO_ONES_PHONE.fullmatch(whose["name"]):
            yield Span(*whose.span("name"), "person", 4)


def _is_word(name: str, begins: bool) -> bool:
    """Whether it has its capital because a sentence begins with it."""
    return begins and terms.is_ordinary(name)
