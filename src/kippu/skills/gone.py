"""What is said where something can't be put back as it was."""

from typing import Any

GONE = (
    "I no longer have what it was, or it was changed since, so I did nothing.",
    "元の内容がもう残っていないか、そのあと変わっているので、何もしていません。",
)
SPENT: dict[str, Any] = {"spent": True}
"""That trying again would be in vain: the next "undo" is for what was done before."""
