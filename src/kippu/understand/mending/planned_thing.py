"""What is asked behind a plan: of the thing that it is for, "is it still running?" after "turn the fan on for
ten minutes", and of the plan itself, "what's going to happen in half an hour?", 「30分後に何するの？」.

By itself the one would be asked of the plan, the other of the calendar. Knows the words of planned commands.
"""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.text.leads import ASKING, PUTTING_RIGHT
from kippu.understand.when.finding import FIND

_RUNS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{ASKING}(?:is|are) (?:it|that|they) (?:still |already |now )*"
        r"(?P<does>running|on|going|turned on|off|(?:un)?locked|open|closed|shut)"
        r"(?: now| still| yet| at the moment)*"
    ),
    "ja": regex(
        r"(?:それ|今|いま|まだ|もう|ちゃんと|は|って|、)*(?P<does>回って|動いて|つい?て|点いて|消えて|(?:閉|し)まって|(?:開|あ)いて)"
        r"い?(?:る|ます)(?:の|か|かな|よね)*"
    ),
}
_ON = frozenset({"running", "on", "going", "turned on"})
_PLAN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:turn|switch) (?:off|on)|(?:un)?lock|open|close|shut) (?:the )?(?P<what>.+)|(?:turn"
        r"|switch) (?:the )?(?P<what_too>.+?) (?:off|on)"
    ),
    "ja": regex(
        r"(?P<what>.+?)[をは]?(?P<what_too>)(?:消|けし|止め|切|つけ|点け|[施解]錠|開け|あけ|閉め|しめ)[^、。]*"
    ),
}
_DENIED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{PUTTING_RIGHT}(?:don't|do not|you (?:don't|needn't)(?: (?:need|have) to)?|no need to) (?:"
        r"(?P<verb>turn|switch|do|lock|unlock|open|close|shut|start|stop) (?:it|that|them|this)"
        r"(?: (?P<way>on|off))?"
        r"|(?P<order>.+?))(?: (?:after all|any ?more|then|please|at all))*"
    ),
    "ja": regex(
        r"(?:あ|いや|やっぱり?|それ[はを]?|ごめん|もう|、)*(?P<order>[^、。]*?[をは]?)(?P<verb>消さ|つけ|点け|止め|閉め|開け|し|やら)"
        r"(?P<way>)(?:ないで|なくて(?:も)?(?:いい|大丈夫))(?:いい|ください|です|から|ね|よ|や)*"
    ),
}
"""Says that what is planned shall not be done: the plan would go on, were nothing taken back."""
_LEFT_SO: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{PUTTING_RIGHT}(?:just )?(?:leave|keep) (?:it|them|that)"
        r" (?P<way>on|off|open|closed|shut|(?:un)?locked)(?: (?:after all|instead|then|please|though))*"
    ),
    "ja": regex(
        r"(?:あ|いや|やっぱり?|それ[はを]?|、)*(?P<way>つけ|点け|消し|開け|閉め)(?:た|っぱなしの?)まま(?:で|に)?"
        r"(?:いい|して(?:おいて)?|しといて|お願い)?(?:ください|です|から|ね|よ|や)*"
    ),
}
_STAYS: dict[str, str] = {
    "on": r"\boff\b", "off": r"\bon\b", "open": r"^(?:close|shut)\b", "closed": r"^open\b",
    "shut": r"^open\b", "locked": r"^unlock\b", "unlocked": r"^lock\b",
    "つけ": "消|切", "点け": "消|切", "消し": "つけ|点け", "開け": "閉め|しめ", "閉め": "開け|あけ",
}  # fmt: skip
"""How something stays, and the plan that would end that."""
_ANY_DEED = frozenset({"do", "し", "やら"})
_THEN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"(?!(?:and |so |ok )*what do you do$){ASKING}what(?:'s| is| will| are you|'re you| do you)?"
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
_CALLED_OFF: dict[Language, str] = {"en": "cancel it", "ja": "それをキャンセルして"}
_TOLD: dict[Language, str] = {"en": "what is planned", "ja": "何が予約されてる"}


def of_the_plan(text: str, turn: Turn) -> str:
    """The question said whole; any other sentence as it is. ``text`` as ``text.sentence`` gives it."""
    last = _planned(turn)
    if last is None:
        return text
    folded, language = text.casefold().rstrip("?？"), turn.language
    command = str(last.arguments["command"]).casefold()
    plan = _PLAN[language].fullmatch(command)
    if plan and _OFF.search(command) and _ENDED[language].fullmatch(folded):
        return _AT_ONCE[language]
    if (denied := _DENIED[language].fullmatch(folded)) and _is_that(denied, command, language):
        return _CALLED_OFF[language]
    left = _LEFT_SO[language].fullmatch(folded)
    if left and re.search(_STAYS[left["way"]], command):
        return _CALLED_OFF[language]
    if runs := _RUNS[language].fullmatch(folded):
        return _asked_of(plan, runs["does"], language) if plan else text
    then = _THEN[language].fullmatch(folded)
    return _TOLD[language] if then and _is_moment(then["when"].strip(" ,"), turn) else text


def past_a_question(text: str, turn: Turn) -> Turn:
    """The turn behind the plan alone, where it is called off and only the state of its thing was asked
    since."""
    if not turn.before or turn.asked or any(call.tool != "home.state" for call in turn.earlier):
        return turn
    planned = _planned(replace(turn, earlier=turn.before[0], before=turn.before[1:]))
    command = str(planned.arguments["command"]).casefold() if planned else ""
    if not all(_is_asked_of(call, command) for call in turn.earlier):
        return turn
    behind = replace(turn, earlier=turn.before[0], before=turn.before[1:], undo=(), changed=(), deed=None)
    off = of_the_plan(text, behind)
    return replace(behind, text=off) if off == _CALLED_OFF[turn.language] and off != text else turn


def _is_asked_of(asked: Call, command: str) -> bool:
    """Whether the thing whose state was asked for is the one that the command names."""
    named = [str(asked.arguments[key]).casefold() for key in ("name", "area") if asked.arguments.get(key)]
    return not named or any(name in command for name in named)


def _planned(turn: Turn) -> Call | None:
    """The plan that was just made, or asked after."""
    if not turn.earlier or turn.asked:
        return None
    turns = [turn.earlier, *turn.before[:1]] if turn.earlier[-1].tool == "timers.status" else [turn.earlier]
    return next((calls[-1] for calls in turns if calls and calls[-1].arguments.get("command")), None)


def _asked_of(plan: re.Match[str], does: str, language: Language) -> str:
    what = plan["what"] or plan["what_too"]
    if language == "en":
        return f"is the {what} {'on' if does in _ON else does}"
    return f"{what}は{'ついて' if does in {'回って', '動いて'} else does}る？"


def _is_that(denied: re.Match[str], command: str, language: Language) -> bool:
    """Whether it is the very deed that is planned: "don't turn it off" behind "turn off the lamp"."""
    verb, way, order = denied["verb"] or "", denied["way"] or "", denied["order"] or ""
    if language == "ja":
        named = order.rstrip("をは") in command
        return named and (verb in _ANY_DEED or verb[0] in command)
    if order:
        return _ARTICLE.sub("", order) == _ARTICLE.sub("", command)
    words = command.split()
    return verb in _ANY_DEED or (bool(words) and words[0] == verb and (not way or way in words))


_ARTICLE = regex(r"\b(?:the|my|our) ")


def _is_moment(when: str, turn: Turn) -> bool:
    """Whether the words are a time, or none."""
    found = FIND[turn.language](when, turn.at)
    said = when.removeprefix("at ") if turn.language == "en" and not found else when
    found = found or FIND[turn.language](said, turn.at)
    return not when or (len(found) == 1 and len(said) - (found[0].end - found[0].start) <= 1)
