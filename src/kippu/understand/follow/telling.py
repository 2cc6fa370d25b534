"""What is to be told besides, and what "go on" means after talk: the story, not the music.

Knows the turn and what was done last, no home.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.follow.phrases import en, ja
from kippu.understand.text import sentence

_STOPS = ("pause", "stop")
_GO_ON = {
    "en": en(
        r"(?:yes |yeah |well )*(?:go on|carry on|keep going|continue|keep (?:talking|telling))"
        r"(?: (?:with|telling|about) (?:it|that|me|us)| (?:it|that))?"
    ),
    "ja": ja(
        r"(?:うん、?|はい、?|もっと|その|お?話の?|物語の?)*(?:を|の)*"
        r"(?:続け|つづけ|続き(?:を|は|が)?(?:話し|聞かせ|教え|お?願い(?:し)?|知りたい)?)"
    ),
}


def goes_on_telling(turn: Turn) -> bool:
    """True where the turn before was talk, and this one wants more of it.

    Not where a player was stopped before that talk: then it may be the music that shall go on.
    """
    if (
        not turn.after_talk
        or turn.asked
        or any(call.arguments.get("command") in _STOPS for call in turn.earlier)
    ):
        return False
    return _GO_ON[turn.language].fullmatch(sentence(turn.text, turn.language).casefold()) is not None


_TOLD = (".show", ".list", ".status", ".all")
"""How tools are called that tell what is kept."""
_TOLD_OF = regex(r"予定|アラーム|目覚まし|リマインダー|タイマー|リスト|メモ|天気|気温|温度|湿度")


def asked_too(text: str, calls: Sequence[Call]) -> str:
    """A Japanese piece behind what was told, as a question: 「明日の予定も」 is 「明日の予定を教えて」."""
    told = bool(calls) and calls[-1].tool.endswith(_TOLD)
    if told and calls[-1].tool.startswith("lists.") and not _TOLD_OF.search(text):
        return text  # 「牛乳も」 is put on the list
    return f"{text[:-1]}を教えて" if told and text.endswith("も") else text
