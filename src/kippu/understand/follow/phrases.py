"""How a short sentence that follows on another is put: politely, with a word before it, of "it"."""

import re

THAT = (
    r"(?:it|that|this|them|that one|this one|(?:the|that|this|my) (?:timer|alarm|reminder|note|item|"
    r"event|appointment|meeting|last one|list))"
)
_POLITE_JA = (
    r"(?:て|で|といて|とい て|ておいて)?(?:ください|下さい|くれる|くれますか|もらえる|もらえますか|ほしい|"
    r"ちょうだい|お願い|"
    r"お願いします|ね|よ)*$"
)
_START = r"^(?:(?:please|actually|no|ok|okay|oh|wait|and|now|then|just|can you|could you|also|sorry)[ ,]+)*"
_END = r"(?:[ ,]+(?:please|again|after all|now|then|too|instead|thanks))*$"
IT_JA = (
    r"(?:それ|これ|あれ|今の|さっきの|いまの|その(?:タイマー|アラーム|リマインダー|メモ|リスト))?(?:を|は)?"
)


def en(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{pattern}){_END}")


def ja(pattern: str) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:(?:やっぱり|やっぱ|じゃあ|あ、|ごめん|もういい(?:よ|や|わ|です)?(?=、|。|戻)))?[、。]?(?:{pattern}){_POLITE_JA}"
    )
