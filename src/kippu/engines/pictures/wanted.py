"""What a prompt asks to see: a thing, its colour and number, and what else is with it and where.

Knows English and Japanese phrases; knows no drawing. Whether words name something as a whole (a drawing's
own caption may hold "with") its caller tells.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kippu.engines.pictures.colours import NAMED, named
from kippu.regex import regex


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to be seen."""

    words: str
    """Its name, without articles, colour and number."""
    colour: str | None = None
    """A key of ``colours.NAMED``."""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be seen in a picture."""

    first: Thing
    others: tuple[tuple[str, Thing], ...] = ()
    """What else, and how it stands to the first: ``wears``, ``holds``, ``beside``, ``on``, ``in``, ``under``
    (the first is on, in or under the other)."""


RELATIONS = ("alone", "wears", "holds", "beside", "on", "in", "under")
_ENGLISH = (
    ("wears", r"(?:who is |that is )?(?:wearing|wears|in an?(?= (?:hat|cap|crown|helmet|tie|scarf)))"),
    ("holds", r"(?:who is |that is )?(?:holding|holds|carrying|eating|eats|drinking|drinks|playing|reading)"),
    ("beside", r"(?:next to|beside|near|and|plus)"),
    ("under", r"(?:under|below|beneath)"),
    ("on", r"(?:(?:sitting |standing |lying )?(?:on top of|on|upon)|riding|rides)"),
    ("in", r"(?:(?:sitting |swimming )?(?:inside|in front of|in|at))"),
    ("holds", r"with"),
)
_EVERY = "|".join(rf"(?P<r{place}>\b{said}\b)" for place, (_, said) in enumerate(_ENGLISH))
SPLIT = regex(rf"\s*(?:{_EVERY})\s+")
_ASKED = regex(
    r"^(?:please |can you |could you |kippu,? )*"
    r"(?:(?:draw|paint|make|create|generate|show|sketch)(?: me| us)?\s+)?"
    r"(?:(?:an?|the|some) )?(?:(?:cute|nice|little|small|big|happy little) )?"
    r"(?:(?:picture|emoji|sticker|drawing|image|icon|painting|illustration)s? of )?",
)
_ARTICLE = regex(r"^(?:an?|the|some|his|her|its|their|my|your)\s+")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5, "pair of": 2}
WORN = regex(
    r"\b(?:hat|cap|crown|helmet|sunglasses|glasses|goggles|bow|ribbon|scarf|tie|necktie|mask|headphones?)s?$"
    r"|帽子|ハット|キャップ|王冠|ヘルメット|サングラス|メガネ|めがね|眼鏡|ゴーグル|リボン|マスク|ヘッドホン|マフラー|ネクタイ"
)


_DENIED = regex(
    r"(?:\s*,)?\s+(?:but |and )?(?:without|with no|with out|no|not (?:wearing|holding|with)|sans)\s+"
    r"(?:(?:an?|the|any|its|his|her|their)\s+)?[\w' -]+?"
    r"(?=$|,|\s+(?:with|but|on|in|at|under|below|next|beside|near|wearing|holding|riding|and)\b)"
)
_DENIED_TOO = regex(
    r"^\s*(?:,|and|or)\s+(?:(?:an?|the|any)\s+)?(?P<also>[\w'-]+)(?=$|\s+(?:on|in|at|under|below|next"
    r"|beside|near)\b)"
)
_DENIED_JA = regex(
    r"^(?P<denied>[^、。]{1,12}?)(?:の(?:ない|無い|いない)|(?:なし|無し|抜き)の|を(?:かぶ|被)って(?:い)?ない"
    r"|を(?:つけ|着け|付け|かけ|し|持っ|着)て(?:い)?ない)(?P<rest>.+)$"
)
"""What shall not be seen: "a cat without a hat", 「帽子のない猫」."""
_STYLED = (
    regex(r"(?i)[\s,]+(?:in|using) (?:the )?style of (?:an? |the )?(?P<style>[\w' .-]{2,40})(?P<rest>)$"),
    regex(r"(?i)[\s,]+(?:in|using) (?:an? |the )?(?P<style>[\w'-]+(?: [\w'-]+){0,2})[ -]style\b(?P<rest>)"),
    regex(r"(?i)^(?:an? |the )?(?P<style>[\w'-]+(?: [\w'-]+)?)[ -]style (?P<rest>.+)$"),
    regex(
        r"^(?P<style>[^をがの\s]{2,20}?)(?:(?<![台和洋扇])風|ふう|調|スタイル|の画風)(?:の|で|に)、?(?P<rest>.+)$"
    ),
    regex(
        r"(?P<rest>(?<=を)|(?<=を、))(?P<style>[^を\s]{2,20}?)(?:(?<![台和洋扇])風|ふう|調|スタイル|の画風)(?:で|に)"
    ),
)


def read(prompt: str, known: Callable[[str], bool]) -> Wanted:
    """What ``prompt`` asks to see; ``known`` tells whether words are a caption as a whole."""
    plain = _undenied(without_style(prompt, known)[0], known)
    return (
        _japanese(plain, known) if re.search(r"[ぁ-んァ-ヶ一-龠]", plain) else _english(plain.lower(), known)
    )


def without_style(prompt: str, known: Callable[[str], bool] = lambda _: False) -> tuple[str, str]:
    """The prompt without a style that it names ("in watercolour style"), and that; "" when there is none.
    Words that are ``known`` as a whole stay."""
    plain = prompt.strip().strip(".!?。！？").strip()
    for pattern in _STYLED:
        if (found := pattern.search(plain)) and not known(plain):
            rest = " ".join((plain[: found.start()] + found["rest"] + plain[found.end() :]).split())
            if rest:
                return rest, found["style"].strip()
    return plain, ""


def _undenied(prompt: str, known: Callable[[str], bool]) -> str:
    """The prompt without what it says is not to be seen: who names a hat would get one."""
    if known(_ARTICLE.sub("", prompt.lower())):
        return prompt
    if japanese := _DENIED_JA.match(prompt):
        return japanese["rest"]
    found = _DENIED.search(prompt.lower())
    if found is None:
        return prompt
    rest = prompt[found.end() :]
    if (too := _DENIED_TOO.match(rest.lower())) and WORN.search(too["also"]):
        rest = rest[too.end() :]
    return _undenied(f"{prompt[: found.start()]}{rest}", known)


def _english(text: str, known: Callable[[str], bool]) -> Wanted:
    text = _ASKED.sub("", text, count=1)
    text = text if known(_ARTICLE.sub("", text)) else text.replace(", and ", " and ").replace(", ", " and ")
    parts, relations, rest = [], [], text
    while rest and not known(_ARTICLE.sub("", rest)) and (cut := SPLIT.search(rest)) and cut.start():
        relations.append(next(_ENGLISH[int(name[1:])][0] for name, part in cut.groupdict().items() if part))
        parts.append(rest[: cut.start()])
        rest = rest[cut.end() :]
    things = [_thing(part, known) for part in (*parts, rest) if part.strip()]
    if not things:
        return Wanted(Thing(text))
    others = tuple(
        (_worn(relation, thing, after), thing)
        for after, (relation, thing) in enumerate(zip(relations, things[1:], strict=False))
    )
    return Wanted(things[0], _chained(others))


def _chained(others: tuple[tuple[str, Thing], ...]) -> tuple[tuple[str, Thing], ...]:
    """ "With a hat and sunglasses": what comes after "and" is worn or held as what came before."""
    chained: list[tuple[str, Thing]] = []
    for relation, thing in others:
        before = chained[-1][0] if chained else ""
        same = relation == "beside" and before in {"wears", "holds"}
        chained.append((_worn("holds", thing, 0) if same else relation, thing))
    return tuple(chained)


def _worn(relation: str, thing: Thing, after: int) -> str:
    if relation in {"holds", "wears"} or (relation == "in" and after == 0):
        return "wears" if WORN.search(thing.words) else ("holds" if relation == "wears" else relation)
    return relation


def _thing(phrase: str, known: Callable[[str], bool]) -> Thing:
    words = _ARTICLE.sub("", phrase.strip())
    count = 1
    for said, number in _COUNTS.items():
        if words.startswith(said + " ") and not known(words):
            count, words = number, words[len(said) + 1 :]
    if known(words):
        return Thing(words, None, count)
    for said in ("light blue", *words.split(" ")):
        colour = "lightblue" if said == "light blue" else named(said)
        if colour and said in words and words != said:
            rest = " ".join(words.replace(said, " ", 1).split())
            if rest:
                return Thing(rest, colour, count)
    return Thing(words, None, count)


_JA_ASKED = regex(
    r"(?:の)?(?:絵|イラスト|スタンプ|ステッカー|絵文字|画像)?(?:を|が)?"
    r"(?:描いて|かいて|書いて|作って|つくって|見せて|欲しい|ほしい|お願い|生成して)?(?:ください|下さい|ね|よ|する|します)*$"
)
_JA_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("wears", regex(
        r"^(.+?)を(?:身につけ|かけ|かぶ|被|つけ|着け|付け|巻い|し|着)(?:ている|っている|てる|ってる|った|た|る)(.+)$"
    )),
    ("holds", regex(
        r"^(.+?)を(?:持|も|食べ|飲|弾|読)(?:っている|ている|んでいる|いている|った|んだ|いた|た|つ|む|く|る)(.+)$"
    )),
    ("on", regex(
        r"^(.+?)(?:の上の|の上に(?:いる|ある|座る|座った)|に(?:乗った|乗っている|乗る|座る))(.+)$"
    )),
    ("in", regex(r"^(.+?)(?:の中の|の中に(?:いる|ある)|の前の|にいる)(.+)$")),
    ("under", regex(r"^(.+?)(?:の下の|の下に(?:いる|ある))(.+)$")),
)  # fmt: skip
COLOURS_JA = {
    "青い": "blue", "赤い": "red", "黄色い": "yellow", "黒い": "black", "白い": "white", "茶色い": "brown",
} | {
    f"{ja}{end}": key
    for key, (_, ja, _) in NAMED.items()
    for end in (("の",) if re.match("[ァ-ヶ]", ja) else ("色の", "色い", "の"))
}  # fmt: skip
_JA_DOES = regex(r"^(?P<who>[^をが]+)が(?P<does>.+?(?:ている|でいる|てる|る|た|だ))(?:ところ|様子)?$")
"""What somebody does: パンダがピアノを弾いている, which shows ピアノを弾いているパンダ."""
_JA_COUNT = regex(r"^([2-5２-５二三四五])(?:つ|匹|人|本|枚|個|羽|頭|台|輪)の")


def _japanese(text: str, known: Callable[[str], bool]) -> Wanted:
    text = _JA_ASKED.sub("", text, count=1) or text
    if known(text):
        return Wanted(Thing(text))
    if does := _JA_DOES.match(text):
        text = does["does"] + does["who"]
    for relation, pattern in _JA_PARTS:
        if found := pattern.match(text):
            inner = _japanese(found[2], known)
            other = _ja_thing(found[1], known)
            worn = "wears" if relation in {"wears", "holds"} and WORN.search(other.words) else relation
            worn = "holds" if worn == "wears" and not WORN.search(other.words) else worn
            return Wanted(inner.first, ((worn, other), *inner.others))
    if (pair := re.match(r"^(.+?)(?:と|、)(.+)$", text)) and not known(text):
        first, second = _ja_thing(pair[1], known), _japanese(pair[2], known)
        return Wanted(first, (("beside", second.first), *second.others))
    return Wanted(_ja_thing(text, known))


def _ja_thing(words: str, known: Callable[[str], bool]) -> Thing:
    count = 1
    if found := _JA_COUNT.match(words):
        count = "２３４５二三四五2345".index(found[1]) % 4 + 2
        words = words[found.end() :]
    if known(words):
        return Thing(words, None, count)
    for said, colour in sorted(COLOURS_JA.items(), key=lambda pair: -len(pair[0])):
        if words.startswith(said) and len(words) > len(said):
            return Thing(words[len(said) :], colour, count)
    return Thing(words, None, count)
