"""What lasts a while and is then said to end, with the while alone: "turn on the fan for 15 minutes and then
turn it off", "turn the fan on, wait 5 minutes, then off", 「換気扇をつけて、5分待って消して」.

Knows words; knows no tool.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_PLEASE = r"(?:(?:please|can you|could you|would you) )*"
_SPAN = (
    r"(?:\d+(?:\.\d+)?|an?|half an|1/2 an|a couple of|a few)(?: and a half)?[ -](?:hour|hr"
    r"|minute|min|second|sec)s?(?: and a half)?"
)
_THEN = r"(?:,? (?:and then|and|then)|,) (?:again )?"
_IT = r"(?: (?:it|them|that))?(?: back)?"
_OFF = rf"(?:(?:turn|switch|shut){_IT} off|turn off (?:it|them)|off|turn{_IT} back off)(?: again)?"
_ON = rf"(?:(?:turn|switch){_IT} on|turn on (?:it|them)|on|turn{_IT} back on)(?: again)?"
_CLOSE = r"(?:close|shut)(?: (?:it|them))?(?: again)?"
_OPEN = r"open(?: (?:it|them))?(?: again)?"
_WHAT = r"(?:(?! and | then |,).)+?"
_STATES = (
    (rf"(?:turn|switch|put) (?:on {_WHAT}|{_WHAT} on)", _OFF),
    (rf"(?:turn|switch) (?:off {_WHAT}|{_WHAT} off)", _ON),
    (rf"open {_WHAT}", _CLOSE),
    (rf"(?:close|shut) {_WHAT}", _OPEN),
)
_LASTING = tuple(
    regex(rf"^(?P<order>{_PLEASE}{first}) for (?P<span>{_SPAN}){_THEN}{back}(?: please)?$", re.IGNORECASE)
    for first, back in _STATES
)
_WAITING = tuple(
    regex(
        rf"^(?P<order>{_PLEASE}{first})(?:,? and then|,? and|,? then"
        rf"|,) wait (?:for )?(?P<span>{_SPAN}){_THEN}{back}"
        r"(?: please)?$",
        re.IGNORECASE,
    )
    for first, back in _STATES
)
_WAITING_JA = regex(
    r"^(?P<order>.+?(?:つけ|点け|開け|あけ|消し|閉め|しめ|かけ|入れ)て)(?:から)?[、。]?"
    r"(?P<span>\d+(?:\.\d+)?(?:時間半?|分半?|秒))(?:間|ほど|くらい)?(?:待って|まって|待ったら|たったら|経ったら|したら)(?:から)?、?"
    r"(?P<end>(?:また)?(?:消し|けし|止め|とめ|閉め|しめ|開け|あけ|つけ|点け|切っ)て.{0,6})$"
)


def for_a_while(text: str, language: Language) -> str:
    """The sentence that says how long, and no more; as it is for every other."""
    if language == "ja":
        return _WAITING_JA.sub(r"\g<order>\g<span>後に\g<end>", text)
    match = next(filter(None, (form.match(text) for form in (*_LASTING, *_WAITING))), None)
    return f"{match['order']} for {match['span']}" if match else text
