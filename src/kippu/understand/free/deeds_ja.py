"""Which button, which option of which thing, and what is to be done again and again, as Japanese says it.

The words that stand where such a thing is named; the home knows its things. Knows no encoder.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex

_BUTTON = regex(
    r"(?:^|[、。 ]|から|けど|ので)([^、。 をは]{1,16}?)(?:の)?(?:ボタン|スイッチ)(?:を|ば|だけ)*"
    r"(?:押(?!し(?:たら|た))|おし[てと]|プッシュ)"
    r"|(?:^|[、。 ]|から|けど|ので)([^、。 をは]{1,16}?)(?:を|ば)?(?:鳴ら|ならし)"
)
_SET = r"(?:し[てとろちな]|する|変え|かえ|切り?替え|きりかえ|設定|セット|頼|お願い|おねがい|よろしく|$)"
_SET_OF = regex(
    rf"(?:^|[。 ]|から、?|けど、?|ので、?)([^、。]{{1,16}}?)(?:を|は|、)([^、。をは]{{1,14}}?)(?:の"
    rf"(?:方|ほう))?に{_SET}"
)
_COURSE = regex(
    r"(?:^|[。 ]|から、?|けど、?|ので、?)([^、。]{1,16}?)(?:を|は|、)(?:今日は)?「?"
    r"([^、。をは「」]{1,14}?)」?(?:の)?(?:コース|モード)?(?:を)?選[んび]"
)
_GLUED = regex(rf"(?:^|[、。 ])([ァ-ヶー一-龠]{{2,12}}?)([A-Z][A-Za-z]*\d*)(?:の(?:方|ほう))?に{_SET}")
"""Without a word between them: 「テレビHDMI1に」."""
_VALUE = regex(
    r"(?:^|[。 ]|から、?|けど、?|ので、?)([^、。\d]{1,16}?)(?:を|は|、|だけ)(\d+(?:\.\d+)?)[^\d]{0,8}$"
)
_AMOUNT = regex(r"^\d+(?:\.\d+)?(?:度|%|パーセント|分|時|$)")
_WAYS = {
    "つけて": "つく|点く|入る|つける|点ける|入れる",
    "消して": "消える|切れる|落ちる|消す|切る|落とす",
    "動かして": "動く|動かす|回る|回す|走る|始まる",
    "閉めて": "閉まる|閉める|下りる|降りる|下ろす|下げる",
    "開けて": "開く|開ける|上がる|上げる",
    "流して": "流れる|流す|かかる|かける",
}
"""The order for what is to come about of itself."""
_COMES = "|".join(_WAYS.values())
_SO_THAT = regex(
    rf"([^、。]{{1,20}}?)(?:が|は|を|も)?({_COMES})(?:よう(?:に)?|の(?:を)?)"
    r"(?:し(?:て|といて|とい|ろ)|やって|頼|たのむ|お願い|セット|設定|予約)"
)
_LETS_IN = regex(r"鍵|カギ|かぎ|玄関|ドア|扉|門|ガレージ|シャッター|ロック|錠")


def button(plain: str) -> str:
    """What is to be pressed or rung, by its name."""
    return (match[1] or match[2]) if (match := _BUTTON.search(plain)) else ""


def option(plain: str) -> tuple[str, str]:
    """A thing and what is to be chosen on it; empty without, or where that is so much of something."""
    match = _COURSE.search(plain) or _SET_OF.search(plain) or _GLUED.search(plain)
    return (match[1], match[2]) if match and not _AMOUNT.match(match[2]) else ("", "")


def valued(plain: str) -> str:
    """The thing that is to have a number."""
    return match[1].removesuffix("の値") if (match := _VALUE.search(plain)) else ""


def comes_about(plain: str, times: Sequence[tuple[int, int]]) -> str:
    """The order for what is to come about at its time, of 「掃除機は動くようにして」 「掃除機を動かして」.

    None that opens a door.
    """
    for start, end in sorted(times, reverse=True):
        plain = plain[:start] + plain[end:]
    match = _SO_THAT.search(plain)
    if match is None:
        return ""
    way = next(way for way, verbs in _WAYS.items() if re.fullmatch(verbs, match[2]))
    return "" if way == "開けて" and _LETS_IN.search(plain) else f"{match[1].strip()}を{way}"
