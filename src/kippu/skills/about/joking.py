"""Jokes, each once before any comes again: a small model's own are none."""

from functools import cache
from pathlib import Path
from secrets import SystemRandom
from typing import Literal

import yaml

from kippu.tool import Context, Said
from kippu.turn import Language

_FILE = Path(__file__).with_name("jokes.yaml")


class Joking:
    """Tells jokes; a new order for each round of each language, which no restart remembers."""

    def __init__(self) -> None:
        self._left: dict[Language, list[str]] = {"en": [], "ja": []}

    async def joke(self, context: Context) -> Said:
        """Tell a joke."""
        left = self._left[context.language]
        if not left:
            left += SystemRandom().sample(_jokes()[context.language], len(_jokes()[context.language]))
        return Said(left.pop())


@cache
def _jokes() -> dict[Literal["en", "ja"], list[str]]:
    told: dict[Literal["en", "ja"], list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return told
