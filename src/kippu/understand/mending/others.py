"""What "the others" and "which ones" are behind a command: more things of the kind that it was for.

Says the sentence with their names: "are the others on" behind a lamp asks which lights are. An order is taken
only where no word is left over, and where others are that can be so; nobody is let in by it. Knows the home's
names and the calls of the turn before; runs nothing.
"""

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.fitting import things_of
from kippu.understand.mending.asked_of_two import STATES

_LIGHTS, _FANS = ("lights", "電気"), ("fans", "扇風機")
_DOORS, _BLINDS, _CURTAINS = ("doors", "鍵"), ("blinds", "ブラインド"), ("curtains", "カーテン")
_COVERS = {"blind": _BLINDS, "shade": _BLINDS, "curtain": _CURTAINS, "shutter": ("shutters", "シャッター")}
_KINDS = {"light": _LIGHTS, "fan": _FANS, "lock": _DOORS}
_DEEDS = {
    "light": regex(r"(?:turn|switch) (?:on|off)|dim|つけ|点け|消し"),
    "fan": regex(r"(?:turn|switch) (?:on|off)|つけ|点け|消し|止め"),
    "cover": regex(r"open|close|shut|開け|あけ|閉め|しめ"),
    "lock": regex(r"lock|閉め|しめ|かけ"),
}
"""What can be done to them by such words; no lock is opened."""
_LEAD = r"(?:(?:please|and|also|now|then|so|ok|okay|but|yes|can you|could you|would you)[, ]+)*"
_NOUN = r"(?P<noun>lights?|lamps?|fans?|blinds?|shutters?|curtains?|doors?)"
_STATE = (
    r"(?:still |also |already )?(?P<state>on|off|open|closed|shut|locked|unlocked)(?: too| as well| now)*"
)
_WHICH = regex(
    _LEAD + r"(?:which (?:ones?|of (?:them|those|these|the others)|others?(?: ones)?) (?:is|are)"
    rf"|(?:is|are) (?:(?:any|all|some) )?(?:of )?(?:the )?other(?:s| ones?| {_NOUN})?) " + _STATE
)
_ONE_ASKED = regex(rf"{_LEAD}is the other (?:one|{_NOUN}) " + _STATE)
_THEY = regex(rf"{_LEAD}are (?:they|those|these) " + _STATE)
""" "They" may be one thing whose name is a plural: the blinds."""
_VERB = r"(?P<verb>(?:turn|switch) (?:on|off)|dim|open|close|shut|lock)"
_SPLIT = (
    rf"(?P<lead>{_LEAD})(?:turn|switch) (?P<others>(?:all (?:of )?)?the other(?:s| ones?| [a-z]+))"
    r" (?P<particle>on|off)"
)
_END = r"(?:,? (?:too|as well|also|please|now))*"
_ORDER = regex(rf"{_LEAD}{_VERB} (?:all (?:of )?)?the other(?:s| ones| {_NOUN.replace('s?', 's')}){_END}")
_ONE = regex(rf"{_LEAD}{_VERB} the other (?:one|{_NOUN.replace('s?', '')}){_END}")
_OTHER_LEVEL = regex(
    rf"{_LEAD}(?:(?:set|turn|put|make|dim) )?the other (?:one|{_NOUN.replace('s?', '')})(?: (?:up|down))?"
    r" (?:(?:to|at) )?(?P<level>\d{1,3}) ?(?:%|percent)?(?:,? (?:too|please))*"
)
_APART = regex(rf"^{_SPLIT}")
_OTHERS_JA = r"(?P<rest>他|ほか|残り)(?:の(?P<noun>電気|照明|ライト|明かり|ブラインド|カーテン|やつ)?)?"
_ASKS_JA = regex(
    rf"(?:{_OTHERS_JA}(?:は|も|って)?|どれが?)(?:まだ)?(?P<state>つい|消え|開い|閉まっ)て"
    r"い?(?:る|ます)(?:の|か)*"
)
_ORDER_JA = regex(
    rf"{_OTHERS_JA}(?:も|を|は)?(?P<all>全部|ぜんぶ|みんな)?(?:も|を)?(?P<verb>つけ|点け|消し|開け|閉め)"
    r"(?:て|といて|ておいて|ちゃって)(?:ください|下さい|くれる|くれますか|ね|お願い(?:します)?)*"
)
_OTHER_JA = regex(
    r"(?:じゃあ|あと|で|、)*もう(?:一つ|1つ|ひとつ|片方|1個)(?:の(?:電気|照明|ライト|明かり|ブラインド|カーテン|やつ|ほう|方)?)?"
    r"(?P<rest>[もをは].*)"
)
"""The other of two: 「もう一つもつけて」, and as short as 「もう一つのも」."""
_AGAIN_JA = {
    "home.turn_on": "つけて", "home.turn_off": "消して", "home.open": "開けて", "home.close": "閉めて",
}  # fmt: skip
_LEVELLED = frozenset({"light", "fan", "cover"})
_STATE_JA = {"つい": "on", "消え": "off", "開い": "open", "閉まっ": "closed"}


def _the_other_ja(text: str, last: Call, near: list[Thing]) -> str | None:
    """The sentence with the name of the other; None where it isn't plain which, or what shall be done."""
    match = _OTHER_JA.fullmatch(text)
    if match is None or len(near) != 1 or near[0].domain == "lock":
        return None
    name = next((alias for alias in near[0].aliases if not alias.isascii()), near[0].name)
    rest, again = match["rest"], _AGAIN_JA.get(last.tool)
    if rest not in {"も", "もね", "もお願い"}:
        return f"{name}{rest}"
    return f"{name}を{again}" if again else None


def with_the_others(text: str, language: Language, earlier: tuple[Call, ...], names: Names) -> str:
    """The sentence with the kind of things, and without the one that was spoken of; as it is elsewhere."""
    if not earlier or not all(call.tool.startswith("home.") for call in earlier):
        return text
    things = [thing for call in earlier for thing in things_of(call, names)]
    they = _THEY.fullmatch(text.casefold()) if language == "en" and things else None
    if they and all(they["state"] in STATES.get(one.domain, ()) for one in things):
        return _are_they(they["state"], things, names)
    kinds = _kinds(things[0]) if len({(one.domain, one.device_class) for one in things}) == 1 else None
    others = [one for one in names.things if one not in things and _is_alike(one, things[0])] if kinds else []
    if kinds is None or not others:
        return text
    one = len(things) == 1 and language == "ja"
    if one and (whole := _the_other_ja(text, earlier[-1], _near(things, others))):
        return whole
    return (_in_japanese if language == "ja" else _in_english)(text, things, others, kinds)


def _are_they(state: str, things: list[Thing], names: Names) -> str:
    """The question with what "they" are by name, or by kind where they are all of that kind."""
    if len(things) == 1:
        return f"is the {things[0].name} {state}"
    kinds = _kinds(things[0])
    alike = [one for one in names.things if _is_alike(one, things[0])]
    if kinds and set(alike) == set(things):
        return f"are all the {kinds[0]} {state}"
    rooms = {one.room for one in things}
    if kinds and len(rooms) == 1 and {one for one in alike if one.room in rooms} == set(things):
        return f"are all the {kinds[0]} in the {things[0].room} {state}"
    return " and ".join(f"is the {one.name} {state}" for one in things)


def _in_english(text: str, things: list[Thing], others: list[Thing], kinds: tuple[str, str]) -> str:
    folded = _APART.sub(r"\g<lead>turn \g<particle> \g<others>", text.casefold())
    domain = things[0].domain
    single = _ONE_ASKED.fullmatch(folded)
    near = _near(things, others)
    if single and len(near) == 1 and _fits(single["noun"], kinds[0]) and single["state"] in STATES[domain]:
        return f"is the {near[0].name} {single['state']}"
    asked = _WHICH.fullmatch(folded)
    if asked and _fits(asked["noun"], kinds[0]) and asked["state"] in STATES[domain]:
        return f"which {kinds[0]} are {asked['state'].replace('shut', 'closed')}"
    if len(things) > 1:
        return text
    one = _ONE.fullmatch(folded)
    if one and len(near) == 1 and _fits(one["noun"], kinds[0]) and _DEEDS[domain].fullmatch(one["verb"]):
        return f"{one['verb']} the {near[0].name}"
    level = _OTHER_LEVEL.fullmatch(folded)
    if level and domain in _LEVELLED and len(near) == 1 and _fits(level["noun"], kinds[0]):
        return f"set the {near[0].name} to {level['level']}%"
    ordered = _ORDER.fullmatch(folded)
    if ordered and _fits(ordered["noun"], kinds[0]) and _DEEDS[domain].fullmatch(ordered["verb"]):
        where = f" in the {things[0].room}" if near != others else ""
        return f"{ordered['verb']} all the {kinds[0]}{where} except the {things[0].name}"
    return text


def _in_japanese(text: str, things: list[Thing], others: list[Thing], kinds: tuple[str, str]) -> str:
    domain, kind = things[0].domain, kinds[1]
    asked = _ASKS_JA.fullmatch(text)
    if asked and _STATE_JA[asked["state"]] in STATES[domain]:
        return f"どの{kind}が{asked['state']}てる"
    ordered = _ORDER_JA.fullmatch(text)
    own = next((alias for alias in things[0].aliases if not alias.isascii()), things[0].name)
    if ordered is None or len(things) > 1 or not _DEEDS[domain].fullmatch(ordered["verb"]) or own == kind:
        return text
    whole = ordered["all"] or ordered["rest"] == "残り"
    where = f"{things[0].room}の" if _near(things, others) != others and not whole else ""
    return f"{own}以外の{where}{kind}を全部{ordered['verb']}て"


def _kinds(thing: Thing) -> tuple[str, str] | None:
    """What things of its kind are called, in both languages; None for what is seldom meant so."""
    return _COVERS.get(thing.device_class or "") if thing.domain == "cover" else _KINDS.get(thing.domain)


def _is_alike(one: Thing, other: Thing) -> bool:
    return one.domain == other.domain and _kinds(one) == _kinds(other)


def _near(things: list[Thing], others: list[Thing]) -> list[Thing]:
    """Those in its room; where there are none, all."""
    return [one for one in others if one.room == things[0].room] or others


def _fits(noun: str | None, kinds: str) -> bool:
    """Whether a noun, if one was said, is one for things of this kind."""
    return noun is None or noun.rstrip("s") == kinds.rstrip("s") or (kinds == "lights" and "lamp" in noun)
