"""How much of an item is written down: 「チーズ 2個」, 「お米5キロ」, "cheese (2)", "2 kg of rice"."""

import re

from kippu.regex import regex
from kippu.units import BOUGHT_EN, BOUGHT_JA

_AMOUNT_JA = rf"\d+(?:\.\d+)?{BOUGHT_JA}"
_BEHIND_JA = regex(rf"(?P<gap>[ 　]?){_AMOUNT_JA}$", re.IGNORECASE)
_WITH_WO = regex(rf"を(?={_AMOUNT_JA}$)", re.IGNORECASE)
_BEHIND_EN = regex(r" \([^()]+\)$")
_BEFORE_EN = regex(
    rf"^(?:\d+(?:\.\d+)?|an?(?= {BOUGHT_EN}\b))(?P<unit> ?{BOUGHT_EN}(?: of)?(?= ))? ", re.IGNORECASE
)


def written(item: str) -> str:
    """An item as it stands on a list: 「牛乳 2本」 for 「牛乳を2本」."""
    return _WITH_WO.sub(" ", item)


def uncounted(item: str) -> str:
    """The item alone."""
    if not item.isascii():
        return _BEHIND_JA.sub("", item)
    return _BEFORE_EN.sub("", _BEHIND_EN.sub("", item))


def counted(item: str, amount: str) -> str:
    """The item with so much of it, for what was written down of it before."""
    if not item.isascii() or not amount.isascii():
        before = _BEHIND_JA.search(item)
        return f"{item[: before.start()]}{before['gap']}{amount}" if before else f"{item} {amount}"
    before = _BEFORE_EN.match(item)
    if before is None:
        return f"{_BEHIND_EN.sub('', item)} ({amount})"
    unit = before["unit"] or ""
    if not amount[-1].isdigit():
        unit = " of" if unit.endswith(" of") else ""  # the amount has a unit of its own
    return f"{amount}{unit} {item[before.end() :]}"
