"""Several commands in one sentence: where it can be cut so that every piece is a command.

Cuts only where both sides read well; otherwise the sentence stays whole.
"""

import re
from collections.abc import Callable, Iterator

from kippu.turn import Language
from kippu.understand.played import played_apart
from kippu.understand.several_timers import timers_apart

_EN = re.compile(
    r"\s*(?:,|;|\.)?\s+(?:and then|and also|then|and|plus|also)\s+(?:also\s+|then\s+)?|\s*[,;.]\s+"
)
_VERBS = (
    "turn|set|dim|brighten|open|close|shut|lock|unlock|start|stop|play|pause|raise|lower|put|make|switch|activate"
    "|mute|unmute"
)
_EN_BARE = re.compile(rf"(?<! light)\s+(?=switch )|\s+(?!switch)(?=(?:{_VERBS}) )")
"""Where a verb begins another command without any word between: "turn on the lamp turn off the TV"."""
_BEGINS = re.compile(rf"(?:(?:please|can you|could you|would you) )?(?:{_VERBS}) ", re.IGNORECASE)
_JA = re.compile(
    r"(?<=[てで])(?<![度%ま]で)(?:から|、|それから|そして|あと|ついでに|,)*"
    r"(?!ください|下さい|くれ|もら|ほし|欲し|おい|おけ|ちょうだい|頂|ね|よ|いる|いま|いて|る|き|み|しま|あげ|やって|やる|"
    r"も|は|明るさ|輝度|色|いい|から|、|くだ|いただ|ある|な|と|の|か|し|$)"
    r"|(?:、|,|。)(?:それから|そして|あと|ついでに)?|(?<=に)(?:して|し)(?:、|,)"
)


_BELL = r"(?P<kind>timer|alarm|reminder)"
_ANOTHER = re.compile(
    rf"^(?P<lead>.*?\b{_BELL}s? (?:for|at)) (?P<one>.+?)(?:,| and|, and) "
    r"(?:(?:and )?(?:another|a second|a different|1|one)(?: 1| one| timer| alarm| reminder)?"
    r"(?: for| at)? )(?P<other>\d.*)$",
    re.IGNORECASE,
)
_TWO = re.compile(
    rf"^(?P<verb>.*?)\b(?:2|two|a couple of) {_BELL}s(?:,|:)?(?: (?:1|one))? (?=(?:for|at) )", re.IGNORECASE
)
_TWO_LENGTHS = re.compile(
    r"\b(?:2|two|a couple of) (?=(?:timer|alarm|reminder)s (?:for|at) \d\S*(?: \w+)? and \d)", re.IGNORECASE
)
_EACH_NAMED = re.compile(
    rf"^(?P<verb>(?:(?! and ).)*?)\b(?P<one>an? {_BELL} (?:called|named|for) .+?),? and "
    r"(?:another|a second|one)(?: one| timer| alarm| reminder)? (?P<other>(?:called|named) .+)$",
    re.IGNORECASE,
)
_EACH_WHOLE = re.compile(
    r"^(?P<verb>(?:(?:please|can you|could you) )?"
    r"(?:set|start|create|make|run|give me|put on|i need|set up)(?: me)?) "
    r"(?P<one>(?:an?|1|one) (?:[\w:-]+ ){1,5}?(?P<kind>timer|alarm)\b.*?),? and "
    r"(?P<other>(?:an?|1|one|another) (?:[\w:-]+ ){1,5}?(?P=kind)\b.*)$",
    re.IGNORECASE,
)
_LENGTH = (
    r"(?:\d+|an?|half an|1/2 an)(?: and a half)?(?: (?:hours?|minutes?|mins?|seconds?|secs?|days?|weeks?))?"
)
_CLOCK = r"(?:noon|midday|midnight|\d\S*)(?: ?[ap]\.?m\b\.?| in the (?:morning|afternoon|evening)| at night)?"
_AT = rf"(?:at|by) {_CLOCK}"
_MEASURE = r"(?:temperature|humidity|battery|brightness|volume|pressure)"
_COMMAND = (
    r"(?!(?:remind|set|wake|cancel|delete|remove|take|cross|check|clear|show|turn|switch|open|close|play|stop|start|add|put"
    r"|write|move|tell|text|what|is)\b)"
)
"""What begins another command, and is no part of the one before."""
_STATE = r"(?:all )?(?:locked|closed|shut|off|on|open)(?: up)?"
_TWICE = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (
            rf"^(?P<lead>.*?\bremind me) in (?P<one>{_LENGTH}),? and (?:then )?(?:again )?"
            rf"in (?P<other>{_LENGTH}) (?P<what>(?:to|about) .+)$",
            "{lead} in {one} {what} and {lead} in {other} {what}",
        ),
        (  # two commands already; the comma tells them from one text
            r"^(?P<one>.*?\bremind me\b.+?),? and (?:then )?(?P<other>(?:wake me(?: up)? (?:at|in)"
            r"|set (?:me )?(?:an?|the) (?:alarm|timer|reminder) (?:for|at|in)) .+)$",
            "{one}, and {other}",
        ),
        (
            r"^(?P<one>(?:please |can you |could you )?(?:set|create|make|add|put)(?: me)? (?:an? )?"
            r"(?:alarm|timer) (?:for|at|in) .+?),? and (?:set )?(?:an? )?reminder "
            r"(?P<other>(?:at|for|to|in|about) .+)$",
            "{one}, and remind me {other}",
        ),
        (
            r"^(?P<lead>(?:is|are) (?:everything|all (?:of )?(?:the |my )?\w+|(?:the|my) [\w ]+?)) "
            rf"(?P<one>{_STATE}) and (?P<other>{_STATE})$",
            "{lead} {one} and {lead} {other}",
        ),
        (
            rf"^(?P<lead>.*?\bremind me) (?P<one>{_AT} (?:to|about) .+?),? and "
            rf"(?:then )?(?P<other>{_AT} (?:to|about) .+)$",
            "{lead} {one} and {lead} {other}",
        ),
        (
            rf"^(?P<lead>.*?\bremind me) (?P<one>to .+? {_AT}),? and (?:then )?"
            rf"(?:(?:remind me )?to )?(?P<other>{_COMMAND}(?:(?! and ).)+ {_AT})$",
            "{lead} {one}, and {lead} to {other}",  # so that it differs where it was said one by one
        ),
        (
            rf"^(?P<lead>.*?\bremind me\b.*?) (?P<one>{_AT}) and (?:at )?"
            rf"(?P<other>{_CLOCK})(?P<rest>(?: (?:to|about|every) .+)?)$",
            "{lead} {one}{rest} and {lead} at {other}{rest}",
        ),
        (
            r"^(?P<lead>(?:please |can you |could you )?(?:put|add|write)) "
            r"(?P<one>(?:(?! list\b).)+ (?:on|to) (?:the|my|our) [\w-]+(?: [\w-]+)? list),? and "
            r"(?:put |add |write )?"
            rf"(?P<other>{_COMMAND}(?:(?! list\b).)+ (?:on|to) (?:the|my|our) [\w-]+(?: [\w-]+)? list)$",
            "{lead} {one} and {lead} {other}",
        ),
        (
            r"^(?P<lead>(?:please |convert |what(?:'s| is) |how much is )*\d[\d.,]* ?[a-z]+ (?:in|to|into)) "
            r"(?P<one>[a-z]+(?: [a-z]+)?) and (?:in )?(?P<other>[a-z]+(?: [a-z]+)?)$",
            "{lead} {one} and {lead} {other}",
        ),
        (
            rf"^(?P<lead>(?:what(?:'s| is| are)|how are|tell me|show me|check) (?:the |my )?(?:[\w' ]+? )??)"
            rf"(?P<one>{_MEASURE}) and (?:the )?(?P<other>{_MEASURE})(?P<where>(?: (?:in|of|on|at) .+)?)$",
            "{lead}{one}{where} and {lead}{other}{where}",
        ),
    )
)
"""What a sentence says twice, and how it is said one by one."""
_DAYS = (
    r"(?:on |every )?(?:weekdays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"(?: and (?:mon|tues|wednes|thurs|fri|satur|sun)days?)?)"
)
_EACH_DAYS = re.compile(
    r"^(?P<lead>(?:please )?(?:set (?:me )?(?:an )?alarms?|wake me(?: up)?|get me up)) (?:for|at) "
    rf"(?P<one>{_CLOCK} {_DAYS}),? and (?:at |for )?(?P<other>{_CLOCK} {_DAYS})$",
    re.IGNORECASE,
)
"""Each on its days: "an alarm for 6:30 on weekdays and 8 on weekends"."""
_PLURAL = re.compile(
    rf"^(?P<lead>.*?\b(?:{_BELL}s|(?P<one_kind>alarm)) (?:for|at)) (?P<one>\d+(?: ?[ap]m)?) and (?:at )?"
    r"(?P<other>\d+\b.*)$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:hours?|minutes?|mins?|seconds?|secs?)\b", re.IGNORECASE)


_FOR = re.compile(
    r"\b(alarms?|wake-?up call) for "
    r"(?=\d{1,2}(?:,? (?:and|please|on|every|each|tomorrow|today|tonight|in the)\b|$))",
    re.IGNORECASE,
)
"""Of an alarm a bare number is a time of day."""
_HOUR = (
    r"(?=(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: ?[ap]\.?m\.?)?$)"
)
_ON_BY = re.compile(
    rf"\b((?:heating|heater|boiler|oven|kettle|hot water) on) for {_HOUR}|\b(on|off) by {_HOUR}",
    re.IGNORECASE,
)
"""And so it is of what shall be on or off by then: "the heating on for six", "the lamp off by ten"."""
_DAY = r"(?:on )?(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: morning| evening)?"
_AGAIN = re.compile(
    rf"^(?P<lead>(?:please )?(?:wake me(?: up)?|get me up)(?: {_DAY})?) (?:at|for) "
    rf"(?P<one>.+?)(?P<day> {_DAY})?,? and (?:then )?(?:again )?(?:at )?(?P<other>\d.*)$",
    re.IGNORECASE,
)
_HAS_DAY = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_SPAN = r"\d+(?: and a half)?(?: (?:hours?|minutes?|mins?|seconds?|secs?))?"
_FOR_WHAT = r"(?:the |my |some )?(?!\d)[a-z][\w'-]*(?: (?!for\b|and\b)[a-z][\w'-]*)?"
_EACH_FOR = re.compile(
    rf"^(?P<verb>.*?)\ban? timer,? (?:for (?P<what>{_FOR_WHAT}),? (?:for |of )?(?P<one>{_SPAN})"
    rf"|(?:for |of )?(?P<one_first>{_SPAN}),? for (?P<what_last>{_FOR_WHAT})),? and "
    r"(?:(?:another|a second|a different|1|one)(?: 1| one| timer)?,? )?"
    rf"(?:for (?P<what_too>{_FOR_WHAT}),? (?:for |of )?(?P<other>{_SPAN})"
    rf"|(?:for |of )?(?P<other_first>{_SPAN}),? for (?P<what_too_last>{_FOR_WHAT}))$",
    re.IGNORECASE,
)
"""Each with what it is for: "a timer for the pasta, 9 minutes, and another one for 12 for the sauce"."""
_EACH_JA = (("one", "long"), ("other", "long_too"))
_AFTER_JA = r"\d+(?:時間半?|分|秒|日|週間)後"
_TWO_AFTER_JA = re.compile(
    rf"^(?P<one>{_AFTER_JA})(?:に)?[と、](?P<other>{_AFTER_JA})(?:に)?(?:もう(?:1|一)[度回](?:、)?)?(?P<rest>.+)$"
)
_TIME_JA = r"(?:(?:午前|午後|朝の?|夜の?|夕方の?)?\d{1,2}(?:時(?:半|\d{1,2}分)?|:\d\d))"
_DAYS_JA = r"(?:平日|土日|週末|休日|毎日|[月火水木金土日]曜日?)"
_DAYS_TWO_JA = re.compile(
    rf"^(?P<day>{_DAYS_JA})[はの、]*(?P<one>{_TIME_JA})に?[、。と]*(?P<day_too>{_DAYS_JA})[はの、]*(?P<other>{_TIME_JA})"
    r"(?P<rest>(?!.*(?:消|キャンセル|取り消|止め)).*(?:アラーム|目覚まし|起こし).*)$"
)
"""Each on its days: 「平日は6時半、休日は8時に起こして」."""
_TWO_JA = re.compile(
    rf"^(?P<lead>.*?)(?P<one>{_TIME_JA}|\d+(?P<unit>時間|分|秒)(?:間)?)(?:の(?:アラーム|目覚まし|タイマー))?(?:と|、)"
    rf"(?P<other>{_TIME_JA}|\d+(?P=unit)(?:間)?)(?!の?間)(?P<rest>.*)$"
)
_TOO_JA = re.compile(
    rf"^(?P<lead>.*?)(?P<one>{_TIME_JA})(?P<rest>に.*?(?:アラーム|目覚まし|起こし).*?て)(?:ください)?[、。]?"
    rf"(?:あと|それと|それから)?(?P<other>{_TIME_JA})にも(?:(?:かけ|セットし|起こし|お願い).*)?$"
)
_NAMED_JA = re.compile(
    r"^(?P<one>[^\dと、]+?)(?:を|に|は|用に?)?(?P<long>\d+(?:時間|分|秒)半?)[と、](?P<other>[^\dと、]+?)(?:を|に|は|用に?)?"
    r"(?P<long_too>\d+(?:時間|分|秒)半?)[の、で]?タイマー(?:を)?(?:(?:セット|設定|かけ|スタート|開始|始め|お願い).*)?$"
)
_RINGS_JA = re.compile(r"アラーム|目覚まし|起こ[しす]|タイマー|リマインド|思い出させ|(?:教え|知らせ)て")
_DAYTIME_JA = re.compile(r"^(?:午前|午後|朝の?|夜の?|夕方の?)")


_NO_UNIT = re.compile(
    r"\bin \d+ (?P<unit>hours?|minutes?|mins?|seconds?|secs?)\b.*?"
    r"(?:\band|\bthen|,) (?:then )?(?:again )?in \d+"
    r"(?! ?(?:\d|%|percent\b|hours?\b|minutes?\b|mins?\b|seconds?\b|secs?\b|[\w-]+s\b))(?=,? )",
    re.IGNORECASE,
)


def with_time(text: str) -> str:
    """ "set an alarm for 7" with a time that nobody takes for a number of things, "at 7", and "in 20" behind
    "in ten minutes" with its unit."""
    text = _NO_UNIT.sub(lambda match: f"{match[0]} {match['unit']}", text)
    return _ON_BY.sub(lambda match: f"{match[1] or match[2]} at ", _FOR.sub(r"\1 at ", text))


def each_by_itself(text: str, language: Language) -> str:
    """Two timers or alarms of one sentence said one by one: "set a timer for 5 minutes and one for 10"."""
    for apart in (timers_apart, played_apart):
        if (said := apart(text, language)) != text:
            return said
    return _each_en(text) if language == "en" else _each_ja(text)


def _each_ja(text: str) -> str:
    if match := _NAMED_JA.match(text):
        one, other = (f"{match[name]}の{match[long]}のタイマーをセットして" for name, long in _EACH_JA)
        return f"{one}、{other}"
    if match := _DAYS_TWO_JA.match(text):
        days = (_every_ja(match[name]) for name in ("day", "day_too"))
        times = (match["one"], match["other"])
        return "、".join(f"{day}の{at}{match['rest']}" for day, at in zip(days, times, strict=True))
    if (match := _TWO_AFTER_JA.match(text)) and _RINGS_JA.search(match["rest"]):
        return f"{match['one']}に{match['rest']}、{match['other']}に{match['rest']}"
    match = _TOO_JA.match(text) or _TWO_JA.match(text)
    if match is None or not _RINGS_JA.search(match["lead"] + match["rest"]):
        return text
    lead, rest, other = match["lead"], match["rest"], match["other"]
    daytime = _DAYTIME_JA.match(match["one"])
    if daytime and not _DAYTIME_JA.match(other):
        other = daytime[0] + other
    if not re.search(r"て(?:ください|下さい|ね|よ)?$", rest):
        rest = re.sub(r"(?:を|の?お願い(?:します)?|で|を?よろしく)*$", "", rest) + "をセットして"
    return f"{lead}{match['one']}{rest}、{lead}{other}{rest}"


def _every_ja(day: str) -> str:
    if day in {"平日", "毎日"}:
        return day
    return "毎週末" if day in {"土日", "週末", "休日"} else f"毎週{day}"


def _each_en(text: str) -> str:
    if match := _AGAIN.match(text):
        day = match["day"] or ""
        one, other = (f"{match['lead']} at {match[name]}" for name in ("one", "other"))
        return f"{one}{day} and {other}{'' if _HAS_DAY.search(match['other']) else day}"
    if match := _EACH_DAYS.match(text):
        lead = re.sub(r"alarms?$", "an alarm", match["lead"].replace(" an alarm", " alarm"))
        return with_time(f"{lead} for {match['one']} and {lead} for {match['other']}")
    if match := _EACH_FOR.match(text):
        return _each_for(match)
    for pattern, said in _TWICE:
        if match := pattern.match(text):
            return said.format(**match.groupdict())
    if match := _EACH_NAMED.match(text):
        one, other = _with_units(match["one"], match["other"])
        return f"{match['verb']}{one} and {match['verb']}a {match['kind']} {other}"
    if match := _EACH_WHOLE.match(text):
        return f"{match['verb']} {match['one']} and {match['verb']} {match['other']}"
    text = _TWO_LENGTHS.sub("", text)
    text = _TWO.sub(lambda match: f"{match['verb']}a {match['kind']} ", text)
    match = _ANOTHER.match(text) or _PLURAL.match(text)
    if match is None:
        return text
    one, other = match["one"], match["other"]
    if match["kind"] == "timer":
        one, other = _with_units(one, other)
    lead = re.sub(r"\b(?P<kind>timer|alarm|reminder)s\b", r"a \g<kind>", match["lead"])
    return with_time(f"{lead} {one} and {lead} {other}").replace("a alarm", "an alarm")


def _each_for(match: re.Match[str]) -> str:
    one, other = _with_units(match["one"] or match["one_first"], match["other"] or match["other_first"])
    whats = match["what"] or match["what_last"], match["what_too"] or match["what_too_last"]
    what, too = (re.sub(r"^(?:the|my|some) ", "", said) for said in whats)
    return f"{match['verb']}a {what} timer for {one} and {match['verb']}a {too} timer for {other}"


def _with_units(one: str, other: str) -> tuple[str, str]:
    """Two lengths of which one alone has its unit, each with it: "5" and "10 minutes"."""
    unit, unit_too = _UNIT.search(one), _UNIT.search(other)
    if unit and not unit_too:
        other += f" {unit[0]}"
    if unit_too and not unit:
        one += f" {unit_too[0]}"
    return one, other


def pieces(text: str, language: Language, reads: Callable[[str, list[str]], bool]) -> list[str] | None:
    """The sentence cut into commands, or None. ``reads(piece, before)`` says whether a piece is a command,
    given the pieces before it."""
    found = _cut(text, language, reads, [])
    return found if found and len(found) > 1 else None


def _cut(
    text: str, language: Language, reads: Callable[[str, list[str]], bool], before: list[str]
) -> list[str] | None:
    for left, right in _ways(text, language):
        if left and right and reads(left, before):
            rest = _cut(right, language, reads, [*before, left])
            if rest:
                return [left, *rest]
    return [text] if before and reads(text, before) else None


def _ways(text: str, language: Language) -> Iterator[tuple[str, str]]:
    cuts = list((_JA if language == "ja" else _EN).finditer(text))
    if language == "en" and _BEGINS.match(text):
        cuts += _EN_BARE.finditer(text)
    for match in cuts:
        if match.start() > 0 and match.end() < len(text):
            yield text[: match.start()].strip(), text[match.end() :].strip()
