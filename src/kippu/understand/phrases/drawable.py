"""Whether words can be what one draws, "a cat" and not "a conclusion"; and the style that they name.

Knows words alone; which styles there are, the painters know.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_LONGEST = 300
"""Letters of what is drawn; more is a text that has "draw" in it."""
_HOME = r"(?:curtains?|blinds?|shades?|drapes?|shutters?)"
_NOTHING_EN = regex(
    r"^(?:up|out|near(?:er)?|on|upon|from|back|down|away|in|into|to|off|over|together|attention|inspiration|"
    r"blood|straws|lots|water|money|cash|power|heat|strength|level|even|conclusions?|comparisons?|parallels?|"
    r"it|that|this|them|these|those|me|us|you|your|one|ones|what|how|why|when|if|whether)\b(?!-)"
    r"|^(?:(?:a|an|the|my|our|some|any|another|all|straight|random|new|your|quick|simple)? ?)*(?:lines?|"
    r"conclusions?|comparisons?|distinctions?|parallels?|blanks?|baths?|cards?|numbers?|names?|lots?|winners?|"
    r"crowds?|breaths?|attention|diagrams?|charts?|graphs?|plots?|flow ?charts?|tables?|maps?|timelines?|"
    r"mind ?maps?|schemas?|plans?|blueprints?|floor ?plans?|org charts?|uml|lists?|contracts?|wills?|"
    r"salary|pension|inspiration)\b"
    rf"|^(?:(?:the|my|our|all|those|these|every|both)\b.* ?)?{_HOME}\b"
    r"|^(?:my|our|your|his|her|their) (?:wife|husband|kids?|children|family|house|home|face|room|screen)\b"
    r"|^(?:an? )?(?:note|list|memo|reminder|message|story|poem|e?-?mail) (?:with|about|on|to|for)\b"
    r"|\b(?:and|then)(?: then| also| please)? (?:turn|switch|set|open|close|shut|play|add|tell|remind|send|"
    r"call|put|lock|unlock|start|stop|dim|email|text|print|wake|explain|write)\b",
    re.IGNORECASE,
)
_WALLS = regex(
    r"\b(?:rooms?|walls?|ceiling|fence|kitchen|bath ?room|bed ?room|living room|hall(?:way)?|garage|deck|"
    r"nails?|cabinets?|doors?|house|car|bike|furniture|floor|porch|shed)$",
    re.IGNORECASE,
)
"""What one paints with a brush, where it is the person's own: "the wall", "my nails"."""
_OWN = regex(r"^(?:the|my|our|your|this|that|these|those|his|her|their|a room|a wall)\b", re.IGNORECASE)
_NOTHING_JA = regex(
    r"^(?:それ|これ|あれ|そこ|ここ|線|直線|図|グラフ|表|図表|地図|フローチャート|設計図|図面|弧|私|わたし|僕|俺|"
    r"自分|さっき|前|以前|最近|今日|昨日|この前|今まで|これまで|全部|みんな|何|なに|誰|どんな|別|他|ほか|もう)$"
    r"|カメラ|防犯|玄関"
    r"|(?:電気|照明|ライト|エアコン|暖房|テレビ|カーテン|ブラインド|シャッター|鍵|ドア|窓|扇風機|音楽)を?"
    r"(?:つけ|点け|消し|切っ|開け|閉め|止め|かけ|流し)て(?!い|る)"
    r"|(?:タイマー|アラーム|リマインダー).*(?:て|、|から)"
)
_WRITTEN_JA = regex(
    r"(?:手紙|文|文章|詩|メモ|メール|日記|物語|小説|話|コード|プログラム|レポート|報告書|記事|作文|感想|感想文|返事|"
    r"名前|字|文字|漢字|ひらがな|カタカナ|俳句|短歌|歌詞|曲|リスト|履歴書|台本|あらすじ|スピーチ|汗|恥|あぐら|頭|"
    r"いびき|べそ|裏|住所|答え|理由|予定|レシピ|リマインダー|メッセージ|こと|もの)$"
)
"""What one writes, or has: かく is 書く too, and 汗をかく."""
_PICTURE_JA = regex(r"(?<=[いうくすつぬふむるぐだた])(?:絵|イラスト|スタンプ|画像)$")
"""The picture itself behind what it shows: 「眠っている猫の」 has none, 「猫が眠っている絵」 has one."""
_STYLE_EN = regex(
    r"^(?P<what>.+?),? in (?:the style of (?P<of>.+?)|(?:the |a )?(?P<named>[\w-]+(?: emoji)?) style)$",
    re.IGNORECASE,
)
_STYLE_JA = regex(r"^(?P<style>[A-Za-z][A-Za-z -]*)(?:風|ふう|スタイル|調)(?:の|で|に)(?P<what>.+)$")
_OF_ITS_OWN = regex(
    r"^(?:(?:please|hey|ok|okay|now|can you|could you|would you|will you)[ ,]+)*"
    r"(?:draw|sketch|doodle)(?: (?:me|us))? (?P<what>(?:an?|some|two|three|four|five|[2-5]) .+)$",
    re.IGNORECASE,
)
"""Something that isn't there yet: "draw a door" shuts none, and "draw a heart" is no figure of speech."""


def is_picture(text: str, language: Language) -> bool:
    """True for what can be nothing but a picture, though a thing of the home may be called so."""
    found = _OF_ITS_OWN.match(text) if language == "en" else None
    if found is None or re.search(rf"\b{_HOME}\b", text, re.IGNORECASE):
        return False
    return to_draw(found["what"], text, language) is not None


def to_draw(words: str, text: str, language: Language) -> tuple[str, str] | None:
    """What is to be drawn and the style's name (empty without one); None where the words are no such thing.

    ``text``: the whole sentence, for "paint" alone can be meant with a brush.
    """
    words = words.strip()
    if language == "ja":
        words = _PICTURE_JA.sub("", words)
    if len(words) > _LONGEST:
        return None
    if language == "ja":
        written = "描" not in text and "絵" not in text and _WRITTEN_JA.search(words)
        if written or _NOTHING_JA.search(words):
            return None
        match = _STYLE_JA.match(words)
        return (match["what"], match["style"].strip()) if match else (words, "")
    if _NOTHING_EN.search(words):
        return None
    if re.search(r"\bpaint\b", text, re.IGNORECASE) and _OWN.search(words) and _WALLS.search(words):
        return None
    match = _STYLE_EN.match(words)
    return (match["what"], match["of"] or match["named"]) if match else (words, "")
