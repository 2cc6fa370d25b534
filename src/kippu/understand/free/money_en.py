"""How much of which money is to be told in another, in an English sentence: "86 dollars in euros". As the
templates take it; knows no rates.
"""

from kippu.regex import regex

_MONEY = (
    r"(?:(?:us|american|canadian|australian) dollars?|swiss francs?|british pounds|pounds sterling"
    r"|japanese yen|chinese yuan"
    r"|korean won|indian rupees|dollars?|bucks|euros?|pounds?|sterling|quid|yen|francs?|yuan|renminbi|won"
    r"|rupees?|pesos?|baht"
    r"|rubles?|roubles?|kron(?:a|or|er)|lira|zloty|bitcoins?|usd|eur|jpy|gbp|chf|cny|inr|cad|aud)"
)
_GIVEN = regex(rf"(?<![\w.:])(?P<number>\d+(?:\.\d+)?) ?(?P<money>{_MONEY})\b")
_BARE = regex(r"(?<![\w.:])\d+(?:\.\d+)?(?![\w:]|\.\d)")
_KIND = regex(rf"(?<![a-z]){_MONEY}\b")
_INTO = regex(rf"\b(?:in|into|to|for)(?: the)? (?P<money>{_MONEY})\b")
_ASKS = regex(r"\b(?:how much|how many|what|worth|convert|exchange|change|come to)\b")
_SIGN = regex(r"[€$£¥]")
_SAME = {
    "dollar": "dollars", "bucks": "dollars", "euro": "euros", "pound": "pounds", "sterling": "pounds",
    "quid": "pounds", "rupee": "rupees", "franc": "francs",
}  # fmt: skip


def exchange(folded: str) -> str:
    """ "86 dollars to euros"; empty where it isn't one number of one money and one other."""
    if _SIGN.search(folded) or not (_INTO.search(folded) or _ASKS.search(folded)):
        return ""
    numbers = _BARE.findall(folded)
    kinds = list(dict.fromkeys(map(_plain, _KIND.findall(folded))))
    if len(numbers) != 1 or len(kinds) != 2:
        return ""
    given, into = _GIVEN.search(folded), _INTO.search(folded)
    if given:
        source = _plain(given["money"])
    else:
        source = next((kind for kind in kinds if into and kind != _plain(into["money"])), "")
    other = next((kind for kind in kinds if kind != source), "")
    return f"{numbers[0]} {source} to {other}" if source in kinds else ""


def _plain(money: str) -> str:
    return _SAME.get(money, money)
