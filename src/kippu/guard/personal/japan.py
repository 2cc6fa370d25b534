"""Finds what has a form of its own in Japan: postal codes, addresses, number plates. Knows prefectures and no more."""

import re
from collections.abc import Iterator

from kippu.guard.personal.merging import Span

_DIGIT = "[0-9０-９]"
_DASH = "[-‐‑–−－ーのノ]"
_POSTCODE = re.compile(
    rf"〒\s?{_DIGIT}{{3}}{_DASH}?{_DIGIT}{{4}}|(?<![\w-]){_DIGIT}{{3}}-{_DIGIT}{{4}}(?=\s?[一-鿿])"
)
_PREFECTURE = (
    "(?:北海道|東京都|(?:大阪|京都)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重"
    "|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)"
)
_LOT = rf"(?:(?:{_DIGIT}{{1,4}}|[一二三四五六七八九十]{{1,3}})(?:丁目|番地?|号|{_DASH}(?={_DIGIT}))の?){{1,5}}(?:{_DIGIT}{{1,4}}(?:番地?|号室?|号)?)?"
_ADDRESS = re.compile(
    rf"{_PREFECTURE}(?:(?:[ぁ-ん]{{2,6}}[市町])?(?:[一-鿿ァ-ヶー々のがつるり]|{_DIGIT}{{1,2}}条){{1,24}}{_LOT}|[一-鿿ァ-ヶー々]{{1,7}}?[市区町村郡](?:[一-鿿ァ-ヶー々]{{1,6}}?[区町村](?![一-鿿]))?)"
    rf"|(?<![一-鿿ァ-ヶ々])[一-鿿ァ-ヶー々]{{1,6}}[市区郡](?:[一-鿿ァ-ヶー々のがつるり]|{_DIGIT}{{1,2}}条){{1,18}}{_LOT}"
)
_BUILDING = re.compile(
    rf"[\s　]?[一-鿿ァ-ヶーA-Za-z々]{{1,20}}(?:ビル|マンション|ハイツ|コーポ|荘|アパート|タワー|レジデンス|ヒルズ|メゾン|ハウス|コート|プラザ|団地)?"
    rf"[\s　]?(?:{_DIGIT}{{1,4}}(?:号室|号|階|F)|(?<=\s){_DIGIT}{{2,4}}(?!\d))"
)
_PLATE = re.compile(
    rf"(?:[一-鿿]{{1,4}}|なにわ|いわき|つくば|とちぎ)\s?{_DIGIT}[0-9０-９A-Z]{{1,2}}\s?[ぁ-ん]\s?{_DIGIT}{{1,2}}[-・\s]?{_DIGIT}{{1,2}}(?!\d)"
    rf"|[一-鿿]{{2,4}}\s?{_DIGIT}{{3}}\s?[ぁ-ん]\s?[・.]{{1,3}}\s?{_DIGIT}{{1,3}}"
)
_PLATE_SAID = re.compile(
    r"(?:licen[cs]e plates?|number ?plates?|(?<=\s)plates?|registration|\breg|vehicle|\btag)(?: numbers?| no\.?| #)?"
    r"(?: is| was|:|,| of)?\s{1,2}(?P<plate>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4}){1,3})(?![\w-])",
)


def look(text: str) -> Iterator[Span]:
    """Postal codes, addresses with a prefecture or a lot number, number plates (also those that words announce)."""
    for match in _PLATE_SAID.finditer(text):
        yield Span(*match.span("plate"), "plate", 7)
    if text.isascii():
        return
    for match in _POSTCODE.finditer(text):
        yield Span(match.start(), match.end(), "postcode", 7)
    for match in _PLATE.finditer(text):
        yield Span(match.start(), match.end(), "plate", 8)
    for match in _ADDRESS.finditer(text):
        building = (
            _BUILDING.match(text, match.end())
            if text[match.end() - 1].isdigit() or text[match.end() - 1] in "号地"
            else None
        )
        yield Span(match.start(), building.end() if building else match.end(), "address", 7)
