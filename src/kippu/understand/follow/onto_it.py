"""After a list, in English: what is put on "it", several things and things to do too; whether something is
on it; what is done with the one thing that was asked after; what is done.

Behind "to it" the words before are all of what is put there, whatever they are.
"""

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.cues import Frame
from kippu.understand.follow.phrases import en
from kippu.understand.text.leads import GOING_ON

_LEAD = GOING_ON
_THERE = (
    r"(?:it|there|that|this|that one|this one|the list|that list|this list|the new (?:one|list)|my new list)"
)
_PUT = regex(
    rf"{_LEAD}(?P<verb>add|put|write|stick|throw|include|place|note)(?: down)? (?P<item>.+?)(?: down)?"
    rf" (?:to|on|onto|in|into) {_THERE}(?: (?:too|as well|also|please|then))*"
)
_POINTED_AT = regex(
    r"(?:it|that|this|them|these|those|both|everything|all|an?|the|some|something|one|more|another)"
    r"(?: (?:one|item|thing)s?)?"
)
_NO_ITEM = regex(
    r"(?:(?:an?|the|my|another) )?(?:\w+ )?(?:notes?|reminders?|timers?|alarms?|events?|appointments?|lists?)"
    r"|[\d.,]+ ?(?:%|percent|degrees|minutes?|mins?|hours?|seconds?|secs?|days?)?"
    r"|.*\bto (?:my|the|our) .*\blist\b.*"
    r"|.*(?:\band|,) (?:remind me|wake me|(?:set|start) (?:an?|the) (?:timer|alarm)|turn o[nf]f?|what)\b.*"
)
"""What is kept elsewhere, no thing at all, or another order."""
_WHETHER = regex(
    rf"{_LEAD}(?:(?:did|have) (?:you|i|we) (?:already |just )?(?:add(?:ed)?|put|get|got|write|written"
    r"|have|had)"
    rf" (?:the |any |some |an? |my )?(?P<added>[^,]+?)(?: (?:to|on|onto|in) {_THERE})?(?: already| yet| too)*"
    r"|(?:is|are) (?:there )?(?:already )?(?:the |any |some |an? |my )?(?P<there>[^,]+?)"
    rf"(?: already| still| also| now)* (?:on|in) {_THERE}(?: already| yet| still| too| now)*"
    rf"|(?:do|does) (?:it|that|the list|i|we) (?:already )?have (?:the |any |some |an? )?(?P<has>[^,]+?)"
    rf"(?: (?:on|in) {_THERE})(?: already| yet| too)*)"
)
_NOT_ASKED = regex(
    r"(?:anything|something|everything|nothing|it|that|this|them|those|these|what|all|both|more|one|enough)\b.*"
    r"|.* (?:off|out|up|down)"
)
_DONE = regex(
    rf"{_LEAD}(?:(?:i'm|i am|we're|we are|all) )?(?:done|finished|through) with (?:the |my )?(?P<with>[^,]+?)"
    r"(?: now| already| today)*"
    r"|(?:i|we)(?:'ve| have)? (?:already |just )?(?:finished|completed|done) (?:the |my )(?P<did>[^,]+?)"
    r"(?: now| already| today)*"
)
_MOST_WORDS = 4
_ITS_OWN = {
    "remove": en(r"(?:remove|delete|take|erase|drop|scratch|get rid of) (?:it|that|them)(?: (?:off|out))?"
                 rf"(?: (?:(?:from|off)(?: of)? )?{_THERE})?|take off (?:it|that|them)"
                 rf"|(?:i|we) don't (?:need|want) (?:it|that|them)(?: any ?more)?"),
    "check": en(r"(?:check|tick|cross|mark|strike) (?:(?:it|that|them) off|off (?:it|that|them))"
                r"(?: (?:it|there|the list))?"
                r"|(?:i|we)(?:'ve)? (?:already )?(?:got|bought|have) (?:it|that|them)"
                r"|(?:got|bought) (?:it|that|them)"),
}  # fmt: skip


_OF_ONE = frozenset({"lists.show", "lists.check"})


def of_the_one(folded: str, last: Call) -> Call | None:
    """What is done with the thing that was asked after: "is rice on the list" - "remove it"."""
    if last.tool not in _OF_ONE or not last.arguments.get("item"):
        return None
    for verb, said in _ITS_OWN.items():
        if said.match(folded):
            return Call(f"lists.{verb}", dict(last.arguments))
    return None


def onto_it(folded: str, last: Call, frame: Frame) -> Call | None:
    """What is put on the list that ``last`` was about, asked of it, or done of what stands there."""
    where = {"list": last.arguments["list"]} if last.arguments.get("list") else {}
    put = _PUT.fullmatch(folded)
    if put and _is_item(put["item"]) and (put["verb"] == "add" or not (frame.mentions or frame.has("kinds"))):
        return Call("lists.add", {"item": put["item"], **where})
    if asked := _WHETHER.fullmatch(folded):
        item = asked["added"] or asked["there"] or asked["has"]
        if _is_short(item) and not _NOT_ASKED.fullmatch(item) and not (frame.mentions or frame.has("kinds")):
            return Call("lists.show", {"item": item, **where})
    done = _DONE.fullmatch(folded)
    item = (done["with"] or done["did"]) if done and not frame.mentions else ""
    if item and _is_short(item) and not _POINTED_AT.fullmatch(item) and not _NOT_ASKED.fullmatch(item):
        return Call("lists.check", {"item": item, **where})
    return None


def puts_no_item(folded: str) -> bool:
    """Whether what is put there is nothing for a list: "add 5 minutes to it"."""
    put = _PUT.fullmatch(folded)
    return put is not None and _NO_ITEM.fullmatch(put["item"]) is not None


def _is_item(said: str) -> bool:
    return not (_POINTED_AT.fullmatch(said) or _NO_ITEM.fullmatch(said))


def _is_short(said: str) -> bool:
    return len(said.split()) <= _MOST_WORDS
