"""What is done about a sequel that was heard: the plain one read and done, or asked about, or the word
that it isn't clear."""

from collections.abc import Callable, Sequence

from kippu.names import Names
from kippu.turn import Call, Meaning
from kippu.understand.fitting import risky
from kippu.understand.free.added import whether
from kippu.understand.sequels import plainly_en, plainly_ja
from kippu.understand.sequels.parts import Parts
from kippu.understand.sequels.sequels import Sequel

Read = Callable[[str], Meaning | None]
"""What the readers make of a plain sequel, behind the same turn before."""

_LOOK = 0.6
"""Chance from which what was heard is told; see the curve in docs/models/sequels.md."""
_ACT = 0.8
"""The same where it changes something."""
_DELETE = 0.9
"""The same where it deletes or cancels something, and puts nothing in its place."""
_ASK = 0.5
"""Chance from which it is asked about."""
_UNCLEAR = 0.7
"""Chance from which what has no plain sequel is told as not understood."""
_NEW = 0.25
"""Chance that it is no sequel from which nothing is said of it."""
_PLAINLY = {"en": plainly_en.plainly, "ja": plainly_ja.plainly}
_NOTHING = frozenset(
    {"about.unfinished", "about.unsure", "about.which", "about.unclear", "about.beyond", "about.unadded"}
)
_SAYS = {
    "open": "about.beyond", "asks_detail": "about.beyond", "detail": "about.unadded", "name": "about.unadded",
}  # fmt: skip
"""What is said of an op without a plain sequel, where that is surely it."""
_DELETES = (".cancel", ".remove", ".clear", ".cancel_all", ".remove_all")
_PUTS = (".set", ".add", ".start", ".repeat")
_SURE = 0.9
_MEANT = {
    "remove": _DELETES, "cancel": _DELETES, "done": (".check",), "another": _PUTS, "too": _PUTS,
    "time": (".move",), "detail": (".add",),
}  # fmt: skip
"""How the tools end that an op may mean beside its plain sequel."""


def decided(
    sequel: Sequel, context: str, parts: Parts, read: Read, acts: Callable[[str], bool], names: Names
) -> Meaning | None:
    """The call, or a question whether it is meant, or that it wasn't understood; None for what may be no
    sequel at all."""
    if sequel.chance < _ASK or sequel.op == "new" or sequel.new >= _NEW:
        return None
    language = parts.turn.language
    plain = _PLAINLY[language](sequel.op, context, parts)
    meaning = read(plain) if plain else None
    if meaning is None or not meaning.calls or is_nothing(meaning.calls):
        return _unclear(sequel)
    if any(risky(call, names) for call in meaning.calls):
        return _unclear(sequel)
    if sequel.chance >= _enough(meaning.calls, acts):
        return Meaning("layer", sequel.chance, meaning.calls)
    return Meaning("layer", sequel.chance, question=whether(plain, language), proposed=meaning.calls)


def is_nothing(calls: Sequence[Call]) -> bool:
    """Whether they only say that it wasn't clear."""
    return any(call.tool in _NOTHING for call in calls)


def confirmed(meaning: Meaning, sequel: Sequel, before: Call) -> Meaning:
    """The meaning, done without its question where the sequel surely means the same."""
    skill = before.tool.partition(".")[0]
    ends = _MEANT.get(sequel.op, ())
    same = all(call.tool.startswith(f"{skill}.") and call.tool.endswith(ends) for call in meaning.proposed)
    enough = _ACT if skill == "lists" else _SURE  # what is off a list is soon on it again
    if not (meaning.proposed and ends and same and not meaning.choices and sequel.chance >= enough):
        return meaning
    return Meaning("layer", sequel.chance, meaning.proposed)


def _unclear(sequel: Sequel) -> Meaning | None:
    if sequel.chance < _UNCLEAR:
        return None
    says = _SAYS.get(sequel.op, "about.unfinished") if sequel.chance >= _ACT else "about.unfinished"
    return Meaning("cues", _SURE, (Call(says),))


def _enough(calls: Sequence[Call], acts: Callable[[str], bool]) -> float:
    if not any(acts(call.tool) for call in calls):
        return _LOOK
    deletes = any(call.tool.endswith(_DELETES) and not call.tool.startswith("lists.") for call in calls)
    return _DELETE if deletes and not any(call.tool.endswith(_PUTS) for call in calls) else _ACT
