"""The way back of what was changed: the call that puts it back, and what is said where that can't be."""

from typing import Any

from kippu.turn import Call

GONE = (
    "I no longer have what it was, or it was changed since, so I did nothing.",
    "元の内容がもう残っていないか、そのあと変わっているので、何もしていません。",
)
SPENT: dict[str, Any] = {"spent": True}
"""That trying again would be in vain: the next "undo" is for what was done before."""


def way_back(skill: str, images: tuple[str, ...]) -> tuple[Call, ...]:
    """The skill's call that puts rows back as these images show them; none where nothing was kept."""
    return (Call(f"{skill}.put_back", {"images": list(images)}),) if images else ()
