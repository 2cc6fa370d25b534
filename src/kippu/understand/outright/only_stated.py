"""How things are, said without a verb: "garage open", "front door unlocked and the lights on", "vacuum on?".

It may be told, asked or ordered. Nobody is let in by it, and with a question mark nothing is done: what was
read as an order is asked about. Japanese has a verb for each of the three. Knows words and calls.
"""

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import cannot, offer, shall_i
from kippu.understand.cues import target_of
from kippu.understand.fitting import risky
from kippu.understand.later.schedule import TELLS
from kippu.understand.text import is_question

_BETWEEN = regex(r",? and |,? but |, ")
_ORDERS = (
    r"open|unlock|close|shut|lock|turn|switch|flip|power|set|make|have|get|bring|keep|leave|put|push|pull|swing|slide"
    r"|throw|crack|roll|raise|let|start|play|want|need|like|can|could|would|will|shall|should|please|just|go"
    r"|i|we|you|do|don't|is|are|was|were|has|what|why|how|when|who|which|where"
)
_HOW = r"(?:again|yet|now|right now|still|already|here|today|at the moment|currently|a bit|slightly)"
"""Since when it is so, or how much: behind a state, what was no order is none."""
_STATED = regex(
    rf"(?:(?:and|so|the|my|our|all|both)(?: of)? )*(?!(?:{_ORDERS})\b)(?!.*\bplease\b)[\w' -]+?"
    r"(?: (?P<state>on|off|open|opened|closed|shut|locked|unlocked|running)"
    rf"(?: {_HOW})*)?"
    r"(?: (?:in|at|on) (?:the |my |our )?[\w' -]+| (?:up|down)stairs)?"
)
"""What stands there, with its state; in a row the last alone may have it."""
_LET = regex(rf"(?:.* )?(?:open|unlock) (?!(?:{_HOW}|in|at|on|upstairs|downstairs)\b)\w")
_LETS_IN = frozenset({"open", "opened", "unlocked"})


def asked_if_stated(meaning: Meaning, text: str, names: Names) -> Meaning:
    """The meaning, with a question for what may not be ordered. ``text``: an English sentence, tidied."""
    acts = [call for call in meaning.calls if call.tool.startswith("home.") and call.tool not in TELLS]
    parts = _BETWEEN.split(text.casefold().strip(" .!?")) if acts else []
    stated = [match for part in parts if (match := _STATED.fullmatch(part))]
    asks = is_question(text) and len(stated) == len(parts) > 0 and stated[-1]["state"]
    if not asks:
        lets_in = any(match["state"] in _LETS_IN for match in stated) and not any(map(_LET.match, parts))
        # "Garage door open" is how many say an order; it is none beside "unlocked", and no lock is for it.
        order = all(match["state"] == "open" for match in stated if match["state"] in _LETS_IN)
        acts = [call for call in acts if lets_in and risky(call, names)]
        acts = [call for call in acts if not order or call.tool == "home.unlock"]
    if not acts:
        return meaning
    rest = [call for call in meaning.calls if call not in acts]
    shut = [target_of(call) for call in rest if call.tool in {"home.lock", "home.close"}]
    acts = [
        call for call in acts if target_of(call) not in shut
    ]  # "front door open, lock it" only tells of it
    others = [call for call in rest if call.tool == "help.which"]
    if any(call.arguments.get("choices") for call in others):
        return Meaning(meaning.by, meaning.confidence, question=cannot("where", "en"))
    asked = (*acts, *(Call(**one) for call in others for one in call.arguments["calls"]))
    done = tuple(call for call in rest if call not in others)
    if done and not asked:
        return Meaning(meaning.by, meaning.confidence, done)
    if done:
        return Meaning(meaning.by, meaning.confidence, (*done, offer(asked, "en", names)))
    return Meaning(meaning.by, meaning.confidence, (), shall_i(asked, "en", names=names), asked)
