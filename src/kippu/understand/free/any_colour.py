"""A colour where the sentence leaves the choice: "change the lights to some other colour", "surprise me". The
next minute has another one. Knows no light: none of them is certain to be another than the light has now.
"""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Language

COLOURS: dict[Language, tuple[str, ...]] = {
    "en": ("blue", "green", "purple", "orange", "pink", "turquoise", "red", "yellow"),
    "ja": ("青", "緑", "紫", "オレンジ", "ピンク", "水色", "赤", "黄色"),
}
"""Such as every lamp that has colours can show; white is none of them."""
_ANY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:different|another|random(?:ly)?|new|any|whatever|other"
        r"|some(?:thing)?(?: \w+){0,2} (?:else|other|different|random|fun)) (?:\w+ )?colou?rs?\b"
        r"|\bcolou?rs?\b.*\b(?:something|anything) (?:else|different|new|random|fun)\b"
        r"|\bcolou?rs?\b.*\b(?:random(?:ly)?|surprise me|your choice|you (?:choose|pick|like)"
        r"|i don't (?:care|mind))"
        r"|\b(?:shuffle|rotate|randomi[sz]e|cycle|mix up) (?:through )?(?:the |my |our |all )?(?:lights? ?)?"
        r"(?:of the lights? )?colou?rs?\b"
        r"|\bcolou?rs? (?:of your|you) (?:choice|choosing|like|pick)\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:別|他|ほか|違う|ちがう|何か|適当な|ランダムな)の?色|何色でも|なに色でも"
        r"|色を?(?:、|は)?(?:別の|他の|違うの|適当|てきとう|ランダム|お任せ|おまかせ|何でも|なんでも)"
    ),
}
_NAMED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:favou?rite|which|what|dark|warm|cool|red|green|blue|yellow|orange|purple|violet"
        r"|pink|white|turquoise|cyan|magenta|brown|black)\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"[赤青緑黄紫白黒桃茶](?!ちゃん)|ピンク|オレンジ|グリーン|ブルー|電球|暖色|寒色|昼|私の好き|俺の好き"
    ),
}


def any_colour(plain: str, language: Language, now: datetime) -> str:
    """One where any will do; empty where one is said, or none is asked for."""
    if not _ANY[language].search(plain) or _NAMED[language].search(plain):
        return ""
    return COLOURS[language][int(now.timestamp() // 60) % len(COLOURS[language])]
