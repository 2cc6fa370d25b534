"""The folder that holds all of this person's Kippu. Knows the environment, and nothing of what is in it."""

import os
from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """Where settings, record and models are. ``KIPPU_DATA`` moves it."""
    chosen = os.environ.get("KIPPU_DATA")
    return Path(chosen).expanduser().resolve() if chosen else user_data_path("kippu", appauthor=False)
