"""What is asked behind a plan: of the thing that it is for, "is it still running?" after "turn the fan on for
ten minutes", and of the plan itself, "what's going to happen in half an hour?", 「30分後に何するの？」.

By itself the one would be asked of the plan, the other of the calendar. Knows the words of planned commands.
"""

import re

from kippu.regex import regex
from kippu.turn import Language, Turn
from kippu.understand.text.leads import ASKING, PUTTING_RIGHT
from kippu.understand.when.finding import FIND

_RUNS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{ASKING}is (?:it|that) (?:still |already |now )*(?:running|on|going|turned on)"
        r"(?: now| still| yet| at the moment)*"
    ),
    "ja": regex(
        r"(?:それ|今|いま|まだ|ちゃんと|は|って|、)*(?P<does>回って|動いて|つい?て|点いて)い?(?:る"
        r"|ます)(?:の|か|かな|よね)*"
    ),
}
_PLAN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:turn|switch) (?:off|on) (?:the )?(?P<what>.+)|(?:turn"
        r"|switch) (?:the )?(?P<what_too>.+?) (?:off|on)"
    ),
    "ja": regex(r"(?P<what>.+?)[をは]?(?P<what_too>)(?:消|けし|止め|切|つけ)[^、。]*"),
}
_THEN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"(?!what do you do$){ASKING}what(?:'s| is| will| are you|'re you| do you)?"
        r" (?:(?:going to|gonna) )?(?:happen(?:s|ing)?|do|be done)(?: then)?(?P<when>.*)"
    ),
    "ja": regex(
        r"(?P<when>.*?)(?:に|は)?(?:何|なに)(?:を|が)?(?:する|して(?:くれる)?|起きる|起こる"
        r"|やる)(?:の|ん|か|だっけ|っけ|ですか)*"
    ),
}
_ENDED: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"{PUTTING_RIGHT}(?:(?:turn|switch) )?off (?:now|already)(?:,? please)?"),
    "ja": regex(r"もう(?:消し|けし|止め|とめ|切っ)て(?:ください|いいよ|ね|よ)*"),
}
_OFF = regex(r"\boff\b|消|けし|止め|切")
"""Of a plan that ends something; behind one that begins it, "off now" takes it back."""
_AT_ONCE: dict[Language, str] = {"en": "turn it off now", "ja": "今消して"}
_TOLD: dict[Language, str] = {"en": "what is planned", "ja": "何が予約されてる"}


def of_the_plan(text: str, turn: Turn) -> str:
    """The question said whole; any other sentence as it is. ``text`` as ``text.sentence`` gives it."""
    last = turn.earlier[-1] if turn.earlier and not turn.asked else None
    if last is None or not last.arguments.get("command"):
        return text
    folded, language = text.casefold().rstrip("?？"), turn.language
    ends = _PLAN[language].fullmatch(str(last.arguments["command"])) and _OFF.search(
        str(last.arguments["command"])
    )
    if ends and _ENDED[language].fullmatch(folded):
        return _AT_ONCE[language]
    if _RUNS[language].fullmatch(folded):
        plan = _PLAN[language].fullmatch(str(last.arguments["command"]))
        if plan is None:
            return text
        what = plan["what"] or plan["what_too"]
        return f"is the {what} on" if language == "en" else f"{what}はついてる？"
    then = _THEN[language].fullmatch(folded)
    return _TOLD[language] if then and _is_moment(then["when"].strip(" ,"), turn) else text


def _is_moment(when: str, turn: Turn) -> bool:
    """Whether the words are a time, or none."""
    found = FIND[turn.language](when, turn.at)
    said = when.removeprefix("at ") if turn.language == "en" and not found else when
    found = found or FIND[turn.language](said, turn.at)
    return not when or (len(found) == 1 and len(said) - (found[0].end - found[0].start) <= 1)
