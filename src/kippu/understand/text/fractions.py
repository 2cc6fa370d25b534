"""Parts of a whole, typed and said: "3/4 hour" and 「4分の3時間」 are 45 minutes, "1 3/4" is 1.75.

Knows lengths of time, and the parts that a thing of the home can be open or bright by. What else is measured
in parts ("1/2 cup") keeps its stroke, as a day does ("3/4") and a sum ("4/5").
"""

import re
from fractions import Fraction

from kippu.regex import regex

_SECONDS = {"week": 604_800, "day": 86_400, "hour": 3600, "hr": 3600, "minute": 60, "min": 60,
            "時間": 3600, "分": 60}  # fmt: skip
_PART = r"(?<![\d/.,])(?P<up>\d{1,2})/(?P<down>[2-9]|1[0-6])(?![\d/])"
_PARTS_EN = regex(
    rf"(?:\ba )?(?:{_PART}|(?<![\d/.])(?P<quarters>3[ -]quarters?|(?:\ba )?quarter)(?= of| hour|-hour))"
    r"(?: of)?(?: an?)?[ -](?P<unit>hour|hr|minute|min|day|week)s?\b",
    re.IGNORECASE,
)
_HALF_EN = regex(r"(?<!and )\ba half(?: of)?[ -](?:an? )?(?P<unit>hour|minute)\b(?! past)", re.IGNORECASE)
_AND_PART = regex(
    r"\b(?P<whole>an?|\d+) (?P<unit>hour|minute)s?,? and (?:(?P<up>3)[ -]quarters|a quarter"
    r"|(?P<up2>[1-3])/(?P<down2>[34]))\b(?! of)",
    re.IGNORECASE,
)
"""What stands behind its unit: "an hour and a quarter"."""
_MIXED = regex(
    r"(?<![\d/.,:-])(?<!\d )(?P<whole>\d{1,3})(?: and(?: an?)?)? (?:(?P<up>\d)/(?P<down>[2458])(?![\d/])"
    r"|(?P<quarter>a quarter|3[ -]quarters?)(?= (?:hours?|minutes?|cups?|pounds?|miles?|inch|inches)\b))",
    re.IGNORECASE,
)
_MEASURES = regex(
    r"\b(?:how (?:many|much|long)|convert)\b| (?:in|to|into|as) (?:seconds|minutes|hours|days|weeks)\b"
    r"|何(?:秒|分|時間)",
    re.IGNORECASE,
)
"""Asks for the length itself: a half hour in minutes is no "30 minutes in minutes"."""
_HOURS_JA = regex(
    rf"(?:(?P<whole>\d+)と)?(?:{_PART}|(?<![\d/.])(?P<down2>[2-9])分の(?P<up2>[1-8]))"
    r"(?P<unit>時間(?![割帯目数外])|分(?=後|間|の?タイマー|たったら|計|でセット))"
)
_LEVELLED = (
    r"(?:明るさ|音量|ボリューム|電気|照明|ライト|ランプ|ブラインド|カーテン|シャッター|シェード"
    r"|ロールスクリーン|風量)"
)
"""What can be a part of what it can be: to a meeting, 「3/4にして」 is a day."""
_LEVELLED_JA = regex(_LEVELLED)
_PART_JA = regex(
    rf"{_PART}(?=の?(?:明るさ|音量|位置)|(?:だけ|ほど|くらい|ぐらい)?に?(?:開|閉|上げ|下げ|あけ|しめ|あげ|さげ|暗|明る))"
)
_SET_JA = regex(rf"(?P<before>{_LEVELLED}[をは、]?){_PART}(?=(?:くらい|ぐらい)?に(?:して|し$|$))")


def parts_en(text: str) -> str:
    """ "a timer for 3/4 hour" → "a timer for 45 minutes"; "1 3/4 cups" → "1.75 cups"."""
    text = _MIXED.sub(_mixed, text)
    if _MEASURES.search(text):
        return text
    text = _AND_PART.sub(_and_part, text)
    text = _HALF_EN.sub(r"half a \g<unit>", text).replace("half a hour", "half an hour")
    return _PARTS_EN.sub(_length, text)


def parts_ja(text: str) -> str:
    """「1/2時間」 → 「30分」, 「ブラインドを1/2開けて」 → 「ブラインドを50%開けて」."""
    if not _MEASURES.search(text):
        text = _HOURS_JA.sub(_length_ja, text)
    if not _LEVELLED_JA.search(text):
        return text
    text = _SET_JA.sub(_levelled, text)
    return _PART_JA.sub(lambda match: _percent(match) or match.group(), text)


def _share(match: re.Match[str]) -> Fraction:
    if match["up"] is None:
        return Fraction(3 if match["quarters"].startswith("3") else 1, 4)
    return Fraction(int(match["up"]), int(match["down"]))


def _length(match: re.Match[str]) -> str:
    return _written(_share(match) * _SECONDS[match["unit"].lower()]) or match.group()


def _and_part(match: re.Match[str]) -> str:
    up, down = match["up"] or match["up2"] or 1, match["down2"] or 4
    whole = int(match["whole"]) if match["whole"].isdigit() else 1
    return _written((whole + Fraction(int(up), int(down))) * _SECONDS[match["unit"].lower()]) or match.group()


def _written(seconds: Fraction) -> str | None:
    """The length in figures; None where no clock counts it."""
    if seconds <= 0 or seconds.denominator != 1:
        return None
    size, name = next((size, name) for size, name in ((60, "minutes"), (1, "seconds")) if not seconds % size)
    return f"{seconds // size} {name}"


def _length_ja(match: re.Match[str]) -> str:
    up, down = match["up"] or match["up2"], match["down"] or match["down2"]
    seconds = (int(match["whole"] or 0) + Fraction(int(up), int(down))) * _SECONDS[match["unit"]]
    if seconds <= 0 or seconds.denominator != 1:
        return match.group()
    return f"{seconds // 60}分" if not seconds % 60 else f"{seconds}秒"


def _mixed(match: re.Match[str]) -> str:
    if match["quarter"]:
        part = 0.75 if match["quarter"].startswith("3") else 0.25
    else:
        part = int(match["up"]) / int(match["down"])
    return f"{int(match['whole']) + part:g}" if part < 1 else match.group()


def _levelled(match: re.Match[str]) -> str:
    share = _percent(match)
    return f"{match['before']}{share}" if share else match.group()


def _percent(match: re.Match[str]) -> str | None:
    share = _share(match)
    return f"{round(100 * share)}%" if 0 < share < 1 else None
