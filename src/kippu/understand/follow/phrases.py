"""How a short sentence that follows on another is put: politely, with a word before it, of "it"."""

import re

from kippu.regex import regex

THAT = (
    r"(?:it|that|this|them|that one|this one|(?:the|that|this|my) (?:timer|alarm|reminder|note|item|"
    r"event|appointment|meeting|last one|list))"
)
_POLITE_JA = (
    r"(?:て|で|といて|とい て|ておいて)?(?:ください|下さい|くれる|くれますか|もらえる|もらえますか|ほしい|"
    r"ちょうだい|お願い|"
    r"お願いします|ね|よ)*$"
)
_START = (
    r"^(?:(?:never ?mind|please|actually|no|ok|okay|oh|wait|and|now|then|just|can you|could you|also|sorry"
    r"|oops|whoops|hang on|hold on|not yet)[ ,]+)*"
)
_END = r"(?:[ ,]+(?:please|again|after all|now|then|too|instead|thanks))*$"
IT_JA = (
    r"(?:それ|これ|あれ|(?:今|さっき|いま|先ほど)の(?:やつ|もの|こと|操作|指示|命令)?"
    r"|その(?:タイマー|アラーム|リマインダー|メモ|リスト))?(?:を|は)?"
)


NO_SEQUEL = regex(
    r"(?:what|which|who)\b|(?:今|いま|まだ)?(?:何|なに|どれ|どの|誰|だれ)|.*たい(?:な|よ|です|の|けど)*$",
    re.IGNORECASE,
)
"""Asks for more than what was spoken of, or is a wish about oneself: 「もうやめたい」."""
_NOUNS = regex(
    r"\b(?:the|that|this|my) (?:(?P<bells>timer|alarm|reminder)|(?P<notes>note)|(?P<lists>item|list)"
    r"|(?P<calendar>event|appointment|meeting))\b|その(?:(?P<bells_ja>タイマー|アラーム|リマインダー)"
    r"|(?P<notes_ja>メモ)|(?P<lists_ja>リスト))"
)
_BELLS = frozenset({"timers", "alarms", "reminders"})


def may_mean(folded: str, tool: str) -> bool:
    """Whether the sentence's "the note" can be what the tool made: "it" can be anything, and what rings is
    called now a timer and now an alarm."""
    match, skill = _NOUNS.search(folded), tool.partition(".")[0]
    kind = match.lastgroup.removesuffix("_ja") if match and match.lastgroup else None
    return kind is None or kind == ("bells" if skill in _BELLS else skill)


def en(pattern: str) -> re.Pattern[str]:
    """An English sentence that is this, with what people say around it."""
    return re.compile(f"{_START}(?:{pattern}){_END}")


def ja(pattern: str) -> re.Pattern[str]:
    """The same in Japanese."""
    return re.compile(
        rf"^(?:(?:やっぱり|やっぱ|じゃあ|あ、|ごめん|もういい(?:よ|や|わ|です)?(?=、|。|戻)))?[、。]?(?:{pattern}){_POLITE_JA}"
    )
