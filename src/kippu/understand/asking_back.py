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
    "turn_on": ("turn on", "をつけ"), "turn_off": ("turn off", "を消し"), "open": ("open", "を開け"),
    "close": ("close", "を閉め"), "lock": ("lock", "の鍵をかけ"), "unlock": ("unlock", "の鍵を開け"),
    "toggle": ("switch", "を切り替え"), "start": ("start", "を動かし"), "stop": ("stop", "を止め"),
    "dock": ("send home", "を充電台に戻し"), "press": ("press", "を押し"),
}  # fmt: skip


def shall_i(calls: Sequence[Call], language: Language) -> str:
    """The question that names the calls as we would make them."""
    told = [_told(call, language) for call in calls]
    if language == "ja":
        return f"{'、'.join(told)}ということでいいですか？"
    return f"I'm not sure I understood. Shall I {' and '.join(told)}?"


def _told(call: Call, language: Language) -> str:
    arguments = call.arguments
    place = (
        arguments.get("name")
        or arguments.get("area")
        or arguments.get("floor")
        or arguments.get("domain")
        or ""
    )
    if arguments.get("name") and arguments.get("area"):
        place = f"{arguments['area']}の{place}" if language == "ja" else f"{place} ({arguments['area']})"
    verb = call.tool.split(".")[1]
    if verb in _DOING:
        return f"{place}{_DOING[verb][1]}る" if language == "ja" else f"{_DOING[verb][0]} the {place}"
    value = next(
        (
            value
            for key, value in arguments.items()
            if key not in {"name", "area", "floor", "domain", "device_class"}
        ),
        "",
    )
    plain = verb.replace("_", " ")
    return (
        f"{place}の設定を{value}にする" if language == "ja" else f"{plain} of the {place} to {value}".strip()
    )
