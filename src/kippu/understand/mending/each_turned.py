"""What one word does to two unlike things, said of each: "turn down the music and the lights". And a level
beside a colour, which is the same light's: "make the lamp pink and 20 percent".
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame
from kippu.understand.mending.named_behind import is_name

_LEAD = r"(?P<lead>(?:please |can you |could you |and )*)"
_ONE, _OTHER = r"(?P<one>(?:the |my |our )?[\w' -]+?)", r"(?P<other>(?:the |my |our )?[\w' -]+?)"
_TURNED = (
    regex(rf"{_LEAD}turn (?P<way>up|down) {_ONE} and {_OTHER}(?P<end>(?: a (?:bit|little))?(?:,? please)?)"),
    regex(rf"{_LEAD}turn {_ONE} and {_OTHER} (?P<way>up|down)(?P<end>(?: a (?:bit|little))?(?:,? please)?)"),
)
_LEVEL = regex(
    r"(?P<lit>.+?),? and (?:to |at )?(?P<level>\d{1,3}) ?(?:%|percent)(?: bright(?:ness)?)?"
    r"(?P<rest>(?:,? (?:and|then) .+|,? please)?)"
)


def each_turned(text: str, apart: Callable[[str], Frame]) -> str:
    """The sentence that says it of each; as it is otherwise. ``apart`` takes a text apart."""
    folded = text.casefold()
    for form in _TURNED:
        match = form.fullmatch(folded)
        if match and _are_unlike(apart(match["one"]), apart(match["other"])):
            turn, end = f"turn {match['way']}", match["end"]
            return f"{match['lead']}{turn} {match['one']}{end} and {turn} {match['other']}{end}"
    lit = _LEVEL.fullmatch(folded)
    frame = apart(lit["lit"]) if lit else None
    if lit and frame and frame.tells("colors", "kelvins") and frame.has("verbs") and not frame.leftover:
        return f"{lit['lit']} at {lit['level']}%{lit['rest']}"
    return text


def _are_unlike(one: Frame, other: Frame) -> bool:
    mine, theirs = _domains(one), _domains(other)
    return is_name(one) and is_name(other) and bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _domains(frame: Frame) -> set[str]:
    kinds = {
        option.partition("/")[0] for kind in frame.by_group.get("kinds", []) for option in kind.split("|")
    }
    return kinds | {thing.domain for mention in frame.mentions for thing in mention.things}
