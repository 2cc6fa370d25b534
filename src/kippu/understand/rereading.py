"""A turn read as it is best said: repaired, in standard speech, without what only says why."""

from dataclasses import replace
from functools import partial

from kippu.names import Names
from kippu.turn import Call, Meaning, Turn
from kippu.understand.cues import Frame
from kippu.understand.fitting import is_homes
from kippu.understand.follow import follow
from kippu.understand.later.ahead import ahead
from kippu.understand.later.because import with_reason
from kippu.understand.later.beforehand import before_it
from kippu.understand.later.moved import moved
from kippu.understand.later.stated_ja import stated
from kippu.understand.mending.again import once_more
from kippu.understand.mending.another_thing import another_thing
from kippu.understand.mending.asked_so import with_its_verb
from kippu.understand.mending.asked_so_ja import as_whole
from kippu.understand.mending.at_an_hour import at_an_hour
from kippu.understand.mending.before_why_ja import without_why
from kippu.understand.mending.behind_en import behind as behind_en
from kippu.understand.mending.behind_en import still_have
from kippu.understand.mending.behind_told_en import behind_told
from kippu.understand.mending.bells_ja import called_out
from kippu.understand.mending.both_of_them import both_of_them
from kippu.understand.mending.counted_ja import counted
from kippu.understand.mending.each_turned import each_turned
from kippu.understand.mending.for_so_long import for_so_long
from kippu.understand.mending.headed import headed
from kippu.understand.mending.into_the_day import into_the_day
from kippu.understand.mending.lately import pointing
from kippu.understand.mending.left_open import left_open
from kippu.understand.mending.left_out import left_out
from kippu.understand.mending.named_behind import named_behind
from kippu.understand.mending.named_event import named_event
from kippu.understand.mending.not_there_yet import whatever_is_there
from kippu.understand.mending.noted import with_the_day_noted
from kippu.understand.mending.noted_down import noted_down
from kippu.understand.mending.off_and_on import off_and_on, off_and_on_which
from kippu.understand.mending.one_more_named import one_more_named
from kippu.understand.mending.others import with_the_others
from kippu.understand.mending.placed_ja import placed_so
from kippu.understand.mending.planned_so import planned_so
from kippu.understand.mending.planned_thing import of_the_plan, past_a_question
from kippu.understand.mending.refused import without_refusal
from kippu.understand.mending.repairing import repaired
from kippu.understand.mending.reworded import asked, in_standard, plainer
from kippu.understand.mending.said_whole import said_whole
from kippu.understand.mending.set_on import in_the_room, set_on
from kippu.understand.mending.soon_enough import as_order
from kippu.understand.mending.spelling import rejoined
from kippu.understand.mending.state_asked_ja import state_asked
from kippu.understand.mending.still_on import still_on
from kippu.understand.mending.that_day import on_the_day_told
from kippu.understand.mending.there import placed
from kippu.understand.mending.told_before import points_at_nothing, with_what_was_told
from kippu.understand.mending.too_loud_ja import ended_as_too_loud
from kippu.understand.mending.turns_before import with_the_turns_before
from kippu.understand.one_by_one import from_one_to_another
from kippu.understand.outright.of_oneself import of_oneself
from kippu.understand.outright.of_somebody import of_somebody
from kippu.understand.outright.whose_number import whose_number
from kippu.understand.reading import Readers
from kippu.understand.text import is_question, sentence, tidy
from kippu.understand.text.colloquial import said_names
from kippu.understand.text.possessives import with_apostrophes

_TOLD_PLAINLY = 0.97
"""Of what has a number, an address or a date just where it belongs."""


def as_if_said_at_once(readers: Readers, turn: Turn, names: Names) -> Turn:
    """The turn as if what it puts right itself had been said so at once."""
    if turn.outside:
        return turn
    if turn.language == "en" and (whose := with_apostrophes(turn.text)) != turn.text:
        turn = replace(turn, text=whose)
    if (whole := whatever_is_there(tidy(turn.text), turn.language)) != tidy(turn.text):
        turn = replace(turn, text=whole)
    if (plain := still_on(tidy(turn.text), turn)) != tidy(turn.text):
        turn = replace(turn, text=plain)
    if (whole := off_and_on(turn, lambda said: readers.apart(said, names)[0])) != tidy(turn.text):
        turn = replace(turn, text=whole)
    if (order := headed(tidy(turn.text), turn.language)) != tidy(turn.text):
        return replace(turn, text=order)
    turn = once_more(turn, names)
    turn = past_a_question(sentence(turn.text, turn.language), turn)
    turn = _all_of_those(turn, names)
    turn = said_whole(sentence(turn.text, turn.language), turn)
    text = sentence(turn.text, turn.language)
    if (whole := named_behind(text, turn, lambda said: readers.apart(said, names)[0])) != text:
        return replace(turn, text=whole, earlier=(), asked=())
    if turn.asked:
        return turn
    if (plain := _behind_it(text, turn)) != text:
        return replace(turn, text=plain)
    if (told := with_what_was_told(text, turn)) != text:
        return replace(turn, text=told)
    if turn.language == "ja":
        turn = pointing(text, turn, names, lambda said: readers.apart(said, names)[0])
    text = sentence(turn.text, turn.language)
    better = _filled_in(text, readers, turn, names)
    if better == text:
        better = _put_right(text, readers, turn, names)
    return turn if better == text else replace(turn, text=better)


def _all_of_those(turn: Turn, names: Names) -> Turn:
    """The turn with what "those" are, of the turns before or named in the sentence itself."""
    text = sentence(turn.text, turn.language)
    one = still_have(text, turn)
    return with_the_turns_before(text, turn, names) if one == text else replace(turn, text=one)


def _behind_it(text: str, turn: Turn) -> str:
    """The sentence said whole, where it goes on with what was just done, set or planned."""
    ways = (left_open, for_so_long, of_the_plan, one_more_named, on_the_day_told, behind_en, behind_told)
    return next((said for way in ways if (said := way(text, turn)) != text), text)


def _filled_in(text: str, readers: Readers, turn: Turn, names: Names) -> str:
    """The sentence with the first of the places, days and things that the turns before tell."""

    def apart(said: str) -> Frame:
        return readers.apart(said, names)[0]

    if turn.language == "ja" and (whole := without_why(counted(text))) != text:
        return whole
    if turn.language == "ja" and (state := state_asked(text, turn, apart)) != text:
        return state
    if turn.language == "ja" and (whole := called_out(placed_so(text, turn, names, apart), apart)) != text:
        return whole
    if (another := another_thing(text, turn, apart)) != text:
        return another
    if (event := named_event(text, turn, apart)) != text:
        return event
    if (there := placed(text, turn, names, apart)) != text:
        return there
    planned = planned_so(with_the_day_noted(text, names), turn.language, turn.at)
    if (planned := into_the_day(planned, turn, apart)) != text:
        return planned
    better = both_of_them(at_an_hour(text, turn), turn.language)
    if (better := with_the_others(better, turn.language, turn.earlier, names)) != text:
        return better
    return left_out(text, turn.language, names, apart)


def _put_right(text: str, readers: Readers, turn: Turn, names: Names) -> str:
    """The sentence without what it takes back of itself, and with the verb that it leaves out."""

    def apart(said: str) -> Frame:
        return readers.apart(said, names)[0]

    def read(said: str) -> Call | None:
        match = readers.templates.read(said, names, turn.at, turn.here)
        if match:
            return match.call
        more = follow(said, turn.language, turn.earlier, apart(said))
        return more[0] if len(more) == 1 and more[0].tool == "lists.add" else None

    spoken = text
    if turn.language == "en":
        text = in_the_room(set_on(each_turned(text, apart), apart), turn, names, apart)
        spoken = turn.text if text == sentence(turn.text, "en") else text
    whole = repaired(text, turn.language, turn.at, apart, read)
    if turn.language == "ja":
        whole = ended_as_too_loud(as_order(from_one_to_another(whole), turn.at), apart)
        whole = without_refusal(whole, lambda said: readers.apart(said, names))
        return as_whole(whole, turn.text, apart)
    return with_its_verb(whole, spoken, apart)


def at_another_time(readers: Readers, turn: Turn, names: Names) -> Meaning | None:
    """A reminder some time before something, which its own time alone would make too late; what is moved to
    a day that would be a level; and what was planned, done now or again and again."""

    def alarm(said: str) -> Call | None:
        match = readers.templates.read(said, names, turn.at, turn.here)
        return match.call if match else None

    def order(said: str) -> Meaning | None:
        return readers.read(replace(turn, text=said, asked=()), names)

    text = sentence(turn.text, turn.language)
    elsewhere = (
        moved(text, turn.at, lambda said: readers.apart(said, names)[0], order)
        if turn.language == "en" and not turn.asked
        else None
    )
    before = before_it(text, turn.language, turn.at, turn.earlier, turn.before[:1])
    why = with_reason(text, turn.at) if turn.language == "ja" and not turn.asked else None
    told = (
        stated(text, turn.at)
        if turn.language == "ja" and not (turn.asked or is_question(turn.text))
        else None
    )
    if turn.language == "en" and (open_ := points_at_nothing(text, turn.at)):
        return open_
    if which := off_and_on_which(turn, names, lambda said: readers.apart(said, names)[0]):
        return which
    return elsewhere or before or ahead(text, turn.language, turn.at, alarm, order) or why or told


def as_said(readers: Readers, turn: Turn, names: Names) -> Meaning | None:
    """As it was said; what was not understood of it may be an ending of speech, or a name spelt apart."""
    if kept := _of_somebody(turn):
        return kept
    read = partial(readers.read, names=names)
    meaning = in_standard(turn, names, read) or read(turn)
    if (meaning is None or meaning.question) and not turn.asked and turn.language == "en":
        better = rejoined(turn.text, said_names(names))
        again = readers.read(replace(turn, text=better), names) if better != turn.text else None
        meaning = again or meaning
    if meaning and meaning.question and not turn.asked:
        again = plainer(turn, names, read)
        return again if again and again.calls else meaning
    if meaning and meaning.by == "cues" and is_homes(meaning):
        return asked(turn, names, read) or meaning
    if meaning and meaning.by == "template" and not turn.asked and turn.language == "en":
        return _item_alone(meaning, asked(turn, names, read))
    return meaning


def _of_somebody(turn: Turn) -> Meaning | None:
    """What is told of somebody, or of oneself, which templates would take for a question or an event."""
    if turn.outside or any(call.tool.startswith("phone.") for call in turn.asked):
        return None
    spelt = sentence(turn.text, turn.language) if turn.language == "ja" else tidy(turn.text)
    if whose := whose_number(spelt, turn.language):
        return Meaning("cues", _TOLD_PLAINLY, (whose,))
    asks = is_question(turn.text)
    call = of_somebody(spelt, asks, turn.language, turn.earlier) or noted_down(turn)
    if call is None and not turn.asked:
        call = of_oneself(spelt, asks, turn.language)
    return Meaning("cues", _TOLD_PLAINLY, (call,)) if call else None


def _item_alone(meaning: Meaning, again: Meaning | None) -> Meaning:
    """The same for a list, without the clause that says why: "add milk to the list, we don't have any"."""
    if again is None or len(meaning.calls) != 1 or len(again.calls) != 1:
        return meaning
    call, other = meaning.calls[0], again.calls[0]
    kept = str(call.arguments.get("item", "")).startswith(str(other.arguments.get("item") or "-"))
    return again if call.tool == other.tool and call.tool.startswith("lists.") and kept else meaning
