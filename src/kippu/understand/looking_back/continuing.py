"""What goes on with a result: "add 10 to that" after a sum, "and in meters?" after a conversion.

Works on the last call alone; the templates say whether a word is a unit.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.looking_back.asked_again import asked_again
from kippu.understand.looking_back.past import past
from kippu.understand.looking_back.reckoned import reckoned, shared_anew

_THAT = r"(?:it|that|this|the (?:result|answer|sum|total))"
_START = r"^(?:(?:and|now|then|ok|okay|please|what(?:'s| is)|what about) )*"
_END = r"(?:[, ]+(?:please|then|now|too))*$"
_UNIT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:how (?:many|much) (?P<many>[a-z°/ ]+?) (?:is|are|does|would) (?:it|that|this)"
        r"(?: make| be)?"
        r"|how (?:much|many|long|far|tall|high|deep|wide|big|heavy|hot|cold|warm|fast)"
        rf" (?:is|are|would) {_THAT}(?: be)? (?:in|to|as) (?P<measured>[a-z°/ ]+?)"
        rf"|(?:{_THAT} )?(?:in|to|into|as) (?P<unit>[a-z°/ ]+?)"
        rf"|(?<=and )(?P<bare>[a-z°/ ]+?)|(?<=what about )(?P<about>[a-z°/ ]+?)"
        rf"|how about (?:in )?(?P<how>[a-z°/ ]+?)){_END}"
    ),
    "ja": regex(
        r"^(?:じゃあ|では|あと|それ(?:を|は)|これ(?:を|は)|、)*(?P<unit>[^、。をはに]{1,12}?)(?P<many>)"
        r"(?:では|なら|だと|に(?:すると|して|したら|換算して|換算すると|直すと)|は|で)"
        r"(?:ください|くれる|いくつ|どのくらい|どれくらい|何|なに|は|ね|よ|教えて)*$"
    ),
}  # fmt: skip
_AS_MANY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:how about )?(?:in )?(?P<n>-?\d+(?:\.\d+)?)(?: ?(?:degrees )?(?P<unit>[a-z°]+))?{_END}"
    ),
    "ja": regex(
        r"^(?:じゃあ|では|あと|、)*(?P<n>-?\d+(?:\.\d+)?)(?P<unit>[^、。をはに\d]{1,8}?)??(?:だと|なら|は|では)"
        r"(?:いくつ|どのくらい|どれくらい|何|は|ね|よ)*$"
    ),
}
"""As much again of the same unit: "and 100?" after a conversion."""
_IN_ONE = regex(
    rf"{_START}(?:how about |how many )?(?P<unit>[a-z°/ ]+?) (?:in|to|per) (?:an?|one|1)"
    rf" (?P<of>[a-z°/ ]+?){_END}"
)
"""Another conversion without its verb: "and ml in a cup"."""
_AMOUNT = regex(
    r"(?:about |around |roughly )?-?(?:\d[\d.,/]*(?: \d+/\d+)?|half)"
    r"(?: (?:and a half|million|thousand|hundred|dozen))?(?: of)?(?: an?)?"
    r"|an?|(?:a )?(?:quarter|third|dozen)(?: of)?(?: an?)?|\d*分の\d+|[\d.,]+[百千万億]?"
)
"""What may be so much of a unit; any other words are another request."""
_DAYS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:so )?(?:how (?:many days|long)|how far)(?: is it| are there| is that| left)*"
        rf"(?: (?:until|till|til|to|away|off))?(?: (?:then|that|it))?{_END}"
    ),
    "ja": regex(
        r"^(?:じゃあ|それまで|そこまで|、)*(?:で|に|は)?(?:あと|残り)(?:何日|なんにち|どのくらい)(?:ある|です|か|の|ね)*$"
    ),
}
_WEEKDAY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:so )?"
        r"(?:(?:what|which) (?:weekday|day of the week) (?:is|was|will|does|did|would) (?:that|it)"
        rf"|(?:what|which) day (?:is|was|will|would) that|(?:what|which) day (?:will|does|did|would) it"
        r"|(?:what|which) day is it(?= on\b))"
        rf"(?: (?:be|fall|on|fall on))*{_END}"
    ),
    "ja": regex(
        r"^(?:じゃあ|では|で|、)*(?:それ|その日|これ)?(?:は|って|、)*何曜日?(?:です|だっけ|になる|かな|なの|か|ですか)*$"
    ),
}
_UNTIL = regex(
    rf"{_START}(?:(?:until|till|til|to|before) )?"
    rf"(?P<when>\d{{1,2}}(?::\d\d)?(?: ?[ap]\.?m\.?)?|noon|midday|midnight){_END}"
)
_SPOKEN_OF = r"(?:and|what about|how about|and what about)"
_IN_A_WHILE = regex(
    rf"{_SPOKEN_OF} in (?P<soon>\d+ (?:hours?|minutes?|mins?)(?: (?:and )?\d+ (?:minutes?|mins?))?)"
)
_OTHER_PART = regex(
    rf"{_SPOKEN_OF} (?:(?:in |for |during )?the (?P<part>morning|afternoon|evening|night)"
    rf"|at (?P<night>night))"
)
"""Of the day that was told of."""
_SET = frozenset({"alarms.set", "reminders.add", "calendar.add", "calendar.move"})
_ISO_DAY = regex(r"\d{4}-\d\d-\d\d")
_FIRST = regex(
    r"(?:(?:and|so|ok|okay)[, ]+)*(?:what|which)(?: one)?(?:'s| is| comes)(?: (?:the|up))? (?:first|earliest)"
    r"(?: (?:one|thing|event))?"
)
"""Of the day that was told of, or that something was put down for."""
_OF_THE_PAST = frozenset({"history.done", "history.asked"})
_ALSO: dict[Language, re.Pattern[str]] = {
    "en": regex(r"^(?:(?:and|so|ok|okay|what about|how about|on|the)[, ]+)+"),
    "ja": regex(r"^(?:(?:じゃあ?|では|で|あと)、?)*"),
}
_ALSO_JA_END = regex(r"(?:は|も|のは|のも)?(?:どう|何(?:を)?した|どうだった)?(?:の|です|か)*$")
_CONVERT = {"en": "convert {value} {source} to {unit}", "ja": "{value}{source}を{unit}に変換して"}


def continued(
    text: str,
    language: Language,
    earlier: Sequence[Call],
    now: datetime,
    read: Callable[[str], Call | None],
) -> Call | None:
    """The call that goes on from the last one; None for any other sentence.

    ``text`` as ``text.sentence`` gives it; ``read``: what the templates take a sentence for.
    """
    if not earlier:
        return None
    last, folded = earlier[-1], text.casefold()
    if last.tool == "math.calculate":
        return reckoned(folded, language, str(last.arguments["expression"]))
    if again := shared_anew(folded, language, last):
        return again
    if last.tool == "clock.date" and last.arguments and _DAYS[language].match(folded):
        return last
    if _WEEKDAY[language].match(folded) and (told := _its_day(last)):
        return told
    if last.tool in _OF_THE_PAST and (call := _another_day(folded, language, last, now)):
        return call
    if language == "en" and (call := _of_a_time(folded, last, read)):
        return call
    if last.tool == "math.convert" and (converted := _converted(folded, language, last, read)):
        return converted
    again = asked_again(text, language, last, now, read)
    return _another_amount(again, last) if again and again.tool == "math.convert" else again


def _another_day(folded: str, language: Language, last: Call, now: datetime) -> Call | None:
    """The same of another day or part of one: "and yesterday" after "what did you do today"."""
    said = _ALSO[language].sub("", folded, count=1)
    said = _ALSO_JA_END.sub("", said) if language == "ja" else said
    span = past(said, language, now)
    if span is None or not span.when or said[: span.start].strip(" ,、") or said[span.end :].strip(" ,、?？"):
        return None
    day = {"day": str(span.when["day"])}
    since = {"today": 0, "yesterday": 1}.get(day["day"])
    if since is not None:
        day = {"day": (now.date() - timedelta(days=since)).isoformat()}
    kept = {key: value for key, value in last.arguments.items() if key not in {"day", "part", "last"}}
    return Call(last.tool, {**kept, **span.when, **day})


def _converted(
    folded: str, language: Language, last: Call, read: Callable[[str], Call | None]
) -> Call | None:
    """As much again of the same unit, or the same in another."""
    if match := _AS_MANY[language].match(folded):
        return _as_many(match, last)
    if language == "en" and (match := _IN_ONE.match(folded)):
        call = read(f"how many {match['unit']} in a {match['of']}")
        return call if call and call.tool == "math.convert" else None
    if match := _UNIT[language].match(folded):
        given = last.arguments
        unit = next(filter(None, match.groupdict().values()))
        said = _CONVERT[language].format(value=given["value"], source=given["from_unit"], unit=unit)
        call = read(said)
        return call if call and call.tool == "math.convert" else None
    return None


def _as_many(match: re.Match[str], last: Call) -> Call | None:
    """So much of the unit that was converted; of the other one, the way back."""
    unit, given = match["unit"], last.arguments
    if not unit or _alike(unit, given["from_unit"]):
        own = unit if unit and _is_same(unit, given["from_unit"]) else given["from_unit"]
        return Call(last.tool, {**given, "value": match["n"], "from_unit": own})
    if _is_same(unit, given["to_unit"]):
        return Call(last.tool, {"value": match["n"], "from_unit": unit, "to_unit": given["from_unit"]})
    return None


def _another_amount(again: Call, last: Call) -> Call | None:
    """As much of another unit; of the one that was asked for, the way back. None for another request."""
    if not is_amount(again.arguments["value"]):
        return None
    back = _is_same(again.arguments["from_unit"], again.arguments["to_unit"])
    return Call(again.tool, {**again.arguments, "to_unit": last.arguments["from_unit"]}) if back else again


def _alike(unit: str, other: object) -> bool:
    return unit[:3] == str(other)[:3].casefold()


def _is_same(unit: object, other: object) -> bool:
    return str(unit).casefold().removesuffix("s") == str(other).casefold().removesuffix("s")


def is_amount(value: object) -> bool:
    """Whether it may be so much of a unit, and not the words of another request."""
    return isinstance(value, int | float) or _AMOUNT.fullmatch(str(value).casefold().strip()) is not None


def _its_day(last: Call) -> Call | None:
    """The day that was told, or that something was set for: its date and weekday."""
    if last.tool == "clock.date":
        return Call(last.tool, {key: value for key, value in last.arguments.items() if key != "weekday"})
    at = str(last.arguments.get("at", "")) if last.tool in _SET else ""
    return Call("clock.date", {"day": at[:10]}) if _ISO_DAY.match(at) else None


def _of_a_time(folded: str, last: Call, read: Callable[[str], Call | None]) -> Call | None:
    """What time it will be in another while; what is on in another part of the day."""
    if last.tool == "clock.time" and (match := _IN_A_WHILE.fullmatch(folded)):
        call = read(f"what time will it be in {match['soon']}")
        return call if call and call.tool == last.tool else None
    if last.tool == "clock.time" and last.arguments.get("at") and (match := _UNTIL.match(folded)):
        call = read(f"how long until {match['when']}")
        return call if call and call.tool == last.tool else None
    day = str(last.arguments.get("day") or last.arguments.get("at") or "").partition("T")[0]
    if last.tool in {"calendar.show", "calendar.add"} and "-" in day and _FIRST.fullmatch(folded):
        return Call("calendar.show", {"day": day, "first": True})
    if (
        last.tool == "calendar.show"
        and last.arguments.get("day")
        and (match := _OTHER_PART.fullmatch(folded))
    ):
        return Call(last.tool, {**last.arguments, "part": match["part"] or "night"})
    return None
