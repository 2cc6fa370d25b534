"""What a person leaves out of what was just done: "not the bedroom" behind "turn on all the lights", and
「寝室はいい」. That alone is put back as it was; and "now that one too" does it to what an exception spared.

Works on the calls of the turn before and the home's names; runs nothing.
"""

import re
from collections.abc import Sequence

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.cues import Cues, aim, name_arguments, target_of
from kippu.understand.fitting import named, risky, things_of
from kippu.understand.follow import undo
from kippu.understand.later.schedule import TELLS
from kippu.understand.phrases.excepted import left_of

_LEAD_EN = r"(?:(?:no|oh|ah|oops|whoops|wait|hold on|sorry|actually|but|well|please|and|ok|okay|just)[,. ]+)*"
_TAIL_EN = r"(?:,? (?:though|please|thanks|ones?|yet))*"
_NOT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_LEAD_EN}(?:(?:but )?not|except(?: for)?|apart from|other than|besides|excluding|leave out"
        rf"|leaving out|never ?mind|forget(?: about)?|without) (?:in |for |on )?(?P<left>[\w' -]+?){_TAIL_EN}"
        rf"|{_LEAD_EN}(?:leave|keep|skip|spare) (?P<left_>[\w' -]+?)"
        rf"(?: (?:out|alone|as (?:it is|they are|it was)|(?P<way_>on|off)))?{_TAIL_EN}"
        rf"|{_LEAD_EN}not (?:in |for |on )?(?P<left__>[\w' -]+?){_TAIL_EN}"
    ),
    "ja": regex(
        r"(?:(?:いや|あ|え|でも|やっぱり?|待って|まって|ごめん|ただし|あと|じゃなくて)[、。 ]*)*"
        r"(?P<left>[^、。]+?)(?:(?:だけ)?は(?:いい|いらない|要らない|やめて|なしで?|無しで?|除いて|外して|抜きで?"
        r"|(?P<way>つけ|点け|消さ|開け|閉め)ない(?:で|でいい)|そのままで?|別)"
        r"|だけ(?P<way_>つけ|点け|消さ|開け|閉め)ないで|以外(?:で|ね|だけ)?|(?:を|は)?(?:除いて|除く|抜きで|残して))"
        r"(?:ください|下さい|いい|です|や|よ|ね|わ)*"
    ),
}
_WAYS = {
    "つけ": "home.turn_on", "点け": "home.turn_on", "消さ": "home.turn_off", "開け": "home.open",
    "閉め": "home.close",
    "on": "home.turn_off", "off": "home.turn_on",
}  # fmt: skip
"""By what shall not be done, or shall stay: what was done."""
_STAYS = {"on": "home.turn_on", "off": "home.turn_off"}
_STAYS_SO = regex(r"そのままで?(?:ください|下さい|いい|です|や|よ|ね|わ)*$")
_TOO: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_LEAD_EN}(?:now |then )*"
        r"(?:and )?(?:that|this|it|them|those|that one|this one|the (?:other|last|rest)(?: ones?| 1)?)"
        r"(?: (?:too|as well|also))(?: now)?(?:,? please)?"
    ),
    "ja": regex(
        r"(?:(?:じゃあ?|やっぱり?|あと|今度は|次は)、?)*(?:それ|そっち|そこ|その(?:電気|部屋)|残り|のこり|(?:残した|残りの|最後の)(?:やつ|の|方|ほう))も"
        r"(?:つけて|消して|お願い|やって)?(?:ください|ね|よ|します)*"
    ),
}


def left_out_of_it(text: str, turn: Turn, names: Names, cues: Cues) -> tuple[Call, ...]:
    """The calls that put it back, or do it there too; none for any other sentence (as ``text.sentence`` gives
    it)."""
    folded, earlier = text.casefold(), turn.earlier
    if not earlier or turn.asked or not all(map(_is_act, earlier)):
        return ()
    if _TOO[turn.language].fullmatch(folded):
        return _there_too(turn, names, cues) or _of_the_two(turn, names, cues)
    match = _NOT[turn.language].fullmatch(folded)
    if match is None:
        return ()
    given = match.groupdict()
    way = given.get("way") or given.get("way_")
    if way and any(call.tool != _WAYS[way] for call in earlier):
        return ()
    left = next(one for name in ("left", "left_", "left__") if (one := given.get(name)))
    meant = [thing for call in earlier for thing in things_of(call, names) if _is_done_to(call, thing)]
    spared = _named_in(left, meant, names, cues)
    if not spared and turn.language == "ja" and _STAYS_SO.search(folded) and not way:
        return (Call("about.left"),)  # of something else
    if not spared or len(spared) >= len({thing.id for thing in meant}):
        return ()
    each = [_back(turn, at, spared, names, cues) for at in range(len(earlier))]
    back = [call for way in each for call in way or ()]
    if any(way is None for way in each) or any(risky(call, names) for call in back):
        return ()
    if given.get("way_") in _STAYS:  # also what was so before, and is not now
        there = {thing.id for call in back for thing in things_of(call, names)}
        stay = [thing for thing in spared if thing.id not in there]
        back += [Call(_STAYS[given["way_"]], name_arguments(one, cues.index(names))) for one in stay]
    return tuple(back) or (Call("about.left"),)


def _is_act(call: Call) -> bool:
    return call.tool.startswith("home.") and call.tool not in TELLS


def _is_done_to(call: Call, thing: Thing) -> bool:
    """What "everything" is for, is switched."""
    return "domain" in call.arguments or call.arguments.get("name") == thing.name or thing.domain in _SWITCHED


_SWITCHED = frozenset({"light", "switch", "fan", "media_player", "humidifier"})


def _named_in(left: str, meant: Sequence[Thing], names: Names, cues: Cues) -> list[Thing]:
    """Those of the things that the words name; none where a word is not understood, or it is open which."""
    parts = cues.apart(left, names)
    if not (parts.mentions or parts.has("kinds")) or parts.tells("verbs", "ask", "blocks"):
        return []
    targets = aim(parts, cues.index(names), frozenset(thing.domain for thing in meant), None)
    if targets.leftover or not targets.aims:
        return []
    found: list[Thing] = []
    for target in targets.aims:
        ids = {thing.id for thing in (*target.things, *target.rivals)}
        there = [thing for thing in meant if thing.id in ids]
        if len(there) == len(meant) > 1:  # of a light and a lamp, "the light" is the one called so
            there = [thing for thing in there if _noun(thing.name) == _noun(left)] or there
        if not there or (target.rivals and len(there) > 1):
            return []
        found += [thing for thing in there if thing not in found]
    return found


def _noun(said: str) -> str:
    return said.casefold().split()[-1]


def _back(turn: Turn, at: int, spared: Sequence[Thing], names: Names, cues: Cues) -> list[Call] | None:
    """What takes a call back for the things that are spared; nothing for those that it didn't change. None
    where there is no way back."""
    call = turn.earlier[at]
    ids = {thing.id for thing in things_of(call, names)} & {thing.id for thing in spared}
    if at < len(turn.changed):
        ids &= set(turn.changed[at])
    way = [named(one, names) for one in (turn.undo[at] if at < len(turn.undo) else ())]
    known = [
        one for one in way if (theirs := {thing.id for thing in things_of(one, names)}) and theirs <= ids
    ]
    if known:
        return known
    alone, things = undo(call), [thing for thing in spared if thing.id in ids]
    if alone is None or not things:
        return None if things else []
    own = {key: value for key, value in alone.arguments.items() if key not in target_of(alone)}
    return [Call(alone.tool, {**name_arguments(one, cues.index(names)), **own}) for one in things]


def _there_too(turn: Turn, names: Names, cues: Cues) -> tuple[Call, ...]:
    """The same for what the command's own exception left out."""
    said = turn.deed.said if turn.deed and turn.deed.calls == turn.earlier else ""
    tools = {call.tool for call in turn.earlier}
    left = left_of(said, turn.language) if said and len(tools) == 1 else None
    if left is None:
        return ()
    done = [thing for call in turn.earlier for thing in things_of(call, names)]
    kinds = {thing.domain for thing in done}
    others = [thing for thing in names.things if thing.domain in kinds and thing not in done]
    spared = _named_in(left, others, names, cues)
    before = turn.earlier[0]
    own = {key: value for key, value in before.arguments.items() if key not in target_of(before)}
    calls = tuple(Call(before.tool, {**name_arguments(one, cues.index(names)), **own}) for one in spared)
    return () if any(risky(call, names) for call in calls) else calls


def _of_the_two(turn: Turn, names: Names, cues: Cues) -> tuple[Call, ...]:
    """The same for the other of the two that an order before was for: "and the other one too"."""
    done = [thing for call in turn.earlier for thing in things_of(call, names)]
    orders = (each for each in turn.before if each and all(map(_is_act, each)))
    for order in orders:
        both = list(dict.fromkeys(thing for call in order for thing in things_of(call, names)))
        if len(both) <= len(done) or not set(done) <= set(both):
            continue
        others = [thing for thing in both if thing not in done]
        before = turn.earlier[-1]
        if len(others) != 1 or len(turn.earlier) > 1 or others[0].domain != done[0].domain:
            return ()
        own = {key: value for key, value in before.arguments.items() if key not in target_of(before)}
        call = Call(before.tool, {**name_arguments(others[0], cues.index(names)), **own})
        return () if risky(call, names) else (call,)
    return ()
