"""A word that a command did not do what it was for: "they are still on", "it isn't off", 「まだついてる」.

Whoever says so wants it done: it is done once more, and told as it then is. What lets people in is only
looked at. Works on the calls of the turn before; runs nothing.
"""

from collections.abc import Callable

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.cues import Reading, target_of
from kippu.understand.fitting import risky
from kippu.understand.text import is_question

_STATE = r"on|off|open|closed|shut|locked|unlocked"
_LEAD = r"(?:(?:no|but|hey|hm+|oh|well|sorry|and|wait)[ ,]+)*"
_WHAT = (
    r"(?:(?:it|that|they|those|these|both|(?:some|1|one|all|2|two|most)(?: of (?:them|those|these))?)"
    r"|(?P<what>(?:the|my|our) [\w' -]+?))"
)
_EN = regex(
    rf"{_LEAD}(?:{_WHAT}(?:'s|'re| is| are|(?= (?:isn't|aren't)))\s+)?"
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
    what, state = said
    if what:
        found = read(f"is {what} {state}")
        if found is None or any(call.tool != "home.state" for call in found.calls):
            return ()
        looks, last = found.calls, acts[-1]
        acts = [
            Call(last.tool, target_of(look)) if _PLACED & look.arguments.keys() else last
            for look in looks
            if _kinds(last, names) & _kinds(look, names)
        ]
    else:
        acts = [call for call in acts if _can_be(state, call)]
        looks = tuple(_look(call, state) for call in acts)
    again = tuple(call for call in acts if _OPPOSITE[_ENDED[call.tool]] == _of_a_lock(state, call))
    if not again or is_question(turn.text) or any(risky(call, names) for call in again):
        return looks
    return again


def _said_en(folded: str) -> tuple[str, str] | None:
    """What is spoken of, empty for what the command was for; and how it is."""
    if undone := _UNDONE.fullmatch(folded):
        return undone["what"] or "", _OPPOSITE[undone["state"] or _BROUGHT[undone["verb"]]]
    match = _EN.fullmatch(folded)
    if match is None or match["so"].strip() == "yet":
        return None
    state = match["state"].replace("shut", "closed")
    return match["what"] or "", _OPPOSITE[state] if _NOT.search(match["so"]) else state


def _said_ja(text: str) -> tuple[str, str] | None:
    match = _JA.fullmatch(text)
    if match is None or not (match["still"] or match["not"]):
        return None
    state = next(state for state in ("on", "off", "open", "closed", "locked") if match[state])
    return "", _OPPOSITE[state] if match["not"] else state


def _look(call: Call, state: str) -> Call:
    """What tells whether the thing of a command is so."""
    one = call.arguments.get("name") not in {None, "all"}
    so = {"state": _of_a_lock(state, call), "ask": "is" if one else "any"}
    return Call("home.state", {**target_of(call), **so})


def _can_be(state: str, call: Call) -> bool:
    """Whether what a command was for can be so: a lock is not on."""
    ended = _ENDED[call.tool]
    return _of_a_lock(state, call) in {ended, _OPPOSITE[ended]}


def _of_a_lock(state: str, call: Call) -> str:
    """The state as it is said of what the command was for: a lock that is open is unlocked."""
    return _OF_A_LOCK.get(state, state) if call.tool in {"home.lock", "home.unlock"} else state


def _kinds(call: Call, names: Names) -> set[str]:
    name, domain = call.arguments.get("name"), call.arguments.get("domain")
    return {thing.domain for thing in names.things if thing.name == name} or {str(domain)}
