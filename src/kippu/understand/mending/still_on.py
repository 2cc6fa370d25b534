"""Everything that is still on: "turn off what's still on", 「ついてるの消して」; and whether all is off,
「全部消えてる？」 by itself. Said again with the words that the home's readers know.

Knows words alone.
"""

import re

from kippu.regex import regex
from kippu.turn import Language, Turn
from kippu.understand.text import is_question

_OFF: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?P<lead>(?:(?:please|ok|okay|then|and|now|so|can you|could you)[, ]+)*)(?:turn|switch) off "
        r"(?:what(?:'s| is|ever is|ever's)|everything (?:that's|that is|which is)?"
        r"|anything (?:that's|that is)"
        r"|all that(?:'s| is)) ?(?:still |left )?(?:turned |switched )?on(?: still)?(?:,? please| now)*",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:じゃあ|まだ|、)*(?:ついて|点いて)い?る(?:の|もの|やつ|ところ)(?:は|を|、)?(?:全部"
        r"|ぜんぶ|みんな)?(?:は|を)?"
        r"(?P<lead>)(?P<do>(?:消|けし)[^、。]*)"
    ),
}
_ALL_OFF_JA = regex(
    r"(?:全部|ぜんぶ|すべて|全て|みんな)(?:ちゃんと)?消えて(?:い)?(?:る|ます)(?:の|か|かな|よね)*"
)
_WAIT = regex(
    r"^(?:(?:oh|hey)[, ]+)?(?:wait|hang on|hold on|one (?:moment|second))(?: a (?:moment|second|minute))?, "
    r"(?=\S+ \S+)",
    re.IGNORECASE,
)
_NO_WAIT = regex(r"^(?:oh )?no,? wait,? (?=\S)", re.IGNORECASE)


def still_on(text: str, turn: Turn) -> str:
    """The sentence said so; any other as it is. ``text`` as ``text.tidy`` gives it."""
    said = text.rstrip(" .?!。？！")
    if turn.language == "en":
        if any(call.tool == "home.state" for call in turn.earlier):
            return text  # of what was looked at
        bare = _NO_WAIT.sub("no, ", _WAIT.sub("", text))
        return "turn off everything" if _OFF["en"].fullmatch(_WAIT.sub("", said)) else bare
    if match := _OFF["ja"].fullmatch(said):
        return f"全部{match['do']}"
    if not turn.earlier and is_question(turn.text) and _ALL_OFF_JA.fullmatch(said):
        return "電気は全部消えてる？"
    return text
