"""Questions back to the person, when it is not clear enough to act.

Knows calls and names; decides nothing.
"""

from collections.abc import Sequence

from kippu.names import Thing
from kippu.turn import Call, Language


def which(things: Sequence[Thing], language: Language) -> str:
    """Asks which of several things is meant: by room where that tells them apart."""
    rooms = len({thing.room for thing in things}) == len(things)
    shown = [(thing.room if rooms and thing.room else thing.name) for thing in things[:6]]
    if rooms and len({thing.name for thing in things}) == 1:
        if language == "ja":
            return f"どこの{things[0].name}ですか？ {'、'.join(shown)}があります。"
        return f"Which {things[0].name}: {_or(shown)}?"
    names = [thing.name for thing in things[:6]]
    return f"どれですか？ {'、'.join(names)}があります。" if language == "ja" else f"Which one: {_or(names)}?"


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


_DOING = {
    "turn_on": ("turn on", "{}をつける"), "turn_off": ("turn off", "{}を消す"),
    "open": ("open", "{}を開ける"),
    "close": ("close", "{}を閉める"), "lock": ("lock", "{}を施錠する"), "unlock": ("unlock", "{}を解錠する"),
    "toggle": ("switch", "{}を切り替える"), "start": ("start", "{}を動かす"), "stop": ("stop", "{}を止める"),
    "dock": ("send home", "{}を充電台に戻す"), "press": ("press", "{}を押す"),
}  # fmt: skip
_CANNOT = {
    "except": (
        "I can't leave one out yet. Tell me which ones you mean.",
        "「以外」はまだ扱えません。どれをどうするか、名前で言ってください。",
    ),
    "length": (
        "I can do that now or at a time, but not for a length of time yet.",
        "今すぐか、時刻を決めてならできますが、「何分間だけ」はまだできません。",
    ),
    "repeat": (
        "I can do that now or once at a time, but I can't repeat it by myself yet.",
        "今すぐか、一度だけならできますが、くり返しの操作はまだできません。",
    ),
}


def cannot(what: str, language: Language) -> str:
    """Says what of a command can't be done: ``except``, ``length`` or ``repeat``."""
    return _CANNOT[what][language == "ja"]


def shall_i(calls: Sequence[Call], language: Language, unknown: Sequence[str] = ()) -> str:
    """Asks whether to make the calls, and says which words stayed unclear."""
    told = [in_words(call, language) for call in calls]
    if language == "ja":
        unclear = f"「{unknown[0]}」がわかりませんでした。" if unknown else ""
        return f"{unclear}{'、'.join(told)}ということでいいですか？"
    unclear = (
        f"I don't know what “{' '.join(unknown)}” means here." if unknown else "I'm not sure I understood."
    )
    return f"{unclear} Shall I {' and '.join(told)}?"


_KINDS = {
    "light": ("lights", "電気"), "cover": ("blinds", "ブラインド"), "climate": ("thermostat", "エアコン"),
    "media_player": ("player", "プレーヤー"), "lock": ("lock", "鍵"), "fan": ("fan", "扇風機"),
    "vacuum": ("vacuum", "掃除機"), "switch": ("switch", "スイッチ"), "valve": ("valve", "バルブ"),
    "lawn_mower": ("mower", "芝刈り機"),
}  # fmt: skip


def in_words(call: Call, language: Language) -> str:
    """The call as a person would say it: "turn off the kitchen light"."""
    place, verb = _place(call, language), call.tool.split(".")[1]
    if verb in _DOING:
        return _DOING[verb][1].format(place) if language == "ja" else f"{_DOING[verb][0]} {place}"
    if verb == "media":
        return f"{place}を操作する" if language == "ja" else f"{call.arguments['command']} on {place}"
    value = next((value for key, value in call.arguments.items() if key not in _TARGET), "")
    if verb.startswith("change_") and isinstance(value, int | float):
        up = value > 0
        return (
            f"{place}を{'上げ' if up else '下げ'}る"
            if language == "ja"
            else f"turn {'up' if up else 'down'} {place}"
        )
    return f"{place}を{value}にする" if language == "ja" else f"set {place} to {value}"


_TARGET = frozenset({"name", "area", "floor", "domain", "device_class"})


def _place(call: Call, language: Language) -> str:
    """The target of a call, in words."""
    given = call.arguments
    en, ja = _KINDS.get(str(given.get("domain")), ("things", "もの"))
    where = given.get("area") or given.get("floor")
    name = given.get("name")
    if language == "ja":
        what = ja if name in {None, "all"} else str(name)
        return (
            f"{where}の{what}"
            if where and where not in what
            else f"すべての{what}"
            if name == "all"
            else what
        )
    what = f"all {en}" if name == "all" else f"the {name or en}"
    return f"{what} in the {where}" if where and str(where) not in what else what
