"""Orders said in the passive, as the orders that they are: "can the light be turned off"."""

import re

from kippu.regex import regex

_BASE = {
    "turned": "turn", "switched": "switch", "put": "put", "set": "set", "changed": "change", "made": "make",
    "dimmed": "dim", "brightened": "brighten", "lowered": "lower", "raised": "raise", "opened": "open",
    "closed": "close", "shut": "shut", "locked": "lock", "unlocked": "unlock", "started": "start",
    "stopped": "stop", "paused": "pause", "muted": "mute", "unmuted": "unmute", "cancelled": "cancel",
    "canceled": "cancel", "deleted": "delete", "removed": "remove", "taken": "take", "crossed": "cross",
    "added": "add", "moved": "move", "pushed": "push", "played": "play", "powered": "power",
    "increased": "increase", "decreased": "decrease", "reduced": "reduce", "warmed": "warm",
    "cooled": "cool", "vacuumed": "vacuum",
}  # fmt: skip
_VERB = "|".join(_BASE)
_LEAD = r"(?P<lead>(?:(?:hey|hi|ok|okay|please|and|so|well|um|uh)[ ,]+)*)"
_WHAT = r"(?P<{}>(?!to )[^,;.?!]{{2,60}}?)"
_WAYS = (
    rf"(?:would|is) it (?:be )?(?:ok|okay|possible|fine|alright) (?:for|to have|to get) {_WHAT}(?: to be)?",
    rf"(?:can|could) {_WHAT} (?:please )?be",
    rf"let {_WHAT} be",
    rf"(?:i|we) (?:(?:really |just )?(?:want|need)|would (?:like|love|prefer)) {_WHAT}(?: to be)?",
    rf"(?:i|we)'d (?:like|love|prefer) {_WHAT}(?: to be)?",
    rf"(?:(?:can|could) (?:you|i|we) (?:have|get)|get) {_WHAT}",
    rf"{_WHAT} (?:needs? to|has to|have to|must|ought to|should) be",
)
_ASKS = [
    regex(
        rf"^{_LEAD}{way.format('what')} (?:now |please )?(?P<verb>{_VERB})\b(?P<rest>[^?]*)\??$",
        re.IGNORECASE,
    )
    for way in _WAYS
]
_NO_THING = regex(
    r"\b(?:i|we|you|he|she|him|her|us|me|who|what|which|when|where|why|how|not|never|if)\b|n't\b",
    re.IGNORECASE,
)
_FORMER = regex(r"\b(?:already|just|been|yesterday|earlier|last|yet)\b", re.IGNORECASE)


def in_active(text: str) -> str:
    """The order; the same text where it is none such."""
    match = next(filter(None, (way.match(text) for way in _ASKS)), None)
    if match is None or _FORMER.search(text) or _NO_THING.search(match["what"]):
        return text
    what = "them" if match["what"].casefold() == "they" else match["what"]
    return f"{match['lead']}{_BASE[match['verb'].casefold()]} {what}{match['rest']}"
