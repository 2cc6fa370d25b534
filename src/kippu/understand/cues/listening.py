"""What somebody wants to hear: "play some jazz", "i'd like to listen to the morning news podcast".

Gives the words alone; which player plays them is the home's affair. English; Japanese has templates for it.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language
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
_PIECE = (
    r"(?:one|song|track|tune|episode|chapter|station|album|hit|number|piece|podcast|video|item|record|title"
    r"|jam)"
)
_BUTTON = (
    rf"^(?:the )?(?:very )?(?:next|previous|last|same|first|following|another)"
    rf"(?: (?:available |musical |queued |queued up |random )?{_PIECE})?"
    rf"(?: (?:on|in|using) .*| (?:from|of|off) (?:(?:this|that)\b.*|(?:(?:the|my|our) )?(?:{_KINDS}"
    rf"|queue|list|book"
    r"|series|show|set|mix))| instead| queued(?: up)?| coming up| please| to me| now| after (?:this"
    r"|that)(?: one)?)*$"
    rf"|^(?:the |a |1 |one )?{_PIECE} (?:after (?:this|that)(?: one)?|forward"
    r"|(?:that's |that is )?(?:coming (?:on|up)|up)(?: next)?|(?:that comes |queued |lined )?(?:up )?next)$"
)
"""No piece by its name, but one beside that which plays. What "the next episode of" a title is has one."""
_NOT = regex(
    r"^(?:something|anything)(?: else)?$"
    r"|^(?:it|that|this|them|again|on|from (?:the )?(?:start|beginning)|what|where|when|"
    rf"how|if|you|your|me|more|a |an |any )\b"
    rf"(?!.*\b(?:{_KINDS})\b)"
    rf"|{_BUTTON}"
    r"|\b(?:jokes?|stor(?:y|ies)|tricks?|poems?|dead|dumb|with (?:me|him|her|them|my)|volume|lights?|lamp)\b"
    r"|^(?:is|was|an? (?:important|big|role|part))\b"
    r"|^(?:(?:some|the|my|any|a)? ?)*(?:music|songs?|radio|tunes?|podcasts?|audio ?books?|player|playlists?|"
    r"stations?|episodes?)?$"
)
"""No words of something to hear, or none beside the kind: then it is a button of the player."""
_GAME = regex(r"\b(?:games?|chess|cards|guitar|piano|football|soccer|tennis)\b")
_TO_BE_HEARD = regex(rf"\b(?:{_KINDS}|news|theme|commentary|concerto|sonata)\b| by ")
"""Says of a game or an instrument that it is listened to: "the song games by disturbed"."""
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


_STATION = regex(
    r"(?:the )?(?:radio(?: station| channel)?|fm|am|station|channel|frequency)(?: number)? "
    r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six)(?: ?(?:fm|am))?|\d+(?:\.\d+)? ?(?:fm|am)"
)


def is_station(what: str) -> bool:
    """Whether a number is a station's, and no volume: "radio 95.5"."""
    return _STATION.fullmatch(what) is not None


_WAY = (
    r"(?:shuffl(?:e|ing)|repeat(?:ing)?|loop(?:ing)?|random (?:order|mode|play(?:back)?)"
    r"|(?:music|songs|tracks|playlist|player|playback|queue|album|radio) (?:on|to) random)"
    r"(?: mode| setting)?"
)
_SO_LONG = (
    r"(?: (?:by|about|around|another|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty"
    r"|thirty|forty|forty-five|fifty|sixty|ninety|\d+|few|couple|of|some|half|and|more))+"
    r" (?:seconds?|secs?|minutes?|mins?)"
)
"""How far within a piece, and nothing beside it: who goes "back to sleep for 5 minutes" hears none."""
_OF_MUSIC = (
    r"(?:on|off|all|mode|this|that|it|the|one|song|track|album|playlist|list|queue|music|for|player|media"
    r"|please)"
)
_MODE = regex(
    rf"(?!.*\b(?:next|previous|alarms?|timers?|reminders?|events?|meetings?|lights?|lamps?|bulbs?|colou?rs?)\b)"
    rf"{_POLITE}(?:"
    r"(?:(?:turn|switch|put|set|enable|disable|activate)\b(?: \w+)* |(?:stop|start|quit|end) )"
    rf"{_WAY}(?: {_OF_MUSIC})*"
    rf"|(?:repeat|loop)(?: (?:all|current|whole|{_OF_MUSIC}))+"
    r"(?: (?:again|forever|once more|(?:in|on) .*))?|(?:repeat|shuffle)(?: mode)? (?:on|off)"
    r"|(?:fast[ -]?forward|rewind|wind back)\b.* (?:seconds?|secs?|minutes?|mins?)\b.*"
    rf"|(?:skip|go|jump) (?:ahead|back|forward){_SO_LONG}(?: (?:in|on|of) .*)?"
    rf"|move (?:ahead|back|forward){_SO_LONG} (?:in|of) .*|(?:rewind|fast[ -]?forward)(?: to)?"
    r"(?: (?:the|this|that|it|a bit|a little|start|beginning|song|track|podcast|movie|video|music))*"
    r")(?: please| for me)*$"
)
_MODE_JA = regex(
    r"^[^、。]{0,14}(?:シャッフル|リピート|ループ)(?:再生)?(?:を|に|で|モード)*"
    r"(?:して|再生|オン|オフ|かけて|流して|やめて|止めて|解除|切って)[^、。]{0,8}$"
    r"|^(?:\d+(?:秒|分)(?:だけ|ほど)?)?(?:早送り|巻き?戻し?)(?:して|て)[^、。]{0,6}$"
    r"|^\d+(?:秒|分)(?:だけ|ほど|くらい)?(?:戻して|もどして|飛ばして|進めて|すすめて)[^、。]{0,6}$"
)


def is_mode(text: str, language: Language) -> bool:
    """Whether it is of an order of pieces, or of a place within one, that no player here is told: "put the
    playlist on shuffle", "rewind thirty seconds"."""
    return (_MODE if language == "en" else _MODE_JA).match(text) is not None


_WISHED = regex(
    rf"{_POLITE}(?:{_WISH}|let's have|let us have|get|get me|find|go to|switch to|tune (?:in )?to)"
    r"(?: on| to)? (?P<what>(?:(?:some|the|my|any|a|a bit of) )*(?:music|radio|tunes))(?: on)?"
    r"(?: please| now| for me)*$"
)


def as_played(text: str) -> str:
    """A wish for what has no title, as an order: "i want to hear the radio"."""
    wished = _WISHED.match(text)
    return f"play {wished['what']}" if wished else text


def to_hear(text: str) -> str | None:
    """What is to be played, in the sentence's own words (as ``text.sentence`` gives it, folded)."""
    sure = _SURELY.match(text)
    match = sure or _MAYBE.match(text)
    if match is None:
        return None
    what = _TAIL.sub("", match["what"])
    if _GAME.search(what) and not _TO_BE_HEARD.search(what):
        return None
    if _NOT.search(what) or (match.group().casefold().startswith("continue") and what.startswith("to ")):
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
