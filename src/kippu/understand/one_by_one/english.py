"""What an English sentence says twice, as a command for each: "set a timer for 5 minutes and one for 10".

Knows words; knows no tool.
"""

import re

from kippu.regex import regex
from kippu.understand.one_by_one.bare import with_time

_BELL = r"(?P<kind>timer|alarm|reminder)"
_ANOTHER = regex(
    rf"^(?P<lead>.*?\b{_BELL}s? (?:for|at)) (?P<one>.+?)(?:,| and|, and) "
    r"(?:(?:and )?(?:another|a second|a different|1|one)(?: 1| one| timer| alarm| reminder)?"
    r"(?: for| at)? )(?P<other>\d.*)$",
    re.IGNORECASE,
)
_TWO = regex(
    rf"^(?P<verb>.*?)\b(?:2|two|a couple of) {_BELL}s(?:,|:)?(?: (?:1|one))? (?=(?:for|at) )", re.IGNORECASE
)
_TWO_LENGTHS = regex(
    r"\b(?:2|two|a couple of) (?=(?:timer|alarm|reminder)s (?:for|at) \d\S*(?: \w+)? and \d)", re.IGNORECASE
)
_EACH_NAMED = regex(
    rf"^(?P<verb>(?:(?! and ).)*?)\b(?P<one>an? {_BELL} (?:called|named|for) .+?),? and "
    r"(?:another|a second|one)(?: one| timer| alarm| reminder)? (?P<other>(?:called|named) .+)$",
    re.IGNORECASE,
)
_EACH_WHOLE = regex(
    r"^(?P<verb>(?:(?:please|can you|could you) )?"
    r"(?:set|start|create|make|run|give me|put on|i need|set up)(?: me)?) "
    r"(?P<one>(?:an?|1|one) (?:[\w:-]+ ){1,5}?(?P<kind>timer|alarm)\b.*?),? and "
    r"(?P<other>(?:an?|1|one|another) (?:[\w:-]+ ){1,5}?"
    r"(?:(?P=kind)|(?P<same>one|1)(?= (?:for|called|named) |$))\b.*)$",
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
_ONE_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_STATE = r"(?:all )?(?:locked|closed|shut|off|on|open)(?: up)?"
_TWICE = tuple(
    (regex(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (
            rf"^(?P<lead>.*?\bremind me) in (?P<one>{_LENGTH}),? and (?:then )?(?:again )?"
            rf"in (?P<other>{_LENGTH}) (?P<what>(?:to|about) .+)$",
            "{lead} in {one} {what} and {lead} in {other} {what}",
        ),
        (
            rf"^(?P<lead>.*?\bremind me) (?P<one>in {_LENGTH} (?:to|about) .+?),? and (?:then )?(?:again )?"
            rf"(?P<other>in {_LENGTH} (?:to|about) .+)$",
            "{lead} {one} and {lead} {other}",
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
            r"^(?P<one>(?:please )?(?:cancel|stop|delete|remove|clear|turn off) (?:(?!\band\b).)*?"
            r"\b(?P<kind>timer|alarm|reminder)),? and (?:then )?(?P<verb>set|start|make) (?:me )?"
            r"(?:one|1|(?:another|a new)(?: one| 1)?) (?P<other>(?:for|at|to) .+)$",
            "{one} and {verb} another {kind} {other}",
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
            rf"(?P<one>[a-z]+(?: [a-z]+)?) and (?:in )?(?P<other>{_COMMAND}[a-z]+(?: [a-z]+)?)$",
            "{lead} {one} and {lead} {other}",
        ),
        (
            r"^(?P<lead>(?:what time is it|what(?:'s| is) the time)(?: right now| now)? in) "
            r"(?P<one>(?!.*,)[a-z][a-z .'-]*?) and (?:in )?(?P<other>(?!tobago|herzegovina|barbuda"
            r"|nevis|caicos|principe"
            rf"|miquelon|the grenadines){_COMMAND}[a-z][a-z .'-]*)$",
            "{lead} {one} and {lead} {other}",
        ),
        (
            r"^(?P<lead>(?:please )?(?:wake me(?: up)?|get me up|(?:set |set me |make )?(?:an? |my )?alarm)"
            rf"(?: (?:for|at) {_CLOCK})?) (?:on |for )?(?P<one>{_ONE_DAY}) and (?:on )?(?P<other>{_ONE_DAY})"
            rf"(?P<rest>(?: (?:at|for) {_CLOCK})?)$",
            "{lead} on {one}{rest} and {lead} on {other}{rest}",
        ),
        (
            r"^(?P<lead>(?:please )?remind me) (?:on |for )?"
            rf"(?P<one>{_ONE_DAY}) and (?:on )?(?P<other>{_ONE_DAY}) (?P<rest>(?:to|about|at|of) .+)$",
            "{lead} on {one} {rest} and {lead} on {other} {rest}",
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
_EACH_DAYS = regex(
    r"^(?P<lead>(?:please )?(?:set (?:me )?(?:an )?alarms?|wake me(?: up)?|get me up)) (?:for|at) "
    rf"(?P<one>{_CLOCK} {_DAYS}),? and (?:at |for )?(?P<other>{_CLOCK} {_DAYS})$",
    re.IGNORECASE,
)
"""Each on its days: "an alarm for 6:30 on weekdays and 8 on weekends"."""
_PLURAL = regex(
    rf"^(?P<lead>.*?\b(?:{_BELL}s|(?P<one_kind>alarm)) (?:for|at)) (?P<one>\d+(?: ?[ap]m)?) and (?:at )?"
    r"(?P<other>\d+\b.*)$",
    re.IGNORECASE,
)
_UNIT = regex(r"\b(?:hours?|minutes?|mins?|seconds?|secs?)\b", re.IGNORECASE)
_DAY = r"(?:on )?(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: morning| evening)?"
_AGAIN = regex(
    rf"^(?P<lead>(?:please )?(?:wake me(?: up)?|get me up)(?: {_DAY})?) (?:at|for) "
    rf"(?P<one>.+?)(?P<day> {_DAY})?,? and (?:then )?(?:again )?(?:at )?(?P<other>\d.*)$",
    re.IGNORECASE,
)
_HAS_DAY = regex(rf"\b{_DAY}\b", re.IGNORECASE)
_SPAN = r"\d+(?: and a half)?(?: (?:hours?|minutes?|mins?|seconds?|secs?))?"
_FOR_WHAT = r"(?:the |my |some )?(?!\d)[a-z][\w'-]*(?: (?!for\b|and\b)[a-z][\w'-]*)?"
_EACH_FOR = regex(
    rf"^(?P<verb>.*?)\ban? timer,? (?:for (?P<what>{_FOR_WHAT}),? (?:for |of )?(?P<one>{_SPAN})"
    rf"|(?:for |of )?(?P<one_first>{_SPAN}),? for (?P<what_last>{_FOR_WHAT})),? and "
    r"(?:(?:another|a second|a different|1|one)(?: 1| one| timer)?,? )?"
    rf"(?:for (?P<what_too>{_FOR_WHAT}),? (?:for |of )?(?P<other>{_SPAN})"
    rf"|(?:for |of )?(?P<other_first>{_SPAN}),? for (?P<what_too_last>{_FOR_WHAT}))$",
    re.IGNORECASE,
)
"""Each with what it is for: "a timer for the pasta, 9 minutes, and another one for 12 for the sauce"."""


def each_en(text: str) -> str:
    """The commands one by one; the sentence as it is where it says nothing twice."""
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
            return with_time(said.format(**match.groupdict()))
    if match := _EACH_NAMED.match(text):
        one, other = _with_units(match["one"], match["other"])
        return f"{match['verb']}{one} and {match['verb']}a {match['kind']} {other}"
    if match := _EACH_WHOLE.match(text):
        one, other = match["one"], match["other"]
        if match["same"]:  # "a 10 minute one"
            at, end = (where - match.start("other") for where in match.span("same"))
            other = f"{other[:at]}{match['kind']}{other[end:]}"
        one, other = _with_units(one, other) if match["kind"].casefold() == "timer" else (one, other)
        return f"{match['verb']} {one} and {match['verb']} {other}"
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
