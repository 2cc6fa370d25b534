"""Which of several calls of a kind are meant by "cancel the second one", after "set a timer for 5 minutes and
one for 10", and by "them". Knows their order alone.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language

_NTH = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1, "1": 0, "2": 1, "3": 2,
    "最後の": -1, "最初の": 0, "最後": -1, "最初": 0, "one": 0, "two": 1, "three": 2,
}  # fmt: skip
_ENDED = {
    "en": regex(
        r"^(?:(?:please|and|no|ok|okay|can you|could you|actually|now)[ ,]+)*"
        r"(?:cancel|stop|delete|remove|scrap|clear|turn off|drop) the "
        r"(?P<nth>first|1st|second|2nd|third|3rd|last) (?:one|timer|alarm|reminder)(?:[ ,]+please)?$"
    ),
    "ja": regex(
        r"^(?P<nth>[123](?=番|つ|個)|最初の|最後の)(?:番目|つ目|個目)?の?(?:方|ほう|やつ|タイマー|アラーム)?(?:を|は)?"
        r"(?:キャンセルし|取り消し|やめ|消し|けし|止め|とめ|削除し)(?:て|といて|ておいて)"
        r"(?:ください|下さい|くれる|ほしい|ちょうだい|ね|よ)*$"
    ),
}
_SEVERAL = 2
_LISTED = {
    "en": regex(
        r"^(?:(?:please|and|no|ok|okay|can you|could you|actually|now)[ ,]+)*"
        r"(?:cancel|stop|delete|remove|scrap|clear|turn(?: off)?|drop|get rid of) (?:(?:the )?"
        r"(?:(?P<nth>first|1st|second|2nd|third|3rd|last)(?: (?:1|one))?"
        r"|number (?P<number>[123]|one|two|three))"
        r"|(?P<it>it|that|this)(?: one| 1)?(?: off)?)"
        r"(?: (?:timer|alarm|reminder|event|appointment))?(?:[ ,]+please)?$"
    ),
    "ja": regex(
        r"^(?:(?P<nth>[123](?=番|つ|個)|最初の?|最後の?)(?P<number>)(?:番目?|つ目|個目)?|(?P<it>それ|これ))"
        r"の?(?:方|ほう|やつ|予定|タイマー|アラーム|リマインダー)?(?:を|は)?"
        r"(?:キャンセルし|取り消し|やめ|消し|けし|止め|とめ|削除し)(?:て|といて|ておいて)"
        r"(?:ください|下さい|くれる|ほしい|ちょうだい|ね|よ)*$"
    ),
}


_ALL_OF_THEM = regex(
    r"^(?:(?:please|and|no|ok|okay|can you|could you|actually|now|just)[ ,]+)*"
    r"(?:cancel|stop|delete|remove|scrap|clear|turn off|drop|get rid of|turn)(?: off)? "
    r"(?:all of (?:them|these|those)|(?:them|these|those) all|every one of them)(?: off)?(?:[ ,]+please)?$"
)


def all_of_them(folded: str, earlier: Sequence[Call], listed: Sequence[Call]) -> tuple[Call, ...]:
    """What takes away all that was told of: "cancel all of them" after the reminders, never what is of the
    home; ``about.which`` where that isn't known."""
    if not earlier or earlier[-1].tool.startswith("home.") or not _ALL_OF_THEM.match(folded):
        return ()
    return tuple(listed) or (Call("about.which"),)


def of_listed(folded: str, language: Language, listed: Sequence[Call]) -> Call | None:
    """The call that takes away what was told of as the first, the last or the only one; None where the
    sentence means none of them, ``about.which`` where there is no such."""
    match = _LISTED[language].match(folded) if listed else None
    if match is None:
        return None
    if match["it"] and listed[0].tool == "lists.remove":
        return None  # it may be the list
    if match["it"]:
        return listed[0] if len(listed) == 1 else Call("about.which")
    which = _NTH[(match["nth"] or match["number"]).removesuffix("の")]
    return listed[which] if which < len(listed) else Call("about.which")


def of_several(folded: str, language: Language, earlier: Sequence[Call]) -> Call | None:
    """The call that shall be undone; None where the sentence picks none, or not so many were of a kind."""
    match = _ENDED[language].match(folded)
    if match is None or len(earlier) < _SEVERAL or len({call.tool for call in earlier}) > 1:
        return None
    which = _NTH[match["nth"]]
    return earlier[which] if which < len(earlier) else None


_THEM = regex(r"\b(?:them|both|those|these)\b(?!')")


def spoken_of(folded: str, earlier: Sequence[Call]) -> tuple[Call, ...]:
    """The call that "it" means, which is the last; for "them" those before it too that did the same."""
    last = earlier[-1]
    same = [call for call in earlier if call.tool == last.tool]
    return tuple(same) if _THEM.search(folded) else (last,)
