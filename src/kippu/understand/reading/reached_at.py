"""Where somebody is reached, said when that was what was missing: "her address is anna@example.com" after
"I know no e-mail address of Anna". It is kept, and what was to be done is done. A birthday that was asked
after and not known is noted down: "it's on May 12th".

Knows calls and how addresses and numbers look.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said
from kippu.understand.when.finding import FIND

_AT = r"(?:(?P<email>[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)|(?P<phone>\+?\(?\d[\d() -]{5,20}\d))"
_TOLD: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:oh|ok|okay|right|sorry|well)[, ]+)*(?:(?:it's|it is|that's|use|try|(?:his|her"
        r"|their|the|its|[\w]+'s)"
        r"(?: (?:new|mobile|cell|phone|home|work))? (?:e-?mail(?: address)?|address|number|mail"
        r"|phone) (?:is|:)) ?)?"
        rf"{_AT}[.!]?",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:あ|えっと|、)*(?:[^、。\s]{0,8}?(?:アドレス|メール|メアド|番号|電話)(?:は|が|、|:)?)? ?"
        rf"{_AT} ?(?:です|だ|だった|で)?(?:よ|ね|お願い(?:します)?)*",
        re.IGNORECASE,
    ),
}
_DAY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:oh|ok|okay|well|so)[, ]+)*(?:it's|it is|that's|(?:his|hers|her birthday"
        r"|his birthday) is)?(?: on)? ?"
        r"(?P<day>(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}"
        r"|[a-z]{3,9} (?:the )?\d{1,2}(?:st|nd|rd|th)?)",
        re.IGNORECASE,
    ),
    "ja": regex(r"(?:あ|えっと|誕生日は|、)*(?P<day>\d{1,2}月\d{1,2}日)(?:です|だ)?(?:よ|ね)*"),
}
_NOTED: dict[Language, str] = {"en": "{}'s birthday is on {}", "ja": "{}の誕生日は{}"}
_BY = {"phone.mail": "email", "phone.call": "phone", "phone.message": "phone"}


def reached_at(said: Said) -> Meaning | None:
    """The two calls; None where nothing of the kind was missing, or the other kind is told."""
    asked = said.turn.asked[0] if len(said.turn.asked) == 1 else None
    if asked is None:
        return None
    if asked.tool == "contacts.find":
        kind, who = str(asked.arguments.get("what") or ""), str(asked.arguments.get("name") or "")
        if kind == "birth_date":
            return _birthday(said, who)
    else:
        kind, who = _BY.get(asked.tool, ""), str(asked.arguments.get("to") or "")
    match = _TOLD[said.language].fullmatch(said.words.strip()) if kind in _BY.values() and who else None
    if match is None or not match[kind]:
        return None
    kept = Call("contacts.add", {"name": who, kind: match[kind]})
    return Meaning("cues", 0.97, (kept,) if asked.tool == "contacts.find" else (kept, asked))


def _birthday(said: Said, who: str) -> Meaning | None:
    match = _DAY[said.language].fullmatch(said.words.strip(" .!。"))
    if match is None or not who or not FIND[said.language](match["day"], said.turn.at):
        return None
    note = _NOTED[said.language].format(who, match["day"])
    return Meaning("cues", 0.97, (Call("notes.add", {"text": note}),))
