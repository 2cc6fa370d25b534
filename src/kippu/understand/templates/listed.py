"""Where a list's name ends: 「ほしいものリスト」, and 「牛乳リストに入れて」 without the を of an item.

Knows calls and the names of the lists that there are.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.phrases.final_mo import whole

_SHOPPING = "shopping"
_IS_ADDED = regex(
    r"(?:(?:追加|登録|記入)(?:を)?(?:お願い(?:します)?|し)?|(?:入れ|いれ|足し|加え|書い)(?=[てと]))(?:て|といて|ておいて)?"
    r"(?:ください|下さい|(?:くれ|もらえ)(?:る|ない|ますか|ませんか)|くれ|ほしい|ちょうだい|ね|よ)*"
)
"""No item, but what is done with one."""
_IS_MORE = regex(r"[、,を]|[ぁ-ん]て$|(?:から|ので|んで)$")
"""What is no item either."""
_OTHERWISE = regex(
    r"(?:プレイ|ブラック|ホワイト|ウィッシュ|ウイッシュ|チェック|ショート|タスク|フレンド|セット|ベスト|マイ|再生|視聴)$"
    r"|^(?:[こそあど](?:の)?|別|他|ほか|同じ|上|下|前|次|いつも)の?$"
    r"|(?:今日|明日|あした|明後日|今夜|今晩|[今来先]週|[今来]月|週末|曜日?|後|時|分)$"
)
"""What is of another word, points at some list or says when: 「プレイリスト」, 「そのリスト」."""
_OF_A_LIST = regex(
    r"(?:旅行|持ち物|もちもの|荷物|準備|土産|みやげ|プレゼント|ギフト|映画|ドラマ|アニメ|動画|音楽|曲|歌|本|漫画|マンガ|ゲーム"
    r"|レシピ|献立|メニュー|料理|店|レストラン|仕事|作業|宿題|勉強|課題|目標|夢|候補|家事|掃除|予定|イベント|会議|出張|連絡先?|住所"
    r"|電話|名簿|友達|家族|会社|学校|個人|共有|誕生日|クリスマス|引っ?越し|キャンプ|パーティー?|結婚式|気に入り|もの|物|こと"
    r"|[しいた]い)$"
)
"""What lists are called after, more often than it is bought: 「旅行リスト」, 「見たいリスト」."""

_OF_ITS_LIST = regex(r"([^、。]{1,15}?)(?:の)?リスト(?:の|から|で|、)(.+)")
"""An item with its list before it, which is no part of its name."""


def of_things(call: Call, text: str) -> Call:
    """The call; of a list of things with the whole of that word, whose の may also stand before 「リスト」;
    and with the whole item, whose も may be "too" as well."""
    if not call.tool.startswith("lists.") or text.isascii():
        return call
    given = dict(call.arguments)
    if call.tool == "lists.check" and (parted := _OF_ITS_LIST.fullmatch(str(given.get("item", "")))):
        given |= {"list": parted[1], "item": parted[2]}
    if (said := str(given.get("list", ""))).endswith("も") and f"{said}のリスト" in text:
        given["list"] = f"{said}の"
    if given.get("item"):
        given["item"] = whole(str(given["item"]), text)
    return Call(call.tool, given)


def on_its_list(call: Call, lists: Sequence[str]) -> Call:
    """The call; of what is named before 「リスト」 an item to buy, unless there is or may be a list of that
    name, for which nothing was said then."""
    if call.tool != "lists.add" or not _IS_ADDED.fullmatch(str(call.arguments.get("item", ""))):
        return call
    said = str(call.arguments.get("list", ""))
    known = said in lists or not said
    if not known and (_IS_MORE.search(said) or _OTHERWISE.search(said)):
        return call
    known = known or bool(_OF_A_LIST.search(said))
    return Call(call.tool, {"list": said, "item": ""} if known else {"list": _SHOPPING, "item": said})
