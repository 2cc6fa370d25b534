"""What was just cancelled, set once more: "start it again" behind a timer that was stopped,
「もう一回セットして」.

Knows the calls of the turns before: the newest of its kind is what was taken away.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said

_SAID: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:no|oh|ok|okay|actually|wait|sorry|please|then)[, ]+)*"
        r"(?:(?:start|set|put|turn|switch) (?:it|that)(?: back)?(?: on)?(?: again| once more"
        r"| back on| back)"
        r"|restart (?:it|that)|set (?:it|that) anew)(?:,? please)?"
    ),
    "ja": regex(
        r"(?:やっぱり?|じゃあ|ごめん|、)*(?:もう(?:一度|一回|1回|1度)|また|再度)、?"
        r"(?:セットし|かけ|設定し|始め|スタートし|入れ|動かし)て(?:ください|くれる|ね|よ|お願い)*"
    ),
}
_SETS = {"timers.cancel": "timers.start", "alarms.cancel": "alarms.set", "reminders.remove": "reminders.add"}


def set_again(said: Said) -> Meaning | None:
    """The same call once more; None where nothing was cancelled, or nobody knows what it was."""
    turn = said.turn
    last = turn.earlier[-1] if turn.earlier and not turn.asked else None
    tool = _SETS.get(last.tool) if last and len(turn.earlier) == 1 else None
    if tool is None or not _SAID[said.language].fullmatch(said.text.casefold()):
        return None
    calls = [call for calls in turn.before for call in reversed(calls)]
    was = next((call for call in calls if call.tool.partition(".")[0] == tool.partition(".")[0]), None)
    if was is None or was.tool != tool:
        return None
    given = {key: value for key, value in was.arguments.items() if key != "id"}
    return Meaning("cues", 0.97, (Call(tool, given),))
