"""What is to be ended because it is loud: 「掃除機うるさいから止めて」 is 「掃除機を止めて」, and no quieter
music.

Knows what is of the home; knows no tool.
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame

_TOO_LOUD = regex(
    r"(?P<what>[^、。をに]{1,14}?)(?:の音)?(?:が|は)?(?:ちょっと|すごく|とても)?うるさい(?:から|ので|んで|し)、?"
    r"(?P<end>(?:止め|とめ|消し|けし|切っ|やめ)て.*)"
)


def ended_as_too_loud(text: str, apart: Callable[[str], Frame]) -> str:
    """The order for what is named; the same where nothing is. ``apart`` takes a text apart."""
    match = _TOO_LOUD.fullmatch(text)
    if match is None:
        return text
    frame = apart(match["what"])
    named = bool(frame.mentions) or frame.has("kinds")
    return f"{match['what']}を{match['end']}" if named and not frame.leftover else text
