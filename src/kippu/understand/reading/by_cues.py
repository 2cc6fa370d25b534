"""What the words of a sentence ask of the home, where no template takes it whole."""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import cannot, open_call, replies, shall_i, which
from kippu.understand.cues import as_unlocking
from kippu.understand.fitting import risky
from kippu.understand.later.schedule import TELLS, says_when
from kippu.understand.outright.outright import missing_room
from kippu.understand.phrases.on_a_list import is_on_a_list
from kippu.understand.reading.command import complains, excepting
from kippu.understand.reading.said import Said
from kippu.understand.reading.sure import ACT, ASK, PLAIN
from kippu.understand.when.finding import FIND

_LEFT_SO: dict[Language, tuple[re.Pattern[str], str]] = {
    "en": (
        regex(
            r",? (?:and|but)(?: please| just)? (?:leave|keep) (?P<left>(?:the|my|our) .+?|.+? one)"
            r" (?:on|off|open|closed|shut|as (?:it|they) (?:is|are)|alone|running)$",
            re.IGNORECASE,
        ),
        r" except \g<left>",
    ),
    "ja": (
        regex(
            r"[、。](?:でも|けど|ただし?)?、?(?P<left>[^、。]+?)の?(?:だけ)?は?"
            r"(?:(?:つけ|点け|開け|消し|閉め)たままで|そのままで?|残しといて|残しておいて)"
            r"(?:いい|ね|ください)*$"
        ),
        r"、ただし\g<left>は除いて",
    ),
}
"""What is to stay as it is, as an exception."""


_STATED_JA = regex(
    r"(?:[てで]い?(?:る|た|ます|ました)|(?<=[けきじめ])そう(?:だ|です)?)(?:よ|ね|な|わ|ん|の|だ|です)*$"
)
"""Says how it is, or seems: 「また開けてるよ」 opens nothing."""


def all_but_some(said: Said) -> Meaning | None:
    """A home command with an exception: "… except the lamp", "… and leave the lamp on"."""
    pattern, except_it = _LEFT_SO[said.language]
    text = pattern.sub(except_it, said.text)
    reading = excepting(said, text)
    if reading is None or (text != said.text and not _leaves_so(said, reading.calls)):
        return None
    return Meaning("cues", PLAIN, reading.calls)


_LEAVES = frozenset({"home.turn_on", "home.turn_off", "home.close", "home.lock", "home.set_light"})


def _leaves_so(said: Said, calls: Sequence[Call]) -> bool:
    """Whether all of it is done now, and plainly: "play jazz and leave the lights off" is no exception."""
    timed = any(phrase.at for phrase in FIND[said.language](said.text, said.turn.at))
    return not timed and all(call.tool in _LEAVES for call in calls)


def unclear_exception(said: Said) -> Meaning | None:
    """A home command whose exception stays unclear: without it, it would be another command."""
    if not said.frame.has("except"):
        return None
    reading = said.by_cues
    if reading is None or not reading.calls or reading.calls[0].tool in TELLS:
        return None
    return Meaning("cues", 0.9, question=cannot("except", said.language))


def surely(said: Said) -> Meaning | None:
    """One command that is clear enough to be done, or a choice between what its words can mean."""
    reading = said.by_cues
    if reading is None or reading.confidence < ACT or _only_listed(said, reading.calls):
        return None
    if says_when(said.text, said.language, said.turn.at, reading.calls) or lets_in_unasked(
        said, reading.calls
    ):
        return None
    if said.is_question and complains(said, said.text):
        return None
    if reading.confidence < PLAIN and any(risky(call, said.names) for call in reading.calls):
        return None
    if reading.rivals and reading.calls:
        asked = reading.rivals, said.language, said.names
        if reading.besides:
            open_one = open_call(reading.rivals, reading.calls, said.language, said.names, reading.count)
            return Meaning("cues", reading.confidence, (*reading.besides, open_one))
        question = which(*asked, reading.count)
        return Meaning("cues", reading.confidence, (), question, reading.calls, replies(*asked))
    return Meaning("cues", reading.confidence, reading.calls)


def lets_in_unasked(said: Said, calls: Sequence[Call]) -> bool:
    """Whether it would open what lets people in though nothing is asked for."""
    stated = said.language == "ja" and _STATED_JA.search(said.text) is not None
    return stated and any(risky(call, said.names) for call in calls)


def _only_listed(said: Said, calls: Sequence[Call]) -> bool:
    """Whether a deed of the home is what stands, or is to stand, on a list: "put watering the plants on my to
    do list"."""
    return is_on_a_list(said.text, said.language) and any(call.tool.startswith("home.") for call in calls)


def unsurely(said: Said) -> Meaning | None:
    """Nearly a command: ask instead of acting."""
    unlocking = as_unlocking(said.text, said.frame)
    reading = said.reading(unlocking) if unlocking else said.by_cues
    if reading is None or reading.confidence < ASK or not reading.aimed or reading.rivals:
        return None
    if _only_listed(said, reading.calls) or lets_in_unasked(said, reading.calls):
        return None
    if all(call.tool in TELLS for call in reading.calls):
        return None
    if reading.unknown and (room := missing_room(said.frame, said.language, said.names)):
        return Meaning("cues", 0.9, (Call("about.no_such_thing", {"what": room}),))
    question = shall_i(reading.calls, said.language, reading.unknown, said.names)
    return Meaning(
        "cues", reading.confidence, question=question, proposed=reading.calls, unclear=reading.unknown
    )
