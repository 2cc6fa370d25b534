"""After a picture: another one, make it blue, add a hat, without the scarf, the same but a dog.

Knows sentences; what the picture shows, its skill knows.
"""

import re
from collections.abc import Iterator

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.asking.asking_back import offer
from kippu.understand.cues import Frame
from kippu.understand.follow.phrases import IT_JA, THAT, en, ja
from kippu.understand.phrases.drawable import to_draw

_AGAIN = {
    "en": en(
        r"(?:do (?:it|that) )?(?:again|once more|one more time)|repeat that"
        r"|(?:(?:give|show|make|draw) (?:me )?)?(?:another(?: one)?|(?:one|1) more|a (?:different|new) one)"
    ),
    "ja": ja(
        r"(?:もう(?:一度|一回|1回|1度)(?:やっ|し)?|くり返し|繰り返し)"
        r"|(?:もう(?:一枚|1枚|一つ|1つ|ひとつ|一個|1個)|(?:別|違う|他|ほか)の(?:絵|やつ|もの)?(?:も|を|に|が(?:いい|見たい))?)"
        r"(?:見せ|作っ|お願い|描い|かい|し|変え|かえ)?"
    ),
}
_KEEPS = {
    "en": en(rf"(?:save|keep|download|store|export) {THAT}(?: (?:as a (?:file|sticker|picture)|please))?"),
    "ja": ja(rf"{IT_JA}(?:を)?(?:保存|セーブ|ダウンロード)(?:し)?"),
}
_PICTURE = rf"(?:{THAT}|(?:the|that|this|my) (?:last |latest )?(?:picture|drawing|image|sticker))"
_LARGER = {
    "en": en(
        rf"(?:make|have|get|can i have) {_PICTURE} (?:a (?:bit|little|lot) |much |way )?"
        rf"(?:larger|bigger|sharper|huge)|(?:larger|bigger|upscale)"
        rf"|(?:enlarge|upscale) {_PICTURE}|(?:blow|scale) {_PICTURE} up"
    ),
    "ja": ja(rf"{IT_JA}(?:を)?(?:もっと|もう少し|もうちょっと)?(?:大きく(?:し)?|でかく(?:し)?|拡大(?:し)?)"),
}
_DELETES = {
    "en": en(rf"(?:delete|remove|erase|bin|scrap|get rid of|throw away|throw out) {_PICTURE}(?: away| out)?"),
    "ja": ja(rf"{IT_JA}(?:を|は)?(?:消し|けし|削除(?:し)?|捨て|すて)"),
}
_COLOURS_JA = {
    "赤": "red", "オレンジ": "orange", "黄": "yellow", "緑": "green", "青": "blue", "水": "light blue",
    "紫": "purple", "ピンク": "pink", "茶": "brown", "黒": "black", "白": "white", "灰": "grey",
    "グレー": "grey", "金": "gold", "銀": "silver",
}  # fmt: skip
_COLOUR = (
    r"(?:light blue|red|orange|yellow|green|blue|purple|pink|brown|black|white|gr[ea]y|gold(?:en)?|silver"
    r"|violet|turquoise)"
)
_COLOUR_JA = f"(?:{'|'.join(_COLOURS_JA)})"
_LEAD = (
    r"(?:(?:(?:the )?same(?: (?:thing|one|picture|again))?|again|another(?: one)?|(?:one|1)(?: more)?"
    r"|(?:draw|make|do|paint) (?:it|that|another(?: one)?|(?:one|1) more|the same(?: thing)?)(?: again)?)"
    r"[ ,]*)?"
    r"(?:(?:but|only|just|this time)[ ,]*)*"
)
_SEEN = (
    r"(?:(?:an?|two|three|some) (?!bit\b|little\b|lot\b|tad\b|touch\b)[\w' -]{2,40}?"
    r"|(?:sun)?glasses|goggles|headphones)"
)
_ON_IT = r"(?: (?:on|to|in) (?:it|him|her|them|(?:its|his|her|their|the) \w+))?(?: on)?"
_WORN_JA = (
    r"(?:[^をもにが、。\s]{0,6}(?:帽子|ハット|キャップ|王冠|ヘルメット|サングラス|メガネ|めがね|眼鏡|ゴーグル|リボン"
    r"|マスク|ヘッドホン|マフラー|ネクタイ))"
)
_PRAISE_JA = r"(?:(?:かわいい|可愛い|すごい|いいね|上手|うまい|最高)[!！、。 ]*)*"
_SEEN_JA = r"[^をもにがは、。\s]{1,15}?"
_CHANGES: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        en(rf"{_LEAD}(?:in )?(?:an? )?(?P<color>{_COLOUR})(?: one)?"),
        en(
            rf"(?:make|draw|paint|colou?r|turn|do) (?:it|that|this|them|him|her|the (?P<noun>\w+)) (?:in )?"
            rf"(?P<color>{_COLOUR})"
        ),
        en(rf"{_LEAD}(?:with|wearing|holding) (?P<added>{_SEEN})"),
        en(rf"(?:add|put|give (?:it|him|her|them)) (?P<added>{_SEEN}){_ON_IT}"),
        en(rf"{_LEAD}without (?:(?:an?|the|its|his|her|their|any) )?(?P<without>[\w' -]{{2,40}}?)"),
        en(
            r"(?:remove|take off|lose|drop|get rid of|leave out) (?:the|its|his|her|their) "
            r"(?P<without>[\w' -]{2,40}?)"
        ),
        en(rf"(?:(?:the )?same(?: thing| picture)?,? but|make (?:it|that)|this time) (?P<instead>{_SEEN})"),
        en(rf"(?P<instead>{_SEEN}) instead"),
        en(rf"(?:turn|change|make) (?:it|that|him|her) (?:in)?to (?P<instead>{_SEEN})"),
    ),
    "ja": (
        ja(
            rf"{IT_JA}(?:もっと|もう少し)?(?P<color>{_COLOUR_JA})(?:色)?(?:く|(?:いの)?に|い?のを|で)"
            r"(?:塗っ|ぬっ|変え|かえ|し|描い|かい)"
        ),
        ja(
            rf"{IT_JA}(?:[^を、。]{{1,8}}に)?(?P<added>{_SEEN_JA})(?:を|も)"
            r"(?:かぶせ|被せ|着せ|持たせ|描き足し|かき足し|描き加え)"
        ),
        ja(
            rf"{IT_JA}(?:[^を、。]{{1,8}}に)?(?P<added>{_WORN_JA})(?:を|も)"
            r"(?:追加し|足し|加え|つけ|付け|かけさせ|かけ|巻い|し)"
        ),
        ja(
            rf"{IT_JA}(?P<added>{_SEEN_JA})を(?:かぶっ|被っ|かけ|つけ|着け|巻い|持っ)た(?:の|やつ|もの|バージョン)"
            r"(?:で|も|を|に)?(?:描い|かい|し|見せ)?"
        ),
        ja(rf"{IT_JA}(?P<without>{_SEEN_JA})(?:なし|無し|抜き)(?:で|に)(?:し|描い|かい)?"),
        ja(rf"{IT_JA}(?P<without>{_WORN_JA})を(?:取っ|とっ|外し|はずし|脱がせ|消し|なくし)"),
        ja(
            rf"{_PRAISE_JA}(?:今度は|次は|同じ(?:感じ|の|もの)で)(?P<instead>{_SEEN_JA})"
            r"(?:が(?:いい|見たい)(?:な|です)*|で|にし|を(?:描い|かい))(?:描い)?"
        ),
        ja(rf"{IT_JA}(?P<added>{_SEEN_JA})(?:も?足し|(?:を|も)(?:描き|かき)(?:足し|加え))"),
        ja(rf"{IT_JA}(?P<instead>{_SEEN_JA})に(?:し|変え|かえ)"),
    ),
}
"""Each names what it changes; ``noun`` is what has to be in the picture."""
_ELSE = regex(
    r"\b(?:timer|alarm|reminder|event|appointment|meeting|note|list|calendar|task|item|song|playlist|light|lamp"
    r"|message|call|minute|hour|second|day|week|comma|line|question|joke|story|poem)s?$"
    r"|^(?:静か|きれい|綺麗|元|もと|別|楽|好き|いい感じ|同じ|半分|最大|最小|オン|オフ|自動|英語|日本語|そこ|ここ|無音"
    r"|なし|どっち|何)$|[度分時%色め]$|パーセント$|[房湿音温]|モード$|\d"
)
"""What is no thing that one sees in a picture, though it is said like one."""


def once_more(text: str, language: Language) -> bool:
    """Whether another one is asked for, of a picture or of a joke."""
    return _AGAIN[language].match(text) is not None


def of_picture(text: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """The picture once more, as the sentence wants it; None when it speaks of something else."""
    if once_more(text, language):
        return Call("pictures.again")
    if _KEEPS[language].match(text):
        return Call("about.kept")
    if _LARGER[language].match(text):
        return Call("pictures.larger")
    if _DELETES[language].match(text):
        return offer((Call("pictures.remove"),), language, Names())
    at_home = bool(frame.mentions) or frame.has("kinds")
    for part, said in _changes(text, language, last, at_home):
        if part == "color":
            return Call("pictures.again", {"color": _COLOURS_JA.get(said, said)})
        if not at_home and not _ELSE.search(said) and to_draw(said, text, language):
            return Call("pictures.again", {part: said})
    return None


def _changes(text: str, language: Language, last: Call, at_home: bool) -> Iterator[tuple[str, str]]:
    """What may be meant: the part that changes, and the words for it. ``at_home``: whether something in the
    sentence is called like a thing of the home."""
    for pattern in _CHANGES[language]:
        if not (found := pattern.match(text)):
            continue
        parts = {name: said.strip() for name, said in found.groupdict().items() if said}
        noun = parts.pop("noun", "")
        if not noun or (not at_home and noun in str(last.arguments.get("what", noun))):
            yield from parts.items()
