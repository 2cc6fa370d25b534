"""Finds organizations in Japanese by the word that begins or ends their name. Knows these words alone."""

from collections.abc import Iterator

from kippu.guard.personal.lexicon import is_word
from kippu.guard.personal.merging import Span
from kippu.guard.personal.tongues import japanese
from kippu.regex import regex

_NAME = (
    "(?:[㐀-鿿々ァ-ヴー]{1,10}|[一二三四五六七八九][つツ][㐀-鿿々]{1,6}"
    "|(?:(?<![ぁ-ゖ])|(?<=[㐀-鿿々ァ-ヴー][はがのをにでとも]))[ぁ-ゖ]{2,6}(?=[㐀-鿿ァ-ヴ])[㐀-鿿々ァ-ヴー]{0,6}?)"
)
_ENDS = (
    "(?:株式会社|有限会社|合同会社|㈱|㈲|医院|クリニック|病院|歯科|眼科|薬局|保育園|幼稚園|こども園|小学校|中学校|高校|高等学校|学園|女学院|苑|荘"
    "|不動産|工務店|商店|商会|商事|建設|製作所|工業|水産|運輸|食品|酒店|書店|旅館|酒場|食堂|美容室|整骨院|事務所|道場|寮"
    "|整形外科|小児科|内科|皮膚科|耳鼻科|損保|生命|銀行|信用金庫|信金|タクシー|金属|塗装|精機|電設|印刷|テクノ|薬品|製菓|製麺|酒造)"
)
_BEGINS = (
    "(?:株式会社|有限会社|合同会社|㈱|㈲|医療法人|学校法人|社会福祉法人|居酒屋|酒処|食事処|食堂|喫茶|(?:レディース|ペット)?(?:医院|クリニック)"
    "|カフェ|スナック|バー|旅館|民宿|美容室|サロン|保育園)"
)
_ENDED = regex(rf"(?<![㐀-鿿々ァ-ヴー])(?P<name>{_NAME}){_ENDS}(?![㐀-鿿々ァ-ヴー])")
_BEGUN = regex(
    rf"{_BEGINS}[「『\s]?(?P<name>[㐀-鿿々ァ-ヴーA-Za-z]{{2,12}}|[ぁ-ゖ]{{3,8}}?(?=[」』でにへのはがをと、。\s]|$))"
)
_BRANCH = regex(
    r"(?:銀行|金庫|信金|信組|農協|組合)[ 　\s]?(?P<branch>[㐀-鿿々ァ-ヴー]{1,8}支店)(?![㐀-鿿々ァ-ヴー])"
)
"""A bank's branch behind the bank."""
_SHORTENED = regex(
    r"[（(](?:株|有|同|医|学|福|財)[）)]\s?(?:(?:[ぁ-ゖ]{1,6}(?<![のはがをにへ])(?=[㐀-鿿ァ-ヴ]))?[㐀-鿿々ァ-ヴーA-Za-z]{1,12}"
    r"|[ぁ-ゖ]{2,8}?(?=[のはがをにへ、。\s]|$))|[㐀-鿿々ァ-ヴー]{2,12}[（(](?:株|有|同|医|学|福|財)[）)]"
)
"""A firm by the one letter that stands for what it is."""
_KANA = regex("[ぁ-ゖ]+")
_PUBLIC = regex("[市都県区町村私公国府道]立|都内|[各某本当同]|総合|女子|男子|附属|付属")
"""What many are called, and one of them by nothing else."""
_FUNCTION = frozenset("にでとがはをのへもかまやなよらさだ")
"""What words begin with that only join others ("について"), where the lexicon has no such word."""


def look(text: str) -> Iterator[Span]:
    """Names that end or begin as a firm's, a school's or a clinic's, and have something that is no word."""
    if text.isascii():
        return
    for pattern in (_ENDED, _BEGUN):
        for match in pattern.finditer(text):
            if _is_name(match["name"]):
                yield Span(match.start(), match.end(), "organization", 5)
    for match in _SHORTENED.finditer(text) if ")" in text or "）" in text else ():
        yield Span(match.start(), match.end(), "organization", 6)
    for match in _BRANCH.finditer(text):
        if not _PUBLIC.fullmatch(match["branch"].removesuffix("支店")):
            yield Span(*match.span("branch"), "organization", 5)


def _is_name(said: str) -> bool:
    if _KANA.fullmatch(said):
        return is_word("japanese", said) or said[0] not in _FUNCTION
    return not _PUBLIC.fullmatch(said) and not japanese.is_worded(said)
