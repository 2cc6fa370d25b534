"""What a model elsewhere is told beside a conversation, in Kippu's own words: shown before, then sent so.

Whoever shows it and whoever sends it has it from here.
"""

from collections.abc import Sequence

from kippu.guard.ownwords import own
from kippu.turn import Egress, Offer

_PLAN = (
    "Which of these tools does the request ask for? Answer with their names alone, or with: none.\n\n"
    "Tools:\n{tools}\n\nRequest: {words}"
)
NO_TOOL = "There is no such tool."
NOT_MADE = "This call was not made. Go on without it."
"""Of a no, and of a call that may never run: a model that obeys somebody else learns no difference."""
REPLIES = (NOT_MADE, NO_TOOL)
"""All that a model may be told of a call that did not run, without another yes."""


def plan(tools: Sequence[Offer], words: str) -> str:
    """Asks which tools the person's own words ask for; empty where there are none of either."""
    if not tools or not words:
        return ""
    listed = "\n".join(f"- {tool.name}: {tool.description}" for tool in tools)
    return _PLAN.format(tools=listed, words=words)


def second(egress: Egress) -> str:
    """The second request that an egress may lead to, should the model want a tool; empty where it can't."""
    return plan(egress.tools, own(egress.messages[-1].text, egress.outside)) if egress.messages else ""
