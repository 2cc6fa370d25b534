"""Which words of an English command are no reason to ask, though no cue explains them, where the encoder
surely hears what the cues propose: they say how, why or to whom, and neither what is meant nor which way.

Knows words and where they stand; knows no home and no encoder.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kippu.regex import regex
from kippu.understand.cues import Frame
from kippu.understand.cues.mentions import one_off, stem
from kippu.understand.free.parts import Part, Parts

_MOST = 3
"""More words than that say something of their own."""
_WORD = regex(r"[a-z0-9'°%]+")
_TURNS = regex(
    r"(?:less\w*|not|no|none|never|nor|neither|only|just|but|except|without|instead|other\w*|another|unless|if"
    r"|wh(?:en|ile|ilst|enever|ether|o|y|ich)|until|till?|before|after|once|while|then|or|am|pm|a\.?m|p\.?m"
    r"|time|today|tomorrow|tonight|now and|morning|evening|noon|later|soon|next|previous|last|first|second"
    r"|left|right|top|bottom|upper|lower|middle|nearest|closest|far\w*|own|opposite|reverse|back|half|gone"
    r"|out(?:side|doors?)|in(?:side|doors?)|exterior|interior|up(?:stairs)?|down(?:stairs)?|remov\w*|delet\w*"
    r"|forget\w*|ignore\w*|cancel\w*|undo|avoid\w*|stopped|away|n't|\w+n't|cannot|can't|dont|doesnt|wont"
    r"|he|she|they|him|her|them|his|their|you're|said|says|want\w* you|did|was|were|had|been|already|still)"
)
"""Turns the meaning round, or says when, which of several, or that somebody else speaks."""
_TELLS_NOTHING = frozenset(
    "overhead main ceiling smart robotic electric normal regular current area space colored coloured"
    " tinted assistant system computer".split()
)
"""Tells nothing apart where no thing of the home is called so: "the overhead light", "the dining area"."""
_LOOKS = frozenset({"glow", "shine", "look"})
"""What lights do, however: "i want the lights to glow red"."""
_IDLE = regex(
    r"(?:(?:the|my|our) )?(?:(?:overhead|main|ceiling|smart|robotic|electric)(?:\s+|$))+", re.IGNORECASE
)
_PLACED = frozenset({"overhead", "main", "ceiling"})
"""Tells nothing apart in one room; of a home, some lights from others."""
_LIGHTS = regex(
    r"\b(?:lights?|lighting)\b(?! (?:enough|sleeper|outside|outdoors?|switch|bulb|above|over|by|near|behind"
    r"|under|beside|next to|that(?! are (?:still |left )?on\b)|which|with"
    r"|(?:at|on|of|for) (?:the|my|our|a)\b))",
    re.IGNORECASE,
)
_BEFORE_LIGHTS = regex(
    r"(?:^|[,.;:!?] |\b(?:the|my|our|all|these|those|this|some|any|more|less|no|of|off|on|house|home|room"
    r"|down|out|change|dim|need|want|brighten|lessen|shut|kill|with|to|from|red|blue|green|yellow|orange|purple"
    r"|pink|white|turquoise|colou?red|bright|dimm?|dimmer|brighter|please) )$",
    re.IGNORECASE,
)
_COLOURS_OF = regex(r"\blight(?:s|ing)? colou?rs?\b", re.IGNORECASE)
_HOME = regex(
    r"(?:(?:in|of) )?(?:(?:the|my|our|this|whole|entire) )*"
    r"(?:house|home|flat|apartment|place|here|rooms?|in here)",
    re.IGNORECASE,
)
_ROOM = regex(r"\bin (?:the |my |our )?(?P<room>(?:\w+ )?\w*room)\b", re.IGNORECASE)
_VERBS = ("change", "switch", "turn", "dim", "make", "set", "brighten", "lower", "raise", "adjust")
_NAMES = frozenset({"device", "room", "person", "place", "when", "list", "media", "title"})
"""Marked parts that say what is meant."""
_OF = regex(
    r"\b(?:in|on|at|by|near|from|of|under|behind|above|beside|next to|over|around|for|with|except)"
    r"(?: the| my| our| your| his| her| this| that| a| an)?\s+$"
)
"""What stands behind it may be a place that the home hasn't."""
_AWAY = (
    r"(?:remove|delete|cancel|erase|scrap|drop|forget|clear|call off|take off|cross off|strike|get rid of)\b"
)
_TAKES_AWAY = regex(
    rf"^(?:(?:please|and|so|ok|okay|hey|just|(?:can|could|would) you|i (?:want|need) you to)[ ,]+)*{_AWAY}"
    rf".*(?:\band\b|\bthen\b|[,;])|(?:\band|\bthen|[,;]) (?:(?:then|also|please) )*{_AWAY}",
    re.IGNORECASE,
)
"""Takes something away, before another order or behind it."""
_TO_DO = regex(r"\bto (?!(?:the|my|our|a|an|full|max\w*|min\w*|be)\b)[a-z]+ ")
"""Says what it is for: "turn on the coffee machine to make me some coffee"."""


def telling(parts: Parts) -> Parts:
    """The devices without the words before them that tell nothing: of "the robotic vacuum" the vacuum."""
    found: list[Part] = []
    for part in parts.parts:
        idle = _IDLE.match(parts.text, part.start, part.end) if part.slot == "device" else None
        start = idle.end() if idle else part.start
        found += [replace(part, start=start)] if start < part.end else []
    return replace(parts, parts=tuple(found))


def names_lights(text: str) -> bool:
    """True for "the lights" and "some light", not for "my desk lamp", which is one of them; nor beside an
    order to take something away, of which nothing would be said."""
    if _TAKES_AWAY.search(text):
        return False
    return _COLOURS_OF.search(text) is not None or any(
        _BEFORE_LIGHTS.search(text[: found.start()]) for found in _LIGHTS.finditer(text)
    )


def room(parts: Parts) -> str:
    """The room that is marked, or called one; empty without."""
    found = _ROOM.search(parts.text)
    return parts.one("room") or (found["room"] if found else "")


def is_home(room: str) -> bool:
    """Whether a marked room is all of the home, or the one where it is said."""
    return _HOME.fullmatch(room.strip()) is not None


def needless(unclear: Sequence[str], frame: Frame, parts: Parts, *, placed: bool) -> bool:
    """Whether none of the words (as ``frame.leftover`` gives them) says what is meant, or which way.

    ``placed``: whether it is meant for one room or thing.
    """
    unclear = [word for word in unclear if not word.startswith("'")]
    spots = list(_spots(unclear, frame))
    if not spots or len(spots) > _MOST or set(unclear) - {stem(frame.text[a:b]) for a, b in spots}:
        return False  # a kind or a name that was said beside what is meant is unclear, too
    if not placed and any(frame.text[start:end] in _PLACED for start, end in spots):
        return False
    return all(_is_needless(start, end, spots, frame, parts) for start, end in spots)


def _spots(unclear: Sequence[str], frame: Frame) -> Iterator[tuple[int, int]]:
    """Where they stand."""
    taken = [(cue.start, cue.end) for cue in frame.cues] + [(one.start, one.end) for one in frame.mentions]
    for word in _WORD.finditer(frame.text):
        if stem(word[0]) in unclear and not any(a < word.end() and word.start() < b for a, b in taken):
            yield word.start(), word.end()


def _is_needless(start: int, end: int, spots: list[tuple[int, int]], frame: Frame, parts: Parts) -> bool:
    said, before = frame.text[start:end], frame.text[:start]
    if said == "time" and frame.text.startswith((" to ", " for "), end):
        return True
    if said in _LOOKS:
        return True
    if said in _TELLS_NOTHING:
        return not before.endswith("of its ")
    if _TURNS.fullmatch(said) or any(letter.isdigit() for letter in said):
        return False
    if _TO_DO.search(before) or any(one_off(said, verb) for verb in _VERBS):
        return True
    marked = {word for slot in _NAMES for part in parts.all(slot) for word in _WORD.findall(part.casefold())}
    return said not in marked and not _OF.search(before) and not _is_quality(end, spots, frame)


def _is_quality(end: int, spots: list[tuple[int, int]], frame: Frame) -> bool:
    """Whether it stands right before a thing, a kind or a place, and tells it apart: "the corner light"."""
    while follows := next((b for a, b in spots if a > end and not frame.text[end:a].strip()), None):
        end = follows
    at = end + len(frame.text[end:]) - len(frame.text[end:].lstrip())
    kinds = {cue.start for cue in frame.cues if cue.group in ("kinds", "colors")}
    names = {one.start for one in frame.mentions}
    return at in kinds | names or frame.text.startswith(("room", "house"), at)
