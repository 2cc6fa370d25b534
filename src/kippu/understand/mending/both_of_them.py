"""How many are meant, said behind: "close the blinds, both of them", 「電気とテレビを2つともつけて」."""

from kippu.regex import regex
from kippu.turn import Language

_ALL = regex(
    r"(?P<order>[a-z]+ [a-z].+?), (?:all|both|every one|each|all (?:two|three|four|five|six)) of"
    r" (?:them|those|these|it)"
)
_BOTH = regex(
    r"(?P<verb>[a-z]+(?: (?:on|off|up|down))?) (?:the |my |our )?(?P<what>[a-z' ]+s),?"
    r" both of (?:them|those|these)"
)
_AND = regex(r" and |, ")
_BESIDE_JA = regex(
    r"(?P<what>[^、。]+(?:と|、)[^、。]+?)を?(?:[2-9二三四五]|ふた|みっ)(?:つ|台|個)ともを?(?=[^、。]+$)"
)


def both_of_them(text: str, language: Language) -> str:
    """The sentence with it before, or without it where each is named; as it is for all others."""
    if language == "ja":
        return _BESIDE_JA.sub(r"\g<what>を", text)
    folded = text.casefold()
    both = _BOTH.fullmatch(folded)
    if both and not _AND.search(both["what"]):
        return f"{both['verb']} both {both['what']}"
    everything = _ALL.fullmatch(folded)
    return everything["order"] if everything else text
