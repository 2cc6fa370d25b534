"""Japanese written in kana alone: ｷｯﾁﾝﾉﾃﾞﾝｷｦﾂｹﾃ and きっちんのでんきつけて are キッチンの電気をつけて.

Knows how the home's usual words are written; knows no home.
"""

import re

from kippu.regex import regex

_KATAKANA = regex(r"[ァ-ヶ]")
_KANJI = regex(r"[一-龠々]")
_HIRAGANA = regex(r"[ぁ-ゖ]")
_ALL_IN_KATAKANA = regex(r"ヲ|[テデ](?:クダサイ|クレ|クレル|ネ|ヨ|チョウダイ)?$|(?:ケ|ッ|シ)テ")
"""Particles and endings, which are written so only where everything is."""
_USUAL = {
    "でんき": "電気", "しょうめい": "照明", "しんしつ": "寝室", "だいどころ": "台所", "げんかん": "玄関",
    "こどもべや": "子供部屋", "しょさい": "書斎", "わしつ": "和室", "ろうか": "廊下",
    "せんめんじょ": "洗面所", "せんめんだい": "洗面台", "おふろば": "お風呂場", "おふろ": "お風呂",
    "ふろば": "風呂場", "よくしつ": "浴室", "しゃこ": "車庫", "かいだん": "階段", "いっかい": "1階",
    "にかい": "2階", "さんがい": "3階", "いま": "居間",
    "せんぷうき": "扇風機", "かんきせん": "換気扇", "そうじき": "掃除機", "かしつき": "加湿器",
    "だんぼう": "暖房", "れいぼう": "冷房", "ゆかだんぼう": "床暖房", "おんりょう": "音量",
    "おんがく": "音楽",
    "まくらもと": "枕元", "けし": "消し", "あかるく": "明るく", "くらく": "暗く", "ぜんぶ": "全部",
    "しょうじ": "障子", "あまど": "雨戸", "てんき": "天気", "おんど": "温度",
    "あけて": "開けて", "しめて": "閉めて",
}  # fmt: skip
"""As words are read, and as they are written where not all is kana."""
_ONLY_IN = {
    "いま": r"いま(?=の)",
    "けし": r"けし(?=て|と|$)",
    "てんき": r"(?<!で)てんき",
    "おんど": r"おんど(?=を|は|$)",
}
"""Readings that are parts of other words, and where they are the word itself."""
_READINGS = regex(
    "|".join(_ONLY_IN.get(reading, reading) for reading in sorted(_USUAL, key=len, reverse=True))
)


_ONES = {
    "いち": 1, "いっ": 1, "に": 2, "さん": 3, "よん": 4, "よ": 4, "ご": 5, "ろく": 6, "ろっ": 6, "なな": 7,
    "しち": 7, "はち": 8, "はっ": 8, "きゅう": 9, "く": 9,
}  # fmt: skip
_UNITS = {
    "じかん": "時間", "じ": "時", "ふん": "分", "ぷん": "分", "びょう": "秒", "ど": "度",
    "ぱーせんと": "パーセント",
}  # fmt: skip
_COUNTED = regex(
    rf"(?P<tens>(?P<ten>{'|'.join(_ONES)})?じゅ[うっ])?(?P<one>{'|'.join(_ONES)})?"
    r"(?P<unit>じかん|じ(?=(?:はん)?(?:に|から|まで|ごろ|$))|[ふぷ]ん|びょう(?!いん|にん|き|し(?!たら|て)|そく|ぶ|どう)"
    r"|ぱーせんと|(?<=..じゅう.)ど(?!う)|(?<=じゅう)ど(?!う))"
    r"(?P<half>はん)?"
)
"""Once (「いちど」) is no degree, a hospital (「びょういん」) no second, and a rainbow (「にじ」) no hour
where nothing is at it."""
_ALL_OF_IT = regex(r"(?<![にごっなうん])ひゃくぱーせんと")
_NINE_BEHIND = regex(r"(?:^|[のはにをで、 ]|あさ|よる|ばん|ぜん|ごご|した|あす|きょう|にち|ようび)$")
"""What stands before an hour, and not within a word: a meal is 「しょくじ」."""


def as_hiragana(text: str) -> str:
    """With every katakana letter as the hiragana of the same sound."""
    return _KATAKANA.sub(lambda match: chr(ord(match.group()) - 0x60), text)


def usual(text: str) -> str:
    """The text as it is usually written, if it is in kana alone; otherwise as it is."""
    if _KANJI.search(text):
        return text
    if not _HIRAGANA.search(text) and _ALL_IN_KATAKANA.search(text):
        text = as_hiragana(text)
    if not _HIRAGANA.search(text):
        return text
    text = _ALL_OF_IT.sub("100パーセント", _READINGS.sub(lambda match: _USUAL[match.group()], text))
    return _COUNTED.sub(_in_digits, text)


def _in_digits(match: re.Match[str]) -> str:
    """「にじゅうごふん」 as 25分; words without a number as they are."""
    before = match.string[: match.start()]
    if not (match["tens"] or match["one"]) or before.endswith(("ゃ", "ゃく")):
        return match[0]  # 「ひゃくにじゅうびょう」
    if match["one"] in {"く", "よ"} and match["unit"] == "じかん" and before:
        return match[0]  # 「すごくじかんが」
    if match["one"] == "く" and match["unit"] == "じ" and not (match["tens"] or _NINE_BEHIND.search(before)):
        return match[0]  # 「しょくじに」
    tens = 10 * _ONES.get(match["ten"] or "", 1) if match["tens"] else 0
    return f"{tens + _ONES.get(match['one'] or '', 0)}{_UNITS[match['unit']]}{'半' if match['half'] else ''}"
