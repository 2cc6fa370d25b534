"""What is kept and shall not be taken away: "don't get rid of all events", 「メモは捨てないで」.

By its words alone it orders the deed that it forbids. Knows words; the whole sentence has to be the refusal,
for "don't delete the milk but the eggs" orders something.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_AWAY = (
    r"(?:delete|remove|cancel|clear(?: out| up)?|erase|wipe(?: out)?|empty|get rid of|throw (?:away|out)"
    r"|scrap|ditch|bin|toss(?: out)?|dump|drop|take (?:away|off)|touch)"
)
_KEPT = (
    r"(?:events?|appointments?|meetings?|calendar|diary|schedule|alarms?|timers?|reminders?|notes?|lists?"
    r"|contacts?|routines?)"
)
_SPARED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:please|no|but|and|hey|ok|okay|oh|wait)[, ]+)*"
        r"(?:don't|do not|never|no need to|(?:you )?(?:needn't|mustn't|shouldn't|must not|should not)"
        r"|you (?:don't|do not) (?:need|have) to|i (?:don't|do not|didn't) (?:want|ask|tell)(?: you)? to)"
        rf" (?:(?:you|dare|ever|please|just|go and|accidentally) )*{_AWAY}"
        r"(?: (?!(?:and|but|or|just|only|instead|then|unless|until|if|except|without)\b)[\w'-]+){0,4}"
        rf" {_KEPT}(?: (?:(?:for|on|of) )?(?:[\w'-]+day|today|tomorrow|(?:this|next) \w+|list))?"
        r"(?:,? (?:please|yet|ok|okay|again))*"
    ),
    "ja": regex(
        r"(?:いや|あ|でも|、)*[^、。]{0,8}?"
        r"(?:予定|アラーム|目覚まし|タイマー|リマインダー|メモ|リスト|カレンダー|連絡先|ルーティン)"
        r"(?:全部|ぜんぶ|全て|すべて|[をはも])*"
        r"(?:(?:消|取り消)さ|捨て|(?:削除|キャンセル|消去|空に|クリア)し|なくさ)"
        r"(?:ないで|ないように(?:して)?|なくて(?:も)?(?:いい|大丈夫))"
        r"(?:ください|下さい|おいて|くれる|お願い(?:します)?|です|ね|よ|から)*"
    ),
}


def is_spared(folded: str, language: Language) -> bool:
    """Whether the sentence (in small letters) only forbids to take away what is kept."""
    return _SPARED[language].fullmatch(folded.strip(" 。.!！")) is not None
