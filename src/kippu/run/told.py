"""What was only told, to a model too small to answer it: that it was heard, and no more.

SmolLM2 135M answers "my son passed his exam" with a lesson on the word, an apology or a life of its own.
Knows words; knows no model but its size.
"""

import re

from kippu.models import Model
from kippu.regex import regex
from kippu.run.small_talk import is_told
from kippu.turn import Language, Turn
from kippu.understand.text.leads import lead

_TOO_SMALL = 200_000_000
"""Parameters of a model that has nothing to say to it."""
_LEAD = lead("oh|well|so|ugh|wow|yay|hey|and|but|finally|guess what|apparently|sometimes|honestly")
_LED = regex(f"^{_LEAD}", re.IGNORECASE)
_TOLD = regex(
    rf"{_LEAD}(?:i|i'm|i've|i'd|we|we're|we've|my|our|the|it|it's|he|he's|she|she's|they|they're|there"
    r"|there's|this|that|that's|his|her|their|nobody|everybody|everyone|somebody|someone|today|yesterday)"
    r"(?: [\w'%-]+,?){2,}[.! ]*",
    re.IGNORECASE,
)
_AMOUNTS = regex(
    rf"{_LEAD}(?:the |my |our )?(?:[a-z]+ ){{1,3}}(?:is|are|was|were|costs?|comes? to) (?:about "
    rf"|around )?[$€£]?\d"
    r"[\w ,.'$€£%&-]*",
    re.IGNORECASE,
)
"""What something costs: a model this small would go on to reckon with it."""
_BAD = regex(
    r"\b(?:head ?ache|tooth ?ache|hurts?|sick|ill|poorly|tired|exhausted|sad|lonely|angry|upset|annoy\w+|lost"
    r"|broke|broken|stolen|died|dead|passed away|failed|missed|late|forgot|cancel+ed|worse|bad|awful|terrible"
    r"|horrible|pain|sore|scared|afraid|worr\w+|stress\w*|raining|argu\w+|fight|fought|fired|cry|crying"
    r"|cried|accident|hospital|boring|bored|nervous|struggl\w+|burnt|ruined|noisy|rude"
    r"|miss (?:him|her|them|home|you))\b",
    re.IGNORECASE,
)
_GOOD = regex(
    r"\b(?:passed (?:his|her|my|our|their|the)|won|great|good|well|happy|glad|excited|love|loved|fun|engaged"
    r"|married|promot\w+|holiday|vacation|party|nice|beautiful|amazing|finally|said yes|proud|best|delicious"
    r"|lovely|enjoy\w*|wonderful|better|awesome|got the job|(?:is|was) born)\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|no|never|nobody|nothing)\b|n't\b", re.IGNORECASE)
_TOLD_JA = regex(
    r"(?=.*[ぁ-ん]).{3,40}?(?:た|だ|です|でした|ます|ました|ません|ない|い|[うくすつぬむるぐぶ])"
    r"(?:んだ|の|よ|ね|な|なあ|なぁ|わ|けど|し)*[。!！〜ー… ]*"
)
_BAD_JA = regex(
    r"痛い|痛く|痛み|風邪|熱が(?:ある|出)|具合が悪|体調が悪|つらい|辛い|悲し|寂し|さみし|怖|心配|不安|疲れ|しんどい|眠れな"
    r"|落ち(?:た|ちゃった|込)|失敗|負け|壊れ|なくし|無くし|失くし|盗まれ|遅れ|間に合わな|怒られ|喧嘩|けんか|ケンカ|亡くな|死ん|忘れ"
    r"|最悪|がっかり|イライラ|ストレス|嫌"
)
_GOOD_JA = regex(
    r"受かっ|合格|勝っ|嬉し|うれし|楽し|おいしかった|美味しかった|よかった|良かった|生まれ|結婚|婚約|昇進|できた|治っ|最高|幸せ|当たっ|間に合っ"
)
_DENIED_JA = regex(r"な(?:い|かった)(?:です|よ|ね|な|なあ|わ|んだ|の|けど)*[。!！〜ー… ]*$")
_PLAIN: dict[Language, str] = {"en": "I see.", "ja": "そうなんですね。"}
_GLAD: dict[Language, str] = {"en": "That's good to hear!", "ja": "それはよかったですね！"}
_SORRY: dict[Language, str] = {"en": "I'm sorry to hear that.", "ja": "それは大変ですね。"}
_OFFER: dict[Language, str] = {
    "en": " Say “note that”, and I write it down.",
    "ja": "「それメモして」と言えば、書いておきます。",
}
_WORDS: dict[Language, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]] = {
    "en": (_TOLD, _GOOD, _BAD, _DENIED),
    "ja": (_TOLD_JA, _GOOD_JA, _BAD_JA, _DENIED_JA),
}
"""What is told, what of it is good, what bad, and what says the opposite."""


def heard(turn: Turn, model: Model) -> str:
    """What is said; empty where something is asked for, where a text goes on, and for a larger model."""
    said, language = turn.text.strip().replace("’", "'"), turn.language
    if model.parameters >= _TOO_SMALL or turn.brings or turn.schema:
        return ""
    mine = [line.text for line in turn.history if line.role == "user" and not line.done]
    if not all(map(is_told, (said, *mine[-1:]))):
        return ""
    last = next((line.text for line in reversed(turn.history) if line.role == "assistant"), "")
    mood, offer = _mood(said, language), _OFFER[language]
    if last.removesuffix(offer) in (_PLAIN[language], _GLAD[language], _SORRY[language]):
        return mood  # they go on telling
    told = _WORDS[language][0].fullmatch(said) or (language == "en" and _AMOUNTS.fullmatch(said))
    return mood + offer if told else ""


def _mood(said: str, language: Language) -> str:
    """A word for good news, one for bad news, and one for what is neither or both."""
    said = _LED.sub("", said)
    _, is_good, is_bad, is_denied = _WORDS[language]
    good, bad = is_good.search(said) is not None, is_bad.search(said) is not None
    if good == bad or is_denied.search(said):
        return _PLAIN[language]
    return _GLAD[language] if good else _SORRY[language]
