"""The files of the model that draws, each checked against the hash it was shipped with."""

import hashlib
import json
from pathlib import Path

from kippu.errors import ModelBroken

FOLDER = Path(__file__).parent
"""Where the files are that come with Kippu."""


def read(folder: Path, name: str) -> bytes:
    """A file's content; raises ModelBroken when it can't be read or isn't what ``about.json`` says."""
    try:
        content = (folder / name).read_bytes()
        wanted = json.loads((folder / "about.json").read_text(encoding="utf-8"))["sha256"][name]
    except (OSError, ValueError, KeyError) as error:
        raise ModelBroken(
            f"{folder / name} can't be read: {error}. Install Kippu again.",
            f"{folder / name} を読めません（{error}）。Kippuを入れ直してください。",
        ) from error
    if hashlib.sha256(content).hexdigest() != wanted:
        raise ModelBroken(
            f"{folder / name} is not what was shipped: its hash differs. Install Kippu again.",
            f"{folder / name} は配布時のものと異なります。Kippuを入れ直してください。",
        )
    return content
