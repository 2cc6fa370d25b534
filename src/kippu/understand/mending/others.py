"""What "the others" and "which ones" are behind a command: more things of the kind that it was for.

Says the sentence with their names: "are the others on" behind a lamp asks which lights are. Knows the home's
names and the calls of the turn before; runs nothing.
"""

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.fitting import things_of

_KINDS: dict[str, tuple[str, str]] = {
    "light": ("lights", "電気"), "fan": ("fans", "扇風機"), "lock": ("doors", "鍵"),
    "media_player": ("speakers", "スピーカー"), "switch": ("plugs", "コンセント"),
}  # fmt: skip
_COVERS: dict[str | None, tuple[str, str]] = {
    "blind": ("blinds", "ブラインド"), "shade": ("blinds", "ブラインド"),
    "shutter": ("shutters", "シャッター"), "curtain": ("curtains", "カーテン"),
}  # fmt: skip
_STATE = (
    r"(?:still |also |already )?(?P<state>on|off|open|closed|shut|locked|unlocked)(?: too| as well| now)*"
)
_WHICH = regex(
    r"(?:and |so |but |ok,? )?"
    r"(?:which (?:ones?|of (?:them|those|these|the others)|others?(?: ones)?) (?:is|are)"
    r"|(?:is|are) (?:(?:any|all|some) )?(?:of )?(?:the )?other(?:s| ones?| (?P<noun>[a-z]+))?) " + _STATE
)
_ORDER = regex(
    r"(?P<before>.*\b(?:turn|switch|put|open|close|shut|lock|dim)\b.*?)\b(?:all (?:of )?)?the other"
    r"(?:s| ones| (?P<noun>lights|lamps|fans|blinds|shutters|curtains|doors))\b(?P<after>(?: \w+)*)"
)
_ONE = regex(
    r"(?P<before>.*\b(?:turn|switch|put|open|close|shut|lock|dim)\b.*?)\bthe other"
    r"(?: one| (?P<noun>light|lamp|fan|blind|shutter|curtain|door))\b(?P<after>(?: \w+)*)"
)
_TOO = regex(r" (?:too|as well|also)\b")
_ASKS_JA = regex(
    r"(?:(?:他|ほか)の?(?:は|も|電気は|やつは)?|どれが?)(?:まだ)?(?P<state>つい|消え|開い|閉まっ)て"
    r"い?(?:る|ます)(?:の|か)*"
)
_ORDER_JA = regex(
    r"(?:他|ほか|残り)(?:の(?P<noun>電気|照明|ライト|明かり|ブラインド|カーテン)?)?(?:も|を|は)?"
    r"(?:全部|ぜんぶ|みんな)?(?:も|を)?(?P<after>(?:つけ|点け|消し|開け|閉め)(?:て|といて|ておいて).*)"
)
_NOUNS = {"light": frozenset({"light", "lights", "lamp", "lamps", "電気", "照明", "ライト", "明かり"})}


def with_the_others(text: str, language: Language, earlier: tuple[Call, ...], names: Names) -> str:
    """The sentence with the kind of things, and without the one that was spoken of; as it is elsewhere."""
    things = things_of(earlier[-1], names) if earlier and earlier[-1].tool.startswith("home.") else []
    kinds = _kinds(things[0]) if len({one.domain for one in things}) == 1 else None
    if kinds is None:
        return text
    thing = things[0]
    if language == "ja":
        return _in_japanese(text, thing if len(things) == 1 else None, kinds[1], names)
    folded = text.casefold()
    asked = _WHICH.fullmatch(folded)
    if asked and _fits(asked["noun"], thing, kinds[0]):
        return f"which {kinds[0]} are {asked['state'].replace('shut', 'closed')}"
    ordered = _ORDER.fullmatch(folded)
    if ordered and len(things) == 1 and _fits(ordered["noun"], thing, kinds[0]):
        where = f" in the {thing.room}" if _has_near(thing, names) else ""
        after = _TOO.sub("", ordered["after"])
        return f"{ordered['before']}all the {kinds[0]}{where}{after} except the {thing.name}"
    single = _ONE.fullmatch(folded)
    others = _others(thing, names)
    if single and len(things) == len(others) == 1 and _fits(single["noun"], thing, kinds[0]):
        return f"{single['before']}the {others[0].name}{_TOO.sub('', single['after'])}"
    return text


def _in_japanese(text: str, thing: Thing | None, kind: str, names: Names) -> str:
    if asked := _ASKS_JA.fullmatch(text):
        return f"どの{kind}が{asked['state']}てる"
    ordered = _ORDER_JA.fullmatch(text)
    if ordered and thing and _fits(ordered["noun"], thing, kind):
        where = f"{thing.room}の" if thing.room and _has_near(thing, names) else ""
        own = next((alias for alias in thing.aliases if not alias.isascii()), thing.name)
        return f"{own}以外の{where}{kind}を全部{ordered['after']}"
    return text


def _kinds(thing: Thing) -> tuple[str, str] | None:
    """What things of its kind are called, in both languages."""
    if thing.domain == "cover":
        return _COVERS.get(thing.device_class)
    return _KINDS.get(thing.domain)


def _fits(noun: str | None, thing: Thing, kinds: str) -> bool:
    """Whether a noun, if one was said, is one for things of this kind."""
    return noun is None or noun in _NOUNS.get(thing.domain, ()) or kinds.startswith(noun.rstrip("s"))


def _others(thing: Thing, names: Names) -> list[Thing]:
    """The others of its kind in its room; where there are none, in the whole home."""
    alike = [one for one in names.things if one.domain == thing.domain and one != thing]
    return [one for one in alike if one.room == thing.room] or alike


def _has_near(thing: Thing, names: Names) -> bool:
    """Whether others of the kind are in its room: those are meant then."""
    return any(other.room == thing.room for other in _others(thing, names))
