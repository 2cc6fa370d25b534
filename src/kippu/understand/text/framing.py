"""Words around a request that ask for nothing: "good thanks, open the blinds" after "how are you", "at 6
then", "turn off the kitchen light only", "it's dark in here, sort it out".

Knows English words; knows no tool.
"""

import re

from kippu.regex import regex

_WELL = (
    r"(?:(?:i'm|i am|we're|we are|all|pretty|very|really|doing|feeling|oh|yeah)[, ]+)*"
    r"(?:good|fine|great|well|not (?:too |so )?bad|(?:i )?can't complain)"
)
_THANKED = r"(?:thanks|thank you|thx|cheers|ta)(?! (?:for|to|so|a lot|very|again|god)\b)"
_ANSWERED = regex(
    rf"^{_WELL}(?:,? {_THANKED}[,.!;]*|(?<!^well)[,.!;]+) (?:and )?"
    r"(?!(?:that|it|this|i|i'm|you|he|she|we|they|so|but|because|and|then|thanks|thank|for|to|as|by|in|on|of|or"
    r"|morning|night|job|work|idea|one|boy|girl|news|luck|bye)\b)(?=\S+ \S)",
    re.IGNORECASE,
)
"""How one is, before what one wants. "Good, that works" tells of what was done."""
_TIME = (
    r"(?:\d|\d ?[ap]\.?m\.?|o'clock|noon|midday|midnight|tonight|today|tomorrow|morning|afternoon|evening"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|%|percent|degrees|minutes?|mins?|hours?|celsius|fahrenheit)"
)
_THEN = regex(rf"(?:(?<=\S)(?P<so>,) then|\b(?P<said>{_TIME}),? then)$", re.IGNORECASE)
"""So one settles for a time or a level; "until then" and "remind me then" name one."""
_THEN_WHAT = regex(
    r"^(?P<order>(?:(?:ok|okay|oh|well|right|yes|no|please|so)[, ]+)*"
    r"(?:add|save|put|make|set|move|book|schedule) "
    r"(?:it|that|him|her|them|this|one)(?: [^,]{1,30}?)?) then, (?=\S)",
    re.IGNORECASE,
)
_HOME = (
    r"(?:turn|switch|open|close|shut|lock|unlock|dim|brighten|start|stop|pause|set|lower|raise|mute|unmute)"
)
_ONLY = regex(
    rf"^(?P<order>(?:(?:please|and|ok|okay|now|can you|could you)[, ]+)*{_HOME} .+?)"
    r",? only(?P<please>,? please)?$",
    re.IGNORECASE,
)
_ONLY_FIRST = regex(
    rf"^(?P<lead>(?:(?:please|and|ok|okay|now|can you|could you)[, ]+)*)only (?={_HOME}\b)"
    r"(?!.*\b(?:if|when|unless|after|before|until|while|at"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b)",
    re.IGNORECASE,
)
"""Nothing else is to be done, which nobody asked for. With a condition "only" forbids."""


_COULD_YOU = regex(
    rf"^(?:(?:hey|ok|okay|and)[, ]+)*(?:can|could|would|will) you (?:please )?(?={_HOME}\b)"
    r"(?=.*\b(?:at \d|in \d|in (?:an?|half)\b|tonight|tomorrow|every))",
    re.IGNORECASE,
)
"""Before what is put down for later, where it would be read out again."""
_AND_WHAT_TIME = regex(r"^(?:and|so) (?=what(?:'ll| will)? (?:the )?time\b)", re.IGNORECASE)


_ELSEWHERE = (
    r"(?!.*\b(?:enough|movie|film|game|garden|outside|car|street|coffee|tea|soup|food|dinner|hands?|feet)\b)"
)
"""What no home makes brighter or warmer."""
_DO_SOMETHING = regex(
    rf"^{_ELSEWHERE}"
    r"(?P<told>.*\b(?:dark|black|dim|gloomy|bright|cold|freezing|chilly|hot|boiling|warm|stuffy|loud)\b.*?)"
    r"[, ]+(?:and )?(?:(?:can|could|will|would) you )?(?:please )?"
    r"(?:sort (?:it|that) out|fix (?:it|that)|do something(?: about (?:it|that))?)"
    r"(?:[, ]+(?:please|will you|would you|mate|now))*$",
    re.IGNORECASE,
)
"""Asks for no more than what was told of already."""
_PITCH = regex(r"\b(?P<is>it's|it is|is|so) pitch[- ](?:black|dark)\b", re.IGNORECASE)
_MATE = regex(
    rf"^{_ELSEWHERE}" r"(?:bruv|bro|mate|oi|yo|fam|dude)[, ]+(?=(?:it's|it is|i'm|we're|the|my) )",
    re.IGNORECASE,
)


def without_framing(text: str) -> str:
    """The sentence without them."""
    text = _PITCH.sub(r"\g<is> dark", text)
    text = _MATE.sub("", _DO_SOMETHING.sub(r"\g<told>", text))
    text = _AND_WHAT_TIME.sub("", _COULD_YOU.sub("", text))
    text = _ANSWERED.sub("", text)
    text = _THEN.sub(lambda match: match["said"] or "", _THEN_WHAT.sub(r"\g<order>, ", text))
    text = _ONLY.sub(lambda match: f"{match['order']}{match['please'] or ''}", text)
    return _ONLY_FIRST.sub(r"\g<lead>", text)
