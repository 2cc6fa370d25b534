"""Routines: one saying that stands for several commands, as the person taught it or a layer brings it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from kippu.names import Routine
from kippu.skills.routines.store import Routines
from kippu.skills.routines.tools import Tools
from kippu.tool import Skill, Tool

__all__ = ["Routines", "skill"]


def skill(routines: Routines, brought: Callable[[], Iterable[Routine]]) -> Skill:
    """The skill ``routines``; ``brought`` gives those of the layers."""
    tools = Tools(routines, brought)
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
            Tool("routines.add", tools.add, acts=True),
            Tool("routines.list", tools.list_all, acts=False, foreign=True),
            Tool("routines.remove", tools.remove, acts=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )
