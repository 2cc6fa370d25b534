"""Which of several calls of a kind are meant by "cancel the second one", after "set a timer for 5 minutes and
one for 10", and by "them". Knows their order alone.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language

NTH = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1, "1": 0, "2": 1, "3": 2,
    "最後の": -1, "最初の": 0, "最後": -1, "最初": 0, "top": 0, "bottom": -1, "one": 0, "two": 1, "three": 2,
}  # fmt: skip
LEAD_EN = r"^(?:(?:please|and|no|ok|okay|can you|could you|actually|now|just)[ ,]+)*"
END_EN = r"(?:[ ,]+please)?$"
AWAY_JA = (
    r"(?:を|は)?(?:キャンセルし|取り消し|やめ|消し|けし|止め|とめ|削除し)(?:て|といて|ておいて)"
    r"(?:ください|下さい|くれる|ほしい|ちょうだい|ね|よ)*$"
)
"""How an order ends that takes something away."""
_ENDED = {
    "en": regex(
        rf"{LEAD_EN}(?:cancel|stop|delete|remove|scrap|clear|turn off|drop) the "
        rf"(?P<nth>first|1st|second|2nd|third|3rd|last) (?:one|timer|alarm|reminder){END_EN}"
    ),
    "ja": regex(
        r"^(?P<nth>[123](?=番|つ|個)|最初の|最後の)(?:番目|つ目|個目)?の?(?:方|ほう|やつ|タイマー|アラーム)?"
        rf"{AWAY_JA}"
    ),
}
_SEVERAL = 2


def of_several(folded: str, language: Language, earlier: Sequence[Call]) -> Call | None:
    """The call that shall be undone; None where the sentence picks none, or not so many were of a kind."""
    match = _ENDED[language].match(folded)
    if match is None or len(earlier) < _SEVERAL or len({call.tool for call in earlier}) > 1:
        return None
    which = NTH[match["nth"]]
    return earlier[which] if which < len(earlier) else None


_THEM = regex(r"\b(?:them|both|those|these)\b(?!')")


def spoken_of(folded: str, earlier: Sequence[Call]) -> tuple[Call, ...]:
    """The call that "it" means, which is the last; for "them" those before it too that did the same."""
    last = earlier[-1]
    same = [call for call in earlier if call.tool == last.tool]
    return tuple(same) if _THEM.search(folded) else (last,)
