"""What a routine does: each of its commands as if the person had said it, and all of them as one meaning."""

from collections.abc import Awaitable, Callable

from kippu.names import Names
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.fitting import risky
from kippu.understand.free.added import whether
from kippu.understand.routines.set_off import GAP, SetOff

_SURE = 0.99
_FREELY = (
    "home.", "timers.start", "alarms.set", "reminders.add", "lists.add", "lists.show", "calendar.show",
    "clock.", "math.", "notes.find", "reminders.list", "alarms.list", "timers.status", "about.", "help.",
)  # fmt: skip
"""How tools begin that a layer's routine may use unasked: what they do is seen at once, and easily undone."""

Understand = Callable[[str], Awaitable[Meaning]]
"""What a command means, said by itself."""


async def done(
    found: SetOff, language: Language, names: Names, understand: Understand, alike: bool = False
) -> Meaning:
    """All that it does. It is asked about where the saying was only ``alike``, and where a layer's routine
    lets somebody in, deletes or tells others."""
    meanings = [(command, await understand(command)) for command in _commands(found)]
    if not meanings:
        return Meaning("template", _SURE, question=_whole(found, language))
    if len(meanings) == 1:
        meaning = meanings[0][1]
    else:
        meaning = Meaning("template", _SURE, tuple(call for one in meanings for call in _calls(*one)))
    free = not found.routine.layer or all(_is_free(call, names) for call in meaning.calls)
    if not meaning.calls or (free and not alike):
        return meaning
    later = any("command" in call.arguments for call in meaning.calls)  # what it will do is to be seen, too
    question = "" if later else shall_i(meaning.calls, language, names=names)
    question = question or whether("; ".join(_commands(found)), language)
    return Meaning("layer" if alike else "template", _SURE, question=question, proposed=meaning.calls)


def _commands(found: SetOff) -> list[str]:
    """Its commands with the gaps filled, without those for whose gaps nothing was said."""
    return [
        GAP.sub(lambda gap: found.words[gap[1]], command)
        for command in found.routine.does
        if all(found.words.get(gap) for gap in GAP.findall(command))
    ]


def _calls(command: str, meaning: Meaning) -> tuple[Call, ...]:
    """Its calls; where it is not clear what to do, or a condition would hold for the others too, words that
    say so."""
    if meaning.calls and meaning.condition is None:
        return meaning.calls
    return (Call("about.unclear", {"what": command}),)


def _is_free(call: Call, names: Names) -> bool:
    planned = "command" in call.arguments  # what that does is only read when its time has come
    return call.tool.startswith(_FREELY) and not planned and not risky(call, names)


def _whole(found: SetOff, language: Language) -> str:
    """Asks for what a saying has gaps for."""
    full = next((saying for saying in found.routine.says if GAP.search(saying)), found.routine.name)
    example = GAP.sub(lambda gap: f"({gap[1]})", full)
    return f"「{example}」のように言ってください。" if language == "ja" else f"Say it whole: “{example}”."
