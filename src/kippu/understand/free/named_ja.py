"""What a Japanese sentence names in the person's own words, from what was marked of it to where it ends.

What is to be told or noted, what is to be bought, which event and which list. Knows no encoder.
"""

import re

from kippu.regex import regex
from kippu.understand.free.parts import Part, Parts
from kippu.understand.text.own_words import uncalled

_LISTS = {
    "買物": "買い物", "買うもの": "買い物", "買いもの": "買い物", "お買い物": "買い物",
    "todo": "やること", "to-do": "やること", "タスク": "やること", "やる事": "やること",
}  # fmt: skip
"""What lists are called here, by what else people call them."""
_OWN_LIST = regex(r"お?買い?物|買う?い?もの|やること|やる事|to-?do|タスク", re.IGNORECASE)
_OF_LIST = regex(r"の(?:持ち物|持物|準備|支度)")
"""Behind a list's name, as a part of it."""
_QUOTED = regex(
    r"(?P<more>[^、。？?]{0,14}?)"
    r"(?:(?:って|っち|ち|と)(?:いう|の)?(?:旨|こと|話)?(?:を|で)?|の旨(?:を)?)[、 ]?"
    r"(?:代わりに|かわりに|一言|ひとこと|ちゃんと|感じで?)?"
    r"(?=伝|つたえ|送|おくっ|連絡|一報|知らせ|しらせ|教え|おしえ|言っ|いっ[てと]|頼[みむん]|返[しす]|打っ|書[いき]|かい[てと]|メモ|メッセ"
    r"|LINE|ライン|メール|リマインド|思い出|声[かを]|お声|お便り|文[をで遣]|届け|残し|覚え|お伝え|お願い|よろしく|通知)"
)
"""What is left of the words that are told, and how they are."""
_BOUGHT = regex(
    r"(?:^|[、。 ]|から|けど|ので|んで)([^、。 はがを]{1,14}?)(?:も|を|が|は|の)?"
    r"(?:買わな|買わん|買っと|買っておか|買い足|補充|切らし|切れそう|足りなく|仕入れ)"
)
_ANYTHING = regex(r"何|なに|なん|誰|それ|これ|あれ|もう|また|全部")
_WITH = regex(r"(?<=さん)と$|(?<=ちゃん)と$|(?<=くん)と$|(?<=[君様母父兄姉弟妹夫妻])と$")
_KEPT = regex(r"リマインダー|リマインド|メモ|お?知らせ")
_RUN = regex(r"[一-龠々ァ-ヶー]+$|^[一-龠々]{2}|^[ァ-ヶー]")
"""Letters that stand right before a word, or at its own head."""
_COUNT = regex(r"[\d一二三四五六七八九十]+[個本枚つ箱袋]")
_MADE = regex(r"(?:に(?:する|したい|しよう)|を?(?:作る|つくる)|用)(?:から|ので|けど|んで)")
"""Behind what is to be made of the things, and no such thing itself."""


def quoted(parts: Parts, plain: str) -> str:
    """All that is told, noted or reminded of, from where it was marked to 「と伝えて」; empty where it isn't
    said so: 「夕飯いら」 of 「夕飯いらないって送って」 is 「夕飯いらない」."""
    marked = parts.all("text")
    at = plain.find(marked[0]) if marked else -1
    if at < 0:
        return ""
    ends = (plain.find(one, at) + len(one) for one in marked if one in plain[at:])
    match = next((found for end in ends if (found := _QUOTED.match(plain, end))), None)
    if match is None or match["more"][:1] in ("に", "へ"):
        return ""
    return plain[at : match.end("more")]


def called_so(parts: Parts, plain: str) -> str:
    """What was marked of a text, without the 「の」 of 「水やりのリマインダー」."""
    said = re.sub(r"のこと?$", "", parts.one("text"))  # 「合鍵のこと」
    at = plain.find(said) if said else -1
    if at > 0 and (before := _RUN.search(plain[:at])) and not _RUN.match(said):
        said = before[0] + said  # 「飲む」 of 「サプリ飲むリマインダー」
    return said.removesuffix("の") if _KEPT.match(plain, plain.find(said) + len(said)) else said


def items(parts: Parts) -> list[str]:
    """Each thing, where a part of one was marked apart (「45リットル」の「ゴミ袋」) as one, and nothing that
    is to be made of them."""
    whole: list[Part] = []
    for part in (one for one in parts.parts if one.slot == "item"):
        if whole and parts.text[whole[-1].end : part.start] in ("の", "のお"):
            whole[-1] = Part(whole[-1].start, part.end, "item")
        else:
            whole.append(part)
    kept = [
        part
        for part in whole
        if not _MADE.match(parts.text, part.end) and not _COUNT.fullmatch(parts.text[part.start : part.end])
    ]
    return Parts(parts.text, tuple(kept or whole), parts.language).all("item")


def bought(plain: str) -> str:
    """What is to be bought, by the verb behind it, where nothing was marked."""
    match = _BOUGHT.search(plain)
    return uncalled(match[1], match[1]) if match and not _ANYTHING.search(match[1]) else ""


def whom(parts: Parts) -> str:
    """Whom it is for, without the 「と」 of 「おばあちゃんと話したい」."""
    return _WITH.sub("", parts.one("person"))


def event(parts: Parts) -> str:
    """What an event is called: its title, the last of several, with whom where that stands beside it; else
    with whom."""
    last = max((part.end for part in parts.parts if part.slot == "title"), default=0)
    near = [
        part
        for part in parts.parts
        if part.slot != "title" or part.end == last or not _apart(part, last, parts)
    ]
    told = Parts(parts.text, tuple(near), parts.language)
    title, whole = told.one("title"), told.one("title", "person")
    return whole if title in whole else title


def _apart(part: Part, last: int, parts: Parts) -> bool:
    """Whether other words stand between a title and the last one."""
    return any(letter in "、。 はがをでも" for letter in parts.text[part.end : last])


def list_name(parts: Parts, plain: str) -> str:
    """The list's name as it is kept here."""
    said = re.sub(r"の?リスト$", "", parts.one("list"))
    own = [found[0] for found in _OWN_LIST.finditer(plain)]
    if not said or any(said in one for one in own):  # a part of a name was marked
        said = next((one for one in own if said in one), "")
    elif behind := _OF_LIST.match(plain, plain.find(said) + len(said)):
        said += behind[0]
    return _LISTS.get(said.casefold(), said)
