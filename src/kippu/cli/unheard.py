"""A word on what was set to ring, where nothing stays that would ring it when the command has ended."""

from kippu.turn import Answer

_SETS = frozenset(
    {
        "alarms.move",
        "alarms.set",
        "alarms.snooze",
        "reminders.add",
        "reminders.move",
        "timers.add",
        "timers.repeat",
        "timers.resume",
        "timers.start",
        "timers.subtract",
    }
)
"""Tools after which something is due at a later time."""


def told(answer: Answer) -> str:
    """What to say beside the answer, in its language; empty where nothing was set to ring."""
    if not any(outcome.ok and outcome.call.tool in _SETS for outcome in answer.outcomes):
        return ""
    if answer.language == "ja":
        return (
            "その時刻に Kippu が動いていなければ鳴らず、実行もされません。`kippu serve` か会話（`kippu`）を"
            "開いておいてください。動いていなかった場合は、次に Kippu を起動したときに知らせます。"
        )
    return (
        "It rings, or is done, only if Kippu runs at that time: keep `kippu serve` or a chat (`kippu`) open. "
        "Otherwise you are told the next time that Kippu runs."
    )
