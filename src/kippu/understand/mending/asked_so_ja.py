"""What is asked in half a sentence, or by having somebody look: 「電気オフ？」, 「鍵閉まってるか見て」 and
「電気消し忘れたかも」 ask how it stands. The first would be an order without its mark.

Knows what is of the home; knows no tool.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame
from kippu.understand.text import is_question

_ENDS = r"(?:です|だ|なの)?(?:か(?:な|しら)?|っけ|よね)"
_HALF = regex(
    r"(?P<what>.+?)[はがも、 ]*(?P<state>オン|オフ|点灯|消灯|起動|停止|オープン|クローズ|施錠|解錠|開錠"
    rf"|ロック|再生|ミュート)(?:済み?|中)?(?P<ends>(?:状態)?{_ENDS}|だったっけ)?",
    re.IGNORECASE,
)
_PLEASE = r"(?:ください|下さい|(?:くれ|もらえ)(?:る|ない|ますか|ませんか)|くれ|ほしい|ちょうだい|ね|よ)*"
_LOOKED = regex(
    r"(?P<asked>.+?(?:(?:て|で)(?:い)?(?:る|ない)|た))か(?:どうか)?(?:を|は|、)?(?:ちょっと)?"
    rf"(?:見て(?:きて|みて)?|みて|(?:確認|チェック)(?:を)?(?:して|お願い(?:します)?)|確かめて|調べて|教えて){_PLEASE}"
)
_FORGOTTEN = regex(
    r"(?P<asked>(?P<what>.+?)(?P<verb>つけ|点け|消し|けし|切り|止め|閉め|しめ|かけ)忘れ)"
    r"(?:(?:て(?:い)?(?:る|た)|た)(?:かも(?:しれ(?:ない|ません|ん))?|気がする|かな)(?:な|ね|よ|です)*"
    r"|て(?:い)?(?:ない|へん|ません|なかった)(?:です|か(?:な|ね)?|よね|っけ)*)"
)
_DOUBTED = regex(
    r"(?P<asked>.+?た)(?:覚え|記憶|気)(?:が|は|も)?(?:な(?:い|かった)|あり?ません|しない|しません)(?:んだ|です|けど|な|よ|ね)*"
)
_DOOR = regex(
    r"(?P<door>玄関|入り?口|勝手口|裏口)(?:のドア)?[はって]*(?:ちゃんと)?(?P<state>閉まっ|しまっ|開い|あい)てい?(?:る|ます)(?:か|の)*"
)
"""A door that one goes out by is shut where it is locked."""
_LIT = regex(r"オン|オフ|点灯|消灯", re.IGNORECASE)
"""Of all that is meant, unless a kind is named, the lights are: 「全部オフ？」."""
_STATES = (
    (regex(r"オン|点灯|起動", re.IGNORECASE), "ついてる"),
    (regex(r"オフ|消灯|停止|ミュート", re.IGNORECASE), "消えてる"),
    (regex(r"オープン"), "開いてる"),
    (regex(r"クローズ"), "閉まってる"),
    (regex(r"解錠|開錠"), "解錠されてる"),
    (regex(r"施錠|ロック"), "施錠されてる"),
    (regex(r"再生"), "流れてる"),
)
_MODES = r"(?:暖房|冷房|除湿|ドライ|送風)(?:モード|運転)?"
_MODE = regex(
    rf"(?:(?P<what>(?!今|いま|まだ|もう)[^、。]{{2,12}}?)(?:は|って|が|の|、)*)?(?:今|いま|まだ|もう|ちゃんと|ずっと|、)*{_MODES}"
    rf"(?:(?:か|と|それとも|、|\?| )+{_MODES})?[はがにの]*(?P<ends>(?:"
    r"なって(?:い)?(?:る|ます)|なった|(?:つけ|入れ|かけ)(?:っぱなし|たまま)|まま|中|どっち|どちら"
    r"|(?:変え|切り替え|し)(?:て(?:くれ|もらえ|い)?)?た|(?:に)?設定(?:されて|して)(?:い)?(?:る|ます))?"
    r"(?:に?なって(?:い)?(?:る|ます)|です|だ|なの|ん|の)*(?:か(?:な)?|っけ|よね|ね)*)"
)
"""Which mode is on: 「いま暖房？冷房？」, 「暖房に変えてくれた？」; a mode alone would be an order."""
_SURELY_ASKS = regex(r"(?:どっち|どちら|っけ|よね|か)$")


def as_whole(text: str, said: str, apart: Callable[[str], Frame]) -> str:
    """The sentence ``text`` as a whole question, where it was ``said`` as one of these; as it is otherwise.
    ``apart`` takes a text apart."""
    if door := _DOOR.fullmatch(text):
        return f"{door['door']}の鍵は{door['state']}てる？"
    if match := _LOOKED.fullmatch(text) or _FORGOTTEN.fullmatch(text) or _DOUBTED.fullmatch(text):
        whole = _forgotten(match) if "verb" in match.groupdict() else match["asked"]
        return f"{whole}？" if _is_of_the_home(apart(match["asked"])) else text
    if mode := _mode_asked(text, said, apart):
        return mode
    match = _HALF.fullmatch(text)
    if match is None or not (match["ends"] or is_question(said)):
        return text
    frame = apart(match["what"])
    if not _is_named(frame):
        return text
    lights = "電気は" if _LIT.match(match["state"]) and not (frame.mentions or frame.tells("kinds")) else ""
    return f"{lights}{match['what']}{next(so for words, so in _STATES if words.match(match['state']))}？"


def _mode_asked(text: str, said: str, apart: Callable[[str], Frame]) -> str | None:
    """The question for the mode of the air conditioner; None where another thing is named."""
    match = _MODE.fullmatch(text)
    if match is None or not (is_question(said) or _SURELY_ASKS.search(match["ends"])):
        return None
    if not match["what"]:
        return "エアコンのモードは？"
    frame = apart(match["what"])
    named = [thing.domain for mention in frame.mentions for thing in mention.things]
    if frame.leftover or frame.tells("verbs", "blocks") or any(domain != "climate" for domain in named):
        return None
    if named or frame.has("kinds", "climate"):
        return f"{match['what']}のモードは？"
    return f"{match['what']}のエアコンのモードは？" if frame.mentions and not frame.has("kinds") else None


def _forgotten(match: re.Match[str]) -> str:
    if match["verb"] in ("消し", "けし", "切り"):
        return f"{match['what'].rstrip('をはも、')}はついてる"
    return f"{match['asked']}てない"


def _is_of_the_home(frame: Frame) -> bool:
    key = frame.has("verbs", "lock", "unlock") or frame.has("states", "locked", "unlocked")
    return (frame.has("kinds") or bool(frame.mentions) or key) and not frame.has("blocks")


def _is_named(frame: Frame) -> bool:
    """Whether the words name something of the home, or all of it, and no more."""
    named = frame.tells("kinds", "all") or bool(frame.mentions)
    return named and not frame.leftover and not frame.tells("ask", "blocks")
