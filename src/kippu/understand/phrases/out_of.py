"""What one may be out of, and buys no more of: "we ran out of time", "i'm out of here"."""

import re

from kippu.regex import regex

_NO_THING = regex(
    r"\bout of (?:\w+ )?(?:time|patience|breath|ideas?|luck|energy|options?|excuses|words|memory|storage"
    r"|space|room|steam|money|cash|bed|town|here|there|it|this|that|work|school|office|shape|practice|control"
    r"|order|sight|touch|date|hand|line|place|range|reach|gas|petrol|fuel|sorts|character|love|hope|curiosity"
    r"|the \w+)$",
    re.IGNORECASE,
)


def ran_out_of_no_thing(text: str) -> bool:
    """Whether it ends in being out of what is no thing to buy."""
    return _NO_THING.search(text) is not None
