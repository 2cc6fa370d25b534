"""How much of it, after something was put on a list: 「5キロに変更」, "make it 2 bottles"."""

import re

from kippu.regex import regex
from kippu.turn import Call, Language

_UNIT_EN = r"[a-z]+(?: of)?"
_AMOUNT: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"(?P<n>\d+(?:\.\d+)?) ?(?P<unit>{_UNIT_EN})?(?= )", re.IGNORECASE),
    "ja": regex(r"(?P<n>\d+(?:\.\d+)?)(?P<unit>[ぁ-んァ-ヶー一-龥a-zA-Z]{1,5})$"),
}
"""The amount in what was put down: "10 kilos of rice", 「お米10キロ」."""
_CHANGED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:no|actually|oh|sorry|wait|and)[, ]+)*"
        rf"(?:(?:make|change|set) (?:it|that|them)(?: to)?|rather) (?P<n>\d+(?:\.\d+)?)"
        rf"(?: ?(?P<unit>{_UNIT_EN}))?(?: instead| please)?$"
    ),
    "ja": regex(
        r"^(?:(?:やっぱり?|いや|ごめん|あ|それ(?:を|は)?)、?)*(?P<n>\d+(?:\.\d+)?)(?P<unit>[ぁ-んァ-ヶー一-龥a-z]{1,5}?)"
        r"(?:に(?:して|変更(?:して)?|変えて|直して)|で)(?:ください|くれる|お願い(?:します)?|ね|よ)*$"
    ),
}


def amount_changed(folded: str, language: Language, last: Call) -> tuple[Call, ...]:
    """The same item with the other amount, in the place of the one put down; none for any other sentence, nor
    where what was put down has no amount, or another unit's."""
    match = _CHANGED[language].match(folded) if last.tool == "lists.add" else None
    item = str(last.arguments.get("item", ""))
    amounts = list(_AMOUNT[language].finditer(item))
    if match is None or len(amounts) != 1 or len(re.findall(r"\d+(?:\.\d+)?", item)) != 1:
        return ()
    old, said = amounts[0], match["unit"]
    if said and _one(said) != _one((old["unit"] or "").casefold()):
        return ()
    anew = item[: old.start("n")] + match["n"] + item[old.end("n") :]
    return tuple(
        Call(tool, {**last.arguments, "item": one})
        for tool, one in (("lists.remove", item), ("lists.add", anew))
    )


def _one(unit: str) -> str:
    """The unit as one counts one of it: "bottle" for "bottles of"."""
    return unit.removesuffix(" of").removesuffix("s")
