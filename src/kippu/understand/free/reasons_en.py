"""The order of an English sentence that says in a clause beside it why. Knows no encoder."""

from kippu.regex import regex

_BREAK = regex(r"\s*[,;.!]\s+|\s-\s")
_REASON = regex(
    r"(?:(?:because|cos|cause|since|as) )?(?:it|it's|its|that's|there's|there is|i|i'm|i've|i can't|we"
    r"|we're|we've|my|our|the|he|he's"
    r"|she|she's|they|they're|everyone|everybody|somebody|someone|sun|kids|mum|dad|baby)\b"
)
_NO_REASON = regex(
    r"\b(?:but|unless|if|when|until|till|except|not|don't|only|or|instead|rather|no|never|want|need|then"
    r"|and|also|too)\b"
)


def beside_a_reason(text: str) -> str:
    """The order of a sentence that has one clause more, which says why; empty for every other sentence."""
    clauses = [clause for clause in _BREAK.split(text.strip(" .!?")) if clause]
    if len(clauses) != 2:
        return ""
    order, reason = reversed(clauses) if _REASON.match(clauses[0].casefold()) else clauses
    plain = _REASON.match(reason.casefold()) and not _NO_REASON.search(reason.casefold())
    return order if plain and not _REASON.match(order.casefold()) else ""
