"""What Japanese calls what a schema asks for: the counters of its numbers, what its texts are for, and what
usual values are called. Knows no sentence.
"""

import re
from collections.abc import Iterator, Mapping

from kippu.understand.by_schema.parameter import Parameter

ROLES: Mapping[str, tuple[str, str]] = {
    "from": (r"\b(?:from|origin|departure|source|start(?:ing)?)\b", r"出発|発地|乗車|元の|開始地点"),
    "to": (r"\b(?:to|destination|arrival|dest)\b", r"到着|目的地|行き先|行先|降車|届け先|配達先"),
    "person": (
        r"\b(?:person|recipient|contact|author|artist|guest|patient|customer|attendee|who|sender|assignee)\b",
        r"人の名|氏名|相手|担当|宛先|宛名|受取人|顧客|作者|著者|歌手|誰",
    ),
    "message": (
        r"\b(?:message|body|content|comment|text|note|memo|description|reason)\b",
        r"本文|メッセージ|文面|コメント|メモ|内容|文章|伝言|理由",
    ),
    "place": (
        r"\b(?:location|city|place|address|station|town|country|area|region|venue|room|shop|store"
        r"|restaurant)\b",
        r"場所|都市|市|町|地名|所在地|住所|駅|国|地域|エリア|会場|店|部屋|施設",
    ),
    "title": (
        r"\b(?:title|name|song|book|movie|film|item|product|dish|menu|subject|task|album|recipe"
        r"|drink|label)\b",
        r"題|タイトル|件名|曲|書名|本の|作品|商品|品名|名称|名前|メニュー|料理|品目|用件|作業",
    ),
    "topic": (
        r"\b(?:query|keyword|topic|search|genre|term|category|question|theme|ingredient)\b",
        r"キーワード|検索|話題|テーマ|ジャンル|種類|質問|材料|語",
    ),
}
"""What a text is for, by the words of its parameter in English and in Japanese; the first that is told."""
COUNTERS: Mapping[str, tuple[str, str]] = {
    "人|名": (
        r"people|persons?|guests?|passengers?|adults?|seats?|party|attendees|diners",
        r"人数|何人|名数|定員|大人",
    ),
    "泊": (r"nights?", r"泊"),
    "年間|年": (r"years?", r"年数|年間"),
    "か月|ヶ月|カ月": (r"months?", r"月数|か月"),
    "週間": (r"weeks?", r"週"),
    "日間|日": (r"days?", r"日数|日間"),
    "時間": (r"hours?", r"時間数|時間（?で"),
    "分間|分": (r"minutes?|mins?|duration", r"分"),
    "秒間|秒": (r"seconds?|secs?", r"秒"),
    "円|ドル|ユーロ|ポンド": (
        r"price|amount|budget|cost|money|fee|salary|principal|yen|income|bill|payment",
        r"金額|価格|予算|料金|値段|費用|円|借入",
    ),
    "度": (r"temperature|degrees?|angle|celsius", r"温度|気温|角度|度"),
    "キロメートル|キロ|km": (r"distance|kilomet(?:er|re)s?|km|radius", r"距離|半径|キロ"),
    "メートル|m": (r"met(?:er|re)s?|height|depth|length|width", r"メートル|高さ|深さ|長さ|幅"),
    "センチ|cm": (r"centimet(?:er|re)s?|cm|height|width|length", r"センチ|身長|cm"),
    "キログラム|キロ|kg": (r"weight|kilos?|kg|kilograms?|mass", r"体重|重さ|重量|kg"),
    "グラム|g": (r"grams?", r"グラム"),
    "歳|才": (r"age", r"年齢|歳"),
    "階": (r"floor|storey|level", r"階"),
    "回": (r"times|repeat|repetitions|count|reps", r"回数|回"),
    "%|パーセント|割": (
        r"percent(?:age)?|rate|discount|brightness|volume|level|tip",
        r"率|割合|パーセント|%|明るさ|音量",
    ),
    "個|枚|本|冊|つ|杯|台|部|袋|箱|点|羽|匹|通": (
        r"quantity|count|copies|number|pieces|cups|items|units|amount|servings|tickets|limit",
        r"個数|数量|枚数|本数|冊数|部数|件数|いくつ|杯|数",
    ),
}
"""Counters, and what a parameter is called whose number has them."""
FACTORS: Mapping[str, float] = {"秒": 1, "分": 60, "時間": 3600, "日": 86400, "週間": 604800}
"""Seconds of each length of time."""
USUAL: Mapping[str, str] = {
    "small": "小さい|小さめ|小さな|小|スモール|エス",
    "medium": "普通|中くらい|中|ミディアム|エム",
    "large": "大きい|大きめ|大きな|大|ラージ|エル",
    "high": "高い|高め|高|強|至急|急ぎ",
    "low": "低い|低め|低|弱",
    "normal": "普通|通常",
    "standard": "普通|通常|標準",
    "urgent": "至急|急ぎ|緊急",
    "express": "速達|急行|特急|お急ぎ",
    "economy": "エコノミー|普通席",
    "business": "ビジネス",
    "first": "ファースト",
    "one-way": "片道",
    "oneway": "片道",
    "round-trip": "往復",
    "roundtrip": "往復",
    "return": "往復",
    "cash": "現金",
    "card": "カード",
    "credit": "クレジット|カード",
    "breakfast": "朝食|朝ごはん|朝ご飯|朝",
    "lunch": "昼食|ランチ|昼",
    "dinner": "夕食|夕飯|晩ごはん|ディナー|夜",
    "morning": "朝|午前",
    "afternoon": "昼|午後",
    "evening": "夕方|夜",
    "night": "夜",
    "male": "男性|男",
    "female": "女性|女",
    "window": "窓側|窓際",
    "aisle": "通路側",
    "hot": "ホット|温かい|あったかい|熱い",
    "iced": "アイス|冷たい",
    "cold": "冷たい|アイス",
    "red": "赤",
    "blue": "青",
    "green": "緑",
    "black": "黒|ブラック",
    "white": "白",
    "yellow": "黄",
    "car": "車|自動車",
    "driving": "車|運転",
    "walking": "徒歩|歩い|歩き",
    "walk": "徒歩|歩い|歩き",
    "train": "電車|列車",
    "transit": "電車|バス|公共",
    "bus": "バス",
    "bicycle": "自転車",
    "bicycling": "自転車",
    "bike": "自転車|バイク",
    "daily": "毎日|日ごと",
    "weekly": "毎週|週ごと",
    "monthly": "毎月|月ごと",
    "yearly": "毎年",
    "once": "一度だけ|1回だけ|一回だけ",
    "japanese": "日本語|和食|日本",
    "english": "英語",
    "french": "フランス語|フレンチ|フランス",
    "chinese": "中国語|中華|中国",
    "italian": "イタリア語|イタリアン|イタリア",
    "korean": "韓国語|韓国",
    "spanish": "スペイン語|スペイン",
    "german": "ドイツ語|ドイツ",
    "celsius": "摂氏",
    "fahrenheit": "華氏",
    "easy": "簡単|かんたん|やさしい|易し",
    "hard": "難しい|難しめ",
    "open": "開い|未完了",
    "done": "完了|済み|終わった",
    "asc": "昇順|安い順|古い順|小さい順",
    "desc": "降順|高い順|新しい順|大きい順",
    "beef": "牛|ビーフ",
    "chicken": "鶏|チキン",
    "pork": "豚|ポーク",
    "vegetarian": "ベジタリアン|菜食|野菜",
    "single": "シングル",
    "double": "ダブル",
    "twin": "ツイン",
    "smoking": "喫煙",
    "today": "今日",
    "tomorrow": "明日",
    "work": "仕事",
    "home": "家|自宅",
    "private": "個人|非公開",
    "public": "公開",
    "rain": "雨",
    "metric": "メートル法",
    "km": "キロ",
}
"""What usual values are called."""
_TOLD_FOR = r"\s*(?:=|＝|:|：|は|が|→|[-–]|[(（「『])\s*"  # a dash
_OF_JAPANESE = r"([ぁ-ん一-龠々ァ-ヶー]{1,12})"


FLAGS: Mapping[str, str] = {
    "gift": "ギフト|プレゼント|贈り物",
    "wrap": "包装|ラッピング",
    "wrapping": "包装|ラッピング",
    "breakfast": "朝食|朝ごはん|朝ご飯",
    "smoking": "喫煙",
    "wifi": "Wi-Fi|ワイファイ|無線",
    "parking": "駐車",
    "insurance": "保険",
    "sugar": "砂糖",
    "milk": "ミルク|牛乳",
    "ice": "氷",
    "urgent": "至急|急ぎ|緊急",
    "quiet": "静か",
    "pet": "ペット|犬|猫",
    "pets": "ペット|犬|猫",
    "spicy": "辛",
    "notify": "通知|お知らせ",
    "repeat": "繰り返|くり返|リピート",
    "shuffle": "シャッフル",
    "private": "非公開|内緒",
    "color": "カラー",
    "colour": "カラー",
    "duplex": "両面",
    "sided": "両面",
    "receipt": "領収書|レシート",
    "delivery": "配達|デリバリー",
    "direct": "直行",
    "nonstop": "直行",
}
"""What yes-or-no parameters are about, by the words of their English names."""
AGAINST: Mapping[str, tuple[str, ...]] = {
    "smoking": ("禁煙",),
    "spicy": ("甘口",),
    "color": ("白黒", "モノクロ"),
    "colour": ("白黒", "モノクロ"),
}
"""What says no to them by one word."""


def role(parameter: Parameter) -> str:
    """What its text is for; empty where nothing tells."""
    names = " ".join(parameter.named)
    for told in (names, parameter.description.casefold()):
        for name, (english, japanese) in ROLES.items():
            if re.search(english, told) or re.search(japanese, told):
                return name
    return ""


def counters(parameter: Parameter) -> list[str]:
    """The counters of its number: those that its name tells, then those of its description."""
    found = []
    for told in (" ".join(parameter.named), parameter.description.casefold()):
        for counter, (english, japanese) in COUNTERS.items():
            if re.search(rf"\b(?:{english})\b", told) or re.search(japanese, told):
                found.append(counter)
    return list(dict.fromkeys(found))


def ways(value: str, parameter: Parameter) -> Iterator[str]:
    """What a value may be called: as it stands, as the description explains it, as it usually is."""
    yield value
    told, escaped = parameter.description, re.escape(value)
    for pattern in (
        rf"(?<![A-Za-z]){escaped}(?![A-Za-z])['\"」』]?{_TOLD_FOR}{_OF_JAPANESE}",
        rf"{_OF_JAPANESE}\s*(?:=|＝|→|[(（])\s*['\"「『]?{escaped}(?![A-Za-z])",
    ):
        for match in re.finditer(pattern, told):
            yield from (part for part in re.split(r"[・やか、]", match[1]) if part)
    yield from filter(None, USUAL.get(value.casefold().replace("_", "-"), "").split("|"))
