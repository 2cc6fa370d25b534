"""What is told of somebody: a number, an e-mail address, where they live, a birthday.

The first three are for the contacts; a birthday, and what is told of oneself, is noted down, where a later
question finds it. Knows words and calls; keeps nothing.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language

_PHONE = r"(?P<phone>\+?\(?\d[\d() -]{5,20}\d)"
_EMAIL = r"(?P<email>[\w.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+)"
_DAY_JA = r"(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2})"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY_EN = (
    rf"(?P<day>(?:the )?{_NTH} (?:of )?{_MONTH}(?:,? \d{{4}})?|{_MONTH} (?:the )?{_NTH}(?:,? \d{{4}})?"
    r"|\d{1,2}/\d{1,2})"
)
_WHOSE_JA = r"(?P<name>[^、。:\s@]{1,15}?)の"
_ENDED_JA = r"(?:です|だ|なの|なん)*(?:だ|です)?(?:よ|ね|わ|な|から|ので|けど|って)*"
_KEEP_JA = (
    r"(?:(?:、|で|と|って)?(?:登録|追加|保存|メモ|記録|覚え)(?:し)?(?:て|といて|ておいて)"
    r"(?:ください|下さい|ね|よ|くれる)*)?"
)
_TOLD: dict[Language, tuple[re.Pattern[str], ...]] = {
    "ja": tuple(
        regex(rf"{_WHOSE_JA}{what}(?:は|が|、|:)+ ?{value}{_ENDED_JA}{_KEEP_JA}", re.IGNORECASE)
        for what, value in (
            (r"(?:(?:携帯|電話|スマホ|自宅|家|会社|職場)の?)?(?:電話)?(?:番号|電話|携帯|TEL)", _PHONE),
            (r"(?:e?メール(?:アドレス)?|メアド|アドレス|email)", _EMAIL),
            (r"(?:今の|新しい|自宅の|家の)?住所", r"(?P<address>(?=.*[都道府県市区町村\d]).{4,60}?)"),
            (r"お?(?:誕生日|生年月日)", _DAY_JA),
        )
    ),
    "en": tuple(
        regex(
            r"(?:(?:remember|note|save)(?: that|:)? )?"
            r"(?:(?P<own>my)|(?:my |our )?(?P<name>[a-z][\w .-]{0,30}?)['’]s)"
            rf" {what}[:,]? {value}[.!]*",
            re.IGNORECASE,
        )
        for what, value in (
            (r"(?:(?:mobile|cell|phone|home|work) )*(?:number|phone)(?: is|:)", _PHONE),
            (r"(?:number|phone|(?:(?:home|work) )?e-?mail(?: address)?)(?: is|:)", _EMAIL),
            (
                r"(?:(?:home|postal|street|mailing) )?address(?: is|:)",
                r"(?P<address>(?=[^@]*\d)(?=[^@]*[a-z]{3})[^@?]{6,80})",
            ),
            (r"(?:birthday|birth date|date of birth)(?: is|:)(?: on)?", _DAY_EN),
        )
    ),
}
_LIVES = regex(
    r"(?:my |our )?(?P<name>[a-z][\w .-]{0,30}?) lives at (?P<address>(?=\d)(?=.*[a-z]{3})[^@?]{6,80})",
    re.IGNORECASE,
)
_ASKS_JA = regex(r"(?:っけ|か|かな|かも|[何?？]|どこ|いつ)$|(?:何|なに)(?:です|だ)?")
_DOUBTED = regex(
    r"(?:よね|らしい|そうだ|みたい|でしょう?|だろう?|じゃない)(?:です|ね|よ)*$"
    r"|\b(?:in the (?:movie|film|book|story|novel|series|game)|with (?:her|his|their|a|the)"
    r"|and (?:is|was|has))\b",
    re.IGNORECASE,
)
"""Asks whether it is so, has it from others, or tells a story."""
_ONESELF = regex(r"(?:私|わたし|僕|ぼく|俺|おれ|自分|うち|我が家|わが家)(?:たち)?")
_NOBODY = regex(
    r"(?:[こそあど](?:の.*|れ|こ|ちら)|[何誰]|今日|明日|次|ip|web|mac|it|that|this|what|here|there|who|today|tomorrow"
    r"|he|she|they|we|you|i|nobody|no one|somebody|someone|everybody|everyone|santa(?: claus)?"
    r"|sherlock holmes"
    r"|the (?:killer|murderer|hero|earth|moon|sun|king|queen|pope|president|prime minister)"
    r"|christmas|クリスマス|サンタ(?:クロース)?|ホームズ|総理(?:大臣)?|首相|大統領|天皇|地球|会社)",
    re.IGNORECASE,
)


def of_somebody(text: str, asks: bool, language: Language, earlier: Sequence[Call]) -> Call | None:
    """The call that keeps it; None for any other sentence, and for a question.

    ``text``: the sentence, tidied. ``earlier``: behind somebody's contact 「誕生日は4月1日」 is theirs.
    """
    said = text.strip(" .。!！")
    if asks or _DOUBTED.search(said) or (language == "ja" and _ASKS_JA.search(said)):
        return None
    spoken_of = _spoken_of(earlier)
    ways = (said, f"{spoken_of}の{said}") if spoken_of and language == "ja" else (said,)
    if spoken_of and language == "en":
        ways = (_THEIRS.sub(f"{spoken_of}'s ", said), _ADDED.sub(rf"{spoken_of}'s number: \g<value>", said))
    patterns = (*_TOLD[language], _LIVES) if language == "en" else _TOLD[language]
    return next((call for way in ways for one in patterns if (call := _kept(one.fullmatch(way)))), None)


_BEFORE = frozenset({"contacts.find", "contacts.add", "phone.call", "phone.message", "phone.mail"})
_NAMED = regex(r"[^\W\d_][\w .'-]*", re.IGNORECASE)
_LEAD = r"(?:(?:and|so|oh|ok|okay|well|no|right|sorry|yes|then)[, ]+)*"
_THEIRS = regex(rf"^{_LEAD}(?:his|her|their) ", re.IGNORECASE)
_ADDED = regex(
    rf"^{_LEAD}(?:please |can you |could you )?(?:add|save|store|put|keep|enter|create)"
    r" (?:him|her|them|it|that)"
    r"(?: (?:then|in|down|anyway|please|to my contacts|as an? (?:new )?contact))*[,:;]?"
    r"(?: with| under| as| at)?(?:(?: (?:the|his|her|their))?"
    r" (?:number|phone|e-?mail(?: address)?)(?: is)?[:,]?)?"
    rf" (?:(?:it's|it is) )?(?P<value>{_PHONE.replace('?P<phone>', '?:')}"
    rf"|{_EMAIL.replace('?P<email>', '?:')})"
    r"(?: then| please)*$",
    re.IGNORECASE,
)
"""Behind whom nothing was known of: "add her then, 07700 900123"."""


def _spoken_of(earlier: Sequence[Call]) -> str:
    """The name of whom it was about; empty where it was nobody by name."""
    if not earlier or earlier[-1].tool not in _BEFORE:
        return ""
    given = earlier[-1].arguments
    name = re.sub(r"['’]s$", "", str(given.get("name") or given.get("to") or ""))
    return name if _NAMED.fullmatch(name) else ""


def _kept(match: re.Match[str] | None) -> Call | None:
    if match is None:
        return None
    given = {key: value.strip() for key, value in match.groupdict().items() if value}
    name = given.pop("name", "")
    if name and _NOBODY.fullmatch(name):
        return None
    if given.pop("own", None) or _ONESELF.fullmatch(name) or "day" in given:
        return Call("notes.add", {"text": _plain(match)})
    return Call("contacts.add", {"name": name, **given})


def _plain(match: re.Match[str]) -> str:
    """What is told, without what is said around it."""
    value = next(key for key in ("day", "address", "email", "phone") if match.groupdict().get(key))
    said = match[0][: match.end(value)]
    return re.sub(r"^(?:remember|note|save)(?: that|:)? ", "", said, flags=re.IGNORECASE)
