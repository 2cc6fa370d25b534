"""What a short reply refers to: yes and no, a choice between what was asked, "the bedroom too".

Works on the calls that the turn before asked about or made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.asking.asking_back import open_call
from kippu.understand.cues import Aim, Frame, Index, aim, name_arguments, target_of
from kippu.understand.fitting import is_there

_TELLING = {
    "verbs",
    "values",
    "properties",
    "colors",
    "kelvins",
    "modes",
    "presets",
    "ask",
    "percent",
    "number",
}


_SAME = regex(
    r"^(?:and |now )*(?:do )?(?:the )?(?:same|ditto)(?: thing)?(?: again)? (?:in|for|with|on|to|at) "
)
_SAME_JA = regex(
    r"(?:の)?(?:ほう|方)?(?:も|でも|にも|に|で)?同じ(?:よう|こと|の|設定)?(?:に|を|で)?(?:して|やって|"
    r"お願い|頼む)?(?:ください|ね|よ)*$"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the short sentence means."""

    calls: tuple[Call, ...]
    """Empty for a no."""


def reply(frame: Frame, index: Index, asked: Sequence[Call], earlier: Sequence[Call]) -> Reply | None:
    """The calls that a reply stands for; None when the sentence is no reply."""
    if asked and not frame.leftover and not frame.mentions and not (_TELLING & frame.by_group.keys()):
        if frame.has("yes"):
            return Reply(tuple(asked))
        if frame.has("no"):
            return Reply(())
        if frame.has("all"):
            return Reply(tuple(asked))
    before = asked or (earlier if frame.has("more") else ())
    telling = _TELLING & frame.by_group.keys() - {"verbs"}
    if frame.text.endswith("は") and frame.by_group.get("ask") == ["one"]:
        telling -= {"ask"}  # 「リビングは？」 asks for the same there
    if before and before[0].tool in _NO_MODE:
        telling -= _of_its_name(frame)  # "and the heating" behind what was turned off starts none
    if not before or telling or frame.has("verbs") or frame.has("blocks"):
        return None
    chosen = _choice(frame, asked)
    if chosen:
        return Reply(chosen)
    if len(frame.leftover) > (0 if not asked else 1):
        return None
    if len(asked) > 1 and _NO_OTHER.search(frame.text):
        return None
    if not asked and frame.text.endswith("は") and before[0].tool not in _TELLS:
        return _how_it_is(frame, index, before[0])
    return elsewhere(frame, index, before[0])


def _how_it_is(frame: Frame, index: Index, before: Call) -> Reply | None:
    """「寝室は？」 behind something that was done elsewhere: how it is there, for a question does nothing. A
    room without a thermostat tells how warm it is."""
    asked = elsewhere(frame, index, Call("home.state", {**target_of(before), "ask": "one"}))
    if asked is None or not before.tool.startswith("home."):
        return None
    return Reply(tuple(_or_how_warm(call, before, index) for call in asked.calls))


def _or_how_warm(call: Call, before: Call, index: Index) -> Call:
    if before.tool not in _WARMS or "area" not in call.arguments or is_there(call, index.names):
        return call
    return Call("home.temperature", {"area": call.arguments["area"]})


_NO_MODE = frozenset({"home.turn_off", "home.state"})
_TELLS = frozenset({"home.state", "home.temperature", "home.weather"})
_WARMS = frozenset({"home.set_temperature", "home.change_temperature"})


def _of_its_name(frame: Frame) -> set[str]:
    """What only the words for a thing seem to tell, as "the heating" a mode."""
    named = {cue.start for cue in frame.cues if cue.group == "kinds"}
    groups = ("modes", "properties")
    return {name for name in groups if all(cue.start in named for cue in frame.cues if cue.group == name)}


def same_as_before(text: str, language: Language) -> str:
    """ "The same in the kitchen" as "and the kitchen"; every other sentence as it is."""
    return _SAME_JA.sub("も", text) if language == "ja" else _SAME.sub("and ", text.casefold())


_NO_OTHER = regex(r"\bones?$")
"""One of those that were offered: "the floor one" is no robot, where lamps are."""
_FIRST = regex(r"\bfirst\b|1つ目|一つ目|最初")
_SECOND = regex(r"\bsecond\b|2つ目|二つ目")
_LAST = regex(r"\blast\b|最後")


def _choice(frame: Frame, asked: Sequence[Call]) -> tuple[Call, ...]:
    """Those of several asked about that the sentence names, by thing or by room."""
    if len(asked) < 2:
        return ()
    for place, words in ((0, _FIRST), (1, _SECOND), (-1, _LAST)):
        if words.search(frame.text):
            return (asked[place],)
    names = {thing.name for mention in frame.mentions for thing in mention.things}
    rooms = {room.name for mention in frame.mentions for room in mention.rooms}
    by_name = [call for call in asked if call.arguments.get("name") in names]
    by_room = [call for call in by_name or asked if call.arguments.get("area") in rooms]
    return tuple(by_room or (by_name if len(by_name) < len(asked) else ()))


def elsewhere(frame: Frame, index: Index, before: Call) -> Reply | None:
    """The same again for another thing or room."""
    if not before.tool.startswith("home."):
        return None
    targets = aim(frame, index, None, None)
    found = [
        _moved(before, target, index)
        for target in targets.aims
        if not target.rivals and target.arguments and _fits(before, target, index)
    ]
    if frame.has("all") and not found:
        found = [Call(before.tool, {**before.arguments, "name": "all"})]
    if not found and len(targets.aims) == 1:
        return _which(targets.aims[0], index, before)
    return (
        Reply(tuple(found)) if found and (frame.mentions or frame.has("all") or frame.has("kinds")) else None
    )


def _which(target: Aim, index: Index, before: Call) -> Reply | None:
    """The question for which of several things the same is to be done: "and the lamp too". The only one in
    the room of the one before needs none."""
    done = [thing for thing in index.names.things if thing.name == before.arguments.get("name")]
    rooms = {thing.room for thing in done if thing.room}
    near = tuple(thing for thing in target.rivals if thing.room in rooms and thing not in done)
    if len(near) == 1 and not set(done) & set(target.rivals):
        target = replace(target, rivals=near)
    each = [Aim(name_arguments(thing, index), (thing,)) for thing in target.rivals]
    calls = [_moved(before, one, index) for one in each if _fits(before, one, index)]
    if len(calls) < len(each) or not calls:
        return None
    if len(calls) == 1:
        return Reply(tuple(calls))
    return Reply((open_call(target.rivals, calls, index.language, index.names),))


_ANY = frozenset(f"home.{verb}" for verb in ("turn_on", "turn_off", "toggle", "open", "close", "state"))


def _fits(before: Call, target: Aim, index: Index) -> bool:
    """Whether the same can be done to it: the volume of a lamp can't be changed."""
    name, domain = before.arguments.get("name"), before.arguments.get("domain")
    mine = {thing.domain for thing in index.names.things if thing.name == name} or {str(domain)}
    return (
        before.tool in _ANY or bool(mine & target.domains) or not {"name", "domain"} & target.arguments.keys()
    )


def _moved(before: Call, target: Aim, index: Index) -> Call:
    own: dict[str, Any] = {
        key: value for key, value in before.arguments.items() if key not in target_of(before)
    }
    kept = {}
    if "name" not in target.arguments and "domain" not in target.arguments:
        kept = {key: before.arguments[key] for key in ("domain", "device_class") if key in before.arguments}
        name = before.arguments.get("name")
        thing = next((thing for thing in index.names.things if thing.name == name), None)
        if before.tool == "home.state" and thing and thing.device_class == "temperature":
            return Call(
                "home.temperature", target.arguments
            )  # another room need not have a sensor of its own
        kept = kept or ({"domain": thing.domain} if thing else {})
    return Call(before.tool, {**kept, **target.arguments, **own})
