"""A person for a person: of the same gender, script and, where lists tell it, origin. Knows names alone."""

import re
from collections.abc import Iterator
from functools import cache

from kippu.guard.surrogates.choosing import Choosing
from kippu.guard.surrogates.lists import Name, known, pools
from kippu.guard.surrogates.pair import LETTERS, folded, styled
from kippu.regex import regex

_WORD = regex(rf"{LETTERS}(?:['’](?!s\b){LETTERS})*")
_PARTICLES = frozenset(
    "van von der den de del della di da du la le el al bin ibn ben abu y e zu zur ter ten af av and und"
    " et the of".split()
)
_STAY = _PARTICLES | frozenset(
    "mr mrs ms miss mx dr prof professor sir madam lady lord rev fr st jr sr ii iii iv phd md esq mme mlle"
    " herr frau señor señora sra don doña signor signora s san sama kun chan sensei mom mum dad".split()
)
_HONORIFIC = regex(r"(?:さん|さま|ちゃん|くん|様|氏|君|殿|先生|先輩|課長|部長|社長)$")
_CUT = regex(r"[\s・=＝、,]+|[A-Za-zÀ-ɏ]+|[ァ-ヺー]+|[一-鿿々ヶヵ〆]+|[ぁ-ゖ]+|.", re.DOTALL)
_JAPANESE = regex("[ぁ-ヿ一-鿿々]")
_KANJI = regex("[一-鿿々〆]")
_WOMEN = regex("[子美奈香恵菜花絵代江枝乃華咲里]$")
_MEN = regex("[郎太朗介助夫雄男彦一二三也哉斗輔平治樹司志]$")
_LADY = regex(
    r"\b(?:mrs|ms|miss|mme|mlle|frau|señora|sra|signora|madam|sister|aunt|mother|mum|mom|wife|daughter|her)\b\.?\W*$",
    re.IGNORECASE,
)
_SIR = regex(
    r"\b(?:mr|herr|señor|sr|signor|sir|brother|uncle|father|dad|husband|son|his)\b\.?\W*$", re.IGNORECASE
)
_FORMAL = regex(
    r"\b(?:mr|mrs|ms|miss|dr|prof|professor|herr|frau|señora?|sra?|signora?|mme|sir)\b\.?\s*$", re.IGNORECASE
)
_ORIGINS = ("en", "romance", "german", "slavic", "south", "arabic", "chinese")
_SYLLABLES = (
    "bel dor fen gal hal jor kel lor mar nor pel quel ras sel tor vel wen yor zel bri cor dal".split()
)
_SYLLABLES_JA = "神 宮 鷺 楠 榎 樫 椋 柊 梶 槙 轟 巽 乾 蔵 敷 檜 砥 瀬 淵 峯 嶺 霧 渚 汐".split()


def parts(text: str, before: str, choosing: Choosing) -> list[tuple[str, str]]:
    """A person's name with what stands for each word of it. ``before`` is the text that leads to it."""
    if _JAPANESE.search(text):
        return list(_japanese(text, before, choosing))
    return list(_western(text, before, choosing))


def name(role: str, gender: str, origin: str, script: str, choosing: Choosing) -> str:
    """A free name in a script (an attribute of ``Name``) as near as there is one to what is asked."""
    chance = choosing.chance
    genders = [gender] if gender in "fm" else chance.sample("fm", 2)
    for wanted in (genders, [other for other in "fm" if other not in genders]):
        for where in (origin, *(["ja"] if origin == "ja" else chance.sample(_ORIGINS, len(_ORIGINS)))):
            for one in wanted if role == "given" else ["-"]:
                for form in choosing.drawn(_pool(role, one, where, script)):
                    if choosing.free(form):
                        return form
    while True:  # a long talk may use up all names: made-up ones don't end
        syllables = _SYLLABLES_JA if script == "kanji" else _SYLLABLES
        made = "".join(chance.sample(syllables, 2 if script == "kanji" else 3))
        if choosing.free(made.capitalize()):
            return made.capitalize()


def standing_for(word: str, choosing: Choosing) -> str:
    """The same for a word that the lists know as a name, and whenever it comes again."""
    item = known()[folded(word)]
    given = name(item.role, item.gender, item.origin, script_of(word), choosing)
    choosing.keep(word, given)
    return given


def script_of(text: str) -> str:
    """In which of a name's scripts a word is written."""
    if _KANJI.search(text):
        return "kanji"
    if re.search("[ァ-ヺ]", text):
        return "katakana"
    return "hiragana" if re.search("[ぁ-ゖ]", text) else "latin"


@cache
def _pool(role: str, gender: str, origin: str, script: str) -> tuple[str, ...]:
    """The names of the lists in a script."""
    forms = (_form(item, script) for item in pools().get((role, gender, origin), ()))
    return tuple(filter(None, forms))


def _form(item: Name, script: str) -> str:
    form: str = getattr(item, script)
    return "" if script == "hiragana" and len(form) < 3 else form


def _western(text: str, before: str, choosing: Choosing) -> Iterator[tuple[str, str]]:
    found = [
        match for match in _WORD.finditer(text)
        if match[0].lower() not in _STAY and len(match[0]) > 1
    ]  # fmt: skip
    if not found:
        found = [match for match in _WORD.finditer(text) if match[0].lower() in _PARTICLES]
    swapped = "," in text and len(found) > 1
    origin = _origin([match[0] for match in found])
    at = 0
    for number, match in enumerate(found):
        yield text[at : match.start()], text[at : match.start()]
        last = number == (0 if swapped else len(found) - 1)
        lead = before + text[: match.start()]
        role = _role(match[0], lead) if len(found) == 1 else "family" if last else "given"
        yield match[0], _word(match[0], role, _gender(match[0], lead), origin, choosing)
        at = match.end()
    yield text[at:], text[at:]


def _word(word: str, role: str, gender: str, origin: str, choosing: Choosing) -> str:
    if had := choosing.word(word):
        return had
    return styled(name(role, gender, origin, script_of(word), choosing), word, word.capitalize())


def _japanese(text: str, before: str, choosing: Choosing) -> Iterator[tuple[str, str]]:
    honorific = _HONORIFIC.search(text)
    end = honorific.start() if honorific and honorific.start() else len(text)
    words: list[tuple[str, str]] = []
    for piece in _CUT.findall(text[:end]):
        if not any(map(str.isalpha, piece)):
            words.append((piece, ""))
        elif script_of(piece) == "kanji" and not any(role for _, role in words):
            words += _split(piece)
        else:
            role = "given" if any(role == "family" for _, role in words) else ""
            words.append((piece, role or _role(piece, before)))
    foreign = [word for word, role in words if role and script_of(word) in ("katakana", "latin")]
    origin = "ja" if len(foreign) < sum(1 for _, role in words if role) else _origin(foreign)
    if len(foreign) > 1 and origin != "ja":
        last = foreign[-1]
        words = [(word, role and ("family" if word == last else "given")) for word, role in words]
    for word, role in words:
        yield word, _word(word, role, _gender(word, before), origin, choosing) if role else word
    yield text[end:], text[end:]


def _split(word: str) -> list[tuple[str, str]]:
    """A name in kanji as family and given name."""
    item = known().get(word)
    if item and item.kanji == word:
        return [(word, item.role)]
    for length in range(min(4, len(word) - 1), 0, -1):
        family = known().get(word[:length])
        if family and family.role == "family" and (length > 1 or len(word) < 4):
            return [(word[:length], "family"), (word[length:], "given")]
    if len(word) < 3:
        return [(word, "given" if _WOMEN.search(word) or word[-1] in "郎介" else "family")]
    return [(word[:2], "family"), (word[2:], "given")]


def _role(word: str, lead: str) -> str:
    item = known().get(folded(word))
    if _FORMAL.search(lead):
        return "family"
    return item.role if item else "given"


def _gender(word: str, lead: str) -> str:
    item = known().get(folded(word))
    if item and item.gender in "fm":
        return item.gender
    if _LADY.search(lead) or _WOMEN.search(word):
        return "f"
    if _SIR.search(lead) or _MEN.search(word):
        return "m"
    return "f" if folded(word)[-1:] == "a" else "-"


def _origin(words: list[str]) -> str:
    for word in reversed(words):
        if item := known().get(folded(word)):
            return item.origin
    return "en"
