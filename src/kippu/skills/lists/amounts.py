"""How much of an item is written down: 「チーズ 2個」, 「お米5キロ」, "cheese (2)", "2 kg of rice"."""

import re

from kippu.regex import regex

_UNIT_JA = (
    r"(?:個|コ|つ|本|袋|箱|パック|枚|束|玉|丁|切れ|缶|瓶|セット|キロ|グラム|リットル|ミリ(?:リットル)?|kg|g|ml|l"
    r"|人分|人前|ダース|斤|房|株|冊|足|合|杯|匹|尾|台|着|点|ケース|ロール|ボトル|ネット)"
)
_UNIT_EN = (
    r"(?:kilos?|kgs?|grams?|g|lbs?|pounds?|ounces?|oz|lit(?:er|re)s?|l|ml|pints?|gallons?|dozen|pieces?|slices?"
    r"|(?:pack|packet|package|bag|bottle|can|tin|jar|carton|roll|tub|bar|pair|cup|set|crate|stick|clove)s?"
    r"|box(?:es)?|bunch(?:es)?|loa(?:f|ves))"
)
_AMOUNT_JA = rf"\d+(?:\.\d+)?{_UNIT_JA}"
_BEHIND_JA = regex(rf"(?P<gap>[ 　]?){_AMOUNT_JA}$", re.IGNORECASE)
_WITH_WO = regex(rf"を(?={_AMOUNT_JA}$)", re.IGNORECASE)
_BEHIND_EN = regex(r" \([^()]+\)$")
_BEFORE_EN = regex(
    rf"^(?:\d+(?:\.\d+)?|an?(?= {_UNIT_EN}\b))(?P<unit> ?{_UNIT_EN}(?: of)?(?= ))? ", re.IGNORECASE
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
