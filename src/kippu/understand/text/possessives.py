"""Possessives as they are typed in haste: "sarahs number", "toms email" for "sarah's" and "tom's".

A word with an s at its end is whose only before what is kept of people, and where no article or number makes
it a thing: "the business number". Knows words; knows nobody.
"""

import re

from kippu.regex import regex

_KEPT = (
    r"(?:(?:new|old|home|work|mobile|cell|phone|telephone) )*(?:number|phone|e-?mail(?: address)?"
    r"|mail address|(?:home |postal |street )?address|birthday|birth date|date of birth|contact details)\b"
)
_ASKS = (
    r"(?:what(?:'s|s| is| was)|when(?:'s|s| is| was)|do (?:you|i) (?:know|have)|have (?:you|i) got|tell me"
    r"|show me|give me|find|look up|get|read me|i need|and|what about|how about|until|till|til|to|before"
    r"|(?:add|save|store|put|keep|note|remember|change|update|correct|delete|remove)(?: that)?)"
)
_OF = r"(?:(?:my|our) )?"
_WHOSE = regex(
    rf"(?P<before>(?:^|{_ASKS} ){_OF})(?P<who>[^\W\d_]{{2,}})s (?={_KEPT})",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "thi hi it hi your our their her i wa doe ha alway plu today tomorrow yesterday let that what when"
    " where who how there here other house office phone email contact busines acces addres gas bu new"
    " previou variou seriou wireles minu flight order account room card pin list note ye".split()
)
"""What an s belongs to, so that the whole is a word of its own, or is of nobody."""
_OWN_S = frozenset("jame chri thoma luca marcu nichola carlo lui alexi denni loui franci agne iri".split())
"""Without their last letter, names that end in s."""


def with_apostrophes(text: str) -> str:
    """The sentence with the apostrophe of whose number it is; as it is where there is none to be put."""
    return _WHOSE.sub(_whose, text)


def _whose(match: re.Match[str]) -> str:
    who = match["who"]
    if who.casefold() in _NOBODY or who[-1] in "s'’":
        return match[0]
    name = f"{who}s" if who.casefold() in _OWN_S else who
    return f"{match['before']}{name}'s "
