"""Whether a sentence asks for the deed that it speaks of, or asks after it, tells of it, wishes or denies it.

Knows the words of both languages for that; knows no tool and no encoder.
"""

import re

from kippu.turn import Language
from kippu.understand.free.mood_en import DENIES, TELLS

_WISH = re.compile(
    r"\b(?:would|'d) (?:be|taste|go down|love|like|kill)\b(?! (?:you|to have you|if you))"
    r"|\bcould (?:really )?(?:use|do with)\b|\bfeel(?:ing)? like\b|\bin the mood\b|\bi wish\b|\bcrav"
    r"|\bi (?:really )?(?:need|want) (?:a|an|some|my|more)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:is|are (?!you able\b)|was|were|did|does|has|had|which|who|why|when|where|how (?!about\b))\b"
    r"(?! it possible\b)"
    r"|(?:do|have) (?:i|we|you|they|the \w+ (?:need|have))\b|what(?:'s| is| are| was| did| do| does| will)\b",
    re.IGNORECASE,
)
_QUESTION_JA = re.compile(
    r"^(?!.*(?:[てで](?:くれ(?!た)|くん|もら(?!った)|いただ|ちょうだい|頂|ほし|欲し|下さ|くださ)[^、。]*$|できる|できます)).*"
    r"(?:[？?]|か|かな|かね|っけ|かしら|だろう|[たるいな]の)$|誰や|だれや"
)
"""Asked at its end, and not whether one would do it."""
_DENIES_JA = re.compile(
    r"(?<!見え)(?<!聞こえ)(?<!忘れ)(?<!足り)(?<![眠寝]れ)(?<!く)(?<!でき)(?<!わから)"
    r"(?:(?<!つ)ない(?:で|と(?!いけ|あか|なら)|ほう)|なくて|なくても)|んで(?:ええ|いい)|たらあかん|ちゃ(?:だめ|ダメ|駄目)|困る"
)
"""Denied; what can't be seen, heard or remembered is a reason and no denial."""
_TELLS_JA = re.compile(
    r"(?:[いきしちにみりけせてねべめれえっ]た|んだ|しもた)(?:わ|よ|ん|んだ|の|ね|で|な)*$|だれが?|誰が?|ほうがいい|方がいい|かも"
    r"|(?<!だっ)たら(?!ない)|れば|ときは|時は|頃に|[るた](?:前|まえ|後|あと)に|(?:父|母|弟|妹|兄|姉|夫|妻|子|友達|隣の人|あいつ|彼|彼女)が"
)
"""Done already, by somebody, perhaps, or on a condition."""
_NO_CONDITION_JA = re.compile(
    r"(?:[てで]くれ|[てで]もらえ)(?:たら|れば)(?=(?:と|大変)?(?:助か|たすか|嬉し|うれし|ありがた|神))"
    r"|\d+(?:時|分|秒)半?間?(?:に?なったら|したら|たったら|経ったら)"
)
"""Asks politely, or says when: that is among the times that were said."""

_OWN_JA = (
    r"予定|リスト|メモ|アラーム|目覚まし|タイマー|リマイン|設定|連絡先|天気|気温|温度|予報|履歴|電気|エアコン|曜|日付"
    r"|今日|明日|昨日|今週|来週|今月|来月|さっき|あなた|番号|住所|誕生日|会話|[話言]した"
)
_WORLD_JA = re.compile(
    rf"^(?!.*(?:{_OWN_JA}))[^、。]{{1,14}}(?:について|のこと|とは)[をも]?(?:もっと)?(?:教え|おしえ|話し|語っ|説明し|詳しく|知りたい)"
)
_TEXT_JA = re.compile(
    r"翻訳し|(?<!通)訳し|英語に(?:して|直し)|要約し|(?:手紙|文章|作文|詩|物語|小説|コード|プログラム|関数|スクリプト)を書"
)
_TEXT = re.compile(
    r"^(?:(?:please|hey|ok|can you|could you|would you)[ ,]+)*"
    r"(?:translate|summari[sz]e|rewrite|rephrase|proofread|how (?:do|would) (?:you|i) say"
    r"|(?:write|compose|draft) (?:me )?an? (?:\w+ ){0,2}"
    r"(?:poem|script|function|program|story|letter|essay|song|speech))\b",
    re.IGNORECASE,
)


def wonders(text: str, language: Language) -> bool:
    """True for 「月について教えて」 and "translate this: call me": of the world, or for a text."""
    if language == "en":
        return _TEXT.search(text) is not None
    return _WORLD_JA.search(text) is not None or _TEXT_JA.search(text) is not None


def wishes(text: str) -> bool:
    """True for "coffee would be nice"."""
    return _WISH.search(text) is not None


def asks(text: str, language: Language) -> bool:
    """True for "is the vacuum done": a question does nothing, whatever is heard in it."""
    text = text.strip()
    return (_QUESTION_JA.search(text) if language == "ja" else _QUESTION.match(text)) is not None


def denies(text: str, language: Language) -> bool:
    """True for "don't turn it off yet" and 「アラーム消さないで」."""
    return (_DENIES_JA if language == "ja" else DENIES).search(text) is not None


def tells(text: str, language: Language) -> bool:
    """True where a deed may be told of, mused about, or wanted at another time or on a condition."""
    if language == "en":
        return TELLS.search(text) is not None
    return _TELLS_JA.search(_NO_CONDITION_JA.sub("", text)) is not None
