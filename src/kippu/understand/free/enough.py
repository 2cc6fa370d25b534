"""From which chance what was heard is done without a question; see the curve in docs/models/free.md."""

import math

from kippu.turn import Call
from kippu.understand.free.leaving_out import DELETES, DELETES_MUCH
from kippu.understand.free.outright_en import orders_away
from kippu.understand.free.parts import Parts

ACT = 0.8
"""Chance from which something is changed."""
LOOK = 0.6
"""The same where it is only told."""
SURELY = 0.95
"""Chance from which it is believed against the readers, or confirms them, and all of a kind are deleted."""
_DELETE = 0.9
"""The same where one thing is deleted or cancelled."""
_LOST = frozenset({"contacts.remove"})
"""What no "undo" brings back."""


def to_change(call: Call, parts: Parts, *, alone: bool) -> float:
    """Chance from which a call that changes something is made. Where much is deleted none is enough, unless
    it was ordered outright, which "undo" takes back: a paraphrase is no order for it; nor are the words
    ``alone`` of a sentence that may say of which: "saturday's off, wipe all my alarms"."""
    if not DELETES_MUCH.search(call.tool):
        return _DELETE if DELETES.search(call.tool) else ACT
    return SURELY if not alone and call.tool not in _LOST and orders_away(call, parts) else math.inf
