"""A condition said as the question that it asks: "the window is open" as "is the window open".

Only of what is so or is not, which can be looked at; what happens ("I leave", 「開けたら」) has to be waited
for. Knows words; who reads the question is given elsewhere.
"""

import re
from typing import NamedTuple

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.phrases.conditions import Conditioned


class Whether(NamedTuple):
    """What is asked, and the answer on which it is done."""

    question: str
    holds: bool
    mode: str | None = None
    """What an air conditioner is to be doing, which no question is needed for."""


_LOOKED_AT = regex(r"(?:but )?(?:if|unless|in case|only if)", re.I)
"""Not "when" nor "once": those wait."""
_SO_EN = regex(
    r"(?P<who>.+?)(?: (?P<is>is|are)(?P<not>n't| not)?|'(?P<s>s|re)(?P<not_s> not)?) "
    r"(?:still |currently |already )?(?P<how>.+)",
    re.I,
)
_NOBODY = regex(r"(?:nobody|no one|no-one|nothing|none|no)\b", re.I)
_SOME = {
    "nobody": "anybody",
    "no one": "anyone",
    "no-one": "anyone",
    "nothing": "anything",
    "none": "any",
    "no": "any",
}
_SOMEBODY = regex(r"^(?:somebody|someone|something)\b", re.I)
_USUALLY = regex(r"普通|ふつう|いつも|本来|大抵|たいてい")
_STATE_JA = regex(
    r"(?P<so>.+(?:て|で)(?:い)?)(?:たら|れば|るなら|る(?:の|ん)(?:だったら|なら)|る(?:場合|とき|時)(?:は|に|には)?)"
)
_NOT_JA = regex(
    r"(?P<so>.+(?:て|で)(?:い)?)な(?:かったら|ければ|いなら|い(?:の|ん)(?:だったら|なら)|い(?:場合|とき|時)(?:は|に|には)?)"
)
_MEASURED_JA = regex(
    r"(?P<so>.+\d度(?:以上|以下|未満|より[^、]+))(?:だったら|なら(?:ば)?|であれば|の(?:場合|とき|時)(?:は|に|には)?)"
)
_MODE_JA = regex(
    r"(?:エアコン|空調|クーラー)?(?:が|は)?(?:今|いま|もし|まだ)*(?P<mode>暖房|冷房|除湿|ドライ|送風)(?:モード|運転)?(?:中)?"
    r"(?:に?なって(?:い)?(?:たら|れば|るなら|る(?:とき|時|場合)(?:は|に|には)?)|だったら|なら(?:ば)?|であれば|の(?:場合|とき|時)(?:は|に|には)?)"
)
_MODES_JA = {"暖房": "heat", "冷房": "cool", "除湿": "dry", "ドライ": "dry", "送風": "fan_only"}

_ORDER: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:please|then|just|also|go ahead and|(?:can|could|would|will) you)[, ]+)*"
        r"(?:turn|switch|set|open|close|shut|lock|start|stop|play|dim|brighten|put|raise|lower|make|pause|mute"
        r"|unmute|resume|run|send|vacuum|clean|kill|change|increase|decrease|crank)\b",
        re.I,
    ),
    "ja": regex(
        r"^(?!普通|ふつう|いつも|本来|大抵|たいてい).*"
        r"(?:(?:[てで]|といて|ておいて|とけ|ろ)(?:ください|下さい|くれる|くれない|くれますか|もらえる|もらえますか|ほしい|ちょうだい"
        r"|ね|よ|な|お願い(?:します)?)*|(?:オン|オフ)(?:に)?(?:お願い(?:します)?)?)[。!！]*$"
    ),
}


def is_ordered(rest: str, language: Language) -> bool:
    """Whether what stands beside a condition is an order, and no rule, wish or question."""
    return _ORDER[language].match(rest) is not None


def whether(said: Conditioned, language: Language) -> Whether | None:
    """The question of a condition, None where nothing can be looked at."""
    if language == "ja" and _USUALLY.match(said.what):
        return None
    return _ja(said.what) if language == "ja" else _en(said)


def _en(said: Conditioned) -> Whether | None:
    if not _LOOKED_AT.fullmatch(said.word):
        return None
    match = _SO_EN.fullmatch(said.what.strip())
    if match is None:
        return None
    who = match["who"]
    negated = bool(match["not"] or match["not_s"]) ^ (said.word.casefold() == "unless")
    if _NOBODY.match(who):
        negated = not negated
        who = _NOBODY.sub(lambda none: _SOME[none[0].casefold()], who, count=1)
    who = _SOMEBODY.sub(lambda some: f"any{some[0][4:]}", who)
    plural = match["is"] == "are" or match["s"] == "re"
    return Whether(f"{'are' if plural else 'is'} {who} {match['how']}", not negated)


def _ja(what: str) -> Whether | None:
    if match := _MODE_JA.fullmatch(what):
        return Whether("エアコンのモードは？", holds=True, mode=_MODES_JA[match["mode"]])
    if match := _NOT_JA.fullmatch(what):
        return Whether(f"{match['so']}る？", holds=False)
    if match := _STATE_JA.fullmatch(what):
        return Whether(f"{match['so']}る？", holds=True)
    match = _MEASURED_JA.fullmatch(what)
    return Whether(f"{match['so']}？", holds=True) if match else None
