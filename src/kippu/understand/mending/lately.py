"""What a Japanese sentence calls by what was just done to it: 「さっき消した電気つけて」, 「今つけたやつ」.

It is 「それ」 where the turn before did so, to a thing of that kind; where it did not, nothing is meant that
anybody knows. Knows the calls of the turn before and the names of the home.
"""

from collections.abc import Callable
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.cues import Frame, target_of
from kippu.understand.cues.lexicon import Cue

_DEEDS = {
    "つけ": ("turn_on", "set_", "start"), "点け": ("turn_on",), "消し": ("turn_off", "media"),
    "切っ": ("turn_off",), "止め": ("turn_off", "stop", "media"), "開け": ("open", "unlock", "set_position"),
    "閉め": ("close", "lock", "set_position"), "かけ": ("play", "media", "lock", "start"),
    "流し": ("play", "media"), "上げ": ("change_", "set_"), "下げ": ("change_", "set_", "close"),
}  # fmt: skip
_LATELY = regex(
    rf"^(?:(?:ねえ|ねぇ|あの(?:さ|ね)?|じゃあ?|やっぱり?|ごめん)、)*(?:(?:さっき|先ほど|ついさっき|さきほど)(?:の|(?P<done>{'|'.join(_DEEDS)})たばっ?かりの|(?P<did>{'|'.join(_DEEDS)})た)"
    rf"|(?:今|いま)(?P<now>{'|'.join(_DEEDS)})た)(?:ばっ?かりの)?"
)
_ONE = regex(r"(?:やつ|奴|もの|ほう|方|の(?!曲|歌))(?=[をはもが]|[^ぁ-ん]|つけ|けし|しめ|あけ|もう|$)")
_KEPT = {
    "タイマー": "timers", "アラーム": "alarms", "目覚まし": "alarms", "リマインダー": "reminders",
    "メモ": "notes",
}  # fmt: skip
"""What is kept, and by which skill."""
_OF_KEPT = regex("|".join(_KEPT))
_LENGTH = regex(r"(?:は|に|を)?、?(?=あと|残り|\d+(?:分|秒|時間))")
"""Before how long it has, or gets: a timer's next words need no 「それ」."""
_NOT_THAT = regex(r"曲|歌|話|質問|答え")


def pointing(text: str, turn: Turn, names: Names, apart: Callable[[str], Frame]) -> Turn:
    """The turn with 「それ」 for what was just done, and without the one before where that did not do it; as
    it is where the sentence says no such thing. ``text`` as ``text.sentence`` gives it."""
    match = _LATELY.match(text)
    if match is None:
        return turn
    rest = text[match.end() :]
    if kept := _OF_KEPT.match(rest):
        skill = turn.earlier[-1].tool.partition(".")[0] if turn.earlier else ""
        told = rest[kept.end() :]
        if skill != _KEPT[kept[0]]:
            return replace(turn, text=rest)
        more = _LENGTH.match(told)
        return replace(turn, text=told[more.end() :] if more else f"それ{told}")
    one = _ONE.match(rest)
    frame = apart(rest)
    length = one.end() if one else _named(frame)
    if not length or _NOT_THAT.match(rest):
        return turn
    if length == len(rest):
        return replace(turn, text=rest)
    verbs = _DEEDS.get(match["done"] or match["did"] or match["now"] or "", ())
    fits = all(_did(call, verbs) and (one or _is_of(call, frame, names)) for call in turn.earlier)
    earlier = turn.earlier if fits else ()
    return replace(turn, text=f"それ{rest[length:]}", earlier=earlier)


def _named(frame: Frame) -> int:
    """Length of the thing, or the kind, that the words begin with."""
    names = [one.end for one in frame.mentions if one.start == 0 and one.things]
    return max((*names, *(cue.end for cue in _kinds(frame))), default=0)


def _kinds(frame: Frame) -> list[Cue]:
    return [cue for cue in frame.cues if cue.group == "kinds" and cue.start == 0]


def _did(call: Call, verbs: tuple[str, ...]) -> bool:
    verb = call.tool.partition(".")[2]
    return not verbs or (call.tool.startswith("home.") and verb.startswith(verbs))


def _is_of(call: Call, frame: Frame, names: Names) -> bool:
    """Whether the call was for a thing of the kind, or of the name, that the words begin with."""
    given = target_of(call)
    things = {thing.name: thing.room for one in frame.mentions if one.start == 0 for thing in one.things}
    if things:
        return given.get("name") in things or given.get("area") in things.values()
    mine = {thing.domain for thing in names.things if thing.name == given.get("name")}
    mine |= {str(given.get("domain", ""))}
    kinds = {kind.partition("/")[0] for cue in _kinds(frame) for kind in cue.value.split("|")}
    return bool(mine & kinds)
