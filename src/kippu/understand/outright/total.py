"""What several amounts come to that are told one by one: "rent is 940, bills are 118, total?".

Knows words and numbers; the calculator adds.
"""

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning

_SURE = 0.95
_NUMBER = regex(r"\d+(?:,\d{3})*(?:\.\d+)?")
_ASKED = (
    r"(?:(?:what|how much)(?:['’]s| is| are| does| do) (?:that|it|they|this|the total|all (?:of )?that)"
    r"(?: (?:come to|make|add up to|cost))?(?: (?:in total|altogether|all together|in all|together|combined"
    r"|total))?"
    r"|(?:what['’]s |what is )?(?:the |my |our |in )?total|altogether|all together|in all|together"
    r"|(?:add|sum|tot)(?: (?:it|them|that|those|these))?(?: all)? up)"
)
_TOLD = regex(rf"(?:(?:so|and|ok|okay|right)[, ]+)*(?P<told>.*\d.*?)[,.;: –-]+(?:so |and )*{_ASKED}")
_NAMED = regex(r"[a-z]{3,}[^\d]*[\d,.]+[^\d]*[a-z]{2,}[^\d]*\d.*")
"""Each amount has a name of its own before it."""
_OTHERWISE = regex(
    r"\b(?:each|apiece|per|times|x|percent|hours?|hrs?|days?|weeks?|months?|years?|minutes?|mins?|split|tip|at"
    r"|off|minus|less|of|left|over)\b|[%*/:+]|\d ?-"
)
"""To be multiplied, shared or taken away, or no amounts at all."""
_SEVERAL = 2


def total(text: str, language: Language) -> Meaning | None:
    """The sum; None for what is no such list of amounts."""
    match = _TOLD.fullmatch(text.casefold().rstrip(" ?!.")) if language == "en" else None
    if match is None or _OTHERWISE.search(match["told"]) or not _NAMED.fullmatch(match["told"]):
        return None
    numbers = [number.replace(",", "") for number in _NUMBER.findall(match["told"])]
    if len(numbers) < _SEVERAL:
        return None
    return Meaning("cues", _SURE, (Call("math.calculate", {"expression": " + ".join(numbers)}),))
