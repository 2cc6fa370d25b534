"""How many there are, said where more were ordered: "turn on three plugs" where there are two.

Knows calls and names.
"""

from dataclasses import replace

from kippu.names import Names
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i, thing_called
from kippu.understand.cues import Frame, counted
from kippu.understand.fitting import is_homes, risky, things_of
from kippu.understand.later.schedule import TELLS


def told_how_many(meaning: Meaning, frame: Frame, language: Language, names: Names) -> Meaning:
    """The meaning, with the word that there are no more where it is for all there are; what lets people in is
    asked about first, for another door may be meant."""
    said = counted(frame, language) if is_homes(meaning) else None
    if said is None or any(call.tool in TELLS for call in meaning.calls):
        return meaning
    there = {
        thing.id: thing_called(thing, language)
        for call in meaning.calls
        for thing in things_of(call, names)
        if thing.domain in said.domains
    }
    if not 0 < len(there) < said.count:
        return meaning
    if any(risky(call, names) for call in meaning.calls):
        calls = meaning.calls
        return Meaning(
            meaning.by, meaning.confidence, (), shall_i(calls, language, names=names), proposed=calls
        )
    told = ("、" if language == "ja" else ", ").join(there.values())
    return replace(
        meaning, calls=(*meaning.calls, Call("about.no_more", {"count": len(there), "names": told}))
    )
