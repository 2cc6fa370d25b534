"""Finds names beside what somebody is: a title, a trade, a part in somebody's life; or beside "name".

Knows these words, and the lexicon's: an ordinary word that stands there is nobody.
"""

from collections.abc import Iterator

from kippu.guard.personal import again, labels, terms, titles
from kippu.guard.personal.lexicon import is_name, is_word
from kippu.guard.personal.merging import Span
from kippu.guard.personal.tagger.certain import certain
from kippu.guard.personal.tongues import japanese
from kippu.regex import regex

_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]+)?"
_NAMES = rf"{_NAME}(?: {_NAME})?"
_TITLED = regex(
    r"\b(?:Nurse|Midwife|Councillor|Constable|PC|Sergeant|Inspector|Detective|Pastor|Father|Sister|Brother|Coach"
    rf"|Nana|Granny|Grandma|Grandpa|Judge|Officer) (?P<name>{_NAMES})(?![^\W\d_])"
)
_SMALL = regex(
    r"\b(?:(?P<may_act>nana|granny|grandma|grandpa|councillor|cllr|nurse|officer|coach)"
    r"|uncle|aunt(?:ie|y)?|miss|(?:mrs?|ms|dr|prof)\.?) (?P<name>[^\W\d_]{3,})"
)
"""Titles in small letters. Some may be said without a name: "my grandma will"."""
_LABELLED = regex(
    r"(?:(?<!\bthe )(?<!\ba )(?<!\bof )\b[Nn]ames?"
    r"|\b[Nn]ames? on (?:(?:the|my|her|his) )?(?:card|account|booking|ticket|order|lease|bill))"
    rf"(?: is| was|:|,)? (?P<name>{_NAMES})(?![^\W\d_])"
)
"""A name that a form or a list calls one."""
_OWN_NAME = regex(
    r"\b(?:[Ff]irst|[Mm]iddle|[Ll]ast|[Mm]aiden|[Gg]iven|[Ff]amily|[Bb]irth|[Pp]en|[Ss]tage|[Ll]egal"
    r"|[Pp]referred) names?"
    rf"(?: is| was|:|,| of)? (?P<name>{_NAME})(?![^\W\d_])"
)
"""The same, and the name may be any word: "my middle name Hyacinth"."""
_WORKS = (
    r"(?:(?:night|day|head|new|old|other|care|social|case|site|ward) )?(?:carer|nurse|midwife|physio|doctor"
    r"|surgeon|vet|plumber|builder|electrician|mechanic|gardener|cleaner|nanny|childminder|babysitter|tutor|coach"
    r"|trainer|instructor|receptionist|waiter|waitress|barber|hairdresser|driver|courier|caretaker|janitor|handler"
    r"|worker|officer|solicitor|lawyer|agent|adviser|advisor|counsellor|therapist|landlady|landlord|neighbou?r"
    r"|lodger|tenant|flatmate|housemate|roommate|intern|trainee|foreman|supervisor|friend|colleague|boss|cousin"
    r"|brother|sister|son|daughter|mother|father|mum|mom|dad|wife|husband|partner|boyfriend|girlfriend)"
)
_WHOSE = r"(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)"
_WORKING = regex(
    rf"\b(?:[Tt]he|[Aa]|{_WHOSE}) {_WORKS},? (?P<name>{_NAME})(?![\w-])(?! [A-Z])"
    rf"|\b{_WHOSE} {_WORKS} (?:is|was) (?P<is>{_NAMES})(?=[.,;!?)]|$| and\b)"
    rf"|\b(?:call(?:s|ed)?|nickname[sd]?) (?:him|her|them|me|us|it) (?P<called>{_NAME})(?![\w-])"
    rf"|\b(?:goes|go|went) by (?:the (?:nick)?name (?:of )?)?[\"“']?(?P<by>{_NAME})(?![\w-])"
)
_NOBODY = frozenset(
    "he she it this that these those who what here there they we you i one god jesus christmas time nature "
    "but and if so or is are was were have has please today tomorrow yesterday".split()
)
_WIDE = r"(?P<name>[㐀-鿿々]{2,3}|[ァ-ヴー]{2,10})"
_ROLE = (
    r"(?:店長|部長|課長|係長|主任|社長|専務|支店長|所長|園長|院長|校長|教頭|班長|会長|看護師|保育士|医師|先生|担任|担当|監督|コーチ"
    r"|弁護士|税理士|ケアマネ|ヘルパー|大家|隣人|隣|大将|女将|店員|部員|新人|バイト|同期|幹事)"
)
_JAPANESE = (
    regex(
        rf"{_ROLE}の{_WIDE}"
        r"(?=さん|さま|様|ちゃん|くん|君|先生|氏|[がはもをにへと、。]|って|から|より|です|だ|$)"
    ),
    regex(
        rf"(?<![㐀-鿿々ァ-ヴー]){_WIDE}(?=医師|看護師|弁護士|税理士|司法書士|巡査|刑事|校長|教頭|教諭|住職|店長|部長|課長"
        r"|係長|主任|社長|専務|常務|監督|コーチ|博士|議員|選手|師匠|氏|夫妻|一家|さん[宅家ち])"
    ),
    regex(
        rf"(?<![㐀-鿿々ァ-ヴー]){_WIDE}"
        r"(?=から(?:の)?(?:電話|メール|手紙|年賀状|葉書|はがき|連絡|返事|返信|LINE|ライン|伝言|荷物)"
        r"|に(?:返事|返信|連絡|電話)(?:を|し|す))"
    ),
)
"""Behind what somebody is, before it, and of whoever wrote or called."""
_FULL = regex(
    r"(?:氏\s?名|名前|契約者|名義人?|届出人|喪主|申請者|申込者|請求者|保護者|患者(?:氏名)?|被保険者|借主|貸主|発行者|差出人|受取人|代表者?"
    r"|世帯主|当方|(?P<kin>(?<![㐀-鿿])(?:私|わたくし|父|母|夫|妻|兄|姉|弟|妹|祖父|祖母|義父|義母|息子|娘|長男|次男|長女|次女"
    r"|叔父|叔母|孫一同|主人|甥|姪|故)))(?:[はが：:、]|は、|の)?[ 　\t]?"
    r"(?P<name>[㐀-鿿々ヶァ-ヴー]{1,6}[ 　][㐀-鿿々ぁ-ゖァ-ヴー]{1,6}?)"
    r"(?=さん|さま|様|氏|儀|[はがもをにへと、。（(\s」』]|です|と申|$)"
)
"""A family's name and a given name, a space between, behind what somebody is."""
_HONORED_KATAKANA = regex(rf"{_ROLE}の(?P<name>[ァ-ヴー]{{2,10}})(?=さん|さま|様|ちゃん|くん|君|氏)")


def look(text: str) -> Iterator[Span]:
    """Names behind a title, a trade or "name on the card", in both languages."""
    for pattern in (_TITLED, _LABELLED, _WORKING):
        for match in pattern.finditer(text):
            first = match[group := match.lastgroup or "name"].split(maxsplit=1)[0]
            if first.lower() not in _NOBODY and not certain(first) and not titles.is_plain(first):
                yield Span(*match.span(group), "person", 6 if pattern is _WORKING else 5)
    for match in _OWN_NAME.finditer(text) if "ame" in text else ():
        if match["name"].lower() not in _NOBODY:
            yield Span(*match.span("name"), "person", 6)
    for match in _SMALL.finditer(text):
        if match["name"].lower() not in _NOBODY and not _is_word(match["name"], bool(match["may_act"])):
            yield Span(*match.span("name"), "person", 6)
    if not text.isascii():
        yield from _in_japanese(text)


def _in_japanese(text: str) -> Iterator[Span]:
    for match in _FULL.finditer(text):
        parts = match["name"].split()
        words = match["kin"] and all(is_word("japanese", part) for part in parts)
        if not words and not any(map(labels.is_label, parts)):
            yield Span(*match.span("name"), "person", 6)
    for match in _HONORED_KATAKANA.finditer(text):
        yield Span(*match.span("name"), "person", 6)
    for pattern in _JAPANESE:
        for match in pattern.finditer(text):
            if not japanese.is_worded(match["name"]):
                yield Span(*match.span("name"), "person", 5)


def _is_word(name: str, may_act: bool) -> bool:
    """Whether what stands in small letters behind a title is a word rather than somebody."""
    return terms.is_english(name) and (may_act or name in again.WORDS_TOO or not is_name(name))
