"""Self-repair: what a speaker puts right before the sentence is over, as if it had been said so at once.

"Set it to 20, no, 22 degrees" has three parts: what is put right, the words that break off, and the repair
(Levelt, "Monitoring and self-repair in speech", Cognition 1983). The repair takes the place of the last thing
of its own kind: a time, a number, a name of the home, a colour; else of what follows the word that both begin
with, or of the one text that a sentence template takes as it comes. Knows no tool; runs nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.when.english import find as find_en
from kippu.understand.when.japanese import find as find_ja

_HESITATES = r"(?:oh|ah|er|erm|uh|um|uhm|well|hmm+|no|nope|nah|wait|sorry|actually|hang on|hold on|rather)"
_BREAK_EN = regex(
    rf"(?:,|;|\.+|…|\s-+)?\s+(?:{_HESITATES}\b[,.]?\s*)*"
    r"(?:i mean(?:t)?(?: to say)?|(?:let's |please |better |just )*make (?:that|it)|or rather|scratch that"
    r"|correction|i should say)\b[,:]?\s*"
    rf"|(?:,|;|\.+|…|\s-+)\s*(?:{_HESITATES}\b[,.]?\s*)+(?:not that,? )?"
    r"|\s(?:no wait|wait no|no,? sorry|sorry no|er no|uh no|no no)\b,?\s*",
    re.IGNORECASE,
)
_BREAK_JA = regex(
    r"(?:[、。,…]|\.\.\.)\s*(?:(?:あ(?!と)|え(?!っと|えと|ー)|ああ|えっと|ええと|えーと|ごめん(?:なさい)?|すみません|待って|いや(?!な|が)|いやいや"
    r"|違う|違った|違います|ちがう|間違えた|間違い|訂正|じゃなくて|ではなく(?:て)?|でなくて|やっぱり?|もとい|というか|ていうか)"
    r"[、。,\s]*)+"
)
_HESITATION: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:^|(?:,|\.+|…)? )(?:u+m+|u+h+|er+m?|uhm|hmm+|mmm+)(?:,|\.+|…)?(?=$| )"
        r"|(?:^|(?:,|\.+|…) )mm(?:,|\.+|…)?(?=$| )",  # else it is a length
        re.IGNORECASE,
    ),
    "ja": regex(
        r"^(?:(?:えっと|ええと|えーと|えーっと|うーんと?|んーと?|あのー?|あのう|ねえ|ねぇ|まあ)(?:さ|ね|ですね)?[、,…\s]+)+"
        r"|(?<=.)[、,…\s]+(?:えっと|ええと|えーと|えーっと|うーんと?|んーと?)(?:ね|ですね)?[、,…\s]+"
    ),
}
_WHOLLY_NEW = regex(
    r"(?:i|i'm|i'll|we|we're|he|she|it|it's|that|that's|this|they|there|don't|not|no|never|leave|forget|stop"
    r"|thanks|thank|please|and|but|so|because)\b",
    re.IGNORECASE,
)
"""How a sentence of its own goes on, which puts nothing right."""
_ADDS = regex(r"\b(?:too|also|as well)[.!]*$|も(?:消して|つけて|お願い|ね)*$", re.IGNORECASE)
_RATHER_JA = regex(r"じゃなく|ではなく|でなく|違|ちが|間違|訂正")
"""After these a 「も」 adds nothing: 「あとバター、じゃなくてマーガリンも」."""
_APOLOGY = regex(r"[,;.…\s-]*\bsorry (?:to|for|about|if|that)\b", re.IGNORECASE)
_GOES_ON = regex(r"\b(?:and|or|the|a|an|to|for|in|at|on|my)$", re.IGNORECASE)
"""A sentence that broke off before what it was to say has nothing to put right."""
_GOES_ON_JA = ("と", "や", "とか", "も")
_SEEKS_JA = regex(r"[、。,…\s]*(?:え|えっと|ええと|えーと|あー?)[、。,…\s]*")
"""What one says who looks for the next of several words, and puts nothing right."""
_WITHOUT = regex(r"[,;.…\s-]+no\s+", re.IGNORECASE)
"""A bare "no" before a noun says what shall not be there: "some jazz, no vocals"."""
_INSTEAD = regex(r",? instead[.!]*$", re.IGNORECASE)
_LEAD_EN = regex(r"(?:(?:the|a|an|my|our|at|on|in|to|for|by|until|till|from|with|around|about) )*")
_ARTICLE = regex(r"(?:\b(?:the|a|an|my|our) )+", re.IGNORECASE)
_NUMBER_EN = regex(
    r"\d+(?:[.:]\d+)?(?P<unit>\s?(?:%|percent\b|degrees?\b|°\s?[cf]?|hours?\b|minutes?\b|mins?\b|seconds?\b|"
    r"[ap]\.?m\.?(?!\w)))?",
    re.IGNORECASE,
)
_CLOCK_EN = regex(
    r"\b(?:(?:half|quarter|\d{1,2})(?: past| to| after)? )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?| o'clock)?"
    r"(?!\d|st\b|nd\b|rd\b|th\b)",
    re.IGNORECASE,
)
_HALF_EN = regex(
    r"\bhalf (?:past )?\d{1,2}\b(?! ?(?:%|percent|hours?|minutes?|mins?|degrees?))", re.IGNORECASE
)
"""An hour that is one without its "at", too."""
_NUMBER_JA = regex(r"\d+(?:\.\d+)?(?P<unit>%|パーセント|度|割|時間|分|秒|時半?)?")
_CHUNK_JA = regex(r"[^、をはにのがで]+[をはにのがで]?$")
_ENDING_JA = regex(r"(?:の?(?:ほう|方))?(?:に|で|を|の)?(?:して|する|お願い|だ|です|だった|ね|よ|ください)*$")
_AS_IT_COMES = ("to", "item", "query", "what", "place", "name")
"""Arguments that a template takes as they come, and of which one may be put right."""

Read = Callable[[str], Call | None]
"""The call that a sentence template reads in a text, if any."""
Apart = Callable[[str], Frame]


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    kind: str
    value: str = ""
    """Of what kind a thing is."""


def repaired(text: str, language: Language, now: datetime, apart: Apart, read: Read) -> str:
    """The sentence (as ``text.sentence`` gives it) with its repairs made; itself where it has none."""
    pattern = _BREAK_JA if language == "ja" else _BREAK_EN
    for broken in pattern.finditer(text):
        before, after = text[: broken.start()].rstrip(" ,"), text[broken.end() :].strip()
        if len(before) < 2 or not after:
            continue
        if (
            (_ADDS.search(after) and not _RATHER_JA.search(broken[0]))
            or _GOES_ON.search(before)
            or _APOLOGY.match(text, broken.start())
            or (language == "ja" and before.endswith(_GOES_ON_JA) and _SEEKS_JA.fullmatch(broken[0]))
        ):
            continue
        if language == "ja":
            whole = _japanese(before, after, now, apart, read)
        else:
            typed = _WITHOUT.fullmatch(broken[0]) or _HESITATION["en"].fullmatch(broken[0].rstrip())
            whole = _english(
                before, _INSTEAD.sub("", after), now, apart, read if not typed else lambda said: None
            )
        if whole:
            return repaired(whole, language, now, apart, read)
    return _HESITATION[language].sub("", text).strip()


def _english(before: str, after: str, now: datetime, apart: Apart, read: Read) -> str | None:
    if _WHOLLY_NEW.match(after):
        return None
    lead = _LEAD_EN.match(after.casefold())
    begin = lead.end() if lead else 0
    here, there = _pieces(before, "en", now, apart), _pieces(after, "en", now, apart)
    for piece in (one for one in there if one.start <= begin < one.end):
        if piece.kind == "number" and re.search(r"\d", after[piece.end :]):
            return _from_the_same_word(before, after)
        if same := [one for one in here if one.kind == piece.kind]:
            if _are_apart(same[-1], piece):
                return None
            return _in_place(before, _of_its_day(before, same[-1], after, piece, now), after, begin, piece)
    if begin and (found := _from_the_same_word(before, after)):
        return found
    if _is_bare_verb(apart(before)) and apart(after).has("verbs"):
        return after
    return None if apart(after).has("verbs") else _in_its_argument(before, after, read)


def _of_its_day(before: str, wrong: _Piece, after: str, right: _Piece, now: datetime) -> _Piece:
    """The hour alone of a time that is put right, where no other day is said: "7 on friday, no, half 8"."""
    if right.kind != "time" or any(one.day or one.repeat for one in find_en(after, now)):
        return wrong
    said = [one for one in find_en(before[wrong.start : wrong.end], now) if one.day]
    hours = [*_CLOCK_EN.finditer(before, wrong.start, wrong.end)]
    at = [one for one in hours if before[: one.start()].casefold().endswith("at ")] or hours
    clock = any(one.clock for one in find_en(after, now))
    hour = at[0] if len(at) == 1 and said and clock else None
    return replace(wrong, start=hour.start(), end=hour.end()) if hour else wrong


def _are_apart(wrong: _Piece, right: _Piece) -> bool:
    """True for "the lamp, no, the light", which means no lamp among the lights."""
    return bool(wrong.value) and wrong.value == right.value


def _in_place(before: str, wrong: _Piece, after: str, begin: int, right: _Piece) -> str:
    """The one piece for the other, with its preposition where it brings one."""
    start = wrong.start
    if begin:
        article = _ARTICLE.fullmatch(after[:begin])  # in "turn on the kettle" the "on" is the verb's
        pattern = _ARTICLE if article else _LEAD_EN
        led = re.search(rf"(?:{pattern.pattern})$", before[:start].casefold())
        start = led.start() if led else start
    said, unit = after[: right.end], ""
    if right.kind == "number":
        left, own = _NUMBER_EN.match(before, wrong.start), _NUMBER_EN.match(after, right.start)
        unit = (left["unit"] or "") if left and own and not own["unit"] else ""
    rest = f"{before[wrong.end :]} {after[right.end :].lstrip(' ,')}"
    return f"{before[:start].rstrip()} {said}{unit} {rest.strip()}".strip()


def _from_the_same_word(before: str, after: str) -> str | None:
    word = after.split(maxsplit=1)[0].casefold()
    found = list(re.finditer(rf"\b{re.escape(word)}\b", before.casefold()))
    return f"{before[: found[-1].start()]}{after}" if found and found[-1].start() else None


def _is_bare_verb(frame: Frame) -> bool:
    return frame.has("verbs") and not (frame.mentions or frame.leftover or frame.has("kinds"))


def _in_its_argument(before: str, after: str, read: Read) -> str | None:
    """ "Call mum, I mean dad": the words that a template took as they came, where it takes these as well."""
    call = read(before)
    if call is None or "text" in call.arguments:
        return None
    for words in (str(call.arguments[key]) for key in _AS_IT_COMES if key in call.arguments):
        start = before.casefold().rfind(words.casefold()) if words else -1
        whole = f"{before[:start]}{after}{before[start + len(words) :]}" if start >= 0 else ""
        again = read(whole) if whole else None
        if again and again.tool == call.tool:
            return whole
    return None


def _japanese(before: str, after: str, now: datetime, apart: Apart, read: Read) -> str | None:
    here, there = _pieces(before, "ja", now, apart), _pieces(after, "ja", now, apart)
    right = next((one for one in there if one.start == 0), None)
    wrong = next((one for one in reversed(here) if right and one.kind == right.kind), None)
    if not apart(before).has("verbs") and read(before) is None:
        if wrong:
            return before[: wrong.start] + after
        chunk = _CHUNK_JA.search(before)
        goes_on = apart(after).has("verbs") or read(after) is not None
        return before[: chunk.start()] + after if chunk and goes_on else None
    verbs = [cue for cue in apart(after).cues if cue.group == "verbs"]
    if verbs and verbs[0].start == 0:
        done = [cue for cue in apart(before).cues if cue.group == "verbs"]
        return before[: done[0].start] + after if done else None
    if verbs:
        return None
    said = _ENDING_JA.sub("", after)
    if wrong and right and _are_apart(wrong, right):
        return None
    if wrong and right and right.end >= len(said):
        return before[: wrong.start] + said + before[wrong.end :]
    return _in_its_argument(before, said, read)


def _pieces(text: str, language: Language, now: datetime, apart: Apart) -> list[_Piece]:
    """Times, numbers, names and colours, left to right; of one place the longest first."""
    frame = apart(text)
    japanese = language == "ja"
    found = [
        _Piece(when.start + when.bare, when.end, "length" if when.duration else "time")
        for when in (find_ja if japanese else find_en)(text, now)
    ]
    if len(frame.text) == len(text):
        found += [_Piece(one.start, one.end, "name") for one in frame.mentions]
        found += [_Piece(cue.start, cue.end, "colour") for cue in frame.cues if cue.group == "colors"]
        found += [
            _Piece(cue.start, cue.end, "thing", cue.value) for cue in frame.cues if cue.group == "kinds"
        ]
    if not japanese and not any(one.kind == "time" for one in found):
        found += [_Piece(one.start(), one.end(), "time") for one in _HALF_EN.finditer(text)]
    numbers = (_NUMBER_JA if japanese else _NUMBER_EN).finditer(text)
    found += [_Piece(one.start(), one.end(), "number") for one in numbers]
    return sorted(found, key=lambda one: (one.start, -one.end))
