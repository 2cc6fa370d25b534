"""What a short sentence means right after a command: "cancel that", "add two minutes", "more", "undo".

Works on the calls of the turn before, by what they were; names of the home are the other readers' affair.
"""

from collections.abc import Callable, Mapping, Sequence

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.contacts import of_contact
from kippu.understand.follow.events import of_event
from kippu.understand.follow.listed import listed
from kippu.understand.follow.lists import of_list
from kippu.understand.follow.measured import measured
from kippu.understand.follow.notes import of_note
from kippu.understand.follow.onto_it import of_the_one
from kippu.understand.follow.phrases import en, ja, may_mean
from kippu.understand.follow.pictures import of_picture, once_more
from kippu.understand.follow.several import of_several, spoken_of
from kippu.understand.follow.steps import one_step
from kippu.understand.follow.stopping import stopped
from kippu.understand.follow.taking_back import OFF, RESTORE, UNDO, is_cancelled, is_wanted, needless
from kippu.understand.follow.timers import timer
from kippu.understand.follow.undoing import cancel, switched_off, timer_of, undo_all

_AGAIN = {
    "en": en(r"(?:do (?:it|that) )?(?:again|once more|one more time)|repeat that"),
    "ja": ja(r"もう(?:一度|一回|1回|1度)(?:やっ|し)?|くり返し|繰り返し"),
}

_ANY_OF = regex(r"\b(?:the|my) (?:timer|alarm|reminder)\b")
"""Where there are several, "the timer" need not be the one that was set last, as "it" is."""
_CHANGES_A_LIST = frozenset({"lists.add", "lists.remove", "lists.create"})
"""What "cancel that" takes back; "clear it" after a look at a list means the list."""
_MOVED = frozenset({"home.open", "home.close", "home.set_position", "home.change_position"})
"""What is done to blinds, which nobody turns off."""
_ASKS = frozenset({"timers.cancel", "alarms.cancel", "reminders.remove"})


def follow(
    text: str,
    language: Language,
    earlier: Sequence[Call],
    frame: Frame,
    told: Sequence[tuple[Call, ...]] = (),
) -> tuple[Call, ...]:
    """The calls that the sentence (as ``text.sentence`` gives it) stands for; none when it is no sequel.

    ``told``: what takes back each of ``earlier``, as far as their skills said.
    """
    if not earlier:
        return ()
    folded, last = text.casefold(), earlier[-1]
    skill = last.tool.partition(".")[0]
    if skill == "home" and OFF[language].match(folded):
        if all(call.tool in _MOVED for call in earlier):
            return (Call("about.which"),)  # something before those is meant
        return switched_off(earlier)
    if stop := stopped(folded, language, last) or of_the_one(folded, last):
        return (stop,)  # and not the light that was turned on with it
    if last.arguments.get("command") and OFF[language].match(folded) and earlier[0].tool.startswith("home."):
        done = [call for call in earlier if call.tool.startswith("home.")]
        return (*switched_off(done), Call("timers.cancel", timer_of(last)))
    if needless(folded, language):
        return _unwanted(earlier, told) if is_wanted(earlier) else (Call("help.never_mind"),)
    undone = UNDO[language].match(folded) or (skill == "home" and RESTORE.match(folded))
    cancelled = is_cancelled(folded, language, earlier) and may_mean(folded, last.tool)
    if undone or (cancelled and (skill == "home" or last.tool in _CHANGES_A_LIST)):
        return undo_all(earlier, told) or (Call("about.no_way_back"),)
    ended = [cancel(call) for call in spoken_of(folded, earlier)] if cancelled else []
    if calls := tuple(call for call in ended if call):
        asks = len(calls) == 1 and _ANY_OF.search(folded) and calls[0].tool in _ASKS
        return (Call(calls[0].tool),) if asks else calls
    if chosen := of_several(folded, language, earlier):
        return follow("turn off it" if language == "en" else "それを消して", language, [chosen], frame)
    if _repeats(folded, language, last):
        return tuple(earlier)
    if level := measured(folded, language, last):
        return (level,)
    if skill == "home":
        steps = [one_step(folded, language, call, frame) for call in spoken_of(folded, earlier)]
        return tuple(step for step in steps if step) if all(steps) else ()
    by_skill: Mapping[str, Callable[..., Call | None]] = {
        "timers": timer, "lists": of_list, "notes": of_note, "pictures": of_picture, "reminders": listed,
        "calendar": of_event, "contacts": of_contact, "phone": of_contact,
    }  # fmt: skip
    said = text if skill in {"calendar", "notes"} else folded
    found = by_skill[skill](said, language, last, frame) if skill in by_skill else None
    return (found,) if found else ()


def _repeats(folded: str, language: Language, last: Call) -> bool:
    """Whether the same is wanted once more, or another joke."""
    if last.tool == "about.joke":
        return once_more(folded, language)
    skill = last.tool.partition(".")[0]
    return skill in {"home", "math", "chance"} and _AGAIN[language].match(folded) is not None


def _unwanted(earlier: Sequence[Call], told: Sequence[tuple[Call, ...]]) -> tuple[Call, ...]:
    """What ends, or takes away again, what was begun or brought."""
    if earlier[-1].tool.startswith("home."):
        return switched_off(earlier)
    if earlier[-1].tool == "lists.add":
        return undo_all(earlier, told)
    return tuple(call for one in earlier if (call := cancel(one)))
