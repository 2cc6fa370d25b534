"""What was planned and is wanted at once: "turn it on now" behind "turn on the kettle in an hour"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.fitting import risky
from kippu.understand.follow import cancel
from kippu.understand.later.schedule import doing
from kippu.understand.reading.command import command
from kippu.understand.reading.lumps import names_kind
from kippu.understand.reading.said import Said
from kippu.understand.reading.sure import PLAIN
from kippu.understand.text import sentence

_NOW: dict[Language, re.Pattern[str]] = {
    "en": regex(r"[, ]+(?:(?:right )?now|(?:right|straight) away|immediately)$"),
    "ja": regex(r"(?:今|いま)(?:すぐ)?に?"),
}
_DO_IT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:never ?mind|no|actually|please|wait|oh|sorry|ok|okay|just|rather|can you|could you)[, ]+)*"
        r"(?:(?:do|make|run) (?:it|that|this) )?(?:right )?(?:now|away|straight away|immediately|at once)"
        r"(?:[, ]+(?:instead|please|rather|after all))*"
    ),
    "ja": regex(
        r"(?:(?:いや|やっぱり?|じゃあ|それ(?:を|は)?)[、 ]*)*(?:今|いま)(?:すぐ)?に?"
        r"(?:やって|して|実行(?:して)?|お願い(?:します)?)(?:ください|ね|よ)*"
    ),
}


def done_now(said: Said) -> Meaning | None:
    """The order for what the last plan is for; None where that is not plain."""
    turn = said.turn
    planned = str(turn.earlier[-1].arguments.get("command", "")) if turn.earlier else ""
    folded = said.text.casefold()
    bare = _NOW[said.language].sub("", folded, count=1)
    if not planned or turn.asked or (bare == folded and not _at_once(said)):
        return None
    frame = said.apart(bare)
    if frame.mentions or names_kind(frame) or frame.has("all"):
        return None
    plan = doing(command(said.having(replace(turn, earlier=())), sentence(planned, said.language)))
    if plan and _at_once(said) and not any(risky(call, said.names) for call in plan.calls):
        return Meaning("cues", 0.97, (*plan.calls, *_without(plan.calls, plan.calls, turn.earlier[-1])))
    order = doing(command(said, bare, plan.calls)) if plan else None
    if plan is None or order is None or order.confidence < PLAIN or not frame.has("verbs"):
        return None
    if any(risky(call, said.names) and call not in plan.calls for call in order.calls):
        return None  # to lock was planned, and "it" need not be the door that is opened
    return Meaning("cues", 0.97, (*order.calls, *_without(plan.calls, order.calls, turn.earlier[-1])))


def _at_once(said: Said) -> bool:
    """Whether it is said without what is done: "do it now"."""
    return _DO_IT[said.language].fullmatch(said.text.casefold()) is not None


def _without(planned: Sequence[Call], done: Sequence[Call], plan: Call) -> tuple[Call, ...]:
    """What takes back the plan, where all of it was done and it comes only once."""
    back = cancel(plan) if plan.tool == "timers.start" and tuple(planned) == tuple(done) else None
    return (back,) if back else ()
