"""What is switched and at once switched back, as two commands: "turn it off and on again", 「つけ直して」.

Knows words; which of them are a thing of the home is told to it.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Language

_PLEASE = r"(?P<please>(?:please |can you |could you |would you )?)"
_THEN = r",? (?:and then|and|then) (?:(?:turn|switch|flip) )?(?:right )?"
_BACK = rf"{_THEN}(?:back )?"
_ENDS = r",| (?:on|off|then|for|in|at|and (?:turn|switch|open|close|set|play)) "
_WHAT = rf"(?P<what>(?!on\b|off\b)(?:(?!{_ENDS}).)+)"
_MORE = r"(?: please)?(?P<more>,?(?: and)?(?: then)? (?:turn|switch|open|close|set|dim|play|lock) .+)?$"
_EN = tuple(
    regex(rf"^{_PLEASE}{pattern}(?: again)?{_MORE}", re.IGNORECASE)
    for pattern in (
        rf"(?P<verb>turn|switch|flip|power) {_WHAT} off{_BACK}on",
        rf"(?P<verb>turn|switch|flip|power) off {_WHAT}{_BACK}on",
        rf"(?P<verb>turn|switch) off{_BACK}on (?:again )?{_WHAT}",
        rf"power[- ]?(?P<verb>cycle) {_WHAT}",
    )
)
"""Never "on and off" alone, which may be meant for blinking."""
_EN_ON = tuple(
    regex(rf"^{_PLEASE}{pattern}{_MORE}", re.IGNORECASE)
    for pattern in (
        rf"(?P<verb>turn|switch|flip) {_WHAT} on{_THEN}(?:back off(?: again)?|off again)",
        rf"(?P<verb>turn|switch|flip) on {_WHAT}{_THEN}(?:back off(?: again)?|off again)",
    )
)
_ONCE = r"(?:いったん|一旦|一度|1度|一回|1回)?"
_OFF_JA = rf"{_ONCE}(?:消して|切って|オフにして)(?:から)?、?(?:もう(?:一|1)[度回])?"
_JA = regex(
    rf"^(?P<what>[^、。]+?)(?:の電源)?を?(?:{_OFF_JA})?"
    r"(?:(?:つけ|点け|入れ)(?:直|なお)して|オフオンして|再起動して)(?:ください|下さい|ね|よ)?$"
)
_FRESH_JA = regex(r"(?:湯|風呂|音楽|曲)$")
"""What is made anew, and not switched, when it is 入れ直す or かけ直す."""
_ONCE_MORE_JA = regex(
    r"(?<=[てで])(?:から)?、?(?:もう(?:一|1)[度回]|再び|再度|改めて)"
    r"(?=(?:つけ|点け|入れ|開け|閉め|消し|切っ|オン|オフ))"
)


def switched_back(text: str, language: Language, is_switched: Callable[[str], bool]) -> str:
    """The sentence as two commands; as it is where it says nothing of the sort. In Japanese the same is said
    of what is written down or poured anew, so the words must be of what ``is_switched`` in this home."""
    if language == "ja":
        match = _JA.match(text)
        if match and not _FRESH_JA.search(match["what"]) and is_switched(match["what"]):
            return f"{match['what']}を切って、{match['what']}を入れて"
        return _ONCE_MORE_JA.sub("、", text)
    for patterns, first in ((_EN, "off"), (_EN_ON, "on")):
        if match := next(filter(None, (form.match(text) for form in patterns)), None):
            verb, what = match["verb"], match["what"]
            verb = "turn" if verb.casefold() in {"cycle", "power"} else verb
            then = "on" if first == "off" else "off"
            return f"{match['please']}{verb} {what} {first} and {verb} {what} {then}{match['more'] or ''}"
    return text
