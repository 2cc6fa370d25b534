"""What is to be heard by its title, from an English sentence whose parts are marked: "resume Harry Potter",
"the next episode of Radiolab", "switch on radio mango".

What is marked is often cut short; what stands around it tells how far a title goes. Knows words alone.
"""

from kippu.regex import regex
from kippu.understand.free.parts import Part, Parts

_LEAD = (
    r"^(?:(?:please|hey|ok|okay|now|so|just|then|and|can you|could you|would you|will you|i want you to"
    r"|i want to"
    r"|i'd like (?:you )?to|let's|olly|kippu)[ ,]+)*"
)
_GOES_ON = (
    r"(?:(?:resume|continue|restart|carry on|go on|keep going|pick up)(?: (?:playing|reading"
    r"|listening to|play|with"
    r"|on|in|of|the (?:reading|playback|playing) of|(?:from )?(?:where|what) (?:i"
    r"|we) (?:last )?(?:left off|stopped)"
    r"(?: (?:on|in|of|with|reading))?|audio playback of))*)"
)
_TITLED = regex(
    rf"{_LEAD}(?:{_GOES_ON}|next,? (?:play|put on|i(?:'d like| want| would like) to (?:hear|listen to))"
    rf"|start(?= .* (?:again|over)\b)) (?P<what>.+?)"
    r"(?:,? (?:again|over|for me|please|(?:from )?where (?:i|we)\b.*|from the (?:start|beginning)))*$"
)
_NEXT_OF = regex(
    rf"{_LEAD}(?:(?:play|start|go to|skip to|put on|hear|listen to)(?: me)? )?"
    r"(?P<what>(?:the )?(?:next|latest|newest|last|previous|first) (?:episode|chapter|part"
    r"|instal+ment) (?:of|from) .+?)"
    r"(?:,? (?:please|for me|now))*$"
)
_NEXT_OF_NAME = regex(
    rf"{_LEAD}(?:(?:skip|go|jump|move)(?: on)? to |play |put on )(?:the )?next (?P<what>.+ (?:podcast"
    rf"|show|series))"
    r"(?: please| now)*$"
)
_KIND = (
    r"(?:(?:the|my|our|this|that|some|a|it|audio|next|last|previous|current|new)\b ?)*(?:music|songs?|tracks?"
    r"|radio|stations?|playlists?|albums?|podcasts?|(?:audio ?)?books?|stor(?:y|ies)|shows?|videos?"
    r"|movies?|films?"
    r"|series|episodes?|chapters?|playback|playing|reading|listening|audio|tunes?|one|player|tv|speaker"
    r"|it|here"
    r"|that|this)?"
)
_NO_TITLE = regex(rf"{_KIND}(?: (?:on|in|from|at|of (?:this|that|the|my|our) \w+$) ?.*)?")
_BEFORE = regex(r"\b(?P<kind>radio|fm|am|channel|station) (?:fm |am )?$")
_BEHIND = regex(r"^ (?P<kind>fm|am)\b")
_NUMBERS = frozenset(
    "zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
    " point and".split()
)
_BESIDE = frozenset({"media", "person", "title", "text", "place"})


def titled(parts: Parts) -> str:
    """What goes on or comes next by its title; empty where it is only what plays that is meant."""
    folded = parts.text.casefold().rstrip(" .!?")
    match = _NEXT_OF.match(folded) or _TITLED.match(folded) or _NEXT_OF_NAME.match(folded)
    if match is None or not any(
        part.slot in ("media", "title") and part.start < match.end("what") and part.end > match.start("what")
        for part in parts.parts
    ):
        return ""
    what = parts.text[match.start("what") : match.end("what")]
    rest = what.casefold().partition(" of ")[2] or what.casefold().partition(" from ")[2]
    own = rest if _NEXT_OF.match(folded) else what.casefold()
    return "" if _NO_TITLE.fullmatch(own) else what


_PUT_ON = regex(
    rf"{_LEAD}(?:put|stick|pop|throw|chuck|bung|whack|get) (?P<on>on )?(?:some |a bit of "
    rf"|a little )?(?P<what>.+?)"
    r"(?(on)| (?:on|going))(?:,? (?:for (?:me|us)|please|now|will you|would you|in here|in the background))*$"
)


_PLAY_LAST = regex(
    r"\bplay(?:ing)? (?:(?:me|us) )?(?:some |a little |a bit of )?"
    r"(?P<what>(?!(?:for|to|with|in|on|at)\b).+?)"
    r"(?:,? (?:for (?:me|us)|please|now|while (?:i|we)\b.*|in here|in the background))*$"
)


def put_on(text: str) -> str:
    """What is to be put on, where no part is marked: "stick some carols on"."""
    folded = text.casefold().rstrip(" .!?")
    match = _PUT_ON.match(folded) or _PLAY_LAST.search(folded)
    what = text[match.start("what") : match.end("what")] if match else ""
    return "" if _NO_TITLE.fullmatch(what.casefold()) else what


_FANCIES = regex(
    r"\b(?:(?:bit|drop|spot|touch|splash|blast|burst) of|some(?:thing)?|anything|fancy|want|hear|listen to"
    r"|watch|mood for|how about|let's have|let's be having|give (?:me|us))"
    r" (?:(?:to|hear|listen|watch|an?|some|that's|that is|really|very|the) )*(?P<what>.+?)"
    r"(?= (?:while|whilst|to (?!the\b)|for|in|on|as|so|please|now|thanks|if|when)\b|,|;|\.|$)"
)
_LONGEST = 5
"""Words of what one fancies; more is a tale."""


def fancied(text: str) -> str:
    """What somebody would like to hear, where no part is marked: "a bit of jazz while i chop"."""
    folded = text.casefold().rstrip(" .!?")
    match = _FANCIES.search(folded)
    what = text[match.start("what") : match.end("what")] if match else ""
    return what if 0 < len(what.split()) <= _LONGEST and not _NO_TITLE.fullmatch(what.casefold()) else ""


def heard(parts: Parts) -> str:
    """The marked words for what is to be heard, each to the end of its name."""
    grown = (Part(*_whole(parts, part), "media") for part in parts.parts if part.slot == "media")
    return Parts(parts.text, tuple(grown), parts.language).one("media")


def _whole(parts: Parts, part: Part) -> tuple[int, int]:
    """Where the name that a part is of begins and ends: a name goes on in a part of another kind that touches
    it, a number in every word of it, and a station has its band."""
    text, start, end = parts.text.casefold(), part.start, part.end
    for other in parts.parts:
        touches = other.slot in _BESIDE and other.start >= end and text[end : other.start] in (" ", "")
        end = other.end if touches and other.slot != "media" else end
    if _is_number(text[start:end]):
        while (word := text[:start].rstrip().rpartition(" ")[2]) in _NUMBERS and word:
            start = text[:start].rstrip().rfind(word)
        while (word := text[end:].lstrip().partition(" ")[0]) in _NUMBERS and word:
            end = text.index(word, end) + len(word)
    if behind := _BEHIND.match(text[end:]):
        end += behind.end()
    before = _BEFORE.search(text[:start])
    return (before.start("kind") if before else start), end


def _is_number(words: str) -> bool:
    return any(word in _NUMBERS and word != "and" for word in words.split())
