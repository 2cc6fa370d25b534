"""Finds what has a form of its own in Japan: postal codes, addresses, plates. Knows prefectures."""

from collections.abc import Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_DIGIT = "[0-9０-９]"
_DASH = "[-‐‑–−－ーのノ]"
_KANJI = "一-鿿"
_POSTCODE = regex(
    rf"〒\s?{_DIGIT}{{3}}{_DASH}?{_DIGIT}{{4}}|(?<![0-9A-Za-z-]){_DIGIT}{{3}}-{_DIGIT}{{4}}(?=\s?[{_KANJI}])"
)
_PREFECTURE = (
    "(?:北海道|東京都|(?:大阪|京都)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川"
    "|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口"
    "|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)"
)
_TOWN = f"(?:[{_KANJI}ァ-ヶー々のがつるり]|{_DIGIT}{{1,2}}条)"
_KANJI_NUMBER = "[〇一二三四五六七八九十百]"
_LOT = (
    rf"(?:(?:{_DIGIT}{{1,4}}|{_KANJI_NUMBER}{{1,4}})(?:丁目|番地?|号|{_DASH}(?={_DIGIT}|{_KANJI_NUMBER}))の?){{1,5}}"
    rf"(?:(?:{_DIGIT}{{1,4}}|{_KANJI_NUMBER}{{1,4}})(?:番地?|号室?|号)?)?"
)
_ADDRESS = regex(
    rf"{_PREFECTURE}(?:(?:[ぁ-ん]{{2,6}}[市町])?{_TOWN}{{1,24}}{_LOT}"
    rf"|[{_KANJI}ァ-ヶー々]{{1,7}}?[市区町村郡](?:[{_KANJI}ァ-ヶー々]{{1,6}}?[区町村](?![{_KANJI}]))?)"
    rf"|(?<![{_KANJI}ァ-ヶ々])[{_KANJI}ァ-ヶー々]{{1,6}}[市区郡]{_TOWN}{{1,18}}{_LOT}"
)
_LIVES = regex(
    rf"(?:住所|自宅|実家|家|本籍|届け先|送り先|勤務先|引越し先|引っ越し先)(?:[はがも、:：]|は、)\s?(?:[^。\n]{{0,6}}の)??(?P<lot>[{_KANJI}ァ-ヶー々の]{{1,12}}?{_LOT})"
)
"""A lot without a city, where somebody is said to live."""
_BUILDING = regex(
    rf"[\s　]?[{_KANJI}ァ-ヶーA-Za-z々]{{1,20}}"
    rf"[\s　]?(?:{_DIGIT}{{1,4}}(?:号室|号|階|F)|(?<=\s){_DIGIT}{{2,4}}(?!\d))"
)
_PLATE = regex(
    rf"(?:[{_KANJI}]{{1,4}}|なにわ|いわき|つくば|とちぎ)\s?{_DIGIT}[0-9０-９A-Z]{{1,2}}\s?[ぁ-ん]\s?"
    rf"(?:{_DIGIT}{{1,2}}[-・\s]?{_DIGIT}{{1,2}}(?!\d)|[・.]{{1,3}}\s?{_DIGIT}{{1,3}})"
)

_MOPED = regex(
    rf"[{_KANJI}]{{1,5}}[市区町村]\s?[あいうえかきくけこさしすせそたちつてなぬねひふほまみむめやゆよらりるれろわ]\s?"
    rf"(?:{_DIGIT}{{1,2}}[-・\s]{_DIGIT}{{2}}|{_DIGIT}{{2,4}})(?!{_DIGIT}|[年月日円人時分歳丁番号])"
)
"""A moped's plate, which a town gives."""


def look(text: str) -> Iterator[Span]:
    """Postal codes, addresses with a prefecture or a lot number, number plates."""
    if text.isascii():
        return
    for match in _POSTCODE.finditer(text):
        yield Span(match.start(), match.end(), "postcode", 7)
    for match in (*_PLATE.finditer(text), *_MOPED.finditer(text)):
        yield Span(match.start(), match.end(), "plate", 8)
    for match in _LIVES.finditer(text):
        yield Span(*match.span("lot"), "address", 6)
    for match in _ADDRESS.finditer(text):
        numbered = text[match.end() - 1].isdigit() or text[match.end() - 1] in "号地"
        building = _BUILDING.match(text, match.end()) if numbered else None
        yield Span(match.start(), building.end() if building else match.end(), "address", 7)
