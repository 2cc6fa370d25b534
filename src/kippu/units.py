"""Units in which things are bought, as patterns: what hears an amount and what writes it down share them."""

BOUGHT_JA = (
    r"(?:個|コ|つ|本|袋|箱|パック|枚|束|玉|丁|切れ|缶|瓶|セット|キロ|グラム|リットル|ミリ(?:リットル)?|kg|g|ml|l"
    r"|人分|人前|ダース|斤|房|株|冊|足|合|杯|匹|尾|台|着|点|ケース|ロール|ボトル|ネット)"
)
BOUGHT_EN = (
    r"(?:kilos?|kgs?|grams?|g|lbs?|pounds?|ounces?|oz|lit(?:er|re)s?|l|ml|pints?|gallons?|dozen|pieces?|slices?"
    r"|(?:pack|packet|package|bag|bottle|can|tin|jar|carton|roll|tub|bar|pair|cup|set|crate|stick|clove)s?"
    r"|box(?:es)?|bunch(?:es)?|loa(?:f|ves))"
)
