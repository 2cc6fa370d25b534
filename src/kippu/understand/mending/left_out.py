"""What is left out, said as an exception: "leave only the kitchen light on" is "turn off all the lights
except the kitchen light", 「寝室の電気だけ消さないで、あと全部消して」 is 「寝室の電気以外全部消して」.

Only where what is left out is of the home, and understood to the last word.
"""

from collections.abc import Callable, Set

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.cues import Frame

_LEAD = r"(?:(?:please|ok|okay|so|now|and|can you|could you)[, ]+)*"
_ONLY_ON = regex(
    rf"{_LEAD}(?:(?:leave|keep) (?:only|just)|(?:only|just) (?:leave|keep)) (?P<left>[\w' -]+?) (?:on|lit)"
    r"(?:,? please)?"
)
_SHOULD_BE = regex(
    rf"{_LEAD}(?:i (?:only|just) want|(?:only|just)) (?P<left>[\w' -]+?)"
    r" (?:(?:should|must|has to|have to|needs? to|to) (?:be |stay |remain )|(?:stays|remains) )?on"
    r"(?:,? please)?"
)
_BUT = regex(
    r"(?P<all>.*\b(?:everywhere|everything|every|all)\b.*?),? but (?:not )?(?:in |on |for )?"
    r"(?P<left>[\w' -]+)"
)
_OTHERS_JA = regex(
    r"(?P<left>[^、。]+?)(?:だけ)?[はを]?(?:消さないで|つけないで|そのままで?|残して|(?:つけ|つい|消し|消え)たままで?)、?"
    r"(?:あと|ほか|他|残り|それ以外)(?:は|の|を)?、?(?P<order>.*(?:全部|ぜんぶ|全て|すべて|みんな)?.*[てで].*)"
)
_ONLY_JA = regex(
    r"(?P<left>[^、。]+?)だけ(?:を)?(?:残して(?:おいて|ほしい)?|残しといて|(?:つけ|つい)(?:たまま|とけば|ていれば|てれば)(?:で|に)?"
    r"(?:して)?(?:いい|OK)?)(?:ください|ね|よ|です)*"
)
_LEFT_JA = regex(
    r"(?:、?(?:ただし|でも)|[、。])、?(?P<left>[^、。]+?)[はを]?(?:除く|除いて|抜きで?|以外で?|外して|別で)(?:ね|よ|です)*$"
)


def left_out(text: str, language: Language, names: Names, apart: Callable[[str], Frame]) -> str:
    """The sentence with its exception said plainly; as it is otherwise. ``apart`` takes a text apart."""
    lit = {thing.room for thing in names.things if thing.domain == "light"}

    def may_be_lit(said: str) -> bool:
        return _is_lit(apart(said), lit)

    return (_in_japanese if language == "ja" else _in_english)(text, apart, may_be_lit)


def _in_english(text: str, apart: Callable[[str], Frame], may_be_lit: Callable[[str], bool]) -> str:
    folded = text.casefold()
    if (only := _ONLY_ON.fullmatch(folded)) and may_be_lit(only["left"]):
        return f"turn off all the lights except {only['left']}"
    if (only := _SHOULD_BE.fullmatch(folded)) and may_be_lit(only["left"]):
        return f"turn off all the lights except {only['left']} and turn on {only['left']}"
    but = _BUT.fullmatch(folded)
    if but and _is_known(apart(but["left"])) and apart(but["all"]).tells("verbs"):
        return f"{but['all']} except {but['left']}"
    return text


def _in_japanese(text: str, apart: Callable[[str], Frame], may_be_lit: Callable[[str], bool]) -> str:
    if (others := _OTHERS_JA.fullmatch(text)) and _is_known(apart(others["left"])):
        return f"{others['left']}以外{others['order']}"
    if (only := _ONLY_JA.fullmatch(text)) and may_be_lit(only["left"]):
        return f"{only['left']}以外の電気を全部消して"
    left = _LEFT_JA.search(text)
    if left and _is_known(apart(left["left"])):
        return f"{text[: left.start()]}、ただし{left['left']}は除いて"
    return text


def _is_known(frame: Frame) -> bool:
    """Whether it is something of the home, or a place there, and no more."""
    some = bool(frame.mentions) or frame.has("kinds")
    return some and not frame.leftover and not frame.tells("verbs", "ask", "blocks")


def _is_lit(frame: Frame, lit: Set[str | None]) -> bool:
    """Whether it is lights, or a place where some are: else nothing would be left out."""
    if any(
        room.name not in lit for mention in frame.mentions if not mention.things for room in mention.rooms
    ):
        return False
    things = {thing.domain for mention in frame.mentions for thing in mention.things}
    kinds = {option for kind in frame.by_group.get("kinds", []) for option in kind.split("|")}
    return _is_known(frame) and things <= {"light"} and kinds <= {"light"}
