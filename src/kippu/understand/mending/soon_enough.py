"""A deed and, apart from it, when it is soon enough: 「電気、消すのは10分後でいいや」.

Its end sounds as if all of it were taken back. Knows time phrases and the grammar of endings.
"""

from datetime import datetime

from kippu.regex import regex
from kippu.understand.when.japanese import find

_SAID = regex(
    r"(?:じゃあ、?|やっぱり?、?)*(?P<what>.+?)[、をはが]*(?P<verb>消す|けす|切る|つける|点ける|止める|とめる|開ける|あける"
    r"|閉める|しめる|かける|起こす|鳴らす|動かす|流す)の(?:は|を|って)?、?(?P<time>.+?)(?:に|で)も?"
    r"(?:いい|良い|よい|オッケー|オーケー|ok|大丈夫|構わない|かまわない|お願い(?:します)?|頼む|して)"
    r"(?:です|ください|下さい|や|よ|わ|ね|かな)*"
)
_ORDERED = {"す": "して", "切る": "切って", "る": "て"}
"""The order by the ending of the deed."""
_TO = regex(r"[にで、]+$")


def as_order(text: str, now: datetime) -> str:
    """The order with its time; any other sentence as it is. ``text`` as ``text.sentence`` gives it."""
    match = _SAID.fullmatch(text.rstrip("。!"))
    if match is None:
        return text
    time, verb = match["time"], match["verb"]
    phrases = find(time, now)
    if len(phrases) != 1 or phrases[0].at is None or (phrases[0].start, phrases[0].end) != (0, len(time)):
        return text
    ending = next(ending for ending in ("切る", "す", "る") if verb.endswith(ending))
    return f"{_TO.sub('', time)}に{match['what']}{verb.removesuffix(ending)}{_ORDERED[ending]}"


def names_a_time(text: str, now: datetime) -> bool:
    """Whether a sentence puts a deed off, and takes nothing back."""
    return as_order(text, now) != text
