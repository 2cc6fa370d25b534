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
_PARTICLES = regex(r"[をにがはで]")
_WITH_TO = regex(
    r"なっとう|とまと|さといも|さとう|おとうふ|もっと|ちょっと|やっと|きっと|ずっと|ひとつ|ひと|おとな"
)
"""Words that have a と of their own."""
ALL = regex(
    r"(?:it |them )?all|all (?:of )?(?:it|them|that)|everything|the (?:whole )?lot"
    r"|全部|ぜんぶ|全て|すべて|みんな|(?:その)?リスト全部",
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


def title(context: Context, name: str) -> str:
    """A list as it is told: "the shopping list", 「買い物リスト」."""
    if name == SHOPPING:
        return context.say("the shopping list", "買い物リスト")
    if name == TO_DO:
        return context.say("the to-do list", "やることリスト")
    return context.say(f"the {name} list", f"{name}リスト")


def items(text: str) -> list[str]:
    """Three items of "milk, eggs and bread", two of 「卵と牛乳」, one of a known pair ("salt and pepper")."""
    plain = text.strip().strip("。.")
    if plain.casefold() in _ALWAYS_TOGETHER:
        return [plain]
    if plain.isascii():
        split = [one for part in _ENGLISH_AND.split(plain) for one in in_a_row(part) or [part]]
    else:
        split = [part for some in _JAPANESE_AND.split(plain) for part in _in_hiragana(some)]
    return [written(item.strip()) for item in split if any(letter.isalpha() for letter in item)]


def _in_hiragana(text: str) -> list[str]:
    """The parts of 「りんごとみかん」; the whole of a clause (「友だちと会うのを忘れない」)."""
    if _PARTICLES.search(text) or _WITH_TO.search(text):
        return [text]
    return _HIRAGANA_AND.split(text)
