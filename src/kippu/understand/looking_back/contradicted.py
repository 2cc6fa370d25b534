"""A word that a command did not do what it was for: "they are still on", "it isn't off", 「まだついてる」.

Whoever says so wants it done: it is done once more, and told as it then is. What lets people in is only
looked at. Works on the calls of the turn before; runs nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.cues import Reading, target_of
from kippu.understand.fitting import risky, things_of
from kippu.understand.text import is_question

_STATE = r"on|off|open|closed|shut|locked|unlocked"
_LEAD = r"(?:(?:no|but|hey|hm+|oh|well|sorry|and|wait)[ ,]+)*"
_WHAT = (
    r"(?:(?:it|that|they|those|these|both|(?:some|1|one|all|2|two|most)(?: of (?:them|those|these))?)"
    r"|(?P<what>(?:the|my|our) [\w' -]+?))"
)
_EN = regex(
    rf"{_LEAD}(?P<of>{_WHAT}(?:'s|'re| is| are|(?= (?:isn't|aren't)))\s+)?"
    rf"(?P<so>(?:still |not |isn't |aren't |yet )+)(?P<state>{_STATE})(?: (?:yet|though|now))?"
)
_UNDONE = regex(
    rf"{_LEAD}{_WHAT} (?:didn't|did not|won't|will not|haven't|have not|hasn't|has not|doesn't|don't)"
    r"(?: (?:even|really|all))? (?:(?:turn|switch|go|come|turned|switched|gone) (?P<state>on|off)"
    r"|(?P<verb>open|close|shut|lock|unlock)(?:e?d)?)(?: (?:at all|yet|though))?"
)
"""What the command was for and did not come: "they didn't turn off"."""
_BROUGHT = {"open": "open", "close": "closed", "shut": "closed", "lock": "locked", "unlock": "unlocked"}
_NOT = regex(r"\b(?:not|isn't|aren't)\b")
_OPPOSITE = {"on": "off", "off": "on", "open": "closed", "closed": "open", "locked": "unlocked",
             "unlocked": "locked"}  # fmt: skip
_JA = regex(
    r"(?:(?:いや|あれ|え|ねえ|でも|おい)[、 ]*)*(?P<still>まだ|全然|ぜんぜん)?、?"
    r"(?:(?P<on>つい|点い)|(?P<off>消え|切れ)|(?P<open>開い|あい)|(?P<closed>閉まっ|しまっ)|鍵?が?(?P<locked>かかっ))"
    r"て(?:い)?(?:(?P<is>る|ます)|(?P<not>ない|ません))(?:ん|の)?(?:です|だ)?(?:よ|けど|ね|ぞ|って)*"
)
_ENDED = {
    "home.turn_on": "on", "home.turn_off": "off", "home.open": "open", "home.close": "closed",
    "home.lock": "locked", "home.unlock": "unlocked",
}  # fmt: skip
_PLACED = {"name", "area", "floor"}
_AT_REST = frozenset({"off", "closed", "locked"})
_OF_A_LOCK = {"open": "unlocked", "closed": "locked"}


def contradicted(
    text: str, turn: Turn, names: Names, read: Callable[[str], Reading | None]
) -> tuple[Call, ...]:
    """What is done once more, or looked at; none for any other sentence, or where nothing was done before.

    ``text`` as ``text.sentence`` gives it; ``read``: what the cues make of a sentence.
    """
    said = _said_ja(text) if turn.language == "ja" else _said_en(text.casefold())
    acts = [call for call in turn.earlier if call.tool in _ENDED and target_of(call)]
    if said is None or not acts or len(acts) < len(turn.earlier):
        return ()
    if said.what:
        found = read(f"is {said.what} {said.state}")
        if found is None or any(call.tool != "home.state" for call in found.calls):
            return ()
        looks = found.calls
        if not all(things_of(look, names) for look in looks):
            return ()
        acts = _meant(looks, acts, said, names)
    else:
        acts = [call for call in acts if _can_be(said.state, call)]
        looks = tuple(_look(call, said.state) for call in acts)
    again = tuple(call for call in acts if _OPPOSITE[_ENDED[call.tool]] == _of_a_lock(said.state, call))
    if not again or is_question(turn.text) or any(risky(call, names) for call in again):
        return looks
    return again


@dataclass(frozen=True, slots=True)
class _Said:
    """How something is, against what was ordered."""

    state: str
    what: str = ""
    """What is so; empty for what the command was for."""
    still: bool = False


def _said_en(folded: str) -> _Said | None:
    if undone := _UNDONE.fullmatch(folded):
        return _Said(_OPPOSITE[undone["state"] or _BROUGHT[undone["verb"]]], undone["what"] or "")
    match = _EN.fullmatch(folded)
    if match is None or match["so"].strip() == "yet":
        return None
    still = "still" in match["so"]
    if not match["of"] and not still:
        return None  # "not off!" forbids it
    state = match["state"].replace("shut", "closed")
    return _Said(_OPPOSITE[state] if _NOT.search(match["so"]) else state, match["what"] or "", still)


def _said_ja(text: str) -> _Said | None:
    match = _JA.fullmatch(text)
    if match is None or not (match["still"] or match["not"]):
        return None
    state = next(state for state in ("on", "off", "open", "closed", "locked") if match[state])
    return _Said(_OPPOSITE[state] if match["not"] else state)


def _meant(looks: Sequence[Call], acts: Sequence[Call], said: _Said, names: Names) -> list[Call]:
    """What is to be done again, by what is said to be otherwise: a thing that a command was for, or, where it
    is "still" so, another one of its kind."""
    fitting = [(look, act) for look in looks for act in acts if _is_alike(look, act, names)]
    parts = [(look, act) for look, act in fitting if _is_part(look, act, said.what, names)]
    if not parts and said.still:
        parts = [(look, act) for look, act in fitting if _PLACED & look.arguments.keys()]
    return [
        Call(act.tool, target_of(look if _PLACED & look.arguments.keys() else act)) for look, act in parts
    ]


def _is_alike(look: Call, act: Call, names: Names) -> bool:
    """Whether what is looked at is of the kind that the command was for."""
    return any(
        domain == other and kind in {None, of}
        for domain, kind in _kinds(act, names)
        for other, of in _kinds(look, names)
    )


def _is_part(look: Call, act: Call, what: str, names: Names) -> bool:
    """Whether the command was for what is looked at, be it among others."""
    if {one.id for one in things_of(look, names)} <= {one.id for one in things_of(act, names)}:
        return True
    those = act.arguments.get("name", "all") == "all" or not what.endswith("s")
    return those and not _PLACED & look.arguments.keys()  # "the lights" are those that were spoken of


def _look(call: Call, state: str) -> Call:
    """What tells whether the thing of a command is so."""
    one = call.arguments.get("name") not in {None, "all"}
    so = _of_a_lock(state, call)
    return Call(
        "home.state",
        {**target_of(call), "state": so, "ask": "is" if one else "all" if so in _AT_REST else "any"},
    )


def _can_be(state: str, call: Call) -> bool:
    """Whether what a command was for can be so: a lock is not on."""
    ended = _ENDED[call.tool]
    return _of_a_lock(state, call) in {ended, _OPPOSITE[ended]}


def _of_a_lock(state: str, call: Call) -> str:
    """The state as it is said of what the command was for: a lock that is open is unlocked."""
    return _OF_A_LOCK.get(state, state) if call.tool in {"home.lock", "home.unlock"} else state


def _kinds(call: Call, names: Names) -> set[tuple[object, object]]:
    """What it is for, by domain and by what is made of it: a blind is no garage."""
    name, given = call.arguments.get("name"), call.arguments
    things: set[tuple[object, object]]
    things = {(thing.domain, thing.device_class) for thing in names.things if thing.name == name}
    return things or {(given.get("domain"), given.get("device_class"))}
