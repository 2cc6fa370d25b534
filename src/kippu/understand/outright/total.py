"""What several amounts come to that are told one by one: "rent is 940, bills are 118, total?".

Knows words and numbers; the calculator adds.
"""

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn

_SURE = 0.95
_NUMBER = regex(r"\d+(?:,\d{3})*(?:\.\d+)?")
_ASKED = (
    r"(?:(?:what|how much)(?:['’]s| is| are| does| do) (?:that|it|they|this|the total|all (?:of )?that)"
    r"(?: (?:come to|make|add up to|cost))?(?: (?:in total|altogether|all together|in all|together|combined"
    r"|total))?"
    r"|(?:what['’]s |what is )?(?:the |my |our |in )?total|altogether|all together|in all|together"
    r"|(?:add|sum|tot)(?: (?:it|them|that|those|these))?(?: all)? up)"
)
_LEAD = r"(?:(?:so|and|ok|okay|right|then)[, ]+)*"
_TOLD = regex(rf"{_LEAD}(?P<told>.*\d.*?)[,.;: –-]+(?:so |and )*{_ASKED}")
_ASKED_ALONE = regex(rf"{_LEAD}{_ASKED}(?: then| please)*")
_NAMED = regex(r"[a-z]{3,}[^\d]*[\d,.]+[^\d]*[a-z]{2,}[^\d]*\d.*")
"""Each amount has a name of its own before it."""
_OTHERWISE = regex(
    r"\b(?:each|apiece|per|times|x|percent|hours?|hrs?|days?|weeks?|months?|years?|minutes?|mins?|split|tip|at"
    r"|off|minus|less|of|left|over)\b|[%*/:+]|\d ?-"
)
"""To be multiplied, shared or taken away, or no amounts at all."""
_SEVERAL = 2


def total(text: str, turn: Turn) -> Meaning | None:
    """The sum; None for what is no such list of amounts, in the sentence or told just before it."""
    said = text.casefold().rstrip(" ?!.")
    match = _TOLD.fullmatch(said) if turn.language == "en" else None
    told = match["told"] if match else ""
    if turn.language == "en" and turn.after_talk and _ASKED_ALONE.fullmatch(said):
        told = next((line.text.casefold() for line in reversed(turn.history) if line.role == "user"), "")
    if not told or _OTHERWISE.search(told) or not _NAMED.fullmatch(told):
        return None
    numbers = [number.replace(",", "") for number in _NUMBER.findall(told)]
    if len(numbers) < _SEVERAL:
        return None
    return Meaning("cues", _SURE, (Call("math.calculate", {"expression": " + ".join(numbers)}),))
