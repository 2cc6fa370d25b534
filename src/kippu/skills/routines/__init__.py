"""Routines: one saying that stands for several commands, as the person taught it or a layer brings it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from kippu.names import Routine
from kippu.skills import asking
from kippu.skills.matching import closest
from kippu.skills.routines.store import Routines
from kippu.tool import Context, Said, Skill, Tool
from kippu.turn import Call

__all__ = ["Routines", "skill"]

_LONGEST_NAME = 60
"""Letters of a saying."""
_LONGEST = 400
"""Letters of its commands: more is no sentence that could be a command."""


def skill(routines: Routines, brought: Callable[[], Iterable[Routine]]) -> Skill:
    """The skill ``routines``; ``brought`` gives those of the layers."""

    async def add(context: Context, name: str, does: str) -> Said:
        """Teach a routine: a saying, and the commands that it stands for from now on."""
        name, does = " ".join(name.split()), " ".join(does.split())
        if not (name and does):
            return Said(
                context.say(
                    "Say what you will say, and what I shall do: “when I say movie night, dim the lights”.",
                    "言い方と、することを教えてください。例:「映画の時間と言ったら、電気を暗くして」",
                ),
                ok=False,
            )
        if "{" in name or "}" in name:
            return Said(
                context.say(
                    "A routine's name has no { and } in it.", "ルーティンの名前に { と } は使えません。"
                ),
                ok=False,
            )
        if len(name) > _LONGEST_NAME or len(does) > _LONGEST:
            return Said(
                context.say(
                    f"A routine's name has at most {_LONGEST_NAME} letters, and its commands {_LONGEST}.",
                    f"ルーティンの名前は{_LONGEST_NAME}文字まで、することは{_LONGEST}文字までです。",
                ),
                ok=False,
            )
        before = routines.put(name, does)
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

    async def list_all(context: Context, name: str | None = None) -> Said:
        """Tell which routines there are, or what one does."""
        every = [*routines.all(), *brought()]
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

    async def remove(context: Context, name: str = "") -> Said:
        """Forget a routine that the person taught."""
        known = list(routines.all())
        gone = routines.get(name) if name else None
        alike = closest(name, known, _name) if name else known
        if gone is None and alike:
            question = context.say("Which routine?", "どのルーティンですか？")
            return asking.which(question, [asking.Choice(one.name, {"name": one.name}) for one in alike])
        if gone is None:
            return Said(_missing(context, name, brought()), ok=False)
        routines.remove(gone.name)
        return Said(
            context.say(
                f"“{gone.name}” is no routine any more.", f"ルーティン「{gone.name}」を削除しました。"
            ),
            data={"name": gone.name},
            undo=(Call("routines.add", {"name": gone.name, "does": gone.does[0]}),),
        )

    return Skill(
        name="routines",
        title={"en": "Routines", "ja": "ルーティン"},
        examples={
            "en": (
                "when i say movie night, dim the living room lights and close the blinds",
                "what routines do i have",
                "delete the movie night routine",
            ),
            "ja": (
                "映画の時間と言ったら、リビングの電気を暗くしてブラインドを閉めて",
                "ルーティンを見せて",
                "映画の時間のルーティンを削除して",
            ),
        },
        tools=(
            Tool("routines.add", add, acts=True),
            Tool("routines.list", list_all, acts=False, foreign=True),
            Tool("routines.remove", remove, acts=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


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
