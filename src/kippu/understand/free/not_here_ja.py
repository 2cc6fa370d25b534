"""That there is no such room or thing here, where a Japanese sentence names one that was left out.

Nothing else could be made of it, or only what leaves it out: 「洗面所を掃除して」 is no order to clean all.

Knows words, calls and the home's names; knows no encoder.
"""

from collections.abc import Callable, Sequence

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.free.found_ja import thing
from kippu.understand.free.mood import asks, denies, tells
from kippu.understand.free.parts import Parts
from kippu.understand.text import sentence

_SURE = 0.95
_PLACELESS = frozenset({"home.weather", "home.temperature", "home.play"})
"""Tools that tell for themselves what they know of a place."""
_ANYWHERE = regex(
    r"(?:こ|そ|あ)(?:この?|の)(?:部屋|へや|辺|階)?|家|うち|部屋|へや|全部|すべて|全て|家中|\d階|[上下]の?階?|隣|となり|外|中"
)
"""Names no room that there could be none of."""
_WORD = regex(r"[一-龠ァ-ヶー]{2}|[A-Za-z]{3}")
_GOES_ON = regex(r"(?:の|を|は|に|で|も|が|だけ|、|。| |掃除|$)")
_ACTED_ON = regex(
    r"(?<![一-龠ァ-ヶー])([一-龠ァ-ヶー]{2,12})(?:の(?:電源|スイッチ))?(?:を|も|だけ|は|、)?(?:先に|また)?"
    r"(?:つけ|点け|消し|落と|切っ|動か|起動|回し|まわし|開け|閉め|しめ|上げ|下げ|下ろ|しまっ|止め|とめ|押し)"
)
"""What stands before the deed, where nobody knows the word."""
_NO_THING = regex(r"電源|全部|今日|明日|毎[朝晩日]|一旦|一度|今[朝晩夜]?|[前後先中外]|絶対|全員|.*[時分秒日]")


def without_it(
    meaning: Meaning | None,
    tool: str,
    parts: Parts,
    names: Names,
    read: Callable[[str], Meaning | None],
) -> Meaning | None:
    """The meaning; that there is none instead, where it leaves out the room that was said, or asks what is
    meant though a thing was named that is not here. ``tool``: the one that was surely heard."""
    if not tool.startswith("home.") or tool in _PLACELESS or (meaning is None and _is_idle(parts.text)):
        return meaning
    calls = (*meaning.calls, *meaning.proposed) if meaning else ()
    lost = not any(_is_named(call, parts.text, names) for call in calls)
    what = (lost and _room(parts, names, [call.arguments.get("domain") for call in calls])) or (
        not calls and _thing(parts, names, read)
    )
    if not what:
        return meaning
    sure = meaning.confidence if meaning else _SURE
    return Meaning("layer", sure, (Call("about.no_such_thing", {"what": what}),))


def _is_named(call: Call, text: str, names: Names) -> bool:
    """Whether it is for a thing that the sentence calls by its name, or for none of the home."""
    thing = next((one for one in names.things if one.name == call.arguments.get("name")), None)
    ways = (thing.name, *thing.aliases) if thing else ()
    return any(len(way) > 1 and way.casefold() in text for way in ways) or not call.tool.startswith("home.")


def _is_idle(text: str) -> bool:
    """Whether no deed is asked for."""
    return denies(text, "ja") or tells(text, "ja") or asks(text, "ja")


def _room(parts: Parts, names: Names, kinds: Sequence[object]) -> str:
    """The last room that was marked, where this home has none that could be meant, nor a thing of these kinds
    that is called by it."""
    rooms, joined = parts.all("room"), parts.one("room")
    said = joined if rooms and joined.endswith(rooms[-1]) else (rooms or [""])[-1]
    if not said or not _WORD.search(said) or _ANYWHERE.fullmatch(said):
        return ""
    known = [way.casefold() for room in names.rooms for way in (room.name, *room.aliases)]
    things = (one for one in names.things if not kinds or one.domain in kinds)
    known += [way.casefold() for one in things for way in (one.name, *one.aliases)]
    if any(said in way or way in said for way in (*known, *map(str.casefold, names.floors))):
        return ""
    return said if _GOES_ON.match(parts.text, parts.text.rfind(said) + len(said)) else ""


def _thing(parts: Parts, names: Names, read: Callable[[str], Meaning | None]) -> str:
    """The thing that was named, where nothing here is called so, nor of a kind that is."""
    plain = sentence(parts.text, "ja")
    acted = _ACTED_ON.search(plain)
    said = parts.one("device") or thing(plain, parts.one("room")) or (acted[1] if acted else "")
    if not said or not _WORD.search(said) or _NO_THING.fullmatch(said):
        return ""
    known = [way.casefold() for one in names.things for way in (one.name, *one.aliases)]
    known += [way.casefold() for room in names.rooms for way in (room.name, *room.aliases)]
    if any(said.casefold() in way or way in said.casefold() for way in known):
        return ""
    orders = (read(f"{said}を{deed}") for deed in ("つけて", "開けて", "動かして"))
    return "" if any(found and found.calls for found in orders) else said
