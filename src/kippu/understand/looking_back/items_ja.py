"""What may be another item for the one that was just put on a list: 「じゃなくて豆乳」, 「やっぱりバナナ」.

Knows words; knows no list.
"""

from datetime import datetime

from kippu.regex import regex
from kippu.understand.when.japanese import find

_RATHER = regex(r"^(?:(?:あ|え|ごめん|いや)[、。 ]*)*やっぱ")
"""Begins what one thinks of the item, too: 「やっぱり無理」."""
_IN_ITS_PLACE = regex(r"(?:に|で)(?:して|お願い(?:します)?|頼む)?(?:ください|ね|よ)*$")
_BOUGHT = regex(
    r"[ァ-ヶー]{3,}$|[乳肉魚米茶水油酒粉糖塩酢卵豆麺菜芋果実柿桃梨栗紙剤薬液箱袋鹸]$"
    r"|(?:ぎゅうにゅう|たまご|とうふ|豆腐|味噌|みそ|醤油|しょうゆ|パン|ハム|ガム|電池|電球|弁当|牛丼|洗剤)$"
)
"""How things are called that are bought."""
_ANSWER = regex(
    r"不要|必要|無理|無用|ムリ|ダメ|だめ|駄目|大丈夫|結構|保留|撤回|却下|パス|ノー|イエス|オーケー|オッケー|^ok|中止|延期|後で|あとで"
    r"|後日|後回し|面倒|了解|承知|はい|いいえ|うん|反対|賛成|高価|高額|不安|心配|最[高悪]|残念|正解|間違|違|嫌|イヤ|ストップ|スルー"
    r"|待|十分|余計|勘弁|満足|納得|変更|確認|質問|本当|ホント|マジ|ラッキー|サンキュー|感謝|天気|気温|ニュース|予定|音楽|タイマー"
    r"|アラーム|メモ|リマインダー|カレンダー|何|誰|いつ|どこ|どれ|なぜ|(?<!ぶ)どう|ひとつ|週末|来[週月年]"
)
_ORDER = regex(r"^[てで]$|[一-龥][ぁ-ん]*[るうくすつぬむぶぐたてで]$|[てで]$")


def may_be_item(text: str, target: str, now: datetime) -> bool:
    """Whether what is said instead (``target`` of the sentence) is a thing as one writes it on a list."""
    if _ANSWER.search(target) or _ORDER.search(target) or find(target, now):
        return False
    return not _RATHER.match(text) or bool(_IN_ITS_PLACE.search(text) or _BOUGHT.search(target))
