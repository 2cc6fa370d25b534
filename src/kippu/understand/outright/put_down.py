"""A text that came along, which is to be put on a list or noted down: it is said that nothing of it was.

Such a text is read and never acted on: what is kept of it would later be told as the person's own. What they
say in the sentence itself is theirs. Knows words alone.
"""

import re

from kippu.regex import regex
from kippu.turn import Language, Meaning, Turn
from kippu.understand.text import tidy

_SURE = 0.95
_THIS_EN = (
    r"(?: (?:all|everything|each|every|one|of|in|on|these|those|this|that|the|it|them|here|below|lines?"
    r"|items?|things|text|list|file|input|following))*"
)
_LIST: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:please |can you |could you |kippu,? )*(?:add|put|write|append|save|copy|stick)"
        rf"{_THIS_EN}(?: down)? (?:to|on|onto|in|into) (?:(?:my|the|our|an?|new) )*(?:[\w-]+ ){{0,3}}?"
        r"(?:list|to-?dos?|groceries)(?:,? please)?"
        r"|(?:please |can you )?(?:make|create|start) (?:me )?an? (?:[\w-]+ ){0,3}list (?:out )?"
        r"(?:of|from|with) (?:this|that|it|these|them|the \w+)",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:これ|それ|この|以下|次|ここ|全部|ぜんぶ|すべて|内容|中身|行|項目|もの|テキスト|ファイル|[らをのは、に]|ある)*"
        r"(?:[^、。]{1,10}リスト|買い物|やること)(?:に|へ)(?:これ|それ|全部|ぜんぶ|すべて|[らをも])*"
        r"(?:追加|入れ|いれ|書い|足し|加え|載せ|登録|保存)(?:し)?(?:て|といて|ておいて)?(?:ください|下さい|くれる|ほしい|ね|よ|お願い(?:します)?)*",
    ),
}
_NOTE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:please |can you |could you |kippu,? )*"
        r"(?:(?:make|take|write|keep|save)(?: me)? (?:an? )?notes? (?:of|from|with|about)"
        r" (?:this|that|it|these|the \w+)"
        r"|(?:note|write|jot) (?:(?:this|that|it|these) down|down (?:this|that|it|these))"
        r"|(?:save|keep|add|put|store) (?:this|that|it|these)"
        r" (?:as an? note|(?:to|in|into) (?:my |the )?notes)"
        r"|remember (?:this|that))"
        r"(?:,? please)?",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:これ|それ|この|以下|次|全部|ぜんぶ|内容|中身|テキスト|文章?|ファイル|[らをのは、])*"
        r"(?:(?:メモ|ノート)(?:に|へ)?(?:を)?(?:し|取っ|とっ|追加し|残し|書い|保存し|入れ)|書き留め|覚え)(?:て|といて|ておいて)"
        r"(?:ください|下さい|くれる|ほしい|ね|よ)*",
    ),
}
_TOLD = {
    "list": (
        "Nothing was added: I only read a text that comes along, and never act on it. Say what is to go on"
        " the list in the sentence itself, such as “add milk, eggs to my shopping list”.",
        "何も追加していません。いっしょに渡された文は、読むだけで、リストには入れません。"
        "「買い物リストに牛乳、卵を追加して」のように、入れるものを文の中で言ってください。",
    ),
    "note": (
        "Nothing was noted: I only read a text that comes along, and never act on it. Say what is to be noted"
        " in the sentence itself, such as “take a note: the key is under the pot”.",
        "何もメモしていません。いっしょに渡された文は、読むだけで、メモには残しません。"
        "「メモ：鍵は植木鉢の下」のように、書くことを文の中で言ってください。",
    ),
}


def put_down(turn: Turn) -> Meaning | None:
    """What is said where a text that came along is to be kept; None for any other sentence."""
    if not turn.outside or turn.schema:
        return None
    said, language = tidy(turn.text).strip(" .!?。！？"), turn.language
    for kind, words in (("list", _LIST), ("note", _NOTE)):
        if words[language].fullmatch(said):
            return Meaning("cues", _SURE, question=_TOLD[kind][language == "ja"])
    return None
