"""What goes on with a sum: "add 10 to that", "and of 90?", 「消費税足すと？」, 「10%なら？」.

Works on the expression of the sum before alone; whoever computes knows what it comes to.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language

_NUMBER = r"\d+(?:[\d,]*\d)?(?:\.\d+)?"
_N, _M, _K = (rf"(?P<{name}>-?{_NUMBER}%?)" for name in "nmk")
_THAT = r"(?:it|that|this|the (?:result|answer|sum|total))"
_BY = r"(?:by|between|among|with)"
_START = r"^(?:(?:and|now|then|ok|okay|please|what(?:'s| is)|what about|how about|what if) )*"
_END = r"(?: for (?:the|a|each|one|this) \w+)?(?:[, ]+(?:please|then|now|too))*$"
_THAT_JA = (
    r"^(?:じゃあ|では|あと|さらに|そして|、)*"
    r"(?:(?:それ|これ|その(?:答え|結果|合計))(?:に|から|を|の|は)?|そこ(?:に|から))?(?:さらに)?"
)
_DO_JA = r"(?:て|ると|たら|と|で|といて)?(?:ください|くれる|みて|ほしい|ね|よ|いくつ|いくら|何|は|どうなる)*$"
_IF_JA = r"(?:は|だと|なら(?:ば)?|だったら|の(?:場合|とき)(?:は)?|に(?:すると|したら)|で(?:は)?)?"
_ASKED_JA = rf"{_IF_JA}(?:いくつ|いくら|何|なに|どう(?:なる)?|です|か|ね|よ)*$"
_SIGN = regex(rf"^(?P<sign>[÷/×*x+＋−–-])\s*(?P<n>{_NUMBER}%?)[=は]*$")
"""Typed without the number before it: "÷6"."""
_SIGNS = {"÷": "/", "×": "*", "x": "*", "＋": "+", "−": "-", "–": "-"}
_GOES_ON: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": tuple(
        (regex(_START + form + _END), sign)
        for form, sign in (
            (
                rf"(?:add {_N}(?: more)?(?: to {_THAT})?|(?:{_THAT} )?plus {_M}"
                rf"|(?:with|including) (?:another )?(?P<j>{_NUMBER}) (?:more|extra|for (?:the |my )?[a-z]+)"
                r"|(?:with|including) (?:an? )?(?P<k>\d[\d.]*%) (?:tip|tax|vat|service|gratuity))"
                r"(?: (?:tip|tax|vat|service|gratuity))?",
                "+",
            ),
            (rf"(?:subtract|take(?: away)?) {_N}(?: (?:off|away))?(?: from {_THAT})?", "-"),
            (rf"(?:{_THAT} )?(?:minus|less) {_M}", "-"),
            (rf"(?:with |at )?(?:another )?(?P<n>{_NUMBER}%) (?:off|discount)(?: (?:of |on )?{_THAT})?", "-"),
            (rf"(?:(?:multiply(?: {_THAT})? (?:by|with)|multiplied by) {_N}|(?:{_THAT} )?times {_M})", "*"),
            (
                rf"(?:(?:divide|split|share) (?:{_THAT}(?: {_BY})?|{_BY}) {_N}"
                rf"|(?:{_THAT} )?(?:divided by|split (?:by|between)|over) {_M})"
                r"(?: (?:people|friends|of us|ways))?",
                "/",
            ),
        )
    ),
    "ja": tuple(
        (regex(_THAT_JA + form + _DO_JA), sign)
        for form, sign in (
            (rf"(?:{_N}を?(?:足[しす]|た[しす]|加え|プラスし)|(?:足す|たす|プラス){_M})", "+"),
            (rf"(?:{_N}を?(?:引[いく]|ひ[いく]|マイナスし)|(?:引く|ひく|マイナス){_M})", "-"),
            (rf"(?P<n>{_NUMBER}%)(?:引き?|オフ|off)(?:だ|なら|だったら|にす|にし)?", "-"),
            (rf"(?P<n>{_NUMBER}%)(?:増し|アップ)(?:だ|なら|だったら|にす|にし)?", "+"),
            (rf"(?:{_N}を?(?:掛け|かけ)|(?:掛ける|かける){_M}|{_K}倍(?:し|に(?:し)?)?(?:だ|なら)?)", "*"),
            (
                rf"(?:{_N}(?:人|名|等分)?で(?:割[っる]|わ[っる]|割り勘(?:だ|なら|にす|にし|す|し)?|分け)"
                rf"|(?:割る|わる){_M})",
                "/",
            ),
        )
    ),
}
_TWICE: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (regex(rf"{_START}(?:double(?:d)?(?: {_THAT})?|twice {_THAT}){_END}"), "* 2"),
        (regex(rf"{_START}(?:halve(?:d)?(?: {_THAT})?|half (?:of )?{_THAT}|in half){_END}"), "/ 2"),
    ),
    "ja": (
        (regex(rf"{_THAT_JA}(?:その)?半分{_ASKED_JA}"), "/ 2"),
        (regex(rf"{_THAT_JA}(?:倍|2倍){_ASKED_JA}"), "* 2"),
    ),
}
_PLACE = r"(?P<place>ten|10|hundred|100|thousand|1000)"
_ROUND: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}round(?:ed)?(?: {_THAT})?(?: (?P<way>up|down|off))?(?: to (?:(?:the nearest|an?|the next)"
        rf" (?:whole(?: number)?|integer|full number)|(?:the )?(?:nearest |next )?{_PLACE}s?))?{_END}"
    ),
    "ja": regex(rf"{_THAT_JA}(?P<way>切り?上げ|切り?捨て|四捨五入)(?:る|し)?{_DO_JA}"),
}
_ROUNDS = {
    "up": "ceil",
    "down": "floor",
    "切り上げ": "ceil",
    "切上げ": "ceil",
    "切り捨て": "floor",
    "切捨て": "floor",
}
"""To a whole number, by the way that is said."""
_TAX_JA = regex(
    rf"{_THAT_JA}(?:消費税|税金?)(?:(?:率)?(?P<n>{_NUMBER}%))?(?:を|も|が)?"
    r"(?:(?P<off>抜き?|引[いく])|足[しす]|た[しす]|加え|込み?|入れ|つけ|付け|含め|乗せ|のせ)[^、。]{0,6}$"
)
_TAX = "10%"
"""The consumption tax where no other is said; the sum is told with it."""
_PERCENT: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"{_START}(?P<n>\d[\d.]*%) of {_THAT}{_END}"),
    "ja": regex(r"^(?:それの|その答えの|その)(?P<n>\d[\d.]*%)(?:いくつ|いくら|何|は)*$"),
}
_PERCENT_OF: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:(?:what |which |how many )?(?:%|percent(?:age)?|per cent) of (?P<n>{_NUMBER})"
        rf" is {_THAT}|(?:how much is )?{_THAT} (?:in|as)(?: an?)? ?(?:%|percent(?:age)?|per cent) of"
        rf" (?P<of>{_NUMBER})){_END}"
    ),
    "ja": regex(
        rf"^(?:それ(?:は|って)|じゃあ|では|、)*(?P<n>{_NUMBER})の何(?:%|パーセント|割合)(?:です|になる|か|かな)*$"
    ),
}
"""What share of a number the result is."""
_COIN = r"(?:円|ドル|ユーロ| ?(?:dollars?|euros?|yen))"
_SHARE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"(?P<n>{_NUMBER}%)(?P<of>(?: (?:tip|gratuity))? (?:of|on|off(?: of)?) )"
        rf"(?P<base>[$€£¥]?{_NUMBER}{_COIN}?)"
    ),
    "ja": regex(
        rf"(?P<base>[$€£¥]?{_NUMBER}{_COIN}?)の(?P<n>{_NUMBER}(?:%|割))(?P<of>引き?|オフ|off|増し)?(?:は|って)?"
    ),
}
"""A share of a number, in which either may be another: "15% of 84"."""
_OTHER: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:(?P<n>{_NUMBER}%)(?P<of> off)?"
        rf"|(?:(?:of|off|on|for) )?(?P<base>[$€£¥]?{_NUMBER}{_COIN}?)){_END}"
    ),
    "ja": regex(
        r"^(?:じゃあ|では|それじゃ|、)*"
        rf"(?:(?P<n>{_NUMBER}(?:%|割))(?P<of>引き?|オフ|off|増し)?|(?P<base>[$€£¥]?{_NUMBER}{_COIN}?))"
        rf"{_ASKED_JA}"
    ),
}
_RATED = regex(rf"(?P<rest>\(.*\) [+-] ){_NUMBER}%")
_SPELT = regex(r"(?<=\d) ?(?:percent|per cent|パーセント)")


def _bare(number: str) -> float:
    return float(number.replace(",", ""))


_TENTHS = regex(rf"({_NUMBER})割(?!る|り|っ)")


def reckoned(folded: str, language: Language, before: str) -> Call | None:
    """The sum that goes on from the one before; None for any other sentence."""
    said = _SPELT.sub("%", folded)
    if other := _another_share(said, language, before) or _another_rate(said, language, before):
        return _sum(other)
    if each := _each(said, before) if language == "en" else None:
        return each
    said = _TENTHS.sub(lambda match: f"{_bare(match[1]) * 10:g}%", said)
    if match := _SIGN.match(said):
        return _sum(f"({before}) {_SIGNS.get(match['sign'], match['sign'])} {match['n']}")
    for form, rest in _TWICE[language]:
        if form.match(said):
            return _sum(f"({before}) {rest}")
    if whole_number := _ROUND[language].match(said):
        return _rounded(whole_number, before)
    if language == "ja" and (taxed := _TAX_JA.match(said)):
        rate = taxed["n"] or _TAX
        if taxed["off"]:
            return _sum(f"({before}) / {1 + _bare(rate[:-1]) / 100:g}")
        return _sum(f"({before}) + {rate}")
    if whole := _PERCENT_OF[language].match(said):
        of = whole["n"] or whole.groupdict().get("of") or ""
        return _sum(f"({before}) / {_bare(of):g} * 100")
    if part := _PERCENT[language].match(said):
        return _sum(f"{part['n']} * ({before})")
    for form, sign in _GOES_ON[language]:
        if match := form.match(said):
            number = next(filter(None, match.groupdict().values()))
            return _sum(f"({before}) {sign} {number}")
    return None


def _rounded(match: re.Match[str], before: str) -> Call:
    way = match["way"] or ""
    if place := match.groupdict().get("place"):
        return _sum(f"({before}) rounded {way} to the nearest {place}".replace("  ", " "))
    return _sum(f"{_ROUNDS.get(way, 'round')}({before})")


_TIP = regex(
    rf"(?:an? )?(?P<tip>{_NUMBER})% (?:tip|gratuity) (?:on|for"
    rf"|of) (?:a bill of )?(?P<amount>[$€£¥]?{_NUMBER}{_COIN}?)"
)
_SHARED = regex(
    rf"{_START}(?:split|divide|share)(?: {_THAT})? (?:{_BY} )?(?P<people>\d+)(?: (?:people|friends"
    rf"|of us|ways))?{_END}"
)


def _each(said: str, before: str) -> Call | None:
    """What everybody pays, with the tip that was just worked out."""
    tip, shared = _TIP.fullmatch(_SPELT.sub("%", before.casefold())), _SHARED.match(said)
    if tip is None or shared is None:
        return None
    given = {"amount": tip["amount"], "people": int(shared["people"]), "tip": _bare(tip["tip"])}
    return Call("math.share", given)


def shared_anew(folded: str, language: Language, last: Call) -> Call | None:
    """The same share with another tip: "and with 20 percent?"."""
    new = _OTHER[language].match(_SPELT.sub("%", folded).replace("with ", ""))
    if last.tool != "math.share" or not last.arguments.get("tip") or new is None or not new["n"] or new["of"]:
        return None
    return Call(last.tool, {**last.arguments, "tip": _bare(new["n"].rstrip("%"))})


_WHOLE = regex(r"\((?P<share>[^()]+)\)(?P<rest> [*/] \d[\d.]*)")


def _another_rate(said: str, language: Language, before: str) -> str | None:
    """Another share to put on or take off, where one was: 「8%だと？」 after 「消費税足すと？」."""
    old, new = _RATED.fullmatch(before), _OTHER[language].match(said)
    if old is None or new is None or not new["n"] or new["of"] or new["n"].endswith("割"):
        return None
    return f"{old['rest']}{new['n']}"


def _another_share(said: str, language: Language, before: str) -> str | None:
    """The same share of another number, or another share of the same."""
    old = _SHARE[language].fullmatch(_SPELT.sub("%", before.casefold()))
    new = _OTHER[language].match(said.replace("with ", "") if language == "en" else said)
    if old is None and (whole := _WHOLE.fullmatch(before)) and new and new["n"]:
        other = _another_share(said, language, whole["share"])
        return f"({other}){whole['rest']}" if other else None
    if old is None or new is None:
        return None
    if language == "en":
        bare = said == (new["base"] or new["n"])
        if bare and not new["n"]:
            return None  # a number by itself may be the reply to anything
        of = " off " if new["of"] else old["of"]
        return f"{new['n'] or old['n']}{of}{new['base'] or old['base']}"
    base, of = new["base"] or old["base"], new["of"] or old["of"] or ""
    coin = re.search(rf"{_COIN}$", old["base"])
    if new["base"] and coin and not re.search(r"\D$", base):
        base += coin[0]
    return f"{base}の{new['n'] or old['n']}{of}"


def _sum(expression: str) -> Call:
    return Call("math.calculate", {"expression": expression})
