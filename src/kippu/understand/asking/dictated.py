"""What is written down behind "What shall I note?": all that is said, be it an order or a question.

Knows the call that asked; the templates say whether it is another note, told whole.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.text import has_words, sentence, tidy

_SURE = 0.97
_CALLED_OFF = regex(
    r"(?:(?:oh|no|ok|okay|please|actually|sorry)[, ]+)*(?:cancel|stop|nothing|no|nope|never ?mind"
    r"|forget (?:it|that|about it)|(?:leave|skip|drop) it|not now|later|don't)"
    r"(?: (?:it|that|please|then|thanks|at all|the note))*"
    r"|(?:あ|いや|やっぱり?|ごめん|もう)?、?(?:メモ(?:は|を)?)?(?:しなくていい|キャンセル|取り消し|中止|なし|何も(?:ない)?|いい|もういい|やめ|やめる|やめとく"
    r"|結構|いらない|なんでもない|何でもない|後で|あとで)(?:し?て|で|に|です|や|よ|わ|ね|おく|ください)*",
    re.IGNORECASE,
)
_SAYS_NOTE = regex(
    r"\b(?:notes?|memo)\b|\b(?:write|note|jot)(?: (?:this|that|it))? down\b|メモ|書い|控え|覚え",
    re.IGNORECASE,
)
_LEAD = regex(r"^(?:that|about)\s+", re.IGNORECASE)


def asks_for_a_note(turn: Turn) -> bool:
    """Whether it was asked what to note, and nothing came along that isn't the person's own."""
    only = turn.asked[0] if len(turn.asked) == 1 and not (turn.outside or turn.schema) else None
    return only is not None and only.tool == "notes.add" and not only.arguments.get("text")


def dictated(turn: Turn, read: Callable[[str], Call | None]) -> Meaning:
    """The note; ``read`` is what the templates take a sentence for."""
    said = tidy(turn.text).strip(" .。")
    if not has_words(said):
        return Meaning("cues", _SURE, turn.asked)
    if _CALLED_OFF.fullmatch(said):
        return Meaning("cues", _SURE, (Call("help.never_mind"),))
    whole = read(sentence(turn.text, turn.language)) if _SAYS_NOTE.search(said) else None
    if whole and whole.tool == "notes.add":
        return Meaning("cues", _SURE, (whole,))
    return Meaning("cues", _SURE, (Call("notes.add", {"text": _LEAD.sub("", said)}),))
