"""Of two readings of a Japanese sentence the one that takes no other clause into a name.

Of 「母が都合悪いらしくて面談は明日に動かして」 the event is 「面談」. Templates take open words as they
come; the encoder marks where they begin.

Knows calls and words alone.
"""

from kippu.regex import regex
from kippu.turn import Call, Meaning

_CLAUSE = regex(
    r"(?:から|けど|ので|んで|のに|し|らしくて|くて|[てで]|たら|なら|の件|だった|ました|です|ます|ません|[。、！!？?]|ねえ|あのさ)$"
    r"|、|。"
)
"""Ends a clause, or the word that a sentence begins with."""
_OF_LIST = regex(r"(?:リストの|さっき[^、。]{0,6}た)$")
_REASON_BEHIND = regex(r"^(?:は|を|が|も)?[^、。]{0,6}(?:から|ので|けど)")
"""What was taken into a name before or behind it: 「リストのりんご」, 「チーズ買ったからリスト」."""
_SURELY = 0.95


def shorter(meaning: Meaning, found: Meaning | None) -> Meaning | None:
    """The second, where it is the same call with a name in it that the first has another clause before."""
    calls = (found.calls or found.proposed) if found else ()  # its doubts are the template's no more than its
    if found is None or len(calls) != 1 or len(meaning.calls) != 1 or found.confidence < _SURELY:
        return None
    first, second = meaning.calls[0], calls[0]
    if first.tool != second.tool or first.arguments.keys() - second.arguments.keys():
        return None
    led = any(_led(first, second, key) for key in first.arguments)
    return Meaning(found.by, found.confidence, calls) if led else None


def _led(first: Call, second: Call, key: str) -> bool:
    longer, name = first.arguments[key], second.arguments[key]
    if not (isinstance(longer, str) and isinstance(name, str)) or len(name) < 2 or name not in longer:
        return False
    at = longer.find(name)
    if _OF_LIST.search(longer[:at]) or _REASON_BEHIND.match(longer[at + len(name) :]):
        return True
    return _CLAUSE.search(longer[:at]) is not None or "。" in longer[at + len(name) :]
