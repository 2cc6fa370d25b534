"""Finds names by how somebody says their own, by the small words within one, and in the boxes of a form.

Knows greetings, what joins the parts of a name in some languages, and the words of forms; no names.
"""

from collections.abc import Iterator

from kippu.guard.personal import asking
from kippu.guard.personal.lexicon import is_common, is_name, is_word
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[-'’][^\W\d_]+)?"
_JOINED = regex(
    r"(?<![\w-])(?!(?:The|My|Our|Dear|Mr|Mrs|Ms|Dr|In|From|For|Is|Was|Who|And|But|Did|Tell|Ask|Call) )"
    rf"(?:{_CAPITAL} ){{1,3}}(?:Ní|Nic|Uí|Ó|Mac|bin|binti|bint|ibn|van(?: de[nr]?)?|von(?: der)?|zu"
    rf"|dos|das|ter|af|av|ap|ferch) {_CAPITAL}(?![\w-])"
)
"""A name with a small word within, which is found as two else, or in part."""
_WITHIN = regex(r" (?:Ní|Nic|Uí|Ó|Mac|bin|binti|bint|ibn|v[ao]n|zu|dos|das|ter|a[fvp]|ferch) ")
"""Looking for these alone is quick."""
_KIN = (
    r"(?:mum|mom|dad|mother|father|brother|sister|son|daughter|wife|husband|nan|gran|grandma|grandad|uncle|aunt"
    r"|auntie|teacher|birthday|boyfriend|girlfriend)"
)
_WHOSE = regex(rf"(?<![\w-])(?P<name>[A-Z][a-z]{{3,12}})s {_KIN}\b")
"""Whose they are, without the mark."""
_DEAR = regex(
    r"\b(?:[Mm]y|[Oo]ur) (?:wee|little|youngest|eldest|oldest|middle|big)"
    rf" (?:one|man|girl|boy|lad|lass|princess),? (?P<name>{_CAPITAL})(?![\w-])"
)
_LISTED = regex(
    r"\b(?i:patient|pt|client|policyholder|insured|tenant|student|pupil|claimant|defendant|resident)\.?:? "
    rf"(?P<name>{_CAPITAL}, {_CAPITAL})(?=[,.;:)\n]|$| [\d(])"
)
"""The family's name first, as offices write it."""
_SAYS = regex(
    r"(?:すみません|すいません|こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|初めまして|もしもし|お世話になっております"
    r"|お疲れ様です|失礼します|どうも)[、。,！!\s]{1,2}(?P<name>[ぁ-ゖー]{2,8}?|[ァ-ヴー]{2,10})"
    r"(?:(?P<is>です|でございます)|といいます|と言います|と申します|ともうします)(?=[。、！!\s]|$)"
)
"""Who greets and says a name in kana."""
_ABROAD = regex("[ぁぃぅぇぉゔ]|[ァ-ヴ]{2}")
"""What words in hiragana hardly have, and names from other languages do."""
_BOX = regex(
    r"(?:配偶者|申請者|申込者|世帯主|保護者|被保険者|契約者|名義人|受取人|被災者|通知人|保証人|扶養者|届出人|請求者|代理人|相続人"
    r"|貸主|借主|債務者|債権者|依頼人|差出人"
    r"|施主|患者|生徒|園児|(?:師匠|親方|棟梁|恩師)(?=の))(?:名|氏名)?[：:はの　 ]?"
    r"(?P<name>[㐀-鿿々]{1,3}[ 　](?:[㐀-鿿々]{1,3}|[ァ-ヴー]{1,8}))(?![㐀-鿿々])"
)
_BORN = regex("生まれ|出生|母子|新生児|乳児|赤ちゃん|体重")
_ALONE = regex(
    r"(?<=[、，\n　 ])(?P<name>[葵翔蓮凛凜湊樹律悠颯蒼碧楓柊椿杏茜紬咲奏芽栞陽暖朔旭])(?=[。、，　\n]|$)"
)
"""A given name of one kanji by itself, where a child's birth is told of."""


def look(text: str) -> Iterator[Span]:
    """Names with small words within, whose somebody is, and those said behind a greeting or in a form."""
    for match in _JOINED.finditer(text) if _WITHIN.search(text) else ():
        yield Span(match.start(), match.end(), "person", 6 if asking.is_private(text) else 5)
    for match in _WHOSE.finditer(text) if "s " in text else ():
        if is_name(match["name"].lower()) or not is_common(match["name"].lower()):
            yield Span(*match.span("name"), "person", 6)
    listed = _LISTED.finditer(text) if ", " in text else ()
    for match in (*_DEAR.finditer(text), *listed):
        yield Span(match.start("name"), match.end("name"), "person", 6)
    if text.isascii():
        return
    for match in _SAYS.finditer(text):
        said = match["name"]
        if not match["is"] or (_ABROAD.search(said) and not is_word("japanese", said)):
            yield Span(*match.span("name"), "person", 6)
    for match in _BOX.finditer(text):
        yield Span(*match.span("name"), "person", 6)
    for match in _ALONE.finditer(text) if _BORN.search(text) else ():
        yield Span(*match.span("name"), "person", 6)
