"""The tools of the routines."""

from collections.abc import Callable, Iterable

from kippu.names import Routine
from kippu.skills import asking
from kippu.skills.matching import closest
from kippu.skills.routines.store import Routines
from kippu.tool import Context, Said
from kippu.turn import Call

_LONGEST_NAME = 60
"""Letters of a saying."""
_LONGEST = 400
"""Letters of its commands: more is no sentence that could be a command."""


class Tools:
    """Each tool is a method."""

    def __init__(self, routines: Routines, brought: Callable[[], Iterable[Routine]]) -> None:
        """``brought`` gives those of the layers."""
        self._routines = routines
        self._brought = brought

    async def add(self, context: Context, name: str, does: str) -> Said:
        """Teach a routine: a saying, and the commands that it stands for from now on."""
        name, does = " ".join(name.split()), " ".join(does.split())
        if wrong := _wrong(context, name, does):
            return Said(wrong, ok=False)
        before = self._routines.put(name, does)
        back = Call("routines.add", {"name": before.name, "does": before.does[0]}) if before else None
        told = context.say(
            f"When you say “{name}”, I'll do this: {does}.", f"「{name}」で、これをします：{does}。"
        )
        if before and before.does[0] != does:
            told += context.say(f" Before, it was: {before.does[0]}.", f"前は「{before.does[0]}」でした。")
        return Said(
            told,
            data={"name": name, "does": does},
            undo=(back or Call("routines.remove", {"name": name}),),
        )

    async def list_all(self, context: Context, name: str | None = None) -> Said:
        """Tell which routines there are, or what one does."""
        every = [*self._routines.all(), *self._brought()]
        found = closest(name, every, _name) if name else every
        data = {
            "routines": [{"name": one.name, "does": list(one.does), "layer": one.layer} for one in found],
            "listed": [
                {"tool": "routines.remove", "arguments": {"name": one.name}} for one in found if not one.layer
            ],
        }
        if not found:
            none = context.say(
                "There are no routines yet. Teach me one: “when I say movie night, dim the lights”.",
                "ルーティンはまだありません。例:「映画の時間と言ったら、電気を暗くして」と教えてください。",
            )
            missing = context.say(
                f"There is no routine “{name}”.", f"「{name}」というルーティンはありません。"
            )
            return Said(missing if name else none, ok=not name, data=data)
        lines = [_told(one, context) for one in found]
        if len(lines) == 1:
            return Said(lines[0], data=data)
        head = context.say(f"You have {len(lines)} routines:", f"ルーティンは{len(lines)}件です：")
        return Said("\n".join((head, *(context.say("- ", "・") + line for line in lines))), data=data)

    async def remove(self, context: Context, name: str = "") -> Said:
        """Forget a routine that the person taught."""
        known = list(self._routines.all())
        gone = self._routines.get(name) if name else None
        alike = closest(name, known, _name) if name else known
        if gone is None and alike:
            question = context.say("Which routine?", "どのルーティンですか？")
            return asking.which(question, [asking.Choice(one.name, {"name": one.name}) for one in alike])
        if gone is None:
            return Said(_missing(context, name, self._brought()), ok=False)
        self._routines.remove(gone.name)
        return Said(
            context.say(
                f"“{gone.name}” is no routine any more.", f"ルーティン「{gone.name}」を削除しました。"
            ),
            data={"name": gone.name},
            undo=(Call("routines.add", {"name": gone.name, "does": gone.does[0]}),),
        )


def _wrong(context: Context, name: str, does: str) -> str:
    """Why a routine can't be called so, or do that; empty where it can."""
    if not (name and does):
        return context.say(
            "Say what you will say, and what I shall do: “when I say movie night, dim the lights”.",
            "言い方と、することを教えてください。例:「映画の時間と言ったら、電気を暗くして」",
        )
    if "{" in name or "}" in name:
        return context.say(
            "A routine's name has no { and } in it.", "ルーティンの名前に { と } は使えません。"
        )
    if len(name) > _LONGEST_NAME or len(does) > _LONGEST:
        return context.say(
            f"A routine's name has at most {_LONGEST_NAME} letters, and its commands {_LONGEST}.",
            f"ルーティンの名前は{_LONGEST_NAME}文字まで、することは{_LONGEST}文字までです。",
        )
    return ""


def _name(routine: Routine) -> str:
    return routine.name


def _told(routine: Routine, context: Context) -> str:
    does = context.say("; ", "、").join(routine.does)
    whose = (
        context.say(f" (of the layer {routine.layer})", f"（レイヤー {routine.layer}）")
        if routine.layer
        else ""
    )
    return context.say(f"“{routine.name}”{whose}: {does}", f"「{routine.name}」{whose}：{does}")


def _missing(context: Context, name: str, brought: Iterable[Routine]) -> str:
    if theirs := closest(name, list(brought), _name):
        layer = theirs[0].layer
        return context.say(
            f"“{theirs[0].name}” comes with the layer {layer}: "
            f"`kippu layer remove {layer}` takes all of it away.",
            f"「{theirs[0].name}」はレイヤー {layer} のものです。"
            f"`kippu layer remove {layer}` で全体を削除できます。",
        )
    if not name:
        return context.say("You have no routines.", "ルーティンはありません。")
    return context.say(f"There is no routine “{name}”.", f"「{name}」というルーティンはありません。")
