"""A Japanese order that is said before its reason: 「ヒーター止めて、暑い」 is 「ヒーター止めて」.

It asks for no other warmth.
Doors are left as they were said. Knows the grammar of endings; knows no tool.
"""

from kippu.regex import regex

_ORDER = (
    r"(?P<order>[^、。 ]{2,20}?(?:止め|とめ|消し|けし|切っ|閉め|しめ|つけ|点け|回し|かけ"
    r"|おろし|下ろし|下げ|上げ|あげ|開け|あけ|弱め|強め|暗くし|明るくし)"
    r"(?:て|といて|とって|ておいて|ちゃって)(?:くれ(?:る|ない)?|くん(?:ない)?|もらえる|ください|よ"
    r"|ね|や|な)*)[、。？?！! ]+"
)
_WHY = (
    r"(?:もう|ちょっと|すごく|今|めっちゃ|とても|なんか|さすがに|部屋が|外が)*"
    r"(?:暑|寒|あつ[いっす]|さむ[いっす]|うるさ|やかまし|まぶし|眩し|暗|くら[いく]|蒸し|くさ[いく]"
    r"|臭|電話中|電話来|眠|寝(?!室)|出かけ|会議中|テスト中|勉強中)"
    r"[^、。]{0,8}"
)
_BEFORE_WHY = regex(_ORDER + rf"(?P<why>{_WHY})")
_ORDERS = regex(
    r"[^い][てで](?:$|くれ|ほし|もら|くださ|お)|にして|お願い|頼|[?？]$|(?<![来き])た(?:よ|わ|ね|んだ)*$"
)
_LIMITS = regex(
    r"たら|れば|なら(?!ない)|とき|時(?!計)|頃|ころ|前|後|あと|てから|間|だけ|まで|ない(?:で|部屋)|じゃな|部屋(?!が)|\d|に$"
)
"""Says when, where or if, and not why: 「寝たら」, 「会議中だけ」."""
_DOORS = regex(r"鍵|カギ|かぎ|玄関|ドア|扉|門|ガレージ|ロック")


def without_why(text: str) -> str:
    """The order alone; the same where what stands behind it is no reason, or asks for something itself."""
    match = _BEFORE_WHY.fullmatch(text)
    if match is None or _DOORS.search(text):
        return text
    if _ORDERS.search(match["why"]) or _LIMITS.search(match["why"]):
        return text
    return match["order"]
