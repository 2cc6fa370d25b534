"""A question without a verb orders nothing: 「寝室の電気50%？」 and 「エアコン22度？」 ask how it is.

A level that is only named would be set by the readers, who know no marks. Works on the calls; runs nothing.
"""

from collections.abc import Iterator

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.cues import Frame, distinct, target_of
from kippu.understand.later.schedule import TELLS

_SETS = frozenset(
    f"home.set_{what}" for what in "light mode temperature position volume speed preset humidity".split()
)
_ORDERS = regex(
    r"(?:[てで]|に|まで|お?願い(?:します)?|頼む|よろしく|(?:くれ|もらえ|いただけ|でき)(?:る|ん|へん|ない|ます|ません|ますか|ませんか)?"
    r"|ください|下さい|ほしい|ちょうだい|どう|いい|する|します|しよう?|できる)(?:か|かな|の|ね|よ)*$"
)
"""How a question asks for a deed: 「30%で？」, 「22度にできる？」."""
_FURTHER = regex(r"もう(?:少し|ちょっと)|もっと|あと")
_RECALLS = regex(r"(?:っけ|だよね|ですよね)$")
"""What asks of a 「設定」 as well, which is no deed then."""
_EDGES = " 、。.?？!！"


def only_asked(meaning: Meaning, text: str, frame: Frame) -> Meaning:
    """The meaning; what only tells of it where a Japanese question names a level and
    no deed."""
    levels = [call for call in meaning.calls if call.tool in _SETS]
    said = text.strip(_EDGES)
    acts = frame.has("verbs") and not _RECALLS.search(said)
    if not levels or acts or _ORDERS.search(said) or _FURTHER.search(said):
        return meaning
    if any(call not in levels and call.tool not in TELLS for call in meaning.calls):
        return meaning
    told = tuple(distinct(list(_told(meaning.calls))))
    return Meaning(meaning.by, meaning.confidence, told)


def _told(calls: tuple[Call, ...]) -> Iterator[Call]:
    others = [call for call in calls if call.tool in TELLS]
    if others:
        yield from others
        return
    for call in calls:
        mode = {"property": "mode"} if call.tool == "home.set_mode" else {}
        yield Call("home.state", {**target_of(call), **mode, "ask": "one"})
