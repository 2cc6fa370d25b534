"""Calculations said in words, as a formula: "15% of 84" → ``84 * 15 / 100``, 「12足す30」 → ``12 + 30``.

Only translates; the calculation itself is a library's work elsewhere.
"""

import re

from kippu.turn import Language

_EN = (
    (r"(\d[\d.,]*)\s*(?:%|percent|per cent) of (.+)", r"(\2) * \1 / 100"),
    (r"\bhalf of (.+)", r"(\1) / 2"),
    (r"\b(?:the )?(?:square root|sqrt) of\b|\broot of\b", "sqrt"),
    (r"\b(?:the )?cube root of (\S+)", r"(\1) ** (1 / 3)"),
    (r"\bsquared\b", "** 2"),
    (r"\bcubed\b", "** 3"),
    (r"\b(?:to the (?:power of )?|raised to (?:the power of )?)(\d+)(?:st|nd|rd|th)?(?: power)?", r"** \1"),
    (r"\b(?:added to|plus|and)\b", "+"),
    (r"\b(?:minus|less|take away)\b", "-"),
    (r"\b(?:multiplied by|times)\b", "*"),
    (r"\b(?:divided by|over)\b", "/"),
    (r"\b(?:modulo|mod)\b", "%"),
    (r"\bpi\b", "pi"),
)
_JA = (
    (r"(\d[\d.,]*)の(\d[\d.]*)(?:%|パーセント)", r"\1 * \2 / 100"),
    (r"(\d[\d.,]*)の(\d[\d.]*)割", r"\1 * \2 / 10"),
    (r"(\d[\d.,]*)の半分", r"\1 / 2"),
    (r"(?:ルート|√)(\d[\d.]*)", r"sqrt(\1)"),
    (r"(\d[\d.,]*)の平方根", r"sqrt(\1)"),
    (r"の?(?:二乗|2乗|自乗)", "** 2"),
    (r"の?(?:三乗|3乗)", "** 3"),
    (r"の?(\d+)乗", r"** \1"),
    (r"足す|たす|プラス|と(?=\d)", "+"),
    (r"引く|ひく|マイナス", "-"),
    (r"掛ける|かける|掛け", "*"),
    (r"割る|わる", "/"),
)
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "^": "§"})
_TIMES = re.compile(r"(?<=[\d)])\s*x\s*(?=[\d(])")
_PERCENT_ON_TOP = re.compile(r"(.+?)\s*([-+])\s*(\d[\d.]*)%")
_FORMULA = re.compile(r"(?:\d[\d.]*(?:e[+-]?\d+)?|[-+*/%()§! ]|\*\*|sqrt|sin|cos|tan|log|ln|exp|abs|pi|e\b)+")
_FUNCTION = re.compile(r"(sqrt|sin|cos|tan|log|ln|exp|abs)\s*(\d[\d.]*)")


def expression(words: str, language: Language) -> str | None:
    """The formula in Python's notation, or None when the words are not one."""
    text = words.casefold()
    for pattern, formula in _JA if language == "ja" else _EN:
        text = re.sub(pattern, formula, text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text).translate(_SIGNS).strip(" =?")
    text = _FUNCTION.sub(r"\1(\2)", _TIMES.sub(" * ", text))
    if percent := _PERCENT_ON_TOP.fullmatch(text):
        text = f"({percent[1]}) * (1 {percent[2]} {percent[3]} / 100)"
    if not _FORMULA.fullmatch(text) or not re.search(r"\d|pi", text) or not re.search(r"[-+*/%§]|\(", text):
        return None
    return re.sub(r"(\d[\d.]*)%(?!\s*[\d(])", r"(\1 / 100)", text).replace("§", "**")
