"""How loud something is to be played, said as a command of its own: "play some music, not too loud" is "play
some music and set the volume to 30%".

Of a title these words are a part: "play killing me softly". Knows words; knows no player.
"""

import re

from kippu.regex import regex
from kippu.turn import Language

_SOUND = r"music|radio|songs?|tunes?|playlist|jazz|classical|something|album|podcast|station|news"
_ASK = r"(?:please |can you |could you )?(?:play|put on)"
_KEPT = r"(?:keep|have|leave) it (?:nice and |very |really )?(?:quiet|low|down|soft)(?: please)?"
_QUIET = r"(?P<quiet>(?:very )?(?:quietly|softly)|on low|in the background)"
_WHERE = r"(?P<where> (?:in|on) (?:the |my )?(?!low\b|background\b)\w[\w ']*?)?"
_BEHIND = r"(?P<behind> (?:in|on) the (?:(?!,? (?:and|then) ).)+)?(?P<then>,? (?:and|then) .+)?"
_EN = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?P<play>{_ASK} .*?\b(?:{_SOUND})){_WHERE} {_QUIET}{_BEHIND}$",
        rf"^(?P<play>{_ASK} .+?)(?:, but|,| but)? (?P<some>not (?:too|so) loud(?:ly)?){_BEHIND}$",
        rf"^(?P<play>{_ASK} .+?),? (?:but|and) {_KEPT}{_BEHIND}$",
        rf"^(?P<play>{_ASK} .+?),? (?:at|on) (?:a )?low (?:volume|level){_BEHIND}$",
        rf"^(?P<play>{_ASK} .+?)(?:, but|,| but) (?P<quiet>(?:very )?(?:quietly|softly|low)){_BEHIND}$",
    )
)
_LOUD_JA = (
    r"(?:静かに|小さ(?:い音で|めに|な音で|く)|控えめに|低い音量で|音量(?:を)?(?:小さめ|低め)(?:に|で)"
    r"|うるさくない(?:程度|くらい|ぐらい)に)"
)
_PLAY_JA = r"(?:かけて|流して|再生して|鳴らして)"
_JA = (
    regex(rf"^(?P<where>.+?[でに])?{_LOUD_JA}、?(?P<what>.+?を?{_PLAY_JA})$"),
    regex(rf"^(?P<what>.+?を?){_LOUD_JA}(?P<verb>{_PLAY_JA})$"),
    regex(rf"^(?P<what>.+?{_PLAY_JA})[、。 ]+{_LOUD_JA}(?:ね|お願い|して)?$"),
)
_LOW, _SOME = 20, 30
"""Percent: quiet, and not too loud."""


def played_apart(text: str, language: Language) -> str:
    """The sentence as two commands; as it is where it says nothing of the sort."""
    if language == "ja":
        return _apart_ja(text)
    match = next(filter(None, (form.match(text) for form in _EN)), None)
    if match is None:
        return text
    said = match.groupdict()
    level = _SOME if said.get("some") else _LOW
    where = f"{said.get('where') or ''}{said.get('behind') or ''}"
    play = re.sub(r"\bsomething$", "some music", said["play"])
    return f"{play}{where} and set its volume to {level}%{said['then'] or ''}"


def _apart_ja(text: str) -> str:
    match = next(filter(None, (form.match(text) for form in _JA)), None)
    if match is None:
        return text
    said = match.groupdict()
    level = _SOME if "うるさく" in text else _LOW
    where = said.get("where") or ""
    its = f"{where[:-1]}の" if where else ""
    return f"{where}{said['what']}{said.get('verb') or ''}、{its}音量を{level}%にして"
