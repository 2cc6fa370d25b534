"""What was noted of the person themself, asked for: "what's my name", "who am I", "what am I allergic to",
"what's my dog called", 「猫の名前は？」. Where nothing was, that is said: a model would invent a name.

Knows the texts of the notes as the names give them; keeps and tells nothing.
"""

import re
from collections.abc import Iterator

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.outright.of_oneself import FAMILY, FAMILY_JA, MEASURED, MEASURED_JA
from kippu.understand.text.leads import ASKING

_SURE = 0.95
_ASKS = rf"{ASKING}(?:(?:so|do you (?:know|remember)|can you (?:tell|remember)|tell me|remind me) )*"
_ASKS_END = r"(?: again| please| now|,? kippu)*"
_I_JA = r"(?:私|わたし|僕|ぼく|俺|おれ)"
_MY_JA = r"(?:(?:私|わたし|僕|ぼく|俺|おれ|うち|我が家)の)?"
_ASKS_END_JA = (
    r"(?:って|は|を|が)?(?:何|なに|なん|誰|だれ|どこ|いつ|いくつ|どれ|何歳|覚え|おぼえ|知っ|知り|わか|分か|教え|おしえ)?"
    r"(?:て|って|た|り|る)?(?:い)?(?:ます|る|るの)?(?:です|でした|だ|だった)?(?:ください|くれる)?(?:っけ|か|の|かな|よね)*"
)
_NAMED = rf"my (?:full |first |last |given |family |sur)?name(?: is|'s) |{_I_JA}の?名前は"
_QUESTIONS: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (
        (
            r"what(?:'s| is) my (?:full |first |last )?name|what my name is|my (?:first )?name|who i am"
            r"|who am i|what (?:do|did|should) you call me|what am i called",
            _NAMED,
        ),
        (
            rf"what(?:'s| is) (?:my|our) (?P<own>{FAMILY})(?:['’]s name| called)"
            rf"|(?:what(?:'s| is) the name of )?(?:my|our) (?P<of>{FAMILY})(?:['’]s name)?",
            r"(?:my|our) {own}(?:['’]s name is| is (?:called|named)) ",
        ),
        (
            rf"who(?:'s| is) (?:my|our) (?P<who>{FAMILY})",
            r"(?:my|our) {own}(?:['’]s name is| is (?:called|named)) ",
        ),
        (r"where (?:do i live|i live|is my home)", r"(?:i|we) live (?:in|at|on) |my (?:home )?address is "),
        (
            r"how old (?:am i|i am)|what(?:'s| is) my age|when was i born|my age",
            r"(?:i'm|i am) \d+ years old|(?:i'm|i am|i was) born ",
        ),
        (rf"how old is (?:my|our) (?P<own>{FAMILY})", r"(?:my|our) {own} is \d"),
        (
            r"(?:what|which (?:food|foods|things)) am i allergic to|what are my allergies|my allergies"
            r"|(?:do i have|have i got|have i) any allergies|am i allergic to anything",
            r"(?:i'm|i am) (?:\w+ )?(?:allergic|lactose|gluten)",
        ),
        (
            rf"what(?:'s| is| are) my (?P<own>(?:all-time )?favou?rite (?:[\w'-]+ ?){{1,3}}|{MEASURED})",
            r"my {own} (?:is|are) ",
        ),
    ),
    "ja": (
        (rf"{_I_JA}の?(?:名前|名)|{_I_JA}(?=.{{0,3}}(?:誰|だれ))", _NAMED),
        (rf"{_MY_JA}(?P<own>{FAMILY_JA})の名前", rf"{_MY_JA}{{own}}の名前は"),
        (rf"{_MY_JA}(?P<own>好きな[^、。はがを\s]{{1,8}})", rf"{_MY_JA}(?:一番)?{{own}}は"),
        (rf"(?:{_I_JA}(?:は|って|の))?(?:どこに住んで|住所)", rf".*に住んで|{_MY_JA}住所は"),
        (rf"(?:{_I_JA}(?:は|って|の))?何の?アレルギー", r".*アレルギー"),
        (rf"{_MY_JA}(?P<own>{MEASURED_JA})", rf"{_MY_JA}{{own}}は"),
    ),
}
_ENDS: dict[Language, tuple[str, str]] = {
    "en": (_ASKS, _ASKS_END),
    "ja": (r"(?:ねえ|ところで|、)*", _ASKS_END_JA),
}
_ASKED = {
    language: tuple(
        (regex(f"{_ENDS[language][0]}(?:{asked}){_ENDS[language][1]}", re.IGNORECASE), told)
        for asked, told in questions
    )
    for language, questions in _QUESTIONS.items()
}
_UNTOLD = regex(r"\bname\b|favou?rite|who (?:am i|i am)|called|call me|名前|好きな|誰|だれ", re.IGNORECASE)
"""Nobody but the person can tell it, so it is looked for nowhere else."""


def own_noted(text: str, language: Language, names: Names) -> Meaning | None:
    """The note that tells; that none does; None for any other question."""
    said = text.strip(" .?!。？！")
    ways = list(_ways(said, language))
    for told in ways:
        if note := next((note for note in names.notes if told.match(note)), None):
            return Meaning("cues", _SURE, (Call("notes.find", {"words": note}),))
    return Meaning("cues", _SURE, (Call("about.untold"),)) if ways and _UNTOLD.search(said) else None


def _ways(said: str, language: Language) -> Iterator[re.Pattern[str]]:
    """How a note begins that tells what is asked for."""
    for asked, told in _ASKED[language]:
        if match := asked.fullmatch(said):
            own = next((re.escape(one.strip()) for one in match.groupdict().values() if one), "")
            yield re.compile(told.replace("{own}", own), re.IGNORECASE)
