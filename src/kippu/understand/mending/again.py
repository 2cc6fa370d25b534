"""What is to be done once more to a thing of the home, said without the word for that: 「もう一度開けて」,
"reopen them", "once again turn it off". The word repeats no order: it may be the first that opens them.

Knows words and the turn before; behind what isn't of the home, "again" may mean that itself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.cues import target_of
from kippu.understand.fitting import things_of
from kippu.understand.text import sentence
from kippu.understand.text.leads import GOING_ON

_AGAIN_JA = (
    r"(?:もう(?:一|1|いち|いっ)(?:度|回|遍|ど|かい|ぺん)|もっかい"
    r"|再び|ふたたび|再度|改めて|あらためて|また)、?"
)
_DO_JA = (
    r"(?=(?:つけ|点け|付け|消(?:し|せ|す)|けし|切[っるれ]|入れ|開[けいく]|あけ|閉[めじま]|しめ|とじ"
    r"|止[めま]|とめ|動か|回[しせ]|かけ|上げ|下[げろ]|あげ|さげ|暖|温か|涼し|明る|暗く|強く|弱く"
    r"|大きく|小さく|施錠|解錠|ロック|オン|オフ|再生|一時停止|流し|掃除|充電"
    r"|\d+(?:\.\d+)?(?:%|パーセント|度)|[^、。\d]{1,4}色に|[赤青白黄]く))"
)
_JA = regex(
    rf"^(?:(?P<thing>[^、。「」をはがもにでと]{{1,14}})[をはも]、?)?{_AGAIN_JA}{_DO_JA}(?P<order>[^、。「」と]{{1,14}}?[てで]"
    r"(?:おいて|といて|くれ(?:る|ない|ますか|ませんか)?|ください|下さい|もらえ(?:る|ない|ますか|ませんか)|ほしい|欲しい|ちょうだい"
    r"|お願い(?:します)?|ね|よ|な)*)$"
)
"""All of the sentence is the order, at most with the thing named before it."""
_NO_ORDER_JA = regex(
    r"たら|れば|[てで](?:る|た|い[るたな])|っ(?:放|ぱな)し|言|いって|教え|メモ|メール|リスト|リマイン"
)
"""What is kept, sent or said keeps its words; what is so, or waits for something, is no order."""
_FITS_JA: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (regex(r"開|あけ|閉|しめ|とじ|施錠|解錠|ロック"), frozenset({"cover", "lock", "valve"})),
    (regex(r"再生|一時停止|流し"), frozenset({"media_player"})),
    (regex(r"掃除|充電"), frozenset({"vacuum"})),
    (
        regex(r"つけ|点け|付け|消|けし|切|入れ|オン|オフ|明る|暗く|色"),
        frozenset(
            "light switch fan climate media_player humidifier water_heater input_boolean siren".split()
        ),
    ),
)
"""What is done so to which domains of things: where none of them was spoken of, another is meant."""
_DO_EN = (
    r"(?=(?:please )?(?:turn|switch|open|close|shut|lock|unlock|set|make|dim|raise|lower|start|stop|pause"
    r"|resume|play|mute|unmute|put|send|brighten)\b)"
)
_IS_ORDER_EN = regex(_DO_EN, re.IGNORECASE)
_FIRST_EN = regex(
    rf"^{GOING_ON}"
    rf"(?:once (?:again|more)|again|(?:one|1) more time),? {_DO_EN}",
    re.IGNORECASE,
)
_LAST_EN = regex(
    r"(?<=\w),? (?:(?:yet |once |over )again|once more|(?:one|1) more time|another time|anew)$", re.IGNORECASE
)
_RE_EN = regex(
    r"\bre-?(?P<verb>open|close|lock|shut)(?= (?:it|them|that|those|the|my|all|both)\b)", re.IGNORECASE
)


def once_more(turn: Turn, names: Names) -> Turn:
    """The turn without saying that it is once more; as it is where it is no order behind what was done at
    home."""
    if turn.asked or not any(call.tool.startswith("home.") for call in turn.earlier):
        return turn
    text = sentence(turn.text, turn.language)
    better = _in_japanese(text, turn.earlier, names) if turn.language == "ja" else _in_english(text)
    return turn if better == text else replace(turn, text=better)


def _in_japanese(text: str, earlier: Sequence[Call], names: Names) -> str:
    match = _JA.match(text)
    if match is None or _NO_ORDER_JA.search(text):
        return text
    if not match["thing"] and not _fits(match["order"], earlier, names):
        return text
    return f"{text[: match.end('thing') + 1]}{match['order']}" if match["thing"] else match["order"]


def _fits(order: str, earlier: Sequence[Call], names: Names) -> bool:
    """Whether it can be done to what was spoken of."""
    can = next((domains for verb, domains in _FITS_JA if verb.match(order)), None)
    spoken = {thing.domain for call in earlier if target_of(call) for thing in things_of(call, names)}
    return can is None or bool(can & spoken)


def _in_english(text: str) -> str:
    better = _RE_EN.sub(r"\g<verb>", _FIRST_EN.sub("", text))
    shorter = _LAST_EN.sub("", better)
    return shorter if _IS_ORDER_EN.match(shorter) else better
