"""What is not wanted: "never mind the lights" does nothing with them, "no more music" stops it. By their
cues alone, the words for a thing would bring what it is to be rid of.
"""

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.fitting import risky
from kippu.understand.mending.named_behind import is_name
from kippu.understand.reading.command import command
from kippu.understand.reading.said import Said

_LEAD = r"(?:(?:oh|no|ok|okay|actually|please|well|and|wait)[, ]+)*"
_THE = r"(?P<what>(?:the |my |our )?[\w' -]+?)"
_DROPPED = {
    "en": regex(
        rf"{_LEAD}(?:never ?mind|forget|do(?:n't| not) (?:bother|worry)(?: with)?)(?: about)? {_THE}"
        r"(?:,? (?:please|then|now|thanks|for now))*"
    ),
    "ja": regex(
        r"(?:いや|やっぱり?|、)*(?P<what>[^、。]+?)は(?:やっぱり?)?(?:いい|やめ(?:て)?おく|やめとく|大丈夫)(?:です|や|よ|わ|ね)*"
    ),
}
_NO_MORE = {
    "en": regex(
        rf"{_LEAD}(?:no more|enough(?: (?:of|with))?|that's enough(?: of)?) {_THE}"
        r"(?:,? (?:please|now|thanks|for (?:now|today)))*"
    ),
    "ja": regex(
        r"(?:もう)?(?P<what>[^、。]+?)は?もう(?:いい|いらない|要らない|結構|たくさん|十分)(?:です|や|よ|わ|ね)*"
    ),
}
_STOP: dict[Language, str] = {"en": "stop {}", "ja": "{}を止めて"}
_OFF: dict[Language, str] = {"en": "turn off {}", "ja": "{}を消して"}
_PLAYS = frozenset({"home.media", "home.turn_off"})


def not_wanted(said: Said) -> Meaning | None:
    """Nothing, for what is not to be done; what ends it, or the question whether that is meant."""
    text, language = said.text.casefold(), said.language
    if said.is_question:
        return None
    ended = _NO_MORE[language].fullmatch(text)
    if ended and is_name(said.apart(ended["what"])):
        return _ended(said, ended["what"])
    dropped = _DROPPED[language].fullmatch(text)
    if dropped and is_name(said.apart(dropped["what"])):
        return Meaning("cues", 0.97, (Call("help.never_mind"),))
    return None


def _ended(said: Said, what: str) -> Meaning | None:
    """What ends it: music at once, all else is asked about."""
    frame = said.apart(what)
    named = {thing.domain for mention in frame.mentions for thing in mention.things}
    heard = frame.has("kinds", "media_player") or named == {"media_player"}
    reading = command(said, (_STOP if heard else _OFF)[said.language].format(what))
    if reading is None or reading.rivals or not reading.calls:
        return None
    if any(risky(call, said.names) for call in reading.calls):
        return None  # what turns a lock off opens it
    if heard and all(call.tool in _PLAYS for call in reading.calls):
        return Meaning("cues", 0.95, reading.calls)
    question = shall_i(reading.calls, said.language, names=said.names)
    return Meaning("cues", 0.9, question=question, proposed=reading.calls) if question else None
