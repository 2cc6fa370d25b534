"""Questions about what happened: "was the door unlocked today?", "how long has the fan been on?".

The state of now would be no answer; the record has one. Finds what is asked, of which thing and about which
time; reads the thing by the question whether it is so.
"""

import re
from collections.abc import Callable
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Reading, target_of
from kippu.understand.looking_back.past import past
from kippu.understand.outright.honest import state_asked

Read = Callable[[str], Reading | None]
"""Reads a sentence by its cues."""
_ASK = 0.55
_START = r"^(?:so |and |but |hey |do you know |can you tell me |tell me |please )*"
_SOMEBODY = r"(?:any ?one|any ?body|some ?one|some ?body|any of us)"
_WHO = rf"(?:{_SOMEBODY}|you|i|we|it|they|he|she|kippu|my \w+)"
_OFTEN = r"(?:already |really |just |also |even |ever |last |recently |lately )*"
_DEED = (
    r"(?P<verb>turn(?:ed)?|switch(?:ed)?|shut|clos(?:ed|e)|open(?:ed)?|lock(?:ed)?|unlock(?:ed)?|start(?:ed)?|"
    r"stop(?:ped)?|put)"
)
_SO = r"(?P<so>on|off|open|opened|closed|shut|locked|unlocked|running|playing|(?:turned|switched) (?:on|off))"
_LAST = r"(?: (?P<last>last|most recently|recently|for the last time|the last time))?"
_WHEN = r"(?:when|(?:at )?what time|on what day|which day|on which day)"
_EN: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (ask, regex(_START + form + r"(?: (?:for|now|exactly|already|so far))*$"))
    for ask, form in (
        ("how_long", rf"(?:for )?how long (?:has|have|is|are|'s) (?P<what>.+?)(?: been)? {_SO}"),
        ("how_long", rf"since (?:when|what time) (?:has|have|is|are) (?P<what>.+?)(?: been)? {_SO}"),
        ("ago", rf"how long ago (?:did|have|has) {_WHO} {_OFTEN}{_DEED} (?P<rest>.+?){_LAST}"),
        ("ago", rf"how long ago (?:was|were) (?P<what>.+?) {_OFTEN}{_SO}"),
        ("when", rf"{_WHEN} (?:did|have|has) {_WHO} {_OFTEN}{_DEED} (?P<rest>.+?){_LAST}"),
        ("when", rf"{_WHEN} (?:was|were|has|have) (?P<what>.+?) (?:been )?{_OFTEN}{_SO}{_LAST}"),
        ("when", rf"when was the last time (?:that )?{_WHO} {_OFTEN}{_DEED} (?P<rest>.+?)"),
        ("when", rf"when was the last time (?:that )?(?P<what>.+?) (?:was|were|got|has been) {_SO}"),
        ("who", rf"who (?:has |have |was it (?:that|who) )?{_OFTEN}{_DEED} (?P<rest>.+?){_LAST}"),
        ("whether", rf"(?:did|have|has) {_SOMEBODY} {_OFTEN}{_DEED} (?P<rest>.+?)"),
        ("dated", rf"(?:did|have|has) {_WHO} {_OFTEN}{_DEED} (?P<rest>.+?)"),
        ("dated", rf"(?:was|were|has|have) (?P<what>.+?) (?:been )?{_OFTEN}{_SO}"),
    )
)
""" "dated": whether, and only where the sentence says about which time; else it asks for the state."""
_ENDS_JA = r"(?:の|ん)?(?:です|だ)?(?:か|かな|っけ|かしら|だろう|んだろう)*$"
_DEED_JA = (
    r"(?P<verb>つけ|点け|消し|切っ|止め|開け|あけ|閉め|しめ|(?:鍵(?:を)?)?かけ|施錠し|解錠し)"
    r"(?:てくれ|てもらっ|ておい|とい|て)?(?:まし)?[ただっ](?:た)?"
)
_STANDS_JA = (
    r"(?P<so>つい|点い|消え|開い|あい|閉まっ|しまっ|かかっ|(?:施錠|解錠)され|動い|回っ|止まっ)"
    r"(?:てい?(?:る|た|ます|ました)|(?:まし)?た|っぱなし|たまま|てた)"
)
_SINCE_JA = (
    r"(?:いつから|何時から|(?:もう)?(?:どのくらい|どれくらい|どれぐらい|どのぐらい|何分|何時間)"
    r"(?:の?間|前から)?)"
)
_JA: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (ask, regex(form + _ENDS_JA))
    for ask, form in (
        ("how_long", rf"^(?P<what>.+?)[はがも、]*{_SINCE_JA}[、]?{_STANDS_JA}"),
        ("how_long", rf"^{_SINCE_JA}[、]?(?P<what>.+?)[はがも、]*{_STANDS_JA}"),
        ("ago", rf"^(?P<what>.+?)[をはが、]*(?:どのくらい|どれくらい|何分|何時間)前に?{_DEED_JA}"),
        ("when", rf"^(?P<what>.+?)[をはが、]*(?:最後に)?(?:いつ|何時に|何時ごろ)(?:、)?(?:最後に)?"
                 rf"(?:[^、]{{0,4}}が)?{_DEED_JA}"),
        ("when", rf"^(?:いつ|何時に|最後にいつ)(?:最後に)?(?P<what>.+?)[をはが、]*{_DEED_JA}"),
        ("when", rf"^最後に(?P<what>.+?)[をはが、]*{_DEED_JA}の?(?:は|って)?(?:いつ|何時)"),
        ("who", rf"^(?P<what>.+?)[をはが、]*(?:誰|だれ)が{_DEED_JA}"),
        ("who", rf"^(?P<what>.+?)[をはが、]*{_DEED_JA}の?(?:は|って)?(?:誰|だれ)"),
        ("when", rf"^(?P<what>.+?)[をはが、]*(?:最後に)?(?:いつ|何時に|何時ごろ)、?(?:最後に)?{_STANDS_JA}"),
        ("when", rf"^(?:最後に)?(?P<what>.+?)[をはが、]*(?:最後に)?{_DEED_JA}の(?:は|って)?(?:いつ|何時)"),
        ("when", rf"^(?:最後に)?(?P<what>.+?)[をはが、]*(?:最後に)?{_STANDS_JA}の(?:は|って)?(?:いつ|何時)"),
        ("who", rf"^(?:誰|だれ)が(?P<what>.+?)[をはが、]*{_DEED_JA}"),
        ("whether", rf"^(?:誰|だれ)か(?:が|は)?(?P<what>.+?)[をはが、]*{_DEED_JA}"),
        ("whether", rf"^(?P<what>.+?)[をはが、]*(?:誰|だれ)か(?:が|は)?{_DEED_JA}"),
        ("dated", rf"^(?P<what>.+?)[をはがも、]*{_DEED_JA}"),
        ("dated", rf"^(?P<what>.+?)[をはがも、]*{_STANDS_JA}"),
    )
)  # fmt: skip
_STATES_JA = {
    "つけ": "ついてる", "点け": "ついてる", "つい": "ついてる", "点い": "ついてる", "回っ": "ついてる",
    "動い": "ついてる",
    "消し": "消えてる", "切っ": "消えてる", "止め": "消えてる", "消え": "消えてる", "止まっ": "消えてる",
    "開け": "開いてる", "あけ": "開いてる", "開い": "開いてる", "あい": "開いてる", "閉め": "閉まってる",
    "しめ": "閉まってる", "閉まっ": "閉まってる", "しまっ": "閉まってる", "かけ": "鍵かかってる",
    "かかっ": "鍵かかってる", "施錠": "施錠されてる", "解錠": "解錠されてる",
}  # fmt: skip
_QUESTION_JA = regex(r"(?:か|かな|っけ|かしら)$")


def happened(text: str, question: bool, language: Language, now: datetime, read: Read) -> tuple[Call, ...]:
    """The call that answers it out of the record; none for any other sentence.

    ``text`` as ``text.sentence`` gives it; ``question``: whether it ended in a question mark.
    """
    folded = text.casefold()
    span = past(folded, language, now)
    said = (folded[: span.start] + folded[span.end :]).strip(" ,") if span else folded
    for ask, form in _JA if language == "ja" else _EN:
        match = form.match(said)
        if match is None:
            continue
        if ask == "dated" and not (span and (language == "en" or question or _QUESTION_JA.search(said))):
            continue
        state = _state(_whether_ja(match) if language == "ja" else _whether_en(match), read)
        if state is None:
            continue
        when = span.when if span else {}
        asks = "whether" if ask == "dated" else ask
        return (Call("history.happened", {**state, "ask": asks, **when}),)
    return ()


def _state(asked: str, read: Read) -> dict[str, str] | None:
    """The thing and its state, out of the question whether it is so."""
    found = read(asked)
    call = found.calls[0] if found and found.confidence >= _ASK and len(found.calls) == 1 else None
    if call and call.tool == "home.state" and call.arguments.get("state"):
        return {**target_of(call), "state": call.arguments["state"]}
    running = asked.endswith(" running")
    return _state(f"{asked.removesuffix('running')}on", read) if running else None


def _whether_en(match: re.Match[str]) -> str:
    """The question whether it is so, which the cues read."""
    given = match.groupdict()
    if given.get("rest"):
        return state_asked(given["verb"], given["rest"])
    so = given["so"].removeprefix("turned ").removeprefix("switched ")
    return f"is {given['what']} {'open' if so == 'opened' else so}"


def _whether_ja(match: re.Match[str]) -> str:
    given = match.groupdict()
    said = given.get("verb") or given.get("so") or ""
    state = next(state for words, state in _STATES_JA.items() if words in said)
    return f"{match['what']}は{state}"
