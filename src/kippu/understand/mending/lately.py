"""What a Japanese sentence calls by what was just done to it: 「さっき消した電気つけて」, 「今つけたやつ」.

It is 「それ」 where the turn before did so, to a thing of that kind; where it did not, nothing is meant that
anybody knows. Knows the calls of the turn before and the names of the home.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.cues import Frame, target_of
from kippu.understand.cues.lexicon import Cue
from kippu.understand.text import is_question

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
_CHANGED = regex(r"(?:は|に|を)?、?(?=あと|残り|\d+(?:分|秒|時間?))(?!.*[てで](?:、|[^くほもいおちね下]))")
"""Before how long it has, or gets, or when it rings: the next words need no 「それ」. Two orders are none."""
_ENDED = regex(
    r"[をはも、]*(?:もう|やっぱり?)?(?:(?:取り?)?(?:消|け)[しすせそ]|(?:止|と|や)め|キャンセル|取消|削除|中止|ストップ|オフに"
    r"|終わらせ|いらない|要らない)(?:(?!た[^い]|[たな]$|ない|なく|ちゃ|ては|て(?:い|あ)?る|だめ)[ぁ-ん])*$"
)
"""Ends it: no word that it shall not, nor of how it is."""
_ALL = regex(r"(?:を|は|も|、)*(?:全部|全て|すべて|ぜんぶ|みんな|みな|どれも|両方)(?:を|は|も|、)*")
_BESIDE = regex(r"以外|じゃな|では?な|の(?:他|ほか)|と(?![めじ])|や(?![っめつ])|か(?=[ァ-ヶ一-龥])")
"""Names others than what is called so, or beside it."""
_NOT_THAT = regex(r"曲|歌|話|質問|答え")


def pointing(text: str, turn: Turn, names: Names, apart: Callable[[str], Frame]) -> Turn:
    """The turn with 「それ」 for what was just done, and without the one before where that did not do it; as
    it is where the sentence says no such thing. ``text`` as ``text.sentence`` gives it."""
    match = _LATELY.match(text)
    if match is None:
        return turn
    rest = text[match.end() :]
    if kept := _OF_KEPT.match(rest):
        told = _of_kept(kept[0], rest[kept.end() :], turn)
        return turn if told is None else _saying(told, turn)
    one = _ONE.match(rest)
    frame = apart(rest)
    length = one.end() if one else _named(frame)
    beside = _BESIDE.match(rest, length) or _names_another(frame, length, rest.partition("て")[0])
    if not length or beside or _NOT_THAT.match(rest):
        return turn
    if length == len(rest):
        return _saying(rest, turn)
    deed = match["done"] or match["did"] or match["now"]
    verbs = _DEEDS.get(deed or "", ())
    of_it = [_did(call, verbs) and (one or _is_of(call, frame, names)) for call in turn.earlier]
    fits = bool(of_it) and all(of_it)
    if not fits and not deed and _is_one(frame):
        return _saying(rest, turn)
    if every := _ALL.match(rest, length):
        if is_question(turn.text):
            return turn
        fits, length = fits and _are_several(turn.earlier), every.end()
    return replace(_saying(f"それ{rest[length:]}", turn), earlier=turn.earlier if fits else ())


def _saying(text: str, turn: Turn) -> Turn:
    """The turn in other words, which ask where it asks."""
    return replace(turn, text=text + ("？" if is_question(turn.text) else ""))


def _of_kept(kind: str, told: str, turn: Turn) -> str | None:
    """What is said of a timer, an alarm, a reminder or a note of lately, in words that do for the last one;
    None where its own words do better."""
    skill = turn.earlier[-1].tool.partition(".")[0] if turn.earlier else ""
    if skill == _KEPT[kind]:
        if _ENDED.match(told):
            return "それを消して"
        if more := _CHANGED.match(told):
            return told[more.end() :]
    return None if kind == "メモ" else f"{kind}{told}"


def _names_another(frame: Frame, start: int, order: str) -> bool:
    """Whether anything else is named in the order: 「さっきつけた電気、エアコンも消して」."""
    named = [one.start for one in frame.mentions]
    named += [cue.start for cue in frame.cues if cue.group == "kinds"]
    return any(start < at < len(order) for at in named)


def _is_one(frame: Frame) -> bool:
    """Whether the words begin with the name of one thing, whatever was done before."""
    return any(one.start == 0 and len(one.things) == 1 for one in frame.mentions)


def _are_several(calls: Sequence[Call]) -> bool:
    return len(calls) > 1 or any(call.arguments.get("name") in {None, "all"} for call in calls)


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
