"""What a person puts right about the thing a command was for: "no, the floor lamp", 「そっちじゃなくて寝室」.

What was done to the wrong thing is taken back, and done to the one that is named. Works on the calls of the
turn before and the home's names; runs nothing.
"""

import re
from collections.abc import Sequence

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.asking.asking_back import offer, open_call
from kippu.understand.asking.refer import elsewhere
from kippu.understand.cues import Cues, Frame, target_of
from kippu.understand.fitting import is_there, named, risky, things_of
from kippu.understand.follow import undo
from kippu.understand.looking_back.items_ja import may_be_item
from kippu.understand.looking_back.wrong_one import wrong_one
from kippu.understand.text import is_question

_LEAD_EN = regex(
    r"^(?:(?P<mild>oh|ah|uh|um|well|but|and)(?:,? |$)"
    r"|(?:no|nope|nah|wait|sorry|oops|actually|wrong(?: \w+)?|not (?:that|this|there|here)(?: one)?)"
    r"(?:[,.;:!]+ ?| )"
    r"|not (?:in |for |on )?(?:the|my) [\w' ]+?(?:, ?(?:but )?| but ))"
)
_MEANT_EN = regex(r"^i (?:meant|mean|said|wanted|asked for|was talking about) ")
_INSTEAD_EN = regex(r",? (?:instead|rather|please|i mean|i meant|i said)$")
_JA = regex(
    r"^(?P<lead>(?:(?:いやいや|いや|いいえ|違う|ちがう|違った|違います|ごめん|すみません|あ|え|待って|まって|"
    r"間違えた|間違い|やっぱり?|(?:そう)?(?:じゃ|では)なくて?)(?:よ|って|ね|なさい)?[、。 ]*)*)"
    r"(?:(?P<not>[^、。]{1,14}?)(?:じゃ|では)(?:なくて|なく|ないよ|ない)[、。 ]*)?"
    r"(?P<target>.+?)(?:の)?(?:ほう|方|やつ)?(?:を|に|で|の)?"
    r"(?:して|お願い|頼む|だよ|だった|です|だってば|のこと|なんだけど|ね|よ)*$"
)
_SAID_JA = regex(
    r"(?:(?:いや|だから|違う)[、 ]*)?(?P<target>[^、。]{1,14}?)って(?:言った|いった|頼んだ)"
    r"(?:じゃん|でしょ|のに|んだけど|んだが)(?:ね|よ)*"
)
_WAYS = {
    "on": "home.turn_on", "off": "home.turn_off", "open": "home.open", "closed": "home.close",
    "close": "home.close", "オン": "home.turn_on", "オフ": "home.turn_off",
}  # fmt: skip
_RATHER_JA = regex(r"やっぱ")
"""Begins what one thinks of it, too: 「やっぱり高いね」."""
_CLAUSE_JA = regex(r"[にでがは].*[るうくすつぬむぶぐたい]$")
"""Says where somebody is, and what they do: 「やっぱりキッチンにいる」."""
_NOUN_JA = regex(r"[ァ-ヶー一-龥]+")
_ADDS_JA = regex(r"も(?:お願い|ね|よ|だよ|して)*$")
_OTHER = {
    "en": regex(r"^(?:the )?other(?: (?P<noun>\w+))?$"),
    "ja": regex(r"^(?:もう(?:1つ|一つ|ひとつ|片方|一個|1個)|別|他|ほか|反対側?|逆)$"),
}
_TELLING = {"verbs", "values", "properties", "colors", "kelvins", "modes", "presets", "percent", "number"}
_NO_ITEM = regex(
    r"^(?:thanks|thank you|never ?mind|that|it|this|nothing|you|i|ok|not?|without|forget|skip)\b"
    r"|それ|いい|もう|やめ|やっぱ|なし|消し|取り消|キャンセル|戻|忘れ|時|分|全部|今日|明日|明後日|今度|リスト"
)
_ALL = regex(
    r"^(?:all|all of (?:them|those|these)|every ?one|everything|the lot)$|^(?:全部|ぜんぶ|全て|すべて)$"
)
_MOST_LETTERS = 30
_SWITCHES = frozenset({"home.turn_on", "home.turn_off", "home.toggle"})
_MOVES = frozenset({"home.open", "home.close", "home.lock", "home.unlock"})
_SHUT = frozenset({"lock", "cover", "valve"})
"""What is opened or locked, and by no correction switched."""


def retargeted(text: str, turn: Turn, names: Names, cues: Cues) -> tuple[Call, ...]:
    """The calls that put it right; none for any other sentence (as ``text.sentence`` gives it)."""
    if wrong_one(text, turn, names, question=is_question(turn.text)):
        return _the_other(turn, 0, names)
    if turn.language == "ja" and (said := _SAID_JA.fullmatch(text)) and not is_question(turn.text):
        return _as_it_was_said(turn, cues.apart(said["target"], names), names, cues)
    target = _target(text.casefold(), turn.language) if turn.earlier else None
    if target is None:
        return ()
    wrong = len(turn.earlier) - 1
    if turned := _the_other_way(turn.earlier[wrong], target):
        return () if any(risky(call, names) for call in turned) else turned
    if _OTHER[turn.language].match(target):
        return _the_other(turn, wrong, names)
    frame = cues.apart(target, names)
    if turn.language == "ja" and _ADDS_JA.search(text):
        return ()
    bare = frame.has("kinds") or not _NOUN_JA.fullmatch(target)
    if _RATHER_JA.match(text) and ((bare and not frame.mentions) or _is_no_other(target, turn)):
        return ()
    if _TELLING & frame.by_group.keys() or frame.has("blocks"):
        return ()
    if frame.has("all") and not (frame.mentions or frame.has("kinds")):
        # "No, all of them" may be all of a kind as well as all there are.
        homes = turn.earlier[wrong].tool.startswith("home.")
        return (Call("about.which"),) if homes and not frame.leftover and _ALL.search(target) else ()
    of_list = _of_a_list(text, turn, target, frame)
    return _another(turn, frame, names, cues) if of_list is None else of_list


_TAKEN_OFF = frozenset({"lists.remove", "lists.check"})


def taken_off_instead(text: str, turn: Turn, frame: Frame) -> tuple[Call, ...]:
    """Another item to be taken off a Japanese list for one that was not there; none for all else."""
    target = _target(text.casefold(), turn.language) if turn.earlier[-1].tool in _TAKEN_OFF else None
    return (_of_a_list(text, turn, target, frame) or ()) if target else ()


def _of_a_list(text: str, turn: Turn, target: str, frame: Frame) -> tuple[Call, ...] | None:
    """Another list for what was put on one, or another item; None behind anything else."""
    wrong = len(turn.earlier) - 1
    before, japanese = turn.earlier[wrong], turn.language == "ja"
    if before.tool == "lists.add" and (there := _LIST[turn.language].fullmatch(target)):
        return _other_list(before, there["list"])
    if frame.mentions or frame.has("no"):
        return None
    if before.tool == "lists.add":
        if japanese and (frame.has("kinds") or not may_be_item(text, target, turn.at)):
            return ()
        return _other_item(before, target)
    if before.tool in _TAKEN_OFF and japanese and may_be_item(text, target, turn.at):
        return _other_taken_off(turn, wrong, target)
    return None


def _other_taken_off(turn: Turn, wrong: int, said: str) -> tuple[Call, ...]:
    """Another item taken off, or ticked off, for the one that was, which is there again."""
    before = turn.earlier[wrong]
    if len(said) > _MOST_LETTERS or _NO_ITEM.search(said) or said == before.arguments.get("item"):
        return ()
    other = Call(before.tool, {**before.arguments, "item": said})
    way = turn.undo[wrong] if wrong < len(turn.undo) else ()
    return (*way, other)


def _the_other_way(before: Call, target: str) -> tuple[Call, ...]:
    """What was meant the other way: "no, i meant off"."""
    wanted = _WAYS.get(target)
    if wanted is None or before.tool not in _WAYS.values() or before.tool == wanted:
        return ()
    return (Call(wanted, target_of(before)),)


def _as_it_was_said(turn: Turn, frame: Frame, names: Names, cues: Cues) -> tuple[Call, ...]:
    """The same for what was named and not heard; nothing where it was heard, or lets somebody in."""
    if not frame.mentions or not all(call.tool in _SWITCHES for call in turn.earlier):
        return ()
    calls = _another(turn, frame, names, cues)
    heard = any(_is_for(calls, call, names) for call in turn.earlier)
    return () if heard or any(risky(call, names) for call in calls) else calls


def _is_for(calls: Sequence[Call], before: Call, names: Names) -> bool:
    """Whether the last of the calls is for a thing that the one before was for."""
    done = {thing.id for thing in things_of(before, names)}
    return any(thing.id in done for call in calls[-1:] for thing in things_of(call, names))


def _target(folded: str, language: Language) -> str | None:
    """What is meant instead, in the words of the sentence; None where it corrects nothing."""
    if language == "ja":
        match = _JA.match(folded)
        return match["target"] if match and (match["lead"].rstrip("、。 あえ") or match["not"]) else None
    left, corrects = folded, False
    while match := _LEAD_EN.match(left):
        left, corrects = left[match.end() :], corrects or not match["mild"]
    for pattern in (_MEANT_EN, _INSTEAD_EN):
        while match := pattern.search(left):
            left = left[: match.start()] + left[match.end() :]
            corrects = corrects or "please" not in match[0]
    left = re.sub(r"^(?:for|in|on|at) (?=the |my )", "", left)
    return re.sub(r"(?<!other) ones?$", "", left) if corrects and left else None


def _another(turn: Turn, frame: Frame, names: Names, cues: Cues) -> tuple[Call, ...]:
    """The same for what the frame names, of the last command that can be done to it."""
    if frame.leftover:
        return ()
    for wrong in reversed(range(len(turn.earlier))):
        found = elsewhere(frame, cues.index(names), turn.earlier[wrong])
        if found and found.calls and found.calls != (turn.earlier[wrong],):
            can_be = all(_can_be(call, names) for call in found.calls)
            return (*_backs(turn, wrong, found.calls, names), *found.calls) if can_be else ()
    return ()


def _backs(turn: Turn, wrong: int, instead: Sequence[Call], names: Names) -> tuple[Call, ...]:
    """What takes back the wrong one; with all that was done in its room, where another room is meant."""
    last = turn.earlier[wrong]
    rooms = all("name" not in call.arguments for call in instead) and last.arguments.get("area")
    along = [
        at
        for at, call in enumerate(turn.earlier)
        if at == wrong or (rooms and (call.tool, call.arguments.get("area")) == (last.tool, rooms))
    ]
    return tuple(call for at in along for call in _back(turn, at, names))


def _can_be(call: Call, names: Names) -> bool:
    """Whether there is such a thing, and the same can be done to it: no lock is turned off."""
    if call.tool in _MOVES:
        return is_there(call, names)
    if call.tool not in _SWITCHES:
        return True
    name, domain = call.arguments.get("name"), call.arguments.get("domain")
    kinds = {thing.domain for thing in names.things if thing.name == name} or {str(domain)}
    return is_there(call, names) and not kinds & _SHUT


def _is_no_other(target: str, turn: Turn) -> bool:
    """Whether what is thought of only now is no other thing for the one that was ordered: a clause, or a part
    of the whole home."""
    return _CLAUSE_JA.search(target) is not None or any(
        call.arguments.get("name") == "all" and "area" not in call.arguments for call in turn.earlier
    )


def _the_other(turn: Turn, wrong: int, names: Names) -> tuple[Call, ...]:
    """The same for the only other thing of the kind; where there are several, they are asked about."""
    before = turn.earlier[wrong]
    chosen = next((thing for thing in names.things if _is(thing, before)), None)
    if chosen is None:
        return ()
    offered = [thing for thing in names.things if any(_is(thing, call) for call in turn.choices)]
    alike = [thing for thing in names.things if thing.domain == chosen.domain and thing != chosen]
    near = [thing for thing in alike if thing.room == chosen.room]
    others = [thing for thing in offered if thing != chosen] or near or alike
    if not others:
        return (Call("about.which"),)
    own = {key: value for key, value in before.arguments.items() if key not in target_of(before)}
    calls = tuple(
        Call(before.tool, {"name": thing.name, **({"area": thing.room} if thing.room else {}), **own})
        for thing in others
    )
    back = _back(turn, wrong, names)
    if len(calls) == 1 and risky(calls[0], names):
        return (*back, offer(calls, turn.language, names))
    if len(calls) == 1:
        return (*back, calls[0])
    return (*back, open_call(others, calls, turn.language, names))


_LIST: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:on |to |for )?(?:(?:the|my|our) )?"
        r"(?!(?:that|this|another|other|wrong|whole|same|show|right|full|entire|new|old)\b)"
        r"(?P<list>[\w' -]+?) list"
    ),
    "ja": regex(r"(?![こそあど](?:の)?リスト|別の|ほかの|他の|同じ)(?P<list>[^、。]{1,10}?)(?:の)?リスト"),
}
_LISTS = {"買い物": "shopping", "買物": "shopping", "やること": "to do", "to-do": "to do", "todo": "to do"}


def _other_list(before: Call, name: str) -> tuple[Call, ...]:
    """The same on another list; nothing where it was that one."""
    wanted = _LISTS.get(name, name)
    if wanted == before.arguments.get("list"):
        return ()
    return Call("lists.remove", dict(before.arguments)), Call(
        "lists.add", {**before.arguments, "list": wanted}
    )


def _other_item(before: Call, said: str) -> tuple[Call, ...]:
    """Another item on the list, for the one that was put there."""
    item = re.sub(r"^(?:some|the|a|an) ", "", said)
    if len(item) > _MOST_LETTERS or _NO_ITEM.search(item):
        return ()
    return Call("lists.remove", dict(before.arguments)), Call("lists.add", {**before.arguments, "item": item})


def _back(turn: Turn, wrong: int, names: Names) -> tuple[Call, ...]:
    """What takes back the wrong one; nothing where it changed nothing, or that would let somebody in."""
    if wrong < len(turn.changed) and not turn.changed[wrong]:
        return ()
    way = turn.undo[wrong] if wrong < len(turn.undo) else ()
    alone = undo(turn.earlier[wrong])
    back = tuple(named(call, names) for call in way) or ((alone,) if alone else ())
    return () if any(risky(call, names) for call in back) else back


def _is(thing: Thing, call: Call) -> bool:
    given = call.arguments
    return given.get("name") in {thing.name, thing.id} and given.get("area") in {None, thing.room}
