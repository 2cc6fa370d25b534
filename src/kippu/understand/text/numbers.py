"""Numbers in words become digits: "twenty-five", "half past", 「二十五」, 「にじゅう」 before a counter.

Only the spelling of numbers; what they count is for others.
"""

import re

from kippu.regex import regex
from kippu.understand.text.fractions import parts_en, parts_ja

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_NUMBER = "|".join([*_TENS, *sorted(_UNITS, key=len, reverse=True)])
_RUN = regex(
    rf"\b(?:{_NUMBER}|a(?= (?:hundred|thousand|million)\b))"
    rf"(?:[ -](?:and )?(?:{_NUMBER}|hundred|thousand|million))*\b",
    re.IGNORECASE,
)

_ONE_OF_THEM = regex(
    r" (?:on|off|up|down|open|closed?|too|also|as well|please|instead|is|was|and(?! a half| 1/2)|to|in|at)\b"
)
"""What stands behind a "one" that is a thing, not a number: "the bedroom one off"."""
_FEW = "|".join(list(_UNITS)[1:10])
_TWO_NUMBERS = (
    rf"({'|'.join(list(_UNITS)[1:13])}) ((?:{'|'.join(list(_TENS)[:4])})[ -](?:{_FEW})|(?:oh|o) (?:{_FEW})"
    rf"|{'|'.join([*list(_UNITS)[10:], *list(_TENS)[:4]])})\b"
)
_CLOCK = regex(
    rf"(?:(?<=\b(?:at|by) )|(?<=\balarm for )|(?<=\bup for )|(?<=, no )|(?<=\bi mean )|(?<=\bactually )"
    rf"|(?<=\bsorry )|(?<=\bmake it )|(?<=\bmake that )){_TWO_NUMBERS}"
    rf"(?![ -](?:percent|degrees|and a half|minutes|hundred|thousand)|%)"
    rf"|\b{_TWO_NUMBERS}(?= ?(?:[ap]\.?m\b|in the (?:morning|afternoon|evening)|tonight))",
    re.IGNORECASE,
)
"""A time of day in two numbers: "at seven thirty", "nine forty five pm", "ten oh five tonight"."""
_RUN_TOGETHER = regex(r"(?<![\d:.])(1[0-2]|0?[1-9])([0-5]\d)(?= ?[ap]\.?m\b)", re.IGNORECASE)
"""The same in figures alone: "235pm"."""
_LENGTHS = r"(?:miles?|met(?:re|er)s?|kilomet(?:re|er)s?|km|feet|foot|yards?|laps?)"
_RACE = regex(
    rf"\b(?P<n>\d+(?:\.\d+)?) ?k(?= (?:is |are )?(?:in|to|into|as|how many) {_LENGTHS}\b)"
    rf"|(?<=\bhow many )(?P<how>{_LENGTHS} (?:is|are|are in|in) (?:an? )?)(?P<m>\d+(?:\.\d+)?) ?k\b",
    re.IGNORECASE,
)
"""Kilometers as runners say them: "10k in miles"."""
_THOUSANDS = regex(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
"""Groups of three figures: "84,500"; not "1,5"."""
_COUNTING = (" at ", " to ", "plus ", "minus ", "times ", "divided by ", "multiplied by ")
"""What a "one" behind it is a number after."""
_POINT = regex(r"\b(\d+) point (\d+)\b", re.IGNORECASE)
_FEET = regex(
    r"\b(\d+) ?(?:foot|feet|ft\b\.?|') ?(?:and )?(1[01]|\d)(?: ?(?:inch(?:es)?|in\.?(?= (?:to|in|as)\b)|\"))?"
    r"(?=$| (?:to|in|into|as)\b)",
    re.IGNORECASE,
)
"""A height: "5 foot 9", "6 feet 2 inches"."""
_FEET_JA = regex(r"(\d+)フィート(1[01]|\d)インチ")
_TENTHS_JA = regex(
    r"(?<![\d.])(\d+)(?:(尺)(\d)寸|(升)(\d)合)(?=(?:は|って|を|だと|で|なら)?(?:何|なん|[ァ-ヶa-z]+(?:に|で|だと)))"
)
"""Old measures of ten to one, where they are to be told in others: 「5尺7寸は何センチ」."""
_HALVES = regex(
    r"\b(\d+) (?:and (?:a )?half|(?:and )?1/2)\b"
    r"(?! (?:an?|hours?|minutes?|seconds?|days?|weeks?|hrs?|mins?)\b)",
    re.IGNORECASE,
)


_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
_NTH = rf"(?:(?:twenty|thirty)[ -])?(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY_OF_MONTH = regex(
    rf"\b(?P<month>(?:{_MONTHS})(?: the)?) (?P<after>{_NTH})\b"
    rf"|\b(?P<before>{_NTH})(?= (?:of )?(?:{_MONTHS})\b)"
    rf"|\b(?P<the>(?:on|for|by|until|till|from|before|after|to|(?:day|date) is) the) "
    rf"(?P<alone>{_NTH})(?=$| (?:at|and|please|in|for)\b)"
    rf"|\b(?P<the2>the) (?P<tens>(?:twenty|thirty)[ -](?:first|second))\b",
    re.IGNORECASE,
)
"""An ordinal that is a day: "june fourteenth", "on the fourteenth". Others count: "the first alarm"."""


def _day_of_month(match: re.Match[str]) -> str:
    said = (match["after"] or match["before"] or match["alone"] or match["tens"]).lower()
    tens, _, last = said.replace("-", " ").rpartition(" ")
    number = _TENS.get(tens, 0) + _ORDINALS[last]
    suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    lead = match["month"] or match["the"] or match["the2"]
    return f"{lead} {number}{suffix}" if lead else f"{number}{suffix}"


def _value(words: list[str]) -> int | None:
    """The number that the words spell, or None when they are several numbers ("one two three")."""
    total = current = 0
    last = 10**9
    for word in words:
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
            last = _SCALES[word]
            continue
        value = _UNITS.get(word, _TENS.get(word))
        if value is None or value >= last or (last < 100 and not (last >= 20 and value < 10)):
            return None
        current += value
        last = value
    return total + current


def _words(run: str) -> list[str]:
    return [word for word in re.split(r"[ -]+", run.lower()) if word not in {"and", "a"}]


def _spell(match: re.Match[str]) -> str:
    words = _words(match.group())
    value = _value(words)
    if value is not None:
        return str(value)
    apart = [_value(_words(part)) for part in re.split(r" and ", match.group(), flags=re.IGNORECASE)]
    if None not in apart:
        return " and ".join(map(str, apart))
    digits = [str(_UNITS[word]) for word in words if word in _UNITS]
    return " ".join(digits) if len(digits) == len(words) else match.group()


def _clock(match: re.Match[str]) -> str:
    hour, minutes = (one.lower() for one in match.groups() if one)
    words = [word for word in re.split(r"[ -]", minutes) if word not in ("oh", "o")]
    return f"{_value([hour])}:{_value(words):02d}"


_COUPLE = regex(r"\ba couple(?: of)? (?=degrees?\b|percent\b|steps?\b)", re.IGNORECASE)


def _in_one(match: re.Match[str]) -> str:
    return match[0].replace(",", "")


def digits_en(text: str) -> str:
    """ "twenty-five percent" → "25 percent". A bare "one" that counts nothing stays ("which one")."""

    def spell(match: re.Match[str]) -> str:
        if re.match(r" of\b", text[match.end() :]):
            return match.group()
        before, after = text[: match.start()].lower(), text[match.end() :].lower()
        if match.group().lower() == "one" and re.search(r"[a-z] $", before) and _ONE_OF_THEM.match(after):
            return match.group()
        if match.group().lower() == "one" and not re.match(r"[ -]+[a-z%]", after):
            return match.group() if re.search(r"[a-z] $", before) and not before.endswith(_COUNTING) else "1"
        if match.group().lower() == "one" and re.search(r"\b(?:the|that|this|which|no|any|every) $", before):
            return match.group()
        return _spell(match)

    text = _COUPLE.sub("2 ", _THOUSANDS.sub(_in_one, text))
    text = _DAY_OF_MONTH.sub(_day_of_month, text)
    text = _RUN_TOGETHER.sub(r"\1:\2", _CLOCK.sub(_clock, text))
    text = _RUN.sub(spell, text)
    text = _RACE.sub(lambda match: f"{match['how'] or ''}{match['n'] or match['m']} km", text)
    text = _POINT.sub(r"\1.\2", text)
    text = _FEET.sub(lambda match: f"{int(match[1]) + float(match[2]) / 12:.6g} feet", text)
    return parts_en(_HALVES.sub(r"\1.5", text))


_KANJI = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_COUNTERS = (
    "パーセント|%|割|度|分|時間|時|秒|日|月|年|週間|週|番|個|つ|階|本|枚|杯|回|倍|台|曲|円|人|件|歳|"
    "キロ|メートル|センチ|ミリ|グラム|リットル|平方|マイル|坪|畳|合|升|海里|オンス|ポンド|フィート|インチ|ヤード|ガロン|カップ|"
    "桁|位まで|エーカー|ヘクタール|ドル|ユーロ|ウォン|バーツ|ルピー|フラン|ペソ|°C|℃|乗|足す|引く|掛ける|かける|割る|たす|ひく|わる|"
    r"ルート|の|に|へ|と|[+\-*/×÷=]|$"
)
_KANJI_RUN = regex(
    rf"(?<![\u4e00-\u9fff])([〇零一二三四五六七八九十百千万]+)(?=(?:{_COUNTERS}|[ぁ-ん]))"
    rf"|([〇零一二三四五六七八九十百千万]+)(?=(?:{_COUNTERS}))"
)
_HALF_PAST = regex(r"(\d+)時半")
_HALF_OF = regex(r"(?<![\d.])(\d+)(度|杯|合|カップ)半")
"""Of a degree, and of what is cooked with: 「大さじ2杯半」."""
_SPOKEN_TENS = {"じゅう": "10", "にじゅう": "20", "さんじゅう": "30", "よんじゅう": "40", "ごじゅう": "50",
                "ろくじゅう": "60", "ななじゅう": "70", "はちじゅう": "80", "きゅうじゅう": "90",
                "ひゃく": "100"}  # fmt: skip
_SPOKEN = regex(rf"({'|'.join(sorted(_SPOKEN_TENS, key=len, reverse=True))})(?=パーセント|%|度|分|秒)")
_ENOUGH = regex(r"十分(?!後|間|タイマー|たったら|経ったら|前|したら|で|に[知起教]|の|$|を|セット|[計測はか])")
_STEP = regex(r"一度(?:だけ)?[ぁ-ん]{0,2}(?:上げ|下げ|あげ|さげ|高|低)")
_KEPT_WORDS = ("一緒", "一番", "一時停止", "一旦", "一度", "一応", "一日中", "一人", "二人", "一つ")


def _kanji_value(run: str) -> int:
    if not any(character in run for character in "十百千万"):
        return int("".join(str(_KANJI[character]) for character in run))
    total = section = digit = 0
    for character in run:
        if character in _KANJI:
            digit = _KANJI[character]
        elif character in _PLACES:
            section += max(digit, 1) * _PLACES[character]
            digit = 0
        else:
            total += max(section + digit, 1) * 10_000
            section = digit = 0
    return total + section + digit


_MAN = regex(r"(\d+(?:\.\d+)?)万(\d{1,4}(?!\d))?")
"""Digits with 万 behind them: 「2万5000円」."""
_SHARE = regex(
    r"(?<!\d)([2-9])分の([1-8])(?=の?(?:明るさ|音量|位置)|(?:だけ|ほど|くらい|ぐらい)?(?:開け|閉め|上げ|下げ)"
    r"|(?:くらい|ぐらい)?に(?:して|し$|下げ|上げ|暗|明|開|閉))"
)
"""A part of what a thing can be: 「3分の1の明るさ」."""
_SEN = regex(r"(?<![\d.])(\d)千(\d{1,3}(?!\d))?(?![一二三四五六七八九百])")
"""A digit with 千 behind it: 「6千円」."""


def digits_ja(text: str) -> str:
    """「二十五パーセント」 → 「25パーセント」. Words that only look like numbers (一緒, 一時停止) stay."""

    def spell(match: re.Match[str]) -> str:
        start = match.start()
        kept = any(text.startswith(word, start) for word in _KEPT_WORDS) and not _STEP.match(text, start)
        if kept or _ENOUGH.match(text, start):
            return match.group()
        return str(_kanji_value(match.group()))

    text = _THOUSANDS.sub(_in_one, text)
    text = _SEN.sub(lambda match: str(int(match[1]) * 1000 + int(match[2] or 0)), text)
    text = _MAN.sub(lambda match: str(round(float(match[1]) * 10_000) + int(match[2] or 0)), text)
    text = _KANJI_RUN.sub(spell, text)
    text = _SPOKEN.sub(lambda match: _SPOKEN_TENS[match.group(1)], text)
    text = _SHARE.sub(lambda match: f"{round(100 * int(match[2]) / int(match[1]))}%", text)
    text = _FEET_JA.sub(lambda match: f"{int(match[1]) * 12 + int(match[2])}インチ", text)
    text = _TENTHS_JA.sub(lambda match: f"{match[1]}.{match[3] or match[5]}{match[2] or match[4]}", text)
    text = _HALF_OF.sub(r"\1.5\2", text)
    return parts_ja(_HALF_PAST.sub(r"\1時30分", text))
