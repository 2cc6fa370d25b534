"""Commands of a sentence: one by itself, one after others, all of them, and one with an exception.

Each may hold the others: what is left of a sentence without its exception may be several commands again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kippu.groceries import is_product
from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import cannot, in_words, offer, open_call
from kippu.understand.cues import (
    Reading,
    as_order,
    as_question,
    as_unlocking,
    distinct,
    each_placed,
    joined,
    verb_said,
)
from kippu.understand.fitting import is_there, risky, room_of
from kippu.understand.follow import asked_too, follow, next_levels, one_to_be_told_of
from kippu.understand.later.schedule import at_its_time, is_heard, is_music, says_when
from kippu.understand.later.waking import Waking
from kippu.understand.mending.correcting import corrected
from kippu.understand.mending.same_breath import instead, standing
from kippu.understand.one_by_one import each_by_itself
from kippu.understand.one_by_one.split import pieces
from kippu.understand.outright.honest import is_for_talk
from kippu.understand.reading.beside import (
    carried,
    done_already,
    done_to_all,
    is_act,
    is_elsewhere,
    is_for_all_of,
    is_planned_act,
    meant,
    once_each,
)
from kippu.understand.reading.exclusion import all_but
from kippu.understand.reading.lumps import IT, lumps, only_points
from kippu.understand.reading.overreach import is_too_much
from kippu.understand.reading.pointing import named_before, points
from kippu.understand.reading.row import in_a_row
from kippu.understand.reading.said import Said
from kippu.understand.reading.spoken_of import able
from kippu.understand.reading.sure import ACT, PLAIN, TEMPLATE


def command(
    said: Said,
    text: str,
    calls: Sequence[Call] = (),
    room: str | None = None,
    verb: str | None = None,
) -> Reading | None:
    """What the words ask for after ``calls``: in ``room`` unless they say another, with ``verb`` for none."""
    names, here = said.names, said.turn.here or room
    if calls and (levels := next_levels(text, said.language, calls, names)):
        return Reading(levels, TEMPLATE)
    if one := one_to_be_told_of(text.casefold(), said.language, calls):
        return Reading((one,), TEMPLATE)
    text = asked_too(text, calls) if said.language == "ja" else text
    after = follow(text, said.language, calls, said.apart(text)) if calls else ()
    if after and _rings_otherwise(text, calls[-1]):
        after = ()
    if after and not any(is_too_much(call, text, said.language, said.apart) for call in after):
        return Reading(tuple(able(call, names) for call in after), TEMPLATE)
    planned = calls and calls[-1].tool.startswith("calendar.")
    if planned and (moved := corrected(text, said.language, said.turn.at, calls)):
        return Reading(moved, TEMPLATE)
    match = None if verb else said.match(text, here)
    if match and room and not said.turn.here and not is_there(match.call, names):
        match = said.match(text, None)  # the room has none: meant is another's
    if match and points(match.call):
        named = named_before(match.call, calls or said.turn.earlier)
        return Reading((named,), TEMPLATE) if named else None
    if match and not is_too_much(match.call, text, said.language, said.apart):
        return Reading((match.call,), TEMPLATE)
    if said.apart(text).has("except"):
        return excepting(said, text)
    if item := _of_the_list(said, text):
        return Reading((item,), TEMPLATE)
    return said.cues.read(text, names, here, calls or said.turn.earlier, verb)


def _of_the_list(said: Said, text: str) -> Call | None:
    """What is done with an item of the list that the turn before was about, beside another order: "remove the
    milk and turn off the lights"."""
    before = said.turn.earlier
    if said.turn.asked or text == said.text:
        return None
    if not before or not before[-1].tool.startswith("lists."):
        bought = _OFF.fullmatch(text.casefold()) if said.language == "en" else None
        named = bought and is_product(bought["what"])
        return (
            Call("lists.remove", {"item": bought["item"], "list": "shopping"}) if bought and named else None
        )
    found = follow(text, said.language, before[-1:], said.apart(text))
    plain = len(found) == 1 and found[0].tool in _OF_ITEMS
    return found[0] if plain and not is_too_much(found[0], text, said.language, said.apart) else None


_OFF = regex(
    r"(?:please )?(?:remove|delete|drop|scratch|cross (?:off|out)|take off) (?:the |my )?"
    r"(?P<item>(?:[a-z-]+ )?(?P<what>[a-z-]+))"
)
_OF_ITEMS = frozenset({"lists.add", "lists.remove", "lists.check"})
_BELL = regex(
    r"\b(?P<timers>timer)|(?P<alarms>alarm)\b|(?P<timers_ja>タイマー)|(?P<alarms_ja>アラーム|目覚まし)"
)


def _rings_otherwise(text: str, before: Call) -> bool:
    """Whether it names an alarm behind a timer, or a timer behind an alarm: another one than was just set."""
    match, skill = _BELL.search(text.casefold()), before.tool.partition(".")[0]
    named = (match.lastgroup or "").removesuffix("_ja") if match else skill
    return skill in {"timers", "alarms"} and named != skill


def following(said: Said, text: str, before: Sequence[str], calls: Sequence[Call]) -> Reading | None:
    """A command behind others (their words, their calls), whose room and verb may be its own."""
    room = room_of(calls[-1], said.names) if calls else None
    if said.language == "en":
        asked = bool(before) and not any(is_act(call) for call in calls)
        text = as_question(text, said.apart(text), before[0]) if asked else text
        text = as_order(text, said.apart(text))
        if asked and _ASKS.match(before[0]) and _NAMES.match(text):
            return None  # whether it is so, and nothing to be done with it
    read = partial(command, said, text, calls)
    reading, verb = read(room), None
    if reading is None and before and not (said.language == "en" and _ASKS.match(before[0])):
        verb = verb_said(said.apart(part) for part in reversed(before))
        reading = read(room, verb)
        if reading and is_heard(reading):
            return None  # "play rock and roll"
    if verb and reading and done_to_all(reading.calls, calls, said.index):
        return None
    if (
        reading
        and room
        and not said.turn.here
        and not all(is_there(call, said.names) for call in reading.calls)
    ):
        reading = read(None, verb) or reading  # the room has none: meant is another's
    if not reading or not room or said.turn.here or not done_already(reading.calls, calls, said.index):
        return reading
    parts = said.apart(text)
    elsewhere = any(is_elsewhere(call, parts, said.index) for call in reading.calls)
    return read(None, verb) if elsewhere or not parts.has("verbs") else reading


def sure(said: Said, text: str) -> Reading | None:
    """What is left of a sentence without its time, read surely enough to be done, or to ask of which."""
    reading = command(said, text)
    if reading is None and (meaning := several(said, text)):
        reading = Reading(meaning.calls, meaning.confidence) if not meaning.talk else None
    if reading is None or reading.confidence < ACT or complains(said, text):
        return None
    doubtful = reading.confidence < PLAIN and any(risky(call, said.names) for call in reading.calls)
    return None if doubtful else reading


def excepting(said: Said, text: str) -> Reading | None:
    """A home command with an exception: all of the things but those."""
    if not said.apart(text).has("except"):
        return None
    calls = all_but(text, said.language, said.cues, said.names, lambda rest: sure(said, rest))
    return Reading(calls, 0.9) if calls else None


def complains(said: Said, text: str) -> bool:
    """True for "it's too hot": beside a command it only says why."""
    verbs = said.apart(text).by_group.get("verbs", [])
    return bool(verbs) and all(verb.startswith("too_") for verb in verbs)


def several(said: Said, text: str) -> Meaning | None:
    """Several commands in one sentence, each of which reads well by itself or after those before it."""
    row, text = _Row(said), _each(said, text)
    parts = pieces(text, said.language, row.takes) or pieces(text, said.language, row.takes_or_talks)
    if parts is None or any(complains(said, part) for part in parts):
        return None
    if row.met_open and len(pieces(text, said.language, _Row(said).takes_or_asks) or ()) > len(parts):
        return None  # an open one and what follows it were taken for one command
    calls = _in_a_row(said, parts, row)
    if not calls:
        return None
    least = min(row.found[part].confidence for part in parts)
    talk = " ".join(part for part in parts if part in row.for_talk)
    return Meaning("template" if least == TEMPLATE else "cues", least, calls, talk=talk)


def several_but_one(said: Said) -> Meaning | None:
    """The same where it is open for which of several things one of the commands is: that is asked, and what
    is plain is done. Read as one command, "turn off the lights and dim the lamp" would have one verb for
    both."""
    row = _Row(said)
    parts = pieces(_each(said, said.text), said.language, row.takes_or_asks)
    if parts is None or any(complains(said, part) for part in parts):
        return None
    unclear = [part for part in parts if part in row.open]
    if len(unclear) > 1:
        return Meaning("cues", PLAIN, question=cannot("where", said.language))
    calls = _in_a_row(said, [part for part in parts if row.found[part].calls], row)
    if not unclear or not calls:
        return None
    asked = row.open[unclear[0]]
    least = min(reading.confidence for reading in (asked, *(row.found[part] for part in parts)))
    if done_to_all(asked.calls, calls, said.index):
        return Meaning("cues", least, calls)  # "the lamp and the lights"
    before = parts[: parts.index(unclear[0])]
    woken = Waking.of(before[-1], row.found[before[-1]].calls) if before else None
    return Meaning("cues", least, (*calls, _question(said, _at_waking(said, unclear[0], asked, woken))))


def _at_waking(said: Said, part: str, asked: Reading, woken: Waking | None) -> Reading:
    """An open command behind "wake me at 7", for then."""
    if woken is None:
        return asked
    ways = [(call, in_words(call, said.language, said.names)) for call in asked.calls]
    planned = [woken.shared(call, part, words, said.turn.at) for call, words in ways]
    return replace(asked, calls=tuple(call for call in planned if call)) if all(planned) else asked


def all_that_can_be(said: Said) -> Meaning | None:
    """Several commands of which some can't be done to what "it" is there: "lock the door and turn it off".
    The others are done, and it is said which were not."""
    row = _Row(said)
    parts = pieces(_each(said, said.text), said.language, row.takes_or_drops)
    if parts is None or any(complains(said, part) for part in parts):
        return None
    dropped = [part for part in parts if part in row.dropped]
    calls = _in_a_row(said, [part for part in parts if part not in row.dropped], row) if dropped else ()
    if not any(map(is_act, calls)):
        return None
    least = min(row.found[part].confidence for part in parts)
    return Meaning("cues", least, (*calls, *(Call("about.not_done", {"what": part}) for part in dropped)))


def _question(said: Said, asked: Reading) -> Call:
    """Which one an open command is for; or whether it is meant."""
    if asked.rivals:
        return open_call(asked.rivals, asked.calls, said.language, said.names, asked.count)
    return offer(asked.calls, said.language, said.names)


def _each(said: Said, text: str) -> str:
    return each_placed(each_by_itself(text, said.language, said.is_switched), said.apart(text), said.index)


def _in_a_row(said: Said, parts: Sequence[str], row: "_Row") -> tuple[Call, ...]:
    """The calls of all pieces; what there is to say about one only where nothing is done."""
    each = [(part, row.found[part].calls) for part in parts]
    done = in_a_row(each, said.language, said.turn.at, said.names)
    calls = joined(once_each(distinct(standing(done, said.language)), said.index))
    calls = tuple(sorted(calls, key=lambda call: call.tool == "help.which"))  # a question comes last
    return tuple(call for call in calls if not call.tool.startswith("about.")) or calls


_NAMES = regex(r"(?:what about |how about )?(?:the|my|our) ", re.IGNORECASE)
_ASKS = regex(r"(?:is|are|was|were|has|have|did|does|do) ", re.IGNORECASE)
"""Begins a question: what else is named is asked about, too, and nothing is to be done with it."""
_SETS_JA = regex(r"に(?:して|しといて|しておいて)(?:ください|下さい|くれる|くれない|ね|よ)*$")
"""An order's own verb, which is no word for what is done: 「30%にして」."""


_POLITE = regex(r"(?:please|kindly|thanks|thank you|お願い(?:します)?|ありがとう)[.! ]*", re.IGNORECASE)
"""No order by itself: it would have the verb of what stands before it."""


class _Row:
    """What was made of the pieces of a sentence so far, each after those before it."""

    def __init__(self, said: Said) -> None:
        self.found: dict[str, Reading] = {}
        self.open: dict[str, Reading] = {}
        """Pieces of which it is open for which of several things they are; nothing was found for them."""
        self.met_open = False
        self.for_talk: set[str] = set()
        self.dropped: set[str] = set()
        """Pieces that can't be done to what they point at."""
        self._said = said

    def takes(self, piece: str, before: list[str]) -> bool:
        """Whether a piece is a command, sure enough to be done."""
        reading = self._read(piece, before)
        self.met_open = self.met_open or bool(reading and reading.rivals)
        if reading is None or reading.rivals:
            return False
        self.found[piece] = reading
        return True

    def takes_or_talks(self, piece: str, before: list[str]) -> bool:
        """The same, or a piece that the model is to answer."""
        if self.takes(piece, before):
            return True
        if not is_for_talk(piece, self._said.language, self._said.apart(piece)):
            return False
        self.found[piece] = Reading((), PLAIN)
        self.for_talk.add(piece)
        return True

    def takes_or_drops(self, piece: str, before: list[str]) -> bool:
        """The same, or an order for what is spoken of before that can't be done to it."""
        if self.takes(piece, before):
            return True
        if not before or not only_points(self._said.apart(piece)):
            return False
        self.found[piece] = Reading((), PLAIN)
        self.dropped.add(piece)
        return True

    def takes_or_asks(self, piece: str, before: list[str]) -> bool:
        """Whether it is a command, or one for one of several things. Each piece names its things: "it" behind
        an open one would be something else."""
        if unlocking := self._unlocking(piece):
            self.open[piece], self.found[piece] = unlocking, replace(unlocking, calls=())
            return True
        reading = self._read(piece, before)
        behind_open = any(part in self.open for part in before)
        if reading is None or not self._is_whole(piece, reading) or (behind_open and self._refers(piece)):
            return False
        self.open.pop(piece, None)
        if reading.rivals:
            self.open[piece], reading = reading, replace(reading, calls=reading.besides)
        self.found[piece] = reading
        return True

    def _read(self, piece: str, before: list[str]) -> Reading | None:
        """A command after those before it, as it is to be done."""
        said = self._said
        if lumps(piece, said.apart) or _POLITE.fullmatch(piece.strip()):
            return None
        calls = [call for part in before for call in self.found[part].calls]
        bare = instead(piece, said.language)
        reading = following(said, bare, before, calls) if bare else None
        if reading is None or reading.confidence < ACT or self._has_a_time(piece, before, reading):
            return self._planned(piece, calls)
        if any(map(is_act, reading.calls)) and calls and is_planned_act(calls[-1]):
            return None  # at what time it is to be done, the readers of times know
        if reading.rivals:
            return reading
        whole = carried(reading.calls, calls, said.apart(piece), said.index, instead=bare != piece)
        return replace(reading, calls=whole)

    def _planned(self, piece: str, calls: Sequence[Call]) -> Reading | None:
        """An order of the home for its own time, beside orders of other kinds: "turn off the heating at 9 and
        add milk to the list"."""
        said = self._said
        if calls and (is_act(calls[-1]) or is_planned_act(calls[-1])):
            return None

        def alone(rest: str) -> Reading | None:
            frame, reading = said.apart(rest), command(said, rest)
            if reading is None or reading.rivals or complains(said, rest):
                return None
            if is_music(reading):
                return reading
            plays = all(call.tool == "home.play" for call in reading.calls)
            named = frame.has("verbs") and (frame.has("kinds") or frame.mentions or plays)
            return reading if named and reading.confidence >= PLAIN else None  # "the next at 1 pm"

        found = at_its_time(piece, said.language, said.turn.at, said.names, alone)
        return Reading(found.calls, found.confidence) if found and found.calls else None

    def _unlocking(self, piece: str) -> Reading | None:
        """What "front door unlocked" may ask for, beside other orders that are said so."""
        order = as_unlocking(piece, self._said.apart(piece))
        reading = command(self._said, order) if order else None
        return reading if reading and not reading.rivals and reading.confidence >= ACT else None

    def _is_whole(self, piece: str, reading: Reading) -> bool:
        said = self._said.apart(piece)
        homeward = any(call.tool.startswith("home.") for call in reading.calls)
        if not homeward or is_heard(reading):
            return not reading.rivals
        if not reading.rivals:
            return said.has("kinds") or bool(said.mentions)
        ordered = reading.count > 1 or said.tells("verbs", "colors")
        things = (*reading.rivals, *meant(reading.besides, self._said.index))
        return ordered and is_for_all_of(things, said)

    def _refers(self, piece: str) -> bool:
        return self._said.apart(piece).has("pronouns") or IT.search(piece) is not None

    def _has_a_time(self, piece: str, before: Sequence[str], reading: Reading) -> bool:
        """A piece without a verb has that of those before it: "turn off the fan and the lamp at 10"."""
        if not (self._said.apart(piece).has("verbs") or _SETS_JA.search(piece)):
            piece = " ".join((*before, piece))
        return bool(says_when(piece, self._said.language, self._said.turn.at, reading.calls))
