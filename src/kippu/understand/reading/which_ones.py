"""Which of them: "which ones?" behind "how many lights are on" asks the same of each."""

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.cues import target_of
from kippu.understand.reading.said import Said

_WHICH = {
    "en": regex(
        r"(?:(?:and|so|ok|okay|but|oh)[, ]+)*(?:which|what)"
        r"(?: ones?| of (?:them|those|these)| (?P<noun>[a-z]+s?))?"
        r"(?: (?:are|is) (?:they|it|those|these|that))?(?: exactly)?|where(?: are they)?"
        r"|(?:name|list) them"
    ),
    "ja": regex(
        r"(?:で|じゃあ?|それ(?:は|って)?|へえ|、)*(?:ど(?:れ|こ)(?:と(?:どれ|どこ))?|どの(?P<noun>[^はがで]{1,6})|どこの)"
        r"(?:が|は)?(?:です|だ|なん|な)?(?:か|の|よ|ね)*"
    ),
}
_COUNTED = frozenset({"how_many", "any"})


def which_ones(said: Said) -> Meaning | None:
    """The last question about several things, as one which of them it is; None where there is none such."""
    last = said.turn.earlier[-1] if said.turn.earlier else None
    match = _WHICH[said.language].fullmatch(said.text.casefold().rstrip("?？"))
    if match is None or last is None or said.turn.asked or last.tool != "home.state":
        return None
    target, kinds = target_of(last), said.frame.by_group.get("kinds", [])
    domains = {option.partition("/")[0] for kind in kinds for option in kind.split("|")}
    counted = last.arguments.get("ask") in _COUNTED and target.get("name", "all") == "all"
    if not counted or (match["noun"] and target.get("domain") not in domains):
        return None
    return Meaning("cues", 0.97, (Call(last.tool, {**last.arguments, "ask": "which"}),))
