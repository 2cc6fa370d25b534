"""What was only told, to a model too small to answer it: that it was heard, and no more.

SmolLM2 135M answers "my son passed his exam" with a lesson on the word, an apology or a life of its own.
Knows words; knows no model but its size.
"""

import re

from kippu.models import Model
from kippu.regex import regex
from kippu.run.small_talk import is_told
from kippu.turn import Turn
from kippu.understand.text.leads import lead

_TOO_SMALL = 200_000_000
"""Parameters of a model that has nothing to say to it."""
_LEAD = lead("oh|well|so|ugh|wow|yay|hey|and|but|finally|guess what|apparently|sometimes|honestly")
_LED = regex(f"^{_LEAD}", re.IGNORECASE)
_TOLD = regex(
    rf"{_LEAD}(?:i|i'm|i've|i'd|we|we're|we've|my|our|the|it|it's|he|he's|she|she's|they|they're|there"
    r"|there's|this|that|that's|his|her|their|nobody|everybody|everyone|somebody|someone|today|yesterday)"
    r"(?: [\w'%-]+,?){2,}[.! ]*",
    re.IGNORECASE,
)
_BAD = regex(
    r"\b(?:head ?ache|tooth ?ache|hurts?|sick|ill|poorly|tired|exhausted|sad|lonely|angry|upset|annoy\w+|lost"
    r"|broke|broken|stolen|died|dead|passed away|failed|missed|late|forgot|cancel+ed|worse|bad|awful|terrible"
    r"|horrible|pain|sore|scared|afraid|worr\w+|stress\w*|raining|argu\w+|fight|fought|fired|cry|crying"
    r"|cried|accident|hospital|boring|bored|nervous|struggl\w+|burnt|ruined|noisy|rude"
    r"|miss (?:him|her|them|home|you))\b",
    re.IGNORECASE,
)
_GOOD = regex(
    r"\b(?:passed (?:his|her|my|our|their|the)|won|great|good|well|happy|glad|excited|love|loved|fun|engaged"
    r"|married|promot\w+|holiday|vacation|party|nice|beautiful|amazing|finally|said yes|proud|best|delicious"
    r"|lovely|enjoy\w*|wonderful|better|awesome|got the job|(?:is|was) born)\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|no|never|nobody|nothing)\b|n't\b", re.IGNORECASE)
_PLAIN, _GLAD, _SORRY = "I see.", "That's good to hear!", "I'm sorry to hear that."
_HEARD = {_PLAIN, _GLAD, _SORRY}
_OFFER = "Say “note that”, and I write it down."


def heard(turn: Turn, model: Model) -> str:
    """What is said; empty where something is asked for, where a text goes on, and for a larger model."""
    said = turn.text.strip().replace("’", "'")
    if model.parameters >= _TOO_SMALL or turn.language != "en" or turn.brings:
        return ""
    mine = [line.text for line in turn.history if line.role == "user" and not line.done]
    if turn.schema or not all(map(is_told, (said, *mine[-1:]))):
        return ""
    last = next((line.text for line in reversed(turn.history) if line.role == "assistant"), "")
    if last.removesuffix(_OFFER).strip() in _HEARD:
        return _mood(said)  # they go on telling
    return f"{_mood(said)} {_OFFER}" if _TOLD.fullmatch(said) else ""


def _mood(said: str) -> str:
    """A word for good news, one for bad news, and one for what is neither or both."""
    said = _LED.sub("", said)
    good, bad = _GOOD.search(said) is not None, _BAD.search(said) is not None
    if good == bad or _DENIED.search(said):
        return _PLAIN
    return _GLAD if good else _SORRY
