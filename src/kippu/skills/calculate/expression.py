"""What people say for arithmetic, as an expression that can be computed: "15% of 84", 「3の2乗足す4」.

Knows words and signs in English and Japanese, and computes nothing.
"""

import re
import unicodedata

from kippu.regex import regex

_NUMBER = r"\d+(?:\.\d+)?"
_WITHIN = r"(?:[^(),]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))"
"""A letter, or a bracket with all that is in it."""
_TERM = rf"(?:{_NUMBER}|\([^()]*\))"

_OPERATION_JA = r"(?:足す|たす|プラス|引く|ひく|マイナス|掛ける|かける|割る|わる|[-+*/])"
_LESS_JA = r"(?:の|で|だと|なら|した|は)?、?"
_CHAIN_JA = rf"{_TERM}円?(?:\s*{_OPERATION_JA}\s*{_TERM}円?)+"
"""A sum of more than one number, as it is spoken in a row."""

_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-", "·": "*", "²": "**2", "³": "**3", "π": "pi"})

_PLACES = {"ten": 1, "10": 1, "hundred": 2, "100": 2, "thousand": 3, "1000": 3, "million": 6}
_TO_A_PLACE = regex(
    r"^(?=.*\b(?:round(?:ed)?|nearest)\b)(?:(?:what(?:'s| is)|how much is|calculate)\s+)?"
    r"(?:round(?:\s+(?:off|it))?\s+)?(?P<what>.*\d.*?)(?:,?\s+rounded)?"
    r"(?:\s+(?P<way>up|down|off))?"
    rf"\s+to\s+(?:the\s+(?:nearest|next)\s+)?(?P<place>{'|'.join(_PLACES)})s?[?.]?$",
    re.IGNORECASE,
)
"""Rounded further up than to a whole number: "round 391 to the nearest ten"."""
_WAYS = {"up": "ceil", "down": "floor"}

_MONEY = regex(r"[$€£¥￥]")
_REWRITES: tuple[tuple[str, str], ...] = (
    # Politeness and questions around it.
    (r"^(?:what(?:'s| is)|how much is|calculate|compute|work out)\s+", ""),
    (r"(?:は)?(?:いくつ|いくら|何|なに)?(?:ですか|になる|になりますか|かな|を計算して.*)?[?？。=]*$", ""),
    # Separators of thousands.
    (r"(?<=\d),(?=\d{3}(?!\d))", ""),
    # A tip.
    (
        rf"^(?:(?:a|the)\s+)?({_NUMBER})\s*(?:%|percent)\s+(?:tip|gratuity|service)\s+(?:on|for|of)\s+",
        r"\1% of ",
    ),
    (
        rf"^(?:(?:a|the)\s+)?(?:tip|gratuity)\s+(?:on|for|of)\s+({_TERM})(?:\s+(?:dollars?|euros?|yen))?\s+(?:at|of|with)\s+({_NUMBER})"
        r"\s*(?:%|percent)$",
        r"\2% of \1",
    ),
    # Percent of something, off something, and as a question.
    (rf"what\s+(?:%|percent(?:age)?)\s+of\s+({_TERM})\s+is\s+({_TERM})$", r"(\2)/(\1)*100"),
    (rf"({_TERM})\s+is\s+what\s+(?:%|percent(?:age)?)\s+of\s+({_TERM})$", r"(\1)/(\2)*100"),
    (rf"what\s+(?:%|percent(?:age)?)\s+(?:is\s+)?({_TERM})\s+(?:is\s+)?of\s+({_TERM})$", r"(\1)/(\2)*100"),
    # A verb first: "add 1 and 2", "subtract 2 from 5".
    (rf"^(?:add|sum)\s+(?:up\s+)?({_TERM})\s+(?:and|to|with|plus)\s+({_TERM})$", r"\1+\2"),
    (rf"^subtract\s+({_TERM})\s+from\s+({_TERM})$", r"\2-\1"),
    (rf"^multiply\s+({_TERM})\s+(?:by|and|with|times)\s+({_TERM})$", r"\1*\2"),
    (rf"^divide\s+({_TERM})\s+by\s+({_TERM})$", r"\1/\2"),
    (rf"({_TERM})は({_TERM})の何(?:%|パーセント)$", r"(\1)/(\2)*100"),
    # A verb last: 「100から37引くと」, 「120を5で割って」.
    (rf"^({_TERM})円?から({_TERM})円?を?(?:引い|ひい|引く|ひく|引け)(?:て|たら|と|ば)?$", r"\1-\2"),
    (rf"^({_TERM})円?を({_TERM})で(?:割っ|わっ|割る|わる|割れ|割)(?:て|たら|と|ば)?$", r"\1/\2"),
    (
        rf"^({_TERM})円?(?:に|と)({_TERM})円?を?(?:足し|たし|足す|たす|加え|足せ)(?:て|たら|と|ば|る|ると)?$",
        r"\1+\2",
    ),
    (rf"^({_TERM})円?(?:に|と)({_TERM})を?(?:掛け|かけ)(?:て|たら|る|ると|れば)?$", r"\1*\2"),
    # The same of all that stands before: 「12かける15たす30を2で割ると」.
    (rf"^({_CHAIN_JA})を({_TERM})で(?:割っ|わっ|割る|わる|割れ|割)(?:て|たら|と|ば)?$", r"(\1)/\2"),
    (rf"^({_CHAIN_JA})(?:に|と)({_TERM})を?(?:掛け|かけ)(?:て|たら|る|ると|れば)?$", r"(\1)*\2"),
    (
        rf"^({_CHAIN_JA})に({_TERM})を?(?:足し|たし|足す|たす|加え|足せ)(?:て|たら|と|ば|る|ると)?$",
        r"(\1)+\2",
    ),
    (rf"^({_CHAIN_JA})から({_TERM})を?(?:引い|ひい|引く|ひく|引け)(?:て|たら|と|ば)?$", r"(\1)-\2"),
    (r"\s*(?:percent|パーセント|プロセント)", "%"),
    (rf"({_TERM})(?:円|ドル|ユーロ|元)?の({_NUMBER})割引き?", r"(\1)*(1-(\2)/10)"),
    (rf"({_TERM})(?:円|ドル|ユーロ|元)?の({_NUMBER})割(?!る)", r"(\1)*((\2)/10)"),
    (rf"({_TERM})(?:円|ドル|ユーロ|元)?の({_NUMBER})%(?:引き|オフ|off)", r"(\1)*(1-(\2)/100)"),
    (rf"({_NUMBER})%(?:引き|オフ|off){_LESS_JA}({_TERM})(?:円|ドル|ユーロ|元)?", r"(\2)*(1-(\1)/100)"),
    (rf"({_NUMBER})割引き?{_LESS_JA}({_TERM})(?:円|ドル|ユーロ|元)?", r"(\2)*(1-(\1)/10)"),
    (rf"({_TERM})(?:円|ドル|ユーロ|元)?の({_NUMBER})%増し", r"(\1)*(1+(\2)/100)"),
    (rf"({_TERM})(?:円|ドル|ユーロ|元)?の({_NUMBER})%", r"(\1)*((\2)/100)"),
    (rf"({_NUMBER})%\s+off\s+(?:of\s+)?({_TERM})", r"(\2)*(1-(\1)/100)"),
    (rf"({_NUMBER})%\s+of\s+", r"((\1)/100)*"),
    # Parts.
    (r"\bhalf\s+of\s+", "0.5*"),
    (r"\b(?:a\s+)?third\s+of\s+", "(1/3)*"),
    (r"\b(?:a\s+)?quarter\s+of\s+", "0.25*"),
    (r"\b(?:a\s+)?half\b(?!\s+of)", "0.5"),
    (r"\b(?:a\s+)?third\b(?!\s+of)", "(1/3)"),
    (r"\b(?:a\s+)?quarter\b(?!\s+of)", "0.25"),
    (rf"({_TERM})の半分", r"(\1)/2"),
    (rf"({_TERM})の({_NUMBER})分の({_NUMBER})", r"(\1)*(\3)/(\2)"),
    (rf"({_NUMBER})分の({_NUMBER})", r"(\2)/(\1)"),
    # Powers and roots.
    (rf"(?:the\s+)?(?:square\s+root|sqrt)\s+(?:of\s+)?({_TERM})", r"sqrt(\1)"),
    (rf"(?:the\s+)?(?:cube|cubic)\s+root\s+(?:of\s+)?({_TERM})", r"cbrt(\1)"),
    (rf"({_TERM})の平方根", r"sqrt(\1)"),
    (rf"({_TERM})の(?:立方根|3乗根)", r"cbrt(\1)"),
    (rf"(?:ルート|√)\s*({_TERM})", r"sqrt(\1)"),
    (r"\s*\bsquared\b|の?(?:2乗|二乗|自乗)", "**2"),
    (r"\s*\bcubed\b|の?(?:3乗|三乗)", "**3"),
    (r"\s*(?:\bto the power(?: of)?|\braised to(?: the power of)?|\^)\s*", "**"),
    (rf"の({_NUMBER})乗", r"**\1"),
    (rf"({_NUMBER})\s*(?:!|\bfactorial\b|の階乗)", r"factorial(\1)"),
    (rf"factorial\s+of\s+({_NUMBER})", r"factorial(\1)"),
    # The four operations, and the rest of a division.
    (
        r"\s*\b(?:multiplied\s+by|times|x)\b\s*|(?<=\d)\s*x\s*(?=\d)|を?(?:掛けると|掛ける|かけると|かける|カケル)",
        "*",
    ),
    (r"\s*\b(?:divided\s+by|over)\b\s*|を?(?:割ると|割る|わると|わる|÷)", "/"),
    (r"\s*\b(?:modulo|mod)\b\s*", "%%"),
    (r"\s*\b(?:plus|and|added\s+to)\b\s*|を?(?:足すと|足す|たすと|たす|プラス)", "+"),
    (r"\s*\b(?:minus|less|take ?away)\b\s*|を?(?:引くと|引く|ひくと|ひく|マイナス)", "-"),
    # "100 + 10%" is ten percent more, as on every pocket calculator.
    (rf"\(({_WITHIN}+?)(?<![-+*/(,\s])\s*([+-])\s*({_NUMBER})%\s*\)", r"((\1)*(1\2(\3)/100))"),
    (rf"^(.+?)\s*([+-])\s*({_NUMBER})%(?!%)\s*$", r"(\1)*(1\2(\3)/100)"),
    (rf"({_NUMBER})%(?![%\d(])", r"((\1)/100)"),
    (r"%%", "%"),
    (r"円|dollars?|euros?|yen", ""),
)
_REWRITE = tuple((regex(pattern, re.IGNORECASE), instead) for pattern, instead in _REWRITES)


def arithmetic(said: str) -> str:
    """An expression of numbers, + - * / ** %, brackets and functions; what isn't known stays as it was."""
    text = (
        unicodedata.normalize("NFKC", _MONEY.sub("", said.translate(_SIGNS))).strip().rstrip("?？。=").strip()
    )  # typed so
    if place := _TO_A_PLACE.match(text):
        return _rounded(place)
    for pattern, instead in _REWRITE:
        text = pattern.sub(instead, text)
    return text.strip()


def _rounded(match: re.Match[str]) -> str:
    inner, tens = arithmetic(match["what"]), _PLACES[match["place"].casefold()]
    way = _WAYS.get((match["way"] or "").casefold())
    return f"{way}(({inner})/{10**tens})*{10**tens}" if way else f"round({inner}, {-tens})"
