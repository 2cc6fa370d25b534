"""What kind of request a sentence is, by its words in English and Japanese, and how long it is.

Knows no model and no policy.
"""

import re
from dataclasses import dataclass
from typing import Literal

from kippu.engines.tokens import tokens
from kippu.reasons import KINDS, LONG, Reason
from kippu.regex import regex
from kippu.turn import Language, Turn

Kind = Literal["chat", "code", "mathematics", "knowledge", "writing", "translation"]

_LONG = 400
"""Tokens from which a request is long; so is one that asks for a long answer."""
_READ = 2000
"""Letters that tell the kind; what comes behind them seldom changes it."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a model would be asked."""

    kind: Kind
    long: bool
    language: Language
    text: str
    """The person's words."""
    tokens: int
    """Of these and of what came along, about; without earlier lines."""

    @property
    def reason(self) -> Reason:
        """It in two or three words."""
        return (LONG if self.long else KINDS)[self.kind]


def request(turn: Turn) -> Request:
    """What the turn asks of a model. Words that tell nothing ("and in Java?") go on with what was before."""
    asked = (turn.text, *(line.text for line in reversed(turn.history) if line.role == "user"))
    kind = kind_of(asked[0]) or (kind_of(asked[1]) if len(asked) > 1 else None) or "chat"
    length = tokens(f"{turn.text}\n{turn.outside}")
    return Request(
        kind, length > _LONG or bool(_ASKS_LONG.search(turn.text)), turn.language, turn.text, length
    )


def kind_of(text: str) -> Kind | None:
    """The kind that its words tell; None when they tell none."""
    text = text[:_READ]
    is_exam = _CHOICES.search(text) is not None
    for kind, pattern in _PATTERNS:
        if kind == "mathematics":
            if pattern.search(text) or _is_sum(text):
                return kind
            if is_exam:  # not talk, whatever words its story has
                return "knowledge"
        elif pattern.match(text) if is_exam else pattern.search(text):  # "improve" is in many an answer
            return kind
    return None


def _is_sum(text: str) -> bool:
    """Whether it asks for a number and gives two or more."""
    return bool(_SUM.search(text) and _DIGIT.search(text)) and len(_NUMBER.findall(text)) > 1


_ASKS_LONG = regex(
    r"\b(?:[5-9]\d\d|\d{1,2},?\d{3})[ -]words?\b|\bin (?:great )?detail\b|\bessay\b"
    r"|[5-9]00字|\d000字|詳しく|詳細に",
    re.IGNORECASE,
)
_SIGNS: tuple[tuple[Kind, str], ...] = (
    (
        "code",
        r"```|\bdef \w+\(|\bfunction \w*\(|#include|\bselect\b.{1,80}\bfrom\b.{1,80}\b(?:where|;)|</\w+>"
        r"|Traceback|(?<![a-z])(?:python|javascript|typescript|golang|kotlin|html|css|sql|regex|bash|numpy"
        r"|pandas|c\+\+|c#)(?![a-z])"
        r"|\b(?:write|fix|implement|debug|refactor|review|optimi[sz]e|explain)\b.{0,60}"
        r"\b(?:function|code|script|program|class|algorithm|query|unit tests?)\b"
        r"|プログラム|プログラミング|(?<!バー)(?<!電源)コード(?:を|の|が|で)|関数を(?:書|作|実装)|スクリプト"
        r"|正規表現|アルゴリズム|デバッグ|実装して",
    ),
    (
        "translation",
        r"\btranslat|\bhow (?:do|would) (?:you|i|we) say\b"
        r"|\b(?:in|into|to) (?:english|japanese|french|german|spanish|italian|chinese|korean)[?.!]*$"
        r"|翻訳|訳して|[英和]訳|[英日本中国韓仏独]+語(?:に(?:し|直|訳)|で(?:何|なん|どう|は))",
    ),
    (
        "writing",
        r"\b(?:write|draft|compose|rewrite|rephrase|proofread|summari[sz]e|improve)\b"
        r"|\b(?:poem|haiku|limerick|slogan|short story|cover letter|tagline|essay)\b"
        r"|書いて|書き直|作文|要約|まとめて|添削|言い換え|俳句|短歌|ポエム|(?<![名歌品])詩(?!人|について)|物語|キャッチコピー"
        r"|文章を|文面",
    ),
    (
        "mathematics",
        r"\b(?:equation|integral|derivative|differentiate|integrate|probability|theorem|polynomial|matrix"
        r"|proof|prove|triangle|perimeter|hypotenuse|modulo|prime numbers?)\b|\bsolve\b"
        r"|方程式|微分|積分|確率|証明して|因数分解|行列式|三角形の|面積|連立",
    ),
    (
        "chat",
        r"^(?:hi|hey|hello|thanks?|thank you|good (?:morning|evening|night)|ok(?:ay)?|sorry|wow|yes|no)\b"
        r".{0,40}$"
        r"|\b(?:how are you|who are you|what are you|your (?:name|favou?rite|day)|do you|are you|joke|bored"
        r"|lonely|what should i|i feel|i'm feeling|cheer me|talk to me|let's (?:talk|chat))\b"
        r"|^(?:こんにちは|おはよう|こんばんは|ありがとう|やあ|おやすみ)|元気|あなた(?:は|の)|君は|冗談|暇|寂しい"
        r"|退屈|雑談|話そう",
    ),
    (
        "knowledge",
        r"\b(?:what|who|whom|whose|when|where|why|which|how|explain|define|describe|compare|tell me about)\b"
        r"|[?？]|とは|なぜ|どうして|誰|だれ|いつ|どこ|どの|どう|何|なに|教えて|説明|違い|ですか|ますか|比較",
    ),
)
_SUM = regex(
    r"\b(?:how (?:many|much|long|far|old|fast)|in total|altogether|what percent|calculate"
    r"|(?:what is|find) (?:the|his|her|their|its) (?:total|sum|average|mean|area))\b"
    r"|いくつ|いくら|全部で|合計|平均|何(?:個|人|円|本|枚|分|時間|歳|キロ|メートル)",
    re.IGNORECASE,
)
_NUMBER = regex(
    r"\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|half|halves|twice|double|triple"
    r"|thirds?|quarters?|dozen|pairs?)\b",
    re.IGNORECASE,
)
_DIGIT = regex(r"\d")
_CHOICES = regex(r"(?:^|\n)\s*\(?[Aa][.)、] ?\S.*\n\s*\(?[Bb][.)、] ?\S", re.DOTALL)
"""Answers to choose from, by letters."""
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, regex(signs, re.IGNORECASE | re.DOTALL)) for kind, signs in _SIGNS
)
