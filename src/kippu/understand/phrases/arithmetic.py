"""Tells whether words are a calculation: "15% of 84", 「12足す30」.

Only tells; the words themselves go to the skill that calculates.
"""

import re

from kippu.decimals import exactly
from kippu.products import product_of
from kippu.regex import regex
from kippu.turn import Language

_NUMBER = r"\d[\d.,]*+|pi|π"  # possessive: a long row of digits is tried in one way, not in all
_EN = regex(
    rf"(?:{_NUMBER}|[-+*/×÷^()%!√²$€£¥ ]|\b(?:x|plus|and|added|to|minus|less|take|takeaway|away|times"
    rf"|multiplied|by"
    r"|divided|divide|over|modulo|add|sum|up|subtract|from|multiply|with|mod|percent|per|cent|what"
    r"|percentage|is|off|of|half|third|quarter|a|the|tip|gratuity|on|at|for|square|cube|cubic|root|sqrt"
    r"|squared"
    r"|cubed|power|raised|factorial|sin|cos|tan|log|ln|exp|abs|dollars?|euros?|yen)\b)+",
    re.IGNORECASE,
)
_JA = regex(
    rf"(?:{_NUMBER}|[-+*/×÷^()%!√²=$€£¥ ]|足す|たす|プラス|引く|引き|ひく|マイナス|掛ける|かける|掛け"
    r"|割る|わる|割引?|割って|割ったら|引いて|引いたら|足して|足したら|足せば|掛けて|かけて|足し|から|で|に|と|の|は|を"
    r"|パーセント|オフ|増し|半分|ルート|平方根|立方根|二乗|2乗|3乗|三乗|自乗|乗|根|階乗|分の|何|円|ドル|ユーロ|元)+"
)
_DOES = regex(
    r"[-+*/×÷^!√²]|\b(?:x|plus|minus|less|take ?away|times|multipl(?:ied|y)|divided?|add|sum|subtract"
    r"|over|mod|modulo|percent(?:age)?|root|sqrt|squared|cubed|power"
    r"|factorial|half|third|quarter|off|sin|cos|tan|log|ln|exp|abs)\b|%|足|たす|プラス|引|ひく|マイナス|掛|かける|割|わる"
    r"|パーセント|半分|ルート|乗|根|分の",
    re.IGNORECASE,
)
_NO_SUM = regex(r"\d\s+\d+(?![\d\s]*/)|(?<![\d.])\d{1,4}[-/]\d{1,4}[-/]\d{1,4}(?![\d.])|^(?:off|over|at) ")
"""A phone number, a date: figures in groups, with nothing to do between them; or nothing to do it to."""


def is_calculation(words: str, language: Language) -> bool:
    """True when nothing but numbers, signs and the words of arithmetic stand in it, with something to do; or
    so many times an amount."""
    if product_of(words):
        return True
    text = words.strip(" =?")
    bare, decimals = exactly(text)
    known = (_JA if language == "ja" else _EN).fullmatch(bare)
    does = decimals is not None or _DOES.search(bare)
    number = re.search(r"\d" if decimals is None else _NUMBER, bare)
    return bool(known and not _NO_SUM.search(bare) and number and does)
