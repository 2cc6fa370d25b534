"""A timer by the name that it was given in the turns before: "cancel the sauce", "how long on the pasta".

By itself such a word names anything. Knows the calls of those turns.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.reading.said import Said

_SAID = regex(
    r"(?:(?:ok|okay|and|now|please|can you|could you|actually)[, ]+)*"
    r"(?:(?P<cancel>cancel|stop|delete|remove|end|kill)|(?P<pause>pause|hold)"
    r"|(?P<resume>resume|unpause))"
    r" (?:the |my )?(?P<name>[a-z][a-z' -]*?)(?P<timer> (?:timer|one|1))?(?:,? please| now)?"
)
_SURE = 0.97


def named_timer(said: Said) -> Meaning | None:
    """The call for that timer; None where none of that name was set or told of just before."""
    turn = said.turn
    match = _SAID.fullmatch(said.text.casefold()) if said.language == "en" and turn.earlier else None
    if match is None or not turn.earlier[-1].tool.startswith("timers."):
        return None
    calls = [call for calls in (turn.earlier, *turn.before) for call in calls]
    names = {
        re.sub(r"^(?:the|my) ", "", str(call.arguments["name"]).casefold())
        for call in calls
        if call.tool.startswith("timers.")
        and call.arguments.get("name")
        and not call.arguments.get("command")
    }
    frame = said.apart(match["name"])  # "stop the music" is for the player, whatever the timer is called
    if match["name"] not in names or ((frame.mentions or frame.has("kinds")) and not match["timer"]):
        return None
    verb = next(verb for verb in ("cancel", "pause", "resume") if match[verb])
    return Meaning("cues", _SURE, (Call(f"timers.{verb}", {"name": match["name"]}),))
