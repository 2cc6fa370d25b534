"""All of what was spoken of: "turn it all off" behind a question about a room is for that room, floor and
kind, and 「全部消して」 behind one about the lights for the lights; never the whole home.
"""

import re
from collections.abc import Sequence

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.cues import target_of
from kippu.understand.fitting import risky, things_of
from kippu.understand.mending.there import place_named
from kippu.understand.reading.said import Said
from kippu.understand.text import is_question, sentence

_LEAD = r"(?:(?:ok|okay|so|well|then|and|now|please|just|can you|could you|would you|no|yes)[, ]+)*"
_END = r"(?:[, ]+(?:then|now|too|please|again|for me))*"
_THEM = r"(?:it|them|those|these|the lot)"
_ALL = (
    rf"(?:(?:it|them|those|these) all|all of {_THEM}|every (?:single )?one(?: of {_THEM})?"
    r"|the lot(?: of them)?)"
)
_ORDERS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_LEAD}(?:(?:turn|switch) (?:(?P<way>on|off) (?:(?P<all>{_ALL})|{_THEM})"
        rf"|(?:(?P<all_>{_ALL})|{_THEM}) (?P<way_>on|off))"
        rf"|(?P<verb>open|close|shut|lock) (?:(?P<all__>{_ALL})|{_THEM}))(?: up)?{_END}"
    ),
    "ja": regex(
        r"(?:(?:じゃあ?|では|それなら|なら|うん|はい|もう|あと|で)、?)*(?:それら?|そいつら?)?(?:を|は)?、?"
        r"(?P<all>(?:全部|ぜんぶ|全て|すべて|みんな|みな)(?:とも)?)?(?:を|とも)?"
        r"(?P<way>つけ|点け|オンにし|消し|けし|オフにし|切っ|閉め|しめ|開け|あけ)"
        r"(?:て|といて|ておいて|ちゃって)"
        r"(?:ください|下さい|くれる|くれますか|くれない|ほしい|お願い(?:します)?|ね|よ)*"
    ),
}
_TOOLS = {
    "on": "home.turn_on", "off": "home.turn_off", "open": "home.open", "close": "home.close",
    "shut": "home.close", "lock": "home.lock", "つけ": "home.turn_on", "点け": "home.turn_on",
    "オンにし": "home.turn_on", "消し": "home.turn_off", "けし": "home.turn_off", "オフにし": "home.turn_off",
    "切っ": "home.turn_off", "閉め": "home.close", "しめ": "home.close", "開け": "home.open",
    "あけ": "home.open",
}  # fmt: skip
_SWITCHED = frozenset({"light", "switch", "fan", "media_player", "humidifier"})
_MOVED = frozenset({"cover"})
_DONE_TO = {
    "home.turn_on": _SWITCHED, "home.turn_off": _SWITCHED, "home.open": _MOVED, "home.close": _MOVED,
    "home.lock": frozenset({"lock"}),
}  # fmt: skip
_ENDS = {
    "on": "home.turn_off", "off": "home.turn_on", "open": "home.close", "closed": "home.open",
    "unlocked": "home.lock",
}  # fmt: skip
"""What is ordered of those that were found to be so; "them" are these, without a word for all."""
_SEVERAL = 2
_TELL = regex(r"(?:what|which|tell me|describe|show me|list)\b")


def all_of_it(said: Said) -> Meaning | None:
    """The order for all that the turn before was about; None where that was one thing, or the whole home."""
    folded, earlier = said.text.casefold(), said.turn.earlier
    match = _ORDERS[said.language].fullmatch(folded)
    if match is None or (said.turn.asked and said.turn.asked != tuple(earlier)):
        return None
    given = match.groupdict()
    tool = next(_TOOLS[way] for name in ("way", "way_", "verb") if (way := given.get(name)))
    everything = any(given.get(name) for name in ("all", "all_", "all__"))
    found = _told_of(said, tool, everything=everything) or [
        one for call in earlier for one in _spoken_of(call, tool, said, everything=everything)
    ]
    calls = tuple(Call(tool, target) for target in found)
    none = any(risky(call, said.names) or not things_of(call, said.names) for call in calls)
    return None if none or not calls else Meaning("cues", 0.97, calls)


def _spoken_of(call: Call, tool: str, said: Said, *, everything: bool) -> Sequence[dict[str, str]]:
    """What the calls are for that do so to all that this one was about."""
    if not call.tool.startswith("home."):
        return ()
    target = target_of(call)
    domain = target.get("domain")
    if domain is not None and domain not in _DONE_TO[tool]:
        return ()
    if not everything:
        asked = call.tool == "home.state" and call.arguments.get("ask") != "is"
        ended = _ENDS.get(str(call.arguments.get("state"))) == tool
        return [{"name": "all", **target}] if asked and ended and target.keys() == {"domain"} else ()
    if target.get("name", "all") == "all":
        return [target if domain and len(target) > 1 else {"name": "all", **target}] if target else ()
    return _alike_in_its_room(call, said.names) if call.tool == "home.state" else ()


def _told_of(said: Said, tool: str, *, everything: bool) -> list[dict[str, str]]:
    """The place, and the kind, of a question of which no call is kept: "what's in the study"."""
    before = next((line.text for line in reversed(said.turn.history) if line.role == "user"), "")
    place = place_named(said.turn, said.apart)
    frame = said.apart(sentence(before, said.language)) if place else said.frame
    of_it = any(place.items() <= target_of(call).items() for call in said.turn.earlier)
    if not place or of_it or not (frame.has("ask") or is_question(before) or _TELL.match(before.casefold())):
        return []
    kinds = frame.by_group.get("kinds", [])
    if len(kinds) == 1 and kinds[0] in _DONE_TO[tool]:
        return [{**place, "domain": kinds[0]}]
    return [{"name": "all", **place}] if everything and not kinds else []


def _alike_in_its_room(call: Call, names: Names) -> list[dict[str, str]]:
    """All of the kind in the room of the one light that was asked after, where there are several."""
    asked = things_of(call, names)
    if len(asked) != 1 or asked[0].domain != "light" or asked[0].room is None:
        return []
    alike = [thing for thing in names.things if (thing.domain, thing.room) == ("light", asked[0].room)]
    return [{"area": asked[0].room, "domain": "light"}] if len(alike) >= _SEVERAL else []
