"""What Kippu's own understanding makes of functions that it never learned: each as a tool that was added.

All that is known of one are its name, what its description says, and the schema of its arguments. A sentence
with more than one function has them all added.
"""

import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import kippu
from functions_asking import schema
from functions_judging import plain
from kippu import skills
from kippu.engines.encoder import Encoder
from kippu.turn import Offer, Turn
from kippu.understand import Understanding
from kippu.understand.free import Free
from understand_home import home

_ENCODER = Path(kippu.__file__).parent / "layers" / "shipped" / "phone-and-home" / "encoder"
_OWN = sorted(Path(skills.__file__ or "").parent.glob("*/sentences"))
_SKILL = "added"


class AddedFunctions:
    """Kippu's readers with the layer that ships, and a question's functions beside its own tools."""

    def __init__(self) -> None:
        self._encoder = Encoder(_ENCODER)
        self._names = home()

    async def asked(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The calls made or proposed, and the function that it only asks more about (``heard``)."""
        now = datetime.now().astimezone()
        offers = [_offer(one) for one in row["function"]]
        free = Free({"en": self._encoder}, lambda tool: True, _OWN, offers)
        understanding = Understanding(_OWN, free=free)
        await understanding.understand(Turn("how are you doing", "en", now, "b", "t"), self._names)
        turn = Turn(row["question"][0][0]["content"], "en", now, "b", "t")
        begun = time.perf_counter()
        meaning = await understanding.understand(turn, self._names)
        took = 1000 * (time.perf_counter() - begun)
        opinion = free.hear(turn)
        said = [*meaning.calls, *meaning.proposed]
        calls = [
            {"name": call.tool.removeprefix(f"{_SKILL}."), "arguments": dict(call.arguments)}
            for call in said
            if not call.tool.startswith(("about.", "help."))
        ]
        heard = opinion.alike.tool if opinion and opinion.alike and meaning.by == "layer" else ""
        return {
            "calls": calls, "said": meaning.question or "", "heard": heard.removeprefix(f"{_SKILL}."),
            "written": 0, "read": 0, "ms": round(took, 1),
        }  # fmt: skip


def _offer(function: Mapping[str, Any]) -> Offer:
    name = plain(function["name"])
    return Offer(f"{_SKILL}.{name}", name, function["description"], schema(function["parameters"]))
