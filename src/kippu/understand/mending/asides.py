"""What a Japanese sentence asks for where all else in it only says why: 「え、暗くない？電気つけて」 asks for
「電気つけて」.

A time, a condition, a quote, a doubt or a story around a command changes what is asked, so with one of them
nothing is left out. Knows the grammar of clauses; knows no tool.
"""

from collections.abc import Iterator
from datetime import datetime

from kippu.regex import regex
from kippu.understand.when.japanese import find

_CLAUSE = regex(r"[、,。！!？?\s]+|(?<=[たるいだ](?:から|ので|んで))(?=[^、,。！!？?\sはもねよでのかと])")
_MOST = 4
"""Clauses; who says more tells a story."""
_CALL = regex(
    r"(?:え|あ|あー|うわ|うわー|ねえ|ねぇ|ねえねえ|おい|もう|ほら|なあ|よし|はい|ああ|おっと|やだ|ごめん|すみません|お願い|まって|待って)"
)
"""What one says to be heard."""
_MATTERS = regex(
    r"\d|たら|れば|なら|とき|時|場合|[前後]|まで|じゃなく|ではなく|でなく|以外|だけ(?!ど)|いや|やっぱ|違|でも|のに|もし|しばらく"
    r"|毎|昨|さっき|先ほど|今夜|今晩|今朝|夜|夕|朝|昼|正午|週|月|明日|あした|あす|(?<!ま)って|と言|とか|なんて|という|嘘|うそ|冗談|まだ|だめ|が(?:来|電|窓|鍵|言)"
)
"""Of what stands beside a command: its time, its condition, another's words, another wish."""
_SAYS_WHY = regex(
    r"(?:から|ので|んで|けど|もん|(?<=[いだ])し|んだ|のよ|です|ます|お願い|頼む|たのむ|よろしく|ありがとう)$"
)
"""How a clause behind a command ends that gives its reason, or thanks."""
_STANDS = regex(r"(?:[うくすつぬむるいただよねわなぞさげ]|から|ので|んで|けど|もん|し|です|ます|ん|っと)$")
"""How a clause before a command ends that says something by itself."""
_ASKS = regex(
    r"(?<![のん])[てで]$|.{2}お願い(?:します)?$|[てでしけせめれ][ろよ]$|(?:ください|なさい|ほしい|たい)$"
)
"""How a clause ends that asks for something itself."""
_GOES_ON = regex(r"^(?:と|って|は(?!い)|じゃ|なん|から|けど)|ない|なし")
"""How a clause behind a command begins, or what it has, that turns what was said."""


def without_asides(text: str, now: datetime) -> Iterator[str]:
    """The one clause that asks, where all others only say why or how one feels."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    for place, clause in enumerate(clauses) if 2 <= len(clauses) <= _MOST else ():
        before, behind = clauses[:place], clauses[place + 1 :]
        if (
            len(clause) > 3
            and all(_leads(one, now) for one in before)
            and all(_ends(one, now) for one in behind)
        ):
            yield clause


def _leads(clause: str, now: datetime) -> bool:
    if _CALL.fullmatch(clause):
        return True
    return len(clause) > 2 and not _is_more(clause, now) and _STANDS.search(clause) is not None


def _ends(clause: str, now: datetime) -> bool:
    return not _is_more(clause, now) and not _GOES_ON.search(clause) and _SAYS_WHY.search(clause) is not None


def _is_more(clause: str, now: datetime) -> bool:
    return bool(_MATTERS.search(clause) or _ASKS.search(clause) or find(clause, now))
