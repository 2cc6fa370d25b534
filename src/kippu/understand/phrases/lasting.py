"""What lasts, but by no timer: "how long is left on my lease", 「電車はあと何分」.

A timer may be called anything, so here is what none is called unless it is named as one: what is agreed for
months, what a calendar or a timetable ends, what runs down by itself. Knows words; knows no timer.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_AGREED = (
    r"lease|contract|mortgage|loan|tenancy|rent(?:al)?|warranty|guarantee|insurance|policy|subscription|membership"
    r"|plan|agreement|deal|debt|bond|pension|licen[sc]e|visa|passport|permit|sentence|notice|probation|pass|bill"
    r"|payments?|repayments?|sale|offer|discount|coupon|voucher|ticket|tax(?:es)?"
)
_DATED = (
    r"deadline|degree|course|term|semester|quarter|season|year|month|week(?:end)?|day|holidays?|vacation|trip|leave"
    r"|pregnancy|apprenticeship|internship|job|project|sprint|career|life|childhood|school|college|university"
    r"|meeting|call|lesson|class|lecture|exam|game|match|race|show|movie|film|episode|concert|flight|train|bus"
    r"|song|track|album|podcast|video|christmas|easter|birthday|wedding|election|war"
)
_RUNS_DOWN = r"battery|phone|laptop|tablet|car|tank|fuel|petrol|gas|data|storage|ink|toner|filter|money"
_NEVER: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"\b(?:{_AGREED}|{_DATED}|{_RUNS_DOWN})$", re.IGNORECASE),
    "ja": regex(
        r"(?:リース|契約|ローン|賃貸|家賃|保証|保険|会員|サブスク|プラン|免許|ビザ|パスポート|定期券?|期限|締め?切り?|納期|返済"
        r"|支払い?|試用|刑期|任期|セール|クーポン|ポイント|学期|学校|大学|年度|シーズン|休み|休暇|連休|旅行|出張|仕事|プロジェクト"
        r"|人生|会議|打ち合わせ|授業|講義|試験|テスト|試合|番組|ドラマ|映画|ライブ|コンサート|飛行機|便|電車|列車|新幹線|バス|到着"
        r"|電池|バッテリー|充電|残量|スマホ|携帯|ガソリン|燃料|インク|お金|予算|まで|から|今日|今月|今年|今週)$"
    ),
}
_AROUND = regex(r"(?:は|って|が|の|、)+$")
_AS_A_TIMER = regex(r"\btimers?\b|タイマー|カウントダウン", re.IGNORECASE)


def may_be_a_timer(name: str, text: str, language: Language) -> bool:
    """Whether a timer may be called so, in the sentence that asks how much of it is left."""
    plain = _AROUND.sub("", name.strip())
    return bool(_AS_A_TIMER.search(text)) or not _NEVER[language].search(plain)
