"""Rooms where a Japanese sentence may put them: behind it (「電気消して、リビングの」), in what it is for
(「お風呂入るから電気つけて」), and without all else behind what was done (「寝室以外消して」).

Knows the home's rooms and the calls of the turn before; runs nothing.
"""

from collections.abc import Callable

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.cues import Frame
from kippu.understand.fitting import things_of

_LIGHTS = r"(?:電気|ライト|照明|明かり|あかり|ランプ)"
_BEHIND = regex(
    rf"(?P<before>(?:.*[^の])?)(?P<kind>{_LIGHTS}.*(?:[てで]|お願い))[、。]"
    r"(?P<place>[^、。]{1,10})の(?:だけ|ほう|方|やつ)?(?:ね|よ|だよ)*"
)
_FOR = regex(
    r"(?P<place>[^、。]{1,8}?)(?:[にへで])?"
    r"(?:入る|はいる|行く|いく|いる|寝る|料理する|作業する|仕事する|勉強する)(?:から|ので|んで)[、 ]?"
    rf"(?P<order>{_LIGHTS}(?:を)?(?:つけ|点け|明る).*)"
)
_ALL_BUT = regex(
    r"(?P<left>[^、。]{1,12}?)(?:の(?:電気|ライト|照明))?(?:以外|だけ残して|を除いて)(?:の)?(?:は|を|も)?"
    r"(?:全部|ぜんぶ|みんな)?"
    r"(?P<verb>(?:つけ|点け|消し|けし|切っ|開け|あけ|閉め|しめ|止め)(?:て|といて|ておいて)(?:ください|ね|よ)*)"
)
_TWO = 2


def placed_so(text: str, turn: Turn, names: Names, apart: Callable[[str], Frame]) -> str:
    """The sentence with the room before what is there; as it is where none is so named. ``apart`` takes a
    text apart."""
    behind = _BEHIND.fullmatch(text)
    if behind and _is_room(apart(behind["place"])) and not apart(behind["before"]).mentions:
        return f"{behind['before']}{behind['place']}の{behind['kind']}"
    if (purpose := _FOR.fullmatch(text)) and _is_room(apart(purpose["place"])):
        return f"{purpose['place']}の{purpose['order']}"
    if match := _ALL_BUT.fullmatch(text):
        return _of_those(match["left"], match["verb"], turn, names, apart) or text
    return text


def _is_room(frame: Frame) -> bool:
    rooms = [room for mention in frame.mentions for room in mention.rooms]
    return len(rooms) == 1 and not frame.leftover and not frame.tells("kinds", "verbs", "ask", "all")


def _of_those(left: str, verb: str, turn: Turn, names: Names, apart: Callable[[str], Frame]) -> str | None:
    """The order for those that were just spoken of but one; None where there were none besides, or the one
    was not among them."""
    frame = apart(left)
    rooms = {room.name for mention in frame.mentions for room in mention.rooms}
    spared = {thing.id for mention in frame.mentions for thing in mention.things}
    if (
        frame.leftover
        or not (rooms or spared)
        or not all(one.tool.startswith("home.") for one in turn.earlier)
    ):
        return None
    each = [(call, things_of(call, names)) for call in turn.earlier]
    kept = [
        things for _, things in each if not any(thing.room in rooms or thing.id in spared for thing in things)
    ]
    if len(turn.earlier) < _TWO or not kept or len(kept) == len(turn.earlier):
        return None
    return f"{'と'.join(_called(thing) for things in kept for thing in things)}を{verb}"


def _called(thing: Thing) -> str:
    return next((way for way in thing.aliases if not way.isascii()), thing.name)
