"""Notes: short texts that the person wants kept, found again by their words."""

from pathlib import Path

from kippu.skills.notes.store import Note, Notes
from kippu.skills.notes.tools import Tools
from kippu.tool import Skill, Tool

__all__ = ["Note", "Notes", "skill"]


def skill(notes: Notes) -> Skill:
    """The skill ``notes``."""
    tools = Tools(notes)
    return Skill(
        name="notes",
        title={"en": "Notes", "ja": "メモ"},
        examples={
            "en": (
                "take a note: the spare key is under the pot",
                "show my notes",
                "find my note about the spare key",
                "delete the note about the spare key",
            ),
            "ja": (
                "合鍵は植木鉢の下とメモして",
                "メモを見せて",
                "合鍵のメモを探して",
                "合鍵のメモを削除して",
            ),
        },
        tools=(
            Tool("notes.add", tools.add, acts=True),
            Tool("notes.find", tools.find, acts=False, foreign=True),
            Tool("notes.remove", tools.remove, acts=True, foreign=True),
            Tool("notes.put_back", tools.put_back, acts=True, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )
