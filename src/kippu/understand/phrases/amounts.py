"""How much of something is said: 「2個」, 「5キロ」, "2", "3 packs". Knows words alone."""

_UNIT_JA = (
    r"(?:個|コ|つ|本|袋|箱|パック|枚|束|玉|丁|切れ|缶|瓶|セット|キロ|グラム|リットル|ミリ(?:リットル)?|kg|g|ml|l"
    r"|人分|人前|ダース|斤|房|株|冊|足|合|杯|匹|尾|台|着|点|ケース|ロール|ボトル|ネット)"
)
_UNIT_EN = (
    r"(?:kilos?|kgs?|grams?|g|lbs?|pounds?|ounces?|oz|lit(?:er|re)s?|l|ml|pints?|gallons?|dozen|pieces?|slices?"
    r"|(?:pack|packet|package|bag|bottle|can|tin|jar|carton|roll|tub|bar|pair|cup|set|crate|stick|clove)s?"
    r"|box(?:es)?|bunch(?:es)?|loa(?:f|ves))"
)
AMOUNT_JA = rf"\d+(?:\.\d+)?{_UNIT_JA}"
"""A number with its unit, as ``text.sentence`` spells it."""
AMOUNT_EN = rf"(?:\d+(?:\.\d+)?(?: ?{_UNIT_EN})?|an? {_UNIT_EN}|a couple)"
"""A number, with or without one."""
