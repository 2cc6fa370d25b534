"""A text that is brought along in the sentence itself: "summarise this: …", and the text.

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
_COLON = regex(r"[:：]\s|：|\n|(?<=[てでいる])[。 　](?=[\s\S]{20})")


def to_summarise(said: str) -> str:
    """The text that a summary is asked for of; empty for any other sentence."""
    for wish, text in _parted(said.strip()):
        if _HEADING.fullmatch(wish.strip(" .。!！:：\n")) and len(text) > len(wish):
            return text.strip()
    return ""


def _parted(said: str) -> list[tuple[str, str]]:
    """The wish before a colon or on a line of its own, and the rest."""
    before, after = _COLON.split(said, maxsplit=1), said.rsplit("\n", 1)
    found = [(before[0], before[1])] if len(before) > 1 else []
    return [*found, (after[1], after[0])] if len(after) > 1 else found
