"""What was planned and is wanted at once: "turn it on now" behind "turn on the kettle in an hour"."""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Language, Meaning
from kippu.understand.fitting import risky
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


def done_now(said: Said) -> Meaning | None:
    """The order for what the last plan is for; None where that is not plain."""
    turn = said.turn
    planned = str(turn.earlier[-1].arguments.get("command", "")) if turn.earlier else ""
    folded = said.text.casefold()
    bare = _NOW[said.language].sub("", folded, count=1)
    if not planned or turn.asked or bare == folded:
        return None
    frame = said.apart(bare)
    if frame.mentions or names_kind(frame) or frame.has("all"):
        return None
    plan = doing(command(said.having(replace(turn, earlier=())), sentence(planned, said.language)))
    order = doing(command(said, bare, plan.calls)) if plan else None
    if plan is None or order is None or order.confidence < PLAIN or not frame.has("verbs"):
        return None
    if any(risky(call, said.names) and call not in plan.calls for call in order.calls):
        return None  # to lock was planned, and "it" need not be the door that is opened
    return Meaning("cues", 0.97, order.calls)
