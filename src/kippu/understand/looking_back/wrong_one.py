"""Words that the command was done to the wrong thing, and not which is the right one: "not that one"."""

import re

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.fitting import things_of

_NOUN = r"(?:one|(?P<noun{0}>lights?|lamps?|fans?|blinds?|curtains?|speakers?))"
_WANTED = r"(?: (?:that )?i (?:meant|wanted|asked for))"
_WRONG: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:no|nope|nah|hm+|oh|wait|sorry|but|uh|um)[, ]+)*(?:"
        rf"not (?:that|this) one|(?:(?:that|this|it)(?:'s| is| was) )?(?:the )?wrong {_NOUN.format(1)}"
        rf"|you (?:got|took|picked|chose|have) the wrong {_NOUN.format(2)}"
        r"|(?:that|this)(?:'s not| is not| isn't| wasn't| was not) "
        rf"the (?:right )?{_NOUN.format(3)}{_WANTED}?"
        r")(?: sorry)?"
    ),
    "ja": regex(
        r"(?:(?:いや|いやいや|違う|ちがう|あ|え|ごめん|うーん)[、 ]*)*"
        r"(?:それ|そっち|その電気|これ|こっち)(?:じゃ|では)"
        r"(?:なくて|ない(?:です)?(?:よ|って|ってば|んだけど)*|ありません)"
    ),
}
_CALLED = {
    "light": "light", "lamp": "light", "fan": "fan", "blind": "cover", "curtain": "cover",
    "speaker": "media_player",
}  # fmt: skip
_SWITCHED = frozenset({"home.turn_on", "home.turn_off", "home.open", "home.close"})
"""What can be taken back whole, and done to another."""
_KNOWN = frozenset({"light", "fan", "cover"})
"""Of which one is as good as another; a plug may be a heater, and a lock lets somebody in."""


def wrong_one(text: str, turn: Turn, names: Names, *, question: bool) -> Thing | None:
    """The thing that a sentence (as ``text.sentence`` gives it) calls the wrong one; None where it says
    anything else, or where another can't simply be put in its place."""
    match = _WRONG[turn.language].fullmatch(text.casefold())
    if match is None or question or len(turn.earlier) != 1 or turn.earlier[0].tool not in _SWITCHED:
        return None
    things = _named(turn.earlier[0], names)
    thing = things[0] if len(things) == 1 and things[0].domain in _KNOWN else None
    noun = next((word.rstrip("s") for word in match.groupdict().values() if word), None)
    return thing if thing and (noun is None or _CALLED[noun] == thing.domain) else None


def _named(call: Call, names: Names) -> list[Thing]:
    return things_of(call, names) if call.arguments.get("name") not in {None, "all"} else []
