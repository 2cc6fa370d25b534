"""What a later piece of a sentence takes over from the pieces before it: "… to 50 % and the blinds too".

Knows words and calls; reads nothing.
"""

from collections.abc import Iterable, Sequence

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues.frame import Frame

_TELLING = ("values", "colors", "kelvins", "modes", "percent", "degrees", "number", "tenths", "kelvin")
_STATED = regex(r"\b(?:is|are|was|were|been|being)\b|'s\b")
_AS = {
    "brightness": ("to {}%", "{}%に"), "position": ("to {}%", "{}%に"), "speed": ("to {}%", "{}%に"),
    "volume": ("to {}%", "{}%に"), "humidity": ("to {}%", "{}%に"), "color": ("{}", ""),
    "temperature": ("to {} degrees", "{}度に"), "step": ("by {}%", "{}%"),
}  # fmt: skip


def verb_said(frames: Iterable[Frame]) -> str | None:
    """The first words of these pieces that say what to do."""
    verbs = (
        frame.text[cue.start : cue.end] for frame in frames for cue in frame.cues if cue.group == "verbs"
    )
    return next(verbs, None)


_WISHED = regex(r"(?P<what>.+) (?P<state>closed|locked)")
"""Nothing is opened or unlocked by less than a verb."""
_BRINGS = {"closed": "close", "locked": "lock"}


def as_order(text: str, parts: Frame) -> str:
    """A piece that says only how something shall be, as an order: "garage closed" as "close garage". The verb
    of another piece would do something else to it."""
    wished = _WISHED.fullmatch(parts.text)
    if (
        wished is None
        or parts.tells("verbs", "ask", "blocks")
        or parts.leftover
        or _STATED.search(parts.text)
    ):
        return text
    return f"{_BRINGS[wished['state']]} {wished['what']}"


_UNLOCKED = regex(r"(?P<what>.+) unlocked")


def as_unlocking(text: str, parts: Frame) -> str | None:
    """The order that may be meant by "front door unlocked", to be asked about; None for all else."""
    wished = _UNLOCKED.fullmatch(parts.text)
    if wished is None or parts.tells("ask", "blocks") or parts.leftover or _STATED.search(parts.text):
        return None
    return f"unlock {wished['what']}"


_ASKS = regex(r"(?:(?:and|so|hey),? )*(?P<word>(?:is|are|was|were)(?: all(?= (?:the|my|our)\b))?)\b")
_ORDERS = regex(r"(?:(?:and|then|also|please|just|can you|could you|would you) )*")


def as_question(text: str, parts: Frame, first: str) -> str:
    """A piece behind a question, as one: "is the light on and the window open" opens nothing. One that begins
    with a verb is an order."""
    asks = _ASKS.match(first.casefold())
    led = _ORDERS.match(parts.text)
    begins = led.end() if led else 0
    ordered = any(cue.group == "verbs" and cue.start <= begins for cue in parts.cues)
    if asks is None or ordered or parts.has("ask") or not parts.has("states"):
        return text
    return f"{asks['word']} {text}"


def with_verb(text: str, verb: str, parts: Frame, earlier: Sequence[Call], language: Language) -> str:
    """The piece with the verb that was said before, and with the value, if it says none itself."""
    said = "" if any(parts.has(group) for group in _TELLING) else _value(earlier, language)
    return f"{verb} {text} {said}".rstrip() if language == "en" else f"{text}を{said}{verb}て"


def _value(earlier: Sequence[Call], language: Language) -> str:
    """The value of the last call, in words that fit every kind of thing."""
    own = earlier[-1].arguments if earlier else {}
    for name, phrases in _AS.items():
        if name in own and earlier[-1].tool.startswith("home."):
            amount = abs(own[name]) if isinstance(own[name], int | float) else own[name]
            return phrases[language == "ja"].format(amount)
    return ""
