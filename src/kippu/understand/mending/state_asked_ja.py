"""Japanese behind what was done at home: whether it came about, 「電気も消えた？」, and what
brings a colour back that was set before: 「青に戻して」.

Said again as the questions and orders that are read by themselves. Knows words and the turn before.
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.cues import Frame
from kippu.understand.text import is_question

_CAME_ABOUT = regex(
    r"(?P<what>[^、。]{1,10}?)(?:は|も|が)(?:ちゃんと|もう|全部|ぜんぶ|みんな|本当に|ほんとに)*"
    r"(?P<does>消え|つい|点い|閉まっ|開い|止まっ)た(?:の|か|かな|よね|っけ)*"
)
_NAMED = regex(r"予定|メール|荷物|アラーム|目覚まし|店|駅|^火")
_BACK = regex(r"(?:やっぱり?|やはり|いや|、)*(?P<what>[^、。]{1,8}?)に(?:戻し|もどし)て?(?P<please>[^、。]*)")


def state_asked(text: str, turn: Turn, apart: Callable[[str], Frame]) -> str:
    """The whole sentence; any other as it is. ``text`` as ``text.sentence`` gives it."""
    homes = bool(turn.earlier) and turn.earlier[-1].tool.startswith("home.")
    if turn.asked or not homes:
        return text
    asks = is_question(turn.text)
    if asks and (came := _CAME_ABOUT.fullmatch(text)) and not _NAMED.search(came["what"]):
        frame = apart(came["what"])
        if frame.has("kinds") or frame.mentions:
            return f"{came['what']}は{came['does']}てる？"
    if (back := _BACK.fullmatch(text)) and not asks:
        frame = apart(back["what"])
        if frame.has("colors") and not (frame.mentions or frame.has("kinds") or frame.leftover):
            return f"{back['what']}にして"
    return text
