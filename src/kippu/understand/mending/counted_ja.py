"""How many of something go on a list, said right before the list: 「卵を3個リストに入れて」. By its place
alone it would be the name of the list. Knows words alone.
"""

from kippu.regex import regex
from kippu.understand.phrases.amounts import AMOUNT_JA

_COUNTED = regex(
    rf"(?P<item>[^、。]{{1,15}}?)を(?P<amount>{AMOUNT_JA})(?P<list>(?:お?買い?物)?リスト(?:に"
    rf"|へ))(?P<rest>.+)"
)


def counted(text: str) -> str:
    """The sentence with the number behind its thing; any other as it is."""
    match = _COUNTED.fullmatch(text)
    return f"{match['item']}{match['amount']}を{match['list']}{match['rest']}" if match else text
