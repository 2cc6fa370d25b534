"""A bare "stop" behind what goes on: blinds stay where they are, music pauses, a robot stands still.

It takes nothing back. Behind a step it means that it is enough. Knows the tools by name.
"""

from kippu.turn import Call, Language
from kippu.understand.cues import target_of
from kippu.understand.follow.phrases import en, ja
from kippu.understand.follow.robots import of_robot

_STOP = {
    "en": en(r"(?:stop|halt|hold|pause)(?: (?:it|them|that|those|now|playing|moving))*"),
    "ja": ja(
        r"(?:あ、?|待って、?|ちょっと|それ|これ|途中で|そこで|ここで|を|は)*(?:止め|とめ|停止し|ストップし?|止まっ)"
    ),
}
_ENOUGH = {
    "en": en(r"(?:stop|enough|that(?:'s| is) (?:enough|fine|good|it|perfect)|that(?:'ll| will) do)"),
    "ja": ja(
        r"(?:それ|これ|その|この|そん)?(?:くらい|ぐらい)?(?:で|が)?(?:いい|良い|ええ|十分|ちょうどいい|ストップ)(?:です|わ|や|で)*"
    ),
}
_MOVED = frozenset({"home.open", "home.close", "home.set_position", "home.change_position"})
_SET = frozenset({"home.set_temperature", "home.set_volume", "home.change_volume", "home.set_speed"})
_HEARD = frozenset({"home.play", "home.media", "home.set_volume", "home.change_volume"})
_STEPS = frozenset(
    {"home.change_brightness", "home.change_temperature", "home.change_speed", "home.set_light"}
)


def stopped(folded: str, language: Language, last: Call) -> Call | None:
    """What ends what goes on since the last command, or was asked about; None where nothing is to end."""
    if robot := of_robot(folded, language, last):
        return robot
    at_rest = last.tool in _SET or (last.tool in _MOVED and language == "ja")
    enough = last.tool in _STEPS or (at_rest and not _STOP[language].match(folded))
    if enough and _ENOUGH[language].match(folded):
        return Call("help.never_mind")
    if not _STOP[language].match(folded):
        return None
    if last.tool in _MOVED:
        return Call("home.stop", target_of(last))
    plays = last.tool == "home.state" and (
        last.arguments.get("property") == "track" or last.arguments.get("state") == "playing"
    )
    if last.tool in _HEARD or plays:
        player = {} if "name" in last.arguments else {"domain": "media_player"}
        return Call("home.media", {**player, **target_of(last), "command": "pause"})
    return None
