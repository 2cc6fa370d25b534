"""How many are meant, said behind: "close the blinds, both of them", 「寝室の電気とテレビを2つともつけて」.

Only of what is done in a home: who is hugged, or put on a list, stays as it was said.
"""

from kippu.regex import regex
from kippu.turn import Language

_VERB = (
    r"(?:(?:please|can you|could you|would you|and|now)[, ]+)*(?:(?:turn|switch) (?:on|off|up|down)"
    r"|open|close|shut|lock|dim|mute|raise|lower)"
)
_ALL = regex(rf"(?P<order>{_VERB} .+?), (?:all|both|every one|each) of (?:them|those|these)")
_BOTH = regex(rf"(?P<verb>{_VERB}) (?:the |my |our )?(?P<what>[a-z' ]+s),? both of (?:them|those|these)")
_AND = regex(r" and |, ")
_THING_JA = (
    r"[^、。とをはがに]*(?:電気|照明|ライト|ランプ|明かり|ブラインド|カーテン|エアコン|扇風機|テレビ"
    r"|スピーカー|換気扇)"
)
_BESIDE_JA = regex(
    rf"(?P<what>{_THING_JA}と{_THING_JA})を?(?:[2二]つ|ふたつ|[2二][台個])とも"
    r"(?P<order>(?:つけ|点け|消し|開け|閉め|止め)て.*)"
)


def both_of_them(text: str, language: Language) -> str:
    """The sentence with it before, or without it where each is named; as it is for all others."""
    if language == "ja":
        beside = _BESIDE_JA.fullmatch(text)
        return f"{beside['what']}を{beside['order']}" if beside else text
    folded = text.casefold()
    both = _BOTH.fullmatch(folded)
    if both and not _AND.search(both["what"]):
        return f"{both['verb']} both {both['what']}"
    everything = _ALL.fullmatch(folded)
    return everything["order"] if everything else text
