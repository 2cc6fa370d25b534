"""What the person asked before, what was done, and who wanted it. The record keeps it; here it is told."""

from collections.abc import Callable
from pathlib import Path

from kippu.record import History
from kippu.skills.memory.asked import Asked
from kippu.skills.memory.deeds import Deeds
from kippu.skills.memory.happened import Happened, Standing
from kippu.tool import Context, Said, Skill, Tool


def skill(history: History, acts: Callable[[str], bool], standing: Standing) -> Skill:
    """The skill ``history``, over the record of conversations and of what was done.

    ``acts``: whether a tool changes something; ``standing``: the things of the home as they are now.
    """
    told, deeds = Asked(history), Deeds(history, acts)
    return Skill(
        name="history",
        title={"en": "What you asked", "ja": "これまでの会話"},
        examples={
            "en": (
                "what did I ask yesterday",
                "what did I ask about milk",
                "what was the last thing I asked",
                "say that again",
                "what did you do today",
            ),
            "ja": (
                "昨日何を聞いた？",
                "牛乳について何を聞いた？",
                "さっき何を聞いたっけ",
                "もう一回言って",
                "今日は何をしてくれた？",
            ),
        },
        tools=(
            # They repeat what was pasted, and what the tools said then.
            Tool("history.asked", told.asked, acts=False, foreign=True),
            Tool("history.done", deeds.done, acts=False, foreign=True),
            Tool("history.again", deeds.again, acts=False, foreign=True),
            Tool("history.why", deeds.why, acts=False, foreign=True),
            Tool("history.happened", Happened(history, standing).happened, acts=False, foreign=True),
            Tool("history.take_back", _take_back, acts=False),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


async def _take_back(context: Context, turn: str, said: str) -> Said:
    """Say which earlier command is taken back; the calls behind it do that."""
    return Said(
        context.say(f"Taking back “{said}”:", f"「{said}」を取り消します。"),
        data={"takes_back": turn, "aside": True},
    )
