"""What was heard, held against what the readers before made of the same words: where they are to be doubted,
contradicted, or done without their question.
"""

from dataclasses import replace

from kippu.turn import Meaning
from kippu.understand.cues import Frame
from kippu.understand.free import unclear_en
from kippu.understand.free.enough import ACT, SURELY
from kippu.understand.free.in_so_many_words import names_another, orders_outright
from kippu.understand.free.kinship import KEEPS, PLAIN_ENOUGH, kin
from kippu.understand.free.mood import tells
from kippu.understand.free.opinion import Opinion, Read
from kippu.understand.free.plainly import may_be_said, times_said
from kippu.understand.free.reasons_en import beside_a_reason
from kippu.understand.free.same_deed import aims, buttons, is_fuller, is_placed, same_deed
from kippu.understand.free.wide import MANY, lets_in

_SURELY_NOT = 0.02
_UNHEARD = 0.15
"""Chance of a whole skill below which a reading of its that took any words is another's."""


def doubts(opinion: Opinion, meaning: Meaning) -> bool:
    """Whether words that were taken as they come mean something else; in a skill it never learned, no."""
    skills = {call.tool.partition(".")[0] for call in meaning.calls}
    known = {name.partition(".")[0] for name in opinion.tools}
    heard = sum(chance for name, chance in opinion.tools.items() if name.partition(".")[0] in skills)
    if orders_outright(opinion.turn.text, skills):
        return False
    named = names_another(opinion.turn.text)
    if not named and all(call.tool in PLAIN_ENOUGH or "command" in call.arguments for call in meaning.calls):
        return False
    return bool(skills) and skills <= known and heard < _UNHEARD


def contradicts(opinion: Opinion, meaning: Meaning) -> bool:
    """Whether it surely hears another tool in Japanese, where open words mislead the most, as all before
    「か」 for a choice. Not in a tool it never learned, nor in a command for later, which is heard as
    what it commands."""
    calls = meaning.calls or meaning.proposed
    tools = [call.tool for call in calls]
    return (
        opinion.turn.language == "ja"
        and opinion.likeliest[1] >= SURELY
        and not any("command" in call.arguments for call in calls)
        and all(tool in opinion.heard.classes and opinion.tools[kin(tool)] < _SURELY_NOT for tool in tools)
    )


def keeps(opinion: Opinion, read: Read) -> Meaning | None:
    """The call or its question, where something that is kept here, or is to be sent, is surely meant: by
    their words alone "my list of things to remember" are things of the home, and "the phone number for
    Sarah" may be in a note."""
    tool, chance = opinion.likeliest
    if chance < SURELY or tool.partition(".")[0] not in KEEPS:
        return None
    found = opinion.meaning(read)
    return found if found and (found.calls or found.proposed) else None


def insists(opinion: Opinion, read: Read) -> Meaning | None:
    """The call, where it is surely heard in what the readers took for a figure of speech."""
    found = opinion.meaning(read) if opinion.likeliest[1] >= SURELY else None
    return found if found and (found.calls or found.proposed) else None


def plays(opinion: Opinion, read: Read) -> Meaning | None:
    """What is to be played, where that is heard and was said: titles are words that nobody knows."""
    tool, chance = opinion.likeliest
    if tool != kin("home.play") or chance < ACT or "B-media" not in str(opinion.heard.labelled):
        return None
    meaning = opinion.meaning(read)
    return meaning if meaning and [call.tool for call in meaning.calls] == ["home.play"] else None


def presses(opinion: Opinion, meaning: Meaning, read: Read) -> Meaning | None:
    """The same button of the player, pressed without a question, where it is surely heard too and nothing
    names where."""
    tool, chance = opinion.likeliest
    somewhere = opinion.parts.one("room") or opinion.parts.one("device")
    if tool != "home.media" or chance < SURELY or (somewhere and not is_placed(meaning.proposed)):
        return None
    found = opinion.meaning(read)
    if not (found and found.calls and buttons(found.calls) == buttons(meaning.proposed)):
        return None
    return Meaning("layer", found.confidence, meaning.proposed)


def confirms(opinion: Opinion, meaning: Meaning, read: Read, frame: Frame) -> Meaning | None:
    """The same call, done without a question, where it is surely heard too: the words that the readers
    didn't understand say why."""
    sure = sum(opinion.tools.get(tool, 0.0) for tool in {kin(call.tool) for call in meaning.proposed})
    if sure < SURELY:
        outright = sure >= ACT and _says_outright(opinion, meaning, read)
        return Meaning("layer", sure, meaning.proposed) if outright else None
    found = replace(opinion, single=MANY).meaning(read)  # where to, the readers know
    if found is None or found.proposed:
        return None
    if opinion.turn.language == "ja":
        same = aims(found.calls) == aims(meaning.proposed)
    elif found.question:  # it can't say it plainly, where the readers can
        same = not times_said(opinion.parts, opinion.turn.at) and _is_needless(opinion, meaning, frame)
    else:
        why = _is_needless(opinion, meaning, frame) or _gives_a_reason(opinion, meaning, read)
        same = why and same_deed(found.calls, meaning.proposed)
    return Meaning("layer", found.confidence, meaning.proposed) if same else None


def _is_needless(opinion: Opinion, meaning: Meaning, frame: Frame) -> bool:
    """Whether the words that stayed unclear are no reason to ask about what is to be done in the home."""
    given = [call.arguments for call in meaning.proposed]
    placed = all({"area", "floor"} & one.keys() or one.get("name", "all") != "all" for one in given)
    homes = all(call.tool.startswith("home.") for call in meaning.proposed)
    in_place = placed or opinion.turn.here is not None
    return homes and unclear_en.needless(meaning.unclear, frame, opinion.parts, placed=in_place)


def _gives_a_reason(opinion: Opinion, meaning: Meaning, read: Read) -> bool:
    """Whether all that stayed unclear only says why: "close the blinds, the sun is in my eyes"."""
    ways = (_outright(opinion, read), opinion.order.meaning(read) if opinion.order else None)
    return any(found and aims(found.calls) == aims(meaning.proposed) for found in ways)


def _outright(opinion: Opinion, read: Read) -> Meaning | None:
    """What the readers make of the order alone, where the rest only says why, and nothing says when."""
    order = beside_a_reason(opinion.parts.text) if opinion.turn.language == "en" else ""
    if not order or times_said(opinion.parts, opinion.turn.at) or tells(order, "en"):
        return None
    return None if lets_in("home.open", opinion.parts.text) else read(order)


def _says_outright(opinion: Opinion, meaning: Meaning, read: Read) -> bool:
    """Whether the order is plain by itself, and all else only says why: "stop the vacuum, the cat's
    scared". Not where it lets somebody in."""
    found = _outright(opinion, read)
    calls = found.calls if found else ()
    harmless = all(call.tool.startswith("home.") and may_be_said(call.tool, "en") for call in calls)
    return harmless and aims(calls) == aims(meaning.proposed)


def fuller(opinion: Opinion, meaning: Meaning, read: Read) -> Meaning | None:
    """The same question, with the day or the words that the readers left out: "did you add tomorrow's
    meeting to my calendar"."""
    tool, chance = opinion.likeliest
    if opinion.turn.language != "en" or chance < ACT or opinion.acts(tool):
        return None
    found = opinion.meaning(read)
    return found if found and is_fuller(found.calls, meaning.calls) else None


def instead(opinion: Opinion, meaning: Meaning, read: Read) -> Meaning | None:
    """What it surely hears where the readers would ask whether another tool is meant; in English."""
    tool, chance = opinion.likeliest
    if (
        chance < ACT
        or opinion.turn.language == "ja"
        or any(kin(call.tool) == tool for call in meaning.proposed)
    ):
        return None
    return opinion.meaning(read)
