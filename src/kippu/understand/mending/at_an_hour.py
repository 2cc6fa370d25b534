"""A bare number behind what was planned for an hour: "make it 11" after "turn on the light at 10".

The plan knows only how long it waits; the sentence that it was made from knows that an hour was said.
"""

from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.text.leads import PUTTING_RIGHT

_HOUR = r"(?P<hour>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: o'clock)?)"
_BARE = regex(
    rf"{PUTTING_RIGHT}"
    rf"(?:(?:make|let's make|set) (?:it|that)(?: (?:at|for))? |(?:at|i meant(?: at)?|rather(?: at)?) ){_HOUR}"
    r"(?:,? (?:instead|please|rather))?"
)
_AT = regex(r"\b(?:at|around|by) (?:\d|half|quarter|noon|midnight)|o'clock")
_IN = regex(r"\b(?:in|for|after) \d")


def at_an_hour(text: str, turn: Turn) -> str:
    """The sentence with the hour for what it is; as it is where no plan for an hour was just made."""
    last = turn.earlier[-1] if turn.earlier else None
    if last is None or turn.deed is None or "command" not in last.arguments or turn.language != "en":
        return text
    said = turn.deed.said.casefold()
    match = _BARE.fullmatch(text.casefold())
    if any(map(str.isdigit, str(last.arguments["command"]))):
        return text  # the number may be a level of its own
    if match is None or turn.deed.calls != turn.earlier or not _AT.search(said) or _IN.search(said):
        return text
    hour = match["hour"]
    return f"make it {hour} o'clock" if hour.isdigit() else f"make it {hour}"
