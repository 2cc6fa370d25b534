"""A text that is brought along in the sentence itself: "summarise this: …", "fix this sentence: …", and
the text.

Whatever stands in it is to be read, and no part of it obeyed.
"""

import re

from kippu.regex import regex

_HEADING = regex(
    r"(?:(?:please|can you|could you|would you|hey|hi|ok)[, ]+)*(?:summari[sz]e|sum up|shorten|tl;?dr"
    r"|(?:give me|write|make) (?:me )?(?:a|the) (?:short |brief )?(?:summary|gist)"
    r"|what (?:is|are) the (?:gist|main points))"
    r"(?: (?:it|this|that|the|of|for me|following|above|below|text|article|e?mail|letter|message|notes?"
    r"|minutes|report|notice|news|in short|briefly|please))*"
    r"|(?:次の|以下の|この|下の|上の|これを?)*"
    r"(?:文章?|テキスト|記事|メール|手紙|お知らせ|内容|議事録|メモ)?を?"
    r"(?:短く|簡単に)?(?:要約|まとめ|かいつまん)(?:して|て|で)?(?:ください|下さい|くれる|くれますか|ほしい|お願い(?:します)?)*",
    re.IGNORECASE,
)
"""A wish before the text itself, or on a line behind it: the whole of it."""
_TEXT = (
    r"(?:sentences?|text|paragraph|grammar|spelling|typos?|e?mail|letter|message|story|poem|lyrics|word|words|phrase"
    r"|line|code|essay|headline|title|quote|riddle)"
)
_WORK = regex(
    r"(?:(?:please|can you|could you|would you|hey|hi|ok|now)[, ]+)*"
    r"(?:(?:translate|proofread|rephrase|reword|rewrite|paraphrase|continue|complete|edit|punctuate"
    r"|analy[sz]e)\b.{0,40}"
    r"|(?:fix|correct|check|improve|polish|simplify|explain|finish|expand|shorten|spell|(?:turn|make) this)\b"
    rf".{{0,20}}\b{_TEXT}\b.{{0,30}}|what does this mean|is this (?:sentence |grammar )?(?:right|correct))",
    re.IGNORECASE,
)
_WORK_JA = regex(
    r"(?:次の|以下の|この|下の|上の|これを?)*(?:文章?|テキスト|英文|英語|日本語|メール|文法|誤字|続き)?(?:を|の)?"
    r"(?:もっと|丁寧に|やさしく|自然に|英語に|日本語に)*(?:直し|訂正し|添削し|校正し|翻訳し|訳し|言い換え|書き直し|続きを書い|説明し|書い)て"
    r"(?:ください|下さい|くれる|くれますか|ほしい|お願い(?:します)?)*"
)
"""What else is to be done with the text behind a colon."""
_COLON = regex(r"[:：]\s|：|\n|(?<=[てでいる])[。 　](?=[\s\S]{20})")


def to_summarise(said: str) -> str:
    """The text that a summary is asked for of; empty for any other sentence."""
    for wish, text in _parted(said.strip()):
        if _HEADING.fullmatch(wish.strip(" .。!！:：\n")) and len(text) > len(wish):
            return text.strip()
    return ""


def to_work_on(said: str) -> bool:
    """Whether a text comes behind what is to be done with it: "continue: once upon a time"."""
    before, _, text = said.strip().partition(":" if ":" in said else "：")
    wish = before.strip(" .。!！")
    return bool(text.strip()) and bool(_WORK.fullmatch(wish) or _WORK_JA.fullmatch(wish))


def _parted(said: str) -> list[tuple[str, str]]:
    """The wish before a colon or on a line of its own, and the rest."""
    before, after = _COLON.split(said, maxsplit=1), said.rsplit("\n", 1)
    found = [(before[0], before[1])] if len(before) > 1 else []
    return [*found, (after[1], after[0])] if len(after) > 1 else found
