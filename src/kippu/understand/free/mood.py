"""Whether a sentence asks for the deed that it speaks of, or asks after it, tells of it, wishes or denies it.

Knows the words of both languages for that; knows no tool and no encoder.
"""

import re

from kippu.turn import Language

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
    r"(?:[？?]|か|かな|かね|っけ|かしら|だろう|[たるい]の)$|誰や|だれや"
)
"""Asked at its end, and not whether one would do it."""
_DENIES_JA = re.compile(
    r"(?<!見え)(?<!聞こえ)(?<!忘れ)(?<!足り)(?<![眠寝]れ)(?<!く)(?<!でき)(?<!わから)"
    r"(?:ない(?:で|と|ほう)|なくて|なくても)|んで(?:ええ|いい)|たらあかん|ちゃ(?:だめ|ダメ|駄目)|困る"
)
"""Denied; what can't be seen, heard or remembered is a reason and no denial."""
_TELLS_JA = re.compile(
    r"(?:[いきしちにみりけせてねべめれえっ]た|んだ|しもた)(?:わ|よ|ん|んだ|の|ね|で|な)*$|だれが?|誰が?|ほうがいい|方がいい|かも"
    r"|(?<!だっ)たら(?!ない)|れば|ときは|時は|頃に|(?:父|母|弟|妹|兄|姉|夫|妻|子|友達|隣の人|あいつ|彼|彼女)が"
)
"""Done already, by somebody, perhaps, or on a condition."""

_DENIES_EN = re.compile(
    r"(?<!why )\b(?:don't|dont|do not|never|needn't|(?:no|any) need to|mustn't|shouldn't|not to|without)\s+"
    r"(?:(?:you|ever|even|please|just|bother|go|to|and)\s+)*"
    r"(?:turn|switch|open|clos|shut|lock|unlock|set|start|play|chang|touch|dim|put|add|delet|remov|cancel|call"
    r"|ring|text|messag|send|remind|mov|mak|rais|lower|mute|paus|kill|wak|run|clean|hoover|vacuum|book"
    r"|schedul|tell|email|mail|dock|skip|stop|snooz|draw|writ|keep)",
    re.IGNORECASE,
)
_WHO_ELSE = (
    r"(?:he|she|they|(?:my|our|the|his|her|their) (?:neighbou?rs?|boss|mum|mom|dad|brother|sister|wife"
    r"|husband|son|daughter|kids?|friends?|flatmate|roommate|landlord|cat|dog|colleague|teacher|hotel|film"
    r"|movie))"
)
_TELLS_EN = re.compile(
    r"\b(?:if(?! (?:you|possible|i (?:may|could)|(?:it|that)(?:'s| is) (?:ok|all ?right|alright|no)))"
    r"|unless|until|once|whenever|as soon as"
    r"|when (?:i|we|he|she|they|my|the|it)\b(?! (?:is|gets?) (?:so|too)))\b"
    r"|\b(?:said|says|told (?:me|him|her|us|them|you|the)|asked (?:me|him|her|us)|reckons?|shouted|yelled)\b"
    r"|\b(?:yesterday|last (?:night|week|weekend|month|year|time)|used to|i wish"
    r"|(?:minutes?|hours?|days?|weeks?|months?|years?) ago|(?:would|could|should|might)(?:'ve| have))\b"
    rf"|\b{_WHO_ELSE} (?:\w+ )?"
    r"(?:turn|left|leave|forg[eo]t|always|never|keeps?|kept|open|lock|set|play|switch)"
    r"|\bleave (?:it|that|them|everything|the .{1,30}?) (?:on|off|open|closed|alone|be|as)\b"
    r"|\b(?:maybe|perhaps|might|wonder(?:ing)? (?:what|why|how)|thinking (?:of|about)|considering|some ?day"
    r"|one day|imagine|suppose|what if|should i|by mistake|by accident)\b",
    re.IGNORECASE,
)
"""On a condition, said by somebody, in the past, by somebody else, to be left so, or only mused about."""


def wishes(text: str) -> bool:
    """True for "coffee would be nice"."""
    return _WISH.search(text) is not None


def asks(text: str, language: Language) -> bool:
    """True for "is the vacuum done": a question does nothing, whatever is heard in it."""
    text = text.strip()
    return (_QUESTION_JA.search(text) if language == "ja" else _QUESTION.match(text)) is not None


def denies(text: str, language: Language) -> bool:
    """True for "don't turn it off yet" and 「アラーム消さないで」."""
    return (_DENIES_JA if language == "ja" else _DENIES_EN).search(text) is not None


def tells(text: str, language: Language) -> bool:
    """True where a deed may be told of, mused about, or wanted at another time or on a condition."""
    return (_TELLS_JA if language == "ja" else _TELLS_EN).search(text) is not None
