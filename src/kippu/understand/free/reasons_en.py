"""The order of an English sentence that says in clauses beside it why, or what for. Knows no encoder."""

from kippu.regex import regex
from kippu.understand.free.mood_en import DEEDS

_SOMEONE = "i|we|he|she|it|they|nobody|no one|everyone|everybody"
_BREAK = regex(
    r"\s*[,;.!:]+\s+|\s-\s|\s+(?=(?:because|cos|cause)\b|so (?:that )?"
    rf"(?:{_SOMEONE}|the)\b(?! (?:wants?|needs?|said)\b)|while (?:{_SOMEONE}|the|my|our)\b)"
    rf"|\s+so\s+(?=(?:please |just )?(?:{DEEDS}|drop|take|bin|pull|pop)[a-z]*\b)",
)
_SUBJECT = regex(
    r"(?!(?:i|we)(?:'d| would)? (?:really )?(?:like|love|want|need)\b)(?:(?:because|cos|cause|since|as) )?"
    r"(?:it|it's|its|that's|there's|there is|i|i'm|i've|i can't|we|we're|we've|he|he's|she|she's|they|they're"
    r"|everyone|everybody|somebody|someone|sun|kids|mum|dad|baby)\b"
)
_OWN = regex(
    r"(?:(?:because|cos|cause|since|as) )?(?:the|my|our) (?:[\w-]+ ){0,2}?"
    r"[\w-]+(?:'s|'re|(?: just)? (?:is|are|was|were|has|have|had|can't|cannot|won't|keeps?|[a-z]{2,}s)\b)"
)
_ORDERS = rf"(?:please|can|could|would|will|lets?|do|does|did|is|are|was|were|has|have|how|{DEEDS})"
_STATES = regex(
    rf"(?!{_ORDERS})(?:(?!(?:me|you|us|it|that|what|who|which|where|on|off|up|down|for|to)\b)[\w-]+ ){{0,3}}"
    r"(?!(?:what|who|where|that|which|how)\b)[\w-]+"
    r"(?:'s|'re| is| are| was| were| has| have| keeps?| can't| cannot| won't)\b"
)
_SOMEBODY = regex(r"(?:my|our|his|her|their|some|an?)\b")
"""How no order begins: "my flatmate set it to 28"."""
_PURPOSE = regex(
    rf"(?:so (?:that )?|while )(?:{_SOMEONE}|the|my|our)\b"
    r"(?!.*\b(?:if|unless|until|till|when|but|and|then|also|away|out|gone|holiday|asleep|sleep\w*)\b)"
)
_AWAY = regex(r"(?:i'm|we're|i am|we are) (?:out|away|gone|off|busy|back)\b.* hours?$")
"""Says how long, of the speaker: "we're out for an hour"."""
_NO_REASON = regex(
    r"\b(?:but|unless|if|when|while|until|till|except|not|don't|only|or|instead|rather|no|never|want|need|then"
    r"|and|also|too|you|said|says|asked|told|\w*\d\w*|noon|midnight|hours?|minutes?|o'clock)\b"
)
"""Says more than why: what else, what not, who said so, or a time that may be meant for the order."""
_FILLER = regex(
    r"(?:(?:right|ok|okay|so|well|oh|ah|hey|listen|mate|love|dear|please|thanks|thank you|cheers|yo|bruv|ugh"
    r"|god|gosh|oops|anyway|alright|all right|hiya|quick|sorry)\s*)+"
)
_MOST = 5
"""Clauses; more are a tale."""


def order_beside(text: str) -> tuple[int, int] | None:
    """Where the order stands in a sentence whose other clauses, one at least, only say why; None for every
    other sentence."""
    clauses = _clauses(text)
    folded = {span: text[slice(*span)].casefold() for span in clauses}
    left = [span for span in clauses if not (_is_reason(folded[span]) or _FILLER.fullmatch(folded[span]))]
    if len(left) != 1 or not 1 < len(clauses) <= _MOST or not any(map(_is_reason, folded.values())):
        return None
    order = folded[left[0]]
    told = _SUBJECT.match(order) or _OWN.match(order) or _SOMEBODY.match(order)
    return left[0] if " " in order and not told else None


def beside_a_reason(text: str) -> str:
    """The words of that order; empty where there is none."""
    found = order_beside(text)
    return text[slice(*found)] if found else ""


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends, without the marks around it."""
    whole = text.rstrip(" .!?")
    ends = [(found.start(), found.end()) for found in _BREAK.finditer(whole)]
    starts = [len(text) - len(text.lstrip()), *(end for _, end in ends)]
    return [
        (start, end)
        for start, end in zip(starts, [*(start for start, _ in ends), len(whole)], strict=True)
        if start < end
    ]


def _is_reason(clause: str) -> bool:
    if _PURPOSE.match(clause) or _AWAY.match(clause):
        return True
    told = _SUBJECT.match(clause) or _OWN.match(clause) or _STATES.match(clause)
    return told is not None and not _NO_REASON.search(clause)
