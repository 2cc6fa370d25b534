"""Takes back what was done to something that rings: it is as it was before, if its time is still to come."""

from typing import Any

from kippu.skills import spoken
from kippu.skills.bells.bell import Bell, label
from kippu.skills.bells.bells import Bells
from kippu.skills.bells.said import often_at
from kippu.skills.way_back import GONE, SPENT
from kippu.skills.zones import on_the_wall, zone
from kippu.tool import Context, Said

_SOME = ("Something else can't be put back any more.", "ほかは、もう戻せません。")


class PuttingBack:
    """The tool; each skill whose things ring has it under its own name."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def put_back(self, context: Context, images: list[str]) -> Said:
        """Let timers, alarms or reminders be as they were before a command."""
        back, past = self._bells.put_back(images)
        told = [_back(context, back)] if back else []
        if past:
            names = spoken.row(context, [_called(context, bell) for bell in past])
            told.append(
                context.say(
                    f"I did not put back {names}: the time is past.",
                    f"{names}は、もう時間を過ぎているので戻せません。",
                )
            )
        if len(images) > len(back) + len(past):
            told.append(context.say(*(_SOME if told else GONE)))
        data = {"stands_for": [_stands_for(bell) for bell in back]} if back else SPENT
        return Said(context.say(" ", "").join(told), ok=bool(back), data=data)


def _back(context: Context, bells: tuple[Bell, ...]) -> str:
    row = spoken.row(context, [_called(context, bell) for bell in bells])
    verb = "are" if len(bells) > 1 else "is"
    return context.say(f"{row[0].upper()}{row[1:]} {verb} as before.", f"{row}を元に戻しました。")


def _stands_for(bell: Bell) -> dict[str, Any]:
    """The call that would set it, so that "it" is it."""
    given: dict[str, Any] = {}
    if bell.kind == "timer":
        given = {"id": bell.id, "name": bell.text, "command": bell.command}
        return {"tool": "timers.start", "arguments": {key: value for key, value in given.items() if value}}
    given = {
        "at": bell.due.astimezone(zone(bell.zone)).replace(tzinfo=None).isoformat(),
        "repeat": bell.repeat,
    }
    given |= {"name": bell.text} if bell.kind == "alarm" else {"text": bell.text}
    tool = "alarms.set" if bell.kind == "alarm" else "reminders.add"
    return {"tool": tool, "arguments": {key: value for key, value in given.items() if value}}


def _called(context: Context, bell: Bell) -> str:
    if bell.kind == "timer":
        return label(context, bell)
    when = spoken.moment(context, bell.due)
    if bell.repeat:
        when = often_at(context, bell.repeat, on_the_wall(bell.due, context.now))
    if bell.kind == "alarm":
        name = bell.text + context.say(", ", "、") if bell.text else ""
        return context.say(f"the alarm ({name}{when})", f"アラーム（{name}{when}）")
    return context.say(f"the reminder “{bell.text}” ({when})", f"「{bell.text}」のリマインダー（{when}）")
