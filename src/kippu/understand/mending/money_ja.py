"""Japanese sums of money with the tax, or a rate, that stands in words: 「1200円の税込みは」."""

from kippu.regex import regex

_ASKED = (
    r"(?:(?:いくら|いくつ|何円|なん円)(?:に)?(?:なる|なります|なの|です|だ)?)?(?:か|かな|っけ|の|は|って)*$"
)
_AMOUNT = r"(?P<sum>\d[\d,]*(?:\.\d+)?円)"
_TAX = r"(?:消費税|税金|税率|税)"
_RATE = r"(?P<rate>\d{1,2}(?:\.\d+)?)(?:%|パーセント)"
_TAX_FIRST = regex(
    rf"^{_TAX}(?:が|は|を)?{_RATE}(?:で|の(?:場合|とき|時)(?:は|に)?|だと|なら|込みで|(?:だ)?と(?:して|したら|すると))?、?"
    rf"{_AMOUNT}(?:の(?:もの|商品))?(?:は|って|だと|で|なら)?(?:合計|全部で|税込みで)?(?=いくら|何円|なん円){_ASKED}"
)
_TAX_BEHIND = regex(
    rf"^(?:税抜き?(?:で)?)?{_AMOUNT}(?:に|の|は|を|で|、|って)*(?:{_TAX}(?:が|は|を)?(?:{_RATE})?(?:を|が|も)?"
    r"(?:込み?|足[しす]|た[しす]|加え|入れ|つけ|付け|含め|乗せ|のせ|かか|の(?:場合|とき))[^、。\d]{0,5}?)"
    rf"(?:だと|と|で|なら|の?(?:値段|価格|金額))?{_ASKED}"
)
_TAX_OFF = regex(
    rf"^(?:税込み?(?:で)?の?)?{_AMOUNT}(?:の|は|を|で|、|って)*税抜き?"
    rf"(?:だと|で|にすると|に(?:したら|して)|なら|の?(?:値段|価格|金額))?(?:は|って)?{_ASKED}"
)
_USUAL = 10.0
"""The consumption tax in percent where no other is said."""
_COIN = r"(?:米?ドル|ユーロ|ポンド|元|人民元|ウォン|バーツ|台湾ドル|香港ドル|豪ドル|フラン|ルピー|ペソ|リラ)"
_UNIT = r"(?![\d,.時分秒個本度%人枚月日年回階週つ杯匹冊台歳番])"
_ROW = regex(
    r"^(?P<row>(?:[^\d、。+*/×÷足引掛割かた]{0,8}?\d[\d,]*+(?:\.\d+)?"
    rf"{_UNIT}円?(?:と|、|で|プラス| |\+)*){{2,}})"
    r"(?:の|で|を|は|、)*(?:合計|合わせて|合わせると|足すと|足したら|足して|トータル|全部で|ぜんぶで)"
    r"(?:額|すると|で|は|を|って|いくら|何円|いくつ|出して|計算して|教えて|になる|なる|です|か|の)*$"
)
_AMOUNTS = regex(r"\d[\d,]*(?:\.\d+)?")
"""「家賃78000光熱費11000で合計」: figures, each behind what it is for."""
_GIVEN = (
    rf"^(?:今|仮に|もし)?、?1(?P<coin>{_COIN})(?:が|は|=|イコール|あたり)?(?P<rate>\d[\d,]*(?:\.\d+)?)円"
    r"(?:だ?と(?:して|したら|すれば|すると|する)|だと|なら|で(?:計算|換算)?(?:して|すると|したら)?|の(?:とき|時|場合|レート)(?:は|で|に)?)、?"
)
_END = r"(?:くらい|ぐらい)?(?:に)?(?:なる|なります|なの|です|だ)?(?:か|かな|っけ|の)*$"
_INTO_YEN = regex(
    rf"{_GIVEN}(?P<n>\d[\d,]*(?:\.\d+)?)(?P=coin)(?:は|って|だと|なら|を)?(?:日本円|円)?(?:で|にすると|に)?(?:いくら|何円|なん円|換算して)?{_END}"
)
_FROM_YEN = regex(
    rf"{_GIVEN}(?P<n>\d[\d,]*(?:\.\d+)?)円(?:は|って|だと|なら|を)?(?:何|なん|いくら)(?P=coin)?{_END}"
)


def reckoned_ja(text: str) -> str:
    """The sum that is asked for; empty for any other sentence."""
    return _taxed(text) or _at_a_rate(text) or _summed(text)


def _summed(text: str) -> str:
    """A row of sums, added up."""
    match = _ROW.match(text)
    return f"{'+'.join(_AMOUNTS.findall(match['row']))}は" if match else ""


_LEFT_OF = regex(
    r"^(?:じゃあ?|で|、)*[^\d、。]{0,8}?(?P<n>\d[\d,]*(?:\.\d+)?)円?(?:だと|なら|だったら|から(?:(?:それ|これ)を)?(?:引くと|引いたら)?)、?"
    r"(?:残り|のこり|差額|手元|お釣り|おつり)?(?:は|って)?(?:いくら|何円|いくつ|どのくらい)?(?:残る|になる|なる|です)?(?:か|の|かな)*$"
)
_SAYS_LEFT = regex(r"残|のこり|差額|手元|釣|つり|引")
_SUM = regex(r"[\d,.円+*/ -]+")


def left_of(text: str, expression: str) -> str:
    """What is left of a sum of money behind what was just added up; empty for any other sentence."""
    match = _LEFT_OF.match(text)
    if match is None or not _SAYS_LEFT.search(text) or not _SUM.fullmatch(expression):
        return ""
    return f"{match['n']}-({expression.replace('円', '')})は"


def _taxed(text: str) -> str:
    """A sum of money with the tax on it, or without."""
    if match := _TAX_OFF.match(text):
        return f"{match['sum']}/{1 + _USUAL / 100:g}は"
    match = _TAX_FIRST.match(text) or _TAX_BEHIND.match(text)
    return f"{match['sum']}+{match['rate'] or f'{_USUAL:g}'}%は" if match else ""


def _at_a_rate(text: str) -> str:
    """Money at a rate that is said along with it; of the day's rates nothing is known here."""
    if match := _INTO_YEN.match(text):
        return f"{match['n']}*{match['rate']}円は"
    match = _FROM_YEN.match(text)
    return f"{match['n']}/{match['rate']}は" if match else ""
