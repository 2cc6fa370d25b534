"""What somebody wants to hear: "play some jazz", "i'd like to listen to the morning news podcast".

Gives the words alone; which player plays them is the home's affair. English; Japanese has templates for it.
"""

import re

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.text.own_words import unquoted

_POLITE = (
    r"^(?:(?:please|hey|ok|okay|now|so|just|then|and|can you|could you|would you|will you|go ahead and|"
    r"i want you to|i'd like you to|i would like you to)[ ,]+)*"
)
_WISH = (
    r"(?:(?:i (?:want|wanna|wish|need|would like|would love|feel like)|i'd (?:like|love)|let me|let's|"
    r"can (?:i|we)|could (?:i|we)|may i)(?: to)? (?:listen(?:ing)? to|hear(?:ing)?|listen))"
)
_SURELY = regex(
    rf"{_POLITE}(?:play(?: back)?|stream|shuffle(?: and play)?|listen to|tune (?:in )?(?:to|into)|{_WISH}"
    r"|use \w+ to play|open \w+ and play)(?: me| us)? (?P<what>.+)$"
)
_KINDS = (
    r"music|songs?|tracks?|albums?|playlists?|radio|stations?|podcasts?|audio ?books?|chapters?|episodes?|"
    r"soundtracks?|jazz|rock|pop|blues|classical|hip[ -]?hop|rap|reggae|techno|symphon(?:y|ies)|tunes?|"
    r"fm|am \d+|\d+(?:\.\d+)? (?:fm|am)|npr|bbc"
)
_MAYBE = regex(
    rf"{_POLITE}(?:(?:i (?:want|need)|i'd like) (?=some\b)|put on|turn on|start|begin|resume|continue|"
    r"go on with|find(?: me)?|get me|open|locate|begin playing|start playing)(?: playing)?(?: me| us)? "
    rf"(?P<what>(?:.* )?(?:{_KINDS})\b.*|(?<=put on ).+ by .+)$"
)
_NOT = regex(
    r"^(?:something|anything)(?: else)?$"
    r"|^(?:it|that|this|them|again|on|from (?:the )?(?:start|beginning)|what|where|when|"
    rf"how|if|you|your|me|more|a |an |any )\b"
    rf"(?!.*\b(?:{_KINDS})\b)"
    r"|^(?:the )?(?:next|previous|last|same|first)"
    r"(?: (?:one|song|track|tune|episode|chapter|station|album))?(?: (?:on|in|from|of) .*)?$"
    r"|\b(?:games?|chess|cards|jokes?|stor(?:y|ies)|tricks?|poems?|dead|dumb|with (?:me|him|her|them|my)|"
    r"guitar|piano|football|soccer|tennis|volume|lights?|lamp)\b"
    r"|^(?:is|was|an? (?:important|big|role|part))\b"
    r"|^(?:(?:some|the|my|any|a)? ?)*(?:music|songs?|radio|tunes?|podcasts?|audio ?books?|player|playlists?|"
    r"stations?|episodes?)?$"
)
"""No words of something to hear, or none beside the kind: then it is a button of the player."""
_LEAD = regex(
    r"^(?:(?:some|the (?:song|track|artist|music)|a (?:song|track)|me|us)\s+(?!(?:by|from|of|off)\b))+"
    r"(?:called |named )?"
)
_TAIL = regex(
    r"(?:[ ,]+(?:please|right now|right away|straight away|immediately|for me|for us|to me|thanks|again)"
    r"|(?<! me)(?<! is)(?<! it)(?<! and)(?<! you)(?<!apocalypse)[ ,]+now)+$"
)
"""Of no title; one that ends in "now" mostly has such a word before it: "Don't Stop Me Now"."""
_AT_ONCE = regex(
    r"(?:[ ,]+(?:please|right now|right away|straight away|immediately))+$"
    rf"|(?<=^)(?P<kind>(?:some |the )?(?:{_KINDS})) now$",
    re.IGNORECASE,
)
"""Is in no title; "now" may be, but behind a kind of music."""


def to_hear(text: str) -> str | None:
    """What is to be played, in the sentence's own words (as ``text.sentence`` gives it, folded)."""
    sure = _SURELY.match(text)
    match = sure or _MAYBE.match(text)
    if match is None:
        return None
    what = _TAIL.sub("", match["what"])
    if _NOT.search(what):
        return None
    return unquoted(_LEAD.sub("", what)) or None


_ANY = regex(
    r"(?:(?:some|the|my|any|a|a bit of|a little) )*(?:music|songs?|tunes?|something|anything)"
    r"|(?:何か|なにか|適当に|いい)?(?:音楽|曲|ミュージック)"
)
"""What has no title: whatever there is."""


def untitled(call: Call) -> Call:
    """The same without words that are of no title; as the player's own button where nothing is named to be
    played: "some music"."""
    query = _TAIL.sub("", str(call.arguments.get("query", "")).casefold())
    if call.tool != "home.play":
        return call
    if not _ANY.fullmatch(query):
        said = str(call.arguments.get("query", ""))
        bare = _AT_ONCE.sub(lambda found: found["kind"] or "", said)
        return Call(call.tool, {**call.arguments, "query": bare}) if bare != said else call
    place = {key: call.arguments[key] for key in ("name", "area", "floor") if key in call.arguments}
    kind = {} if "name" in place else {"domain": "media_player"}
    return Call("home.media", {**place, **kind, "command": "play"})
