"""The reply to "Which one: the eggs timer or the pasta timer?": one of what was offered, or several.

Knows the words that were offered and the calls that they stand for; things of the home that are named
otherwise are another reader's affair.
"""

import re
from collections.abc import Sequence

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.asking.asking_back import which_of
from kippu.understand.fitting import named
from kippu.understand.text import sentence, tidy

_SURE = 0.97
_EDGES = " .!?,。！？、"
_YES = regex(
    r"(?:yes|yeah|yep|yup|sure|ok(?:ay)?)(?:,? please)?|はい|うん|ええ|お願い(?:します)?", re.IGNORECASE
)
_NONE = regex(
    r"(?:neither|none)(?: of (?:them|these|those|the two))?|no one"
    r"|(?:どれ|どちら|どっち)でも(?:ない|ありません)(?:です)?"
    r"|(?:どれ|どちら|どっち)も(?:違う|違います|いらない|いい)(?:です)?",
    re.IGNORECASE,
)
_HEAD = regex(r"^(.+?)\s*[(（].*[)）]$")
_FILLERS = frozenset(
    "the a an my one ones please i i'd like meant mean want it is it's that this just only o'clock s "
    "for of to with at on about called no not um uh er well".split()
)
_VERBS = {
    "cancel": "cancel stop delete remove end kill", "remove": "remove delete cancel erase take",
    "check": "check tick cross off", "pause": "pause stop hold", "resume": "resume continue", "move": "move",
    "call": "call phone ring", "message": "text message", "mail": "mail email", "show": "show read open",
    "clear": "clear empty", "find": "find show",
}  # fmt: skip
"""By what a tool does: the words with which a reply says so again."""
_ENDS_JA = "キャンセル 取り消 取消 とりけし 削除 消 けし 止 とめ やめ"
_VERBS_JA = {
    **dict.fromkeys(("cancel", "remove", "clear"), _ENDS_JA), "check": "完了 チェック 消 けし",
    "pause": "一時停止 止 とめ", "resume": "再開", "move": "変", "call": "電話",
    "message": "送", "mail": "送", "show": "見せ", "find": "見せ", "status": "見せ", "list": "見せ",
}  # fmt: skip
"""The same in Japanese; whoever says another verb orders something else."""
_LEAD_JA = regex(r"^(?:(?:えっと|えーと|あの|その|じゃあ|では|もちろん)、?)+")
_TAIL_JA = regex(
    r"(?:の)?(?:ほう|方|やつ|ヤツ|もの|分)?(?:だけ)?(?:を|に|で|は|へ)?"
    r"(?:(?P<verb>キャンセル(?:し)?|取り消し|取消し?|とりけし|削除(?:し)?|消し|けし|止め|とめ|一時停止(?:し)?|再開(?:し)?"
    r"|完了にし|チェックし|変え|変更し|見せ|電話し|送っ|やめ)|お願い(?:し)?)?"
    r"(?:て|ます|です|だ|だよ|でいい|でお願い|ください|下さい|ね|よ|さい|る)*$"
)
_ORDER = (
    "first 1st 最初 1番目 1番 1つ目 1個目", "second 2nd 2番目 2番 2つ目 2個目", "third 3rd 3番目 3番 3つ目",
    "fourth 4th 4番目 4番 4つ目",
)  # fmt: skip
_NTH = {
    **{word: at for at, words in enumerate(_ORDER) for word in words.split()},
    **dict.fromkeys(("last", "最後"), -1),
}
_ONE = {
    "en": regex(r" ones?(?: please)?$"),
    "ja": regex(r"(?:の)?(?:ほう|方|やつ|ヤツ)(?:を|に|で|ね|よ|お願い|して|です)*$"),
}
"""Stands for a thing of the home, of which the words before it tell: "the desk one"."""
_AND = regex(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|、|と(?=.)", re.IGNORECASE)


def chosen(turn: Turn, names: Names) -> Meaning | None:
    """What the person chose of what was offered, or that it is none of it; the question again for a yes and
    for words that fit several; None for any other sentence."""
    if len(turn.offered) < 2 or turn.outside:
        return None
    said = _plain(turn.text)
    if _YES.fullmatch(said) and turn.history:
        return Meaning(
            "cues", _SURE, question=turn.history[-1].text, proposed=turn.asked, choices=turn.offered
        )
    if _NONE.fullmatch(said):
        return Meaning("cues", _SURE, (Call("help.never_mind"),))
    found = _meant(turn, said) or _known_as(turn, said, names)
    if len(found) > 1 and _are_alike(turn, found):
        found = found[-1:]
    several = found or _several(turn, said)
    calls = tuple(named(turn.asked[at], names) for at in several)
    if len(found) > 1:
        words = tuple(turn.offered[at] for at in found)
        return Meaning("cues", _SURE, question=which_of(words, turn.language), proposed=calls, choices=words)
    return Meaning("cues", _SURE, calls) if calls else None


def _are_alike(turn: Turn, found: Sequence[int]) -> bool:
    """Whether only how much is left of them tells these timers apart; then the one is meant that was started
    last."""
    heads = {_HEAD.sub(r"\1", turn.offered[at]) for at in found}
    return len(heads) == 1 and all(turn.asked[at].tool.startswith("timers.") for at in found)


def _known_as(turn: Turn, said: str, names: Names) -> list[int]:
    """The same by any name of a thing: "the floor one" of the Living Room Lamp, which is a floor lamp."""
    if not _ONE[turn.language].search(said):
        return []
    ways = [" ".join(_ways(call, names)) for call in turn.asked]
    return (_fits_ja if turn.language == "ja" else _fits_en)(said, ways, turn.asked) if all(ways) else []


def _ways(call: Call, names: Names) -> tuple[str, ...]:
    given = call.arguments.get("name")
    thing = next((one for one in names.things if given in {one.name, one.id}), None)
    return (thing.name, *thing.aliases) if thing else ()


def _several(turn: Turn, said: str) -> list[int]:
    """All that "eggs and pasta" names, if each part of it is one."""
    parts = _AND.split(said)
    each = [_meant(turn, part) for part in parts] if len(parts) > 1 else []
    return list(dict.fromkeys(at for found in each for at in found)) if all(len(f) == 1 for f in each) else []


def _meant(turn: Turn, said: str) -> list[int]:
    """Places of what the words fit: exactly; else the part before the brackets; else some words of it."""
    offered = [_plain(words) for words in turn.offered]
    exact = [at for at, words in enumerate(offered) if words == said]
    homes = all(call.tool.startswith("home.") for call in turn.asked)
    if exact or (homes and not _ONE[turn.language].search(said)):
        return exact[:1]
    heads = [at for at, words in enumerate(offered) if (head := _HEAD.match(words)) and head[1] == said]
    fits = _fits_ja if turn.language == "ja" else _fits_en
    return heads or fits(said, offered, turn.asked)


def _fits_en(said: str, offered: Sequence[str], asked: Sequence[Call]) -> list[int]:
    words = [word for word in _words(said) if word not in _FILLERS]
    verb = asked[0].tool.partition(".")[2].partition("_")[0]
    again = _VERBS.get(verb, "").split()
    while words and words[0] in again:
        words = words[1:]
    if len(words) == 1 and (nth := _nth(words[0], len(offered))):
        return nth
    there = [set(_words(each)) for each in offered]
    fitting = [at for at, each in enumerate(there) if words and set(words) <= each]
    return fitting if len(fitting) < len(offered) else []


def _words(text: str) -> list[str]:
    """Its words without endings of the plural."""
    return [
        word[:-1] if len(word) > 3 and word.endswith("s") else word
        for word in re.findall(r"\w+(?:'\w+)?", sentence(text, "en").casefold())
    ]


def _fits_ja(said: str, offered: Sequence[str], asked: Sequence[Call]) -> list[int]:
    led = _LEAD_JA.sub("", sentence(said, "ja").casefold())
    tail = _TAIL_JA.search(led)
    again = _VERBS_JA.get(asked[0].tool.partition(".")[2].partition("_")[0])
    if tail and tail["verb"] and again and not tail["verb"].startswith(tuple(again.split())):
        return []
    words = _TAIL_JA.sub("", led)
    if nth := _nth(words, len(offered)):
        return nth
    holds = re.compile(rf"(?<!\d){re.escape(words)}" if words[:1].isdigit() else re.escape(words))
    fitting = [
        at for at, each in enumerate(offered) if words and holds.search(sentence(each, "ja").casefold())
    ]
    return fitting if len(fitting) < len(offered) else []


def _nth(word: str, count: int) -> list[int]:
    at = _NTH.get(word, count)
    return [at % count] if at < count else []


def _plain(text: str) -> str:
    return tidy(text).strip(_EDGES).casefold()
