"""One of several that were spoken of: before it is known which, "turn one of them off" does it to none."""

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import replies, which
from kippu.understand.cues import name_arguments
from kippu.understand.fitting import risky, things_of
from kippu.understand.reading.said import Said

_LEAD = r"(?:(?:please|now|and|then|ok|okay|can you|could you|just)[, ]+)*"
_ONE = r"(?:just |only )?(?:one|1)(?: of (?:them|those|these|the (?:lights|lamps|two|2)))?(?: light| lamp)?"
_ORDERS = {
    "en": regex(
        rf"{_LEAD}(?:turn|switch) (?:{_ONE} (?P<way>on|off)|(?P<way_>on|off) {_ONE})"
        r"(?: (?:again|please|now))*"
    ),
    "ja": regex(
        r"(?:じゃあ?|やっぱり?|あと|、)*(?:(?:そのうち|どっちか|どちらか|どれか)(?:の)?)?(?:片方|(?:一|1|ひと)つ|1個)?(?:だけ)?(?:を)?"
        r"(?P<way>つけ|消し)(?:て|といて|ておいて)(?:ください|くれる|ね|よ|お願い)*"
    ),
}
_SOME_JA = regex(r"そのうち|どっちか|どちらか|どれか|片方|(?:一|1|ひと)つ|1個")
_TOOLS = {"on": "home.turn_on", "off": "home.turn_off", "つけ": "home.turn_on", "消し": "home.turn_off"}
_SEVERAL = 2
_MOST = 6


def one_of_them(said: Said) -> Meaning | None:
    """The question which one; None where there were not several."""
    language: Language = said.language
    match = _ORDERS[language].fullmatch(said.text.casefold())
    if match is None or said.turn.asked or (language == "ja" and not _SOME_JA.search(said.text)):
        return None
    tool = _TOOLS[next(filter(None, match.groups()))]
    homes = [call for call in said.turn.earlier if call.tool.startswith("home.")]
    things = list(dict.fromkeys(thing for call in homes for thing in things_of(call, said.names)))
    calls = tuple(Call(tool, name_arguments(thing, said.index)) for thing in things)
    if not _SEVERAL <= len(things) <= _MOST or any(risky(call, said.names) for call in calls):
        return None
    if len({thing.domain for thing in things}) > 1:
        return None
    asked = things, language, said.names
    return Meaning("cues", 0.97, (), which(*asked), calls, replies(*asked))
