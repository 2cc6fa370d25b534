"""A Japanese order beside what shall not be done: 「エアコンは消さないで電気を消して」 is 「電気を消して」.

Only where the order surely spares the other: 「全部消して、寝室は消さないで」 is no order for all.
Knows the grammar of endings; what is of the home, who takes a text apart is asked.
"""

from collections.abc import Callable, Sequence

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.cues import Aim, Frame, Index, aim
from kippu.understand.fitting import risky, things_of

_NOT = (
    r"[^、。]+?(?:[さらわかがばまた]|[けめれえげべてせし])"
    r"(?:ないで|ずに|なくて?(?:も)?(?:いい|良い|大丈夫)(?:です)?(?:から|ので|けど|よ|し)?|なくて)"
)
_BEFORE = regex(rf"^(?P<no>{_NOT})[、。]?(?P<rest>[^、。].*)$")
_BEHIND = regex(rf"^(?P<rest>[^、。]+?[てで])(?:、|から|あと)*(?P<no>{_NOT})(?:ください|下さい|ね|よ)*$")
_NO_REFUSAL = regex(r"忘れ|わすれ|怠|っ(?:放|ぱな)し|まま|しか|以外|だけ")
"""Asks for what it seems to forbid (「かけ忘れないで」), or forbids another thing than it names."""


def without_refusal(text: str, apart: Callable[[str], tuple[Frame, Index]]) -> str:
    """The order alone, where both are for things of the home and none is for both; the sentence as it is
    otherwise."""
    for form in (_BEFORE, _BEHIND):
        match = form.match(text)
        if match is None or _NO_REFUSAL.search(match["no"]):
            continue
        rest, index = apart(match["rest"])
        no, _ = apart(match["no"])
        if not rest.has("verbs") or rest.has("blocks"):
            continue
        if _is_spared(_aims(no, index), _aims(rest, index), index):
            return match["rest"]
    return text


def _aims(frame: Frame, index: Index) -> tuple[Aim, ...]:
    """What the words are for; none where they name nothing of the home."""
    if not frame.has("kinds") and not frame.mentions:
        return (Aim({"domain": "lock"}),) if frame.has("verbs", "lock", "unlock") else ()
    return aim(frame, index, None, None).aims


def _is_spared(spared: Sequence[Aim], meant: Sequence[Aim], index: Index) -> bool:
    """Whether nothing that is meant can be what is to be spared. Of two doors, or a door and its lock, only
    where each is called by its name."""
    theirs, mine = _things(spared, index), _things(meant, index)
    if not spared or not mine or theirs & mine:
        return False
    if _let_in(spared, index) and _let_in(meant, index):
        return all("name" in one.arguments for one in (*spared, *meant))
    kinds = {thing.domain for thing in index.names.things if thing.id in mine}
    return bool(theirs) or not any(one.arguments.get("domain") in {None, *kinds} for one in spared)


def _things(aims: Sequence[Aim], index: Index) -> set[str]:
    """Ids of all that they may be for."""
    return {
        thing.id
        for one in aims
        for thing in (*one.things, *one.rivals, *(things_of(Call("", one.arguments), index.names)))
        if one.arguments or one.things or one.rivals
    }


def _let_in(aims: Sequence[Aim], index: Index) -> bool:
    return any(risky(Call("home.open", one.arguments), index.names) for one in aims)
