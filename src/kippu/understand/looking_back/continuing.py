"""What goes on with a result: "add 10 to that" after a sum, "and in meters?" after a conversion.

Works on the last call alone; the templates say whether a word is a unit.
"""

import re
from collections.abc import Callable, Sequence

from kippu.regex import regex
from kippu.turn import Call, Language

_N, _M, _K = (rf"(?P<{name}>-?\d+(?:\.\d+)?%?)" for name in "nmk")
_THAT = r"(?:it|that|this|the (?:result|answer|sum|total))"
_START = r"^(?:(?:and|now|then|ok|okay|please|what(?:'s| is)|what about) )*"
_END = r"(?:[, ]+(?:please|then|now|too))*$"
_THAT_JA = (
    r"^(?:じゃあ|では|あと|さらに|そして|、)*"
    r"(?:(?:それ|これ|その(?:答え|結果|合計))(?:に|から|を|の|は)?|そこ(?:に|から))?(?:さらに)?"
)
_DO_JA = r"(?:て|ると|たら|と|で|といて)?(?:ください|くれる|みて|ほしい|ね|よ|いくつ|何|は|どうなる)*$"
_GOES_ON: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": tuple(
        (regex(_START + form + _END), sign)
        for form, sign in (
            (rf"(?:add {_N}(?: more)?(?: to {_THAT})?|(?:{_THAT} )?plus {_M})", "+"),
            (rf"(?:subtract|take(?: away)?) {_N}(?: (?:off|away))?(?: from {_THAT})?", "-"),
            (rf"(?:{_THAT} )?minus {_M}", "-"),
            (rf"(?:multiply {_THAT} (?:by|with) {_N}|(?:{_THAT} )?times {_M})", "*"),
            (
                rf"(?:(?:divide|split|share) {_THAT}(?: (?:by|between|among|with))? {_N}"
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
            (rf"(?:{_N}を?(?:掛け|かけ)|(?:掛ける|かける){_M}|{_K}倍(?:し|に(?:し)?)?)", "*"),
            (rf"(?:{_N}で(?:割[っる]|わ[っる])|(?:割る|わる){_M})", "/"),
        )
    ),
}
_TWICE: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (regex(rf"{_START}(?:double {_THAT}|twice {_THAT}){_END}"), "* 2"),
        (regex(rf"{_START}(?:halve {_THAT}|half (?:of )?{_THAT}){_END}"), "/ 2"),
    ),
    "ja": ((regex(r"^(?:それの|その答えの|その)(?:半分|半分は)(?:いくつ|いくら|何|は)*$"), "/ 2"),),
}
_PERCENT: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"{_START}(?P<n>\d[\d.]*%) of {_THAT}{_END}"),
    "ja": regex(r"^(?:それの|その答えの|その)(?P<n>\d[\d.]*%)(?:いくつ|いくら|何|は)*$"),
}
_UNIT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:how (?:many|much) (?P<many>[a-z°/ ]+?) (?:is|are|does) (?:it|that|this)(?: make)?"
        rf"|(?:{_THAT} )?(?:in|to|into|as) (?P<unit>[a-z°/ ]+?)){_END}"
    ),
    "ja": regex(
        r"^(?:じゃあ|では|あと|それ(?:を|は)|これ(?:を|は)|、)*(?P<unit>[^、。をはに]{1,12}?)(?P<many>)"
        r"(?:では|なら|だと|に(?:すると|して|したら|換算して|換算すると|直すと)|は|で)"
        r"(?:ください|くれる|いくつ|どのくらい|どれくらい|何|なに|は|ね|よ|教えて)*$"
    ),
}  # fmt: skip
_AS_MANY: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"{_START}(?:how about )?(?P<n>-?\d+(?:\.\d+)?)(?: ?(?:degrees )?(?P<unit>[a-z°]+))?{_END}"),
    "ja": regex(
        r"^(?:じゃあ|では|あと|、)*(?P<n>-?\d+(?:\.\d+)?)(?P<unit>[^、。をはに\d]{1,8}?)??(?:だと|なら|は|では)"
        r"(?:いくつ|どのくらい|どれくらい|何|は|ね|よ)*$"
    ),
}
"""As much again of the same unit: "and 100?" after a conversion."""
_DAYS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:so )?(?:how (?:many days|long)|how far)(?: is it| are there| is that| left)*"
        rf"(?: (?:until|till|til|to|away|off))?(?: (?:then|that|it))?{_END}"
    ),
    "ja": regex(
        r"^(?:じゃあ|それまで|そこまで|、)*(?:で|に|は)?(?:あと|残り)(?:何日|なんにち|どのくらい)(?:ある|です|か|の|ね)*$"
    ),
}
_CONVERT = {"en": "convert {value} {source} to {unit}", "ja": "{value}{source}を{unit}に変換して"}


def continued(
    text: str, language: Language, earlier: Sequence[Call], read: Callable[[str], Call | None]
) -> Call | None:
    """The call that goes on from the last one; None for any other sentence.

    ``text`` as ``text.sentence`` gives it; ``read``: what the templates take a sentence for.
    """
    last = earlier[-1] if earlier else None
    folded = text.casefold()
    if last and last.tool == "math.calculate":
        return _calculated(folded, language, str(last.arguments["expression"]))
    if last and last.tool == "clock.date" and last.arguments and _DAYS[language].match(folded):
        return last
    if last and last.tool == "math.convert" and (match := _AS_MANY[language].match(folded)):
        unit = match["unit"]
        same = not unit or unit[:3] == str(last.arguments["from_unit"])[:3].casefold()
        return Call(last.tool, {**last.arguments, "value": match["n"]}) if same else None
    if last and last.tool == "math.convert" and (match := _UNIT[language].match(folded)):
        given = last.arguments
        unit = match["unit"] or match["many"]
        said = _CONVERT[language].format(value=given["value"], source=given["from_unit"], unit=unit)
        call = read(said)
        return call if call and call.tool == "math.convert" else None
    return None


def _calculated(folded: str, language: Language, before: str) -> Call | None:
    for form, rest in _TWICE[language]:
        if form.match(folded):
            return Call("math.calculate", {"expression": f"({before}) {rest}"})
    if part := _PERCENT[language].match(folded):
        return Call("math.calculate", {"expression": f"{part['n']} * ({before})"})
    for form, sign in _GOES_ON[language]:
        if match := form.match(folded):
            number = next(filter(None, match.groupdict().values()))
            return Call("math.calculate", {"expression": f"({before}) {sign} {number}"})
    return None
