"""How lists and items are spoken of: a list's many names, and several items in one breath."""

import re
import unicodedata

from kippu.groceries import in_a_row
from kippu.regex import regex
from kippu.skills.lists.amounts import written
from kippu.tool import Context

SHOPPING = "shopping"
TO_DO = "to do"

_KNOWN = {
    SHOPPING: "shopping shop groceries grocery market 買い物 買物 かいもの お買い物 ショッピング 買うもの",
    TO_DO: "todo todos task tasks chore chores やること タスク 用事 やることリスト すること",
}
_ALWAYS_TOGETHER = {"mac and cheese", "salt and pepper", "fish and chips", "half and half", "oil and vinegar"}
_JAPANESE_AND = regex(r"(?<=[^ぁ-ん\s])と(?=[^ぁ-ん\s]|[ぁ-ん](?<!う)[ぁ-ん])|\s*[、,，]\s*と?")
_HIRAGANA_AND = regex(r"(?<=[ぁ-ん]{2})(?<![っをにがはでも])と(?![うりろ])(?=..)")
"""Between words in hiragana, 「りんごとみかん」: only where it can be nothing else."""
_AMOUNT = regex(r"[\d(（]|[一二三四五六七八九十半]+[個本枚袋箱杯]|少々|たくさん|多め|少なめ")
_GOES_ON = regex(r"(?:しい|[一-龥][いな]|きな|かな|[をがの]|用|[てた])$")
_PARTICLES = regex(r"[をにがはで]")
_WITH_TO = regex(
    r"なっとう|とまと|さといも|さとう|おとうふ|もっと|ちょっと|やっと|きっと|ずっと|ひとつ|ひと|おとな"
)
"""Words that have a と of their own."""
ALL = regex(
    r"(?:it |them )?all|all (?:of )?(?:it|them|that)|the (?:whole )?lot"
    r"|everything(?: (?:on|from|off) (?:(?:the|my|our) )?(?:\w+ )?list)?"
    r"|(?:(?:その|買い物)?リスト(?:に(?:書いて|載って|入って)?(?:あ|い)?る)?(?:の|もの|やつ)*(?:は|を)?)?(?:全部|ぜんぶ|全て|すべて|みんな)",
    re.IGNORECASE,
)
"""All that is on a list."""
_ENGLISH_AND = regex(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", re.IGNORECASE)


def canonical(name: str) -> str:
    """One name for a list however it is called: "my groceries list" and 「買い物リスト」 are ``shopping``."""
    plain = " ".join(unicodedata.normalize("NFKC", name).split())
    plain = re.sub(r"^(?:the|my|our|a)\s+", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\s*(?:list|リスト)$", "", plain, flags=re.IGNORECASE).strip() or plain
    bare = re.sub(r"[\s-]", "", plain).casefold()
    for known, names in _KNOWN.items():
        if bare in names.split() or bare == known.replace(" ", ""):
            return known
    return plain


_AROUND_EN = regex(r"^to (?:get|buy|pick up|grab|order) (?=\S)|(?<=\S) instead$", re.IGNORECASE)
"""What of "i need to get toothpaste" and "add oat milk instead" is no item."""


_A_DEED = regex(r"(?<=[一-龥ぁ-ん][うくぐすつぬぶむる])(?<!ある)の(?:を|は)?$")
"""What makes a noun of what is to be done: 「荷物出すの」."""


def title(context: Context, name: str) -> str:
    """A list as it is told: "the shopping list", 「買い物リスト」."""
    if name == SHOPPING:
        return context.say("the shopping list", "買い物リスト")
    if name == TO_DO:
        return context.say("the to-do list", "やることリスト")
    return context.say(f"the {name} list", f"{name}リスト")


def items(text: str) -> list[str]:
    """Three items of "milk, eggs and bread", two of 「卵と牛乳」, one of a known pair ("salt and pepper")."""
    plain = _A_DEED.sub("", _AROUND_EN.sub("", text.strip().strip('。."“”')))
    if plain.casefold() in _ALWAYS_TOGETHER:
        return [plain]
    if plain.isascii():
        split = [one for part in _ENGLISH_AND.split(plain) for one in in_a_row(part) or [part]]
    else:
        split = [part for some in _JAPANESE_AND.split(plain) for part in _in_columns(some)]
    return [written(item.strip()) for item in split if any(letter.isalpha() for letter in item)]


def _in_columns(text: str) -> list[str]:
    """The three of 「醤油 みりん 砂糖」; an amount stays with its item (「牛乳 2本」), and so does what
    tells of which kind it is (「新しい 電池」)."""
    words = text.split()
    if len(words) == 1 or any(word.isascii() and not word[0].isdigit() for word in words):
        return _in_hiragana(text)
    found: list[str] = []
    for word in words:
        if found and (_AMOUNT.match(word) or _GOES_ON.search(found[-1])):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return [part for one in found for part in _in_hiragana(one)]


def _in_hiragana(text: str) -> list[str]:
    """The parts of 「りんごとみかん」; the whole of a clause (「友だちと会うのを忘れない」)."""
    if _PARTICLES.search(text) or _WITH_TO.search(text):
        return [text]
    return _HIRAGANA_AND.split(text)
